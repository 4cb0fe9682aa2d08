# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Statements by chance, many of which raise on hidden rows, against two databases that differ in nothing
that alice may see: the same bytes come back, by every way a statement can go, however the servers plan.

It is the safety net of everything that is not fenced (threat model 9.2)."""

import random
import re

import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from random_statements import RandomStatements, shrunk
from test_attacks import PLANNERS
from wire import SYNC, Message, WireClient, bind, close, describe, execute, parse, query

# More than half of the conditions raise on some hidden row.
HAZARDS_PERCENT = 45
MISMATCHES_MAX = 8
ANSWER_SECONDS_MAX = 30
# The server's own, so that a product of three tables ends alike on both sides.
STATEMENT_TIMEOUT = "4s"
CONSTANT = re.compile(r"(?<=[<>=] )(\d+)(?![\d.'])")


def simple(client: WireClient, sql: str) -> list[Message]:
    return client.ask(query(sql))


def extended(client: WireClient, sql: str) -> list[Message]:
    return client.ask(parse("", sql) + bind("", "") + describe("P", "") + execute() + SYNC)


def binary(client: WireClient, sql: str) -> list[Message]:
    return client.ask(parse("", sql) + bind("", "", formats=(1,)) + describe("P", "") + execute() + SYNC)


def in_portions(client: WireClient, sql: str) -> list[Message]:
    return client.ask(parse("", sql) + bind("p", "") + execute("p", 3) + execute("p", 0) + close("P", "p") + SYNC)


def cursor(client: WireClient, sql: str) -> list[Message]:
    messages = client.ask(query(f"BEGIN; DECLARE c CURSOR FOR {sql}; FETCH 2 FROM c; FETCH ALL FROM c; CLOSE c"))
    return messages + client.ask(query("ROLLBACK"))


def copied(client: WireClient, sql: str) -> list[Message]:
    return client.ask(query(f"COPY ({sql}) TO STDOUT"))


def prepared(client: WireClient, sql: str) -> list[Message]:
    """PREPARE and a few EXECUTEs, the last ones by a generic plan; constants become parameters."""
    values = [match.group() for match in CONSTANT.finditer(sql)][:4]
    places = iter(range(1, len(values) + 1))
    text = CONSTANT.sub(lambda match: f"${number}" if (number := next(places, None)) else match.group(), sql)
    arguments = f" ({', '.join(values)})" if values else ""
    messages = client.ask(query(f"PREPARE q AS {text}"))
    for _ in range(6):
        messages += client.ask(query(f"EXECUTE q{arguments}"))
    return messages + client.ask(query("DEALLOCATE ALL"))


def explained(client: WireClient, sql: str) -> list[Message]:
    return client.ask(query(f"EXPLAIN {sql}"))


WAYS = [simple, simple, extended, binary, in_portions, cursor, copied, prepared, explained]


def comparable(messages: list[Message]) -> list[Message]:
    """Rows in order of their bytes: a server may give them in any, and portions differ with it."""
    rows = sorted((m for m in messages if m.kind in "Dd"), key=lambda m: m.body)
    return [m for m in messages if m.kind not in "Dd"] + rows


class Pair:
    """alice on both sides of the difference."""

    def __init__(self, ports: tuple[int, int]):
        self.clients = tuple(WireClient(port) for port in ports)
        for client in self.clients:
            client.log_in(ALICE, PASSWORD)
            client.socket.settimeout(ANSWER_SECONDS_MAX)
            client.ask(query(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))

    def difference(self, way, sql: str) -> tuple[str | None, list[Message]]:
        here, there = (comparable(way(client, sql)) for client in self.clients)
        timed_out = any(m.kind == "E" and m.sqlstate == "57014" for m in here + there)
        for client in self.clients:
            client.ask(query("ROLLBACK"))
        # No value of beta's is the same on both sides, so that what is equal holds none.
        if timed_out or here == there:
            return None, here
        return f"{[m for m in here if m not in there]} and {[m for m in there if m not in here]}", here

    def close(self) -> None:
        for client in self.clients:
            client.socket.close()


@pytest.fixture(params=[None, *PLANNERS], ids=lambda planner: planner or "as servers plan")
def pair(request, laboratory, proxy, twin):
    """Under the servers' own settings, and under settings that change every plan."""
    if request.param is None:
        pair = Pair((proxy.port, twin.port))
        yield pair
        pair.close()
        return
    options = " ".join(f"-c {setting}" for setting in request.param.split())
    proxies = []
    try:
        for database in ("lab", "lab_twin"):
            conninfo = f"{laboratory.main.conninfo(database, 'svc_lab')} options='{options}'"
            folder = laboratory.folder / f"{database}.chance.{PLANNERS.index(request.param)}"
            connections = [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)]
            proxies.append(start_proxy(folder, connections, tls_settings(laboratory, "off")))
        pair = Pair((proxies[0].port, proxies[1].port))
        yield pair
        pair.close()
    finally:
        for running in proxies:
            running.stop()


def run(pair: Pair, seed: int, statements: int) -> None:
    source, ways = RandomStatements(seed, HAZARDS_PERCENT), random.Random(seed)
    wrong, answered = [], 0
    for _ in range(statements):
        statement, way = source.statement(), ways.choice(WAYS)
        difference, messages = pair.difference(way, str(statement))
        answered += not any(message.kind == "E" for message in messages)
        if difference is not None:
            small = str(shrunk(statement, lambda sql: pair.difference(way, sql)[0] is not None))
            wrong.append((way.__name__, small, pair.difference(way, small)[0][:600]))
            if len(wrong) == MISMATCHES_MAX:
                break
    assert not wrong, f"seed {seed}: " + "\n".join(map(str, wrong))
    # What only fails tells nothing.
    assert answered > statements * 0.5


def test_by_chance(pair, amount, seed):
    run(pair, seed, amount(usual=60, long=3_000))


def test_by_chance_without_statistics(laboratory, proxy, twin, amount, seed):
    """The planner knows nothing of values and guesses, which orders conditions in another way."""
    servers = laboratory.main
    for database in ("lab", "lab_twin"):
        servers.psql(database, "-c", "DELETE FROM pg_statistic WHERE starelid >= 16384")
    pair = Pair((proxy.port, twin.port))
    try:
        run(pair, seed + 1, amount(usual=60, long=3_000))
    finally:
        pair.close()
        for database in ("lab", "lab_twin"):
            servers.psql(database, "-c", "ANALYZE")
