# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""What a server says to a statement, and how two answers differ."""

from dataclasses import dataclass, field

from psycopg import pq


@dataclass
class Answer:
    sqlstate: str | None = None
    message: str = ""
    position: str | None = None
    columns: list[tuple] = field(default_factory=list)
    rows: list[tuple] = field(default_factory=list)
    tag: str = ""
    notices: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        if self.sqlstate:
            return f"{self.sqlstate} {self.message}" + (f" at {self.position}" if self.position else "")
        return f"{self.tag or 'rows'} {len(self.rows)}"


class Session:
    """A connection that is asked with PQexec: simple queries, one statement each."""

    def __init__(self, conninfo: str):
        self.connection = pq.PGconn.connect(conninfo.encode())
        assert self.connection.status == pq.ConnStatus.OK, self.connection.error_message
        self.connection.notice_handler = self.note
        self.notices: list[str] = []

    def note(self, result) -> None:
        field = result.error_field(pq.DiagnosticField.MESSAGE_PRIMARY)
        self.notices.append((field or b"").decode(errors="replace"))

    @property
    def is_idle(self) -> bool:
        return self.connection.transaction_status == pq.TransactionStatus.IDLE

    @property
    def is_lost(self) -> bool:
        return self.connection.status != pq.ConnStatus.OK

    def close(self) -> None:
        self.connection.finish()

    def ask(self, sql: str) -> Answer:
        self.notices = []
        result = self.connection.exec_(sql.encode())
        answer = self.read(result)
        answer.notices = sorted(self.notices)
        return answer

    def read(self, result) -> Answer:
        if result.status == pq.ExecStatus.COPY_OUT:
            rows = []
            while True:
                size, data = self.connection.get_copy_data(0)
                if size < 0:
                    break
                rows.append((bytes(data),))
            last = self.connection.get_result()
            while self.connection.get_result() is not None:
                pass
            answer = self.read(last)
            answer.rows = rows
            return answer
        if result.status == pq.ExecStatus.COPY_IN:
            self.connection.put_copy_end(b"not now")
            last = None
            while (more := self.connection.get_result()) is not None:
                last = more
            return self.read(last)
        if result.status == pq.ExecStatus.FATAL_ERROR:

            def text(of) -> str | None:
                value = result.error_field(of)
                return value.decode(errors="replace") if value is not None else None

            return Answer(
                sqlstate=text(pq.DiagnosticField.SQLSTATE) or "?",
                message=text(pq.DiagnosticField.MESSAGE_PRIMARY) or result.error_message.decode(errors="replace"),
                position=text(pq.DiagnosticField.STATEMENT_POSITION),
            )
        columns = [(result.fname(n), result.ftype(n), result.fmod(n)) for n in range(result.nfields)]
        rows = [
            tuple(result.get_value(row, column) for column in range(result.nfields)) for row in range(result.ntuples)
        ]
        return Answer(columns=columns, rows=rows, tag=(result.command_status or b"").decode())


def difference(direct: Answer, proxied: Answer) -> str | None:
    """Why the answers are not the same; nothing when they are."""
    if direct.sqlstate and proxied.sqlstate:
        if direct.sqlstate != proxied.sqlstate:
            return "sqlstate"
        if direct.message != proxied.message:
            return "message"
        return "position" if direct.position != proxied.position else None
    if proxied.sqlstate:
        return "refused"
    if direct.sqlstate:
        return "allowed"
    if [c[0] for c in direct.columns] != [c[0] for c in proxied.columns]:
        return "column names"
    if direct.columns != proxied.columns:
        return "column types"
    if sorted(direct.rows, key=repr) != sorted(proxied.rows, key=repr):
        return "rows"
    if direct.tag != proxied.tag:
        return "tag"
    if direct.notices != proxied.notices:
        return "notices"
    return None
