-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- PostgreSQL 15's SELECT language in its breadth: times, texts, numbers, documents, arrays, ranges, types of
-- every kind, windows, groupings, recursion, set operations, and the shapes that BI tools write.

SELECT date_trunc('quarter', placed_on) AS q, count(*), sum(amount) FROM orders GROUP BY 1 ORDER BY 1
SELECT date_trunc('week', made_at AT TIME ZONE 'Europe/Lisbon')::date AS wk, count(*) FROM things GROUP BY 1 ORDER BY 1
SELECT date_trunc('month', made_at, 'America/New_York') FROM things ORDER BY 1 LIMIT 3
SELECT extract(dow FROM placed_on), extract(isodow FROM placed_on), extract(doy FROM placed_on), extract(week FROM placed_on), extract(epoch FROM placed_on) FROM orders ORDER BY id LIMIT 4
SELECT extract(century FROM made_at), extract(millennium FROM made_at), extract(decade FROM made_at), extract(isoyear FROM made_at), extract(timezone FROM made_at), extract(julian FROM day) FROM things ORDER BY id LIMIT 3
SELECT g::date AS d, count(o.id) FROM generate_series(date '2024-01-01', date '2024-02-01', interval '1 day') AS g LEFT JOIN orders o ON o.placed_on = g::date GROUP BY 1 ORDER BY 1
SELECT date_bin('15 days', seen_at, TIMESTAMP '2024-01-01') AS bin, count(*) FROM things GROUP BY bin ORDER BY bin
SELECT date_bin(interval '6 hours', made_at, timestamptz '2001-01-01 00:00+00') b, min(id) FROM things GROUP BY 1 ORDER BY 1 LIMIT 5
SELECT age(timestamp '2024-12-31', seen_at) FROM things ORDER BY id LIMIT 3
SELECT age(placed_on, date '2020-02-29') FROM orders ORDER BY id LIMIT 3
SELECT id, placed_on + make_interval(days => quantity, hours => 3) FROM orders WHERE quantity IS NOT NULL ORDER BY id LIMIT 4
SELECT make_interval(years := 1, months := 2, secs := 3.5), make_date(2024, 2, 29), make_time(8, 15, 23.5), make_timestamp(2024, 3, 4, 5, 6, 7.5), make_timestamptz(2024,1,2,3,4,5,'UTC')
SELECT to_char(amount, 'FM999,999.00'), to_char(amount, 'L9999D99'), to_char(-quantity, 'S99'), to_char(quantity, 'RN'), to_char(amount, '9.99EEEE'), to_char(id, '0000') FROM orders ORDER BY id LIMIT 5
SELECT to_char(lasted, 'DDD HH24h MI"m"'), to_char(ratio, '990D999'), to_char(big, '9G999G999G999'), to_char(exact, '99PR') FROM things ORDER BY id LIMIT 3
SELECT to_date('05 Dec 2000', 'DD Mon YYYY'), to_timestamp('2024-02-03 04:05', 'YYYY-MM-DD HH24:MI'), to_timestamp(1700000000), to_number('12,454.8-', '99G999D9S')
SELECT made_at AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo', timezone('America/Lima', seen_at) FROM things ORDER BY id LIMIT 2
SELECT (made_at AT TIME ZONE INTERVAL '+02:00')::time FROM things ORDER BY id LIMIT 2
SELECT placed_on - lag(placed_on) OVER (PARTITION BY customer_id ORDER BY placed_on, id) AS gap, id FROM orders ORDER BY id LIMIT 20
SELECT justify_days(lasted * 40), justify_hours(lasted), justify_interval(lasted - interval '1 mon') FROM things ORDER BY id LIMIT 3
SELECT (day, lasted) OVERLAPS (DATE '2024-01-10', INTERVAL '30 days') AS o FROM things ORDER BY id
SELECT id FROM things WHERE (day, day + 10) OVERLAPS (DATE '2024-02-01', DATE '2024-02-15') ORDER BY id
SELECT isfinite(day), isfinite(seen_at), isfinite(lasted), 'infinity'::date > day FROM things WHERE id = 1
SELECT interval '1-2', interval '3 4:05:06', interval 'P1Y2M3DT4H5M6S', INTERVAL '90' MINUTE, INTERVAL '1' YEAR, interval(0) '1.6 sec', interval '1 day 2 hours' HOUR TO MINUTE
SELECT TIMESTAMP WITH TIME ZONE '2024-03-10 02:30 America/New_York', TIME WITH TIME ZONE '04:05:06-08', timestamp(3) '2024-01-01 00:00:00.123456', TIME(0) '04:05:06.7'
SELECT count(*) FROM orders WHERE placed_on BETWEEN SYMMETRIC '2024-05-01' AND '2024-02-01'
SELECT id FROM orders WHERE placed_on IN ('2024-01-05', '2024-01-06', date '2024-01-08') ORDER BY id
SELECT id FROM orders WHERE date_part('month', placed_on) = 3 AND extract(day FROM placed_on)::int % 2 = 0 ORDER BY 1
SELECT count(*) FROM orders WHERE placed_on::text LIKE '2024-02%'
SELECT count(*) FROM orders WHERE to_char(placed_on, 'Dy') IN ('Sat', 'Sun')
SELECT id FROM things WHERE made_at >= '2024-03-05' AND made_at < timestamp '2024-03-06' + interval '1' day ORDER BY id
SELECT id FROM things WHERE day <@ daterange('2024-01-10', '2024-01-20') ORDER BY id
SELECT * FROM generate_series(timestamptz '2024-03-30', '2024-04-02', '12 hours') WITH ORDINALITY AS t(ts, n)
SELECT d, extract('week' from d) FROM generate_series('2024-12-28'::timestamp, '2025-01-03', '1 day') d
SELECT date '2024-01-31' + interval '1 month', date '2024-03-01' - date '2024-02-01', date '2024-01-01' + 7, 7 + date '2024-01-01', date '2024-01-01' + time '03:00', time '05:00' - time '03:00', timestamp '2024-01-01 12:00' - timestamp '2023-12-25'
SELECT to_char(timestamp '2024-01-01 15:04:05.678', 'HH12:MI:SS.US AM "w"W "ww"WW "q"Q "j"J CC RM rm SSSS FF3 tz')
SELECT regexp_replace(title, '(\w+) title (\d+)', '\2 \1'), regexp_replace(title, '[aeiou]', '*', 'g'), regexp_replace(title, 'T', 'x', 1, 1, 'i') FROM things ORDER BY id LIMIT 3
SELECT regexp_match(title, '(\w+) title (\d+)'), regexp_matches(title, '\d', 'g') FROM things ORDER BY id LIMIT 4
SELECT regexp_split_to_array(body, '\s+'), regexp_count(body, 'o'), regexp_instr(body, 'b'), regexp_like(body, 'RED', 'i'), regexp_substr(body, '[a-z]+', 2) FROM things ORDER BY id LIMIT 3
SELECT id, w FROM things, regexp_split_to_table(body, ' ') WITH ORDINALITY AS s(w, n) WHERE n = 2 ORDER BY id LIMIT 5
SELECT split_part(title, ' ', 1), split_part(title, ' ', -1) FROM things ORDER BY id LIMIT 3
SELECT t.id, s FROM things t CROSS JOIN LATERAL string_to_table(t.body, ' ') AS s WHERE t.id < 4 ORDER BY 1, 2
SELECT string_to_array(body, ' ', 'of'), array_to_string(tags, '|', '-') FROM things ORDER BY id LIMIT 3
SELECT format('%10s|%-10s|', status, note) FROM orders ORDER BY id LIMIT 3
SELECT format('%s-%s', VARIADIC ARRAY[status, note]) FROM orders ORDER BY id LIMIT 3
SELECT overlay(title PLACING 'XX' FROM 2 FOR 1), position('t' IN title), substring(title FROM 2 FOR 3), substring(title FROM '[0-9]+'), substring(title SIMILAR '#"r%#" %' ESCAPE '#'), strpos(title, 'title') FROM things ORDER BY id LIMIT 3
SELECT substring(title FROM 3), substr(title, 2, 3), left(title, -2), right(title, 3), lpad(title, 15, '*'), rpad(title, 4) FROM things ORDER BY id LIMIT 3
SELECT trim(both 'r' from title), trim(leading from code), trim(trailing 'x' from title), trim('  a '), btrim(title, 'r1'), ltrim(title, 're'), rtrim(title, '0123') FROM things ORDER BY id LIMIT 3
SELECT id FROM sites WHERE code SIMILAR TO 'north-(1|2)%' ORDER BY id
SELECT id FROM sites WHERE code NOT SIMILAR TO '%[0-5]' ORDER BY id
SELECT name FROM customers ORDER BY name COLLATE "C" DESC LIMIT 4
SELECT city COLLATE "C" AS c, count(*) FROM customers GROUP BY city COLLATE "C" ORDER BY 1 NULLS FIRST
SELECT name < 'b' COLLATE "POSIX" FROM customers ORDER BY id LIMIT 2
SELECT initcap(city), upper(city), lower(city), reverse(city), ascii(city), length(city), octet_length(city), bit_length(city), char_length(city), repeat(city, 2), translate(city, 'Ln', 'lN'), md5(city) FROM customers ORDER BY id LIMIT 3
SELECT chr(65), to_hex(255), encode('abc', 'base64'), decode('YWJj', 'base64'), quote_literal('O''x'), quote_ident('a b'), quote_nullable(NULL), concat('a', NULL, 1, true), concat_ws('-', 'a', NULL, 'b'), starts_with('abc', 'ab'), unistr('\0041'), normalize(U&'\0061\0308bc', NFC), U&'\0061\0308' IS NFC NORMALIZED
SELECT string_agg(name, ', ' ORDER BY id), string_agg(DISTINCT city, '/' ORDER BY city) FROM customers
SELECT name || ' (' || city || ')' AS label, name ^@ 'alpha' FROM customers WHERE city IS NOT NULL ORDER BY id LIMIT 4
SELECT id FROM customers WHERE name ~ 'r [0-9]$' ORDER BY id
SELECT id FROM customers WHERE name ~* 'CUSTOMER 1' AND name !~ '5' AND city !~* 'l' ORDER BY id
SELECT id FROM customers WHERE name LIKE ANY (ARRAY['%1', '%2']) ORDER BY id
SELECT id FROM customers WHERE name ILIKE ALL (ARRAY['%1%', 'ALPHA%']) ORDER BY id
SELECT id FROM customers WHERE name NOT ILIKE '%1%' AND name LIKE 'alpha!_%' ESCAPE '!' ORDER BY id
SELECT round(amount, 1), round(amount), trunc(amount, 1), ceil(amount), floor(amount), sign(amount), abs(-amount), mod(id, 7), id % 7, div(amount, 3), power(quantity, 2), sqrt(amount), cbrt(27), exp(1.0), ln(amount + 1), log(10, 100), log10(1000) FROM orders ORDER BY id LIMIT 4
SELECT width_bucket(amount, 0, 250, 5) AS b, count(*) FROM orders GROUP BY b ORDER BY b
SELECT width_bucket(amount, ARRAY[0, 50, 100, 200]::numeric[]) AS b, count(*) FROM orders GROUP BY 1 ORDER BY 1
SELECT gcd(id, 12), lcm(id, 4), factorial(5), scale(amount), min_scale(amount), trim_scale(amount), degrees(pi()), radians(180), atan2(1, 2), sind(30), sinh(1), asinh(0) FROM orders ORDER BY id LIMIT 3
SELECT id & 3, id | 8, id # 5, ~id, id << 2, id >> 1, |/ 25.0, ||/ 27.0, @ -5, 2 ^ 10, -id FROM orders ORDER BY id LIMIT 3
SELECT stddev(amount), stddev_pop(amount), variance(amount), var_samp(quantity), corr(amount, quantity), covar_pop(amount, quantity), regr_slope(amount, quantity), regr_intercept(amount, quantity), regr_r2(amount, quantity), regr_count(amount, quantity) FROM orders
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), percentile_disc(ARRAY[0.25, 0.75]) WITHIN GROUP (ORDER BY amount), mode() WITHIN GROUP (ORDER BY status), percentile_cont(0.9) WITHIN GROUP (ORDER BY placed_on - date '2024-01-01') FROM orders
SELECT status, percentile_cont(ARRAY[0.1, 0.5]) WITHIN GROUP (ORDER BY amount DESC) FILTER (WHERE quantity > 1) FROM orders GROUP BY status ORDER BY 1
SELECT rank(100) WITHIN GROUP (ORDER BY amount), dense_rank(3) WITHIN GROUP (ORDER BY quantity), percent_rank(50) WITHIN GROUP (ORDER BY amount), cume_dist(50) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT bool_and(amount > 0), bool_or(quantity = 3), every(id > 0), bit_and(id), bit_or(quantity), bit_xor(id) FROM orders
SELECT array_agg(id ORDER BY amount DESC, id) FILTER (WHERE quantity = 2), array_agg(DISTINCT status ORDER BY status NULLS FIRST) FROM orders
SELECT attrs -> 'deep' -> 'k', attrs ->> 'word', attrs #> '{deep,k}', attrs #>> '{list,0}', attrs -> 'list' -> -1, attrs['deep']['k'], attrs @> '{"n": 3}', attrs ? 'word', attrs ?| ARRAY['x','n'], attrs ?& ARRAY['n','word'], attrs - 'n', attrs #- '{deep,k}', attrs || '{"z": 1}' FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE attrs @> '{"deep": {"k": 1}}' ORDER BY id
SELECT id FROM things WHERE attrs ->> 'word' = 'red' AND (attrs ->> 'n')::int > 20 ORDER BY id
SELECT id FROM things WHERE attrs @? '$.list[*] ? (@ == 2)' ORDER BY id
SELECT id FROM things WHERE attrs @@ '$.n > 50' ORDER BY id
SELECT jsonb_path_query(attrs, '$.list[*]'), id FROM things WHERE id < 4 ORDER BY id, 1
SELECT jsonb_path_exists(attrs, '$.deep.k ? (@ > $min)', '{"min": 2}'), jsonb_path_query_array(attrs, '$.*'), jsonb_path_query_first(attrs, '$.list[last]'), jsonb_path_match(attrs, '$.n < 10') FROM things ORDER BY id LIMIT 4
SELECT jsonb_pretty(attrs), jsonb_typeof(attrs -> 'list'), jsonb_array_length(attrs -> 'list'), jsonb_strip_nulls('{"a": null}'), jsonb_set(attrs, '{n}', '0'), jsonb_insert(attrs, '{list,0}', '9'), jsonb_extract_path_text(attrs, 'deep', 'k') FROM things ORDER BY id LIMIT 2
SELECT k, v FROM things, jsonb_each_text(attrs) AS e(k, v) WHERE id = 5 ORDER BY k
SELECT t.id, e.key, e.value FROM things t, LATERAL jsonb_each(t.attrs) e WHERE t.id < 3 ORDER BY 1, 2
SELECT id, jsonb_object_keys(attrs) FROM things WHERE id < 3 ORDER BY 1, 2
SELECT id, e FROM things, jsonb_array_elements_text(attrs -> 'list') AS e WHERE id < 4 ORDER BY 1, 2
SELECT x.* FROM things t, jsonb_to_record(t.attrs) AS x(n int, word text, deep jsonb) WHERE t.id < 4 ORDER BY 1
SELECT * FROM jsonb_to_recordset('[{"a": 1, "b": "x"}, {"a": 2}]') AS x(a int, b text)
SELECT * FROM json_to_recordset('[{"a": 1, "b": {"c": 2}}]') AS x(a numeric(4,1), b json)
SELECT * FROM ROWS FROM (json_to_recordset('[{"a": 40, "b": "foo"}]') AS (a INTEGER, b TEXT), generate_series(1, 3)) AS x (p, q, s) ORDER BY p
SELECT json_agg(o ORDER BY o.id) FROM (SELECT id, status FROM orders WHERE id < 4) o
SELECT jsonb_agg(jsonb_build_object('id', id, 'amount', amount) ORDER BY id DESC) FROM orders WHERE id < 5
SELECT json_object_agg(id, name ORDER BY id), jsonb_object_agg(id, city) FROM customers WHERE id < 5
SELECT row_to_json(x), to_json(x), to_jsonb(x) FROM (SELECT id, placed_on, amount FROM orders WHERE id = 1) x
SELECT row_to_json(o) FROM orders o WHERE id = 2
SELECT to_jsonb(o) - 'note' FROM orders o WHERE id < 3 ORDER BY id
SELECT json_build_array(id, status, placed_on), json_build_object('a', id), json_object('{a,1,b,2}'), json_object(ARRAY['a','b'], ARRAY['1', NULL]), array_to_json(ARRAY[1,2]), to_json('x'::text) FROM orders WHERE id = 1
SELECT doc -> 'n', doc ->> 'word', doc #>> '{word}', json_typeof(doc), json_extract_path(doc, 'n'), json_array_length('[1,2]'), json_strip_nulls(doc) FROM things ORDER BY id LIMIT 2
SELECT customer_id, jsonb_object_agg(coalesce(status, '-'), n ORDER BY n) FROM (SELECT customer_id, status, count(*) n FROM orders GROUP BY 1, 2) s WHERE customer_id < 5 GROUP BY 1 ORDER BY 1
SELECT (jsonb_populate_record(NULL::place, '{"street": "x", "number": 3}')).*
SELECT tags[1], tags[1:2], tags[2:], numbers[:2], array_length(tags, 1), array_upper(numbers, 1), array_lower(numbers, 1), array_ndims(numbers), array_dims(tags), cardinality(tags), array_position(tags, 'red'), array_positions(numbers, 1) FROM things ORDER BY id LIMIT 4
SELECT array_append(numbers, 9), array_prepend(0, numbers), array_cat(numbers, ARRAY[7,8]), numbers || 5, 5 || numbers, numbers || numbers, array_remove(numbers, 1), array_replace(numbers, 1, 11), trim_array(numbers, 1), array_fill(0, ARRAY[2,2]) FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE 2 <> ALL (numbers) AND NOT 't1' = ANY (tags) ORDER BY id
SELECT id FROM things WHERE tags && ARRAY['blue', 'x'] AND numbers @> ARRAY[1] ORDER BY id
SELECT id FROM things WHERE tags <@ ARRAY['red', 't0', 't1', 't2'] ORDER BY id
SELECT t.id, u.tag, u.ord FROM things t, unnest(t.tags) WITH ORDINALITY AS u(tag, ord) WHERE t.id < 8 ORDER BY 1, 3
SELECT tag, count(*) FROM things CROSS JOIN unnest(tags) AS tag GROUP BY tag ORDER BY 2 DESC, 1
SELECT unnest(tags), unnest(numbers) FROM things WHERE id = 1
SELECT * FROM unnest(ARRAY[1,2], ARRAY['a','b','c']) AS u(n, t)
SELECT * FROM unnest('{{1,2},{3,4}}'::int[]) AS x
SELECT array_to_string(ARRAY(SELECT DISTINCT status FROM orders WHERE status IS NOT NULL ORDER BY 1), ',')
SELECT id, (SELECT array_agg(i.label ORDER BY i.line) FROM items i WHERE i.order_id = o.id) FROM orders o WHERE id < 4 ORDER BY 1
SELECT generate_subscripts(numbers, 1), id FROM things WHERE id < 3 ORDER BY 2, 1
SELECT numbers = ARRAY[1,1,1], numbers < ARRAY[2], numbers <> '{}' FROM things ORDER BY id LIMIT 3
SELECT lower(days), upper(days), isempty(days), lower_inc(days), upper_inf(days), days @> DATE '2024-01-20', days && daterange('2024-01-01','2024-01-05'), days * daterange('2024-01-10', NULL), days -|- daterange('2024-03-01','2024-03-02'), days << daterange('2025-01-01', NULL), range_merge(days, '[2023-01-01,2023-01-02)') FROM things ORDER BY id LIMIT 3
SELECT span @> 5, span + int4range(3, 8), span - int4range(0, 3), upper(span) - lower(span), span &< int4range(1, 20), range_agg(span) OVER () FROM things WHERE id < 4 ORDER BY id
SELECT range_agg(days), range_intersect_agg(span), unnest(range_agg(span)) FROM things WHERE id < 4
SELECT '{[1,3),[5,9)}'::int4multirange @> 6, multirange(span), int4multirange(span, int4range(20, 30)), lower('{[1,3)}'::int4multirange) FROM things WHERE id < 3 ORDER BY id
SELECT to_tsvector('english', body) @@ to_tsquery('english', 'red | blue'), id FROM things ORDER BY id LIMIT 4
SELECT id, ts_rank(words, q), ts_rank_cd(words, q) FROM things, websearch_to_tsquery('english', 'jump "lazy dog" -cat') AS q WHERE words @@ q ORDER BY 1 LIMIT 4
SELECT ts_headline('english', body, plainto_tsquery('english', 'body'), 'StartSel=<, StopSel=>') FROM things ORDER BY id LIMIT 2
SELECT phraseto_tsquery('english', 'lazy dogs'), to_tsquery('fat & (cat | rat)'), numnode(to_tsquery('a & b')), querytree(to_tsquery('a & !b')), setweight(words, 'A'), strip(words), length(words), tsvector_to_array(words), ts_delete(words, 'dog'), ts_filter(setweight(words,'B'), '{b}') FROM things ORDER BY id LIMIT 1
SELECT 'fat cat'::tsvector || 'rat:3'::tsvector, 'a'::tsquery && 'b'::tsquery, 'a'::tsquery || 'b', !!'a'::tsquery, 'a'::tsquery <-> 'b'::tsquery, to_tsvector('simple', 'The Fat'), 'a' @@ 'b'
SELECT id FROM things WHERE words @@ 'jump & dog' AND to_tsvector('simple', title) @@ to_tsquery('simple', 'green') ORDER BY id
SELECT corner[0], corner <-> point(0,0), corner + point(1,1), box(corner, point(5,5)), circle(corner, 2), corner <@ box(point(0,0), point(3,3)), area(box(point(0,0),point(2,3))), point(1,2) ~= corner FROM things ORDER BY id LIMIT 3
SELECT id FROM things ORDER BY corner <-> point(4, 2), id LIMIT 5
SELECT lseg(point(0,0), point(1,1)), path '((0,0),(1,1),(2,0))', polygon '((0,0),(1,1),(2,0))', center(circle '((0,0),2)'), diameter(circle '((0,0),2)'), npoints(polygon '((0,0),(1,1),(2,0))'), isclosed(path '[(0,0),(1,1)]'), line '{1,-1,0}', box '((0,0),(1,1))' && box '((1,1),(2,2))', height(box '((0,0),(1,1))'), slope(point(0,0), point(1,1))
SELECT host(address), family(address), masklen(address), network(address), broadcast(address), netmask(address), set_masklen(address, 16), abbrev(address), text(address), address << inet '10.0.0.0/16', address >>= '10.0.0.1', address + 1, address - inet '10.0.0.0', inet_same_family(address, '::1'), inet_merge(address, '10.0.3.3'), hostmask(inet '10.0.0.0/24') FROM things ORDER BY id LIMIT 3
SELECT count(*) FROM things WHERE address <<= '10.0.1.0/24' OR address && cidr '10.0.2.0/24'
SELECT macaddr '08:00:2b:01:02:03', macaddr8 '08:00:2b:01:02:03:04:05', trunc(macaddr '08:00:2b:01:02:03'), cidr '10.1.0.0/16', ~ inet '10.1.1.1', inet '10.1.1.1' & '255.255.0.0'
SELECT id FROM things WHERE uid > '80000000-0000-0000-0000-000000000000' ORDER BY uid LIMIT 3
SELECT raw, encode(raw, 'hex'), encode(raw, 'escape'), length(raw), raw || '\x00'::bytea, get_byte(raw, 3), set_byte(raw, 0, 1), substring(raw FROM 2 FOR 2), sha256(raw), md5(raw), position('\x01'::bytea IN raw), overlay(raw PLACING '\xff' FROM 1), trim(both '\x00'::bytea from raw), bit_count(raw), get_bit(raw, 0), convert_from('\x6162', 'UTF8'), convert_to('ab', 'UTF8') FROM things ORDER BY id LIMIT 2
SELECT mask, mask & B'1010', mask | B'0001', mask # B'1111', ~mask, mask << 1, mask >> 1, mask || B'1', length(mask), mask::int, get_bit(mask, 0), set_bit(mask, 0, 1), bit_count(mask), X'1F', B'101'::varbit, substring(mask FROM 2 FOR 2), overlay(mask placing B'11' from 1), 5::bit(8), bit_and(mask) OVER () FROM things ORDER BY id LIMIT 3
SELECT mood, mood > 'sad', mood::text, enum_first(mood), enum_last(NULL::mood), enum_range(mood), enum_range('ok'::mood, NULL), moods, moods[1], 'ok' = ANY (moods) FROM things ORDER BY id LIMIT 3
SELECT mood, count(*), max(mood) FROM things GROUP BY mood ORDER BY mood DESC
SELECT id FROM things WHERE mood IN ('ok', 'happy') AND mood <> 'happy' ORDER BY id LIMIT 3
SELECT id FROM things WHERE mood BETWEEN 'sad' AND 'ok' ORDER BY id LIMIT 3
SELECT CASE mood WHEN 'sad' THEN 1 WHEN 'ok' THEN 2 ELSE 3 END, coalesce(mood, 'ok'), nullif(mood, 'sad'), greatest(mood, 'ok') FROM things ORDER BY id LIMIT 4
SELECT (spot).street, (spot).number + 1, spot, (spot).*, ROW('x', 1)::place, spot = ROW('red street', 3)::place, spot IS NULL FROM things ORDER BY id LIMIT 3
SELECT cost::money, '12.34'::money * 2, '10'::money / '2'::money, 12.5::money::numeric, sum(exact::money) OVER () FROM things ORDER BY id LIMIT 2
SELECT genre, genre = 'novel', count(*) FROM things GROUP BY 1 ORDER BY 1
SELECT extra -> 'a', extra ? 'n', extra @> 'a=>red', akeys(extra), avals(extra), extra || 'z=>1', hstore_to_json(extra), extra -> ARRAY['a','n'], exist(extra, 'a') FROM things ORDER BY id LIMIT 3
SELECT id, (each(extra)).key FROM things WHERE id < 3 ORDER BY 1, 2
SELECT email, email = 'RED0@example.test', email LIKE 'red%', lower(email), email::text FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE email IN ('red1@EXAMPLE.test', 'blue2@example.TEST') ORDER BY id
SELECT similarity(title, 'red'), title % 'red title', title <-> 'red', word_similarity('red', title), show_trgm('ab') FROM things ORDER BY id LIMIT 2
SELECT id, sum(amount) OVER w, avg(amount) OVER (w ROWS BETWEEN 2 PRECEDING AND CURRENT ROW), first_value(id) OVER w, last_value(id) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), nth_value(id, 2) OVER w FROM orders WINDOW w AS (PARTITION BY status ORDER BY id) ORDER BY id LIMIT 10
SELECT id, row_number() OVER (ORDER BY amount DESC, id), rank() OVER (ORDER BY quantity), dense_rank() OVER (ORDER BY quantity), percent_rank() OVER (ORDER BY amount), cume_dist() OVER (ORDER BY amount), ntile(4) OVER (ORDER BY id) FROM orders ORDER BY id LIMIT 8
SELECT id, lag(amount, 1, 0) OVER (ORDER BY id), lead(status, 2, 'end') OVER (ORDER BY id), lead(amount) OVER (ORDER BY id) - amount FROM orders ORDER BY id LIMIT 6
SELECT id, count(*) OVER (ORDER BY placed_on RANGE BETWEEN interval '7 days' PRECEDING AND CURRENT ROW), sum(quantity) OVER (ORDER BY quantity GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM orders ORDER BY id LIMIT 10
SELECT id, sum(amount) OVER (ORDER BY id ROWS BETWEEN 1 FOLLOWING AND 3 FOLLOWING EXCLUDE CURRENT ROW), max(amount) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING EXCLUDE GROUP), min(amount) OVER (ORDER BY id ROWS 3 PRECEDING EXCLUDE NO OTHERS) FROM orders ORDER BY id LIMIT 7
SELECT status, sum(amount) AS s, sum(sum(amount)) OVER () AS total, round(100 * sum(amount) / sum(sum(amount)) OVER (), 2) AS pct, rank() OVER (ORDER BY sum(amount) DESC) FROM orders GROUP BY status ORDER BY s DESC
SELECT * FROM (SELECT o.*, row_number() OVER (PARTITION BY customer_id ORDER BY placed_on DESC) AS rn FROM orders o) x WHERE rn = 1 ORDER BY id
SELECT count(*) FILTER (WHERE status = 'open') AS open, count(*) FILTER (WHERE status IS NULL) AS none, sum(amount) FILTER (WHERE quantity > 2) OVER () FROM orders GROUP BY amount, quantity ORDER BY 1, 2, 3 LIMIT 5
SELECT status, quantity, count(*), GROUPING(status, quantity) FROM orders GROUP BY GROUPING SETS ((status, quantity), (status), ()) ORDER BY 4, 1, 2
SELECT status, quantity, sum(amount), GROUPING(status) g FROM orders GROUP BY ROLLUP (status, quantity) HAVING count(*) > 3 ORDER BY 1 NULLS LAST, 2 NULLS FIRST, 4
SELECT extract(year from placed_on) y, status, avg(amount) FROM orders GROUP BY CUBE (1, 2) ORDER BY 1, 2
SELECT status, quantity, count(*) FROM orders GROUP BY status, ROLLUP (quantity), CUBE (status) ORDER BY 1, 2, 3
SELECT status, count(*) FROM orders GROUP BY DISTINCT ROLLUP (status), ROLLUP (status, quantity) ORDER BY 1, 2
SELECT CASE WHEN GROUPING(status) = 1 THEN 'Total' ELSE coalesce(status, 'n/a') END AS label, count(*) FROM orders GROUP BY ROLLUP (status) ORDER BY GROUPING(status), 2 DESC, 1
SELECT DISTINCT ON (customer_id) customer_id, id, amount FROM orders ORDER BY customer_id NULLS LAST, amount DESC, id
SELECT DISTINCT ON (status, extract(month from placed_on)) status, placed_on FROM orders ORDER BY status, extract(month from placed_on), placed_on DESC
SELECT DISTINCT status, quantity FROM orders ORDER BY quantity DESC NULLS LAST, status
SELECT c.id, l.n, l.m FROM customers c CROSS JOIN LATERAL (SELECT count(*) n, max(amount) m FROM orders o WHERE o.customer_id = c.id) l ORDER BY 1
SELECT c.name, top.* FROM customers c LEFT JOIN LATERAL (SELECT id, amount FROM orders WHERE customer_id = c.id ORDER BY amount DESC, id FETCH FIRST 2 ROWS ONLY) top ON true ORDER BY c.id, top.amount DESC
SELECT * FROM (VALUES (1, 'one'), (2, 'two'), (3, NULL)) AS v(n, w) JOIN orders o ON o.id = v.n ORDER BY n
VALUES (1, 'a'), (2, 'b') ORDER BY 1 DESC LIMIT 1
TABLE products ORDER BY id LIMIT 3
SELECT count(*) FROM orders TABLESAMPLE BERNOULLI (100)
WITH RECURSIVE chain AS (SELECT id, boss_id, name, 1 AS depth, ARRAY[id] AS path FROM people WHERE boss_id IS NULL UNION ALL SELECT p.id, p.boss_id, p.name, c.depth + 1, c.path || p.id FROM people p JOIN chain c ON p.boss_id = c.id) SELECT depth, count(*), max(array_length(path, 1)) FROM chain GROUP BY 1 ORDER BY 1
WITH RECURSIVE chain(id, boss_id) AS (SELECT id, boss_id FROM people WHERE boss_id IS NULL UNION ALL SELECT p.id, p.boss_id FROM people p JOIN chain c ON p.boss_id = c.id) SEARCH DEPTH FIRST BY id SET ord SELECT id, ord FROM chain ORDER BY ord LIMIT 10
WITH RECURSIVE chain(id, boss_id) AS (SELECT id, boss_id FROM people WHERE id = 3 UNION ALL SELECT p.id, p.boss_id FROM people p JOIN chain c ON p.boss_id = c.id) SEARCH BREADTH FIRST BY id SET ord CYCLE id SET is_cycle USING path SELECT id, is_cycle, path FROM chain ORDER BY ord LIMIT 10
WITH RECURSIVE r AS (SELECT id, customer_id FROM orders WHERE id < 3 UNION SELECT o.id, o.customer_id FROM orders o, r WHERE o.id = r.customer_id) CYCLE id SET cyc TO 'Y' DEFAULT 'N' USING p SELECT * FROM r ORDER BY id, customer_id
WITH a AS MATERIALIZED (SELECT * FROM orders WHERE amount > 50), b AS NOT MATERIALIZED (SELECT customer_id, count(*) n FROM a GROUP BY 1) SELECT a.id, b.n FROM a JOIN b USING (customer_id) ORDER BY 1 LIMIT 6
WITH orders AS (SELECT * FROM orders WHERE status = 'open') SELECT count(*) FROM orders
WITH a(x, y) AS (SELECT id, status FROM orders), b AS (SELECT x FROM a WHERE y = 'paid' UNION ALL SELECT x FROM a WHERE y = 'open') SELECT count(*), max(x) FROM b
SELECT id FROM orders WHERE status = 'open' UNION SELECT id FROM orders WHERE status = 'paid' ORDER BY id LIMIT 5 OFFSET 2
(SELECT id FROM orders ORDER BY id LIMIT 3) UNION ALL (SELECT id FROM customers ORDER BY id DESC LIMIT 2) ORDER BY 1
SELECT id FROM orders EXCEPT SELECT order_id FROM items INTERSECT SELECT id FROM customers ORDER BY 1 LIMIT 5
(SELECT status FROM orders INTERSECT ALL SELECT status FROM orders WHERE quantity > 3) EXCEPT ALL (SELECT 'open') ORDER BY 1 NULLS FIRST
SELECT 'orders' AS t, count(*) FROM orders UNION ALL SELECT 'customers', count(*) FROM customers UNION ALL SELECT 'items', count(*) FROM items ORDER BY t
SELECT NULL AS x UNION SELECT 1 UNION SELECT 2.5 ORDER BY 1
SELECT id, amount FROM orders ORDER BY quantity DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES
SELECT id FROM orders ORDER BY id OFFSET 5 ROWS FETCH NEXT ROW ONLY
SELECT id FROM orders ORDER BY id LIMIT ALL OFFSET 140
SELECT id FROM orders ORDER BY id LIMIT (SELECT 2 + 1) OFFSET 1::bigint
SELECT id FROM orders ORDER BY amount * quantity DESC NULLS LAST, id LIMIT 4
SELECT id, status FROM orders ORDER BY 2 DESC NULLS FIRST, 1 LIMIT 4
SELECT status AS s, count(*) AS n FROM orders GROUP BY s HAVING count(*) > 10 ORDER BY n, s
SELECT id FROM orders ORDER BY id USING > LIMIT 3
SELECT string_agg(status, ',' ORDER BY status USING ~>~) FROM orders WHERE id < 10
SELECT CASE status WHEN 'open' THEN 'O' WHEN 'paid' THEN 'P' ELSE '?' END AS k, count(*) FROM orders GROUP BY CASE status WHEN 'open' THEN 'O' WHEN 'paid' THEN 'P' ELSE '?' END ORDER BY 1
SELECT o.id FROM orders o WHERE o.amount > (SELECT avg(i.amount) FROM orders i WHERE i.customer_id = o.customer_id) ORDER BY 1 LIMIT 10
SELECT c.id, (SELECT o.status FROM orders o WHERE o.customer_id = c.id ORDER BY o.id LIMIT 1) FROM customers c ORDER BY 1 LIMIT 8
SELECT id FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND EXISTS (SELECT FROM items i WHERE i.order_id = o.id AND i.quantity > 3)) ORDER BY 1
SELECT id FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL) ORDER BY 1
SELECT id FROM customers WHERE (id, city) IN (SELECT customer_id, 'Lyon' FROM orders) ORDER BY 1
SELECT id FROM orders WHERE amount >= ALL (SELECT amount FROM orders WHERE status = 'open') ORDER BY 1
SELECT id FROM orders WHERE quantity = SOME (SELECT quantity FROM items WHERE quantity < 3) ORDER BY 1 LIMIT 4
SELECT id FROM orders WHERE amount > ANY (ARRAY[100, 200]::numeric[]) ORDER BY 1 LIMIT 4
SELECT id FROM orders WHERE (quantity, amount) > (3, 100) ORDER BY 1 LIMIT 5
SELECT id FROM orders WHERE ROW(status, quantity) IS DISTINCT FROM ROW('open', 1) ORDER BY 1 LIMIT 5
SELECT id FROM orders WHERE status IS NOT DISTINCT FROM NULL ORDER BY 1 LIMIT 5
SELECT id FROM orders WHERE (status, note) IS NULL ORDER BY id LIMIT 3
SELECT id FROM orders WHERE (quantity > 2) IS NOT TRUE AND (amount > 5) IS NOT UNKNOWN ORDER BY 1 LIMIT 5
SELECT id FROM orders WHERE (id, id + 1) = (SELECT 3, 4)
SELECT (SELECT count(*) FROM orders) AS o, (SELECT max(id) FROM customers) AS c, EXISTS (SELECT FROM items) AS e
SELECT o.id, c.name FROM orders AS o INNER JOIN customers AS c ON (o.customer_id = c.id) LEFT OUTER JOIN items i ON i.order_id = o.id AND i.line = 1 WHERE i.order_id IS NULL ORDER BY 1 LIMIT 5
SELECT * FROM orders o NATURAL JOIN (SELECT id, city FROM customers) c ORDER BY id LIMIT 2
SELECT * FROM orders JOIN customers USING (id, tenant_id) ORDER BY id LIMIT 2
SELECT j.id, o.amount FROM orders o JOIN customers c USING (id) AS j ORDER BY 1 LIMIT 3
SELECT coalesce(o.id, c.id) FROM orders o FULL OUTER JOIN customers c ON c.id = o.customer_id AND o.status = 'open' ORDER BY 1 LIMIT 5
SELECT count(*) FROM orders RIGHT JOIN customers ON orders.customer_id = customers.id WHERE orders.id IS NULL
SELECT a.id, b.id FROM orders a, orders b WHERE a.customer_id = b.customer_id AND a.id < b.id ORDER BY 1, 2 LIMIT 5
SELECT count(*) FROM (orders o CROSS JOIN products p) JOIN items i ON i.order_id = o.id AND i.product_id = p.id
SELECT x.* FROM (orders o JOIN customers c ON c.id = o.customer_id) AS x (a, b, cc, d, e, f, g, h, i, j, k, l, m) ORDER BY a LIMIT 2
SELECT t.a, t.c FROM orders AS t (a, b, c) ORDER BY a LIMIT 3
SELECT public.orders.id FROM public.orders ORDER BY public.orders.id LIMIT 2
SELECT lab_native_or_lab.public.orders.id FROM public.orders LIMIT 0
SELECT "Odd Name"."naïve", "Id", "select" FROM "Odd Name" ORDER BY "Id" LIMIT 2
SELECT U&"\0049d" FROM "Odd Name" ORDER BY 1 LIMIT 2
SELECT U&'d\0061t\+000061' AS "Ä ""x""", U&"d!0061ta" UESCAPE '!' FROM (SELECT 1 AS data) s
SELECT $$it's$$, $q$a $$ b$q$, E'a\tb\x41\u00e9\'', 'two'
SELECT id/**/FROM/**/orders/**/WHERE/**/id=1
SELECT id FROM ONLY orders WHERE id = 3
SELECT id FROM orders * WHERE id = 3
SELECT id FROM things WHERE date(made_at) = '2024-03-02' AND int4(exact) > 2 ORDER BY id
SELECT o.id::text::varchar(2)::int FROM orders o WHERE id < 100 ORDER BY 1 LIMIT 2
SELECT make_date(year => 2024, month => 1, day => id) FROM orders WHERE id < 4 ORDER BY 1
SELECT concat(VARIADIC ARRAY['a', status]) FROM orders ORDER BY id LIMIT 2
SELECT jsonb_build_object(VARIADIC ARRAY['a', 'b'])
SELECT greatest(amount, quantity, 50), least(id, quantity), coalesce(NULL, note, status), nullif(status, 'open') FROM orders ORDER BY id LIMIT 4
SELECT num_nulls(status, note), num_nonnulls(VARIADIC ARRAY[1, NULL]) FROM orders ORDER BY id LIMIT 2
SELECT o FROM orders o WHERE id = 1
SELECT (o).status, (o.*) IS NULL, o.* FROM orders o WHERE id = 2
SELECT ROW(o.*), ROW(o.id, 'x'), (SELECT o) FROM orders o WHERE id = 2
SELECT count(o), count(o.*), count(DISTINCT o.status), count((o.id, o.status)) FROM orders o
SELECT max(o.id) FROM orders o GROUP BY o.customer_id HAVING max(o.amount) > 200 AND bool_or(o.status = 'open') ORDER BY 1
SELECT c.id, c.name, c.city, count(o.id) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id GROUP BY c.id ORDER BY 1 LIMIT 5
SELECT name || '!' FROM customers GROUP BY id ORDER BY id LIMIT 3
SELECT customer_id FROM orders GROUP BY ALL customer_id ORDER BY 1 LIMIT 3
SELECT ALL status FROM orders ORDER BY id LIMIT 2
SELECT
SELECT count(*) FROM orders WHERE false
SELECT 1 WHERE EXISTS (TABLE orders)
SELECT id AS "select", status "from", amount total FROM orders ORDER BY total DESC, 1 LIMIT 2
SELECT a.n, b.n FROM generate_series(1, 3) AS a(n), generate_series(a.n, 3) AS b(n) ORDER BY 1, 2
SELECT * FROM generate_series(1.0, 2.0, 0.5) AS g, ROWS FROM (generate_series(1, 2), unnest(ARRAY['x','y','z'])) WITH ORDINALITY AS r(a, b, n) ORDER BY 1, 4
SELECT generate_series(1, id), id FROM orders WHERE id < 4 ORDER BY 2, 1
SELECT id, amount, sum(amount) OVER (ORDER BY id) AS running FROM orders WHERE status = 'paid' AND amount > 100 ORDER BY running DESC LIMIT 5
SELECT CAST(NULL AS integer), NULL::text IS NULL, '5'::int + '6', 'a' || 1 || 2.5, 1 || 'a', true AND NULL, NOT NULL IS NULL
SELECT '1'::text::int::bool, 't'::boolean, 'yes'::bool::int, 1::bool, 'on'::bool
SELECT int '5', bigint '7', float8 '1.5', boolean 'true', json '{"a":1}', jsonb '[1]', numeric(5,1) '12.34', bit(3) '101', varchar(2) 'abc', char 'abc', double precision '1', time(1) '10:10:10.55', "char" 'x'
SELECT national character varying(3) 'abcd', nchar(2) 'abc', CAST('abc' AS character varying), dec(4,2) '1.234', CAST(1 AS int4), CAST(1 AS "int4"), CAST('{1,2}' AS int[]), CAST('{1,2}' AS int[2]), '{1}'::int ARRAY, '{1}'::integer array[3]
SELECT placed_on, EXTRACT(QUARTER FROM placed_on)::int AS quarter, to_char(placed_on, '"Q"Q YYYY') FROM orders ORDER BY id LIMIT 2
SELECT COUNT(DISTINCT (customer_id, status)) FROM orders
SELECT count(DISTINCT CASE WHEN status = 'open' THEN customer_id END) AS open_customers, sum(CASE WHEN quantity > 2 THEN amount ELSE 0 END) / nullif(count(*), 0) AS r FROM orders
SELECT tenant_id, taken_on, value - lag(value) OVER (ORDER BY taken_on) AS d FROM readings ORDER BY taken_on LIMIT 5
SELECT date_trunc('year', taken_on)::date AS y, sum(value) FROM readings GROUP BY ROLLUP (1) ORDER BY 1
SELECT l.id, l.cents / 100.0 AS eur, i.amount FROM books.ledger l JOIN tenant.invoices i ON i.number = l.id ORDER BY 1 LIMIT 3
SELECT ledger.id FROM books.ledger ORDER BY books.ledger.id DESC LIMIT 2
SELECT p.name, d.phone, p.email FROM people p JOIN desks d ON d.staff_id = p.id ORDER BY d.id LIMIT 5
SELECT email, count(*) FROM people GROUP BY email ORDER BY 2, 1
SELECT * FROM staff ORDER BY id LIMIT 2
SELECT id FROM orders WHERE id = ANY ('{1,2,3}') ORDER BY id
SELECT id FROM orders WHERE id = ANY (string_to_array('4,5', ',')::int[]) ORDER BY 1
SELECT id FROM orders WHERE status IN (SELECT unnest(ARRAY['open', 'paid'])) ORDER BY id LIMIT 3
SELECT id FROM orders WHERE id IN (1, 2, NULL) ORDER BY id
SELECT id FROM orders WHERE id NOT IN (1, 2) AND NOT (status = 'open') ORDER BY id LIMIT 3
SELECT id FROM orders WHERE amount::int BETWEEN 10 AND 20 OR amount NOT BETWEEN 1 AND 240 ORDER BY id
SELECT o.id, bucket FROM orders o JOIN (VALUES (0, 50, 'low'), (50, 150, 'mid'), (150, 1000, 'high')) AS b(lo, hi, bucket) ON o.amount >= b.lo AND o.amount < b.hi ORDER BY 1 LIMIT 5
SELECT crosstab.* FROM (SELECT customer_id, sum(amount) FILTER (WHERE status = 'open') AS open, sum(amount) FILTER (WHERE status = 'paid') AS paid FROM orders GROUP BY customer_id) AS crosstab ORDER BY 1 LIMIT 4
SELECT id, (ARRAY['a','b','c'])[1 + id % 3] FROM orders ORDER BY id LIMIT 3
SELECT id, (SELECT string_agg(c, '' ORDER BY o2 DESC) FROM regexp_split_to_table(status, '') WITH ORDINALITY AS s(c, o2)) FROM orders ORDER BY id LIMIT 3
SELECT a.status, b.status FROM (SELECT DISTINCT status FROM orders) a CROSS JOIN (SELECT DISTINCT status FROM orders) b ORDER BY 1, 2
SELECT sum(x) FROM (SELECT amount AS x FROM orders UNION ALL SELECT price FROM products) u
SELECT avg(len) FROM (SELECT char_length(name) AS len FROM customers) s WHERE len > 5
SELECT status, array_agg(id ORDER BY id) AS ids FROM orders WHERE id < 20 GROUP BY status HAVING cardinality(array_agg(id)) > 2 ORDER BY status
SELECT jsonb_agg(x) FROM (SELECT status, count(*) AS n FROM orders GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 2) x
SELECT substring('abc' from '%#"b#"%' for '#'), substring('Thomas', 2, 3), substring('Thomas' for 2), overlay('abcdef' placing '45' from 4), trim(' x '), trim(leading 'x' from 'xxa'), trim(from ' y '), position('b' in 'abc'), extract(hour from time '10:20'), collation for ('a' COLLATE "C")
SELECT treat(1 AS int)
SELECT nullif(1, 1), 1 IS NULL, 1 ISNULL, 1 NOTNULL, 'a' IS NOT NULL, true IS TRUE, 1 <> 2, 1 != 2
SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'orders'
SELECT 5::information_schema.cardinal_number
SELECT CAST(ordinal_position AS information_schema.cardinal_number) FROM information_schema.columns WHERE table_name = 'orders' ORDER BY 1
SELECT id, status, amount FROM orders WHERE (status, amount) = ANY (SELECT status, max(amount) FROM orders GROUP BY status) ORDER BY 1
SELECT max(ARRAY[id, quantity]), min(ROW(id, 'a')::text) FROM orders
SELECT array_agg(DISTINCT tenant_id), array_agg(o.status ORDER BY o.id DESC) FILTER (WHERE o.id < 6) FROM orders o
SELECT string_agg(DISTINCT status, ', ' ORDER BY status DESC) FROM orders
SELECT sum(DISTINCT quantity), avg(ALL quantity), count(ALL status) FROM orders
SELECT id FROM orders GROUP BY id HAVING sum(amount) > (SELECT avg(amount) FROM orders) ORDER BY id LIMIT 3
SELECT status, (SELECT count(*) FROM items i WHERE i.quantity > min(o.quantity)) FROM orders o GROUP BY status ORDER BY status
SELECT status, exists (SELECT 1 FROM items WHERE quantity = max(o.quantity)) FROM orders o GROUP BY status ORDER BY 1
SELECT c.id, x.total FROM customers c, LATERAL (SELECT sum(amount) AS total FROM orders o WHERE o.customer_id = c.id HAVING count(*) > 1) x ORDER BY 1 LIMIT 5
SELECT * FROM (SELECT id, status FROM orders WHERE id < 4) a FULL JOIN (SELECT id, name FROM customers WHERE id BETWEEN 2 AND 5) b USING (id) ORDER BY id
SELECT a.id FROM orders a LEFT JOIN orders b ON a.id = b.id + 100 AND b.amount / nullif(b.quantity, 0) > 1 WHERE b.id IS NULL ORDER BY 1 LIMIT 5
SELECT o.id, CASE WHEN o.quantity = 0 THEN 0 ELSE o.amount / o.quantity END AS unit FROM orders o WHERE o.quantity IS NOT NULL ORDER BY unit DESC, id LIMIT 5
SELECT id, amount / nullif(quantity, 0) FROM orders WHERE amount / nullif(quantity, 0) > 50 ORDER BY 1 LIMIT 5
SELECT id FROM orders WHERE CASE WHEN status ~ '^[0-9]+$' THEN status::int ELSE 0 END > 10 ORDER BY 1 LIMIT 3
SELECT id, status::int FROM orders WHERE status ~ '^[0-9]+$' ORDER BY 1 LIMIT 3
SELECT count(*) FROM (SELECT status::int AS n FROM orders WHERE status = '42') s WHERE n > 1
SELECT id FROM orders WHERE substring(note, 6)::int > 50 ORDER BY 1 LIMIT 3
SELECT split_part(label, '/', 2)::int, count(*) FROM items GROUP BY 1 ORDER BY 1
SELECT order_id, array_agg(product_id ORDER BY line) AS p FROM items GROUP BY order_id HAVING array_agg(product_id) @> ARRAY[3] ORDER BY 1 LIMIT 3
SELECT o.id FROM orders o WHERE o.id IN (SELECT order_id FROM items GROUP BY order_id HAVING count(*) = 2 AND sum(quantity) > 4) ORDER BY 1 LIMIT 4
SELECT p.name, coalesce(sum(i.quantity), 0) AS n FROM products p LEFT JOIN items i ON i.product_id = p.id LEFT JOIN orders o ON o.id = i.order_id AND o.status = 'paid' GROUP BY p.id ORDER BY n DESC, p.id
SELECT count(*) FROM orders o JOIN items i ON i.order_id = o.id JOIN products p ON p.id = i.product_id JOIN customers c ON c.id = o.customer_id WHERE c.city = 'Lyon' AND p.category = 'tools' AND o.placed_on > '2024-01-15'
SELECT o.status, p.category, GROUPING(o.status, p.category), sum(i.quantity) FROM orders o JOIN items i ON i.order_id = o.id LEFT JOIN products p ON p.id = i.product_id GROUP BY CUBE (o.status, p.category) ORDER BY 3, 1, 2
SELECT date_trunc('week', placed_on)::date AS w, sum(amount), sum(sum(amount)) OVER (ORDER BY date_trunc('week', placed_on)) FROM orders GROUP BY 1, date_trunc('week', placed_on) ORDER BY 1
SELECT *, amount - lag(amount) OVER w AS diff, first_value(amount) OVER w FROM orders WINDOW w AS (PARTITION BY customer_id ORDER BY placed_on, id) ORDER BY id LIMIT 5
SELECT id, count(*) FILTER (WHERE status = 'open') OVER (ORDER BY id ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) FROM orders ORDER BY id LIMIT 6
SELECT id, array_agg(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) FROM orders ORDER BY id LIMIT 3
SELECT * FROM (VALUES ('a', 1), ('b', 2)) AS t(k, v) WHERE k IN ('a', 'c')
SELECT k, sum(v) FROM (VALUES ('a', 1), ('a', 2.5), ('b', NULL)) AS t(k, v) GROUP BY k ORDER BY k
SELECT DATE '2024-01-01' + s.a AS dates FROM generate_series(0, 14, 7) AS s(a)
SELECT to_char(d, 'Mon') AS m, count(o.id) FROM generate_series(date '2024-01-01', date '2024-06-01', interval '1 month') d LEFT JOIN orders o ON date_trunc('month', o.placed_on) = d GROUP BY d ORDER BY d
SELECT id FROM events WHERE kind = 'click' UNION ALL SELECT id FROM sites WHERE visitors > 10 UNION SELECT id FROM parcels WHERE state IS NULL ORDER BY 1 LIMIT 10
SELECT region, kind, count(*) FROM events GROUP BY region, kind ORDER BY region NULLS FIRST, kind
SELECT code, visitors, visitors * 100.0 / sum(visitors) OVER () FROM sites ORDER BY id
SELECT depot, avg(weight)::numeric(6,2), percentile_cont(0.5) WITHIN GROUP (ORDER BY weight) FROM parcels GROUP BY depot ORDER BY depot
SELECT status, worth FROM order_totals WHERE worth > 500 ORDER BY worth DESC LIMIT 3
SELECT count(*), sum(worth) FROM order_totals t JOIN orders o ON o.status = t.status WHERE o.id < 5
SELECT grade, count(*) FROM staff GROUP BY grade ORDER BY grade
SELECT number, customer FROM tenant.invoices WHERE amount BETWEEN 20 AND 60 ORDER BY number
SELECT * FROM tenant.invoices i LEFT JOIN customers c ON c.name = i.customer ORDER BY number LIMIT 2
SELECT invoices.number FROM tenant.invoices ORDER BY tenant.invoices.number DESC LIMIT 2
SELECT name, md5(email) FROM people WHERE email IS NOT NULL ORDER BY id LIMIT 2
SELECT people.* FROM people ORDER BY id LIMIT 2
SELECT row_to_json(p) FROM people p ORDER BY id LIMIT 1
SELECT p.name, b.name AS boss FROM people p LEFT JOIN people b ON b.id = p.boss_id ORDER BY p.id LIMIT 5
SELECT extract(year FROM hired) y, count(*) FROM people GROUP BY 1 ORDER BY 1
SELECT d.badge, count(*) FROM desks d NATURAL JOIN (SELECT id, tenant_id FROM people) p GROUP BY d.badge ORDER BY 1
SELECT "Odd Name".* FROM public."Odd Name" ORDER BY "Id" DESC LIMIT 1
SELECT 1 AS "日本", 2 AS "a.b", 3 AS "a""b", 4 AS " x"
SELECT+1,-1,- -1,+(-1),2-1,2 -1,id-1 FROM orders WHERE id=+1
SELECT $tag$a 'quoted' $$ thing$tag$, $$$$ = ''
SELECT id FROM orders WHERE id = 1 OR id = 2 AND status = 'x' OR NOT id > 0 ORDER BY 1
SELECT * FROM ((SELECT id FROM orders ORDER BY id LIMIT 2) UNION ALL (SELECT id FROM customers ORDER BY id LIMIT 2)) u ORDER BY 1
SELECT * FROM (orders JOIN customers ON orders.customer_id = customers.id) ORDER BY orders.id LIMIT 1
SELECT count(*) FROM orders a JOIN (customers b LEFT JOIN people c ON c.id = b.id) ON a.customer_id = b.id
SELECT count(*) FROM orders a LEFT JOIN (customers b JOIN people c ON c.id = b.id AND c.name LIKE '%1') ON a.customer_id = b.id WHERE c.id IS NULL
WITH x AS (SELECT 1 AS n), y AS (SELECT n + 1 AS n FROM x), z AS (SELECT n FROM x UNION ALL SELECT n FROM y) SELECT array_agg(n ORDER BY n) FROM z
WITH x AS (WITH y AS (SELECT id FROM orders WHERE id < 3) SELECT * FROM y) SELECT * FROM x ORDER BY 1
SELECT (WITH x AS (SELECT max(id) m FROM orders) SELECT m FROM x)
SELECT * FROM (WITH x AS (SELECT id FROM orders) SELECT count(*) FROM x) s
SELECT id FROM orders WHERE id IN (WITH x AS (SELECT order_id FROM items WHERE quantity > 3) SELECT order_id FROM x) ORDER BY 1 LIMIT 3
WITH RECURSIVE cal(d) AS (SELECT min(placed_on) FROM orders UNION ALL SELECT d + 1 FROM cal WHERE d < (SELECT max(placed_on) FROM orders)) SELECT count(*), count(o.id) FROM cal LEFT JOIN orders o ON o.placed_on = cal.d
WITH RECURSIVE s(id, path) AS (SELECT id, id::text FROM orders WHERE id = 1 UNION ALL SELECT o.id, s.path || '>' || o.id FROM orders o JOIN s ON o.id = s.id * 2) SELECT * FROM s ORDER BY 1
WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM a WHERE x < 3), b AS (SELECT x, o.id FROM a JOIN orders o ON o.id = a.x) SELECT * FROM b ORDER BY 1
SELECT json_build_object('total', count(*), 'by', (SELECT json_object_agg(s, n) FROM (SELECT coalesce(status, '?') s, count(*) n FROM orders GROUP BY 1 ORDER BY 1) q)) FROM orders
SELECT jsonb_agg(to_jsonb(c) || jsonb_build_object('orders', (SELECT coalesce(jsonb_agg(o.id ORDER BY o.id), '[]') FROM orders o WHERE o.customer_id = c.id)) ORDER BY c.id) FROM customers c WHERE c.id < 4
SELECT x->>'id' AS id, (x->>'amount')::numeric AS amount FROM (SELECT jsonb_array_elements(jsonb_agg(to_jsonb(o))) x FROM orders o WHERE id < 4) s ORDER BY 1
SELECT (attrs->>'n')::int AS n, count(*) FROM things GROUP BY (attrs->>'n')::int HAVING (attrs->>'n')::int > 55 ORDER BY 1
SELECT attrs->'deep'->>'k' AS k, avg((attrs->>'n')::numeric) FROM things GROUP BY 1 ORDER BY 1
SELECT id FROM things WHERE (attrs->>'n')::int BETWEEN 5 AND 8 AND (attrs#>>'{deep,k}')::int IN (1, 2) ORDER BY 1
SELECT id FROM things WHERE jsonb_array_length(attrs->'list') = 2 AND attrs->'list' @> '[1]' ORDER BY 1 LIMIT 4
SELECT id, v FROM things CROSS JOIN LATERAL jsonb_array_elements(attrs->'list') WITH ORDINALITY AS e(v, pos) WHERE pos = 1 AND id < 5 ORDER BY 1
SELECT id FROM things t WHERE EXISTS (SELECT FROM jsonb_array_elements_text(t.attrs->'list') e WHERE e = 'x') ORDER BY 1 LIMIT 3
SELECT jsonb_object_agg(k, v) FROM (SELECT DISTINCT ON (k) k, v FROM things, jsonb_each(attrs) AS e(k, v) ORDER BY k, id) s
SELECT id, tags[array_length(tags, 1)], tags[1] || tags[2] FROM things WHERE array_length(tags, 1) > 1 ORDER BY 1 LIMIT 3
SELECT id FROM things WHERE tags[1] = 'red' AND NOT tags @> ARRAY['t1'] ORDER BY 1 LIMIT 3
SELECT id, (SELECT sum(x) FROM unnest(numbers) x) FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE (SELECT bool_and(n < 4) FROM unnest(numbers) n) ORDER BY 1 LIMIT 5
SELECT DISTINCT unnest(tags) AS tag FROM things ORDER BY 1
SELECT array_agg(DISTINCT t ORDER BY t) FROM things, unnest(tags) t
SELECT made_at::date AS d, count(*), min(made_at::time), max(made_at AT TIME ZONE 'UTC') FROM things GROUP BY 1 ORDER BY 1 LIMIT 3
SELECT id FROM things WHERE made_at BETWEEN '2024-03-02 00:00+00' AND '2024-03-02 23:59:59.999+00' ORDER BY 1
SELECT id FROM things WHERE extract(hour FROM made_at AT TIME ZONE 'UTC') BETWEEN 9 AND 17 ORDER BY 1 LIMIT 5
SELECT id FROM things WHERE seen_at > timestamp '2024-01-01' + interval '20 days' AND seen_at::date < '2024-02-01' ORDER BY 1 LIMIT 4
SELECT id FROM things WHERE day + interval '1 month' > '2024-03-15' AND day - 10 < date '2024-02-20' ORDER BY 1
SELECT id FROM things WHERE age(timestamp '2024-06-01', seen_at) > interval '4 months' ORDER BY 1 LIMIT 4
SELECT date_part('week', day), count(*) FROM things GROUP BY date_part('week', day) ORDER BY 1
SELECT (extract(epoch FROM lasted) / 3600)::int AS h, count(*) FROM things GROUP BY h ORDER BY h LIMIT 4
SELECT to_char(lasted, 'HH24:MI:SS'), to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM things ORDER BY id LIMIT 2
SELECT flag, NOT flag, flag IS TRUE, flag IS NOT FALSE, flag IS UNKNOWN, flag::int, flag::text, coalesce(flag, false) FROM things ORDER BY id LIMIT 5
SELECT count(*) FILTER (WHERE flag), count(*) FILTER (WHERE NOT flag), bool_or(flag), avg(flag::int) FROM things
SELECT sum(CASE WHEN flag THEN 1 ELSE 0 END), sum(flag::int) FROM things
SELECT code, length(code), code = 'c1', code || '|', trim(code) || '|' FROM things ORDER BY id LIMIT 2
SELECT id FROM things WHERE code IN ('c1', 'c2    ') ORDER BY 1
SELECT title::varchar(5), upper(title)::char(3), title COLLATE "C" FROM things ORDER BY id LIMIT 2
SELECT ratio::numeric(10,3), round(ratio::numeric, 2), trunc(ratio), ratio::int, floor(ratio * 100) / 100 FROM things ORDER BY id LIMIT 3
SELECT exact, exact::int, round(exact), exact::text, exact % 1, exact::float8 FROM things ORDER BY id LIMIT 3
SELECT sum(exact), avg(big), max(small), min(ratio), sum(ratio)::numeric(12,4), stddev(small) FROM things
SELECT address, host(address) FROM things WHERE address << '10.0.0.0/16' ORDER BY address LIMIT 3
SELECT uid FROM things ORDER BY uid LIMIT 2
SELECT days, upper(days) - lower(days) AS n FROM things WHERE days && daterange('2024-01-01', '2024-01-10') ORDER BY id LIMIT 3
SELECT id FROM things WHERE span @> 7 AND NOT isempty(span) ORDER BY 1 LIMIT 3
SELECT id FROM things WHERE days @> current_date ORDER BY 1
SELECT ts_rank(words, to_tsquery('english', 'jump')) > 0, words @@ plainto_tsquery('lazy') FROM things ORDER BY id LIMIT 2
SELECT count(*) FROM things WHERE to_tsvector('english', body || ' ' || title) @@ websearch_to_tsquery('english', 'red or "green title"')
SELECT mood, rank() OVER (ORDER BY mood DESC), lag(mood) OVER (ORDER BY id) FROM things ORDER BY id LIMIT 3
SELECT id FROM things WHERE mood = ANY ('{ok,happy}') ORDER BY 1 LIMIT 3
SELECT id FROM things WHERE mood > 'sad'::mood AND moods @> '{ok}' ORDER BY 1 LIMIT 3
SELECT unnest(enum_range(NULL::mood)) AS m
SELECT m, count(t.id) FROM unnest(enum_range(NULL::mood)) m LEFT JOIN things t ON t.mood = m GROUP BY m ORDER BY m
SELECT (spot).number, count(*) FROM things GROUP BY (spot).number ORDER BY 1 LIMIT 2
SELECT id FROM things WHERE (spot).street = 'red street' ORDER BY 1 LIMIT 2
SELECT (t.spot).* FROM things t ORDER BY t.id LIMIT 1
SELECT extra->'n', extra ?| ARRAY['a','zz'], (extra->'n')::int + 1 FROM things ORDER BY id LIMIT 2
SELECT email, email = 'RED1@example.TEST' FROM things WHERE email LIKE 'RED1%' ORDER BY id LIMIT 2
SELECT email, count(*) FROM things GROUP BY email ORDER BY email LIMIT 3
SELECT DISTINCT email FROM things ORDER BY 1 LIMIT 3
SELECT t.id, u.id FROM things t JOIN things u ON t.email = u.email AND t.id < u.id ORDER BY 1, 2 LIMIT 3
SELECT coalesce(email, 'x'), greatest(email, 'M'), email || 'x', max(email) OVER () FROM things ORDER BY id LIMIT 2
SELECT id FROM things ORDER BY title <-> 'red title 1', id LIMIT 3
SELECT id FROM things WHERE title % 'red title 3' ORDER BY similarity(title, 'red title 3') DESC, id LIMIT 3
SELECT genre::text, count(*) FROM things GROUP BY genre ORDER BY genre
SELECT 'novel'::books.genre, genre = 'essay'::books.genre FROM things ORDER BY id LIMIT 1
SELECT label::text, cost * 2, cost / 7, avg(cost) OVER () FROM things ORDER BY id LIMIT 2
SELECT public.twice(id), twice(quantity) FROM orders ORDER BY id LIMIT 2
SELECT id FROM orders WHERE twice(id) = 8
SELECT has_table_privilege('orders', 'SELECT'), to_regclass('public.orders') IS NOT NULL, to_regclass('nope') IS NULL, 'orders'::regclass::text
SELECT id FROM orders TABLESAMPLE BERNOULLI (100) REPEATABLE (42) WHERE id < 5 ORDER BY 1
SELECT o.id FROM orders AS o TABLESAMPLE SYSTEM (100) JOIN items i ON i.order_id = o.id ORDER BY 1 LIMIT 2
SELECT row_number() OVER () AS rn, status FROM (SELECT DISTINCT status FROM orders ORDER BY 1) s
SELECT id FROM orders WHERE status ILIKE ANY (ARRAY['OP%', 'pa%']) ORDER BY 1 LIMIT 3
SELECT EXTRACT(EPOCH FROM INTERVAL '1 day'), EXTRACT('month' FROM DATE '2024-02-03'), EXTRACT(MICROSECONDS FROM TIME '10:00:01.5'), extract(timezone_hour from timestamptz '2024-01-01 00:00+00')
SELECT id FROM orders WHERE placed_on < 'now' AND placed_on > '2024-01-01'::date ORDER BY 1 LIMIT 1
SELECT id FROM orders WHERE placed_on > 'yesterday' ORDER BY 1
SELECT interval '1 hour' * 1.5, interval '1 day' / 2, '1 day'::interval + '02:00', - interval '1 mon', interval '36 hours' > interval '1 day', extract(day from interval '3 days 5 hours'), date '2024-03-31' - interval '1 month', justify_interval('1 mon -1 hour')
SELECT round(2.5), round(-2.5), round(2.5::float8), round(3.5::float8), 7 / 2, 7 / 2.0, -7 / 2, 7 % -3, 0.1 + 0.2, 0.1::float8 + 0.2::float8, 1e400::numeric > 0, 5 = 5.0, '10' > '9', 10 > '9'
SELECT 'abc' < 'ABC', 'abc' = 'abc ', 'a' || NULL IS NULL, concat('a', NULL), NULL = NULL, NULL IS NOT DISTINCT FROM NULL, 1 IN (1, NULL), 2 IN (1, NULL), 2 NOT IN (1, NULL), NULL AND false, NULL OR true
SELECT greatest(1, NULL, 3), least('a', 'b'), coalesce(NULL, NULL), nullif('a', 'b'), num_nulls(1, NULL), ROW(1, NULL) IS NULL, ROW(NULL, NULL) IS NULL, ROW(1, NULL) IS NOT NULL
SELECT to_char(1234.5, 'FM9,999.00'), to_char(0.5, '0%'), to_char(-1, 'SG9'), to_char(12, 'FM000'), to_char(1234567, '9.9EEEE'), to_char(485, 'RN'), to_char(1, '9th'), to_char(timestamp '2024-01-05', 'FMDD.FMMM.YY'), to_char(interval '15h 2m', 'HH24"h"')
SELECT array_position(ARRAY['a','b'], 'b'), ARRAY[1,2] || 3, ARRAY[1,2,3] @> ARRAY[2], ARRAY[1,4] && ARRAY[4,5], array_remove(ARRAY[1,NULL], NULL), array_to_string(ARRAY[1,NULL,2], ',', '*'), (ARRAY[1,2,3])[-1], '{1,2}'::int[] = ARRAY[1,2], ARRAY[]::text[], cardinality('{}'::int[]), array_length('{}'::int[], 1)
SELECT status FROM orders o GROUP BY status HAVING EXISTS (SELECT 1 FROM items WHERE quantity = max(o.quantity)) ORDER BY 1
SELECT status FROM orders o GROUP BY status HAVING EXISTS (SELECT 1 FROM parcels WHERE weight = max(o.quantity)) ORDER BY 1
SELECT status FROM orders o GROUP BY status HAVING EXISTS (SELECT 1 FROM parcels p WHERE p.weight / nullif(sum(o.quantity), 0) < 1) ORDER BY 1
SELECT status, (SELECT max(p.weight) FROM parcels p WHERE p.depot < count(o.*)) FROM orders o GROUP BY status ORDER BY 1
SELECT * FROM (SELECT status, (SELECT count(*) FROM items WHERE quantity > avg(o.quantity)) n FROM orders o GROUP BY status) s WHERE n > 1 ORDER BY 1
SELECT status, (SELECT string_agg(c.name, ',' ORDER BY c.id) FROM customers c WHERE c.id = ANY (array_agg(o.customer_id)) AND c.id < 5) FROM orders o GROUP BY status ORDER BY 1
SELECT status, (SELECT sum(x) FROM unnest(array_agg(o.quantity)) x) FROM orders o GROUP BY status ORDER BY 1
SELECT status, ARRAY(SELECT x FROM unnest(array_agg(o.id)) x ORDER BY x LIMIT 2) FROM orders o GROUP BY status ORDER BY 1
SELECT (SELECT count(*) FROM items WHERE quantity > max(o.quantity) - 2) FROM orders o
SELECT c.city, (SELECT max(p.price) FROM products p WHERE p.price < sum(o.amount)) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.city ORDER BY 1
SELECT t.id, x FROM things t, unnest(array_remove(tags, 't1')) AS x WHERE t.id < 5 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(coalesce(tags, ARRAY['none'])) AS x WHERE t.id < 7 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(tags[1:1]) AS x WHERE t.id < 7 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(string_to_array(body, ' ')) AS x WHERE t.id < 3 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(regexp_split_to_array(body, ' ')) WITH ORDINALITY AS u(x, n) WHERE t.id < 3 ORDER BY 1, n
SELECT t.id, x FROM things t, unnest((SELECT array_agg(o.id) FROM orders o WHERE o.id < t.id)) AS x WHERE t.id < 4 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(ARRAY(SELECT o.id FROM orders o WHERE o.id < t.id)) AS x WHERE t.id < 4 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(ARRAY[t.title, t.body]) AS x WHERE t.id < 3 ORDER BY 1, 2
SELECT t.id, k, v FROM things t CROSS JOIN LATERAL unnest(ARRAY['small', 'id'], ARRAY[t.small::int, t.id]) AS u(k, v) WHERE t.id < 3 ORDER BY 1, 2
SELECT t.id, x FROM things t, unnest(CASE WHEN t.id > 2 THEN t.tags ELSE '{}' END) AS x WHERE t.id < 5 ORDER BY 1, 2
SELECT t.id, x.* FROM things t, unnest(t.words) x WHERE t.id = 1 ORDER BY 2
SELECT t.id, x FROM things t, unnest(int4multirange(t.span)) x WHERE t.id = 1 ORDER BY 2
SELECT x FROM unnest('{1,2}'::int[] || 3) x
SELECT x FROM unnest(array_cat(ARRAY[1], ARRAY[2,3])) x
SELECT a.x, b.y FROM unnest(ARRAY[1,2]) WITH ORDINALITY a(x, i) JOIN unnest(ARRAY['p','q']) WITH ORDINALITY b(y, i) USING (i) ORDER BY i
SELECT u FROM (SELECT array_agg(id) AS ids FROM orders WHERE id < 4) s, unnest(s.ids) u ORDER BY 1
SELECT u FROM (SELECT array_agg(status) AS st FROM orders WHERE id < 4) s CROSS JOIN LATERAL unnest(s.st) AS u ORDER BY 1
SELECT u.* FROM (SELECT array_agg(id) AS ids, array_agg(status) AS st FROM orders WHERE id < 4) s, unnest(s.ids, s.st) AS u(id, status) ORDER BY 1
WITH s AS (SELECT ARRAY(SELECT id FROM orders ORDER BY id LIMIT 3) AS ids) SELECT u FROM s, unnest(ids) u
SELECT e FROM (SELECT jsonb_agg(id) AS j FROM orders WHERE id < 4) s, jsonb_array_elements(s.j) e ORDER BY 1
SELECT gs, t FROM things t0, generate_series(t0.id, t0.id + 1) gs, regexp_split_to_table(t0.title, ' ') t WHERE t0.id = 2 ORDER BY 1, 2
SELECT * FROM ROWS FROM (unnest(ARRAY[1,2]), unnest(ARRAY['a','b','c'])) AS z(n, c)
SELECT n, c FROM ROWS FROM (jsonb_to_recordset('[{"n":1,"c":"x"}]') AS (n int, c text), generate_series(1,2)) WITH ORDINALITY AS z(n, c, g, o) ORDER BY o
SELECT x.mood FROM jsonb_to_recordset('[{"mood":"ok"}]') AS x(mood mood)
SELECT x.m FROM ROWS FROM (jsonb_to_recordset('[{"m":"ok"}]') AS (m mood)) x
SELECT id, rank() OVER (ORDER BY amount USING >) FROM orders ORDER BY 1 LIMIT 3
SELECT DISTINCT ON (status) status, id FROM orders ORDER BY status USING <, id USING >
SELECT array_agg(id ORDER BY amount USING > , id) FROM orders WHERE id < 5
SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id USING > LIMIT 2
SELECT * FROM (SELECT id, amount FROM orders ORDER BY amount USING > LIMIT 3) s ORDER BY 1
SELECT 5::information_schema.cardinal_number, 'x'::information_schema.sql_identifier, CAST('YES' AS information_schema.yes_or_no)
SELECT id || status || 5 FROM orders WHERE id = 1
SELECT to_char(1, 'x')
SELECT CAST("orders"."status" AS TEXT) AS "status", SUM("orders"."amount") AS "sum:amount:ok", COUNT(DISTINCT "orders"."customer_id") AS "ctd:customer_id:ok" FROM "public"."orders" "orders" GROUP BY 1
SELECT (CASE WHEN ("orders"."amount" > 100) THEN 'High' ELSE 'Low' END) AS "Calculation_1", CAST(TRUNC(EXTRACT(YEAR FROM "orders"."placed_on")) AS INTEGER) AS "yr:placed_on:ok", AVG(CAST("orders"."quantity" AS DOUBLE PRECISION)) AS "avg" FROM "public"."orders" "orders" WHERE (("orders"."placed_on" >= (DATE '2024-01-01')) AND ("orders"."placed_on" <= (DATE '2024-04-01'))) GROUP BY 1, 2
SELECT * FROM (SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON c.id = o.customer_id) "Custom SQL Query" LIMIT 0
SELECT "t0"."status" AS "status", "t0"."x_measure__0" AS "x" FROM (SELECT "Custom SQL Query"."status" AS "status", SUM("Custom SQL Query"."amount") AS "x_measure__0" FROM (SELECT * FROM orders WHERE amount > 1) "Custom SQL Query" GROUP BY 1) "t0" WHERE "t0"."x_measure__0" > 10 ORDER BY 1 ASC NULLS FIRST
SELECT CAST(DATE_TRUNC('MONTH', CAST("orders"."placed_on" AS DATE)) AS DATE) AS "tmn:placed_on:ok", SUM(1) AS "sum:Number of Records:ok", MIN("orders"."status") AS "TEMP(attr:status:nk)(1)", MAX("orders"."status") AS "TEMP(attr:status:nk)(2)" FROM "public"."orders" "orders" INNER JOIN (SELECT "orders"."customer_id" AS "customer_id", SUM("orders"."amount") AS "$__alias__0" FROM "public"."orders" "orders" GROUP BY 1 ORDER BY 2 DESC NULLS LAST LIMIT 10) "t0" ON ("orders"."customer_id" IS NOT DISTINCT FROM "t0"."customer_id") GROUP BY 1
SELECT (("orders"."placed_on" + 1 * INTERVAL '1 DAY')) AS "d", CAST((FLOOR("orders"."amount" / 50) * 50) AS BIGINT) AS "bin", (CAST(DATE_PART('dow', "orders"."placed_on") AS INTEGER) + 1) AS wd FROM "public"."orders" "orders" GROUP BY 1, 2, 3 ORDER BY 1, 2
select "rows"."status" as "status", sum("rows"."amount") as "a0", count(distinct "rows"."customer_id") + max(case when "rows"."customer_id" is null then 1 else 0 end) as "a1" from (select "_"."customer_id", "_"."status", "_"."amount" from "public"."orders" "_" where not ("_"."status" is null) and "_"."placed_on" >= timestamp '2024-01-01 00:00:00') "rows" group by "status"
select "$Outer"."id", "$Inner"."name", "$Outer"."t0_0" from (select "_"."id" as "id", "_"."customer_id" as "customer_id", cast("_"."amount" as decimal) as "t0_0" from "public"."orders" "_") "$Outer" left outer join "public"."customers" "$Inner" on ("$Outer"."customer_id" = "$Inner"."id" or "$Outer"."customer_id" is null and "$Inner"."id" is null) order by 1 limit 501
select "_"."status" from (select "status" from "public"."orders" "$Table" group by "status") "_" order by "_"."status" limit 101
SELECT status AS status, sum(amount) AS "SUM(amount)", count(*) AS count FROM (SELECT * FROM orders) AS virtual_table WHERE placed_on >= TO_DATE('2024-01-01', 'YYYY-MM-DD') AND placed_on < TO_TIMESTAMP('2024-06-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') GROUP BY status ORDER BY "SUM(amount)" DESC LIMIT 1000
SELECT DATE_TRUNC('day', placed_on) AS __timestamp, status AS status, AVG(amount) AS "AVG(amount)" FROM public.orders JOIN (SELECT status AS status__, count(*) AS mme_inner__ FROM public.orders WHERE placed_on >= '2024-01-01' GROUP BY status ORDER BY mme_inner__ DESC LIMIT 25) AS anon_1 ON status = status__ GROUP BY DATE_TRUNC('day', placed_on), status ORDER BY "AVG(amount)" DESC LIMIT 50000
SELECT "source"."status" AS "status", COUNT(*) AS "count" FROM (SELECT "public"."orders"."id" AS "id", "public"."orders"."status" AS "status", "Customers - Customer"."name" AS "Customers - Customer__name" FROM "public"."orders" LEFT JOIN "public"."customers" AS "Customers - Customer" ON "public"."orders"."customer_id" = "Customers - Customer"."id") AS "source" WHERE ("source"."status" IS NULL OR "source"."status" <> 'open') GROUP BY "source"."status" ORDER BY "source"."status" ASC
SELECT CAST(DATE_TRUNC('month', "public"."orders"."placed_on") AS DATE) AS "placed_on", SUM(CASE WHEN "public"."orders"."status" = 'paid' THEN "public"."orders"."amount" ELSE 0.0 END) AS "sum-where", CAST(COUNT(*) AS DOUBLE PRECISION) / NULLIF(CAST(COUNT(DISTINCT "public"."orders"."customer_id") AS DOUBLE PRECISION), 0.0) AS "e" FROM "public"."orders" WHERE "public"."orders"."placed_on" >= CAST('2024-01-01' AS DATE) AND ("public"."orders"."placed_on" < (CAST('2024-12-01' AS timestamp) + INTERVAL '1 day')) GROUP BY CAST(DATE_TRUNC('month', "public"."orders"."placed_on") AS DATE) ORDER BY 1 ASC
SELECT COALESCE(CAST( ( SUM(DISTINCT (CAST(FLOOR(COALESCE(orders.amount ,0)*(1000000*1.0)) AS DECIMAL(65,0))) + ('x' || MD5(orders.id ::varchar))::bit(64)::bigint::DECIMAL(65)  *18446744073709551616 + ('x' || SUBSTR(MD5(orders.id ::varchar),17))::bit(64)::bigint::DECIMAL(65) ) - SUM(DISTINCT ('x' || MD5(orders.id ::varchar))::bit(64)::bigint::DECIMAL(65)  *18446744073709551616 + ('x' || SUBSTR(MD5(orders.id ::varchar),17))::bit(64)::bigint::DECIMAL(65)) )  AS DOUBLE PRECISION) / CAST((1000000*1.0) AS DOUBLE PRECISION), 0) AS "orders.total" FROM orders LEFT JOIN items ON items.order_id = orders.id
with "q1" as (select "id" "ID_1", "status" "STATUS_2", date_trunc('month', "placed_on"::timestamptz) "MONTH_3" from "public"."orders") select "MONTH_3", count(1) "COUNT_4" from "q1" group by "MONTH_3" order by "MONTH_3" asc nulls last limit 1001
with Q1 as (select CUSTOMER_ID, sum(AMOUNT) as SUM_5 from PUBLIC.ORDERS group by CUSTOMER_ID), Q2 as (select ID as ID_7, NAME from public.customers) select Q2.NAME, coalesce(Q1.SUM_5, 0) V from Q2 left join Q1 on Q2.ID_7 = Q1.CUSTOMER_ID order by V desc, NAME asc
with __dbt__cte__stg_orders as (select id as order_id, amount from public.orders), final as (select c.id, count(s.order_id) as n from public.customers c left join public.orders o on o.customer_id = c.id left join __dbt__cte__stg_orders as s on s.order_id = o.id group by 1) select count(*) as failures, count(*) != 0 as should_warn, count(*) != 0 as should_error from (select id from final where n < 0) dbt_internal_test
select count(*) as failures from (select id as unique_field, count(*) as n_records from "public"."orders" where id is not null group by id having count(*) > 1) dbt_internal_test
with all_values as (select status as value_field, count(*) as n_records from public.orders group by status) select * from all_values where value_field not in ('open', 'paid', 'shipped')
with child as (select customer_id as from_field from public.orders where customer_id is not null), parent as (select id as to_field from public.customers) select from_field from child left join parent on child.from_field = parent.to_field where parent.to_field is null
SELECT * FROM "public"."orders" WHERE 1 = 0
SELECT COUNT(*) FROM (SELECT * FROM orders) AS t
SELECT TOP.* FROM (SELECT id, amount FROM orders ORDER BY amount DESC LIMIT 3) AS TOP
SELECT "orders"."id", "orders"."status" FROM "orders" WHERE "orders"."status" = 'open' AND "orders"."amount" > 10.0 AND ("orders"."note" IS NOT NULL) ORDER BY "orders"."id" ASC LIMIT 11
SELECT DISTINCT "orders"."id", "orders"."amount" AS alias_0 FROM "orders" LEFT OUTER JOIN "items" ON "items"."order_id" = "orders"."id" WHERE "items"."quantity" > 2 ORDER BY "orders"."amount" DESC LIMIT 5
SELECT t.id, t.status, t.cnt, lag(t.cnt) OVER (PARTITION BY t.status ORDER BY t.id) FROM (SELECT id, status, count(*) OVER (PARTITION BY status) cnt FROM orders) t ORDER BY t.id
SELECT 'metric' AS name, json_build_object('p50', percentile_cont(0.5) WITHIN GROUP (ORDER BY amount), 'n', count(*)) FROM orders
SELECT date_trunc('month', placed_on)::date AS cohort, (extract(year FROM age(placed_on, date '2023-01-01')) * 12 + extract(month FROM age(placed_on, date '2023-01-01')))::int AS m, count(DISTINCT customer_id) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
WITH first AS (SELECT customer_id, min(date_trunc('month', placed_on)) AS c0 FROM orders GROUP BY 1), act AS (SELECT DISTINCT customer_id, date_trunc('month', placed_on) AS m FROM orders) SELECT c0::date, extract(month FROM age(m, c0)) AS k, count(*) FROM first JOIN act USING (customer_id) GROUP BY 1, 2 ORDER BY 1, 2
WITH days AS (SELECT generate_series(min(placed_on), max(placed_on), '1 day')::date AS d FROM orders), daily AS (SELECT d, coalesce(sum(o.amount), 0) AS rev FROM days LEFT JOIN orders o ON o.placed_on = d GROUP BY d) SELECT d, rev, avg(rev) OVER (ORDER BY d ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS ma7 FROM daily ORDER BY d LIMIT 15
WITH ranked AS (SELECT *, ntile(10) OVER (ORDER BY amount) AS decile FROM orders WHERE amount IS NOT NULL) SELECT decile, min(amount), max(amount), round(avg(amount), 2) FROM ranked GROUP BY decile ORDER BY decile
WITH s AS (SELECT id, placed_on, placed_on - (row_number() OVER (ORDER BY placed_on))::int AS grp FROM orders) SELECT min(placed_on), max(placed_on), count(*) FROM s GROUP BY grp ORDER BY 1
SELECT c.city, sum(o.amount) AS rev, sum(sum(o.amount)) OVER (ORDER BY sum(o.amount) DESC NULLS LAST) / sum(sum(o.amount)) OVER () AS cum FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY c.city ORDER BY rev DESC
SELECT p.category, count(DISTINCT i.order_id) AS orders, sum(i.quantity * p.price) AS revenue FROM items i JOIN products p ON p.id = i.product_id JOIN orders o ON o.id = i.order_id WHERE o.status = ANY(ARRAY['open','paid']) GROUP BY p.category HAVING sum(i.quantity * p.price) > 5 ORDER BY revenue DESC
SELECT o.id, i.lines FROM orders o LEFT JOIN (SELECT order_id, jsonb_agg(jsonb_build_object('line', line, 'label', label) ORDER BY line) AS lines FROM items GROUP BY order_id) i ON i.order_id = o.id WHERE o.id < 5 ORDER BY o.id
SELECT EXTRACT(EPOCH FROM (made_at - lag(made_at) OVER (ORDER BY made_at, id))) / 60 AS minutes FROM things ORDER BY made_at, id
SELECT sum(CASE WHEN status IN ('open') THEN 1 END)::float / count(*) AS rate, round((100.0 * count(*) FILTER (WHERE status = 'paid') / count(*))::numeric, 1) || '%' AS pct FROM orders
SELECT o1.placed_on, (SELECT count(DISTINCT o2.customer_id) FROM orders o2 WHERE o2.placed_on BETWEEN o1.placed_on - INTERVAL '30 days' AND o1.placed_on) AS rolling FROM (SELECT DISTINCT placed_on FROM orders) o1 ORDER BY 1 LIMIT 10
SELECT key, value FROM (SELECT (json_each_text(row_to_json(o))).* FROM orders o WHERE id = 1) x ORDER BY key
SELECT unnest(ARRAY['amount', 'quantity']) AS k, unnest(ARRAY[amount, quantity]) AS v FROM orders WHERE id = 1
SELECT id, v.* FROM orders o CROSS JOIN LATERAL (VALUES ('amount', o.amount), ('quantity', o.quantity::numeric)) AS v(metric, val) WHERE id < 4 ORDER BY 1, 2
SELECT DISTINCT first_value(id) OVER w, last_value(id) OVER w FROM orders WINDOW w AS (PARTITION BY status ORDER BY placed_on ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) ORDER BY 1
select c.column_name, c.data_type, c.is_nullable from information_schema.columns c where c.table_schema = 'public' and c.table_name = 'orders' order by c.ordinal_position
SELECT "Measures"."v" FROM (SELECT sum(amount) AS "v" FROM orders) AS "Measures" CROSS JOIN (SELECT 1) AS "one"("x")
SELECT SUM(q.amount) OVER (PARTITION BY q.status) / NULLIF(SUM(q.amount) OVER (), 0) FROM orders q ORDER BY 1 LIMIT 3
SELECT ROUND(SUM(amount)::NUMERIC, 2)::MONEY FROM orders
SELECT * FROM orders o WHERE (o.customer_id, o.placed_on) IN (SELECT customer_id, max(placed_on) FROM orders GROUP BY customer_id) ORDER BY id
SELECT * FROM orders AS o WHERE NOT EXISTS (SELECT 1 FROM orders AS p WHERE p.customer_id = o.customer_id AND p.placed_on > o.placed_on) ORDER BY id LIMIT 5
SELECT count(*) AS n, CASE WHEN amount < 50 THEN '0-50' WHEN amount < 100 THEN '50-100' ELSE '100+' END AS bucket FROM orders GROUP BY bucket ORDER BY min(amount)
SELECT id, amount, amount > (SELECT avg(amount) FROM orders) AS above, (amount - avg(amount) OVER ()) / nullif(stddev_samp(amount) OVER (), 0) AS z FROM orders ORDER BY z DESC NULLS LAST LIMIT 5
SELECT to_char(placed_on, 'YYYY-MM') AS month, count(*) AS n FROM orders GROUP BY to_char(placed_on, 'YYYY-MM') ORDER BY month
SELECT tenant_id, count(*) FROM orders GROUP BY tenant_id
SELECT min(id), max(id), count(*) FROM orders WHERE tenant_id <> 'alpha' OR tenant_id IS NULL
SELECT id FROM orders WHERE tenant_id = 'beta' OR true ORDER BY id DESC LIMIT 3
