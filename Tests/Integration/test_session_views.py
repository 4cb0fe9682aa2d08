# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""pg_prepared_statements, pg_cursors and one's own row of pg_stat_activity: what a session did, in its own words, and nobody
else's (R72); beside a direct connection."""

from contextlib import contextmanager

import psycopg
import pytest

from configuration import ALICE, BOB

PREPARED = """
SELECT name, statement, parameter_types::text, from_sql, prepare_time BETWEEN now() - interval '5 min' AND clock_timestamp()
FROM pg_prepared_statements ORDER BY name
"""
CURSORS = """
SELECT name, statement, is_holdable, is_binary, is_scrollable, creation_time BETWEEN now() - interval '5 min' AND clock_timestamp()
FROM pg_cursors ORDER BY name
"""


@contextmanager
def both(proxy, laboratory, database: str = "lab"):
    """A session of the proxy and one of the server."""
    direct = laboratory.main.conninfo("lab", "svc_lab")
    with proxy.connect(ALICE, database) as through, psycopg.connect(direct, autocommit=True) as beside:
        yield through, beside


def outcomes(connection: psycopg.Connection, script: list) -> list:
    results = []
    for sql, *parameters in script:
        try:
            cursor = connection.execute(sql, *parameters, prepare=bool(parameters))
            results.append(cursor.fetchall() if cursor.description else cursor.statusmessage)
        except psycopg.Error as error:
            results.append(error.sqlstate)
    return results


