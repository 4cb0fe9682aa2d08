-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- One attempt a line: to read, name, count or compare what is hidden (badge, bonus and rating of
-- people, pin of desks, stamp of people_list) or what a mask covers (email and salary of people, phone
-- of desks). Three databases answer, which differ in just that; the answers must not.

-- by name
SELECT badge FROM people
SELECT bonus FROM people
SELECT rating FROM people WHERE id = 1
SELECT pin FROM desks
SELECT stamp FROM people_list
SELECT people.badge FROM people
SELECT s.badge FROM people s
SELECT public.people.badge FROM public.people
SELECT lab.public.people.badge FROM people
SELECT "badge" FROM people
SELECT BADGE FROM people
SELECT U&"b\0061dge" FROM people
SELECT s."rating" FROM people AS s
SELECT peopl.badge FROM people
SELECT badgee FROM people
SELECT ratin FROM people
SELECT s.bonu FROM people s
SELECT s.pinn, s.pin FROM desks s
SELECT id FROM people WHERE badge = 'x'
SELECT id FROM people WHERE badge IS NULL
SELECT id FROM people WHERE bonus > 0
SELECT id FROM people WHERE NOT EXISTS (SELECT badge)
SELECT id FROM people WHERE (SELECT bonus) > 0
SELECT id FROM people WHERE id IN (SELECT bonus FROM people)
SELECT id FROM people ORDER BY badge
SELECT id FROM people ORDER BY bonus + 1
SELECT count(*) FROM people GROUP BY badge
SELECT count(*) FROM people GROUP BY ROLLUP (bonus)
SELECT count(*) FROM people GROUP BY GROUPING SETS ((rating), ())
SELECT max(bonus) FROM people
SELECT count(bonus) FROM people
SELECT count(*) FILTER (WHERE bonus > 0) FROM people
SELECT sum(id) OVER (PARTITION BY bonus) FROM people
SELECT sum(id) OVER w FROM people WINDOW w AS (ORDER BY badge)
SELECT DISTINCT badge FROM people
SELECT DISTINCT ON (badge) id FROM people
SELECT id FROM people GROUP BY id HAVING max(bonus) > 0
SELECT id FROM people LIMIT (SELECT max(bonus) FROM people)
SELECT CASE WHEN bonus > 0 THEN 1 END FROM people
SELECT coalesce(badge, name) FROM people
SELECT 1 FROM people s JOIN desks d ON s.badge = d.badge
SELECT 1 FROM desks d LEFT JOIN people s ON s.bonus = d.bonus
SELECT 1 FROM people JOIN desks USING (badge)
SELECT 1 FROM people JOIN desks USING (bonus)
SELECT 1 FROM people JOIN desks USING (id, badge)
SELECT 1 FROM people FULL JOIN desks USING (pin)
SELECT j.badge FROM people JOIN desks USING (id) AS j
SELECT j.pin FROM (people s JOIN desks d ON d.id = s.id) AS j
SELECT x.badge FROM people AS x (a, b, c, d)
SELECT x.a, x.badge, x.name FROM people AS x (a, b)
SELECT * FROM people AS x (a, b, c, d, e, f, g, h)
SELECT * FROM people AS x (a, b, c, d, e, f, g, h, i, j)
SELECT * FROM people AS x (a, b, c, d, e, f, g, h, i, j, k, l)
SELECT j.k FROM (people s JOIN desks d ON d.id = s.id) AS j (a, b, c, d, e, f, g, h, i, j, l, m, n, k)
SELECT q.badge FROM (SELECT * FROM people) AS q
SELECT q.badge FROM (SELECT s.* FROM people AS s) AS q
WITH q AS (SELECT * FROM people) SELECT badge FROM q
WITH q (a, b, c, d, e, f, g, h) AS (SELECT * FROM people) SELECT h FROM q
WITH RECURSIVE q AS (SELECT * FROM people WHERE id = 1 UNION SELECT s.* FROM people s JOIN q ON s.boss_id = q.id) SELECT q.rating FROM q
SELECT l.b FROM people s, LATERAL (SELECT s.badge AS b) AS l
SELECT g FROM people s, generate_series(1, s.bonus) AS g
SELECT s.id FROM people s TABLESAMPLE BERNOULLI (100) WHERE s.badge IS NOT NULL
SELECT badge FROM ONLY people
SELECT (SELECT badge FROM people WHERE id = 1)
SELECT (SELECT s.badge) FROM people s
SELECT EXISTS (SELECT badge FROM people)
SELECT ARRAY(SELECT bonus FROM people)
VALUES ((SELECT max(bonus) FROM people))
SELECT id FROM people UNION SELECT bonus FROM people
SELECT id FROM people UNION SELECT id FROM desks ORDER BY badge
DECLARE c CURSOR FOR SELECT badge FROM people
PREPARE p AS SELECT badge FROM people
PREPARE p (text) AS SELECT id FROM people WHERE badge = $1
COPY people (badge) TO STDOUT
COPY people (id, bonus) TO STDOUT
COPY people (rating) TO STDOUT (FORMAT csv, HEADER)
COPY people (id, id) TO STDOUT
COPY (SELECT badge FROM people) TO STDOUT

