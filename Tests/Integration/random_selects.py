# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""SELECT statements by chance, the same for the same seed: FROM trees of every join, sub-selects in
every clause, CTEs that shadow tables, set operations. None can raise an error over its data, so a
difference in rows is a difference in meaning."""

import random

TABLES = {
    "orders": {"id": "n", "customer_id": "n", "quantity": "n", "amount": "n", "tenant_id": "t", "status": "t", "note": "t"},
    "customers": {"id": "n", "score": "n", "tenant_id": "t", "name": "t", "city": "t"},
    "items": {"order_id": "n", "line": "n", "product_id": "n", "quantity": "n", "label": "t"},
    "products": {"id": "n", "price": "n", "name": "t", "category": "t"},
    "events": {"id": "n", "region": "n", "kind": "t", "payload": "t"},
    "readings": {"value": "n", "tenant_id": "t"},
    "order_totals": {"worth": "n", "tenant_id": "t", "status": "t"},
}
TEXTS = ["'alpha'", "'beta'", "'open'", "'paid'", "'click'", "'Lyon'", "''", "NULL"]
DEPTH_MAX = 3


class RandomSelects:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.aliases = 0

    def alias(self) -> str:
        # Now and then an alias that is also the name of a table.
        self.aliases += 1
        return f"r{self.aliases}"

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def statement(self) -> str:
        self.aliases = 0
        text = self.select(0, [])
        if self.chance(12):
            text = f"{text} {self.random.choice(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT'])} {self.select(0, [])}"
        if self.chance(20):
            table = self.random.choice(list(TABLES))
            text = f"WITH {table} AS (SELECT * FROM {table} WHERE {self.condition([(table, TABLES[table])], 2)}) {text}"
        return text

    def select(self, depth: int, outer: list) -> str:
        """A query with two columns: a number and a text."""
        source, scope = self.from_clause(depth, outer)
        visible = scope + (outer if self.chance(50) else [])
        where = f" WHERE {self.condition(visible, depth)}" if self.chance(75) else ""
        if self.chance(20):
            key = self.value(scope, "t", DEPTH_MAX)
            having = f" HAVING count(*) > {self.random.randrange(3)}" if self.chance(40) else ""
            return f"SELECT count(*) AS a, {key} AS b FROM {source}{where} GROUP BY 2{having}"
        distinct = "DISTINCT " if self.chance(15) else ""
        columns = f"{self.value(visible, 'n', depth)} AS a, {self.value(visible, 't', depth)} AS b"
        return f"SELECT {distinct}{columns} FROM {source}{where}"

    def from_clause(self, depth: int, outer: list) -> tuple[str, list]:
        source, scope = self.item(depth, outer)
        for _ in range(self.random.choice([0, 0, 1, 1, 1, 2])):
            kind = self.random.choice(["JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", ",", "CROSS JOIN LATERAL"])
            if kind == "CROSS JOIN LATERAL":
                name = self.alias()
                inner = self.select(DEPTH_MAX, scope)
                source = f"{source} CROSS JOIN LATERAL ({inner} ORDER BY 1, 2 LIMIT 3) AS {name}"
                scope = scope + [(name, {"a": "n", "b": "t"})]
                continue
            other, more = self.item(depth, outer)
            if kind == ",":
                # Joined by its own equality so that products stay small.
                source = f"{source} JOIN {other} ON {self.equality(scope, more)}"
            elif kind == "FULL JOIN":
                source = f"{source} FULL JOIN {other} ON {self.equality(scope, more)}"
            else:
                extra = f" AND {self.condition(scope + more, DEPTH_MAX)}" if self.chance(40) else ""
                source = f"{source} {kind} {other} ON {self.equality(scope, more)}{extra}"
            scope = scope + more
        return source, scope

    def item(self, depth: int, outer: list) -> tuple[str, list]:
        name = self.alias()
        if depth < DEPTH_MAX and self.chance(25):
            return f"({self.select(depth + 1, [])}) AS {name}", [(name, {"a": "n", "b": "t"})]
        table = self.random.choice(list(TABLES))
        if self.chance(8):
            columns = dict(zip(("c1", "c2"), ("n", "t")))
            numbers = [c for c, kind in TABLES[table].items() if kind == "n"]
            texts = [c for c, kind in TABLES[table].items() if kind == "t"]
            return f"(SELECT {numbers[0]}, {texts[0]} FROM {table}) AS {name} (c1, c2)", [(name, columns)]
        return f"{table} AS {name}", [(name, TABLES[table])]

    def column(self, scope: list, kind: str) -> str:
        alias, columns = self.random.choice(scope)
        return f"{alias}.{self.random.choice([c for c, k in columns.items() if k == kind])}"

    def equality(self, left: list, right: list) -> str:
        return f"{self.column(left, 'n')} = {self.column(right, 'n')}"

    def value(self, scope: list, kind: str, depth: int) -> str:
        roll = self.random.randrange(100)
        if roll < 62:
            return self.column(scope, kind)
        if kind == "n":
            if roll < 72:
                return f"({self.column(scope, 'n')} + {self.random.randrange(5)})"
            if roll < 82:
                return f"length({self.column(scope, 't')})"
            if roll < 90 and depth < DEPTH_MAX:
                return f"(SELECT max(s.a) FROM ({self.select(depth + 1, scope)}) AS s)"
            return f"coalesce({self.column(scope, 'n')}, {self.random.randrange(9)})"
        if roll < 76:
            return f"upper({self.column(scope, 't')})"
        if roll < 88:
            return f"coalesce({self.column(scope, 't')}, 'none')"
        return f"CASE WHEN {self.column(scope, 'n')} > 3 THEN {self.column(scope, 't')} END"

    def condition(self, scope: list, depth: int) -> str:
        roll = self.random.randrange(100)
        if roll < 22:
            return f"{self.value(scope, 'n', DEPTH_MAX)} {self.random.choice(['<', '>', '<=', '<>', '='])} {self.random.randrange(120)}"
        if roll < 36:
            return f"{self.value(scope, 't', DEPTH_MAX)} {self.random.choice(['=', '<>', 'IS DISTINCT FROM'])} {self.random.choice(TEXTS)}"
        if roll < 44:
            return f"{self.column(scope, 't')} LIKE '{self.random.choice(['%a%', 'o%', '%1', '%'])}'"
        if roll < 52:
            return f"{self.column(scope, self.random.choice('nt'))} IS {self.random.choice(['NULL', 'NOT NULL'])}"
        if roll < 60:
            return f"NOT ({self.condition(scope, depth)})"
        if roll < 74:
            return f"({self.condition(scope, depth)} {self.random.choice(['AND', 'OR'])} {self.condition(scope, depth)})"
        if depth < DEPTH_MAX:
            inner = self.select(depth + 1, scope)
            form = self.random.randrange(3)
            if form == 0:
                return f"{self.random.choice(['', 'NOT '])}EXISTS ({inner})"
            if form == 1:
                return f"{self.column(scope, 'n')} IN (SELECT s.a FROM ({inner}) AS s)"
            return f"{self.column(scope, 'n')} >= ALL (SELECT s.a FROM ({inner}) AS s WHERE s.a IS NOT NULL)"
        return f"{self.column(scope, 'n')} > {self.random.randrange(60)}"
