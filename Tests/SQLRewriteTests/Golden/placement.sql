-- R31: the filter of a reference at the root of FROM goes into WHERE.
policy acme
in  SELECT id FROM orders
out SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT id FROM orders WHERE total > 5 OR id = 1
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (total > 5 OR id = 1)
in  SELECT id FROM orders o WHERE (total > 5) AND id = 1;
out SELECT id FROM public.orders o WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND ((total > 5) AND id = 1);
in  SELECT * FROM public.orders ORDER BY id LIMIT 3
out SELECT * FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text ORDER BY id LIMIT 3
in  SELECT id distinct FROM orders
out SELECT id distinct FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  TABLE orders
out SELECT * FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT o.id, c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.name = 'x' GROUP BY 1, 2 HAVING count(*) > 1
out SELECT o.id, c.name FROM public.orders o JOIN public.customers c ON c.id = o.customer_id WHERE (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.name = 'x') GROUP BY 1, 2 HAVING count(*) > 1
in  SELECT 1 FROM orders o LEFT JOIN customers c ON c.id = o.customer_id
out SELECT 1 FROM public.orders o LEFT JOIN public.customers c ON (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = o.customer_id) WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT 1 FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id
out SELECT 1 FROM public.orders o RIGHT JOIN public.customers c ON (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = o.customer_id) WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT 1 FROM orders o FULL JOIN customers c ON c.id = o.customer_id
out SELECT 1 FROM (SELECT o.id, o.tenant_id, o.customer_id, o.total, o.status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o FULL JOIN (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) c ON c.id = o.customer_id
in  SELECT 1 FROM orders o LEFT JOIN customers c USING (tenant_id)
out SELECT 1 FROM public.orders o LEFT JOIN (SELECT c.id, c.tenant_id, c.name FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) c USING (tenant_id) WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT 1 FROM (orders o JOIN customers c ON c.id = o.customer_id) AS j
out SELECT 1 FROM (public.orders o JOIN public.customers c ON (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = o.customer_id)) AS j
in  SELECT a FROM orders AS t (a, b)
out SELECT a FROM (SELECT t.id, t.tenant_id, t.customer_id, t.total, t.status, t.created_at FROM public.orders AS t WHERE t.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS t (a, b)
in  SELECT id FROM ONLY orders
out SELECT id FROM ONLY public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT id FROM ONLY (orders) AS x WHERE id = 2
out SELECT id FROM ONLY (public.orders) AS x WHERE (x.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = 2)
in  SELECT id FROM orders * LIMIT 1
out SELECT id FROM public.orders * AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text LIMIT 1
in  SELECT id FROM orders TABLESAMPLE bernoulli (10) REPEATABLE (1) WHERE id = 1
out SELECT id FROM public.orders AS orders TABLESAMPLE bernoulli (10) REPEATABLE (1) WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = 1)
in  SELECT id FROM order_totals
out SELECT id FROM (SELECT order_totals.id, order_totals.tenant_id, order_totals.customer_id, order_totals.total, order_totals.status, order_totals.created_at FROM public.order_totals AS order_totals WHERE order_totals.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS order_totals
in  SELECT sku FROM order_items WHERE id = 1
out SELECT sku FROM (SELECT order_items.id, order_items.order_id, order_items.sku FROM public.order_items AS order_items WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) order_items.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) AS order_items WHERE id = 1
in  SELECT public.orders.id FROM public.orders
out SELECT orders.id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT shop.public.orders.id, public.orders.* FROM shop.public.orders
out SELECT orders.id, orders.* FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SELECT body FROM notes
out SELECT body FROM tenant_acme.notes AS notes
in  SELECT id FROM orders UNION ALL SELECT id FROM customers WHERE id=1 ORDER BY 1
out SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text UNION ALL SELECT id FROM public.customers AS customers WHERE (customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id=1) ORDER BY 1
in  SELECT id FROM orders WHERE EXISTS (SELECT 1 FROM customers c WHERE c.id = customer_id)
out SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (EXISTS (SELECT 1 FROM public.customers c WHERE (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = customer_id)))
in  WITH orders AS (SELECT 1 AS id) SELECT id FROM orders
same
in  WITH x AS (SELECT * FROM orders) SELECT id FROM x JOIN LATERAL (SELECT name FROM customers c WHERE c.id = x.customer_id) l ON true
out WITH x AS (SELECT * FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) SELECT id FROM x JOIN LATERAL (SELECT name FROM public.customers c WHERE (c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (c.id = x.customer_id)) l ON true
in  SELECT id FROM"orders"WHERE"id"=1
out SELECT id FROM public.orders AS orders WHERE(orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND ("id"=1)
policy both
in  SELECT count(*) FROM orders
out SELECT count(*) FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) ANY ('{"acme","glo''bex"}'::pg_catalog.text[])
-- Several patterns are one condition, inside a semi-join too.
policy patterns
in  SELECT id FROM orders WHERE id = 1
out SELECT id FROM public.orders AS orders WHERE ((orders.tenant_id OPERATOR(pg_catalog.~~) 'a%'::pg_catalog.text OR orders.tenant_id OPERATOR(pg_catalog.~~) 'g_o'::pg_catalog.text)) AND (id = 1)
in  SELECT sku FROM order_items
out SELECT sku FROM (SELECT order_items.id, order_items.order_id, order_items.sku FROM public.order_items AS order_items WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) order_items.order_id AND (omni_1.tenant_id OPERATOR(pg_catalog.~~) 'a%'::pg_catalog.text OR omni_1.tenant_id OPERATOR(pg_catalog.~~) 'g_o'::pg_catalog.text))) AS order_items
