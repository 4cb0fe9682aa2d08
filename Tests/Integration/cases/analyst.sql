-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- What analysts, BI tools and drivers ask. One statement a line; rows, columns and types must be
-- those of native row-level security.

-- types of users: enums, domains, composites, and arrays of them
SELECT id, mood FROM things WHERE mood = 'happy' ORDER BY id
SELECT id FROM things WHERE mood >= 'ok'::mood ORDER BY id
SELECT id FROM things WHERE mood = 'ok'::public.mood AND id < 20
SELECT 'sad'::mood < 'happy'::mood
SELECT mood 'happy'
SELECT CAST('ok' AS mood)
SELECT id, mood::text || '!' FROM things ORDER BY 1 LIMIT 5
SELECT mood, count(*) FROM things GROUP BY mood ORDER BY mood
SELECT id FROM things WHERE mood IN ('sad', 'ok') ORDER BY id
SELECT id FROM things WHERE mood = ANY ('{sad,ok}'::mood[]) ORDER BY id
SELECT id FROM things WHERE mood = ANY (moods) ORDER BY id
SELECT ARRAY['ok', 'sad']::mood[]
SELECT min(mood), max(mood) FROM things
SELECT enum_range(NULL::mood)
SELECT enum_first(mood), enum_last(mood) FROM things LIMIT 1
SELECT unnest(enum_range(NULL::mood))
SELECT CASE WHEN flag THEN 'happy'::mood ELSE mood END FROM things ORDER BY id
SELECT coalesce(mood, 'sad') FROM things ORDER BY id LIMIT 3
SELECT genre, count(*) FROM things WHERE genre = 'novel'::books.genre GROUP BY genre
SELECT DISTINCT genre::text FROM things ORDER BY 1
SELECT id, cost FROM things WHERE cost > 100 ORDER BY cost DESC LIMIT 5
SELECT sum(cost), avg(cost), max(cost) FROM things
SELECT 12::cents, '7'::cents
SELECT (cost * 2)::cents FROM things ORDER BY id LIMIT 3
SELECT cost + 1, cost / 5 FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE label = 'label 3' ORDER BY id
SELECT upper(label), length(label), label || 'x' FROM things ORDER BY id LIMIT 3
SELECT label::short_text, 'abc'::short_text FROM things LIMIT 1
SELECT spot FROM things ORDER BY id LIMIT 3
SELECT (spot).street, (spot).number FROM things ORDER BY id LIMIT 3
SELECT (t.spot).number + 1 FROM things t WHERE (t.spot).number < 5 ORDER BY 1
SELECT ROW('a', 1)::place
SELECT (ROW('a', 1)::place).street
SELECT '(x,7)'::place
SELECT (spot).* FROM things ORDER BY id LIMIT 2
SELECT id FROM things WHERE spot = ROW('red street', 3)::place
SELECT array_agg(spot ORDER BY id) FROM things WHERE id < 3
SELECT row_to_json(spot), to_jsonb(spot) FROM things WHERE id < 3 ORDER BY id
SELECT id::public.cents FROM things WHERE id = 1

