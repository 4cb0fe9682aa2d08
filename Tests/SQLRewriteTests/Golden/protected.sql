-- R33, R53: hidden columns are left out, masked ones are their hash, wherever they are used.
policy clerk
in  SELECT * FROM orders
out SELECT * FROM (SELECT orders.id, orders.tenant_id, pg_catalog.md5(orders.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS orders
in  SELECT id FROM orders WHERE status = 'x' AND total > '5'
out SELECT id FROM (SELECT orders.id, orders.tenant_id, pg_catalog.md5(orders.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS orders WHERE status = 'x' AND total > '5'
in  SELECT id FROM orders o WHERE id = 1 AND status = 'x' AND 1 / id > 0
out SELECT id FROM (SELECT o.id, o.tenant_id, pg_catalog.md5(o.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(o.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o WHERE id = 1 AND status = 'x' AND CASE WHEN (o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (1 / id) END > 0
in  COPY orders (id, status) TO STDOUT
out COPY (SELECT orders.id, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status FROM ONLY public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) TO STDOUT
in  SELECT customer_id FROM orders
refuse 42703 column "customer_id" does not exist
in  SELECT o.customer_id FROM orders o
refuse 42703 column o.customer_id does not exist
in  SELECT * FROM customers AS c (a, b)
out SELECT * FROM (SELECT c.id, c.tenant_id FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS c (a, b)
in  SELECT status, count(*) FROM public.orders WHERE public.orders.status > 'a' GROUP BY public.orders.status
out SELECT status, count(*) FROM (SELECT orders.id, orders.tenant_id, pg_catalog.md5(orders.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS orders WHERE orders.status > 'a' GROUP BY orders.status
in  SELECT s FROM orders s TABLESAMPLE system (5) REPEATABLE (1)
out SELECT s FROM (SELECT s.id, s.tenant_id, pg_catalog.md5(s.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(s.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, s.created_at FROM public.orders AS s TABLESAMPLE system (5) REPEATABLE (1) WHERE s.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) s 
-- R50, T15: inside a fence a masked column would be the stored one, so its condition stays outside.
in  SELECT id FROM orders WHERE tenant_id = 'a' AND status = 'x' AND length(status) / id > 0
out SELECT id FROM (SELECT orders.id, orders.tenant_id, pg_catalog.md5(orders.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS orders WHERE tenant_id = 'a' AND status = 'x' AND CASE WHEN (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) THEN (length(status) / id) END > 0
-- R34: a wrapped table has no primary key, the columns used are grouped by.
in  SELECT o.*, count(*) FROM orders o JOIN order_items i ON i.order_id = o.id GROUP BY o.id
out SELECT o.*, count(*) FROM (SELECT o.id, o.tenant_id, pg_catalog.md5(o.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(o.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o JOIN (SELECT i.id, i.order_id, i.sku FROM public.order_items AS i WHERE EXISTS (SELECT 1 FROM public.orders AS omni_1 WHERE omni_1.id OPERATOR(pg_catalog.=) i.order_id AND omni_1.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) i ON i.order_id = o.id GROUP BY o.id, o.tenant_id, o.total, o.status, o.created_at
in  SELECT id, max(status), json_agg(total) FROM orders o GROUP BY id HAVING tenant_id > 'a'
out SELECT id, max(status), json_agg(total) FROM (SELECT o.id, o.tenant_id, pg_catalog.md5(o.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(o.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o GROUP BY id, o.tenant_id HAVING tenant_id > 'a'
in  SELECT j.k, j.s FROM (orders o JOIN customers c ON true) AS j (k, t, tot, s) GROUP BY j.k
out SELECT j.k, j.s FROM ((SELECT o.id, o.tenant_id, pg_catalog.md5(o.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(o.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, o.created_at FROM public.orders AS o WHERE o.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) o JOIN (SELECT c.id, c.tenant_id FROM public.customers AS c WHERE c.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) c ON true) AS j (k, t, tot, s) GROUP BY j.k, j.s
in  SELECT id, total FROM orders LEFT JOIN customers USING (id) GROUP BY id
out SELECT id, total FROM (SELECT orders.id, orders.tenant_id, pg_catalog.md5(orders.total::pg_catalog.text) COLLATE pg_catalog."default" AS total, pg_catalog.md5(orders.status::pg_catalog.text) COLLATE pg_catalog."default" AS status, orders.created_at FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS orders LEFT JOIN (SELECT customers.id, customers.tenant_id FROM public.customers AS customers WHERE customers.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AS customers USING (id) GROUP BY id, orders.total
