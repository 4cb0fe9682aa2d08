# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Each statement of a file direct and through the proxy, and what is to be said of the pair."""

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from answers import Answer, Session, difference
from regression_database import FORMS, READER, STATEMENT_SECONDS_MAX, USER, RegressionModel, Suite
from regression_suite import FOUNDATIONS, Item, files

# What is asked; what would change something is not.
ASKED = {
    "SELECT", "VALUES", "TABLE", "WITH", "SHOW", "SET", "RESET", "BEGIN", "START", "COMMIT", "END", "ROLLBACK",
    "ABORT", "SAVEPOINT", "RELEASE", "DECLARE", "FETCH", "MOVE", "CLOSE", "PREPARE", "EXECUTE", "DEALLOCATE", "COPY",
    "DISCARD",
}  # fmt: skip
LISTS_MIN = 5
SETTINGS = {"SET", "RESET", "DISCARD"}
# The end of a name that a database made for one run has in its messages.
LOCAL = [(re.compile(r'"regression_[a-z0-9_]*"'), '"regression"')]


@dataclass
class Finding:
    file: str
    sql: str
    kind: str
    direct: str
    proxied: str

    def json(self) -> str:
        return json.dumps(self.__dict__)


def is_asked(item: Item) -> bool:
    words = item.words
    if item.kind != "statement" or item.has_variables or not words or words[0] not in ASKED:
        return False
    if words[0] == "COPY":
        return re.search(r"(?i)\bto\s+stdout\b", item.text) is not None
    if words[0] == "WITH" and re.search(r"(?i)\b(insert\s+into|update\s+\w+\s+set|delete\s+from|merge\s+into)\b", item.text):
        return False
    if words[0] == "SET" and words[1:3] in (["SESSION", "AUTHORIZATION"], ["ROLE"]):
        return False
    return True


def neutral(answer: Answer) -> Answer:
    for pattern, name in LOCAL:
        answer.message = pattern.sub(name, answer.message)
    return answer


class Comparison:
    """One file through one proxy."""

    def __init__(self, file: str, conninfo: tuple[str, str]):
        self.file, self.conninfo = file, conninfo
        self.findings: list[Finding] = []
        self.counts: Counter = Counter()
        self.direct = self.proxied = None
        self.open()

    def open(self) -> None:
        self.close()
        self.direct, self.proxied = (Session(conninfo) for conninfo in self.conninfo)
        for session in (self.direct, self.proxied):
            session.ask(f"SET statement_timeout = '{STATEMENT_SECONDS_MAX}s'")

    def close(self) -> None:
        for session in (self.direct, self.proxied):
            if session is not None:
                session.close()

    def run(self, items: list[Item]) -> None:
        # Behind a difference inside a transaction nothing can be concluded until it ends.
        skipping = False
        for item in items:
            if not is_asked(item):
                continue
            word = item.words[0]
            if skipping and word not in ("COMMIT", "ROLLBACK", "END", "ABORT"):
                continue
            skipping = False
            agree = self.compare(item)
            if not (self.direct.is_idle and self.proxied.is_idle) and not agree:
                for session in (self.direct, self.proxied):
                    session.ask("ROLLBACK")
                skipping = True
            if self.direct.is_lost or self.proxied.is_lost:
                self.open()

    def compare(self, item: Item) -> bool:
        sql = item.text
        proxied = neutral(self.proxied.ask(sql))
        if item.words[0] in SETTINGS and proxied.sqlstate:
            self.counts["setting refused"] += 1
            # A refusal has ended the transaction here and not there.
            return self.proxied.is_idle
        direct = neutral(self.direct.ask(sql))
        if direct.sqlstate in ("57014", "25006"):
            self.counts["not comparable"] += 1
            return direct.sqlstate == proxied.sqlstate
        kind = difference(direct, proxied)
        if kind is not None and direct.sqlstate is None and difference(direct, neutral(self.direct.ask(sql))) == "rows":
            # Random, or the time: the server itself answers otherwise when asked again.
            self.counts["not comparable"] += 1
            return self.direct.is_idle
        if kind is None:
            self.counts["equal errors" if direct.sqlstate else "equal"] += 1
            return True
        self.counts[kind] += 1
        self.findings.append(Finding(self.file, sql, kind, direct.summary, proxied.summary))
        return False


def compare_file(suite: Suite, name: str, form: str, folder: Path, start) -> Comparison:
    """Loads a file, starts a proxy in front of its database and compares.

    - start: makes a running proxy of a folder and the text of its proxy.conf without [listen]."""
    database = suite.database(name)
    proxy = None
    try:
        model = RegressionModel.read(suite.server, database)
        if form == "related":
            suite.server.psql(database, script=model.related_tables())
        # Otherwise nothing but the proxy itself would be compared.
        assert form == "unfiltered" or len(model.lists) >= LISTS_MIN, model.lists.keys()
        folder.mkdir()
        text = model.write(folder, form).replace("{conninfo}", suite.server.conninfo(database, READER))
        proxy = start(folder, text)
        direct = suite.server.conninfo(database, READER)
        comparison = Comparison(name, (direct, proxy.conninfo(USER, "regression")))
        comparison.run(suite.items(name))
        comparison.close()
        return comparison
    finally:
        if proxy is not None:
            proxy.stop()
        suite.drop(database)


def main(arguments: list[str]) -> None:
    """neutrality.py FORM OUTPUT [FILE ...]: compares and writes every difference as a line of JSON."""
    import tempfile

    from proxy import Proxy
    from servers import Server, free_port

    form, output, *names = arguments
    assert form in FORMS
    folder = Path(tempfile.mkdtemp(prefix="omniproxy-neutrality."))
    folder.chmod(0o711)
    server = Server.start(folder / "server")
    try:
        suite = Suite.prepare(server, folder / "suite", FOUNDATIONS)

        def start(where: Path, text: str) -> Proxy:
            port = free_port()
            listen = f'[listen]\naddresses = ["127.0.0.1:{port}"]\n[listen.tls]\nmode = "off"\n'
            return Proxy(where, port, listen + text)

        total: Counter = Counter()
        with open(output, "w") as lines:
            for name in names or files(suite.folder):
                try:
                    comparison = compare_file(suite, name, form, folder / f"proxy.{name}", start)
                except (AssertionError, OSError) as error:
                    print(f"{name}: {error}", file=sys.stderr)
                    continue
                total += comparison.counts
                print(name, dict(comparison.counts), flush=True)
                for finding in comparison.findings:
                    lines.write(finding.json() + "\n")
                lines.flush()
        print("all", dict(total))
    finally:
        server.stop()
        import shutil

        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1:])
