# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The list of differences that somebody has looked at."""

import re
import tomllib
from pathlib import Path

LIST = Path(__file__).parent / "reviewed.toml"
# What an entry's patterns are searched in.
FIELDS = [("direct", "direct"), ("proxied", "proxied"), ("statement", "sql"), ("file", "file")]


class Review:
    def __init__(self):
        self.entries = tomllib.loads(LIST.read_text())["reviewed"]
        for entry in self.entries:
            assert entry["by"] in ("design", "gap") and entry["reason"], entry

    def entry(self, finding) -> dict | None:
        """The first entry that a difference matches."""
        for entry in self.entries:
            if not re.fullmatch(entry["kind"], finding.kind):
                continue
            fields = ((name, getattr(finding, of)) for name, of in FIELDS)
            if all(name not in entry or re.search(entry[name], text) for name, text in fields):
                return entry
        return None
