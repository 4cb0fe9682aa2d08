-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- One attempt a line, made as alice of alpha to learn something of beta. Each runs against two
-- databases that differ in beta's rows alone: the answers must be the same bytes, and no byte of
-- beta's may be among them. Whether an attempt is refused, fails or gives alpha's rows is not judged.
-- Numbers in brackets name findings and rules of the threat model.

-- conditions that raise on a hidden value (M1, M2, M3)
SELECT count(*) FROM orders WHERE status::int > 0
SELECT count(*) FROM orders WHERE CAST(status AS boolean)
SELECT count(*) FROM customers WHERE name::int = 1
SELECT count(*) FROM customers WHERE city::inet IS NULL
SELECT count(*) FROM orders WHERE 1 / (amount - 700001) > 0
SELECT count(*) FROM orders WHERE 1 / quantity > 0
SELECT count(*) FROM orders WHERE 1 / (id - 700501) IS NOT NULL
SELECT count(*) FROM orders WHERE CASE WHEN tenant_id = 'beta' THEN 1 / 0 ELSE 1 END = 1
SELECT count(*) FROM orders WHERE CASE WHEN status LIKE 'CANARY%' THEN status::int END = 1
SELECT count(*) FROM orders WHERE CASE WHEN id > 700000 THEN (status || 'x')::int ELSE 0 END = 0
SELECT count(*) FROM orders WHERE note::json IS NOT NULL
SELECT count(*) FROM orders WHERE note::xml IS NOT NULL
SELECT count(*) FROM orders WHERE ('{' || note)::int[] IS NOT NULL
SELECT count(*) FROM orders WHERE to_number(status, '9') > 0
SELECT count(*) FROM orders WHERE to_date(status, 'YYYY') IS NULL
SELECT count(*) FROM orders WHERE (status || '-01-01')::date IS NULL
SELECT count(*) FROM orders WHERE status ~ note
SELECT count(*) FROM orders WHERE 'x' ~ status
SELECT count(*) FROM orders WHERE 'a' LIKE status
SELECT count(*) FROM customers WHERE 'a' LIKE name
SELECT count(*) FROM customers WHERE name LIKE 'CANARY%' ESCAPE city
SELECT count(*) FROM orders WHERE repeat('x', id * 1000)::int IS NULL
SELECT count(*) FROM orders WHERE sqrt(700000 - id) > 0
SELECT count(*) FROM orders WHERE ln(700001 - id) > 0
SELECT count(*) FROM orders WHERE chr(id) IS NOT NULL
SELECT count(*) FROM orders WHERE power(amount, 999999) > 0
SELECT count(*) FROM orders WHERE id * 10000 > 0
SELECT count(*) FROM orders WHERE (id::bigint << 40)::int > 0
SELECT count(*) FROM orders WHERE id::smallint > 0
SELECT count(*) FROM orders WHERE decode(status, 'hex') IS NOT NULL
SELECT count(*) FROM orders WHERE convert_from(status::bytea, 'UTF8') IS NOT NULL
SELECT count(*) FROM orders WHERE overlay(status PLACING 'x' FROM quantity - 700001) IS NOT NULL
SELECT count(*) FROM orders WHERE substring(status, 1, 700000 - id) IS NOT NULL
SELECT count(*) FROM orders WHERE date_trunc(status, now()) IS NULL
SELECT count(*) FROM orders WHERE now() AT TIME ZONE status IS NULL
SELECT count(*) FROM orders WHERE width_bucket(amount, 0, 700000 - id, 5) > 0
SELECT count(*) FROM orders WHERE lpad('x', 1073741823 - id) IS NULL
SELECT count(*) FROM orders WHERE (ARRAY[1, 2])[id - 700000] / 0 IS NULL
SELECT count(*) FROM orders WHERE generate_subscripts(ARRAY[id], id - 700000) IS NULL
SELECT count(*) FROM orders WHERE format('%' || status, 1) IS NULL
SELECT count(*) FROM orders WHERE id IN (SELECT status::int FROM orders)
SELECT count(*) FROM orders WHERE tenant_id = 'alpha' AND status::int > 0
SELECT count(*) FROM orders WHERE tenant_id = 'beta' AND status::int > 0
SELECT count(*) FROM orders WHERE tenant_id <> 'alpha' AND status::int > 0
SELECT count(*) FROM events WHERE kind::int > 0
SELECT count(*) FROM events WHERE 1 / (region - 3) < 5
SELECT count(*) FROM events WHERE 'x' LIKE payload
SELECT count(*) FROM sites WHERE code::int > 0
SELECT count(*) FROM sites WHERE 1 / (visitors - 700001) < 2
SELECT count(*) FROM items WHERE label::int > 0
SELECT count(*) FROM items WHERE 1 / (order_id - 700001) < 2
SELECT count(*) FROM items WHERE 1 / quantity < 2 AND order_id > 700000
SELECT count(*) FROM readings WHERE 1 / value < 2
SELECT count(*) FROM readings WHERE 1 / (value - 700001) < 2
SELECT count(*) FROM order_totals WHERE status::int > 0
SELECT count(*) FROM order_totals WHERE 1 / worth > 0
SELECT count(*) FROM books.ledger WHERE 1 / (cents - 700001) < 2
SELECT count(*) FROM "Odd Name" WHERE "select"::int > 0

