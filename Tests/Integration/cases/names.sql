-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- What a name means (R15 to R26): columns through joins, aliases and levels, output names, rows as
-- values. One statement a line; columns and rows must be those of native row-level security.

-- columns before rows, inner levels before outer ones
SELECT orders FROM orders WHERE id < 4
SELECT status FROM (SELECT id AS status FROM orders) AS status
SELECT status FROM (SELECT id AS x FROM orders) AS status
SELECT o FROM orders AS o (o) WHERE o < 4
SELECT o.o FROM orders AS o (o) WHERE o.o < 4
SELECT id FROM orders AS id WHERE id.id = 7
SELECT id.id FROM orders AS id WHERE id = 7
SELECT c.id, (SELECT max(id) FROM orders WHERE customer_id = c.id) FROM customers c
SELECT c.id, (SELECT max(o.id) FROM orders o WHERE o.customer_id = c.id AND EXISTS (SELECT FROM items i WHERE i.order_id = o.id AND i.quantity > c.score / 100)) FROM customers c
SELECT id FROM customers c WHERE EXISTS (SELECT FROM orders WHERE customer_id = c.id AND score > 20)
SELECT id, (SELECT city) FROM customers
SELECT id, (SELECT (SELECT (SELECT c.city))) FROM customers c
SELECT id FROM customers WHERE (SELECT name FROM (SELECT customers.name) AS x) LIKE '%1%'
SELECT id FROM customers c, LATERAL (SELECT c.id AS cid) AS l, LATERAL (SELECT l.cid + c.score AS s) AS m WHERE m.s > 30
SELECT id FROM orders o WHERE o.id IN (SELECT o.id FROM customers o)
SELECT (SELECT count(*) FROM orders orders WHERE orders.id < customers.id) FROM customers
SELECT orders.id FROM customers AS orders WHERE orders.city = 'Lyon'
SELECT (SELECT o.status FROM orders o WHERE o.id = x.id) FROM (SELECT id FROM orders o WHERE o.id < 9) AS x
SELECT c.id FROM customers c WHERE c.id = (SELECT id FROM orders WHERE orders.id = c.id)
SELECT a.id FROM orders a WHERE EXISTS (SELECT FROM orders b WHERE b.customer_id = a.customer_id AND EXISTS (SELECT FROM orders c WHERE c.id = a.id + b.id))
SELECT count(*) FROM orders WHERE EXISTS (SELECT customer_id FROM products)

-- aliases
SELECT o.a, o.status FROM orders AS o (a, b, c) WHERE o.b = 'alpha'
SELECT a, b, status FROM orders o (a, b) WHERE a < 9
SELECT tenant_id, x FROM orders o (tenant_id, x) WHERE tenant_id < 5
SELECT o.* FROM orders AS o (a, b) WHERE a < 5
SELECT * FROM orders AS o (a, b, c, d, e, f, g, h) WHERE h IS NOT NULL
SELECT x.a, x.b FROM (SELECT id, status FROM orders) AS x (a, b)
SELECT x.a, x.status FROM (SELECT id, status FROM orders) AS x (a)
SELECT x.* FROM (VALUES (1, 'a'), (2, 'b')) AS x (n, t)
SELECT column1, x.column2 FROM (VALUES (1, 'a'), (2, 'b')) AS x
SELECT j.a, j.name FROM (orders o JOIN customers c ON c.id = o.customer_id) AS j (a, b, c, d, e, f, g, h, i, k)
SELECT j.* FROM (orders JOIN items ON items.order_id = orders.id) AS j (a, b, c, d, e, f, g, h, i, k, l, m, n) WHERE j.a < 4
SELECT a FROM ((orders o JOIN customers c ON c.id = o.customer_id) AS j (a, b) JOIN products p ON p.id = a) ORDER BY 1
SELECT j FROM (SELECT id, status FROM orders) AS j WHERE id < 4
SELECT j.id FROM (SELECT * FROM orders) AS j JOIN (SELECT * FROM customers) AS k USING (id)
SELECT t.id FROM (TABLE customers) AS t (id, x) WHERE t.x IS NOT NULL

