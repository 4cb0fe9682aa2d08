-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- A small world with everything a filter can meet: nulls, relationships, a partitioned table, a
-- view, a quoted name, schemas of tenants, a table no model knows.

CREATE TABLE customers (
    id          integer PRIMARY KEY,
    tenant_id   text,
    name        text NOT NULL,
    city        text,
    score       integer
);

CREATE TABLE orders (
    id          integer PRIMARY KEY,
    tenant_id   text,
    customer_id integer,
    status      text,
    amount      numeric(10, 2),
    quantity    integer,
    placed_on   date,
    note        text
);

CREATE TABLE products (
    id          integer PRIMARY KEY,
    name        text NOT NULL,
    category    text,
    price       numeric(10, 2)
);

CREATE TABLE items (
    order_id    integer NOT NULL,
    line        integer NOT NULL,
    product_id  integer,
    quantity    integer,
    label       text,
    PRIMARY KEY (order_id, line)
);

CREATE TABLE events (
    id          integer PRIMARY KEY,
    region      integer,
    kind        text,
    payload     text
);

CREATE TABLE sites (
    id          integer PRIMARY KEY,
    code        text NOT NULL,
    visitors    integer
);

CREATE TABLE parcels (
    id          integer PRIMARY KEY,
    depot       integer,
    weight      numeric(8, 1),
    state       text
);

-- For alice: wage does not exist and phone is hashed.
CREATE TABLE staff (
    id          integer PRIMARY KEY,
    tenant_id   text,
    wage        integer,
    grade       integer,
    phone       text
);

CREATE TABLE readings (
    tenant_id   text NOT NULL,
    taken_on    date NOT NULL,
    value       integer
) PARTITION BY RANGE (taken_on);
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE readings_2025 PARTITION OF readings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE "Odd Name" (
    "Id"        integer PRIMARY KEY,
    tenant_id   text,
    "select"    text,
    "naïve"     text
);

CREATE VIEW order_totals WITH (security_invoker = true) AS
    SELECT tenant_id, status, amount * quantity AS worth FROM orders;

CREATE TABLE secrets (
    id          integer PRIMARY KEY,
    content     text
);

CREATE SCHEMA books;
CREATE TABLE books.ledger (
    id          integer PRIMARY KEY,
    tenant_id   text,
    cents       bigint
);

CREATE SCHEMA tenant_template;
CREATE TABLE tenant_template.invoices (number integer PRIMARY KEY, customer text, amount numeric(10, 2));
CREATE SCHEMA alpha_data;
CREATE TABLE alpha_data.invoices (LIKE tenant_template.invoices INCLUDING ALL);
CREATE SCHEMA beta_data;
CREATE TABLE beta_data.invoices (LIKE tenant_template.invoices INCLUDING ALL);

CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';
