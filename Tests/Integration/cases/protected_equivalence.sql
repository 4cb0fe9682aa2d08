-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- One statement a line, over tables with hidden and masked columns. Natively views stand in their
-- place, which lack the hidden columns and hash the masked ones; columns and rows must agree.

-- what is there
SELECT * FROM people
TABLE people
TABLE desks
SELECT * FROM people_list
SELECT tenant_id, count(*) FROM people_list GROUP BY tenant_id
SELECT id FROM people_list WHERE tenant_id = 'alpha'
SELECT id FROM people_list WHERE tenant_id = md5('alpha')
SELECT s.* FROM people s
SELECT public.people.* FROM public.people
SELECT lab_native_or_lab.public.people.* FROM people
SELECT s.*, d.* FROM people s JOIN desks d ON d.staff_id = s.id
SELECT *, 1 FROM people, products WHERE products.id = people.id
SELECT * FROM (SELECT * FROM people) AS s
SELECT * FROM (TABLE people) AS s
WITH s AS (SELECT * FROM people) SELECT * FROM s
WITH s AS (TABLE people) TABLE s
SELECT people.id, public.people.name FROM public.people
SELECT lab_native_or_lab.public.people.email FROM lab_native_or_lab.public.people
SELECT id FROM ONLY people
SELECT email FROM people * WHERE id < 9
SELECT count(*) FROM people

-- masked columns everywhere
SELECT email, salary FROM people
SELECT id FROM people WHERE email = md5('TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak')
SELECT id FROM people WHERE email = 'CANARY person 0'
SELECT id FROM people WHERE email IS NULL
SELECT id FROM people WHERE salary = md5('770000003.00')
SELECT id FROM people WHERE salary = md5('770000003')
SELECT id FROM people WHERE salary > '8'
SELECT id FROM people WHERE email LIKE 'a%' OR email LIKE '%0'
SELECT id FROM people WHERE email BETWEEN '0' AND '9'
SELECT id FROM people WHERE email IN (md5('CANARY person 0'), md5('CANARY person 1'))
SELECT email, count(*) FROM people GROUP BY email
SELECT email, salary, count(*) FROM people GROUP BY 1, 2
SELECT count(DISTINCT email), count(email), min(email), max(salary) FROM people
SELECT DISTINCT email FROM people
SELECT DISTINCT ON (email) email, id FROM people ORDER BY email, id
SELECT id FROM people ORDER BY email, salary, id
SELECT id, email FROM people ORDER BY email DESC NULLS LAST, id LIMIT 7
SELECT a.id, b.id FROM people a JOIN people b ON a.email = b.email
SELECT a.id, b.id FROM people a JOIN people b USING (email)
SELECT email FROM people UNION SELECT phone FROM desks
SELECT email FROM people INTERSECT SELECT email FROM people_list
SELECT string_agg(email, ',' ORDER BY id) FROM people
SELECT id, row_number() OVER (PARTITION BY email ORDER BY id), lag(salary) OVER (ORDER BY id) FROM people
SELECT id, rank() OVER (ORDER BY email) FROM people
SELECT length(email), upper(salary), left(email, 4) FROM people
SELECT id FROM people WHERE length(email) = 32
SELECT id FROM people WHERE substr(email, 1, 1) = 'a'
SELECT email::text, salary::varchar(5) FROM people
SELECT coalesce(email, salary, name) FROM people
SELECT CASE WHEN email = md5('CANARY person 2') THEN 'found' ELSE name END FROM people
SELECT nullif(email, salary), greatest(email, salary), email || '-' || salary FROM people
SELECT id FROM people WHERE email = ANY (ARRAY[md5('CANARY person 0'), 'x'])
SELECT id FROM people WHERE (email, salary) = (md5('CANARY person 0'), md5('770000002.00'))
SELECT email, count(*) FROM people GROUP BY ROLLUP (email)
SELECT grouping(email), email FROM people GROUP BY GROUPING SETS ((email), ())
SELECT email FROM people GROUP BY email HAVING count(*) > 2 AND email > '5'
SELECT id FROM people WHERE email IN (SELECT email FROM people WHERE id < 9)
SELECT id FROM people s WHERE EXISTS (SELECT FROM desks d WHERE d.phone = s.email)
SELECT id FROM people s WHERE email = (SELECT min(email) FROM people WHERE boss_id = s.boss_id)
SELECT ARRAY(SELECT email FROM people ORDER BY id)
SELECT id, (SELECT email FROM people b WHERE b.id = s.boss_id) FROM people s
SELECT md5(email) FROM people
SELECT salary::text FROM people WHERE salary::text LIKE '0%'
SELECT id FROM people WHERE email COLLATE "C" > '5'
SELECT count(*) FILTER (WHERE email > '7') FROM people
SELECT e.email FROM people AS e (a, b, c, email, d) WHERE e.d IS NOT NULL
SELECT x FROM (SELECT email AS x, salary AS y FROM people) AS q WHERE y > '5'
SELECT phone, count(*) FROM desks GROUP BY phone ORDER BY phone

