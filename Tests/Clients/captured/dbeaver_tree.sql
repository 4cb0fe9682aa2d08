-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- DBeaver 25: the navigator's nodes and the tabs of the table editor.

SHOW TRANSACTION ISOLATION LEVEL;

SELECT c.contoencoding as encid,pg_catalog.pg_encoding_to_char(c.contoencoding) as encname FROM pg_catalog.pg_conversion c GROUP BY c.contoencoding ORDER BY 2;

select string_agg(word, ',') from pg_catalog.pg_get_keywords() where word <> ALL ('{a,abs,absolute}'::text[]);

SELECT t.oid,t.*,pg_tablespace_location(t.oid) loc FROM pg_catalog.pg_tablespace t ORDER BY t.oid;

SELECT a.oid,a.*,pd.description FROM pg_catalog.pg_roles a left join pg_catalog.pg_shdescription pd on a.oid = pd.objoid ORDER BY a.rolname;

SELECT l.oid,l.* FROM pg_catalog.pg_language l ORDER BY l.oid;

SELECT am.oid,am.* FROM pg_catalog.pg_am am ORDER BY am.oid;

SELECT fdw.oid,fdw.*,p.proname as handler_proc_name, pn.nspname as handler_schema_name, dsc.description FROM pg_catalog.pg_foreign_data_wrapper fdw LEFT OUTER JOIN pg_catalog.pg_proc p ON p.oid=fdw.fdwhandler LEFT OUTER JOIN pg_catalog.pg_namespace pn ON pn.oid=p.pronamespace LEFT OUTER JOIN pg_catalog.pg_description dsc ON fdw.oid=dsc.objoid ORDER BY fdw.fdwname;

SELECT fs.oid,fs.* FROM pg_catalog.pg_foreign_server fs ORDER BY fs.oid;

SELECT e.oid,e.*,n.nspname as schema_name,a.comment, pg_catalog.array_to_string(extconfig, ',') as tables FROM pg_catalog.pg_extension e JOIN pg_namespace n on n.oid =e.extnamespace LEFT JOIN pg_available_extensions a on a.name = e.extname ORDER BY e.oid;

SELECT e.* FROM pg_catalog.pg_available_extensions e ORDER BY e.name;

SELECT e.oid,e.*,d.description,p.proname as function_name,p.pronamespace FROM pg_catalog.pg_event_trigger e LEFT OUTER JOIN pg_catalog.pg_proc p ON p.oid=e.evtfoid LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=e.oid AND d.objsubid=0 ORDER BY e.evtname;

SELECT * FROM pg_catalog.pg_settings;

select n.nspname as schema, c.* from pg_catalog.pg_collation c join pg_namespace n on n.oid=c.collnamespace order by c.oid limit 10;

select * from pg_catalog.pg_enum e order by e.enumsortorder;

SELECT t.oid,t.*,c.relkind,format_type(nullif(t.typbasetype, 0), t.typtypmod) as base_type_name, d.description FROM pg_catalog.pg_type t LEFT OUTER JOIN pg_catalog.pg_type et ON et.oid=t.typelem LEFT OUTER JOIN pg_catalog.pg_class c ON c.oid=t.typrelid LEFT OUTER JOIN pg_catalog.pg_description d ON t.oid=d.objoid WHERE t.typname IS NOT NULL AND (c.relkind IS NULL OR c.relkind = 'c') AND (et.typcategory IS NULL OR et.typcategory <> 'C');

SELECT c.oid,c.*,d.description,pg_catalog.pg_get_expr(c.relpartbound, c.oid) as partition_expr, pg_catalog.pg_get_partkeydef(c.oid) as partition_key , dep.objid, dep.refobjsubid FROM pg_catalog.pg_class c LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=c.oid AND d.objsubid=0 AND d.classoid='pg_class'::regclass LEFT OUTER JOIN pg_depend dep on dep.refobjid = c."oid" AND dep.deptype = 'i' and dep.refobjsubid <> 0 and dep.classid = dep.refclassid WHERE c.relnamespace=2200 AND c.relkind not in ('i','I','c');

SELECT c.oid,c.*,pn.nspname as par_nspname, pg_catalog.pg_get_expr(c.relpartbound, c.oid) as partition_expr FROM pg_catalog.pg_class c, pg_catalog.pg_inherits i, pg_namespace pn WHERE i.inhparent=@public.readings@ AND c.oid=i.inhrelid and pn.oid=c.relnamespace;

SELECT i.*,c.relnamespace FROM pg_catalog.pg_inherits i,pg_catalog.pg_class c WHERE i.inhrelid=@public.readings_2024@ AND c.oid=i.inhparent ORDER BY i.inhseqno;

select description from pg_shdescription join pg_database on objoid = pg_database.oid where datname = 'lab';

SELECT r.oid,r.*, pg_get_ruledef(r.oid) AS definition FROM pg_rewrite r WHERE r.ev_class=@public.orders@ AND r.rulename <> '_RETURN'::name;

select * from pg_catalog.pg_policies where schemaname='public' and tablename='orders';

select c.oid,pg_catalog.pg_total_relation_size(c.oid) as total_rel_size,pg_catalog.pg_relation_size(c.oid) as rel_size FROM pg_class c WHERE c.relnamespace=2200;

SELECT DISTINCT connamespace FROM pg_catalog.pg_constraint WHERE confrelid=@public.orders@;

