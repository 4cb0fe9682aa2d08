# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""COPY out (spec 8, 13)."""

import struct

import psycopg
import pytest

from configuration import ALICE, Connection
from conftest import start_proxy


def copied(connection, sql: str) -> bytes:
    with connection.cursor().copy(sql) as copy:
        return b"".join(bytes(part) for part in copy)


def test_table_form_is_filtered(alice):
    rows = copied(alice, "COPY orders TO STDOUT").splitlines()
    assert len(rows) == 145
    assert {row.split(b"\t")[1] for row in rows} == {b"alpha"}


def test_column_list(alice):
    rows = copied(alice, "COPY orders (tenant_id, id) TO STDOUT").splitlines()
    assert len(rows) == 145 and all(row.startswith(b"alpha\t") for row in rows)


def test_query_form_in_csv(alice):
    text = copied(alice, "COPY (SELECT id, note FROM orders ORDER BY id LIMIT 6) TO STDOUT WITH (FORMAT csv, HEADER)")
    assert text.splitlines() == [b"id,note", b"1,", b"2,", b"3,", b"4,", b"5,note 5", b"6,"]


def test_old_option_syntax(alice):
    text = copied(alice, "COPY (SELECT 1, 'a;b') TO STDOUT WITH DELIMITER ';' CSV QUOTE '\"'")
    assert text == b'1;"a;b"\n'


def test_binary_form(alice):
    data = copied(alice, "COPY (SELECT id FROM orders ORDER BY id) TO STDOUT (FORMAT binary)")
    assert data.startswith(b"PGCOPY\n\xff\r\n\0")
    assert data.endswith(b"\xff\xff")
    at = data.index(struct.pack("!hi", 1, 4))
    ids = [struct.unpack_from("!hii", data, at + 10 * n)[2] for n in range(145)]
    assert ids == sorted(set(ids)) and ids[0] == 1


def test_dynamic_schema_and_semi_join(alice):
    assert len(copied(alice, "COPY tenant.invoices TO STDOUT").splitlines()) == 15
    assert len(copied(alice, "COPY items TO STDOUT").splitlines()) == 290


@pytest.mark.parametrize(
    "sql",
    [
        "COPY secrets TO STDOUT",
        "COPY (SELECT * FROM beta_data.invoices) TO STDOUT",
        "COPY orders TO '/tmp/x'",
        "COPY orders TO PROGRAM 'cat > /tmp/x'",
        "COPY (DELETE FROM orders RETURNING *) TO STDOUT",
        "COPY orders TO STDOUT (ENCODING 'LATIN1')",
    ],
)
def test_refusals(alice, sql):
    with pytest.raises(psycopg.Error):
        copied(alice, sql)
    assert alice.execute("SELECT 1").fetchone() == (1,)


def test_copy_in_is_refused_and_the_session_lives(alice):
    with pytest.raises(psycopg.Error) as caught:
        alice.execute("COPY orders FROM STDIN")
    assert caught.value.sqlstate in ("25006", "0A000", "42501")
    assert alice.execute("SELECT 1").fetchone() == (1,)


def test_psql_copy(proxy):
    done = proxy.psql("bob@beta.test", "-c", r"\copy (SELECT DISTINCT tenant_id FROM orders) TO STDOUT")
    assert done.stdout == "beta\n", done.stderr


# The laboratory's own tables have neither children that may be seen nor generated columns.
KINDS = """
CREATE TABLE orders (id integer, tenant_id text, twice integer GENERATED ALWAYS AS (id * 2) STORED, note text);
INSERT INTO orders VALUES (1, 'alpha', DEFAULT, 'own'), (2, 'beta', DEFAULT, 'CANARY');
CREATE TABLE orders_child () INHERITS (orders);
INSERT INTO orders_child VALUES (3, 'alpha', DEFAULT, 'of a child');
GRANT SELECT ON ALL TABLES IN SCHEMA public TO svc_lab;
"""


def test_a_table_is_copied_without_its_children_and_its_generated_columns(laboratory):
    """As by COPY itself; a query would have both."""
    main = laboratory.main
    main.psql("postgres", "-c", "CREATE DATABASE lab_copy TEMPLATE template0")
    main.psql("lab_copy", "-c", KINDS)
    conninfo = main.conninfo("lab_copy", "svc_lab")
    proxy = start_proxy(laboratory.folder / "copy", [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)], 'mode = "off"\n')
    try:
        with proxy.connect(ALICE) as alice, psycopg.connect(conninfo, autocommit=True) as direct:
            assert copied(alice, "COPY orders TO STDOUT") == b"1\talpha\town\n"
            assert copied(alice, "COPY orders TO STDOUT (HEADER, FORMAT csv)") == b"id,tenant_id,note\n1,alpha,own\n"
            assert copied(alice, "COPY (SELECT * FROM orders ORDER BY id) TO STDOUT").count(b"\n") == 2
            for sql in ["COPY orders (id, twice) TO STDOUT", "COPY orders (id, id) TO STDOUT", "COPY orders (none) TO STDOUT"]:
                errors = []
                for connection in (alice, direct):
                    with pytest.raises(psycopg.Error) as refused:
                        copied(connection, sql)
                    diagnostic = refused.value.diag
                    errors.append((diagnostic.sqlstate, diagnostic.message_primary, diagnostic.message_detail))
                assert errors[0] == errors[1]
    finally:
        proxy.stop()
        main.psql("postgres", "-c", "DROP DATABASE lab_copy WITH (FORCE)")
