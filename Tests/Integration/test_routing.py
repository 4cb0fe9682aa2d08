# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Environments and role connections (spec 7)."""

import psycopg
import pytest

from configuration import ALICE, BOB


def test_default_value_means_the_primary(proxy):
    assert proxy.query(ALICE, "SELECT count(*) FROM orders") == [(145,)]
    assert proxy.query(ALICE, "SHOW omni.environment") == [("lab",)]


def test_attribute_leads_to_the_development_environment(proxy):
    assert proxy.query("dave@alpha.test", "SELECT count(*), min(note) FROM orders") == [(7, "development")]
    assert proxy.query("dave@alpha.test", "SHOW omni.environment") == [("lab_development",)]


def test_client_sees_the_primary_name_in_every_environment(proxy):
    for user in (ALICE, "dave@alpha.test", "erin@alpha.test"):
        assert proxy.query(user, "SELECT current_database()") == [("lab",)]
        assert proxy.query(user, "SELECT current_user") == [(user,)]


def test_role_connection_reads_with_its_own_grants(proxy):
    assert proxy.query("erin@alpha.test", "SELECT count(*) FROM books.ledger") == [(20,)]
    assert proxy.query("erin@alpha.test", "SELECT count(*) FROM orders") == [(145,)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        proxy.query("erin@alpha.test", "SELECT count(*) FROM customers")


def test_person_can_ask_what_they_are(alice):
    said = {
        name: alice.execute(f"SHOW omni.{name}").fetchone()[0]
        for name in ("user", "connection", "environment", "model", "role")
    }
    assert said == {
        "user": ALICE,
        "connection": "lab",
        "environment": "lab",
        "model": "Lab",
        "role": "querier",
    }
    assert "alpha" in alice.execute("SHOW omni.attributes").fetchone()[0]


def test_restricted_querier_reaches_no_table(proxy):
    for sql in ("SELECT * FROM orders", "SELECT * FROM products", "TABLE customers"):
        with pytest.raises(psycopg.errors.UndefinedTable):
            proxy.query("topics@alpha.test", sql)


def test_missing_attribute_fails_the_statement_and_names_it(proxy):
    with proxy.connect("nora@alpha.test") as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="tenant.*orders|orders.*tenant"):
            connection.execute("SELECT count(*) FROM orders")
        # What needs no attribute works, in the same session.
        assert connection.execute("SELECT count(*) FROM products").fetchone() == (12,)
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (54,)


def test_tenants_get_their_own_rows_at_the_same_time(alice, bob):
    for _ in range(5):
        assert alice.execute("SELECT DISTINCT tenant_id FROM orders").fetchall() == [("alpha",)]
        assert bob.execute("SELECT DISTINCT tenant_id FROM orders").fetchall() == [("beta",)]


def test_value_for_unfiltered_lifts_that_filter_alone(proxy):
    ursula = "ursula@house.test"
    assert proxy.query(ursula, "SELECT count(DISTINCT tenant_id), count(*) FROM orders") == [(2, 271)]
    assert proxy.query(ursula, "SELECT count(*) FROM items") == [(401,)]
    # Her regions are still [1, 2].
    assert proxy.query(ursula, "SELECT count(*) FROM events") == [(54,)]


def test_filter_values_are_data(proxy):
    assert proxy.query("quote@alpha.test", "SELECT count(*) FROM orders") == [(0,)]


def test_database_log_shows_the_database_role(proxy, laboratory):
    if laboratory.main.directory is None:
        pytest.skip("the server's log is out of reach")
    proxy.query("erin@alpha.test", "SELECT 'who runs this' FROM books.ledger LIMIT 1")
    lines = [line for line in laboratory.main.log().splitlines() if "who runs this" in line]
    assert lines and all("svc_books@lab" in line for line in lines)
