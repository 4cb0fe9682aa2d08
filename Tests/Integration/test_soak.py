# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Two hundred mixed connections over twenty backends: no protocol error, no row of another session, no backend leaked.

OMNIPROXY_SOAK_SECONDS makes it longer. The clients are in soak_clients.py; pgjdbc joins where Java and its driver are.
"""

import multiprocessing
import os
import random
import shutil
import subprocess
import threading
import time
from pathlib import Path

import psycopg

from configuration import PASSWORD, Connection, proxy_conf
from conftest import start_proxy, tls_settings
from soak import TENANTS, Self, Worker, users
from soak_clients import KINDS

SECONDS = float(os.environ.get("OMNIPROXY_SOAK_SECONDS", "30"))
CONNECTIONS, BACKENDS = 200, 20
PROCESSES = 4
# A busy machine lets logins take their time, and a waiting statement too.
LOGIN_TIMEOUT = "120s"
POOL = f'pool_size = {BACKENDS}\nquery_wait_timeout = "120s"\n'
JDBC = Path("/usr/share/java/postgresql.jar")
# What caches and buffers of so many sessions may keep.
KEPT_KIB_MAX = 100_000


def work(worker: Worker, kinds: list, results) -> None:
    """One process: threads of one interpreter take turns, several of them do not."""
    worker.run_all(kinds)
    results.put((worker.failures, worker.statements))


def shares() -> list[list]:
    """Each process has some clients of every kind."""
    assert sum(count for _, count in KINDS) <= CONNECTIONS
    every = [kind for kind, count in KINDS for _ in range(count)]
    numbered = list(zip(every, range(len(every))))
    return [numbered[first::PROCESSES] for first in range(PROCESSES)]


class Backends:
    """What the server says of one proxy's connections."""

    def __init__(self, server, name: str):
        self.server, self.name = server, name

    def count(self, condition: str = "true") -> int:
        text = f"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{self.name}' AND {condition}"
        return int(self.server.psql("postgres", "-c", text))

    def superuser(self) -> psycopg.Connection:
        names = {"PGHOST": "host", "PGPORT": "port", "PGUSER": "user", "PGPASSWORD": "password"}
        settings = {names[name]: value for name, value in self.server.superuser.items() if value}
        return psycopg.connect(**settings, dbname="postgres", autocommit=True)

    def terminate_one(self, superuser: psycopg.Connection) -> None:
        """Rather one that works than one that waits."""
        text = f"SELECT pid FROM pg_stat_activity WHERE application_name = '{self.name}' ORDER BY state <> 'active', random() LIMIT 1"
        superuser.execute(f"SELECT pg_terminate_backend(pid) FROM ({text}) AS one")


