# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The files of PostgreSQL's isolation suite, and which of their sessions can go through a read-only proxy.

The rule: a session goes through if every statement of its setup, its steps and its teardown only reads. That is, it
is one of READING without a locking clause; calls no function that takes advisory locks, writes or was made by the
file to do so; reads no view of other sessions' activity; and sets only what the proxy lets a client set. Settings of
the planner in a session's setup, which nobody sees, are given to the proxy's account instead; as a step they are
text that is printed, and the session stays out."""

import re
from dataclasses import dataclass, field

READING = {
    "SELECT", "VALUES", "TABLE", "WITH", "SHOW", "SET", "RESET", "BEGIN", "START", "COMMIT", "END", "ROLLBACK",
    "ABORT", "SAVEPOINT", "RELEASE", "DECLARE", "FETCH", "MOVE", "CLOSE", "PREPARE", "EXECUTE", "DEALLOCATE",
}  # fmt: skip
LOCKS_OR_WRITES = re.compile(
    r"(?i)\bfor\s+((no\s+key\s+)?update|(key\s+)?share)\b|\badvisory|_advisory_|\b(insert\s+into|delete\s+from|merge\s+into|prepare\s+transaction)\b"
    r"|\b(commit|rollback)\s+prepared\b|\bupdate\s+\w+\s+set\b|\b(nextval|setval|pg_notify|pg_export_snapshot)\b|\binto\s+(temp|table)\b"
)
OTHERS_ACTIVITY = re.compile(r"(?i)\bpg_(locks|stat_\w+|prepared_xacts|notification_queue_usage)\b")
PLANNER = re.compile(r"(?i)^set\s+(enable_|parallel_|min_parallel_|force_parallel|max_parallel_|cpu_|seq_page|random_page)\w+")
PRIVILEGED = re.compile(r"(?i)^set\s+(deadlock_timeout|debug_\w+|session\s+authorization|role)\b")

TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
  | (?P<block>\{[^}]*\})
  | (?P<word>"[^"]*"|[A-Za-z_][\w$-]*)
""",
    re.X,
)


def statements(block: str) -> list[str]:
    text = re.sub(r"--[^\n]*", "", block)
    return [statement.strip() for statement in text.split(";") if statement.strip()]


@dataclass
class SpecSession:
    name: str
    setups: list[re.Match] = field(default_factory=list)
    blocks: list[re.Match] = field(default_factory=list)  # setups, steps and teardowns


@dataclass
class Spec:
    text: str
    setups: list[re.Match] = field(default_factory=list)
    teardown: re.Match | None = None
    sessions: list[SpecSession] = field(default_factory=list)

    @classmethod
    def read(cls, text: str) -> "Spec":
        spec, words = cls(text), []
        for token in TOKEN.finditer(text):
            if token.lastgroup == "word":
                words = [*words[-1:], token.group()]
                if words[:-1] == ["session"]:
                    spec.sessions.append(SpecSession(words[1].strip('"')))
            elif token.lastgroup == "block":
                kind = words[-1]
                if spec.sessions:
                    spec.sessions[-1].blocks.append(token)
                    if kind == "setup":
                        spec.sessions[-1].setups.append(token)
                elif kind == "setup":
                    spec.setups.append(token)
                else:
                    assert kind == "teardown", words
                    spec.teardown = token
        return spec

    @property
    def tables(self) -> set[str]:
        made = " ".join(block.group() for block in self.setups)
        return {name.lower() for name in re.findall(r"(?i)\bcreate\s+table\s+(\w+)", made)}

    def functions_that_lock_or_write(self) -> set[str]:
        made = " ".join(block.group() for block in self.setups)
        found = re.finditer(r"(?is)\bcreate\s+(?:or\s+replace\s+)?function\s+(\w+)(.*?)(?=\bcreate\b|\Z)", made)
        return {match.group(1).lower() for match in found if LOCKS_OR_WRITES.search(match.group(2))}

    def only_reads(self, session: SpecSession) -> bool:
        forbidden = self.functions_that_lock_or_write()
        for block in session.blocks:
            for statement in statements(block.group()[1:-1]):
                words = re.findall(r"\w+", statement.lower())
                if words[0].upper() not in READING or forbidden & set(words):
                    return False
                if LOCKS_OR_WRITES.search(statement) or OTHERS_ACTIVITY.search(statement) or PRIVILEGED.search(statement):
                    return False
                if PLANNER.search(statement) and block not in session.setups:
                    return False
        return bool(session.blocks)

    def through_proxy(self) -> list[int]:
        """The numbers, from 1, of the sessions that only read."""
        return [number for number, session in enumerate(self.sessions, 1) if self.only_reads(session)]

    def planner_settings(self) -> list[str]:
        """What the sessions that only read set for the planner before their steps."""
        readers = [self.sessions[number - 1] for number in self.through_proxy()]
        found = [s for reader in readers for block in reader.setups for s in statements(block.group()[1:-1])]
        return list(dict.fromkeys(statement for statement in found if PLANNER.search(statement)))

    def for_proxy(self) -> str:
        """The file with the planner's settings of reading sessions taken out.

        What tears down comes in front of the next setup and in the same transaction, so that the proxy, which
        looks at the catalogs now and then, never sees the tables missing."""
        edits = []
        for number in self.through_proxy():
            for block in self.sessions[number - 1].setups:
                kept = [s for s in statements(block.group()[1:-1]) if not PLANNER.search(s)]
                edits.append((block, "{" + ";".join([*kept, ""]) + "}"))
        if self.teardown is not None and self.setups:
            first = self.setups[0]
            edits.append((first, "{" + self.teardown.group()[1:-1].rstrip().rstrip(";") + ";" + first.group()[1:]))
            edits.append((self.teardown, "{}"))
        text = self.text
        for block, replacement in sorted(edits, key=lambda edit: -edit[0].start()):
            text = text[: block.start()] + replacement + text[block.end() :]
        return re.sub(r"\bteardown\s*\{\}", "", text)
