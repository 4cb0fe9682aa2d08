# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Statements whose text the session completes: SHOW, PREPARE, EXECUTE, RESET, signals (spec 13, 14)."""

import socket
import struct
import time

import psycopg
import pytest

from configuration import ALICE, BOB, PASSWORD, Connection
from conftest import start_proxy
from wire import FLUSH, SYNC, WireClient, bind, close, describe, execute, message, parse, query, text


SLOW = "SELECT count(*) FROM generate_series(1, 1000000000)"


def kinds(messages) -> str:
    return "".join(m.kind for m in messages if m.kind not in "SN")


def values(messages) -> list:
    return [None if m.values[0] is None else m.values[0].decode() for m in messages if m.kind == "D"]


def tags(messages) -> list:
    return [m.body.rstrip(b"\0").decode() for m in messages if m.kind == "C"]


def error(client: WireClient):
    """The next error, whatever comes before it."""
    while (answer := client.read()).kind != "E":
        pass
    return answer


def run(sql: str, name: str = "") -> bytes:
    return parse(name, sql) + bind("", name) + describe("P", "") + execute()


# Several statements in one message.


def test_show_of_session_settings_among_other_statements(wire):
    answers = wire.ask(query("SELECT 1; SHOW application_name; SELECT 2; SHOW search_path; SELECT 3"))
    assert kinds(answers) == "TDCTDCTDCTDCTDCZ"
    assert tags(answers) == ["SELECT 1", "SHOW", "SELECT 1", "SHOW", "SELECT 1"]
    names = [m.body[2:].split(b"\0")[0].decode() for m in answers if m.kind == "T"]
    assert names[1] == "application_name" and names[3] == "search_path"


def test_show_answers_what_the_same_message_has_set(wire):
    answers = wire.ask(
        query("SHOW application_name; SET application_name = 'a b'; SHOW application_name; RESET ALL; SHOW application_name")
    )
    assert values(answers) == ["", "a b", ""]
    answers = wire.ask(
        query("BEGIN; SET application_name = 'x'; SHOW application_name; ROLLBACK; SHOW application_name")
    )
    assert values(answers) == ["x", ""]


def test_prepare_and_execute_among_other_statements(wire):
    answers = wire.ask(
        query(
            "SELECT 1; PREPARE p (int) AS SELECT count(*) FROM orders WHERE id <= $1; EXECUTE p (3); "
            "EXECUTE p (5); DEALLOCATE p; SELECT 2"
        )
    )
    assert tags(answers) == ["SELECT 1", "PREPARE", "SELECT 1", "SELECT 1", "DEALLOCATE", "SELECT 1"]
    assert values(answers) == ["1", "3", "5", "2"]
    again = wire.ask(query("EXECUTE p (3)"))
    assert kinds(again) == "EZ" and again[0].sqlstate == "26000" and '"p"' in again[0].fields["M"]


def test_statements_before_a_failing_execute_have_run(wire):
    answers = wire.ask(query("SELECT 1; EXECUTE nothing; SELECT 2"))
    assert kinds(answers) == "TDCEZ" and answers[3].sqlstate == "26000"
    answers = wire.ask(query("PREPARE p AS SELECT 7; PREPARE p AS SELECT 8"))
    assert kinds(answers) == "CEZ" and answers[1].sqlstate == "42P05"
    assert answers[1].fields["M"] == 'prepared statement "p" already exists'
    assert values(wire.ask(query("EXECUTE p"))) == ["7"]


def test_an_error_behind_prepare_leaves_the_statement_and_one_before_does_not(wire):
    wire.ask(query("PREPARE kept AS SELECT 1; SELECT 1 / 0"))
    assert values(wire.ask(query("EXECUTE kept"))) == ["1"]
    wire.ask(query("SELECT 1 / 0; PREPARE never AS SELECT 1"))
    assert wire.ask(query("EXECUTE never"))[0].sqlstate == "26000"


def test_deallocate_of_what_does_not_exist_is_an_error(wire):
    answers = wire.ask(query("DEALLOCATE nothing"))
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "26000"
    for name in ("omni_1", "OMNI_2", '"omni_3"'):
        for command in ("DEALLOCATE", "EXECUTE"):
            assert wire.ask(query(f"{command} {name}"))[0].sqlstate == "26000"


