# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The laboratory: servers, databases and proxies that live as long as the test run."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from configuration import ALICE, BOB, PASSWORD, Connection, proxy_conf, write_model
from proxy import Proxy
from servers import Server, free_port, make_certificate
from wire import WireClient

LAB = Path(__file__).parent / "lab"
LAB_FILES = ["tables.sql", "rows.sql", "kinds.sql", "people.sql", "grants.sql"]
DATABASES = ["lab", "lab_twin", "lab_bare", "lab_native", "lab_development"]

# Of what is random; printed with every mismatch, and another one with --seed.
SEED = 20260


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="many more statements where statements are made by chance")
    parser.addoption("--seed", type=int, default=SEED, help="of everything random")


@pytest.fixture(scope="session")
def seed(request) -> int:
    return request.config.getoption("--seed")


@pytest.fixture(scope="session")
def amount(request):
    """How many: the usual, or the long run's."""
    is_long = request.config.getoption("--long")
    return lambda usual, long: long if is_long else usual


@dataclass
class Laboratory:
    """Where things are."""

    folder: Path
    main: Server  # databases lab, lab_twin, lab_bare and lab_native
    development: Server  # database lab_development; the same server when the environment names one
    certificate: Path  # of the proxy and of the main server


def fill(server: Server, *databases: str) -> None:
    server.psql("postgres", "-v", f"password={server.password}", "-f", str(LAB / "roles.sql"))
    first, *copies = databases
    server.psql("postgres", "-c", f"CREATE DATABASE {first} TEMPLATE template0")
    server.psql(
        first, "-v", "salt=1", *(part for name in LAB_FILES for part in ("-f", str(LAB / name)))
    )
    for copy in copies:
        # A copy keeps the OIDs, so that answers can be compared byte by byte.
        server.psql("postgres", "-c", f"CREATE DATABASE {copy} TEMPLATE {first}")


def drop(server: Server) -> None:
    for database in DATABASES:
        server.psql("postgres", "-c", f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


@pytest.fixture(scope="session")
def laboratory():
    folder = Path(tempfile.mkdtemp(prefix="omniproxy-test."))
    # The clusters' owner must be able to pass.
    folder.chmod(0o711)
    certificate = make_certificate(folder, "server", "localhost")
    make_certificate(folder, "clients", "clients of the laboratory")
    servers = []
    try:
        given = Server.from_environment()
        if given is not None:
            drop(given)
            fill(given, "lab", "lab_twin", "lab_bare", "lab_native", "lab_development")
            main = development = given
        else:
            main = Server.start(folder / "main", certificate)
            servers.append(main)
            fill(main, "lab", "lab_twin", "lab_bare", "lab_native")
            development = Server.start(folder / "development")
            servers.append(development)
            fill(development, "lab_development")
        main.psql("lab_twin", "-f", str(LAB / "beta_again.sql"), "-c", "VACUUM ANALYZE")
        main.psql("lab_bare", "-f", str(LAB / "without_hidden.sql"), "-c", "VACUUM ANALYZE")
        main.psql("lab_native", "-f", str(LAB / "native.sql"))
        development.psql("lab_development", "-f", str(LAB / "development.sql"))
        yield Laboratory(folder, main, development, certificate)
        if given is not None:
            drop(given)
    finally:
        for server in servers:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def tls_settings(laboratory: Laboratory, mode: str) -> str:
    if mode == "off":
        return 'mode = "off"\n'
    certificate = laboratory.certificate
    return (
        f'mode = "{mode}"\ncertificate = "{certificate}"\n'
        f'private_key = "{certificate.with_suffix(".key")}"\n'
        f'client_ca = "{laboratory.folder / "clients.crt"}"\n'
    )


def lab_connections(laboratory: Laboratory) -> list[Connection]:
    """Every connection of the laboratory's usual proxy."""
    main, development = laboratory.main, laboratory.development
    plain = main.conninfo("lab", "svc_lab")
    secure = (
        f" sslmode=verify-full sslrootcert={laboratory.certificate} channel_binding=require"
        if main.directory
        else ""
    )
    return [
        Connection("lab", plain, "pool_size = 8\n", is_primary=True),
        Connection("lab_development", development.conninfo("lab_development", "svc_lab"), "pool_size = 2\n"),
        Connection("lab_books", main.conninfo("lab", "svc_books"), "pool_size = 2\n"),
        Connection("lab_secure", plain + secure, "pool_size = 2\n"),
        # Many clients over few backends.
        Connection("one", plain, 'pool_size = 1\nquery_wait_timeout = "3s"\n', is_primary=True),
        Connection("two", plain, "pool_size = 2\n", is_primary=True),
        Connection("own", plain, 'pool_size = 4\npool_mode = "session"\n', is_primary=True),
    ]


def start_proxy(
    folder: Path, connections: list[Connection], tls: str, environment: dict[str, str] | None = None, **more
) -> Proxy:
    folder.mkdir()
    write_model(folder)
    port = free_port()
    return Proxy(folder, port, proxy_conf(port, connections, tls, **more), environment)


@pytest.fixture(scope="session")
def proxy(laboratory):
    running = start_proxy(laboratory.folder / "proxy", lab_connections(laboratory), tls_settings(laboratory, "prefer"))
    yield running
    running.stop()


@pytest.fixture(scope="session")
def twin(laboratory):
    """A proxy in front of the database that differs in beta's rows alone, under the same names."""
    conninfo = laboratory.main.conninfo("lab_twin", "svc_lab")
    running = start_proxy(
        laboratory.folder / "twin", [Connection("lab", conninfo, is_primary=True)], tls_settings(laboratory, "off")
    )
    yield running
    running.stop()


@pytest.fixture(scope="session")
def bare(laboratory):
    """A proxy in front of the database that lacks the hidden columns altogether."""
    conninfo = laboratory.main.conninfo("lab_bare", "svc_lab")
    running = start_proxy(
        laboratory.folder / "bare", [Connection("lab", conninfo, is_primary=True)], tls_settings(laboratory, "off")
    )
    yield running
    running.stop()


@pytest.fixture
def alice(proxy):
    with proxy.connect(ALICE) as connection:
        yield connection


@pytest.fixture
def bob(proxy):
    with proxy.connect(BOB) as connection:
        yield connection


@pytest.fixture
def wire(proxy):
    """alice, by hand."""
    with WireClient(proxy.port) as client:
        client.log_in(ALICE, PASSWORD)
        yield client


@pytest.fixture(autouse=True)
def proxy_survives(proxy):
    """Whatever a test does, the proxy is there afterwards."""
    yield
    assert proxy.is_alive(), proxy.log()[-4000:]
