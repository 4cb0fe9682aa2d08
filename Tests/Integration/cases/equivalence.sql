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

-- what analysts and their tools ask
SELECT date_trunc('month', placed_on) AS m, count(*), sum(amount) FROM orders GROUP BY 1 ORDER BY 1
SELECT to_char(placed_on, 'YYYY-MM') AS m, sum(amount * quantity) FROM orders GROUP BY m ORDER BY m
SELECT extract(year FROM placed_on) y, extract(month FROM placed_on) mo, avg(amount)::numeric(10,2) FROM orders GROUP BY 1, 2 ORDER BY 1, 2
SELECT status, count(*) FILTER (WHERE amount > 100) AS big, count(*) FROM orders GROUP BY status ORDER BY status NULLS FIRST
SELECT c.name, string_agg(o.status, ', ' ORDER BY o.id) FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.name ORDER BY 1
SELECT DISTINCT ON (customer_id) customer_id, id, amount FROM orders ORDER BY customer_id, placed_on DESC, id
SELECT array_agg(id ORDER BY id) FROM orders WHERE status = 'open'
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT status, percentile_disc(0.9) WITHIN GROUP (ORDER BY amount) FROM orders GROUP BY status ORDER BY 1
SELECT mode() WITHIN GROUP (ORDER BY status) FROM orders
SELECT d::date AS day, coalesce(sum(o.amount), 0) FROM generate_series(DATE '2024-01-01', DATE '2024-01-31', INTERVAL '1 day') AS d LEFT JOIN orders o ON o.placed_on = d::date GROUP BY 1 ORDER BY 1
WITH days AS (SELECT generate_series('2024-01-01'::date, '2024-02-01'::date, '1 day'::interval)::date AS day) SELECT day, count(o.id) FROM days LEFT JOIN orders o ON o.placed_on = day GROUP BY day ORDER BY day
WITH m AS (SELECT date_trunc('month', placed_on) AS month, sum(amount) AS revenue FROM orders GROUP BY 1) SELECT month, revenue, lag(revenue) OVER (ORDER BY month), revenue - lag(revenue) OVER (ORDER BY month) AS diff FROM m ORDER BY month
WITH m AS (SELECT date_trunc('month', placed_on) AS month, sum(amount) AS r FROM orders GROUP BY 1), g AS (SELECT *, round(100.0 * (r - lag(r) OVER w) / nullif(lag(r) OVER w, 0), 1) AS pct FROM m WINDOW w AS (ORDER BY month)) SELECT * FROM g WHERE pct > 0 ORDER BY month
SELECT status, amount, rank() OVER (PARTITION BY status ORDER BY amount DESC), sum(amount) OVER (PARTITION BY status) FROM orders ORDER BY 1, 2, 3 LIMIT 20
SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC, id) AS rn FROM orders) t WHERE rn = 1 ORDER BY id
SELECT id, amount, ntile(4) OVER (ORDER BY amount, id), cume_dist() OVER (ORDER BY amount), percent_rank() OVER (ORDER BY amount) FROM orders ORDER BY id LIMIT 10
SELECT id, avg(amount) OVER (ORDER BY id ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM orders ORDER BY id
SELECT id, sum(amount) OVER (ORDER BY placed_on RANGE BETWEEN INTERVAL '7 days' PRECEDING AND CURRENT ROW) FROM orders ORDER BY id
SELECT id, first_value(amount) OVER w, last_value(amount) OVER w, nth_value(amount, 2) OVER w FROM orders WINDOW w AS (PARTITION BY status ORDER BY id) ORDER BY id LIMIT 9
SELECT status, customer_id, sum(amount) FROM orders GROUP BY GROUPING SETS ((status), (customer_id), ()) ORDER BY 1, 2, 3
SELECT status, customer_id, sum(amount), GROUPING(status, customer_id) FROM orders GROUP BY ROLLUP (status, customer_id) ORDER BY 1, 2, 3
SELECT CASE WHEN amount < 50 THEN 'low' WHEN amount < 150 THEN 'mid' ELSE 'high' END AS bucket, count(*) FROM orders GROUP BY bucket ORDER BY bucket
SELECT width_bucket(amount, 0, 250, 5) b, count(*) FROM orders GROUP BY b ORDER BY b
SELECT upper(name), lower(city), initcap(city), length(name), left(name, 5), right(name, 3), substring(name FROM 1 FOR 3), trim(name), replace(name, 'a', 'b'), split_part(name, ' ', 2), position('c' IN name), lpad(name, 5), concat(name, '-', city), name || '!' FROM customers ORDER BY id LIMIT 5
SELECT coalesce(city, 'unknown') AS city, count(*) FROM customers GROUP BY 1 HAVING count(*) > 3 ORDER BY 2 DESC, 1
SELECT nullif(status, 'open'), greatest(amount, 10), least(quantity, 3) FROM orders ORDER BY id LIMIT 5
SELECT o.id, c.name FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE c.id IS NULL ORDER BY 1
SELECT name FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND o.amount > 200) ORDER BY 1
SELECT name FROM customers c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id) ORDER BY 1
SELECT name FROM customers WHERE id IN (SELECT customer_id FROM orders GROUP BY customer_id HAVING sum(amount) > 300) ORDER BY 1
SELECT c.name, (SELECT count(*) FROM orders o WHERE o.customer_id = c.id) AS n FROM customers c ORDER BY n DESC, 1 LIMIT 5
SELECT c.name, l.id, l.amount FROM customers c CROSS JOIN LATERAL (SELECT o.id, o.amount FROM orders o WHERE o.customer_id = c.id ORDER BY o.amount DESC LIMIT 2) l ORDER BY 1, 2
SELECT c.name, l.total FROM customers c LEFT JOIN LATERAL (SELECT sum(o.amount * o.quantity) AS total FROM orders o WHERE o.customer_id = c.id) l ON true ORDER BY 1
SELECT json_build_object('id', id, 'status', status) FROM orders ORDER BY id LIMIT 3
SELECT json_agg(json_build_object('id', id, 'amount', amount) ORDER BY id) FROM orders WHERE id < 5
SELECT jsonb_object_agg(id, status) FROM orders WHERE status IS NOT NULL AND id < 20
SELECT row_to_json(t) FROM (SELECT id, status FROM orders ORDER BY id LIMIT 3) t
SELECT to_json(array_agg(name ORDER BY name)) FROM customers
SELECT ('{"a": {"b": [1, 2]}}'::jsonb) -> 'a' -> 'b' ->> 0
SELECT e FROM jsonb_array_elements_text('["a","b"]') AS e
SELECT k, v FROM jsonb_each_text('{"a": 1, "b": 2}') AS t(k, v) ORDER BY k
SELECT u FROM unnest(ARRAY[1, 2, 3]) AS u
SELECT u.x FROM unnest(ARRAY['a', 'b']) WITH ORDINALITY AS u(x, n) ORDER BY n
SELECT o.id, t FROM orders o CROSS JOIN unnest(string_to_array(o.status, 'e')) AS t ORDER BY 1, 2 LIMIT 5
SELECT a, b FROM unnest(ARRAY[1,2], ARRAY['x','y']) AS t(a, b)
SELECT regexp_replace(name, '[0-9]+', '#') FROM customers ORDER BY id LIMIT 2
SELECT name FROM customers WHERE name ~* 'customer 1' ORDER BY 1
SELECT name FROM customers WHERE name ILIKE '%customer 2%' OR city SIMILAR TO '(Ly|Lis)%' ORDER BY 1
SELECT regexp_matches('a1b2', '[a-z]\d', 'g')
SELECT count(*) FROM orders WHERE placed_on BETWEEN '2024-02-01' AND '2024-02-29'
SELECT count(*) FROM orders WHERE placed_on >= date_trunc('month', DATE '2024-03-15') AND placed_on < date_trunc('month', DATE '2024-03-15') + INTERVAL '1 month'
SELECT (placed_on + INTERVAL '1 month')::date, placed_on - DATE '2024-01-01', placed_on + 3 FROM orders ORDER BY id LIMIT 3
SELECT extract(dow FROM placed_on), to_char(placed_on, 'Day'), count(*) FROM orders GROUP BY 1, 2 ORDER BY 1
SELECT make_date(2024, 2, 3), to_date('2024-01-02', 'YYYY-MM-DD'), to_timestamp(0) AT TIME ZONE 'UTC', to_number('12.5', '99.9')
SELECT amount::int, amount::text, id::text || '-' || status, '5'::int + id, CAST(amount AS float8) FROM orders ORDER BY id LIMIT 3
SELECT round(avg(amount), 2), stddev(amount), variance(amount), min(placed_on), max(placed_on), corr(amount, quantity), regr_slope(amount, quantity) FROM orders
SELECT bool_and(amount > 0), bool_or(status = 'open'), every(id > 0), bit_or(quantity) FROM orders
SELECT count(DISTINCT customer_id), sum(DISTINCT quantity) FROM orders
SELECT abs(-5), ceil(1.2), floor(1.8), round(1.555, 2), trunc(1.9), mod(7, 3), power(2, 10), sqrt(16), ln(2.718281828), log(100), sign(-3), pi()
SELECT id FROM orders UNION SELECT id FROM customers EXCEPT SELECT 1 ORDER BY 1 LIMIT 5
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 10) SELECT sum(n) FROM t
WITH RECURSIVE cal AS (SELECT DATE '2024-01-01' AS d UNION ALL SELECT (d + INTERVAL '1 month')::date FROM cal WHERE d < '2024-06-01') SELECT d, (SELECT count(*) FROM orders WHERE placed_on < d) FROM cal ORDER BY d
SELECT p.category, sum(i.quantity * p.price) AS revenue FROM items i JOIN products p ON p.id = i.product_id JOIN orders o ON o.id = i.order_id GROUP BY p.category ORDER BY revenue DESC NULLS LAST
SELECT o.status, count(DISTINCT i.product_id) FROM orders o JOIN items i ON i.order_id = o.id GROUP BY o.status HAVING count(*) > 1 ORDER BY 1
WITH t AS (SELECT p.category, sum(i.quantity * p.price) AS revenue FROM items i JOIN products p ON p.id = i.product_id GROUP BY 1) SELECT category, revenue, round(100 * revenue / sum(revenue) OVER (), 2) AS share FROM t WHERE revenue > 5 ORDER BY revenue DESC
SELECT * FROM orders WHERE (customer_id, status) IN (SELECT customer_id, status FROM orders WHERE amount > 200) ORDER BY id
SELECT * FROM orders WHERE (amount, id) > (100, 5) ORDER BY amount, id LIMIT 3
SELECT * FROM orders ORDER BY amount DESC NULLS LAST, id OFFSET 5 ROWS FETCH NEXT 3 ROWS ONLY
SELECT o.* FROM orders AS o WHERE o.status IN ('open', 'paid') AND o.note IS NOT NULL ORDER BY 1
SELECT 1 AS one, 'x' AS "Some Name", NULL, true, 1.5, DATE '2024-01-01', TIMESTAMP '2024-01-01 10:00', INTERVAL '2 days 3 hours'
SELECT md5('a'), encode('abc', 'base64'), decode('YWJj', 'base64'), sha256('a'), ascii('a'), chr(97), repeat('x', 3), reverse('abc'), translate('abc', 'ab', 'xy'), format('%s-%s', 1, 2), quote_literal('a'), to_hex(255)
SELECT array_length(ARRAY[1,2], 1), ARRAY[1,2] || 3, 2 = ANY(ARRAY[1,2]), array_to_string(ARRAY['a','b'], ','), cardinality(ARRAY[1]), (ARRAY[5,6])[2], ARRAY[1,2] @> ARRAY[1], array_position(ARRAY['a','b'], 'b')
SELECT id, amount, amount > (SELECT avg(amount) FROM orders) AS above FROM orders ORDER BY id LIMIT 5
SELECT a.id, b.id FROM orders a JOIN orders b ON b.customer_id = a.customer_id AND b.id > a.id ORDER BY 1, 2 LIMIT 10
SELECT t.id, t.k, t.v FROM (SELECT id, unnest(ARRAY['a', 'b']) AS k, unnest(ARRAY[amount, quantity]) AS v FROM orders) t ORDER BY 1, 2 LIMIT 4
SELECT string_agg(DISTINCT status, ',' ORDER BY status), array_agg(DISTINCT customer_id) FROM orders
SELECT sum(CASE WHEN status = 'open' THEN amount ELSE 0 END) AS open, sum(CASE WHEN status = 'paid' THEN amount ELSE 0 END) AS paid FROM orders
SELECT x.id, x.amount FROM (VALUES (1, 2.5), (2, 3.5)) AS x(id, amount) JOIN orders o USING (id) ORDER BY 1
SELECT coalesce(o.placed_on, r.taken_on), o.id, r.value FROM orders o FULL OUTER JOIN readings r ON r.taken_on = o.placed_on ORDER BY 1, 2, 3
SELECT id, status, amount FROM orders WHERE status LIKE 'o%' ESCAPE '!' ORDER BY id
SELECT date_bin('15 minutes', TIMESTAMP '2020-02-11 15:44:17', TIMESTAMP '2001-01-01')
SELECT date_part('epoch', placed_on), date_part('week', placed_on) FROM orders ORDER BY id LIMIT 2
SELECT count(*) OVER (), id FROM orders ORDER BY id LIMIT 2
SELECT to_tsvector('english', name) @@ to_tsquery('english', 'customer') FROM customers ORDER BY id LIMIT 2
SELECT int4range(1, 5) @> 3, daterange('2024-01-01', '2024-02-01') && daterange('2024-01-15', '2024-03-01')
SELECT jsonb_path_query_array('{"a":[1,2,3]}', '$.a[*] ? (@ > 1)'), '{"a":1}'::jsonb ? 'a', jsonb_set('{"a":1}', '{a}', '2'), jsonb_build_array(1, 'x'), jsonb_pretty('{"a":1}')
SELECT generate_series(1, 3) AS n, id FROM orders WHERE id < 3 ORDER BY 2, 1
SELECT e.kind, count(*), max(e.payload) FROM events e GROUP BY e.kind ORDER BY 1
SELECT * FROM tenant.invoices WHERE amount > 50 ORDER BY number
SELECT worth FROM order_totals ORDER BY worth DESC NULLS LAST LIMIT 3
SELECT q.status, q.n FROM (SELECT status, count(*) n FROM orders GROUP BY status ORDER BY n DESC LIMIT 3) q ORDER BY n DESC, status
SELECT o.id, i.line FROM orders o LEFT JOIN items i ON i.order_id = o.id AND i.quantity > 2 WHERE o.amount > 200 ORDER BY 1, 2
SELECT o.customer_id, max(o.placed_on) - min(o.placed_on) AS span FROM orders o GROUP BY o.customer_id HAVING max(o.placed_on) - min(o.placed_on) > 50 ORDER BY 1
SELECT (SELECT name FROM customers c WHERE c.id = o.customer_id) AS customer, o.amount FROM orders o ORDER BY o.id LIMIT 4
SELECT customers.id, customers.name, count(orders.id) FROM customers LEFT JOIN orders ON orders.customer_id = customers.id GROUP BY customers.id ORDER BY 1
SELECT public.orders.id FROM public.orders WHERE public.orders.amount > 240 ORDER BY 1
SELECT r.taken_on, r.value FROM readings r WHERE r.taken_on BETWEEN '2024-12-01' AND '2025-02-01' ORDER BY 1
SELECT json_array_length('[1,2]'), json_typeof('1'), x.* FROM json_to_recordset('[{"a":1,"b":"q"}]') AS x(a int, b text)
SELECT lag(id, 1, 0) OVER (ORDER BY id), lead(amount, 2) OVER (ORDER BY id) FROM orders ORDER BY id LIMIT 3
SELECT hashtext('a') IS NOT NULL
SELECT count(*) FROM orders WHERE (placed_on, placed_on + 5) OVERLAPS (DATE '2024-02-01', DATE '2024-02-05')
SELECT min(x), max(x) FROM (SELECT id AS x FROM orders UNION ALL SELECT id FROM customers) u
SELECT sum(amount) FROM orders WHERE extract(quarter FROM placed_on) = 1 AND extract(year FROM placed_on) = 2024
SELECT id, CASE status WHEN 'open' THEN 1 WHEN 'paid' THEN 2 ELSE 3 END FROM orders ORDER BY 2, 1 LIMIT 4
SELECT trim(both ' ' from '  x '), overlay('abc' placing 'X' from 2 for 1), substring('foobar' from 'o.b'), 'a' || 1, concat_ws(',', 'a', NULL, 'b'), starts_with('abc', 'ab'), btrim('xax', 'x'), rtrim('a '), char_length('é'), octet_length('é')
SELECT id % 10 AS d, count(*) FROM orders WHERE id % 10 IN (1, 2) GROUP BY id % 10 ORDER BY 1
SELECT floor(amount / 50) * 50 AS bin, count(*) FROM orders GROUP BY 1 ORDER BY 1
SELECT date_trunc('week', placed_on)::date AS wk, count(*) FROM orders GROUP BY 1 HAVING count(*) >= 7 ORDER BY 1
SELECT c.id, u.x FROM customers c CROSS JOIN LATERAL unnest(ARRAY[c.id, c.score]) AS u (x)
SELECT x FROM unnest(ARRAY(SELECT id FROM orders WHERE id < 9)) AS x
-- rows written out are compared field by field, also under a guard
SELECT r1.value, r2.kind FROM readings AS r1 LEFT JOIN events AS r2 ON r1.value = r2.id WHERE (r2.region, r1.tenant_id) = (r2.id, r1.tenant_id)
SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE (o.status, length(c.name)) = (o.status, length(c.city) + 3)
SELECT o.id FROM orders o WHERE (o.note, 1 / (o.id + 1)) IS NULL
-- age of moments whose type takes a conversion to find, which is not the age of a transaction
SELECT count(DISTINCT age(placed_on - quantity * interval '1 day')) > 1 FROM orders
SELECT count(DISTINCT age(coalesce(made_at, seen_at))) > 1, count(DISTINCT age(seen_at - 2 * lasted)) > 1 FROM things
-- a number is no name to to_regclass, and a type may stand before its literal
SELECT to_regclass(status) IS NULL, to_regclass('1259') IS NULL, count(*) FROM orders GROUP BY 1
SELECT count(*) FROM pg_class WHERE oid = regclass 'orders'

