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
    "things": {"id": "n", "small": "n", "exact": "n", "cost": "n", "tenant_id": "t", "title": "t", "label": "t", "day": "d", "seen_at": "d"},
}  # fmt: skip
# Columns of other types, as numbers, texts and conditions; {0} is the alias.
THINGS_NUMBERS = [
    "({0}.attrs ->> 'n')::int", "cardinality({0}.tags)", "{0}.numbers[1]", "({0}.attrs #>> '{{deep,k}}')::int", "upper({0}.span)",
    "({0}.spot).number", "extract(epoch FROM {0}.lasted)::bigint", "masklen({0}.address)", "array_position({0}.numbers, 2)",
]
THINGS_TEXTS = [
    "{0}.attrs ->> 'word'", "array_to_string({0}.tags, ',', '-')", "{0}.mood::text", "{0}.tags[2]", "({0}.spot).street", "{0}.email::text",
    "{0}.doc ->> 'word'", "{0}.days::text", "host({0}.address)", "encode({0}.raw, 'hex')", "{0}.extra -> 'a'", "{0}.genre::text",
]
THINGS_CONDITIONS = [
    "{0}.attrs @> '{{\"deep\": {{\"k\": 1}}}}'", "'red' = ANY ({0}.tags)", "{0}.tags && ARRAY['blue', 't1']", "{0}.mood > 'sad'", "{0}.flag",
    "{0}.flag IS NOT TRUE", "{0}.days && daterange('2024-01-05', '2024-01-12')", "{0}.span @> 7", "{0}.email = 'RED1@example.test'",
    "{0}.words @@ 'jump & dog'", "{0}.attrs ? 'word'", "2 <> ALL ({0}.numbers)", "{0}.address << '10.0.1.0/24'", "{0}.genre = 'novel'",
    "{0}.corner <@ box '((0,0),(3,3))'", "jsonb_path_exists({0}.attrs, '$.n ? (@ > 20)')", "{0}.moods[1] IN ('ok', 'happy')",
]  # fmt: skip
KEYS = {"things": "id", "orders": "id", "customers": "id", "products": "id", "events": "id", "sites": "id", "parcels": "id", "staff": "id"}
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
        if self.chance(4):
            one, two = self.select(1, []), self.select(1, [])
            parts = [
                "WITH w1 AS (", one, "), w2 (a, b) AS (", two, f") SELECT x.a, y.b FROM w1 AS x {self.pick('JOIN', 'LEFT JOIN', 'FULL JOIN')} ",
                f"w2 AS y ON x.{self.pick('a = y.a', 'b = y.b')}", Node("optional", [" WHERE x.a IN (SELECT a FROM w2)"], simple=""),
            ]  # fmt: skip
            return Node("statement", parts)
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
            operator = self.pick("UNION", "UNION ALL", "INTERSECT", "INTERSECT ALL", "EXCEPT", "EXCEPT ALL")
            if self.chance(20):
                third = self.pick("UNION ALL", "INTERSECT", "EXCEPT")
                query = Node("query", ["(", query, f") {third} (", self.select(0, []), ")"])
            return Node("query", ["(", query, f") {operator} (", self.select(0, []), ")"])
        if self.chance(10):
            order = self.pick("1, 2 LIMIT 7", "2 DESC NULLS LAST, 1 NULLS FIRST OFFSET 3", "1, 2 FETCH FIRST 4 ROWS WITH TIES", "1 USING >, 2 LIMIT 5")
            return Node("query", [query, Node("optional", [f" ORDER BY {order}"], simple="")])
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
        if depth < DEPTH_MAX and self.chance(15):
            # An aggregate of this level inside of a sub-select.
            key, column, inner = self.column(scope, "t"), self.column(scope, "n"), self.select(depth + 1, [])
            outer = self.pick("min", "max", "count", "sum")
            parts = [f"(SELECT count(*) FROM (", inner, f") AS s WHERE s.a < {outer}({column}))"]
            if self.chance(30):
                return Node("query", ["SELECT count(*) AS a, ", f"{key} AS b FROM ", source, where, f" GROUP BY {key} HAVING ", *parts, " > 1"])
            return Node("query", ["SELECT ", *parts, f" AS a, {key} AS b FROM ", source, where, f" GROUP BY {key}", having])
        if self.chance(10):
            key = self.column(scope, "d")
            unit = self.pick("month", "week", "quarter")
            return Node(
                "query",
                ["SELECT ", aggregate, f" AS a, to_char(date_trunc('{unit}', {key}), 'YYYY-MM-DD') AS b FROM ", source, where,
                 f" GROUP BY date_trunc('{unit}', {key})", having],
            )  # fmt: skip
        key = self.text(scope, DEPTH_MAX)
        return Node("query", ["SELECT ", aggregate, " AS a, ", key, " AS b FROM ", source, where, " GROUP BY 2", having])

    def aggregate(self, scope: list) -> Node:
        column = self.column(scope, "n")
        form = self.pick(
            "count(*)", f"count({column})", f"count(DISTINCT {column})", f"sum({column})", f"min({column})", f"max({column})",
            f"avg({column})", f"sum(DISTINCT {column})", f"sum({column} + 1)", f"percentile_disc(0.5) WITHIN GROUP (ORDER BY {column})",
            f"mode() WITHIN GROUP (ORDER BY {column})", f"cardinality(array_agg(DISTINCT {column})@)", f"bool_or({column} > 3)@::int",
            f"length(string_agg({self.column(scope, 't')}, ',')@)", f"round(stddev({column})@, 2)", f"(array_agg({column} ORDER BY {column} DESC)@)[1]",
            f"jsonb_array_length(jsonb_agg({column})@)", f"sum(CASE WHEN {column} > 2 THEN 1 ELSE 0 END)", f"count(DISTINCT ({column}, {self.column(scope, 't')}))",
        )  # fmt: skip
        # Where the filter goes, when that is not the end.
        head, _, tail = form.partition("@")
        condition = self.optional(20, lambda: [" FILTER (WHERE ", self.condition(scope, DEPTH_MAX), ")"])
        return Node("aggregate", [head, condition, tail], "count(*)")

    def windowed(self, source: Node, scope: list, where: Node, depth: int) -> Node:
        column, key = self.column(scope, "n"), self.column(scope, "t")
        form = self.pick(
            f"count(*) OVER (PARTITION BY {key})",
            f"sum({column}) OVER (PARTITION BY {key})",
            f"rank() OVER (PARTITION BY {key} ORDER BY {column})",
            f"max({column}) OVER (ORDER BY {column} RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
            f"count(*) FILTER (WHERE {column} > 2) OVER (PARTITION BY {key})",
            f"dense_rank() OVER (ORDER BY {column})",
            f"count(*) OVER (PARTITION BY {key} ORDER BY {column} GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP)",
            f"sum({column}) OVER (ORDER BY {column} RANGE BETWEEN 2 PRECEDING AND CURRENT ROW)",
            f"round((cume_dist() OVER (PARTITION BY {key} ORDER BY {column} DESC NULLS LAST))::numeric, 4)",
            f"first_value({column}) OVER (PARTITION BY {key} ORDER BY {column})",
            f"{column} - lag({column}) OVER (ORDER BY {column})",
            f"rank() OVER (ORDER BY {column} USING >)",
        )
        return Node("query", [f"SELECT {form} AS a, {key} AS b FROM ", source, where])

    # FROM

    def from_clause(self, depth: int, outer: list) -> tuple[Node, list]:
        first, scope = self.item(depth, outer)
        parts: list = [first]
        for _ in range(self.random.choice([0, 0, 1, 1, 1, 2])):
            kinds = ["JOIN"] * 3 + ["LEFT JOIN"] * 4 + ["RIGHT JOIN", "FULL JOIN", "USING", "LATERAL", "LEFT LATERAL", "VALUES", "NATURAL"]
            kind = self.random.choice(kinds)
            if kind == "VALUES":
                name, number, text = self.name(), self.column(scope, "n"), self.column(scope, "t")
                parts += [f" CROSS JOIN LATERAL (VALUES ({number}, {text}), ({number} + 1, upper({text}))) AS {name} (a, b)"]
                scope = scope + [(name, {"a": "n", "b": "t"}, None)]
                continue
            if kind == "NATURAL":
                if len(scope) > 1 or any(c in ("a", "b") for c in scope[0][1]):
                    kind = "JOIN"
                else:
                    name = self.name()
                    same = self.random.choice(list(scope[0][1]))
                    table = self.random.choice([t for t in TABLES if same in TABLES[t]] or ["orders"])
                    if same in TABLES[table]:
                        parts += [f" NATURAL {self.pick('', 'LEFT ')}JOIN (SELECT {same} FROM {table}) AS {name}"]
                        scope = scope + [(name, {same: scope[0][1][same]}, None)]
                    continue
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
        if self.chance(3):
            source = self.pick(
                "unnest(ARRAY[1, 2, 40, NULL], ARRAY['open', 'alpha', NULL])", "jsonb_to_recordset('[{\"a\": 3, \"b\": \"open\"}, {\"a\": 7}]')",
                "ROWS FROM (generate_series(1, 5), regexp_split_to_table('open paid', ' '))",
            )  # fmt: skip
            definition = "(a int, b text)" if source.startswith("jsonb") else "(a, b)"
            return Node("item", [f"{source} AS {name} {definition}"]), [(name, {"a": "n", "b": "t"}, None)]
        table = self.random.choice(list(TABLES))
        columns = TABLES[table]
        if self.chance(6):
            renamed = {f"c{number}": kind for number, kind in enumerate(columns.values())}
            # The order of `columns` is not the table's.
            listed = ", ".join(f"{c} AS c{n}" for n, c in enumerate(columns))
            return Node("item", [f"(SELECT {listed} FROM {table}) AS {name}"]), [(name, renamed, None)]
        only = self.pick("", "", "", "", "", "", "ONLY ") if table not in ("readings", "order_totals") else ""
        sample = " TABLESAMPLE BERNOULLI (100)" if self.chance(2) and table != "order_totals" else ""
        return Node("item", [f"{only}{table} AS {name}{sample}"]), [(name, columns, table)]

    @staticmethod
    def aliases_of_tables(scope: list) -> list[tuple[str, str]]:
        return [(entry[0], entry[2]) for entry in scope if len(entry) > 2 and entry[2]]

    def things(self, scope: list) -> str | None:
        """Now and then the alias of the table with a column of every type, where there is one."""
        aliases = [alias for alias, table in self.aliases_of_tables(scope) if table == "things"]
        return self.random.choice(aliases) if aliases and self.chance(25) else None

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
        if things := self.things(scope):
            return Node("number", [self.pick(*THINGS_NUMBERS).format(things)], simple=column)
        if self.chance(15):
            other, text, day = self.column(scope, "n"), self.column(scope, "t"), self.column(scope, "d")
            form = self.pick(
                f"round({column}::numeric, 1)", f"({column} / nullif({other}, 0))", f"extract(dow FROM {day})", f"({day}::date - DATE '2024-02-01')",
                f"width_bucket({column}, 0, 100, 5)", f"position('a' IN {text})", f"greatest({column}, {other}, 5)", f"least({column}, 7)",
                f"CASE {text} WHEN 'open' THEN 1 WHEN 'paid' THEN 2 ELSE 3 END", f"sign({column})", f"mod({column}, 7)", f"ascii({text})",
                f"cardinality(string_to_array({text}, ' '))", f"(date_trunc('month', {day})::date - DATE '2024-01-01')", f"regexp_count({text}, '[aeiou]')",
                f"date_part('week', {day})", f"trunc({column} * 1.5)", f"num_nulls({column}, {text})", f"{column}::text::numeric", f"-{column}",
                f"extract(month FROM age({day}, timestamp '2023-11-15'))", f"to_char({day}, 'DDD')::int",
            )  # fmt: skip
            return Node("number", [form], simple=column)
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
        if things := self.things(scope):
            return Node("text", [self.pick(*THINGS_TEXTS).format(things)], simple=column)
        if self.chance(15):
            other, number, day = self.column(scope, "t"), self.column(scope, "n"), self.column(scope, "d")
            form = self.pick(
                f"split_part({column}, ' ', 1)", f"regexp_replace({column}, '[0-9]+', '#', 'g')", f"substring({column} FROM 2 FOR 3)",
                f"concat_ws('-', {column}, {other})", f"format('%s:%s', {number}, {other})", f"md5({column})", f"lpad({column}, 5, '*')",
                f"initcap({column})", f"nullif({column}, {other})", f"greatest({column}, {other})", f"to_char({number}, 'FM999990.0')",
                f"CASE WHEN {number} > 5 THEN 'big' ELSE {other} END", f"overlay({column} PLACING 'x' FROM 1 FOR 1)", f"trim(both 'o' FROM {column})",
                f"(regexp_match({column}, '[a-z]+'))[1]", f"quote_literal({column})", f"to_char({day}, 'Dy, DD Mon')", f"{column} || {number}",
                f"array_to_string(ARRAY[{column}, {other}], ',', '?')", f"jsonb_build_object('k', {column}) ->> 'k'", f"reverse({column})",
                f"translate({column}, 'abc', 'xyz')", f"({column} COLLATE \"C\")", f"row_to_json(ROW({number}, {column})) ->> 'f2'",
            )  # fmt: skip
            return Node("text", [form], simple=column)
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
        if things := self.things(scope):
            return Node("condition", [self.pick(*THINGS_CONDITIONS).format(things)], simple="true")
        if self.chance(15):
            number, other, text, day = self.column(scope, "n"), self.column(scope, "n"), self.column(scope, "t"), self.column(scope, "d")
            form = self.pick(
                f"{number} BETWEEN SYMMETRIC 40 AND {other}", f"{number} = ANY (ARRAY[1, 3, 7])", f"{number} <> ALL ('{{1,2}}')",
                f"{text} SIMILAR TO '(o|p)%'", f"{text} ~ '^[a-m]'", f"{text} !~* 'A$'", f"starts_with({text}, 'o')", f"({number} > 3) IS NOT TRUE",
                f"({number}, {text}) < (5, 'p')", f"({number}, {text}) IN ((1, 'open'), (2, 'paid'))", f"{number} NOT IN (1, 2, 3)",
                f"{text} IS DISTINCT FROM {self.column(scope, 't')}", f"{number} IS NOT DISTINCT FROM {other}", f"({day}, INTERVAL '9 days') OVERLAPS (DATE '2024-03-01', DATE '2024-03-20')",
                f"{day} BETWEEN '2024-02-01' AND '2024-04-01'", f"{text} LIKE ANY (ARRAY['o%', '%d'])", f"ROW({number}, {text}) IS NOT NULL",
                f"extract(month FROM {day}) IN (2, 3)", f"{day} > timestamp '2024-03-01' - interval '10 days'", f"{text} COLLATE \"C\" > 'm'",
                f"{text}::text = ANY (string_to_array('open,paid', ','))", f"{number} % 2 = 0", f"length({text}) BETWEEN 3 AND 6", f"'{{open,paid}}'::text[] @> ARRAY[{text}]",
                f"CASE {text} WHEN 'open' THEN true ELSE {number} > 4 END", f"{number} / nullif({other}, 0) > 1", f"coalesce({text}, 'x') <> 'x'", f"{text} >= 'c' AND {text} < 'p'",
            )  # fmt: skip
            return Node("condition", [form], simple="true")
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
            form = self.random.randrange(6)
            if form == 4:
                parts = [f"{self.column(scope, 'n')} {self.pick('=', '<', '>')} {self.pick('ANY', 'SOME')} (SELECT s.a FROM (", inner, ") AS s)"]
            elif form == 5:
                parts = [f"({self.column(scope, 'n')}, {self.column(scope, 't')}) {self.pick('NOT IN', '<> ALL', '= ANY')} (SELECT s.a, s.b FROM (", inner, ") AS s WHERE s.a < 9)"]
            elif form == 0:
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