-- extensions
SELECT id, similarity(title, 'red title') FROM things ORDER BY id LIMIT 5
SELECT id FROM things WHERE title % 'red title 3' ORDER BY id
SELECT title <-> 'green' FROM things ORDER BY 1, id LIMIT 4
SELECT ext.similarity('abc', 'abd'), show_trgm('abc')
SELECT id FROM things ORDER BY title <-> 'blue title', id LIMIT 3
SELECT word_similarity('red', body) FROM things ORDER BY id LIMIT 3
SELECT 'red' <% body FROM things ORDER BY id LIMIT 3
SELECT title OPERATOR(ext.%) 'red title' FROM things ORDER BY id LIMIT 3
SELECT extra -> 'a' FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE extra @> 'a=>red' ORDER BY id
SELECT id FROM things WHERE extra ? 'n' AND id < 4 ORDER BY id
SELECT 'a=>1, b=>2'::hstore
SELECT 'a=>1'::ext.hstore -> 'a'
SELECT extra || 'z=>1' FROM things ORDER BY id LIMIT 2
SELECT akeys(extra), avals(extra) FROM things ORDER BY id LIMIT 2
SELECT (each(extra)).key FROM things WHERE id < 3 ORDER BY 1
SELECT e.key, e.value FROM things t, each(t.extra) AS e WHERE t.id < 3 ORDER BY t.id, 1
SELECT key, value FROM each('a=>1,b=>2'::hstore)
SELECT hstore('a', 'b'), hstore(ARRAY['x','y'])
SELECT hstore_to_json(extra), extra::json, extra::jsonb FROM things ORDER BY id LIMIT 2
SELECT skeys(extra) FROM things WHERE id = 1
SELECT email FROM things WHERE email = 'GREEN1@example.test' ORDER BY id
SELECT 'A'::citext = 'a'
SELECT lower(email), email::text FROM things ORDER BY id LIMIT 2
SELECT count(DISTINCT email) FROM things
SELECT id FROM things WHERE email LIKE 'RED%' ORDER BY id
SELECT max(email) FROM things

-- casts and literals
SELECT id::text, id::bigint, id::numeric(10, 2), id::real FROM orders ORDER BY id LIMIT 2
SELECT amount::int, amount::text, amount::double precision FROM orders ORDER BY id LIMIT 2
SELECT '2024-01-01'::date, TIMESTAMP '2024-01-01 10:00', TIMESTAMPTZ '2024-01-01 10:00+02', TIME '10:00', INTERVAL '1 day 2 hours'
SELECT '{1,2,3}'::int[], ARRAY[1, 2]::bigint[], '{a,b}'::text[]
SELECT '[1,5)'::int4range, '{"a": 1}'::jsonb, B'101', X'1F', E'a\nb', $$it's$$, U&'d\0061t'
SELECT 'f47ac10b-58cc-4372-a567-0e02b2c3d479'::uuid, '10.0.0.0/8'::cidr, '\xdead'::bytea
SELECT code::text, title::varchar(5), title::char(3) FROM things ORDER BY id LIMIT 2
SELECT cast(placed_on AS timestamp), placed_on::timestamptz::date FROM orders ORDER BY id LIMIT 2
SELECT ratio::numeric(8, 3), ratio::int FROM things ORDER BY id LIMIT 3
SELECT flag::int, flag::text, NOT flag FROM things ORDER BY id LIMIT 5
SELECT uid::text, address::text, host(address), masklen(address), family(address) FROM things ORDER BY id LIMIT 2
SELECT 1::bit(4), mask, mask::int, mask & B'0011' FROM things ORDER BY id LIMIT 2
SELECT NULL::int, NULL::text, NULL::numeric(4, 1)
SELECT 1.5e3, 1e-3, .5, 5., 0x, 1::int8 AS x
SELECT true AND NOT false OR NULL, 't'::boolean, 'yes'::bool

-- text functions
SELECT format('%s-%s', status, id), format('%I', status), format('%L', note) FROM orders ORDER BY id LIMIT 3
SELECT quote_ident(status), quote_literal(status), quote_nullable(note) FROM orders ORDER BY id LIMIT 3
SELECT regexp_replace(name, '[0-9]+', '#'), regexp_replace(name, 'a', 'b', 'g'), regexp_match(name, '(\d+)') FROM customers ORDER BY id LIMIT 3
SELECT regexp_matches(name, '\d', 'g') FROM customers WHERE id = 12
SELECT regexp_split_to_array(name, '\s+'), split_part(name, ' ', 2), string_to_array(name, ' ') FROM customers ORDER BY id LIMIT 2
SELECT word FROM customers, regexp_split_to_table(name, ' ') AS word WHERE id < 3 ORDER BY 1
SELECT regexp_count(name, 'a'), regexp_instr(name, 'c'), regexp_like(name, '^alpha'), regexp_substr(name, '\w+') FROM customers ORDER BY id LIMIT 2
SELECT lpad(status, 10, '.'), rpad(status, 10, '.'), reverse(status), repeat('ab', 3), ascii(status), chr(65) FROM orders ORDER BY id LIMIT 2
SELECT overlay(name PLACING 'XX' FROM 1 FOR 2), position('a' IN name), strpos(name, 'c'), translate(name, 'abc', 'xyz') FROM customers ORDER BY id LIMIT 2
SELECT concat(status, '-', id), concat_ws(',', status, note, id), btrim('  x '), ltrim('xxa', 'x'), rtrim('axx', 'x') FROM orders ORDER BY id LIMIT 2
SELECT md5(name), sha256(name::bytea), encode(name::bytea, 'base64'), decode('616263', 'hex'), to_hex(255) FROM customers ORDER BY id LIMIT 1
SELECT char_length(name), octet_length(name), bit_length(name), starts_with(name, 'alpha'), name ^@ 'alpha' FROM customers ORDER BY id LIMIT 1
SELECT initcap('hello world'), left('abc', -1), right('abc', 2), unistr('d\0061t'), normalize('é'), to_ascii('a')
SELECT string_agg(name, ', ' ORDER BY name DESC) FROM customers WHERE city = 'Lyon'
SELECT substring(name FROM '\d+'), substr(name, 2, 3), substring(name, 3), substring(name FROM 'a(.)p' ) FROM customers ORDER BY id LIMIT 2
SELECT status COLLATE "C" FROM orders ORDER BY status COLLATE "C", id LIMIT 3
SELECT name FROM customers WHERE name COLLATE "C" > 'alpha customer 3' ORDER BY name COLLATE "C" LIMIT 3
SELECT parse_ident('a.b'), string_to_table('a,b', ',')
SELECT 'abc' LIKE 'a%', 'abc' NOT LIKE 'x%', 'ABC' ILIKE 'a_c', 'abc' SIMILAR TO '(a|b)%', 'abc' ~ '^a', 'abc' !~* 'X'

-- numbers
SELECT abs(-1), ceil(1.2), floor(1.8), round(1.5), round(2.345, 2), trunc(1.9), sign(-3), mod(7, 3), power(2, 3), sqrt(16), cbrt(27), exp(0), ln(1), log(100), pi(), degrees(pi()), gcd(12, 8), lcm(4, 6), div(7, 2), width_bucket(5, 0, 10, 5), factorial(5)
SELECT greatest(1, 2, 3), least(amount, 10), nullif(quantity, 0) FROM orders ORDER BY id LIMIT 3
SELECT amount % 7, quantity % 2, amount ^ 2, |/ amount::float8, @ -5, 5 & 3, 5 | 3, 5 # 3, ~5, 1 << 3, 8 >> 1 FROM orders ORDER BY id LIMIT 2
SELECT to_char(amount, 'FM999,999.00'), to_char(id, '0000'), to_number('1,234.5', '9,999.9') FROM orders ORDER BY id LIMIT 2
SELECT amount / nullif(quantity, 0), 100.0 * quantity / 7 FROM orders ORDER BY id LIMIT 3
SELECT sin(ratio), cos(ratio), atan2(ratio, 1), ratio / 3, ratio * exact::float8 FROM things ORDER BY id LIMIT 2
SELECT numeric '1.50', scale(1.50), trim_scale(1.50), min_scale(1.5)
SELECT random() >= 0, gen_random_uuid() IS NOT NULL
SELECT width_bucket(amount, 0, 250, 5) AS bucket, count(*) FROM orders GROUP BY bucket ORDER BY bucket
SELECT generate_series(1, 5), generate_series(10, 50, 10)

