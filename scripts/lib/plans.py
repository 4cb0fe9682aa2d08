# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What filters cost in the database: the rewritten statement beside native row-level security.

plans.py DIRECTORY ROWS ROUNDS [NAME ...]: prints a table; `scripts/bench --plans` calls it."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Integration"))

from configuration import PASSWORD, scram_verifier  # noqa: E402
from servers import Server, free_port  # noqa: E402

TENANT, REGIONS = 7, [1, 2, 5]
USER = "ada@plans.test"
# Beside it nothing is said: servers plan with what they sampled.
LIMIT = 1.05

TABLES = """
CREATE TABLE customers (id integer PRIMARY KEY, tenant integer NOT NULL, name text NOT NULL, city text NOT NULL);
CREATE TABLE products (id integer PRIMARY KEY, category text NOT NULL, price numeric NOT NULL);
CREATE TABLE sales (id integer PRIMARY KEY, tenant integer NOT NULL, customer_id integer NOT NULL, status text NOT NULL,
    amount numeric NOT NULL, quantity integer NOT NULL, placed_at timestamptz NOT NULL);
CREATE TABLE lines (sale_id integer NOT NULL, line integer NOT NULL, product_id integer NOT NULL, quantity integer NOT NULL,
    PRIMARY KEY (sale_id, line));
CREATE TABLE visits (id integer PRIMARY KEY, tenant integer NOT NULL, visitor integer NOT NULL, page text NOT NULL);
CREATE TABLE shipments (id integer PRIMARY KEY, sale_id integer NOT NULL, region integer NOT NULL, weight numeric NOT NULL);
INSERT INTO products SELECT n, 'category ' || n % 12, 1 + n % 90 FROM generate_series(1, 500) AS n;
INSERT INTO customers SELECT n, n % 20, 'Customer ' || n, (ARRAY['Lyon', 'Oslo', 'Graz', 'Cork'])[1 + n / 20 % 4]
    FROM generate_series(1, {rows} / 40) AS n;
INSERT INTO sales SELECT n, n % 20, n % 20 + 20 * (n * 7 / 20 % ({rows} / 800)), (ARRAY['open', 'paid', 'shipped', 'void'])[1 + n / 20 % 4],
    (n * 37 % 50000) / 100.0, 1 + n % 9, timestamptz '2024-01-01' + n * interval '1 minute' * (1000000.0 / {rows})
    FROM generate_series(1, {rows}) AS n;
INSERT INTO lines SELECT n, m, 1 + (n * 13 + m) % 500, 1 + n % 5 FROM generate_series(1, {rows}) AS n, generate_series(1, 2) AS m
    WHERE n % 2 = 0;
INSERT INTO lines SELECT n, 1, 1 + n % 500, 1 + n % 5 FROM generate_series(1, {rows}, 2) AS n;
INSERT INTO visits SELECT n, n % 20, n % 9973, (ARRAY['/', '/cart', '/pay', '/help'])[1 + n / 20 % 4] FROM generate_series(1, {rows}) AS n;
INSERT INTO shipments SELECT n, n * 2, n % 30, n % 40 + 0.5 FROM generate_series(1, {rows} / 2) AS n;
CREATE INDEX ON customers (tenant);
CREATE INDEX ON sales (tenant, placed_at);
CREATE INDEX ON sales (customer_id);
CREATE INDEX ON visits (tenant);
CREATE INDEX ON shipments (region);
CREATE INDEX ON shipments (sale_id);
CREATE ROLE service LOGIN BYPASSRLS PASSWORD '{password}';
CREATE ROLE native LOGIN PASSWORD '{password}';
GRANT SELECT ON ALL TABLES IN SCHEMA public TO service, native;
CREATE POLICY p ON customers TO native USING (tenant = {tenant});
CREATE POLICY p ON sales TO native USING (tenant = {tenant});
CREATE POLICY p ON visits TO native USING (tenant = {tenant});
CREATE POLICY p ON shipments TO native USING (region IN ({regions}));
CREATE POLICY p ON lines TO native USING (EXISTS (SELECT FROM sales AS s WHERE s.id = lines.sale_id AND s.tenant = {tenant}));
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE sales ENABLE ROW LEVEL SECURITY;
ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
ALTER TABLE shipments ENABLE ROW LEVEL SECURITY;
ALTER TABLE lines ENABLE ROW LEVEL SECURITY;
"""