-- the same one level up, or in other clauses (M2 to M7, M12, M13)
SELECT count(*) FROM (SELECT status::int AS n FROM orders) AS s WHERE n > 0
SELECT count(*) FROM (SELECT status::int AS n, tenant_id FROM orders) AS s WHERE tenant_id = 'alpha'
SELECT count(*) FROM (SELECT * FROM orders OFFSET 0) AS s WHERE status::int > 0
SELECT count(*) FROM (SELECT DISTINCT status FROM orders) AS s WHERE status::int > 0
SELECT count(*) FROM (SELECT status, count(*) FROM orders GROUP BY status) AS s WHERE status::int > 0
SELECT count(*) FROM (SELECT status FROM orders UNION ALL SELECT name FROM customers) AS s WHERE status::int > 0
SELECT count(*) FROM (SELECT status, row_number() OVER (PARTITION BY status) FROM orders) AS s WHERE status::int > 0
WITH s AS (SELECT * FROM orders) SELECT count(*) FROM s WHERE status::int > 0
WITH s AS MATERIALIZED (SELECT status::int FROM orders) SELECT count(*) FROM s
WITH s AS NOT MATERIALIZED (SELECT * FROM orders) SELECT count(*) FROM s, s AS t WHERE s.status::int > 0 AND s.id = t.id
SELECT status FROM orders GROUP BY status HAVING status::int > 0
SELECT count(*) FROM orders HAVING min(status::int) > 0
SELECT max(status::int) FROM orders
SELECT count(*) FILTER (WHERE status::int > 0) FROM orders
SELECT CASE WHEN count(*) > 0 THEN max(1 / (id - 700001)) END FROM orders
SELECT status::int FROM orders
SELECT 1 / (id - 700001) FROM orders
SELECT (SELECT max(status::int) FROM orders)
SELECT c.id FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.status::int > 0)
SELECT c.id FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id AND o.status::int > 0)
SELECT c.id FROM customers c JOIN orders o ON o.status::int = c.id
SELECT c.id FROM customers c LEFT JOIN orders o ON o.status::int = c.id
SELECT c.id FROM customers c LEFT JOIN orders o ON true AND 1 / (o.id - 700001) > 5
SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.status::int > 0
SELECT c.id FROM customers c RIGHT JOIN orders o ON o.customer_id = c.id AND c.name::int > 0
SELECT c.id FROM customers c FULL JOIN orders o ON o.customer_id = c.id AND o.id = 700001 / (o.id - 700001)
SELECT c.id FROM customers c, LATERAL (SELECT o.status::int AS n FROM orders o WHERE o.customer_id = c.id) AS l WHERE l.n > 0
SELECT c.id FROM customers c, LATERAL (SELECT 1 / (c.id - 700001) AS n) AS l WHERE l.n > 5
SELECT c.id FROM customers c, generate_series(1, 1 / (c.id - 700001)) AS g
SELECT o.id FROM orders o, unnest(ARRAY[o.status::int]) AS u
SELECT o.id FROM orders o JOIN products p ON p.id = o.status::int
SELECT p.id FROM products p LEFT JOIN (SELECT id, status::int AS n FROM orders) AS s ON s.id = p.id WHERE s.n > 0
SELECT p.id FROM products p WHERE p.id = (SELECT o.quantity FROM orders o WHERE o.id = 700001)
SELECT p.id FROM products p WHERE p.id < (SELECT 1 / (o.id - 700001) FROM orders o WHERE o.tenant_id = 'beta')
SELECT p.id FROM products p WHERE p.id NOT IN (SELECT quantity FROM orders WHERE tenant_id = 'beta')
SELECT (SELECT id FROM orders WHERE id > 700000)
SELECT (SELECT id FROM orders WHERE tenant_id = 'beta') IS NULL
SELECT id FROM orders ORDER BY status::int
SELECT id FROM orders ORDER BY 1 / (id - 700001) LIMIT 1
SELECT DISTINCT ON (status::int) id FROM orders
SELECT id FROM orders GROUP BY id HAVING 1 / (id - 700001) > 5
SELECT sum(amount) OVER (ORDER BY status::int) FROM orders
SELECT id FROM orders LIMIT (SELECT count(*) FROM orders WHERE tenant_id = 'beta')
SELECT id FROM orders WHERE id = ANY (ARRAY(SELECT status::int FROM orders))
SELECT id FROM orders WHERE ROW (id, status::int) = ROW (1, 1)
SELECT id FROM orders WHERE (id, status) > (700000, 'C')
SELECT count(*) FROM orders TABLESAMPLE BERNOULLI (50) REPEATABLE (7) WHERE status::int > 0
SELECT count(*) FROM orders TABLESAMPLE BERNOULLI ((SELECT count(*) FROM secrets))
SELECT count(*) FROM orders WHERE random() > 2 OR status::int > 0
SELECT count(*) FROM orders WHERE random() >= 0
SELECT setseed(id) FROM orders
SELECT count(*) FROM orders WHERE (SELECT 1 / 0 WHERE orders.id > 700000) IS NULL
SELECT count(*) FROM orders WHERE (SELECT 1 / 0) = 1 AND tenant_id = 'beta'
SELECT count(*) FROM orders WHERE tenant_id = 'beta' AND 'x'::text::int = 1
SELECT count(*) FROM orders o WHERE EXISTS (SELECT FROM products o WHERE o.id = 1) AND o.status::int > 0
SELECT count(*) FROM orders o WHERE (SELECT o.name FROM customers o WHERE o.name::int > 0 LIMIT 1) IS NULL

-- sub-selects and FROM items that fail when a hidden row asks for them (M18, R97)
SELECT count(*) FROM items i, LATERAL unnest(ARRAY[1 / (i.order_id - 700001)]) AS u WHERE u = 3
SELECT count(*) FROM items i, generate_series(1, 10 / (i.order_id - 700001)) AS u WHERE u = 3
SELECT count(*) FROM items i WHERE EXISTS (SELECT FROM generate_series(1, 10 / (i.order_id - 700001)) AS u WHERE u = 3)
SELECT count(*) FROM items i WHERE i.line IN (SELECT g FROM generate_series(1, 10 / (i.order_id - 700001)) AS g)
SELECT count(*) FROM items i WHERE EXISTS (SELECT 1 FROM products p LIMIT 1 / (i.order_id - 700001))
SELECT count(*) FROM items i WHERE EXISTS (SELECT 1 LIMIT 700000 - i.order_id)
SELECT count(*) FROM items i, LATERAL (SELECT 1 LIMIT 1 / (i.order_id - 700001)) q
SELECT count(*) FROM items i, LATERAL (SELECT 1 AS k LIMIT 1 OFFSET 700000 - i.order_id) q WHERE k = i.line
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN EXISTS (SELECT FROM products LIMIT -1) ELSE true END
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN EXISTS (SELECT FROM products TABLESAMPLE BERNOULLI (200)) ELSE true END
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN EXISTS (SELECT FROM (VALUES (1),(1/0)) v) ELSE true END
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN i.line IN (VALUES (1),(1/0)) ELSE true END
SELECT count(*) FROM items i WHERE (SELECT count(p.x / (i.order_id - 700001)) FROM (VALUES (1)) AS p (x)) >= 0
SELECT count(*) FROM items i WHERE EXISTS (SELECT count(p.id / (i.order_id - 700001)) FROM products p)
SELECT count(*) FROM items i WHERE (SELECT count(*) FILTER (WHERE p.id / (i.order_id - 700001) > 0) FROM products p) >= 0
SELECT count(*) FROM items i WHERE (SELECT max(n) FROM (SELECT count(*) OVER (ROWS i.quantity - 1 PRECEDING) AS n FROM products p) q) >= 0
SELECT count(*) FROM items i WHERE (SELECT count(*) FROM (SELECT row_number() OVER (ORDER BY p.id / (i.order_id - 700001)) AS n FROM products p) q) >= 0
SELECT count(*) FROM items i WHERE EXISTS (SELECT row_number() OVER (ORDER BY p.id / (i.order_id - 700001)) AS n FROM products p)
SELECT o.quantity FROM orders o GROUP BY o.quantity HAVING EXISTS (SELECT i.order_id FROM items i GROUP BY i.order_id HAVING 10 / (i.order_id - max(o.quantity) - 700001 + max(o.quantity)) > 0)
SELECT p.id FROM products p GROUP BY p.id HAVING EXISTS (SELECT i.order_id FROM items i GROUP BY i.order_id HAVING 10 / (i.order_id - max(p.id) - 700001 + max(p.id)) > 5)
SELECT p.id FROM products p GROUP BY p.id HAVING EXISTS (SELECT i.label FROM items i GROUP BY i.label HAVING max(p.name) LIKE i.label)
SELECT p.id FROM products p GROUP BY p.id HAVING EXISTS (SELECT i.status FROM orders i GROUP BY i.status HAVING max(p.name) LIKE i.status)
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN 9223372036854775807::money > '0' ELSE true END
SELECT count(*) FROM items i WHERE CASE WHEN i.order_id = 700001 THEN 1e30::money IS NULL ELSE true END

