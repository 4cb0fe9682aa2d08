-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Grafana, Redash and Looker Studio's editors: names for completion, then the query of a panel.

SELECT current_setting('server_version_num')::int / 100 AS version;

SELECT extversion FROM pg_extension WHERE extname = 'timescaledb';

SELECT CASE WHEN quote_ident(table_schema) IN (SELECT CASE WHEN trim(s[i]) = '"$user"' THEN user ELSE trim(s[i]) END FROM generate_series(array_lower(string_to_array(current_setting('search_path'), ','), 1), array_upper(string_to_array(current_setting('search_path'), ','), 1)) AS i, string_to_array(current_setting('search_path'), ',') s) THEN quote_ident(table_name) ELSE quote_ident(table_schema) || '.' || quote_ident(table_name) END AS "table" FROM information_schema.tables WHERE quote_ident(table_schema) NOT IN ('information_schema', 'pg_catalog', '_timescaledb_cache') ORDER BY 1;

SELECT quote_ident(column_name) AS "column", data_type AS "type" FROM information_schema.columns WHERE quote_ident(table_name) = 'orders' ORDER BY 1;

SELECT s.nspname AS table_schema, c.relname AS table_name, a.attname AS column_name, NULL AS data_type FROM pg_class c JOIN pg_namespace s ON c.relnamespace = s.oid AND s.nspname NOT IN ('pg_catalog', 'information_schema') JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE c.relkind = 'm' AND has_table_privilege(quote_ident(s.nspname) || '.' || quote_ident(c.relname), 'select') AND has_schema_privilege(s.nspname, 'usage') UNION SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2, 3;

SELECT extract(epoch FROM placed_on) AS "time", sum(amount) AS "value", status AS "metric" FROM orders WHERE placed_on BETWEEN '2020-01-01T00:00:00Z' AND '2030-01-01T00:00:00Z' GROUP BY 1, 3 ORDER BY 1;

SELECT floor(extract(epoch FROM placed_on) / 86400) * 86400 AS "time", avg(quantity) FROM orders WHERE extract(epoch FROM placed_on) >= 1577836800 GROUP BY 1 ORDER BY 1;