-- by row
SELECT * FROM people
TABLE people
SELECT s FROM people s
SELECT row_to_json(s) FROM people s
SELECT to_jsonb(s)->>'badge' FROM people s
SELECT to_json(s)->'rating' FROM people s
SELECT jsonb_object_keys(to_jsonb(s)) FROM people s WHERE id = 1
SELECT (s).badge FROM people s
SELECT (s).bonus FROM people s
SELECT ((s)).rating FROM people s
SELECT (s.*).badge FROM people s
SELECT (people).badge FROM people
SELECT (ROW(s.*)).badge FROM people s
SELECT (ROW(s.*)).f9 FROM people s
SELECT ((s)).* FROM people s
SELECT (SELECT (s).badge) FROM people s
SELECT badge(s) FROM people s
SELECT badge(people) FROM people
SELECT bonus(s.*) FROM people s
SELECT public.badge(s) FROM people s
SELECT rating((SELECT s)) FROM people s
SELECT name(s) FROM people s
SELECT text(s) FROM people s
SELECT s::text FROM people s
SELECT s::people FROM people s
SELECT (s::people).badge FROM people s
SELECT (NULL::people).badge
SELECT NULL::public.people
SELECT (ROW(1, 'alpha', 'b')::people).badge
SELECT * FROM json_populate_record(NULL::people, '{"badge": "x"}')
SELECT * FROM json_to_record('{"a": 1}') AS x (a people)
SELECT jsonb_populate_record(s, '{"badge": "x"}') FROM people s
SELECT pg_typeof(s) FROM people s WHERE id = 1
SELECT s = t FROM people s, people t WHERE s.id = t.id
SELECT s.id FROM people s WHERE s IS NOT NULL
SELECT s.id FROM people s WHERE (s.*) IS NOT NULL
SELECT s.id FROM people s WHERE s > (SELECT t FROM people t WHERE t.id = 5)
SELECT count(DISTINCT s) FROM people s
SELECT max(s::text) FROM people s
SELECT array_agg(s) FROM people s
SELECT string_agg(s::text, ';') FROM people s
SELECT hashtext(s::text) FROM people s
SELECT md5(s::text) FROM people s
SELECT octet_length(s::text), pg_column_size(s.name) FROM people s
SELECT pg_column_size(s) FROM people s
SELECT pg_column_size(s.*) FROM people s
SELECT num_nulls(s.*), num_nonnulls(s.email, s.salary) FROM people s
SELECT num_nulls(VARIADIC ARRAY[s.email]) FROM people s
SELECT concat(s.*), concat_ws(',', s.*) FROM people s
SELECT format('%s', s) FROM people s
SELECT unnest(ARRAY[s]) FROM people s
SELECT u FROM people s, unnest(ARRAY[s]) AS u
SELECT s FROM people s ORDER BY s
SELECT 1 FROM people s GROUP BY s
SELECT d FROM people NATURAL JOIN desks d
SELECT * FROM people NATURAL JOIN desks
SELECT count(*) FROM desks NATURAL JOIN people
SELECT j FROM (people NATURAL JOIN desks) AS j
SELECT ctid, xmin, tableoid FROM people
SELECT s.tableoid::regclass FROM people s
COPY people TO STDOUT
COPY desks TO STDOUT (FORMAT csv, HEADER)
COPY people TO STDOUT (FORMAT binary)
COPY people_list TO STDOUT