def eventually(condition, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def soaking(laboratory, name: str, settings: str = POOL):
    """A proxy whose backends carry its name, with the file it is configured by as a function of the turn."""
    connections = [Connection("lab", laboratory.main.conninfo("lab", "svc_lab") + f" application_name={name}", settings, is_primary=True)]
    tls = tls_settings(laboratory, "prefer")
    running = start_proxy(laboratory.folder / name, connections, tls, users=users(0), login_timeout=LOGIN_TIMEOUT)
    running.conf = lambda turn: proxy_conf(running.port, connections, tls, users=users(turn), login_timeout=LOGIN_TIMEOUT)
    return running


def java(running, laboratory) -> subprocess.Popen | None:
    if not shutil.which("java") or not JDBC.exists():
        return None
    seen = [f"{user}={','.join(sorted(str(tenant or 'null') for tenant in tenants))}" for user, tenants in TENANTS.items()]
    program = Path(__file__).with_name("Soak.java")
    return subprocess.Popen(
        ["java", "-cp", JDBC, program, f"127.0.0.1:{running.port}", laboratory.certificate, PASSWORD, str(SECONDS), *seen],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


def test_mixed_connections_over_few_backends(laboratory):
    running = soaking(laboratory, "soak")
    backends = Backends(laboratory.main, "soak")
    fork = multiprocessing.get_context("fork")
    results = fork.Queue()
    try:
        running.query("alice@alpha.test", "SELECT 1")
        descriptors, resident = running.descriptors(), running.resident_kib()
        until = time.monotonic() + SECONDS
        processes = [
            fork.Process(target=work, args=(Worker(running.port, str(laboratory.certificate), until), share, results)) for share in shares()
        ]
        for process in processes:
            process.start()
        jdbc = java(running, laboratory)
        most, turn = 0, 0
        while any(process.is_alive() for process in processes) and results.empty():
            most = max(most, backends.count())
            turn += 1
            if turn % 5 == 0:
                running.configuration.write_text(running.conf(turn // 5))
                running.reload()
            time.sleep(1)
        outcomes = []
        for _ in processes:
            outcomes.append(results.get(timeout=max(until - time.monotonic(), 0) + 300))
            # One that failed has ended before the others.
            assert not outcomes[-1][0], (outcomes[-1][0][:5], running.log()[-4000:])
        for process in processes:
            process.join()
        failures = [failure for found, _ in outcomes for failure in found]
        statements = sum(count for _, count in outcomes)
        if jdbc:
            output, errors = jdbc.communicate(timeout=300)
            failures += [errors] if jdbc.returncode else []
            statements += int(output or 0)
        assert running.is_alive(), running.log()[-4000:]
        assert not failures, (failures[:5], running.log()[-4000:])
        assert statements > SECONDS * 20, statements
        # On a busy machine some of those whose clients left in the middle are still ending while their successors
        # open, and the catalog is read through one of its own.
        assert most <= BACKENDS + 10, most
        assert eventually(lambda: backends.count("(state <> 'idle' OR xact_start IS NOT NULL)") == 0), "a backend works for one who has gone"
        assert eventually(lambda: backends.count() <= BACKENDS), backends.count()
        # What is left are backends that were not there before.
        assert eventually(lambda: running.descriptors() <= descriptors + BACKENDS), running.descriptors() - descriptors
        kept = running.resident_kib() - resident
        assert kept < KEPT_KIB_MAX, kept
        print(f"{statements} statements, at most {most} backends, {kept} KiB more, {'with' if jdbc else 'without'} pgjdbc")
    finally:
        assert running.stop() == 0


class Survivor:
    """A session whose backends are taken away: it loses statements and keeps everything else (spec 14)."""

    # The last: of a backend that was taken while it was being opened.
    LOST = ("57P01", "08006", "08001")

    def __init__(self, running, user: str, number: int):
        self.choose = random.Random(number)
        self.own = Self(user, self.choose)
        self.connection = psycopg.connect(running.conninfo(user), autocommit=True)
        self.lost = 0
        for statement in self.own.statements:
            self.connection.execute(statement)

    def insist(self, sql: str) -> list[tuple]:
        while True:
            try:
                cursor = self.connection.execute(sql)
                return cursor.fetchall() if cursor.description else []
            except psycopg.OperationalError as failure:
                assert failure.sqlstate in self.LOST and not self.connection.broken, (sql, failure.sqlstate, failure)
                self.lost += 1

    def live(self, until: float) -> None:
        while time.monotonic() < until:
            self.own.check(self.insist)
            time.sleep(self.choose.random() * 0.05)
        self.connection.close()


def test_lost_backends_cost_statements_and_no_sessions(laboratory):
    running = soaking(laboratory, "soak_loss", "pool_size = 4\n")
    backends = Backends(laboratory.main, "soak_loss")
    failures, lost = [], []

    def live(survivor: Survivor) -> None:
        try:
            survivor.live(until)
            lost.append(survivor.lost)
        except Exception as failure:
            failures.append(repr(failure))

    try:
        survivors = [Survivor(running, list(TENANTS)[number % len(TENANTS)], number) for number in range(12)]
        until = time.monotonic() + SECONDS / 6
        threads = [threading.Thread(target=live, args=(survivor,)) for survivor in survivors]
        for thread in threads:
            thread.start()
        with backends.superuser() as superuser:
            while any(thread.is_alive() for thread in threads) and not failures:
                backends.terminate_one(superuser)
                time.sleep(0.02)
        for thread in threads:
            thread.join()
        assert not failures, (failures[:5], running.log()[-4000:])
        print(f"{sum(lost)} statements lost")
        assert eventually(lambda: backends.count() <= 4), backends.count()
    finally:
        assert running.stop() == 0
