# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL's own regression suite: fetched from Debian, split into statements as psql does.

Nothing of it is kept in the repository; the source package is unpacked where the tests keep what
they build."""

import os
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CACHE = Path(os.environ.get("OMNIPROXY_TEST_CACHE", ROOT / ".build" / "regression-suite"))
FETCH = ROOT / "scripts" / "lib" / "regression-suite"
# Files whose tables others read, in the order in which the suite itself runs them.
FOUNDATIONS = """
    test_setup point lseg line box path polygon circle date time timetz timestamp timestamptz interval
    inet macaddr copy create_function_c create_misc create_operator create_procedure create_table
    create_type create_index create_view create_aggregate create_function_sql create_cast
""".split()
# Files about what no proxy can be asked: other databases, servers' files, roles' rights, other sessions. A database of
# object_address cannot be dropped: it has a subscription.
NOT_ABOUT_QUERIES = """
    tablespace database mvcc subscription publication stats maintain_every write_parallel
    vacuum_parallel euc_kr psql_crosstab psql random lock async dbsize test_setup object_address
""".split()


def directory() -> Path:
    """Where src/test/regress lies, fetched when it is not there."""
    done = subprocess.run([FETCH, CACHE], capture_output=True, text=True)
    if done.returncode == 3:
        pytest.skip("PostgreSQL's source package cannot be had here: " + done.stderr.strip()[-200:])
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def extract(module: str, folder: Path) -> Path:
    """Unpacks what lies in `module`, a path of the source package that ends with a slash, into `folder`."""
    directory()
    (archive,) = CACHE.glob("postgresql-15_*.orig.tar.bz2")
    with tarfile.open(archive) as members:
        for member in members:
            if f"/{module}" in member.name and member.isfile():
                member.name = member.name.split(f"/{module}")[1]
                members.extract(member, folder, filter="data")
    return folder


def files(suite: Path) -> list[str]:
    """The names of the suite's files in the order of its schedule."""
    names = []
    for line in (suite / "parallel_schedule").read_text().splitlines():
        if line.startswith("test:"):
            names += line.split()[1:]
    known = [name for name in names if (suite / "sql" / f"{name}.sql").exists()]
    return [name for name in known if name not in NOT_ABOUT_QUERIES]


@dataclass(frozen=True)
class Item:
    """A statement without its semicolon, a backslash command's line, or lines of COPY data."""

    kind: str  # statement, command, data
    text: str
    has_variables: bool = False
    # A statement that a backslash command ended.
    ended_by: str = ";"

    @property
    def words(self) -> list[str]:
        """The first words in capitals, comments and parentheses aside."""
        text = re.sub(r"/\*.*?\*/|--[^\n]*", " ", self.text, flags=re.S)
        return [word.upper() for word in re.findall(r"[A-Za-z_]+", text[:200])[:8]]


TOKEN = re.compile(
    r"""
    (?P<comment>--[^\n]*|/\*)
  | (?P<escape>[eE]'(?:[^'\\]|\\.|'')*')
  | (?P<string>'(?:[^']|'')*')
  | (?P<name>"(?:[^"]|"")*")
  | (?P<dollar>\$(?P<tag>[A-Za-z_\x80-\xff][A-Za-z_0-9\x80-\xff]*)?\$)
  | (?P<word>[A-Za-z_\x80-\xff][A-Za-z_0-9$\x80-\xff]*|[0-9]+)
  | (?P<variable>(?<!:):(?:'[A-Za-z_]+'|"[A-Za-z_]+"|[A-Za-z_]+)|:\{\?)
  | (?P<semicolon>\\?;)
  | (?P<command>\\[^\s;]+[^\n]*)
  | (?P<open>[(\[])
  | (?P<close>[)\]])
""",
    re.X | re.S,
)


def end_of_comment(text: str, at: int) -> int:
    """Behind a block comment that starts at `at`; they nest."""
    depth = 0
    for match in re.compile(r"/\*|\*/").finditer(text, at):
        depth += 1 if match.group() == "/*" else -1
        if depth == 0:
            return match.end()
    return len(text)


