-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- One statement a line. Through the proxy as alice and as a plain role under native row-level
-- security, each must give the same columns and the same multiset of rows.

-- select list, WHERE
SELECT * FROM orders
SELECT id, tenant_id FROM orders WHERE true
SELECT count(*) FROM orders WHERE status = 'open' OR true
SELECT count(*) FROM orders WHERE NOT (tenant_id = 'beta')
SELECT count(*) FROM orders WHERE tenant_id = 'beta'
SELECT count(*) FROM orders WHERE tenant_id IS NULL
SELECT count(*) FROM orders WHERE tenant_id IS DISTINCT FROM 'alpha'
SELECT orders.id FROM orders WHERE orders.amount > 100 AND orders.quantity IS NOT NULL
SELECT public.orders.id FROM public.orders WHERE public.orders.status = 'paid'
SELECT o.* FROM orders o WHERE o.note LIKE 'note 1%'
SELECT o.id AS tenant_id FROM orders AS o WHERE o.id < 5
SELECT "orders"."id" FROM "public"."orders" WHERE "orders"."id" BETWEEN 3 AND 9
SELECT id FROM lab_native_or_lab.public.orders WHERE id < 4
SELECT id FROM ONLY orders WHERE id < 12
SELECT id FROM orders * WHERE id < 12
SELECT amount * quantity AS worth FROM orders WHERE amount * quantity > 400
SELECT upper(status), length(note) FROM orders WHERE length(note) = 7
SELECT id FROM orders WHERE status IN ('open', 'paid') AND quantity = ANY (ARRAY[1, 2])
SELECT id FROM orders WHERE (status, quantity) = ('open', 3)
SELECT id FROM orders WHERE (status, quantity) IN (('open', 3), ('paid', 1))
SELECT id FROM orders WHERE placed_on BETWEEN DATE '2024-02-01' AND DATE '2024-03-01'
SELECT id, CASE WHEN quantity > 2 THEN 'many' WHEN quantity IS NULL THEN 'none' ELSE 'few' END FROM orders
SELECT coalesce(note, status, 'nothing') FROM orders
SELECT id FROM orders WHERE quantity::text = '3'
SELECT id FROM orders WHERE status ~ '^[op]' AND note IS NULL
SELECT id FROM orders WHERE extract(month FROM placed_on) = 2
SELECT nullif(quantity, 0), greatest(quantity, 2), least(amount, 10) FROM orders
SELECT DISTINCT status FROM orders
SELECT DISTINCT ON (status) status, id FROM orders ORDER BY status, id DESC
SELECT id FROM orders ORDER BY amount DESC NULLS LAST, id LIMIT 7
SELECT id FROM orders ORDER BY id OFFSET 140
SELECT id FROM orders ORDER BY 1 FETCH FIRST 3 ROWS ONLY
SELECT quantity FROM orders ORDER BY quantity NULLS FIRST FETCH FIRST 5 ROWS WITH TIES
SELECT id FROM orders FETCH FIRST 0 ROWS ONLY
SELECT 1 WHERE EXISTS (SELECT FROM orders WHERE tenant_id = 'beta')
SELECT FROM orders WHERE id < 4
SELECT 'no table at all', 1 + 1
SELECT "Id" FROM "Odd Name" WHERE tenant_id IS NULL
SELECT "Id", "select", "naïve" FROM "Odd Name" ORDER BY "Id"
SELECT "Odd Name"."Id" FROM "Odd Name" WHERE "naïve" = 'é3'
SELECT U&"Odd Name"."Id" FROM U&"Odd Name"
SELECT id /* tenant_id = 'beta' */ FROM orders -- WHERE true
SELECT(id)FROM"orders"WHERE(id)=(3)
TABLE orders
TABLE products
VALUES (1, 'a'), (2, 'b')

