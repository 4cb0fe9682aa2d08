# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Row filters as a person meets them; equality with native row security is test_native_equivalence."""

import psycopg
import pytest


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("orders", 145),
        ("customers", 37),
        ("items", 290),
        ("events", 54),
        ("sites", 10),
        ("readings", 60),
        ("order_totals", 145),
        ('"Odd Name"', 8),
        ("books.ledger", 20),
        ("tenant.invoices", 15),
        ("products", 12),
    ],
)
def test_each_kind_of_filter(alice, table, rows):
    assert alice.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows,)
    assert len(alice.execute(f"SELECT * FROM {table}").fetchall()) == rows
    assert len(alice.execute(f"TABLE {table}").fetchall()) == rows


def test_single_value_of_a_multi_valued_attribute(proxy):
    assert proxy.query("one@alpha.test", "SELECT DISTINCT region FROM events") == [(1,)]


@pytest.mark.parametrize(
    "name",
    [
        "secrets",
        "public.secrets",
        "readings_2024",
        "tenant_template.invoices",
        "alpha_data.invoices",
        "beta_data.invoices",
        "nothing_like_it",
    ],
)
def test_what_the_model_does_not_name_does_not_exist(alice, name):
    with pytest.raises(psycopg.errors.UndefinedTable) as caught:
        alice.execute(f"SELECT * FROM {name}")
    assert caught.value.diag.message_primary == f'relation "{name}" does not exist'
    assert caught.value.diag.statement_position == "15"
    assert caught.value.diag.message_hint is None


@pytest.mark.parametrize("column", ["ctid", "xmin", "tableoid", "orders.ctid", "o.xmax"])
def test_system_columns_are_closed(alice, column):
    table = "orders AS o" if column.startswith("o.") else "orders"
    with pytest.raises(psycopg.errors.UndefinedColumn):
        alice.execute(f"SELECT {column} FROM {table}")


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO orders (id) VALUES (1)",
        "UPDATE orders SET amount = 0",
        "DELETE FROM orders",
        "TRUNCATE orders",
        "CREATE TABLE mine (id integer)",
        "CREATE TEMPORARY TABLE mine (id integer)",
        "DROP TABLE orders",
        "WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone",
        "SELECT * INTO mine FROM orders",
        "SELECT * FROM orders FOR UPDATE",
        "SELECT * FROM orders FOR SHARE OF orders",
        "COPY orders FROM STDIN",
        "MERGE INTO orders USING products ON false WHEN MATCHED THEN DELETE",
        "CREATE VIEW mine AS SELECT 1",
        "GRANT SELECT ON orders TO PUBLIC",
        "VACUUM orders",
        "ANALYZE orders",
        "LOCK TABLE orders",
        "NOTIFY orders",
        "LISTEN orders",
        "DO 'BEGIN END'",
        "CALL nothing()",
        "PREPARE TRANSACTION 'x'",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "SET ROLE svc_books",
        "SET SESSION AUTHORIZATION postgres",
        "COPY orders TO '/tmp/rows'",
        "COPY orders TO PROGRAM 'cat'",
        "LOAD 'auto_explain'",
        "CHECKPOINT",
        "EXPLAIN ANALYZE SELECT * FROM orders",
        "EXPLAIN SELECT * FROM orders",
    ],
)
def test_everything_but_reading_is_refused_before_the_backend(alice, sql):
    with pytest.raises(psycopg.Error) as caught:
        alice.execute(sql)
    assert caught.value.sqlstate in ("25006", "0A000", "42501", "42601", "25001", "22023")
    assert alice.execute("SELECT count(*) FROM orders").fetchone() == (145,)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_sleep(1)",
        "SELECT query_to_xml('SELECT * FROM orders', true, true, '')",
        "SELECT dblink('dbname=lab', 'SELECT 1')",
        "SELECT set_config('role', 'postgres', false)",
        "SELECT lo_import('/etc/passwd')",
        "SELECT currval('x')",
        "SELECT public.nothing(1)",
        "SELECT setseed(0.5)",
        "SELECT 'secrets'::regclass",
        "SELECT NULL::orders",
    ],
)
def test_functions_and_types_outside_the_list_are_refused(alice, sql):
    with pytest.raises(psycopg.Error):
        alice.execute(sql)


def test_configured_function_may_be_called(alice):
    assert alice.execute("SELECT public.twice(21)").fetchone() == (42,)


def test_error_positions_point_into_the_clients_text(alice):
    sql = "SELECT o.id, c.nam FROM orders AS o JOIN customers AS c ON c.id = o.customer_id WHERE o.id > 3"
    with pytest.raises(psycopg.errors.UndefinedColumn) as caught:
        alice.execute(sql)
    assert int(caught.value.diag.statement_position) == sql.index("c.nam") + 1
    behind = "SELECT id FROM orders WHERE status = 'open' ORDER BY nothing_here"
    with pytest.raises(psycopg.errors.UndefinedColumn) as caught:
        alice.execute(behind)
    assert int(caught.value.diag.statement_position) == behind.index("nothing_here") + 1


def test_syntax_errors_are_answered_with_position(alice):
    with pytest.raises(psycopg.errors.SyntaxError) as caught:
        alice.execute("SELECT * FORM orders")
    assert caught.value.diag.statement_position == "10"


def test_names_of_columns_and_origins_stay(wire):
    from wire import query

    described = [m for m in wire.ask(query("SELECT id, amount AS price FROM orders LIMIT 0")) if m.kind == "T"]
    assert b"\0\2id\0" in described[0].body and b"price\0" in described[0].body
    origin = described[0].body.index(b"id\0") + 3
    assert described[0].body[origin : origin + 4] != b"\0\0\0\0"


def test_no_statement_reaches_the_backend_unfiltered(alice, laboratory):
    if laboratory.main.directory is None:
        pytest.skip("the server's log is out of reach")
    alice.execute("SELECT 'look at me' AS tag, count(*) FROM orders WHERE status = 'open'")
    lines = [line for line in laboratory.main.log().splitlines() if "look at me" in line]
    assert lines and all("'alpha'" in line for line in lines)


def test_users_condition_cannot_widen_the_filter(alice):
    for condition in ("true OR true", "1 = 1) OR (1 = 1", "true -- ", "true /* ", "NOT false OR tenant_id = 'beta'"):
        try:
            rows = alice.execute(f"SELECT tenant_id FROM orders WHERE {condition}").fetchall()
        except psycopg.Error:
            continue
        assert {row[0] for row in rows} <= {"alpha"}
