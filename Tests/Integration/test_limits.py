# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Statements and messages made to hurt: an error comes back, the proxy lives (spec 19, R3, R4, R88)."""

import struct
import time

import pytest

from wire import SYNC, WireClient, bind, execute, message, parse, query

MEGABYTE = 1_000_000
ANSWER_SECONDS_MAX = 20


def refusal(wire: WireClient, sql: str | bytes) -> str:
    """The SQLSTATE of a simple query, after which the session must still work."""
    began = time.monotonic()
    answers = wire.ask(query(sql))
    assert time.monotonic() - began < ANSWER_SECONDS_MAX
    assert [m.values for m in wire.ask(query("SELECT 1")) if m.kind == "D"] == [[b"1"]]
    return answers[0].sqlstate if answers[0].kind == "E" else "accepted"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT " + "(" * (MEGABYTE // 2 - 10) + "1" + ")" * (MEGABYTE // 2 - 10),
        "SELECT " + "1+" * (MEGABYTE // 2 - 10) + "1",
        "SELECT " + "NOT " * (MEGABYTE // 4 - 10) + "true",
        "SELECT " + "-" * 1 + " - " * (MEGABYTE // 3 - 20) + "1",
        "SELECT 1 FROM " + "(SELECT 1 FROM " * 60000 + "products" + ") AS x" * 60000,
        "SELECT 1" + " UNION ALL SELECT 1" * 50000,
        "SELECT " + "ARRAY[" * 100000 + "1" + "]" * 100000,
        "SELECT " + "CASE WHEN true THEN " * 40000 + "1" + " END" * 40000,
        "SELECT 1" + "::int" * 150000,
        "SELECT " + "f(" * 200000 + ")" * 200000,
        "SELECT true" + " AND true" * 100000 + " OR false" * 10000 + "::text::bool" * 10,
    ],
    ids=lambda sql: sql[:24],
)
def test_deep_statements_are_54001(wire, sql):
    # A flat chain of AND or of UNION may be shallow enough to run, or too much for the grammar.
    assert refusal(wire, sql) in ("54001", "54000", "42601", "53200", "accepted")


def test_nested_parentheses_of_one_megabyte_are_54001(wire):
    depth = MEGABYTE // 2 - 10
    assert refusal(wire, "SELECT " + "(" * depth + "1" + ")" * depth) == "54001"


def test_long_sum_is_54001(wire):
    assert refusal(wire, "SELECT " + "1+" * (MEGABYTE // 2 - 10) + "1") == "54001"


def test_too_long_a_statement_is_54000(wire):
    assert refusal(wire, "SELECT '" + "x" * 2 * MEGABYTE + "'") == "54000"


@pytest.mark.parametrize(
    "sql",
    ["SELECT 1 " + "/**/" * 100000, "SELECT 1 " + "+" * 20000 + " 1", "SELECT 1 " + "/*" * 100000, "SELECT " + "--\n" * 200000 + "1"],
    ids=lambda sql: sql[:16],
)
def test_texts_that_are_slow_to_scan_take_no_time(wire, sql):
    began = time.monotonic()
    refusal(wire, sql)
    assert time.monotonic() - began < 5


def test_null_byte_is_refused(wire):
    answers = wire.ask(message("Q", b"SELECT 1\0; SELECT 2\0"))
    assert answers[0].kind == "E" and answers[0].sqlstate in ("08P01", "22021")


@pytest.mark.parametrize("bad", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf5\x80\x80\x80", b"\x80"])
def test_invalid_utf8_is_22021(wire, bad):
    assert refusal(wire, b"SELECT '" + bad + b"'") == "22021"
    answers = wire.ask(parse("", b"SELECT '" + bad + b"'") + SYNC)
    assert answers[0].sqlstate == "22021"


@pytest.mark.parametrize("sql", ["SELECT FROM WHERE", "SELEC 1", "SELECT 'open", 'SELECT "open', "SELECT $x$open", "SELECT 1 /* open", ")"])
def test_what_does_not_parse_never_reaches_a_backend(wire, laboratory, sql):
    assert refusal(wire, sql) == "42601"
    if laboratory.main.directory is not None:
        # The backend would have written the statement beside its error.
        assert f"STATEMENT:  {sql}" not in laboratory.main.log()


def closes(wire: WireClient, data: bytes) -> bool:
    wire.send(data)
    try:
        while True:
            if wire.read().kind == "E":
                return wire.is_closed_by_peer()
    except (EOFError, ConnectionResetError):
        return True


@pytest.mark.parametrize(
    "data",
    [
        message("?", b"what"),
        b"Q" + struct.pack("!i", 3),
        b"Q" + struct.pack("!i", -1),
        b"Q" + struct.pack("!i", 2_000_000_000) + b"SELECT 1",
        b"X" + struct.pack("!i", 100_000_000),
        b"S" + struct.pack("!i", 5) + b"x",
        message("Q", b"SELECT 1"),
        message("P", b"\0"),
        message("B", b"\0\0\xff\xff\0\0\0\0"),
        message("B", b"\0\0\0\0\0\1\x7f\xff\xff\xff"),
        message("E", b"\0\0\0"),
        message("D", b"Zx\0"),
        message("p", b"again"),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_broken_messages_end_the_session_with_08p01_or_an_error(wire, data):
    wire.socket.settimeout(10)
    wire.send(data + SYNC)
    try:
        messages = wire.read_until_ready()
    except (EOFError, ConnectionResetError):
        return
    # A message that is whole but wrong may be answered; then the session goes on in step.
    assert messages[0].kind == "E" and messages[0].sqlstate == "08P01"


def test_many_parameters(wire):
    count = 5000
    sql = "SELECT " + "+".join(f"length(${n})" for n in range(1, 11)) + " WHERE true"
    answers = wire.ask(parse("", sql, *[25] * 10) + bind("", "", *["x" * 1000] * 10) + execute() + SYNC)
    assert [m.values for m in answers if m.kind == "D"] == [[b"10000"]]
    listed = "SELECT count(*) FROM orders WHERE id IN (" + ",".join(str(n) for n in range(count)) + ")"
    assert [m.values for m in wire.ask(query(listed)) if m.kind == "D"] == [[b"145"]]


def test_copy_messages_outside_copy_are_passed_over(wire):
    # PostgreSQL ignores them after a failed COPY FROM; a query still works.
    wire.send(message("d", b"data") + message("c") + message("f", b"no\0"))
    try:
        answers = wire.ask(query("SELECT 1"))
    except (EOFError, ConnectionResetError):
        return
    assert answers[-1].kind == "Z"


def test_a_thousand_sessions_come_and_go(proxy):
    before = proxy.resident_kib()
    for _ in range(300):
        WireClient(proxy.port).socket.close()
    assert proxy.resident_kib() - before < 50_000
