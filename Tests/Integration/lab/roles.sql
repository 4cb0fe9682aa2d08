-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Logins of the laboratory. svc_lab reads everything the model names, svc_books is the role
-- connection with other grants, native_alpha is the plain role of the row-level security oracle.
--   psql variables: password

DROP ROLE IF EXISTS svc_lab, svc_books, native_alpha;
CREATE ROLE svc_lab LOGIN PASSWORD :'password';
CREATE ROLE svc_books LOGIN PASSWORD :'password';
CREATE ROLE native_alpha LOGIN PASSWORD :'password';
