-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Attempts to reach beta's rows, or hidden names, through types, functions and operators that are not
-- PostgreSQL's own. One message a line; the answer must not depend on beta's rows.

-- casts to types of users, where a hidden value would not fit
SELECT count(*) FROM things WHERE body::mood = 'ok'
SELECT id FROM things WHERE (label::text)::cents > 3
SELECT id FROM things WHERE label::cents::bigint > 3
SELECT id FROM things WHERE (label)::text::numeric > 1
SELECT count(*) FROM things WHERE id < 100 AND body::citext::text::integer > 0
SELECT id FROM things WHERE ('(' || body || ',1)')::place IS NOT NULL
SELECT id FROM things WHERE (body::text)::hstore IS NOT NULL
SELECT count(*) FROM things WHERE ('{' || body || '}')::mood[] IS NULL
SELECT id FROM things WHERE (big - 1)::cents > 0
SELECT body::mood FROM things
SELECT CASE WHEN body::mood = 'ok' THEN 1 END FROM things
SELECT max(body::mood) FROM things
SELECT t.id FROM things t JOIN customers c ON c.name::mood = t.mood
SELECT id FROM things ORDER BY body::mood
WITH x AS (SELECT body::mood AS m FROM things) SELECT count(*) FROM x WHERE m = 'ok'
SELECT * FROM (SELECT id, body::mood AS m FROM things) AS x WHERE m > 'sad'

-- functions and operators of extensions
SELECT id FROM things WHERE similarity(body, 'CANARY') > 0.1
SELECT id FROM things WHERE body % 'CANARY\'
SELECT id FROM things ORDER BY body <-> 'CANARY' LIMIT 3
SELECT min(body <-> 'CANARY') FROM things
SELECT id FROM things WHERE extra -> 'CANARY' IS NOT NULL
SELECT id FROM things WHERE (extra -> 'a')::integer > 0
SELECT id FROM things WHERE (extra -> 'n')::integer > 0
SELECT id FROM things WHERE extra ? 'CANARY'
SELECT key, value FROM things, each(extra) WHERE value LIKE 'CANARY%'
SELECT skeys(extra) FROM things
SELECT id FROM things WHERE hstore_to_json(extra)::text::integer > 0
SELECT id FROM things WHERE email = 'CANARY'
SELECT id FROM things WHERE email IN ('CANARY', 'x')
SELECT id FROM things WHERE email LIKE 'CANARY%'
SELECT id FROM things WHERE email LIKE 'x\'
SELECT id FROM things WHERE email ~ '('
SELECT id FROM things WHERE regexp_match(email, '(') IS NULL
SELECT count(*) FROM things WHERE show_trgm(body) @> '{canary}'
SELECT set_limit(0.01)
SELECT hstore(t) FROM things t
SELECT hstore(s) FROM secrets s
SELECT populate_record(NULL::secrets, 'content=>1')
SELECT (populate_record(NULL::secrets, 'content=>1')).content
SELECT 'a.b'::ltree
SELECT 'a.b'::public.ltree
SELECT ltree2text('a.b')
SELECT text2ltree('a.b') @> text2ltree('a')
SELECT public.subpath('a.b.c', 0, 1)
SELECT ext.gin_extract_value_trgm('x', NULL)
SELECT ext.hstore_in('a=>1')
SELECT twice('1'), ext.twice(1)

-- rows, fields and names
SELECT (spot).street FROM things WHERE (spot).street LIKE 'x\'
SELECT id FROM things WHERE (spot).street::integer > 0
SELECT id FROM things WHERE (spot).number / (id - 700501) > 0
SELECT (spot).* FROM things
SELECT count(*) FROM things WHERE spot > ROW('CANARY', 1)::place
SELECT NULL::secrets
SELECT NULL::secrets[]
SELECT ROW(1, 'x')::secrets
SELECT '(1,x)'::public.secrets
SELECT (NULL::secrets).content
SELECT json_populate_record(NULL::secrets, '{}')
SELECT * FROM json_to_record('{"a": 1}') AS x(a secrets)
SELECT NULL::beta_data.invoices
SELECT pg_typeof(things) FROM things LIMIT 1
SELECT pg_typeof(ROW(1))
SELECT pg_typeof(1) UNION SELECT 1247::regtype::text
SELECT 1247::regtype
SELECT enum_range(NULL::books.genre)
SELECT tags[1]::mood FROM things
SELECT id FROM things WHERE tags[1]::integer = 1
SELECT id FROM things WHERE attrs ->> 0 LIKE 'CANARY%'
SELECT id FROM things WHERE doc ->> 'n' = '1'
SELECT id FROM things WHERE (doc ->> 'n')::integer = 1
SELECT u FROM (SELECT tags FROM things) AS s, unnest(s.tags) AS u WHERE u::integer > 0
SELECT x FROM things, unnest(moods) AS x WHERE x::text::integer > 0
WITH RECURSIVE a AS (SELECT x FROM b WHERE x > 0), b AS (SELECT body::integer AS x FROM things) SELECT * FROM a
SELECT age(made_at) IS NULL FROM things WHERE id > 700000
