# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""SIGHUP: the whole file or nothing of it (spec 4, 7)."""

import time

import psycopg
import pytest

from configuration import ALICE, BOB, PASSWORD, USERS, Connection, User, alpha, beta, proxy_conf
from conftest import start_proxy, tls_settings
from wire import SYNC, WireClient, bind, execute, parse, query

EFFECT_SECONDS_MAX = 10


@pytest.fixture
def own_proxy(laboratory, request):
    """A proxy whose file the test may change."""
    connections = [Connection("lab", laboratory.main.conninfo("lab", "svc_lab"), is_primary=True)]
    tls = tls_settings(laboratory, "off")
    running = start_proxy(laboratory.folder / request.node.name, connections, tls)
    running.rewrite = lambda users: running.configuration.write_text(
        proxy_conf(running.port, connections, tls, users)
    )
    yield running
    running.stop()


def eventually(condition, seconds: float = EFFECT_SECONDS_MAX) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def with_alice_as(attributes: dict, **more) -> list[User]:
    return [User(ALICE, attributes=attributes, **more) if user.name == ALICE else user for user in USERS]


def test_open_session_runs_its_next_statement_under_the_new_policy(own_proxy):
    with own_proxy.connect(ALICE) as connection:
        connection.execute("PREPARE p AS SELECT min(tenant_id) FROM orders")
        prepared = "SELECT min(tenant_id) FROM orders WHERE id > %s"
        assert connection.execute(prepared, [0], prepare=True).fetchone() == ("alpha",)
        own_proxy.rewrite(with_alice_as(beta()))
        own_proxy.reload()
        assert eventually(lambda: connection.execute("SELECT min(tenant_id) FROM orders").fetchone() == ("beta",))
        assert connection.execute("EXECUTE p").fetchone() == ("beta",)
        assert connection.execute(prepared, [0], prepare=True).fetchone() == ("beta",)


def test_watched_files_reload_by_themselves(own_proxy):
    text = own_proxy.configuration.read_text()
    own_proxy.configuration.write_text("watch = true\n" + text)
    own_proxy.reload()
    assert eventually(lambda: "configuration reloaded" in own_proxy.log())
    with own_proxy.connect(ALICE) as connection:
        assert connection.execute("SELECT min(tenant_id) FROM orders").fetchone() == ("alpha",)
        own_proxy.configuration.write_text("watch = true\n" + text.replace('"alpha"', '"beta"'))
        assert eventually(lambda: connection.execute("SELECT min(tenant_id) FROM orders").fetchone() == ("beta",))
        model = own_proxy.folder / "models" / "Lab" / "public" / "products.view.yaml"
        model.write_text("# Reference this view as wares\nschema: public\ntable_name: products\ndimensions: {id: {}}\n")
        assert eventually(lambda: own_proxy.log().count("configuration reloaded") + own_proxy.log().count("rejected") == 3)


def test_bad_file_changes_nothing_and_says_why(own_proxy):
    with own_proxy.connect(ALICE) as connection:
        good = own_proxy.configuration.read_text()
        changed = good.replace('"alpha"', '"beta"').replace("[listen]", '[listen]\nno_such_key = "x"')
        own_proxy.configuration.write_text(changed)
        own_proxy.reload()
        assert eventually(lambda: "no_such_key" in own_proxy.log())
        assert connection.execute("SELECT min(tenant_id) FROM orders").fetchone() == ("alpha",)
        assert own_proxy.query(BOB, "SELECT min(tenant_id) FROM orders") == [("beta",)]
        assert own_proxy.is_alive()


def test_removed_user_loses_the_open_session(own_proxy):
    with own_proxy.connect(ALICE) as connection:
        connection.execute("SELECT 1")
        own_proxy.rewrite([user for user in USERS if user.name != ALICE])
        own_proxy.reload()

        def is_ended() -> bool:
            try:
                connection.execute("SELECT 1")
                return False
            except psycopg.Error as error:
                assert error.sqlstate == "57P01"
                return True

        assert eventually(is_ended)
    with pytest.raises(psycopg.OperationalError):
        own_proxy.connect(ALICE)


def test_new_user_can_log_in_after_reload(own_proxy):
    with pytest.raises(psycopg.OperationalError):
        own_proxy.connect("zoe@alpha.test")
    own_proxy.rewrite([*USERS, User("zoe@alpha.test", attributes=alpha())])
    own_proxy.reload()

    def can_log_in() -> bool:
        try:
            return own_proxy.query("zoe@alpha.test", "SELECT count(*) FROM orders") == [(145,)]
        except psycopg.OperationalError:
            return False

    assert eventually(can_log_in)