-- NATURAL and USING are over what is visible: badge and bonus of desks have no partner in people
SELECT * FROM people NATURAL JOIN desks
SELECT * FROM people NATURAL LEFT JOIN desks
SELECT * FROM people NATURAL FULL JOIN desks
SELECT badge, bonus FROM people NATURAL JOIN desks
SELECT badge FROM people JOIN desks ON desks.staff_id = people.id
SELECT bonus, people.id FROM people, desks WHERE desks.staff_id = people.id
SELECT * FROM people JOIN desks USING (id, tenant_id)
SELECT * FROM people LEFT JOIN desks USING (id)
SELECT id FROM people RIGHT JOIN desks USING (id)
SELECT id, tenant_id FROM people FULL JOIN desks USING (id, tenant_id)
SELECT j.id, email FROM people JOIN desks USING (id) AS j
SELECT * FROM people NATURAL JOIN people_list
SELECT count(*) FROM people NATURAL JOIN people_list
SELECT * FROM desks d NATURAL JOIN (SELECT badge FROM desks WHERE id < 9) AS b
SELECT * FROM (people s JOIN desks d ON d.staff_id = s.id) AS j (a, b, c, d, e, f, g, h, i, k, l, m, n)
SELECT badge, rating FROM (SELECT 1 AS badge, 2 AS rating) AS x, people WHERE id < 5
SELECT people.id FROM people ORDER BY (SELECT badge FROM desks WHERE desks.id = people.id)
SELECT id AS badge FROM people ORDER BY badge
SELECT id % 3 AS bonus, count(*) FROM people GROUP BY bonus
SELECT (SELECT badge FROM desks d WHERE d.staff_id = s.id ORDER BY d.id LIMIT 1) FROM people s
SELECT id FROM desks d WHERE EXISTS (SELECT FROM people WHERE people.id = d.staff_id AND badge = 'desk badge 1')
SELECT d.id FROM desks d WHERE d.bonus IN (SELECT bonus FROM people WHERE people.id = d.staff_id)
SELECT d.id, x.b FROM desks d, LATERAL (SELECT bonus AS b FROM people WHERE people.id = d.staff_id) AS x

-- joins
SELECT s.name, d.phone FROM people s JOIN desks d ON d.staff_id = s.id
SELECT s.name, d.phone FROM people s LEFT JOIN desks d ON d.staff_id = s.id
SELECT s.name, d.phone FROM people s RIGHT JOIN desks d ON d.staff_id = s.id
SELECT s.name, d.phone FROM people s FULL JOIN desks d ON d.staff_id = s.id
SELECT s.id FROM people s LEFT JOIN desks d ON d.staff_id = s.id AND d.phone IS NULL WHERE d.id IS NULL
SELECT s.id, d.id FROM people s LEFT JOIN desks d ON d.phone = s.email
SELECT s.id FROM people s LEFT JOIN desks d ON d.staff_id = s.id WHERE coalesce(d.phone, 'none') = 'none'
SELECT b.name, count(s.id) FROM people s LEFT JOIN people b ON b.id = s.boss_id GROUP BY b.name
SELECT o.id, s.name FROM orders o JOIN people s ON s.id = o.id
SELECT o.id, s.email FROM orders o LEFT JOIN people s ON s.id = o.customer_id AND s.salary > '5'
SELECT s.id, l.phone FROM people s, LATERAL (SELECT phone FROM desks d WHERE d.staff_id = s.id) AS l
SELECT s.id, l.n FROM people s LEFT JOIN LATERAL (SELECT count(*) AS n FROM desks d WHERE d.staff_id = s.id) AS l ON true
SELECT s.id, g FROM people s, generate_series(1, s.boss_id) AS g
SELECT s.id, g FROM people s CROSS JOIN LATERAL generate_series(1, length(s.email) - 30) AS g
SELECT count(*) FROM people a, people b, desks c WHERE a.id = b.boss_id AND c.staff_id = b.id
SELECT t.a, t.c FROM people AS t (a, b, c) WHERE t.b = 'alpha'
SELECT t.hired, t.x FROM people AS t (x) WHERE t.x < 9

