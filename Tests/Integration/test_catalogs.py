# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Browsing: what psql, drivers and tools ask of the system catalogs shows the session's world alone (R62, R65 to R73)."""

import re
import subprocess

import psycopg
import pytest

from configuration import ALICE, Connection
from conftest import start_proxy, tls_settings
from proxy import Proxy

# Commands that show the same as to a plain role that may read just these objects.
SAME = r"""
\d orders
\d+ orders
\d order_totals
\d+ order_totals
\d items
\d books.ledger
\d "Odd Name"
\d orders_pkey
\d+ orders_pkey
\d readings
\dm
\ds
\dE
\df twice
\dfS lower
\dTS int4
\dD
\dO
\dc
\dd
\ddp
\dRp
\dRs
\des
\deu
\dew
\det
\dF
\dFd
\dFp
\dFt
\dL
\dy
\dX
\dA
\dl
""".split("\n")[1:-1]

# Commands that show fewer objects, no sizes, no other owner or nothing of other sessions.
ANSWERED = r"""
\d
\d+
\dt
\dt+
\dtS
\di
\di+
\dn
\dn+
\du
\dg
\l
\l+
\dp
\z
\db
\db+
\df+ twice
\dx+
\dconfig
\dv
\df
\dT
\do ||
\dx
\drds
\dAc
\dAf
\dAo btree
\dAp btree
\dC
\da max
\d+ readings
""".split("\n")[1:-1]

HIDDEN = re.compile(r"secrets|alpha_data|beta_data|tenant_template|svc_lab|svc_books|readings_20|CANARY")


def direct(laboratory, command: str) -> str:
    server = laboratory.main
    done = subprocess.run(
        ["psql", "-X", "-At", "-c", command, server.conninfo("lab_native", "native_alpha")],
        capture_output=True,
        text=True,
    )
    return (done.stdout + done.stderr).replace("postgres", "OWNER")


@pytest.mark.parametrize("command", SAME)
def test_browsing_shows_what_a_plain_role_sees(laboratory, proxy, command):
    done = proxy.psql(ALICE, "-c", command)
    assert (done.stdout + done.stderr).replace(ALICE, "OWNER") == direct(laboratory, command)


@pytest.mark.parametrize("command", ANSWERED)
def test_browsing_names_nothing_that_is_hidden(proxy, command):
    done = proxy.psql(ALICE, "-c", command)
    assert done.returncode == 0, done.stderr
    assert not HIDDEN.search(done.stdout + done.stderr)


def test_a_dynamic_schema_has_its_logical_name_everywhere(alice):
    def rows(sql):
        return alice.execute(sql).fetchall()

    assert ("tenant",) in rows("SELECT nspname FROM pg_namespace")
    assert rows("SELECT table_schema FROM information_schema.tables WHERE table_name = 'invoices'") == [("tenant",)]
    assert rows("SELECT 'tenant.invoices'::regclass::text") == [("tenant.invoices",)]
    assert rows(
        "SELECT indexdef FROM pg_indexes WHERE tablename = 'invoices'"
    ) == [("CREATE UNIQUE INDEX invoices_pkey ON tenant.invoices USING btree (number)",)]


@pytest.mark.parametrize(
    "sql, expected",
    [
        ("SELECT 'orders'::regclass::text, to_regclass('secrets')", ("orders", None)),
        ("SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0", (8,)),
        ("SELECT attrelid::regclass FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum = 1", ("orders",)),
        ("SELECT format_type(1700, 655366), pg_typeof(1.5)", ("numeric(10,2)", "numeric")),
        ("SELECT current_user, session_user, current_database(), current_schema()", (ALICE, ALICE, "lab", "public")),
        ("SELECT count(*) FROM pg_database", (1,)),
        ("SELECT rolname FROM pg_roles", (ALICE,)),
        ("SELECT usename FROM pg_stat_activity", (ALICE,)),
        ("SELECT has_table_privilege('orders', 'SELECT'), has_table_privilege('orders', 'INSERT')", (True, False)),
        ("SELECT has_table_privilege('secrets', 'SELECT')", (False,)),
        ("SELECT pg_relation_size('orders'), pg_relation_size('products') > 0", (None, True)),
        ("SELECT reltuples, relpages FROM pg_class WHERE relname = 'orders'", (-1, 0)),
        ("SELECT pg_get_viewdef('order_totals'::regclass)", (None,)),
        ("SELECT current_setting('transaction_read_only'), current_setting('no.such', true)", ("on", None)),
        ("SELECT pg_backend_pid() = pid FROM pg_stat_activity", (True,)),
        ("SELECT count(*) FROM pg_policies", (0,)),
        ("SELECT obj_description('orders'::regclass), col_description('orders'::regclass, 1)", (None, None)),
    ],
)
def test_session_functions_and_names(alice, sql, expected):
    assert alice.execute(sql).fetchall() == [expected]


@pytest.mark.parametrize("name", ["secrets", "public.secrets", "beta_data.invoices", "alpha_data.invoices", "nothing"])
def test_a_hidden_name_is_a_missing_one(alice, name):
    with pytest.raises(psycopg.errors.UndefinedTable) as caught:
        alice.execute(f"SELECT '{name}'::regclass")
    assert caught.value.diag.message_primary == f'relation "{name}" does not exist'
    assert caught.value.diag.message_detail is None


@pytest.mark.parametrize("name", ["pg_authid", "pg_statistic", "pg_stats", "pg_hba_file_rules", "pg_shadow"])
def test_closed_catalogs_are_refused(alice, name):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        alice.execute(f"TABLE {name}")


