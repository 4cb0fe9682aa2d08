-- R8, R10, R65: statements that are no queries.
policy acme
in  BEGIN
out BEGIN READ ONLY
in  BEGIN ISOLATION LEVEL SERIALIZABLE, READ WRITE, DEFERRABLE
out BEGIN ISOLATION LEVEL SERIALIZABLE, DEFERRABLE, READ ONLY
in  START TRANSACTION READ WRITE;
out START TRANSACTION READ ONLY;
in  COMMIT AND CHAIN
same
in  SAVEPOINT a; RELEASE a; ROLLBACK TO SAVEPOINT a
same
in  PREPARE TRANSACTION 'x'
refuse 0A000 TRANSACTION with gid is not supported
in  SET DateStyle TO iso, dmy; SELECT 1
out SET DateStyle TO 'iso, dmy'; SELECT 1
in  SET LOCAL statement_timeout = '5s'
out SET LOCAL statement_timeout TO '5s'
in  SET TIME ZONE 'Europe/Berlin'
out SET TimeZone TO 'Europe/Berlin'
in  SET TIME ZONE DEFAULT
out SET TimeZone TO DEFAULT
in  SET NAMES 'latin1'
refuse 22023 invalid value for parameter "client_encoding": "latin1"
in  SET client_encoding = 'UTF-8'
out SET backslash_quote TO 'safe_encoding'
in  SET search_path = tenant, "Odd Name"
out SET backslash_quote TO 'safe_encoding'
in  SET work_mem = '1GB'
refuse 42501 permission denied to set parameter "work_mem"
in  SET my.thing = 1
refuse 42704 unrecognized configuration parameter "my.thing"
in  SET TRANSACTION READ WRITE
out SET TRANSACTION READ ONLY
in  SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE
out SET backslash_quote TO 'safe_encoding'
in  SET ROLE admin
refuse 22023 invalid value for parameter "role": "admin"
in  SET SESSION AUTHORIZATION postgres
refuse 42501 permission denied to set session authorization
in  RESET ALL
same
in  RESET DateStyle
same
in  SHOW search_path
out SELECT NULL::pg_catalog.text
in  SHOW server_version
same
in  SHOW work_mem
refuse 42704 unrecognized configuration parameter "work_mem"
in  SHOW omni.user
out 
in  PREPARE p (integer) AS SELECT id FROM orders WHERE id = $1 ;
out PREPARE p (integer) AS SELECT id FROM public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) AND (id = $1) ;
in  PREPARE p AS INSERT INTO orders VALUES (1)
refuse 25006 cannot execute INSERT in a read-only transaction
in  EXECUTE p (1, 'x', '2020-01-01'::date) ;
same
in  EXECUTE p
same
in  EXECUTE p (now(), -1, ARRAY[1, 2], NULL, lower('X') || 'y')
same
in  EXECUTE p (current_database(), 2)
refuse 0A000 EXECUTE with arguments that are not constants is not supported
in  EXECUTE p ((SELECT id FROM orders LIMIT 1))
refuse 0A000 EXECUTE with arguments that are not constants is not supported
in  EXECUTE p (pg_read_file('x'))
refuse 42883 function pg_read_file(unknown) does not exist
in  DEALLOCATE p
out SET backslash_quote TO 'safe_encoding'
in  DEALLOCATE ALL
out SET backslash_quote TO 'safe_encoding'
in  DISCARD ALL
out RESET ALL
in  DECLARE c NO SCROLL CURSOR FOR SELECT id FROM orders
out DECLARE c NO SCROLL CURSOR FOR SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  DECLARE c CURSOR WITH HOLD FOR SELECT id FROM orders
out DECLARE c CURSOR WITH HOLD FOR SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  FETCH 5 FROM c
same
in  MOVE ALL IN c
same
in  CLOSE ALL
same
in  COPY orders TO STDOUT
out COPY (SELECT orders.id, orders.tenant_id, orders.customer_id, orders.total, orders.status, orders.created_at FROM ONLY public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) TO STDOUT
in  COPY public.orders (id, total) TO STDOUT WITH (FORMAT csv, HEADER)
out COPY (SELECT orders.id, orders.total FROM ONLY public.orders AS orders WHERE (orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text)) TO STDOUT WITH (FORMAT csv, HEADER)
in  COPY products TO STDOUT
out COPY (SELECT products.sku, products.title, products.place, products.mood, products.cost, products.spot, products.extra, products.email, products.path FROM ONLY public.products AS products) TO STDOUT
in  COPY (SELECT id FROM orders) TO STDOUT CSV
out COPY (SELECT id FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text) TO STDOUT CSV
in  DROP TABLE orders
refuse 25006 cannot execute DROP TABLE in a read-only transaction
in  DROP MATERIALIZED VIEW IF EXISTS a, b CASCADE
refuse 25006 cannot execute DROP MATERIALIZED VIEW in a read-only transaction
in  DROP DATABASE acme
refuse 25006 cannot execute DROP DATABASE in a read-only transaction
in  DROP ROLE someone
refuse 25006 cannot execute DROP ROLE in a read-only transaction
in  ALTER TABLE orders ADD note text
refuse 25006 cannot execute ALTER TABLE in a read-only transaction
in  ALTER VIEW totals RENAME TO sums
refuse 25006 cannot execute ALTER VIEW in a read-only transaction
in  ALTER TABLE orders RENAME COLUMN id TO number
refuse 25006 cannot execute ALTER TABLE in a read-only transaction
in  ALTER TYPE mood ADD VALUE 'new'
refuse 25006 cannot execute ALTER TYPE in a read-only transaction
in  CREATE TYPE pair AS (a integer)
refuse 25006 cannot execute CREATE TYPE in a read-only transaction
in  CREATE AGGREGATE total (integer) (SFUNC = int4pl, STYPE = integer)
refuse 25006 cannot execute CREATE AGGREGATE in a read-only transaction
in  CREATE MATERIALIZED VIEW m AS SELECT 1
refuse 25006 cannot execute CREATE MATERIALIZED VIEW in a read-only transaction
in  REVOKE SELECT ON orders FROM PUBLIC
refuse 25006 cannot execute REVOKE in a read-only transaction
in  CREATE POLICY p ON orders USING (true)
refuse 25006 cannot execute CREATE POLICY in a read-only transaction
in  CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1'
refuse 25006 cannot execute CREATE PROCEDURE in a read-only transaction
in  ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC
refuse 25006 cannot execute ALTER DEFAULT PRIVILEGES in a read-only transaction
in  CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)
refuse 25006 cannot execute CREATE TEXT SEARCH CONFIGURATION in a read-only transaction
in  COPY orders FROM STDIN
refuse 25006 cannot execute COPY FROM in a read-only transaction
in  COPY orders TO '/tmp/x'
refuse 42501 permission denied to COPY to a file or a program
in  COPY orders TO PROGRAM 'cat'
refuse 42501 permission denied to COPY to a file or a program
in  COPY orders (nope) TO STDOUT
refuse 42703 column "nope" of relation "orders" does not exist
in  EXPLAIN SELECT sku FROM products
out EXPLAIN SELECT sku FROM public.products AS products
in  EXPLAIN SELECT id FROM orders
refuse 42501 permission denied to explain a query on protected relations
in  EXPLAIN ANALYZE SELECT 1
refuse 42501 permission denied for EXPLAIN option "analyze"
in  INSERT INTO orders (id) VALUES (1)
refuse 25006 cannot execute INSERT in a read-only transaction
in  WITH x AS (DELETE FROM orders RETURNING id) SELECT id FROM x
refuse 25006 cannot execute DELETE in a read-only transaction
in  SELECT id INTO t FROM orders
refuse 25006 cannot execute SELECT INTO in a read-only transaction
in  SELECT id FROM orders FOR UPDATE
refuse 25006 cannot execute SELECT FOR UPDATE in a read-only transaction
in  UPDATE orders SET total = 0
refuse 25006 cannot execute UPDATE in a read-only transaction
in  CREATE TABLE x (id int)
refuse 25006 cannot execute CREATE TABLE in a read-only transaction
in  DO $$ BEGIN END $$
refuse 0A000 DO is not supported
in  LISTEN x
refuse 0A000 LISTEN is not supported
in  UNLISTEN *
out SET backslash_quote TO 'safe_encoding'
in  VACUUM
refuse 0A000 VACUUM is not supported
in  LOCK orders
refuse 0A000 LOCK is not supported
in  CALL f()
refuse 0A000 CALL is not supported
in  SELECT /* hello */ 1;
out SELECT             1;
in  SELECT 1; SHOW search_path
out SELECT 1; SELECT NULL::pg_catalog.text
in  ;;
same
in  SHOW ALL
out SELECT NULL::pg_catalog.text
in  SET LOCAL application_name = 'x'
out SET LOCAL backslash_quote TO 'safe_encoding'
in  LISTEN news
refuse 0A000 LISTEN is not supported
in  SELECT pg_cancel_backend(12)
out SELECT false AS pg_cancel_backend
in  select pg_catalog.pg_terminate_backend ('12') as done;
out SELECT false AS done;
in  SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid='12'
out SELECT true AS pg_terminate_backend WHERE false
in  SELECT pg_cancel_backend(id) FROM orders
refuse 42501 permission denied for function pg_cancel_backend
in  SELECT pg_cancel_backend(x)
refuse 0A000 only one session at a time can be signalled, by its process id
in  SELECT pg_cancel_backend(1), 2
refuse 42501 permission denied for function pg_cancel_backend
in  SET search_path = nowhere; SELECT id FROM orders
refuse 42P01 relation "orders" does not exist
in  SET search_path = nowhere; RESET search_path; SELECT 1 FROM orders
out SET backslash_quote TO 'safe_encoding'; SET backslash_quote TO 'safe_encoding'; SELECT 1 FROM public.orders AS orders WHERE orders.tenant_id OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text
in  SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE
out SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY
