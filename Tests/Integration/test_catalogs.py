# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Browsing: what psql, drivers and tools ask of the system catalogs shows the session's world alone (R62, R65 to R73)."""

import re
import subprocess

import psycopg
import pytest

from configuration import ALICE, Connection
from conftest import LAB, LAB_FILES, start_proxy, tls_settings
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
\dA+
\dl
\dF+ english
\dFp+
\d place
\do+ = int4 int4
\sf pg_catalog.lower(text)
\sf lower
\sf nothing
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
        ("SELECT text 'orders'::regclass::text, (name 'orders')::regclass::text", ("orders", "orders")),
        ("SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0", (8,)),
        ("SELECT attrelid::regclass FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum = 1", ("orders",)),
        ("SELECT format_type(1700, 655366), pg_typeof(1.5)", ("numeric(10,2)", "numeric")),
        ("SELECT current_user, session_user, current_database(), current_schema()", (ALICE, ALICE, "lab", "public")),
        ("SELECT count(*) FROM pg_database", (1,)),
        ("SELECT rolname FROM pg_roles", (ALICE,)),
        ("SELECT usename FROM pg_stat_activity", (ALICE,)),
        ("SELECT has_table_privilege('orders', 'SELECT'), has_table_privilege('orders', 'INSERT')", (True, False)),
        ("SELECT has_table_privilege(current_user, 'orders', 'SELECT'), has_table_privilege(16383, 'SELECT')", (True, None)),
        ("SELECT has_column_privilege('people', 'name', 'SELECT'), has_column_privilege('people', 'name', 'UPDATE')", (True, False)),
        ("SELECT has_column_privilege('people'::regclass, 3::int2, 'SELECT'), has_column_privilege('orders', 99::int2, 'SELECT')", (None, None)),
        ("SELECT has_schema_privilege(current_user, n, 'USAGE') FROM (VALUES ('public')) AS v (n)", (True,)),
        # Names put together of columns, as tools write them.
        ("SELECT ('\"' || table_schema || '\".\"' || table_name || '\"')::regclass::text FROM information_schema.tables WHERE table_name = 'Odd Name'", ('"Odd Name"',)),
        ("SELECT ('\"lab\".\"tenant\".' || 'Invoices')::regclass::text, ('PUBLIC.' || 'orders_pkey')::regclass::text", ("tenant.invoices", "orders_pkey")),
        ("SELECT ('\"pg_catalog\".\"' || typname || '\"')::regtype::text FROM pg_type WHERE oid = 23", ("integer",)),
        ("SELECT 23 = ANY('{int,text}'::regtype[]), 11 = ANY('{pg_catalog}'::regnamespace[]), current_user::regrole::oid", (True, True, 10)),
        # Functions in FROM.
        ("SELECT s, d FROM current_schema() AS s, current_database() AS d", ("public", "lab")),
        ("SELECT setting FROM pg_show_all_settings() WHERE name = 'transaction_read_only'", ("on",)),
        ("SELECT count(*) FROM pg_available_extensions() AS e (n, v, c) WHERE n IS NOT NULL", (0,)),
        ("SELECT t.relid::regclass::text, t.parentrelid, t.isleaf, t.level FROM pg_class AS c, pg_partition_tree(c.oid) AS t WHERE relname = 'readings'", ("readings", None, False, 0)),
        ("SELECT count(*) FROM pg_type WHERE typinput::varchar = 'int4in' AND typoutput::text LIKE 'int4%'", (1,)),
        ("SELECT pg_catalog.pg_am.* FROM pg_catalog.pg_am WHERE amname = 'heap'", (2, "heap", 3, "t")),
        ("SELECT a.* FROM pg_catalog.pg_am AS a WHERE amname = 'heap'", (2, "heap", "heap_tableam_handler", "t")),
        ("SELECT pg_partition_root('readings')::regclass::text, pg_partition_root('orders')", ("readings", None)),
        ("SELECT pg_blocking_pids(pg_backend_pid()), current_setting('default_tablespace')", ([], "")),
        ("SELECT typnamespace::regnamespace::text, pg_type_is_visible(oid) FROM pg_type WHERE typname = 'hstore'", ("ext", True)),
        ("SELECT typinput, typoutput FROM pg_type WHERE oid = 23", ("int4in", "int4out")),
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


