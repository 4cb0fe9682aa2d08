# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What a connection string and the environment can say to libpq: psql connects, or fails, as to PostgreSQL itself."""

import os
import re
import subprocess

import pytest

from configuration import ALICE, BOB, PASSWORD
from conftest import shared

QUERY = "SELECT 'connected'"


@pytest.fixture(scope="module")
def encrypted(laboratory):
    """The laboratory's usual proxy, with its certificate."""
    proxy = shared.start_proxy(
        laboratory.folder / "encrypted", shared.lab_connections(laboratory), shared.tls_settings(laboratory, "prefer")
    )
    yield proxy
    proxy.stop()


def psql(parts: dict, options: str, environment: dict[str, str], *commands: str) -> subprocess.CompletedProcess:
    conninfo = " ".join(f"{name}='{value}'" for name, value in parts.items() if name != "password")
    # Of an option that is there twice the last one counts.
    arguments = [part for command in commands or [QUERY] for part in ("-c", command)]
    return subprocess.run(
        ["psql", "-X", "-w", "-At", *arguments, f"{conninfo} {options}"],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PGPASSWORD": parts["password"]} | environment,
    )


def anonymous(text: str, parts: dict) -> str:
    for name, value in parts.items():
        text = re.sub(rf"\b{re.escape(str(value))}\b", name, text)
    return text


@pytest.fixture
def both(encrypted, laboratory):
    """The proxy and the server."""
    main = laboratory.main
    return (
        {"host": "127.0.0.1", "port": encrypted.port, "user": ALICE, "dbname": "lab", "password": PASSWORD},
        {"host": "127.0.0.1", "port": main.port, "user": "svc_lab", "dbname": "lab", "password": main.password},
    )


OPTIONS = [
    "sslmode=verify-full sslrootcert={ca} host=localhost",
    "sslmode=verify-full sslrootcert={ca} host=localhost hostaddr=127.0.0.1",
    "sslmode=verify-full sslrootcert={ca} host=elsewhere.test hostaddr=127.0.0.1",
    "sslmode=verify-full sslrootcert={other} host=localhost",
    "sslmode=verify-ca sslrootcert={ca}",
    "sslmode=require channel_binding=require",
    "sslmode=disable channel_binding=require",
    "sslmode=disable",
    "sslmode=require ssl_min_protocol_version=TLSv1.3",
    "sslmode=require ssl_max_protocol_version=TLSv1.2 sslsni=0",
    "sslmode=require sslcompression=1",
    "gssencmode=prefer",
    "gssencmode=require",
    "target_session_attrs=any",
    "target_session_attrs=primary",
    "target_session_attrs=prefer-standby",
    "target_session_attrs=standby",
    "host=127.0.0.1,127.0.0.1 port=1,{port}",
    "keepalives=1 keepalives_idle=5 keepalives_interval=2 keepalives_count=3 tcp_user_timeout=3000 connect_timeout=9",
    "options='-c statement_timeout=5s -c DateStyle=German --search_path=public'",
    "options='-cstatement_timeout=never'",
    "client_encoding=auto",
    "application_name=name fallback_application_name=other",
    "password=wrong",
    "user=nobody password=wrong",
]


@pytest.mark.parametrize("options", OPTIONS)
def test_connection_options(both, laboratory, options):
    answers = []
    for parts in both:
        ca, other = laboratory.certificate, laboratory.folder / "clients.crt"
        given = options.format(ca=ca, other=other, port=parts["port"])
        environment = {"PGPASSWORD": "wrong"} if "password=wrong" in given else {}
        done = psql(parts, given.replace("password=wrong", ""), environment)
        answers.append((done.returncode, done.stdout, anonymous(done.stderr, parts)))
    assert answers[0] == answers[1]


ENVIRONMENTS = [
    {"PGTZ": "Asia/Tokyo", "PGDATESTYLE": "ISO,DMY", "PGAPPNAME": "reader"},
    {"PGOPTIONS": "-c default_transaction_isolation=serializable -c IntervalStyle=iso_8601"},
    {"PGOPTIONS": "-c extra_float_digits=0 -c bytea_output=escape"},
    {"PGCLIENTENCODING": "UTF8"},
]
SHOWN = "TimeZone DateStyle application_name transaction_isolation IntervalStyle extra_float_digits bytea_output client_encoding"


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_settings_of_the_environment(both, environment):
    answers = [psql(parts, "", environment, *(f"SHOW {name}" for name in SHOWN.split())) for parts in both]
    assert answers[0].returncode == 0 and answers[0].stdout == answers[1].stdout


def test_service_and_password_files(both, tmp_path):
    parts, _ = both
    service, passwords = tmp_path / "services", tmp_path / "passwords"
    service.write_text("[lab]\n" + "".join(f"{name}={parts[name]}\n" for name in ("host", "port", "user", "dbname")))
    passwords.write_text(f"127.0.0.1:*:lab:{parts['user']}:{parts['password']}\n")
    passwords.chmod(0o600)
    environment = {name: value for name, value in os.environ.items() if name != "PGPASSWORD"}
    environment |= {"PGSERVICEFILE": str(service), "PGPASSFILE": str(passwords)}
    for more in ({"PGSERVICE": "lab"}, {}):
        target = [] if more else ["service=lab"]
        command = ["psql", "-X", "-w", "-At", "-c", QUERY, *target]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment | more)
        assert done.stdout == "connected\n", done.stderr


def test_a_read_write_session_is_not_to_be_had(both):
    """The account could write as far as PostgreSQL knows; a client of the proxy cannot."""
    parts, _ = both
    assert "session is read-only" in psql(parts, "target_session_attrs=read-write", {}).stderr
    assert psql(parts, "target_session_attrs=read-only", {}).stdout == "connected\n"


@pytest.mark.parametrize("kind", ["true", "database"])
def test_no_replication(both, kind):
    parts, _ = both
    assert "replication connections are not supported" in psql(parts, f"replication={kind}", {}).stderr


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PGOPTIONS": "-c enable_seqscan=off"}, 'permission denied to set parameter "enable_seqscan"'),
        ({"PGGEQO": "off"}, 'permission denied to set parameter "geqo"'),
        ({"PGCLIENTENCODING": "LATIN1"}, 'invalid value for parameter "client_encoding": "LATIN1"'),
        ({"PGOPTIONS": "-c nosuch=1"}, 'unrecognized configuration parameter "nosuch"'),
    ],
)
def test_settings_that_end_the_connection_are_named(both, environment, said):
    done = psql(both[0], "", environment)
    assert done.returncode == 2 and f"FATAL:  {said}" in done.stderr


def test_psql_connects_anew(both):
    """\\c to another database of the same user, as another user, and to one that does not exist, which ends a script."""
    parts, _ = both
    script = "".join(f"\\c {target}\nSELECT current_database(), current_user;\n" for target in ["one", f"lab {BOB}", "nosuch", "lab"])
    command = ["psql", "-X", "-q", "-At", "postgresql://127.0.0.1:{port}/{dbname}".format(**parts)]
    done = subprocess.run(
        command, input=script, capture_output=True, text=True, timeout=60,
        env=os.environ | {"PGPASSWORD": parts["password"], "PGUSER": parts["user"]},
    )  # fmt: skip
    assert done.stdout.splitlines() == [f"one|{ALICE}", f"lab|{BOB}"]
    assert done.returncode == 2 and 'permission denied for database "nosuch"' in done.stderr