def test_model_is_reloaded_too(own_proxy):
    view = own_proxy.folder / "models" / "Lab" / "public" / "secrets.view.yaml"
    with own_proxy.connect("ursula@house.test") as connection:
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("SELECT * FROM secrets")
        view.write_text("# Reference this view as secrets\nschema: public\ntable_name: secrets\ndimensions: {id: {}}\n")
        text = own_proxy.configuration.read_text()
        own_proxy.configuration.write_text(text.replace('["products",', '["secrets", "products",'))
        own_proxy.reload()

        def is_there() -> bool:
            try:
                return connection.execute("SELECT count(*) FROM secrets").fetchone() == (9,)
            except psycopg.errors.UndefinedTable:
                return False

        assert eventually(is_there)


def test_termination_drains(own_proxy):
    with own_proxy.connect(ALICE) as busy, own_proxy.connect(BOB) as idle:
        busy.execute("BEGIN")
        busy.execute("SELECT 1")
        idle.execute("SELECT 1")
        own_proxy.process.terminate()
        # drain_timeout of the laboratory is 2 s: the running transaction may finish.
        assert busy.execute("SELECT 2").fetchone() == (2,)
        busy.execute("COMMIT")
        assert own_proxy.process.wait(timeout=15) == 0
        with pytest.raises(psycopg.Error):
            idle.execute("SELECT 1")


def test_signals_in_a_hurry_end_nobody(own_proxy):
    """A signal that comes while another is being carried out must find no thread that would die of it."""
    with own_proxy.connect(ALICE) as connection:
        for _ in range(200):
            own_proxy.reload()
            time.sleep(0.002)
        assert connection.execute("SELECT min(tenant_id) FROM orders").fetchone() == ("alpha",)
        assert own_proxy.is_alive()
        own_proxy.reload()
        assert own_proxy.stop() == 0


@pytest.mark.parametrize("way", ["declared, fetched", "declared, executed", "bound, fetched", "bound under a long name, fetched"])
def test_a_cursor_ends_with_its_policy(own_proxy, way):
    """To the server a cursor is a portal: what DECLARE opened can be executed, what Bind opened fetched (R86)."""
    rows = "SELECT tenant_id FROM orders ORDER BY id"
    # The server compares no more than this of a portal's name.
    name = "p" * 63
    with WireClient(own_proxy.port) as client:
        client.log_in(ALICE, PASSWORD)
        client.ask(query("BEGIN"))
        if way.startswith("declared"):
            client.ask(query(f"DECLARE {name} CURSOR FOR {rows}"))
        else:
            bound = name + "x" * 20 if "long" in way else name
            client.ask(parse("", rows) + bind(bound, "") + SYNC)
        later = execute(name, 1) + SYNC if way.endswith("executed") else query(f"FETCH 1 FROM {name}")
        before = [message.values for message in client.ask(later) if message.kind == "D"]
        assert before == [[b"alpha"]]
        own_proxy.rewrite(with_alice_as(beta()))
        own_proxy.reload()
        assert eventually(lambda: own_proxy.query(ALICE, "SELECT min(tenant_id) FROM orders") == [("beta",)])
        after = client.ask(later)
        assert [message.sqlstate for message in after if message.kind == "E"] == ["55000"]
        assert not any(message.kind == "D" for message in after)


@pytest.mark.parametrize("change", ["the same file", "a table nobody governs"])
def test_a_cursor_outlives_a_reload_that_leaves_its_policy(own_proxy, laboratory, change):
    """Somebody pages through a result while the model's folder is synchronised or a job makes tables (R86)."""
    with own_proxy.connect(ALICE) as connection, WireClient(own_proxy.port) as wire:
        wire.log_in(ALICE, PASSWORD)
        connection.execute("DECLARE kept CURSOR WITH HOLD FOR SELECT tenant_id FROM orders ORDER BY id")
        wire.ask(query("BEGIN"))
        wire.send(parse("", "SELECT tenant_id FROM orders ORDER BY id") + bind("p", "") + execute("p", 1) + SYNC)
        assert [m.kind for m in wire.read_until_ready()] == ["1", "2", "D", "s", "Z"]
        if change == "the same file":
            own_proxy.reload()
            assert eventually(lambda: "configuration reloaded" in own_proxy.log())
        else:
            table = "public.of_no_concern"
            laboratory.main.psql("lab", "-c", f"CREATE TABLE {table} (id int)")
            try:
                # Looked at every five seconds, once the session's database is known to be in use.
                assert eventually(lambda: "catalog has changed" in own_proxy.log(), 60)
            finally:
                laboratory.main.psql("lab", "-c", f"DROP TABLE {table}")
        assert connection.execute("FETCH 2 FROM kept").fetchall() == [("alpha",), ("alpha",)]
        assert [m.kind for m in wire.ask(execute("p", 1) + SYNC)] == ["D", "s", "Z"]
