# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Random sequences of messages, right and wrong ones, to the proxy and to the server: the answers are the same.

OMNIPROXY_RANDOM_SEQUENCES and OMNIPROXY_RANDOM_SEED make it longer and another one.
"""

import os
import random
import struct

from configuration import ALICE, PASSWORD
from wire import FLUSH, SYNC, Message, WireClient, bind, close, describe, execute, message, parse, query, text

SEQUENCES = int(os.environ.get("OMNIPROXY_RANDOM_SEQUENCES", "250"))
SEED = int(os.environ.get("OMNIPROXY_RANDOM_SEED", "20260711"))

CONTROL = [
    "BEGIN", "BEGIN", "BEGIN", "COMMIT", "COMMIT", "ROLLBACK", "ROLLBACK", "END", "START TRANSACTION", "ABORT",
    "BEGIN READ ONLY", "ROLLBACK; BEGIN ISOLATION LEVEL REPEATABLE READ", "COMMIT AND CHAIN", "ROLLBACK AND CHAIN",
    "SAVEPOINT s", "SAVEPOINT s", "ROLLBACK TO s", "ROLLBACK TO s", "RELEASE s", "SAVEPOINT t", "ROLLBACK TO t", "RELEASE t",
    "ROLLBACK; BEGIN; SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED",
]
SETTINGS = [
    f"{verb} {name} TO {value}"
    for name, values in {
        "TimeZone": ("'UTC'", "'Asia/Tokyo'", "DEFAULT"),
        "DateStyle": ("'German'", "'SQL, DMY'", "DEFAULT"),
        "IntervalStyle": ("'iso_8601'", "DEFAULT"),
        "application_name": ("'one'", "'two'", "DEFAULT"),
        "bytea_output": ("'escape'",),
        "extra_float_digits": ("0", "3"),
        "statement_timeout": ("'50s'", "DEFAULT"),
        "default_transaction_isolation": ("'repeatable read'", "DEFAULT"),
        "client_encoding": ("'UTF8'",),
    }.items()
    for value in values
    for verb in ("SET", "SET LOCAL")
] + [
    "RESET TimeZone", "RESET ALL", "RESET application_name", "RESET DateStyle", "SET TIME ZONE 'Europe/Berlin'", "SET TIME ZONE 5",
    "SET no_such_setting TO 1", "SET DateStyle TO 'nonsense'", "SET SESSION TimeZone TO 'Nowhere/Land'",
]
SHOWN = [
    "SHOW TimeZone", "SHOW DateStyle", "SHOW IntervalStyle", "SHOW application_name", "SHOW transaction_isolation",
    "SHOW statement_timeout", "SHOW default_transaction_isolation", "SHOW client_encoding", "SHOW no_such_setting",
    "SELECT '2020-01-02'::date, '2020-01-02 03:04+00'::timestamptz, '1 day 2 hours'::interval, '\\x00ff'::bytea, 0.1::float8",
    "SELECT current_setting('TimeZone'), current_setting('application_name')",
]
CURSORS = [
    "DECLARE c CURSOR FOR SELECT generate_series(1, 9)", "DECLARE c SCROLL CURSOR FOR VALUES (1), (2), (3)",
    "DECLARE c CURSOR WITH HOLD FOR SELECT generate_series(1, 9)", "DECLARE d BINARY CURSOR FOR SELECT 1, 'x'",
    "DECLARE d NO SCROLL CURSOR FOR SELECT 1 / (3 - g) FROM generate_series(1, 5) AS g",
    "FETCH 2 FROM c", "FETCH ALL FROM c", "FETCH PRIOR FROM c", "FETCH BACKWARD 1 FROM c", "FETCH ABSOLUTE 2 FROM c",
    "FETCH ALL FROM d", "FETCH 0 FROM c", "MOVE 1 IN c", "MOVE ALL IN d", "CLOSE c", "CLOSE d", "CLOSE ALL",
    "FETCH 1 FROM p", "FETCH 1 FROM q", "CLOSE p",
]
PREPARED = [
    "PREPARE x AS SELECT 'prepared'", "PREPARE x (int) AS SELECT $1 + 1", "EXECUTE x", "EXECUTE x (4)", "EXECUTE x ('no')",
    "EXECUTE x (1 / 0)", "DEALLOCATE x", "PREPARE a AS SELECT 'a'", "PREPARE e AS VALUES (1)", "EXECUTE e", "EXECUTE e (2)", "EXECUTE e ('3')", "DEALLOCATE e", "DEALLOCATE a", "DEALLOCATE b",
    "DEALLOCATE ALL", "DISCARD ALL", "DISCARD PLANS", "PREPARE y AS SELECT nothing", "EXECUTE nobody", "EXPLAIN (COSTS OFF) SELECT 1",
]
READING = [
    "SELECT 1", "SELECT 2 AS two, 'x'", "SELECT generate_series(1, 5)", "SELECT 1 / 0", "VALUES (1), (2)", "SELECT",
    "SELECT 1 / (3 - g) FROM generate_series(1, 5) AS g", "", " ", "/* nothing */", ";", "this is not SQL", "SELECT 'open",
    "COPY (SELECT generate_series(1, 3)) TO STDOUT", "COPY (SELECT 1 / (3 - g) FROM generate_series(1, 5) AS g) TO STDOUT",
    "COPY (SELECT 1, 'x') TO STDOUT (FORMAT csv, HEADER)", "COPY (SELECT 7::int8) TO STDOUT (FORMAT binary)",
    "SELECT 'long' || repeat('x', 9000)", "SELECT NULL::int, 1.50::numeric, true, ARRAY[1, NULL], '{\"a\": 1}'::jsonb",
    "SELECT 1 LIMIT 0", "SELECT $1", "SELECT 1 AS a, 2 AS a", "TABLE nothing",
]
SINGLE = CONTROL + SETTINGS + SHOWN + CURSORS + PREPARED + READING
GROUPS = [CONTROL, CONTROL, SETTINGS, SHOWN, CURSORS, PREPARED, READING, READING]
# The proxy judges all statements of a message before any runs (R7): what it refuses itself is not among them, nor is what
# only a session that has run the statements before would refuse.
REFUSED_WHOLE = {
    "SELECT nothing", "PREPARE y AS SELECT nothing", "TABLE nothing", "SELECT $1", "this is not SQL", "SELECT 'open",
    "SET no_such_setting TO 1", "SHOW no_such_setting", "SET DateStyle TO 'nonsense'", "SET SESSION TimeZone TO 'Nowhere/Land'",
}
PARAMETERIZED = [
    "SELECT $1::int + 1", "SELECT $1::text, $2::text", "SELECT generate_series(1, $1::int)", "SELECT $1::date, $2::bytea",
    "SELECT 10 / $1::int", "SELECT $1, $2 LIMIT $3",
]
# What EXECUTE may name of what Parse prepared: it is refused for anything but queries.
QUERIES = ["SELECT 'e'", "SELECT $1::int * 2", "SELECT generate_series(1, $1::int)", "SELECT 1 / $1::int", "VALUES ('e')"]
NAMES, PORTALS = ["", "", "a", "b"], ["", "", "p", "q", "c"]
VALUES = [[], [], ["7"], ["0"], ["x", None], ["2020-03-04", "\\x01"], [None], ["1", "2", "3"]]
BROKEN = [
    message("P", b"no end"), message("B", b"\0"), message("E", b"\0"), message("D", b"Zx\0"), message("C", b""),
    message("P", text("") + text("SELECT 1") + struct.pack("!h", 3)),
    message("d", b"data"), message("c"), message("f", text("why")),
]


# Parameters that the server reports when they change, of those that sequences set.
REPORTED = {"TimeZone", "DateStyle", "IntervalStyle", "application_name"}

# Sequences share a backend: what one of them left there would be found by the next.
LEFT_BEHIND = b"".join(
    query(sql)
    for sql in (
        *(f"FETCH 0 FROM {name}" for name in "cdpq"), *(f"EXECUTE {name}" for name in "abexy"),
        *(f"SHOW {name}" for name in ("TimeZone", "DateStyle", "IntervalStyle", "application_name", "bytea_output")),
        "SHOW extra_float_digits", "SHOW statement_timeout", "SHOW transaction_isolation", "RELEASE s",
    )
)


def one_statement(choose: random.Random) -> str:
    return choose.choice(choose.choice(GROUPS))


# Settings and the queries of PREPARE are judged when the statement is parsed, not when it runs.
REFUSED_EARLY = {sql for sql in REFUSED_WHOLE if sql.startswith(("SET", "SHOW", "PREPARE"))}


def one_prepared(choose: random.Random) -> str:
    sql = one_statement(choose)
    return "SELECT nothing" if sql in REFUSED_EARLY else sql.split(";")[0]


def random_message(choose: random.Random) -> bytes:
    name, portal = choose.choice(NAMES), choose.choice(PORTALS)
    kind = choose.random()
    if kind < 0.02:
        return choose.choice([parse("e", choose.choice(QUERIES)), bind(portal, "e", *choose.choice(VALUES)), describe("S", "e")])
    if kind < 0.20:
        return parse(name, one_prepared(choose) if choose.random() < 0.8 else choose.choice(PARAMETERIZED))
    if kind < 0.36:
        return bind(portal, name, *choose.choice(VALUES), formats=choose.choice([(), (), (0,), (1,), (1, 0), (7,)]))
    if kind < 0.52:
        return execute(portal, choose.choice([0, 0, 1, 3, -1]))
    if kind < 0.60:
        return describe(*choose.choice([("S", name), ("P", portal)]))
    if kind < 0.65:
        return close(*choose.choice([("S", name), ("P", portal)]))
    if kind < 0.74:
        return SYNC
    if kind < 0.78:
        return FLUSH
    if kind < 0.80:
        return choose.choice(BROKEN)
    if kind < 0.90:
        # As a driver does it, so that more comes to its end than by chance.
        sql = one_prepared(choose)
        whole = parse(name, sql) + bind(portal, name) + describe("P", portal) + execute(portal, choose.choice([0, 1, 2]))
        return whole + choose.choice([b"", SYNC, execute(portal) + SYNC, close("P", portal) + SYNC, close("S", name) + SYNC])
    count = choose.choice([1, 1, 1, 2, 3, 5])
    statements = [one_statement(choose) for _ in range(count)]
    if count > 1:
        statements = [sql for sql in statements if sql not in REFUSED_WHOLE]
    return query("; ".join(statements))


def normalized(answer: Message):
    if answer.kind in "EN":
        return answer.kind, answer.fields["V"], answer.sqlstate
    return answer.kind, answer.body


def answers_of(client: WireClient, writes: list[bytes], number: int) -> list:
    end = f"end {number}".encode()
    client.send(LEFT_BEHIND)
    for write in writes:
        client.send(write)
    client.send(SYNC + query("ROLLBACK") + query(f"SELECT '{end.decode()}'"))
    answers, has_ended = [], False
    while not has_ended or answers[-1][0] != "Z":
        answer = client.read()
        if answer.kind == "S" and answer.body.split(b"\0")[0].decode() not in REPORTED:
            continue
        # The server's own warnings are not relayed (R76).
        if answer.kind == "N" and answer.sqlstate == "01000":
            continue
        has_ended = has_ended or (answer.kind == "D" and answer.values == [end])
        answers.append(normalized(answer))
        # Of several parameters that a round changes none comes first.
        if answer.kind == "S" and len(answers) > 1 and answers[-2][0] == "S":
            answers[-2:] = sorted(answers[-2:])
    return answers


def lenient(answers: list) -> list:
    """In a failed transaction the number of a Bind's parameters is looked at before or after the failure."""
    status, result = "I", []
    for answer in answers:
        if answer[0] == "Z":
            status = answer[1].decode()
        is_bind = status == "E" and answer[0] == "E" and answer[2] in ("25P02", "08P01")
        result.append(("E", "ERROR", "25P02") if is_bind else answer)
    return result