@pytest.mark.parametrize(
    "hidden, missing, state",
    [
        ("has_table_privilege('secrets', 'SELECT')", "has_table_privilege('nothing', 'SELECT')", "42P01"),
        ("has_table_privilege('secrets', 'INSERT')", "has_table_privilege('nothing', 'INSERT')", "42P01"),
        ("has_table_privilege('secr' || 'ets', 'SELECT')", "has_table_privilege('noth' || 'ing', 'SELECT')", "42P01"),
        ("has_any_column_privilege('secrets', 'SELECT')", "has_any_column_privilege('nothing', 'SELECT')", "42P01"),
        ("has_column_privilege('people', 'badge', 'SELECT')", "has_column_privilege('people', 'nothing', 'SELECT')", "42703"),
        ("has_column_privilege('secrets', 'id', 'SELECT')", "has_column_privilege('nothing', 'id', 'SELECT')", "42P01"),
        ("has_schema_privilege('beta_data', 'USAGE')", "has_schema_privilege('nothing', 'USAGE')", "3F000"),
        ("has_sequence_privilege('secrets', 'SELECT')", "has_sequence_privilege('nothing', 'SELECT')", "42P01"),
        ("has_table_privilege('svc_lab', 'orders', 'SELECT')", "has_table_privilege('nothing', 'orders', 'SELECT')", "42704"),
        ("pg_relation_size('secrets')", "pg_relation_size('nothing')", "42P01"),
        ("('public.' || 'secrets')::regclass::oid", "('public.' || 'nothing')::regclass::oid", "42P01"),
        ("pg_partition_root('secrets')", "pg_partition_root('nothing')", "42P01"),
    ],
)
def test_a_privilege_on_a_hidden_name_is_one_on_a_missing_name(laboratory, alice, hidden, missing, state):
    """R77: the same state and text, and for what is missing PostgreSQL's own."""
    texts = []
    for sql in (hidden, missing):
        with pytest.raises(psycopg.Error) as caught:
            alice.execute("SELECT " + sql)
        texts.append(str(caught.value))
        assert caught.value.sqlstate == state
    for word in ("secrets", "badge", "beta_data", "svc_lab"):
        texts[0] = texts[0].replace(word, "nothing")
    texts = [re.sub("\\nLINE.*", "", text, flags=re.S) for text in texts]
    assert texts[0] == texts[1]
    with psycopg.connect(laboratory.main.conninfo("lab_native", "native_alpha")) as direct:
        with pytest.raises(psycopg.Error) as caught:
            direct.execute("SELECT " + missing)
    assert (caught.value.sqlstate, re.sub("\\nLINE.*", "", str(caught.value), flags=re.S)) == (state, texts[1])


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


# Rows of the session itself.
OF_SESSION = {"pg_stat_activity", "pg_stat_gssapi", "pg_stat_ssl"}

EVERY_CATALOG = """
SELECT quote_ident(nspname) || '.' || quote_ident(relname), relname
FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace
WHERE nspname IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'v') ORDER BY 1
"""

OWNED_BY_THE_LOGIN = """
DO $$ DECLARE part regclass; BEGIN
FOR part IN SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LOOP
EXECUTE format('ALTER TABLE %s OWNER TO svc_lab', part); END LOOP; END $$
"""


@pytest.fixture(scope="module")
def pair(laboratory):
    """Two proxies in front of databases that differ in hidden objects alone."""
    server = laboratory.main
    proxies: list[Proxy] = []
    try:
        server.psql("postgres", "-c", "CREATE DATABASE lab_plain TEMPLATE template0")
        server.psql("lab_plain", "-v", "salt=1", *(part for name in LAB_FILES for part in ("-f", str(LAB / name))))
        # Names of types that print any number as a name.
        server.psql(
            "lab_plain",
            "-c",
            "ALTER TABLE events ADD anchor regclass DEFAULT 'pg_class', ADD routine regproc DEFAULT 'int4in',"
            " ADD kinds regtype[] DEFAULT '{integer}'",
            "-c",
            "ALTER TABLE orders ADD CONSTRAINT of_customer FOREIGN KEY (customer_id) REFERENCES customers"
            " ON DELETE CASCADE NOT VALID, ADD CONSTRAINT is_some CHECK (quantity < 1000000) NOT VALID",
        )
        # A copy has the OIDs of the first, so that answers can be compared as they are.
        server.psql("postgres", "-c", "CREATE DATABASE lab_hidden TEMPLATE lab_plain")
        server.psql("lab_hidden", "-f", str(LAB / "hidden_objects.sql"))
        for database in ("lab_plain", "lab_hidden"):
            # information_schema lists constraints for the owner of a table.
            server.psql(database, "-c", OWNED_BY_THE_LOGIN)
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


