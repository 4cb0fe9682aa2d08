-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Statements that PostgreSQL runs and the proxy refuses today: known gaps, one a line. A statement
-- that has begun to work fails its test here and belongs into equivalence.sql.

SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) FROM orders
SELECT c.id, u.x FROM customers c CROSS JOIN LATERAL unnest(ARRAY[c.id, c.score]) AS u (x)
SELECT x FROM unnest(ARRAY(SELECT id FROM orders WHERE id < 9)) AS x
WITH RECURSIVE a AS (SELECT id FROM b), b AS (SELECT id FROM orders WHERE id < 5) SELECT * FROM a