-- USING and NATURAL
SELECT id FROM orders JOIN customers USING (id)
SELECT orders.id, customers.id, id FROM orders JOIN customers USING (id)
SELECT orders.id, customers.id, id FROM orders LEFT JOIN customers USING (id)
SELECT orders.id, customers.id, id FROM orders RIGHT JOIN customers USING (id)
SELECT orders.id, customers.id, id FROM orders FULL JOIN customers USING (id)
SELECT * FROM orders FULL JOIN customers USING (tenant_id, id)
SELECT u.id, u.tenant_id, orders.status FROM orders JOIN customers USING (id, tenant_id) AS u
SELECT u.* FROM orders JOIN customers USING (id, tenant_id) AS u
SELECT u FROM orders JOIN customers USING (id, tenant_id) AS u WHERE u.id < 4
SELECT count(u) FROM orders FULL JOIN customers USING (id) AS u
SELECT id FROM orders JOIN customers USING (id) JOIN products USING (id)
SELECT id, name FROM orders JOIN products USING (id)
SELECT id FROM orders FULL JOIN customers USING (id) FULL JOIN products USING (id)
SELECT id, count(*) FROM orders FULL JOIN customers USING (id) GROUP BY id
SELECT id FROM orders LEFT JOIN customers USING (id) WHERE customers.id IS NULL
SELECT id FROM orders FULL JOIN customers USING (id) WHERE id > 38 AND orders.id IS NULL
SELECT id FROM orders NATURAL JOIN customers ORDER BY id
SELECT * FROM orders NATURAL FULL JOIN customers
SELECT * FROM orders o NATURAL JOIN (SELECT id, status FROM orders WHERE id < 9) AS x
SELECT * FROM products NATURAL JOIN (VALUES (1, 'x'), (2, 'y')) AS v (id, label)
SELECT * FROM orders NATURAL JOIN products
SELECT x.id FROM (orders JOIN customers USING (id)) AS x
SELECT x.id, x.name FROM (orders NATURAL LEFT JOIN customers) AS x
SELECT id FROM (orders FULL JOIN customers USING (id)) AS x WHERE x.id < 9
SELECT x.a, x.b FROM (orders FULL JOIN customers USING (id)) AS x (a, b)
SELECT a.id, b.id, c.id FROM orders a LEFT JOIN orders b USING (customer_id) LEFT JOIN orders c USING (customer_id) WHERE a.id < 6
SELECT customer_id, count(*) FROM orders a JOIN orders b USING (customer_id) GROUP BY customer_id
SELECT o.id FROM orders o JOIN customers c USING (id) WHERE c.tenant_id = o.tenant_id AND id > 5
SELECT p.id FROM products p LEFT JOIN (orders JOIN customers USING (id)) ON orders.quantity = p.id
SELECT id FROM products LEFT JOIN (orders JOIN customers USING (id)) USING (id)
SELECT l.id, o.id FROM orders o JOIN LATERAL (SELECT o.id) AS l USING (id)

-- ORDER BY, GROUP BY, DISTINCT ON
SELECT id AS status, status AS id FROM orders ORDER BY id, status
SELECT id AS status FROM orders ORDER BY status
SELECT id AS status FROM orders ORDER BY orders.status, id
SELECT -id AS id FROM orders ORDER BY id
SELECT -id AS id FROM orders ORDER BY id + 0
SELECT status AS s, count(*) FROM orders GROUP BY s ORDER BY s
SELECT upper(status) AS status, count(*) FROM orders GROUP BY status
SELECT upper(status) AS status, count(*) FROM orders GROUP BY upper(status)
SELECT quantity AS status, count(*) FROM orders GROUP BY quantity ORDER BY status
SELECT status, quantity, count(*) FROM orders GROUP BY 2, 1 ORDER BY 3, 1, 2
SELECT *, id AS x FROM products ORDER BY x DESC
SELECT * FROM products ORDER BY 1
SELECT p.*, p.id + 1 FROM products p ORDER BY 5
SELECT count(*) AS n, status FROM orders GROUP BY status ORDER BY n, status
SELECT DISTINCT ON (s) status AS s, id FROM orders ORDER BY s, id
SELECT DISTINCT ON (1) status, id FROM orders ORDER BY 1, 2
SELECT DISTINCT status AS s FROM orders ORDER BY s
SELECT id FROM orders UNION SELECT id FROM customers ORDER BY id LIMIT 5
SELECT id AS x, status FROM orders UNION ALL SELECT id, name FROM customers ORDER BY x, status LIMIT 9
SELECT status AS a FROM orders EXCEPT SELECT city AS b FROM customers ORDER BY a
(SELECT id FROM orders ORDER BY status LIMIT 3) UNION ALL (SELECT id AS other FROM customers ORDER BY name LIMIT 3) ORDER BY id
SELECT x.a FROM (SELECT id AS a FROM orders UNION SELECT id AS b FROM customers) AS x WHERE x.a < 9
VALUES (2, 'b'), (1, 'a') ORDER BY column1
VALUES (2, 'b'), (1, 'a') ORDER BY 2 DESC
SELECT status, sum(amount) AS amount FROM orders GROUP BY status HAVING sum(amount) > 10 ORDER BY amount
SELECT o.status, count(*) FROM orders AS o GROUP BY o.status ORDER BY max(o.id)
SELECT id FROM orders GROUP BY id ORDER BY status
SELECT id % 5 AS five, count(*) FROM orders GROUP BY five HAVING count(*) > 1 ORDER BY five
SELECT id, rank() OVER (ORDER BY status) AS r FROM orders ORDER BY r, id
SELECT rank() OVER w AS r FROM orders WINDOW v AS (PARTITION BY status), w AS (v ORDER BY id) ORDER BY r

