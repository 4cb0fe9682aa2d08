# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Every kind of expression that can fail in every place where an expression can stand, over every kind of
filter: on databases that differ in hidden rows alone the answers are the same bytes (threat model T1 to T4,
R40 to R50).

Other than test_non_interference.py nothing is left to chance but which pairs come together."""

import random
from pathlib import Path

import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from test_attacks import answer
from wire import WireClient, extended, query

CASES = Path(__file__).parent / "cases"
# Relation → a number's expression and a text's: filters by value, list, pattern and path, a long list, hidden
# and masked columns, partitions, views and schemas.
RELATIONS = {
    "orders": ("r.id", "r.status"),
    "customers": ("r.id", "r.city"),
    "items": ("r.order_id", "r.label"),
    "events": ("r.id", "r.payload"),
    "sites": ("r.id", "r.code"),
    "parcels": ("r.id", "r.state"),
    "staff": ("r.id", "r.phone"),
    "readings": ("r.value", "r.tenant_id"),
    "things": ("r.id", "r.body"),
    "order_totals": ("r.worth::int", "r.status"),
    '"Odd Name"': ('r."Id"', 'r."select"'),
    "books.ledger": ("r.id", "r.tenant_id"),
    "people_list": ("r.id", "r.email"),
}
PLANNERS = [
    "",
    "enable_hashjoin=off enable_mergejoin=off enable_hashagg=off cpu_operator_cost=0",
    "enable_nestloop=off enable_seqscan=off plan_cache_mode=force_generic_plan",
]
STATEMENT_TIMEOUT = "4s"


def lines(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text().splitlines() if line and not line.startswith("--")]


def attempts(seed: int, count: int) -> list[tuple[str, str]]:
    """Every expression, every place and every relation as often as any other; beside each statement the
    expression over all that its relation shows."""
    choice = random.Random(seed)
    expressions, places, relations = lines("oracle_expressions.sql"), lines("oracle_places.sql"), list(RELATIONS)
    for values in (expressions, places, relations):
        choice.shuffle(values)
    made = []
    for number in range(count):
        # Lengths without common factors would do; the shift brings all pairs in the end.
        place = places[(number + number // len(places)) % len(places)]
        expression = expressions[(number + number // len(expressions)) % len(expressions)]
        relation = relations[number % len(relations)]
        column, text = RELATIONS[relation]

        def filled(part: str) -> str:
            return part.replace("{i}", column).replace("{t}", text).replace("{r}", relation)

        made.append((filled(place).replace("{x}", filled(expression)), filled(f"SELECT ({expression}) FROM {{r}} AS r")))
    return made


@pytest.fixture(scope="module", params=PLANNERS, ids=lambda planner: planner or "as servers plan")
def pair(request, laboratory):
    options = " ".join(f"-c {setting}" for setting in request.param.split())
    proxies, clients = [], []
    try:
        for database in ("lab", "lab_twin"):
            conninfo = laboratory.main.conninfo(database, "svc_lab") + (f" options='{options}'" if options else "")
            folder = laboratory.folder / f"{database}.oracles.{PLANNERS.index(request.param)}"
            connections = [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)]
            proxies.append(start_proxy(folder, connections, tls_settings(laboratory, "off")))
            clients.append(WireClient(proxies[-1].port))
            clients[-1].log_in(ALICE, PASSWORD)
            clients[-1].ask(query(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'"))
        yield clients
    finally:
        for client in clients:
            client.socket.close()
        for proxy in proxies:
            proxy.stop()


def copied(sql: str) -> bytes:
    return query(f"COPY ({sql}) TO STDOUT")


def test_no_expression_in_any_place_tells_of_hidden_rows(pair, amount, seed):
    told, ran, tried = [], 0, attempts(seed, amount(usual=160, long=12_000))
    for number, (sql, plain) in enumerate(tried):
        way = (query, extended, copied)[number // 7 % 3]
        here, there = (answer(client, way(sql)) for client in pair)
        if any(message.kind == "E" and message.sqlstate == "57014" for message in here + there):
            continue
        ran += not any(message.kind == "E" for message in here)
        # What fails on rows that show is reached or not as the plan has it, natively as well.
        if here != there and not any(message.kind == "E" for message in answer(pair[0], query(plain))):
            told.append((sql, [m for m in here if m not in there][:2], [m for m in there if m not in here][:2]))
        if any(message.kind in "Dd" and b"CANARY" in message.body for message in here + there):
            told.append((sql, "a hidden value"))
    assert not told, "\n".join(map(str, told[:6]))
    # What is refused, or fails for everybody, proves little.
    assert ran > len(tried) / 2
