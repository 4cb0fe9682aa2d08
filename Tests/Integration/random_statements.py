# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Analytical statements by chance, the same for the same seed, as trees that can be made smaller.

FROM trees of every join, sub-selects in every clause, CTEs that shadow tables, grouping sets, windows,
set operations, whole rows. Some conditions raise an error on rows of another tenant, and on no row
that alpha may see: then native row security gives rows, and so must the proxy."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

# Columns by kind: n(umbers), t(exts), d(ates).
TABLES = {
    "orders": {"id": "n", "customer_id": "n", "quantity": "n", "amount": "n", "tenant_id": "t", "status": "t", "note": "t", "placed_on": "d"},
    "customers": {"id": "n", "score": "n", "tenant_id": "t", "name": "t", "city": "t"},
    "items": {"order_id": "n", "line": "n", "product_id": "n", "quantity": "n", "label": "t"},
    "products": {"id": "n", "price": "n", "name": "t", "category": "t"},
    "events": {"id": "n", "region": "n", "kind": "t", "payload": "t"},
    "sites": {"id": "n", "visitors": "n", "code": "t"},
    "readings": {"value": "n", "tenant_id": "t", "taken_on": "d"},
    "order_totals": {"worth": "n", "tenant_id": "t", "status": "t"},
    "parcels": {"id": "n", "depot": "n", "weight": "n", "state": "t"},
    "staff": {"id": "n", "grade": "n", "tenant_id": "t", "phone": "t"},
    "tenant.invoices": {"number": "n", "amount": "n", "customer": "t"},
    "books.ledger": {"id": "n", "cents": "n", "tenant_id": "t"},
}  # fmt: skip
KEYS = {"orders": "id", "customers": "id", "products": "id", "events": "id", "sites": "id", "parcels": "id", "staff": "id"}
TEXTS = ["'alpha'", "'beta'", "'open'", "'paid'", "'click'", "'Lyon'", "'sent'", "''", "NULL", "'CANARY'"]
NUMBERS = ["0", "1", "2", "3", "7", "40", "100", "700001", "-1", "2.5"]
# Of rows that a statement brings along: whether an error over these is met is the plan's choice.
OWN_NUMBERS, OWN_TEXTS = ["1", "2", "3", "7", "40", "2.5", "NULL"], ["'open'", "'alpha'", "''", "NULL"]
DEPTH_MAX = 3


@dataclass
class Node:
    """A part of a statement: texts and parts; a part may stand for one of its kind above it."""

    kind: str
    parts: list = field(default_factory=list)
    # What may stand in its place.
    simple: str | None = None

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def nodes(self) -> Iterator["Node"]:
        for part in self.parts:
            if isinstance(part, Node):
                yield part
                yield from part.nodes()

    def copy(self) -> "Node":
        return Node(self.kind, [p.copy() if isinstance(p, Node) else p for p in self.parts], self.simple)


def shrunk(statement: Node, is_wrong: Callable[[str], bool], attempts_max: int = 400) -> Node:
    """The smallest statement found that is still wrong: parts left out, or replaced by parts of theirs."""
    attempts = 0
    progress = True
    while progress and attempts < attempts_max:
        progress = False
        for index in range(len(list(statement.nodes()))):
            nodes = list(statement.nodes())
            if index >= len(nodes):
                break
            node = nodes[index]
            choices = [node.simple] if node.simple is not None and str(node) != node.simple else []
            choices += [inner for inner in node.nodes() if inner.kind == node.kind]
            for choice in choices:
                candidate = statement.copy()
                place = list(candidate.nodes())[index]
                place.parts = [choice.copy() if isinstance(choice, Node) else choice]
                attempts += 1
                if len(str(candidate)) < len(str(statement)) and is_wrong(str(candidate)):
                    statement, progress = candidate, True
                    break
            if attempts >= attempts_max:
                break
    return statement


