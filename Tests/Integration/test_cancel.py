# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Cancel reaches the statement it is meant for and no other (R84)."""

import os
import signal
import socket
import struct
import subprocess
import threading
import time

import psycopg
import pytest

from configuration import ALICE, BOB

# Runs for minutes unless somebody stops it; no sleeping function is callable.
LONG = "SELECT count(*) FROM orders a, orders b, orders c, orders d WHERE a.id + b.id + c.id + d.id < 0"


def run_in_background(connection, sql: str) -> tuple[threading.Thread, list]:
    outcome = []

    def work():
        try:
            outcome.append(connection.execute(sql).fetchall())
        except psycopg.Error as error:
            outcome.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.7)
    return thread, outcome


def test_cancel_ends_the_statement_and_keeps_the_session(proxy):
    with proxy.connect(ALICE) as connection:
        thread, outcome = run_in_background(connection, LONG)
        connection.cancel()
        thread.join(timeout=20)
        assert not thread.is_alive()
        assert outcome[0].sqlstate == "57014"
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_cancel_of_an_idle_session_hits_nobody(proxy):
    with proxy.connect(ALICE) as idle, proxy.connect(BOB) as busy:
        idle.execute("SELECT 1")
        thread, outcome = run_in_background(busy, "SELECT count(*) FROM orders a, orders b, orders c WHERE a.id + b.id + c.id > 0")
        for _ in range(5):
            idle.cancel()
        thread.join(timeout=60)
        assert outcome[0] == [(outcome[0][0][0],)]
        assert idle.execute("SELECT 2").fetchone() == (2,)


def test_cancel_on_a_shared_backend_hits_only_its_own_client(proxy):
    """`one` has a single backend: the waiting client's key must not reach the running statement."""
    with proxy.connect(ALICE, "own") as other, proxy.connect(BOB, "one") as runner, proxy.connect(ALICE, "one") as waiter:
        thread, outcome = run_in_background(runner, LONG)
        other.cancel()
        waiter.cancel()
        time.sleep(1)
        assert thread.is_alive() and not outcome
        runner.cancel()
        thread.join(timeout=20)
        assert outcome[0].sqlstate == "57014"


@pytest.mark.parametrize("sslmode", ["disable", "require"])
def test_psql_cancels_on_interrupt(proxy, sslmode):
    process = subprocess.Popen(
        ["psql", "-X", "-At", "-v", "VERBOSITY=verbose", proxy.conninfo(ALICE, sslmode=sslmode), "-c", LONG],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=os.setsid,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert "57014" in errors


def test_guessed_keys_cancel_nothing(proxy):
    with proxy.connect(ALICE) as connection:
        thread, outcome = run_in_background(connection, LONG)
        for key in (0, 1, 0x7FFFFFFF, connection.info.backend_pid):
            with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as raw:
                raw.sendall(struct.pack("!iiii", 16, 80877102, connection.info.backend_pid, key))
                assert raw.recv(1) == b""
        time.sleep(0.5)
        assert thread.is_alive() and not outcome
        connection.cancel()
        thread.join(timeout=20)


def test_client_that_leaves_takes_its_statement_along(proxy, laboratory):
    if laboratory.main.directory is None:
        pytest.skip("other statements may run on this server")
    connection = proxy.connect(ALICE)
    connection.pgconn.send_query(LONG.encode())
    connection.pgconn.flush()
    running = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%d.id < 0%' AND pid <> pg_backend_pid()"
    deadline = time.monotonic() + 20
    while laboratory.main.psql("lab", "-c", running) != "1" and time.monotonic() < deadline:
        time.sleep(0.2)
    connection.close()
    while laboratory.main.psql("lab", "-c", running) != "0" and time.monotonic() < deadline:
        time.sleep(0.2)
    assert laboratory.main.psql("lab", "-c", running) == "0"
