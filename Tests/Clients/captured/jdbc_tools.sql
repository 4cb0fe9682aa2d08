-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Sigma, Hex, Mode, ThoughtSpot and Qlik: catalogs behind their drivers, editors.

SELECT n.nspname AS table_schem, c.relname AS table_name, c.relkind, obj_description(c.oid) AS remarks FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON n.oid = c.relnamespace WHERE c.relkind = ANY(ARRAY['r','p','v','m','f']) AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AND n.nspname NOT IN ('pg_catalog','information_schema') ORDER BY 1, 2;

SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, col_description(c.oid, a.attnum), has_column_privilege(c.oid, a.attnum, 'SELECT') FROM pg_attribute a JOIN pg_class c ON a.attrelid = c.oid JOIN pg_namespace n ON c.relnamespace = n.oid WHERE n.nspname = 'public' AND c.relname = 'orders' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum;

SELECT * FROM (SELECT current_database() AS TABLE_CAT, n.nspname AS TABLE_SCHEM, c.relname AS TABLE_NAME, a.attname AS COLUMN_NAME, CAST(CASE typname WHEN 'text' THEN 12 WHEN 'bit' THEN -7 WHEN 'bool' THEN -7 WHEN 'varchar' THEN 12 WHEN 'int4' THEN 4 WHEN 'numeric' THEN 2 WHEN 'date' THEN 91 ELSE 1111 END AS SMALLINT) AS DATA_TYPE, t.typname AS TYPE_NAME, CASE typname WHEN 'int4' THEN 10 WHEN 'numeric' THEN CASE WHEN atttypmod = -1 THEN 131089 ELSE ((atttypmod - 4) >> 16) & 65535 END ELSE CASE WHEN (atttypmod -4) = -5 THEN 2147483647 ELSE (atttypmod -4) END END AS COLUMN_SIZE, NULL AS BUFFER_LENGTH, 10 AS NUM_PREC_RADIX, CASE a.attnotnull OR (t.typtype = 'd' AND t.typnotnull) WHEN 'false' THEN 1 WHEN NULL THEN 2 ELSE 0 END AS NULLABLE, dsc.description AS REMARKS, pg_catalog.pg_get_expr(def.adbin, def.adrelid) AS COLUMN_DEF, a.attnum AS ORDINAL_POSITION FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON (c.relnamespace = n.oid) JOIN pg_catalog.pg_attribute a ON (a.attrelid=c.oid) JOIN pg_catalog.pg_type t ON (a.atttypid = t.oid) LEFT JOIN pg_catalog.pg_attrdef def ON (a.attrelid=def.adrelid AND a.attnum = def.adnum) LEFT JOIN pg_catalog.pg_description dsc ON (c.oid=dsc.objoid AND a.attnum = dsc.objsubid) LEFT JOIN pg_catalog.pg_class dc ON (dc.oid=dsc.classoid AND dc.relname='pg_class') LEFT JOIN pg_catalog.pg_namespace dn ON (dc.relnamespace=dn.oid AND dn.nspname='pg_catalog') WHERE a.attnum > 0 AND NOT a.attisdropped AND current_database() = 'lab' AND n.nspname LIKE 'public' AND c.relname LIKE 'orders' ORDER BY TABLE_SCHEM, c.relname, attnum) _pg_late_binding_view LIMIT 10;

select count(*) from pg_catalog.pg_tables where schemaname = 'public';

SELECT DISTINCT table_catalog, table_schema FROM information_schema.tables;

select has_database_privilege(current_database(), 'TEMP'), has_database_privilege(current_user, current_database(), 'CREATE');

SELECT CAST(EXTRACT(EPOCH FROM now()) AS bigint), current_setting('timescaledb.version', true), (SELECT extversion FROM pg_extension WHERE extname = 'timescaledb');

select quote_ident(table_name) from information_schema.tables where table_schema IN ( SELECT CASE WHEN trim(s[i]) = '"$user"' THEN user ELSE trim(s[i]) END FROM generate_series( array_lower(string_to_array(current_setting('search_path'),','),1), array_upper(string_to_array(current_setting('search_path'),','),1) ) as i, string_to_array(current_setting('search_path'),',') s ) ORDER BY 1;

SELECT s.nspname AS table_schema, c.relname AS table_name, a.attname AS column_name, null AS data_type FROM pg_class c JOIN pg_namespace s ON c.relnamespace = s.oid AND s.nspname NOT IN ('pg_catalog', 'information_schema') JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON a.atttypid = t.oid WHERE c.relkind IN ('m', 'f', 'p') UNION SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema');
