# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Clients that vanish, flood or stall, and servers that die: nobody else notices (spec 14, 19)."""

import select
import socket
import struct
import threading
import time

import pytest

from configuration import ALICE, BOB, PASSWORD, Connection
from conftest import start_proxy
from wire import FLUSH, SYNC, WireClient, bind, close, execute, message, parse, query

MANY = "SELECT count(*) FROM orders a, orders b, orders c, orders d WHERE a.id + b.id + c.id + d.id < 0"


@pytest.fixture(scope="module")
def small(laboratory):
    """A proxy with one loop, one backend and short time-outs."""
    settings = 'pool_size = 1\nquery_wait_timeout = "30s"\nidle_transaction_timeout = "2s"\n'
    connection = Connection("lab", laboratory.main.conninfo("lab", "svc_lab"), settings, is_primary=True)
    running = start_proxy(laboratory.folder / "small", [connection], 'mode = "off"\n')
    yield running
    running.stop()


def client(proxy, user: str = ALICE, database: str = "lab") -> WireClient:
    made = WireClient(proxy.port)
    made.log_in(user, PASSWORD, database)
    return made


def cancel(proxy, session: WireClient) -> None:
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=5) as request:
        request.sendall(struct.pack("!iii", 16, 80877102, session.process_id) + session.cancel_key)
        assert request.recv(1) == b""


def rows(messages) -> list:
    return [m.values for m in messages if m.kind == "D"]


def test_round_left_open_by_a_client_that_vanished_is_not_inherited(small, laboratory):
    """Answered up to Flush, never synced: a transaction and a portal are still open on the backend."""
    with client(small) as doomed:
        doomed.send(parse("", "SELECT id FROM orders ORDER BY id") + bind("", "") + execute("", 1) + FLUSH)
        assert [doomed.read().kind for _ in range(4)] == ["1", "2", "D", "s"]
    with client(small, BOB) as heir:
        answers = heir.ask(execute("") + SYNC)
        assert [m.kind for m in answers] == ["E", "Z"] and answers[0].sqlstate == "34000"


def test_backend_that_skips_to_sync_is_not_inherited(small):
    with client(small) as doomed:
        doomed.send(parse("", "SELECT 1/0") + bind("", "") + execute() + FLUSH)
        assert [doomed.read().kind for _ in range(2)] == ["1", "E"]
    with client(small, BOB) as heir:
        heir.socket.settimeout(10)
        assert rows(heir.ask(query("SELECT 5"))) == [[b"5"]]


def test_answers_nobody_reads_do_not_pile_up(small):
    """Each Sync outside of a transaction is answered by the proxy itself."""
    with client(small) as flood, client(small, BOB) as other:
        before = small.resident_kib()
        flood.socket.settimeout(2)
        with pytest.raises(TimeoutError):
            for _ in range(200):
                flood.socket.sendall(SYNC * 20_000)
        assert small.resident_kib() - before < 8_000
        assert rows(other.ask(query("SELECT 1"))) == [[b"1"]]


def test_messages_sent_ahead_do_not_pile_up(small):
    """Behind a statement that runs, the proxy's own answers have to be kept in order."""
    with client(small) as flood:
        before = small.resident_kib()
        flood.send(query(MANY))
        flood.socket.settimeout(2)
        with pytest.raises(TimeoutError):
            for _ in range(200):
                flood.socket.sendall(close("S", "x") * 20_000)
        assert small.resident_kib() - before < 30_000
        # Its end cannot be seen behind what it has sent, so the statement would run on.
        cancel(small, flood)


def test_forty_thousand_messages_in_one_write_are_all_answered(small):
    with client(small) as eager:
        count = 10_000
        unsent = memoryview((parse("", "SELECT 1") + bind("", "") + execute() + SYNC) * count)
        eager.socket.setblocking(False)
        rounds, tail = 0, b""
        while rounds < count:
            readable, writable, _ = select.select([eager.socket], [eager.socket] if unsent else [], [], 20)
            assert readable or writable, f"stuck after {rounds} rounds"
            if writable:
                unsent = unsent[eager.socket.send(unsent[: 1 << 16]) :]
            if readable:
                data = eager.socket.recv(1 << 20)
                assert data, "the session has ended"
                rounds += (tail + data).count(b"Z\0\0\0\5I")
                tail = data[-5:]


def test_time_of_a_statement_is_not_idle_time(small):
    """idle_transaction_timeout begins when the statement is done."""
    with client(small) as slow:
        slow.ask(query("BEGIN"))
        began = time.monotonic()
        while time.monotonic() - began < 2.5:
            slow.ask(query("SELECT count(*) FROM orders a, orders b, orders c WHERE a.id + b.id + c.id > 0"))
        # One statement that lasts longer than the limit.
        slow.ask(query("SELECT count(*) FROM orders a, orders b, orders c, generate_series(1, 8) WHERE a.id + b.id + c.id > 0"))
        time.sleep(0.8)
        assert rows(slow.ask(query("SELECT 1"))) == [[b"1"]]


def test_round_without_sync_does_not_keep_a_backend_for_ever(small):
    with client(small) as sleeper, client(small, BOB) as waiter:
        sleeper.send(parse("", "SELECT 1") + FLUSH)
        assert sleeper.read().kind == "1"
        waiter.socket.settimeout(10)
        assert rows(waiter.ask(query("SELECT 3"))) == [[b"3"]]
        assert sleeper.read().sqlstate == "25P03"