class RandomStatements:
    """
    - hazards: percent of the conditions that raise on hidden rows.
    """

    def __init__(self, seed: int, hazards: int = 12):
        self.random = random.Random(seed)
        self.hazards = hazards
        self.names = 0

    def name(self) -> str:
        self.names += 1
        # Now and then an alias that is also the name of a table.
        if self.chance(4):
            return self.random.choice([t for t in TABLES if "." not in t]) + str(self.names)
        return f"r{self.names}"

    def chance(self, percent: float) -> bool:
        return self.random.random() * 100 < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def optional(self, percent: float, make: Callable[[], list]) -> Node:
        return Node("optional", make() if self.chance(percent) else [], simple="")

    # Statements

    def statement(self) -> Node:
        self.names = 0
        query = self.arms()
        parts: list = [query]
        if self.chance(25):
            table = self.random.choice([t for t in TABLES if "." not in t])
            how = self.pick("", "", "MATERIALIZED ", "NOT MATERIALIZED ")
            inner = f"SELECT * FROM {table} WHERE "
            parts = [f"WITH {table} AS {how}({inner}", self.condition([(table, TABLES[table])], 2), ") ", *parts]
        elif self.chance(8):
            step = self.select(DEPTH_MAX, [])
            parts = [
                "WITH RECURSIVE steps (a, b) AS (SELECT 1::numeric, NULL::text UNION SELECT s.a + 1, q.b FROM steps AS s JOIN (",
                step,
                ") AS q ON q.a = s.a WHERE s.a < 5) SELECT a, b FROM steps",
                Node("optional", [" UNION ALL (", query, ")"], simple=""),
            ]
        return Node("statement", parts)

    def arms(self) -> Node:
        query = self.select(0, [])
        if self.chance(14):
            operator = self.pick("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL")
            return Node("query", ["(", query, f") {operator} (", self.select(0, []), ")"])
        if self.chance(10):
            return Node("query", [query, Node("optional", [" ORDER BY 1, 2 LIMIT 7"], simple="")])
        return query

    def select(self, depth: int, outer: list) -> Node:
        """A query with two columns: a number `a` and a text `b`."""
        source, scope = self.from_clause(depth, outer)
        visible = scope + (outer if self.chance(50) else [])
        where = self.optional(75, lambda: [" WHERE ", self.condition(visible, depth)])
        roll = self.random.randrange(100)
        if roll < 18:
            return self.grouped(source, scope, where, depth)
        if roll < 26:
            return self.windowed(source, scope, where, depth)
        if roll < 30:
            key = self.column(scope, "n")
            return Node(  # fmt: skip
                "query",
                [f"SELECT d.a, d.b FROM (SELECT DISTINCT ON ({key}) {key} AS a, ", self.column(scope, "t"), " AS b FROM ", source, where,
                 " ORDER BY 1, 2) AS d"],
            )
        distinct = self.pick("DISTINCT ", "", "", "", "", "")
        return Node(
            "query",
            [f"SELECT {distinct}", self.number(visible, depth), " AS a, ", self.text(visible, depth), " AS b FROM ", source, where],
        )  # fmt: skip

    def grouped(self, source: Node, scope: list, where: Node, depth: int) -> Node:
        having = self.optional(35, lambda: [" HAVING ", self.aggregate(scope), f" {self.pick('>', '<', '<>')} {self.pick(*NUMBERS)}"])
        aggregate = self.aggregate(scope)
        if self.chance(25):
            key = self.column(scope, "t")
            form = self.pick("ROLLUP ({0})", "CUBE ({0})", "GROUPING SETS (({0}), ())")
            return Node("query", ["SELECT ", aggregate, f" AS a, {key} AS b FROM ", source, where, f" GROUP BY {form.format(key)}", having])
        keyed = [(alias, KEYS[table]) for alias, table in self.aliases_of_tables(scope) if table in KEYS]
        if keyed and self.chance(30):
            # Functional dependency: the key is grouped by, other columns are selected (R34).
            alias, key = self.random.choice(keyed)
            column = self.column([entry for entry in scope if entry[0] == alias], "t")
            return Node("query", ["SELECT ", aggregate, f" AS a, {column} AS b FROM ", source, where, f" GROUP BY {alias}.{key}", having])
        key = self.text(scope, DEPTH_MAX)
        return Node("query", ["SELECT ", aggregate, " AS a, ", key, " AS b FROM ", source, where, " GROUP BY 2", having])

    def aggregate(self, scope: list) -> Node:
        column = self.column(scope, "n")
        form = self.pick(
            "count(*)", f"count({column})", f"count(DISTINCT {column})", f"sum({column})", f"min({column})", f"max({column})",
            f"avg({column})", f"sum(DISTINCT {column})", f"sum({column} + 1)",
        )  # fmt: skip
        return Node("aggregate", [form, self.optional(20, lambda: [" FILTER (WHERE ", self.condition(scope, DEPTH_MAX), ")"])], "count(*)")

    def windowed(self, source: Node, scope: list, where: Node, depth: int) -> Node:
        column, key = self.column(scope, "n"), self.column(scope, "t")
        form = self.pick(
            f"count(*) OVER (PARTITION BY {key})",
            f"sum({column}) OVER (PARTITION BY {key})",
            f"rank() OVER (PARTITION BY {key} ORDER BY {column})",
            f"max({column}) OVER (ORDER BY {column} RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
            f"count(*) FILTER (WHERE {column} > 2) OVER (PARTITION BY {key})",
            f"dense_rank() OVER (ORDER BY {column})",
        )
        return Node("query", [f"SELECT {form} AS a, {key} AS b FROM ", source, where])

    # FROM

    def from_clause(self, depth: int, outer: list) -> tuple[Node, list]:
        first, scope = self.item(depth, outer)
        parts: list = [first]
        for _ in range(self.random.choice([0, 0, 1, 1, 1, 2])):
            kind = self.random.choice(["JOIN"] * 3 + ["LEFT JOIN"] * 4 + ["RIGHT JOIN", "FULL JOIN", "USING", "LATERAL", "LEFT LATERAL"])
            if kind in ("LATERAL", "LEFT LATERAL"):
                name = self.name()
                inner = self.select(DEPTH_MAX, scope)
                join, tail = (" CROSS JOIN", "") if kind == "LATERAL" else (" LEFT JOIN", " ON true")
                parts += [f"{join} LATERAL (", inner, f" ORDER BY 1, 2 LIMIT 3) AS {name}{tail}"]
                scope = scope + [(name, {"a": "n", "b": "t"}, None)]
                continue
            other, more = self.item(depth, outer)
            if kind == "USING":
                shared = [c for c, k in scope[0][1].items() if k == "n" and more[0][1].get(c) == "n"]
                if len(scope) == 1 and shared:
                    join = self.pick("JOIN", "LEFT JOIN", "FULL JOIN")
                    parts += [f" {join} ", other, f" USING ({shared[0]})"]
                else:
                    parts += [" LEFT JOIN ", other, f" ON {self.equality(scope, more)}"]
            elif kind == "FULL JOIN":
                parts += [" FULL JOIN ", other, f" ON {self.equality(scope, more)}"]
            else:
                extra = self.optional(40, lambda s=scope, m=more: [" AND ", self.condition(s + m, DEPTH_MAX)])
                parts += [f" {kind} ", other, f" ON {self.equality(scope, more)}", extra]
            scope = scope + more
        return Node("source", parts), scope

    def item(self, depth: int, outer: list) -> tuple[Node, list]:
        name = self.name()
        if depth < DEPTH_MAX and self.chance(22):
            limit = self.optional(10, lambda: [" ORDER BY 1, 2 LIMIT 9"])
            return Node("item", ["(", self.select(depth + 1, []), limit, f") AS {name}"]), [(name, {"a": "n", "b": "t"}, None)]
        if self.chance(4):
            rows = ", ".join(f"({self.pick(*OWN_NUMBERS)}, {self.pick(*OWN_TEXTS)}::text)" for _ in range(3))
            return Node("item", [f"(VALUES {rows}) AS {name} (a, b)"]), [(name, {"a": "n", "b": "t"}, None)]
        if self.chance(3):
            return Node("item", [f"generate_series(1, 4) AS {name} (a)"]), [(name, {"a": "n"}, None)]
        table = self.random.choice(list(TABLES))
        columns = TABLES[table]
        if self.chance(6):
            renamed = {f"c{number}": kind for number, kind in enumerate(columns.values())}
            # The order of `columns` is not the table's.
            listed = ", ".join(f"{c} AS c{n}" for n, c in enumerate(columns))
            return Node("item", [f"(SELECT {listed} FROM {table}) AS {name}"]), [(name, renamed, None)]
        only = self.pick("", "", "", "", "", "", "ONLY ") if table not in ("readings", "order_totals") else ""
        return Node("item", [f"{only}{table} AS {name}"]), [(name, columns, table)]

    @staticmethod
    def aliases_of_tables(scope: list) -> list[tuple[str, str]]:
        return [(entry[0], entry[2]) for entry in scope if len(entry) > 2 and entry[2]]

    def column(self, scope: list, kind: str) -> str:
        having = [(entry[0], entry[1]) for entry in scope if kind in entry[1].values()]
        if not having:
            return {"n": "1", "t": "'none'", "d": "DATE '2024-05-01'"}[kind]
        alias, columns = self.random.choice(having)
        return f"{alias}.{self.random.choice([c for c, k in columns.items() if k == kind])}"

    def equality(self, left: list, right: list) -> str:
        return f"{self.column(left, 'n')} = {self.column(right, 'n')}"

    # Expressions

    def number(self, scope: list, depth: int) -> Node:
        roll = self.random.randrange(100)
        column = self.column(scope, "n")
        parts: list = [column]
        if roll < 55:
            return Node("number", parts)
        if roll < 63:
            parts = [f"({column} + {self.random.randrange(5)})"]
        elif roll < 69:
            parts = ["length(", self.text(scope, DEPTH_MAX), ")"]
        elif roll < 75:
            parts = [f"extract(year FROM {self.column(scope, 'd')})"]
        elif roll < 79:
            parts = ["CASE WHEN ", self.condition(scope, DEPTH_MAX), f" THEN {column} ELSE ", self.number(scope, DEPTH_MAX), " END"]
        elif roll < 83:
            parts = [f"nullif({column}, {self.pick(*NUMBERS)})"]
        elif roll < 86:
            parts = [f"abs({column}::bigint)"]
        elif roll < 93 and depth < DEPTH_MAX:
            parts = ["(SELECT max(s.a) FROM (", self.select(depth + 1, scope), ") AS s)"]
        else:
            parts = [f"coalesce({column}, {self.random.randrange(9)})"]
        return Node("number", parts, simple=column)

    def text(self, scope: list, depth: int) -> Node:
        roll = self.random.randrange(100)
        column = self.column(scope, "t")
        if roll < 60:
            return Node("text", [column])
        if roll < 68:
            parts: list = [f"upper({column})"]
        elif roll < 74:
            parts = [f"coalesce({column}, 'none')"]
        elif roll < 80:
            parts = [f"{column} || {self.pick(*TEXTS)}"]
        elif roll < 85:
            parts = [f"left({column}, 3)"]
        elif roll < 89:
            parts = [f"to_char({self.column(scope, 'd')}, 'YYYY-MM')"]
        elif roll < 92:
            parts = [f"{self.column(scope, 'n')}::text"]
        else:
            parts = ["CASE WHEN ", self.condition(scope, DEPTH_MAX), f" THEN {column} END"]
        return Node("text", parts, simple=column)

    def condition(self, scope: list, depth: int) -> Node:
        if self.chance(self.hazards):
            return Node("condition", [self.hazard(scope)], simple="true")
        roll = self.random.randrange(100)
        if roll < 20:
            parts: list = [self.number(scope, DEPTH_MAX), f" {self.pick('<', '>', '<=', '<>', '=')} {self.pick(*NUMBERS)}"]
        elif roll < 31:
            parts = [self.text(scope, DEPTH_MAX), f" {self.pick('=', '<>', 'IS DISTINCT FROM')} {self.pick(*TEXTS)}"]
        elif roll < 38:
            parts = [f"{self.column(scope, 't')} {self.pick('LIKE', 'NOT LIKE', 'ILIKE')} '{self.pick('%a%', 'o%', '%1', '%', 'CANARY%')}'"]
        elif roll < 44:
            parts = [f"{self.column(scope, self.pick('n', 't'))} IS {self.pick('NULL', 'NOT NULL')}"]
        elif roll < 48:
            parts = [f"{self.column(scope, 'n')} BETWEEN {self.pick(*NUMBERS)} AND {self.pick(*NUMBERS)}"]
        elif roll < 52:
            parts = [f"{self.column(scope, 'n')} IN ({', '.join(self.random.sample(NUMBERS, 4))})"]
        elif roll < 55:
            parts = [f"{self.column(scope, 'd')} >= DATE '2024-0{self.random.randrange(1, 9)}-01'"]
        elif roll < 58:
            parts = [f"({self.column(scope, 'n')}, {self.column(scope, 't')}) = ({self.column(scope, 'n')}, {self.column(scope, 't')})"]
        elif roll < 64:
            parts = ["NOT (", self.condition(scope, depth), ")"]
        elif roll < 76:
            parts = ["(", self.condition(scope, depth), f" {self.pick('AND', 'OR')} ", self.condition(scope, depth), ")"]
        elif depth < DEPTH_MAX:
            inner = self.select(depth + 1, scope)
            form = self.random.randrange(4)
            if form == 0:
                parts = [f"{self.pick('', 'NOT ')}EXISTS (", inner, ")"]
            elif form == 1:
                parts = [f"{self.column(scope, 'n')} {self.pick('IN', 'IN', 'NOT IN')} (SELECT s.a FROM (", inner, ") AS s)"]
            elif form == 2:
                parts = [f"({self.column(scope, 'n')}, {self.column(scope, 't')}) IN (", inner, ")"]
            else:
                parts = [f"{self.column(scope, 'n')} >= ALL (SELECT s.a FROM (", inner, ") AS s WHERE s.a IS NOT NULL)"]
        else:
            parts = [f"{self.column(scope, 'n')} > {self.random.randrange(60)}"]
        return Node("condition", parts, simple="true")

    def hazard(self, scope: list) -> str:
        """True or false on every row of alpha's, an error on rows of beta's."""
        # What is computed may be as large as what is hidden, but hardly the same number.
        stored = [entry for entry in scope if len(entry) > 2 and entry[2]]
        hidden = self.pick("700001", "700003", "700010", "700501", "700505", "702003")
        if not stored or self.chance(30):
            number, text = self.column(scope, "n"), self.column(scope, "t")
            return self.pick(
                f"1 / ({number} - {hidden}) < 5",
                f"CASE WHEN {number} = {hidden} THEN 1 / ({number} - {number}) ELSE 1 END = 1",
                f"CASE WHEN {text} LIKE 'CANARY%' THEN {text}::int END IS NULL",
                f"'a' LIKE {text} OR true",
            )
        number, text = self.column(stored, "n"), self.column(stored, "t")
        return self.pick(
            f"1 / ({number} - {hidden}) < 5",
            f"({number} * 4000)::int IS NOT NULL",
            f"sqrt(650000 - {number}) > 1",
            f"CASE WHEN {number} > 650000 THEN 1 / ({number} - {number}) ELSE 1 END = 1",
            f"CASE WHEN {text} LIKE 'CANARY%' THEN {text}::int END IS NULL",
            f"CASE WHEN {text} LIKE 'CANARY%' THEN ({text} || 'x')::date END IS NULL",
            f"repeat('x', ({number} / 650000)::int * 2000000000) IS NOT NULL",
            f"'a' LIKE {text} OR true",
            f"chr(CASE WHEN {number} > 650000 THEN 0 ELSE 65 END) = 'A'",
        )
