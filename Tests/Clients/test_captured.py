# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What tools that cannot be installed here ask: same columns and types as direct, nothing invisible in the rows."""

import re
from pathlib import Path

import psycopg
import pytest

CAPTURED = Path(__file__).parent / "captured"


def statements(file: Path) -> list[str]:
    lines = [line for line in file.read_text().splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip(" \n;")]


# Types of names that are looked at: text through the proxy, under the session's own names.
NAMES = {2205: "regclass", 2206: "regtype", 2202: "regprocedure", 2203: "regoper", 4089: "regnamespace", 4096: "regrole"}
TEXT = 25

# OIDs that a tool has read before it asks on: `@public.orders@` stands for that of a relation.
PLACE = re.compile(r"@(?:(type|constraint) )?([^@\s]+)@")

# Tables, columns, schemas and roles of the laboratory that nobody may know of.
HIDDEN = {
    "secrets", "wage", "alpha_data", "beta_data", "tenant_template", "readings_2024", "readings_2025", "secrets_pkey",
    "svc_lab", "svc_books",
}

CASES = [
    pytest.param(file.stem, number, id=f"{file.stem}-{number}")
    for file in sorted(CAPTURED.glob("*.sql"))
    for number in range(len(statements(file)))
]


@pytest.fixture(scope="module")
def oid(laboratory):
    """The OID behind a place, as text; it is the same through the proxy."""
    known: dict[str, str] = {}

    def look_up(place: re.Match) -> str:
        if place[0] not in known:
            kind, name = place.groups()
            if kind == "constraint":
                sql = f"SELECT oid FROM pg_constraint WHERE conname = '{name}'"
            else:
                type = "regtype" if kind else "regprocedure" if "(" in name else "regclass"
                sql = f"SELECT '{name}'::{type}::oid"
            known[place[0]] = laboratory.main.psql("lab", "-c", sql).strip()
        return known[place[0]]

    return look_up


@pytest.fixture(scope="module")
def sessions():
    """One connection for each tool and server, as the tool itself has it."""
    opened: dict[tuple[str, str], psycopg.Connection] = {}

    def session(tool: str, conninfo: str) -> psycopg.Connection:
        if (tool, conninfo) not in opened:
            opened[tool, conninfo] = psycopg.connect(conninfo, autocommit=True, prepare_threshold=None)
        return opened[tool, conninfo]

    yield session
    for connection in opened.values():
        connection.close()


@pytest.mark.parametrize("tool, number", CASES)
def test_captured_statement(target, laboratory, sessions, oid, tool, number):
    sql = PLACE.sub(oid, statements(CAPTURED / f"{tool}.sql")[number].rstrip(";"))
    found = sessions(tool, target.conninfo).execute(sql)
    columns = [(column.name, column.type_code) for column in found.description or []]
    rows = found.fetchall() if found.description else []
    expected = sessions(tool, laboratory.main.conninfo("lab", "svc_lab")).execute(sql)
    wanted = [(column.name, column.type_code) for column in expected.description or []]
    assert columns == [
        (name, TEXT if type in NAMES and (name, TEXT) in columns else type) for name, type in wanted
    ]
    names = {value for row in rows for value in row if isinstance(value, str)}
    assert not names & HIDDEN, names & HIDDEN
