-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Statements that PostgreSQL runs and the proxy refuses today: known gaps, one a line. A statement
-- that has begun to work fails its test here and belongs into equivalence.sql.

WITH RECURSIVE a AS (SELECT id FROM b), b AS (SELECT id FROM orders WHERE id < 5) SELECT * FROM a
