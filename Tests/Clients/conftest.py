# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Real clients against the laboratory of the integration tests, once per user."""

import importlib.util
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest

INTEGRATION = Path(__file__).resolve().parents[1] / "Integration"
sys.path.insert(0, str(INTEGRATION))

from configuration import ALICE, PASSWORD, Connection, VIEWS  # noqa: E402


def integration_conftest():
    spec = importlib.util.spec_from_file_location("integration_conftest", INTEGRATION / "conftest.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


shared = integration_conftest()
laboratory = shared.laboratory

# Everything may be read as it is; the rules of the usual connection have the filters.
UNFILTERED = f"""pool_size = 8
model = "Lab"
base_access = "no_access"
default_schema = "public"
[connections.free.access]
"group:analysts" = "querier"
[connections.free.sql]
unfiltered_views = [{", ".join(f'"{view}"' for view in VIEWS)}]
"""


@dataclass(frozen=True)
class Target:
    """Where a client connects, and what it must find there."""

    name: str
    port: int
    user: str
    database: str
    orders: int  # rows of the table of that name
    tables: frozenset[str]  # visible in public
    staff: tuple[str, ...]  # columns
    host: str = "127.0.0.1"
    password: str = PASSWORD

    @property
    def conninfo(self) -> str:
        return (
            f"host={self.host} port={self.port} user={self.user} password='{self.password}'"
            f" dbname={self.database} sslmode=disable connect_timeout=20"
        )

    @property
    def url(self) -> str:
        user, password = quote(self.user), quote(self.password)
        return f"postgresql://{user}:{password}@{self.host}:{self.port}/{self.database}?sslmode=disable"

    @property
    def is_governed(self) -> bool:
        return self.name == "governed"

    def environment(self) -> dict[str, str]:
        return os.environ | {
            "PGHOST": self.host,
            "PGPORT": str(self.port),
            "PGUSER": self.user,
            "PGPASSWORD": self.password,
            "PGDATABASE": self.database,
            "PGSSLMODE": "disable",
            "PGCONNECT_TIMEOUT": "20",
        }

    def run(self, *command, script: str | None = None, **more) -> subprocess.CompletedProcess:
        return subprocess.run(
            [str(part) for part in command],
            input=script,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=120,
            env=self.environment() | more,
        )


@pytest.fixture(scope="session")
def proxy(laboratory):
    connections = [
        Connection("lab", laboratory.main.conninfo("lab", "svc_lab"), "pool_size = 8\n", is_primary=True),
        Connection("free", laboratory.main.conninfo("lab", "svc_lab"), UNFILTERED),
    ]
    running = shared.start_proxy(laboratory.folder / "clients", connections, 'mode = "off"\n')
    yield running
    running.stop()


PUBLIC_TABLES = frozenset(table for schema, table, _ in VIEWS.values() if schema == "public")


@pytest.fixture(scope="session", params=["free", "governed"])
def target(request, proxy, laboratory) -> Target:
    def count(condition: str) -> int:
        return int(laboratory.main.psql("lab", "-c", f"SELECT count(*) FROM orders WHERE {condition}"))

    if request.param == "free":
        staff = ("id", "tenant_id", "grade", "phone")
        return Target("free", proxy.port, "ursula@house.test", "free", count("true"), PUBLIC_TABLES, staff)
    staff = ("id", "tenant_id", "grade", "phone")
    return Target("governed", proxy.port, ALICE, "lab", count("tenant_id = 'alpha'"), PUBLIC_TABLES, staff)


@pytest.fixture
def direct(target, laboratory) -> str:
    """Where PostgreSQL itself shows the same rows: all of them, or those of native row security."""
    if target.is_governed:
        return laboratory.main.conninfo("lab_native", "native_alpha")
    return laboratory.main.conninfo("lab", "svc_lab")


@pytest.fixture(autouse=True)
def proxy_survives(proxy):
    yield
    assert proxy.is_alive(), proxy.log()[-4000:]
