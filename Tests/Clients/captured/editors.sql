-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Navicat, HeidiSQL, Beekeeper Studio, TablePlus, Postico, DbVisualizer, Toad.

SELECT * FROM pg_tables WHERE schemaname != 'pg_catalog';

SELECT c.oid, obj_description(c.oid), n.nspname AS schemaname, c.relname AS tablename, c.relkind, pg_get_userbyid(c.relowner) AS tableowner, t.spcname AS tablespace, c.relhasindex AS hasindexes, c.relhasrules AS hasrules, c.relhastriggers AS hastriggers, ft.ftoptions, fs.srvname, c.relacl, c.reltuples, ((SELECT count(*) FROM pg_inherits WHERE inhparent = c.oid) > 0) AS inhtable, i2.nspname AS inhschemaname, i2.relname AS inhtablename FROM pg_class c LEFT JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace LEFT JOIN (pg_inherits i INNER JOIN pg_class c2 ON i.inhparent = c2.oid LEFT JOIN pg_namespace n2 ON n2.oid = c2.relnamespace) i2 ON i2.inhrelid = c.oid LEFT JOIN pg_foreign_table ft ON ft.ftrelid = c.oid LEFT JOIN pg_foreign_server fs ON ft.ftserver = fs.oid WHERE ((c.relkind = 'r'::"char") OR (c.relkind = 'f'::"char") OR (c.relkind = 'p'::"char")) AND n.nspname = 'public' ORDER BY schemaname, tablename;

SELECT col.table_schema, col.table_name, col.ordinal_position, col.column_name, col.data_type, col.character_maximum_length, col.numeric_precision, col.numeric_scale, col.is_nullable, col.column_default, col.is_identity, des.description FROM information_schema.columns col LEFT JOIN pg_description des ON col.table_name::regclass = des.objoid AND col.ordinal_position = des.objsubid WHERE table_schema = 'public' AND table_name = 'orders' ORDER BY ordinal_position;

SELECT "nspname" FROM "pg_catalog"."pg_namespace" ORDER BY "nspname";

SELECT *, NULL AS data_length, pg_relation_size(QUOTE_IDENT(t.TABLE_SCHEMA) || '.' || QUOTE_IDENT(t.TABLE_NAME))::bigint AS index_length, c.reltuples, obj_description(c.oid) AS comment FROM "information_schema"."tables" AS t LEFT JOIN "pg_namespace" n ON t.table_schema = n.nspname LEFT JOIN "pg_class" c ON n.oid = c.relnamespace AND c.relname=t.table_name WHERE t."table_schema"='public';

SELECT "p"."proname", "p"."proargtypes" FROM "pg_catalog"."pg_namespace" "n" JOIN "pg_catalog"."pg_proc" "p" ON "p"."pronamespace" = "n"."oid" WHERE "n"."nspname"='public';

SELECT pg_catalog.pg_backend_pid() AS pid, current_database(), (SELECT pg_size_pretty(pg_database_size(current_database())));

SELECT table_schema as schema, table_name as name, pg_class.relkind as tabletype, parent_pg_class.relkind as parenttype FROM information_schema.tables AS t JOIN pg_class ON t.table_name = pg_class.relname AND t.table_schema = pg_class.relnamespace::regnamespace::text AND pg_class.relispartition = false LEFT OUTER JOIN pg_inherits ON pg_inherits.inhrelid = pg_class.oid LEFT OUTER JOIN pg_class AS parent_pg_class ON parent_pg_class.oid = pg_inherits.inhparent WHERE t.table_type = 'BASE TABLE' AND table_schema NOT IN ('information_schema','pg_catalog') ORDER BY schema, name;

SELECT ps.schemaname as schema, ps.relname as name, pg_class.relkind as tabletype FROM pg_catalog.pg_class ps_c, pg_class, pg_tables ps_t, (SELECT schemaname, relname FROM pg_stat_user_tables) ps LIMIT 0;

