# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Prepared statements on whichever backend is at hand (spec 14)."""

import asyncio
import threading

import asyncpg
import psycopg
import pytest

from configuration import ALICE, BOB, PASSWORD
from wire import SYNC, WireClient, bind, close, describe, execute, parse, query


def kinds(messages) -> str:
    return "".join(message.kind for message in messages)


def test_named_statement_lives_across_backends(proxy):
    """Two clients keep both backends of `two` busy in turn, so that the third moves between them."""
    with proxy.connect(ALICE, "two") as mover, proxy.connect(ALICE, "two") as holder:
        sql = "SELECT count(*) FROM orders WHERE status = %s"
        counts = set()
        for turn in range(12):
            if turn % 3 == 0:
                holder.execute("BEGIN").execute("SELECT 1")
            counts.add(mover.execute(sql, ["open"], prepare=True).fetchone())
            if turn % 3 == 1:
                holder.execute("ROLLBACK")
        assert counts == {mover.execute("SELECT count(*) FROM orders WHERE status = 'open'").fetchone()}


def test_many_clients_with_equal_names_and_different_statements(proxy):
    """Sixteen clients over two backends, every one with a statement named s of its own."""
    failures = []

    def work(number: int) -> None:
        try:
            with WireClient(proxy.port) as client:
                client.log_in((ALICE, BOB)[number % 2], PASSWORD, "two")
                sql = f"SELECT {number}, tenant_id, $1::text FROM orders WHERE id % 2 >= 0 LIMIT 1"
                answers = client.ask(parse("s", sql) + SYNC)
                assert kinds(answers) == "1Z", answers
                tenant = (b"alpha", b"beta")[number % 2]
                for turn in range(30):
                    answers = client.ask(bind("", "s", f"turn {turn}") + execute() + SYNC)
                    assert kinds(answers) == "2DCZ", answers
                    assert answers[1].values == [str(number).encode(), tenant, f"turn {turn}".encode()]
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_asyncpg_statement_cache(proxy):
    async def work(number: int) -> list:
        connection = await asyncpg.connect(
            host="127.0.0.1", port=proxy.port, user=ALICE, password=PASSWORD, database="two", ssl=False
        )
        try:
            found = []
            for turn in range(20):
                found.append(await connection.fetchval("SELECT count(*) FROM orders WHERE quantity = $1", turn % 4))
                found.append(await connection.fetchval("SELECT max(id) FROM customers WHERE score > $1", turn))
            return found
        finally:
            await connection.close()

    async def all_of_them() -> list:
        return await asyncio.gather(*(work(number) for number in range(8)))

    results = asyncio.run(all_of_them())
    assert all(result == results[0] for result in results)
    assert None not in results[0]


def test_sql_prepare_execute_deallocate(alice, bob):
    alice.execute("PREPARE mine (text) AS SELECT count(*), min(tenant_id) FROM orders WHERE status = $1")
    assert alice.execute("EXECUTE mine ('open')").fetchone()[1] == "alpha"
    with pytest.raises(psycopg.errors.InvalidSqlStatementName):
        bob.execute("EXECUTE mine ('open')")
    with pytest.raises(psycopg.errors.DuplicatePreparedStatement):
        alice.execute("PREPARE mine AS SELECT 1")
    alice.execute("DEALLOCATE mine")
    with pytest.raises(psycopg.errors.InvalidSqlStatementName):
        alice.execute("EXECUTE mine ('open')")


def test_describe_answers_from_the_rewritten_statement(wire):
    answers = wire.ask(parse("d", "SELECT id, note FROM orders WHERE amount > $1") + describe("S", "d") + SYNC)
    assert kinds(answers) == "1tTZ"
    assert answers[1].body == b"\0\1" + (1700).to_bytes(4, "big")
    assert answers[2].body[:2] == b"\0\2"


def test_execute_with_row_limit_suspends_the_portal(wire):
    sql = "SELECT id FROM orders ORDER BY id"
    answers = wire.ask(
        parse("", sql) + bind("p", "") + execute("p", 2) + execute("p", 2) + execute("p") + close("P", "p") + SYNC
    )
    rows = [int(m.values[0]) for m in answers if m.kind == "D"]
    assert len(rows) == 145 and rows == sorted(rows)
    assert kinds(answers).replace("D", "") == "12ssC3Z"


