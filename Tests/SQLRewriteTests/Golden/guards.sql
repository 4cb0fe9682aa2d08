-- R41, R43: the smallest leaky operand, guarded by every filtered reference of its condition.
policy acme
in  SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.total * c.id > 5
out ?
in  SELECT o.id FROM orders o JOIN products p ON p.sku = o.status WHERE p.title::int > 5
out ?
in  SELECT o.id FROM orders o WHERE (o.total / 2 > 1 OR o.id = 3) AND o.total / 2 IS NOT NULL
out ?
in  SELECT o.id FROM orders o WHERE o.total::int BETWEEN 1 AND 5 AND o.total::int IN (1, 2) AND NOT o.total::int = 7
out ?
-- M4, M10: an equality that joins keeps its operands apart.
in  SELECT o.id FROM orders o JOIN products p ON o.total::int = length(p.title)
out ?
in  SELECT o.id FROM orders o JOIN customers c ON o.total::int = c.id
out ?
in  SELECT o.id FROM products p JOIN orders o ON p.title::int = o.id
out ?
in  SELECT o.id FROM products p, orders o, customers c WHERE p.title::int = o.id AND o.id = c.id
out ?
in  SELECT o.id FROM orders o, products p, customers c WHERE o.total::int = length(p.title) AND c.name = p.sku
out ?
-- M15: on the nullable side, and in the condition of the join that makes it nullable.
in  SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.name::int > 1 WHERE c.name::int IS NULL
out ?
in  SELECT 1 FROM orders o FULL JOIN customers c ON c.id = o.id WHERE c.name::int > 1
out ?
-- R44, M16: where an alias means something else there is a fence.
in  SELECT o.id FROM orders o WHERE (SELECT 1 / o.id FROM customers o LIMIT 1) > 0
out ?
in  SELECT o.id FROM orders o WHERE (SELECT max(length(c.name) / o.id) FROM customers c) > 0
out ?
-- R45: HAVING; with an aggregate it stays above the grouping by itself.
in  SELECT status FROM orders GROUP BY status HAVING length(status) / 2 > 1 AND 1 / length(status) > count(*)
out ?
-- R46: items of inner select lists keep their names; grouped ones are guarded when they are the key.
in  SELECT x FROM (SELECT total * 2 AS x, total::int, lower(status) FROM orders) AS s
out ?
in  SELECT m FROM (SELECT total::int AS m, count(*) FROM orders GROUP BY 1) AS s
out ?
in  SELECT m FROM (SELECT total::int AS m, count(*) FROM orders GROUP BY m) AS s
out ?
in  SELECT m FROM (SELECT total::int + 1 AS m, count(*) FROM orders GROUP BY total::int) AS s
out ?
in  SELECT x FROM (SELECT total::numeric(5, 2) AS x FROM orders) AS s
out ?
-- R47, M12: not around an aggregate or a set.
in  SELECT x FROM (SELECT sum(total / id) AS x FROM orders) AS s WHERE x > 5
out ?
in  SELECT x FROM (SELECT generate_series(1, id) AS x FROM orders) AS s
out ?
-- R48: over derived tables and WITH items.
in  SELECT 1 FROM (SELECT id, total FROM orders) AS s WHERE s.total::int > 5
out ?
in  WITH s AS (SELECT id, total::int AS n FROM orders) SELECT 1 FROM s JOIN customers c ON s.n > c.id
out ?
-- M17, M18: what reads no column is asked for by any row of its level.
in  SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE random() < 0.5
out ?
in  SELECT id FROM orders WHERE id = (SELECT sku::int FROM products)
out ?
-- Sub-selects that become joins, and those that do not.
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products p WHERE p.sku = o.status AND p.title::int > 5)
out ?
in  SELECT id FROM orders o WHERE o.status IN (SELECT p.sku FROM products p WHERE p.title::int > 5)
out ?
in  SELECT id FROM orders o WHERE o.status NOT IN (SELECT p.sku FROM products p WHERE p.title::int > 5)
out ?
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products p WHERE p.title::int > 5)
out ?
-- Bounds of time that cannot leave the calendar.
in  SELECT id FROM orders WHERE created_at >= date_trunc('month', now() + interval '-12 month') AND created_at < (current_date + 1)::timestamptz
out ?
in  SELECT id FROM orders WHERE created_at >= to_timestamp('2024-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND created_at > timestamptz '2026-01-01' - interval '30 days'
out ?
in  SELECT id FROM orders WHERE created_at >= to_timestamp('2024-02-30', 'YYYY-MM-DD')
out ?
in  SELECT id FROM orders WHERE created_at > now() - interval '99999 years'
out ?
-- A leaky column of one derived table beside that of another: each may run on the other's rows.
in  SELECT 1 FROM (SELECT total::int AS n FROM orders) AS s, (SELECT name::int AS m FROM customers) AS t WHERE s.n > t.m
out ?
in  SELECT 1 FROM (SELECT n FROM (SELECT total::int AS n FROM orders) AS s) AS t WHERE t.n > 5
out ?
