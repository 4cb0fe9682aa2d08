# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL servers the tests run against: throw-away clusters, or one the environment names."""

import os
import secrets
import shutil
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLUSTER = ROOT / "scripts" / "lib" / "cluster"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Server:
    """One PostgreSQL server and how its superuser gets in."""

    host: str
    port: int
    superuser: dict[str, str]
    password: str  # of the service logins in lab/roles.sql
    directory: Path | None = None

    @classmethod
    def start(cls, directory: Path, certificate: Path | None = None, more: tuple[str, ...] = ()) -> "Server":
        settings = ["log_statement=all", "log_line_prefix=%m [%p] %q%u@%d ", *more]
        if certificate is not None:
            # The server reads a key only when it belongs to its own user.
            directory.mkdir()
            for file in (certificate, certificate.with_suffix(".key")):
                copy = shutil.copy(file, directory)
                Path(copy).chmod(0o600)
                if os.geteuid() == 0:
                    shutil.chown(copy, "postgres")
            settings += [
                "ssl=on",
                f"ssl_cert_file={directory / certificate.name}",
                f"ssl_key_file={directory / certificate.with_suffix('.key').name}",
            ]
        done = subprocess.run(
            [CLUSTER, "start", directory, *settings], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        port = int(done.stdout)
        return cls(
            host="127.0.0.1",
            port=port,
            superuser={"PGHOST": str(directory), "PGPORT": str(port), "PGUSER": "postgres"},
            password=secrets.token_hex(12),
            directory=directory,
        )

    @classmethod
    def from_environment(cls) -> "Server | None":
        host = os.environ.get("OMNIPROXY_TEST_POSTGRES_HOST")
        if not host:
            return None
        port = os.environ.get("OMNIPROXY_TEST_POSTGRES_PORT", "5432")
        superuser = {
            "PGHOST": host,
            "PGPORT": port,
            "PGUSER": os.environ.get("OMNIPROXY_TEST_POSTGRES_USER", "postgres"),
            "PGPASSWORD": os.environ.get("OMNIPROXY_TEST_POSTGRES_PASSWORD", ""),
        }
        return cls(host, int(port), superuser, password=secrets.token_hex(12))

    def stop(self) -> None:
        if self.directory is not None:
            subprocess.run([CLUSTER, "stop", self.directory], check=True)

    def psql(self, database: str, *arguments: str, script: str | None = None) -> str:
        """Runs psql as the superuser and returns what it prints."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments],
            input=script,
            capture_output=True,
            text=True,
            env=os.environ | self.superuser | {"PGOPTIONS": "-c client_min_messages=warning"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.rstrip("\n")

    def conninfo(self, database: str, user: str) -> str:
        return (
            f"host={self.host} port={self.port} dbname={database} user={user}"
            f" password={self.password}"
        )

    def log(self) -> str:
        """The server's own log; empty for a server that the tests did not start."""
        return (self.directory / "log").read_text() if self.directory else ""


def make_certificate(directory: Path, name: str, common_name: str, signer: str | None = None) -> Path:
    """Makes name.crt and name.key, signed by `signer` of the same directory or by itself."""
    certificate, key = directory / f"{name}.crt", directory / f"{name}.key"
    command = ["openssl", "req", "-x509", "-new", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", f"/CN={common_name}", "-keyout", key, "-out", certificate]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    if signer is not None:
        command += ["-CA", directory / f"{signer}.crt", "-CAkey", directory / f"{signer}.key"]
        command += ["-addext", "basicConstraints=critical,CA:FALSE"]
    subprocess.run(command, check=True, capture_output=True)
    key.chmod(0o600)
    return certificate
