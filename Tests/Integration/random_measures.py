# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Random questions to topic "Orders" in terms of dimensions and measures, and what they mean without a topic.

What a measure is over joins that multiply rows is said independently of how the proxy writes it: the aggregate over
the distinct pairs of key and value of all joined rows."""

import random
from dataclasses import dataclass

JOINED = """sales.orders o
LEFT JOIN sales.customers c ON o.customer_id = c.id LEFT JOIN sales.countries k ON c.country = k.code
LEFT JOIN sales.customers s ON o.seller_id = s.id LEFT JOIN sales.countries sk ON s.country = sk.code
LEFT JOIN sales.order_lines l ON o.id = l.order_id LEFT JOIN sales.products p ON l.product_id = p.id"""

DIMENSIONS = {
    "orders.status": "o.status",
    "orders.is_big": "o.amount > 500",
    "orders.created_at[month]": "date_trunc('month', o.created_at)",
    "orders.channel": 'o."Channel"',
    "orders.customer_region": "coalesce(c.region, 'none')",
    "customers.country": "c.country",
    "countries.continent": "k.continent",
    "seller_countries.name": "sk.name",
    "order_lines.line": "l.line",
    "products.brand": "p.brand",
}

CONDITIONS = {
    '"orders.id" < 250': "o.id < 250",
    "\"orders.status\" IS DISTINCT FROM 'draft'": "o.status IS DISTINCT FROM 'draft'",
    "\"countries.continent\" = 'Europe'": "k.continent = 'Europe'",
    "\"products.brand\" IN ('ajax', 'brio')": "p.brand IN ('ajax', 'brio')",
    '"seller_countries.name" IS NOT NULL': "sk.name IS NOT NULL",
}

# Key, value, and the aggregate over the distinct pairs of both.
MEASURES = {
    "orders.count": ("o.id", "1", "count(key)"),
    "orders.revenue": ("o.id", "o.amount", "sum(value)"),
    "orders.average_amount": ("o.id", "o.amount", "avg(value)"),
    "orders.median_amount": ("o.id", "o.amount", "percentile_cont(0.5) WITHIN GROUP (ORDER BY value::float8)"),
    "orders.points": ("o.id", "o.points", "sum(value)"),
    "orders.first": ("o.id", "o.created_at", "min(value)"),
    "orders.statuses": ("o.id", "o.status", "count(DISTINCT value)"),
    "orders.all_statuses": ("o.id", "o.status", "string_agg(DISTINCT value, ', ')"),
    "orders.big_revenue": (
        "o.id",
        "CASE WHEN o.amount > 500 AND o.status IS DISTINCT FROM 'draft' THEN o.amount END",
        "sum(value)",
    ),
    "orders.web_count": ("o.id", "CASE WHEN o.\"Channel\" = 'web' THEN 1 END", "count(value)"),
    "orders.revenue_per_order": ("o.id", "o.amount", "sum(value) / nullif(count(key), 0)"),
    "customers.count": ("c.id", "1", "count(key)"),
    "sellers.count": ("s.id", "1", "count(key)"),
    "seller_countries.count": ("sk.code", "1", "count(key)"),
    "order_lines.count": ("l.order_id || '/' || l.line", "1", "count(key)"),
    "order_lines.quantity_sum": ("l.order_id || '/' || l.line", "l.quantity", "sum(value)"),
    "order_lines.total_sum": ("l.order_id || '/' || l.line", "l.quantity * l.price", "sum(value)"),
    "order_lines.order_amounts": ("o.id", "o.amount", "sum(value)"),
    "products.count": ("p.id", "1", "count(key)"),
    "products.price_sum": ("p.id", "p.price", "sum(value)"),
}


@dataclass
class Question:
    dimensions: list[str]
    measures: list[str]
    conditions: list[str]

    @property
    def topical(self) -> str:
        items = [f'"{name}"' for name in self.dimensions] + [f'measure("{name}")' for name in self.measures]
        sql = f'SELECT {", ".join(items)} FROM topics."Orders"'
        if self.conditions:
            sql += " WHERE " + " AND ".join(self.conditions)
        if self.dimensions:
            sql += " GROUP BY " + ", ".join(str(number + 1) for number in range(len(self.dimensions)))
        return sql

    def native(self, measure: str, filters: str) -> str:
        """One measure, behind the dimensions."""
        key, value, aggregate = MEASURES[measure]
        names = [f"d{number}" for number in range(len(self.dimensions))]
        items = [f"{DIMENSIONS[name]} AS {alias}" for name, alias in zip(self.dimensions, names)]
        tests = [filters, "o.deleted_at IS NULL"] + [CONDITIONS[condition] for condition in self.conditions]
        pairs = (
            f"SELECT DISTINCT {', '.join(items + [f'{key} AS key', f'{value} AS value'])} FROM {JOINED}"
            f" WHERE {' AND '.join(tests)}"
        )
        sql = f"SELECT {', '.join(names + [aggregate])} FROM ({pairs}) AS pairs"
        # A group is there for its rows, not for the measure's.
        return sql + (f" GROUP BY {', '.join(names)}" if names else "")


def questions(seed: int, count: int) -> list[Question]:
    source = random.Random(seed)
    return [
        Question(
            source.sample(sorted(DIMENSIONS), source.randint(0, 2)),
            source.sample(sorted(MEASURES), source.randint(1, 3)),
            source.sample(sorted(CONDITIONS), source.choice([0, 0, 1, 2])),
        )
        for _ in range(count)
    ]
