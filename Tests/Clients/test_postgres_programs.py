# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL's own libpq_pipeline: it passes, and libpq's trace of it is that of a direct connection.

The program comes from the source package and is compiled here. What it writes is replaced by settings: they
are as transactional as rows, and the account may not write without a proxy either.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Integration" / "neutrality"))
import regression_suite  # noqa: E402

MODULE = "src/test/modules/libpq_pipeline/"
# The program's text, and what stands there instead.
FOR_EVERYBODY = [
    # Superusers' settings, and planners'.
    (r"SET lc_messages TO \\\"C\\\"", "SET TimeZone TO DEFAULT"),
    (r"SET force_parallel_mode = off", "SET DateStyle TO DEFAULT"),
    # A notice: advisory locks are refused.
    (r"SELECT pg_catalog\.pg_advisory_unlock\(1,1\)", "SELECT 1"),
]
INSTEAD_OF_WRITING = [
    (r'"DROP TABLE IF EXISTS pq_pipeline_demo"', "\"SET application_name = 'dropped'\""),
    (r'"CREATE UNLOGGED TABLE pq_pipeline_demo[^;]*;"', "\"SET application_name = 'created'\""),
    (r'"INSERT INTO pq_pipeline_demo\([^"]*"', "\"SET application_name = 'inserted'\""),
    (r"SELECT itemno FROM pq_pipeline_demo", "SELECT 3 AS itemno"),
    (r'cmdtag = "(?:DROP TABLE|CREATE TABLE|INSERT)"', 'cmdtag = "SET"'),
    (r"DROP TABLE IF EXISTS pq_pipeline_tst;", "SET application_name = 'dropped';"),
    (r"CREATE TABLE pq_pipeline_tst \(id int\)", "SET application_name = 'created'"),
    (r"INSERT INTO pq_pipeline_tst VALUES \((\d)\)", r"SET application_name = '\1'"),
    (r"SELECT \* FROM pq_pipeline_tst", "SHOW application_name"),
    (r"drop table if exists ppln_uniqviol;", "SET IntervalStyle = postgres;"),
    (r"create table ppln_uniqviol\(id bigint primary key, idata bigint\)", "SET DateStyle TO DEFAULT"),
    (r"insert into ppln_uniqviol values \(\$1, \$2\) returning id", "select $1 / ($1 >= 0)::int, $2"),
    (r'"%d", numsent / 2', '"%d", -1'),
]
TESTS = [
    "disallowed_in_pipeline", "multi_pipelines", "nosync", "pipeline_abort", "pipelined_insert", "prepared",
    "simple_pipeline", "singlerow", "transaction", "uniqviol", "pipeline_idle",
]
# These send as much as the socket takes before they read: what comes first is up to the scheduler.
WITHOUT_ORDER = {"pipelined_insert", "uniqviol"}


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """Where the module lies, its program compiled as `program`."""
    folder = regression_suite.extract(MODULE, tmp_path_factory.mktemp("libpq_pipeline"))
    text = (folder / "libpq_pipeline.c").read_text()
    for pattern, replacement in FOR_EVERYBODY + INSTEAD_OF_WRITING:
        text, count = re.subn(pattern, replacement, text)
        assert count, pattern
    (folder / "replaced.c").write_text(text)

    def config(what: str) -> str:
        return subprocess.run(["pg_config", what], check=True, capture_output=True, text=True).stdout.strip()

    includes = [config("--includedir"), config("--includedir-server"), config("--includedir") + "/internal"]
    subprocess.run(
        ["cc", "-O1", "-w", *(f"-I{path}" for path in includes), "-o", folder / "program", folder / "replaced.c",
         f"-L{config('--libdir')}", f"-L{config('--pkglibdir')}", "-lpq", "-lpgcommon", "-lpgport"],
        check=True,
    )
    return folder


def trace(source: Path, name: str, conninfo: str, file: Path) -> list[str]:
    done = subprocess.run(
        [source / "program", "-r", "700", "-t", file, name, conninfo], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [normalised(line) for line in file.read_text().splitlines()]


def normalised(line: str) -> str:
    """Places in the server's source are not shown (R74); a missing function is described in the proxy's words."""
    line = re.sub(r' [FLR] "SSSS"| [FLR] "[^"]*"', "", line)
    return re.sub(r' M "function no_such_function[^"]*"(?: H "[^"]*")?', ' M "no such function"', line)


@pytest.mark.parametrize("name", TESTS)
def test_libpq_pipeline(target, laboratory, source, tmp_path, name):
    direct = trace(source, name, laboratory.main.conninfo("lab", "svc_lab"), tmp_path / "direct")
    through = trace(source, name, target.conninfo, tmp_path / "through")
    official = source / "traces" / f"{name}.trace"
    if name in WITHOUT_ORDER:
        # One may have sent more than the other when the socket was full.
        assert {line.split("\t")[2] for line in through} == {line.split("\t")[2] for line in direct}
        return
    assert through == direct
    if official.exists() and name not in ("pipeline_abort", "transaction", "pipeline_idle"):
        assert through == [normalised(line) for line in official.read_text().splitlines()]