-- dates
SELECT extract(year FROM placed_on), date_part('month', placed_on), extract(dow FROM placed_on), extract(epoch FROM made_at) FROM orders JOIN things USING (id) ORDER BY id LIMIT 2
SELECT date_trunc('month', placed_on), date_trunc('quarter', placed_on)::date, date_trunc('hour', made_at) FROM orders JOIN things USING (id) ORDER BY id LIMIT 2
SELECT age(TIMESTAMP '2024-05-01', placed_on), placed_on - 7, placed_on + INTERVAL '1 week', placed_on + TIME '10:00' FROM orders ORDER BY id LIMIT 2
SELECT age(placed_on::timestamp) IS NOT NULL, now() - placed_on IS NOT NULL FROM orders ORDER BY id LIMIT 2
SELECT to_char(placed_on, 'YYYY-MM-DD'), to_char(made_at, 'Day DD Mon'), to_char(lasted, 'HH24:MI') FROM orders JOIN things USING (id) ORDER BY id LIMIT 2
SELECT to_date('2024-02-29', 'YYYY-MM-DD'), to_timestamp('2024-02-29 10:11', 'YYYY-MM-DD HH24:MI'), to_timestamp(0)
SELECT make_date(2024, 2, 29), make_time(8, 15, 0), make_interval(days => 10), make_timestamp(2024, 1, 2, 3, 4, 5), make_timestamptz(2024, 1, 2, 3, 4, 5)
SELECT justify_days(lasted), justify_hours(lasted), justify_interval(lasted), lasted * 2, lasted / 2, extract(hour FROM lasted) FROM things ORDER BY id LIMIT 2
SELECT made_at AT TIME ZONE 'UTC', seen_at AT TIME ZONE 'Europe/Berlin', timezone('UTC', made_at) FROM things ORDER BY id LIMIT 2
SELECT (DATE '2024-01-01', DATE '2024-02-01') OVERLAPS (DATE '2024-01-15', DATE '2024-03-01')
SELECT d::date FROM generate_series(DATE '2024-01-01', DATE '2024-01-05', INTERVAL '1 day') AS d
SELECT d.day, count(o.id) FROM generate_series(TIMESTAMP '2024-01-01', TIMESTAMP '2024-01-10', '1 day') AS d(day) LEFT JOIN orders o ON o.placed_on = d.day::date GROUP BY 1 ORDER BY 1
SELECT count(*) FROM orders WHERE placed_on > current_date - 100000
SELECT count(*) FROM orders WHERE placed_on >= now() - INTERVAL '99 years'
SELECT count(*) FROM things WHERE made_at BETWEEN '2024-03-01' AND '2024-03-10'
SELECT date_bin('15 minutes', seen_at, TIMESTAMP '2024-01-01') FROM things ORDER BY id LIMIT 2
SELECT isfinite(placed_on), placed_on IS NULL, date '2024-01-31' + interval '1 month' FROM orders ORDER BY id LIMIT 1
SELECT extract(isoyear FROM placed_on), extract(week FROM placed_on), extract(quarter FROM placed_on), extract(doy FROM placed_on) FROM orders ORDER BY id LIMIT 2
SELECT current_date IS NOT NULL, current_timestamp IS NOT NULL, localtime IS NOT NULL, localtimestamp(0) IS NOT NULL, clock_timestamp() IS NOT NULL, statement_timestamp() IS NOT NULL, transaction_timestamp() IS NOT NULL, timeofday() IS NOT NULL
SELECT clock + INTERVAL '1 hour', clock - TIME '01:00', extract(minute FROM clock) FROM things ORDER BY id LIMIT 2

