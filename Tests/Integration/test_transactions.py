# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Transactions, their errors, cursors (spec 8, 13)."""

import psycopg
import pytest

from wire import query


def status(messages) -> str:
    """The transaction status of the last ReadyForQuery."""
    return messages[-1].body.decode()


def test_status_follows_begin_and_commit(wire):
    assert status(wire.ask(query("BEGIN"))) == "T"
    assert status(wire.ask(query("SELECT count(*) FROM orders"))) == "T"
    assert status(wire.ask(query("COMMIT"))) == "I"


@pytest.mark.parametrize(
    "bad",
    ["SELECT * FROM secrets", "INSERT INTO orders VALUES (1)", "SELECT nothing FROM orders", "SELECT 1/0", "not SQL"],
)
def test_any_error_fails_the_transaction_whoever_raised_it(wire, bad):
    wire.ask(query("BEGIN"))
    answers = wire.ask(query(bad))
    assert answers[0].kind == "E" and status(answers) == "E"
    answers = wire.ask(query("SELECT 1"))
    assert answers[0].sqlstate == "25P02" and status(answers) == "E"
    answers = wire.ask(query("COMMIT"))
    assert answers[0].body == b"ROLLBACK\0" and status(answers) == "I"
    assert status(wire.ask(query("SELECT 1"))) == "I"


def test_savepoint_recovers_from_a_refusal(alice):
    with alice.transaction():
        alice.execute("SELECT count(*) FROM orders")
        with pytest.raises(psycopg.errors.UndefinedTable):
            with alice.transaction():
                alice.execute("SELECT * FROM secrets")
        assert alice.execute("SELECT count(*) FROM orders").fetchone() == (145,)


def test_rollback_to_savepoint_in_plain_sql(wire):
    for sql in ("BEGIN", "SAVEPOINT a", "SELECT * FROM secrets", "ROLLBACK TO SAVEPOINT a"):
        answers = wire.ask(query(sql))
    assert status(answers) == "T"
    assert wire.ask(query("RELEASE a"))[0].body == b"RELEASE\0"
    assert status(wire.ask(query("END"))) == "I"


def test_read_write_is_accepted_and_means_nothing(alice):
    alice.execute("BEGIN READ WRITE")
    assert alice.execute("SHOW transaction_read_only").fetchone() == ("on",)
    alice.execute("ROLLBACK")
    alice.execute("START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ WRITE")
    assert alice.execute("SHOW transaction_isolation").fetchone() == ("repeatable read",)
    assert alice.execute("SHOW transaction_read_only").fetchone() == ("on",)
    alice.execute("COMMIT")


def test_backend_is_read_only_for_real(laboratory, alice):
    if laboratory.main.directory is None:
        pytest.skip("the server's log is out of reach")
    alice.execute("BEGIN READ WRITE")
    alice.execute("SELECT 'read write asked'")
    alice.execute("COMMIT")
    assert "BEGIN READ WRITE" not in laboratory.main.log()


def test_cursors(alice, bob):
    alice.execute("BEGIN")
    alice.execute("DECLARE c CURSOR FOR SELECT id, tenant_id FROM orders ORDER BY id")
    first = alice.execute("FETCH 3 FROM c").fetchall()
    alice.execute("MOVE 100 FROM c")
    rest = alice.execute("FETCH ALL FROM c").fetchall()
    assert [row[0] for row in first] == [1, 2, 3] and len(rest) == 42
    assert {row[1] for row in first + rest} == {"alpha"}
    with pytest.raises(psycopg.errors.InvalidCursorName):
        bob.execute("FETCH ALL FROM c")
    alice.execute("CLOSE c")
    alice.execute("COMMIT")


def test_server_side_cursor_of_psycopg(alice):
    with alice.transaction(), alice.cursor("big") as cursor:
        cursor.itersize = 10
        cursor.execute("SELECT tenant_id FROM orders")
        assert len([row for row in cursor if row == ("alpha",)]) == 145


def test_cursor_ends_with_its_transaction(alice):
    alice.execute("BEGIN")
    alice.execute("DECLARE c CURSOR FOR SELECT 1")
    alice.execute("COMMIT")
    with pytest.raises(psycopg.errors.InvalidCursorName):
        alice.execute("FETCH c")


def test_transaction_keeps_one_snapshot_backend(proxy):
    """A repeatable read transaction stays on its backend while others share the pool."""
    with proxy.connect("alice@alpha.test", "two") as one, proxy.connect("alice@alpha.test", "two") as other:
        one.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        before = one.execute("SELECT now()").fetchone()
        for _ in range(10):
            other.execute("SELECT now()")
            assert one.execute("SELECT now()").fetchone() == before
        one.execute("COMMIT")


def test_implicit_transaction_of_a_multi_statement_query_fails_as_a_whole(wire):
    answers = wire.ask(query("SELECT 1; SELECT 1/0; SELECT 2"))
    assert "".join(m.kind for m in answers) in ("TDCEZ", "TDCTEZ")
    assert status(answers) == "I"


def test_begin_inside_a_query_with_more_statements(wire):
    answers = wire.ask(query("BEGIN; SELECT count(*) FROM orders"))
    assert status(answers) == "T"
    assert status(wire.ask(query("COMMIT"))) == "I"


def test_warning_of_a_second_begin_comes_through(wire):
    wire.ask(query("BEGIN"))
    answers = wire.ask(query("BEGIN"))
    assert [m.fields["C"] for m in answers if m.kind == "N"] == ["25001"]
    wire.ask(query("ROLLBACK"))
