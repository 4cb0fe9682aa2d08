# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The schema whose name is the same for all and whose tables are not (spec 10)."""

import psycopg
import pytest

from configuration import ALICE


def test_each_tenant_reads_its_own_schema(alice, bob):
    assert alice.execute("SELECT min(customer) FROM tenant.invoices").fetchone() == ("alpha client 1",)
    assert bob.execute("SELECT min(number) > 700000 FROM tenant.invoices").fetchone() == (True,)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM tenant.invoices WHERE invoices.number > 0",
        "SELECT count(i.number) FROM tenant.invoices AS i",
        "SELECT count(tenant.invoices.number) FROM tenant.invoices",
        'SELECT count(*) FROM "tenant"."invoices"',
        "SELECT count(*) FROM lab.tenant.invoices",
        "WITH invoices AS (TABLE tenant.invoices) SELECT count(*) FROM invoices",
    ],
)
def test_any_spelling_leads_there(alice, sql):
    assert alice.execute(sql).fetchone() == (15,)


def test_search_path_reaches_it(alice):
    with pytest.raises(psycopg.errors.UndefinedTable):
        alice.execute("SELECT * FROM invoices")
    alice.execute("SET search_path = tenant, public")
    assert alice.execute("SELECT count(*) FROM invoices").fetchone() == (15,)
    assert alice.execute("SHOW search_path").fetchone() == ("tenant, public",)
    assert alice.execute("SELECT current_schema()").fetchone() == ("tenant",)
    alice.execute("RESET search_path")
    with pytest.raises(psycopg.errors.UndefinedTable):
        alice.execute("SELECT * FROM invoices")


def test_physical_schemas_in_the_search_path_lead_nowhere(alice):
    alice.execute("SET search_path = beta_data, alpha_data, tenant_template")
    with pytest.raises(psycopg.errors.UndefinedTable):
        alice.execute("SELECT * FROM invoices")


@pytest.mark.parametrize("user", ["nora@alpha.test", "sly@alpha.test", "tina@alpha.test"])
def test_missing_and_forbidden_values_are_refused(proxy, user):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        proxy.query(user, "SELECT * FROM tenant.invoices")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT nothing FROM tenant.invoices",
        "SELECT text(i) FROM tenant.invoices AS i",
        "SELECT i + 1 FROM tenant.invoices AS i",
        "SELECT i.number.deeper FROM tenant.invoices AS i",
        "SELECT (i).nothing FROM tenant.invoices AS i",
        "SELECT max(i) FROM tenant.invoices AS i",
    ],
)
def test_physical_name_is_not_told(proxy, sql):
    with proxy.connect(ALICE) as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute(sql)
    said = caught.value.diag
    words = [said.message_primary, said.message_detail, said.message_hint, said.context, said.schema_name]
    assert not any("alpha_data" in word for word in words if word)