def test_set_config_is_set(alice):
    assert alice.execute("SELECT set_config('application_name', 'reader', false)").fetchone() == ("reader",)
    assert alice.execute("SHOW application_name").fetchone() == ("reader",)
    assert alice.execute("SELECT set_config('search_path', 'books', false)").fetchone() == ("books",)
    assert alice.execute("SELECT count(*) FROM ledger").fetchone() is not None
    with pytest.raises(psycopg.Error):
        alice.execute("SELECT set_config('role', 'postgres', false)")


# What a second database has and the first has not; nothing of it may be told.
HIDDEN_OBJECTS = """
CREATE TABLE hidden_one (id integer PRIMARY KEY, ref integer REFERENCES customers (id));
COMMENT ON TABLE hidden_one IS 'CANARY';
CREATE SCHEMA hidden_schema;
CREATE TABLE hidden_schema.orders (id integer);
CREATE VIEW hidden_view AS SELECT * FROM orders;
CREATE FUNCTION hidden_function() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE hidden_sequence;
COMMENT ON SCHEMA hidden_schema IS 'CANARY';
INSERT INTO secrets SELECT n, 'CANARY' FROM generate_series(1000, 3000) AS n;
ANALYZE;
"""

SWEEP = [
    "pg_class", "pg_attribute", "pg_index", "pg_constraint", "pg_namespace", "pg_type", "pg_proc", "pg_depend",
    "pg_description", "pg_attrdef", "pg_trigger", "pg_inherits", "pg_sequence", "pg_rewrite", "pg_enum", "pg_cast",
    "pg_tables", "pg_views", "pg_indexes", "pg_sequences", "pg_roles", "pg_database", "pg_settings", "pg_extension",
    "information_schema.tables", "information_schema.columns", "information_schema.views",
    "information_schema.schemata", "information_schema.table_constraints", "information_schema.key_column_usage",
    "information_schema.sequences", "information_schema.routines", "information_schema.table_privileges",
    "information_schema.column_privileges", "information_schema.element_types", "information_schema.domains",
]


@pytest.fixture(scope="module")
def pair(laboratory):
    """Two proxies in front of databases that differ in hidden objects alone."""
    server = laboratory.main
    proxies: list[Proxy] = []
    try:
        for database in ("lab_plain", "lab_hidden"):
            server.psql("postgres", "-c", f"CREATE DATABASE {database} TEMPLATE template0")
            server.psql(database, "-f", str(laboratory_file("tables.sql")))
            server.psql(database, "-f", str(laboratory_file("grants.sql")))
        return_order(server)
        server.psql("lab_hidden", script=HIDDEN_OBJECTS)
        for database in ("lab_plain", "lab_hidden"):
            connection = Connection("lab", server.conninfo(database, "svc_lab"), is_primary=True)
            proxies.append(
                start_proxy(laboratory.folder / database, [connection], tls_settings(laboratory, "off"))
            )
        yield proxies
    finally:
        for running in proxies:
            running.stop()
        for database in ("lab_plain", "lab_hidden"):
            server.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


def laboratory_file(name: str):
    from conftest import LAB

    return LAB / name


def return_order(server) -> None:
    """A copy has the OIDs of the first, so that answers can be compared as they are."""
    server.psql("postgres", "-c", "DROP DATABASE lab_hidden")
    server.psql("postgres", "-c", "CREATE DATABASE lab_hidden TEMPLATE lab_plain")


@pytest.mark.parametrize("relation", SWEEP)
def test_hidden_objects_change_no_answer(pair, relation):
    answers = [sorted(map(repr, running.query(ALICE, f"SELECT * FROM {relation}"))) for running in pair]
    assert answers[0] == answers[1]
    assert answers[0] or relation in {"pg_sequence", "pg_trigger", "pg_inherits", "pg_enum", "pg_sequences",
                                      "pg_attrdef", "information_schema.sequences",
                                      "information_schema.table_constraints"}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM pg_class WHERE relname::text::int > 0",
        "SELECT 1 FROM pg_class WHERE 1 / (length(relname) - 10) > 100",
        "SELECT to_regclass('hidden_one'), to_regtype('hidden_one'), to_regnamespace('hidden_schema')",
        "SELECT 'hidden_one'::regclass",
        "SELECT has_schema_privilege('hidden_schema', 'USAGE')",
        "SELECT oid, pg_get_userbyid(oid) FROM generate_series(16384, 16700) AS oid",
        "SELECT n, format_type(n, NULL), n::oid::regclass FROM generate_series(16384, 16700) AS n",
        "SELECT n, obj_description(n::oid, 'pg_class'), pg_table_is_visible(n::oid) FROM generate_series(16384, 16700) AS n",
        "SELECT n, pg_get_constraintdef(n::oid), pg_get_indexdef(n::oid), pg_get_viewdef(n::oid) FROM generate_series(16384, 16700) AS n",
        "SELECT relhastriggers, relhassubclass, relchecks FROM pg_class WHERE relname = 'customers'",
    ],
)
def test_hidden_objects_change_no_function(pair, sql):
    answers = []
    for running in pair:
        with running.connect(ALICE) as connection:
            try:
                answers.append(sorted(map(repr, connection.execute(sql).fetchall())))
            except psycopg.Error as error:
                answers.append((error.sqlstate, str(error)))
    assert answers[0] == answers[1]
    assert "CANARY" not in repr(answers)
