-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors
--
-- Rows that look like a shop's, made by arithmetic alone: the same every time, on every machine.
--   psql variables: customers, orders, invoices (how many), shift (makes databases differ)

-- A permutation-like mix of a row number; a large prime keeps neighbours apart.
CREATE FUNCTION pg_temp.mix(n bigint, salt bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE AS
$$ SELECT ((n * 2654435761 + salt * 40503 + (n * n % 9973) * 7919) % 2147483647 + 2147483647) % 2147483647 $$;

CREATE FUNCTION pg_temp.pick(choices text[], n bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS
$$ SELECT choices[1 + (n % cardinality(choices))::integer] $$;

-- Four tenants of unequal size.
CREATE FUNCTION pg_temp.tenant(n bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS
$$ SELECT (ARRAY['acme','acme','acme','acme','acme','acme','acme','acme','acme','globex',
                 'globex','globex','globex','globex','globex','initech','initech','initech','umbrella','umbrella'])[1 + (n % 20)::integer] $$;

INSERT INTO products
SELECT n,
       'SKU-' || to_char(n, 'FM00000'),
       pg_temp.pick(ARRAY['Oak','Linen','Copper','Walnut','Ceramic','Wool','Slate','Bamboo','Brass','Cotton','Glass','Cork'], n)
           || ' '
           || pg_temp.pick(ARRAY['Chair','Lamp','Table','Teapot','Blanket','Shelf','Mirror','Vase','Desk','Basket','Clock','Bowl',
                                 'Stool','Rug','Tray','Frame','Bench','Planter','Kettle','Cushion','Hook','Mug','Board','Candle',
                                 'Rack','Screen','Pitcher','Coaster','Bookend','Plate'], n / 12),
       pg_temp.pick(ARRAY['Furniture','Lighting','Kitchen','Textiles','Decoration'], n / 12),
       (495 + pg_temp.mix(n, 1) % 24500) / 100.0
FROM generate_series(1, 360) AS n;

INSERT INTO internal_margins
SELECT id, 12 + (pg_temp.mix(id, 2) % 40)::integer FROM products;

INSERT INTO customers
SELECT n,
       pg_temp.tenant(n),
       first || ' ' || last,
       lower(first) || '.' || lower(last) || n || '@' || pg_temp.pick(ARRAY['post','mail','inbox','letter'], mixed / 7) || '.example',
       (ARRAY['Lisbon','Porto','Lyon','Nantes','Hamburg','Leipzig','Turin','Bologna','Gdansk','Krakow','Utrecht','Ghent'])[place],
       (ARRAY['PT','PT','FR','FR','DE','DE','IT','IT','PL','PL','NL','BE'])[place],
       DATE '2019-01-01' + (pg_temp.mix(n, 4) % 2200)::integer
FROM (
    SELECT n, pg_temp.mix(n, 3 + :shift) AS mixed, 1 + (pg_temp.mix(n, 5 + :shift) % 12)::integer AS place,
           pg_temp.pick(ARRAY['Ines','Marta','Hugo','Clara','Jonas','Lena','Marco','Giulia','Piotr','Zofia','Daan','Sofie',
                              'Tiago','Louise','Emil','Paula','Luca','Anna','Jakub','Nora','Bram','Elise','Rui','Camille'], pg_temp.mix(n, 3 + :shift)) AS first,
           pg_temp.pick(ARRAY['Costa','Moreau','Becker','Rossi','Nowak','Visser','Peeters','Silva','Laurent','Hoffmann','Ferrari',
                              'Kowalska','Bakker','Jacobs','Pereira','Garnier','Vogel','Greco','Mazur','Smit','Claes'], pg_temp.mix(n, 9 + :shift)) AS last
    FROM generate_series(1, :customers) AS n
) AS person;

-- An order belongs to a customer of the same tenant: order n goes to a customer with the same
-- remainder of 20, which is what decides the tenant.
INSERT INTO orders
SELECT n,
       pg_temp.tenant(n),
       CASE WHEN n % 20 = 0 THEN 20 ELSE n % 20 END + 20 * (pg_temp.mix(n, 6 + :shift) % (:customers / 20))::integer,
       pg_temp.pick(ARRAY['delivered','delivered','delivered','delivered','shipped','paid','pending','returned'], pg_temp.mix(n, 7)),
       TIMESTAMP '2023-01-01' + (n * (1095.0 / :orders) + (pg_temp.mix(n, 8) % 86400) / 86400.0) * interval '1 day',
       0,
       CASE WHEN pg_temp.mix(n, 10) % 25 = 0
            THEN pg_temp.pick(ARRAY['leave with neighbour','gift wrap please','ring twice','fragile','second attempt'], pg_temp.mix(n, 11)) END
FROM generate_series(1, :orders) AS n;

INSERT INTO order_items
SELECT o.id, line, p.id, 1 + (pg_temp.mix(o.id, 20 + line) % 4)::integer, p.price
FROM orders AS o
CROSS JOIN LATERAL generate_series(1, 1 + (pg_temp.mix(o.id, 12) % 4)::integer) AS line
JOIN products AS p
  -- Each tenant has its favourites: a third of the lines come from a tenant's own shelf.
  ON p.id = 1 + CASE WHEN pg_temp.mix(o.id, 13 + line) % 3 = 0
                     THEN (length(o.tenant_id) * 37 + pg_temp.mix(o.id, 14 + line) % 20) % 360
                     ELSE pg_temp.mix(o.id, 15 + line + :shift) % 360 END;

UPDATE orders SET total = sums.total
FROM (SELECT order_id, sum(quantity * unit_price) AS total FROM order_items GROUP BY order_id) AS sums
WHERE sums.order_id = orders.id;
-- The update moved every row; put them back in the order of their keys.
CLUSTER orders USING orders_pkey;

INSERT INTO finance.payouts
SELECT row_number() OVER (ORDER BY month, tenant_id), tenant_id, month, gross, round(gross * 0.029, 2)
FROM (SELECT tenant_id, date_trunc('month', ordered_at)::date AS month, sum(total) AS gross
      FROM orders WHERE status = 'delivered' GROUP BY 1, 2) AS monthly;

INSERT INTO acme_data.invoices
SELECT 'ACME-' || to_char(n, 'FM00000'),
       pg_temp.pick(ARRAY['Quay Hotels','Brightwater School','Nordlicht GmbH','Atelier Sept','Casa Verde'], pg_temp.mix(n, 30)),
       day, day + 30, (10000 + pg_temp.mix(n, 31 + :shift) % 900000) / 100.0, pg_temp.mix(n, 32) % 5 > 0
FROM (SELECT n, DATE '2023-01-02' + (n * 1090 / :invoices)::integer AS day FROM generate_series(1, :invoices) AS n) AS issued;

INSERT INTO globex_data.invoices
SELECT 'GLX-' || to_char(n, 'FM00000'),
       pg_temp.pick(ARRAY['Harbour Offices','Polska Kawa','Studio Lume','Zeeland Clinics'], pg_temp.mix(n, 33)),
       day, day + 14, (20000 + pg_temp.mix(n, 34 + :shift) % 1500000) / 100.0, pg_temp.mix(n, 35) % 4 > 0
FROM (SELECT n, DATE '2023-01-02' + (n * 1090 / (:invoices * 3 / 4))::integer AS day
      FROM generate_series(1, :invoices * 3 / 4) AS n) AS issued;

INSERT INTO acme_data.price_rules VALUES (1, 'Furniture', 10), (2, 'Lighting', 5);
INSERT INTO globex_data.price_rules VALUES (1, 'Kitchen', 15);

CREATE INDEX ON customers (tenant_id);
CREATE INDEX ON orders (tenant_id, ordered_at);
CREATE INDEX ON orders (customer_id);
CREATE INDEX ON order_items (product_id);
CREATE INDEX ON finance.payouts (tenant_id);
