# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""One database for each file of the suite, and a model of everything in it."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

import regression_suite
from configuration import PASSWORD, scram_verifier
from servers import Server

LOAD_SECONDS_MAX = 240
STATEMENT_SECONDS_MAX = 20
READER = "regression_reader"
USER = "reader@neutral.test"
FOUNDATION = "regression"
# How many values an always-true list may have.
VALUES_MAX = 150
FILTERED_TYPES = {"int2": "number", "int4": "number", "int8": "number", "text": "string", "varchar": "string"}
# What the filters are: none; lists of all values there are; the same along a relationship, which is
# a semi-join in a wrapped relation.
FORMS = ["unfiltered", "listed", "related"]


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@dataclass
class Suite:
    """The suite's files beside a server that can read them."""

    server: Server
    folder: Path  # the server's own user may read it
    foundations: list[str]  # files that have run before all others

    @classmethod
    def prepare(cls, server: Server, folder: Path, foundations: list[str]) -> "Suite":
        source = regression_suite.directory()
        folder.mkdir(mode=0o755)
        shutil.copytree(source / "data", folder / "data")
        shutil.copytree(source / "sql", folder / "sql")
        (folder / "results").mkdir(mode=0o777)
        (folder / "results").chmod(0o777)
        shutil.copy(source / "regress.so", folder / "regress.so")
        shutil.copy(source / "parallel_schedule", folder / "parallel_schedule")
        suite = cls(server, folder, foundations)
        server.psql(
            "postgres",
            "-c",
            f"CREATE ROLE {READER} LOGIN PASSWORD '{server.password}' IN ROLE pg_read_all_data",
            "-c",
            f"CREATE DATABASE {FOUNDATION} TEMPLATE template0",
            "-c",
            f"ALTER DATABASE {FOUNDATION} SET statement_timeout = '{STATEMENT_SECONDS_MAX}s'",
        )
        for name in foundations:
            suite.load(FOUNDATION, name)
        return suite

    def items(self, name: str) -> list[regression_suite.Item]:
        text = (self.folder / "sql" / f"{name}.sql").read_text(errors="replace")
        return regression_suite.split(text)

    def load(self, database: str, name: str) -> None:
        """Runs a file as the superuser; what fails in it fails."""
        # The library lies where the suite expects the server's own: libdir/regress.so.
        environment = os.environ | self.server.superuser | {
            "PG_ABS_SRCDIR": str(self.folder),
            "PG_ABS_BUILDDIR": str(self.folder),
            "PG_LIBDIR": str(self.folder),
            "PG_DLSUFFIX": ".so",
            "PGTZ": "PST8PDT",
            "PGDATESTYLE": "Postgres, MDY",
        }
        subprocess.run(
            ["psql", "-X", "-q", "-a", "-d", database],
            input=regression_suite.load_script(self.items(name)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
            timeout=LOAD_SECONDS_MAX,
        )

    def database(self, name: str) -> str:
        """A database in which the file has run."""
        database = f"regression_{name}".replace(".", "_")
        self.server.psql("postgres", "-c", f"CREATE DATABASE {quoted(database)} TEMPLATE {FOUNDATION}")
        if name not in self.foundations:
            self.load(database, name)
        # Nothing the queries read may change between two answers. Some files leave behind what ANALYZE cannot read.
        self.server.psql(
            database,
            script="\\set ON_ERROR_STOP off\nANALYZE;\n\\set ON_ERROR_STOP on\n"
            f"ALTER DATABASE {quoted(database)} SET default_transaction_read_only = on;",
        )
        return database

    def drop(self, database: str) -> None:
        self.server.psql("postgres", "-c", f"DROP DATABASE {quoted(database)} WITH (FORCE)")


@dataclass
class RegressionModel:
    """Model folder and connection of one database: every relation a view."""

    views: dict[str, tuple[str, str]] = field(default_factory=dict)  # name → schema, table
    functions: list[str] = field(default_factory=list)
    # view → column and its values, of the tables that a list can describe.
    lists: dict[str, tuple[str, str, list[str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, server: Server, database: str) -> "RegressionModel":
        model = cls()
        rows = server.psql(database, "-F", "\x01", "-c", RELATIONS).splitlines()
        for number, line in enumerate(rows):
            schema, table, _ = line.split("\x01")
            model.views[f"v{number}"] = (schema, table)
        model.functions = server.psql(database, "-c", FUNCTIONS).splitlines()
        names = {relation: view for view, relation in model.views.items()}
        with psycopg.connect(server.conninfo(database, READER), autocommit=True) as connection:
            for schema, table, column, type_name in connection.execute(COLUMNS).fetchall():
                view = names.get((schema, table))
                if view is None or view in model.lists:
                    continue
                try:
                    rows = connection.execute(
                        f"SELECT DISTINCT {quoted(column)}::text FROM {quoted(schema)}.{quoted(table)} LIMIT {VALUES_MAX + 1}"
                    )
                    values = [value for (value,) in rows]
                except (UnicodeDecodeError, psycopg.Error):
                    # "char" holds single bytes; and some tables are made to fail when they are read.
                    continue
                if 0 < len(values) <= VALUES_MAX and all(value and value.isascii() for value in values):
                    model.lists[view] = (column, FILTERED_TYPES[type_name], values)
        return model

    def write(self, folder: Path, form: str) -> str:
        """Writes the model folder and returns proxy.conf without its [listen]."""
        model = folder / "models" / "Regression"
        (model / "public").mkdir(parents=True)
        (model / "model.yaml").write_text("{}\n")
        relationships, filters, attributes, values = [], [], [], {}
        lists = {} if form == "unfiltered" else self.lists
        for view, (column, kind, known) in lists.items():
            attribute = f"a_{view}"
            attributes.append(f'[attributes.{attribute}]\ntype = "{kind}"\nmultiple = true\n')
            values[attribute] = [int(value) for value in known] if kind == "number" else known
            target, name = (view, column) if form == "listed" else (f"all_{view}", "value")
            filters.append((view, f"{target}.{name}", attribute))
            if form == "related":
                relationships.append(
                    f"- join_from_view: {view}\n  join_to_view: all_{view}\n  join_type: always_left\n"
                    f"  on_sql: ${{{view}.{column}}} = ${{all_{view}.value}}\n  relationship_type: many_to_one\n"
                )
        (model / "relationships.yaml").write_text("".join(relationships) or "[]\n")
        views = dict(self.views)
        if form == "related":
            views |= {f"all_{view}": ("always_true", view) for view in lists}
        for view, (schema, table) in views.items():
            (model / "public" / f"{view}.view.yaml").write_text(
                f"# Reference this view as {view}\nschema: {json.dumps(schema)}\ntable_name: {json.dumps(table)}\n"
                "dimensions: {}\n"
            )
        unfiltered = [view for view in self.views if view not in lists]
        parts = [
            '[models]\npath = "models"\n',
            *attributes,
            f'[users."{USER}"]\nname = "reader"\npassword = "{scram_verifier(PASSWORD)}"\n'
            f'groups = ["analysts"]\nattributes = {{ {", ".join(f"{k} = {json.dumps(v)}" for k, v in values.items())} }}\n',
            '[connections.regression]\nconninfo = "{conninfo}"\npool_size = 4\nmodel = "Regression"\n'
            'base_access = "no_access"\ndefault_schema = "public"\n'
            '[connections.regression.access]\n"group:analysts" = "querier"\n[connections.regression.sql]\n'
            f"unfiltered_views = {json.dumps(unfiltered)}\nextra_functions = {json.dumps(self.functions)}\n",
            *(
                f'[[connections.regression.sql.access_filters]]\nview = "{view}"\nfield = "{target}"\n'
                f'user_attribute = "{attribute}"\n'
                for view, target, attribute in filters
            ),
        ]
        return "\n".join(parts)

    def related_tables(self) -> str:
        """The tables that relationships lead to: one row for each value there is."""
        script = ["SET default_transaction_read_only = off;", "CREATE SCHEMA always_true;"]
        for view, (column, _, _) in self.lists.items():
            schema, table = self.views[view]
            script.append(
                f"CREATE TABLE always_true.{view} AS SELECT DISTINCT {quoted(column)} AS value"
                f" FROM {quoted(schema)}.{quoted(table)};"
            )
        return "\n".join(script)


# Relations a model may name; the suite's partitions and children are relations of their own.
RELATIONS = f"""
SELECT n.nspname, c.relname, c.relkind FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'always_true')
    AND n.nspname !~ '\n' AND c.relname !~ '\n'
    AND has_table_privilege('{READER}', c.oid, 'SELECT')
ORDER BY 1, 2
"""
FUNCTIONS = """
SELECT DISTINCT n.nspname || '.' || p.proname FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname || p.proname !~ '[.]'
"""
# Children are left out: a filter on a child that differs from its parent's is a mistake (R35).
COLUMNS = """
SELECT n.nspname, c.relname, a.attname, t.typname
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type AS t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'm') AND c.relispopulated AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relname !~ '\n'
    AND t.typname IN ('int2', 'int4', 'int8', 'text', 'varchar') AND t.typnamespace = 'pg_catalog'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_inherits AS i WHERE c.oid IN (i.inhrelid, i.inhparent))
ORDER BY 1, 2, a.attnum
"""
