# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The clients of the soak: drivers that behave, programs, and peers that do not.

Each takes (worker, user, number, choose), makes one connection or program and lets it live for a while.
"""

import asyncio
import os
import signal
import socket
import ssl
import struct
import subprocess
import threading
import time

import asyncpg
import pg8000.dbapi
import psycopg
import psycopg2

from configuration import PASSWORD
from soak import ASK_TENANTS, FLIP, FLIPPED, LARGE, SLOW, TENANTS, Self
from wire import FLUSH, SSL_REQUEST, SYNC, TERMINATE, WireClient, bind, describe, execute, message, parse, query, startup


def pause(choose, most: float = 0.2) -> None:
    time.sleep(choose.random() * most)


def with_psycopg(worker, user, number, choose) -> None:
    own = Self(user, choose)
    with psycopg.connect(worker.conninfo(user, number), autocommit=True) as connection:

        def ask(sql: str) -> list[tuple]:
            return connection.execute(sql).fetchall()

        for statement in own.statements:
            connection.execute(statement)
        for _ in range(choose.randint(1, 20)):
            work = choose.choice([transaction, pipeline, binary, server_cursor, copy, copy_broken_off, prepared] * 2 + [hold_cursor, cancel])
            work(connection, own, choose)
            if work is transaction:
                # After a ROLLBACK psycopg deallocates all that it finds prepared.
                connection.execute("DEALLOCATE ALL")
                connection.execute(own.statements[-1])
            own.check(ask)
            worker.statements += 6
            pause(choose)


def transaction(connection, own, choose) -> None:
    with connection.transaction():
        assert {row[0] for row in connection.execute(ASK_TENANTS)} == own.tenants
        try:
            with connection.transaction():
                connection.execute("SELECT 1/0")
        except psycopg.errors.DivisionByZero:
            pass
        assert {row[0] for row in connection.execute(ASK_TENANTS)} == own.tenants


def pipeline(connection, own, choose) -> None:
    with connection.pipeline():
        cursors = [connection.execute("SELECT %s::int, tenant_id FROM orders LIMIT 1", [n]) for n in range(20)]
    rows = [cursor.fetchone() for cursor in cursors]
    assert [row[0] for row in rows] == list(range(20)) and {row[1] for row in rows} <= own.tenants


def binary(connection, own, choose) -> None:
    cursor = connection.cursor(binary=True)
    number = choose.randint(1, 1000)
    rows = cursor.execute("SELECT %b::int8, amount, placed_on, tenant_id FROM orders", [number]).fetchall()
    assert {row[0] for row in rows} == {number} and {row[3] for row in rows} == own.tenants


def server_cursor(connection, own, choose) -> None:
    with connection.transaction(), connection.cursor("c") as cursor:
        cursor.execute("SELECT tenant_id FROM orders")
        assert {row[0] for row in cursor.fetchmany(10)} <= own.tenants


def hold_cursor(connection, own, choose) -> None:
    with connection.cursor("kept", withhold=True) as cursor:
        cursor.execute("SELECT tenant_id FROM orders")
        assert {row[0] for row in cursor.fetchmany(7)} <= own.tenants
        pause(choose)
        assert {row[0] for row in cursor.fetchall()} <= own.tenants


def copy(connection, own, choose) -> None:
    with connection.cursor().copy("COPY (SELECT tenant_id FROM orders) TO STDOUT") as rows:
        assert {row[0] for row in rows.rows()} == own.names


def copy_broken_off(connection, own, choose) -> None:
    with connection.cursor().copy(f"COPY ({LARGE}) TO STDOUT") as rows:
        coming = rows.rows()
        assert next(coming)[0] in own.names
        connection.cancel_safe()
        try:
            assert {row[0] for row in coming} <= own.names
        except psycopg.errors.QueryCanceled:
            pass


def prepared(connection, own, choose) -> None:
    """psycopg calls its first prepared statement _pg3_0, whatever it is."""
    for _ in range(3):
        row = connection.execute(f"SELECT {own.number} + %s, tenant_id FROM orders LIMIT 1", [1], prepare=True).fetchone()
        assert row[0] == own.number + 1 and row[1] in own.tenants


def cancel(connection, own, choose) -> None:
    timer = threading.Timer(choose.random() * 0.2, connection.cancel_safe)
    timer.start()
    try:
        connection.execute(SLOW)
    except psycopg.errors.QueryCanceled:
        pass
    timer.join()


def with_psycopg2(worker, user, number, choose) -> None:
    connection = psycopg2.connect(worker.conninfo(user, number))
    for _ in range(choose.randint(1, 20)):
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT tenant_id FROM orders WHERE id > %s", (0,))
            assert {row[0] for row in cursor.fetchall()} == TENANTS[user]
        with connection, connection.cursor("named") as cursor:
            cursor.itersize = 10
            cursor.execute("SELECT tenant_id FROM orders")
            assert {row[0] for row in cursor} == TENANTS[user]
        worker.statements += 8
        pause(choose)
    if choose.random() < 0.3:
        # Left open in a transaction.
        connection.cursor().execute(ASK_TENANTS)
        pause(choose)
    if choose.random() < 0.5:
        os.close(os.dup(connection.fileno()))
    connection.close()


def with_asyncpg(worker, user, number, choose) -> None:
    async def work():
        own = Self(user, choose)
        context = ssl.create_default_context(cafile=worker.certificate)
        context.check_hostname = False
        connection = await asyncpg.connect(
            host="127.0.0.1", port=worker.port, user=user, password=PASSWORD, database="lab",
            ssl=context if number % 2 else False, timeout=60, server_settings={"TimeZone": own.zone},
        )
        for _ in range(choose.randint(1, 20)):
            few = choose.randint(1, 5)
            rows = await connection.fetch(f"SELECT tenant_id, $1::int AS n FROM orders LIMIT {few}", few)
            assert [row["n"] for row in rows] == [few] * few and {row["tenant_id"] for row in rows} <= TENANTS[user]
            async with connection.transaction():
                found = {row[0] async for row in connection.cursor("SELECT tenant_id FROM orders", prefetch=30)}
                assert found == TENANTS[user], found
            assert await connection.fetchval("SHOW TimeZone") == own.zone
            try:
                await connection.fetch(SLOW, timeout=0.05)
            except TimeoutError:
                pass
            worker.statements += 7
            await asyncio.sleep(choose.random() * 0.2)
        await connection.close()

    asyncio.run(work())


def with_pg8000(worker, user, number, choose) -> None:
    connection = pg8000.dbapi.connect(
        user=user, password=PASSWORD, host="127.0.0.1", port=worker.port, database="lab",
        ssl_context=ssl.create_default_context(cafile=worker.certificate) if number % 2 else None,
    )
    cursor = connection.cursor()
    for _ in range(choose.randint(1, 10)):
        cursor.execute(ASK_TENANTS)
        assert {row[0] for row in cursor.fetchall()} == TENANTS[user]
        connection.rollback()
        worker.statements += 3
        pause(choose)
    connection.close()


def by_hand(worker, user, number, choose) -> None:
    with WireClient(worker.port) as client:
        client.socket.settimeout(60)
        client.log_in(user, PASSWORD, "lab")
        client.ask(query("PREPARE p AS SELECT tenant_id FROM orders LIMIT 1") + parse("s", "EXECUTE p") + SYNC, times=2)
        for _ in range(choose.randint(1, 20)):
            answers = client.ask(bind("", "s") + describe("P", "") + execute() + SYNC)
            assert "".join(m.kind for m in answers) == "2TDCZ", answers
            assert answers[2].values[0].decode() in TENANTS[user], answers
            # A portal in pieces, and an error that voids what was sent behind it.
            answers = client.ask(
                parse("", "SELECT tenant_id FROM orders") + bind("p", "") + execute("p", 2) + execute("p", 3)
                + parse("", "SELECT 1/0") + bind("", "") + execute() + describe("P", "") + SYNC
            )
            assert "".join(m.kind for m in answers) in ("12DDsDDDs12EZ", "12DDsDDDs1EZ"), answers
            worker.statements += 4
            pause(choose, 0.1)
        # Leaves in the middle of something.
        client.send(query("BEGIN") + query("SELECT tenant_id FROM orders, generate_series(1, 1000)"))
        if choose.random() < 0.5:
            client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def under_changing_policy(worker, user, number, choose) -> None:
    """Each reload gives this user the other tenant's rows; no statement ever has both."""
    with psycopg.connect(worker.conninfo(FLIP, number), autocommit=True, prepare_threshold=2) as connection:
        for _ in range(20):
            found = {row[0] for row in connection.execute("SELECT tenant_id FROM orders")}
            assert found in FLIPPED, found
            try:
                with connection.transaction(), connection.cursor("c") as cursor:
                    cursor.execute("SELECT tenant_id FROM orders")
                    assert {row[0] for row in cursor.fetchall()} in FLIPPED
            except psycopg.errors.ObjectNotInPrerequisiteState:
                pass  # the reload came between DECLARE and FETCH
            worker.statements += 5
            pause(choose)


