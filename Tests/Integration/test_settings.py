# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""SET follows the client from backend to backend and stays away from others (spec 14, R65)."""

import time

import psycopg
import pytest

from configuration import ALICE, BOB
from wire import SYNC, bind, execute, parse, query


def test_set_survives_a_change_of_backend(proxy):
    with proxy.connect(ALICE, "two") as client, proxy.connect(ALICE, "two") as other:
        client.execute("SET DateStyle = 'German'")
        client.execute("SET TimeZone = 'Asia/Tokyo'")
        for turn in range(8):
            if turn % 2:
                other.execute("BEGIN").execute("SELECT 1")
            assert client.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)
            assert client.execute("SHOW TimeZone").fetchone() == ("Asia/Tokyo",)
            if turn % 2:
                other.execute("ROLLBACK")


def test_set_does_not_reach_the_next_client(proxy):
    with proxy.connect(ALICE, "one") as first, proxy.connect(BOB, "one") as second:
        first.execute("SET DateStyle = 'German'")
        first.execute("SET extra_float_digits = 0")
        assert second.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)
        assert second.execute("SHOW extra_float_digits").fetchone() != ("0",)
        assert first.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)


def test_set_of_a_client_that_left_is_forgotten(proxy):
    with proxy.connect(ALICE, "one") as first:
        first.execute("SET IntervalStyle = 'sql_standard'")
    with proxy.connect(ALICE, "one") as second:
        assert second.execute("SHOW IntervalStyle").fetchone() == ("postgres",)


def test_rolled_back_set_is_undone(alice):
    alice.execute("BEGIN")
    alice.execute("SET DateStyle = 'German'")
    alice.execute("ROLLBACK")
    assert alice.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)


def test_set_local_ends_with_its_transaction(alice):
    alice.execute("BEGIN")
    alice.execute("SET LOCAL DateStyle = 'German'")
    assert alice.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)
    alice.execute("COMMIT")
    assert alice.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)


def test_reset_and_reset_all(alice):
    alice.execute("SET DateStyle = 'German'")
    alice.execute("RESET DateStyle")
    assert alice.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)
    alice.execute("SET DateStyle = 'German'")
    alice.execute("SET application_name = 'mine'")
    alice.execute("RESET ALL")
    assert alice.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("2024-02-03",)
    assert alice.execute("SHOW application_name").fetchone() != ("mine",)


def test_application_name_is_reported(wire):
    answers = wire.ask(query("SET application_name = 'report'"))
    assert [m.body for m in answers if m.kind == "S"] == [b"application_name\0report\0"]
    assert [m.body for m in answers if m.kind == "C"] == [b"SET\0"]


@pytest.mark.parametrize(
    ("sql", "sqlstate"),
    [
        ("SET work_mem = '1GB'", "42501"),
        ("SET enable_seqscan = off", "42501"),
        ("SET session_replication_role = replica", "42501"),
        ("SET row_security = off", None),
        ("SET standard_conforming_strings = off", None),
        ("SET client_encoding = 'SJIS'", "22023"),
        ("SET NAMES 'LATIN1'", "22023"),
        ("SET my.setting = 'x'", "42704"),
        ("SET nothing_like_it = 1", "42704"),
        ("SET backslash_quote = on", None),
        ("SET default_transaction_read_only = off", None),
        ("SET client_min_messages = debug5", None),
        ("SET search_path FROM CURRENT", None),
        ("SELECT set_config('work_mem', '1GB', false)", None),
    ],
)
def test_settings_outside_the_list_are_refused(alice, sql, sqlstate):
    before = alice.execute("SHOW transaction_read_only").fetchone()
    try:
        alice.execute(sql)
    except psycopg.Error as error:
        assert sqlstate is None or error.sqlstate == sqlstate
    else:
        # Accepted without an effect is allowed where the list says "virtual" or "fixed".
        assert sqlstate is None and not sql.endswith("debug5")
    assert alice.execute("SHOW transaction_read_only").fetchone() == before == ("on",)
    assert alice.execute(r"SELECT length('a\b')").fetchone() == (3,)
    assert alice.execute("SELECT count(*) FROM orders").fetchone() == (145,)


def test_encoding_utf8_in_any_spelling(alice):
    for spelling in ("UTF8", "'utf-8'", "unicode"):
        alice.execute(f"SET client_encoding = {spelling}")
    assert alice.execute("SELECT 'é'").fetchone() == ("é",)


def test_show_of_closed_settings_tells_nothing(alice):
    for name in ("data_directory", "config_file", "shared_preload_libraries", "hba_file", "work_mem", "log_directory"):
        with pytest.raises(psycopg.Error):
            alice.execute(f"SHOW {name}")


def test_statement_timeout_is_the_clients_own(proxy):
    with proxy.connect(ALICE, "one") as first, proxy.connect(BOB, "one") as second:
        first.execute("SET statement_timeout = '200ms'")
        with pytest.raises(psycopg.errors.QueryCanceled):
            first.execute("SELECT count(*) FROM orders a, orders b, orders c, orders d WHERE a.id + b.id + c.id + d.id < 0")
        counted = second.execute("SELECT count(*) FROM orders a, orders b, orders c WHERE a.id + b.id + c.id > 0")
        assert counted.fetchone()[0] > 0


