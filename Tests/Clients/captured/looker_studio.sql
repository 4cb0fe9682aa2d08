-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Looker Studio's PostgreSQL connector (pgjdbc): table list, columns, and charts' queries over sub-selects.

SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2;

SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'orders' ORDER BY ordinal_position;

SELECT * FROM (SELECT * FROM orders) AS t LIMIT 1;

SELECT t0.status AS t0_status_, SUM(t0.amount) AS t0_amount_ FROM (SELECT * FROM orders) AS t0 GROUP BY t0_status_ ORDER BY t0_amount_ DESC LIMIT 1001;

SELECT COUNT(1) AS datastudio_record_count_system_field_id, CAST(DATE_TRUNC('DAY', t0.placed_on) AS DATE) AS placed FROM orders AS t0 GROUP BY placed ORDER BY placed ASC LIMIT 2000001;
