-- R57: functions of listed extensions and of the configuration, with their schema; others do not exist.
policy acme
in  SELECT fx_rate(1), public.fx_rate(2), similarity('a', 'b'), ext.similarity('a', 'b')
out SELECT public.fx_rate(1), public.fx_rate(2), ext.similarity('a', 'b'), ext.similarity('a', 'b')
in  SELECT unlisted(1)
refuse 42883 function unlisted(integer) does not exist
in  SELECT public.unlisted(1)
refuse 42883 function public.unlisted(integer) does not exist
in  SELECT nlevel('a.b')
refuse 42883 function nlevel(unknown) does not exist
in  SELECT other.similarity('a', 'b')
refuse 42883 function other.similarity(unknown, unknown) does not exist
-- It would stay set on the backend.
in  SELECT set_limit(0.1)
refuse 42883 function set_limit(numeric) does not exist
-- The type of an argument decides between a function of pg_catalog and one of an extension.
in  SELECT replace(email, 'a', 'b'), replace(title, 'a', 'b') FROM products
out SELECT public.replace(email, 'a', 'b'), replace(title, 'a', 'b') FROM public.products AS products
in  SELECT pg_catalog.replace(title, 'a', 'b') FROM products
out SELECT pg_catalog.replace(title, 'a', 'b') FROM public.products AS products
-- R60: operators.
in  SELECT title % 'x', extra -> 'a', extra @> 'a=>1', 7 % 2 FROM products
out SELECT title OPERATOR(ext.%) 'x', extra OPERATOR(ext.->) 'a', extra OPERATOR(ext.@>) 'a=>1', 7 % 2 FROM public.products AS products
in  SELECT title OPERATOR(ext.%) 'x' FROM products
out SELECT title OPERATOR(ext.%) 'x' FROM public.products AS products
in  SELECT title OPERATOR(hidden.%) 'x' FROM products
refuse 42883 operator does not exist: hidden.%
in  SELECT email = 'x', email <> ALL ('{a}'::citext[]), email NOT LIKE 'a%', email IN ('a', 'b'), email NOT IN ('c') FROM products
out SELECT email OPERATOR(public.=) 'x', email OPERATOR(public.<>) ALL ('{a}'::public.citext[]), email OPERATOR(public.!~~) 'a%', email OPERATOR(public.=) ANY (ARRAY['a', 'b']::public._citext), email OPERATOR(public.<>) ALL (ARRAY['c']::public._citext) FROM public.products AS products
in  SELECT email = title || 'y', extra @> ('a=>1'::hstore || 'b=>1') FROM products
out SELECT email = title || 'y', extra OPERATOR(ext.@>) ('a=>1'::ext.hstore OPERATOR(ext.||) 'b=>1') FROM public.products AS products
in  SELECT CASE email WHEN 'x' THEN 1 END FROM products
refuse 0A000 operator = of an extension is not supported in this construct
in  SELECT nullif(email, 'x') FROM products
refuse 0A000 operator = of an extension is not supported in this construct
in  SELECT path @> 'a' FROM products
refuse 42883 operator does not exist: ltree @> unknown
-- R61: types.
in  SELECT 'ok'::mood, mood = 'ok'::public.mood, 'a=>1'::hstore, '{ok}'::mood[], '1'::cents FROM products
out SELECT 'ok'::public.mood, mood = 'ok'::public.mood, 'a=>1'::ext.hstore, '{ok}'::public.mood[], '1'::public.cents FROM public.products AS products
in  SELECT mood 'ok', CAST('ok' AS mood), (spot).street, (ROW('a', 1)::place).number FROM products
out SELECT public.mood 'ok', CAST('ok' AS public.mood), (spot).street, (ROW('a', 1)::public.place).number FROM public.products AS products
in  SELECT (spot).secret FROM products
refuse 42703 column "secret" not found in data type place
in  SELECT 'a.b'::ltree
refuse 42704 type "ltree" does not exist
in  SELECT NULL::rates
refuse 42704 type "rates" does not exist
-- M26: a domain over regclass would print the name behind a number.
in  SELECT 1259::peek
refuse 42704 type "peek" does not exist
-- Comparing enums cannot fail; casting one to text and a domain's check can be told.
in  SELECT id FROM orders, products WHERE mood >= 'ok'::mood AND mood IN ('sad', 'ok')
out SELECT id FROM public.orders AS orders, public.products AS products WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (mood >= 'ok'::public.mood AND mood IN ('sad', 'ok'))
in  SELECT pg_typeof(1), pg_typeof(title) FROM products
out SELECT ((pg_catalog.pg_typeof(1))::pg_catalog.text) AS pg_typeof, ((pg_catalog.pg_typeof(title))::pg_catalog.text) AS pg_typeof FROM public.products AS products
-- R58: age of a transaction is not for everybody, that of a day is.
in  SELECT age(created_at) FROM orders
out SELECT age(created_at) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT age('1')
refuse 42501 permission denied for function age
-- R16: items of WITH RECURSIVE see later ones.
in  WITH RECURSIVE a AS (SELECT n FROM b), b AS (SELECT 1 AS n) SELECT n FROM a
same
in  WITH RECURSIVE a AS (SELECT n FROM b), b AS (SELECT n FROM a) SELECT n FROM a
refuse 0A000 a reference to a later WITH item is not supported
in  SELECT u FROM (SELECT ARRAY[1, 2] AS list) AS s, unnest(s.list) AS u
same
-- R40: what numbers of several widths become cannot fail; a numeric as real can.
in  SELECT id FROM orders WHERE coalesce(total, 0) > 5 AND greatest(id, total) > 1 AND CASE WHEN id > 1 THEN 1.5 ELSE id END > 2
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (coalesce(total, 0) > 5 AND greatest(id, total) > 1 AND CASE WHEN id > 1 THEN 1.5 ELSE id END > 2)
in  SELECT n FROM (SELECT id AS n FROM orders UNION ALL SELECT total FROM orders) AS x WHERE n > 3
out SELECT n FROM (SELECT id AS n FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text UNION ALL SELECT total FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS x WHERE n > 3
