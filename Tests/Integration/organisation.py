# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""An organisation of a test's own: users, attributes, connections and a model, and the proxy that serves it."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from configuration import PASSWORD, scram_verifier
from proxy import Proxy
from servers import free_port

# One for everybody: making them is meant to be slow.
VERIFIER = scram_verifier(PASSWORD)

# What most models here begin with.
VIEWS = {
    "public/orders.view.yaml": "# Reference this view as orders\nschema: public\n"
    "dimensions: {id: {primary_key: true}, tenant_id: {}, status: {}, amount: {}, note: {}}\n",
    "public/customers.view.yaml": "# Reference this view as customers\nschema: public\n"
    "dimensions: {id: {primary_key: true}, tenant_id: {}, name: {}, city: {}, score: {}}\n",
    "public/products.view.yaml": "# Reference this view as products\nschema: public\n"
    "dimensions: {id: {primary_key: true}, name: {}, price: {}}\n",
}
ROWS_BY_TENANT = "default_topic_access_filters:\n  - {field: tenant_id, user_attribute: tenant}\n"


@dataclass
class Member:
    """One user; `attributes` are TOML values."""

    attributes: dict = field(default_factory=dict)
    groups: list[str] = field(default_factory=list)
    admin: bool = False
    active: bool = True

    def toml(self, login: str) -> str:
        attributes = ", ".join(f"{name} = {json.dumps(value)}" for name, value in self.attributes.items())
        return (
            f'[users."{login}"]\npassword = "{VERIFIER}"\ngroups = {json.dumps(self.groups)}\n'
            f"attributes = {{ {attributes} }}\nactive = {json.dumps(self.active)}\norg_admin = {json.dumps(self.admin)}\n"
        )


class Organisation:
    """Writes proxy.conf and models below a folder; `serve` starts the proxy, `change` reloads it."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir()
        self.port = free_port()
        self.attributes: dict[str, str] = {}  # name → type, or "type, multiple"
        self.members: dict[str, Member] = {}
        self.text = ""  # connections and whatever else
        self.top = ""  # keys in front of every table
        self.proxy: Proxy | None = None

    def model(self, name: str, files: dict[str, str]) -> None:
        for path, text in files.items():
            file = self.folder / "models" / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    def proxy_conf(self) -> str:
        definitions = []
        for name, kind in self.attributes.items():
            first, *more = kind.split(", ")
            definitions.append(f'[attributes.{name}]\ntype = "{first}"\n' + ("multiple = true\n" if more else ""))
        return "\n".join(
            [
                self.top,
                f'[listen]\naddresses = ["127.0.0.1:{self.port}"]\nlogin_timeout = "10s"\ndrain_timeout = "1s"\n',
                '[listen.tls]\nmode = "off"\n[models]\npath = "models"\n',
                *definitions,
                *(member.toml(login) for login, member in self.members.items()),
                self.text,
            ]
        )

    def serve(self) -> Proxy:
        self.proxy = Proxy(self.folder, self.port, self.proxy_conf())
        return self.proxy

    def change(self) -> None:
        """Writes the configuration anew and has it loaded."""
        self.proxy.configuration.write_text(self.proxy_conf())
        self.proxy.reload()

    def stop(self) -> None:
        if self.proxy is not None:
            self.proxy.stop()

    # Through psql, as a person would.

    def ask(self, login: str, sql: str, database: str = "lab", **more) -> str:
        """What psql prints, or SQLSTATE and message of the refusal."""
        done = self.proxy.psql(login, "-c", sql, database=database, **more)
        if done.returncode == 0:
            return done.stdout.strip()
        for line in done.stderr.splitlines():
            for severity in ("FATAL:  ", "ERROR:  "):
                if severity in line:
                    return line.split(severity, 1)[1].strip()
        return done.stderr.strip()

    def is_denied(self, login: str, database: str = "lab", **more) -> bool:
        """Turned away at the door; psql prints no SQLSTATE for those."""
        return "permission denied" in self.ask(login, "SELECT 1", database, **more)