def test_names_of_other_sessions_statements_mean_nothing(proxy):
    with WireClient(proxy.port) as owner, WireClient(proxy.port) as other:
        owner.log_in(ALICE, PASSWORD, "one")
        other.log_in(BOB, PASSWORD, "one")
        owner.ask(parse("mine", "SELECT tenant_id FROM orders LIMIT 1") + SYNC)
        owner.ask(query("PREPARE also AS SELECT tenant_id FROM orders LIMIT 1"))
        for number in range(1, 40):
            for sql in (f"EXECUTE omni_{number}", f"DEALLOCATE omni_{number}"):
                assert other.ask(query(sql))[0].sqlstate == "26000"
        assert values(owner.ask(query("EXECUTE also"))) == ["alpha"]


def test_position_of_an_error_behind_what_the_session_wrote(wire):
    sql = "SHOW application_name; SELECT nothing FROM orders"
    answers = wire.ask(query(sql))
    assert kinds(answers) == "EZ" and answers[0].fields["P"] == str(sql.index("nothing") + 1)


# The extended protocol.


def test_prepare_and_execute_through_parse(wire):
    answers = wire.ask(run("PREPARE p (int) AS SELECT count(*) FROM orders WHERE id <= $1") + SYNC)
    assert kinds(answers) == "12nCZ" and tags(answers) == ["PREPARE"]
    answers = wire.ask(run("EXECUTE p (4)") + SYNC)
    assert kinds(answers) == "12TDCZ" and values(answers) == ["4"]
    answers = wire.ask(run("PREPARE p AS SELECT 1") + SYNC)
    assert kinds(answers) == "12nEZ" and answers[3].sqlstate == "42P05"
    answers = wire.ask(run("DEALLOCATE p") + SYNC)
    assert kinds(answers) == "12nCZ"
    assert wire.ask(run("EXECUTE p (4)") + SYNC)[-2].sqlstate == "26000"


def test_prepare_execute_and_deallocate_in_one_pipeline(wire):
    answers = wire.ask(
        run("PREPARE p (int) AS SELECT $1 + 1") + run("EXECUTE p (4)") + run("DEALLOCATE p") + run("SELECT 'end'") + SYNC
    )
    assert kinds(answers) == "12nC12TDC12nC12TDCZ" and values(answers) == ["5", "end"]


def test_a_prepared_execute_follows_its_name(wire):
    wire.ask(query("PREPARE p AS SELECT 'first'"))
    wire.ask(parse("e", "EXECUTE p") + SYNC)
    assert values(wire.ask(bind("", "e") + execute() + SYNC)) == ["first"]
    wire.ask(query("DEALLOCATE p; PREPARE p AS SELECT 'second'"))
    assert values(wire.ask(bind("", "e") + execute() + SYNC)) == ["second"]


def test_a_prepared_show_shows_what_is_set_when_it_runs(wire):
    wire.ask(parse("show", "SHOW application_name") + SYNC)
    for name in ("one", "two"):
        wire.ask(query(f"SET application_name = '{name}'"))
        answers = wire.ask(bind("", "show") + describe("P", "") + execute() + SYNC)
        assert kinds(answers) == "2TDCZ" and values(answers) == [name] and tags(answers) == ["SHOW"]


def test_prepared_statements_move_between_backends(proxy):
    with WireClient(proxy.port) as mover, WireClient(proxy.port) as holder:
        mover.log_in(ALICE, PASSWORD, "two")
        holder.log_in(ALICE, PASSWORD, "two")
        mover.ask(query("PREPARE p (int) AS SELECT count(*) FROM orders WHERE id <= $1"))
        mover.ask(parse("e", "EXECUTE p (6)") + SYNC)
        for turn in range(6):
            if turn % 2 == 0:
                holder.ask(query("BEGIN"))
            assert values(mover.ask(query("EXECUTE p (5)"))) == ["5"]
            assert values(mover.ask(bind("", "e") + execute() + SYNC)) == ["6"]
            if turn % 2 == 1:
                holder.ask(query("ROLLBACK"))


# What is set reaches the messages behind it.


