-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- The development environment: the same tables, fewer rows, recognisable.

DELETE FROM orders WHERE id > 7;
UPDATE orders SET note = 'development';
ANALYZE;