def in_psql(worker, user, number, choose) -> None:
    """Some are killed or interrupted in the middle of a result."""
    own = Self(user, choose)
    ending = choose.choice([None, None, signal.SIGKILL, signal.SIGINT])
    lines = own.statements + [ASK_TENANTS + " ORDER BY 1", "SHOW TimeZone", "EXECUTE mine"]
    script = ";\n".join(lines) + ";\n" + ("\\set FETCH_COUNT 50\n" + LARGE + ";\n" if ending else "")
    started = subprocess.Popen(
        ["psql", "-X", "-At", "-v", "ON_ERROR_STOP=1", worker.conninfo(user, number)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    if ending:
        started.stdin.write(script)
        started.stdin.flush()
        pause(choose)
        started.send_signal(ending)
        started.stdin.close()
        pause(choose)
        started.kill()
        started.stdout.close()
        started.stderr.close()
        started.wait()
    else:
        output, errors = started.communicate(script, timeout=120)
        assert started.returncode == 0 and not errors, errors
        found = output.splitlines()
        names = sorted(tenant or "" for tenant in own.tenants if tenant) + [""] * (None in own.tenants)
        at = found.index(own.zone)
        assert found[at - len(names) : at] == names, found[:10]
        assert {line.split("|")[0] for line in found[at + 1 :]} == {str(own.number)}
        assert {line.split("|")[1] or None for line in found[at + 1 :]} == own.tenants
        worker.statements += 6
    pause(choose)


PGBENCH = """\\set n random(1, 100000)
SELECT 1 / (count(DISTINCT tenant_id) = {few})::int FROM orders WHERE id > 0;
SELECT 1 / (:n = {{n}})::int;
""".replace("{{n}}", ":n")


def in_pgbench(worker, user, number, choose) -> None:
    """A connection for each transaction; a wrong row is a division by zero, which it reports."""
    protocol = choose.choice(["simple", "extended", "prepared"])
    few = len(TENANTS[user] - {None})
    done = subprocess.run(
        ["pgbench", "-n", "-C", "-c", "2", "-t", "5", "-M", protocol, "-f", "/dev/stdin", worker.conninfo(user, number)],
        input=PGBENCH.format(few=few), capture_output=True, text=True, timeout=180,
    )
    assert done.returncode == 0 and "number of failed transactions: 0" in done.stdout, done.stderr
    worker.statements += 20
    pause(choose, 0.5)


def who_leaves_at_the_door(worker, user, number, choose) -> None:
    """Connects and goes at any message of the start-up, with or without a reset."""
    with socket.create_connection(("127.0.0.1", worker.port), timeout=60) as peer:
        packet = startup(user=user, database="lab", TimeZone="Asia/Tokyo")
        said = choose.choice([b"", SSL_REQUEST, packet[: choose.randint(1, len(packet) - 1)], packet, packet])
        peer.sendall(said)
        if said == packet and choose.random() < 0.7:
            peer.recv(100)
            first = b"n,,n=,r=" + b"r" * 18
            peer.sendall(message("p", b"SCRAM-SHA-256\0" + struct.pack("!i", len(first)) + first))
            if choose.random() < 0.5:
                peer.recv(100)
        if choose.random() < 0.5:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    pause(choose)


def who_leaves_when_let_in(worker, user, number, choose) -> None:
    """The start-up settings make a backend work for somebody who has gone."""
    with WireClient(worker.port) as client:
        client.socket.settimeout(60)
        client.log_in(user, PASSWORD, "lab", TimeZone="Asia/Tokyo", statement_timeout="77s")
        client.send(choose.choice([b"", TERMINATE, parse("", "SELECT 1") + FLUSH, query("SELECT 1")[:-3], query("BEGIN")]))
    pause(choose)


def who_never_reads(worker, user, number, choose) -> None:
    with WireClient(worker.port) as client:
        client.socket.settimeout(60)
        client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.log_in(user, PASSWORD, "lab")
        client.send(query(LARGE) * 3)
        pause(choose, 2)
    pause(choose)


# How many of two hundred, the most demanding ones fewest.
KINDS = [
    (with_psycopg, 50), (with_psycopg2, 30), (with_asyncpg, 30), (with_pg8000, 20), (by_hand, 20), (under_changing_policy, 10),
    (in_psql, 8), (in_pgbench, 4), (who_leaves_at_the_door, 10), (who_leaves_when_let_in, 8), (who_never_reads, 6),
]