def answer(connection, sql: str):
    try:
        return sorted(map(repr, connection.execute(sql).fetchall()))
    except psycopg.Error as error:
        return error.sqlstate, str(error)


def test_hidden_objects_change_no_answer(laboratory, pair):
    """R67 to R70: every catalog that can be read at all, column by column."""
    catalogs = [line.split("|") for line in laboratory.main.psql("lab_plain", "-c", EVERY_CATALOG).splitlines()]
    assert len(catalogs) > 200
    read = 0
    with pair[0].connect(ALICE) as plain, pair[1].connect(ALICE) as hidden:
        for catalog, name in catalogs:
            if name in OF_SESSION:
                continue
            answers = [answer(connection, f"SELECT * FROM {catalog}") for connection in (plain, hidden)]
            assert answers[0] == answers[1], catalog
            assert "CANARY" not in repr(answers[1]), catalog
            read += isinstance(answers[0], list)
    assert read > 150


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
        "SELECT relhastriggers, relhassubclass, relchecks, relreplident FROM pg_class WHERE relname IN ('customers', 'people')",
        "SELECT attinhcount, attislocal FROM pg_attribute WHERE attrelid = 'events'::regclass",
        "SELECT tgname FROM pg_trigger",
        # Names that are made when the statement runs.
        "SELECT to_regclass('hidden' || '_one'), ('hidden' || '_one')::regclass, to_regtype('hidden' || '_schema.hidden_enum')",
        "SELECT has_table_privilege('hidden' || '_one', 'SELECT'), has_schema_privilege('hidden' || '_schema', 'USAGE')",
        "SELECT has_column_privilege('people', 'bo' || 'nus', 'SELECT'), has_column_privilege('peo' || 'ple', 7::int2, 'SELECT')",
        "SELECT pg_get_serial_sequence('people', 'bo' || 'nus'), pg_get_serial_sequence('people', 'rating')",
        "SELECT n, pg_describe_object(c::oid, n::oid, 0) FROM generate_series(16384, 18000) AS n, unnest(ARRAY[1247, 1255, 1259, 2606, 2615, 2617, 3079]) AS c",
        "SELECT n, pg_describe_object(1259, 'people'::regclass, n) FROM generate_series(1, 12) AS n",
        "SELECT n, pg_get_triggerdef(n::oid), pg_get_functiondef(n::oid), pg_get_expr('x', n::oid) FROM generate_series(16384, 18000) AS n",
        "SELECT n, pg_relation_size(n::oid), pg_total_relation_size(n::oid) FROM generate_series(16384, 18000) AS n",
        "SELECT conname, pg_get_expr(conbin, 'people'::regclass) FROM pg_constraint WHERE conbin IS NOT NULL",
        # M26: beside a regclass any number is a name.
        "SELECT DISTINCT anchor FROM events UNION ALL SELECT n FROM generate_series(16384, 18000) AS n",
        "SELECT CASE WHEN n > 0 THEN n ELSE routine END FROM events, generate_series(16384, 18000) AS n WHERE id = 1",
        "SELECT kinds || n FROM events, generate_series(16384::oid::int8, 18000) AS n WHERE id = 1",
        "SELECT array_agg(n::oid) || kinds FROM events, generate_series(16384, 18000) AS n WHERE id = 1 GROUP BY kinds",
        "SELECT DISTINCT anchor, anchor::regclass, anchor::text, routine, kinds FROM events",
        "SELECT (e).anchor, row_to_json(e) FROM events AS e WHERE id = 1",
        "SELECT typinput, typname FROM pg_type WHERE typname LIKE '%hidden%' OR typname = 'hstore'",
        # Functions in FROM, also with what another item counts up.
        "SELECT n, t.* FROM generate_series(16384, 18000) AS n, pg_partition_tree(n::oid) AS t",
        "SELECT n, pg_partition_root(n::oid), t.relid FROM generate_series(16384, 18000) AS n, pg_partition_ancestors(n::oid) AS t",
        "SELECT relid::regclass, parentrelid::regclass, isleaf, level FROM pg_partition_tree('readings')",
        "SELECT * FROM pg_partition_tree('hidden_part')",
        "SELECT * FROM pg_partition_ancestors('hidden' || '_part')",
        "SELECT * FROM pg_show_all_settings() WHERE name = 'application_name' OR setting LIKE '%CANARY%'",
        "SELECT * FROM pg_available_extensions() AS e JOIN pg_extension AS x ON x.extname = e.name",
        "SELECT * FROM format_type('people'::regclass::oid + 2, NULL) AS f",
        # Names that are put together, in every form that the server takes.
        "SELECT (s || n)::regclass::oid FROM (VALUES ('public.'), ('hidden_schema.'), ('\"lab\".public.')) AS a (s), (VALUES ('orders')) AS b (n) WHERE s <> 'hidden_schema.'",
        "SELECT ('hidden_schema.' || 'orders')::regclass::oid",
        "SELECT ('\"public\".\"hidden' || '_idx\"')::regclass::oid",
        "SELECT ('hidden' || '_seq2')::regclass::oid",
        "SELECT ('HIDDEN' || '_one')::regclass::text",
        "SELECT ('hidden_schema.hidden' || '_enum')::regtype::oid, ('hidden' || '_schema')::regnamespace::oid",
        "SELECT to_regclass('public.hidden' || '_idx2'), to_regclass('hidden' || '_view'), to_regclass('public.hidden' || '_matview')",
        "SELECT '{hidden_one}'::regclass[]",
        "SELECT '{hidden_schema}'::regnamespace[]",
        "SELECT ('{' || n || '}')::regtype[], ('{' || n || '}')::regclass[] FROM generate_series(16384, 16700) AS n",
        "SELECT ('svc' || '_lab')::regrole::oid",
        "SELECT n, has_table_privilege(n::oid, 'SELECT'), has_any_column_privilege(n::oid, 'INSERT'), has_sequence_privilege(n::oid, 'USAGE') FROM generate_series(16384, 18000) AS n",
        "SELECT n, has_schema_privilege(n::oid, 'USAGE'), has_type_privilege(n::oid, 'USAGE'), has_function_privilege(n::oid, 'EXECUTE') FROM generate_series(16384, 18000) AS n",
        "SELECT n, has_column_privilege('people', n::int2, 'SELECT'), has_column_privilege(n::oid, 1::int2, 'SELECT') FROM generate_series(1, 18000) AS n",
        "SELECT has_table_privilege('hidden_one', 'SELECT')",
        "SELECT has_table_privilege(rolname::text, 'orders', 'SELECT') FROM pg_roles",
        "SELECT has_column_privilege('people', 'bonus', 'UPDATE')",
        "SELECT pg_relation_size('hidden' || '_one')",
        "SELECT pg_total_relation_size(quote_ident('hidden_matview'))",
        "SELECT pg_get_viewdef('hidden' || '_view')",
        # Function names behind stars and in CASE (M26).
        "SELECT * FROM pg_aggregate AS a, pg_proc AS p WHERE p.oid = a.aggfnoid AND p.proname ~ 'hidden|citext'",
        "SELECT CASE WHEN n > 0 THEN n::oid ELSE amhandler END FROM pg_am, generate_series(16384, 16700) AS n WHERE amname = 'heap'",
        "SELECT CASE WHEN amhandler > 0 THEN amhandler END FROM pg_am",
        "SELECT typinput::text, typoutput::varchar, oprcode::text FROM pg_type, pg_operator WHERE pg_type.oid >= 16384 AND pg_operator.oid > 16384",
        "SELECT * FROM pg_am UNION ALL SELECT 1, 'x', n::oid, 'i' FROM generate_series(16384, 16700) AS n",
        "SELECT x.* FROM (SELECT * FROM pg_am UNION ALL SELECT 1, 'x', n::oid, 'i' FROM generate_series(16384, 16700) AS n) AS x",
        "SELECT * FROM pg_transform",
        "SELECT (d).* FROM (SELECT aclexplode(relacl) AS d FROM pg_class) AS x",
        "SELECT (d).grantee FROM (SELECT aclexplode(nspacl) AS d FROM pg_namespace) AS x",
        "SELECT attname, information_schema._pg_truetypid(a, t), information_schema._pg_truetypmod(a.*, t.*) FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = atttypid WHERE attrelid >= 16384",
        "SELECT i.indexrelid::regclass::text, k.* FROM pg_index AS i, unnest(i.indkey, i.indclass) WITH ORDINALITY AS k (a, b, n) WHERE indexrelid >= 16384 ORDER BY 1, n",
    ],
)
def test_hidden_objects_change_no_function(pair, sql):
    with pair[0].connect(ALICE) as plain, pair[1].connect(ALICE) as hidden:
        answers = [answer(connection, sql) for connection in (plain, hidden)]
    assert answers[0] == answers[1]
    assert "CANARY" not in repr(answers)


