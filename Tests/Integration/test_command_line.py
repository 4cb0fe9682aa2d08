# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The commands beside serve, on the configuration of a running proxy (spec 17)."""

import base64
import hashlib
import hmac
import os
import subprocess

from configuration import ALICE


def run_plain(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess:
    return subprocess.run(
        [os.environ["OMNIPROXY_BINARY"], *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def run(proxy, *arguments: str, configuration=None, stdin: str = "") -> subprocess.CompletedProcess:
    command, *rest = arguments
    return run_plain(command, "--config", str(configuration or proxy.configuration), *rest, stdin=stdin)


def test_check_accepts_the_configuration_and_lists_users(proxy):
    done = run(proxy, "check", "--users")
    assert done.returncode == 0, done.stderr
    assert f"{ALICE} on lab: querier, served by lab" in done.stdout
    assert "lost@alpha.test on lab: refused" in done.stdout


def test_check_names_file_line_and_key_of_each_mistake(proxy, tmp_path):
    lines = proxy.configuration.read_text().splitlines()
    lines.insert(1, "workerz = 3")
    broken = proxy.folder / "broken.conf"
    broken.write_text("\n".join(lines) + '\n[connections.lab.sql2]\nx = "${NOT_SET_ANYWHERE}"\n')
    done = run(proxy, "check", configuration=broken)
    assert done.returncode == 1
    errors = done.stderr.splitlines()
    assert f"error: {broken}:2: listen.workerz: unknown key" in errors
    assert f"error: {broken}:{len(lines) + 1}: connections.lab.sql2: unknown key" in errors
    assert any("NOT_SET_ANYWHERE" in error for error in errors)


def test_access_tells_relations_filters_and_where_they_are_written(proxy):
    done = run(proxy, "access", "--user", ALICE, "--database", "lab")
    assert done.returncode == 0, done.stderr
    assert "tenant = alpha" in done.stdout
    assert "tenant_id = alpha (attribute tenant)" in done.stdout
    assert "model.yaml:2)" in done.stdout
    assert "tenant.invoices is alpha_data.invoices" in done.stdout
    assert "beta" not in done.stdout


def test_access_refuses_with_the_reason(proxy):
    done = run(proxy, "access", "--user", "viewer@alpha.test", "--database", "lab")
    assert done.returncode == 1
    assert "42501" in done.stderr and "role viewer" in done.stderr


def test_rewrite_prints_the_statement_and_the_reasons(proxy):
    done = run(proxy, "rewrite", "--user", ALICE, "--database", "lab", "SELECT count(*) FROM orders")
    assert done.returncode == 0, done.stderr
    assert "public.orders" in done.stdout and "'alpha'" in done.stdout
    assert "attribute tenant" in done.stdout


def test_rewrite_refuses_as_the_proxy_would(proxy):
    done = run(proxy, "rewrite", "--user", ALICE, "--database", "lab", "-", stdin="TABLE beta_data.invoices")
    assert done.returncode == 1
    assert 'ERROR:  42P01: relation "beta_data.invoices" does not exist' in done.stderr


def test_password_prints_the_verifier_of_the_password():
    done = run_plain("password", stdin="p\u00e4ssword with blanks \n")
    assert done.returncode == 0, done.stderr
    scheme, parameters, keys = done.stdout.strip().split("$")
    assert scheme == "SCRAM-SHA-256"
    iterations, salt = parameters.split(":")
    salted = hashlib.pbkdf2_hmac(
        "sha256", "p\u00e4ssword with blanks ".encode(), base64.b64decode(salt), int(iterations)
    )
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    assert keys.split(":") == [base64.b64encode(key).decode() for key in (stored, server)]
    assert run_plain("password", stdin="p\u00e4ssword with blanks \n").stdout != done.stdout


def test_password_refuses_an_empty_one():
    for stdin in ("", "\n"):
        assert run_plain("password", stdin=stdin).returncode == 1