-- leaky conditions: fenced, and nothing copied that would see under a mask
SELECT id FROM people WHERE id = 17 AND upper(email) <> 'X'
SELECT id FROM people WHERE email = md5('CANARY person 0') AND name::text ~ '^p'
SELECT id FROM people WHERE salary = md5('770000003.00') AND length(name) > 3
SELECT id FROM people WHERE id < 40 AND salary < '9' AND 1 / id >= 0 AND name LIKE 'person%'
SELECT s.id FROM people s JOIN desks d ON d.staff_id = s.id AND length(d.phone) = 32 WHERE s.email > '1' AND d.badge <> 'x'
SELECT s.id FROM people s LEFT JOIN desks d ON d.staff_id = s.id AND length(d.phone) = 32 AND d.phone > '5' WHERE s.id > 4
SELECT email FROM people GROUP BY email HAVING substr(email, 2, 1) > '4'
SELECT id FROM (SELECT id, length(email) AS n, email FROM people) AS x WHERE n = 32 AND email > '4'

-- whole rows
SELECT s FROM people s
SELECT people FROM people
SELECT s IS NULL, s IS NOT NULL FROM people s
SELECT count(s), count(DISTINCT s) FROM people s
SELECT row_to_json(s) FROM people s
SELECT to_jsonb(s) FROM people s
SELECT to_jsonb(s) - 'id' FROM people s
SELECT json_agg(s ORDER BY s.id) FROM people s
SELECT jsonb_agg(d ORDER BY d.id) FROM desks d
SELECT row_to_json(s)->>'email' FROM people s WHERE (row_to_json(s)->>'badge') IS NULL
SELECT array_agg(s ORDER BY id) FROM people s WHERE id < 5
SELECT a.id FROM people a JOIN people b ON a = b
SELECT a.id FROM people a WHERE a = (SELECT b FROM people b WHERE b.id = a.id)
SELECT s.id FROM people s WHERE s IN (SELECT t FROM people t WHERE t.id < 5)
SELECT ROW(s.*) FROM people s WHERE id < 5
SELECT ROW(s.*, 1), (s.*) IS NULL FROM people s WHERE id < 5
SELECT s.id FROM people s WHERE ROW(s.*) = ROW(s.*)
SELECT (s).id, (s).email FROM people s
SELECT (s).id FROM people s WHERE (s).name = 'person 3'
SELECT (s).* FROM people s
SELECT (d).badge FROM desks d
SELECT q.r FROM (SELECT s AS r FROM people s WHERE id < 4) AS q
SELECT s::text FROM people s WHERE id < 4
SELECT hashtext(s::text) IS NOT NULL FROM people s WHERE id < 4
SELECT DISTINCT s FROM people s WHERE id < 9
SELECT s FROM people s ORDER BY s LIMIT 3
SELECT max(s.id) FROM people s GROUP BY s
SELECT id, (SELECT row_to_json(d) FROM desks d WHERE d.staff_id = s.id ORDER BY d.id LIMIT 1) FROM people s
SELECT d, s FROM people s LEFT JOIN desks d ON d.staff_id = s.id
SELECT s.id FROM people s LEFT JOIN desks d ON d.staff_id = s.id WHERE d IS NULL
SELECT coalesce(d, d) FROM desks d WHERE id < 4
SELECT json_build_object('who', s) FROM people s WHERE id < 4
SELECT concat(s) FROM people s WHERE id < 4
SELECT format('%s', s) FROM people s WHERE id < 4
SELECT k, v FROM people s, jsonb_each_text(to_jsonb(s)) AS e (k, v) WHERE s.id < 4
SELECT j FROM (people s JOIN desks d ON d.staff_id = s.id) AS j