def test_missing_statement_and_portal_are_errors_and_sync_recovers(wire):
    answers = wire.ask(bind("", "nothing") + execute() + SYNC)
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "26000"
    answers = wire.ask(execute("nothing") + SYNC)
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "34000"
    assert kinds(wire.ask(parse("", "SELECT 1") + bind("", "") + execute() + SYNC)) == "12DCZ"


def test_closed_statement_is_gone_and_its_name_free(wire):
    assert kinds(wire.ask(parse("c", "SELECT 1") + SYNC)) == "1Z"
    again = wire.ask(parse("c", "SELECT 2") + SYNC)
    assert kinds(again) == "EZ" and again[0].sqlstate == "42P05"
    assert kinds(wire.ask(close("S", "c") + SYNC)) == "3Z"
    assert kinds(wire.ask(parse("c", "SELECT 2") + bind("", "c") + execute() + SYNC)) == "12DCZ"
    # Closing what is not there is no error.
    assert kinds(wire.ask(close("S", "never") + close("P", "never") + SYNC)) == "33Z"


def test_binary_results(wire):
    answers = wire.ask(parse("", "SELECT id FROM orders WHERE id = $1", 23) + bind("", "", "7", formats=(1,)) + execute() + SYNC)
    assert [m.values for m in answers if m.kind == "D"] == [[(7).to_bytes(4, "big")]]


def test_deallocate_all_and_discard_all(alice):
    for forget in ("DEALLOCATE ALL", "DISCARD ALL"):
        alice.execute("PREPARE x AS SELECT 1")
        alice.execute(forget)
        with pytest.raises(psycopg.errors.InvalidSqlStatementName):
            alice.execute("EXECUTE x")


def test_unnamed_statement_survives_settings_on_its_backend(proxy):
    """Bringing a backend to a session's settings is a simple query, which drops the unnamed statement."""
    with WireClient(proxy.port) as first, WireClient(proxy.port) as second:
        for client in (first, second):
            client.log_in(ALICE, PASSWORD, "one")
        assert kinds(second.ask(query("SET DateStyle = 'German'")))[-1] == "Z"
        assert kinds(second.ask(parse("n", "SELECT 2") + SYNC)) == "1Z"
        assert kinds(first.ask(parse("", "SELECT 1") + SYNC)) == "1Z"
        # A named statement leaves the backend's unnamed one alone, the settings around it do not.
        assert kinds(second.ask(bind("", "n") + execute() + SYNC)) == "2DCZ"
        assert kinds(first.ask(bind("", "") + execute() + SYNC)) == "2DCZ"


def test_errors_name_statements_as_the_client_does(wire):
    wire.ask(parse("mine", "SELECT 1") + SYNC)
    answers = wire.ask(bind("", "mine", "too", "many") + SYNC)
    assert answers[0].sqlstate == "08P01"
    assert answers[0].fields["M"] == 'bind message supplies 2 parameters, but prepared statement "mine" requires 0'


def test_refused_parse_takes_the_unnamed_statement_along(wire):
    wire.ask(parse("", "SELECT 1") + SYNC)
    wire.ask(parse("", "SELEC") + SYNC)
    assert wire.ask(bind("", "") + SYNC)[0].sqlstate == "26000"


@pytest.mark.parametrize("modes", ["ISOLATION LEVEL SERIALIZABLE", "ISOLATION LEVEL REPEATABLE READ, READ ONLY, DEFERRABLE"])
@pytest.mark.parametrize("scope", ["TRANSACTION", "SESSION CHARACTERISTICS AS TRANSACTION"])
def test_a_statement_the_backend_has_takes_no_snapshot_that_its_parse_would_not(proxy, laboratory, scope, modes):
    """SET TRANSACTION is prepared by one session, so that the proxy answers the next one's Parse itself."""
    sql = f"SET {scope} {modes}"
    main = laboratory.main
    with WireClient(proxy.port) as first, WireClient(proxy.port) as second, WireClient(main.port, main.host) as direct:
        first.log_in(ALICE, PASSWORD, "one")
        second.log_in(ALICE, PASSWORD, "one")
        direct.log_in("svc_lab", main.password)
        assert kinds(first.ask(parse("s", sql) + SYNC)) == "1Z"
        for before in ([], [parse("q", "SELECT 1") + SYNC], [query("SHOW TimeZone")]):
            found, expected = [], []
            for client, answers in ((second, found), (direct, expected)):
                client.ask(query("BEGIN"))
                for one in before:
                    client.ask(one)
                answers += client.ask(parse("s", sql) + bind("", "s") + execute() + SYNC)
                answers += client.ask(query("SHOW transaction_isolation"))
                client.ask(query("ROLLBACK") + query("DEALLOCATE ALL") + query("RESET ALL"), times=3)
                answers[:] = [(m.kind, m.sqlstate if m.kind == "E" else m.body) for m in answers if m.kind != "S"]
            assert found == expected, before
        # The other way round: a query's Parse does take one, whoever answers it.
        assert kinds(first.ask(parse("q", "SELECT 1") + SYNC)) == "1Z"
        for client in (second, direct):
            client.ask(query("BEGIN"))
            client.ask(parse("q", "SELECT 1") + SYNC)
            answers = client.ask(query("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"))
            assert answers[0].sqlstate == "25001", answers
            client.ask(query("ROLLBACK"))