@pytest.mark.parametrize(
    "sql, expected",
    [
        # The query for foreign keys that most tools have.
        (
            "SELECT tc.table_name, kcu.column_name, ccu.table_name, ccu.column_name"
            " FROM information_schema.table_constraints AS tc"
            " JOIN information_schema.key_column_usage AS kcu USING (constraint_schema, constraint_name)"
            " JOIN information_schema.constraint_column_usage AS ccu USING (constraint_schema, constraint_name)"
            " WHERE tc.constraint_type = 'FOREIGN KEY'",
            [("orders", "customer_id", "customers", "id")],
        ),
        (
            "SELECT constraint_name, unique_constraint_schema, unique_constraint_name, match_option, update_rule,"
            " delete_rule FROM information_schema.referential_constraints",
            [("of_customer", "public", "customers_pkey", "NONE", "NO ACTION", "CASCADE")],
        ),
        (
            "SELECT check_clause FROM information_schema.check_constraints WHERE constraint_name = 'is_some'",
            [("((quantity < 1000000)) NOT VALID",)],
        ),
        (
            "SELECT table_name FROM information_schema.constraint_table_usage WHERE constraint_name = 'of_customer'",
            [("customers",)],
        ),
    ],
)
def test_constraints_have_their_views_in_information_schema(pair, sql, expected):
    """R70: those of visible tables and columns, in a database with hidden constraints too."""
    for running in pair:
        with running.connect(ALICE) as connection:
            assert connection.execute(sql).fetchall() == expected


