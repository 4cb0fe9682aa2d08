-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Statements that PostgreSQL runs and the proxy refuses today: known gaps, one a line. A statement
-- that has begun to work fails its test here and belongs into equivalence.sql.

SELECT ((array_agg(o ORDER BY o.id))[1]).id FROM orders o
SELECT mood('ok')
SELECT count(*) FROM things WHERE email IS DISTINCT FROM 'RED1@EXAMPLE.test'