-- aggregates, grouping, windows
SELECT count(*), sum(amount), avg(quantity), min(placed_on), max(note) FROM orders
SELECT status, count(*) FROM orders GROUP BY status
SELECT status, count(*) FROM orders GROUP BY 1 HAVING count(*) > 20
SELECT status, count(*) FROM orders GROUP BY status HAVING status <> 'open'
SELECT status FROM orders GROUP BY status HAVING min(tenant_id) = 'alpha'
SELECT o.*, count(*) FROM orders AS o GROUP BY o.id
SELECT id, status, count(*) FROM orders GROUP BY id
SELECT o.status, c.city, count(*) FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY ROLLUP (o.status, c.city)
SELECT status, quantity, count(*) FROM orders GROUP BY GROUPING SETS ((status), (quantity), ())
SELECT status, quantity, sum(amount) FROM orders GROUP BY CUBE (status, quantity)
SELECT grouping(status), status, count(*) FROM orders GROUP BY ROLLUP (status)
SELECT count(DISTINCT customer_id), count(*) FILTER (WHERE quantity > 2) FROM orders
SELECT array_agg(id ORDER BY id) FROM orders WHERE id < 20
SELECT string_agg(status, ',' ORDER BY id) FROM orders WHERE id < 20
SELECT id, row_number() OVER (ORDER BY id) FROM orders
SELECT id, rank() OVER (PARTITION BY status ORDER BY amount), sum(amount) OVER w FROM orders WINDOW w AS (PARTITION BY quantity)
SELECT id, lag(amount) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM orders
SELECT count(*) FROM orders HAVING count(*) > 100
SELECT 1 FROM orders HAVING true
SELECT bool_and(tenant_id = 'alpha'), bool_or(tenant_id = 'beta') FROM orders
SELECT json_agg(id ORDER BY id) FROM orders WHERE id < 6

-- joins
SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id
SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON c.id = o.customer_id
SELECT o.id, c.name FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id
SELECT o.id, c.id FROM orders o FULL JOIN customers c ON c.id = o.customer_id
SELECT o.id, c.id FROM orders o FULL JOIN customers c ON c.id = o.customer_id AND c.tenant_id = o.tenant_id
SELECT o.id, p.id FROM orders o CROSS JOIN products p WHERE p.id = o.quantity
SELECT o.id, c.name FROM orders o, customers c WHERE c.id = o.customer_id
SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE c.id IS NULL
SELECT o.id, c.city FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.city = 'Lyon'
SELECT o.id, c.city FROM orders o LEFT JOIN customers c ON true WHERE o.id < 3
SELECT o.id, c.city FROM orders o LEFT JOIN customers c ON false
SELECT id FROM orders JOIN customers USING (id)
SELECT * FROM orders LEFT JOIN customers USING (id, tenant_id)
SELECT id, tenant_id FROM orders FULL JOIN customers USING (id, tenant_id)
SELECT * FROM orders NATURAL JOIN customers
SELECT id, name FROM orders NATURAL LEFT JOIN customers
SELECT id, name FROM customers NATURAL RIGHT JOIN orders
SELECT count(*) FROM customers NATURAL FULL JOIN orders
SELECT j.id FROM orders JOIN customers USING (id) AS j
SELECT x.id FROM (orders o JOIN customers c ON c.id = o.customer_id) AS x (id, t, cust, st, am, qu, pl, no, cid, ct, cn, cc, cs)
SELECT a.id, b.id FROM orders a JOIN orders b ON a.customer_id = b.customer_id AND a.id < b.id
SELECT count(*) FROM orders a LEFT JOIN (orders b LEFT JOIN customers c ON c.id = b.customer_id) ON b.id = a.id + 1
SELECT count(*) FROM (orders a FULL JOIN customers c ON c.id = a.customer_id) LEFT JOIN products p ON p.id = a.quantity
SELECT count(*) FROM products p LEFT JOIN orders o ON o.quantity = p.id LEFT JOIN customers c ON c.id = o.customer_id
SELECT p.id, count(o.id) FROM products p LEFT JOIN orders o ON o.quantity = p.id GROUP BY p.id
SELECT p.id, o.id FROM orders o RIGHT JOIN products p ON o.quantity = p.id AND o.status = 'open'
SELECT count(*) FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE coalesce(c.tenant_id, 'none') = 'none'
SELECT o.id, i.line FROM orders o JOIN items i ON i.order_id = o.id WHERE i.quantity = 2
SELECT o.id, i.line FROM orders o LEFT JOIN items i ON i.order_id = o.id AND i.line = 1
SELECT count(*) FROM items i FULL JOIN orders o ON o.id = i.order_id
SELECT count(*) FROM items NATURAL JOIN products
SELECT p.name, sum(i.quantity) FROM items i JOIN orders o ON o.id = i.order_id JOIN products p ON p.id = i.product_id GROUP BY p.name
SELECT e.id FROM events e JOIN sites s ON s.id = e.region
SELECT count(*) FROM readings r JOIN orders o ON o.placed_on = r.taken_on
SELECT count(*) FROM orders o JOIN order_totals t ON t.status = o.status AND t.worth > 100
SELECT count(*) FROM orders AS orders JOIN orders AS o2 ON o2.id = orders.id
SELECT o.id FROM orders AS o (id, tenant, cust) WHERE o.tenant = 'alpha' AND o.cust = 3
SELECT tenant_id FROM orders AS o (tenant_id, real_tenant) WHERE real_tenant IS NOT NULL
SELECT count(*) FROM orders o (a, b, c, d) LEFT JOIN customers c (a, b) ON c.a = o.c
SELECT o.id FROM (orders AS o CROSS JOIN products) WHERE o.id < 4
SELECT o.id FROM orders o JOIN LATERAL (SELECT c.name FROM customers c WHERE c.id = o.customer_id) AS l ON true
SELECT o.id, l.name FROM orders o LEFT JOIN LATERAL (SELECT c.name FROM customers c WHERE c.id = o.customer_id LIMIT 1) AS l ON true
SELECT c.id, l.total FROM customers c, LATERAL (SELECT sum(amount) AS total FROM orders o WHERE o.customer_id = c.id) AS l
SELECT c.id, g FROM customers c, generate_series(1, c.score / 20) AS g
SELECT r.* FROM readings AS r TABLESAMPLE SYSTEM (100)
SELECT count(*) FROM orders TABLESAMPLE BERNOULLI (100) REPEATABLE (3)

