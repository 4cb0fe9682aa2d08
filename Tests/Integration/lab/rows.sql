-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Rows by arithmetic. Rows of alpha come first and never differ; rows of beta follow and differ
-- from database to database by :salt, so that two databases are equal in all that alpha may see.
-- Texts of beta hold the word CANARY, its numbers lie between 700,000 and 800,000.

CREATE FUNCTION pg_temp.one_of(choices text[], n integer) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT choices[1 + n % cardinality(choices)] $$;

INSERT INTO products
SELECT n, 'product ' || n, pg_temp.one_of(ARRAY['tools','toys',NULL,'books'], n), n * 1.25
FROM generate_series(1, 12) AS n;

-- alpha, and a few rows that belong to nobody.
INSERT INTO customers
SELECT n, CASE WHEN n % 13 = 0 THEN NULL ELSE 'alpha' END, 'alpha customer ' || n,
       pg_temp.one_of(ARRAY['Lisbon','Lyon',NULL,'Ghent','100'], n), n * 37 % 50
FROM generate_series(1, 40) AS n;
INSERT INTO orders
SELECT n, CASE WHEN n % 29 = 0 THEN NULL ELSE 'alpha' END,
       CASE WHEN n % 11 = 0 THEN NULL WHEN n % 17 = 0 THEN 1000 + n % 9 ELSE 1 + n * 7 % 45 END,
       pg_temp.one_of(ARRAY['open','paid','shipped',NULL,'42'], n), (n * 131 % 997) / 4.0,
       CASE WHEN n % 7 = 0 THEN NULL ELSE n % 6 END, DATE '2024-01-01' + n,
       CASE WHEN n % 5 = 0 THEN 'note ' || n END
FROM generate_series(1, 150) AS n;
INSERT INTO items
SELECT o, line, CASE WHEN (o + line) % 7 = 0 THEN NULL ELSE 1 + (o * 5 + line) % 14 END, (o + line) % 5, 'item ' || o || '/' || line
FROM generate_series(1, 150) AS o CROSS JOIN generate_series(1, 3) AS line WHERE (o + line) % 3 > 0;
INSERT INTO events
SELECT n, CASE WHEN n % 10 = 0 THEN NULL ELSE 1 + n % 2 END, pg_temp.one_of(ARRAY['click','view','buy'], n), 'payload ' || n
FROM generate_series(1, 60) AS n;
INSERT INTO sites SELECT n, 'north-' || n, n * 3 FROM generate_series(1, 10) AS n;
INSERT INTO parcels
SELECT n, CASE WHEN n % 17 = 0 THEN NULL ELSE 1 + n % 14 END, n * 3 % 41, pg_temp.one_of(ARRAY['sent','lost',NULL], n)
FROM generate_series(1, 90) AS n;
INSERT INTO staff
SELECT n, 'alpha', 730000 + n * :salt % 9000, n % 4, CASE WHEN n % 6 > 0 THEN '555-' || n END FROM generate_series(1, 24) AS n;
INSERT INTO readings SELECT 'alpha', DATE '2024-01-05' + n * 9, n FROM generate_series(1, 60) AS n;
INSERT INTO "Odd Name" SELECT n, 'alpha', 'word ' || n, 'é' || n FROM generate_series(1, 8) AS n;
INSERT INTO books.ledger SELECT n, 'alpha', n * 100 FROM generate_series(1, 20) AS n;
INSERT INTO alpha_data.invoices SELECT n, 'alpha client ' || n, n * 9.99 FROM generate_series(1, 15) AS n;

-- beta: same keys never, same shapes always.
INSERT INTO customers
SELECT 700000 + n, 'beta', 'CANARY customer ' || md5((n * :salt)::text),
       pg_temp.one_of(ARRAY['CANARY city ' || :salt, 'CANARYville'], n), 700000 + n * :salt % 1000
FROM generate_series(1, 30 + :salt % 7) AS n;
INSERT INTO orders
SELECT 700000 + n, 'beta', 700000 + n % 30, 'CANARY ' || md5((n * :salt)::text), 700000 + n * :salt % 1000,
       700000 + n, DATE '2024-01-01' + n, 'CANARY note ' || n * :salt
FROM generate_series(1, 120 + :salt % 11) AS n;
INSERT INTO items
SELECT 700000 + n, 1, 1 + n % 12, 700000 + n, 'CANARY item ' || n * :salt FROM generate_series(1, 100 + :salt % 5) AS n;
INSERT INTO events
SELECT 700000 + n, 3, 'CANARY kind', 'CANARY payload ' || n * :salt FROM generate_series(1, 40 + :salt % 3) AS n;
INSERT INTO sites SELECT 700000 + n, 'CANARY-south-' || n * :salt, 700000 + n FROM generate_series(1, 9) AS n;
INSERT INTO parcels SELECT 700000 + n, 99, 700000 + n, 'CANARY ' || n * :salt FROM generate_series(1, 80 + :salt % 3) AS n;
INSERT INTO staff SELECT 700000 + n, 'beta', 700000 + n, 700000, 'CANARY ' || n * :salt FROM generate_series(1, 12) AS n;
INSERT INTO readings SELECT 'beta', DATE '2024-01-06' + n * 9, 700000 + n * :salt % 1000 FROM generate_series(1, 50 + :salt % 3) AS n;
INSERT INTO "Odd Name" SELECT 700000 + n, 'beta', 'CANARY word ' || n * :salt, 'CANARY' FROM generate_series(1, 6) AS n;
INSERT INTO books.ledger SELECT 700000 + n, 'beta', 700000 + n * :salt FROM generate_series(1, 10) AS n;
INSERT INTO beta_data.invoices SELECT 700000 + n, 'CANARY client ' || n * :salt, 700000 + n FROM generate_series(1, 9 + :salt % 4) AS n;
INSERT INTO secrets SELECT n, 'CANARY secret ' || n * :salt FROM generate_series(1, 9) AS n;
