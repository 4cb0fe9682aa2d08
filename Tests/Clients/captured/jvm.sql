-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Hibernate, Flyway, Liquibase, jOOQ and sqlc: what they read before anything else.

select * from information_schema.sequences;

SELECT EXISTS ( SELECT 1 FROM pg_namespace WHERE nspname='public' );

SELECT NOT EXISTS ( SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_depend d ON d.objid = c.oid AND d.deptype = 'e' WHERE n.nspname = 'public' AND d.objid IS NULL AND c.relkind IN ('r', 'v', 'S', 't') UNION ALL SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_catalog.pg_depend d ON d.objid = t.oid AND d.deptype = 'e' WHERE n.nspname = 'public' AND d.objid IS NULL AND t.typcategory NOT IN ('A', 'C') UNION ALL SELECT 1 FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_catalog.pg_depend d ON d.objid = p.oid AND d.deptype = 'e' WHERE n.nspname = 'public' AND d.objid IS NULL );

SELECT EXISTS ( SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relname = 'flyway_schema_history' AND c.relkind = 'r' );

SELECT current_user;

SELECT set_config('search_path', 'public', false);

select count(*) from public.orders where 1 = 0;

SELECT c.relname AS SEQUENCE_NAME, s.seqmin AS MIN_VALUE, s.seqmax AS MAX_VALUE, s.seqincrement AS INCREMENT_BY, s.seqcycle AS WILL_CYCLE, s.seqstart AS START_VALUE, s.seqcache AS CACHE_SIZE, pg_catalog.format_type(s.seqtypid, NULL) AS SEQ_TYPE FROM pg_class c JOIN pg_namespace ns on c.relnamespace = ns.oid JOIN pg_sequence s on c.oid = s.seqrelid WHERE c.relkind = 'S' AND ns.nspname = 'public' AND c.oid not in (select d.objid FROM pg_depend d where d.refobjsubid > 0);

SELECT FK.TABLE_NAME as "TABLE_NAME", CU.COLUMN_NAME as "COLUMN_NAME", PK.TABLE_NAME as "REFERENCED_TABLE_NAME", PT.COLUMN_NAME as "REFERENCED_COLUMN_NAME", C.CONSTRAINT_NAME as "CONSTRAINT_NAME" FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS C INNER JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS FK ON C.CONSTRAINT_NAME = FK.CONSTRAINT_NAME INNER JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS PK ON C.UNIQUE_CONSTRAINT_NAME = PK.CONSTRAINT_NAME INNER JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE CU ON C.CONSTRAINT_NAME = CU.CONSTRAINT_NAME INNER JOIN ( SELECT i1.TABLE_NAME, i2.COLUMN_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS i1 INNER JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE i2 ON i1.CONSTRAINT_NAME = i2.CONSTRAINT_NAME WHERE i1.CONSTRAINT_TYPE = 'PRIMARY KEY') PT ON PT.TABLE_NAME = PK.TABLE_NAME WHERE lower(FK.TABLE_NAME) = 'orders';

SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood');

select n.nspname, t.typname, ARRAY(SELECT CAST(enumlabel AS text) FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) from pg_catalog.pg_type as t join pg_catalog.pg_namespace n on t.typnamespace = n.oid where (n.nspname in ('public') and exists (select 1 as one from pg_catalog.pg_enum e where e.enumtypid = t.oid)) order by n.nspname, t.typname;

select r1.routine_schema, r1.routine_name, r1.specific_name, case when exists (select 1 as one from information_schema.parameters as p where (p.specific_schema = r1.specific_schema and p.specific_name = r1.specific_name and upper(p.parameter_mode) <> 'IN')) then 'void' else r1.data_type end as data_type, r1.character_maximum_length, r1.numeric_precision, r1.numeric_scale, r1.type_udt_schema, r1.type_udt_name, case when count(*) over (partition by r1.routine_schema, r1.routine_name) > 1 then row_number() over (partition by r1.routine_schema, r1.routine_name order by r1.specific_name) end as overload, (pg_proc.prokind = 'a') as is_agg from information_schema.routines as r1 join pg_catalog.pg_namespace on pg_namespace.nspname = r1.specific_schema join pg_catalog.pg_proc on (pg_proc.pronamespace = pg_namespace.oid and (pg_proc.proname || '_' || cast(pg_proc.oid as varchar)) = r1.specific_name) where r1.routine_schema in ('public') and not pg_proc.proretset order by r1.routine_schema asc, r1.routine_name asc, overload asc;

select information_schema.tables.table_schema, information_schema.tables.table_name, information_schema.tables.table_name as specific_name, false as table_valued_function, false as materialized_view, pg_catalog.pg_description.description, information_schema.views.view_definition from information_schema.tables join pg_catalog.pg_namespace on information_schema.tables.table_schema = pg_catalog.pg_namespace.nspname join pg_catalog.pg_class on (pg_catalog.pg_class.relname = information_schema.tables.table_name and pg_catalog.pg_class.relnamespace = pg_catalog.pg_namespace.oid) left outer join pg_catalog.pg_description on (pg_catalog.pg_description.objoid = pg_catalog.pg_class.oid and pg_catalog.pg_description.classoid = 'pg_catalog.pg_class'::regclass and pg_catalog.pg_description.objsubid = 0) left outer join information_schema.views on (information_schema.tables.table_schema = information_schema.views.table_schema and information_schema.tables.table_name = information_schema.views.table_name) where information_schema.tables.table_schema in ('public') order by 1, 2;

select src_ns.nspname, src.relname, (select string_agg(pg_attribute.attname, ',' order by k.o) from unnest(con.conkey) with ordinality as k(n, o) join pg_catalog.pg_attribute on pg_attribute.attrelid = con.conrelid and pg_attribute.attnum = k.n) from pg_catalog.pg_constraint con join pg_catalog.pg_class src on con.conrelid = src.oid join pg_catalog.pg_namespace src_ns on src.relnamespace = src_ns.oid where con.contype = 'c' and src_ns.nspname in ('public') and pg_get_constraintdef(con.oid) not like '%IS NOT NULL%';