-- planning time (M8, M9, M11)
SELECT count(*) FROM orders WHERE status LIKE 'x\'
SELECT count(*) FROM orders WHERE NOT status LIKE 'CANARY\'
SELECT count(*) FROM customers WHERE city LIKE '\'
SELECT count(*) FROM (SELECT * FROM customers OFFSET 0) AS s WHERE city LIKE 'C\'
SELECT count(*) FROM (SELECT city FROM customers GROUP BY city) AS s WHERE city LIKE 'C\'
SELECT count(*) FROM customers WHERE (city LIKE 'C\') IS TRUE
SELECT count(*) FROM customers WHERE city SIMILAR TO 'C\'
SELECT count(*) FROM customers WHERE city ~ '('
EXPLAIN SELECT * FROM orders
EXPLAIN (FORMAT json, COSTS on) SELECT * FROM orders WHERE tenant_id = 'beta'
EXPLAIN ANALYZE SELECT * FROM orders
EXPLAIN VERBOSE SELECT * FROM items
EXPLAIN SELECT * FROM products, orders
EXPLAIN EXECUTE nothing
EXPLAIN DECLARE c CURSOR FOR SELECT * FROM orders

-- whole rows, functional notation, row types (M27, R25)
SELECT orders FROM orders
SELECT o FROM orders o
SELECT (o).* FROM orders o
SELECT (o).status FROM orders o
SELECT o.orders FROM orders AS o
SELECT status(o) FROM orders o
SELECT tenant_id(o) FROM orders o
SELECT row_to_json(o) FROM orders o
SELECT to_jsonb(orders) FROM orders
SELECT json_agg(o) FROM orders o
SELECT o::text FROM orders o
SELECT o.*::text FROM orders o
SELECT text(o) FROM orders o
SELECT hstore(o) FROM orders o
SELECT count(*) FROM orders o WHERE o::text LIKE '%CANARY%'
SELECT count(*) FROM orders o WHERE o IS NOT NULL
SELECT count(*) FROM orders a JOIN orders b ON a = b
SELECT count(o) FROM orders o LEFT JOIN customers c ON o::text::int = 1
SELECT NULL::orders
SELECT NULL::public.secrets
SELECT (NULL::secrets).*
SELECT json_populate_record(NULL::orders, '{}')
SELECT jsonb_to_recordset('[]') FROM orders
SELECT ROW (orders.*) FROM orders
SELECT array_agg(orders) FROM orders
SELECT max(o::text) FROM orders o
SELECT twice(o) FROM orders o
SELECT o.twice FROM orders o
SELECT o.pg_typeof FROM orders o
SELECT md5(o::text) FROM orders o ORDER BY 1 LIMIT 3

-- system columns (R27)
SELECT ctid, * FROM orders
SELECT max(ctid) FROM orders
SELECT o.xmin FROM orders o
SELECT tableoid::regclass FROM orders
SELECT id FROM orders WHERE ctid = '(0,1)'
SELECT id FROM orders WHERE ctid < '(99,1)' ORDER BY ctid DESC LIMIT 1
SELECT s.ctid FROM (SELECT ctid, * FROM orders) AS s
SELECT "ctid" FROM orders
SELECT U&"\0063tid" FROM orders

-- names: CTEs, aliases, quoting, comments, case (R15 to R20, T4)
WITH orders AS (SELECT * FROM public.orders) SELECT * FROM orders WHERE tenant_id = 'beta'
WITH alpha AS (TABLE orders), orders AS (TABLE alpha) SELECT * FROM orders WHERE tenant_id = 'beta'
WITH RECURSIVE orders AS (SELECT * FROM public.orders UNION SELECT * FROM orders) SELECT * FROM orders WHERE tenant_id = 'beta'
WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM public.orders) SELECT * FROM a WHERE tenant_id = 'beta'
SELECT * FROM (WITH orders AS (SELECT 1) SELECT * FROM public.orders) AS s WHERE tenant_id = 'beta'
SELECT (WITH orders AS (SELECT 1 AS x) SELECT x FROM orders), * FROM orders WHERE tenant_id = 'beta'
WITH x AS (WITH orders AS (SELECT 1) SELECT * FROM public.orders) SELECT * FROM x, orders WHERE orders.tenant_id = 'beta'
WITH secrets AS (SELECT 1) SELECT * FROM public.secrets
WITH a AS (SELECT * FROM secrets), secrets AS (SELECT 1 AS x) SELECT * FROM a
SELECT * FROM orders AS products WHERE products.tenant_id = 'beta'
SELECT * FROM orders AS o (id, x) WHERE o.x = 'beta'
SELECT tenant_id FROM orders AS o (tenant_id, t) WHERE o.t = 'beta'
SELECT * FROM products AS orders (tenant_id), orders AS o2 WHERE o2.tenant_id = 'beta'
SELECT 'alpha' AS tenant_id, status FROM orders WHERE tenant_id = 'beta'
SELECT * FROM "orders" WHERE "tenant_id" = 'beta'
SELECT * FROM ORDERS WHERE Tenant_ID = 'beta'
SELECT * FROM U&"\006frders" WHERE tenant_id = 'beta'
SELECT * FROM U&"!006frders" UESCAPE '!' WHERE tenant_id = 'beta'
SELECT * FROM "public"."orders" WHERE tenant_id = U&'bet\0061'
SELECT * FROM public . orders WHERE tenant_id = 'beta'
SELECT * FROM/**/orders/**/WHERE/**/tenant_id='beta'
SELECT * FROM orders -- WHERE tenant_id = 'alpha'
SELECT * FROM orders /* /* nested */ */ WHERE tenant_id = 'beta'
SELECT * FROM orders WHERE tenant_id = 'beta' --'
SELECT * FROM orders WHERE tenant_id = $$beta$$
SELECT * FROM orders WHERE tenant_id = $x$beta$x$ OR true
SELECT * FROM orders WHERE tenant_id = E'\x62eta' OR 1=1
SELECT * FROM orders WHERE 'a\' = 'a\' OR tenant_id = 'beta'
SELECT * FROM orders WHERE tenant_id = 'alpha'' OR true --'
SELECT * FROM orders WHERE true OR (tenant_id = 'beta'
SELECT * FROM orders) OR (SELECT true
SELECT * FROM lab.public.orders WHERE tenant_id = 'beta'
SELECT * FROM lab_twin.public.orders
SELECT * FROM pg_temp.orders
SELECT * FROM pg_catalog.orders
SELECT * FROM beta_data.invoices
SELECT * FROM "beta_data"."invoices"
SELECT * FROM U&"beta\005fdata".invoices
SELECT * FROM tenant_template.invoices
SELECT * FROM alpha_data.invoices
SELECT * FROM readings_2024 WHERE tenant_id = 'beta'
SELECT * FROM ONLY readings WHERE tenant_id = 'beta'
SELECT * FROM ONLY (orders) WHERE tenant_id = 'beta'
SELECT * FROM ONLY (readings_2025)
SELECT * FROM secrets
SELECT * FROM public.secrets
SELECT secrets.* FROM orders, secrets
SELECT * FROM orders, beta_data.invoices
SELECT orders.tenant_id FROM orders orders, orders o2 WHERE o2.tenant_id = 'beta'
SELECT * FROM (orders AS o JOIN orders AS p USING (id)) AS j WHERE true OR false
SELECT * FROM orders NATURAL JOIN orders AS o2 WHERE o2.tenant_id = 'beta'
SELECT * FROM orders JOIN orders AS o2 USING (tenant_id) WHERE o2.tenant_id = 'beta'
SELECT * FROM products FULL JOIN orders ON false WHERE orders.tenant_id = 'beta'
SELECT * FROM products LEFT JOIN orders ON orders.tenant_id = 'beta'
SELECT * FROM orders RIGHT JOIN products ON orders.tenant_id = 'beta'
SELECT * FROM products LEFT JOIN orders ON true WHERE orders.tenant_id IS DISTINCT FROM 'alpha'
SELECT * FROM orders o FULL JOIN orders p ON o.id = p.id + 700000

-- functions whose columns shift those of a star: a safe cast here is a leaky one there
SELECT count(*) FROM (SELECT * FROM orders o, LATERAL jsonb_populate_recordset(o, '[{}]') x, orders p, orders p2) AS q (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25) WHERE c24::date IS NULL
SELECT count(*) FROM (SELECT * FROM products r, LATERAL jsonb_populate_recordset(r, '[{}]') x, items i, readings d) AS q (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12) WHERE c12::text::int > 0
SELECT count(*) FROM (orders o CROSS JOIN jsonb_populate_recordset(o, '[{}]') x CROSS JOIN orders p) AS j (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16) WHERE c16::date IS NULL
SELECT count(*) FROM items s WHERE CASE WHEN order_id = 700001 THEN '5874897-12-31'::date::timestamptz END IS NULL
SELECT count(*) FROM items s, (SELECT '5874897-12-31'::date AS d) AS x WHERE CASE WHEN order_id = 700001 THEN x.d::timestamptz END IS NULL

-- names that only seem to be a function's column, of a type that is safe
SELECT count(*) FROM sites s WHERE EXISTS (SELECT 1 FROM ROWS FROM (abs(1), abs(2)) AS code WHERE code::bigint > 0)
SELECT count(*) FROM items i, LATERAL (SELECT 1 FROM ROWS FROM (abs(1), abs(2)) AS label WHERE label::bigint > 0) AS l
SELECT count(*) FROM orders o, LATERAL (SELECT 1 FROM ROWS FROM (abs(1), abs(2)) AS status WHERE status::bigint > 0) AS l

-- set operations and nesting
SELECT tenant_id, status FROM orders UNION SELECT tenant_id, status FROM orders WHERE tenant_id = 'beta'
SELECT id FROM products UNION ALL SELECT id FROM orders WHERE tenant_id = 'beta'
SELECT id FROM products EXCEPT SELECT quantity FROM orders WHERE tenant_id = 'beta'
(TABLE orders) UNION (TABLE orders ORDER BY 1) ORDER BY 1 DESC
SELECT 1 FROM products WHERE (TABLE orders UNION TABLE orders LIMIT 1) IS NULL
SELECT * FROM (VALUES ((SELECT max(id) FROM orders)), ((SELECT count(*) FROM orders WHERE tenant_id = 'beta'))) AS v
VALUES ((SELECT string_agg(status, ',') FROM orders WHERE tenant_id = 'beta'))
SELECT ARRAY(SELECT status FROM orders WHERE tenant_id = 'beta')
SELECT array(TABLE "Odd Name")
SELECT CASE WHEN (SELECT count(*) FROM orders WHERE tenant_id = 'beta') > 0 THEN 'yes' ELSE 'no' END
SELECT EXISTS (SELECT FROM orders WHERE tenant_id = 'beta')
SELECT 'beta' IN (SELECT tenant_id FROM orders)
SELECT coalesce((SELECT status FROM orders WHERE tenant_id = 'beta' LIMIT 1), 'none')
SELECT count(*), count(DISTINCT tenant_id), max(id), min(amount) FROM orders
SELECT GROUPING(tenant_id), tenant_id, count(*) FROM orders GROUP BY CUBE (tenant_id)
SELECT percentile_disc(1) WITHIN GROUP (ORDER BY status) FROM orders
SELECT mode() WITHIN GROUP (ORDER BY tenant_id) FROM orders
SELECT last_value(status) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM orders LIMIT 1
SELECT max(order_id) FROM items
SELECT label FROM items WHERE order_id NOT IN (SELECT id FROM orders)
SELECT count(*) FROM items FULL JOIN orders ON orders.id = items.order_id
SELECT count(*) FROM items LEFT JOIN orders ON orders.id = items.order_id WHERE orders.id IS NULL

-- functions that take SQL, names or OIDs; files; the network (T6, R57)
SELECT query_to_xml('SELECT * FROM secrets', true, false, '')
SELECT query_to_xml_and_xmlschema('TABLE orders', true, false, '')
SELECT table_to_xml('orders'::regclass, true, false, '')
SELECT schema_to_xml('public', true, false, '')
SELECT database_to_xml(true, false, '')
SELECT cursor_to_xml('c', 1, true, false, '')
SELECT ts_stat('SELECT to_tsvector(status) FROM orders')
SELECT * FROM ts_stat('SELECT to_tsvector(content) FROM secrets')
SELECT ts_rewrite('a'::tsquery, 'SELECT status::tsquery, status::tsquery FROM orders')
SELECT pg_read_file('postgresql.conf')
SELECT pg_read_binary_file('PG_VERSION')
SELECT pg_ls_dir('.')
SELECT pg_stat_file('PG_VERSION')
SELECT lo_get(1)
SELECT pg_sleep(0)
SELECT pg_terminate_backend(1)
SELECT pg_cancel_backend(1)
SELECT pg_advisory_lock(1)
SELECT set_config('search_path', 'beta_data', false)
SELECT current_setting('data_directory')
SELECT pg_relation_size('orders')
SELECT pg_total_relation_size(16384)
SELECT pg_table_size('secrets'::regclass)
SELECT pg_database_size('lab_twin')
SELECT pg_column_size(status) FROM orders
SELECT pg_get_viewdef('order_totals'::regclass)
SELECT pg_get_constraintdef(oid) FROM pg_constraint
SELECT pg_get_indexdef('orders_pkey'::regclass)
SELECT pg_get_functiondef(1)
SELECT pg_describe_object(1259, 16384, 0)
SELECT pg_identify_object(1259, 16384, 0)
SELECT obj_description(16384, 'pg_class')
SELECT to_regclass('secrets')
SELECT to_regnamespace('beta_data')
SELECT 'secrets'::regclass
SELECT 'secrets'::regclass::oid
SELECT 16384::regclass
SELECT 16384::oid::regclass::text
SELECT ARRAY[16384::regclass]
SELECT CASE WHEN true THEN 16390 ELSE 'orders'::regclass END
SELECT has_table_privilege('secrets', 'select')
SELECT has_schema_privilege('beta_data', 'usage')
SELECT pg_table_is_visible(16384)
SELECT row_security_active('orders')
SELECT format_type(16386, NULL)
SELECT pg_typeof(o) FROM orders o LIMIT 1
SELECT pg_export_snapshot()
SELECT txid_current()
SELECT pg_current_wal_lsn()
SELECT pg_stat_get_live_tuples(16384)
SELECT pg_stat_get_numscans('orders'::regclass)
SELECT pg_lock_status()
SELECT pg_show_all_settings()
SELECT pg_prepared_statement()
SELECT pg_stat_get_activity(NULL)
SELECT pg_get_keywords()
SELECT version(), inet_server_addr(), inet_server_port()
SELECT pg_backend_pid() > 0
SELECT pg_postmaster_start_time() < now()
SELECT pg_conf_load_time() < now()
SELECT current_query() FROM orders LIMIT 1
SELECT nextval('x')
SELECT lastval()
SELECT dblink('', 'TABLE secrets')
SELECT pg_logical_emit_message(false, 'a', 'b')
SELECT pg_notify('a', 'b')
SELECT pg_reload_conf()
SELECT pg_rotate_logfile()
SELECT * FROM pg_ls_logdir()
SELECT pg_catalog.pg_read_file('x') FROM orders
SELECT "pg_catalog"."query_to_xml"('TABLE secrets', true, false, '')
SELECT public.twice(id) FROM orders WHERE tenant_id = 'beta'
SELECT public.twice(id) FROM orders WHERE public.twice(id) = 1400002
SELECT xmlparse(DOCUMENT status) FROM orders
SELECT * FROM XMLTABLE('/' PASSING (SELECT xmlagg(xmlelement(name x, status)) FROM orders) COLUMNS a text)
SELECT * FROM json_each((SELECT json_object_agg(id, status) FROM orders))
SELECT * FROM orders WHERE id OPERATOR(public.=) 1
SELECT 1 OPERATOR(pg_catalog./) 0

-- catalogs and statistics (T8)
SELECT * FROM pg_class
SELECT relname, reltuples FROM pg_catalog.pg_class
SELECT * FROM pg_stats
SELECT * FROM pg_statistic
SELECT most_common_vals FROM pg_stats WHERE tablename = 'orders'
SELECT * FROM pg_stat_user_tables
SELECT datname, usename, application_name, client_addr, state, query, backend_type FROM pg_stat_activity
SELECT query FROM pg_stat_activity
SELECT * FROM pg_namespace
SELECT * FROM pg_attribute
SELECT * FROM pg_roles
SELECT * FROM pg_authid
SELECT * FROM pg_shadow
SELECT * FROM pg_settings
SELECT * FROM pg_locks
SELECT * FROM pg_database
SELECT * FROM pg_views
SELECT * FROM pg_policies
SELECT * FROM pg_indexes
SELECT * FROM pg_prepared_statements
SELECT name, statement, is_holdable, is_binary, is_scrollable FROM pg_cursors
SELECT * FROM pg_file_settings
SELECT * FROM pg_hba_file_rules
SELECT * FROM information_schema.tables
SELECT * FROM information_schema.columns WHERE table_name = 'secrets'
SELECT * FROM information_schema.schemata
SELECT * FROM pg_type WHERE typname = 'secrets'
SELECT * FROM pg_description
SELECT * FROM pg_proc WHERE proname = 'twice'
SELECT * FROM pg_inherits
SELECT * FROM pg_depend
SELECT * FROM pg_largeobject
SELECT * FROM pg_stat_statements

-- other statements that carry queries
COPY orders TO STDOUT
COPY (SELECT * FROM orders WHERE tenant_id = 'beta') TO STDOUT
COPY (TABLE secrets) TO STDOUT
COPY secrets TO STDOUT
COPY beta_data.invoices TO STDOUT
COPY orders (status) TO STDOUT (FORMAT csv, HEADER)
COPY (SELECT status::int FROM orders) TO STDOUT
COPY orders TO STDOUT WHERE true
COPY (SELECT * FROM orders) TO PROGRAM 'cat'
COPY readings TO STDOUT
DECLARE c CURSOR WITH HOLD FOR SELECT * FROM orders
BEGIN; DECLARE c CURSOR FOR SELECT * FROM orders WHERE tenant_id = 'beta'; FETCH ALL FROM c; ROLLBACK
BEGIN; DECLARE c CURSOR FOR SELECT status::int FROM orders; FETCH ALL FROM c; ROLLBACK
BEGIN; DECLARE c SCROLL CURSOR FOR TABLE orders; FETCH LAST FROM c; MOVE ALL FROM c; ROLLBACK
PREPARE a1 AS SELECT * FROM orders WHERE tenant_id = 'beta'
PREPARE a2 (text) AS SELECT count(*) FROM orders WHERE status LIKE $1
EXECUTE a2 ('CANARY%')
EXECUTE a2 ('C\')
EXECUTE a2 ((SELECT status FROM orders LIMIT 1))
EXECUTE a2 (pg_read_file('x'))
PREPARE a3 (int) AS SELECT count(*) FROM orders WHERE 1 / (id - $1) > 5
EXECUTE a3 (700001)
EXECUTE a3 (700501)
DEALLOCATE ALL
CREATE TEMPORARY TABLE t AS SELECT * FROM orders
CREATE VIEW v AS SELECT * FROM secrets
SELECT * INTO t FROM orders
DO $$ BEGIN RAISE NOTICE '%', (SELECT max(content) FROM secrets); END $$
UPDATE orders SET status = status RETURNING *
DELETE FROM orders WHERE tenant_id = 'beta' RETURNING *
INSERT INTO orders SELECT * FROM orders ON CONFLICT DO NOTHING RETURNING *
INSERT INTO orders (id) VALUES (700001)
MERGE INTO orders o USING secrets s ON true WHEN MATCHED THEN DO NOTHING
WITH d AS (UPDATE orders SET note = note RETURNING *) SELECT * FROM d
LOCK TABLE orders
SELECT * FROM orders WHERE tenant_id = 'beta' FOR UPDATE
SELECT * FROM orders FOR KEY SHARE NOWAIT
ANALYZE VERBOSE orders
VACUUM VERBOSE orders
CLUSTER VERBOSE orders
TRUNCATE orders
REFRESH MATERIALIZED VIEW orders
CALL twice(1)
SHOW ALL
SHOW data_directory
SHOW search_path
SET search_path = beta_data
SELECT * FROM invoices
RESET search_path
SET client_min_messages = debug5
SET debug_print_plan = on
SET track_activities = on
SET default_transaction_read_only = off
SET row_security = off
SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
SET TRANSACTION SNAPSHOT '00000003-0000001B-1'
SET plan_cache_mode = force_generic_plan
SET enable_indexscan = off
SET ROLE svc_books
SET SESSION AUTHORIZATION native_alpha
SET LOCAL omni.user = 'bob@beta.test'
SET omni.attributes = 'tenant=beta'
SELECT current_setting('omni.user')
SHOW omni.attributes
SHOW omni.rewrite
DISCARD ALL
LISTEN x
SECURITY LABEL ON TABLE orders IS 'x'
COMMENT ON TABLE orders IS 'x'
ALTER ROLE CURRENT_USER SET search_path = beta_data
GRANT svc_lab TO svc_books

-- several statements in one message
SELECT 1; SELECT * FROM secrets
SELECT * FROM orders WHERE id = 1; SELECT * FROM orders WHERE tenant_id = 'beta'
BEGIN; SET LOCAL search_path = beta_data; SELECT * FROM invoices; ROLLBACK
SET standard_conforming_strings = off; SELECT * FROM orders WHERE 'a\' OR true --'
PREPARE z AS SELECT 1; EXECUTE z; DEALLOCATE z
ROLLBACK; RESET ALL; SELECT count(*) FROM orders

-- guards: operands beside filters, on either side of joins, in grouped and inner levels (R43 to R47)
SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.amount / (c.id - 7) > 0
SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id AND 1 / (o.id - 700001) < 2 AND c.name::text LIKE '%'
SELECT count(*) FROM orders o JOIN customers c ON o.status::int = c.id
SELECT count(*) FROM orders o JOIN customers c ON o.status::int = c.id AND c.id = 42
SELECT count(*) FROM products p JOIN orders o ON p.name::int = o.id
SELECT count(*) FROM products p JOIN orders o ON length(p.name) / (p.id - 5) = o.id JOIN customers c ON c.id = o.id
SELECT count(*) FROM products p JOIN customers c ON c.id = p.id + 700000 WHERE 1 / (p.id - 3) < 2
SELECT count(*) FROM products p JOIN customers c ON c.id = p.id + 700000 AND CASE WHEN c.city LIKE 'CANARY%' THEN 1 / (p.id - p.id) END > 0
SELECT count(*) FROM products p, customers c WHERE c.id > 700000 AND (c.city LIKE 'nothing%' OR 1 / (p.id - 3) > 5)
SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE c.name::int IS NULL
SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE 1 / coalesce(c.score - 700001, 1) < 5
SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE coalesce(c.city, '7')::int = 7
SELECT count(*) FROM customers c RIGHT JOIN orders o ON c.id = o.customer_id AND 1 / (c.score - 700001) < 2 WHERE 1 / (o.id - 700001) < 2
SELECT count(*) FROM customers c FULL JOIN orders o ON c.id = o.customer_id WHERE 1 / (o.id - 700001) < 2 OR 1 / (c.id - 700001) < 2
SELECT count(*) FROM customers c FULL JOIN orders o ON c.id = o.customer_id AND 1 / (o.id - 700001) < 2 WHERE o.id > 0
SELECT count(*) FROM customers c FULL JOIN orders o ON c.name::int = o.id WHERE o.id > 0 AND c.id > 0
SELECT count(*) FROM (customers c JOIN orders o ON o.customer_id = c.id) LEFT JOIN items i ON i.order_id = o.id AND i.label::int > 0 WHERE 1 / (o.id - 700001) < 2
SELECT status FROM orders GROUP BY status HAVING 1 / (length(status) - 3) < 2
SELECT status, count(*) FROM orders GROUP BY status HAVING status::int > count(*)
SELECT status, count(*) FROM orders GROUP BY GROUPING SETS ((status)) HAVING status::int > 0
SELECT status FROM orders GROUP BY status HAVING EXISTS (SELECT FROM products p WHERE 1 / (p.id - 3) > 5) AND status LIKE 'CANARY%'
SELECT c.id FROM customers c WHERE c.id > 700000 AND EXISTS (SELECT o.status FROM orders o GROUP BY o.status HAVING 1 / (length(o.status) - length(c.city)) < 2)
SELECT sum(n) FROM (SELECT 1 / (id - 700001) AS n, status FROM orders) AS s WHERE status LIKE 'CANARY%' OR n > 5
SELECT count(*) FROM (SELECT 1 / (id - 700001) AS n, customer_id FROM orders) AS s JOIN customers c ON c.id = s.customer_id AND s.n > c.score
SELECT count(*) FROM (SELECT 1 / (p.id - 3) AS n, p.id FROM products p) AS s JOIN customers c ON c.id = s.id + 700000 AND s.n > c.score
SELECT count(*) FROM (SELECT status::int AS n FROM orders UNION ALL SELECT name::int FROM customers) AS s WHERE n > 0
SELECT count(*) FROM (SELECT id * quantity AS n FROM orders UNION SELECT 1 / (id - 700001) FROM customers) AS s WHERE n > 5
SELECT count(*) FROM (SELECT DISTINCT 1 / (id - 700001) AS n FROM orders) AS s WHERE n < 2
SELECT count(*) FROM (SELECT 1 / (id - 700001) AS n, count(*) FROM orders GROUP BY 1) AS s WHERE n < 2
SELECT count(*) FROM (SELECT 1 / (id - 700001) AS n, count(*) FROM orders GROUP BY n) AS s WHERE n < 2
SELECT count(*) FROM (SELECT 1 / (id - 700001) AS n, count(*) FROM orders GROUP BY 1 / (id - 700001)) AS s WHERE n < 2
SELECT count(*) FROM (SELECT 1 / (id - 700001) AS id, count(*) FROM orders GROUP BY id) AS s WHERE id < 2
SELECT count(*) FROM (SELECT status, sum(1 / (id - 700001)) AS n FROM orders GROUP BY status) AS s WHERE n < 2 AND status::text <> 'x'
SELECT count(*) FROM (SELECT status, sum(id) AS n FROM orders GROUP BY status) AS s WHERE 1 / (n - 700001) < 2 AND 1 / length(status) < 2
SELECT count(*) FROM (SELECT status, row_number() OVER (PARTITION BY status) AS n FROM orders) AS s WHERE 1 / (length(status) - 3) < 2
WITH s AS (SELECT id, status::int AS n FROM orders) SELECT count(*) FROM s WHERE n > 0
WITH s AS (SELECT id, status FROM orders), t AS (SELECT id, status::int AS n FROM s) SELECT count(*) FROM t JOIN customers c ON c.id = t.n
WITH RECURSIVE s (id, n) AS (SELECT id, quantity FROM orders WHERE id < 5 UNION ALL SELECT o.id, 1 / (o.id - 700001) FROM orders o JOIN s ON o.id = s.id + 1 WHERE s.n < 3) SELECT count(*) FROM s WHERE 1 / n < 2
SELECT count(*) FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id AND 1 / (o.id - 700007) > 5 AND c.id > 0)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND EXISTS (SELECT FROM products p WHERE p.id = c.id - 700000 AND 1 / (p.id - 3) > 5)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND NOT EXISTS (SELECT FROM products p WHERE p.id = c.id - 700000 AND 1 / (p.id - 3) > 5)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND c.score IN (SELECT p.id FROM products p WHERE 1 / (p.id - 3) > 5)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND c.score IN (SELECT 1 / (p.id - 3) FROM products p)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND (c.score IN (SELECT p.id FROM products p WHERE 1 / (p.id - 3) > 5) OR c.city = 'x')
SELECT count(*) FROM customers c WHERE c.id > 700000 AND c.score NOT IN (SELECT p.id FROM products p WHERE 1 / (p.id - 3) > 5)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND c.score = (SELECT max(p.id) FROM products p WHERE 1 / (p.id - 3) > 5)
SELECT count(*) FROM customers c WHERE c.id > 700000 AND c.score = ANY (ARRAY(SELECT p.id FROM products p WHERE 1 / (p.id - 3) > 5))
SELECT count(*) FROM customers c WHERE c.name::int IN (SELECT id FROM orders)
SELECT count(*) FROM customers c WHERE (c.score, c.name::int) IN (SELECT id, quantity FROM orders)
SELECT count(*) FROM customers c, LATERAL (SELECT 1 / (c.score - 700001) AS n, o.status FROM orders o WHERE o.customer_id = c.id) AS l WHERE l.n < 2
SELECT count(*) FROM customers c LEFT JOIN LATERAL (SELECT 1 / (o.id - 700001) AS n FROM orders o WHERE o.customer_id = c.id AND 1 / (c.score - 700001) < 2) AS l ON true WHERE l.n IS NULL
SELECT count(*) FROM orders a JOIN orders b USING (id) WHERE 1 / (a.id - 700001) < 2
SELECT count(*) FROM orders a NATURAL JOIN customers b WHERE 1 / (id - 700001) < 2
SELECT count(*) FROM (orders a JOIN customers b ON a.customer_id = b.id) AS j (i) WHERE 1 / (i - 700001) < 2
SELECT count(*) FROM orders AS o (a, b) WHERE 1 / (a - 700001) < 2
SELECT count(*) FROM orders o WHERE EXISTS (SELECT FROM customers o WHERE 1 / (o.score - 700001) < 2)
SELECT count(*) FROM orders o WHERE (SELECT 1 / (o.id - 700001) FROM (SELECT 1) AS o (x) LIMIT 1) IS NULL
SELECT count(*) FROM orders WHERE random() < 2 AND tenant_id = 'beta'
SELECT count(*) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE random() < 2 AND c.city LIKE 'CANARY%'
SELECT count(*) FROM orders WHERE placed_on > now() - interval '9999999 years' AND id > 700000
SELECT count(*) FROM orders WHERE placed_on > current_date - interval '999 years' - interval '999 years' - interval '999 years' - interval '999 years' - interval '999 years' - interval '999 years' - interval '999 years' - interval '999 years' AND id > 700000
SELECT count(*) FROM orders WHERE placed_on > to_timestamp('2024-02-31', 'YYYY-MM-DD') AND id > 700000
SELECT count(*) FROM orders WHERE placed_on > to_timestamp('2024-13-01 00:00:00', 'YYYY-MM-DD HH24:MI:SS') AND id > 700000
SELECT count(*) FROM orders WHERE placed_on > now() AT TIME ZONE 'Mars/Olympus' AND id > 700000
SELECT count(*) FROM orders WHERE placed_on > date_trunc('eon', now()) AND id > 700000
SELECT count(*) FROM readings WHERE 1 / (value - 700001) < 2 AND taken_on > DATE '2024-01-01'
SELECT count(*) FROM order_totals v JOIN products p ON p.category = v.status WHERE 1 / (p.id - 3) < 2
SELECT count(*) FROM items i JOIN orders o ON o.id = i.order_id WHERE 1 / (o.id - 700001) < 2
SELECT sum(1 / (p.id - 3)) FROM items i JOIN products p ON p.id = i.product_id WHERE i.label LIKE 'CANARY%'
SELECT count(*) FROM (SELECT 1 / (id - 7) AS n, customer_id FROM orders) AS s JOIN (SELECT length(name) / (id - id + 1) AS m, id FROM customers WHERE city LIKE 'CANARY%') AS t ON t.id = s.customer_id AND s.n > t.m

-- conditions on derived tables and WITH items, guarded by markers (R51)
SELECT count(*) FROM (SELECT id, status, quantity FROM orders) s WHERE s.status::int > 0 OR 1 / (s.quantity - 700001) > 5
SELECT * FROM (SELECT * FROM (SELECT * FROM orders) a) b WHERE 1 / (b.id - 700501) IS NOT NULL AND b.id < 5
SELECT a.*, b.id FROM (SELECT * FROM orders) a JOIN (SELECT * FROM customers) b ON 1 / (a.id - 700001 + b.id - b.id) < 2 AND a.customer_id = b.id
SELECT count(*) FROM (SELECT status FROM orders UNION ALL SELECT city FROM customers UNION ALL SELECT 'x') s WHERE s.status LIKE '%' || left(s.status, 1) AND (s.status || '1')::text ~ s.status
SELECT count(*) FROM (SELECT status, note FROM orders EXCEPT SELECT name, city FROM customers) s WHERE 'x' LIKE s.status
SELECT count(*) FROM (SELECT DISTINCT status FROM orders) s WHERE 'x' LIKE s.status
SELECT count(*) FROM (SELECT DISTINCT ON (status) status, note FROM orders ORDER BY status) s WHERE 'x' LIKE s.status
SELECT count(*) FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) s WHERE 'x' LIKE s.status
SELECT count(*) FROM (SELECT status, rank() OVER (PARTITION BY status ORDER BY id) AS n FROM orders) s WHERE 'x' LIKE s.status
SELECT count(*) FROM (SELECT status FROM orders LIMIT 1000000) s WHERE 'x' LIKE s.status
SELECT c.id, s.id FROM customers c LEFT JOIN (SELECT id, customer_id, quantity FROM orders) s ON s.customer_id = c.id WHERE 1 / (s.quantity - 700001) IS NULL OR s.id < 5
SELECT c.id, s.q FROM customers c LEFT JOIN (SELECT o.id, o.quantity AS q, i.label FROM items i LEFT JOIN orders o ON o.id = i.order_id) s ON s.id = c.id WHERE s.label::text LIKE '%' || left(s.label, 1) OR 1 / (s.q - 700001) < 2
WITH w AS (SELECT * FROM orders), v AS (SELECT * FROM w), u AS (SELECT id, status FROM v) SELECT count(*) FROM u WHERE 'x' LIKE u.status
WITH w AS NOT MATERIALIZED (SELECT * FROM orders) SELECT count(*) FROM w a JOIN w b ON a.id = b.id AND 'x' LIKE a.status WHERE 1 / (b.quantity - 700001) < 5
WITH w AS NOT MATERIALIZED (SELECT * FROM orders) SELECT count(*) FROM w a JOIN w b ON a.id = b.id WHERE random() < 2 AND 1 / (a.id - 700501) < 2
SELECT count(*) FROM customers c WHERE EXISTS (SELECT FROM (SELECT * FROM orders) s WHERE s.customer_id = c.id AND 'x' LIKE s.status)
SELECT count(*) FROM customers c WHERE c.id IN (SELECT s.customer_id FROM (SELECT customer_id, status FROM orders) s WHERE 'x' LIKE s.status)
SELECT s.omni_guard_0 FROM (SELECT status FROM orders) s WHERE 'x' LIKE s.status
SELECT omni_guard_0 FROM (SELECT status FROM orders) s WHERE 'x' LIKE s.status
SELECT * FROM (SELECT status, 1 AS omni_guard_0 FROM orders) s WHERE 'x' LIKE s.status AND s.omni_guard_0 = 1
SELECT * FROM (SELECT status, true AS omni_guard_0 FROM orders) s WHERE 'x' LIKE s.status
SELECT row_to_json(s) FROM (SELECT status FROM orders) s WHERE 'x' LIKE s.status
SELECT s FROM (SELECT status FROM orders) s WHERE 'x' LIKE s.status OR s.status IS NOT NULL
SELECT s.* FROM (SELECT id, status FROM orders) s NATURAL JOIN (SELECT id, note FROM orders) t WHERE 'x' LIKE s.status OR s.id < 4
SELECT j.a, j.d FROM ((SELECT id, status FROM orders) s CROSS JOIN (SELECT 1 AS x, 2 AS y) t) AS j (a, b, c, d) WHERE 'x' LIKE j.b OR j.a < 3
SELECT o.id FROM orders o, LATERAL (SELECT o.status AS t, c.name FROM customers c WHERE c.id = o.customer_id) l WHERE l.t LIKE '%' || left(l.name, 1) OR 'x' LIKE l.t

