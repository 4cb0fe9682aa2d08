# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""A pool's backends serve the clients of all event loops (spec 14): `pool_size` means what it means to PgBouncer."""

import itertools
import threading
from contextlib import ExitStack

import psycopg
import pytest

from configuration import ALICE, BOB, Connection
from conftest import start_proxy, tls_settings

WAIT_SECONDS = 8
POOLS = {"single": 1, "pair": 2, "trio": 3}


@pytest.fixture(scope="module")
def loops(laboratory):
    """A proxy of two loops: connections go to one and the other in turn."""
    connections = [
        Connection(
            name,
            laboratory.main.conninfo("lab", "svc_lab") + f" application_name=loops_{name}",
            f'pool_size = {size}\nquery_wait_timeout = "{WAIT_SECONDS}s"\n',
            is_primary=True,
        )
        for name, size in POOLS.items()
    ]
    running = start_proxy(
        laboratory.folder / "loops", connections, tls_settings(laboratory, "off"), listen="workers = 2\n"
    )
    yield running
    running.stop()


@pytest.fixture
def sessions(loops):
    """Makes as many sessions as asked for, on all loops alike."""
    with ExitStack() as stack:

        def connect(count: int, database: str) -> list[psycopg.Connection]:
            users = itertools.cycle([ALICE, ALICE, BOB, BOB])
            return [stack.enter_context(loops.connect(next(users), database)) for _ in range(count)]

        yield connect


def test_any_two_sessions_can_have_a_transaction_each_over_two_backends(sessions):
    four = sessions(4, "pair")
    for one, other in itertools.permutations(four, 2):
        for session in (one, other):
            session.execute("BEGIN")
            session.execute("SELECT count(*) FROM orders")
        for session in (one, other):
            session.execute("COMMIT")


def test_a_held_cursor_starves_nobody(sessions):
    four = sessions(4, "pair")
    for holder in four:
        holder.execute("DECLARE c CURSOR WITH HOLD FOR SELECT generate_series(1, 3)")
        for session in four:
            assert session.execute("SELECT 7").fetchone() == (7,)
        assert holder.execute("FETCH ALL FROM c").fetchall() == [(1,), (2,), (3,)]
        holder.execute("CLOSE c")


def test_a_single_backend_serves_both_loops(sessions):
    four = sessions(4, "single")
    for _ in range(3):
        for number, session in enumerate(four):
            assert session.execute("SELECT %s::int", [number]).fetchone() == (number,)


def test_who_waits_is_served_whichever_loop_a_backend_comes_free_on(sessions):
    *holders, waiter = sessions(3, "pair")
    for holder in holders:
        for session in holders:
            session.execute("BEGIN")
            session.execute("SELECT 1")
        found = []
        thread = threading.Thread(target=lambda: found.append(waiter.execute("SELECT 5").fetchone()))
        thread.start()
        thread.join(timeout=0.2)
        assert thread.is_alive()
        holder.execute("COMMIT")
        thread.join(timeout=WAIT_SECONDS / 2)
        assert found == [(5,)]
        for session in holders:
            session.execute("ROLLBACK")


def test_no_more_than_the_pool_size_is_open_and_idle_ones_move(sessions, laboratory):
    six = sessions(6, "trio")
    # Three at once on one loop, then on the other, then mixed.
    for chosen in (six[0::2], six[1::2], six[:3], six[3:]):
        for session in chosen:
            session.execute("BEGIN")
            session.execute("SELECT 1")
        open_now = laboratory.main.psql(
            "postgres", "-c", "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'loops_trio'"
        )
        if laboratory.main.directory is not None:
            assert open_now == "3"
        for session in chosen:
            session.execute("COMMIT")


def test_settings_and_prepared_statements_follow_the_session_not_the_backend(sessions):
    four = sessions(4, "pair")
    zones = ["UTC", "Asia/Tokyo", "Europe/Berlin", "America/New_York"]
    expected = []
    for session, zone in zip(four, zones):
        session.execute(f"SET TimeZone = '{zone}'")
        session.prepare_threshold = 0
        expected.append(session.execute("SELECT TIMESTAMPTZ '2026-01-02 03:04+00'::text").fetchone())
    assert len(set(expected)) == len(zones)
    for turn in range(6):
        # Who is in a transaction keeps the others to the other backend, on whichever loop it is.
        holder = four[turn % 4]
        holder.execute("BEGIN")
        holder.execute("SELECT 1")
        for session, zone, text in zip(four, zones, expected):
            found = session.execute("SELECT TIMESTAMPTZ '2026-01-02 03:04+00'::text, %s::int", [turn])
            assert found.fetchone() == (*text, turn), zone
        holder.execute("COMMIT")


def test_many_clients_of_both_loops_over_three_backends(loops):
    failures = []

    def work(number: int) -> None:
        user, tenant = ((ALICE, "alpha"), (BOB, "beta"))[number // 2 % 2]
        try:
            with loops.connect(user, "trio") as connection:
                for turn in range(25):
                    with connection.transaction():
                        row = connection.execute(
                            "SELECT %s::int, min(tenant_id), max(tenant_id) FROM orders WHERE id > %s", [number, turn]
                        ).fetchone()
                        assert row == (number, tenant, tenant), row
        except Exception as failure:
            failures.append((number, failure))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[:3]
