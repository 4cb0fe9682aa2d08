-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Looker: schemas, columns, symmetric aggregates.

SELECT n.nspname as schema_name, c.relname as name, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'mview' END FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','v','m','p','f') AND n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema';

SELECT table_schema, table_name, column_name, data_type, ordinal_position, character_maximum_length, numeric_precision FROM information_schema.columns WHERE table_schema NOT IN ('information_schema','pg_catalog') ORDER BY table_schema, table_name, ordinal_position;

SELECT (TO_CHAR(DATE_TRUNC('month', DATE_TRUNC('month', orders.placed_on )), 'YYYY-MM')) AS "orders.placed_month", COALESCE(SUM(CAST( ( orders.amount ) AS DOUBLE PRECISION)), 0) AS "orders.total" FROM public.orders AS orders WHERE ((( orders.placed_on ) >= ((SELECT DATE_TRUNC('day', CURRENT_TIMESTAMP + (-900 || ' day')::INTERVAL))))) GROUP BY (DATE_TRUNC('month', orders.placed_on )) ORDER BY 1 DESC FETCH NEXT 500 ROWS ONLY;

SELECT COALESCE(COALESCE(CAST( ( SUM(DISTINCT (CAST(FLOOR(COALESCE( orders.amount ,0)*(1000000*1.0)) AS DECIMAL(65,0))) + ('x' || MD5( orders.id ::varchar))::bit(64)::bigint::DECIMAL(65) *18446744073709551616 + ('x' || SUBSTR(MD5( orders.id ::varchar),17))::bit(64)::bigint::DECIMAL(65) ) - SUM(DISTINCT ('x' || MD5( orders.id ::varchar))::bit(64)::bigint::DECIMAL(65) *18446744073709551616 + ('x' || SUBSTR(MD5( orders.id ::varchar),17))::bit(64)::bigint::DECIMAL(65)) ) AS DOUBLE PRECISION) / CAST((1000000*1.0) AS DOUBLE PRECISION), 0), 0) AS "orders.total" FROM public.orders AS orders;

SELECT pg_cancel_backend(0);

select version();

SHOW TIMEZONE;
