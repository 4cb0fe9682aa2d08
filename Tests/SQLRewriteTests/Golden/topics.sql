-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Topics: only the joins that are needed, filters wherever they lie, measures as aggregates (spec 11).

policy topics

-- Columns of the base view need no join; unqualified names are found, since the role reaches topics only.
in   SELECT "orders.status" FROM topics."Open"
out  SELECT "orders.status" FROM (SELECT orders.status AS "orders.status" FROM public.orders AS orders) AS "Open"
in   SELECT o."orders.big" FROM "Open" AS o
out  SELECT o."orders.big" FROM (SELECT (orders.total > 100) AS "orders.big" FROM public.orders AS orders) AS o
in   SELECT count(*) FROM topics."Open"
out  SELECT count(*) FROM (SELECT  FROM public.orders AS orders) AS "Open"
in   SELECT "orders.status", "customers.tenant_id" FROM topics."Open"
out  SELECT "orders.status", "customers.tenant_id" FROM (SELECT customers.tenant_id AS "customers.tenant_id", orders.status AS "orders.status" FROM public.orders AS orders LEFT JOIN public.customers AS customers ON (orders.customer_id = customers.id)) AS "Open"
in   SELECT "orders.created_at[month]" FROM topics."Open"
out  SELECT "orders.created_at[month]" FROM (SELECT date_trunc('month', (orders.created_at)) AS "orders.created_at[month]" FROM public.orders AS orders) AS "Open"
in   SELECT "orders.mine" FROM topics."Open"
out  SELECT "orders.mine" FROM (SELECT (orders.status =  'acme' ) AS "orders.mine" FROM public.orders AS orders) AS "Open"

-- A filter on the base view, on one that it forces to be joined, and behind a join that multiplies rows (A-17).
in   SELECT "orders.id" FROM topics."Orders"
out  SELECT "orders.id" FROM (SELECT orders.id AS "orders.id" FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS "Orders"
in   SELECT "orders.id" FROM topics."Buyers"
out  SELECT "orders.id" FROM (SELECT orders.id AS "orders.id" FROM public.orders AS orders LEFT JOIN public.customers AS customers ON (orders.customer_id = customers.id) WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS "Buyers"
in   SELECT "orders.id" FROM topics."Skus"
out  SELECT "orders.id" FROM (SELECT orders.id AS "orders.id" FROM public.orders AS orders WHERE EXISTS (SELECT 1 FROM public.order_items AS order_items WHERE (orders.id = order_items.order_id) AND (order_items.sku OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text))) AS "Skus"
in   SELECT "orders.id", "order_items.sku" FROM topics."Skus"
out  SELECT "orders.id", "order_items.sku" FROM (SELECT order_items.sku AS "order_items.sku", orders.id AS "orders.id" FROM public.orders AS orders LEFT JOIN public.order_items AS order_items ON (orders.id = order_items.order_id) WHERE order_items.sku OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS "Skus"

-- What the model always asks for; what could fail runs behind the filters (R43).
in   SELECT "orders.id" FROM topics."Safe"
out  SELECT "orders.id" FROM (SELECT orders.id AS "orders.id" FROM public.orders AS orders WHERE orders.status IS NOT NULL) AS "Safe"
in   SELECT "orders.id" FROM topics."Careful"
out  SELECT "orders.id" FROM (SELECT orders.id AS "orders.id" FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text THEN (1 / orders.total > 0) END)) AS "Careful"

-- A leaky expression of the user's or of the model's fences the topic (R48, R50).
in   SELECT "orders.id" FROM topics."Orders" WHERE 1 / "orders.total" > 0 AND "orders.id" = 7
out  SELECT "orders.id" FROM (SELECT * FROM (SELECT orders.id AS "orders.id", orders.total AS "orders.total" FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS "Orders" WHERE "orders.id" = 7 LIMIT ALL) AS "Orders" WHERE CASE WHEN (1 / "orders.total" > 0) THEN true END AND "orders.id" = 7
in   SELECT "orders.rate" FROM topics."Buyers"
out  SELECT "orders.rate" FROM (SELECT * FROM (SELECT (orders.total / customers.id) AS "orders.rate" FROM public.orders AS orders LEFT JOIN public.customers AS customers ON (orders.customer_id = customers.id) WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS "Buyers" LIMIT ALL) AS "Buyers"
in   SELECT "orders.rate" FROM topics."Open"
out  SELECT "orders.rate" FROM (SELECT (orders.total / customers.id) AS "orders.rate" FROM public.orders AS orders LEFT JOIN public.customers AS customers ON (orders.customer_id = customers.id)) AS "Open"

-- Masks cover the field in every use.
in   SELECT "customers.name" FROM topics."Open" WHERE "customers.name" > 'x'
out  SELECT "customers.name" FROM (SELECT pg_catalog.md5("Open"."omni:mask:0") COLLATE pg_catalog."default" AS "customers.name" FROM (SELECT customers.name AS "omni:mask:0" FROM public.orders AS orders LEFT JOIN public.customers AS customers ON (orders.customer_id = customers.id)) AS "Open") AS "Open" WHERE "customers.name" > 'x'

-- Measures, plain and where rows are multiplied.
in   SELECT "orders.status", measure("orders.revenue") FROM topics."Open" GROUP BY 1
out  SELECT "orders.status", (pg_catalog.sum("Open"."omni:0")) AS "orders.revenue" FROM (SELECT orders.status AS "orders.status", orders.total AS "omni:0" FROM public.orders AS orders) AS "Open" GROUP BY 1
in   SELECT measure("orders.count"), measure(orders.each) FROM topics."Open" AS o
out  SELECT (pg_catalog.count(*)) AS "orders.count", ((pg_catalog.sum(o."omni:0")) / (pg_catalog.count(*))) AS "orders.each" FROM (SELECT orders.total AS "omni:0" FROM public.orders AS orders) AS o
in   SELECT "order_items.sku", measure("orders.revenue"), measure("orders.count"), measure("order_items.count") FROM topics."Open" GROUP BY 1
out  SELECT "order_items.sku", (((pg_catalog.sum(DISTINCT (pg_catalog.hashtextextended("Open"."omni:1" COLLATE pg_catalog."C", 1)::pg_catalog.numeric * 18446744073709551616 + pg_catalog.hashtextextended("Open"."omni:1" COLLATE pg_catalog."C", 2)::pg_catalog.numeric) + ("Open"."omni:2")::pg_catalog.numeric) - pg_catalog.sum(DISTINCT (pg_catalog.hashtextextended("Open"."omni:1" COLLATE pg_catalog."C", 1)::pg_catalog.numeric * 18446744073709551616 + pg_catalog.hashtextextended("Open"."omni:1" COLLATE pg_catalog."C", 2)::pg_catalog.numeric)) FILTER (WHERE ("Open"."omni:2") IS NOT NULL)))::pg_catalog.numeric) AS "orders.revenue", (pg_catalog.count(DISTINCT "Open"."omni:1")) AS "orders.count", (pg_catalog.count("Open"."omni:0")) AS "order_items.count" FROM (SELECT order_items.sku AS "order_items.sku", order_items.id AS "omni:0", (orders.id)::text AS "omni:1", orders.total AS "omni:2" FROM public.orders AS orders LEFT JOIN public.order_items AS order_items ON (orders.id = order_items.order_id)) AS "Open" GROUP BY 1
in   SELECT measure("orders.count") AS n FROM topics."Open" HAVING measure("orders.count") > 1 ORDER BY measure("orders.revenue")
out  SELECT (pg_catalog.count(*)) AS n FROM (SELECT orders.total AS "omni:0" FROM public.orders AS orders) AS "Open" HAVING (pg_catalog.count(*)) > 1 ORDER BY (pg_catalog.sum("Open"."omni:0"))
in   SELECT "order_items.sku", measure("orders.raw") FROM topics."Open" GROUP BY 1
refuse 0A000 topic "Open" measure "orders.raw" aggregates in its own SQL and would count rows twice in these joins

-- Refusals.
in   SELECT "orders.secret" FROM topics."Open"
refuse 42703 column "orders.secret" does not exist
in   SELECT "orders.total", measure("orders.nothing") FROM topics."Open"
refuse 42703 column "orders.nothing" does not exist
in   SELECT measure("orders.total") FROM topics."Open"
refuse 42803 "orders.total" is a dimension and no measure
in   SELECT measure(1) FROM topics."Open"
refuse 42883 measure takes the name of a measure, such as measure("orders.revenue")
in   SELECT measure("orders.count") FILTER (WHERE true) FROM topics."Open"
refuse 0A000 measure with DISTINCT, ORDER BY, FILTER or OVER is not supported
in   SELECT measure("orders.count") FROM topics."Open" AS a, topics."Open" AS b
refuse 42702 column reference "orders.count" is ambiguous
in   SELECT *, measure("orders.count") FROM topics."Open"
refuse 0A000 a measure beside all columns of its topic is not supported
in   SELECT "omni:0", measure("orders.revenue") FROM topics."Open"
refuse 42703 column "omni:0" does not exist
in   SELECT measure("orders.count") FROM topics."Open" NATURAL JOIN (SELECT 1 AS "omni:0") AS x
refuse 0A000 measure is not supported beside NATURAL JOIN; join by USING
in   SELECT (SELECT measure("orders.count")) FROM topics."Open"
refuse 42703 column "orders.count" does not exist
in   SELECT 1 FROM topics."Lost"
refuse 42P01 relation "topics.Lost" does not exist
in   SELECT 1 FROM public.orders
refuse 42P01 relation "public.orders" does not exist