SELECT i.indexrelid::regclass AS indexname, k.i AS index_order, i.indexrelid as id, i.indisunique, i.indisprimary, coalesce(a.attname, (('{' || pg_get_expr( i.indexprs, i.indrelid ) || '}')::text[] )[k.i] ) AS index_column, i.indoption[k.i - 1] = 0 AS ascending FROM pg_index i CROSS JOIN LATERAL (SELECT unnest(i.indkey), generate_subscripts(i.indkey, 1) + 1) AS k(attnum, i) LEFT JOIN pg_attribute AS a ON i.indrelid = a.attrelid AND k.attnum = a.attnum JOIN pg_class t on t.oid = i.indrelid JOIN pg_namespace c on c.oid = t.relnamespace WHERE c.nspname = 'public' AND t.relname = 'people';

SELECT event_object_schema as table_schema, event_object_table as table_name, trigger_schema, trigger_name, string_agg(event_manipulation, ',') as event, action_timing as activation, action_condition as condition, action_statement as definition FROM information_schema.triggers WHERE event_object_schema = 'public' and event_object_table = 'orders' GROUP BY 1,2,3,4,6,7,8 ORDER BY table_schema, table_name;

SELECT con.conname AS constraint_name, con.conrelid::regclass AS table_name, con.confrelid::regclass AS referenced_table, CASE con.confupdtype WHEN 'a' THEN 'NO ACTION' ELSE 'x' END FROM pg_constraint con WHERE con.contype = 'f' AND con.conrelid = 'public.items'::regclass;

SELECT pg_size_pretty(pg_indexes_size('"public"."orders"')) as index_size, pg_size_pretty(pg_relation_size('"public"."orders"')) as table_size, obj_description('"public"."orders"'::regclass) as description;

SELECT pg_get_viewdef('"public"."order_totals"'::regclass::oid, true);

WITH columns AS (SELECT format('%I %s%s%s', column_name, data_type, coalesce('(' || character_maximum_length || ')', ''), case when is_nullable = 'YES' then '' else ' NOT NULL' end) AS c FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'orders' ORDER BY ordinal_position) SELECT format('CREATE TABLE %I.%I (%s)', 'public', 'orders', string_agg(c, ', ')) FROM columns;

SELECT ordinal_position,column_name,udt_name AS data_type,numeric_precision,datetime_precision,numeric_scale,character_maximum_length AS data_length,is_nullable,column_name as check,column_name as check_constraint,column_default,column_name AS foreign_key,pg_catalog.col_description(@public.orders@,ordinal_position) as comment FROM information_schema.columns WHERE table_name='orders' AND table_schema='public';

SELECT ix.relname as index_name, upper(am.amname) AS index_algorithm, indisunique as is_unique, pg_get_indexdef(indexrelid) as index_definition, replace(regexp_replace(regexp_replace(pg_get_indexdef(indexrelid), ' WHERE .+', ''), '.*\((.*)\)', '\1'), ' ', '') as column_name, CASE WHEN position(' WHERE ' in pg_get_indexdef(indexrelid)) > 0 THEN regexp_replace(pg_get_indexdef(indexrelid), '.+WHERE ', '') ELSE '' END as condition, pg_catalog.obj_description(i.indexrelid,'pg_class') as comment FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class ix ON ix.oid = i.indexrelid JOIN pg_namespace n ON t.relnamespace = n.oid JOIN pg_am as am ON ix.relam = am.oid WHERE t.relname = 'orders' AND n.nspname = 'public';

SELECT DISTINCT a.attnum as num, a.attname as name, format_type(a.atttypid, a.atttypmod) as typ, a.attnotnull as notnull, com.description as comment, coalesce(i.indisprimary,false) as primary_key, pg_get_expr(def.adbin, def.adrelid) as default FROM pg_attribute a JOIN pg_class pgc ON pgc.oid = a.attrelid LEFT JOIN pg_index i ON (pgc.oid = i.indrelid AND i.indkey[0] = a.attnum) LEFT JOIN pg_description com on (pgc.oid = com.objoid AND a.attnum = com.objsubid) LEFT JOIN pg_attrdef def ON (a.attrelid = def.adrelid AND a.attnum = def.adnum) WHERE a.attnum > 0 AND pgc.oid = a.attrelid AND pg_table_is_visible(pgc.oid) AND NOT a.attisdropped AND pgc.relname = 'orders' ORDER BY a.attnum;
