-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Tableau: what worksheets, filters and extracts send over ODBC and JDBC.

SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;

SELECT CAST(current_setting('server_version_num') AS integer);

SHOW max_identifier_length;

SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%';

SELECT NULL, NULL, n.nspname, c.relname FROM pg_class c, pg_namespace n WHERE c.relnamespace = n.oid;

SELECT COUNT(1) AS "COL" FROM ( SELECT 'SIMPLE_TABLE_NAME' AS "T" ) AS "CHECKTABLE";

SELECT "orders"."status" AS "status", SUM("orders"."amount") AS "sum:amount:ok" FROM "public"."orders" "orders" GROUP BY 1;

SELECT 1 AS "empty", CAST("orders"."placed_on" AS DATE) AS "tdy:placed_on:ok", SUM(CAST("orders"."quantity" AS BIGINT)) AS "sum:quantity:ok" FROM "public"."orders" "orders" WHERE ((CAST(DATE_TRUNC( 'MONTH', CAST("orders"."placed_on" AS TIMESTAMP) ) AS DATE) >= (DATE '2024-01-01'))) GROUP BY 2;

SELECT CAST(DATE_TRUNC( 'QUARTER', "orders"."placed_on" ) AS DATE) AS "tqr", COUNT(DISTINCT "orders"."id") AS "ctd:id:ok" FROM "public"."orders" "orders" GROUP BY 1;

SELECT "t"."X_measure__0" FROM ( SELECT MIN("orders"."id") AS "X_measure__0", CAST(0 AS BIGINT) AS "$__alias__0" FROM "public"."orders" "orders" HAVING (COUNT(1) > 0) ) "t";

SELECT "orders"."note" AS "note" FROM "public"."orders" "orders" INNER JOIN ( SELECT "orders"."status" AS "status", SUM("orders"."amount") AS "$__alias__0" FROM "public"."orders" "orders" GROUP BY 1 ORDER BY 2 DESC NULLS LAST , 1 ASC NULLS FIRST LIMIT 10 ) "t0" ON ("orders"."status" = "t0"."status") GROUP BY 1;

BEGIN; DECLARE "SQL_CUR0x7f8" CURSOR WITH HOLD FOR SELECT * FROM "public"."products" LIMIT 10; FETCH 100 IN "SQL_CUR0x7f8"; CLOSE "SQL_CUR0x7f8"; COMMIT;