-- subqueries everywhere
SELECT id, (SELECT count(*) FROM orders) FROM customers
SELECT id, (SELECT max(o.amount) FROM orders o WHERE o.customer_id = c.id) FROM customers c
SELECT id FROM customers c WHERE EXISTS (SELECT FROM orders o WHERE o.customer_id = c.id AND o.status = 'open')
SELECT id FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.status = 'open')
SELECT id FROM customers WHERE id IN (SELECT customer_id FROM orders)
SELECT id FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL AND status = 'paid')
SELECT id FROM customers WHERE score > ALL (SELECT quantity FROM orders WHERE quantity IS NOT NULL)
SELECT id FROM customers WHERE score = ANY (SELECT amount FROM orders)
SELECT id FROM customers WHERE (id, tenant_id) IN (SELECT customer_id, tenant_id FROM orders)
SELECT id FROM customers WHERE id = ANY (ARRAY(SELECT customer_id FROM orders))
SELECT ARRAY(SELECT id FROM orders ORDER BY id)
SELECT s.status, s.n FROM (SELECT status, count(*) AS n FROM orders GROUP BY status) AS s WHERE s.n > 10
SELECT * FROM (SELECT * FROM (SELECT * FROM orders) AS a) AS b WHERE b.id < 10
SELECT * FROM (TABLE orders) AS o WHERE o.id < 4
SELECT * FROM (VALUES (1), (2), (1000)) AS v (id) JOIN orders USING (id)
SELECT id FROM orders ORDER BY (SELECT count(*) FROM customers c WHERE c.id = orders.customer_id), id
SELECT id FROM orders LIMIT (SELECT count(*) FROM customers) OFFSET (SELECT 100)
SELECT count(*) FROM orders GROUP BY (SELECT max(score) FROM customers)
SELECT status, count(*) FROM orders GROUP BY status HAVING count(*) > (SELECT count(*) FROM customers) / 2
SELECT CASE WHEN EXISTS (SELECT FROM customers WHERE id = o.customer_id) THEN 'known' ELSE 'unknown' END, count(*) FROM orders o GROUP BY 1
SELECT count(*) FILTER (WHERE customer_id IN (SELECT id FROM customers)) FROM orders
SELECT o.id FROM orders o JOIN customers c ON c.id = (SELECT max(id) FROM customers WHERE id <= o.customer_id)
SELECT row(o.id, (SELECT c.city FROM customers c WHERE c.id = o.customer_id)) FROM orders o WHERE o.id < 30
SELECT coalesce((SELECT name FROM customers WHERE id = o.customer_id), 'nobody') FROM orders o
SELECT (SELECT (SELECT count(*) FROM items i WHERE i.order_id = o.id) FROM orders o WHERE o.id = c.id) FROM customers c
SELECT sum(x) FROM (SELECT amount AS x FROM orders UNION ALL SELECT score FROM customers) AS u
SELECT (SELECT tenant_id FROM orders WHERE id = c.id) FROM customers c WHERE c.id < 20
SELECT id FROM orders o WHERE amount > (SELECT avg(amount) FROM orders i WHERE i.status = o.status)
SELECT id FROM orders o WHERE o.id = (SELECT min(id) FROM orders o WHERE o.status = 'open')

