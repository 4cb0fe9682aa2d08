-- R15: what is not in the policy does not exist.
policy acme
in  SELECT * FROM missing
refuse 42P01 relation "missing" does not exist
in  SELECT * FROM other.orders
refuse 42P01 relation "other.orders" does not exist
in  SELECT * FROM pg_authid
refuse 42501 permission denied for table pg_authid
in  SELECT * FROM pg_catalog.pg_stats
refuse 42501 permission denied for table pg_stats
in  SELECT * FROM elsewhere.public.orders
refuse 0A000 cross-database references are not implemented: "elsewhere.public.orders"
in  SELECT * FROM tenant_acme.notes
refuse 42P01 relation "tenant_acme.notes" does not exist
in  SELECT 1 FROM secrets
refuse 42501 attribute tenant is not set for view secrets
-- R16: WITH items, inner lists first; plain WITH sees earlier items only.
in  WITH a AS (SELECT * FROM orders), orders AS (SELECT 1 AS id) SELECT * FROM a, orders
out WITH a AS (SELECT * FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text), orders AS (SELECT 1 AS id) SELECT * FROM a, orders
in  WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n FROM t
same
in  WITH RECURSIVE orders AS (SELECT * FROM orders) SELECT * FROM orders
refuse 42P19 recursive query "orders" does not have the form non-recursive-term UNION [ALL] recursive-term
in  SELECT * FROM (WITH orders AS (SELECT 1 AS id) SELECT id FROM orders) x, orders
out SELECT * FROM (WITH orders AS (SELECT 1 AS id) SELECT id FROM orders) x, public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  (WITH orders AS (SELECT 1 AS id) SELECT id FROM orders) UNION SELECT id FROM orders
out (WITH orders AS (SELECT 1 AS id) SELECT id FROM orders) UNION SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- R21, R27: columns.
in  SELECT nope FROM orders
refuse 42703 column "nope" does not exist
in  SELECT ctid FROM orders
refuse 42703 column "ctid" does not exist
in  SELECT o.xmin, o.tableoid FROM orders o
refuse 42703 column o.tableoid does not exist
in  SELECT ctid FROM (SELECT id AS ctid FROM orders) x
out SELECT ctid FROM (SELECT id AS ctid FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) x
in  SELECT x.nope FROM orders o
refuse 42P01 missing FROM-clause entry for table "x"
in  SELECT o.pg_typeof FROM orders o
refuse 42703 column o.pg_typeof does not exist
in  SELECT (o).id FROM orders o
out SELECT (o).id FROM public.orders o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT (o).ctid FROM orders o
refuse 42703 column o.ctid does not exist
in  SELECT o FROM orders o
out SELECT o FROM public.orders o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT orders.id FROM orders, public.orders o2
out SELECT orders.id FROM public.orders AS orders, public.orders o2 WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o2.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)
in  SELECT 1 FROM orders, orders
refuse 42712 table name "orders" specified more than once
in  SELECT a.id FROM orders a, LATERAL (SELECT a.id AS b) l, LATERAL (SELECT l.b) m
out SELECT a.id FROM public.orders a, LATERAL (SELECT a.id AS b) l, LATERAL (SELECT l.b) m WHERE a.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT 1 FROM orders a, (SELECT a.id) l
refuse 42P01 invalid reference to FROM-clause entry for table "a"
in  SELECT id, (SELECT name FROM customers WHERE id = orders.customer_id) FROM orders
out SELECT id, (SELECT name FROM public.customers AS customers WHERE (customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = orders.customer_id)) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT x FROM generate_series(1, 3) AS x, orders WHERE id = x
out SELECT x FROM generate_series(1, 3) AS x, public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = x)
in  SELECT key FROM orders, json_each('{"a":1}') WHERE id = 1
out SELECT key FROM public.orders AS orders, json_each('{"a":1}') WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = 1)
-- R57, R73: functions.
in  SELECT current_user, current_database(), session_user::text, upper(current_schema())
out SELECT ('ada@acme.example'::pg_catalog.name) AS "current_user", ('shop'::pg_catalog.name) AS current_database, ('ada@acme.example'::pg_catalog.name)::text AS "session_user", upper(('tenant'::pg_catalog.name)) AS upper
in  SELECT current_user AS me, x FROM (SELECT current_catalog) AS y (x)
out SELECT ('ada@acme.example'::pg_catalog.name) AS me, x FROM (SELECT ('shop'::pg_catalog.name) AS "current_catalog") AS y (x)
in  SELECT pg_read_file('/etc/passwd')
refuse 42883 function pg_read_file(unknown) does not exist
in  SELECT pg_sleep(1), dblink('x')
refuse 42883 function dblink(unknown) does not exist
in  SELECT query_to_xml('select 1', true, true, '')
refuse 42883 function query_to_xml(unknown, boolean, boolean, unknown) does not exist
in  SELECT set_config('search_path', 'x', false)
out SELECT 'x'::pg_catalog.text AS set_config
in  SELECT set_config('search_path', 'x', false) FROM orders
refuse 42501 permission denied for function set_config
in  SELECT pg_catalog.lower('X'), public.lower('x')
refuse 42883 function public.lower(unknown) does not exist
in  SELECT count(*) FILTER (WHERE id > 1) OVER (PARTITION BY status ORDER BY id) FROM orders
out SELECT count(*) FILTER (WHERE id > 1) OVER (PARTITION BY status ORDER BY id) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- R61: types.
in  SELECT 'orders'::regclass::oid
out SELECT ('16440'::pg_catalog.oid)::oid AS oid
in  SELECT NULL::orders
refuse 42704 type "orders" does not exist
in  SELECT '1'::pg_catalog.int4, ARRAY[1]::text[], CAST('x' AS varchar(5)), DATE '2020-01-01', interval '1 day'
same
in  SELECT 1 OPERATOR(pg_catalog.+) 1
same
in  SELECT 1 OPERATOR(public.+) 1
refuse 42883 operator does not exist: public.+
in  SELECT xmlelement(name foo)
refuse 0A000 an XML expression is not supported
in  SELECT * FROM xmltable('/a' PASSING '<a/>' COLUMNS b int)
refuse 0A000 XMLTABLE is not supported
in  SELECT id FROM orders TABLESAMPLE public.evil (1)
refuse 42704 tablesample method public.evil does not exist
in  VALUES (1, 'a'), (2, 'b')
same
in  SELECT DISTINCT ON (id) id FROM orders ORDER BY id
out SELECT DISTINCT ON (id) id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text ORDER BY id
in  SELECT id FROM orders GROUP BY ROLLUP (id, status) WINDOW w AS (ORDER BY id)
out SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY ROLLUP (id, status) WINDOW w AS (ORDER BY id)
in  SELECT CASE id WHEN 1 THEN 'a' ELSE 'b' END, (ARRAY[1,2])[1], ROW(1, 2), COALESCE(status, 'x') FROM orders
out SELECT CASE id WHEN 1 THEN 'a' ELSE 'b' END, (ARRAY[1,2])[1], ROW(1, 2), COALESCE(status, 'x') FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- R70, R73: what clients ask when they connect, reset or choose a time zone.
in  SELECT pg_advisory_unlock_all(); CLOSE ALL; UNLISTEN *; RESET ALL;
out SELECT (''::pg_catalog.void) AS pg_advisory_unlock_all; CLOSE ALL; SET backslash_quote TO 'safe_encoding'; RESET ALL;
in  SELECT name FROM pg_timezone_names WHERE abbrev = 'CET'
out SELECT name FROM pg_catalog.pg_timezone_names AS pg_timezone_names WHERE abbrev = 'CET'
in  select pg_catalog.version(), current_schema()
out select ('PostgreSQL 15.20 (omniproxy)'::pg_catalog.text) AS version, ('tenant'::pg_catalog.name) AS "current_schema"
in  SHOW TRANSACTION ISOLATION LEVEL
same
in  VALUES (2), (1) ORDER BY column1
same
in  SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id
out SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text UNION SELECT id FROM public.customers AS customers WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text ORDER BY id
-- R63, R77: whether a foreign schema exists is not told.
policy acme
in  SELECT 1 OPERATOR(tenant_globex.=) ANY (SELECT 1)
refuse 42883 operator does not exist: tenant_globex.=
in  SELECT to_tsvector('tenant_globex.english', 'x')
refuse 42501 permission denied for function to_tsvector
in  SELECT ts_parse($1, 'x')
refuse 42501 permission denied for function ts_parse
in  SELECT ts_headline('pg_catalog.english', title, 'x'::tsquery), to_tsvector(title) FROM products
out SELECT ts_headline('pg_catalog.english', title, 'x'::tsquery), to_tsvector(title) FROM public.products AS products
-- Functions whose columns nobody knows of: no star may count them, no name be looked for behind them.
policy acme
in  SELECT * FROM public.fx_rate(1) AS r
same
in  SELECT q.d FROM (SELECT * FROM public.fx_rate(1) AS r, orders) AS q (a, b, c, d)
refuse 0A000 the columns of a function in FROM are not certain here
in  SELECT q.d FROM (SELECT r.*, orders.* FROM orders, public.fx_rate(1) AS r) AS q (a, b, c, d)
refuse 0A000 the columns of a function in FROM are not certain here
in  SELECT j.d FROM (orders CROSS JOIN jsonb_populate_recordset(orders, '[]') AS r) AS j
refuse 0A000 the columns of a function in FROM are not certain here
in  SELECT id FROM orders NATURAL JOIN public.fx_rate(1) AS r
refuse 0A000 the columns of a function in FROM are not certain here
in  SELECT r.valid_on, total FROM public.fx_rate(1) AS r, orders WHERE rate > 1
out SELECT r.valid_on, total FROM public.fx_rate(1) AS r, (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders WHERE CASE WHEN (rate > 1) THEN true END
-- unnest, by what is in it.
in  SELECT u FROM unnest(ARRAY[1, 2]) AS u, orders WHERE id = u
out SELECT u FROM unnest(ARRAY[1, 2]) AS u, public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = u)
in  SELECT q.x, q.y FROM (SELECT * FROM unnest(ARRAY['a', 'b'], '{1,2}'::int[]) AS t (x, y)) AS q, orders WHERE id = q.y AND status = q.x
out SELECT q.x, q.y FROM (SELECT * FROM unnest(ARRAY['a', 'b'], '{1,2}'::int[]) AS t (x, y)) AS q, public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = q.y AND status = q.x)
in  SELECT w FROM orders, unnest(string_to_array(status, ' ')) AS w WHERE w = 'late'
out SELECT w FROM public.orders AS orders, unnest(string_to_array(status, ' ')) AS w WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (w = 'late')
in  SELECT u FROM unnest($1) AS u
out SELECT u FROM unnest($1) AS u
in  SELECT u FROM unnest('a'::tsvector) AS u
out SELECT u FROM unnest('a'::tsvector) AS u
-- Arguments of WITHIN GROUP are arguments.
in  SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total), mode() WITHIN GROUP (ORDER BY status) FROM orders
out SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total), mode() WITHIN GROUP (ORDER BY status) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- Several functions keep their own names: `status` is that of the order, and its cast can fail.
in  SELECT id FROM orders, LATERAL (SELECT 1 FROM ROWS FROM (abs(1), abs(2)) AS status WHERE status::bigint > 0) AS l
out SELECT id FROM public.orders AS orders, LATERAL (SELECT 1 FROM ROWS FROM (abs(1), abs(2)) AS status WHERE CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (status::bigint) END > 0) AS l WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT id FROM orders WHERE status = ANY (ARRAY['open', 'paid'])
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (status = ANY (ARRAY['open', 'paid']))
