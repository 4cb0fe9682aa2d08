# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""psycopg 2 and 3, asyncpg, pg8000."""

import asyncio
import io
import threading
import time

import asyncpg
import pg8000.dbapi
import pg8000.native
import psycopg
import psycopg2
import psycopg2.extensions
import psycopg2.extras
import pytest

SLOW = "SELECT count(*) FROM generate_series(1, 1000000000)"


def test_psycopg2(target):
    connection = psycopg2.connect(target.conninfo)
    with connection, connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
        cursor.execute("SELECT id, amount, placed_on FROM orders WHERE id = %(id)s", {"id": 5})
        assert cursor.fetchone()["id"] == 5 and str(cursor.description[2].name) == "placed_on"
        with connection.cursor("paged") as paged:
            paged.itersize = 20
            paged.execute("SELECT id FROM orders")
            assert sum(1 for _ in paged) == target.orders
        with connection.cursor("scrolled", scrollable=True) as scrolled:
            scrolled.execute("SELECT id FROM orders ORDER BY id")
            scrolled.scroll(5)
            later = scrolled.fetchone()
            scrolled.scroll(0, mode="absolute")
            assert scrolled.fetchone() < later
        out = io.StringIO()
        cursor.copy_expert("COPY (SELECT id FROM orders) TO STDOUT WITH CSV", out)
        assert len(out.getvalue().splitlines()) == target.orders
    held = connection.cursor("held", withhold=True)
    held.execute("SELECT id FROM orders")
    connection.commit()
    assert len(held.fetchall()) == target.orders
    held.close()
    connection.commit()
    connection.set_session(isolation_level="REPEATABLE READ", readonly=True, deferrable=True)
    with connection, connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
        psycopg2.extras.execute_values  # writes only
    connection.autocommit = True
    connection.set_client_encoding("UTF8")
    assert connection.get_parameter_status("standard_conforming_strings") == "on"
    cursor = connection.cursor()
    with pytest.raises(psycopg2.errors.UndefinedTable):
        cursor.execute("SELECT * FROM secrets")
    with pytest.raises(psycopg2.errors.ReadOnlySqlTransaction):
        cursor.execute("DELETE FROM orders")
    timer = threading.Timer(0.5, connection.cancel)
    timer.start()
    with pytest.raises(psycopg2.extensions.QueryCanceledError):
        cursor.execute(SLOW)
    cursor.execute("SELECT 1")
    connection.close()


def test_psycopg2_asynchronous(target):
    connection = psycopg2.connect(target.conninfo, async_=True)
    psycopg2.extras.wait_select(connection)
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM orders")
    psycopg2.extras.wait_select(connection)
    assert cursor.fetchone() == (target.orders,)
    connection.close()


@pytest.mark.parametrize("binary", [False, True])
def test_psycopg3(target, binary):
    with psycopg.connect(target.conninfo) as connection:
        cursor = connection.cursor(binary=binary)
        cursor.execute("SELECT id, amount, placed_on, %s::jsonb, %s::int[] FROM orders WHERE id = %s", ['{"a": 1}', [1, 2], 5])
        row = cursor.fetchone()
        assert row[0] == 5 and row[3] == {"a": 1} and row[4] == [1, 2]
        with connection.cursor("paged", binary=binary) as paged:
            paged.execute("SELECT id FROM orders ORDER BY id")
            assert len(paged.fetchmany(10)) == 10
            paged.scroll(-10)
            assert len(paged.fetchall()) == target.orders
        with cursor.copy("COPY (SELECT id, status FROM orders) TO STDOUT" + (" (FORMAT BINARY)" if binary else "")) as copy:
            copy.set_types(["int4", "text"])
            assert sum(1 for _ in copy.rows()) == target.orders
        for number in range(10):
            assert cursor.execute("SELECT count(*) FROM orders WHERE id > %s", [0], prepare=True).fetchone() == (target.orders,)
        with connection.pipeline():
            found = [connection.execute("SELECT %s::int", [number]) for number in range(100)]
        assert [one.fetchone()[0] for one in found] == list(range(100))
        try:
            with connection.transaction():
                connection.execute("SELECT 1/0")
        except psycopg.errors.DivisionByZero:
            pass
        with connection.transaction(), connection.transaction():
            assert list(connection.execute("SELECT 1"))
        assert sum(1 for _ in cursor.stream("SELECT id FROM orders")) == target.orders
        connection.commit()
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("SELECT * FROM secrets")
        connection.rollback()
        timer = threading.Timer(0.5, connection.cancel_safe)
        timer.start()
        with pytest.raises(psycopg.errors.QueryCanceled):
            connection.execute(SLOW)
    with psycopg.connect(target.conninfo) as connection, connection.cursor("held", withhold=True) as held:
        held.execute("SELECT id FROM orders")
        connection.commit()
        assert len(held.fetchall()) == target.orders