def split(text: str) -> list[Item]:
    """A psql script as items."""
    items, start, at, depth, blocks, variables = [], 0, 0, 0, 0, False

    def finish(end: int, ended_by: str = ";") -> None:
        statement = text[start:end].strip()
        if re.sub(r"--[^\n]*|/\*.*?\*/", "", statement, flags=re.S).strip():
            items.append(Item("statement", statement, variables, ended_by))

    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        kind, token = match.lastgroup if match.lastgroup != "tag" else "dollar", match.group()
        if kind == "comment" and token == "/*":
            at = end_of_comment(text, match.start())
        elif kind == "dollar":
            end = text.find(token, at)
            at = len(text) if end < 0 else end + len(token)
        elif kind == "word":
            # The body of a function in SQL holds semicolons of its own.
            if re.match(r"(?is)\s*(--[^\n]*\n\s*)*create\s+(or\s+replace\s+)?(function|procedure)\b", text[start:at]):
                upper = token.upper()
                if upper == "BEGIN" and re.match(r"(?i)\s+atomic\b", text[at:]):
                    blocks += 1
                elif upper == "CASE" and blocks:
                    blocks += 1
                elif upper == "END" and blocks:
                    blocks -= 1
        elif kind == "variable":
            variables = True
        elif kind == "open":
            depth += 1
        elif kind == "close":
            depth = max(depth - 1, 0)
        elif kind == "semicolon" and depth == 0 and blocks == 0 and token == ";":
            statement = text[start : match.start()]
            finish(match.start())
            start, variables = at, False
            if re.match(r"(?is)\s*(--[^\n]*\n\s*)*copy\b.*\bfrom\s+stdin\b", statement):
                newline = text.find("\n", at)
                end = text.find("\n\\.\n", newline)
                if end >= 0:
                    items.append(Item("data", text[newline + 1 : end + 4]))
                    at = start = end + 4
        elif kind == "command":
            finish(match.start(), token)
            if re.match(r"\\(g|gset|gexec|gdesc|gx|crosstabview|bind)\b", token) is None:
                items.append(Item("command", token))
            start, variables, depth, blocks = at, False, 0, 0
    finish(len(text))
    return items


def load_script(items: list[Item]) -> str:
    """What prepares a database for a file's queries: the file itself, with temporary objects made
    lasting and nothing dropped that is not made again."""
    lines = []
    created_later: list[set[str]] = []
    seen: set[str] = set()
    for item in reversed(items):
        created_later.append(set(seen))
        if item.kind == "statement" and item.words[:1] == ["CREATE"]:
            seen |= set(re.findall(r"\w+", item.text.lower()[:300]))
    created_later.reverse()
    for item, later in zip(items, created_later):
        if item.kind == "data":
            lines.append(item.text.rstrip("\n"))
        elif item.kind == "command":
            if not re.match(r"\\(c|connect)\b", item.text):
                lines.append(item.text)
        else:
            text = lasting(item)
            if item.words[:1] == ["DROP"] and not set(re.findall(r"\w+", text.lower())) - WORDS_OF_DROP & later:
                continue
            lines.append(text + (";" if item.ended_by == ";" else " " + item.ended_by))
    return "\n".join(lines) + "\n"


WORDS_OF_DROP = set(
    "drop table view index function type schema if exists cascade restrict role user materialized sequence "
    "aggregate operator procedure domain trigger on rule policy statistics text search class family cast as "
    "using int integer bigint float8 numeric".split()
)


def lasting(item: Item) -> str:
    """The statement with what it would create only for its session made lasting."""
    text = item.text
    if item.words[:1] in (["CREATE"], ["SELECT"], ["WITH"]):
        text = re.sub(
            r"(?i)\b(create\s+(?:or\s+replace\s+)?|into\s+)(?:local\s+|global\s+)?temp(?:orary)?\b", r"\1", text, count=1
        )
        text = re.sub(r"(?i)\bon\s+commit\s+(drop|delete\s+rows|preserve\s+rows)", "", text)
        text = re.sub(r"(?i)\bpg_temp\.", "", text)
    return text
