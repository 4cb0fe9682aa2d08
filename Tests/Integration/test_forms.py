# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Wherever filters stand, rows are the same (threat model 9.4): the forms of a rewritten statement.

`omniproxy rewrite --form` writes every statement of the analysts' list as a session would, with a
sub-select around each protected relation, and with a fence there; each form runs as the service account."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from configuration import ALICE
from test_native_equivalence import answer, handwritten, without_row_types

FORMS = ("chosen", "wrapped", "fenced")
STATEMENT_MILLISECONDS_MAX = 3000


def rewritten(proxy, form: str, statements: list[str]) -> list[str]:
    """One message: a rewritten statement stands in the line of the client's."""
    done = subprocess.run(
        [os.environ["OMNIPROXY_BINARY"], "rewrite", "--config", proxy.configuration, "--user", ALICE, "--database", "lab"]
        + ["--form", form, "-"],
        input="\n;\n".join(statements),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if line not in ("", ";") and not line.startswith("-- ")]
    assert len(lines) == len(statements)
    return lines


@pytest.fixture(scope="module")
def forms(proxy):
    statements = [sql.replace("lab_native_or_lab", "lab") for sql in handwritten("equivalence.sql")]
    with ThreadPoolExecutor(len(FORMS)) as pool:
        texts = pool.map(lambda form: rewritten(proxy, form, statements), FORMS)
    return dict(zip(FORMS, texts, strict=True))


def test_forms_differ(forms):
    """Or the test below would compare a form with itself."""
    assert "omni_guard_" in "".join(forms["chosen"])
    assert "CASE WHEN (orders.tenant_id" in "".join(forms["chosen"])
    for form in ("wrapped", "fenced"):
        assert sum(a != b for a, b in zip(forms["chosen"], forms[form], strict=True)) > 200
    assert "".join(forms["fenced"]).count("LIMIT ALL") > "".join(forms["wrapped"]).count("LIMIT ALL") + 200


def test_rows_are_those_of_every_form(laboratory, forms):
    """R31, R33, R34, R43, R48, R51."""
    conninfo = laboratory.main.conninfo("lab", "svc_lab")
    with psycopg.connect(conninfo, autocommit=True, options="-c search_path=public") as connection:
        connection.execute(f"SET statement_timeout = {STATEMENT_MILLISECONDS_MAX}")
        different = []
        for texts in zip(*forms.values(), strict=True):
            first, *others = [without_row_types(answer(connection, text)) for text in texts]
            different += [text for text, other in zip(texts[1:], others, strict=True) if other != first]
        assert different == []
