-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors

GRANT USAGE ON SCHEMA public, books, tenant_template, alpha_data, beta_data TO svc_lab;
GRANT SELECT ON ALL TABLES IN SCHEMA public, books, tenant_template, alpha_data, beta_data TO svc_lab;
GRANT USAGE ON SCHEMA public, books TO svc_books;
GRANT SELECT ON orders, products, books.ledger TO svc_books;
ANALYZE;
