# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What tools that cannot be installed here ask: same columns and types as direct, nothing invisible in the rows."""

from pathlib import Path

import psycopg
import pytest

CAPTURED = Path(__file__).parent / "captured"


def statements(file: Path) -> list[str]:
    lines = [line for line in file.read_text().splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip(" \n;")]


# What the virtual catalogs answer in other types.
GAPS = {("dbeaver", 7): "types of functions' columns"}

# Tables, columns, schemas and roles of the laboratory that nobody may know of.
HIDDEN = {
    "secrets", "wage", "alpha_data", "beta_data", "tenant_template", "readings_2024", "readings_2025", "secrets_pkey",
    "svc_lab", "svc_books",
}

CASES = [
    pytest.param(
        file.stem,
        number,
        id=f"{file.stem}-{number}",
        marks=[pytest.mark.xfail(reason=GAPS[file.stem, number], strict=True)] if (file.stem, number) in GAPS else [],
    )
    for file in sorted(CAPTURED.glob("*.sql"))
    for number in range(len(statements(file)))
]


@pytest.mark.parametrize("tool, number", CASES)
def test_captured_statement(target, laboratory, tool, number):
    sql = statements(CAPTURED / f"{tool}.sql")[number].rstrip(";")
    with psycopg.connect(target.conninfo, autocommit=True) as through:
        found = through.execute(sql)
        columns = [(column.name, column.type_code) for column in found.description or []]
        rows = found.fetchall() if found.description else []
    with psycopg.connect(laboratory.main.conninfo("lab", "svc_lab"), autocommit=True) as direct:
        expected = direct.execute(sql)
        assert columns == [(column.name, column.type_code) for column in expected.description or []]
    names = {value for row in rows for value in row if isinstance(value, str)}
    assert not names & HIDDEN, names & HIDDEN