def test_discard_all_forgets_settings_for_good(proxy):
    with proxy.connect(ALICE, "one") as alice, proxy.connect(BOB, "one") as bob:
        alice.execute("SET DateStyle = 'German'")
        alice.execute("SET search_path = tenant, public")
        alice.execute("DISCARD ALL")
        for _ in range(2):
            assert alice.execute("SHOW DateStyle").fetchone() == ("ISO, MDY",)
            assert bob.execute("SHOW DateStyle").fetchone() == ("ISO, MDY",)
        assert alice.execute("SHOW search_path").fetchone() != ("tenant, public",)


def test_discard_all_in_a_transaction_is_25001(alice):
    alice.execute("BEGIN")
    with pytest.raises(psycopg.Error) as caught:
        alice.execute("DISCARD ALL")
    assert caught.value.sqlstate == "25001"
    alice.execute("ROLLBACK")


@pytest.mark.parametrize("name, first, second", [("search_path", "tenant, public", "public"), ("application_name", "first", "second"), ("DateStyle", "German", "SQL")])
def test_rollback_to_undoes_what_was_set_since(alice, name, first, second):
    def shown() -> str:
        return alice.execute(f"SHOW {name}").fetchone()[0].split(" ")[0].rstrip(",")

    alice.execute(f"SET {name} = {first}")
    before = shown()
    alice.execute("BEGIN")
    alice.execute("SAVEPOINT here")
    alice.execute(f"SET {name} = {second}")
    assert shown() != before
    alice.execute("ROLLBACK TO here")
    assert shown() == before
    alice.execute("COMMIT")
    assert shown() == before


def test_a_set_behind_a_rollback_is_not_the_failed_transactions(wire):
    """libpq_pipeline's test `transaction`: an earlier round of the transaction failed, this one ends it and goes on."""
    def run(sql):
        return parse("", sql) + bind("", "") + execute()

    wire.ask(query("SET application_name = 'before'"))
    wire.ask(run("BEGIN") + run("SELECT 1/0") + SYNC)
    wire.ask(run("ROLLBACK") + run("SET application_name = 'after'") + SYNC)
    assert [m.values for m in wire.ask(query("SHOW application_name")) if m.kind == "D"] == [[b"after"]]


def test_jit_is_off(alice):
    """Compiling a filtered query of the catalogs takes a minute where running it takes milliseconds."""
    assert alice.execute("SHOW jit").fetchone() == ("off",)


def test_a_time_limit_on_idle_sessions_closes_no_backend(proxy, laboratory):
    with proxy.connect(ALICE, "one") as first:
        first.execute("SET idle_session_timeout = '1ms'")
        first.execute("SELECT 1")
        with proxy.connect(BOB, "one") as second:
            for _ in range(50):
                assert second.execute("SELECT count(*) FROM orders").fetchone()


def test_idle_in_transaction_timeout_ends_the_session_in_the_servers_words(proxy):
    connection = proxy.connect(ALICE)
    connection.execute("SET idle_in_transaction_session_timeout = '50ms'")
    connection.execute("BEGIN")
    deadline = time.monotonic() + 20
    with pytest.raises(psycopg.Error) as failure:
        while time.monotonic() < deadline:
            time.sleep(0.5)
            connection.execute("SELECT 1")
    assert failure.value.sqlstate == "25P03"


def test_a_statement_timeout_ends_the_clients_statements_and_nobody_elses(proxy):
    """What the proxy itself asks a backend, for this session or the next one, takes longer than a millisecond."""
    with proxy.connect(ALICE, "one") as hasty, proxy.connect(BOB, "one") as other:
        other.execute("SET TimeZone = 'Asia/Tokyo'")
        hasty.execute("SET statement_timeout = 1")
        for _ in range(10):
            for statement in ("SELECT count(*) FROM generate_series(1, 3000000)", "SET statement_timeout = 1"):
                try:
                    hasty.execute(statement)
                except psycopg.errors.QueryCanceled:
                    pass
            assert other.execute("SHOW TimeZone").fetchone() == ("Asia/Tokyo",)
            assert other.execute("SHOW statement_timeout").fetchone() == ("0",)
        assert not hasty.closed


@pytest.mark.parametrize("value, shown", [("'90s'", "90s"), ("61500", "61500ms"), ("'2min'", "2min"), ("0", "0"), ("DEFAULT", "0")])
def test_a_statement_timeout_follows_its_session(proxy, value, shown):
    with proxy.connect(ALICE, "one") as session, proxy.connect(BOB, "one") as other:
        session.execute("SET statement_timeout = '30s'")
        session.execute(f"SET statement_timeout = {value}")
        session.execute("SET DateStyle = 'SQL, DMY'")
        assert other.execute("SHOW statement_timeout").fetchone() == ("0",)
        session.execute("BEGIN; SET LOCAL statement_timeout = '7s'; ROLLBACK")
        assert session.execute("SHOW statement_timeout").fetchone() == (shown,)
        assert session.execute("SHOW DateStyle").fetchone() == ("SQL, DMY",)
        session.execute("RESET ALL")
        assert session.execute("SHOW statement_timeout").fetchone() == ("0",)
