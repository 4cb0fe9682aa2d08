# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Nothing that the access filters of a topic hide can be told from it, in whatever way it is asked.

Two shops differ in customers and orders of no region of emea@x.test's, which fail in expressions of the
client's and of the model's own. The same bytes to both give the same bytes."""

from pathlib import Path

import psycopg
import pytest

import topics
from configuration import PASSWORD
from proxy import Proxy
from servers import Server, free_port
from test_attacks import answer
from wire import WireClient, extended, query

LAB = Path(__file__).parent / "lab"
CASES = Path(__file__).parent / "cases" / "topic_attacks.sql"
USER = "emea@x.test"
HIDDEN = [b"CANARY", b"hidden"]
PLANNERS = [
    "",
    "enable_nestloop=off enable_seqscan=off plan_cache_mode=force_generic_plan",
]

# Each fails on a hidden row of one of the shops and on no row that shows.
EXPRESSIONS = [
    '1 / ("orders.id" - 900)',
    '1 / ("orders.id" - 2001)',
    "\"orders.status\" || 'x' LIKE \"orders.status\"",
    "'x' ~ \"orders.status\"",
    '100 / "customers.weight"',
    '"customers.share"',
    '1 / "orders.amount"',
    'substr("customers.name", 10)::int',
    '("orders.id" * 2500000)::int',
    '(SELECT 1 / ("orders.id" - 900))',
    "substr('abc', 1, 800 - \"orders.id\"::int)",
    '"orders.due" + 2100000000',
]
PLACES = [
    "SELECT count(*) FROM {t} WHERE ({x}) IS NOT NULL",
    'SELECT count(*) FROM {t} WHERE "orders.id" >= 900 AND ({x}) IS NOT NULL',
    "SELECT ({x}) IS NULL, count(*) FROM {t} GROUP BY 1 ORDER BY 1",
    'SELECT measure("orders.count"), measure("orders.revenue") FROM {t} WHERE ({x}) IS NOT NULL',
    'SELECT measure("orders.fees") FROM {t} HAVING count(({x})) > 0',
    'SELECT count(({x})), measure("orders.median_amount") FROM {t}',
    "SELECT count(*) FROM (SELECT ({x}) AS v FROM {t}) AS s WHERE v IS NOT NULL",
    'WITH c AS (SELECT ({x}) AS v, "orders.id" AS i FROM {t}) SELECT count(v), max(i) FROM c',
    "WITH c AS NOT MATERIALIZED (SELECT * FROM {t}) SELECT count(*) FROM c WHERE ({x}) IS NOT NULL",
    'SELECT count(*) FROM sales.products AS p LEFT JOIN {t} AS t ON p.id = t."orders.id" AND ({x}) IS NOT NULL',
    'SELECT count(*) FROM {t} AS t LEFT JOIN sales.products AS p ON p.id = t."orders.id" WHERE ({x}) IS NOT NULL OR p.id IS NULL',
    'SELECT count(*) FROM sales.products AS p FULL JOIN {t} AS t ON p.id = t."orders.id" WHERE ({x}) IS NULL',
    'SELECT count(*) FROM sales.products AS p WHERE EXISTS (SELECT FROM {t} WHERE "orders.id" > p.id AND ({x}) IS NOT NULL)',
    'SELECT count(*) FROM sales.products AS p WHERE p.id NOT IN (SELECT "orders.id" FROM {t} WHERE ({x}) IS NOT NULL)',
    'SELECT ({x}) FROM {t} ORDER BY "orders.id" DESC, 1 LIMIT 2',
    'SELECT "orders.id" FROM {t} ORDER BY ({x})::text, 1 LIMIT 2',
    "SELECT count(*) FROM {t} AS t, LATERAL (SELECT ({x}) AS v) AS l WHERE l.v IS NOT NULL",
    "SELECT max(n) FROM (SELECT count(*) OVER (PARTITION BY ({x})::text) AS n FROM {t}) AS s",
    "SELECT count(*) FILTER (WHERE ({x}) IS NOT NULL) FROM {t}",
    'SELECT count(*) FROM {t} WHERE CASE WHEN "orders.id" > 899 THEN ({x}) IS NULL ELSE true END',
    "SELECT ({x})::text FROM {t} UNION SELECT name FROM sales.products ORDER BY 1 LIMIT 3",
]


def attempts(is_long: bool) -> list[str]:
    """Each expression in a third of the places, or in all of them."""
    lines = [line for line in CASES.read_text().splitlines() if line and not line.startswith("--")]
    made = [
        place.format(t=f'topics."{topic}"', x=expression)
        for k, topic in enumerate(("Orders", "Lines"))
        for i, place in enumerate(PLACES)
        for j, expression in enumerate(EXPRESSIONS)
        if is_long or (i + j + k) % 3 == 0
    ]
    return lines + made


@pytest.fixture(scope="module")
def shops(laboratory):
    """The databases of the two shops."""
    server, names = laboratory.main, ("lab_shop", "lab_shop_twin")
    for name in names:
        server.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    server.psql("postgres", "-c", f"CREATE DATABASE {names[0]}")
    server.psql(names[0], "-f", str(LAB / "topics.sql"))
    # A copy keeps the OIDs, so that answers can be compared byte by byte.
    server.psql("postgres", "-c", f"CREATE DATABASE {names[1]} TEMPLATE {names[0]}")
    server.psql(names[1], "-f", str(LAB / "topics_again.sql"))
    return names


@pytest.fixture(scope="module", params=PLANNERS, ids=lambda planner: planner or "as servers plan")
def pair(request, laboratory, shops):
    """emea@x.test in both."""
    options = " ".join(f"-c {setting}" for setting in request.param.split())
    proxies, clients = [], []
    try:
        for name in shops:
            folder = laboratory.folder / f"{name}.{PLANNERS.index(request.param)}"
            folder.mkdir()
            topics.write(folder)
            port = free_port()
            conninfo = laboratory.main.conninfo(name, "svc_lab") + (f" options='{options}'" if options else "")
            proxies.append(Proxy(folder, port, topics.proxy_conf(port, conninfo)))
            clients.append(WireClient(port))
            clients[-1].log_in(USER, PASSWORD, database="shop")
        yield clients
    finally:
        for client in clients:
            client.socket.close()
        for proxy in proxies:
            proxy.stop()


def test_topics_tell_nothing_of_what_their_filters_hide(pair, request):
    told, ran, tried = [], 0, attempts(request.config.getoption("--long"))
    for number, sql in enumerate(tried):
        way = extended if number % 2 and "; " not in sql else query
        here, there = (answer(client, way(sql)) for client in pair)
        ran += not any(message.kind == "E" for message in here)
        if here != there:
            differing = [message for message in here + there if message not in here or message not in there]
            told.append((sql, differing[:4]))
        for message in here + there:
            # A client's own words come back in errors.
            if message.kind in "Dd" and any(word in message.body for word in HIDDEN):
                told.append((sql, message))
        if "; " in sql:
            for client in pair:
                client.ask(query("ROLLBACK"))
                client.ask(query("DISCARD ALL"))
    assert not told, told[:5]
    # What is refused proves little.
    assert ran > len(tried) * 0.6


def test_the_shops_differ_in_what_the_attempts_look_for(laboratory, shops):
    """Each expression fails on a row of one of the shops; the filters are all that keeps it from that."""
    for expression in EXPRESSIONS:
        stored = expression.replace('"customers.share"', "100 / c.weight")
        stored = stored.replace('"orders.', 'o."').replace('"customers.', 'c."')
        text = f"SELECT {stored} FROM sales.orders AS o JOIN sales.customers AS c ON c.id = o.customer_id"
        assert any(fails(laboratory.main, name, text) for name in shops), expression


def fails(server: Server, database: str, sql: str) -> bool:
    with psycopg.connect(server.conninfo(database, "svc_lab"), autocommit=True) as connection:
        try:
            connection.execute(sql)
        except psycopg.Error:
            return True
    return False