-- functions
SELECT n FROM generate_series(1, 3) AS n
SELECT n.n FROM generate_series(1, 3) AS n
SELECT g.n FROM generate_series(1, 3) AS g (n)
SELECT generate_series FROM generate_series(1, 3)
SELECT g FROM generate_series(1, 3) g JOIN orders ON orders.id = g
SELECT g.*, o.id FROM generate_series(1, 3) WITH ORDINALITY AS g (n, place), orders o WHERE o.id = g.place
SELECT ordinality FROM unnest(ARRAY['a', 'b']) WITH ORDINALITY
SELECT a, b FROM ROWS FROM (generate_series(1, 3), generate_series(5, 6)) AS r (a, b)
SELECT e.key, e.value FROM json_each_text('{"a": "1"}') AS e
SELECT key, value FROM jsonb_each('{"a": 1}')
SELECT e FROM jsonb_each('{"a": 1}') AS e
SELECT r.a, r.b FROM json_to_record('{"a": 1, "b": "x"}') AS r (a integer, b text)
SELECT r.* FROM json_to_recordset('[{"a": 1}]') AS r (a integer), orders WHERE orders.id = r.a
SELECT o.id, u FROM orders o, unnest(ARRAY[o.id, o.quantity]) AS u WHERE o.id < 4
SELECT o.id, u.* FROM orders o, unnest(ARRAY[o.id, o.quantity]) WITH ORDINALITY AS u WHERE o.id < 4
SELECT o.id, x.y FROM orders o LEFT JOIN LATERAL unnest(string_to_array(o.status, 'e')) AS x (y) ON true WHERE o.id < 9
SELECT s.word FROM orders, regexp_split_to_table(status, 'e') AS s (word) WHERE id < 9
SELECT m FROM orders, regexp_matches(status, '[aeiou]', 'g') AS m WHERE id < 9
SELECT m[1] FROM orders, regexp_matches(status, '[aeiou]', 'g') AS m WHERE id < 9
SELECT current_date - placed_on > 0 FROM orders WHERE id < 5
SELECT * FROM current_date AS today
SELECT d FROM generate_series(DATE '2024-01-01', DATE '2024-01-03', INTERVAL '1 day') AS t (d)

-- WITH
WITH x (a) AS (SELECT id FROM orders) SELECT x.a, x FROM x WHERE a < 4
WITH x (a, b) AS (SELECT * FROM products) SELECT a, b, category FROM x
WITH x AS (SELECT id AS a FROM orders UNION SELECT id FROM customers) SELECT a FROM x WHERE a < 5
WITH x AS (SELECT 1 AS a), y AS (SELECT a + 1 AS a FROM x), x2 AS (SELECT a FROM y) SELECT x.a, y.a, x2.a FROM x, y, x2
WITH x AS (SELECT * FROM orders) SELECT (SELECT count(*) FROM x i WHERE i.customer_id = x.customer_id) FROM x WHERE id < 9
WITH orders AS (SELECT id, status FROM public.orders WHERE id < 9) SELECT orders.*, o.amount FROM orders JOIN public.orders o USING (id)
WITH a AS (WITH b AS (SELECT id FROM orders WHERE id < 5) SELECT * FROM b), b AS (SELECT 7 AS id) SELECT a.id, b.id FROM a, b
WITH RECURSIVE t (n, path) AS (SELECT 1, ARRAY[1] UNION ALL SELECT n + 1, path || n FROM t WHERE n < 4) SELECT * FROM t
WITH RECURSIVE t AS (SELECT id, customer_id, 1 AS depth FROM orders WHERE id < 4 UNION ALL SELECT o.id, o.customer_id, depth + 1 FROM orders o JOIN t ON o.id = t.customer_id WHERE depth < 5) SELECT * FROM t
WITH RECURSIVE t AS (SELECT id, customer_id FROM orders WHERE id = 3 UNION ALL SELECT o.id, o.customer_id FROM orders o, t WHERE o.id = t.customer_id AND o.id > t.id) SEARCH DEPTH FIRST BY id SET way SELECT id, way FROM t ORDER BY way
WITH RECURSIVE t AS (SELECT id, customer_id FROM orders WHERE id = 3 UNION ALL SELECT o.id, o.customer_id FROM orders o, t WHERE o.id = t.customer_id AND o.id > t.id) SEARCH BREADTH FIRST BY id SET way SELECT id FROM t ORDER BY way
WITH RECURSIVE t AS (SELECT id, customer_id FROM orders WHERE id < 5 UNION ALL SELECT o.id, o.customer_id FROM orders o, t WHERE o.id = t.customer_id) CYCLE id SET looped USING way SELECT id, looped, way FROM t
WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n, orders.status FROM t JOIN orders ON orders.id = n
WITH RECURSIVE a AS (SELECT id FROM b), b AS (SELECT id FROM orders WHERE id < 5) SELECT * FROM a
WITH RECURSIVE t AS (SELECT 1 AS n UNION SELECT m FROM (SELECT n + 1 AS m FROM t WHERE n < 3) AS s) SELECT * FROM t

