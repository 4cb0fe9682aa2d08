# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors

# What analysts do through R's RPostgreSQL; arguments: rows of orders, columns of staff.
library(RPostgreSQL)
arguments <- commandArgs(trailingOnly = TRUE)
orders <- as.integer(arguments[1])
columns <- strsplit(arguments[2], " ")[[1]]
connection <- dbConnect(PostgreSQL(), host = Sys.getenv("PGHOST"), port = Sys.getenv("PGPORT"),
                        user = Sys.getenv("PGUSER"), password = Sys.getenv("PGPASSWORD"), dbname = Sys.getenv("PGDATABASE"))
stopifnot(nrow(dbGetQuery(connection, "SELECT * FROM orders")) == orders)
stopifnot(nrow(dbReadTable(connection, "orders")) == orders)
stopifnot(dbExistsTable(connection, "orders"), !dbExistsTable(connection, "secrets"))
stopifnot("orders" %in% dbListTables(connection), !("secrets" %in% dbListTables(connection)))
stopifnot(identical(dbListFields(connection, "staff"), columns))
stopifnot(dbGetQuery(connection, "SELECT $1::int + 1 AS n", 41)$n == 42)
result <- dbSendQuery(connection, "SELECT id FROM orders")
stopifnot(nrow(fetch(result, n = 10)) == 10)
invisible(dbColumnInfo(result))
dbClearResult(result)
dbBegin(connection)
stopifnot(dbGetQuery(connection, "SELECT count(*) AS n FROM orders")$n == orders)
dbCommit(connection)
stopifnot(inherits(try(dbWriteTable(connection, "mine", data.frame(a = 1)), silent = TRUE), "try-error") ||
          !dbExistsTable(connection, "mine"))
dbGetInfo(connection)
invisible(dbDisconnect(connection))
cat("passed\n")