CONFIGURATION = """
[listen]
addresses = ["127.0.0.1:{port}"]
[models]
path = "models"
[attributes.tenant]
type = "number"
[attributes.regions]
type = "number"
multiple = true
[users."{user}"]
name = "Ada"
password = "{verifier}"
groups = ["analysts"]
attributes = {{ tenant = {tenant}, regions = {regions} }}
[connections.plans]
conninfo = "{conninfo}"
model = "Plans"
base_access = "no_access"
default_schema = "public"
[connections.plans.access]
"group:analysts" = "querier"
[connections.plans.sql]
unfiltered_views = ["products"]
[[connections.plans.sql.access_filters]]
view = "lines"
field = "sales.tenant"
user_attribute = "tenant"
[[connections.plans.sql.access_filters]]
view = "shipments"
field = "shipments.region"
user_attribute = "regions"
"""


def statements(names: list[str]) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "plans.sql").read_text().splitlines()
    pairs = [line.split(": ", 1) for line in lines if line and not line.startswith("--")]
    return [(name, sql) for name, sql in pairs if not names or any(part in name for part in names)]


def write_configuration(folder: Path, server: Server) -> Path:
    model = folder / "models" / "Plans"
    (model / "public").mkdir(parents=True)
    (model / "model.yaml").write_text("default_topic_access_filters:\n  - field: tenant\n    user_attribute: tenant\n")
    (model / "relationships.yaml").write_text(
        "- join_from_view: lines\n  join_to_view: sales\n  join_type: always_left\n"
        "  on_sql: ${lines.sale_id} = ${sales.id}\n  relationship_type: many_to_one\n"
    )
    for view in ("customers", "products", "sales", "lines", "visits", "shipments"):
        (model / "public" / f"{view}.view.yaml").write_text(
            f"# Reference this view as {view}\nschema: public\ntable_name: {view}\ndimensions: {{}}\n"
        )
    configuration = folder / "proxy.conf"
    configuration.write_text(
        CONFIGURATION.format(
            port=free_port(),
            user=USER,
            verifier=scram_verifier(PASSWORD),
            tenant=TENANT,
            regions=REGIONS,
            conninfo=server.conninfo("plans", "service"),
        )
    )
    return configuration


def rewritten(configuration: Path, sql: str) -> str | None:
    """What a backend would get; nothing when it is refused."""
    done = subprocess.run(
        [os.environ["OMNIPROXY_BINARY"], "rewrite", "--config", configuration, "--user", USER, "--database", "plans", sql],
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        return None
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith("-- "))


class Figures:
    """Of one plan: the planner's cost, pages touched, milliseconds."""

    def __init__(self, connection: psycopg.Connection, sql: str, rounds: int):
        times = []
        for _ in range(rounds):
            explained = connection.execute(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) {sql}").fetchone()[0][0]
            times.append(explained["Planning Time"] + explained["Execution Time"])
        plan = explained["Plan"]
        self.cost = plan["Total Cost"]
        self.pages = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
        self.milliseconds = statistics.median(times)


def main(folder: Path, rows: int, rounds: int, names: list[str]) -> None:
    server = Server.start(folder / "server")
    try:
        server.psql("postgres", "-c", "CREATE DATABASE plans TEMPLATE template0")
        server.psql(
            "plans",
            script=TABLES.format(
                rows=rows, password=server.password, tenant=TENANT, regions=", ".join(map(str, REGIONS))
            ),
        )
        server.psql("plans", "-c", "VACUUM ANALYZE")
        configuration = write_configuration(folder, server)
        print(f"\n{rows} sales, medians of {rounds}; each figure is rewritten / native (ratio).\n")
        print("| statement | cost | pages | ms |\n|---|---|---|---|")
        worse, refused, compared = [], [], 0
        with (
            psycopg.connect(server.conninfo("plans", "service"), autocommit=True) as service,
            psycopg.connect(server.conninfo("plans", "native"), autocommit=True) as native,
        ):
            for name, sql in statements(names):
                text = rewritten(configuration, sql)
                if text is None:
                    refused.append(name)
                    print(f"| {name} | refused | | |")
                    continue
                # Rows first: a cheaper plan of other rows is none.
                assert sorted(service.execute(text).fetchall(), key=repr) == sorted(
                    native.execute(sql).fetchall(), key=repr
                ), name
                ours, theirs = Figures(service, text, rounds), Figures(native, sql, rounds)
                compared += 1
                cells = [
                    f"{a:.{digits}f} / {b:.{digits}f} ({a / max(b, 1e-9):.2f})"
                    for a, b, digits in (
                        (ours.cost, theirs.cost, 0),
                        (ours.pages, theirs.pages, 0),
                        (ours.milliseconds, theirs.milliseconds, 1),
                    )
                ]
                print(f"| {name} | {' | '.join(cells)} |", flush=True)
                # Time is what the machine lets it be; another plan shows in its cost or its pages.
                if ours.cost > theirs.cost * LIMIT or ours.pages > theirs.pages * LIMIT + 8:
                    worse.append(name)
        print(f"\n{compared - len(worse)} of {compared} within {LIMIT:.2f}; refused: {refused or 'none'}; beyond: {worse or 'none'}")
    finally:
        server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
