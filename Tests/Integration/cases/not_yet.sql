-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Statements that PostgreSQL runs and the proxy refuses today: known gaps, one a line. A statement
-- that has begun to work fails its test here and belongs into equivalence.sql.

SELECT ((array_agg(o ORDER BY o.id))[1]).id FROM orders o
-- a type's name as a function that casts
SELECT uuid('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'), jsonb('{"a": 1}'), inet('10.0.0.1')
SELECT int4range(int4range(1, 5))
