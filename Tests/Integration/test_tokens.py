# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Signed tokens in the place of passwords (spec 6)."""

import base64
import json
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from configuration import ALICE, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from test_reload import eventually
from wire import WireClient, startup

ISSUER, AUDIENCE = "https://login.example.com", "omniproxy"
ASKS = "-c omni.login=token"


def url_safe(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Issuer:
    """Who signs, with an RSA key of its own."""

    def __init__(self, folder: Path, name: str):
        self.name = name
        self.private = folder / f"{name}.key"
        self.openssl("genrsa", "-out", str(self.private), "2048")

    def openssl(self, *arguments: str, text: bytes = b"") -> bytes:
        return subprocess.run(["openssl", *arguments], input=text, capture_output=True, check=True).stdout

    def jwks(self) -> str:
        modulus = self.openssl("rsa", "-in", str(self.private), "-noout", "-modulus").decode().strip().split("=")[1]
        key = {"kty": "RSA", "kid": self.name, "alg": "RS256", "e": "AQAB", "n": url_safe(bytes.fromhex(modulus))}
        return json.dumps({"keys": [key]})

    def token(self, user: str, **changes) -> str:
        claims = {"iss": ISSUER, "aud": AUDIENCE, "exp": int(time.time()) + 600, "email": user} | changes
        head = {"alg": "RS256", "typ": "JWT", "kid": self.name}
        signed = ".".join(url_safe(json.dumps(part).encode()) for part in (head, claims))
        return f"{signed}.{url_safe(self.openssl('dgst', '-sha256', '-sign', str(self.private), text=signed.encode()))}"


@pytest.fixture(scope="module")
def issuer(laboratory):
    return Issuer(laboratory.folder, "issuer")


def start(laboratory, issuer: Issuer, name: str, **more: str):
    keys = laboratory.folder / f"{name}.jwks"
    keys.write_text(issuer.jwks())
    settings = {"keys": str(keys), "issuer": ISSUER, "audience": AUDIENCE, "user_claim": "email"}
    lines = [f"{key} = {json.dumps(value)}" for key, value in (settings | more).items()]
    return start_proxy(
        laboratory.folder / name,
        [Connection("lab", laboratory.main.conninfo("lab", "svc_lab"), is_primary=True)],
        tls_settings(laboratory, "prefer") + "[listen.tokens]\n" + "\n".join(lines) + "\n",
    )


@pytest.fixture(scope="module")
def tokens_proxy(laboratory, issuer):
    running = start(laboratory, issuer, "tokens")
    yield running
    running.stop()


def forgive(proxy) -> None:
    """Logs in rightly, which ends the delays that wrong logins earned."""
    proxy.connect(ALICE).close()


@pytest.fixture
def guarded(tokens_proxy):
    """A proxy that takes tokens from those who say that they have one."""
    yield tokens_proxy
    forgive(tokens_proxy)


def refusal(proxy, password: str, user: str = ALICE, **more) -> str:
    with pytest.raises(psycopg.OperationalError) as caught:
        proxy.connect(user, password=password, **({"sslmode": "require", "options": ASKS} | more))
    return str(caught.value)


def test_token_logs_in_and_the_users_filters_apply(guarded, issuer):
    orders = "SELECT count(*), min(tenant_id), max(tenant_id) FROM orders"
    with guarded.connect(ALICE, password=issuer.token(ALICE), sslmode="require", options=ASKS) as connection:
        seen = connection.execute(orders).fetchone()
    assert seen == guarded.query(ALICE, orders)[0]
    assert seen[1:] == ("alpha", "alpha")


def test_other_settings_may_stand_beside_the_method(guarded, issuer):
    options = f"{ASKS} -c DateStyle=German"
    with guarded.connect(ALICE, password=issuer.token(ALICE), sslmode="require", options=options) as connection:
        assert connection.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)


def test_passwords_go_on_working_for_those_who_ask_for_nothing(guarded):
    with guarded.connect(ALICE, sslmode="require", channel_binding="require") as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_refusals_read_alike_whatever_is_wrong(guarded, issuer, laboratory):
    stranger = Issuer(laboratory.folder, "stranger")
    wrong = {
        "another signature": refusal(guarded, stranger.token(ALICE)),
        "another user": refusal(guarded, issuer.token("bob@beta.test")),
        "another audience": refusal(guarded, issuer.token(ALICE, aud="reports")),
        "another issuer": refusal(guarded, issuer.token(ALICE, iss="https://elsewhere.example")),
        "the password": refusal(guarded, PASSWORD),
        "nothing": refusal(guarded, "x"),
    }
    assert all(f'token authentication failed for user "{ALICE}"' in text for text in wrong.values()), wrong
    assert len(set(wrong.values())) == 1, wrong


def test_unknown_and_inactive_users_are_refused_like_others(guarded, issuer):
    for user in ("mallory@alpha.test", "gone@alpha.test"):
        told = refusal(guarded, issuer.token(user), user=user)
        assert f'token authentication failed for user "{user}"' in told
        assert "expired" not in told


def test_bearer_of_a_good_token_is_told_that_it_has_expired(guarded, issuer):
    assert "fetch a new one" in refusal(guarded, issuer.token(ALICE, exp=int(time.time()) - 1))


def test_tokens_are_not_asked_for_outside_of_tls(guarded, issuer):
    assert "encrypted" in refusal(guarded, issuer.token(ALICE), sslmode="disable")


def test_proxy_without_issuer_says_so(proxy):
    assert "takes no tokens" in refusal(proxy, "x")


def test_unknown_method_is_an_error(guarded):
    assert "Available values: token" in refusal(guarded, "x", options="-c omni.login=kerberos")


def test_required_tokens_leave_no_other_way_in(laboratory, issuer):
    running = start(laboratory, issuer, "tokens-required", required=True)
    try:
        # No client has to say anything: each is asked.
        with running.connect(ALICE, password=issuer.token(ALICE), sslmode="require") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert "token authentication failed" in refusal(running, PASSWORD, options="")
        with WireClient(running.port) as client:
            client.send(startup(user=ALICE, database="lab"))
            assert client.read().sqlstate == "28000"
    finally:
        running.stop()


def test_new_keys_count_after_a_reload(laboratory, issuer):
    running = start(laboratory, issuer, "tokens-rotated")
    try:
        successor = Issuer(laboratory.folder, "successor")
        token = successor.token(ALICE)
        refusal(running, token)
        (laboratory.folder / "tokens-rotated.jwks").write_text(successor.jwks())
        running.reload()
        assert eventually(lambda: "configuration reloaded" in running.log())
        running.connect(ALICE, password=token, sslmode="require", options=ASKS).close()
        refusal(running, issuer.token(ALICE))
    finally:
        running.stop()


def test_long_and_broken_answers_end_the_login(guarded):
    for answer in ("a" * 60_000, "a.b.c", "." * 5_000):
        assert "token authentication failed" in refusal(guarded, answer, user="long@alpha.test")
