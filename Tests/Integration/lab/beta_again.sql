-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Makes a copy of the laboratory differ in nothing but what alpha may not see.

DELETE FROM customers WHERE tenant_id = 'beta';
DELETE FROM orders WHERE tenant_id = 'beta';
DELETE FROM items WHERE order_id > 700000;
DELETE FROM events WHERE region = 3;
DELETE FROM sites WHERE code LIKE 'CANARY%';
DELETE FROM parcels WHERE depot = 99;
DELETE FROM staff WHERE tenant_id = 'beta';
-- The hidden column of the rows that alpha sees.
UPDATE staff SET wage = id % 2;
DELETE FROM readings WHERE tenant_id = 'beta';
DELETE FROM "Odd Name" WHERE tenant_id = 'beta';
DELETE FROM books.ledger WHERE tenant_id = 'beta';
DELETE FROM beta_data.invoices;
DELETE FROM things WHERE tenant_id = 'beta';
DELETE FROM secrets;

-- Text that breaks patterns, casts and divisions where the first database has ordinary text.
INSERT INTO customers SELECT 700500 + n, 'beta', 'CANARY\', 'CANARY%', 0 FROM generate_series(1, 400) AS n;
INSERT INTO orders SELECT 700500 + n, 'beta', 0, 'CANARY\', 0, 0, NULL, '0' FROM generate_series(1, 900) AS n;
INSERT INTO orders SELECT 702000 + n, 'beta', 0, '0', 0, 0, NULL, 'CANARY' FROM generate_series(1, 90) AS n;
INSERT INTO items SELECT 700500 + n, 1, 0, 0, 'CANARY\' FROM generate_series(1, 300) AS n;
INSERT INTO events SELECT 700500 + n, 3, '7', 'CANARY\' FROM generate_series(1, 200) AS n;
INSERT INTO parcels SELECT 700500 + n, 99, 0, 'CANARY\' FROM generate_series(1, 250) AS n;
INSERT INTO staff SELECT 700500 + n, 'beta', 0, 0, 'CANARY\' FROM generate_series(1, 60) AS n;
INSERT INTO readings SELECT 'beta', DATE '2025-01-06', 0 FROM generate_series(1, 70) AS n;
INSERT INTO "Odd Name" VALUES (0, 'beta', '0', 'CANARY\');
INSERT INTO things (id, tenant_id, small, body, tags, doc, attrs, extra, email, spot, label)
SELECT 700500 + n, 'beta', 0, 'CANARY\', '{"CANARY\\"}', '"CANARY"', '"CANARY"', 'CANARY=>x', 'CANARY', ('CANARY\', 0)::place, '0'
FROM generate_series(1, 500) AS n;
INSERT INTO secrets VALUES (0, 'CANARY');

-- alpha's rows of people and desks differ in what is hidden, and in addresses that have one MD5.
UPDATE people SET badge = CASE WHEN id % 2 = 0 THEN 'CANARY\' END, bonus = 0, rating = -id;
UPDATE people SET email = 'TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak'
WHERE email LIKE 'TEXTCOLL%';
UPDATE people SET email = 'TEXTCOLLBYfGiJUETHQ4hEcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak'
WHERE email LIKE 'TEXTCOLL%' AND id % 3 = 0;
UPDATE desks SET pin = repeat('CANARY', id % 4);
DELETE FROM people WHERE tenant_id = 'beta';
DELETE FROM desks WHERE tenant_id = 'beta';
INSERT INTO people SELECT 770000500 + n, 'beta', 'CANARY', 'CANARY\', 'CANARY\', 0, 0, NULL, 0, 0 FROM generate_series(1, 300) AS n;
INSERT INTO desks SELECT 770000500 + n, 'beta', 0, '0', 0, 'CANARY\', '0' FROM generate_series(1, 200) AS n;
-- Without an order rows come as they lie.
CLUSTER people USING people_pkey;
CLUSTER desks USING desks_pkey;
CREATE OR REPLACE VIEW people_list AS
    SELECT id, tenant_id, name, email, badge AS stamp FROM people;
