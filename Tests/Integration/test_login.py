# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Who gets in, and what those who do not are told (spec 6)."""

import threading
import time

import psycopg
import pytest

from configuration import ALICE, PASSWORD
from wire import GSSENC_REQUEST, WireClient, message, startup


def refusal(proxy, user: str, password: str = PASSWORD, database: str = "lab") -> dict[str, str]:
    with WireClient(proxy.port) as client, pytest.raises(PermissionError) as caught:
        client.log_in(user, password, database)
    return caught.value.args[0]


def test_right_password_logs_in(proxy):
    assert proxy.query(ALICE, "SELECT 1") == [(1,)]


def test_wrong_password_unknown_and_inactive_user_read_alike(proxy):
    wrong = refusal(proxy, ALICE, "wrong")
    unknown = refusal(proxy, "mallory@alpha.test")
    inactive = refusal(proxy, "gone@alpha.test")
    assert wrong["C"] == unknown["C"] == inactive["C"] == "28P01"
    masked = [
        fields["M"].replace(user, "?")
        for fields, user in ((wrong, ALICE), (unknown, "mallory@alpha.test"), (inactive, "gone@alpha.test"))
    ]
    assert masked[0] == masked[1] == masked[2]
    assert [set(fields) for fields in (wrong, unknown)] == [set(inactive)] * 2


def test_unknown_user_gets_the_same_salt_each_time(proxy):
    def challenge(user: str) -> list[bytes]:
        with WireClient(proxy.port) as client:
            client.send(startup(user=user, database="lab"))
            client.read()
            body = b"n,,n=,r=abcdefgh"
            client.send(message("p", b"SCRAM-SHA-256\0" + len(body).to_bytes(4, "big") + body))
            return client.read().body[4:].split(b",")[1:]

    assert challenge("mallory@alpha.test") == challenge("mallory@alpha.test")
    assert challenge("mallory@alpha.test") != challenge("trudy@alpha.test")


@pytest.mark.parametrize(
    ("user", "sqlstate"),
    [("viewer@alpha.test", "42501"), ("nobody@alpha.test", "42501"), ("lost@alpha.test", "42501")],
)
def test_user_without_role_or_environment_cannot_open_a_session(proxy, user, sqlstate):
    assert refusal(proxy, user)["C"] == sqlstate


def test_refusals_tell_nothing_about_environments_and_policy(proxy):
    for user in ("viewer@alpha.test", "nobody@alpha.test", "lost@alpha.test"):
        words = " ".join(refusal(proxy, user).values())
        for secret in ("lab_development", "lab_books", "svc_lab", "place", "nowhere"):
            assert secret not in words


def test_databases_that_do_not_exist_are_refused_as_those_that_are_not_yours(proxy):
    closed = refusal(proxy, "nobody@alpha.test")
    assert (closed["C"], closed["M"]) == ("42501", 'permission denied for database "lab"')
    for database in ("elsewhere", "lab_development", "lab@lab_development", "lab@nowhere", "lab:Other"):
        fields = refusal(proxy, ALICE, database=database)
        assert {**fields, "M": ""} == {**closed, "M": ""}
        assert fields["M"] == f'permission denied for database "{database}"'


def test_database_is_told_after_the_password_only(proxy):
    assert refusal(proxy, "mallory@alpha.test", database="elsewhere")["C"] == "28P01"


def test_replication_is_refused(proxy):
    with WireClient(proxy.port) as client:
        client.send(startup(user=ALICE, database="lab", replication="database"))
        answer = client.read()
        assert answer.kind == "E"
        assert client.is_closed_by_peer()


def test_gssenc_request_is_declined_and_the_session_goes_on(proxy):
    with WireClient(proxy.port) as client:
        client.send(GSSENC_REQUEST)
        assert client.read_exactly(1) == b"N"
        client.log_in(ALICE, PASSWORD)