-- JSON
SELECT attrs -> 'n', attrs ->> 'word', attrs -> 'list' -> 0, attrs #> '{deep,k}', attrs #>> '{deep,k}' FROM things ORDER BY id LIMIT 3
SELECT doc -> 'n', doc ->> 'word', (doc ->> 'n')::int FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE attrs @> '{"word": "red"}' ORDER BY id
SELECT id FROM things WHERE attrs ? 'word' AND attrs ?| ARRAY['a', 'n'] AND attrs ?& ARRAY['n'] AND id < 5 ORDER BY id
SELECT id FROM things WHERE (attrs ->> 'n')::int > 50 ORDER BY id
SELECT attrs ->> 'word' AS w, count(*), sum((attrs ->> 'n')::numeric) FROM things GROUP BY 1 ORDER BY 1
SELECT jsonb_array_length(attrs -> 'list'), jsonb_typeof(attrs -> 'deep'), jsonb_pretty(attrs) FROM things WHERE id = 1
SELECT k, v FROM things, jsonb_each(attrs) AS e(k, v) WHERE id = 1 ORDER BY k
SELECT key, value FROM things, jsonb_each_text(attrs -> 'deep') WHERE id < 4 ORDER BY id
SELECT x FROM things, jsonb_array_elements(attrs -> 'list') AS x WHERE id = 2
SELECT x.value FROM things t CROSS JOIN LATERAL jsonb_array_elements_text(t.attrs -> 'list') AS x WHERE id = 2 ORDER BY 1
SELECT jsonb_object_keys(attrs) FROM things WHERE id = 1 ORDER BY 1
SELECT jsonb_set(attrs, '{n}', '0'), attrs - 'n', attrs || '{"z": 1}', attrs #- '{deep,k}' FROM things WHERE id = 1
SELECT jsonb_path_query(attrs, '$.list[*]') FROM things WHERE id = 1
SELECT jsonb_path_exists(attrs, '$.n ? (@ > 3)'), attrs @? '$.deep', attrs @@ '$.n > 3' FROM things ORDER BY id LIMIT 5
SELECT json_build_object('id', id, 'status', status), jsonb_build_array(id, amount) FROM orders ORDER BY id LIMIT 2
SELECT row_to_json(x) FROM (SELECT id, status FROM orders ORDER BY id LIMIT 2) AS x
SELECT to_json(status), to_jsonb(amount), array_to_json(ARRAY[1, 2]) FROM orders ORDER BY id LIMIT 2
SELECT json_agg(x) FROM (SELECT id, status FROM orders ORDER BY id LIMIT 3) AS x
SELECT json_agg(row_to_json(x)) FROM (SELECT id, amount FROM orders ORDER BY id LIMIT 3) AS x
SELECT jsonb_agg(o.* ORDER BY o.id) FROM orders o WHERE id < 4
SELECT json_object_agg(status, n ORDER BY status) FROM (SELECT status, count(*) AS n FROM orders WHERE status IS NOT NULL GROUP BY status) AS x
SELECT * FROM json_to_recordset('[{"a":1,"b":"x"},{"a":2}]') AS x(a int, b text)
SELECT * FROM jsonb_to_record('{"a":1,"b":[1,2]}') AS x(a int, b jsonb)
SELECT t.id, x.n, x.word FROM things t, jsonb_to_record(t.attrs) AS x(n int, word text) WHERE t.id < 4 ORDER BY 1
SELECT json_array_elements('[1,2]'), json_array_length('[1,2]'), json_extract_path_text('{"a":1}', 'a'), json_strip_nulls('{"a":null}')
SELECT (jsonb_populate_record(NULL::place, '{"street": "x", "number": 3}')).street

