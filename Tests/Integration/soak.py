# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What every client of the soak is told, and what it finds out about itself again and again."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import psycopg

from configuration import ALICE, BOB, PASSWORD, USERS, User, alpha, beta

URSULA, FLIP = "ursula@house.test", "flip@alpha.test"
# Whose rows each of them sees; the last one's change with every reload, but never within a statement.
TENANTS = {ALICE: {"alpha"}, BOB: {"beta"}, URSULA: {"alpha", "beta", None}}
FLIPPED = [{"alpha"}, {"beta"}]
# Noon of a summer day in UTC, as a session in that zone shows it.
NOON = {
    "UTC": "2024-07-01 12:00:00+00",
    "Asia/Tokyo": "2024-07-01 21:00:00+09",
    "America/New_York": "2024-07-01 08:00:00-04",
    "Europe/Berlin": "2024-07-01 14:00:00+02",
}
ASK_NOON = "SELECT timestamptz '2024-07-01 12:00:00+00'::text"
ASK_TENANTS = "SELECT DISTINCT tenant_id FROM orders"
# Ends by itself when the cancel comes before it.
SLOW = "SELECT count(*) FROM generate_series(1, 3000000)"
# Some megabytes, so that whoever leaves does so in the middle.
LARGE = "SELECT tenant_id, repeat('x', 1000) FROM orders, generate_series(1, 60)"


def users(turn: int) -> list[User]:
    """Of the configuration's file; the turn says whose rows FLIP sees."""
    return USERS + [User(FLIP, attributes=[alpha(), beta()][turn % 2])]


@dataclass
class Worker:
    """One process of the soak with its threads."""

    port: int
    certificate: str
    until: float
    failures: list[str] = field(default_factory=list)
    statements: int = 0

    def goes_on(self) -> bool:
        return time.monotonic() < self.until and not self.failures

    def conninfo(self, user: str, number: int, **more) -> str:
        """Every other one is encrypted."""
        mode = {"sslmode": "verify-ca", "sslrootcert": self.certificate} if number % 2 else {"sslmode": "disable"}
        settings = {"host": "127.0.0.1", "port": self.port, "user": user, "password": PASSWORD, "dbname": "lab", "connect_timeout": 60}
        return psycopg.conninfo.make_conninfo("", **(settings | mode | more))

    def run(self, kind: Callable, number: int) -> None:
        choose = random.Random(number)
        user = list(TENANTS)[number % len(TENANTS)]
        while self.goes_on():
            try:
                kind(self, user, number, choose)
            except Exception as failure:
                self.failures.append(f"{kind.__name__} {number}: {failure!r}")

    def run_all(self, kinds: list[tuple[Callable, int]]) -> None:
        threads = [threading.Thread(target=self.run, args=pair) for pair in kinds]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()


class Self:
    """A session's own settings and statements, named as everybody names theirs."""

    def __init__(self, user: str, choose: random.Random):
        self.tenants = self.names = TENANTS[user]
        self.zone = choose.choice(list(NOON))
        self.timeout = choose.randint(60, 119)
        self.number = choose.randint(1, 1_000_000)

    @property
    def statements(self) -> list[str]:
        """What makes them."""
        return [
            f"SET TimeZone = '{self.zone}'",
            f"SET statement_timeout = '{self.timeout}s'",
            f"PREPARE mine AS SELECT {self.number}, tenant_id FROM orders",
        ]

    def check(self, ask: Callable[[str], list[tuple]]) -> None:
        """Asks and compares; `ask` gives rows of texts."""
        assert ask(ASK_NOON) == [(NOON[self.zone],)], (self.zone, ask("SHOW TimeZone"))
        assert ask("SHOW statement_timeout") in ([(f"{self.timeout}s",)], [(f"{self.timeout // 60}min",)])
        rows = ask("EXECUTE mine")
        assert {str(row[0]) for row in rows} == {str(self.number)}, (self.number, rows[:1])
        assert {row[1] for row in rows} == self.tenants, self.tenants