def test_cancel_while_waiting_for_a_backend(small):
    with client(small) as holder, client(small, BOB) as waiter:
        holder.ask(query("BEGIN"))
        waiter.send(query("SELECT 1"))
        time.sleep(0.3)
        cancel(small, waiter)
        answers = waiter.read_until_ready()
        assert [m.kind for m in answers] == ["E", "Z"] and answers[0].sqlstate == "57014"
        holder.ask(query("ROLLBACK"))
        assert rows(waiter.ask(query("SELECT 2"))) == [[b"2"]]


def test_unnamed_statement_that_failed_does_not_exist(small):
    with client(small) as session:
        session.ask(parse("", "SELECT missing FROM orders") + SYNC)
        answers = session.ask(bind("", "") + execute() + SYNC)
        assert answers[0].sqlstate == "26000"


def test_long_parameters_do_not_stop_others(small):
    with client(small) as session:
        value = "x" * 15_000_000
        assert rows(session.ask(parse("", "SELECT length($1)", 25) + bind("", "", value) + execute() + SYNC)) == [[b"15000000"]]
        assert small.resident_kib() < 200_000


def test_backend_that_dies_in_the_middle_of_a_row_ends_the_session(laboratory, small):
    """What followed half a message would be taken for the rest of it."""
    if laboratory.main.directory is None:
        pytest.skip("sessions of this server are not ours to end")
    with client(small) as reader:
        reader.send(query("SELECT repeat('x', 200000) FROM generate_series(1, 200)"))
        reader.read()
        time.sleep(1)
        laboratory.main.psql("lab", "-c", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%repeat%' AND pid <> pg_backend_pid()")
        # A server that cannot send gives up its connection; every message up to then is whole.
        try:
            while True:
                answer = reader.read()
                assert answer.kind in "DEZ"
                assert answer.kind != "D" or answer.values == [b"x" * 200_000]
                if answer.kind == "Z":
                    break
        except EOFError:
            pass
    with client(small, BOB) as other:
        assert rows(other.ask(query("SELECT 1"))) == [[b"1"]]


def test_clients_that_vanish_at_any_point_leave_nothing_behind(small, laboratory):
    with client(small) as first:
        first.ask(query("SELECT 1"))
    time.sleep(1)
    before = small.descriptors()
    whole = query("BEGIN") + parse("p", "SELECT * FROM orders") + bind("c", "p") + execute("c", 3) + SYNC + query(MANY)
    for cut in [1, 4, 7, len(query("BEGIN")), 40, len(whole) - 30, len(whole)]:
        for _ in range(3):
            doomed = client(small)
            doomed.send(whole[:cut])
            doomed.socket.close()
    for partial in [b"", b"\0", struct.pack("!ii", 8, 80877103), message("p", b"x"), struct.pack("!ii", 200, 196608)]:
        raw = socket.create_connection(("127.0.0.1", small.port), timeout=5)
        raw.sendall(partial)
        raw.close()
    with client(small, BOB) as other:
        assert rows(other.ask(query("SELECT 1"))) == [[b"1"]]
    deadline = time.monotonic() + 10
    while small.descriptors() > before and time.monotonic() < deadline:
        time.sleep(0.2)
    assert small.descriptors() <= before


def test_removed_connection_ends_its_sessions_and_not_the_proxy(laboratory):
    conninfo = laboratory.main.conninfo("lab", "svc_lab")
    settings = "pool_size = 1\nmin_pool_size = 1\n"
    made = [Connection("lab", conninfo, settings, is_primary=True), Connection("spare", conninfo, settings, is_primary=True)]
    running = start_proxy(laboratory.folder / "shrinking", made, 'mode = "off"\n')
    try:
        with client(running, ALICE, "spare") as holder, client(running, BOB, "spare") as waiter, client(running) as other:
            holder.ask(query("BEGIN"))
            waiter.send(query("SELECT 1"))
            text = running.configuration.read_text()
            running.configuration.write_text(text[: text.index("[connections.spare]")])
            running.reload()
            assert waiter.read().sqlstate == "57P01"
            holder.send(query("SELECT 1"))
            assert holder.read().sqlstate == "57P01" and holder.is_closed_by_peer()
            time.sleep(1)
            assert rows(other.ask(query("SELECT 1"))) == [[b"1"]]
    finally:
        running.stop()


class Severing:
    """Stands between the proxy and its server, and cuts a connection at the message that has certain words."""

    def __init__(self, server, words: bytes):
        self.target, self.words, self.cuts = (server.host, server.port), words, 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        try:
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.target)
                threading.Thread(target=self.pass_on, args=(near, far, self.words), daemon=True).start()
                threading.Thread(target=self.pass_on, args=(far, near, None), daemon=True).start()
        except OSError:
            pass  # closed

    def pass_on(self, source: socket.socket, target: socket.socket, words: bytes | None) -> None:
        try:
            while data := source.recv(65536):
                if words and words in data:
                    self.cuts += 1
                    break
                target.sendall(data)
        except OSError:
            pass
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self) -> None:
        self.listener.close()


def test_a_setting_that_was_confirmed_is_kept_or_the_session_ends(laboratory):
    """The proxy learns from the backend what a SET came to; one lost before it has said so takes the session along."""
    relay = Severing(laboratory.main, b"pg_catalog.pg_settings AS s")
    conninfo = f"host=127.0.0.1 port={relay.port} dbname=lab user=svc_lab password={laboratory.main.password} sslmode=disable"
    running = start_proxy(laboratory.folder / "severed", [Connection("lab", conninfo, is_primary=True)], 'mode = "off"\n')
    try:
        with client(running) as session:
            assert [m.kind for m in session.ask(query("SET DateStyle = 'SQL, DMY'"))] == ["C", "S", "Z"]
            answer = session.read()
            assert relay.cuts == 1 and answer.kind == "E" and answer.sqlstate == "08006"
            assert session.is_closed_by_peer()
    finally:
        running.stop()
        relay.close()
