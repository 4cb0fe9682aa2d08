# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""pgcli, dbt, pg_dump, and what Npgsql and Superset send."""

import json
import sys
import time
from pathlib import Path

import psycopg
import psycopg2
import pytest

BIN = Path(sys.executable).parent


def test_pgcli_completion_metadata(target):
    """What pgcli's completer asks for in the background."""
    from pgcli.pgexecute import PGExecute

    executor = PGExecute(database=target.database, user=target.user, password=target.password, host=target.host, port=target.port)
    assert "public" in executor.schemata() and "public" in executor.search_path()
    tables = {name for schema, name in executor.tables() if schema == "public"} | {name for _, name in executor.views()}
    assert target.tables <= tables and "secrets" not in tables
    columns = [column[2] for column in executor.table_columns() if column[:2] == ("public", "staff")]
    assert tuple(columns) == target.staff
    list(executor.foreignkeys()), list(executor.functions()), list(executor.datatypes()), list(executor.databases())


def test_pgcli_queries(target):
    done = target.run(BIN / "pgcli", "--less-chatty", "-c", "SELECT count(*) FROM orders")
    assert f"{target.orders}" in done.stdout, done.stderr


def dbt_project(folder: Path, target) -> None:
    (folder / "models").mkdir()
    (folder / "dbt_project.yml").write_text("name: lab\nversion: '1.0.0'\nprofile: lab\nmodel-paths: [models]\n")
    (folder / "models" / "reads.sql").write_text("{{ config(materialized='table') }}\nSELECT id FROM orders\n")
    (folder / "models" / "sources.yml").write_text(
        "version: 2\nsources:\n  - name: public\n    tables: [{name: orders}, {name: staff}]\n"
    )
    output = {
        "type": "postgres", "host": target.host, "port": target.port, "user": target.user, "password": target.password,
        "dbname": target.database, "schema": "public", "threads": 2, "sslmode": "disable",
    }
    (folder / "profiles.yml").write_text(json.dumps({"lab": {"target": "lab", "outputs": {"lab": output}}}))


def dbt(target, folder: Path, *arguments: str):
    return target.run(
        BIN / "dbt", "--no-use-colors", "--no-send-anonymous-usage-stats", *arguments,
        "--project-dir", folder, "--profiles-dir", folder,
    )


def test_dbt_debug_and_show(target, tmp_path):
    dbt_project(tmp_path, target)
    done = dbt(target, tmp_path, "debug", "--connection")
    assert done.returncode == 0 and "OK connection ok" in done.stdout, done.stdout
    done = dbt(target, tmp_path, "show", "--inline", "select count(*) as found from orders")
    assert done.returncode == 0 and str(target.orders) in done.stdout, done.stdout


def test_dbt_docs_generate(target, tmp_path):
    dbt_project(tmp_path, target)
    done = dbt(target, tmp_path, "docs", "generate")
    assert done.returncode == 0, done.stdout
    catalog = json.loads((tmp_path / "target" / "catalog.json").read_text())
    assert "staff" in json.dumps(catalog)


def test_dbt_run_says_that_nothing_can_be_written(target, tmp_path):
    dbt_project(tmp_path, target)
    done = dbt(target, tmp_path, "run")
    assert done.returncode != 0 and "read-only transaction" in done.stdout, done.stdout


def test_dbt_cancels_by_process_id(target):
    """dbt-postgres: connections.py, `cancel`: select pg_terminate_backend({pid})."""
    busy, other = psycopg2.connect(target.conninfo), psycopg2.connect(target.conninfo)
    cursor = other.cursor()
    cursor.execute(f"select pg_terminate_backend({busy.info.backend_pid})")
    assert cursor.fetchone() == (True,)
    time.sleep(0.2)
    with pytest.raises(psycopg2.OperationalError):
        busy.cursor().execute("SELECT 1")
    other.close()


def test_superset_cancels_by_process_id(target):
    """superset/db_engine_specs/postgres.py: get_cancel_query_id and cancel_query."""
    with psycopg.connect(target.conninfo, autocommit=True) as busy, psycopg.connect(target.conninfo, autocommit=True) as other:
        (pid,) = busy.execute("SELECT pg_backend_pid()").fetchone()
        assert pid == busy.info.backend_pid
        found = other.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid='{pid}'").fetchall()
        assert found == [(True,)]


def test_pg_dump_is_refused_with_a_reason(target):
    done = target.run("pg_dump", "--schema-only")
    assert done.returncode != 0 and done.stdout == ""
    assert "permission denied" in done.stderr or "not supported" in done.stderr, done.stderr