-- arrays
SELECT tags[1], tags[1:2], array_length(tags, 1), cardinality(tags), array_upper(tags, 1), array_ndims(tags) FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE 'red' = ANY (tags) ORDER BY id
SELECT id FROM things WHERE tags @> ARRAY['red'] ORDER BY id
SELECT id FROM things WHERE tags && '{red,blue}' AND id < 10 ORDER BY id
SELECT id FROM things WHERE id = ANY (ARRAY[1, 2, 3]) AND id <> ALL ('{2}'::int[]) ORDER BY id
SELECT array_append(numbers, 9), array_prepend(0, numbers), array_cat(numbers, numbers), numbers || 1, array_remove(numbers, 1), array_replace(numbers, 1, 2), array_position(numbers, 1), array_positions(numbers, 1) FROM things ORDER BY id LIMIT 2
SELECT t, count(*) FROM things, unnest(tags) AS t GROUP BY t ORDER BY t
SELECT id, unnest(numbers) FROM things WHERE id < 3 ORDER BY 1, 2
SELECT x.n, x.o FROM things, unnest(numbers) WITH ORDINALITY AS x(n, o) WHERE id = 5 ORDER BY 2
SELECT a, b FROM unnest(ARRAY[1, 2], ARRAY['x', 'y']) AS u(a, b)
SELECT u FROM (SELECT numbers FROM things WHERE id = 4) AS s, unnest(s.numbers) AS u
SELECT array_to_string(tags, ','), string_to_array('a,b', ','), trim_array(ARRAY[1, 2, 3], 1), array_fill(0, ARRAY[2]) FROM things ORDER BY id LIMIT 2
SELECT array(SELECT id FROM orders WHERE id < 5 ORDER BY id), ARRAY[[1, 2], [3, 4]]
SELECT generate_subscripts(ARRAY['a', 'b'], 1)
SELECT array_agg(DISTINCT status ORDER BY status) FROM orders
SELECT (array_agg(id ORDER BY amount DESC))[1:3] FROM orders

-- ranges, geometry, network, text search, bytes
SELECT days @> DATE '2024-02-01', lower(days), upper(days), days && '[2024-01-01,2024-01-02)', isempty(span), span * '[3,9)', span + '[6,20)', span -|- '[20,30)' FROM things WHERE id = 2
SELECT id FROM things WHERE span @> 5 ORDER BY id LIMIT 4
SELECT int4range(1, 5), tsrange('2024-01-01', '2024-02-01'), daterange('2024-01-01', NULL), numrange(1, 2, '[]'), int4multirange('[1,2)', '[4,5)')
SELECT range_agg(span), range_intersect_agg(days) FROM things WHERE id < 5
SELECT corner <-> point(0, 0), corner[0], point(1, 2), box(point(0, 0), point(1, 1)) @> corner FROM things ORDER BY id LIMIT 2
SELECT address << '10.0.0.0/16', network(address), set_masklen(address, 24), abbrev(address), address > '10.0.1.0' FROM things ORDER BY id LIMIT 2
SELECT id FROM things WHERE words @@ to_tsquery('english', 'jump & red') ORDER BY id LIMIT 3
SELECT ts_rank(words, plainto_tsquery('english', 'lazy dog')), ts_headline('english', body, to_tsquery('english', 'red')) FROM things ORDER BY id LIMIT 2
SELECT to_tsvector('simple', 'a b'), websearch_to_tsquery('english', 'red or blue'), phraseto_tsquery('english', 'lazy dogs'), setweight(to_tsvector('english', 'x'), 'A'), strip(words), length(words) FROM things LIMIT 1
SELECT length(raw), get_byte(raw, 3), encode(raw, 'hex'), raw || '\x00'::bytea, substring(raw FROM 4) FROM things ORDER BY id LIMIT 2