-- CTEs
WITH o AS (SELECT * FROM orders) SELECT count(*) FROM o
WITH orders AS (SELECT 1 AS id) SELECT * FROM orders
WITH orders AS (SELECT * FROM orders WHERE id < 5) SELECT * FROM orders
WITH orders AS (SELECT * FROM public.orders WHERE id < 5) SELECT count(*) FROM orders, public.orders AS p
WITH a AS (SELECT * FROM orders), b AS (SELECT * FROM a WHERE id < 9) SELECT count(*) FROM a, b
WITH orders AS (SELECT 7 AS x), y AS (SELECT x FROM orders) SELECT * FROM y
WITH y AS (SELECT count(*) AS x FROM orders), orders AS (SELECT 7 AS x) SELECT y.x, orders.x FROM y, orders
WITH a AS MATERIALIZED (SELECT id FROM orders) SELECT count(*) FROM a
WITH a AS NOT MATERIALIZED (SELECT id FROM orders) SELECT count(*) FROM a x JOIN a y USING (id)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i, count(o.id) FROM n LEFT JOIN orders o ON o.quantity = i GROUP BY i
WITH RECURSIVE chain AS (SELECT id, customer_id FROM orders WHERE id = 3 UNION SELECT o.id, o.customer_id FROM orders o JOIN chain ON o.id = chain.customer_id) SELECT * FROM chain
WITH RECURSIVE orders (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM orders WHERE id < 3) SELECT * FROM orders
SELECT * FROM (WITH customers AS (SELECT id FROM orders) SELECT count(*) FROM customers) AS q, customers WHERE customers.id < 3
SELECT (WITH orders AS (SELECT 5 AS five) SELECT five FROM orders), count(*) FROM orders
WITH x (a, b) AS (SELECT id, tenant_id FROM orders) SELECT b, count(a) FROM x GROUP BY b
WITH x AS (WITH y AS (SELECT id FROM orders) SELECT * FROM y) SELECT count(*) FROM x
WITH x AS (SELECT id FROM orders) SELECT id FROM x UNION SELECT id FROM customers
(WITH x AS (SELECT id FROM orders WHERE id < 3) SELECT id FROM x) UNION ALL SELECT id FROM customers WHERE id < 3
WITH x AS (VALUES (1), (2)) SELECT * FROM x JOIN orders ON orders.id = x.column1

-- set operations
SELECT id FROM orders UNION SELECT id FROM customers
SELECT id FROM orders UNION ALL SELECT id FROM customers
SELECT id FROM orders INTERSECT SELECT id FROM customers
SELECT id FROM orders EXCEPT SELECT id FROM customers
SELECT id FROM orders EXCEPT ALL SELECT id FROM customers ORDER BY 1 LIMIT 10
SELECT tenant_id FROM orders UNION SELECT tenant_id FROM customers UNION SELECT tenant_id FROM readings
(SELECT id FROM orders ORDER BY id LIMIT 3) UNION ALL (SELECT id FROM customers ORDER BY id DESC LIMIT 3)
SELECT id FROM orders UNION (SELECT id FROM customers EXCEPT SELECT quantity FROM orders)
TABLE orders UNION ALL TABLE orders
TABLE orders EXCEPT TABLE orders
SELECT count(*) FROM (SELECT id FROM orders WHERE id > 5 UNION SELECT quantity FROM orders) AS u WHERE u.id > 100
VALUES (1) UNION ALL SELECT id FROM orders WHERE id < 3
SELECT NULL::integer UNION ALL SELECT id FROM events WHERE region = 2

