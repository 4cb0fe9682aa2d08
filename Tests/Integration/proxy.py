# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""A running omniproxy and the doors to it."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import psycopg

from configuration import PASSWORD

START_SECONDS_MAX = 30


class Proxy:
    """A proxy process with a folder of its own; `text` is its proxy.conf, `environment` is added to ours."""

    def __init__(self, folder: Path, port: int, text: str, environment: dict[str, str] | None = None):
        self.folder, self.port = folder, port
        self.configuration = folder / "proxy.conf"
        self.configuration.write_text(text)
        self.log_file = folder / "omniproxy.log"
        with self.log_file.open("wb") as log:
            self.process = subprocess.Popen(
                [os.environ["OMNIPROXY_BINARY"], "serve", "--config", self.configuration],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=os.environ | (environment or {}),
            )
        self.await_listening()

    def await_listening(self) -> None:
        deadline = time.monotonic() + START_SECONDS_MAX
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"omniproxy ended:\n{self.log()}"
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"omniproxy does not listen:\n{self.log()}")

    def stop(self) -> int:
        self.process.terminate()
        try:
            return self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def is_alive(self) -> bool:
        return self.process.poll() is None

    def reload(self) -> None:
        self.process.send_signal(signal.SIGHUP)

    def log(self) -> str:
        return self.log_file.read_text(errors="replace")

    def resident_kib(self) -> int:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise AssertionError("no VmRSS")

    def descriptors(self) -> int:
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def conninfo(self, user: str, database: str = "lab", password: str = PASSWORD, **more) -> str:
        settings = {
            "host": "127.0.0.1",
            "port": self.port,
            "dbname": database,
            "user": user,
            "password": password,
            "sslmode": "disable",
            "connect_timeout": 20,
        } | more
        return psycopg.conninfo.make_conninfo("", **settings)

    def connect(self, user: str, database: str = "lab", **more) -> psycopg.Connection:
        """A psycopg connection in autocommit mode."""
        return psycopg.connect(self.conninfo(user, database, **more), autocommit=True)

    def query(self, user: str, sql: str, database: str = "lab") -> list[tuple]:
        with self.connect(user, database) as connection:
            return connection.execute(sql).fetchall()

    def psql(self, user: str, *arguments: str, database: str = "lab", script: str | None = None, **more):
        """Runs psql and returns the finished process."""
        return subprocess.run(
            ["psql", "-X", "-At", "-v", "VERBOSITY=verbose", *arguments, self.conninfo(user, database, **more)],
            input=script,
            capture_output=True,
            text=True,
            timeout=60,
        )
