# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The protocol by hand: messages as bytes, nothing between a test and the socket."""

import base64
import hashlib
import hmac
import os
import socket
import struct
from dataclasses import dataclass

ANSWER_SECONDS_MAX = 30


def message(kind: str, body: bytes = b"") -> bytes:
    return kind.encode() + struct.pack("!i", len(body) + 4) + body


def text(value: str | bytes) -> bytes:
    return (value.encode() if isinstance(value, str) else value) + b"\0"


def startup(version: int = 3 << 16, **parameters: str) -> bytes:
    body = struct.pack("!i", version)
    for name, value in parameters.items():
        body += text(name) + text(value)
    body += b"\0"
    return struct.pack("!i", len(body) + 4) + body


def query(sql: str | bytes) -> bytes:
    return message("Q", text(sql))


def parse(name: str, sql: str | bytes, *types: int) -> bytes:
    return message("P", text(name) + text(sql) + struct.pack(f"!h{len(types)}i", len(types), *types))


def bind(portal: str, statement: str, *values: str | None, formats: tuple[int, ...] = ()) -> bytes:
    body = text(portal) + text(statement) + struct.pack("!hh", 0, len(values))
    for value in values:
        if value is None:
            body += struct.pack("!i", -1)
        else:
            body += struct.pack("!i", len(value.encode())) + value.encode()
    return message("B", body + struct.pack(f"!h{len(formats)}h", len(formats), *formats))


def describe(kind: str, name: str) -> bytes:
    return message("D", kind.encode() + text(name))


def execute(portal: str = "", rows: int = 0) -> bytes:
    return message("E", text(portal) + struct.pack("!i", rows))


def close(kind: str, name: str) -> bytes:
    return message("C", kind.encode() + text(name))


SYNC, FLUSH, TERMINATE = message("S"), message("H"), message("X")
SSL_REQUEST = struct.pack("!ii", 8, 80877103)
GSSENC_REQUEST = struct.pack("!ii", 8, 80877104)


def extended(sql: str | bytes) -> bytes:
    """A statement as drivers send it that keep nothing: all of the extended protocol in one round."""
    return parse("", sql) + bind("", "") + describe("P", "") + execute() + SYNC


@dataclass(frozen=True)
class Message:
    kind: str
    body: bytes

    @property
    def fields(self) -> dict[str, str]:
        """Of ErrorResponse and NoticeResponse."""
        parts = self.body.rstrip(b"\0").split(b"\0")
        return {part[:1].decode(): part[1:].decode(errors="replace") for part in parts if part}

    @property
    def sqlstate(self) -> str:
        return self.fields["C"]

    @property
    def values(self) -> list[bytes | None]:
        """Of DataRow."""
        (count,), at, values = struct.unpack_from("!h", self.body), 2, []
        for _ in range(count):
            (length,) = struct.unpack_from("!i", self.body, at)
            at += 4
            values.append(None if length < 0 else self.body[at : at + length])
            at += max(length, 0)
        return values


class WireClient:
    """A logged-in client that sends bytes and reads messages."""

    def __init__(self, port: int, host: str = "127.0.0.1"):
        self.socket = socket.create_connection((host, port), timeout=ANSWER_SECONDS_MAX)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.buffered = b""
        self.parameters: dict[str, str] = {}
        self.process_id, self.cancel_key = 0, b""

    def __enter__(self) -> "WireClient":
        return self

    def __exit__(self, *_) -> None:
        self.socket.close()

    def send(self, data: bytes, chunks: list[int] | None = None) -> None:
        """Sends in one piece, or in pieces of these lengths and then the rest."""
        at = 0
        for length in chunks or []:
            self.socket.sendall(data[at : at + length])
            at += length
        self.socket.sendall(data[at:])

    def read_exactly(self, count: int) -> bytes:
        while len(self.buffered) < count:
            received = self.socket.recv(65536)
            if not received:
                raise EOFError("the server closed the connection")
            self.buffered += received
        result, self.buffered = self.buffered[:count], self.buffered[count:]
        return result

    def read(self) -> Message:
        header = self.read_exactly(5)
        (length,) = struct.unpack("!i", header[1:])
        return Message(chr(header[0]), self.read_exactly(length - 4))

    def read_until_ready(self, times: int = 1) -> list[Message]:
        """Everything up to the given number of ReadyForQuery messages."""
        messages = []
        while times > 0:
            messages.append(self.read())
            times -= messages[-1].kind == "Z"
        return messages

    def ask(self, data: bytes, times: int = 1) -> list[Message]:
        self.send(data)
        return self.read_until_ready(times)

    def is_closed_by_peer(self) -> bool:
        try:
            while self.socket.recv(65536):
                pass
            return True
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False

    def log_in(self, user: str, password: str, database: str = "lab", **parameters: str) -> None:
        self.send(startup(user=user, database=database, **parameters))
        self.authenticate(password)

    def authenticate(self, password: str) -> None:
        """SCRAM-SHA-256 without channel binding, RFC 5802; then everything up to ReadyForQuery."""
        request = self.read()
        if request.kind == "E":
            raise PermissionError(request.fields)
        assert request.body[:4] == struct.pack("!i", 10), request
        assert b"SCRAM-SHA-256\0" in request.body
        nonce = base64.b64encode(os.urandom(18))
        first = b"n=,r=" + nonce
        initial = b"n,," + first
        self.send(message("p", b"SCRAM-SHA-256\0" + struct.pack("!i", len(initial)) + initial))
        challenge = self.read().body[4:]
        parts = dict(part.split(b"=", 1) for part in challenge.split(b","))
        assert parts[b"r"].startswith(nonce)
        salted = hashlib.pbkdf2_hmac(
            "sha256", password.encode(), base64.b64decode(parts[b"s"]), int(parts[b"i"])
        )
        client_key = hmac.digest(salted, b"Client Key", "sha256")
        final = b"c=biws,r=" + parts[b"r"]
        signed = first + b"," + challenge + b"," + final
        signature = hmac.digest(hashlib.sha256(client_key).digest(), signed, "sha256")
        proof = bytes(a ^ b for a, b in zip(client_key, signature))
        self.send(message("p", final + b",p=" + base64.b64encode(proof)))
        for answer in self.read_until_ready_or_error():
            if answer.kind == "E":
                raise PermissionError(answer.fields)
            if answer.kind == "R" and answer.body[:4] == struct.pack("!i", 12):
                server_key = hmac.digest(salted, b"Server Key", "sha256")
                must = b"v=" + base64.b64encode(hmac.digest(server_key, signed, "sha256"))
                assert answer.body[4:] == must, "the server does not know the password"
            if answer.kind == "S":
                name, value = answer.body[:-1].split(b"\0")
                self.parameters[name.decode()] = value.decode()
            if answer.kind == "K":
                self.process_id, self.cancel_key = struct.unpack("!i", answer.body[:4])[0], answer.body[4:]

    def read_until_ready_or_error(self) -> list[Message]:
        messages = []
        while not messages or messages[-1].kind not in "ZE":
            messages.append(self.read())
        return messages
