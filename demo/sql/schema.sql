-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- The shop's tables, alike in production and development.

-- Shared by all tenants; the tenant column says whose row it is.
CREATE TABLE customers (
    id          integer PRIMARY KEY,
    tenant_id   text NOT NULL,
    name        text NOT NULL,
    email       text NOT NULL,
    city        text NOT NULL,
    country     text NOT NULL,
    signed_up   date NOT NULL
);

CREATE TABLE orders (
    id          integer PRIMARY KEY,
    tenant_id   text NOT NULL,
    customer_id integer NOT NULL REFERENCES customers,
    status      text NOT NULL,
    ordered_at  timestamp NOT NULL,
    total       numeric(12, 2) NOT NULL,
    note        text
);

-- The same for everybody: a reference table without a tenant.
CREATE TABLE products (
    id          integer PRIMARY KEY,
    sku         text NOT NULL UNIQUE,
    name        text NOT NULL,
    category    text NOT NULL,
    price       numeric(10, 2) NOT NULL
);

-- Whose row it is follows from the order.
CREATE TABLE order_items (
    order_id    integer NOT NULL REFERENCES orders,
    line        integer NOT NULL,
    product_id  integer NOT NULL REFERENCES products,
    quantity    integer NOT NULL,
    unit_price  numeric(10, 2) NOT NULL,
    PRIMARY KEY (order_id, line)
);

CREATE SCHEMA finance;
CREATE TABLE finance.payouts (
    id          integer PRIMARY KEY,
    tenant_id   text NOT NULL,
    month       date NOT NULL,
    gross       numeric(14, 2) NOT NULL,
    fee         numeric(14, 2) NOT NULL
);

-- One schema per tenant, made from a template; the dynamic schema "tenant" leads to one of them.
CREATE SCHEMA tenant_template;
CREATE TABLE tenant_template.invoices (
    number      text PRIMARY KEY,
    customer    text NOT NULL,
    issued_on   date NOT NULL,
    due_on      date NOT NULL,
    amount      numeric(12, 2) NOT NULL,
    paid        boolean NOT NULL
);
CREATE TABLE tenant_template.price_rules (
    id          integer PRIMARY KEY,
    category    text NOT NULL,
    discount_percent integer NOT NULL
);
CREATE SCHEMA acme_data;
CREATE TABLE acme_data.invoices (LIKE tenant_template.invoices INCLUDING ALL);
CREATE TABLE acme_data.price_rules (LIKE tenant_template.price_rules INCLUDING ALL);
CREATE SCHEMA globex_data;
CREATE TABLE globex_data.invoices (LIKE tenant_template.invoices INCLUDING ALL);
CREATE TABLE globex_data.price_rules (LIKE tenant_template.price_rules INCLUDING ALL);

-- Nobody's but the shop's: no view of the model names it, so it does not exist for any client.
CREATE TABLE internal_margins (
    product_id  integer PRIMARY KEY REFERENCES products,
    margin_percent integer NOT NULL
);
