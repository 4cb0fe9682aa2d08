# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Poolers and a TCP balancer between clients and the proxy: everything works as in front of PostgreSQL."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from configuration import PASSWORD
from servers import free_port

START_SECONDS_MAX = 20
PIPELINE = "\\startpipeline\nSELECT 1;\nSELECT count(*) FROM orders;\n\\endpipeline\n"
TRANSACTION = (
    "BEGIN;\nSELECT count(*) AS n FROM orders \\gset\n\\if :n = 0\nSELECT 1 / 0;\n\\endif\n"
    "SELECT id FROM customers WHERE id <> :n LIMIT 1;\nCOMMIT;\n"
)


@contextmanager
def running(folder: Path, port: int, *command: str):
    """A program that listens at a port; as the user `postgres` where we are root, for poolers will not be."""
    if os.geteuid() == 0:
        for path in [folder, *folder.iterdir()]:
            shutil.chown(path, "postgres")
        command = ("setpriv", "--reuid=postgres", "--clear-groups", *command)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    try:
        deadline = time.monotonic() + START_SECONDS_MAX
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert time.monotonic() < deadline and process.poll() is None, (folder / "log").read_text()[-2000:]
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def program(name: str) -> str:
    return shutil.which(name) or f"/usr/sbin/{name}"


@pytest.fixture
def folder(tmp_path):
    for part in [tmp_path, *tmp_path.parents[:3]]:
        part.chmod(0o711)
    return tmp_path


def pgbouncer(target, folder: Path, port: int, mode: str):
    (folder / "users").write_text(f'"{target.user}" "{target.password}"\n')
    (folder / "pgbouncer.ini").write_text(
        f"[databases]\n{target.database} = host={target.host} port={target.port}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = scram-sha-256\n"
        f"auth_file = {folder}/users\npool_mode = {mode}\n"
    )
    return running(folder, port, program("pgbouncer"), "-q", f"{folder}/pgbouncer.ini")


def pgpool(target, folder: Path, port: int, _mode: str):
    (folder / "pool_passwd").write_text(f"{target.user}:TEXT{target.password}\n")
    (folder / "pool_hba.conf").write_text("host all all 127.0.0.1/32 scram-sha-256\n")
    (folder / "pgpool.conf").write_text(
        f"backend_clustering_mode = 'raw'\nlisten_addresses = '127.0.0.1'\nport = {port}\nsocket_dir = '{folder}'\n"
        f"pcp_listen_addresses = ''\npcp_socket_dir = '{folder}'\npid_file_name = '{folder}/pid'\nlogdir = '{folder}'\n"
        f"backend_hostname0 = '{target.host}'\nbackend_port0 = {target.port}\nenable_pool_hba = on\n"
        f"pool_passwd = '{folder}/pool_passwd'\nnum_init_children = 6\nsr_check_period = 0\nhealth_check_period = 0\n"
    )
    return running(folder, port, program("pgpool"), "-n", "-f", f"{folder}/pgpool.conf", "-a", f"{folder}/pool_hba.conf")


def haproxy(target, folder: Path, port: int, _mode: str):
    (folder / "haproxy.cfg").write_text(
        "defaults\n  mode tcp\n  timeout connect 5s\n  timeout client 60s\n  timeout server 60s\n"
        f"listen postgres\n  bind 127.0.0.1:{port}\n  option pgsql-check user {target.user}\n"
        f"  server proxy {target.host}:{target.port} check inter 300\n"
    )
    return running(folder, port, program("haproxy"), "-db", "-f", f"{folder}/haproxy.cfg")


@pytest.mark.parametrize(
    ("between", "mode"), [(pgbouncer, "session"), (pgbouncer, "transaction"), (pgpool, ""), (haproxy, "")]
)
def test_clients_of_a_pooler_are_served(target, folder, between, mode):
    port = free_port()
    with between(target, folder, port, mode):
        conninfo = psycopg.conninfo.make_conninfo(target.conninfo, port=port)
        with psycopg.connect(conninfo, autocommit=True) as session:
            assert session.execute("SELECT count(*) FROM orders").fetchone() == (target.orders,)
            with session.transaction():
                session.execute("SET LOCAL TimeZone TO 'Asia/Tokyo'")
                assert session.execute("SHOW TimeZone").fetchone() == ("Asia/Tokyo",)
            for sql, sqlstate in [("SELECT 1/0", "22012"), ("SELECT nosuch FROM orders", "42703"), ("DELETE FROM orders", "25006")]:
                with pytest.raises(psycopg.Error) as error:
                    session.execute(sql)
                assert error.value.sqlstate == sqlstate
        # One after the other uses what the pooler keeps open.
        for _ in range(3):
            with psycopg.connect(conninfo, autocommit=True) as session:
                assert session.execute("SELECT current_user").fetchone() == (target.user,)
        for name, text in [("pipeline", PIPELINE), ("transaction", TRANSACTION)]:
            script = folder / name
            script.write_text(text)
            script.chmod(0o644)
            for protocol in ["simple", "extended", "prepared"]:
                if name == "pipeline" and protocol == "simple" or mode == "transaction" and protocol == "prepared":
                    # PgBouncer 1.18 does not know which of its connections has a prepared statement.
                    continue
                done = subprocess.run(
                    [program("pgbench"), "-n", "-M", protocol, "-c", "4", "-t", "10", "-f", script, conninfo],
                    capture_output=True, text=True, timeout=120, env=os.environ | {"PGPASSWORD": PASSWORD},
                )  # fmt: skip
                assert done.returncode == 0 and "processed: 40/40" in done.stdout, done.stderr[-1500:]
