# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Drivers of other languages from Debian's packages; what each does is in `programs`."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "programs"
DEBIAN = Path(os.environ.get("OMNIPROXY_TEST_CACHE", Path(__file__).parents[2] / ".build")) / "node-pg"
NODE_PACKAGES = "node-pg node-split2 node-xtend node-readable-stream node-inherits node-util-deprecate node-string-decoder node-safe-buffer"


def passes(target, *command, **environment) -> None:
    done = target.run(*command, target.orders, " ".join(target.staff), **environment)
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout[-2000:] + done.stderr[-4000:]


def needs(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"no {program} here")


@pytest.mark.parametrize("name, package", [("lib_pq", "github.com/lib/pq"), ("pgx", "github.com/jackc/pgx/v4")])
def test_go(target, tmp_path_factory, name, package):
    needs("go")
    if not Path("/usr/share/gocode/src", package).exists():
        pytest.skip(f"no {package} here")
    folder = Path(tmp_path_factory.getbasetemp())
    program = folder / name
    if not program.exists():
        environment = os.environ | {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(folder / "go")}
        subprocess.run(["go", "build", "-o", program, PROGRAMS / f"{name}.go"], check=True, env=environment)
    passes(target, program)


def test_ruby(target):
    needs("ruby")
    passes(target, "ruby", PROGRAMS / "pg.rb")


def test_php(target):
    needs("php")
    passes(target, "php", PROGRAMS / "pdo.php")


def test_r(target):
    needs("Rscript")
    passes(target, "Rscript", PROGRAMS / "rpostgresql.R")


def test_tcl(target):
    needs("tclsh")
    passes(target, "tclsh", PROGRAMS / "pgtcl.tcl")


def test_lua(target):
    needs("lua5.3")
    passes(target, "lua5.3", PROGRAMS / "postgres.lua")


def test_libpqxx(target, tmp_path_factory):
    program = Path(tmp_path_factory.getbasetemp()) / "pqxx"
    if not program.exists():
        source = PROGRAMS / "pqxx.cc"
        subprocess.run(["c++", "-std=c++17", "-w", "-o", program, source, "-lpqxx", "-lpq"], check=True)
    passes(target, program)


@pytest.fixture(scope="session")
def node_modules():
    """Debian's node-postgres; unpacked on the side, as it cannot be installed beside another supplier's Node."""
    installed = Path("/usr/share/nodejs")
    if (installed / "pg").exists():
        return installed
    modules = DEBIAN / "usr" / "share" / "nodejs"
    if not modules.exists():
        DEBIAN.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["apt-get", "download", "-qq", *NODE_PACKAGES.split()], cwd=DEBIAN, capture_output=True, text=True)
        if done.returncode != 0:
            pytest.skip("node-postgres cannot be had here: " + done.stderr[-200:])
        for package in DEBIAN.glob("*.deb"):
            subprocess.run(["dpkg", "-x", package, DEBIAN], check=True)
    return modules


def test_node(target, node_modules):
    needs("node")
    passes(target, "node", PROGRAMS / "node_pg.js", NODE_PATH=str(node_modules))


def test_gdal(target):
    needs("ogrinfo")
    source = f"PG:host={target.host} port={target.port} user={target.user} dbname={target.database} sslmode=disable"
    listed = target.run("ogrinfo", "--config", "PG_LIST_ALL_TABLES", "YES", source)
    assert "orders (None)" in listed.stdout and "secrets" not in listed.stdout, listed.stderr
    layer = target.run("ogrinfo", "-so", source, "staff")
    columns = [line.split(":")[0] for line in layer.stdout.split("(unknown)")[1].splitlines() if ": " in line]
    assert columns == [name for name in target.staff if name != "id"], layer.stdout
    counted = target.run("ogrinfo", "-so", source, "orders")
    assert f"Feature Count: {target.orders}" in counted.stdout, counted.stderr
