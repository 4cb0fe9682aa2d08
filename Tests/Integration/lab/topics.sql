-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- A shop for topics: joins that multiply rows, a table joined twice, tables behind tables, a compound
-- key, rows without partners, nulls.

CREATE SCHEMA sales;

CREATE TABLE sales.countries (code text PRIMARY KEY, name text NOT NULL, continent text);
INSERT INTO sales.countries VALUES
    ('de', 'Germany', 'Europe'), ('fr', 'France', 'Europe'), ('jp', 'Japan', 'Asia'), ('xx', 'Nowhere', NULL);

CREATE TABLE sales.customers (
    id integer PRIMARY KEY, name text NOT NULL, email text, region text, country text, rating numeric(6, 2),
    weight double precision
);
INSERT INTO sales.customers
SELECT n, 'customer ' || n, 'c' || n || '@x.test', (ARRAY['emea', 'apac', NULL, 'amer'])[1 + n % 4],
    (ARRAY['de', 'fr', 'jp', NULL, 'gone'])[1 + n % 5], CASE WHEN n % 7 > 0 THEN n * 1.25 END, n / 3.0
FROM generate_series(1, 60) AS n;

CREATE TABLE sales.orders (
    id bigint PRIMARY KEY, customer_id integer, seller_id integer, status text, "Channel" text,
    created_at timestamptz NOT NULL, due date, amount numeric(10, 2), fee double precision, points integer,
    deleted_at timestamptz
);
INSERT INTO sales.orders
SELECT n, CASE WHEN n % 11 > 0 THEN 1 + n * 7 % 63 END, 1 + n * 5 % 60,
    (ARRAY['open', 'done', 'draft', NULL, 'done'])[1 + n % 5], (ARRAY['web', 'shop'])[1 + n % 2],
    '2024-01-01 00:30:00+00'::timestamptz + n * interval '31 hours', date '2024-01-10' + n,
    CASE WHEN n % 13 > 0 THEN n * 3.17 END, n * 0.5, n % 9,
    CASE WHEN n % 17 = 0 THEN '2024-06-01'::timestamptz END
FROM generate_series(1, 400) AS n;

CREATE TABLE sales.products (id integer PRIMARY KEY, name text NOT NULL, brand text, price numeric(8, 2));
INSERT INTO sales.products
SELECT n, 'product ' || n, (ARRAY['ajax', 'brio', 'cora', NULL])[1 + n % 4], n * 1.1
FROM generate_series(1, 20) AS n;

CREATE TABLE sales.order_lines (
    order_id bigint NOT NULL, line integer NOT NULL, product_id integer, quantity integer, price numeric(8, 2),
    PRIMARY KEY (order_id, line)
);
INSERT INTO sales.order_lines
SELECT o.id, l, CASE WHEN (o.id + l) % 19 > 0 THEN 1 + (o.id * 3 + l) % 22 END, CASE WHEN l < 4 THEN l END,
    (o.id % 50) + l * 0.25
FROM sales.orders AS o, generate_series(1, 5) AS l
WHERE l <= o.id % 6;

-- No key at all.
CREATE TABLE sales.visits (customer_id integer, page text, seconds integer);
INSERT INTO sales.visits
SELECT 1 + n % 40, 'page ' || n % 6, n % 100 FROM generate_series(1, 300) AS n;

-- What the filters hide would fail the model's own expressions.
INSERT INTO sales.customers VALUES (900, 'CANARY', 'CANARY@x.test', 'hidden', 'xx', 1, 0);
INSERT INTO sales.orders VALUES
    (900, 900, 900, 'CANARY', 'web', '2024-05-01', '2024-05-01', 1, 0, 0, NULL);

CREATE SCHEMA north;
CREATE TABLE north.stock (product_id integer PRIMARY KEY, pieces integer);
INSERT INTO north.stock SELECT n, n * 2 FROM generate_series(1, 10) AS n;
CREATE SCHEMA template;
CREATE TABLE template.stock (product_id integer PRIMARY KEY, pieces integer);

GRANT USAGE ON SCHEMA sales, north, template TO svc_lab;
GRANT SELECT ON ALL TABLES IN SCHEMA sales, north, template TO svc_lab;
VACUUM ANALYZE;