def test_psycopg3_asynchronous(target):
    async def work():
        async with await psycopg.AsyncConnection.connect(target.conninfo) as connection:
            async with connection.pipeline():
                cursors = [await connection.execute("SELECT count(*) FROM orders") for _ in range(20)]
            assert [await cursor.fetchone() for cursor in cursors] == [(target.orders,)] * 20

    asyncio.run(work())


def test_psycopg3_looks_types_up(target):
    with psycopg.connect(target.conninfo) as connection:
        info = psycopg.types.TypeInfo.fetch(connection, "int4")
        assert info.oid == 23
        assert psycopg.types.range.RangeInfo.fetch(connection, "int4range").subtype_oid == 23
        assert psycopg.types.TypeInfo.fetch(connection, "nothing") is None


def asyncpg_settings(target) -> dict:
    return dict(
        host=target.host, port=target.port, user=target.user, password=target.password, database=target.database, ssl=False
    )


def test_asyncpg(target):
    async def work():
        connection = await asyncpg.connect(**asyncpg_settings(target))
        for _ in range(3):
            assert await connection.fetchval("SELECT count(*) FROM orders WHERE id > $1", 0) == target.orders
        row = await connection.fetchrow("SELECT id, amount, placed_on, $1::int[] AS list FROM orders WHERE id = $2", [1, 2], 5)
        assert row["list"] == [1, 2]
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            rows = [row async for row in connection.cursor("SELECT id FROM orders", prefetch=10)]
            assert len(rows) == target.orders
            async with connection.transaction():
                assert await connection.fetchval("SELECT 1") == 1
        out = io.BytesIO()
        await connection.copy_from_query("SELECT id FROM orders WHERE id > $1", 0, output=out)
        assert len(out.getvalue().splitlines()) == target.orders
        statement = await connection.prepare("SELECT id, note FROM orders WHERE status = $1")
        assert [column.name for column in statement.get_attributes()] == ["id", "note"]
        await connection.set_type_codec("json", encoder=str, decoder=str, schema="pg_catalog")
        with pytest.raises(asyncpg.UndefinedTableError):
            await connection.fetch("SELECT * FROM secrets")
        with pytest.raises(asyncio.TimeoutError):
            await connection.execute(SLOW, timeout=0.5)
        assert await connection.fetchval("SELECT 1") == 1
        await connection.reset()
        await connection.close()
        async with asyncpg.create_pool(**asyncpg_settings(target), min_size=2, max_size=8) as pool:
            found = await asyncio.gather(*(pool.fetchval("SELECT count(*) FROM orders") for _ in range(40)))
            assert set(found) == {target.orders}

    asyncio.run(work())


def test_asyncpg_introspects_types(target):
    async def work():
        connection = await asyncpg.connect(**asyncpg_settings(target))
        found = await connection.fetchrow("SELECT array[(1, 'x')] AS records, '[1,2]'::int4range AS range")
        assert found["records"] and found["range"].lower == 1
        await connection.close()

    asyncio.run(work())


def test_pg8000(target):
    connection = pg8000.dbapi.connect(
        user=target.user, password=target.password, host=target.host, port=target.port, database=target.database
    )
    cursor = connection.cursor()
    cursor.execute("SELECT count(*) FROM orders WHERE id > %s", (0,))
    assert list(cursor.fetchone()) == [target.orders]
    out = io.BytesIO()
    cursor.execute("COPY (SELECT id FROM orders) TO STDOUT", stream=out)
    assert len(out.getvalue().splitlines()) == target.orders
    connection.rollback()
    connection.close()
    native = pg8000.native.Connection(
        target.user, password=target.password, host=target.host, port=target.port, database=target.database
    )
    prepared = native.prepare("SELECT count(*) FROM orders WHERE id > :least")
    assert prepared.run(least=0) == [[target.orders]]
    assert native.run("SELECT :list", list=[1, 2])
    native.close()
