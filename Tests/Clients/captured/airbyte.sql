-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Airbyte, Fivetran, Stitch and other loaders: what they ask before they copy.

SELECT TRUE AS result;

SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' ORDER BY 1;

SELECT nspname AS table_schem, relname AS table_name, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'p' THEN 'partitioned table' END AS kind, obj_description(c.oid, 'pg_class') AS remarks FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND nspname NOT IN ('pg_catalog', 'information_schema') AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2;

SELECT DISTINCT table_catalog, table_schema, table_name, privilege_type FROM information_schema.table_privileges WHERE grantee = current_user AND privilege_type = 'SELECT' UNION ALL SELECT r.rolname AS table_catalog, n.nspname AS table_schema, c.relname AS table_name, 'SELECT' AS privilege_type FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user AND c.relkind = 'm' ORDER BY table_schema, table_name;

SELECT nspname || '.' || relname AS "relation", pg_relation_size(c.oid) AS size FROM pg_class c LEFT JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relname = 'orders';

SELECT a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS data_type, a.attnum, NOT a.attnotnull AS nullable, i.indisprimary FROM pg_index i RIGHT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND i.indisprimary WHERE a.attrelid = 'public.orders'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum;

SELECT kcu.table_schema, kcu.table_name, kcu.column_name, kcu.ordinal_position FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage kcu ON kcu.constraint_name = tc.constraint_name AND kcu.constraint_schema = tc.constraint_schema WHERE tc.constraint_type = 'PRIMARY KEY' ORDER BY 1, 2, 4;

SELECT table_schema, table_name, column_name, data_type, udt_name, is_nullable, character_maximum_length, numeric_precision, numeric_scale, ordinal_position FROM information_schema.columns WHERE table_schema NOT IN ('information_schema', 'pg_catalog') ORDER BY 1, 2, 10;

SELECT t.typname, e.enumlabel FROM pg_type t JOIN pg_enum e ON t.oid = e.enumtypid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace ORDER BY t.typname, e.enumsortorder;

SHOW server_version;

SHOW default_transaction_isolation;

SELECT current_setting('server_version_num')::int >= 100000 AS is_recent, current_setting('TimeZone') AS zone;

SELECT max("id") FROM "public"."orders";

SELECT count(*) FROM "public"."orders" WHERE "id" > 3 AND "id" <= 50;