def test_a_pipelined_search_path_reaches_the_next_message(wire):
    # The table of the tenant's schema is found by its bare name once the path says so.
    found = values(wire.ask(query("SET search_path = tenant; SELECT count(*) FROM invoices")))
    assert wire.ask(query("RESET search_path")) and wire.ask(query("SELECT count(*) FROM invoices"))[0].sqlstate == "42P01"
    answers = wire.ask(query("SET search_path = tenant") + query("SELECT count(*) FROM invoices"), times=2)
    assert values(answers) == found
    wire.ask(query("RESET search_path"))
    answers = wire.ask(run("SET search_path = tenant") + run("SELECT count(*) FROM invoices") + SYNC)
    assert values(answers) == found, answers
    wire.ask(query("RESET search_path"))


def test_set_local_ends_with_its_transaction(wire):
    assert values(wire.ask(query("BEGIN; SET LOCAL application_name = 'here'; SHOW application_name"))) == ["here"]
    wire.ask(query("SAVEPOINT s; SET LOCAL application_name = 'deeper'; ROLLBACK TO s"))
    assert values(wire.ask(query("SHOW application_name"))) == ["here"]
    assert values(wire.ask(query("COMMIT; SHOW application_name"))) == [""]
    answers = wire.ask(query("SET LOCAL application_name = 'nowhere'"))
    assert [m.sqlstate for m in answers if m.kind == "N"] == ["25P01"]
    assert values(wire.ask(query("SHOW application_name"))) == [""]
    wire.ask(query("BEGIN; SET application_name = 'kept'; SET LOCAL application_name = 'gone'; COMMIT"))
    assert values(wire.ask(query("SHOW application_name"))) == ["kept"]


def test_reset_goes_back_to_what_the_client_asked_for(proxy):
    options = "-c TimeZone=Asia/Tokyo -c DateStyle=German -c application_name=mine --extra-float-digits=0"
    with proxy.connect(ALICE, options=options) as connection:
        def shown(name):
            return connection.execute(f"SHOW {name}").fetchone()[0]

        connection.execute("SET TimeZone = 'UTC'; SET application_name = 'other'; SET DateStyle = 'SQL, MDY'")
        assert (shown("TimeZone"), shown("application_name"), shown("DateStyle")) == ("UTC", "other", "SQL, MDY")
        connection.execute("RESET TimeZone")
        connection.execute("SET application_name TO DEFAULT")
        assert (shown("TimeZone"), shown("application_name")) == ("Asia/Tokyo", "mine")
        connection.execute("SET TimeZone = 'UTC'")
        for everything in ("RESET ALL", "DISCARD ALL"):
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(everything)
            assert shown("TimeZone") == "Asia/Tokyo" and shown("DateStyle").startswith("German")
            assert shown("application_name") == "mine" and shown("extra_float_digits") == "0"


def test_show_all_lists_what_may_be_shown(wire):
    wire.ask(query("SET application_name = 'it''s'; SET TimeZone = 'UTC'"))
    answers = wire.ask(query("SHOW ALL"))
    assert tags(answers) == ["SHOW"]
    shown = {m.values[0].decode(): m.values[1].decode() for m in answers if m.kind == "D"}
    assert shown["application_name"] == "it's" and shown["TimeZone"] == "UTC"
    assert shown["is_superuser"] == "off" and shown["omni.user"] == ALICE
    assert "data_directory" not in shown and "work_mem" not in shown
    assert all(len(m.values) == 3 for m in answers if m.kind == "D")
    assert kinds(wire.ask(run("SHOW ALL") + SYNC)).startswith("12TDD")


# Names that depend on answers still due.


def test_a_name_voided_by_an_error_can_be_used_again_in_the_same_write(wire):
    bad, good = parse("", "SELECT nothing FROM orders"), parse("s", "SELECT 'good'")
    answers = wire.ask(bad + good + SYNC + good + bind("", "s") + execute() + SYNC, times=2)
    assert kinds(answers) == "EZ12DCZ"
    wire.ask(close("S", "s") + SYNC)
    answers = wire.ask(bad + good + SYNC + bind("", "s") + execute() + SYNC, times=2)
    assert kinds(answers) == "EZEZ" and answers[2].sqlstate == "26000"


def test_a_close_voided_by_an_error_closes_nothing(wire):
    wire.ask(parse("s", "SELECT 'kept'") + SYNC)
    bad = parse("", "SELECT nothing FROM orders")
    answers = wire.ask(bad + close("S", "s") + SYNC + bind("", "s") + execute() + SYNC, times=2)
    assert kinds(answers) == "EZ2DCZ" and values(answers) == ["kept"]
    answers = wire.ask(bad + close("S", "s") + SYNC + parse("s", "SELECT 1") + SYNC, times=2)
    assert kinds(answers) == "EZEZ" and answers[2].sqlstate == "42P05"


