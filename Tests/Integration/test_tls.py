# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""TLS on both sides (spec 4, 6, 14)."""

import socket
import ssl

import psycopg
import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from servers import make_certificate
from wire import SSL_REQUEST, WireClient, startup


@pytest.fixture(scope="module")
def strict(laboratory):
    """A proxy that requires TLS."""
    conninfo = laboratory.main.conninfo("lab", "svc_lab")
    running = start_proxy(
        laboratory.folder / "strict", [Connection("lab", conninfo, is_primary=True)], tls_settings(laboratory, "require")
    )
    yield running
    running.stop()


def channel_binding_was_used(proxy, **more) -> str:
    done = proxy.psql(ALICE, "-c", "SELECT 1", sslmode="require", **more)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_psql_with_channel_binding_required(proxy):
    assert channel_binding_was_used(proxy, channel_binding="require") == "1"


def test_psql_with_channel_binding_disabled(proxy):
    assert channel_binding_was_used(proxy, channel_binding="disable") == "1"


def test_wrong_password_over_channel_binding_is_28p01(proxy):
    done = proxy.psql(ALICE, "-c", "SELECT 1", sslmode="require", channel_binding="require", password="wrong")
    assert done.returncode != 0 and "password authentication failed" in done.stderr


def test_verify_full_against_the_certificate(proxy, laboratory):
    done = proxy.psql(ALICE, "-c", "SELECT 1", sslmode="verify-full", sslrootcert=str(laboratory.certificate))
    assert done.stdout.strip() == "1", done.stderr


def test_prefer_takes_plaintext(proxy):
    with proxy.connect(ALICE, sslmode="disable") as connection:
        assert not connection.pgconn.ssl_in_use


def test_require_refuses_plaintext(strict):
    with pytest.raises(psycopg.OperationalError):
        strict.connect(ALICE, sslmode="disable")
    with WireClient(strict.port) as client:
        client.send(startup(user=ALICE, database="lab"))
        assert client.read().sqlstate == "28000"


def test_require_serves_tls(strict):
    with strict.connect(ALICE, sslmode="require") as connection:
        assert connection.pgconn.ssl_in_use
        assert connection.execute("SELECT count(*) > 0 FROM orders").fetchone() == (True,)


def test_off_declines(twin):
    with WireClient(twin.port) as client:
        client.send(SSL_REQUEST)
        assert client.read_exactly(1) == b"N"
        client.log_in(ALICE, PASSWORD)


def test_bytes_ahead_of_the_handshake_close_the_connection(proxy):
    with WireClient(proxy.port) as client:
        client.send(SSL_REQUEST + startup(user=ALICE, database="lab"))
        assert client.is_closed_by_peer()


def test_second_ssl_request_is_refused(proxy):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=20) as raw:
        raw.sendall(SSL_REQUEST)
        assert raw.recv(1) == b"S"
        with context.wrap_socket(raw) as secure:
            secure.sendall(SSL_REQUEST)
            assert secure.recv(100)[:1] != b"S"


@pytest.mark.parametrize("protocols", [["postgresql"], ["http/1.1"], None])
def test_direct_tls_needs_the_protocol_name(proxy, protocols):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if protocols is not None:
        context.set_alpn_protocols(protocols)
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=20) as raw:
        if protocols == ["postgresql"]:
            with context.wrap_socket(raw) as secure:
                secure.sendall(startup(user=ALICE, database="lab"))
                assert secure.recv(1) == b"R"
        else:
            with pytest.raises((ssl.SSLError, ConnectionError, AssertionError)):
                with context.wrap_socket(raw) as secure:
                    secure.sendall(startup(user=ALICE, database="lab"))
                    assert secure.recv(1) != b""


def test_old_tls_versions_are_refused(proxy):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    with socket.create_connection(("127.0.0.1", proxy.port), timeout=20) as raw:
        raw.sendall(SSL_REQUEST)
        assert raw.recv(1) == b"S"
        with pytest.raises((ssl.SSLError, ConnectionError)):
            context.wrap_socket(raw)


def test_client_certificate_logs_its_common_name_in(proxy, laboratory):
    certificate = make_certificate(laboratory.folder, "alice", ALICE, signer="clients")
    login = {"sslmode": "require", "sslcert": str(certificate), "sslkey": str(certificate.with_suffix(".key"))}
    with proxy.connect(ALICE, password="", **login) as connection:
        assert connection.execute("SHOW omni.user").fetchone() == (ALICE,)
    # Of somebody else it is no help: the password is asked for and missing.
    with pytest.raises(psycopg.OperationalError):
        proxy.connect("bob@beta.test", password="wrong", **login)


def test_client_certificate_of_another_authority_is_no_login(proxy, laboratory):
    certificate = make_certificate(laboratory.folder, "impostor", ALICE)
    with pytest.raises(psycopg.OperationalError):
        proxy.connect(
            ALICE,
            password="wrong",
            sslmode="require",
            sslcert=str(certificate),
            sslkey=str(certificate.with_suffix(".key")),
        )


def test_backend_over_tls_with_channel_binding(proxy, laboratory):
    with proxy.connect("tess@alpha.test") as connection:
        assert connection.execute("SHOW omni.environment").fetchone() == ("lab_secure",)
        assert connection.execute("SELECT count(*) FROM orders").fetchone() == (145,)
        # Many records and both directions.
        rows = connection.execute("SELECT repeat('x', 1000) FROM orders a, orders b LIMIT 5000").fetchall()
        assert len(rows) == 5000


def test_tls_client_and_tls_backend_carry_large_results(proxy):
    with proxy.connect("tess@alpha.test", sslmode="require") as connection:
        rows = connection.execute("SELECT a.id, repeat('y', 3000) FROM orders a, orders b").fetchall()
        assert len(rows) == 145 * 145
        assert all(len(text) == 3000 for _, text in rows)
