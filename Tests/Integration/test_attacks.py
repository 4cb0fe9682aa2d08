# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Nothing of another tenant reaches a client, in whatever way it asks.

Two proxies stand in front of two databases that differ in beta's rows alone. alice of alpha sends
the same bytes to both; the answers must be the same bytes, and none of beta's values may be among
them."""

import re
from pathlib import Path

import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from wire import SYNC, Message, WireClient, bind, describe, execute, extended, parse, query

CASES = [Path(__file__).parent / "cases" / name for name in ("attacks.sql", "object_attacks.sql")]
# What only beta's rows and tables that nobody may see contain (lab/rows.sql, lab/beta_again.sql).
BETAS_WORDS = [b"CANARY", b"canary", b"Q0FOQVJ", b"43414e415259"]
BETAS_NUMBERS = re.compile(rb"(?<!\d)70\d{4}(?!\d)")
# How the servers may plan: a guard that holds under one plan only is none (R52, M34).
PLANNERS = [
    "enable_hashjoin=off enable_mergejoin=off enable_hashagg=off",
    "enable_nestloop=off enable_seqscan=off",
    "enable_indexscan=off enable_bitmapscan=off enable_indexonlyscan=off cpu_operator_cost=0",
    "force_parallel_mode=on parallel_setup_cost=0 parallel_tuple_cost=0 min_parallel_table_scan_size=0",
    "join_collapse_limit=1 from_collapse_limit=1 random_page_cost=0.01 plan_cache_mode=force_generic_plan",
]
# Long enough for every attempt together, so that a hanging one is named.
ATTEMPT_SECONDS_MAX = 20


def attempts() -> list[str]:
    lines = [line for file in CASES for line in file.read_text().splitlines()]
    return [line for line in lines if line and not line.startswith("--")]


def answer(client: WireClient, data: bytes) -> list[Message]:
    """Messages with the rows in order; COPY without an answer of ours ends by itself."""
    client.socket.settimeout(ATTEMPT_SECONDS_MAX)
    messages = client.ask(data)
    rows = sorted((m for m in messages if m.kind in "Dd"), key=lambda m: m.body)
    others = [m for m in messages if m.kind not in "Dd"]
    return others + rows


def without_own_words(message: Message, sql: str) -> bytes:
    """The message without what the client said itself: an error may quote the statement."""
    body = message.body
    if message.kind in "EN":
        for fragment in re.findall(r"CANARY[\w%\\ -]*|70\d{4}", sql):
            body = body.replace(fragment.encode(), b"")
    return body


def judge(sql: str, here: list[Message], there: list[Message]) -> None:
    assert here == there, f"answers differ: {here} and {there}"
    for message in here + there:
        body = without_own_words(message, sql)
        assert not any(word in body for word in BETAS_WORDS), message
        # In rows and errors alone: type OIDs and lengths are numbers too, but not text.
        assert not BETAS_NUMBERS.search(body), message


@pytest.fixture(scope="module")
def pair(proxy, twin):
    """alice on both sides, with everything refused left behind by a rollback."""
    with WireClient(proxy.port) as here, WireClient(twin.port) as there:
        for client in (here, there):
            client.log_in(ALICE, PASSWORD)
        yield here, there


def recover(pair) -> None:
    for client in pair:
        client.ask(query("ROLLBACK"))
        client.ask(query("RESET ALL"))


@pytest.mark.parametrize("sql", attempts())
def test_simple_query(pair, sql):
    here, there = pair
    try:
        judge(sql, answer(here, query(sql)), answer(there, query(sql)))
    finally:
        recover(pair)


@pytest.mark.parametrize("sql", [sql for sql in attempts() if re.match(r"(?i)\(?(select|with|table|values|copy|explain)", sql)])
def test_extended_query(pair, sql):
    here, there = pair
    data = extended(sql)
    try:
        judge(sql, answer(here, data), answer(there, data))
    finally:
        recover(pair)


@pytest.mark.parametrize("planner", PLANNERS)
def test_under_other_plans(laboratory, planner):
    """Every attempt again, on servers that were told to plan differently."""
    options = " ".join(f"-c {setting}" for setting in planner.split())
    proxies = []
    try:
        for database in ("lab", "lab_twin"):
            conninfo = f"{laboratory.main.conninfo(database, 'svc_lab')} options='{options}'"
            folder = laboratory.folder / f"{database}.{PLANNERS.index(planner)}"
            connections = [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)]
            proxies.append(start_proxy(folder, connections, tls_settings(laboratory, "off")))
        with WireClient(proxies[0].port) as here, WireClient(proxies[1].port) as there:
            for client in (here, there):
                client.log_in(ALICE, PASSWORD)
            told = []
            for sql in attempts():
                try:
                    judge(sql, answer(here, query(sql)), answer(there, query(sql)))
                except AssertionError as error:
                    told.append((sql, str(error)))
                recover((here, there))
            assert not told
    finally:
        for proxy in proxies:
            proxy.stop()


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("SELECT count(*) FROM orders WHERE status LIKE $1", "CANARY\\"),
        ("SELECT count(*) FROM orders WHERE status LIKE $1", "%"),
        ("SELECT count(*) FROM customers WHERE city LIKE $1", "C\\"),
        ("SELECT count(*) FROM orders WHERE status ~ $1", "("),
        ("SELECT count(*) FROM orders WHERE 1 / (id - $1::int) > 5", "700001"),
        ("SELECT count(*) FROM orders WHERE 1 / (id - $1::int) > 5", "700501"),
        ("SELECT count(*) FROM orders WHERE tenant_id = $1", "beta"),
        ("SELECT count(*) FROM orders WHERE id > $1 AND status::int = 1", "700000"),
        ("SELECT count(*) FROM orders WHERE $1::text::int > 0", "x"),
        ("SELECT count(*) FROM orders WHERE tenant_id = 'beta' AND $1::text::int > 0", "x"),
        ("SELECT count(*) FROM items WHERE 1 / (order_id - $1::int) < 2", "700001"),
        ("SELECT count(*) FROM readings WHERE 1 / (value - $1::int) < 2", "700001"),
        ("SELECT count(*) FROM items WHERE CASE WHEN order_id = 700001 THEN $1::date::timestamptz END IS NULL", "5874897-12-31"),
        ("SELECT count(*) FROM items WHERE CASE WHEN order_id = 700001 THEN EXISTS (SELECT LIMIT $1) END", "-1"),
    ],
)
def test_parameters(pair, sql, value):
    """Six rounds: the server may change to a generic plan after the fifth."""
    here, there = pair
    try:
        for _ in range(6):
            data = parse("", sql) + bind("", "", value) + describe("P", "") + execute() + SYNC
            judge(f"{sql} {value}", answer(here, data), answer(there, data))
        data = parse("a", sql) + SYNC
        judge(sql, answer(here, data), answer(there, data))
        for _ in range(7):
            data = bind("", "a", value) + execute() + SYNC
            judge(f"{sql} {value}", answer(here, data), answer(there, data))
    finally:
        for client in pair:
            client.ask(query("DEALLOCATE ALL"))
        recover(pair)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 OPERATOR({}.=) ANY (SELECT 1)",
        "SELECT 1 OPERATOR({}.=) 1",
        "SELECT to_tsvector('{}.english', 'x')",
        "SELECT ts_lexize('{}.simple', 'x')",
        "SELECT ts_parse('{}.default', 'x')",
        "SELECT {}.lower('x')",
        "SELECT 'x'::{}.invoices",
        "SELECT 'x' COLLATE {}.german",
        "SELECT * FROM {}.invoices",
        "SELECT {}.invoices.number FROM products",
        "SELECT 1 FROM products TABLESAMPLE {}.system (1)",
        "SET search_path = {}",
        "COPY {}.invoices TO STDOUT",
    ],
)
def test_a_foreign_schema_is_like_none(pair, sql):
    """Two names of one length, of which the server has one (R77)."""
    here, _ = pair
    there, nowhere = (answer(here, query(sql.format(name))) for name in ("beta_data", "nope_data"))
    recover(pair)
    for one, other in zip(there, nowhere, strict=True):
        assert one.body.replace(b"beta_data", b"nope_data") == other.body


def test_attempts_are_not_all_turned_away(pair):
    """An attack that is refused proves little; a quarter of these must run and give alpha's rows."""
    here, _ = pair
    ran = 0
    for sql in attempts():
        ran += not any(message.kind == "E" for message in answer(here, query(sql)))
        here.ask(query("ROLLBACK"))
        here.ask(query("RESET ALL"))
    assert ran > len(attempts()) / 4


def test_the_instrument_finds_what_it_looks_for(pair, laboratory):
    """bob, for whom these are his own rows, trips the same judgement."""
    leaky = [Message("D", b"\0\1\0\0\0\6CANARY")]
    with pytest.raises(AssertionError):
        judge("SELECT 1", leaky, leaky)
    with pytest.raises(AssertionError):
        number = [Message("D", b"\0\1\0\0\0\6" + b"700123")]
        judge("SELECT 1", number, number)
    with pytest.raises(AssertionError):
        judge("SELECT 1", [Message("C", b"SELECT 1\0")], [Message("C", b"SELECT 2\0")])
    for database in ("lab", "lab_twin"):
        assert "CANARY" in laboratory.main.psql(database, "-c", "TABLE orders")
