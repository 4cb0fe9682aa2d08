-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- What analysts get wrong, and what tools send that PostgreSQL does not take: SQLSTATE, message, place and
-- hint must be the server's.

SELECT format('%s has %L and %I: %2$s %%', id, status, note) FROM orders ORDER BY id LIMIT 3
SELECT amount::numeric(6,1), amount::int, amount::real, amount::float8, amount::text, amount::varchar(3), amount::char(4), CAST(id AS smallint), CAST(id AS bigint), CAST(id AS varchar), CAST(amount AS money) FROM orders ORDER BY id LIMIT 3
SELECT ARRAY[[1,2],[3,4]][2][1], (ARRAY[1,2,3])[2:3], ARRAY(SELECT id FROM orders ORDER BY id LIMIT 3), array_agg(ARRAY[id, id * 2]) FROM customers WHERE id < 3
SELECT mood::text || '!', 'ok'::mood, CAST('sad' AS mood), mood 'happy', array_agg(DISTINCT mood) FROM things GROUP BY mood ORDER BY mood
SELECT count(*) >= 0 FROM orders TABLESAMPLE SYSTEM (50) REPEATABLE (1) AS s
SELECT id, (SELECT (o.id, c.name)) FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY 1 LIMIT 2
SELECT /* a /* nested */ comment */ id -- trailing\n FROM orders -- x
SELECT int4(amount), text(id), date(made_at), float8(small), numeric(big), varchar(title), bpchar(title), timestamp(made_at), timestamptz(seen_at), interval(clock), time(seen_at), bool(small::int) FROM things, orders WHERE things.id = 1 AND orders.id = 1
SELECT int4(amount), text(id), float8(id), int8(id), numeric(id) FROM orders ORDER BY 1 LIMIT 2
SELECT date('2024-01-02'), text('a'), inet('10.0.0.1'), int4('5'), float8('1.5'), jsonb('{}'), uuid('c4ca4238-a0b9-2382-0dcc-509a6f75849b'), numeric('1.20'), bool('t'), point('(1,2)'), bytea('\x01')
SELECT pg_typeof(id), pg_typeof(amount), pg_typeof(placed_on), pg_typeof(tags) FROM orders, things LIMIT 1
SELECT (DATE '2024-01-01', DATE '2024-02-01') OVERLAPS (DATE '2024-01-15', INTERVAL '1 month'), current_role IS NOT NULL, current_catalog IS NOT NULL, session_user IS NOT NULL, 1 IS OF (int)
SELECT x.id, x."select" FROM "Odd Name" AS x WHERE x."naïve" LIKE 'é%' ORDER BY 1
SELECT 1::int::text || 'x', -1::text, - 1 :: int, (-5)::numeric % 3, -5 % 3, 2 ^ 3 ^ 2, -2 ^ 2, 10 - 5 - 2, NOT true OR true, 1 < 2 = true, 'a' 'b' IS NULL
SELECT (SELECT 1), (VALUES (2)), (TABLE products LIMIT 0) IS NULL, ARRAY(VALUES (1), (2)), ARRAY(SELECT name FROM products ORDER BY id LIMIT 2)
SELECT (TABLE (SELECT 1)) FROM orders
SELECT * FROM (((orders))) ORDER BY id LIMIT 1
SELECT a.*, b.name FROM orders a, customers b WHERE a.customer_id = b.id(+)
SELECT dblink('x')
SELECT id, rank() OVER (PARTITION BY status ORDER BY amount DESC NULLS LAST) r FROM orders QUALIFY r = 1
SELECT status, id FROM orders PIVOT (sum(amount))
SELECT int4range(1,5) @> 3, numrange(1,2) && numrange(2,3), daterange('2024-01-01','2024-01-31','[]'), upper(int4range(1,5)), range_merge(int4range(1,2), int4range(5,6)), '[1,5)'::int4range - '[2,3)'::int4range
SELECT status, (SELECT max(p.weight) FROM parcels p WHERE p.depot < count(*)) FROM orders o GROUP BY status ORDER BY 1
SELECT t.id, x FROM things t, unnest(tags || 'new') AS x WHERE t.id < 3 ORDER BY 1, 2
SELECT f FROM ROWS FROM (json_to_recordset('[{"a": 1}]') AS (a int, a text)) f
SELECT id FROM orders ORDER BY id USING <= LIMIT 1
SELECT (-5)::information_schema.cardinal_number
SELECT statuss FROM orders
SELECT o.statuss FROM orders o
SELECT orders.stat FROM orders o
SELECT x.id FROM orders
SELECT id FROM orders o JOIN customers c ON o.customer_id = c.id
SELECT * FROM ordersx
SELECT * FROM public.ordersx
SELECT * FROM nosuch.orders
SELECT * FROM otherdb.public.orders
SELECT status, count(*) FROM orders
SELECT status, id, count(*) FROM orders GROUP BY status
SELECT o.status, c.name FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY o.status
SELECT status FROM orders WHERE count(*) > 1
SELECT status FROM orders GROUP BY count(*)
SELECT sum(count(*)) FROM orders
SELECT id FROM orders WHERE row_number() OVER () = 1
SELECT rank() FROM orders
SELECT upper(id) FROM orders
SELECT uper(status) FROM orders
SELECT length(5)
SELECT sum(status) FROM orders
SELECT avg(note) FROM orders
SELECT round(ratio, 2) FROM things
SELECT substring(id, 1, 2) FROM orders
SELECT date_trunc('month', status) FROM orders
SELECT to_char(status, 'YYYY') FROM orders
SELECT datediff('day', placed_on, current_date) FROM orders
SELECT dateadd(day, 1, placed_on) FROM orders
SELECT getdate()
SELECT ifnull(note, 'x') FROM orders
SELECT nvl(note, 'x') FROM orders
SELECT isnull(note, 'x') FROM orders
SELECT group_concat(status) FROM orders
SELECT string_agg(id, ',') FROM orders
SELECT listagg(status, ',') FROM orders
SELECT instr(status, 'o') FROM orders
SELECT len(status) FROM orders
SELECT year(placed_on) FROM orders
SELECT date_format(placed_on, '%Y') FROM orders
SELECT to_date(placed_on) FROM orders
SELECT concat_ws() FROM orders
SELECT coalesce() FROM orders
SELECT nullif(1) FROM orders
SELECT abs('a', 1)
SELECT abs(status) FROM orders
SELECT mod(amount, 'x') FROM orders
SELECT status + amount FROM orders
SELECT placed_on + placed_on FROM orders
SELECT placed_on + '1 day' FROM orders
SELECT placed_on - 'x' FROM orders
SELECT id || quantity FROM orders
SELECT id = status FROM orders
SELECT id FROM orders WHERE id = 'abc'
SELECT id FROM orders WHERE placed_on = 'not a date'
SELECT id FROM orders WHERE placed_on > 2024
SELECT id FROM orders WHERE status = 5
SELECT id FROM orders WHERE status LIKE 5
SELECT id FROM orders WHERE id LIKE '1%'
SELECT id FROM orders WHERE amount ILIKE '1%'
SELECT id FROM orders WHERE status
SELECT id FROM orders WHERE id
SELECT id FROM orders WHERE NOT id
SELECT id FROM orders WHERE id AND true
SELECT id FROM orders HAVING id > 1
SELECT count(*) FROM orders HAVING count(*)
SELECT id FROM orders WHERE id IN ('a', 'b')
SELECT id FROM orders WHERE status IN (1, 2)
SELECT id FROM orders WHERE id IN (SELECT status FROM orders)
SELECT id FROM orders WHERE (id, status) IN (SELECT id FROM orders)
SELECT id FROM orders WHERE (id, status) = (1, 'a', 3)
SELECT id FROM orders WHERE id = (SELECT id FROM orders)
SELECT (SELECT id FROM customers WHERE id < 4)
SELECT id FROM orders UNION SELECT id, status FROM orders
SELECT id FROM orders UNION SELECT status FROM orders
SELECT id FROM orders UNION SELECT id FROM customers ORDER BY amount
SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id + 1
SELECT id FROM orders ORDER BY 3
SELECT id FROM orders ORDER BY 'x'
SELECT DISTINCT status FROM orders ORDER BY id
SELECT DISTINCT ON (status) id FROM orders ORDER BY id
SELECT id AS x FROM orders WHERE x > 1
SELECT id AS x, x + 1 FROM orders
SELECT amount AS total FROM orders GROUP BY status HAVING total > 1
SELECT id FROM orders LIMIT -1
SELECT id FROM orders LIMIT 'a'
SELECT id FROM orders OFFSET -2
SELECT 1/0
SELECT 1.0/0
SELECT id / (quantity - 3) FROM orders WHERE id = 3
SELECT 100 / (id - 5) FROM orders
SELECT sum(amount) / sum(0) FROM orders
SELECT status::int FROM orders WHERE status = 'open'
SELECT amount::boolean FROM orders
SELECT placed_on::int FROM orders
SELECT id::date FROM orders
SELECT id::uuid FROM orders
SELECT 'x'::int
SELECT '2024-13-01'::date
SELECT '2024-02-30'::date
SELECT 'abc'::jsonb
SELECT '{"a"'::json
SELECT '{1,2'::int[]
SELECT 'x'::uuid
SELECT 'x'::inet
SELECT 'x'::interval
SELECT 'x'::bool
SELECT '99999999999'::int
SELECT 99999999999::int
SELECT 40000::smallint
SELECT 2147483647 + 1
SELECT id * 2147483647 FROM orders
SELECT sqrt(-1)
SELECT ln(0)
SELECT log(-1)
SELECT power(0, -1)
SELECT chr(0)
SELECT substring('abc', 1, -1)
SELECT repeat('a', 2000000000)
SELECT to_date('x', 'YYYY')
SELECT to_timestamp('2024', 'MM-DD')
SELECT to_number('x', '99')
SELECT extract(foo FROM placed_on) FROM orders
SELECT extract(hour FROM placed_on) FROM orders
SELECT extract(year FROM status) FROM orders
SELECT date_trunc('foo', placed_on) FROM orders
SELECT date_part('bar', made_at) FROM things
SELECT make_date(2024, 13, 1)
SELECT now() AT TIME ZONE 'Nowhere/Land'
SELECT interval '1 fortnight'
SELECT generate_series(1, 10, 0)
SELECT regexp_replace('a', '(', 'b')
SELECT id FROM customers WHERE name ~ '['
SELECT name LIKE 'a\' FROM customers
SELECT split_part('a', 'b', 0)
SELECT array_length(tags) FROM things
SELECT tags[1].x FROM things
SELECT id[1] FROM orders
SELECT numbers['a'] FROM things
SELECT unnest(id) FROM orders
SELECT ARRAY[1, 'a']
SELECT ARRAY[1, status] FROM orders
SELECT ARRAY[]
SELECT CASE WHEN id > 1 THEN 1 ELSE 'x' END FROM orders
SELECT CASE WHEN id > 1 THEN id ELSE status END FROM orders
SELECT CASE id WHEN 'a' THEN 1 END FROM orders
SELECT coalesce(id, status) FROM orders
SELECT greatest(id, status) FROM orders
SELECT nullif(id, status) FROM orders
SELECT attrs -> 'a' -> FROM things
SELECT attrs.n FROM things
SELECT attrs + 1 FROM things
SELECT attrs ->> 'n' + 1 FROM things
SELECT attrs -> 'n' > 5 FROM things
SELECT sum(attrs -> 'n') FROM things
SELECT jsonb_array_elements(attrs) FROM things
SELECT jsonb_each(attrs -> 'list') FROM things
SELECT jsonb_path_query(attrs, 'x[') FROM things
SELECT json_extract(doc, '$.n') FROM things
SELECT mood = 'angry' FROM things
SELECT mood = 1 FROM things
SELECT 'angry'::mood
SELECT spot.street FROM things
SELECT (spot).nope FROM things
SELECT (id).x FROM things
SELECT cost = 'x' FROM things
SELECT (-5)::cents
SELECT lower(5)
SELECT lower(mood) FROM things
SELECT address = 'x' FROM things
SELECT uid = 5 FROM things
SELECT flag = 1 FROM things
SELECT flag > 'maybe' FROM things
SELECT sum(flag) FROM things
SELECT max(flag) FROM things
SELECT min(attrs) FROM things
SELECT max(uid) FROM things
SELECT DISTINCT doc FROM things
SELECT doc FROM things GROUP BY doc
SELECT id FROM things ORDER BY doc
SELECT doc = doc FROM things
SELECT corner = corner FROM things
SELECT DISTINCT corner FROM things
SELECT id FROM things ORDER BY corner
SELECT doc FROM things UNION SELECT doc FROM things
SELECT count(DISTINCT doc) FROM things
SELEC id FROM orders
SELECT id FORM orders
SELECT id, FROM orders
SELECT FROM WHERE
SELECT id FROM orders WHERE
SELECT id FROM orders GROUP status
SELECT id FROM orders ORDER id
SELECT (id FROM orders
SELECT id) FROM orders
SELECT 'abc FROM orders
SELECT "abc FROM orders
SELECT id FROM orders LIMIT 5, 10
SELECT TOP 5 id FROM orders
SELECT `id` FROM orders
SELECT [id] FROM orders
SELECT id FROM orders WHERE status == 'open'
SELECT id FROM orders WHERE status = "open"
SELECT id FROM orders WHERE status && 'open'
SELECT id FROM orders WHERE id === 3
SELECT id FROM orders o WHERE orders.id = 1
SELECT id FROM orders WHERE o.id = 1
SELECT * FROM orders o, customers o
SELECT * FROM orders JOIN orders ON true
SELECT * FROM (SELECT id FROM orders)
SELECT * FROM (SELECT id, id FROM orders) s WHERE id = 1
SELECT s.status FROM (SELECT id FROM orders) s
SELECT s.b FROM (SELECT id FROM orders) s(a)
SELECT * FROM (SELECT id FROM orders) s(a, b)
SELECT * FROM orders JOIN customers USING (nope)
SELECT * FROM orders JOIN customers USING (city)
SELECT * FROM orders JOIN customers USING (name)
SELECT * FROM orders o JOIN customers c ON o.customer_id = x.id
SELECT * FROM orders o JOIN customers c ON o.customer_id
SELECT * FROM orders o JOIN customers c
SELECT * FROM orders o LEFT JOIN customers c
SELECT * FROM orders o JOIN customers c ON o.id = c.name
SELECT * FROM orders o, (SELECT o.id) x
SELECT * FROM orders o JOIN (SELECT * FROM customers WHERE id = o.customer_id) c ON true
SELECT * FROM orders o RIGHT JOIN LATERAL (SELECT o.id) x ON true
WITH a AS (SELECT 1 AS x) SELECT y FROM a
WITH a AS (SELECT 1), a AS (SELECT 2) SELECT * FROM a
WITH a(x, y) AS (SELECT 1) SELECT * FROM a
WITH RECURSIVE t AS (SELECT 1 UNION ALL SELECT 'a' FROM t) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT n FROM t) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1.5 FROM t) SELECT * FROM t
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT sum(n) FROM t) SELECT * FROM t
VALUES (1, 2), (3)
VALUES (1), ('a')
SELECT * FROM (VALUES (1, 2)) v(a)  WHERE b = 1
SELECT * FROM unnest(1)
SELECT * FROM generate_series(1, 'a')
SELECT * FROM generate_series('2024-01-01', '2024-01-03', '1 day')
SELECT * FROM upper('a') AS t(x, y)
SELECT * FROM nofunc(1)
SELECT * FROM jsonb_to_recordset('[]')
SELECT * FROM generate_series(1, 2) AS t(a int)
SELECT percentile_cont(0.5) FROM orders
SELECT percentile_cont(2) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY status) FROM orders
SELECT mode(status) FROM orders
SELECT count() FROM orders
SELECT count(*, id) FROM orders
SELECT count(id, status) FROM orders
SELECT sum(*) FROM orders
SELECT sum(DISTINCT) FROM orders
SELECT upper(DISTINCT status) FROM orders
SELECT upper(status) OVER () FROM orders
SELECT upper(status) FILTER (WHERE true) FROM orders
SELECT lower(status ORDER BY id) FROM orders
SELECT row_number() OVER (ORDER BY nope) FROM orders
SELECT sum(amount) OVER w FROM orders
SELECT sum(amount) OVER (ORDER BY status RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM orders
SELECT sum(amount) OVER (ROWS BETWEEN CURRENT ROW AND 1 PRECEDING) FROM orders
SELECT sum(amount) OVER (GROUPS 1 PRECEDING) FROM orders
SELECT sum(amount) OVER (ROWS -1 PRECEDING) FROM orders
SELECT ntile(0) OVER (ORDER BY id) FROM orders
SELECT lag(amount, 'x') OVER () FROM orders
SELECT lag(amount, 1, 'x') OVER () FROM orders
SELECT count(DISTINCT id) OVER () FROM orders
SELECT GROUPING(status) FROM orders
SELECT GROUPING(id) FROM orders GROUP BY status
SELECT status COLLATE "nope" FROM orders
SELECT id COLLATE "C" FROM orders
SELECT status COLLATE "C" < note COLLATE "POSIX" FROM orders
SELECT id::nosuchtype FROM orders
SELECT CAST(id AS string) FROM orders
SELECT CAST(id AS nvarchar(10)) FROM orders
SELECT CAST(id AS datetime) FROM orders
SELECT CAST(id AS unsigned) FROM orders
SELECT CAST(status AS number) FROM orders
SELECT id::varchar(0) FROM orders
SELECT id::numeric(2000) FROM orders
SELECT 1::bit(0)
SELECT substring('abc' FROM 1 FOR -2)
SELECT width_bucket(1, 1, 1, 5)
SELECT 'a' < 1
SELECT 'a'::text < 1
SELECT ROW(1, 2) < ROW(1)
SELECT ROW(1, 'a') = ROW(1, 2)
SELECT -'a'
SELECT -status FROM orders
SELECT ~amount FROM orders
SELECT @status FROM orders
SELECT amount % status FROM orders
SELECT amount ^ status FROM orders
SELECT status AND true FROM orders
SELECT amount BETWEEN 'a' AND 'b' FROM orders
SELECT placed_on BETWEEN 1 AND 2 FROM orders
SELECT id IS TRUE FROM orders
SELECT status IS TRUE FROM orders
SELECT id = ANY (1) FROM orders
SELECT id = ANY (ARRAY['a']) FROM orders
SELECT id = ANY ('a') FROM orders
SELECT id = ALL (status) FROM orders
SELECT $1 FROM orders
SELECT $0
SELECT :id FROM orders
SELECT @id := 1
SELECT id FROM orders WHERE id = ?
SELECT {{ x }} FROM orders
SHOW nosuch
SHOW nosuch.x
SET nosuch = 1
SET timezone = 'Nowhere'
SET statement_timeout = 'abc'
EXECUTE nope
DEALLOCATE nope
FETCH nope
CLOSE nope
MOVE nope
ROLLBACK TO nope
RELEASE nope
SAVEPOINT x
DECLARE c CURSOR FOR SELECT 1
PREPARE p AS SELECT nope FROM orders
COPY orders TO STDOUT (FORMAT nope)
COPY (SELECT nope FROM orders) TO STDOUT
COPY nope TO STDOUT
COPY orders (nope) TO STDOUT
COPY orders (id, id) TO STDOUT
EXPLAIN SELECT nope FROM products
TABLE nope
SELECT * FROM orders WHERE orders
SELECT orders.*.id FROM orders
SELECT o.id.x FROM orders o
SELECT a.b.c.d FROM orders
SELECT a.b.c.d.e FROM orders
SELECT books.orders.id FROM orders
SELECT upper(*) FROM orders
SELECT public.nofunc(1)
SELECT pg_catalog.nofunc('a')
SELECT make_interval(dayz => 1)
SELECT make_interval(days => 1, 2)
SELECT make_interval(days => 'x')
SELECT make_date(2024, 1)
SELECT make_date(2024, 1, '1', 4)
SELECT concat(VARIADIC 'a')
SELECT jsonb_build_object('a')
SELECT json_build_object(status, 1) FROM orders
SELECT json_object_agg(status, id) FROM orders
SELECT string_agg(status) FROM orders
SELECT array_agg() FROM orders
SELECT array_to_string(status, ',') FROM orders
SELECT string_to_array(id, ',') FROM orders
SELECT to_tsquery('a b')
SELECT to_tsvector('nolang', 'a')
SELECT id FROM orders TABLESAMPLE foo (10)
SELECT id FROM orders TABLESAMPLE bernoulli (200)
SELECT id FROM products TABLESAMPLE bernoulli ('x')
SELECT date '2024-01-01' - interval 'x'
SELECT timestamp 'yesterday-ish'
SELECT CURRENT_DATE()
SELECT current_timestamp(status) FROM orders
SELECT sysdate FROM orders
SELECT rownum FROM orders
SELECT id FROM dual
SELECT 1 FROM orders WHERE tenant = 'alpha'
SELECT customerid FROM orders
SELECT "Status" FROM orders
SELECT Orders.ID FROM "Orders"
SELECT id FROM "ORDERS"
SELECT id FROM odd_name
SELECT Id FROM "Odd Name"
SELECT naive FROM "Odd Name"
SELECT wage FROM staff
SELECT s.wage FROM staff s
SELECT bonus FROM people
SELECT p.badge, d.badge FROM people p, desks d
COALESCE(1, 2)
SELECT a.status, a.n AS this, b.n AS prev, a.n - coalesce(b.n, 0) AS diff FROM (SELECT status, count(*) n FROM orders WHERE placed_on >= '2024-03-01' GROUP BY 1) a FULL JOIN (SELECT status, count(*) n FROM orders WHERE placed_on < '2024-03-01' GROUP BY 1) b ON a.status IS NOT DISTINCT FROM b.status ORDER BY 1
SELECT {fn UCASE(status)} FROM orders
SELECT * FROM orders WHERE placed_on >= {d '2024-01-01'}
SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.nme = 'x'
SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_idd
SELECT o.id FROM orders o WHERE o.id IN (SELECT i.order FROM items i)
SELECT o.id FROM orders o WHERE o.id IN (SELECT i.orderid FROM items i)
SELECT o.id FROM orders o WHERE EXISTS (SELECT 1 FROM items WHERE order_id = o.idd)
SELECT o.id FROM orders o WHERE EXISTS (SELECT 1 FROM items WHERE oid = o.id)
WITH a AS (SELECT id, amout FROM orders) SELECT * FROM a
WITH a AS (SELECT id, amount FROM orders) SELECT amout FROM a
WITH a AS (SELECT id, amount FROM orders) SELECT b.id FROM a JOIN a b USING (idd)
SELECT * FROM (SELECT id, sum(amount) FROM orders) s
SELECT * FROM (SELECT status, id FROM orders GROUP BY 1) s
SELECT status, sum(amount) FROM orders GROUP BY status HAVING amout > 1
SELECT status, sum(amount) FROM orders GROUP BY status HAVING amount > 1
SELECT status, sum(amount) FROM orders GROUP BY status ORDER BY amount
SELECT date_trunc('month', placed_on), count(*) FROM orders GROUP BY placed_on_month
SELECT date_trunc('month', placed_on) AS m, count(*) FROM orders WHERE m > '2024-01-01' GROUP BY m
SELECT date_trunc('month', placed_on), date_trunc('week', placed_on), count(*) FROM orders GROUP BY 1
SELECT c.name, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.city
SELECT c.name, o.status, count(*) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id
SELECT id, rank() OVER (ORDER BY amount) r FROM orders WHERE r = 1
SELECT id, rank() OVER (ORDER BY amount) r FROM orders HAVING r = 1
SELECT id FROM orders o, LATERAL (SELECT o.amout) x
SELECT id FROM orders JOIN items ON orders.id = items.order_id WHERE quantity > 1
SELECT quantity FROM orders JOIN items ON orders.id = items.order_id
SELECT orders.quantity, status FROM orders JOIN order_totals USING (tenant_id)
SELECT tenant_id FROM orders o JOIN customers c ON o.customer_id = c.id
SELECT orders.* FROM orders o
SELECT * FROM orders WHERE orders.o = 1
SELECT sum(amount) FROM orders WHERE placed_on > '2024-02-30'
SELECT sum(amount) FROM orders WHERE placed_on > '2024-13-01' AND status = 'open'
SELECT sum(amount) FROM orders WHERE status = 'open' AND placed_on BETWEEN '2024-01-01' AND 'tomorow'
SELECT sum(amount) FROM orders o JOIN customers c ON c.id = o.customer_id AND o.placed_on > 'x'
SELECT sum(amount) FROM orders WHERE amount > '10,5'
SELECT sum(amount) FROM orders WHERE id IN (1, 2, 'x')
SELECT sum(amount) FROM orders WHERE id = ANY ('{1,x}')
SELECT sum(amount) FROM orders WHERE (id, status) IN ((1, 'a'), ('x', 'b'))
SELECT sum(amount) FROM orders WHERE id BETWEEN 'a' AND 5
SELECT sum(amount) FROM orders WHERE CASE WHEN id > 1 THEN 'x' ELSE 1 END = 1
SELECT count(*) FROM things WHERE attrs @> '{bad'
SELECT count(*) FROM things WHERE attrs->'deep' = 'x'
SELECT count(*) FROM things WHERE attrs->>'n' > 5
SELECT count(*) FROM things WHERE attrs.deep.k = 1
SELECT count(*) FROM things WHERE tags = 'red'
SELECT count(*) FROM things WHERE 'red' IN tags
SELECT count(*) FROM things WHERE tags LIKE '%red%'
SELECT count(*) FROM things WHERE numbers @> ARRAY['1']
SELECT count(*) FROM things WHERE numbers @> '{x}'
SELECT count(*) FROM things WHERE days @> 'x'
SELECT count(*) FROM things WHERE mood = 'Ok'
SELECT count(*) FROM things WHERE mood IN ('ok', 'bad')
SELECT count(*) FROM things WHERE mood LIKE 'o%'
SELECT count(*) FROM things WHERE uid = 'abc'
SELECT count(*) FROM things WHERE address = '10.0.0.300'
SELECT count(*) FROM things WHERE flag = 'y' OR flag = 'maybe'
SELECT count(*) FROM things WHERE lasted > '5 parsecs'
SELECT count(*) FROM things WHERE made_at > '2024-01-01 25:00'
SELECT count(*) FROM things WHERE made_at::date = 20240101
SELECT count(*) FROM things WHERE extract(year FROM made_at) = 'x'
SELECT count(*) FROM things WHERE title ~ '*a'
SELECT count(*) FROM things WHERE words @@ to_tsquery('english', 'a &')
SELECT count(*) FROM things WHERE words @@ 'a b c'
SELECT count(*) FROM things WHERE span && 5
SELECT count(*) FROM things WHERE cost > 'x'::cents
SELECT count(*) FROM things WHERE label = 5
SELECT count(*) FROM things WHERE spot = 'x'
SELECT count(*) FROM things WHERE corner = point(1,2)
SELECT mood + 1 FROM things
SELECT tags + 1 FROM things
SELECT attrs || 5 FROM things
SELECT days + 1 FROM things
SELECT lasted + 1 FROM things
SELECT made_at + 1 FROM things
SELECT made_at - 1 FROM things
SELECT clock + clock FROM things
SELECT day * 2 FROM things
SELECT flag + 1 FROM things
SELECT sum(mood) FROM things
SELECT avg(made_at) FROM things
SELECT avg(day) FROM things
SELECT sum(day) FROM things
SELECT sum(tags) FROM things
SELECT round(ratio, 1) FROM things
SELECT round(amount, 'x') FROM orders
SELECT trunc(made_at, 'month') FROM things
SELECT date_trunc(made_at, 'month') FROM things
SELECT date_trunc('month', day, 'UTC', 1) FROM things
SELECT extract(month, day) FROM things
SELECT to_char(day) FROM things
SELECT to_char(flag, 'x') FROM things
SELECT coalesce(day, 'none') FROM things
SELECT coalesce(id, 'none') FROM things
SELECT coalesce(tags, 'none') FROM things
SELECT lower(tags) FROM things
SELECT length(id) FROM things
SELECT length(day) FROM things
SELECT substring(day, 1, 4) FROM things
SELECT left(id, 2) FROM things
SELECT replace(id, '1', '2') FROM things
SELECT split_part(day, '-', 1) FROM things
SELECT day LIKE '2024%' FROM things
SELECT string_agg(day, ',') FROM things
SELECT string_agg(title) FROM things
SELECT string_agg(title, ',' ORDER BY nope) FROM things
SELECT string_agg(DISTINCT title, ',' ORDER BY id) FROM things
SELECT array_agg(DISTINCT id ORDER BY title) FROM things
SELECT array_agg(id) WITHIN GROUP (ORDER BY id) FROM things
SELECT percentile_cont(0.5, id) FROM things
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY title) FROM things
SELECT percentile_cont('x') WITHIN GROUP (ORDER BY id) FROM things
SELECT median(id) FROM things
SELECT median(id) OVER () FROM things
SELECT first(id) FROM things
SELECT stddev(title) FROM things
SELECT count(DISTINCT id, title) FROM things
SELECT count(DISTINCT *) FROM things
SELECT top(5) FROM things
SELECT if(id > 1, 'a', 'b') FROM things
SELECT iif(id > 1, 'a', 'b') FROM things
SELECT decode(id, 1, 'a') FROM things
SELECT to_varchar(id) FROM things
SELECT timestampdiff(day, day, seen_at) FROM things
SELECT date_add(day, interval '1 day') FROM things
SELECT date_sub(day, 1) FROM things
SELECT last_day(day) FROM things
SELECT curdate()
SELECT now(1)
SELECT charindex('a', title) FROM things
SELECT regexp_extract(title, 'a') FROM things
SELECT array_contains(tags, 'red') FROM things
SELECT array_size(tags) FROM things
SELECT parse_json('{}')
SELECT json_value(doc, '$.n') FROM things
SELECT doc::jsonb->>n FROM things
SELECT safe_divide(1, 2)
SELECT div0(1, 0)
SELECT try_cast('a' AS int)
SELECT TRY_CAST(title AS int) FROM things
SELECT convert(int, title) FROM things
SELECT title::string FROM things
SELECT CAST(title AS VARCHAR(MAX)) FROM things
SELECT CAST(id AS double) FROM things
SELECT CAST(id AS char(x)) FROM things
SELECT id::date FROM things
SELECT day::int FROM things
SELECT mood::int FROM things
SELECT tags::int FROM things
SELECT attrs::int FROM things
SELECT ROW(1)::place
SELECT id FROM things ORDER BY 2
SELECT id, title FROM things ORDER BY titel
SELECT id FROM things LIMIT 10 20
SELECT id FROM things LIMIT 10 PERCENT
SELECT id FROM things WHERE id = 1 LIMIT
SELECT id title FROM things WHERE title = 'x' AND
SELECT id FROM things WHERE (id = 1
SELECT id FROM things WHERE id = 1)
SELECT id FROM things WHERE id == 1
SELECT id FROM things WHERE id = = 1
SELECT id FROM things WHERE id <> NULL AND id !=
SELECT id FROM things WHERE NOT
SELECT id FROM things WHERE title IS 'x'
SELECT id FROM things WHERE title IS NOT LIKE 'x'
SELECT id FROM things WHERE title IN 'x'
SELECT id FROM things WHERE title IN ()
SELECT id FROM things GROUP BY
SELECT id FROM things HAVING
SELECT id FROM things ORDER BY
SELECT id things title
SELECT id AS FROM things
SELECT id AS 'x' FROM things
SELECT user.id FROM things
SELECT things.id FROM things AS user
SELECT id FROM things t WHERE t .id= 1 AND
SELECT DISTINCT(id), title FROM things ORDER BY nope
SELECT DISTINCT ON id FROM things
SELECT * EXCEPT (id) FROM things
SELECT * EXCLUDE id FROM things
SELECT id FROM things, WHERE id = 1
SELECT id FROM things JOIN
SELECT id FROM things JOIN orders
SELECT id FROM things t JOIN orders o USING id
SELECT id FROM things NATURAL JOIN
SELECT id FROM things CROSS JOIN orders ON true
SELECT id FROM things FULL JOIN orders ON things.id > orders.id
SELECT t.id FROM things t FULL JOIN orders o ON t.id > o.id
SELECT count(*) FROM things UNION
SELECT id FROM things UNION ALL SELECT title FROM things
SELECT id, title FROM things UNION ALL SELECT id FROM things
SELECT id FROM things INTERSECT SELECT day FROM things
SELECT NULL UNION SELECT 1 UNION SELECT 'a'
WITH a SELECT 1
WITH a AS SELECT 1
WITH a AS (SELECT 1)
WITH a AS (SELECT 1), SELECT * FROM a
WITH a AS (SELECT 1) SELECT * FROM b
WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a WHERE n < 3 ORDER BY 1) SELECT * FROM a
WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT b.n FROM a LEFT JOIN a b ON true) SELECT * FROM a
WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT 2 WHERE EXISTS (SELECT 1 FROM a)) SELECT * FROM a
WITH RECURSIVE a(n) AS (SELECT 1 EXCEPT SELECT n FROM a) SELECT * FROM a
SELECT CASE id WHEN 1 THEN 'a' ELSE 2 END FROM things
SELECT CASE WHEN id THEN 1 END FROM things
SELECT CASE id END FROM things
SELECT CASE WHEN id = 1 'a' END FROM things
SELECT CASE WHEN id = 1 THEN 'a' FROM things
SELECT interval 5 day
SELECT date 2024-01-01
SELECT timestamp '2024-01-01 99:00'
SELECT now() - 5
SELECT current_date - '5 days'
SELECT '2024-01-01' + interval '1 day'
SELECT '2024-01-01' - 5
SELECT '5' + '6'
SELECT 'a' + 'b'
SELECT 1 + 'a'
SELECT 5 / 'x'
SELECT NULL + NULL
SELECT -NULL
SELECT sum(1) OVER (PARTITION BY)
SELECT sum(id) OVER FROM things
SELECT sum(id) OVER (ORDER id) FROM things
SELECT lag(id) FROM things
SELECT lag() OVER () FROM things
SELECT row_number() OVER (PARTITION status) FROM orders
SELECT sum(id) FILTER (id > 1) FROM things
SELECT sum(id) FILTER (WHERE id) FROM things
SELECT sum(id) FILTER (WHERE sum(id) > 1) FROM things
SELECT count(*) FILTER (WHERE rank() OVER () = 1) FROM things
SELECT id FROM orders WHERE id > ALL 5
SELECT id FROM orders WHERE id = ANY (SELECT id, status FROM orders)
SELECT id FROM orders WHERE (SELECT id, status FROM orders) IS NULL
SELECT ARRAY(SELECT id, status FROM orders)
SELECT (SELECT id, status FROM orders LIMIT 1)
SELECT EXISTS (orders)
SELECT id FROM orders WHERE EXISTS orders
SELECT id FROM generate_series(1, 3)
SELECT generate_series(1)
SELECT * FROM generate_series('a', 'b')
SELECT * FROM generate_series(1, 3) g(a, b)
SELECT * FROM unnest(ARRAY[1]) u(a, b)
SELECT * FROM jsonb_each(1)
SELECT * FROM json_each('[1]')
SELECT * FROM jsonb_array_elements('{}')
SELECT * FROM jsonb_to_record('{}') AS x
SELECT * FROM jsonb_to_record('[]') AS x(a int)
SELECT * FROM regexp_matches('a', '(')
SELECT count(*) OVER (w) FROM orders WINDOW v AS ()
SELECT count(*) OVER w FROM orders WINDOW w AS (), w AS ()
SELECT grouping(status) FROM orders GROUP BY id
SELECT status FROM orders GROUP BY ROLLUP (nope)
SELECT status, quantity FROM orders GROUP BY ROLLUP (status)
SELECT id FROM orders TABLESAMPLE BERNOULLI (-1)
SELECT id FROM orders TABLESAMPLE BERNOULLI
SELECT id FROM orders ORDER BY id FETCH FIRST 2 ROWS WITH TIES LIMIT 3
SELECT id FROM orders FETCH FIRST 2 ROWS WITH TIES
SELECT id FROM orders OFFSET 'x'
SELECT id FROM orders LIMIT '2.5'
