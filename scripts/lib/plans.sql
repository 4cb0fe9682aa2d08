-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- What business tools ask, one statement a line behind its name. Filters: sales, customers and
-- visits by tenant, shipments by a list of regions, lines through their sale; products by none.

point: SELECT id, status, amount FROM sales WHERE id = 4200
count by status: SELECT status, count(*) FROM sales GROUP BY status ORDER BY status
revenue by month: SELECT date_trunc('month', placed_at) AS month, sum(amount) AS revenue FROM sales GROUP BY 1 ORDER BY 1
last thirty days: SELECT placed_at::date AS day, count(*), sum(amount) FROM sales WHERE placed_at >= timestamptz '2026-01-01' - interval '30 days' GROUP BY 1 ORDER BY 1
recent page: SELECT id, placed_at, status, amount FROM sales ORDER BY placed_at DESC, id DESC LIMIT 50
search by name: SELECT id, name, city FROM customers WHERE lower(name) LIKE 'customer 12%' ORDER BY name LIMIT 20
join customers: SELECT c.city, count(*) AS sales, sum(s.amount) AS revenue FROM sales AS s JOIN customers AS c ON c.id = s.customer_id GROUP BY c.city ORDER BY revenue DESC
left join, none bought: SELECT c.id, c.name FROM customers AS c LEFT JOIN sales AS s ON s.customer_id = c.id AND s.status = 'paid' WHERE s.id IS NULL ORDER BY c.id LIMIT 100
lines and products: SELECT p.category, sum(l.quantity * p.price) AS worth FROM lines AS l JOIN products AS p ON p.id = l.product_id GROUP BY p.category ORDER BY 2 DESC
lines of a sale: SELECT l.product_id, l.quantity FROM lines AS l WHERE l.sale_id = 4200
star of four: SELECT c.city, p.category, date_trunc('quarter', s.placed_at) AS quarter, sum(l.quantity * p.price) AS worth FROM sales AS s JOIN customers AS c ON c.id = s.customer_id JOIN lines AS l ON l.sale_id = s.id JOIN products AS p ON p.id = l.product_id WHERE s.status IN ('paid', 'shipped') GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 25
having: SELECT customer_id, sum(amount) AS total FROM sales GROUP BY customer_id HAVING sum(amount) > 1000 ORDER BY total DESC LIMIT 10
ratio, guarded division: SELECT status, sum(amount) / NULLIF(count(*), 0) AS mean FROM sales WHERE amount / NULLIF(quantity, 0) > 10 GROUP BY status ORDER BY 1
leaky condition: SELECT count(*) FROM sales WHERE amount * 1.2 > 100 AND placed_at > timestamptz '2025-06-01'
leaky beside a key: SELECT id, amount FROM sales WHERE id BETWEEN 4000 AND 4400 AND 1000 / quantity > 100
in a sub-select: SELECT count(*) FROM customers WHERE id IN (SELECT customer_id FROM sales WHERE amount > 490)
exists: SELECT count(*) FROM customers AS c WHERE EXISTS (SELECT FROM sales AS s WHERE s.customer_id = c.id AND s.placed_at >= timestamptz '2025-12-01')
window, running total: SELECT day, sum(total) OVER (ORDER BY day) FROM (SELECT placed_at::date AS day, sum(amount) AS total FROM sales GROUP BY 1) AS d ORDER BY day
rank in groups: SELECT * FROM (SELECT customer_id, id, amount, rank() OVER (PARTITION BY customer_id ORDER BY amount DESC) AS place FROM sales) AS r WHERE place <= 3 ORDER BY customer_id, place LIMIT 100
CTE, month on month: WITH months AS (SELECT date_trunc('month', placed_at) AS month, sum(amount) AS revenue FROM sales GROUP BY 1) SELECT a.month, a.revenue, a.revenue - b.revenue AS change FROM months AS a LEFT JOIN months AS b ON b.month = a.month - interval '1 month' ORDER BY 1
CTE, used once, leaky outside: WITH recent AS (SELECT id, amount, quantity, placed_at FROM sales) SELECT count(*) FROM recent WHERE amount / quantity > 5 AND placed_at >= timestamptz '2025-12-01'
union of two: SELECT 'sale' AS kind, count(*) FROM sales WHERE status = 'open' UNION ALL SELECT 'visit', count(*) FROM visits WHERE page = '/cart'
visits by page: SELECT page, count(*) AS visits, count(DISTINCT visitor) AS visitors FROM visits GROUP BY page ORDER BY visits DESC
funnel, lateral: SELECT c.id, last.placed_at FROM customers AS c CROSS JOIN LATERAL (SELECT s.placed_at FROM sales AS s WHERE s.customer_id = c.id ORDER BY s.placed_at DESC LIMIT 1) AS last WHERE c.city = 'Lyon' ORDER BY c.id
shipments in regions: SELECT region, count(*), avg(weight) FROM shipments WHERE weight > 5 GROUP BY region ORDER BY region
shipments of a sale: SELECT s.id, h.weight FROM sales AS s JOIN shipments AS h ON h.sale_id = s.id WHERE s.id = 4200
extract and case: SELECT extract(year FROM placed_at) AS year, count(CASE WHEN status = 'paid' THEN 1 END) AS paid, count(*) FILTER (WHERE status = 'open') AS open FROM sales GROUP BY 1 ORDER BY 1
text from a cast: SELECT count(*) FROM sales WHERE id::text LIKE '42%'
