-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Makes a copy of the shop differ in nothing but what the access filters of its topics hide from emea@x.test.

UPDATE sales.customers SET weight = 900, rating = NULL, name = 'x', email = 'y', region = 'other' WHERE id = 900;
DELETE FROM sales.orders WHERE id = 900;
-- A lone escape breaks patterns, nothing and nought break divisions, casts and lengths.
INSERT INTO sales.customers SELECT 1000 + n, 'CANARY' || n, 'CANARY\', 'hidden', 'xx', n, 0 FROM generate_series(1, 40) AS n;
INSERT INTO sales.orders
SELECT 2000 + n, 1000 + n, 1000 + n, 'CANARY\', 'CANARY', '2024-05-01', '290000-12-31', 0, 0, 0, NULL FROM generate_series(1, 40) AS n;
INSERT INTO sales.order_lines SELECT 2000 + n, 1, 1, 0, 0 FROM generate_series(1, 40) AS n;
INSERT INTO sales.visits SELECT 1000 + n, 'CANARY\', 0 FROM generate_series(1, 40) AS n;
VACUUM ANALYZE;
