# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Two hundred mixed connections over twenty backends: no protocol error, no row of another session, no backend leaked.

OMNIPROXY_SOAK_SECONDS makes it longer.
"""

import asyncio
import os
import random
import socket
import struct
import threading
import time

import asyncpg
import pg8000.dbapi
import psycopg
import psycopg2

from configuration import ALICE, BOB, PASSWORD, Connection
from conftest import start_proxy
from wire import SYNC, WireClient, bind, describe, execute, parse, query

SECONDS = float(os.environ.get("OMNIPROXY_SOAK_SECONDS", "30"))
CONNECTIONS, BACKENDS = 200, 20
TENANTS = {ALICE: "alpha", BOB: "beta"}
ZONES = ["UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin"]
# Ends by itself when the cancel comes before it.
SLOW = "SELECT count(*) FROM generate_series(1, 3000000)"


class Soak:
    def __init__(self, port: int):
        self.port = port
        self.until = time.monotonic() + SECONDS
        self.failures: list[str] = []
        self.statements = 0

    def goes_on(self) -> bool:
        return time.monotonic() < self.until and not self.failures

    def conninfo(self, user: str) -> str:
        return psycopg.conninfo.make_conninfo(
            host="127.0.0.1", port=self.port, user=user, password=PASSWORD, dbname="lab", sslmode="disable", connect_timeout=60
        )

    def run(self, kind, number: int) -> None:
        choose = random.Random(number)
        user = (ALICE, BOB)[number % 2]
        while self.goes_on():
            try:
                kind(self, user, choose)
            except Exception as failure:
                self.failures.append(f"{kind.__name__} {number}: {failure!r}")

    def use_psycopg(self, user: str, choose: random.Random) -> None:
        zone = choose.choice(ZONES)
        with psycopg.connect(self.conninfo(user), autocommit=True) as connection:
            connection.execute(f"SET TimeZone = '{zone}'")
            for _ in range(choose.randint(1, 30)):
                work = choose.choice([0, 1, 2, 3] * 4 + [4])
                if work == 0:
                    with connection.transaction():
                        found = {row[0] for row in connection.execute("SELECT tenant_id FROM orders")}
                        assert found == {TENANTS[user]}, found
                        assert connection.execute("SHOW TimeZone").fetchone() == (zone,)
                elif work == 1:
                    with connection.pipeline():
                        cursors = [connection.execute("SELECT %s::int, tenant_id FROM orders LIMIT 1", [n]) for n in range(20)]
                    assert [c.fetchone() for c in cursors] == [(n, TENANTS[user]) for n in range(20)]
                elif work == 2:
                    with connection.transaction(), connection.cursor("c") as cursor:
                        cursor.execute("SELECT tenant_id FROM orders")
                        assert set(cursor.fetchmany(10)) == {(TENANTS[user],)}
                elif work == 3:
                    with connection.cursor().copy("COPY (SELECT tenant_id FROM orders) TO STDOUT") as copy:
                        assert {row for row in copy.rows()} == {(TENANTS[user],)}
                else:
                    timer = threading.Timer(choose.random() * 0.2, connection.cancel_safe)
                    timer.start()
                    try:
                        connection.execute(SLOW)
                    except psycopg.errors.QueryCanceled:
                        pass
                    timer.join()
                assert connection.execute("SHOW TimeZone").fetchone() == (zone,)
                self.statements += 3
                time.sleep(choose.random() * 0.2)

    def use_psycopg2(self, user: str, choose: random.Random) -> None:
        connection = psycopg2.connect(self.conninfo(user))
        for _ in range(choose.randint(1, 20)):
            with connection, connection.cursor() as cursor:
                cursor.execute("SELECT DISTINCT tenant_id FROM orders WHERE id > %s", (0,))
                assert cursor.fetchall() == [(TENANTS[user],)]
                self.statements += 3
            time.sleep(choose.random() * 0.2)
        if choose.random() < 0.5:
            connection.close()
        else:
            os.close(os.dup(connection.fileno()))
            connection.close()

    def use_asyncpg(self, user: str, choose: random.Random) -> None:
        async def work():
            connection = await asyncpg.connect(
                host="127.0.0.1", port=self.port, user=user, password=PASSWORD, database="lab", ssl=False, timeout=60
            )
            for _ in range(choose.randint(1, 20)):
                number = choose.randint(1, 5)
                rows = await connection.fetch(f"SELECT tenant_id, $1::int AS n FROM orders LIMIT {number}", number)
                assert [tuple(row) for row in rows] == [(TENANTS[user], number)] * number
                self.statements += 1
                await asyncio.sleep(choose.random() * 0.2)
            await connection.close()

        asyncio.run(work())

    def use_pg8000(self, user: str, choose: random.Random) -> None:
        connection = pg8000.dbapi.connect(user=user, password=PASSWORD, host="127.0.0.1", port=self.port, database="lab")
        cursor = connection.cursor()
        for _ in range(choose.randint(1, 10)):
            cursor.execute("SELECT DISTINCT tenant_id FROM orders")
            assert [list(row) for row in cursor.fetchall()] == [[TENANTS[user]]]
            connection.rollback()
            self.statements += 3
            time.sleep(choose.random() * 0.2)
        connection.close()

    def use_wire(self, user: str, choose: random.Random) -> None:
        with WireClient(self.port) as client:
            client.socket.settimeout(60)
            client.log_in(user, PASSWORD, "lab")
            client.ask(query("PREPARE p AS SELECT tenant_id FROM orders LIMIT 1") + parse("s", "EXECUTE p") + SYNC, times=2)
            for _ in range(choose.randint(1, 20)):
                answers = client.ask(bind("", "s") + describe("P", "") + execute() + SYNC)
                assert "".join(m.kind for m in answers) == "2TDCZ" and answers[2].values == [TENANTS[user].encode()], answers
                self.statements += 1
                time.sleep(choose.random() * 0.1)
            # Leaves in the middle of something.
            client.send(query("BEGIN") + query("SELECT tenant_id FROM orders, generate_series(1, 1000)"))
            if choose.random() < 0.5:
                client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def test_mixed_connections_over_few_backends(laboratory):
    main = laboratory.main
    settings = f'pool_size = {BACKENDS}\nquery_wait_timeout = "120s"\n'
    running = start_proxy(
        laboratory.folder / "soak", [Connection("lab", main.conninfo("lab", "svc_lab"), settings, is_primary=True)], 'mode = "off"\n'
    )

    def backends(condition: str = "true") -> int:
        return int(
            main.psql("postgres", "-c", f"SELECT count(*) FROM pg_stat_activity WHERE usename = 'svc_lab' AND {condition}")
        )

    try:
        before = backends()
        soak = Soak(running.port)
        kinds = [Soak.use_psycopg, Soak.use_psycopg2, Soak.use_asyncpg, Soak.use_pg8000, Soak.use_wire]
        threads = [threading.Thread(target=soak.run, args=(kinds[n // 2 % len(kinds)], n)) for n in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        most = 0
        while any(thread.is_alive() for thread in threads):
            most = max(most, backends() - before)
            time.sleep(1)
        for thread in threads:
            thread.join()
        assert not soak.failures, (soak.failures[:5], running.log()[-4000:])
        assert soak.statements > SECONDS * 20, soak.statements
        # One more than there may be stands for one that is being closed while its successor opens.
        assert most <= BACKENDS + 2, most
        deadline = time.monotonic() + 20
        while backends("state <> 'idle'") > 0 and time.monotonic() < deadline:
            time.sleep(0.5)
        assert backends("state <> 'idle'") == 0, "a backend still works for a client that has gone"
        print(f"{soak.statements} statements, at most {most} backends")
        assert running.is_alive()
    finally:
        running.stop()