-- under a mask
SELECT email, salary FROM people
SELECT count(DISTINCT email), count(email) FROM people
SELECT email, count(*) FROM people GROUP BY email
SELECT id FROM people WHERE email LIKE '%CANARY%'
SELECT id FROM people WHERE email LIKE 'TEXT%'
SELECT id FROM people WHERE email = 'TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak'
SELECT id FROM people WHERE length(email) > 40
SELECT id FROM people WHERE length(email) > 40 AND email LIKE 'TEXT%'
SELECT id FROM people WHERE email LIKE 'TEXT%' AND 1 / id > 5
SELECT id FROM people WHERE email < 'TEXU' AND email > 'T' AND upper(name) = 'x'
SELECT id FROM people WHERE email = 'CANARY person 1' AND name::int = 1
SELECT id FROM people WHERE email IS NOT NULL AND email::int = 1
SELECT id FROM people WHERE salary > '700000000' AND salary < '8'
SELECT id FROM people WHERE salary::numeric > 1
SELECT id FROM people WHERE salary + 1 > 1
SELECT id FROM people WHERE salary > 5
SELECT id FROM people WHERE salary = 770000003
SELECT sum(salary) FROM people
SELECT avg(salary) FROM people
SELECT max(salary), min(email) FROM people
SELECT email::int FROM people
SELECT salary::numeric FROM people
SELECT CAST(salary AS numeric) FROM people WHERE id = 1
SELECT 1 / (length(email) - 72) FROM people
SELECT chr(ascii(email)) FROM people
SELECT id FROM people ORDER BY email, id
SELECT id FROM people ORDER BY salary, id
SELECT id FROM people ORDER BY email COLLATE "C", id LIMIT 5
SELECT a.id, b.id FROM people a JOIN people b ON a.email = b.email AND a.id < b.id
SELECT a.id FROM people a JOIN people b USING (email, salary)
SELECT s.id FROM people s JOIN desks d ON d.phone = s.email
SELECT s.id FROM people s JOIN (VALUES ('CANARY person 1')) AS v (email) USING (email)
SELECT * FROM people s NATURAL JOIN (VALUES ('TEXTCOLLBYfGiJUETHQ4hEcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak')) AS v (email)
SELECT id FROM people WHERE email IN ('CANARY person 1', 'CANARY person 2')
SELECT id FROM people WHERE email = ANY ('{CANARY person 1}')
SELECT id FROM people WHERE email ~ 'CANARY'
SELECT id FROM people WHERE email SIMILAR TO '%CANARY%'
SELECT id FROM people WHERE email LIKE 'a\'
SELECT id FROM people WHERE phone LIKE 'CANARY%'
SELECT id FROM desks WHERE phone LIKE 'CANARY%'
SELECT id FROM desks WHERE phone::bytea > 'a'
SELECT id FROM people WHERE md5(email) = md5(md5('x'))
SELECT id FROM people WHERE to_tsvector('english', email) @@ 'canary'
SELECT regexp_replace(email, '[0-9a-f]', '', 'g') FROM people
SELECT substring(email FROM 'CAN.*') FROM people
SELECT DISTINCT left(email, 4) FROM people WHERE email > 'g'
SELECT count(*) FROM people GROUP BY left(email, 1)
SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY salary) FROM people
SELECT mode() WITHIN GROUP (ORDER BY email) FROM people
SELECT (s).email FROM people s
SELECT (s).salary + 1 FROM people s
SELECT email(s) FROM people s
SELECT to_jsonb(s)->>'email' FROM people s
SELECT email FROM people_list
SELECT id FROM people_list WHERE email LIKE 'CANARY%'
SELECT id FROM people_list WHERE email::int > 0
SELECT x FROM (SELECT email::int AS x FROM people) AS q WHERE x > 0
SELECT x FROM people s, LATERAL (SELECT s.email::int AS x) AS q WHERE x > 0
SELECT id FROM people WHERE EXISTS (SELECT 1 LIMIT length(email) - 32)
SELECT id FROM people WHERE CASE WHEN email LIKE 'CANARY%' THEN 1 / 0 > 0 ELSE true END
SELECT id FROM people WHERE CASE WHEN length(email) > 40 THEN 1 / (id - id) > 0 ELSE true END
SELECT id FROM people GROUP BY id, email HAVING email LIKE 'CANARY%'
SELECT id FROM people GROUP BY id HAVING count(email) > 1
SELECT id, email FROM people GROUP BY id
COPY people (email) TO STDOUT
COPY (SELECT email FROM people WHERE email > 'T') TO STDOUT
SET extra_float_digits = -15; SELECT a_float8, a_ratio FROM vault; RESET extra_float_digits
SET DateStyle = 'German'; SELECT a_date, a_timestamptz FROM vault; RESET DateStyle
SELECT id FROM vault WHERE a_float8 = md5('0.25')
SELECT id FROM vault WHERE a_date > '2024-01-01'
SELECT a_regclass::oid FROM vault
SELECT a_int_range && '[1,2)' FROM vault
EXPLAIN SELECT id FROM people
EXPLAIN (VERBOSE) SELECT email FROM people
SELECT attname FROM pg_attribute WHERE attname = 'badge'
SELECT column_name FROM information_schema.columns WHERE table_name = 'people'
SELECT most_common_vals FROM pg_stats WHERE tablename = 'people'
SELECT has_column_privilege('people', 'badge', 'select')
SELECT col_description('people'::regclass, 3)
SELECT 'people'::regclass

