-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- SchemaSpy 6.2 and SchemaCrawler 16.

SELECT relname AS table_name, reltuples::bigint AS table_rows FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'public') AND relkind IN ('r','p');

select table_schema as TABLE_SCHEMA, table_name, view_definition from information_schema.views where table_name = 'order_totals' and table_schema = 'public';

SELECT r.routine_name, r.routine_type, CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END || CASE WHEN r.data_type = 'USER-DEFINED' THEN r.type_udt_name ELSE r.data_type END AS dtd_identifier, r.external_language AS routine_body, r.routine_definition, r.is_deterministic, r.sql_data_access, r.security_type, r.sql_path, p.oid, pg_catalog.obj_description(p.oid, 'pg_proc') AS routine_comment FROM information_schema.routines r LEFT JOIN pg_catalog.pg_namespace ns ON r.routine_schema = ns.nspname LEFT JOIN pg_catalog.pg_proc p ON p.proname = r.routine_name AND ns.oid = p.pronamespace WHERE r.specific_name = p.proname || '_' || p.oid AND r.specific_schema = 'public';

SELECT specific_name, parameter_name, dtd_identifier, parameter_mode FROM information_schema.parameters WHERE specific_schema = 'public' ORDER BY specific_name, ordinal_position;

SELECT constraint_name, check_clause FROM information_schema.check_constraints;

SELECT n.nspname AS type_schema, t.typname AS type_name, pg_catalog.obj_description(t.oid, 'pg_type') AS comment, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_type t JOIN pg_enum e ON t.oid = e.enumtypid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace GROUP BY 1, 2, 3;

SELECT NULL AS TRIGGER_CATALOG, TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_MANIPULATION, EVENT_OBJECT_TABLE, ACTION_ORDER, ACTION_CONDITION, ACTION_STATEMENT, ACTION_ORIENTATION, ACTION_TIMING AS CONDITION_TIMING FROM INFORMATION_SCHEMA.TRIGGERS;

SELECT CURRENT_DATABASE()::INFORMATION_SCHEMA.SQL_IDENTIFIER AS INDEX_CATALOG, INDEXES.SCHEMANAME AS INDEX_SCHEMA, INDEXES.INDEXNAME AS INDEX_NAME, INDEXES.INDEXDEF AS INDEX_DEFINITION FROM PG_CATALOG.PG_INDEXES INDEXES;

SELECT CURRENT_DATABASE()::INFORMATION_SCHEMA.SQL_IDENTIFIER AS TABLE_CATALOG, V.SCHEMANAME AS TABLE_SCHEMA, V.VIEWNAME AS TABLE_NAME, V.DEFINITION AS VIEW_DEFINITION, 'UNKNOWN' AS CHECK_OPTION FROM PG_CATALOG.PG_VIEWS V UNION SELECT CURRENT_DATABASE()::INFORMATION_SCHEMA.SQL_IDENTIFIER, MV.SCHEMANAME, MV.MATVIEWNAME, MV.DEFINITION, 'UNKNOWN' FROM PG_CATALOG.PG_MATVIEWS MV;
