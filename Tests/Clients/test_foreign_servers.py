# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Another PostgreSQL as a client: postgres_fdw and dblink print what they print of a direct connection."""

import re

import psycopg
import pytest

TABLES = ["orders", "customers", "items"]
# Each is asked of a database whose foreign tables lead to the proxy, and of one whose lead to PostgreSQL.
READING = [
    "SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute"
    " WHERE attrelid = 'orders'::regclass AND attnum > 0 ORDER BY attnum",
    "SELECT * FROM orders ORDER BY id LIMIT 3",
    "SELECT orders FROM orders ORDER BY id LIMIT 1",
    "EXPLAIN (VERBOSE, COSTS OFF) SELECT o.id, c.name FROM orders o JOIN customers c ON o.customer_id = c.id"
    " WHERE o.amount > 10 ORDER BY o.id LIMIT 3",
    "SELECT o.id, c.name FROM orders o JOIN customers c ON o.customer_id = c.id WHERE o.amount > 10 ORDER BY o.id LIMIT 3",
    "SELECT status, count(*), sum(amount) FROM orders GROUP BY status ORDER BY 1",
    "SELECT o.id FROM orders o LEFT JOIN items i ON i.order_id = o.id AND i.line = 1"
    " WHERE o.placed_on > '2000-01-01' AND o.note IS NULL ORDER BY 1 LIMIT 2",
    "SELECT count(*) FROM orders o WHERE EXISTS (SELECT FROM items i WHERE i.order_id = o.id)",
    "SELECT id FROM orders WHERE status = ANY (ARRAY['open', 'paid']) AND tenant_id LIKE 'a%' ORDER BY id LIMIT 2",
    "SELECT max(placed_on), min(length(status)), bool_and(amount > 0), string_agg(DISTINCT status, ',' ORDER BY status)"
    " FROM orders",
    # Rows that come by cursors, in portions of two; one side is filtered here.
    "SELECT count(*) FROM orders a, customers b WHERE a.id = b.id AND random() >= 0",
    "SELECT count(*) FROM parts a JOIN parts b USING (tenant_id, id)",
    "EXPLAIN (COSTS OFF) SELECT * FROM parts",
]
WRITING = [
    "UPDATE orders SET note = 'x' WHERE id = 1",
    "INSERT INTO orders (id) VALUES (1)",
    "DELETE FROM orders WHERE id = 1",
    "TRUNCATE orders",
    "SELECT id FROM orders WHERE id = 1 FOR UPDATE",
]
# Foreign partitions on two connections are asked at the same time.
PARTITIONS = """
CREATE TABLE parts (id integer, tenant_id text, amount numeric) PARTITION BY LIST (tenant_id);
CREATE FOREIGN TABLE part_a PARTITION OF parts FOR VALUES IN ('alpha') SERVER {server} OPTIONS (table_name 'orders');
CREATE FOREIGN TABLE part_b PARTITION OF parts FOR VALUES IN ('beta') SERVER {server} OPTIONS (table_name 'orders');
"""


def options(conninfo: str) -> tuple[dict[str, str], dict[str, str]]:
    """Of CREATE SERVER and of CREATE USER MAPPING."""
    parts = psycopg.conninfo.conninfo_to_dict(conninfo)
    return (
        {name: str(parts[name]) for name in ("host", "port", "dbname")},
        {name: parts[name] for name in ("user", "password")},
    )


def listed(values: dict[str, str]) -> str:
    return ", ".join(f"{name} '{value}'" for name, value in values.items())


@pytest.fixture
def foreign(target, direct, laboratory):
    """A session of another database; schema `through` leads to the proxy and schema `direct` to PostgreSQL."""
    main, name = laboratory.main, f"foreign_{target.name}"
    main.psql("postgres", "-c", f"CREATE DATABASE {name} TEMPLATE template0")
    try:
        with psycopg.connect(**{**connection_of(main), "dbname": name}, autocommit=True) as session:
            session.execute("CREATE EXTENSION postgres_fdw; CREATE EXTENSION dblink")
            for server, conninfo in (("through", target.conninfo), ("direct", direct)):
                place, login = options(conninfo)
                session.execute(
                    f"CREATE SERVER {server} FOREIGN DATA WRAPPER postgres_fdw"
                    f" OPTIONS ({listed(place)}, fetch_size '2', async_capable 'true');"
                    f"CREATE USER MAPPING FOR CURRENT_USER SERVER {server} OPTIONS ({listed(login)});"
                    f"CREATE SCHEMA {server}; SET search_path = {server};"
                    f"IMPORT FOREIGN SCHEMA public LIMIT TO ({', '.join(TABLES)}) FROM SERVER {server} INTO {server};"
                    + PARTITIONS.format(server=server)
                )
            yield session
    finally:
        main.psql("postgres", "-c", f"DROP DATABASE {name} WITH (FORCE)")


def connection_of(server) -> dict[str, str]:
    names = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password"}
    return {names[name]: value for name, value in server.superuser.items() if value}


def answers(session, schema: str, statements: list[str]) -> list:
    found = []
    session.execute(f"SET search_path = {schema}, public")
    for sql in statements:
        try:
            found.append((sql, session.execute(sql).fetchall()))
        except psycopg.Error as error:
            found.append((sql, (error.sqlstate, error.diag.message_primary)))
    return [(sql, re.sub(r"\b(through|direct)\b", "server", str(answer))) for sql, answer in found]