@pytest.mark.parametrize("name", ['"orders"', 'public."orders"', "PUBLIC.Orders", " orders ", "lab.public.orders"])
def test_a_name_in_a_parameter_may_be_spelled_in_any_way(alice, name):
    sql = "SELECT %s::regclass = 'orders'::regclass, to_regclass(%s) = 'orders'::regclass"
    assert alice.execute(sql, (name, name)).fetchone() == (True, True)
    assert alice.execute(f"SELECT '{name}'::regclass = 'orders'::regclass").fetchone() == (True,)


@pytest.mark.parametrize("name", ["secrets", '"secrets"', "public.Secrets"])
def test_a_hidden_name_in_a_parameter_is_null(alice, name):
    assert alice.execute("SELECT to_regclass(%s)", (name,)).fetchone() == (None,)


def test_vectors_of_catalogs_can_be_unnested(alice):
    sql = "SELECT * FROM pg_index AS i, unnest(i.indkey, i.indoption) WITH ORDINALITY AS k (key, option, place)"
    rows = alice.execute(sql + " WHERE i.indrelid = 'orders'::regclass AND i.indisprimary").fetchall()
    assert [row[-3:] for row in rows] == [(1, 0, 1)]


@pytest.mark.parametrize(
    "type_name",
    ["regtype", "regnamespace", "regrole", "regproc", pytest.param("regclass", marks=pytest.mark.xfail(strict=True))],
)
def test_a_name_that_is_not_there_is_blamed_on_its_place(alice, type_name):
    with pytest.raises(psycopg.Error) as error:
        alice.execute(f"SELECT 1, 'nosuch'::{type_name}")
    assert error.value.diag.statement_position == "11"
