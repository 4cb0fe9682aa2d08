-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Tables with hidden and masked columns. Hidden are badge, bonus and rating of people, pin of desks and
-- stamp of people_list; masked are email and salary of people, phone of desks, email and tenant_id of
-- people_list and all of vault. Their texts hold the word CANARY, their numbers begin with 7700.
-- The two long addresses are different and have one MD5: under the mask nobody can tell them apart.

CREATE TABLE people (
    id        integer PRIMARY KEY,
    tenant_id text,
    badge     text,
    name      text NOT NULL,
    email     text,
    salary    numeric(12, 2),
    bonus     integer,
    hired     date,
    boss_id   integer,
    rating    integer
);
CREATE INDEX ON people (badge);
CREATE INDEX ON people (email);

CREATE TABLE desks (
    id        integer PRIMARY KEY,
    tenant_id text,
    staff_id  integer,
    badge     text,
    bonus     integer,
    phone     varchar(40),
    pin       text
);

CREATE VIEW people_list AS
    SELECT id, tenant_id, name, email, 'CANARY stamp'::text AS stamp FROM people;

INSERT INTO people
SELECT n, CASE WHEN n % 19 = 0 THEN NULL ELSE 'alpha' END, 'CANARY badge ' || n, 'person ' || n,
       CASE n % 4 WHEN 0 THEN 'TEXTCOLLBYfGiJUETHQ4hAcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak'
                  WHEN 1 THEN 'TEXTCOLLBYfGiJUETHQ4hEcKSMd5zYpgqf1YRDhkmxHkhPWptrkoyz28wnI9V0aHeAuaKnak'
                  WHEN 2 THEN 'CANARY person ' || n / 8 END,
       CASE WHEN n % 6 > 0 THEN 770000000 + n % 9 END, 770000000 + n, DATE '2020-01-01' + n * 7,
       nullif(n / 5, 0), 770000000 + n * n
FROM generate_series(1, 70) AS n;
INSERT INTO people
SELECT 770000000 + n, 'beta', 'CANARY badge ' || n, 'CANARY person ' || n, 'CANARY mail ' || n, 770000000 + n,
       770000000 + n, DATE '2020-01-01', 1, 770000000
FROM generate_series(1, 50) AS n;
INSERT INTO desks
SELECT n, CASE WHEN n % 17 = 0 THEN NULL ELSE 'alpha' END, n * 3 % 80, 'desk badge ' || n % 5, n % 7,
       CASE WHEN n % 5 > 0 THEN 'CANARY phone ' || n % 8 END, 'CANARY pin ' || n
FROM generate_series(1, 60) AS n;
INSERT INTO desks
SELECT 770000000 + n, 'beta', n, 'CANARY badge ' || n, 770000000 + n, 'CANARY phone ' || n, 'CANARY pin'
FROM generate_series(1, 40) AS n;

CREATE DOMAIN ratio AS double precision CHECK (VALUE >= 0);
CREATE TABLE vault (
    id            integer PRIMARY KEY,
    a_bool        boolean,
    a_char        "char",
    a_name        name,
    a_bpchar      char(6),
    a_varchar     varchar(9) COLLATE "C",
    an_int2       smallint,
    an_int8       bigint,
    a_numeric     numeric,
    a_float4      real,
    a_float8      double precision,
    a_ratio       ratio,
    a_money       money,
    a_date        date,
    a_time        time,
    a_timetz      timetz,
    a_timestamp   timestamp,
    a_timestamptz timestamptz,
    an_interval   interval,
    a_bytea       bytea,
    a_uuid        uuid,
    a_json        json,
    a_jsonb       jsonb,
    an_xml        xml,
    an_inet       inet,
    a_cidr        cidr,
    a_macaddr     macaddr,
    a_macaddr8    macaddr8,
    a_bit         bit(5),
    a_varbit      varbit,
    a_point       point,
    a_box         box,
    a_circle      circle,
    a_tsvector    tsvector,
    a_tsquery     tsquery,
    an_oid        oid,
    a_regclass    regclass,
    a_lsn         pg_lsn,
    a_mood        mood,
    an_int_array  integer[],
    a_text_array  text[],
    a_date_array  date[],
    a_float_array float8[],
    a_int_range   int4range,
    a_day_range   daterange,
    a_multirange  int4multirange,
    a_mood_array  mood[],
    a_citext      citext,
    a_hstore      ext.hstore,
    a_place       place,
    some_cents    cents
);
INSERT INTO vault VALUES
    (1, true, 'x', 'CANARY', 'ab', 'Zed', 5, 7700000005, 12.50, 1.5, 0.25, 0.5, 12.34, '2024-02-29', '10:11:12.5',
     '10:11:12+02', '2024-02-29 10:11:12', '2024-02-29 10:11:12.25+02', '1 year 2 days 03:04:05', '\xdeadbeef',
     'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a": 1}', '{"b": [1, 2]}', '<a/>', '10.1.2.3', '10.1.0.0/16',
     '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', B'10101', B'1', '(1,2)', '((1,2),(3,4))', '<(1,2),3>',
     'fat cat', 'fat & cat', 1259, 'pg_class', '16/B374D848', 'happy', '{1,NULL,3}', '{a,"b c"}',
     '{2024-01-01}', '{1.5,2.25}', '[1,5)', '[2024-01-01,2024-02-01)', '{[1,2),[5,6)}', '{sad}', 'CANARY@x', '"a"=>"b"', '(street,1)', 5),
    (3, false, '', '', '', '', -32768, -1, 'NaN', '-Infinity', 'NaN', 0, -0.01, 'infinity', '24:00', '00:00-15',
     '0044-03-15 00:00 BC', '0044-03-15 00:00 BC', '-1 mon', '', '00000000-0000-0000-0000-000000000000', 'null',
     'null', '', '::1', '::/0', '00:00:00:00:00:00', '00:00:00:00:00:00:00:00', B'00000', '', '(0,-0)', '((0,0),(0,0))',
     '<(0,0),0>', '', '', 0, 0, '0/0', 'sad', '{}', '{}', '{}', '{}', 'empty', 'empty', '{}', '{}', '', '', '(,)', 0);
INSERT INTO vault (id) VALUES (2);
-- At the ends of what types hold.
INSERT INTO vault (id, a_numeric, a_float4, a_float8, a_ratio, a_date, a_timestamp, a_timestamptz, an_interval)
VALUES (4, 1e200, 3e38, 1e300, 1e-300, '4714-11-24 BC', '294276-12-31 23:59:59.999999',
        '294276-12-31 23:59:59.999999+00', '178000000 years');