def test_foreign_tables_are_read_as_from_postgresql(foreign):
    through, direct = answers(foreign, "through", READING), answers(foreign, "direct", READING)
    assert through == direct
    assert not any("ERROR" in answer or answer == "[]" for _, answer in through)


def test_transactions_cursors_and_prepared_statements_use_one_snapshot(foreign):
    script = [
        "BEGIN ISOLATION LEVEL SERIALIZABLE",
        "SELECT count(*) FROM orders",
        "SAVEPOINT a",
        "SELECT 1 / (id - 1) FROM orders WHERE id = 1",
        "ROLLBACK TO a",
        "DECLARE c SCROLL CURSOR FOR SELECT id FROM orders ORDER BY id",
        "FETCH 3 FROM c",
        "FETCH BACKWARD 2 FROM c",
        "MOVE ABSOLUTE 0 IN c",
        "FETCH 1 FROM c",
        "COMMIT",
        "PREPARE one (integer) AS SELECT id, amount FROM orders WHERE id = $1",
        *["EXECUTE one (2)"] * 7,
        "DEALLOCATE one",
    ]
    assert answers(foreign, "through", script) == answers(foreign, "direct", script)


def test_remote_estimates_ask_for_plans_and_get_them_of_unfiltered_relations_only(foreign, target):
    foreign.execute("ALTER SERVER through OPTIONS (ADD use_remote_estimate 'true')")
    foreign.execute("ALTER SERVER direct OPTIONS (ADD use_remote_estimate 'true')")
    through = answers(foreign, "through", READING[1:2] + READING[4:6])
    if target.is_governed:
        assert {answer for _, answer in through} == {
            "('42501', 'permission denied to explain a query on protected relations')"
        }
    else:
        assert through == answers(foreign, "direct", READING[1:2] + READING[4:6])


def test_foreign_tables_cannot_be_written(foreign):
    assert {answer.split(",")[0] for _, answer in answers(foreign, "through", WRITING)} == {"('25006'"}


def test_statistics_of_foreign_tables_are_gathered(foreign):
    foreign.execute("ANALYZE through.orders; ANALYZE direct.orders")
    counts = foreign.execute(
        "SELECT attname, null_frac, n_distinct FROM pg_stats WHERE schemaname = %s AND tablename = 'orders' ORDER BY 1", ["through"]
    ).fetchall()
    assert counts and counts == foreign.execute(
        "SELECT attname, null_frac, n_distinct FROM pg_stats WHERE schemaname = %s AND tablename = 'orders' ORDER BY 1", ["direct"]
    ).fetchall()


DBLINK = [
    "SELECT * FROM dblink('c', 'SELECT id, status FROM orders ORDER BY id LIMIT 3') AS t (id integer, status text)",
    "SELECT dblink_open('c', 'cur', 'SELECT id FROM orders ORDER BY id')",
    "SELECT * FROM dblink_fetch('c', 'cur', 3) AS t (id integer)",
    "SELECT * FROM dblink_fetch('c', 'cur', 3) AS t (id integer)",
    "SELECT dblink_close('c', 'cur')",
    "SELECT dblink_send_query('c', 'SELECT count(*) FROM orders')",
    "SELECT * FROM dblink_get_result('c') AS t (n bigint)",
    "SELECT * FROM dblink_get_result('c') AS t (n bigint)",
    "SELECT dblink_exec('c', 'BEGIN')",
    "SELECT dblink_exec('c', 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')",
    "SELECT * FROM dblink('c', 'SHOW transaction_isolation') AS t (v text)",
    "SELECT dblink_exec('c', 'COMMIT')",
    "SELECT * FROM dblink('c', 'SELECT 1/0') AS t (v integer)",
    "SELECT * FROM dblink('c', 'SELECT nosuch FROM orders') AS t (v integer)",
    "SELECT dblink_get_connections()",
]


def test_dblink(foreign, target, direct):
    found = []
    for conninfo in (target.conninfo, direct):
        foreign.execute("SELECT public.dblink_connect('c', %s)", [conninfo])
        found.append(answers(foreign, "through", DBLINK))
        foreign.execute("SELECT public.dblink_send_query('c', 'SELECT count(*) FROM orders a, orders b, orders c, orders d, orders e')")
        # A request that overtakes the statement hits nothing.
        while foreign.execute("SELECT public.dblink_is_busy('c')").fetchone() == (1,):
            assert foreign.execute("SELECT public.dblink_cancel_query('c')").fetchone() == ("OK",)
        with pytest.raises(psycopg.errors.QueryCanceled):
            foreign.execute("SELECT * FROM public.dblink_get_result('c') AS t (n bigint)")
        assert foreign.execute("SELECT * FROM public.dblink_get_result('c') AS t (n bigint)").fetchall() == []
        refused = answers(foreign, "through", ["SELECT dblink_exec('c', 'DELETE FROM orders')"])
        assert "25006" in refused[0][1] or conninfo == direct
        foreign.execute("SELECT public.dblink_disconnect('c')")
    assert found[0] == found[1]
