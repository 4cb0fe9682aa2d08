# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Cancel reaches the statement it is meant for and no other (R84)."""

import os
import select
import signal
import socket
import ssl
import struct
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pytest

from configuration import ALICE, BOB, PASSWORD
from conftest import lab_connections, start_proxy, tls_settings
from wire import FLUSH, SSL_REQUEST, SYNC, WireClient, bind, execute, parse, query

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
    connection.pgconn.send_query(f"{LONG} AND 'leaves' <> ''".encode())
    connection.pgconn.flush()
    await_running(laboratory, "leaves")
    connection.close()
    await_running(laboratory, "leaves", expected=False)


def await_running(laboratory, mark: str, expected: bool = True) -> None:
    """Until a statement with this mark runs on the server, or does not."""
    running = (
        "SELECT count(*) FROM pg_stat_activity"
        f" WHERE state = 'active' AND query LIKE '%{mark}%' AND pid <> pg_backend_pid()"
    )
    deadline = time.monotonic() + 20
    while (laboratory.main.psql("lab", "-c", running) != "0") != expected:
        assert time.monotonic() < deadline, f"{mark}: {expected} not seen"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def silent(laboratory):
    """A proxy whose libpq does not tell the key of a backend: cancels go through PQcancel."""
    library, cancels = laboratory.folder / "silent_libpq.so", laboratory.folder / "cancels"
    cancels.write_text("")
    include = subprocess.run(["pg_config", "--includedir"], check=True, capture_output=True, text=True).stdout.strip()
    source = Path(__file__).parent / "silent_libpq.c"
    subprocess.run(
        ["cc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", f"-I{include}", "-o", library, source, "-ldl"], check=True
    )
    running = start_proxy(
        laboratory.folder / "silent",
        lab_connections(laboratory),
        tls_settings(laboratory, "prefer"),
        {"LD_PRELOAD": str(library), "SILENT_LIBPQ_CANCELS": str(cancels)},
    )
    yield running
    running.stop()


@pytest.fixture(params=["own request", "libpq"])
def either(request, proxy):
    """Both ways in which the proxy has a backend's statement cancelled."""
    return proxy if request.param == "own request" else request.getfixturevalue("silent")


def logged_in(proxy, user: str = ALICE, database: str = "lab") -> WireClient:
    client = WireClient(proxy.port)
    client.log_in(user, PASSWORD, database)
    return client


def request_cancel(proxy, session: WireClient, certificate: Path | None = None) -> None:
    """Returns when the proxy has closed the connection, which means that the backend has been told."""
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=10) as request:
        if certificate is not None:
            request.sendall(SSL_REQUEST)
            assert request.recv(1) == b"S"
            context = ssl.create_default_context(cafile=certificate)
            request = context.wrap_socket(request, server_hostname="localhost")
        with request:
            request.sendall(struct.pack("!iii", 16, 80877102, session.process_id) + session.cancel_key)
            assert request.recv(1) == b""


def test_libpq_is_asked_when_its_trace_tells_no_key(silent, laboratory):
    cancels = laboratory.folder / "cancels"
    before = len(cancels.read_text())
    with logged_in(silent) as client:
        client.send(query(f"{LONG} AND 'asked' <> ''"))
        await_running(laboratory, "asked")
        request_cancel(silent, client)
        assert client.read_until_ready()[-2].sqlstate == "57014"
    assert cancels.read_text()[before:] == "PQcancel\n"


@pytest.mark.parametrize("database", ["lab", "lab_secure"])
@pytest.mark.parametrize("is_encrypted", [False, True])
def test_a_running_statement_is_cancelled_either_way(either, laboratory, database, is_encrypted):
    user = ALICE if database == "lab" else "tess@alpha.test"
    with logged_in(either, user) as client:
        client.send(query(f"{LONG} AND 'either {database}' <> ''"))
        await_running(laboratory, f"either {database}")
        request_cancel(either, client, laboratory.certificate if is_encrypted else None)
        answers = client.read_until_ready()
        assert [m.kind for m in answers] == ["T", "E", "Z"] and answers[1].sqlstate == "57014"
        assert [m.kind for m in client.ask(query("SELECT 1"))] == ["T", "D", "C", "Z"]