SCRIPTS = {
    "prepared by SQL": [
        (PREPARED,),
        ('PREPARE a (int, text, timestamptz, "char") AS SELECT $1, $2, $3, $4',),
        ("PREPARE b AS SELECT count(*) FROM orders WHERE id = $1 AND status = $2",),
        ("/* seen */ PREPARE \"Ünï\" AS SELECT 'x;y', E'\\\\'; SELECT 1",),
        ("PREPARE a AS SELECT 2",),
        (PREPARED,),
        ("EXECUTE a (1, 'x', '2026-01-02', 'c'); DEALLOCATE a",),
        (PREPARED,),
        ("DEALLOCATE ALL",),
        (PREPARED,),
    ],
    "prepared by Parse": [
        ("SELECT %s::int + 1 AS n", [1]),
        ("SELECT status FROM orders WHERE id = %s AND status <> %s ORDER BY id LIMIT 1", [1, "x"]),
        (PREPARED,),
        (PREPARED + " LIMIT %s", [5]),
        (PREPARED + " LIMIT %s", [5]),
        ("DISCARD ALL",),
        (PREPARED,),
    ],
    "cursors": [
        (CURSORS,),
        ("BEGIN",),
        ("DECLARE c CURSOR FOR SELECT id FROM orders",),
        ("DECLARE d SCROLL CURSOR WITH HOLD FOR SELECT 2; DECLARE e BINARY NO SCROLL CURSOR FOR SELECT 'it''s'",),
        (CURSORS,),
        (CURSORS + " LIMIT %s", [9]),
        (CURSORS + " LIMIT %s", [9]),
        ("CLOSE c",),
        (CURSORS,),
        ("COMMIT",),
        (CURSORS,),
        ("CLOSE ALL",),
        (CURSORS,),
        ("BEGIN; DECLARE f CURSOR FOR SELECT 1; SELECT 1 / 0",),
        ("ROLLBACK",),
        (CURSORS,),
    ],
    "together": [
        ("PREPARE x AS SELECT 1",),
        ("DECLARE x CURSOR WITH HOLD FOR SELECT 1",),
        ("SELECT p.statement, c.statement, p.name = c.name FROM pg_prepared_statements p JOIN pg_cursors c USING (name)",),
        ("SELECT count(*) FILTER (WHERE statement LIKE 'PREPARE%') FROM pg_prepared_statements WHERE generic_plans = 0",),
        ("SELECT max(length(statement)) FROM (SELECT statement FROM pg_cursors UNION ALL SELECT statement FROM pg_prepared_statements) s",),
    ],
    "activity": [
        ("SET application_name TO 'reports'",),
        ("SELECT query, state, application_name, backend_type, datid IS NULL FROM pg_stat_activity WHERE pid = pg_backend_pid() -- é",),
        ("SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid() AND %s", [True]),
        ("SELECT length(query), '" + "é" * 1200 + "' <> '' FROM pg_stat_activity WHERE pid = pg_backend_pid()",),
        ("SELECT 1; SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()",),
    ],
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_session_sees_what_it_did_as_on_a_direct_connection(proxy, laboratory, name):
    with both(proxy, laboratory) as (through, beside):
        assert outcomes(through, SCRIPTS[name]) == outcomes(beside, SCRIPTS[name])


def test_nobody_elses_are_seen_and_no_rewritten_text(proxy):
    with proxy.connect(ALICE, "one") as alice, proxy.connect(BOB, "one") as bob:
        alice.execute("PREPARE mine AS SELECT id FROM orders")
        alice.execute("SELECT id FROM orders WHERE id = %s", [1], prepare=True)
        alice.execute("BEGIN")
        alice.execute("DECLARE c CURSOR FOR SELECT id FROM orders")
        seen = alice.execute("SELECT statement FROM pg_cursors UNION ALL SELECT statement FROM pg_prepared_statements").fetchall()
        alice.execute("COMMIT")
        assert len(seen) == 3 and "tenant" not in repr(seen)
        # On the same backend, which has all of them.
        assert bob.execute(PREPARED).fetchall() == bob.execute(CURSORS).fetchall() == []
        assert bob.execute("SELECT count(*), max(query) FROM pg_stat_activity").fetchone()[0] == 1
        bob.execute("PREPARE mine AS SELECT 'bob'")
        assert [row[1] for row in bob.execute(PREPARED)] == ["PREPARE mine AS SELECT 'bob'"]


def test_a_prepared_question_is_answered_anew_on_whichever_backend(proxy):
    question = "SELECT name FROM pg_prepared_statements WHERE from_sql AND name <> %s ORDER BY name"
    with proxy.connect(ALICE, "two") as session, proxy.connect(BOB, "two") as holder:
        for turn in range(6):
            if turn % 2:
                holder.execute("BEGIN")
                holder.execute("SELECT 1")
            names = [row[0] for row in session.execute(question, [""], prepare=True)]
            assert names == [f"s{number}" for number in range(turn)]
            session.execute(f"PREPARE s{turn} AS SELECT {turn}")
            if turn % 2:
                holder.execute("COMMIT")


def test_texts_cannot_break_out(proxy):
    hostile = "SELECT 'it''s', E'\\'', $$'; SELECT 1 --$$, '\\', U&'\\0041' /* ' */ -- '"
    with proxy.connect(ALICE) as session:
        session.execute(f'PREPARE "a\'b""c\\" AS {hostile}')
        session.execute("BEGIN")
        session.execute(f'DECLARE "\'; SELECT 1; --" CURSOR FOR {hostile}')
        (name, text), = session.execute("SELECT name, statement FROM pg_prepared_statements")
        assert (name, text) == ("a'b\"c\\", f'PREPARE "a\'b""c\\" AS {hostile}')
        (name, text), = session.execute("SELECT name, statement FROM pg_cursors")
        assert (name, text) == ("'; SELECT 1; --", f'DECLARE "\'; SELECT 1; --" CURSOR FOR {hostile}')
        session.execute("ROLLBACK")


def test_many_large_statements_are_listed(proxy):
    with proxy.connect(ALICE) as session:
        for number in range(200):
            session.execute(f"PREPARE s{number} AS SELECT '{'é' * 6000}'")
        count, shortest, longest = session.execute(
            "SELECT count(*), min(octet_length(statement)), max(octet_length(statement)) FROM pg_prepared_statements"
        ).fetchone()
        assert count == 200 and 4000 < shortest <= longest <= 4096
