# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL's own programs: what reads does so as direct, what writes or needs a server's files says why it does not.

libpq_pipeline comes from the source package and is compiled here. What it writes is replaced by settings: they
are as transactional as rows, and the account may not write without a proxy either.
"""

import re
import subprocess
import sys
from pathlib import Path

import psycopg
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


def test_embedded_sql(target, direct, tmp_path):
    """ecpg: cursors, dynamic statements, descriptors, indicators, autocommit, errors and their codes."""
    source = Path(__file__).parent / "programs" / "reader.pgc"
    translated, program = tmp_path / "reader.c", tmp_path / "reader"
    subprocess.run(["ecpg", "-o", translated, source], check=True)
    include = subprocess.run(["pg_config", "--includedir"], check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run(["cc", "-w", f"-I{include}", "-o", program, translated, "-lecpg", "-lpgtypes"], check=True)

    def output(conninfo: str) -> str:
        parts = psycopg.conninfo.conninfo_to_dict(conninfo)
        place = f"tcp:postgresql://{parts['host']}:{parts['port']}/{parts['dbname']}?sslmode=disable"
        done = target.run(program, place, parts["user"], parts["password"])
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    through = output(target.conninfo)
    assert through == output(direct)
    assert f"{target.orders} rows" in through and "22012" in through


READING_SCRIPT = """
\\set id random(1, 40)
SELECT id, amount FROM orders WHERE id = :id;
BEGIN;
SELECT count(*) AS n FROM orders \\gset
SELECT id FROM customers ORDER BY id LIMIT 1 \\aset
\\if :n = 0
SELECT 1 / 0;
\\endif
COMMIT;
"""
PIPELINE_SCRIPT = """
\\startpipeline
SELECT 1;
BEGIN;
SELECT count(*) FROM orders;
END;
SELECT id FROM customers ORDER BY id LIMIT 2;
\\endpipeline
"""


@pytest.mark.parametrize("protocol", ["simple", "extended", "prepared"])
@pytest.mark.parametrize(
    ("script", "more"),
    [
        (READING_SCRIPT, []),
        (READING_SCRIPT, ["-C"]),
        (READING_SCRIPT, ["-R", "400", "-L", "500", "--max-tries=3", "--failures-detailed", "-j", "2"]),
        (PIPELINE_SCRIPT, []),
    ],
)
def test_pgbench_runs_scripts_that_read(target, tmp_path, protocol, script, more):
    if script is PIPELINE_SCRIPT and protocol == "simple":
        pytest.skip("a pipeline is of the extended protocol")
    file = tmp_path / "script"
    file.write_text(script)
    done = target.run(PROGRAMS / "pgbench", "-n", "-M", protocol, "-c", "4", "-t", "15", *more, "-f", file)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "actually processed: 60/60" in done.stdout and "failed transactions: 0 " in done.stdout


PROGRAMS = Path(subprocess.run(["pg_config", "--bindir"], check=True, capture_output=True, text=True).stdout.strip())
READ_ONLY = "in a read-only transaction"
# The program, its arguments behind those that name the proxy, its exit status, what it says. `{db}` is the database.
COMMANDS = [
    ("pg_isready", "", 0, "accepting connections"),
    ("psql", "-l -d {db}", 0, "{db}"),
    ("pgbench", "-i {db}", 1, f"cannot execute DROP TABLE {READ_ONLY}"),
    ("pgbench", "-i -I t {db}", 1, f"cannot execute CREATE TABLE {READ_ONLY}"),
    ("pgbench", "-S {db}", 1, 'Perhaps you need to do initialization ("pgbench -i")'),
    ("createdb", "--maintenance-db={db} x", 1, f"cannot execute CREATE DATABASE {READ_ONLY}"),
    ("dropdb", "--maintenance-db={db} x", 1, f"cannot execute DROP DATABASE {READ_ONLY}"),
    ("createuser", "x", 1, 'permission denied for database "template1"'),
    ("vacuumdb", "{db}", 1, "VACUUM is not supported"),
    ("reindexdb", "{db}", 1, "REINDEX is not supported"),
    ("clusterdb", "{db}", 1, "CLUSTER is not supported"),
    ("pg_dump", "{db}", 1, 'permission denied to set parameter "synchronize_seqscans"'),
    ("pg_dumpall", "-l {db}", 1, "pg_authid"),
    ("pg_basebackup", "-D {tmp}/base", 1, "replication connections are not supported"),
    ("pg_receivewal", "-D {tmp}", 1, "replication connections are not supported"),
    ("pg_recvlogical", "-d {db} --slot s --start -f -", 1, "replication connections are not supported"),
    ("pg_amcheck", "-d {db} --maintenance-db={db}", 1, "amcheck"),
    ("oid2name", "-d {db}", 1, "function pg_catalog.pg_relation_filenode(oid) does not exist"),
    ("vacuumlo", "{db}", 1, f"cannot execute CREATE TABLE AS {READ_ONLY}"),
]


@pytest.mark.parametrize(("program", "arguments", "status", "said"), COMMANDS, ids=[f"{c[0]} {c[1]}" for c in COMMANDS])
def test_programs_of_postgresql_answer_or_say_why_not(target, tmp_path, program, arguments, status, said):
    command = [PROGRAMS / program, "-h", target.host, "-p", target.port, "-U", target.user]
    done = target.run(*command, *arguments.format(db=target.database, tmp=tmp_path).split(), PGDATABASE="")
    assert done.returncode == status, done.stderr
    assert said.format(db=target.database) in done.stdout + done.stderr
