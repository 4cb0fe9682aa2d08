# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Qt's QPSQL driver and its models; arguments: rows of orders, columns of staff."""

import os
import sys

from PyQt5.QtCore import QCoreApplication
from PyQt5.QtSql import QSqlDatabase, QSqlQuery, QSqlTableModel

ORDERS, STAFF = int(sys.argv[1]), sys.argv[2].split()
application = QCoreApplication(sys.argv)
database = QSqlDatabase.addDatabase("QPSQL")
database.setHostName(os.environ["PGHOST"])
database.setPort(int(os.environ["PGPORT"]))
database.setUserName(os.environ["PGUSER"])
database.setPassword(os.environ["PGPASSWORD"])
database.setDatabaseName(os.environ["PGDATABASE"])
database.setConnectOptions("sslmode=disable")
assert database.open(), database.lastError().text()
assert "orders" in database.tables() and "secrets" not in database.tables(), database.tables()
record = database.record("staff")
assert [record.field(place).name() for place in range(record.count())] == STAFF
assert database.primaryIndex("orders").fieldName(0) == "id"


def run(sql: str, *values) -> QSqlQuery:
    query = QSqlQuery(database)
    if not values:
        query.exec_(sql)
        return query
    query.prepare(sql)
    for value in values:
        query.addBindValue(value)
    query.exec_()
    return query


assert run("SELECT id, status FROM orders WHERE id > ?", 0).size() == ORDERS
assert run("SELECT * FROM secrets").lastError().nativeErrorCode() == "42P01"
assert run("DELETE FROM orders").lastError().nativeErrorCode() == "25006"
assert database.transaction() and run("SELECT 1").next() and database.commit()
query = QSqlQuery(database)
query.setForwardOnly(True)
query.exec_("SELECT id FROM orders")
rows = 0
while query.next():
    rows += 1
assert rows == ORDERS
model = QSqlTableModel(None, database)
model.setTable("orders")
assert model.select(), model.lastError().text()
while model.canFetchMore():
    model.fetchMore()
assert model.rowCount() == ORDERS
database.close()
assert database.open() and run("SELECT 1").next()
print("passed")