def test_newer_minor_protocol_and_unknown_options_are_negotiated(proxy):
    with WireClient(proxy.port) as client:
        client.send(startup((3 << 16) + 9999, user=ALICE, database="lab", **{"_pq_.unheard_of": "1"}))
        answer = client.read()
        assert answer.kind == "v"
        assert b"_pq_.unheard_of" in answer.body
        client.authenticate(PASSWORD)


def test_unknown_major_protocol_is_an_error(proxy):
    with WireClient(proxy.port) as client:
        client.send(startup(4 << 16, user=ALICE, database="lab"))
        assert client.read().kind == "E"
        assert client.is_closed_by_peer()


def test_startup_settings_pass_the_allow_list(proxy):
    with proxy.connect(ALICE, options="-c DateStyle=German -c search_path=public") as connection:
        assert connection.execute("SELECT DATE '2024-02-03'::text").fetchone() == ("03.02.2024",)
    with pytest.raises(psycopg.OperationalError, match="work_mem|parameter|permission"):
        proxy.connect(ALICE, options="-c work_mem=1GB")


def test_session_reports_what_drivers_need(wire):
    assert wire.parameters["server_version"].startswith("15")
    assert wire.parameters["client_encoding"] == "UTF8"
    assert wire.parameters["standard_conforming_strings"] == "on"
    assert wire.process_id != 0 and len(wire.cancel_key) >= 4


def test_guessing_is_slowed_down_for_this_user_and_not_for_others(proxy):
    # Its own user: the delay must not reach the other tests.
    for _ in range(6):
        refusal(proxy, "guess@alpha.test", "wrong")
    began = time.monotonic()
    proxy.query("ursula@house.test", "SELECT 1")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "first_bytes",
    [
        b"\0\0\0\4",  # shorter than a version
        b"\xff\xff\xff\xff\0\3\0\0",  # negative length
        b"\x7f\xff\xff\xff\0\3\0\0",  # two gigabytes
        b"GET / HTTP/1.1\r\n\r\n",
        startup(user=ALICE)[:-1] + b"x",  # no terminator
    ],
)
def test_malformed_first_packet_is_closed(proxy, first_bytes):
    with WireClient(proxy.port) as client:
        client.send(first_bytes)
        assert client.is_closed_by_peer()


def test_queries_before_the_password_are_not_answered(proxy):
    with WireClient(proxy.port) as client:
        client.send(startup(user=ALICE, database="lab"))
        client.read()
        client.send(message("Q", b"SELECT 1\0"))
        answer = client.read()
        assert answer.kind == "E" and answer.sqlstate == "08P01"
        assert client.is_closed_by_peer()


def test_silent_client_is_closed_at_login_timeout(proxy):
    with WireClient(proxy.port) as client:
        began = time.monotonic()
        assert client.is_closed_by_peer()
        # login_timeout of the laboratory is 5 s.
        assert 3 < time.monotonic() - began < 15


def test_a_login_that_waits_for_others_is_not_the_one_that_is_late(proxy):
    """login_timeout (5 s here) is for those who stall; a full pool is query_wait_timeout's business."""
    with WireClient(proxy.port) as stalling, WireClient(proxy.port) as waiting:
        stalling.send(startup(user=ALICE, database="two"))
        assert stalling.read().kind == "R"
        with proxy.connect(ALICE, "two") as first, proxy.connect(ALICE, "two") as second:
            for holder in (first, second):
                holder.execute("BEGIN")
                holder.execute("SELECT 1")
            # Settings of the start-up packet are tried on a backend.
            waiting.send(startup(user=ALICE, database="two", TimeZone="Asia/Tokyo"))
            logging_in = threading.Thread(target=waiting.authenticate, args=(PASSWORD,))
            logging_in.start()
            answer = stalling.read()
            assert answer.kind == "E" and answer.sqlstate == "57014"
            assert answer.fields["M"] == "canceling authentication due to timeout"
            assert stalling.is_closed_by_peer()
            time.sleep(2)
            assert logging_in.is_alive()
        logging_in.join(timeout=20)
        assert waiting.parameters["TimeZone"] == "Asia/Tokyo"
