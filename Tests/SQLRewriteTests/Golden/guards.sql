-- R41, R43: the smallest leaky operand, guarded by every filtered reference of its condition.
policy acme
in  SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.total * c.id > 5
out SELECT o.id FROM public.orders o JOIN public.customers c ON c.id = o.customer_id WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total * c.id) END > 5)
in  SELECT o.id FROM orders o JOIN products p ON p.sku = o.status WHERE p.title::int > 5
out SELECT o.id FROM public.orders o JOIN public.products p ON p.sku = o.status WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (p.title::int > 5)
in  SELECT o.id FROM orders o WHERE (o.total / 2 > 1 OR o.id = 3) AND o.total / 2 IS NOT NULL
out SELECT o.id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((o.total / 2 > 1 OR o.id = 3)) END AND CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total / 2) END IS NOT NULL)
in  SELECT o.id FROM orders o WHERE o.total::int BETWEEN 1 AND 5 AND o.total::int IN (1, 2) AND NOT o.total::int = 7
out SELECT o.id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total::int) END BETWEEN 1 AND 5 AND CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total::int) END IN (1, 2) AND CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (NOT o.total::int = 7) END)
-- M4, M10: an equality that joins keeps its operands apart.
in  SELECT o.id FROM orders o JOIN products p ON o.total::int = length(p.title)
out SELECT o.id FROM public.orders o JOIN public.products p ON CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total::int) END = length(p.title) WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT o.id FROM orders o JOIN customers c ON o.total::int = c.id
out SELECT o.id FROM public.orders o JOIN (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) c ON CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total::int) END = c.id WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT o.id FROM products p JOIN orders o ON p.title::int = o.id
out SELECT o.id FROM public.products p JOIN (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o ON p.title::int = o.id
in  SELECT o.id FROM products p, orders o, customers c WHERE p.title::int = o.id AND o.id = c.id
out SELECT o.id FROM public.products p, (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o, (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) c WHERE p.title::int = o.id AND o.id = c.id
in  SELECT o.id FROM orders o, products p, customers c WHERE o.total::int = length(p.title) AND c.name = p.sku
out SELECT o.id FROM public.orders o, public.products p, public.customers c WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total::int) END = length(p.title) AND c.name = p.sku)
-- M15: on the nullable side, and in the condition of the join that makes it nullable.
in  SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.name::int > 1 WHERE c.name::int IS NULL
out SELECT o.id FROM public.orders o LEFT JOIN public.customers c ON (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = o.customer_id AND CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END > 1) WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN ((c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) OR c.ctid IS NULL) THEN (c.name::int) END IS NULL)
in  SELECT 1 FROM orders o FULL JOIN customers c ON c.id = o.id WHERE c.name::int > 1
out SELECT 1 FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o FULL JOIN (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) c ON c.id = o.id WHERE CASE WHEN ((c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) OR c.id IS NULL) THEN (c.name::int) END > 1
-- R44, M16: an inner relation may take the alias; the sub-select is guarded where it means the outer one.
in  SELECT o.id FROM orders o WHERE (SELECT 1 / o.id FROM customers o LIMIT 1) > 0
out SELECT o.id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((SELECT CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (1 / o.id) END FROM public.customers o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT 1)) END > 0)
in  SELECT o.id FROM orders o WHERE (SELECT max(length(c.name) / o.id) FROM customers c) > 0
out SELECT o.id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((SELECT max(length(c.name) / o.id) FROM public.customers c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) END > 0)
-- R45: HAVING; with an aggregate it stays above the grouping by itself.
in  SELECT status FROM orders GROUP BY status HAVING 9 / length(status) > 1 AND 1 / length(status) > count(*)
out SELECT status FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY status HAVING CASE WHEN (pg_catalog.count(*) OPERATOR(pg_catalog.>=) 0) THEN (9 / length(status) > 1) END AND 1 / length(status) > count(*)
-- R46: items of inner select lists keep their names; grouped ones are guarded when they are the key.
in  SELECT x FROM (SELECT total * 2 AS x, total::int, lower(status) FROM orders) AS s
out SELECT x FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total * 2) END AS x, CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS total, lower(status) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s
in  SELECT m FROM (SELECT total::int AS m, count(*) FROM orders GROUP BY 1) AS s
out SELECT m FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS m, count(*) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY 1) AS s
in  SELECT m FROM (SELECT total::int AS m, count(*) FROM orders GROUP BY m) AS s
out SELECT m FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS m, count(*) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY m) AS s
in  SELECT m FROM (SELECT total::int + 1 AS m, count(*) FROM orders GROUP BY total::int) AS s
out SELECT m FROM (SELECT total::int + 1 AS m, count(*) FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders GROUP BY total::int) AS s
in  SELECT x FROM (SELECT total::numeric(5, 2) AS x FROM orders) AS s
out SELECT x FROM (SELECT total::numeric(5, 2) AS x FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s
-- R47, M12: not around an aggregate or a set.
in  SELECT x FROM (SELECT sum(total / id) AS x FROM orders) AS s WHERE x > 5
out SELECT x FROM (SELECT sum(total / id) AS x FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s WHERE x > 5
in  SELECT x FROM (SELECT generate_series(1, id) AS x FROM orders) AS s
out SELECT x FROM (SELECT generate_series(1, id) AS x FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s
-- R48: over derived tables and WITH items.
in  SELECT 1 FROM (SELECT id, total FROM orders) AS s WHERE s.total::int > 5
out SELECT 1 FROM (SELECT id, total, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_0 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s WHERE CASE WHEN (s.omni_guard_0) THEN (s.total::int) END > 5
in  WITH s AS (SELECT id, total::int AS n FROM orders) SELECT 1 FROM s JOIN customers c ON s.n > c.id
out WITH s AS (SELECT id, CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS n FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) SELECT 1 FROM s JOIN public.customers c ON CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (s.n) END > c.id WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- M17, M18: what reads no column is asked for by any row of its level.
in  SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE random() < 0.5
out SELECT o.id FROM public.orders o JOIN public.customers c ON c.id = o.customer_id WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (random()) END < 0.5)
in  SELECT id FROM orders WHERE id = (SELECT sku::int FROM products)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (id = (SELECT sku::int FROM public.products AS products)) END)
-- Sub-selects that become joins, and those that do not.
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products p WHERE p.sku = o.status AND p.title::int > 5)
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT 1 FROM public.products p WHERE p.sku = o.status AND p.title::int > 5))
in  SELECT id FROM orders o WHERE o.status IN (SELECT p.sku FROM products p WHERE p.title::int > 5)
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.status IN (SELECT p.sku FROM public.products p WHERE p.title::int > 5))
in  SELECT id FROM orders o WHERE o.status NOT IN (SELECT p.sku FROM products p WHERE p.title::int > 5)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE o.status NOT IN (SELECT p.sku FROM public.products p WHERE p.title::int > 5)
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products p WHERE p.title::int > 5)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM public.products p WHERE p.title::int > 5)
-- Bounds of time that cannot leave the calendar.
in  SELECT id FROM orders WHERE created_at >= date_trunc('month', now() + interval '-12 month') AND created_at < (current_date + 1)::timestamptz
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (created_at >= date_trunc('month', now() + interval '-12 month') AND created_at < (current_date + 1)::timestamptz)
in  SELECT id FROM orders WHERE created_at >= to_timestamp('2024-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND created_at > timestamptz '2026-01-01' - interval '30 days'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (created_at >= to_timestamp('2024-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND created_at > timestamptz '2026-01-01' - interval '30 days')
in  SELECT id FROM orders WHERE created_at >= to_timestamp('2024-02-30', 'YYYY-MM-DD')
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (created_at >= CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (to_timestamp('2024-02-30', 'YYYY-MM-DD')) END)
in  SELECT id FROM orders WHERE created_at > now() - interval '99999 years'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (created_at > CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (now() - interval '99999 years') END)
-- A leaky column of one derived table beside that of another: each may run on the other's rows.
in  SELECT 1 FROM (SELECT total::int AS n FROM orders) AS s, (SELECT name::int AS m FROM customers) AS t WHERE s.n > t.m
out SELECT 1 FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS n, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_0 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s, (SELECT CASE WHEN (customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (name::int) END AS m, ((customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_1 FROM public.customers AS customers WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS t WHERE CASE WHEN (s.omni_guard_0) AND (t.omni_guard_1) THEN (s.n) END > CASE WHEN (s.omni_guard_0) AND (t.omni_guard_1) THEN (t.m) END
in  SELECT 1 FROM (SELECT n FROM (SELECT total::int AS n FROM orders) AS s) AS t WHERE t.n > 5
out SELECT 1 FROM (SELECT n FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS n FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s) AS t WHERE t.n > 5
-- R51: a marker behind the select list guards what stands outside; stars over it are written out.
in  SELECT * FROM (SELECT * FROM orders) AS s WHERE s.total * 2 > 5
out SELECT s.id, s.tenant_id, s.customer_id, s.total, s.status, s.created_at FROM (SELECT *, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_0 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s WHERE CASE WHEN (s.omni_guard_0) THEN (s.total * 2) END > 5
in  SELECT s.*, p.* FROM (SELECT id, total FROM orders) AS s, products AS p WHERE s.total * 2 > 5
out SELECT s.id, s.total, p.* FROM (SELECT id, total, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_1 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s, public.products AS p WHERE CASE WHEN (s.omni_guard_1) THEN (s.total * 2) END > 5
in  SELECT 1 FROM customers AS c LEFT JOIN (SELECT customer_id, total FROM orders) AS s ON s.customer_id = c.id WHERE s.total * 2 > 5
out SELECT 1 FROM public.customers AS c LEFT JOIN (SELECT customer_id, total, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_1 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s ON s.customer_id = c.id WHERE (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN ((s.omni_guard_1 IS NOT FALSE)) THEN (s.total * 2) END > 5)
in  SELECT 1 FROM (SELECT o.total FROM customers AS c LEFT JOIN orders AS o ON o.customer_id = c.id) AS s WHERE s.total * 2 > 5
out SELECT 1 FROM (SELECT o.total, (((o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) OR o.ctid IS NULL)) IS TRUE AS omni_guard_1 FROM public.customers AS c LEFT JOIN public.orders AS o ON (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.customer_id = c.id) WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS s WHERE CASE WHEN (s.omni_guard_1) THEN (s.total * 2) END > 5
in  WITH a AS (SELECT id, total FROM orders), b AS (SELECT total FROM a) SELECT 1 FROM b WHERE b.total * 2 > 5
out WITH a AS (SELECT id, total, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_0 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text), b AS (SELECT total, a.omni_guard_0 AS omni_guard_0 FROM a) SELECT 1 FROM b WHERE CASE WHEN (b.omni_guard_0) THEN (b.total * 2) END > 5
in  SELECT 1 FROM (SELECT status, count(*) FROM orders GROUP BY status) AS s WHERE s.status || 'x' = 'y'
out SELECT 1 FROM (SELECT status, count(*), (pg_catalog.count(*) OPERATOR(pg_catalog.>=) 0) AS omni_guard_0 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY status) AS s WHERE CASE WHEN (s.omni_guard_0) THEN (s.status || 'x') END = 'y'
in  SELECT 1 FROM (SELECT status FROM orders UNION SELECT name FROM customers UNION ALL SELECT sku FROM products) AS s WHERE s.status || 'x' = 'y'
out SELECT 1 FROM (SELECT status, ((orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_0, true AS omni_guard_1 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text UNION SELECT name, true AS omni_guard_0, ((customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE AS omni_guard_1 FROM public.customers AS customers WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text UNION ALL SELECT sku, true AS omni_guard_0, true AS omni_guard_1 FROM public.products AS products) AS s WHERE CASE WHEN (s.omni_guard_0) AND (s.omni_guard_1) THEN (s.status || 'x') END = 'y'
-- It has no room in whole rows, in names by position and in a NATURAL join.
in  SELECT s FROM (SELECT id, total FROM orders) AS s WHERE s.total * 2 > 5
out SELECT s FROM (SELECT id, total FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s WHERE CASE WHEN (s.total * 2 > 5) THEN true END
in  SELECT j.a FROM ((SELECT id, total FROM orders) AS s CROSS JOIN products) AS j (a, b) WHERE j.b * 2 > 5
out SELECT j.a FROM ((SELECT id, total FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s CROSS JOIN public.products AS products) AS j (a, b) WHERE CASE WHEN (j.b * 2 > 5) THEN true END
in  SELECT 1 FROM (SELECT id, total FROM orders) AS s NATURAL JOIN products AS p WHERE s.total * 2 > 5
out SELECT 1 FROM (SELECT id, total FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s NATURAL JOIN public.products AS p WHERE CASE WHEN (s.total * 2 > 5) THEN true END
in  SELECT 1 FROM (SELECT total, 1 AS omni_guard_0 FROM orders) AS s WHERE s.total * 2 > 5
out SELECT 1 FROM (SELECT total, 1 AS omni_guard_0 FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s WHERE CASE WHEN (s.total * 2 > 5) THEN true END
-- R97: a filter by way of a relationship stays a semi-join beside what is computed when all joins are done,
-- and a condition of the scan beside what leaks elsewhere; what leaks of the relation itself fences it.
in  SELECT p.sku, sum(i.order_id * i.id) FROM order_items i JOIN products p ON p.sku = i.sku GROUP BY p.sku ORDER BY p.sku
out SELECT p.sku, sum(i.order_id * i.id) FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) i JOIN public.products p ON p.sku = i.sku GROUP BY p.sku ORDER BY p.sku
in  SELECT i.order_id * 2 AS n FROM order_items i ORDER BY i.id
out SELECT i.order_id * 2 AS n FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) i ORDER BY i.id
in  SELECT i.order_id * 2 AS n FROM order_items i ORDER BY n
out SELECT i.order_id * 2 AS n FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i ORDER BY n
in  SELECT i.id, o.total * 2 FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.total * 2 > 5
out SELECT i.id, o.total * 2 FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i JOIN public.orders o ON o.id = i.order_id WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (o.total * 2) END > 5)
in  SELECT i.id FROM order_items i WHERE i.order_id * 2 > 5
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) LIMIT ALL) i WHERE CASE WHEN (i.order_id * 2 > 5) THEN true END
in  SELECT DISTINCT i.order_id * 2 FROM order_items i
out SELECT DISTINCT i.order_id * 2 FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i
in  SELECT count(DISTINCT i.order_id * 2) FROM order_items i
out SELECT count(DISTINCT i.order_id * 2) FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i
in  SELECT rank() OVER (ORDER BY i.order_id * 2) FROM order_items i
out SELECT rank() OVER (ORDER BY i.order_id * 2) FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i
-- Rows written out are compared field by field.
in  SELECT id FROM orders WHERE (created_at, id) > (timestamptz '2024-01-01', 7) AND (status, id) IN (('a', 1), ('b', 2))
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND ((created_at, id) > (timestamptz '2024-01-01', 7) AND (status, id) IN (('a', 1), ('b', 2)))
in  SELECT id FROM orders WHERE (total::int, id) > (5, 7)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((total::int, id) > (5, 7)) END)
-- Zones that every server knows.
in  SELECT id FROM orders WHERE (created_at AT TIME ZONE 'Europe/Paris')::date = '2024-05-01'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND ((created_at AT TIME ZONE 'Europe/Paris')::date = '2024-05-01')
in  SELECT id FROM orders WHERE (created_at AT TIME ZONE 'Nowhere/Else')::date = '2024-05-01'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((created_at AT TIME ZONE 'Nowhere/Else')::date) END = '2024-05-01')
in  SELECT s.id FROM (TABLE orders) AS s WHERE s.total * 2 > 5
out SELECT s.id FROM (SELECT * FROM (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS orders) AS s WHERE CASE WHEN (s.total * 2 > 5) THEN true END
in  SELECT s.c FROM (SELECT id, total FROM orders) AS s (a, b, c) WHERE s.b * 2 > 5
refuse 42703 column s.c does not exist
