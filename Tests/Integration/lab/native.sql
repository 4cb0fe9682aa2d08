-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- The oracle: what the model says for alice of alpha, said again as native row-level security for a
-- plain role, in a database of its own. It must not share one with the proxy: policies change what
-- the planner reads from statistics and would hide leaks of the proxy.

CREATE SCHEMA tenant;
CREATE TABLE tenant.invoices AS SELECT * FROM alpha_data.invoices;

GRANT USAGE ON SCHEMA public, books, tenant TO native_alpha;
GRANT SELECT ON customers, orders, products, items, events, sites, parcels, staff, readings, "Odd Name", order_totals,
    things, books.ledger, tenant.invoices TO native_alpha;

-- What is hidden is not there, what is masked is its mask.
ALTER TABLE staff DROP COLUMN wage;
ALTER TABLE staff ALTER COLUMN phone TYPE text USING md5(phone);

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE items ENABLE ROW LEVEL SECURITY;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE parcels ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff ENABLE ROW LEVEL SECURITY;
ALTER TABLE readings ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Odd Name" ENABLE ROW LEVEL SECURITY;
ALTER TABLE things ENABLE ROW LEVEL SECURITY;
ALTER TABLE books.ledger ENABLE ROW LEVEL SECURITY;

CREATE POLICY alpha ON customers FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON orders FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON items FOR SELECT TO native_alpha
    USING (EXISTS (SELECT FROM orders AS o WHERE o.id = items.order_id AND o.tenant_id = 'alpha'));
CREATE POLICY alpha ON events FOR SELECT TO native_alpha USING (region IN (1, 2));
CREATE POLICY alpha ON sites FOR SELECT TO native_alpha USING (code LIKE 'north-%');
CREATE POLICY alpha ON parcels FOR SELECT TO native_alpha USING (depot IN (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
CREATE POLICY alpha ON staff FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON readings FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON "Odd Name" FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON things FOR SELECT TO native_alpha USING (tenant_id = 'alpha');
CREATE POLICY alpha ON books.ledger FOR SELECT TO native_alpha USING (tenant_id = 'alpha');

-- What the configuration lists as extensions is found without their schema.
ALTER ROLE native_alpha IN DATABASE lab_native SET search_path = public, ext;

-- Hidden and masked columns: views in place of the tables.
DROP VIEW people_list;
ALTER TABLE people RENAME TO people_stored;
ALTER TABLE desks RENAME TO desks_stored;
CREATE VIEW people AS
    SELECT id, tenant_id, name, md5(email) AS email, md5(salary::text) AS salary, hired, boss_id
    FROM people_stored WHERE tenant_id = 'alpha';
CREATE VIEW desks AS
    SELECT id, tenant_id, staff_id, badge, bonus, md5(phone::text) AS phone
    FROM desks_stored WHERE tenant_id = 'alpha';
CREATE VIEW people_list AS SELECT id, md5(tenant_id) AS tenant_id, name, email FROM people;
GRANT SELECT ON people, desks, people_list TO native_alpha;

ANALYZE;