-- rows as values
SELECT (o).id, (o).status FROM orders o WHERE id < 5
SELECT (orders).id FROM orders WHERE (orders).status = 'open'
SELECT (o).* FROM orders o WHERE id < 5
SELECT (x).a FROM (SELECT id AS a FROM orders) AS x
SELECT (x.o).id FROM (SELECT o FROM orders o WHERE id < 5) AS x
SELECT (x.o).* FROM (SELECT o FROM orders o WHERE id < 5) AS x
SELECT (SELECT o FROM orders o WHERE o.id = 3)
SELECT ((SELECT o FROM orders o WHERE o.id = 3)).status
SELECT (array_agg(o ORDER BY o.id))[1] FROM orders o
SELECT count(o) FROM customers c LEFT JOIN orders o ON o.customer_id = c.id
SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o IS NULL
SELECT o = p FROM orders o, orders p WHERE o.id = p.id AND o.id < 4
SELECT o.id FROM orders o WHERE o IN (SELECT p FROM orders p WHERE p.id < 4)
SELECT ROW(o.*) FROM orders o WHERE o.id < 4
SELECT ROW(o.*, c.name) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 4
SELECT (o.*) FROM orders o WHERE o.id < 4
SELECT o.* IS NULL FROM orders o WHERE o.id < 4
SELECT o.id FROM orders o WHERE o.* IS NOT NULL
SELECT row_to_json(o) FROM orders o WHERE o.id < 4
SELECT row_to_json(o.*) FROM orders o WHERE o.id < 4
SELECT to_jsonb(o)->>'status' FROM orders o WHERE o.id < 4
SELECT json_agg(o ORDER BY o.id) FROM orders o WHERE o.id < 4
SELECT jsonb_agg(to_jsonb(o) - 'note' ORDER BY id) FROM orders o WHERE o.id < 4
SELECT row_to_json(x) FROM (SELECT id, status FROM orders WHERE id < 4) AS x
SELECT row_to_json(x) FROM (SELECT o.*, c.name AS customer FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 4) AS x
SELECT c.id, (SELECT json_agg(x) FROM (SELECT o.id, o.amount FROM orders o WHERE o.customer_id = c.id ORDER BY o.id) AS x) FROM customers c
SELECT c.id, coalesce((SELECT jsonb_agg(row_to_json(o) ORDER BY o.id) FROM orders o WHERE o.customer_id = c.id), '[]') FROM customers c
SELECT jsonb_build_object('order', o, 'customer', c) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id < 4
SELECT hash_record(o) IS NOT NULL FROM orders o WHERE id < 4
SELECT o::text FROM orders o WHERE id < 4
SELECT max(o.id) FROM orders o GROUP BY o ORDER BY 1 LIMIT 4
SELECT DISTINCT o FROM orders o WHERE id < 4
SELECT o FROM orders o ORDER BY o LIMIT 4
SELECT (ROW(1, 'a')).f1
SELECT (i).order_id FROM items i WHERE i.order_id < 4
SELECT i, e FROM items i, events e WHERE i.order_id = e.id AND e.id < 4
SELECT (r).value FROM readings r
SELECT t, (t).worth FROM order_totals t WHERE worth > 300
SELECT r.value, e.kind FROM readings r LEFT JOIN events e ON r.value = e.id WHERE (e.region, r.tenant_id) = (e.id, r.tenant_id)