-- aggregates and windows
SELECT count(*) FILTER (WHERE status = 'open'), sum(amount) FILTER (WHERE quantity > 2) FROM orders
SELECT status, percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), percentile_cont(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY amount::float8), mode() WITHIN GROUP (ORDER BY quantity) FROM orders GROUP BY status ORDER BY status
SELECT bool_and(amount > 0), bool_or(amount > 200), every(id > 0), bit_and(id), bit_or(id), bit_xor(id) FROM orders
SELECT stddev_pop(amount), var_samp(amount), covar_pop(amount, quantity), regr_r2(amount, quantity), corr(amount, id) FROM orders
SELECT rank(100) WITHIN GROUP (ORDER BY amount), dense_rank(3) WITHIN GROUP (ORDER BY quantity), percent_rank(50) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT status, quantity, grouping(status, quantity), sum(amount) FROM orders GROUP BY CUBE (status, quantity) ORDER BY 1, 2, 3
SELECT status, extract(month FROM placed_on) AS m, count(*) FROM orders GROUP BY ROLLUP (status, m) ORDER BY 1, 2
SELECT date_trunc('month', placed_on) AS m, sum(sum(amount)) OVER (ORDER BY date_trunc('month', placed_on)) FROM orders GROUP BY 1 ORDER BY 1
SELECT id, sum(amount) OVER w, avg(amount) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM orders WINDOW w AS (PARTITION BY status ORDER BY id) ORDER BY id LIMIT 5
SELECT id, first_value(amount) OVER w, last_value(amount) OVER w, nth_value(amount, 2) OVER w FROM orders WINDOW w AS (PARTITION BY status ORDER BY id RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY id LIMIT 5
SELECT id, count(*) OVER (ORDER BY placed_on RANGE BETWEEN '3 days' PRECEDING AND CURRENT ROW) FROM orders ORDER BY id LIMIT 5
SELECT id, sum(quantity) OVER (ORDER BY status GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM orders ORDER BY id LIMIT 5
SELECT * FROM (SELECT id, status, row_number() OVER (PARTITION BY status ORDER BY amount DESC, id) AS r FROM orders) AS x WHERE r <= 2 ORDER BY status, r
SELECT id, lag(amount, 1, 0) OVER (ORDER BY id), lead(status) OVER (ORDER BY id), amount - lag(amount) OVER (ORDER BY id) FROM orders ORDER BY id LIMIT 4
SELECT status, count(*) * 100.0 / sum(count(*)) OVER () FROM orders GROUP BY status ORDER BY status
SELECT DISTINCT status, max(amount) OVER (PARTITION BY status) FROM orders ORDER BY 1
SELECT any_value FROM (SELECT min(status) AS any_value FROM orders) AS x
SELECT json_agg(status ORDER BY id) FILTER (WHERE id < 5), string_agg(note, ';') FROM orders WHERE id < 30

-- shapes
VALUES (1, 'a'), (2, 'b') ORDER BY 1 DESC
SELECT * FROM (VALUES (1, 'one'), (2, 'two')) AS v(n, w) JOIN orders o ON o.id = v.n ORDER BY 1
WITH v(a, b) AS (VALUES (1, 2)) SELECT a + b FROM v
WITH RECURSIVE t(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT sum(n) FROM t
WITH RECURSIVE a AS (SELECT id FROM b), b AS (SELECT id FROM orders WHERE id < 5) SELECT * FROM a
WITH RECURSIVE r AS (SELECT id, customer_id, 1 AS depth FROM orders WHERE id = 1 UNION ALL SELECT o.id, o.customer_id, r.depth + 1 FROM orders o JOIN r ON o.id = r.customer_id WHERE r.depth < 5) SELECT * FROM r
WITH RECURSIVE g(a, b) AS (SELECT 1, 2 UNION ALL SELECT b, a + b FROM g WHERE a < 50) SEARCH DEPTH FIRST BY a SET o SELECT a FROM g
WITH a AS MATERIALIZED (SELECT * FROM orders WHERE id < 10), b AS NOT MATERIALIZED (SELECT status FROM a) SELECT count(*) FROM b
SELECT o.* FROM orders o JOIN LATERAL (SELECT 1 WHERE o.amount > 100) AS l ON true ORDER BY id LIMIT 3
SELECT count(*) FROM ROWS FROM (generate_series(1, 3), generate_series(1, 5)) AS x(a, b)
SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2]), jsonb_array_elements_text('["x","y","z"]')) WITH ORDINALITY AS r(a, b, n)
SELECT * FROM generate_series(1, 3) AS g(n) CROSS JOIN (VALUES ('x')) AS v(c)
SELECT g, g * 2 AS d FROM generate_series(1, 3) AS g
SELECT * FROM generate_series(1, 2) WITH ORDINALITY
SELECT count(*) FROM orders TABLESAMPLE SYSTEM (100)
SELECT status, id FROM orders WHERE (status, id) IN (SELECT status, max(id) FROM orders GROUP BY status) ORDER BY 2
SELECT id FROM orders WHERE (status, quantity) = ('open', 1) ORDER BY id
SELECT id FROM orders WHERE ROW(id, quantity) < ROW(5, 1) ORDER BY id
SELECT id FROM orders WHERE (amount, id) > (SELECT avg(amount), 0 FROM orders) ORDER BY id LIMIT 3
SELECT EXISTS (SELECT 1 FROM orders WHERE id = 1), NOT EXISTS (SELECT FROM orders WHERE id = -1)
SELECT id, (SELECT count(*) FROM items i WHERE i.order_id = o.id), ARRAY(SELECT label FROM items i WHERE i.order_id = o.id ORDER BY line) FROM orders o ORDER BY id LIMIT 3
SELECT * FROM orders o NATURAL JOIN (SELECT id, tenant_id FROM customers) AS c ORDER BY id LIMIT 3
(SELECT id FROM orders ORDER BY id LIMIT 2) UNION ALL (SELECT id FROM customers ORDER BY id LIMIT 2) ORDER BY 1
SELECT id FROM orders INTERSECT ALL SELECT id FROM customers ORDER BY 1 LIMIT 3
SELECT status AS "Status", sum(amount) AS "Total Amount" FROM orders GROUP BY "Status" ORDER BY "Total Amount" DESC NULLS LAST
SELECT * FROM orders WHERE id BETWEEN SYMMETRIC 5 AND 2 ORDER BY id
SELECT id FROM orders ORDER BY CASE WHEN status = 'open' THEN 0 ELSE 1 END, id LIMIT 5
SELECT count(*), count(note), count(DISTINCT status) FROM orders WHERE note IS DISTINCT FROM 'note 5'
SELECT o.id, c.name FROM orders o, customers c WHERE c.id = o.customer_id AND o.status = 'paid' ORDER BY o.id LIMIT 5
SELECT "t0"."status" AS "c0", count("t0"."id") AS "m0" FROM "public"."orders" AS "t0" WHERE ("t0"."placed_on" >= TIMESTAMP '2024-01-01 00:00:00' AND "t0"."placed_on" < TIMESTAMP '2025-01-01 00:00:00') GROUP BY "t0"."status" ORDER BY 2 DESC, 1 LIMIT 1000
SELECT * FROM (SELECT * FROM public.orders) "Custom SQL Query" LIMIT 0
SELECT CAST(TRUNC(EXTRACT(YEAR FROM "orders"."placed_on")) AS INTEGER) AS "yr", SUM("orders"."amount") AS "sum" FROM "public"."orders" "orders" GROUP BY 1 ORDER BY 1
SELECT DATE_TRUNC('MONTH', CAST("orders"."placed_on" AS DATE)) AS "tmn", SUM(1) AS "n" FROM "public"."orders" "orders" GROUP BY 1 ORDER BY 1
SELECT "_"."status", sum("_"."amount") AS "a0" FROM (SELECT "id", "status", "amount" FROM "public"."orders") "_" WHERE "_"."status" = 'open' GROUP BY "_"."status" LIMIT 1000001
SELECT source.month, source.n FROM (SELECT (date_trunc('month', CAST(orders.placed_on AS timestamp))) AS month, count(*) AS n FROM public.orders GROUP BY 1) AS source ORDER BY 1
SELECT count(distinct case when status = 'open' then customer_id end) AS openers, coalesce(sum(amount), 0) FROM orders
SELECT TO_CHAR(DATE_TRUNC('month', orders.placed_on), 'YYYY-MM') AS "orders.month", COALESCE(CAST((SUM(DISTINCT (CAST(FLOOR(COALESCE(orders.amount, 0) * (1000000 * 1.0)) AS DECIMAL(38, 0))))) AS DOUBLE PRECISION) / 1000000, 0) FROM orders GROUP BY 1 ORDER BY 1 DESC LIMIT 500
SELECT c.city, percentile_disc(0.5) WITHIN GROUP (ORDER BY o.amount) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id GROUP BY ROLLUP (c.city) HAVING count(*) > 1 ORDER BY 1 NULLS FIRST