@pytest.mark.parametrize(
    "sql, trace",
    [
        ("SET TimeZone TO 'Asia/Tokyo'", "SHOW TimeZone"),
        ("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE", "SHOW transaction_isolation"),
        ("SELECT set_config('DateStyle', 'German', false)", "SHOW DateStyle"),
        ("DECLARE c CURSOR WITH HOLD FOR SELECT tenant_id FROM orders", "FETCH ALL FROM c"),
        ("RESET ALL", "SHOW TimeZone"),
        ("DISCARD ALL", "EXECUTE b"),
        ("FETCH ALL FROM c", "FETCH ALL FROM c"),
        ("EXECUTE a", "SHOW TimeZone"),
    ],
)
def test_execute_of_what_is_no_query_leaves_nothing_on_a_backend(proxy, sql, trace):
    """R79: SQL's EXECUTE also runs what Parse prepared, and that may be any statement."""
    with WireClient(proxy.port) as attacker, WireClient(proxy.port) as victim, WireClient(proxy.port) as fresh:
        fresh.log_in(BOB, PASSWORD, "own")
        attacker.log_in(ALICE, PASSWORD, "one")
        victim.log_in(BOB, PASSWORD, "one")
        expected = fresh.ask(query(trace))
        attacker.ask(parse("a", "SET TimeZone TO 'Asia/Tokyo'") + SYNC)
        attacker.ask(parse("b", sql) + SYNC)
        for text in ("EXECUTE b", "SELECT 1; EXECUTE b", "BEGIN; EXECUTE b; COMMIT"):
            refused = [answer.sqlstate for answer in attacker.ask(query(text)) if answer.kind == "E"]
            assert len(refused) == 1 and refused[0] in ("0A000", "26000"), refused
            attacker.ask(query("ROLLBACK"))
            assert victim.ask(query(trace)) == expected
        answers = attacker.ask(parse("", "EXECUTE b") + bind("", "") + execute() + SYNC)
        assert [answer.sqlstate for answer in answers if answer.kind == "E"] in (["0A000"], ["26000"])
        assert victim.ask(query(trace)) == expected


@pytest.mark.parametrize("name", ["s", ""])
def test_a_round_behind_a_failed_one_finds_its_statement_on_a_new_backend(proxy, name):
    """In the failed round the statement was to be prepared again on this backend, and never was."""
    with WireClient(proxy.port) as mover, WireClient(proxy.port) as first, WireClient(proxy.port) as second:
        for client in (mover, first, second):
            client.log_in(ALICE, PASSWORD, "two")
        assert kinds(mover.ask(parse(name, "SELECT count(*) FROM orders") + SYNC)) == "1Z"
        for holder, other in ((first, second), (second, first)):
            # On one backend after the other, whichever the statement was prepared on.
            holder.ask(query("BEGIN; SELECT 1"))
            failing = parse("t", "SELECT 1 / 0") + bind("", "t") + execute() + bind("", name) + execute() + SYNC
            answers = mover.ask(failing + (bind("", name) + execute() + SYNC) * 2 + query("DEALLOCATE t"), times=4)
            assert kinds(answers) == "1EZ2DCZ2DCZCZ", answers
            holder.ask(query("ROLLBACK"))
            other.ask(query("BEGIN; ROLLBACK"))
            if not name:
                mover.ask(parse(name, "SELECT count(*) FROM orders") + SYNC)