-- leaky conditions on derived tables and WITH items: markers (R51)
SELECT s.id FROM (SELECT id, amount, quantity FROM orders) s WHERE s.amount / nullif(s.quantity, 0) > 20
SELECT * FROM (SELECT * FROM (SELECT * FROM orders) a WHERE id < 90) b WHERE b.quantity * 2 > 4
SELECT b.*, c.name FROM (SELECT * FROM orders) b JOIN customers c ON c.id = b.customer_id WHERE lower(b.status) || c.id LIKE 'o%' AND b.id * 2 > 9
SELECT *, 1 AS one FROM (SELECT id, quantity FROM orders) a, (SELECT score FROM customers) b WHERE a.quantity + b.score > 8 AND a.id < 20
SELECT s.* FROM (SELECT * FROM orders) s (i, t) WHERE s.i * 2 < 30
SELECT s.t, count(*) FROM (SELECT * FROM orders) s (i, t) WHERE s.i * 2 < 30 GROUP BY s.t
WITH w AS (SELECT * FROM orders), v (a) AS (SELECT * FROM w WHERE quantity * 2 > 3) SELECT v.* FROM v WHERE a + 1 < 60
WITH w AS (SELECT * FROM orders) SELECT a.id, b.* FROM w a JOIN w b ON b.id = a.id + 1 WHERE a.quantity * 3 > b.quantity
WITH w AS NOT MATERIALIZED (SELECT * FROM orders) SELECT a.id, b.id FROM w a LEFT JOIN w b ON b.id = a.id + 1 AND b.quantity * 3 > 5 WHERE a.quantity + 1 > 2
SELECT c.id, s.id FROM customers c LEFT JOIN (SELECT id, customer_id, quantity FROM orders) s ON s.customer_id = c.id AND s.quantity * 2 > 6
SELECT c.id, s.id FROM customers c LEFT JOIN (SELECT id, customer_id, quantity FROM orders) s ON s.customer_id = c.id WHERE s.quantity * 2 > 6 OR s.id IS NULL
SELECT c.id, s.id FROM customers c LEFT JOIN (SELECT id, customer_id, quantity FROM orders) s ON s.customer_id = c.id WHERE s.quantity * 2 IS NULL
SELECT c.id, s.id FROM (SELECT id, customer_id, quantity FROM orders) s RIGHT JOIN customers c ON s.customer_id = c.id WHERE coalesce(s.quantity * 2, 7) > 6
SELECT c.id, s.id FROM (SELECT id, customer_id, quantity FROM orders) s FULL JOIN (SELECT id, score FROM customers) c ON s.customer_id = c.id WHERE coalesce(s.quantity * 2, c.score * 3, 7) > 6
SELECT x.id, x.q FROM (SELECT c.id, o.quantity AS q FROM customers c LEFT JOIN orders o ON o.customer_id = c.id) x WHERE x.q * 2 > 3 OR x.q * 2 IS NULL
SELECT y.id, x.q FROM orders y LEFT JOIN (SELECT c.id, o.quantity AS q FROM customers c LEFT JOIN orders o ON o.customer_id = c.id) x ON x.id = y.customer_id WHERE coalesce(x.q * 2, y.quantity * 2, 9) > 3
SELECT * FROM (SELECT DISTINCT status, quantity FROM orders) d WHERE d.quantity * 2 > 3
SELECT * FROM (SELECT DISTINCT ON (status) status, quantity, id FROM orders ORDER BY status, id) d WHERE lower(d.status) || 'x' > 'a' AND d.quantity * 2 > 1
SELECT * FROM (SELECT status, count(*) AS n, sum(quantity) AS q FROM orders GROUP BY status) g WHERE g.status || 'x' > 'opena' AND g.q / g.n > 1
SELECT * FROM (SELECT count(*) AS n, max(id) AS m FROM orders) g WHERE g.n * 2 > 1 AND g.m / g.n >= 0
SELECT * FROM (SELECT 1 AS one FROM orders ORDER BY count(*)) g WHERE g.one * 2 > 1
SELECT * FROM (SELECT status, grouping(status) AS g, count(*) AS n FROM orders GROUP BY ROLLUP (status)) r WHERE coalesce(r.status, 'x') || 'y' > 'a'
SELECT * FROM (SELECT id, status, rank() OVER (PARTITION BY status ORDER BY quantity, id) AS r FROM orders) w WHERE w.r < 3 AND w.status || w.id > 'p'
SELECT * FROM (SELECT id, sum(quantity) OVER (ORDER BY id) AS r FROM orders) w WHERE w.r * 2 < 40
SELECT * FROM (SELECT id, quantity FROM orders UNION ALL SELECT id, score FROM customers UNION ALL VALUES (1, 2)) u WHERE u.quantity * 2 > 3
SELECT * FROM (SELECT id, quantity FROM orders UNION SELECT id, score FROM customers) u WHERE u.quantity * 2 > 3
SELECT * FROM (SELECT customer_id FROM orders INTERSECT SELECT id FROM customers) u WHERE u.customer_id * 2 > 3
SELECT * FROM (SELECT customer_id, 'a' FROM orders EXCEPT ALL (SELECT id, 'a' FROM customers EXCEPT SELECT 3, 'a')) u (c, t) WHERE u.c * 2 > 3
SELECT * FROM ((SELECT id, quantity FROM orders ORDER BY id LIMIT 20) UNION ALL (SELECT id, score FROM customers ORDER BY id LIMIT 5)) u WHERE u.quantity * 2 > 3
SELECT * FROM (SELECT id, quantity FROM orders ORDER BY id LIMIT 20 OFFSET 3) l WHERE l.quantity * 2 > 3
SELECT n, count(*) FROM (SELECT generate_series(1, 2) AS n, quantity FROM orders) g WHERE g.quantity * 2 > 3 GROUP BY n
SELECT id FROM customers c WHERE EXISTS (SELECT * FROM (SELECT * FROM orders) s WHERE s.customer_id = c.id AND s.quantity * 2 > 6)
SELECT id FROM customers c WHERE c.id IN (SELECT s.customer_id FROM (SELECT * FROM orders) s WHERE s.quantity * 2 > 6)
SELECT id, (SELECT count(*) FROM (SELECT * FROM orders) s WHERE s.customer_id = c.id AND s.quantity * 2 > 6) FROM customers c
SELECT c.id, l.n FROM customers c CROSS JOIN LATERAL (SELECT s.id, s.quantity * 2 AS n FROM (SELECT * FROM orders) s WHERE s.customer_id = c.id AND s.quantity * 2 > 6) l WHERE l.n + 1 > 8
SELECT row_to_json(s) FROM (SELECT id, quantity FROM orders) s WHERE s.quantity * 2 > 6
SELECT s, count(*) FROM (SELECT status, quantity FROM orders) s WHERE s.quantity * 2 > 6 GROUP BY s
SELECT * FROM (SELECT id, quantity FROM orders) s NATURAL JOIN (SELECT id, status FROM orders) t WHERE s.quantity * 2 > 6
SELECT * FROM (SELECT id, quantity FROM orders) s JOIN (SELECT id, status FROM orders) t USING (id) WHERE s.quantity * 2 > 6
SELECT j.b FROM ((SELECT id, quantity FROM orders) s CROSS JOIN (SELECT 7 AS seven) t) AS j (a, b, c) WHERE j.b * 2 > j.c
SELECT (s).id, s.quantity FROM (SELECT id, quantity FROM orders) s WHERE s.quantity * 2 > 6
SELECT id, status IS DISTINCT FROM 'open' AS closed FROM (SELECT id, status, status IS NOT DISTINCT FROM 'paid' FROM orders) s WHERE s.id * 2 < 30
SELECT "from", "as" FROM (SELECT id AS "from", quantity AS from FROM orders) s ("from", "as") WHERE "from" * 2 < 30
SELECT s.a FROM (SELECT extract(year FROM placed_on) AS a, trim(both 'o' FROM status) FROM orders) s WHERE s.a * 2 > 3
SELECT count(*) FROM (TABLE orders) s WHERE s.id * 2 < 30
SELECT count(*) FROM (SELECT FROM orders WHERE id * 2 < 30) s
SELECT o.id, l.t FROM orders o, LATERAL (SELECT o.quantity * 2 AS t, c.name FROM customers c WHERE c.id = o.customer_id) l WHERE l.t + 1 > 5
WITH RECURSIVE r AS (SELECT id, quantity FROM orders WHERE id < 5 UNION ALL SELECT o.id, o.quantity FROM orders o JOIN r ON o.id = r.id + 10 WHERE r.quantity * 2 > 1) SELECT * FROM r WHERE r.quantity * 2 > 3

