# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The programs people use (spec 13)."""

import asyncio
import os
import subprocess

import asyncpg
import pg8000.dbapi
import psycopg2
import pytest

from configuration import ALICE, PASSWORD


def test_psql_script(proxy):
    script = "SELECT count(*) FROM orders;\n\\echo between\nBEGIN;\nSELECT max(id) FROM orders;\nCOMMIT;\n"
    done = proxy.psql(ALICE, "-q", script=script)
    assert done.stdout == "145\nbetween\n150\n", done.stderr


def test_psql_variables_and_gexec(proxy):
    done = proxy.psql(ALICE, "-q", "-v", "wanted=open", script="SELECT count(*) > 0 FROM orders WHERE status = :'wanted';\n")
    assert done.stdout == "t\n", done.stderr


def test_psql_shows_errors_with_position(proxy):
    done = proxy.psql(ALICE, "-c", "SELECT id FROM orders WHERE nothing = 1")
    assert "42703" in done.stderr and "LINE 1: SELECT id FROM orders WHERE nothing = 1" in done.stderr
    caret = done.stderr.splitlines()[2]
    assert caret.index("^") == len("LINE 1: SELECT id FROM orders WHERE ")


def test_psycopg2(proxy):
    connection = psycopg2.connect(proxy.conninfo(ALICE))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT id, tenant_id FROM orders WHERE id < %s ORDER BY id", (4,))
        assert cursor.fetchall() == [(1, "alpha"), (2, "alpha"), (3, "alpha")]
        with connection.cursor("named") as named:
            named.execute("SELECT id FROM orders")
            assert len(named.fetchmany(50)) == 50
    with pytest.raises(psycopg2.errors.UndefinedTable), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM secrets")
    connection.rollback()
    connection.close()


def test_asyncpg(proxy):
    async def work():
        connection = await asyncpg.connect(
            host="127.0.0.1", port=proxy.port, user=ALICE, password=PASSWORD, database="lab", ssl=False
        )
        assert await connection.fetchval("SELECT count(*) FROM orders") == 145
        async with connection.transaction():
            ids = [row["id"] async for row in connection.cursor("SELECT id FROM orders ORDER BY id", prefetch=10)]
        assert len(ids) == 145
        rows = await connection.fetch("SELECT placed_on, amount, note FROM orders WHERE id = $1", 5)
        assert str(rows[0]["placed_on"]) == "2024-01-06" and rows[0]["note"] == "note 5"
        with pytest.raises(asyncpg.UndefinedTableError):
            await connection.fetch("SELECT * FROM secrets")
        await connection.reset()
        await connection.close()

    asyncio.run(work())


def test_pg8000(proxy):
    connection = pg8000.dbapi.connect(
        user=ALICE, password=PASSWORD, host="127.0.0.1", port=proxy.port, database="lab", ssl_context=None
    )
    cursor = connection.cursor()
    cursor.execute("SELECT count(*), min(tenant_id) FROM orders WHERE id > %s", (0,))
    assert list(cursor.fetchone()) == [145, "alpha"]
    connection.rollback()
    connection.close()


def test_psycopg_types_arrays_and_dates(alice):
    row = alice.execute(
        "SELECT %s::int[], %s::date, %s::numeric, %s::jsonb, %b::bytea", [[1, 2], "2024-02-03", "1.50", '{"a": 1}', b"\0\1"]
    ).fetchone()
    assert row[0] == [1, 2] and str(row[1]) == "2024-02-03" and str(row[2]) == "1.50" and row[4] == b"\0\1"


@pytest.mark.parametrize("protocol", ["simple", "extended", "prepared"])
def test_pgbench(proxy, protocol, tmp_path):
    script = tmp_path / "point.sql"
    script.write_text("\\set id random(1, 150)\nSELECT amount FROM orders WHERE id = :id;\n")
    done = subprocess.run(
        ["pgbench", "-n", "-f", script, "-M", protocol, "-c", "16", "-j", "2", "-t", "50", proxy.conninfo(ALICE, "two")],
        capture_output=True,
        text=True,
        env=os.environ | {"PGPASSWORD": PASSWORD},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "number of transactions actually processed: 800/800" in done.stdout
    assert "number of failed transactions: 0" in done.stdout