# Npgsql 8, src/Npgsql/Internal/PostgresDatabaseInfo.cs: sent as one batch when a data source connects first.
NPGSQL = """SELECT version();

SELECT ns.nspname, t.oid, t.typname, t.typtype, t.typnotnull, t.elemtypoid
FROM (
    -- Arrays have typtype=b - this subquery identifies them by their typreceive and converts their typtype to a
    SELECT
        typ.oid, typ.typnamespace, typ.typname, typ.typtype, typ.typrelid, typ.typnotnull, typ.relkind,
        elemtyp.oid AS elemtypoid, elemtyp.typname AS elemtypname, elemcls.relkind AS elemrelkind,
        CASE WHEN elemproc.proname='array_recv' THEN 'a' ELSE elemtyp.typtype END AS elemtyptype
        , typ.typcategory
    FROM (
        SELECT typ.oid, typnamespace, typname, typrelid, typnotnull, relkind, typelem AS elemoid,
            CASE WHEN proc.proname='array_recv' THEN 'a' ELSE typ.typtype END AS typtype,
            CASE
                WHEN proc.proname='array_recv' THEN typ.typelem
                WHEN typ.typtype='r' THEN rngsubtype
                WHEN typ.typtype='m' THEN (SELECT rngtypid FROM pg_range WHERE rngmultitypid = typ.oid)
                WHEN typ.typtype='d' THEN typ.typbasetype
            END AS elemtypoid
            , typ.typcategory
        FROM pg_type AS typ
        LEFT JOIN pg_class AS cls ON (cls.oid = typ.typrelid)
        LEFT JOIN pg_proc AS proc ON proc.oid = typ.typreceive
        LEFT JOIN pg_range ON (pg_range.rngtypid = typ.oid)
    ) AS typ
    LEFT JOIN pg_type AS elemtyp ON elemtyp.oid = elemtypoid
    LEFT JOIN pg_class AS elemcls ON (elemcls.oid = elemtyp.typrelid)
    LEFT JOIN pg_proc AS elemproc ON elemproc.oid = elemtyp.typreceive
) AS t
JOIN pg_namespace AS ns ON (ns.oid = typnamespace)
WHERE
    typtype IN ('b', 'r', 'm', 'e', 'd') OR -- Base, range, multirange, enum, domain
    (typtype = 'c' AND relkind='c') OR -- User-defined free-standing composites (not table composites) by default
    (typtype = 'p' AND typname IN ('record', 'void', 'unknown')) OR -- Some special supported pseudo-types
    (typtype = 'a' AND (  -- Array of...
        elemtyptype IN ('b', 'r', 'm', 'e', 'd') OR -- Array of base, range, multirange, enum, domain
        (elemtyptype = 'p' AND elemtypname IN ('record', 'void')) OR -- Arrays of special supported pseudo-types
        (elemtyptype = 'c' AND elemrelkind='c') -- Array of user-defined free-standing composites (not table composites) by default
    ))
ORDER BY CASE
       WHEN typtype IN ('b', 'e', 'p') THEN 0           -- First base types, enums, pseudo-types
       WHEN typtype = 'c' THEN 1                        -- Composites after (fields loaded later in 2nd pass)
       WHEN typtype = 'r' THEN 2                        -- Ranges after
       WHEN typtype = 'm' THEN 3                        -- Multiranges after
       WHEN typtype = 'd' AND elemtyptype <> 'a' THEN 4 -- Domains over non-arrays after
       WHEN typtype = 'a' THEN 5                        -- Arrays after
       WHEN typtype = 'd' AND elemtyptype = 'a' THEN 6  -- Domains over arrays last
END;

SELECT typ.oid, att.attname, att.atttypid
FROM pg_type AS typ
JOIN pg_namespace AS ns ON (ns.oid = typ.typnamespace)
JOIN pg_class AS cls ON (cls.oid = typ.typrelid)
JOIN pg_attribute AS att ON (att.attrelid = typ.typrelid)
WHERE
    (typ.typtype = 'c' AND cls.relkind='c') AND
    att.attnum > 0 AND
    NOT att.attisdropped
ORDER BY typ.oid, att.attnum;

SELECT pg_type.oid, enumlabel
FROM pg_enum
JOIN pg_type ON pg_type.oid=enumtypid
ORDER BY oid, enumsortorder;"""


def test_npgsql_start_up_batch(target):
    with psycopg.connect(target.conninfo, autocommit=True) as connection:
        cursor = connection.execute(NPGSQL)
        assert "PostgreSQL" in cursor.fetchone()[0]
        assert cursor.nextset()
        names = {row[2] for row in cursor.fetchall()}
        assert {"int4", "_int4", "text", "numeric", "int4range"} <= names and "secrets" not in names
        assert cursor.nextset() and cursor.nextset()


def test_npgsql_resets_a_pooled_connection(target):
    """NpgsqlConnector.GenerateResetMessage: what Close() prepends to the next use."""
    with psycopg.connect(target.conninfo, autocommit=True) as connection:
        connection.execute(
            "SET SESSION AUTHORIZATION DEFAULT;RESET ALL;CLOSE ALL;UNLISTEN *;SELECT pg_advisory_unlock_all();"
            "DISCARD SEQUENCES;DISCARD TEMP"
        )
        connection.execute("DISCARD ALL")