def test_a_copy_is_cancelled_while_it_sends(either):
    with logged_in(either) as client:
        client.send(query("COPY (SELECT a.id FROM orders a, orders b, orders c, generate_series(1, 10)) TO STDOUT"))
        # Nobody reads on, so it cannot have come to its end.
        assert [client.read().kind for _ in range(3)] == ["H", "d", "d"]
        request_cancel(either, client)
        answers = [m for m in client.read_until_ready() if m.kind != "d"]
        assert [m.kind for m in answers] == ["E", "Z"] and answers[0].sqlstate == "57014"
        assert [m.kind for m in client.ask(query("SELECT 1"))] == ["T", "D", "C", "Z"]


def test_a_portal_is_cancelled_while_it_fetches_and_not_in_between(either, laboratory):
    # Its first row comes at once, the second one never.
    slow = f"SELECT 1 WHERE 'portal' <> '' UNION ALL (SELECT 2 FROM ({LONG.replace('count(*)', 'a.id')}) AS x)"
    with logged_in(either) as client:
        client.send(parse("", slow) + bind("", "") + execute("", 1) + FLUSH)
        assert [client.read().kind for _ in range(4)] == ["1", "2", "D", "s"]
        request_cancel(either, client)
        client.send(parse("other", "SELECT 3") + bind("other", "other") + execute("other") + FLUSH)
        assert [client.read().kind for _ in range(4)] == ["1", "2", "D", "C"]
        client.send(execute("", 1) + FLUSH)
        await_running(laboratory, "portal")
        request_cancel(either, client)
        assert client.read().sqlstate == "57014"
        assert [m.kind for m in client.ask(SYNC)] == ["Z"]
        assert [m.kind for m in client.ask(query("SELECT 1"))] == ["T", "D", "C", "Z"]


def test_what_a_pipeline_holds_behind_a_cancelled_statement_is_skipped_up_to_sync(either, laboratory):
    with logged_in(either) as client:
        first = parse("", f"{LONG} AND 'pipeline' <> ''") + bind("", "") + execute()
        second = parse("", "SELECT 2") + bind("", "") + execute()
        client.send(first + second + SYNC + second + SYNC)
        await_running(laboratory, "pipeline")
        request_cancel(either, client)
        answers = client.read_until_ready(2)
        assert [m.kind for m in answers] == ["1", "2", "E", "Z", "1", "2", "D", "C", "Z"]
        assert answers[2].sqlstate == "57014"


def test_a_session_that_waits_for_a_backend_is_cancelled_and_the_one_that_has_it_is_not(either):
    with logged_in(either, database="one") as holder, logged_in(either, BOB, "one") as waiter:
        holder.ask(query("BEGIN"))
        waiter.send(query("SELECT 1"))
        # A request that overtakes the statement hits nothing.
        while not select.select([waiter.socket], [], [], 0.1)[0]:
            request_cancel(either, waiter)
        answers = waiter.read_until_ready()
        assert [m.kind for m in answers] == ["E", "Z"] and answers[0].sqlstate == "57014"
        assert [m.kind for m in holder.ask(query("SELECT 1"))] == ["T", "D", "C", "Z"]
        holder.ask(query("ROLLBACK"))


def test_keys_that_are_nobodys_cancel_nothing(either, laboratory):
    with logged_in(either) as client:
        client.send(query(f"{LONG} AND 'key' <> ''"))
        await_running(laboratory, "''key''")
        for process, key in [(client.process_id, bytes(4)), (client.process_id + 1, client.cancel_key), (0, client.cancel_key)]:
            with socket.create_connection(("127.0.0.1", either.port), timeout=10) as request:
                request.sendall(struct.pack("!iii", 16, 80877102, process) + key)
                assert request.recv(1) == b""
        time.sleep(0.3)
        await_running(laboratory, "''key''")
        request_cancel(either, client)
        assert client.read_until_ready()[-2].sqlstate == "57014"
