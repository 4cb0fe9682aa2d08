# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Many messages before the first answer (spec 13)."""

import psycopg
import pytest

from wire import FLUSH, SYNC, bind, describe, execute, message, parse, query


def kinds(messages) -> str:
    return "".join(message.kind for message in messages)


def test_psycopg_pipeline(alice):
    with alice.pipeline():
        cursors = [alice.execute("SELECT %s::int, count(*) FROM orders WHERE id > %s", [n, n]) for n in range(50)]
    found = [cursor.fetchone() for cursor in cursors]
    assert [number for number, _ in found] == list(range(50))
    assert found[0][1] == 145 and found[49][1] < 145


def test_error_in_a_pipeline_skips_to_sync(alice):
    with pytest.raises(psycopg.errors.UndefinedTable):
        with alice.pipeline():
            alice.execute("SELECT 1")
            alice.execute("SELECT * FROM secrets")
            alice.execute("SELECT 2")
    assert alice.execute("SELECT 3").fetchone() == (3,)


def test_refusal_by_the_proxy_skips_to_sync_like_an_error_of_the_server(wire):
    def answers_to(sql: str) -> str:
        good = parse("", "SELECT 1") + bind("", "") + execute()
        bad = parse("", sql) + bind("", "") + describe("P", "") + execute()
        return kinds(wire.ask(good + bad + good + SYNC + good + SYNC, times=2))

    assert answers_to("SELECT * FROM secrets") == "12DCEZ12DCZ"
    assert answers_to("SELECT nothing FROM orders") == "12DCEZ12DCZ"
    assert answers_to("this is not SQL") == "12DCEZ12DCZ"


def test_simple_queries_back_to_back(wire):
    answers = wire.ask(b"".join(query(f"SELECT {n}") for n in range(200)), times=200)
    assert [m.values[0] for m in answers if m.kind == "D"] == [str(n).encode() for n in range(200)]


def test_simple_query_between_extended_ones(wire):
    extended = parse("", "SELECT 'x'") + bind("", "") + execute() + SYNC
    answers = wire.ask(extended + query("SELECT 'q'") + extended, times=3)
    assert [m.values[0] for m in answers if m.kind == "D"] == [b"x", b"q", b"x"]


def test_flush_answers_before_sync(wire):
    wire.send(parse("", "SELECT 5") + bind("", "") + execute() + FLUSH)
    assert kinds(wire.read() for _ in range(4)) == "12DC"
    assert kinds(wire.ask(SYNC)) == "Z"


def test_several_statements_in_one_query(wire):
    answers = wire.ask(query("SELECT 1; SELECT count(*) FROM orders; SELECT 3"))
    assert [m.values[0] for m in answers if m.kind == "D"] == [b"1", b"145", b"3"]
    assert kinds(answers) == "TDCTDCTDCZ"


def test_one_refused_statement_refuses_the_whole_message(wire):
    answers = wire.ask(query("SELECT 1; SELECT * FROM secrets; SELECT 3"))
    assert kinds(answers) == "EZ"


def test_several_statements_in_parse_are_refused(wire):
    answers = wire.ask(parse("", "SELECT 1; SELECT 2") + SYNC)
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "42601"


def test_empty_query(wire):
    assert kinds(wire.ask(query(""))) == "IZ"
    assert kinds(wire.ask(query(" ; ;"))) == "IZ"
    assert kinds(wire.ask(parse("", "") + bind("", "") + execute() + SYNC)) == "12IZ"


def test_function_call_is_refused(wire):
    answers = wire.ask(message("F", b"\0\0\6\200" + b"\0\0" + b"\0\0" + b"\0\0"))
    assert kinds(answers) == "EZ" and answers[0].sqlstate == "0A000"


def test_thousand_pipelined_extended_queries(wire):
    one = bind("", "many", "3") + execute()
    wire.ask(parse("many", "SELECT count(*) FROM orders WHERE quantity = $1", 23) + SYNC)
    answers = wire.ask(one * 1000 + SYNC)
    assert kinds(answers) == "2DC" * 1000 + "Z"


def test_syncs_alone(wire):
    assert kinds(wire.ask(SYNC * 20, times=20)) == "Z" * 20


def test_a_portal_outlives_the_end_of_the_round_before_it(wire):
    """Bind of the next round is read before the last one's ReadyForQuery has come; its Execute may be after."""
    setting = parse("", "SET search_path TO books") + bind("", "")
    wire.send(parse("", "SELECT count(*) FROM orders a, orders b") + bind("", "") + execute() + SYNC + setting)
    assert kinds(wire.read_until_ready()) == "12DCZ"
    assert kinds(wire.ask(execute() + SYNC)) == "12CZ"
    shown = wire.ask(query("SHOW search_path"))
    assert [one.values for one in shown if one.kind == "D"] == [[b"books"]]


def test_a_portal_outlives_a_round_of_the_proxys_own(wire):
    """What DISCARD ALL did to settings is read back before the next statement."""
    for _ in range(20):
        answers = wire.ask(parse("", "DISCARD ALL") + bind("", "") + execute() + SYNC)
        assert [one.body for one in answers if one.kind == "C"] == [b"DISCARD ALL\0"]
