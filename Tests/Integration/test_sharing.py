# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Clients that share backends without noticing (spec 14, R79, R80)."""

import threading
import time

import psycopg
import pytest

from configuration import ALICE, BOB, PASSWORD
from wire import WireClient, query


def test_two_tenants_on_one_backend(proxy):
    with proxy.connect(ALICE, "one") as alice, proxy.connect(BOB, "one") as bob:
        for _ in range(20):
            assert alice.execute("SELECT count(*), min(tenant_id) FROM orders").fetchone() == (145, "alpha")
            assert bob.execute("SELECT count(*) > 0, min(tenant_id) FROM orders").fetchone() == (True, "beta")
            assert alice.execute("SELECT current_user, max(number) FROM tenant.invoices").fetchone() == (ALICE, 15)


def test_they_really_share(proxy, laboratory):
    with proxy.connect(ALICE, "one") as alice, proxy.connect(BOB, "one") as bob:
        alice.execute("SELECT 1")
        bob.execute("SELECT 1")
        if laboratory.main.directory is None:
            pytest.skip("the server's log is out of reach")
        alice.execute("SELECT 'shared, first'")
        bob.execute("SELECT 'shared, second'")
    processes = {
        line.split("[")[1].split("]")[0]
        for line in laboratory.main.log().splitlines()
        if "shared, first" in line or "shared, second" in line
    }
    assert len(processes) == 1


def test_same_names_of_statements_cursors_and_savepoints(proxy):
    with proxy.connect(ALICE, "two") as alice, proxy.connect(BOB, "two") as bob:
        for connection in (alice, bob):
            connection.execute("PREPARE p AS SELECT DISTINCT tenant_id FROM orders")
            connection.execute("BEGIN")
            connection.execute("SAVEPOINT s")
            connection.execute("DECLARE c CURSOR FOR SELECT DISTINCT tenant_id FROM orders")
        for connection, tenant in ((alice, "alpha"), (bob, "beta")):
            assert connection.execute("FETCH ALL FROM c").fetchall() == [(tenant,)]
            assert connection.execute("EXECUTE p").fetchall() == [(tenant,)]
            connection.execute("ROLLBACK")


def test_waiting_longer_than_query_wait_timeout_is_53300(proxy):
    with proxy.connect(ALICE, "one") as holder, proxy.connect(BOB, "one") as waiter:
        holder.execute("BEGIN").execute("SELECT 1")
        with pytest.raises(psycopg.Error) as caught:
            waiter.execute("SELECT 1")
        assert caught.value.sqlstate == "53300"
        holder.execute("ROLLBACK")


def test_waiters_are_served_when_the_backend_comes_free(proxy):
    with proxy.connect(ALICE, "one") as holder, proxy.connect(BOB, "one") as waiter:
        holder.execute("BEGIN").execute("SELECT 1")
        found = []
        thread = threading.Thread(target=lambda: found.append(waiter.execute("SELECT 7").fetchone()))
        thread.start()
        holder.execute("COMMIT")
        thread.join(timeout=10)
        assert found == [(7,)]


def test_client_that_dies_in_a_transaction_leaves_nothing_behind(proxy):
    with proxy.connect(ALICE, "one") as doomed:
        doomed.execute("BEGIN")
        doomed.execute("SET LOCAL DateStyle = 'German'")
        doomed.execute("DECLARE c CURSOR FOR SELECT 1")
        # No goodbye: the socket just closes.
        doomed.pgconn.finish()
    with proxy.connect(BOB, "one") as next_client:
        assert next_client.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)
        with pytest.raises(psycopg.errors.InvalidCursorName):
            next_client.execute("FETCH c")


def test_lost_backend_costs_the_statement_not_the_session(proxy, laboratory):
    if laboratory.main.directory is None:
        pytest.skip("sessions of this server are not ours to end")
    with proxy.connect(ALICE, "one") as connection:
        connection.execute("SELECT 1")
        laboratory.main.psql("lab", "-c", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'svc_lab'")
        for _ in range(3):
            try:
                connection.execute("SELECT count(*) FROM orders")
            except psycopg.Error as error:
                assert error.sqlstate in ("08006", "57P01")
        assert connection.execute("SELECT count(*) FROM orders").fetchone() == (145,)


def test_session_pool_mode_keeps_one_backend(proxy):
    with proxy.connect(ALICE, "own") as connection:
        for _ in range(5):
            assert connection.execute("SELECT count(*) FROM orders").fetchone() == (145,)
        connection.execute("SET DateStyle = 'German'")
        assert connection.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)


def test_hundred_clients_over_eight_backends(proxy):
    failures = []

    def work(number: int) -> None:
        user, tenant = ((ALICE, "alpha"), (BOB, "beta"))[number % 2]
        try:
            with proxy.connect(user) as connection:
                for turn in range(20):
                    row = connection.execute(
                        "SELECT %s::int, min(tenant_id), max(tenant_id) FROM orders WHERE id > %s", [number, turn]
                    ).fetchone()
                    assert row == (number, tenant, tenant), row
        except Exception as failure:
            failures.append((number, failure))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[:3]


def test_sessions_that_differ_in_settings_do_not_wait_for_each_other_for_ever(proxy):
    """What waits until a backend has the session's settings is run on that backend, before it goes to the next."""
    with proxy.connect(ALICE, "one") as holder, WireClient(proxy.port) as tokyo, WireClient(proxy.port) as berlin:
        for client, zone in ((tokyo, "Asia/Tokyo"), (berlin, "Europe/Berlin")):
            client.log_in(ALICE, PASSWORD, "one")
            client.ask(query(f"SET TimeZone = '{zone}'") + query("PREPARE p AS SELECT current_setting('TimeZone')"), times=2)
        holder.execute("BEGIN")
        holder.execute("SELECT 1")
        for client in (tokyo, berlin):
            client.send(query("EXECUTE p"))
        time.sleep(0.5)
        holder.execute("COMMIT")
        for client, zone in ((tokyo, b"Asia/Tokyo"), (berlin, b"Europe/Berlin")):
            assert [m.values for m in client.read_until_ready() if m.kind == "D"] == [[zone]]
