# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""A session cannot tell whether others used its backend before (R79, R80, spec 14): the same questions, asked on a backend that
somebody has just behaved wildly on and on one that nobody else has used, are answered with the same bytes."""

import socket
import struct

import pytest

from configuration import ALICE, BOB, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from wire import FLUSH, SYNC, WireClient, bind, describe, execute, extended, parse, query

# Of one length, so that no length in a message tells them apart.
USED, UNUSED = "trace_used", "trace_new_"

SETTINGS = {
    "TimeZone": "Asia/Tokyo",
    "DateStyle": "German",
    "IntervalStyle": "iso_8601",
    "bytea_output": "escape",
    "extra_float_digits": "0",
    "statement_timeout": "40s",
    "lock_timeout": "30s",
    "idle_in_transaction_session_timeout": "50s",
    "client_min_messages": "error",
    "default_transaction_isolation": "serializable",
    "default_transaction_deferrable": "on",
    "default_text_search_config": "german",
    "lc_monetary": "C",
    "quote_all_identifiers": "on",
    "escape_string_warning": "off",
    "application_name": "wild",
    "search_path": "tenant, pg_catalog",
}
EVERY_SET = "; ".join(f"SET {name} TO '{value}'" for name, value in SETTINGS.items() if name != "search_path")
LONG = "SELECT count(*) FROM generate_series(1, 100000000)"
HELD = "DECLARE c CURSOR WITH HOLD FOR SELECT tenant_id FROM orders"


def asked(*statements: str):
    """Says each statement, whatever becomes of it."""

    def behave(client: WireClient, _) -> None:
        for sql in statements:
            client.ask(query(sql))

    return behave


def sent(*messages: bytes):
    """Sends and waits for nothing."""

    def behave(client: WireClient, _) -> None:
        client.send(b"".join(messages))

    return behave


def sent_and_heard(*messages: bytes):
    def behave(client: WireClient, _) -> None:
        client.ask(b"".join(messages), times=sum(message[:1] in b"SQ" for message in messages))

    return behave


def cancelled(client: WireClient, port: int) -> None:
    client.send(query(LONG))
    with socket.create_connection(("127.0.0.1", port)) as other:
        other.sendall(struct.pack("!iii", 12 + len(client.cancel_key), 80877102, client.process_id) + client.cancel_key)
        assert other.recv(1) == b""
    client.read_until_ready()


def half_read(client: WireClient, _) -> None:
    client.send(query("SELECT repeat('x', 1000) FROM generate_series(1, 100000)"))
    client.read()


WILD = {
    "settings": asked(EVERY_SET),
    "settings one by one": asked(*(f"SET {name} TO '{value}'" for name, value in SETTINGS.items())),
    "settings in an open transaction": asked("BEGIN", EVERY_SET),
    "settings rolled back": asked("BEGIN", EVERY_SET, "ROLLBACK"),
    "settings under a savepoint": asked("BEGIN", "SAVEPOINT s", EVERY_SET, "ROLLBACK TO s", "COMMIT"),
    "settings kept past a savepoint": asked("BEGIN", "SAVEPOINT s", EVERY_SET, "RELEASE s", "SAVEPOINT s", "ROLLBACK TO s", "COMMIT"),
    "local settings": asked("BEGIN", *(f"SET LOCAL {name} TO '{value}'" for name, value in SETTINGS.items()), "COMMIT"),
    "local settings, open": asked("BEGIN", *(f"SET LOCAL {name} TO '{value}'" for name, value in SETTINGS.items())),
    "settings and a reset in one message": asked(f"{EVERY_SET}; RESET ALL; {EVERY_SET}"),
    "settings in a message that fails": asked(f"{EVERY_SET}; SELECT 1 / 0"),
    "settings committed before the message fails": asked(f"BEGIN; {EVERY_SET}; COMMIT; SELECT 1 / 0"),
    "settings by function": asked(*(f"SELECT set_config('{name}', '{value}', false)" for name, value in SETTINGS.items())),
    "settings by function in queries": asked(
        "SELECT set_config('TimeZone', 'Asia/Tokyo', false) FROM orders",
        "WITH w AS MATERIALIZED (SELECT set_config('TimeZone', 'Asia/Tokyo', false)) SELECT * FROM w",
        "PREPARE w AS SELECT set_config('TimeZone', 'Asia/Tokyo', false)", "EXECUTE w",
        "DECLARE w CURSOR WITH HOLD FOR SELECT set_config('TimeZone', 'Asia/Tokyo', false)", "FETCH ALL FROM w",
        "COPY (SELECT set_config('TimeZone', 'Asia/Tokyo', false)) TO STDOUT",
        "EXPLAIN ANALYZE SELECT set_config('TimeZone', 'Asia/Tokyo', false)",
    ),
    "settings in a pipeline without Sync": sent(parse("", "SET TimeZone TO 'Asia/Tokyo'"), bind("", ""), execute(), FLUSH),
    "settings in a pipeline that fails": sent_and_heard(
        parse("", "SET TimeZone TO 'Asia/Tokyo'"), bind("", ""), execute(), parse("", "SELECT 1 / 0"), bind("", ""), execute(), SYNC
    ),
    "settings in a pipeline that commits": sent_and_heard(
        parse("", "SET TimeZone TO 'Asia/Tokyo'"), bind("", ""), execute(), parse("", "COMMIT"), bind("", ""), execute(),
        parse("", "SELECT 1 / 0"), bind("", ""), execute(), SYNC,
    ),
    "settings of the transaction": asked(
        "BEGIN", "SET transaction_isolation TO 'serializable'", "SET transaction_deferrable TO on", "COMMIT",
        "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE, DEFERRABLE",
        "SET transaction_isolation TO 'repeatable read'", "SET transaction_deferrable TO on",
    ),
    "settings of nobody": asked(
        "SET custom.value TO 'x'", "SET LOCAL custom.value TO 'x'", "SELECT set_config('custom.value', 'x', false)",
        "SET omni.user TO 'x'", "SET work_mem TO '1GB'", "SET enable_seqscan TO off", "SET plan_cache_mode TO force_generic_plan",
    ),
    "somebody else": asked(
        "SET ROLE svc_lab", "SET SESSION AUTHORIZATION svc_lab", "SET LOCAL ROLE NONE", "RESET ROLE", "SET SESSION AUTHORIZATION DEFAULT"
    ),
    "a time-out that passes": asked("SET statement_timeout TO '20ms'", LONG),
    "a time-out in force": asked("SET statement_timeout TO '1ms'"),
    "prepared statements": asked(
        *(f"PREPARE {name} AS SELECT '{name}', tenant_id FROM orders" for name in ("a", "omni_1", "omni_2", "c")),
        *["EXECUTE a"] * 8,
    ),
    "prepared statements by Parse": sent_and_heard(
        *(parse(name, f"SELECT '{name}'::text, $1::int") for name in ("a", "omni_1", "omni_2", "c", "")), SYNC
    ),
    "EXECUTE of a SET that Parse prepared": sent_and_heard(
        parse("a", "SET TimeZone TO 'Asia/Tokyo'"), SYNC, query("EXECUTE a")
    ),
    "EXECUTE of a held cursor that Parse prepared": sent_and_heard(parse("b", HELD), SYNC, query("EXECUTE b")),
    "EXECUTE of a BEGIN that Parse prepared": sent_and_heard(parse("c", "BEGIN"), SYNC, query("EXECUTE c")),
    "an unnamed statement and portal": sent_and_heard(parse("", "SELECT tenant_id FROM orders"), bind("", ""), execute("", 1), SYNC),
    "portals in an open transaction": sent_and_heard(
        query("BEGIN"), parse("a", "SELECT tenant_id FROM orders"), bind("p", "a"), execute("p", 1), SYNC
    ),
    "portals without Sync": sent(parse("a", "SELECT tenant_id FROM orders"), bind("p", "a"), execute("p", 1), FLUSH),
    "cursors in an open transaction": asked("BEGIN", HELD, "DECLARE p SCROLL CURSOR FOR SELECT 1", "FETCH 1 FROM c"),
    "a held cursor": asked(HELD, "FETCH 1 FROM c"),
    "a held cursor of a transaction": asked("BEGIN", HELD, "COMMIT", "FETCH 1 FROM c"),
    "a held cursor of a savepoint": asked("BEGIN", "SAVEPOINT s", HELD, "RELEASE s", "COMMIT"),
    "a held cursor committed before the message fails": asked(f"BEGIN; {HELD}; COMMIT; SELECT 1 / 0"),
    "a held cursor committed in passing": asked(f"{HELD}; COMMIT; SELECT 1 / 0"),
    "a held cursor in a chain": asked("BEGIN", HELD, "COMMIT AND CHAIN", "SELECT 1 / 0", "ROLLBACK"),
    "a held cursor in a pipeline": sent_and_heard(parse("", HELD), bind("", ""), execute(), SYNC),
    "a held cursor in a pipeline that fails": sent_and_heard(
        parse("", HELD), bind("", ""), execute(), parse("", "COMMIT"), bind("", ""), execute(),
        parse("", "SELECT 1 / 0"), bind("", ""), execute(), SYNC,
    ),
    "a held cursor, closed in vain": asked(HELD, "BEGIN", "SAVEPOINT s", "CLOSE c", "ROLLBACK TO s", "COMMIT"),
    "a held cursor of two names": asked(HELD, HELD.replace(" c ", " p "), "CLOSE c"),
    "a held cursor, discarded": asked(HELD, "DISCARD ALL"),
    "a held cursor, all closed": asked(HELD, "CLOSE ALL"),
    "a failed transaction": asked("BEGIN", "SELECT 1 / 0"),
    "a transaction of another kind": asked("BEGIN ISOLATION LEVEL SERIALIZABLE, DEFERRABLE", "SELECT 1"),
    "savepoints": asked("BEGIN", "SAVEPOINT s", "SAVEPOINT t"),
    "listening": asked("LISTEN channel", "UNLISTEN *", "NOTIFY channel"),
    "locks": asked(
        "SELECT pg_advisory_lock(1)", "SELECT pg_try_advisory_lock(2)", "SELECT pg_advisory_xact_lock(3)", "BEGIN",
        "LOCK TABLE orders", "ROLLBACK", "SELECT * FROM orders FOR UPDATE",
    ),
    "things of a session": asked(
        "CREATE TEMP TABLE t (x int)", "SELECT 1 INTO TEMP t", "SELECT setseed(0.5)", "SELECT nextval('orders_id_seq')",
        "SELECT lo_create(0)", "LOAD 'auto_explain'", "DO $$ BEGIN PERFORM 1; END $$",
    ),
    "a cancelled statement": cancelled,
    "a result nobody reads": half_read,
    "COPY that nobody reads": sent(query("COPY (SELECT repeat('x', 1000) FROM generate_series(1, 100000)) TO STDOUT")),
    "an error in the middle of a pipeline": sent(parse("", "SELECT 1 / 0"), bind("", ""), execute(), parse("a", "SELECT 1"), FLUSH),
}

QUESTIONS = [
    query("SELECT 1"),
    query("ROLLBACK"),
    query("SHOW ALL"),
    query("SELECT name, setting, source, boot_val, reset_val FROM pg_settings ORDER BY name"),
    query(
        "SELECT '2020-01-02'::date, '2020-01-02 03:04+00'::timestamptz, '1 day 2 hours'::interval, '\\x00ff'::bytea,"
        " 0.1::float8 + 0.2, 12.5::money, to_tsvector('the houses'), quote_ident('plain'), to_char(1234.5, 'L9G999D9')"
    ),
    *(query(f"SHOW {name}") for name in (*SETTINGS, "transaction_isolation", "transaction_deferrable", "transaction_read_only")),
    *(query(f"FETCH ALL FROM {name}") for name in ("c", "p", "w")),
    *(query(f"EXECUTE {name}") for name in ("a", "b", "c", "w", "omni_1", "omni_2")),
    *(query(f"DEALLOCATE {name}") for name in ("a", "omni_1")),
    *(describe("S", name) + SYNC for name in ("", "a", "omni_1", "c")),
    *(describe("P", name) + SYNC for name in ("", "p", "c")),
    *(execute(name) + SYNC for name in ("", "p", "c")),
    query("SELECT name, statement, is_holdable, is_binary, is_scrollable FROM pg_cursors"),
    query("SELECT name, statement, from_sql FROM pg_prepared_statements"),
    query("SELECT * FROM pg_locks"),
    query("SELECT usename, application_name, state, backend_type, query FROM pg_stat_activity"),
    query("SELECT lastval()"),
    query("SHOW custom.value"),
    query("SELECT current_setting('custom.value', true)"),
    query("SELECT pg_my_temp_schema(), txid_current_if_assigned() IS NULL, current_user, session_user, current_schemas(true)"),
    query("SELECT pg_listening_channels()"),
    query("SELECT count(*), min(tenant_id), max(tenant_id) FROM orders"),
    query("RELEASE s"),
    query("BEGIN; SHOW transaction_isolation; SHOW transaction_deferrable; SHOW TimeZone; COMMIT"),
    query("SET LOCAL TimeZone TO 'UTC'"),
    extended("SELECT '2020-01-02 03:04+00'::timestamptz"),
    query("RESET ALL; SHOW DateStyle; SHOW TimeZone; SHOW statement_timeout"),
    query("PREPARE a AS SELECT 1; EXECUTE a; DEALLOCATE a"),
    query("SELECT 1 / 0"),
    query("DISCARD ALL"),
    query("SHOW TimeZone"),
]


@pytest.fixture(scope="module")
def traces(laboratory):
    connections = [
        Connection(name, laboratory.main.conninfo("lab", "svc_lab"), "pool_size = 1\n", is_primary=True)
        for name in (USED, UNUSED)
    ]
    running = start_proxy(laboratory.folder / "traces", connections, tls_settings(laboratory, "off"))
    yield running
    running.stop()


def answers_on(port: int, database: str, **parameters: str) -> list:
    with WireClient(port) as client:
        client.log_in(BOB, PASSWORD, database, **parameters)
        answers = [sorted(client.parameters.items())]
        for question in QUESTIONS:
            answers.append([(answer.kind, answer.body.replace(database.encode(), b"database")) for answer in client.ask(question)])
        return answers


@pytest.fixture(scope="module")
def expected(traces):
    return answers_on(traces.port, UNUSED)


# A client that just goes leaves more to the proxy than one that says so; where something stays open, both are tried.
FAREWELLS = [(name, "rude") for name in WILD] + [(name, "polite") for name in WILD if "held" in name or "open" in name]


@pytest.mark.parametrize("name, farewell", FAREWELLS)
def test_nothing_is_left_of(traces, expected, name, farewell):
    with WireClient(traces.port) as wild:
        wild.log_in(ALICE, PASSWORD, USED, application_name="wild")
        WILD[name](wild, traces.port)
        if farewell == "polite":
            wild.send(b"X\0\0\0\4")
    found = answers_on(traces.port, USED)
    for question, got, wanted in zip([b"parameters", *QUESTIONS], found, expected):
        assert got == wanted, question


def test_nothing_is_left_of_start_up_settings(traces, expected):
    options = " ".join(f"-c {name}={value.replace(' ', chr(92) + ' ')}" for name, value in SETTINGS.items())
    with WireClient(traces.port) as wild:
        wild.log_in(ALICE, PASSWORD, USED, options=options)
        for _ in range(2):
            assert wild.ask(query("SHOW TimeZone"))[1].values == [b"Asia/Tokyo"]
            # Between two statements of one session the other's are not in force, and the other way round.
            assert answers_on(traces.port, USED) == expected
            assert wild.ask(query("SELECT '2020-01-02'::date"))[1].values == [b"02.01.2020"]


def test_sessions_of_different_settings_take_turns_on_one_backend(traces):
    """Nine sessions, no two with the same settings, each answered as if it were alone, in any order and protocol."""
    sql = "SELECT '2020-01-02 23:04+00'::timestamptz, '1 day 2 hours'::interval, '2020-01-02'::date"
    zones = ["UTC", "Asia/Tokyo", "America/New_York"]
    styles = [("ISO, MDY", "postgres"), ("German", "iso_8601"), ("SQL, DMY", "postgres_verbose")]
    clients, alone = [], []
    for zone in zones:
        for style, intervals in styles:
            parameters = {"TimeZone": zone, "DateStyle": style, "options": f"-c IntervalStyle={intervals}"}
            with WireClient(traces.port) as single:
                single.log_in(ALICE, PASSWORD, UNUSED, **parameters)
                alone.append(single.ask(query(sql))[1].values)
            clients.append(WireClient(traces.port))
            clients[-1].log_in(ALICE, PASSWORD, USED, **parameters)
    assert len(set(map(tuple, alone))) == 9
    try:
        for turn in range(5):
            order = range(9) if turn % 2 else range(8, -1, -1)
            for number in order:
                clients[number].send(query(sql) if turn < 3 else extended(sql))
            for number in order:
                rows = [answer.values for answer in clients[number].read_until_ready() if answer.kind == "D"]
                assert rows == [alone[number]], number
    finally:
        for client in clients:
            client.__exit__()