def test_random_messages_are_answered_as_by_the_server(proxy, laboratory):
    choose = random.Random(SEED)
    main = laboratory.main
    differences = []
    for number in range(SEQUENCES):
        messages = [random_message(choose) for _ in range(choose.randint(1, 30))]
        writes, pending = [], b""
        for one in messages:
            pending += one
            if choose.random() < 0.3:
                writes, pending = writes + [pending], b""
        writes.append(pending)
        with WireClient(proxy.port) as through, WireClient(main.port, main.host) as direct:
            through.log_in(ALICE, PASSWORD, "one")
            direct.log_in("svc_lab", main.password, "lab")
            # Both read only, both with the settings that the proxy pins.
            direct.ask(query("SET default_transaction_read_only TO on; SET DateStyle TO 'ISO, MDY'"))
            found = lenient(answers_of(through, writes, number))
            expected = lenient(answers_of(direct, writes, number))
        # A statement that runs itself until the stack is full: the proxy sees that its name means nothing yet.
        if ("E", "ERROR", "54001") in expected:
            continue
        if found != expected:
            pairs = enumerate(zip(found, expected))
            at = next((i for i, (a, b) in pairs if a != b), min(len(found), len(expected)))
            differences.append(
                f"sequence {number} of seed {SEED}, answer {at}:\nproxy  {found[max(0, at - 3):at + 3]}\n"
                f"server {expected[max(0, at - 3):at + 3]}\nsent   {messages}"
            )
    assert not differences, f"{len(differences)} sequences differ:\n" + "\n".join(differences[:5])
