-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- The database's own logins, the same on every cluster of the demo. They are what a service account
-- behind the proxy should be: owner of nothing, no superuser, no temporary tables, read-only.
--   psql variables: shop_password, finance_password

CREATE ROLE svc_shop LOGIN PASSWORD :'shop_password';
CREATE ROLE svc_finance LOGIN PASSWORD :'finance_password';
ALTER ROLE svc_shop SET default_transaction_read_only = on;
ALTER ROLE svc_finance SET default_transaction_read_only = on;