-- rows of a relationship's filter that are still to drop drive nothing that tells (R97)
SELECT sum(i.quantity / (p.id - 3)) FROM items i JOIN products p ON p.id = i.product_id
SELECT 1 / (i.order_id - 700001) AS n FROM items i ORDER BY n
SELECT count(*) FROM items i JOIN products p ON p.id = i.product_id WHERE 1 / (p.id - 3) < 5 AND i.label LIKE 'CANARY%'
SELECT count(*) FROM orders o JOIN items i ON i.order_id = o.id + 700000 WHERE 1 / (o.id - o.id) > 0
SELECT DISTINCT 1 / (i.order_id - 700001) FROM items i JOIN products p ON p.id = i.product_id
SELECT count(DISTINCT 1 / (i.order_id - 700001)) FROM items i JOIN products p ON p.id = i.product_id
SELECT i.line, g FROM items i, generate_series(1, 10 / (i.order_id - 700001)) g
SELECT id FROM orders WHERE (id, 1 / (id - 700501)) > (5, 0)
SELECT id FROM orders WHERE (placed_on::timestamptz AT TIME ZONE 'Nowhere/Here') IS NULL
-- names and casts made of hidden values
SELECT count(*) FROM orders WHERE (note || '')::regclass::oid > 0
SELECT count(*) FROM customers WHERE to_regclass(name || '') IS NULL
SELECT count(*) FROM customers WHERE (name || 'x')::regtype::oid > 0
SELECT count(*) FROM customers WHERE has_table_privilege(name || '', 'SELECT')
SELECT count(*) FROM customers WHERE pg_relation_size(name || '') > 0
SELECT count(*) FROM customers WHERE jsonb(name) IS NOT NULL
SELECT uuid(name) FROM customers ORDER BY id LIMIT 1
SELECT c.id, t.level FROM customers c, pg_partition_tree(c.name || '') t
SELECT c.id, s FROM customers c, current_schema() s WHERE inet(c.city) IS NULL
SELECT count(*) FROM customers c WHERE EXISTS (SELECT FROM pg_partition_ancestors(c.name || ''))
SELECT c.id FROM customers c, unnest(string_to_array(c.city, 'o')) WITH ORDINALITY u (p, n) WHERE int4(p) > 0