-- beside a table whose filter stands in place
SELECT o.id FROM orders o JOIN people s ON s.email = o.note
SELECT o.id FROM orders o JOIN people s ON s.id = o.id WHERE s.email LIKE 'CANARY%' AND o.note::int > 0
SELECT o.id FROM orders o, people s WHERE s.email::int = o.id
SELECT o.id FROM orders o LEFT JOIN people s ON s.id = o.id AND length(s.email) / (o.id - 5) > 0
SELECT o.id FROM orders o WHERE EXISTS (SELECT FROM people s WHERE s.id = o.id AND s.badge IS NOT NULL)
SELECT o.id FROM orders o WHERE EXISTS (SELECT FROM people s WHERE s.id = o.id AND s.email LIKE o.note)
SELECT o.id FROM orders o WHERE o.note IN (SELECT email FROM people WHERE salary::int > o.id)
SELECT o.id FROM orders o WHERE CASE WHEN o.id IN (SELECT id FROM people WHERE email LIKE 'TEXT%') THEN 1 / 0 > 0 ELSE true END
SELECT i.label FROM items i JOIN people s ON s.id = i.order_id AND i.label = s.email
SELECT i.label FROM items i JOIN people s ON s.id = i.order_id WHERE 1 / (length(s.email) - 72) < 5
SELECT count(*) FROM people s FULL JOIN orders o ON o.note = s.email
SELECT count(*) FROM people s FULL JOIN orders o ON o.note = s.email WHERE length(s.email) > 40 OR o.id / 0 > 1

-- in the catalogs
SELECT attname, attnum, atttypid FROM pg_attribute WHERE attrelid = 'people'::regclass ORDER BY attnum
SELECT count(*) FROM pg_attribute WHERE attrelid = 'desks'::regclass
SELECT relnatts FROM pg_class WHERE relname = 'people'
SELECT column_name, ordinal_position, data_type FROM information_schema.columns WHERE table_name IN ('people', 'desks', 'people_list') ORDER BY 1, 2
SELECT relname FROM pg_class WHERE relname LIKE 'people%' OR relname LIKE 'desks%' ORDER BY 1
SELECT indexrelid::regclass, indkey FROM pg_index WHERE indrelid = 'people'::regclass
SELECT indexdef FROM pg_indexes WHERE tablename = 'people'
SELECT conname, conkey FROM pg_constraint WHERE conrelid = 'people'::regclass
SELECT pg_get_viewdef('people_list'::regclass)
SELECT reltuples, relpages FROM pg_class WHERE relname = 'people'
SELECT a.attname FROM pg_type t JOIN pg_attribute a ON a.attrelid = t.typrelid WHERE t.typname = 'people' ORDER BY 1
SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'people'::regclass AND attname = 'salary'
SELECT has_column_privilege('people', 'email', 'select'), has_column_privilege('people', 3::smallint, 'select')
