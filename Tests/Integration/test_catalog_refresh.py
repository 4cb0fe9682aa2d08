# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The backend's schema changes while sessions are open: they see it, without a reload."""

import asyncio
import time

import asyncpg
import psycopg
import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy
from wire import SYNC, WireClient, bind, describe, execute, parse

SECONDS_MAX = 12

SCHEMA = """
CREATE TABLE orders (id integer PRIMARY KEY, tenant_id text, amount integer);
INSERT INTO orders VALUES (1, 'alpha', 10), (2, 'beta', 20);
CREATE TYPE mood AS ENUM ('ok');
GRANT SELECT ON ALL TABLES IN SCHEMA public TO svc_lab;
"""


@pytest.fixture
def changing(laboratory):
    main = laboratory.main
    main.psql("postgres", "-c", "CREATE DATABASE lab_changing TEMPLATE template0")
    main.psql("lab_changing", "-c", SCHEMA)
    conninfo = main.conninfo("lab_changing", "svc_lab")
    running = start_proxy(
        laboratory.folder / f"changing{time.monotonic_ns()}", [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)], 'mode = "off"\n'
    )
    yield running
    assert running.stop() == 0
    main.psql("postgres", "-c", "DROP DATABASE lab_changing WITH (FORCE)")


def eventually(connection, sql, parameters=None):
    """The answer, once the statement is not refused any more."""
    deadline = time.monotonic() + SECONDS_MAX
    while True:
        try:
            return connection.execute(sql, parameters).fetchall()
        except psycopg.Error as error:
            if time.monotonic() > deadline:
                raise AssertionError(f"still {error.sqlstate} {error}") from error
            time.sleep(0.3)


def test_sessions_see_new_columns_tables_and_types(laboratory, changing):
    alter = lambda sql: laboratory.main.psql("lab_changing", "-c", sql)
    with changing.connect(ALICE) as alice:
        assert alice.execute("SELECT * FROM orders").fetchall() == [(1, "alpha", 10)]
        with pytest.raises(psycopg.Error) as refused:
            alice.execute("SELECT note FROM orders")
        assert refused.value.sqlstate == "42703"
        alter("ALTER TABLE orders ADD note text DEFAULT 'new'; ALTER TABLE orders DROP amount")
        assert eventually(alice, "SELECT id, note FROM orders") == [(1, "new")]
        assert alice.execute("SELECT * FROM orders").fetchall() == [(1, "alpha", "new")]
        alter("CREATE TABLE customers (id integer, tenant_id text); GRANT SELECT ON customers TO svc_lab")
        assert eventually(alice, "SELECT count(*) FROM customers") == [(0,)]
        alter("CREATE TYPE size AS ENUM ('small')")
        assert eventually(alice, "SELECT 'small'::size") == [("small",)]


def test_an_error_that_a_changed_schema_explains_has_the_catalog_read_again(laboratory, changing):
    with changing.connect(ALICE) as alice:
        # A wrapped form names the columns that the snapshot has.
        sql = "SELECT o.* FROM orders AS o FULL JOIN orders AS p USING (id)"
        assert alice.execute(sql).fetchall() == [(1, "alpha", 10)]
        laboratory.main.psql("lab_changing", "-c", "ALTER TABLE orders RENAME amount TO price")
        assert eventually(alice, sql) == [(1, "alpha", 10)]
        assert eventually(alice, "SELECT price FROM orders") == [(10,)]


def test_prepared_statements_get_over_a_changed_result(laboratory, changing):
    with changing.connect(ALICE) as alice:
        alice.prepare_threshold = 0
        assert alice.execute("SELECT * FROM orders").fetchall() == [(1, "alpha", 10)]
        laboratory.main.psql("lab_changing", "-c", "ALTER TABLE orders ADD extra integer DEFAULT 7")
        deadline = time.monotonic() + SECONDS_MAX
        rows = None
        while rows != [(1, "alpha", 10, 7)] and time.monotonic() < deadline:
            try:
                rows = alice.execute("SELECT * FROM orders").fetchall()
            except psycopg.Error as error:
                assert error.sqlstate == "0A000", error
            time.sleep(0.3)
        assert rows == [(1, "alpha", 10, 7)]


@pytest.mark.parametrize("is_noticed", [False, True])
def test_a_prepared_statement_never_gives_other_columns_than_were_described(laboratory, changing, is_noticed):
    """R86: 0A000, raised where drivers look for it, until the client prepares anew; whether or not the proxy knows yet."""
    alter = lambda sql: laboratory.main.psql("lab_changing", "-c", sql)
    use = bind("", "s") + execute() + SYNC
    with WireClient(changing.port) as client, changing.connect(ALICE) as alice:
        client.log_in(ALICE, PASSWORD)
        client.ask(parse("s", "SELECT * FROM orders") + describe("S", "s") + SYNC)
        client.ask(use)
        alter("ALTER TABLE orders ADD note text")
        if is_noticed:
            eventually(alice, "SELECT note FROM orders")
        for _ in range(2):
            (failure,) = [answer for answer in client.ask(use) if answer.kind == "E"]
            assert failure.sqlstate == "0A000" and failure.fields["R"] == "RevalidateCachedQuery"
        answers = client.ask(parse("t", "SELECT * FROM orders") + describe("S", "t") + bind("", "t") + execute() + SYNC)
        assert "E" not in [answer.kind for answer in answers]
        assert [len(answer.values) for answer in answers if answer.kind == "D"] == [4]


def test_asyncpg_prepares_again_when_a_table_has_changed(laboratory, changing):
    async def work():
        connection = await asyncpg.connect(
            host="127.0.0.1", port=changing.port, user=ALICE, password=PASSWORD, database="lab", ssl=False
        )
        for _ in range(2):
            assert len(tuple(await connection.fetchrow("SELECT * FROM orders WHERE id = $1", 1))) == 3
        laboratory.main.psql("lab_changing", "-c", "ALTER TABLE orders ADD note text")
        for _ in range(2):
            assert len(tuple(await connection.fetchrow("SELECT * FROM orders WHERE id = $1", 1))) == 4
        await connection.close()

    asyncio.run(work())
