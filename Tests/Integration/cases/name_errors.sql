-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Names that mean nothing or too much: SQLSTATE, message and position must be the server's.

SELECT nope FROM orders
SELECT orders.nope FROM orders
SELECT o.nope FROM orders o
SELECT x.id FROM orders o
SELECT orders.id FROM orders o
SELECT public.orders.nope FROM orders
SELECT public.nope.id FROM orders
SELECT public.orders.id FROM orders o
SELECT id FROM orders, customers
SELECT tenant_id FROM orders JOIN customers USING (id)
SELECT id FROM orders o JOIN orders p ON true
SELECT 1 FROM orders, orders
SELECT 1 FROM orders o JOIN customers o ON true
SELECT nope.* FROM orders
SELECT * FROM orders o JOIN customers c USING (nope)
SELECT * FROM orders o JOIN customers c USING (status)
SELECT * FROM orders o JOIN customers c USING (name)
SELECT a FROM orders AS o (a, a)
SELECT a FROM orders AS o (a, b, c, d, e, f, g, h, i)
SELECT x.a FROM (SELECT id FROM orders) AS x (a, b)
SELECT 1 FROM orders o, (SELECT o.id) AS x
SELECT 1 FROM orders o JOIN customers c ON x.id = o.id
SELECT 1 FROM orders a JOIN orders b ON c.id = a.id JOIN customers c ON true
SELECT o.id FROM (orders o JOIN customers c ON true) AS j
SELECT id FROM orders ORDER BY 2
SELECT id FROM orders ORDER BY nope
SELECT id FROM orders GROUP BY 3
SELECT id, id AS status, status FROM orders ORDER BY status
SELECT id FROM orders UNION SELECT id FROM customers ORDER BY name
SELECT id FROM orders UNION SELECT id, name FROM customers
SELECT id FROM orders GROUP BY status
SELECT id FROM orders HAVING count(*) > 1
SELECT count(*) FROM orders WHERE count(*) > 1
SELECT id FROM orders WHERE sum(amount) > 1
SELECT sum(sum(amount)) FROM orders
SELECT (o).nope FROM orders o
SELECT (id).nope FROM orders
SELECT column3 FROM (VALUES (1, 2)) AS v
SELECT x FROM generate_series(1, 3) AS n
SELECT n.x FROM generate_series(1, 3) AS n
WITH x (a, b) AS (SELECT id FROM orders) SELECT a FROM x
WITH x AS (SELECT 1), x AS (SELECT 2) SELECT 1
WITH x AS (SELECT id FROM orders) SELECT nope FROM x
WITH RECURSIVE x AS (SELECT id FROM x) SELECT 1 FROM x
SELECT u.status FROM orders JOIN customers USING (id) AS u
SELECT *
SELECT o.* FROM orders
SELECT status + 1 FROM orders
SELECT id || true FROM orders
SELECT lower(id) FROM orders
SELECT id::nope FROM orders
SELECT 1 FROM nope
SELECT 1 FROM public.nope
SELECT 1 FROM nope.orders
SELECT CASE WHEN id THEN 1 END FROM orders
SELECT id FROM orders WHERE id IN (SELECT id, status FROM orders)
SELECT id FROM orders WHERE id = (SELECT id, status FROM orders)
SELECT id FROM orders LIMIT id
SELECT DISTINCT id FROM orders ORDER BY status
SELECT DISTINCT ON (id) id FROM orders ORDER BY status
