-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Makes a copy of the laboratory in which what is hidden of the tables is not there at all.

ALTER TABLE people DROP COLUMN badge, DROP COLUMN bonus, DROP COLUMN rating;
ALTER TABLE desks DROP COLUMN pin;
