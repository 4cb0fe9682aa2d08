-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- DataGrip and the database tools of the IntelliJ family: what introspection begins with.

set application_name = 'DataGrip 2024.1';

select version();

select current_database() as a, current_schemas(false) as b;

select round(extract(epoch from pg_postmaster_start_time() at time zone 'UTC')) as startup_time;

select N.oid::bigint as id, datname as name, D.description, datistemplate as is_template, datallowconn as allow_connections, pg_catalog.pg_get_userbyid(N.datdba) as "owner" from pg_catalog.pg_database N left join pg_catalog.pg_shdescription D on N.oid = D.objoid order by case when datname = pg_catalog.current_database() then -1::bigint else N.oid::bigint end;

select N.oid::bigint as id, N.xmin as state_number, nspname as name, D.description, pg_catalog.pg_get_userbyid(N.nspowner) as "owner" from pg_catalog.pg_namespace N left join pg_catalog.pg_description D on N.oid = D.objoid order by case when nspname = pg_catalog.current_schema() then -1::bigint else N.oid::bigint end;

select T.relkind as table_kind, T.relname as table_name, T.oid as table_id, T.relhasoids as has_oids from (select relkind, relname, oid, relnamespace, false as relhasoids from pg_catalog.pg_class) T where relnamespace = (select oid from pg_catalog.pg_namespace where nspname = 'public') and relkind in ('r', 'm', 'v', 'f', 'p') order by table_kind, table_id;

with T as (select T.oid as table_id, T.relname as table_name from pg_catalog.pg_class T, pg_catalog.pg_namespace N where N.nspname = 'public' and N.oid = T.relnamespace and T.relkind in ('r', 'm', 'v', 'f', 'p')) select T.table_id, C.attnum as column_position, C.attname as column_name, pg_catalog.format_type(C.atttypid, C.atttypmod) as type_spec, C.attnotnull as mandatory, C.attisdropped as column_is_dropped, pg_catalog.pg_get_expr(D.adbin, T.table_id) as column_default_expression from T join pg_catalog.pg_attribute C on T.table_id = C.attrelid left join pg_catalog.pg_attrdef D on (C.attrelid, C.attnum) = (D.adrelid, D.adnum) where attnum > 0 order by table_id, attnum;

select usename as name, usesuper as is_super from pg_catalog.pg_user;

select t.* from public.orders t limit 501;
