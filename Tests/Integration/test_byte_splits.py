# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The same bytes in any pieces give the same answer, byte for byte."""

import random

import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from drip import DrippingServer
from wire import FLUSH, SYNC, WireClient, bind, close, describe, execute, message, parse, query, startup

# Everything a client says in one session after its login; READY counts the answers to wait for.
SESSION = b"".join(
    [
        query("SELECT id, status FROM orders WHERE id < 4 ORDER BY id"),
        query("SELECT * FROM secrets"),
        query("not SQL"),
        query(""),
        query("SELECT 1; SELECT 2"),
        parse("s", "SELECT count(*) FROM orders WHERE status = $1"),
        describe("S", "s"),
        FLUSH,
        bind("", "s", "open"),
        describe("P", ""),
        execute(),
        bind("p", "s", "paid"),
        execute("p", 1),
        close("P", "p"),
        SYNC,
        parse("", "SELECT nothing FROM orders"),
        bind("", ""),
        execute(),
        SYNC,
        query("BEGIN"),
        query("DECLARE c CURSOR FOR SELECT id FROM orders ORDER BY id"),
        query("FETCH 3 FROM c"),
        query("SELECT * FROM secrets"),
        query("SELECT 1"),
        query("ROLLBACK"),
        query("COPY (SELECT id, note FROM orders ORDER BY id LIMIT 9) TO STDOUT"),
        query("SET DateStyle = 'German'"),
        query("SELECT min(placed_on) FROM orders"),
        query("RESET DateStyle"),
        message("F", b"\0\0\6\200\0\0\0\0\0\0"),
        close("S", "s"),
        parse("s", "SELECT 'again'"),
        bind("", "s", formats=(0,)),
        execute(),
        SYNC,
    ]
)
READY = 19
RANDOM_SPLITS = 25


def answer(proxy, chunks: list[int]) -> bytes:
    with WireClient(proxy.port) as client:
        client.log_in(ALICE, PASSWORD)
        client.send(SESSION, chunks)
        return b"".join(m.kind.encode() + m.body for m in client.read_until_ready(READY))


@pytest.fixture(scope="module")
def whole(proxy):
    return answer(proxy, [])


def test_answer_is_what_it_should_be(whole):
    assert whole.count(b"SFATAL") == 0
    assert whole.count(b"C42P01") == 2 and b"again" in whole and b"C0A000" in whole and b"C25P02" in whole


def test_one_byte_at_a_time(proxy, whole):
    assert answer(proxy, [1] * len(SESSION)) == whole


@pytest.mark.parametrize("seed", range(RANDOM_SPLITS))
def test_random_splits(proxy, whole, seed):
    source = random.Random(seed)
    chunks, rest = [], len(SESSION)
    while rest > 0:
        # Small pieces mostly, so that headers and lengths are cut too.
        chunks.append(min(rest, source.choice([1, 2, 3, 4, 5, 7, 16, 64, 300])))
        rest -= chunks[-1]
    assert answer(proxy, chunks) == whole


def test_login_one_byte_at_a_time(proxy):
    class Trickle(WireClient):
        def send(self, data, chunks=None):
            super().send(data, [1] * len(data))

    with Trickle(proxy.port) as client:
        client.log_in(ALICE, PASSWORD)
        assert client.ask(query("SELECT 1"))[-1].kind == "Z"


def test_statement_of_many_packets(proxy):
    sql = "SELECT '" + "z" * 900_000 + "'"
    with WireClient(proxy.port) as client:
        client.log_in(ALICE, PASSWORD)
        client.send(query(sql), [65535, 1, 65537, 131072])
        rows = [m for m in client.read_until_ready() if m.kind == "D"]
    assert len(rows[0].values[0]) == 900_000


def test_startup_and_first_messages_in_one_packet_wait_for_the_login(proxy):
    """Bytes behind the startup packet belong to the authentication; a query there is an error."""
    with WireClient(proxy.port) as client:
        client.send(startup(user=ALICE, database="lab") + query("SELECT 1"))
        kinds = ""
        try:
            while True:
                kinds += client.read().kind
        except (EOFError, ConnectionResetError):
            pass
    assert "D" not in kinds and "Z" not in kinds


def test_backend_answers_in_small_pieces(laboratory, whole):
    """The second session finds its statements prepared: the proxy's own answers stand among the cut ones."""
    server = DrippingServer(laboratory.main.host, laboratory.main.port)
    conninfo = laboratory.main.conninfo("lab", "svc_lab").replace(
        f"host={laboratory.main.host} port={laboratory.main.port}", f"host=127.0.0.1 port={server.port}"
    )
    dripping = start_proxy(
        laboratory.folder / "dripping",
        [Connection("lab", conninfo, "pool_size = 1\n", is_primary=True)],
        tls_settings(laboratory, "off"),
    )
    try:
        for _ in range(3):
            assert answer(dripping, []) == whole
    finally:
        dripping.stop()
        server.close()
