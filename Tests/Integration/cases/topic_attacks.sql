-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- One attempt per line upon the topics of two shops that differ in what emea@x.test may not see (test_topic_attacks.py).

SELECT "customers.rating" FROM topics."Orders"
SELECT measure("customers.total_rating") FROM topics."Customers"
SELECT measure("orders.secret") FROM topics."Orders"
SELECT "customers.country" FROM topics."Customers"
SELECT "visits.page" FROM topics."Customers"
SELECT * FROM topics."Customers" ORDER BY "customers.id" DESC LIMIT 1
SELECT * FROM topics."Orders" ORDER BY "orders.id" DESC, 1, 2, 3 LIMIT 1
SELECT t FROM topics."Customers" t ORDER BY t."customers.id" DESC LIMIT 1
SELECT row_to_json(t) FROM topics."Orders" t ORDER BY t."orders.id" DESC LIMIT 1
SELECT (t)."customers.rating" FROM topics."Customers" t
SELECT (t)."customers.name" FROM topics."Customers" t ORDER BY 1 DESC LIMIT 1
SELECT t."omni:0" FROM topics."Orders" t
SELECT "customers.region", count(*) FROM topics."Orders" GROUP BY 1
SELECT DISTINCT "customers.region" FROM topics."Customers"
SELECT count(*) FROM topics."Orders" WHERE "customers.region" IS NULL
SELECT count(*) FROM topics."Orders" WHERE "customers.region" <> 'emea' OR "customers.region" IS NULL
SELECT count(*) FROM topics."Orders" WHERE true OR "customers.region" = 'zzz'
SELECT max("orders.id"), min("orders.status"), max("customers.name") FROM topics."Orders"
SELECT measure("orders.count"), measure("customers.count"), measure("order_lines.count"), measure("products.count") FROM topics."Orders"
SELECT measure("orders.revenue"), measure("order_lines.total_sum"), measure("order_lines.order_amounts") FROM topics."Orders"
SELECT measure("orders.all_statuses"), measure("orders.statuses"), measure("orders.first") FROM topics."Orders"
SELECT "products.brand", measure("orders.revenue") FROM topics."Orders" GROUP BY 1 ORDER BY 1
SELECT "seller_countries.continent", measure("orders.count") FROM topics."Orders" GROUP BY 1 ORDER BY 1
SELECT "sellers.region", "sellers.name" FROM topics."Orders" ORDER BY 2 DESC LIMIT 2
SELECT measure("orders.european_count") FROM topics."Orders"
SELECT measure("customers.average_weight"), measure("customers.median_rating") FROM topics."Customers"
SELECT "customer_totals.revenue", "customer_totals.orders" FROM topics."Customers" ORDER BY 1 DESC NULLS LAST LIMIT 2
SELECT "spenders.spent", count(*) FROM topics."Customers" GROUP BY 1 ORDER BY 1 DESC LIMIT 2
SELECT max("visits.seconds"), count("visits.customer_id") FROM topics."Customers"
SELECT "products.brand", measure("order_lines.count"), measure("products.price_sum") FROM topics."Brands" GROUP BY 1
SELECT measure("orders.count"), max("orders.id") FROM topics."Brands"
SELECT DISTINCT "products.brand" FROM topics."Brands"
SELECT max("order_lines.order_id"), measure("order_lines.quantity_sum"), measure("depot__stock.pieces_sum") FROM topics."Lines"
SELECT count(*) FROM topics."Lines" WHERE "customers.region" = 'zzz'
SELECT max("orders.id") FROM topics."Automatic"
SELECT count(*) FROM topics."Finance"
SELECT count(*) FROM topics."Nothing"
SELECT count(*) FROM topics.customers
SELECT count(*) FROM topics."Customers" NATURAL JOIN topics."Orders"
SELECT count(*) FROM topics."Orders" a JOIN topics."Lines" b USING ("orders.id", "customers.id")
SELECT count(*) FROM sales.customers
SELECT max(id), max(name), min(weight) FROM sales.customers
SELECT count(*) FROM sales.customers WHERE 100 / weight > 1
SELECT count(*) FROM topics."Orders" o JOIN sales.customers c ON c.id = o."customers.id" AND 100 / c.weight > 1
SELECT count(*) FROM (topics."Orders" o JOIN sales.customers c ON c.id = o."customers.id") WHERE 100 / c.weight > 1
SELECT measure("orders.count") FROM topics."Orders" HAVING measure("orders.count") > 0 AND 1 / (measure("orders.count") - 5000) = 0
SELECT round(measure("orders.revenue") / measure("orders.count"), 2) FROM topics."Orders" GROUP BY "orders.status" ORDER BY 1 LIMIT 1
SELECT "orders.status", measure("orders.revenue"), rank() OVER (ORDER BY measure("orders.revenue") DESC NULLS LAST) FROM topics."Orders" GROUP BY 1 ORDER BY 3 LIMIT 2
COPY topics."Orders" TO STDOUT
COPY topics."Customers" ("customers.id", "customers.email") TO STDOUT
COPY (SELECT measure("orders.count") FROM topics."Orders") TO STDOUT
EXPLAIN SELECT 1 FROM topics."Orders"
EXPLAIN (ANALYZE, VERBOSE) SELECT measure("orders.count") FROM topics."Orders"
SELECT 1 FROM topics."Orders" FOR UPDATE
SELECT 1 FROM topics."Orders" TABLESAMPLE system (100)
SELECT ctid, xmin, tableoid FROM topics."Orders"
SELECT pg_typeof(t) FROM topics."Orders" t LIMIT 1
SELECT 'topics."Orders"'::regclass
SELECT to_regclass('topics."Orders"')
SELECT NULL::topics."Orders"
SELECT relname FROM pg_class WHERE relname IN ('Orders', 'Finance', 'Lost', 'Customers') ORDER BY 1
SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'topics' ORDER BY 1, 2
SELECT count(*) FROM information_schema.columns WHERE column_name LIKE '%rating%' OR column_name LIKE '%secret%'
SELECT nspname FROM pg_namespace ORDER BY 1
WITH "Orders" AS (SELECT 1 AS x) SELECT * FROM "Orders"
WITH orders AS (SELECT 1 AS id), customers AS (SELECT 2 AS id) SELECT measure("orders.count") FROM topics."Orders"
WITH omni AS (SELECT 1) SELECT measure("orders.count") FROM topics."Orders", omni
SELECT measure("orders.count") FROM topics."Orders" AS orders, sales.products AS customers
SELECT measure(customers.count) FROM topics."Orders" AS customers
SELECT measure("orders.count") OVER () FROM topics."Orders"
SELECT measure("orders.count") FILTER (WHERE true) FROM topics."Orders"
SELECT measure(DISTINCT "orders.count") FROM topics."Orders"
SELECT measure("orders.count", "orders.count") FROM topics."Orders"
SELECT measure('orders.count') FROM topics."Orders"
SELECT measure("orders.count"::text) FROM topics."Orders"
SELECT measure((SELECT 1)) FROM topics."Orders"
SELECT sum(measure("orders.count")) FROM topics."Orders"
SELECT (SELECT measure("orders.count")) FROM topics."Orders"
SELECT (SELECT measure(t."orders.count") FROM sales.products LIMIT 1) FROM topics."Orders" t
SELECT measure("orders.count") FROM topics."Orders" GROUP BY ROLLUP ("orders.status") ORDER BY 1
SELECT measure("orders.revenue") FROM topics."Orders" GROUP BY GROUPING SETS (("orders.status"), ()) ORDER BY 1
SELECT "orders.status", measure("orders.count") FROM topics."Orders" WHERE "orders.id" > 899 GROUP BY 1
SELECT measure("orders.count") FROM (SELECT * FROM topics."Orders") s
SELECT "Orders"."orders.id" FROM topics."Orders" ORDER BY 1 DESC LIMIT 1
SELECT topics."Orders"."orders.id" FROM topics."Orders" ORDER BY 1 DESC LIMIT 1
SELECT shop.topics."Orders"."orders.id" FROM shop.topics."Orders" ORDER BY 1 DESC LIMIT 1
SELECT a."b" FROM topics."Orders" AS a("b") ORDER BY 1 LIMIT 1
SET search_path TO topics, sales; SELECT measure("orders.count") FROM "Orders"
PREPARE p (int) AS SELECT count(*) FROM topics."Orders" WHERE 1 / ("orders.id" - $1) > 5; EXECUTE p(900); EXECUTE p(2001); EXECUTE p(900); EXECUTE p(900); EXECUTE p(900); EXECUTE p(900); EXECUTE p(2001)
PREPARE p (text) AS SELECT count(*) FROM topics."Orders" WHERE 'x' LIKE "orders.status" || $1; EXECUTE p(''); EXECUTE p('\'); EXECUTE p('')
BEGIN; DECLARE c SCROLL CURSOR FOR SELECT "orders.id", 1 / ("orders.id" - 900) FROM topics."Orders" ORDER BY 1 DESC; FETCH 2 FROM c; FETCH LAST FROM c; FETCH BACKWARD 2 FROM c; COMMIT
SELECT "orders.tier", "orders.channel_group", "orders.stage", count(*) FROM topics."Orders" GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
SELECT measure("orders.january_count"), measure("orders.spring_revenue"), measure("orders.later_count"), measure("orders.between_count") FROM topics."Orders"
SELECT measure("orders.early_count"), measure("orders.quarter_count"), measure("orders.recent_count"), measure("orders.not_big_count") FROM topics."Orders"
SELECT measure("orders.count"), max("orders.id"), max("customers.region") FROM topics."Patterns"
SELECT count(*) FROM topics."Patterns" WHERE 1 / ("orders.id" - 900) >= 0 AND 1 / ("orders.id" - 2001) <= 0
SELECT count(*) FROM topics."Patterns" WHERE 'x' LIKE "orders.status" || "customers.region"
SELECT "orders.channel", "orders.only_here", count(*) FROM topics."Sundays" GROUP BY 1, 2 ORDER BY 1, 2
SELECT measure("orders.only_here_sum"), max("customers.email") FROM topics."Sundays" WHERE 100 / "customers.weight" > 0
SELECT "customers.rating" FROM topics."Sundays"
SELECT count(*), max("customers.id"), max("countries.name") FROM topics."Guarded"
SELECT count(*) FROM topics."Guarded" WHERE "countries.code" IS NULL
SELECT count(*) FROM topics."Guarded" WHERE 100 / "customers.weight" > 1 AND "countries.code" LIKE "customers.email"
SELECT measure("customers.count") FROM topics."Guarded" GROUP BY "countries.continent" ORDER BY 1
SELECT "orders.created_at[week]", "orders.due[month]", count(*) FROM topics."Sundays" GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 3