def test_an_unnamed_parse_voided_by_an_error_replaces_nothing(wire):
    wire.ask(parse("", "SELECT 'first'") + SYNC)
    bad = bind("", "nothing")
    wire.ask(bad + parse("", "SELECT 'second'") + SYNC)
    assert values(wire.ask(bind("", "") + execute() + SYNC)) == ["first"]
    answers = wire.ask(
        bad + parse("", "SELECT 'third'") + SYNC + parse("", "SELECT 'third'") + SYNC, times=2
    )
    assert kinds(answers) == "EZ1Z"
    assert values(wire.ask(bind("", "") + execute() + SYNC)) == ["third"]


def test_parse_of_a_known_text_fails_in_a_failed_transaction(wire):
    wire.ask(parse("known", "SELECT 'known'") + SYNC)
    wire.ask(close("S", "known") + SYNC)
    wire.ask(query("BEGIN") + query("SELECT 1 / 0"), times=2)
    answers = wire.ask(parse("known", "SELECT 'known'") + SYNC)
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "25P02"
    answers = wire.ask(query("ROLLBACK") + query("BEGIN") + query("SELECT 1/0") + parse("known", "SELECT 'known'") + SYNC, times=4)
    assert answers[-2].sqlstate == "25P02"
    answers = wire.ask(query("ROLLBACK") + parse("known", "SELECT 'known'") + bind("", "known") + execute() + SYNC, times=2)
    assert values(answers) == ["known"]


# Messages that cannot be read.


@pytest.mark.parametrize(
    "broken",
    [
        message("P", b"no end"),
        message("P", text("") + text("SELECT 1") + struct.pack("!h", -1)),
        message("P", text("") + text("SELECT 1") + struct.pack("!h", 2)),
        message("B", text("") + text("") + struct.pack("!hh", 0, 1) + struct.pack("!i", 99)),
        message("B", b""),
        message("D", b"Xname\0"),
        message("D", b""),
        message("E", text("")),
        message("C", b"S"),
        message("H", b"more"),
    ],
)
def test_a_message_with_a_broken_body_is_an_error_of_its_round(wire, broken):
    answers = wire.ask(broken + parse("", "SELECT 1") + SYNC + query("SELECT 2"), times=2)
    assert kinds(answers) == "EZTDCZ" and answers[0].sqlstate == "08P01", answers
    assert answers[0].fields["S"] == "ERROR"
    wire.ask(query("BEGIN"))
    answers = wire.ask(broken + SYNC)
    assert answers[-1].body == b"E"
    wire.ask(query("ROLLBACK"))


def test_a_query_with_a_broken_body_is_an_error(wire):
    for broken in (message("Q", b"SELECT 1"), message("Q", b""), message("Q", b"SELECT 1\0;\0"), message("S", b"x")):
        answers = wire.ask(broken)
        assert kinds(answers) == "EZ" and answers[0].sqlstate == "08P01"
    assert values(wire.ask(query("SELECT 2"))) == ["2"]


# Cursors that outlive their transaction.


def test_a_cursor_with_hold_keeps_its_backend(proxy):
    with proxy.connect(ALICE) as holder:
        holder.execute("DECLARE h CURSOR WITH HOLD FOR SELECT id, tenant_id FROM orders ORDER BY id")
        for turn in range(5):
            with proxy.connect(BOB) as other:
                assert other.execute("SELECT DISTINCT tenant_id FROM orders").fetchall() == [("beta",)]
                with pytest.raises(psycopg.errors.InvalidCursorName):
                    other.execute("FETCH h")
            assert holder.execute("FETCH 2 FROM h").fetchall() == [(2 * turn + 1, "alpha"), (2 * turn + 2, "alpha")]
        holder.execute("CLOSE h")
        with pytest.raises(psycopg.errors.InvalidCursorName):
            holder.execute("FETCH h")


