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

SINGLE = [
    "SELECT 1", "SELECT 2 AS two, 'x'", "SELECT generate_series(1, 5)", "SELECT 1 / 0", "SELECT nothing", "VALUES (1), (2)",
    "BEGIN", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "ROLLBACK TO s", "RELEASE s", "START TRANSACTION", "END",
    "SET TimeZone TO 'UTC'", "SET LOCAL TimeZone TO 'Asia/Tokyo'", "SHOW TimeZone", "RESET TimeZone", "RESET ALL",
    "SET application_name TO 'one'", "SET LOCAL application_name TO 'two'", "SHOW application_name", "RESET application_name",
    "DECLARE c CURSOR FOR SELECT generate_series(1, 9)", "FETCH 2 FROM c", "MOVE 1 IN c", "CLOSE c", "CLOSE ALL",
    "DECLARE c CURSOR WITH HOLD FOR SELECT generate_series(1, 9)",
    "PREPARE x AS SELECT 'prepared'", "PREPARE x (int) AS SELECT $1 + 1", "EXECUTE x", "EXECUTE x (4)", "DEALLOCATE x",
    "PREPARE a AS SELECT 'a'", "EXECUTE a", "DEALLOCATE ALL", "DISCARD ALL", "DISCARD PLANS",
    "this is not SQL", "", "COPY (SELECT generate_series(1, 3)) TO STDOUT", "SELECT 'long' || repeat('x', 9000)",
    "SHOW transaction_isolation", "SET client_encoding TO 'UTF8'",
    "SET DateStyle TO 'German'", "SELECT '2020-01-02'::date",
]
PARAMETERIZED = ["SELECT $1::int + 1", "SELECT $1::text, $2::text", "SELECT generate_series(1, $1::int)"]
NAMES, PORTALS = ["", "", "a", "b"], ["", "", "p", "q"]
BROKEN = [
    message("P", b"no end"), message("B", b"\0"), message("E", b"\0"), message("D", b"Zx\0"), message("C", b""),
    message("P", text("") + text("SELECT 1") + struct.pack("!h", 3)),
]


def random_message(choose: random.Random) -> bytes:
    name, portal = choose.choice(NAMES), choose.choice(PORTALS)
    kind = choose.random()
    if kind < 0.24:
        return parse(name, choose.choice(SINGLE if choose.random() < 0.8 else PARAMETERIZED))
    if kind < 0.42:
        return bind(portal, name, *choose.choice([[], [], [], ["7"], ["x", None]]), formats=choose.choice([(), (), (1,)]))
    if kind < 0.60:
        return execute(portal, choose.choice([0, 0, 1, 3]))
    if kind < 0.68:
        return describe(*choose.choice([("S", name), ("P", portal)]))
    if kind < 0.73:
        return close(*choose.choice([("S", name), ("P", portal)]))
    if kind < 0.83:
        return SYNC
    if kind < 0.86:
        return FLUSH
    if kind < 0.88:
        return choose.choice(BROKEN)
    count = choose.choice([1, 1, 1, 2, 3])
    # The proxy judges all statements of a message before any runs (R7).
    known = SINGLE if count == 1 else [sql for sql in SINGLE if sql != "SELECT nothing"]
    return query("; ".join(choose.choice(known) for _ in range(count)))


def normalized(answer: Message):
    if answer.kind in "EN":
        return answer.kind, answer.fields["V"], answer.sqlstate
    return answer.kind, answer.body


def answers_of(client: WireClient, writes: list[bytes], number: int) -> list:
    end = f"end {number}".encode()
    for write in writes:
        client.send(write)
    client.send(SYNC + query("ROLLBACK") + query(f"SELECT '{end.decode()}'"))
    answers, has_ended = [], False
    while not has_ended or answers[-1][0] != "Z":
        answer = client.read()
        if answer.kind == "S":
            continue
        has_ended = has_ended or (answer.kind == "D" and answer.values == [end])
        answers.append(normalized(answer))
    return answers


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
            through.log_in(ALICE, PASSWORD)
            direct.log_in("svc_lab", main.password, "lab")
            # Both read only, both with the settings that the proxy pins.
            direct.ask(query("SET default_transaction_read_only TO on; SET DateStyle TO 'ISO, MDY'"))
            found = answers_of(through, writes, number)
            expected = answers_of(direct, writes, number)
        if found != expected:
            pairs = enumerate(zip(found, expected))
            at = next((i for i, (a, b) in pairs if a != b), min(len(found), len(expected)))
            differences.append(
                f"sequence {number} of seed {SEED}, answer {at}:\nproxy  {found[max(0, at - 3):at + 3]}\n"
                f"server {expected[max(0, at - 3):at + 3]}\nsent   {messages}"
            )
    assert not differences, f"{len(differences)} sequences differ:\n" + "\n".join(differences[:5])