SELECT x.oid,x.*,p.pronamespace as func_schema_id,d.description FROM pg_catalog.pg_trigger x LEFT OUTER JOIN pg_catalog.pg_proc p ON p.oid=x.tgfoid LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=x.oid AND d.objsubid=0 WHERE x.tgrelid = @public.orders@ AND NOT x.tgisinternal;

SELECT DISTINCT dep.deptype, dep.classid, dep.objid, cl.relkind, attr.attname,pg_get_expr(ad.adbin, ad.adrelid) adefval, CASE WHEN cl.relkind IS NOT NULL THEN cl.relkind::text || COALESCE(dep.objsubid::text, '')::text WHEN tg.oid IS NOT NULL THEN 'T'::text WHEN ty.oid IS NOT NULL THEN 'y'::text WHEN ns.oid IS NOT NULL THEN 'n'::text WHEN pr.oid IS NOT NULL THEN 'p'::text WHEN la.oid IS NOT NULL THEN 'l'::text WHEN rw.oid IS NOT NULL THEN 'R'::text WHEN co.oid IS NOT NULL THEN 'C'::text || contype::text WHEN ad.oid IS NOT NULL THEN 'A'::text ELSE '' END AS type, COALESCE(coc.relname, clrw.relname, tgr.relname) AS ownertable, CASE WHEN cl.relname IS NOT NULL AND att.attname IS NOT NULL THEN cl.relname || '.' || att.attname ELSE COALESCE(cl.relname, co.conname, pr.proname, tg.tgname, ty.typname, la.lanname, rw.rulename, ns.nspname) END AS refname, COALESCE(nsc.nspname, nso.nspname, nsp.nspname, nst.nspname, nsrw.nspname, tgrn.nspname) AS nspname FROM pg_depend dep LEFT JOIN pg_class cl ON dep.objid=cl.oid LEFT JOIN pg_attribute att ON dep.objid=att.attrelid AND dep.objsubid=att.attnum LEFT JOIN pg_namespace nsc ON cl.relnamespace=nsc.oid LEFT JOIN pg_proc pr ON dep.objid=pr.oid LEFT JOIN pg_namespace nsp ON pr.pronamespace=nsp.oid LEFT JOIN pg_trigger tg ON dep.objid=tg.oid LEFT JOIN pg_class tgr ON tg.tgrelid=tgr.oid LEFT JOIN pg_namespace tgrn ON tgr.relnamespace=tgrn.oid LEFT JOIN pg_type ty ON dep.objid=ty.oid LEFT JOIN pg_namespace nst ON ty.typnamespace=nst.oid LEFT JOIN pg_constraint co ON dep.objid=co.oid LEFT JOIN pg_class coc ON co.conrelid=coc.oid LEFT JOIN pg_namespace nso ON co.connamespace=nso.oid LEFT JOIN pg_rewrite rw ON dep.objid=rw.oid LEFT JOIN pg_class clrw ON clrw.oid=rw.ev_class LEFT JOIN pg_namespace nsrw ON clrw.relnamespace=nsrw.oid LEFT JOIN pg_language la ON dep.objid=la.oid LEFT JOIN pg_namespace ns ON dep.objid=ns.oid LEFT JOIN pg_attrdef ad ON ad.oid=dep.objid LEFT JOIN pg_attribute attr ON attr.attrelid=ad.adrelid and attr.attnum=ad.adnum WHERE dep.refobjid=@public.orders@ ORDER BY type;

SELECT p.oid,p.*,d.description,pg_catalog.pg_get_expr(p.proargdefaults, 0) as arg_defaults FROM pg_catalog.pg_proc p LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid=p.oid AND d.classoid='pg_proc'::regclass WHERE p.pronamespace=2200 ORDER BY p.proname;

SELECT p.oid AS proc_oid,p.*,a.* FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid=a.aggfnoid WHERE p.pronamespace=11 ORDER BY p.proname LIMIT 3;

SELECT ac.oid,ac.*,d.description FROM pg_catalog.pg_default_acl ac LEFT JOIN pg_catalog.pg_description d ON d.objoid=ac.oid WHERE ac.defaclnamespace=2200;

SELECT a.attname,a.attacl FROM pg_catalog.pg_attribute a WHERE a.attrelid=@public.orders@ AND a.attacl IS NOT NULL;

SELECT * FROM information_schema.table_privileges WHERE table_schema='public' AND table_name='orders';

select * from information_schema.role_table_grants where table_catalog='lab' and grantee = 'x';

SELECT * FROM pg_catalog.pg_stat_activity;

SELECT sa.* FROM pg_catalog.pg_stat_activity sa;

SELECT * FROM pg_catalog.pg_sequences WHERE schemaname='public' AND sequencename='x';

SELECT pg_catalog.pg_get_viewdef(@public.order_totals@, true);

select pg_get_functiondef(@public.twice(integer)@);

SELECT pg_catalog.pg_get_triggerdef(1, true);

SELECT seq.oid, s.* FROM pg_catalog.pg_class seq JOIN pg_catalog.pg_sequence s ON s.seqrelid = seq.oid WHERE seq.oid = 1;

SELECT pg_database_size('lab');

SELECT reltuples::bigint FROM pg_class WHERE oid = 'public.orders'::regclass;

SELECT ss.*, pg_catalog.pg_size_pretty(pg_total_relation_size(ss.relid)) FROM pg_catalog.pg_stat_all_tables ss WHERE schemaname = 'public';