@pytest.mark.parametrize("end", ["", "CLOSE ALL", "DISCARD ALL", "ROLLBACK"])
def test_nobody_else_sees_a_cursor_that_was_held(proxy, end):
    holder = proxy.connect(ALICE, "one")
    if end == "ROLLBACK":
        holder.execute("BEGIN")
    holder.execute("DECLARE h CURSOR WITH HOLD FOR SELECT id FROM orders")
    if end:
        holder.execute(end)
    if end in ("", "DISCARD ALL"):
        holder.close()
    with proxy.connect(BOB, "one") as other:
        with pytest.raises(psycopg.errors.InvalidCursorName):
            other.execute("FETCH h")
    holder.close()


# Cancelling one's own sessions.


def test_own_sessions_are_cancelled_and_ended_by_process_id(proxy):
    for database in ("lab", "one"):
        with WireClient(proxy.port) as busy, WireClient(proxy.port) as other, WireClient(proxy.port) as stranger:
            busy.log_in(ALICE, PASSWORD, "lab")
            other.log_in(ALICE, PASSWORD, database)
            stranger.log_in(BOB, PASSWORD, "lab")
            busy.send(query(SLOW))
            time.sleep(0.3)
            answers = stranger.ask(query(f"SELECT pg_cancel_backend({busy.process_id})"))
            assert values(answers) == ["f"]
            started = time.monotonic()
            answers = other.ask(query(f"SELECT pg_cancel_backend({busy.process_id})"))
            assert values(answers) == ["t"] and tags(answers) == ["SELECT 1"]
            assert error(busy).sqlstate == "57014" and time.monotonic() - started < 10
            # By parameter, as psycopg and dbt do.
            busy.send(query(SLOW))
            time.sleep(0.3)
            sql = "select pg_catalog.pg_terminate_backend($1) AS done"
            answers = other.ask(parse("", sql, 23) + describe("S", "") + bind("", "", str(busy.process_id)) + execute() + SYNC)
            assert kinds(answers) == "1tT2DCZ" and values(answers) == ["t"]
            assert error(busy).sqlstate == "57P01" and busy.is_closed_by_peer()
            assert values(other.ask(query(f"SELECT pg_cancel_backend({busy.process_id})"))) == ["f"]


def test_superset_ends_a_query_through_the_list_of_activity(proxy):
    with WireClient(proxy.port) as busy, WireClient(proxy.port) as other:
        busy.log_in(ALICE, PASSWORD, "lab")
        other.log_in(ALICE, PASSWORD, "lab")
        sql = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid='{busy.process_id}'"
        answers = other.ask(query(sql))
        assert values(answers) == ["t"]
        assert error(busy).sqlstate == "57P01"
        time.sleep(0.1)
        assert kinds(other.ask(query(sql))) == "TCZ"


def test_listen_is_refused_with_its_reason(wire):
    answers = wire.ask(query("LISTEN news"))
    assert answers[0].sqlstate == "0A000" and "LISTEN" in answers[0].fields["M"] and answers[0].fields["H"]
    assert kinds(wire.ask(query("UNLISTEN *"))) == "CZ"


def test_very_many_statements_in_one_message(wire):
    answers = wire.ask(query("COMMIT;" * 70_000))
    assert sum(m.kind == "C" for m in answers) == 70_000


def test_a_full_proxy_still_hears_cancels(laboratory):
    """At max_clients a connection that asks for a cancel gets in, one that asks for a session does not."""
    running = start_proxy(
        laboratory.folder / "full",
        [Connection("lab", laboratory.main.conninfo("lab", "svc_lab"), is_primary=True)],
        'mode = "off"\n',
        listen="max_clients = 3\n",
    )
    try:
        sessions = []
        with pytest.raises(PermissionError, match="too many clients"):
            while len(sessions) < 4:
                sessions.append(WireClient(running.port))
                sessions[-1].log_in(ALICE, PASSWORD)
        busy = sessions[0]
        busy.send(query(SLOW))
        time.sleep(0.5)
        with socket.create_connection(("127.0.0.1", running.port), timeout=5) as request:
            request.sendall(struct.pack("!iii", 16, 80877102, busy.process_id) + busy.cancel_key)
            assert request.recv(1) == b""
        assert error(busy).sqlstate == "57014"
        for session in sessions:
            session.socket.close()
        time.sleep(1)
        with running.connect(ALICE) as later:
            assert later.execute("SELECT 1").fetchone() == (1,)
    finally:
        running.stop()
