-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Airbyte, Fivetran, Stitch, Hevo: discovery of streams.

SELECT nspname || '.' || relname AS nspname_relname FROM pg_class, pg_namespace WHERE relnamespace = pg_namespace.oid AND relkind = 'r' AND (has_table_privilege(pg_class.oid, 'SELECT')) LIMIT 5;

WITH privs AS ( SELECT DISTINCT table_catalog, table_schema, table_name FROM information_schema.role_table_grants WHERE grantee = current_user AND privilege_type = 'SELECT' ) SELECT * FROM privs;

SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, NULL::integer), a.attnotnull, a.attnum = ANY(i.indkey) AS is_pk FROM pg_attribute a INNER JOIN pg_class c ON c.oid = a.attrelid INNER JOIN pg_namespace n ON n.oid = c.relnamespace LEFT OUTER JOIN pg_index AS i ON a.attrelid = i.indrelid AND i.indisprimary = TRUE WHERE attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname NOT IN ('pg_toast', 'pg_catalog', 'information_schema') AND has_table_privilege(c.oid, 'SELECT') = true AND has_column_privilege(c.oid, a.attname, 'SELECT') = true;

SELECT pg_relation_size('"public"."orders"'), (SELECT (CASE WHEN reltuples < 0 THEN NULL WHEN relpages = 0 THEN float8 '0' ELSE reltuples / relpages END * (pg_relation_size(oid) / current_setting('block_size')::int))::bigint FROM pg_class WHERE oid = '"public"."orders"'::regclass);

WITH block_sz AS (SELECT current_setting('block_size')::int) SELECT relfilenode FROM pg_class WHERE oid = '"public"."orders"'::regclass;

select pg_is_in_recovery(), current_setting('wal_level', true), current_setting('max_replication_slots', true);
