# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""psql: everything that reads."""

import signal
import subprocess
import time

import pytest


def psql(target, script: str, *arguments: str) -> str:
    done = target.run("psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", *arguments, script=script)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "command",
    [
        r"\d", r"\d orders", r"\d+ orders", r'\d "Odd Name"', r"\dt", r"\dt+", r"\dv", r"\dm", r"\di", r"\ds",
        r"\dn", r"\dn+", r"\df", r"\df lower", r"\da", r"\dT", r"\dT+", r"\dD", r"\do =", r"\dC", r"\dO", r"\dx",
        r"\du", r"\dg", r"\dp", r"\z", r"\ddp", r"\db", r"\dy", r"\dF", r"\dFd", r"\dFp", r"\dFt", r"\dL",
        r"\dA", r"\dAc btree", r"\dAf btree", r"\dAo btree", r"\dAp btree", r"\dP", r"\dPt", r"\dPi", r"\dc", r"\dd", r"\dl",
        r"\dE", r"\des", r"\dew", r"\deu", r"\det", r"\dRp", r"\dRs", r"\drds", r"\dconfig TimeZone", r"\dX",
        r"\l", r"\l+", r"\encoding", r"\conninfo", r"\dn tenant", r"\d tenant.*", r"\dt *.*", r"\sf pg_get_userbyid",
    ],
)
def test_backslash_command(target, command):
    psql(target, command + "\n")


def test_visible_tables(target):
    listed = {line.split("|")[1] for line in psql(target, r"\dt public.*" + "\n").splitlines()}
    listed |= {line.split("|")[1] for line in psql(target, r"\dv public.*" + "\n").splitlines()}
    assert target.tables <= listed and "secrets" not in listed


def test_queries_variables_and_formats(target):
    assert psql(target, "SELECT count(*) FROM orders;\n") == f"{target.orders}\n"
    assert psql(target, "SELECT 1 AS one, 'x' AS two \\gset\n\\echo :one :two\n") == "1 x\n"
    assert psql(target, "SELECT 'SELECT 41 + 1' \\gexec\n") == "42\n"
    assert psql(target, "SELECT id, status, note FROM orders LIMIT 0 \\gdesc\n") == "id|integer\nstatus|text\nnote|text\n"
    assert psql(target, "SELECT 1 AS a, 2 AS b, 'x' AS c UNION ALL SELECT 3, 4, 'y' ORDER BY 1 \\crosstabview a b c\n")
    assert psql(target, "\\set AUTOCOMMIT off\nSELECT 1;\nSAVEPOINT s;\nSELECT 2;\nROLLBACK TO s;\nCOMMIT;\n") == "1\n2\n"
    assert "Time:" in psql(target, "\\timing on\nSELECT 1;\n")


def test_fetch_count(target):
    rows = psql(target, "\\set FETCH_COUNT 7\nSELECT id FROM orders ORDER BY id;\n").split()
    assert len(rows) == target.orders and rows == sorted(rows, key=int)


def test_copy_to(target, tmp_path):
    file = tmp_path / "orders.csv"
    psql(target, f"\\copy (SELECT id, status FROM orders ORDER BY id) TO '{file}' CSV HEADER\n")
    assert len(file.read_text().splitlines()) == target.orders + 1
    psql(target, f"\\copy orders TO '{file}'\n")
    assert len(file.read_text().splitlines()) == target.orders
    done = target.run("psql", "-X", "-c", f"\\copy orders FROM '{file}'")
    assert done.returncode != 0 and "read-only transaction" in done.stderr


def test_single_transaction_and_on_error_rollback(target):
    assert psql(target, "SELECT 1;\nSELECT 2;\n", "-1") == "1\n2\n"
    script = "\\set ON_ERROR_ROLLBACK on\nBEGIN;\nSELECT 1;\nSELECT nothing;\nSELECT 2;\nCOMMIT;\n"
    done = target.run("psql", "-X", "-q", "-At", script=script)
    assert done.stdout == "1\n2\n" and 'column "nothing" does not exist' in done.stderr


def test_watch(target):
    with subprocess.Popen(
        ["psql", "-X", "-At"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=target.environment(), text=True,
    ) as running:
        running.stdin.write("SELECT 'tick' \\watch 0.2\n")
        running.stdin.flush()
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=20)
    assert out.count("tick") >= 3


def test_control_c_cancels(target):
    with subprocess.Popen(
        ["psql", "-X", "-At"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=target.environment(), text=True,
    ) as running:
        running.stdin.write("SELECT count(*) FROM generate_series(1, 1000000000);\n")
        running.stdin.flush()
        time.sleep(1)
        running.send_signal(signal.SIGINT)
        _, errors = running.communicate(timeout=20)
    assert "canceling statement due to user request" in errors
