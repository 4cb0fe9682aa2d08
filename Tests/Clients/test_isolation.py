# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL's isolation suite, its reading sessions through the proxy and all others direct: the output is byte for
byte what the suite expects of direct sessions.

The files come from the source package, the program isolationtester is Debian's. isolation_specs.py says which sessions
read. Each file has a database of its own, and a proxy is in front of all of them: once without filters, once with
filters on numbers that let every row of the suite through."""

import difflib
import itertools
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Integration" / "neutrality"))

import regression_suite  # noqa: E402
from configuration import PASSWORD, scram_verifier  # noqa: E402
from isolation_specs import Spec  # noqa: E402
from proxy import Proxy  # noqa: E402
from servers import Server, free_port  # noqa: E402

ROUTES = Path(__file__).parent / "isolation_routes.c"
READER = "isolation_reader"
USER = "reader@isolation.test"
# What a step may wait; the suite's own limit is 5 minutes.
STEP_SECONDS_MAX = 30
# All numbers that a filtered column of the suite ever holds, and many more.
FILTERED_NUMBERS = list(range(-10, 300))
FORMS = ["unfiltered", "filtered"]
# A reader that is not declared READ ONLY can be part of an anomaly that one that is cannot: the suite expects failures
# of these, and the server has none to report when the reader is read-only, as every session of the proxy is. The
# output is that of direct sessions that are.
EXPECTED_OF_WRITERS = {"receipt-report", "two-ids"}
# What PostgreSQL itself calls an internal error names relations: behind a filter its text is not shown (R75).
INTERNAL_ERRORS = {"filtered": [("attribute \"a\" of relation \"c1\" does not match parent's type", "internal error")]}
INTEGERS = """
SELECT DISTINCT ON (table_name) table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND data_type = 'integer' ORDER BY table_name, ordinal_position
"""
SETTINGS = ("max_prepared_transactions=10", "max_connections=300")
# Files in which sessions read only; a rule that finds fewer has gone wrong.
SPECS_MIN = 15


def config(what: str) -> str:
    return subprocess.run(["pg_config", what], check=True, capture_output=True, text=True).stdout.strip()


@dataclass
class Isolation:
    server: Server
    proxy: Proxy
    source: Path
    routes: Path
    specs: dict[str, Spec]

    def run(self, name: str, text: str, **environment: str) -> str:
        program = Path(config("--pgxs")).parents[1] / "test" / "isolation" / "isolationtester"
        conninfo = f"host={self.server.superuser['PGHOST']} port={self.server.port} user=postgres dbname={database(name)}"
        done = subprocess.run(
            [program, conninfo],
            input=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=600,
            env=os.environ | {"PGISOLATIONTIMEOUT": str(STEP_SECONDS_MAX)} | environment,
        )
        assert done.returncode == 0, done.stdout[-2000:]
        return done.stdout

    def direct(self, name: str) -> str:
        conninfo = self.server.conninfo(database(name), READER)
        return self.routed(name, f"{conninfo} options='-c default_transaction_read_only=on'")

    def through(self, name: str, form: str) -> str:
        return self.routed(name, self.proxy.conninfo(USER, f"{form}_{database(name)}"))

    def routed(self, name: str, conninfo: str) -> str:
        """Runs a file with the sessions that only read at `conninfo`."""
        spec = self.specs[name]
        return self.run(
            name,
            spec.for_proxy(),
            LD_PRELOAD=str(self.routes),
            ISOLATION_THROUGH_PROXY="," + "".join(f"{number}," for number in spec.through_proxy()),
            ISOLATION_PROXY=conninfo,
            ISOLATION_ACCOUNT=READER,
        )

    def expected(self, name: str) -> list[str]:
        return [file.read_text() for file in self.source.glob("expected/*.out") if file.stem.split("_")[0] == name]


def database(name: str) -> str:
    return name.replace("-", "_")


def proxy_conf(port: int, server: Server, specs: dict[str, Spec]) -> str:
    tables = set().union(*(spec.tables for spec in specs.values()))
    parts = [
        f'[listen]\naddresses = ["127.0.0.1:{port}"]\n[listen.tls]\nmode = "off"\n[models]\npath = "models"\n',
        '[attributes.numbers]\ntype = "number"\nmultiple = true\n',
        f'[users."{USER}"]\nname = "reader"\npassword = "{scram_verifier(PASSWORD)}"\ngroups = ["analysts"]\n'
        f"attributes = {{ numbers = {FILTERED_NUMBERS} }}\n",
    ]
    for form, name in itertools.product(FORMS, specs):
        columns = [line.split("|") for line in server.psql(database(name), "-c", INTEGERS).splitlines()]
        filters = [(table, column) for table, column in columns if table in tables and form == "filtered"]
        unfiltered = sorted(tables - {table for table, _ in filters})
        connection = f"{form}_{database(name)}"
        parts.append(
            f'[connections.{connection}]\nconninfo = "{server.conninfo(database(name), READER)}"\npool_size = 4\n'
            f'model = "Isolation"\nbase_access = "no_access"\ndefault_schema = "public"\n'
            f'[connections.{connection}.access]\n"group:analysts" = "querier"\n'
            f"[connections.{connection}.sql]\nunfiltered_views = {json.dumps(unfiltered)}\n"
        )
        parts += [
            f'[[connections.{connection}.sql.access_filters]]\nview = "{table}"\nfield = "{table}.{column}"\n'
            'user_attribute = "numbers"\n'
            for table, column in filters
        ]
    return "\n".join(parts)


def write_model(folder: Path, specs: dict[str, Spec]) -> None:
    public = folder / "models" / "Isolation" / "public"
    public.mkdir(parents=True)
    (public.parent / "model.yaml").write_text("{}\n")
    for table in set().union(*(spec.tables for spec in specs.values())):
        (public / f"{table}.view.yaml").write_text(
            f"# Reference this view as {table}\nschema: public\ntable_name: {table}\ndimensions: {{}}\n"
        )


@pytest.fixture(scope="module")
def isolation(tmp_path_factory):
    folder = tmp_path_factory.mktemp("isolation")
    for part in [folder, *folder.parents[:2]]:
        # The server's own user has to pass.
        part.chmod(0o711)
    source = regression_suite.extract("src/test/isolation/", folder / "source")
    specs = {file.stem: Spec.read(file.read_text()) for file in sorted(source.glob("specs/*.spec"))}
    specs = {name: spec for name, spec in specs.items() if spec.through_proxy()}
    routes = folder / "routes.so"
    include, library = config("--includedir"), config("--libdir")
    subprocess.run(
        ["cc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", f"-I{include}", "-o", routes, ROUTES, f"-L{library}", "-lpq", "-ldl"],
        check=True,
    )
    server = Server.start(folder / "server", more=SETTINGS)
    proxy = None
    try:
        server.psql("postgres", "-c", f"CREATE ROLE {READER} LOGIN PASSWORD '{server.password}' IN ROLE pg_read_all_data")
        for name, spec in specs.items():
            server.psql("postgres", "-c", f"CREATE DATABASE {database(name)} TEMPLATE template0")
            for setting in spec.planner_settings():
                server.psql("postgres", "-c", f"ALTER ROLE {READER} IN DATABASE {database(name)} {setting}")
            # The proxy finds the tables when it starts.
            for block in spec.setups:
                server.psql(database(name), script=block.group()[1:-1])
        write_model(folder, specs)
        port = free_port()
        proxy = Proxy(folder, port, proxy_conf(port, server, specs))
        yield Isolation(server, proxy, source, routes, specs)
    finally:
        if proxy is not None:
            proxy.stop()
        server.stop()


def test_the_rule_finds_the_reading_sessions(isolation):
    assert len(isolation.specs) >= SPECS_MIN
    found = {name: [spec.sessions[n - 1].name for n in spec.through_proxy()] for name, spec in isolation.specs.items()}
    assert found["read-only-anomaly-3"] == ["s3"] and found["serializable-parallel-2"] == ["s1", "s2"]
    # They lock: by functions of theirs, by rows, by what they write.
    assert not found.keys() & {"deadlock-parallel", "read-write-unique-3", "nowait", "simple-write-skew"}


@pytest.mark.parametrize("form", FORMS)
def test_reading_sessions_are_isolated_as_without_a_proxy(isolation, form):
    failed = {}
    for name in isolation.specs:
        through, expected = isolation.through(name, form), isolation.expected(name)
        if name in EXPECTED_OF_WRITERS:
            assert through not in expected
            expected = [isolation.direct(name)]
        for text, shown in INTERNAL_ERRORS.get(form, []):
            expected = [output.replace(text, shown) for output in expected]
        if through not in expected:
            lines = difflib.unified_diff(expected[0].splitlines(), through.splitlines(), lineterm="")
            failed[name] = "\n".join(list(lines)[:40])
    assert not failed, "\n\n".join(f"{name}\n{text}" for name, text in failed.items())
