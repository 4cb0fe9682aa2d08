-- R40, R42: safe conditions leave everything in place.
policy acme
in  SELECT id FROM orders WHERE total > 10 AND status = 'open' AND created_at >= '2024-01-01'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (total > 10 AND status = 'open' AND created_at >= '2024-01-01')
in  SELECT id FROM orders WHERE id IN (1, 2, $1) AND status LIKE 'op%' AND total BETWEEN 1 AND $2
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id IN (1, 2, $1) AND status LIKE 'op%' AND total BETWEEN 1 AND $2)
in  SELECT id FROM orders WHERE total IS NOT NULL AND NOT (id = 5 OR lower(status) = 'x')
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (total IS NOT NULL AND NOT (id = 5 OR lower(status) = 'x'))
in  SELECT total::int, 1 / id, lower(status) || 'x' FROM orders ORDER BY total / 2
out SELECT total::int, 1 / id, lower(status) || 'x' FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text ORDER BY total / 2
in  SELECT date_trunc('month', created_at), sum(total / 3) FROM orders GROUP BY 1 HAVING sum(total) / 2 > 1
out SELECT date_trunc('month', created_at), sum(total / 3) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY 1 HAVING sum(total) / 2 > 1
in  SELECT id FROM orders WHERE customer_id IN (SELECT id FROM customers WHERE name = 'x')
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (customer_id IN (SELECT id FROM public.customers AS customers WHERE (customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (name = 'x')))
in  SELECT id FROM orders WHERE total > (SELECT avg(total) FROM orders)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (total > (SELECT avg(total) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text))
-- R48, R49: a leaky condition fences, and is hidden from the planner.
in  SELECT id FROM orders WHERE total::int > 5
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END > 5)
in  SELECT id FROM orders WHERE status = 'open' AND 1 / id > 0 AND (total < 3)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (status = 'open' AND CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (1 / id) END > 0 AND (total < 3))
in  SELECT id FROM orders o JOIN customers c ON c.id = o.customer_id AND c.name::int = 3 WHERE o.id = 1
out SELECT id FROM public.orders o JOIN public.customers c ON c.id = o.customer_id AND CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END = 3 WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.id = 1)
in  SELECT id FROM orders WHERE status LIKE 'a\'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (status LIKE 'a\') END)
in  SELECT id FROM orders WHERE status LIKE $1
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (status LIKE $1) END)
in  SELECT id FROM orders WHERE random() < 0.5
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (random()) END < 0.5)
in  SELECT id FROM orders WHERE id = $1::text::int
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (id = $1::text::int) END)
in  SELECT n FROM (SELECT total::int AS n FROM orders) AS x WHERE n > 0
out SELECT n FROM (SELECT CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END AS n FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS x WHERE n > 0
in  SELECT id FROM orders WHERE name_of(id) = 'x'
refuse 42883 function name_of(integer) does not exist
in  SELECT id FROM orders WHERE public.fx_rate(id) > 1 AND fx_rate(id) < 3
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (public.fx_rate(id) > 1) END AND CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (public.fx_rate(id) < 3) END)
in  SELECT id FROM orders WHERE status COLLATE "C" = 'x'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (status COLLATE "C") END = 'x')
in  SELECT id, count(*) FROM orders GROUP BY id HAVING id::text::int > 1 AND count(*) > 2
out SELECT id, count(*) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY id HAVING CASE WHEN (pg_catalog.count(*) OPERATOR(pg_catalog.>=) 0) THEN (id::text::int > 1) END AND count(*) > 2
in  SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = customer_id AND c.name::int > 0)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT 1 FROM public.customers c WHERE (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = customer_id AND CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END > 0)))
in  SELECT id FROM orders WHERE created_at > now() - interval '7 days'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (created_at > now() - interval '7 days')
in  SELECT id FROM orders WHERE customer_id = (SELECT id FROM customers)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (customer_id = (SELECT id FROM public.customers AS customers WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) END)
in  SELECT id FROM order_totals WHERE total > 5
out SELECT id FROM (SELECT order_totals.id, order_totals.tenant_id, order_totals.customer_id, order_totals.total, order_totals.status, order_totals.created_at FROM public.order_totals AS order_totals WHERE order_totals.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) AS order_totals WHERE CASE WHEN (total > 5) THEN true END
-- R97: a filter that is a semi-join is fenced by anything leaky.
in  SELECT sku, order_id / id FROM order_items
out SELECT sku, order_id / id FROM (SELECT order_items.id, order_items.order_id, order_items.sku FROM public.order_items AS order_items WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) order_items.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) AS order_items
in  SELECT sku FROM order_items WHERE id = 5
out SELECT sku FROM (SELECT order_items.id, order_items.order_id, order_items.sku FROM public.order_items AS order_items WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) order_items.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) AS order_items WHERE id = 5
-- M7: ordering by distance runs in the index.
in  SELECT p.title FROM products p JOIN orders o ON o.status = p.sku ORDER BY p.place <-> '(0,0)'
out SELECT p.title FROM public.products p JOIN (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o ON o.status = p.sku ORDER BY p.place <-> '(0,0)'
-- Nothing protected, nothing fenced.
in  SELECT title FROM products WHERE title::int > 5 ORDER BY place <-> '(0,0)'
out SELECT title FROM public.products AS products WHERE title::int > 5 ORDER BY place <-> '(0,0)'
policy open
in  SELECT id FROM orders WHERE total::int > 5
out SELECT id FROM public.orders AS orders WHERE total::int > 5
-- R50, M23: safe conditions are repeated inside the fence.
policy acme
in  SELECT id FROM orders WHERE id = $1 AND status = 'open' AND total::int > 5 AND lower(status) LIKE 'o%'
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = $1 AND status = 'open' AND CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (total::int) END > 5 AND lower(status) LIKE 'o%')
in  SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id AND c.id = 7 AND c.name::int > 1 WHERE o.id = 5 AND c.tenant_id IS NULL
out SELECT o.id FROM public.orders o LEFT JOIN public.customers c ON (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = o.customer_id AND c.id = 7 AND CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END > 1) WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.id = 5 AND c.tenant_id IS NULL)
-- R34: a wrapped table has no primary key.
in  SELECT o.id, o.total, max(c.name) FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.name::int > 1 GROUP BY o.id ORDER BY o.status
out SELECT o.id, o.total, max(c.name) FROM public.orders o JOIN public.customers c ON c.id = o.customer_id WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END > 1) GROUP BY o.id ORDER BY o.status
in  SELECT id, sku FROM order_items GROUP BY 1 LIMIT 3
out SELECT id, sku FROM (SELECT order_items.id, order_items.order_id, order_items.sku FROM public.order_items AS order_items WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) order_items.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) AS order_items GROUP BY 1, order_items.sku LIMIT 3
-- A full join keeps an equality that the server can join by.
in  SELECT 1 FROM orders o FULL JOIN customers c ON c.name::int = o.id AND c.name::int > 1
out SELECT 1 FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o FULL JOIN (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) c ON CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END = o.id AND CASE WHEN (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (c.name::int) END > 1
in  SELECT g FROM generate_series(1, 3) AS g JOIN orders ON id = g
out SELECT g FROM generate_series(1, 3) AS g JOIN public.orders AS orders ON id = g WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
-- M18: what can fail inside a sub-select tells of the row that asks for it.
policy acme
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products LIMIT o.id)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM public.products AS products LIMIT o.id)
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products LIMIT -1)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM public.products AS products LIMIT -1)
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products LIMIT $1)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM public.products AS products LIMIT $1)
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products LIMIT 1 OFFSET 5)
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT 1 FROM public.products AS products LIMIT 1 OFFSET 5))
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products TABLESAMPLE system (101))
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM public.products AS products TABLESAMPLE system (101))
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM products TABLESAMPLE system (5.5) REPEATABLE (3))
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT 1 FROM public.products AS products TABLESAMPLE system (5.5) REPEATABLE (3)))
in  SELECT id FROM orders o WHERE EXISTS (SELECT count(length(sku) / (o.id - 5)) FROM products)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT count(length(sku) / (o.id - 5)) FROM public.products AS products)
in  SELECT id FROM orders o WHERE (SELECT count(*) FILTER (WHERE length(sku) / o.id > 1) FROM products) > 0
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ((SELECT count(*) FILTER (WHERE length(sku) / o.id > 1) FROM public.products AS products)) END > 0)
in  SELECT id FROM orders o WHERE EXISTS (SELECT row_number() OVER (ORDER BY length(sku) / o.id) FROM products)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT row_number() OVER (ORDER BY length(sku) / o.id) FROM public.products AS products)
in  SELECT id FROM orders o WHERE EXISTS (SELECT count(*) OVER (ROWS o.id PRECEDING) FROM products)
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT count(*) OVER (ROWS o.id PRECEDING) FROM public.products AS products)
in  SELECT id FROM orders o WHERE EXISTS (SELECT count(*) OVER (ROWS 3 PRECEDING) FROM products)
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT count(*) OVER (ROWS 3 PRECEDING) FROM public.products AS products))
in  SELECT id FROM orders o WHERE EXISTS (SELECT 1 FROM generate_series(1, 5, 0))
out SELECT id FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT ALL) o WHERE EXISTS (SELECT 1 FROM generate_series(1, 5, 0))
in  SELECT sku FROM products GROUP BY sku HAVING EXISTS (SELECT o.status FROM orders o GROUP BY o.status HAVING o.status LIKE max(sku))
out SELECT sku FROM public.products AS products GROUP BY sku HAVING EXISTS (SELECT o.status FROM public.orders o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text GROUP BY o.status HAVING CASE WHEN (pg_catalog.count(*) OPERATOR(pg_catalog.>=) 0) THEN (o.status LIKE max(sku)) END)
-- Only money is made of numbers when a row asks for it.
in  SELECT id FROM orders o WHERE CASE WHEN o.id = 1 THEN 1e30::money IS NULL END
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (CASE WHEN o.id = 1 THEN 1e30::money IS NULL END) END)
in  SELECT id FROM orders o WHERE o.id = 5::bigint
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.id = 5::bigint)
-- R97: FROM itself may run below the semi-join.
in  SELECT i.id FROM order_items i, generate_series(1, 10 / i.order_id) g
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i, generate_series(1, 10 / i.order_id) g
in  SELECT i.id FROM order_items i, LATERAL (SELECT 1 LIMIT i.order_id) g
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i, LATERAL (SELECT 1 LIMIT i.order_id) g
in  SELECT i.id FROM order_items i, (SELECT sum(length(sku) / 0) FROM products) g
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i, (SELECT sum(length(sku) / 0) FROM public.products AS products) g
in  SELECT i.id FROM order_items i, products TABLESAMPLE system (-1)
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE (EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) IS TRUE) i, public.products AS products TABLESAMPLE system (-1)
in  SELECT i.id FROM order_items i, products TABLESAMPLE system (1)
out SELECT i.id FROM (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) i, public.products AS products TABLESAMPLE system (1)
-- Condition A1 speaks of stored days; the client's own may be out of range, when a row asks for them.
policy acme
in  SELECT id FROM orders o WHERE '5874897-12-31'::date::timestamptz > o.created_at
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN ('5874897-12-31'::date::timestamptz) END > o.created_at)
in  SELECT id FROM orders o WHERE date_trunc('week', '4713-01-01 BC'::timestamptz) > o.created_at
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (date_trunc('week', '4713-01-01 BC'::timestamptz)) END > o.created_at)
in  SELECT id FROM orders o WHERE '2024-02-29'::date::timestamptz > o.created_at
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND ('2024-02-29'::date::timestamptz > o.created_at)
in  SELECT id FROM orders o WHERE date_trunc('week', '2024-02-29 10:00+02'::timestamptz) > o.created_at
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (date_trunc('week', '2024-02-29 10:00+02'::timestamptz) > o.created_at)
in  SELECT id FROM orders o WHERE o.created_at > date_trunc('month', now() - interval '3 months')
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.created_at > date_trunc('month', now() - interval '3 months'))
in  SELECT id FROM orders o WHERE o.created_at::date = '2024-02-29'
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (o.created_at::date = '2024-02-29')
