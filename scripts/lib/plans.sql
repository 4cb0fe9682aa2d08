-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- What business tools and people ask, one statement a line behind its name. Filters: sales, customers and
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

tableau, custom sql: SELECT "Custom SQL Query"."status" AS "status", SUM("Custom SQL Query"."amount") AS "sum:amount:ok" FROM (SELECT id, customer_id, status, amount, quantity, placed_at FROM sales) "Custom SQL Query" WHERE "Custom SQL Query"."placed_at" >= timestamptz '2025-12-01' AND lower("Custom SQL Query"."status") LIKE 'pai%' GROUP BY 1
tableau, year filter: SELECT CAST(EXTRACT(YEAR FROM "t"."placed_at") AS INTEGER) AS yr, SUM(CAST("t"."amount" AS DOUBLE PRECISION)) FROM (SELECT * FROM sales) "t" WHERE CAST("t"."id" AS TEXT) LIKE '12%' AND "t"."placed_at" >= '2025-11-01' GROUP BY 1
superset, virtual table: SELECT DATE_TRUNC('day', placed_at) AS placed_at, sum(amount) AS "SUM(amount)" FROM (SELECT * FROM sales) AS virtual_table WHERE placed_at >= TO_TIMESTAMP('2025-12-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') AND placed_at < TO_TIMESTAMP('2026-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US') GROUP BY DATE_TRUNC('day', placed_at) ORDER BY "SUM(amount)" DESC LIMIT 10000
superset, star of star: SELECT * FROM (SELECT * FROM sales) AS virtual_table WHERE placed_at::date >= '2025-12-20' LIMIT 1000
metabase: SELECT "source"."status" AS "status", count(*) AS "count" FROM (SELECT "public"."sales"."id" AS "id", "public"."sales"."status" AS "status", "public"."sales"."placed_at" AS "placed_at" FROM "public"."sales") AS "source" WHERE (lower("source"."status") LIKE '%pai%') AND "source"."placed_at" BETWEEN timestamp with time zone '2025-11-01 00:00:00.000Z' AND timestamp with time zone '2025-11-08 00:00:00.000Z' GROUP BY "source"."status" ORDER BY "source"."status" ASC
power bi, nested: select "_"."city", "_"."a0" from (select "rows"."city" as "city", sum("rows"."amount") as "a0" from (select "$Outer"."amount", "$Inner"."city" from sales "$Outer" left outer join customers "$Inner" on ("$Outer"."customer_id" = "$Inner"."id")) "rows" group by "city") "_" where not "_"."a0" is null limit 1000001
power bi, search: select "t0"."id", "t0"."name" from (select "_"."id","_"."name","_"."city" from "public"."customers" "_" where position('42' in "_"."name") > 0) "t0" order by 1 limit 501
looker: SELECT customers.city AS "customers.city", DATE(sales.placed_at) AS "sales.placed_date", COUNT(*) AS "sales.count", COALESCE(SUM(sales.amount), 0) AS "sales.total" FROM public.sales AS sales LEFT JOIN public.customers AS customers ON sales.customer_id = customers.id WHERE ((( sales.placed_at ) >= ((DATE_TRUNC('day', TIMESTAMP '2025-12-25'))) AND ( sales.placed_at ) < ((DATE_TRUNC('day', TIMESTAMP '2025-12-25') + (7 || ' day')::INTERVAL)))) GROUP BY 1, 2 ORDER BY 3 DESC FETCH NEXT 500 ROWS ONLY
cte chain: WITH recent AS (SELECT id, customer_id, amount, quantity, placed_at FROM sales WHERE placed_at >= timestamptz '2025-11-01'), enriched AS (SELECT r.*, c.city, c.name FROM recent r JOIN customers c ON c.id = r.customer_id) SELECT city, count(*), sum(amount / quantity) FROM enriched WHERE amount / quantity > 5 GROUP BY city ORDER BY 1
cte chain, leaky late: WITH base AS (SELECT * FROM sales), x AS (SELECT id, status, amount::text AS t, placed_at FROM base) SELECT status, count(*) FROM x WHERE t LIKE '4%' AND placed_at >= '2025-12-15' GROUP BY 1
derived, grouped, leaky key: SELECT * FROM (SELECT customer_id, status, sum(amount) AS total FROM sales GROUP BY 1, 2) s WHERE upper(status) = 'PAID' AND customer_id = 47 ORDER BY total
derived, grouped, alias key: SELECT m, total FROM (SELECT to_char(placed_at, 'YYYY-MM') AS m, sum(amount) AS total FROM sales WHERE placed_at >= '2025-10-01' GROUP BY 1) s WHERE m >= '2025-11' ORDER BY 1
derived, distinct: SELECT count(*) FROM (SELECT DISTINCT customer_id, status FROM sales) s WHERE lower(status) = 'open'
derived, union all: SELECT kind, count(*) FROM (SELECT 'sale' AS kind, id, status AS what FROM sales WHERE placed_at >= '2025-12-01' UNION ALL SELECT 'visit', id, page FROM visits WHERE id < 1000) u WHERE lower(what) LIKE '%a%' GROUP BY 1
derived, window, leaky: SELECT * FROM (SELECT id, customer_id, amount, quantity, row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC) AS n FROM sales) r WHERE n = 1 AND amount / quantity > 100 ORDER BY id
derived, customer key: SELECT s.id, s.amount FROM (SELECT id, customer_id, amount, quantity FROM sales) s WHERE s.customer_id = 47 AND s.amount / s.quantity > 1 ORDER BY 1
derived, primary key: SELECT s.id FROM (SELECT id, amount, quantity FROM sales) s WHERE s.id BETWEEN 4000 AND 5000 AND 1000 / s.quantity > 100
derived join, leaky: SELECT c.city, count(*) FROM (SELECT id, customer_id, amount, quantity, placed_at FROM sales) s JOIN customers c ON c.id = s.customer_id WHERE s.amount / s.quantity > 10 AND s.placed_at >= '2025-12-01' GROUP BY 1 ORDER BY 1
derived left join, leaky: SELECT c.id, s.id FROM customers c LEFT JOIN (SELECT id, customer_id, amount, quantity, placed_at FROM sales WHERE placed_at >= '2025-12-20') s ON c.id = s.customer_id AND s.amount / s.quantity > 10 WHERE c.city = 'Lyon' ORDER BY 1, 2
two deriveds: SELECT a.m, a.n, b.n FROM (SELECT date_trunc('month', placed_at) AS m, count(*) AS n FROM sales WHERE placed_at::date >= '2025-06-01' GROUP BY 1) a JOIN (SELECT date_trunc('month', placed_at) AS m, count(*) AS n FROM sales WHERE lower(status) = 'paid' GROUP BY 1) b ON a.m = b.m ORDER BY 1
date cast: SELECT count(*) FROM sales WHERE placed_at::date BETWEEN '2025-12-01' AND '2025-12-31'
in list: SELECT status, count(*) FROM sales WHERE customer_id IN (7, 27, 47, 67, 87) AND status IN ('open', 'paid') GROUP BY 1 ORDER BY 1
ilike: SELECT id, name FROM customers WHERE name ILIKE '%customer 9%' ORDER BY id LIMIT 50
ilike derived: SELECT id, name FROM (SELECT id, name, city FROM customers) c WHERE c.name ILIKE '%customer 9%' ORDER BY id LIMIT 50
case buckets: SELECT CASE WHEN amount < 100 THEN 'low' WHEN amount < 300 THEN 'mid' ELSE 'high' END AS bucket, count(*) FROM sales GROUP BY 1 ORDER BY 1
case in where: SELECT count(*) FROM sales WHERE CASE WHEN amount < 100 THEN 'low' WHEN amount < 300 THEN 'mid' ELSE 'high' END = 'mid'
coalesce: SELECT count(*) FROM sales WHERE coalesce(status, 'none') <> 'void' AND placed_at >= '2025-11-01'
lower: SELECT count(*) FROM sales WHERE lower(status) = 'paid' AND placed_at >= '2025-11-01'
ratio: SELECT id, amount / nullif(quantity, 0) AS r FROM sales WHERE amount / nullif(quantity, 0) > 300 ORDER BY 2 DESC, 1 LIMIT 20
count distinct: SELECT date_trunc('month', placed_at) AS m, count(DISTINCT customer_id) FROM sales GROUP BY 1 ORDER BY 1
page: SELECT id, amount FROM sales ORDER BY id LIMIT 50 OFFSET 2000
semi join, leaky inside: SELECT count(*) FROM customers c WHERE c.id IN (SELECT s.customer_id FROM sales s WHERE s.amount / s.quantity > 300)
exists, leaky inside: SELECT count(*) FROM customers c WHERE EXISTS (SELECT 1 FROM sales s WHERE s.customer_id = c.id AND s.amount / s.quantity > 300)
not exists: SELECT count(*) FROM customers c WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE s.customer_id = c.id AND s.placed_at >= '2025-12-30')
anti join, leaky: SELECT count(*) FROM customers c WHERE NOT EXISTS (SELECT 1 FROM sales s WHERE s.customer_id = c.id AND s.amount::int > 490)
scalar sub-select: SELECT c.id, (SELECT max(s.placed_at) FROM sales s WHERE s.customer_id = c.id) AS last FROM customers c WHERE c.city = 'Oslo' ORDER BY 1 LIMIT 100
scalar sub-select, leaky: SELECT c.id, (SELECT sum(s.amount) FROM sales s WHERE s.customer_id = c.id AND s.amount::int > 100) AS last FROM customers c WHERE c.city = 'Oslo' ORDER BY 1 LIMIT 100
above average: SELECT count(*) FROM sales WHERE amount > (SELECT avg(amount) FROM sales)
joins of three: SELECT c.city, s.status, sum(l.quantity) FROM customers c JOIN sales s ON s.customer_id = c.id JOIN lines l ON l.sale_id = s.id WHERE s.placed_at >= '2025-12-01' GROUP BY 1, 2 ORDER BY 1, 2
joins of three, path first: SELECT p.category, count(*) FROM lines l JOIN products p ON p.id = l.product_id JOIN sales s ON s.id = l.sale_id WHERE s.placed_at >= '2025-12-01' GROUP BY 1 ORDER BY 1
joins of four: SELECT c.city, p.category, sum(l.quantity * p.price) FROM lines l JOIN products p ON p.id = l.product_id JOIN sales s ON s.id = l.sale_id JOIN customers c ON c.id = s.customer_id WHERE s.placed_at >= '2025-12-01' GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10
joins of four, leaky: SELECT c.city, p.category, sum(l.quantity * p.price) FROM lines l JOIN products p ON p.id = l.product_id JOIN sales s ON s.id = l.sale_id JOIN customers c ON c.id = s.customer_id WHERE s.placed_at >= '2025-12-01' AND lower(c.name) LIKE '%1%' GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 10
joins of three, leaky on one: SELECT c.city, h.region, count(*) FROM customers c JOIN sales s ON s.customer_id = c.id JOIN shipments h ON h.sale_id = s.id WHERE s.placed_at::date >= '2025-06-01' GROUP BY 1, 2 ORDER BY 1, 2
lines leaky: SELECT count(*) FROM lines WHERE 10 / quantity > 3
lines join leaky: SELECT count(*) FROM lines l JOIN products p ON p.id = l.product_id WHERE l.quantity * p.price > 100
list leaky: SELECT count(*) FROM shipments WHERE weight::int > 20
list leaky derived: SELECT region, count(*) FROM (SELECT * FROM shipments) s WHERE weight::int > 20 GROUP BY 1 ORDER BY 1
having leaky: SELECT status, sum(amount) AS t FROM sales GROUP BY status HAVING lower(status) <> 'void' ORDER BY 1
filter agg: SELECT city, count(*) FILTER (WHERE lower(name) LIKE '%1') FROM customers GROUP BY 1 ORDER BY 1
group by expr: SELECT lower(status) AS st, to_char(placed_at, 'YYYY') AS y, sum(amount) FROM sales GROUP BY 1, 2 ORDER BY 1, 2
distinct leaky: SELECT DISTINCT upper(city) FROM customers ORDER BY 1
order leaky: SELECT id, name FROM customers ORDER BY lower(name), id LIMIT 20
top n per group: SELECT * FROM (SELECT c.city, s.id, s.amount, row_number() OVER (PARTITION BY c.city ORDER BY s.amount DESC, s.id) AS rn FROM sales s JOIN customers c ON c.id = s.customer_id WHERE s.placed_at >= '2025-11-01') t WHERE rn <= 5 ORDER BY 1, 4
lag: SELECT m, total, total - lag(total) OVER (ORDER BY m) AS d FROM (SELECT date_trunc('month', placed_at) AS m, sum(amount) AS total FROM sales GROUP BY 1) t ORDER BY 1
rollup: SELECT status, date_trunc('year', placed_at) AS y, sum(amount) FROM sales GROUP BY ROLLUP (1, 2) ORDER BY 1, 2
pivot: SELECT date_trunc('month', placed_at) AS m, sum(CASE WHEN status = 'paid' THEN amount ELSE 0 END) AS paid, sum(CASE WHEN status = 'open' THEN amount ELSE 0 END) AS open FROM sales WHERE placed_at >= '2025-01-01' GROUP BY 1 ORDER BY 1
now relative: SELECT count(*) FROM sales WHERE placed_at >= now() - interval '5 years' AND placed_at < now()
date part: SELECT extract(dow FROM placed_at) AS dow, count(*) FROM sales WHERE extract(year FROM placed_at) = 2025 GROUP BY 1 ORDER BY 1
date trunc filter: SELECT count(*), sum(amount) FROM sales WHERE date_trunc('month', placed_at) = '2025-06-01'
at time zone: SELECT date_trunc('day', placed_at AT TIME ZONE 'Europe/Paris') AS d, count(*) FROM sales WHERE placed_at >= '2025-12-01' GROUP BY 1 ORDER BY 1
at time zone where: SELECT count(*) FROM sales WHERE (placed_at AT TIME ZONE 'Europe/Paris')::date = '2025-12-05'
concat search: SELECT id FROM customers WHERE name || ' ' || city ILIKE '%12 lyon%' ORDER BY 1
length: SELECT count(*) FROM customers WHERE length(name) > 12
self join: SELECT count(*) FROM sales a JOIN sales b ON b.customer_id = a.customer_id AND b.id > a.id WHERE a.placed_at >= '2025-12-28' AND b.placed_at >= '2025-12-28'
between arithmetic: SELECT count(*) FROM sales WHERE amount * quantity BETWEEN 100 AND 200
regexp: SELECT count(*) FROM customers WHERE name ~* 'customer [0-9]*7$'
substring: SELECT substring(name from 1 for 10) AS p, count(*) FROM customers WHERE left(name, 10) = 'Customer 1' GROUP BY 1 ORDER BY 1
any array: SELECT count(*) FROM sales WHERE status = ANY (ARRAY['open', 'paid']) AND placed_at >= '2025-12-01'
row comparison: SELECT id FROM sales WHERE (placed_at, id) > (timestamptz '2025-11-20 11:00', 100) ORDER BY placed_at, id LIMIT 50
is distinct: SELECT count(*) FROM sales WHERE status IS DISTINCT FROM 'void'
full join: SELECT coalesce(a.d, b.d) AS d, a.n, b.n FROM (SELECT placed_at::date AS d, count(*) AS n FROM sales WHERE status = 'open' AND placed_at >= '2025-12-01' GROUP BY 1) a FULL JOIN (SELECT placed_at::date AS d, count(*) AS n FROM sales WHERE status = 'paid' AND placed_at >= '2025-12-01' GROUP BY 1) b ON a.d = b.d ORDER BY 1
lateral agg: SELECT c.city, sum(x.t) FROM customers c CROSS JOIN LATERAL (SELECT sum(s.amount) AS t FROM sales s WHERE s.customer_id = c.id AND s.placed_at >= '2025-06-01') x GROUP BY 1 ORDER BY 1
cte twice: WITH m AS (SELECT customer_id, sum(amount) AS t FROM sales GROUP BY 1) SELECT count(*) FROM m WHERE t > (SELECT avg(t) FROM m)
cohort: WITH firsts AS (SELECT customer_id, min(placed_at)::date AS f FROM sales GROUP BY 1) SELECT date_trunc('month', f.f) AS cohort, count(DISTINCT s.customer_id) FROM firsts f JOIN sales s ON s.customer_id = f.customer_id WHERE s.placed_at::date - f.f BETWEEN 0 AND 30 GROUP BY 1 ORDER BY 1
percentile: SELECT status, percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FROM sales WHERE placed_at >= '2025-01-01' GROUP BY 1 ORDER BY 1
string agg: SELECT city, string_agg(DISTINCT left(name, 9), ',') FROM customers GROUP BY 1 ORDER BY 1
grouped over join sub: SELECT city, avg(n) FROM (SELECT c.city, c.id, count(s.id) AS n FROM customers c LEFT JOIN sales s ON s.customer_id = c.id GROUP BY c.city, c.id) t GROUP BY city ORDER BY 1
nested three deep: SELECT st, sum(t) FROM (SELECT st, t FROM (SELECT status AS st, amount AS t, placed_at AS p FROM (SELECT * FROM sales) a WHERE placed_at >= '2025-12-01') b WHERE t::int > 50) c WHERE upper(st) <> 'VOID' GROUP BY 1 ORDER BY 1
in sub-select of derived: SELECT count(*) FROM visits v WHERE v.visitor IN (SELECT customer_id FROM (SELECT customer_id, amount, quantity FROM sales WHERE placed_at >= '2025-12-30') s WHERE s.amount / s.quantity > 20)
select list leaky sub-select: SELECT t.y, count(*) FROM (SELECT to_char(placed_at, 'YYYY')::int AS y, amount FROM sales) t GROUP BY 1 ORDER BY 1
select list leaky, filtered: SELECT t.y, count(*) FROM (SELECT to_char(placed_at, 'YYYY')::int AS y, amount, placed_at FROM sales) t WHERE t.y = 2025 AND placed_at >= '2025-10-01' GROUP BY 1 ORDER BY 1
