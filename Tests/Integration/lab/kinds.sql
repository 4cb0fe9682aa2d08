-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- A table with a column of every kind of type, also of extensions and of the users' own making, and
-- extensions in a schema of their own as well as in public.
--   psql variables: salt, as in rows.sql

CREATE SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE EXTENSION citext SCHEMA public;
-- Installed, and in no configuration's list.
CREATE EXTENSION ltree SCHEMA public;

CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN cents AS bigint CHECK (value >= 0);
CREATE DOMAIN short_text AS varchar(20);
CREATE TYPE place AS (street text, number integer);
CREATE TYPE books.genre AS ENUM ('novel', 'essay');

CREATE TABLE things (
    id          integer PRIMARY KEY,
    tenant_id   text,
    small       smallint,
    big         bigint,
    ratio       double precision,
    exact       numeric(12, 3),
    flag        boolean,
    code        char(6),
    title       varchar(60),
    body        text,
    made_at     timestamptz,
    seen_at     timestamp,
    day         date,
    clock       time,
    lasted      interval,
    uid         uuid,
    address     inet,
    tags        text[],
    numbers     integer[],
    attrs       jsonb,
    doc         json,
    days        daterange,
    span        int4range,
    mood        mood,
    cost        cents,
    label       short_text,
    spot        place,
    corner      point,
    words       tsvector,
    raw         bytea,
    mask        bit(4),
    extra       ext.hstore,
    email       citext,
    moods       mood[],
    genre       books.genre
);

INSERT INTO things
SELECT n, tenant, n % 100, n * 1000003::bigint, n / 7.0, n * 1.125, CASE WHEN n % 5 = 0 THEN NULL ELSE n % 2 = 0 END,
       'c' || n % 100, word || ' title ' || n, word || ' body of ' || n, TIMESTAMPTZ '2024-03-01 00:00+00' + n % 90 * INTERVAL '7 hours',
       TIMESTAMP '2024-01-01 12:00' + n % 90 * INTERVAL '1 day', DATE '2024-01-01' + n % 366, TIME '08:00' + n % 90 * INTERVAL '5 minutes',
       n % 90 * INTERVAL '1 hour', md5(n::text)::uuid, ('10.0.' || n % 4 || '.' || n % 250)::inet,
       CASE WHEN n % 6 = 0 THEN NULL ELSE ARRAY[word, 't' || n % 3] END, ARRAY[n % 3, n % 5, n % 7],
       jsonb_build_object('n', n, 'word', word, 'list', jsonb_build_array(n % 3, 'x'), 'deep', jsonb_build_object('k', n % 4)),
       json_build_object('n', n, 'word', word), daterange(DATE '2024-01-01' + n % 30, DATE '2024-02-10' + n % 30),
       int4range(n % 10, n % 10 + 5), (enum_range(NULL::mood))[1 + n % 3], n * 5, 'label ' || n % 10, ROW(word || ' street', n)::place,
       point(n % 9, n % 4), to_tsvector('english', word || ' jumps over lazy dogs'), decode(lpad(to_hex(n), 8, '0'), 'hex'),
       (n % 16)::bit(4), ext.hstore(ARRAY['a', word, 'n', n::text]), word || n % 4 || '@Example.TEST', ARRAY['ok', 'sad']::mood[],
       (enum_range(NULL::books.genre))[1 + n % 2]
FROM (
    SELECT n, CASE WHEN n % 31 = 0 THEN NULL ELSE 'alpha' END, (ARRAY['red', 'green', 'blue'])[1 + n % 3]
    FROM generate_series(1, 60) AS n
    UNION ALL
    SELECT 700000 + n, 'beta', 'CANARY' || n * :salt FROM generate_series(1, 30 + :salt % 7) AS n
) AS v (n, tenant, word);

GRANT USAGE ON SCHEMA ext TO PUBLIC;