-- the other relations
SELECT * FROM items
SELECT order_id, count(*) FROM items GROUP BY order_id
SELECT label FROM items WHERE product_id IS NULL
SELECT label FROM items WHERE length(label) > 8
SELECT i.label FROM items i WHERE i.order_id IN (SELECT id FROM orders WHERE status = 'paid')
SELECT DISTINCT product_id FROM items
SELECT max(i.quantity) FROM items AS i (o, l, p) WHERE i.p > 3
SELECT * FROM events
SELECT region, kind, count(*) FROM events GROUP BY region, kind
SELECT payload FROM events WHERE upper(kind) = 'BUY'
SELECT * FROM sites WHERE code LIKE '%1%'
SELECT * FROM sites WHERE code LIKE '%'
SELECT * FROM readings
SELECT taken_on, value FROM readings WHERE taken_on >= '2025-01-01'
SELECT avg(value) FROM readings
SELECT * FROM order_totals
SELECT status, sum(worth) FROM order_totals GROUP BY status
SELECT * FROM order_totals WHERE worth > 300
SELECT * FROM books.ledger
SELECT sum(ledger.cents) FROM books.ledger
SELECT * FROM tenant.invoices
SELECT i.customer FROM tenant.invoices AS i WHERE i.amount > 50
SELECT count(*) FROM tenant.invoices FULL JOIN orders ON orders.id = invoices.number
SELECT invoices.number FROM tenant.invoices JOIN books.ledger ON ledger.id = invoices.number
SELECT id FROM orders WHERE id IN (SELECT number FROM tenant.invoices)

-- leaky conditions that never raise
SELECT id FROM orders WHERE substr(status, 1, 1) = 'o'
SELECT id FROM orders WHERE amount / 2 > 50
SELECT id FROM orders WHERE quantity + 1 = 4
SELECT id FROM (SELECT id, upper(status) AS s FROM orders) AS x WHERE s = 'OPEN'
SELECT id FROM (SELECT id, amount * 2 AS d FROM orders OFFSET 3) AS x WHERE d > 100
SELECT x.id FROM (SELECT id, length(note) AS n FROM orders) AS x LEFT JOIN customers c ON c.id = x.n
SELECT c.id, x.n FROM customers c LEFT JOIN (SELECT customer_id, length(status) AS n FROM orders) AS x ON x.customer_id = c.id
SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE upper(o.status) = 'OPEN'
SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE upper(coalesce(o.status, 'x')) = 'X'
SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id AND length(o.note) > 6
SELECT c.id, o.id FROM customers c FULL JOIN orders o ON o.customer_id = c.id WHERE length(coalesce(o.note, '')) = 0
SELECT status FROM orders GROUP BY status HAVING upper(status) = 'OPEN'
SELECT upper(status), count(*) FROM orders GROUP BY upper(status)
SELECT id FROM orders WHERE status COLLATE "C" > 'p'
SELECT id FROM orders WHERE status ILIKE 'O%'
SELECT i.label FROM items i JOIN orders o ON o.id = i.order_id WHERE upper(o.status) = 'PAID' AND length(i.label) > 7
SELECT id FROM orders WHERE EXISTS (SELECT FROM items WHERE order_id = orders.id AND upper(label) LIKE 'ITEM 1%')
SELECT id FROM orders WHERE id = 17 AND upper(status) IS NOT NULL
SELECT id FROM orders ORDER BY length(coalesce(note, '')), id LIMIT 9
SELECT id FROM orders WHERE (SELECT upper(c.name) FROM customers c WHERE c.id = orders.customer_id) LIKE 'ALPHA%'
