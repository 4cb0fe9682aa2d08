# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The oracle: rows through the proxy are those native row-level security gives (spec 9).

The same statement runs as alice through the proxy and as a plain role, with policies that say what
the model says, on a copy of the database. Columns, types and the multiset of rows must agree."""

from collections import Counter
from pathlib import Path

import psycopg
import pytest

from configuration import ALICE
from random_statements import RandomStatements, shrunk

CASES = Path(__file__).parent / "cases"
# Statements this slow natively say nothing new; they are left out.
STATEMENT_MILLISECONDS_MAX = 3000
RECORD, RECORDS = 2249, 2287
FIRST_USER_OID = 16384
# Each is made small, which takes its time.
MISMATCHES_MAX = 12


def handwritten(name: str) -> list[str]:
    lines = (CASES / name).read_text().splitlines()
    return [line for line in lines if line and not line.startswith("--")]


def answer(connection: psycopg.Connection, sql: str):
    """Column names, type OIDs and rows as text; or the SQLSTATE and message."""
    try:
        cursor = connection.execute(sql)
    except psycopg.Error as error:
        return error.sqlstate, str(error.diag.message_primary)
    columns = [(column.name, column.type_code) for column in cursor.description]
    result = cursor.pgresult
    rows = Counter(
        tuple(result.get_value(row, column) for column in range(result.nfields)) for row in range(result.ntuples)
    )
    return columns, rows


def without_row_types(result):
    """The whole row of a table has a type of its own, that of a wrapped relation is a record (R25)."""
    if isinstance(result[0], str):
        return result
    columns = [
        (name, RECORD if type_code >= FIRST_USER_OID or type_code == RECORDS else type_code)
        for name, type_code in result[0]
    ]
    return columns, result[1]


@pytest.fixture(scope="module")
def native(laboratory):
    conninfo = laboratory.main.conninfo("lab_native", "native_alpha")
    with psycopg.connect(conninfo, autocommit=True) as connection:
        connection.execute(f"SET statement_timeout = {STATEMENT_MILLISECONDS_MAX}")
        yield connection


@pytest.fixture(scope="module")
def proxied(proxy):
    with proxy.connect(ALICE) as connection:
        yield connection


def test_oracle_sees_alphas_rows_only(native):
    assert native.execute("SELECT count(*), min(tenant_id), max(tenant_id) FROM orders").fetchone() == (145, "alpha", "alpha")
    assert native.execute("SELECT count(*) FROM items").fetchone() == (290,)


@pytest.mark.parametrize("sql", handwritten("equivalence.sql") + handwritten("analyst.sql") + handwritten("constructs.sql"))
def test_handwritten(native, proxied, sql):
    must = answer(native, sql.replace("lab_native_or_lab", "lab_native"))
    got = answer(proxied, sql.replace("lab_native_or_lab", "lab"))
    assert got == must


@pytest.mark.parametrize("sql", handwritten("names.sql"))
def test_names(native, proxied, sql):
    must = answer(native, sql)
    assert isinstance(must[0], list), must
    assert without_row_types(answer(proxied, sql)) == without_row_types(must)


def told(connection: psycopg.Connection, sql: str, *parameters):
    """Of an error, all that a person reads of it."""
    with pytest.raises(psycopg.Error) as caught:
        # psycopg takes a % for a parameter of its own where there are some.
        connection.execute(sql, parameters or None)
    diagnostic = caught.value.diag
    return diagnostic.sqlstate, diagnostic.message_primary, diagnostic.statement_position, diagnostic.message_hint


@pytest.mark.parametrize("sql", handwritten("name_errors.sql") + handwritten("mistakes.sql"))
def test_mistakes(native, proxied, sql):
    """R21, R75, R77: an analyst is helped as the server helps."""
    assert told(proxied, sql) == told(native, sql)


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        ("SELECT id FROM orders WHERE id = %s", ["abc"]),
        ("SELECT id FROM orders WHERE placed_on > %s AND status = %s", ["zzz", "open"]),
        ("SELECT id FROM things WHERE mood = %s", ["angry"]),
        ("SELECT date_trunc(%s, placed_on) FROM orders", ["moon"]),
        ("SELECT id FROM orders WHERE (%s IS NULL OR status = %s)", [None, None]),
        ("SELECT id FROM orders WHERE note ~ %s", ["("]),
        ("SELECT id FROM orders WHERE id / %s > 1", [0]),
        ("SELECT id FROM orders LIMIT %s", [-1]),
    ],
)
def test_a_bound_value_may_be_quoted(native, proxied, sql, parameters):
    """R75: a parameter is what the client said."""
    assert told(proxied, sql, *parameters) == told(native, sql, *parameters)


def test_a_bound_value_is_said_by_one_client_alone(proxy, proxied):
    """R75, R81: what another client said, and this one before, is no excuse to quote a row."""
    sql = "SELECT id FROM orders WHERE tenant_id::int = %s"
    assert told(proxied, sql, 1)[1] == "invalid input syntax"
    assert told(proxied, "SELECT %s::text, id / 0 FROM orders", "alpha")[1] == "division by zero"
    assert told(proxied, sql, 1)[1] == "invalid input syntax"
    with proxy.connect(ALICE, "one") as other:
        told(other, "SELECT %s::text, id / 0 FROM orders", "alpha")
    with proxy.connect(ALICE, "one") as next_one:
        assert told(next_one, "SELECT tenant_id::int FROM orders")[1] == "invalid input syntax"


@pytest.mark.parametrize("sql", handwritten("not_yet.sql"))
def test_known_gaps_are_refused_not_wrong(native, proxied, sql):
    assert isinstance(answer(native, sql)[0], list)
    assert answer(proxied, sql)[0] in ("0A000", "42883")


def test_random(native, proxied, amount, seed):
    """Statements made by chance; a refusal fails the test like a wrong row does."""
    source = RandomStatements(seed)
    statements = amount(usual=400, long=10_000)
    wrong, compared, nonempty, invalid = [], 0, 0, []

    def differs(sql: str) -> bool:
        must = answer(native, sql)
        return isinstance(must[0], list) and answer(proxied, sql) != must

    for _ in range(statements):
        statement = source.statement()
        sql = str(statement)
        must = answer(native, sql)
        if must[0] == "57014":
            continue
        if not isinstance(must[0], list):
            invalid.append((sql, must))
            continue
        compared += 1
        nonempty += bool(must[1])
        if answer(proxied, sql) != must:
            small = str(shrunk(statement, differs))
            got = answer(proxied, small)
            wrong.append((small, got if isinstance(got[0], str) else "other rows"))
            if len(wrong) == MISMATCHES_MAX:
                break
    assert not wrong, f"seed {seed}: {len(wrong)} of {compared} differ: " + "\n".join(map(str, wrong))
    # The generator makes valid SQL; were it otherwise, it would compare errors with errors.
    assert len(invalid) < statements * 0.05, invalid[:3]
    assert compared > statements * 0.9
    assert nonempty > statements * 0.4