-- a filter by way of a relationship beside what leaks elsewhere (R97); rows written out; zones
SELECT i.label, i.quantity * p.price FROM items i JOIN products p ON p.id = i.product_id ORDER BY i.label
SELECT p.category, sum(i.quantity * p.price) FROM items i JOIN products p ON p.id = i.product_id GROUP BY p.category ORDER BY 2
SELECT i.quantity * 2 AS n FROM items i ORDER BY n
SELECT DISTINCT i.quantity * 2 FROM items i JOIN orders o ON o.id = i.order_id WHERE o.quantity * 2 > 3
SELECT o.id, i.label FROM orders o LEFT JOIN items i ON i.order_id = o.id AND i.line = 1 WHERE o.quantity * 2 > 3
SELECT rank() OVER (ORDER BY i.quantity * 2, i.order_id, i.line), i.label FROM items i
SELECT i.quantity * 2, count(*) FROM items i GROUP BY i.quantity * 2 HAVING i.quantity * 2 > 2
SELECT id FROM orders WHERE (placed_on, id) > (DATE '2024-02-01', 7) AND (placed_on, id) <= (DATE '2024-03-01', 60)
SELECT id FROM orders WHERE (status, quantity) NOT IN (('open', 1), ('paid', NULL))
SELECT id FROM orders WHERE (status, quantity) = (note, id) OR (status, quantity) <> ('open', 3)
SELECT id FROM orders WHERE (placed_on::timestamptz AT TIME ZONE 'Europe/Paris')::date > DATE '2024-03-01'
-- a type's name as a function that casts
SELECT uuid('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'), jsonb('{"a": 1}'), inet('10.0.0.1'), pg_catalog.tsquery('a & b')
SELECT int4range(int4range(1, 5)), varbit('101'), oid('5')
SELECT uuid(md5(o.note)) FROM orders o WHERE o.id < 5 ORDER BY 1
SELECT count(*) FROM things WHERE uid = uuid('c4ca4238-a0b9-2382-0dcc-509a6f75849b')
SELECT jsonb('"' || t.title || '"') ->> 0 FROM things t ORDER BY t.id LIMIT 3
