-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Two database roles. svc_shop reads everything the model names: the primary connection is the
-- superset of all others. svc_finance is the role connection: the books, but no person's data.

-- Run once per database.
SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()) \gexec

GRANT USAGE ON SCHEMA public, finance, tenant_template, acme_data, globex_data TO svc_shop;
GRANT SELECT ON ALL TABLES IN SCHEMA public, finance, tenant_template, acme_data, globex_data TO svc_shop;

GRANT USAGE ON SCHEMA public, finance TO svc_finance;
GRANT SELECT ON orders, order_items, products, finance.payouts TO svc_finance;

ANALYZE;
