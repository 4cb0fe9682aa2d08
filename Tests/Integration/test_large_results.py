# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Results larger than anyone should hold in memory (spec 18, 19)."""

import threading
import time

import pytest

from configuration import ALICE, PASSWORD
from wire import WireClient, query

RESULT_BYTES_MIN = 200_000_000
GROWTH_KIB_MAX = 40_000
# 145 rows squared, 20,000 bytes each: some 210 MB after LIMIT.
WIDE = "SELECT repeat('0123456789', 1000) FROM orders a, orders b LIMIT 21000"
COPY = f"COPY ({WIDE}) TO STDOUT"


class MemoryWatch:
    """The highest resident size of the proxy while it runs."""

    def __init__(self, proxy):
        self.proxy, self.highest, self.stopped = proxy, 0, False
        self.thread = threading.Thread(target=self.watch)

    def watch(self) -> None:
        while not self.stopped:
            self.highest = max(self.highest, self.proxy.resident_kib())
            time.sleep(0.05)

    def __enter__(self) -> "MemoryWatch":
        self.before = self.proxy.resident_kib()
        self.thread.start()
        return self

    def __exit__(self, *_) -> None:
        self.stopped = True
        self.thread.join()

    @property
    def growth_kib(self) -> int:
        return self.highest - self.before


@pytest.mark.parametrize(("sql", "user"), [(WIDE, ALICE), (COPY, ALICE), (WIDE, "tess@alpha.test")], ids=["query", "copy", "tls backend"])
def test_memory_stays_flat(proxy, sql, user):
    received = 0
    with WireClient(proxy.port) as client:
        client.log_in(user, PASSWORD)
        with MemoryWatch(proxy) as watch:
            client.send(query(sql))
            tail = b""
            while not tail.endswith(b"Z\0\0\0\5I"):
                part = client.socket.recv(1 << 20)
                assert part
                received += len(part)
                tail = (tail + part)[-6:]
    assert received > RESULT_BYTES_MIN
    assert watch.growth_kib < GROWTH_KIB_MAX


def test_slow_reader_stops_the_backend_not_the_proxy(proxy, laboratory):
    with WireClient(proxy.port) as slow:
        slow.log_in(ALICE, PASSWORD)
        with MemoryWatch(proxy) as watch:
            slow.send(query(COPY))
            slow.socket.recv(1000)
            # Others are served while this one does not read.
            for _ in range(20):
                assert proxy.query("bob@beta.test", "SELECT 1") == [(1,)]
            time.sleep(1)
            if laboratory.main.directory is not None:
                waits = laboratory.main.psql(
                    "lab",
                    "-c",
                    "SELECT wait_event FROM pg_stat_activity WHERE usename = 'svc_lab' AND state = 'active' AND query LIKE '%0123456789%'",
                )
                assert waits == "ClientWrite"
        assert watch.growth_kib < GROWTH_KIB_MAX
        # It reads again and misses nothing.
        received, tail = 1000, b""
        while not tail.endswith(b"Z\0\0\0\5I"):
            part = slow.socket.recv(1 << 20)
            assert part
            received += len(part)
            tail = (tail + part)[-6:]
        assert received > RESULT_BYTES_MIN


def test_slow_reader_that_leaves_frees_its_backend(proxy):
    for _ in range(3):
        with WireClient(proxy.port) as client:
            client.log_in(ALICE, PASSWORD, "one")
            client.send(query(COPY))
            client.socket.recv(1000)
    assert proxy.query(ALICE, "SELECT 1", "one") == [(1,)]


def test_single_row_of_many_megabytes(proxy):
    with proxy.connect(ALICE) as connection:
        (text,) = connection.execute("SELECT repeat('x', 50000000)").fetchone()
    assert len(text) == 50_000_000


def test_large_parameter(alice):
    big = "y" * 5_000_000
    assert alice.execute("SELECT length(%s::text)", [big]).fetchone() == (5_000_000,)
