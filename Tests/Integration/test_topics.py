# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Topics as relations: what a client gets from one is what Omni's own SQL would give (spec 11)."""

import decimal
from pathlib import Path

import psycopg
import pytest

import topics
from proxy import Proxy
from random_measures import questions
from servers import free_port
from test_command_line import run

# Random questions a user; each is one statement here and one for each measure natively.
QUESTIONS = 40

LAB = Path(__file__).parent / "lab"

# What stands for a user's access filters in the native statements.
REGIONS = {
    "emea@x.test": "{0}.region = 'emea'",
    "two@x.test": "{0}.region IN ('emea', 'apac')",
    "all@x.test": "true",
}
BRANDS = {
    "emea@x.test": "{0}.brand = 'ajax'",
    "two@x.test": "{0}.brand IN ('ajax', 'brio')",
    "all@x.test": "{0}.brand = 'cora'",
}

PATTERNS = {
    "emea@x.test": "{0}.region LIKE 'e%'",
    "two@x.test": "({0}.region LIKE 'emea' OR {0}.region LIKE '%p_c')",
    "all@x.test": "{0}.region LIKE '%'",
}

# Over the topic, and as Omni would write it; {region:alias} and {brand:alias} are the user's filters.
# Where joins multiply rows, the native statement aggregates each view by itself.
CASES = [
    (
        'SELECT "orders.tier", "orders.channel_group", "orders.stage", count(*) FROM topics."Orders" GROUP BY 1, 2, 3',
        "SELECT CASE WHEN o.amount < 10 THEN '< 10' WHEN o.amount < 100.5 THEN '>= 10 and < 100.5'"
        " WHEN o.amount < 1000 THEN '>= 100.5 and < 1000' WHEN o.amount >= 1000 THEN '1000 and above' END,"
        " CASE o.\"Channel\" WHEN 'web' THEN 'Online' WHEN 'shop' THEN 'Offline' END,"
        " CASE WHEN o.status = 'done' OR o.status IS NULL THEN 'over' WHEN o.status = 'draft' THEN 'begun'"
        " ELSE 'going on' END, count(*) FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL GROUP BY 1, 2, 3",
    ),
    (
        'SELECT measure("orders.january_count"), measure("orders.spring_revenue"), measure("orders.later_count"),'
        ' measure("orders.between_count"), measure("orders.early_count"), measure("orders.quarter_count"),'
        ' measure("orders.recent_count"), measure("orders.not_big_count") FROM topics."Orders"',
        "SELECT count(*) FILTER (WHERE created_at >= '2024-01-01' AND created_at < '2024-02-01'),"
        " sum(amount) FILTER (WHERE created_at >= '2024-03-01' AND created_at < '2024-06-01'),"
        " count(*) FILTER (WHERE due >= '2024-06-15' AND extract(isodow FROM due) < 6),"
        " count(*) FILTER (WHERE created_at >= '2024-02-01' AND created_at < '2024-04-01'),"
        " count(*) FILTER (WHERE created_at < '2024-02-01' AND extract(hour FROM created_at) < 4),"
        " count(*) FILTER (WHERE extract(month FROM due) IN (1, 4)"
        " AND NOT (extract(day FROM due) IN (1, 2, 3) AND extract(month FROM due) IN (1, 4))),"
        " count(*), count(*) FILTER (WHERE (amount > 500) IS NOT TRUE) FROM sales.orders o"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id WHERE {region:c} AND o.deleted_at IS NULL",
    ),
    (
        'SELECT "customers.region", count(*) FROM topics."Patterns" GROUP BY 1',
        "SELECT c.region, count(*) FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {pattern:c} GROUP BY 1",
    ),
    (
        'SELECT "orders.created_at[week]", "orders.channel", "orders.only_here", measure("orders.only_here_sum")'
        ' FROM topics."Sundays" GROUP BY 1, 2, 3',
        "SELECT date_trunc('week', created_at + interval '1 day') - interval '1 day', upper(\"Channel\"), points + 1,"
        " sum(points + 1) FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} GROUP BY 1, 2, 3",
    ),
    (
        'SELECT "orders.status", count(*) FROM topics."Orders" GROUP BY 1',
        "SELECT o.status, count(*) FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL GROUP BY 1",
    ),
    (
        'SELECT "customers.name", "countries.name", "seller_countries.continent" FROM topics."Orders"',
        "SELECT c.name, k.name, sk.continent FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " LEFT JOIN sales.customers s ON o.seller_id = s.id LEFT JOIN sales.countries k ON c.country = k.code"
        " LEFT JOIN sales.countries sk ON s.country = sk.code WHERE {region:c} AND o.deleted_at IS NULL",
    ),
    (
        'SELECT "orders.channel", "orders.is_big", "orders.customer_region", "customers.initial"'
        ' FROM topics."Orders" AS o WHERE o."orders.id" < 200',
        "SELECT o.\"Channel\", o.amount > 500, coalesce(c.region, 'none'), upper(left(c.name, 1)) FROM sales.orders o"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL AND o.id < 200",
    ),
    (
        'SELECT "orders.created_at[month]", "orders.created_at[date]", "orders.due[month]", "orders.due[day_of_month]"'
        ' FROM topics."Orders"',
        "SELECT date_trunc('month', o.created_at), o.created_at::date, date_trunc('month', o.due::timestamp),"
        " extract(day from o.due)::int FROM sales.orders o"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id WHERE {region:c} AND o.deleted_at IS NULL",
    ),
    (
        'SELECT "orders.status", measure("orders.count"), measure("orders.revenue"), measure("orders.average_amount"),'
        ' measure("orders.fees"), measure("orders.average_fee"), measure("orders.points"), measure("orders.first"),'
        ' measure("orders.statuses"), measure("orders.all_statuses"), measure("orders.median_amount"),'
        ' measure("orders.high_amount"), measure("orders.big_revenue"), measure("orders.web_count"),'
        ' measure("orders.revenue_per_order"), measure("orders.biggest") FROM topics."Orders" GROUP BY 1',
        "SELECT o.status, count(*), sum(o.amount), avg(o.amount), sum(o.fee), avg(o.fee), sum(o.points),"
        " min(o.created_at), count(DISTINCT o.status), string_agg(DISTINCT o.status, ', '),"
        " percentile_cont(0.5) WITHIN GROUP (ORDER BY o.amount), percentile_cont(0.9) WITHIN GROUP (ORDER BY o.amount),"
        " sum(CASE WHEN o.amount > 500 AND o.status IS DISTINCT FROM 'draft' THEN o.amount END),"
        " count(CASE WHEN o.\"Channel\" = 'web' THEN 1 END), sum(o.amount) / nullif(count(*), 0), max(o.amount)"
        " FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL GROUP BY 1",
    ),
    # The rows of orders are multiplied by their lines.
    (
        'SELECT "products.brand", measure("orders.count"), measure("orders.revenue"), measure("orders.average_amount"),'
        ' measure("orders.fees"), measure("orders.average_fee"), measure("orders.points"),'
        ' measure("orders.median_amount"), measure("orders.web_count"), measure("orders.revenue_per_order"),'
        ' measure("order_lines.count"), measure("order_lines.quantity_sum"), measure("order_lines.total_sum"),'
        ' measure("products.count"), measure("products.price_sum") FROM topics."Orders" GROUP BY 1',
        "WITH j AS (SELECT o, o.id AS oid, l.order_id, l.line, l.quantity, l.price, p.id AS pid, p.brand, p.price AS pp"
        " FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " LEFT JOIN sales.order_lines l ON o.id = l.order_id LEFT JOIN sales.products p ON l.product_id = p.id"
        " WHERE {region:c} AND o.deleted_at IS NULL), "
        "a AS (SELECT brand, count(*) AS n, sum((o).amount) AS s, avg((o).amount) AS m, sum((o).fee) AS f,"
        " avg((o).fee) AS af, sum((o).points) AS p, percentile_cont(0.5) WITHIN GROUP (ORDER BY (o).amount) AS med,"
        " count(CASE WHEN (o).\"Channel\" = 'web' THEN 1 END) AS w, sum((o).amount) / nullif(count(*), 0) AS r"
        " FROM (SELECT DISTINCT brand, o FROM j) x GROUP BY brand),"
        "b AS (SELECT brand, count(line) AS n, sum(quantity) AS q, sum(quantity * price) AS t FROM j GROUP BY brand),"
        "c AS (SELECT brand, count(pid) AS n, sum(pp) AS s FROM (SELECT DISTINCT brand, pid, pp FROM j) x GROUP BY brand)"
        "SELECT a.brand, a.n, a.s, a.m, a.f, a.af, a.p, a.med, a.w, a.r, b.n, b.q, b.t, c.n, c.s"
        " FROM a, b, c WHERE a.brand IS NOT DISTINCT FROM b.brand AND a.brand IS NOT DISTINCT FROM c.brand",
    ),
    (
        'SELECT measure("customers.count"), measure("customers.average_weight"), measure("customers.median_rating"),'
        ' measure("orders.count") FROM topics."Orders"',
        "WITH j AS (SELECT c.* FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL)"
        "SELECT (SELECT count(DISTINCT id) FROM j), (SELECT avg(weight) FROM (SELECT DISTINCT id, weight FROM j) x),"
        " (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY rating) FROM (SELECT DISTINCT id, rating FROM j) x),"
        " (SELECT count(*) FROM j)",
    ),
    # HAVING, ORDER BY, arithmetic and casts on measures; unquoted names of measures.
    (
        'SELECT "orders.channel", round(measure(orders.revenue)) AS r, measure("orders.count") * 2 FROM topics."Orders"'
        ' GROUP BY "orders.channel" HAVING measure("orders.count") > 3 ORDER BY measure("orders.revenue") DESC LIMIT 1',
        'SELECT o."Channel", round(sum(o.amount)), count(*) * 2 FROM sales.orders o'
        " LEFT JOIN sales.customers c ON o.customer_id = c.id WHERE {region:c} AND o.deleted_at IS NULL"
        " GROUP BY 1 HAVING count(*) > 3 ORDER BY sum(o.amount) DESC LIMIT 1",
    ),
    # In derived tables, CTEs and beside tables.
    (
        'WITH m AS (SELECT "orders.status" AS s, measure("orders.revenue") FROM topics."Orders" GROUP BY 1)'
        ' SELECT s, "orders.revenue" + 1 FROM m',
        "SELECT o.status, sum(o.amount) + 1 FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL GROUP BY 1",
    ),
    (
        'SELECT p.name, t."products.brand" FROM sales.products p JOIN topics."Lines" t ON p.id = t."products.id"',
        "SELECT p.name, x.brand FROM sales.products p JOIN (SELECT q.id, q.brand FROM sales.order_lines l"
        " LEFT JOIN sales.orders o ON o.id = l.order_id LEFT JOIN sales.products q ON l.product_id = q.id"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.status IS DISTINCT FROM 'draft') x ON p.id = x.id",
    ),
    (
        'SELECT a."orders.id", b.n FROM topics."Orders" a LEFT JOIN (SELECT "orders.customer_id" AS c, count(*) AS n'
        ' FROM topics."Open" GROUP BY 1) b ON a."customers.id" = b.c',
        "SELECT o.id, b.n FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " LEFT JOIN (SELECT customer_id, count(*) AS n FROM sales.orders GROUP BY 1) b ON c.id = b.customer_id"
        " WHERE {region:c} AND o.deleted_at IS NULL",
    ),
    # A filter behind a join that multiplies rows: existence, unless the rows are joined anyhow.
    (
        'SELECT count(*), measure("orders.revenue") FROM topics."Brands"',
        "SELECT count(*), sum(o.amount) FROM sales.orders o WHERE EXISTS (SELECT FROM sales.order_lines l"
        " JOIN sales.products p ON l.product_id = p.id WHERE l.order_id = o.id AND {brand:p})",
    ),
    (
        'SELECT "orders.id", "products.brand", "order_lines.line" FROM topics."Brands"',
        "SELECT o.id, p.brand, l.line FROM sales.orders o JOIN sales.order_lines l ON l.order_id = o.id"
        " JOIN sales.products p ON l.product_id = p.id WHERE {brand:p}",
    ),
    # From the side of the many.
    (
        'SELECT "orders.status", measure("order_lines.total_sum"), measure("orders.revenue"), measure("orders.count"),'
        ' measure("order_lines.order_amounts"), measure("depot__stock.pieces_sum") FROM topics."Lines" GROUP BY 1',
        "WITH j AS (SELECT o, o.status, l.quantity, l.price, o.id AS oid, s.product_id AS sid, s.pieces"
        " FROM sales.order_lines l LEFT JOIN sales.orders o ON o.id = l.order_id"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id LEFT JOIN sales.products p ON l.product_id = p.id"
        " LEFT JOIN north.stock s ON p.id = s.product_id"
        " WHERE {region:c} AND o.status IS DISTINCT FROM 'draft'),"
        "a AS (SELECT status, sum(quantity * price) AS t FROM j GROUP BY 1),"
        "b AS (SELECT status, sum((o).amount) AS s, count(*) AS n FROM (SELECT DISTINCT status, o FROM j) x GROUP BY 1),"
        "c AS (SELECT status, sum(pieces) AS s FROM (SELECT DISTINCT status, sid, pieces FROM j) x GROUP BY 1)"
        "SELECT a.status, a.t, b.s, b.n, b.s, c.s FROM a, b, c"
        " WHERE a.status IS NOT DISTINCT FROM b.status AND a.status IS NOT DISTINCT FROM c.status",
    ),
    # Query views and SQL views.
    (
        'SELECT "customers.name", "customer_totals.revenue", "customer_totals.orders" FROM topics."Customers"',
        "SELECT c.name, t.s, t.n FROM sales.customers c LEFT JOIN (SELECT o.customer_id, sum(o.amount) AS s,"
        " count(*) AS n FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL AND o.status = 'done' GROUP BY 1) t ON c.id = t.customer_id"
        " WHERE {region:c}",
    ),
    (
        'SELECT "customers.name", "spenders.spent" FROM topics."Customers"',
        "SELECT c.name, t.s FROM sales.customers c LEFT JOIN (SELECT customer_id, sum(amount) AS s FROM sales.orders"
        " GROUP BY 1 HAVING sum(amount) > 3000) t ON c.id = t.customer_id WHERE {region:c}",
    ),
    (
        'SELECT "countries.continent", measure("customers.count"), measure("customer_totals.revenue_sum"),'
        ' measure("countries.count"), measure("customers.total_weight") FROM topics."Customers" GROUP BY 1',
        "WITH t AS (SELECT o.customer_id, sum(o.amount) AS s FROM sales.orders o"
        " LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL AND o.status = 'done' GROUP BY 1)"
        "SELECT k.continent, count(*), sum(t.s), count(DISTINCT k.code), sum(c.weight) FROM sales.customers c"
        " LEFT JOIN t ON c.id = t.customer_id LEFT JOIN sales.countries k ON c.country = k.code"
        " WHERE {region:c} GROUP BY 1",
    ),
    # A view without a key may be counted where nothing multiplies its rows.
    (
        'SELECT measure("visits.seconds_sum"), measure("customers.count"), measure("customers.total_weight")'
        ' FROM topics."Customers"',
        "SELECT (SELECT sum(v.seconds) FROM sales.customers c LEFT JOIN sales.visits v ON c.id = v.customer_id"
        " WHERE {region:c}), count(*), sum(weight) FROM sales.customers c WHERE {region:c}",
    ),
    # Views that nobody listed: those reached without multiplying rows.
    (
        'SELECT "orders.id", "seller_countries.name" FROM topics."Automatic"',
        "SELECT o.id, k.name FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " LEFT JOIN sales.customers s ON o.seller_id = s.id LEFT JOIN sales.countries k ON s.country = k.code"
        " WHERE {region:c}",
    ),
    ('SELECT * FROM topics."Copies"', "SELECT id FROM sales.orders"),
    ('SELECT c FROM topics."Copies" AS c', "SELECT ROW(id) FROM sales.orders"),
    ('TABLE topics."Copies"', "SELECT id FROM sales.orders"),
    ('SELECT x FROM topics."Copies" AS c (x) WHERE x < 9', "SELECT id FROM sales.orders WHERE id < 9"),
    # Expressions that could fail run on the user's rows only.
    (
        'SELECT "orders.per_point" FROM topics."Orders" WHERE "orders.points" > 0 AND "orders.per_point" > 100',
        "SELECT o.amount / o.points FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL AND CASE WHEN o.points > 0 THEN o.amount / o.points > 100 END",
    ),
    (
        'SELECT length("customers.email"), "customers.weight"::int FROM topics."Customers" ORDER BY "customers.name"',
        "SELECT length(CASE WHEN {masks} THEN md5(email) ELSE email END), weight::int FROM sales.customers c"
        " WHERE {region:c} ORDER BY name",
    ),
    # Other positions.
    (
        'SELECT a.*, b."customers.name" FROM topics."Copies" a JOIN topics."Orders" b USING ("orders.id")',
        "SELECT o.id, c.name FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL",
    ),
    ('SELECT * FROM topics."Copies" a NATURAL JOIN topics."Copies" b', "SELECT id FROM sales.orders"),
    (
        'SELECT "orders.id" FROM topics."Orders" o WHERE EXISTS'
        ' (SELECT 1 FROM topics."Brands" b WHERE b."orders.id" = o."orders.id" AND b."order_lines.line" > 1)',
        "SELECT o.id FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id WHERE {region:c}"
        " AND o.deleted_at IS NULL AND EXISTS (SELECT FROM sales.order_lines l JOIN sales.products p"
        " ON l.product_id = p.id WHERE l.order_id = o.id AND l.line > 1 AND {brand:p})",
    ),
    (
        'SELECT "orders.status", measure("orders.count") FROM topics."Orders" GROUP BY ROLLUP ("orders.status")',
        "SELECT o.status, count(*) FROM sales.orders o LEFT JOIN sales.customers c ON o.customer_id = c.id"
        " WHERE {region:c} AND o.deleted_at IS NULL GROUP BY ROLLUP (1)",
    ),
    (
        'SELECT p.id, (SELECT measure("orders.revenue") FROM topics."Open" WHERE "customers.id" = p.id)'
        ' FROM sales.products p',
        "SELECT p.id, (SELECT sum(amount) FROM sales.orders o WHERE o.customer_id = p.id) FROM sales.products p",
    ),
]


@pytest.fixture(scope="module")
def shop(laboratory):
    server = laboratory.main
    server.psql("postgres", "-c", "DROP DATABASE IF EXISTS lab_topics WITH (FORCE)", "-c", "CREATE DATABASE lab_topics")
    server.psql("lab_topics", "-f", str(LAB / "topics.sql"))
    folder = laboratory.folder / "topics"
    folder.mkdir()
    topics.write(folder)
    port = free_port()
    running = Proxy(folder, port, topics.proxy_conf(port, server.conninfo("lab_topics", "svc_lab")))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def native(laboratory, shop):
    with psycopg.connect(laboratory.main.conninfo("lab_topics", "svc_lab"), autocommit=True) as connection:
        yield connection


def plain(value):
    """Values without what differs between equal ones; the last digits of floats depend on the order of rows."""
    if isinstance(value, (float, decimal.Decimal)):
        return f"{value:.9g}"
    return str(value)


def rows(connection, sql: str) -> list:
    found = [tuple(plain(value) for value in row) for row in connection.execute(sql).fetchall()]
    return found if "ORDER BY" in sql.rsplit("FROM", 1)[-1] else sorted(found)


def natively(sql: str, user: str) -> str:
    for word, filters in (("region", REGIONS), ("brand", BRANDS), ("pattern", PATTERNS)):
        while f"{{{word}:" in sql:
            before, after = sql.split(f"{{{word}:", 1)
            alias, after = after.split("}", 1)
            sql = before + filters[user].format(alias) + after
    return sql.replace("{masks}", "true" if user == "emea@x.test" else "false")


@pytest.mark.parametrize("user", REGIONS)
@pytest.mark.parametrize("case", range(len(CASES)))
def test_a_topic_gives_what_omni_would(shop, native, case, user):
    over_topic, by_hand = CASES[case]
    with shop.connect(user, "shop") as connection:
        expected = rows(native, natively(by_hand, user))
        assert expected, "a case without rows shows nothing"
        assert rows(connection, over_topic) == expected


@pytest.mark.parametrize("user", REGIONS)
def test_random_measures_are_what_omnis_are(shop, native, user, seed):
    filters = REGIONS[user].format("c")
    with shop.connect(user, "shop") as connection:
        for question in questions(seed, QUESTIONS):
            found = rows(connection, question.topical)
            places = len(question.dimensions)
            expected = {}
            for measure in question.measures:
                for row in rows(native, question.native(measure, filters)):
                    expected.setdefault(row[:places], []).append(row[places])
            assert found == sorted(group + tuple(values) for group, values in expected.items()), (
                f"seed {seed}: {question.topical}"
            )


def refused(shop, user: str, sql: str) -> psycopg.Error:
    with shop.connect(user, "shop") as connection, pytest.raises(psycopg.Error) as caught:
        connection.execute(sql)
    return caught.value


@pytest.mark.parametrize(
    ("sql", "state", "message"),
    [
        ('SELECT "orders.nothing" FROM topics."Orders"', "42703", 'column "orders.nothing" does not exist'),
        ('SELECT o."orders.nothing" FROM topics."Orders" o', "42703", "column o.orders.nothing does not exist"),
        ('SELECT "customers.rating" FROM topics."Orders"', "42703", 'column "customers.rating" does not exist'),
        ('SELECT "customers.country" FROM topics."Customers"', "42703", 'column "customers.country" does not exist'),
        ('SELECT "sellers.rating" FROM topics."Orders"', "42703", 'column "sellers.rating" does not exist'),
        ('SELECT "orders.revenue" FROM topics."Orders"', "42703", 'column "orders.revenue" does not exist'),
        ('SELECT measure("orders.nothing") FROM topics."Orders"', "42703", 'column "orders.nothing" does not exist'),
        ('SELECT measure("orders.secret") FROM topics."Orders"', "42703", 'column "orders.secret" does not exist'),
        ('SELECT measure("orders.status") FROM topics."Orders"', "42803", None),
        ('SELECT measure("orders.revenue") FROM sales.orders', "42703", 'column "orders.revenue" does not exist'),
        (
            'SELECT 1 FROM topics."Orders" WHERE measure("orders.count") > 1',
            "42803",
            "aggregate functions are not allowed in WHERE",
        ),
        ('SELECT sum(measure("orders.count")) FROM topics."Orders"', "42803", "aggregate function calls cannot be nested"),
        ('SELECT "orders.id", measure("orders.count") FROM topics."Orders"', "42803", None),
        ('SELECT 1 FROM topics."Finance"', "42P01", 'relation "topics.Finance" does not exist'),
        ('SELECT 1 FROM topics."Lost"', "42P01", 'relation "topics.Lost" does not exist'),
        ('SELECT 1 FROM topics."Nothing"', "42P01", 'relation "topics.Nothing" does not exist'),
        ('SELECT measure("visits.count") FROM topics."Customers"', "0A000", None),
        ('SELECT "omni:0", measure("orders.count") FROM topics."Orders", json_populate_record(NULL, \'{}\') x', None, None),
        ('EXPLAIN SELECT 1 FROM topics."Orders"', "42501", None),
        ('SELECT 1 FROM topics."Orders" TABLESAMPLE system (1)', "0A000", None),
        ('SELECT ctid FROM topics."Orders"', "42703", None),
    ],
)
def test_what_is_not_there_is_refused_in_the_servers_words(shop, sql, state, message):
    error = refused(shop, "emea@x.test", sql)
    if state is not None:
        assert error.sqlstate == state, error
    if message is not None:
        assert error.diag.message_primary == message


def test_an_attribute_without_a_value_refuses_the_topic(shop):
    error = refused(shop, "none@x.test", 'SELECT 1 FROM topics."Orders"')
    assert (error.sqlstate, error.diag.message_primary) == (
        "42501",
        'permission denied for topic Orders: user attribute "region" has no value',
    )


def test_a_restricted_querier_has_topics_and_no_tables(shop):
    with shop.connect("restricted@x.test", "shop") as connection:
        by_path = connection.execute('SELECT measure("orders.count") FROM "Orders"').fetchone()
        assert by_path == connection.execute('SELECT measure("orders.count") FROM topics."Orders"').fetchone()
        spent = connection.execute('SELECT count("spenders.spent") FROM topics."Customers"').fetchone()
        assert spent[0] > 0
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("SELECT 1 FROM sales.orders")


def test_grants_and_masks_are_the_users(shop):
    sql = 'SELECT "customers.email" FROM topics."Customers" WHERE "customers.id" = 4'
    with shop.connect("emea@x.test", "shop") as connection:
        (masked,) = connection.execute(sql).fetchone()
        assert len(masked) == 32 and "@" not in masked
    with shop.connect("all@x.test", "shop") as connection:
        assert connection.execute(sql).fetchone() == ("c4@x.test",)
        assert connection.execute('SELECT count("customers.rating") FROM topics."Customers"').fetchone()[0] > 0
        assert connection.execute('SELECT measure("orders.secret") FROM topics."Finance"').fetchone()[0] > 0


def test_columns_are_named_as_omni_names_them(shop):
    with shop.connect("emea@x.test", "shop") as connection:
        cursor = connection.execute(
            'SELECT "orders.channel", measure("orders.count"), measure("orders.revenue")::text, "orders.due[month]"'
            ' FROM topics."Orders" GROUP BY 1, 4 LIMIT 1'
        )
        assert [column.name for column in cursor.description] == [
            "orders.channel",
            "orders.count",
            "orders.revenue",
            "orders.due[month]",
        ]


def test_prepared_statements_cursors_and_copy_read_topics(shop):
    with shop.connect("emea@x.test", "shop") as connection:
        sql = 'SELECT measure("orders.count") FROM topics."Orders" WHERE "orders.id" < %s'
        for limit in (50, 100, 400):
            first = connection.execute(sql, (limit,), prepare=True).fetchone()
            assert first == connection.execute(sql.replace("%s", str(limit))).fetchone()
        with connection.cursor() as cursor, cursor.copy('COPY topics."Copies" TO STDOUT') as copy:
            assert sum(1 for _ in copy.rows()) == 401
        with connection.transaction():
            connection.execute('DECLARE c CURSOR FOR SELECT "orders.id" FROM topics."Orders" ORDER BY 1')
            assert len(connection.execute("FETCH 5 FROM c").fetchall()) == 5


def test_a_guarded_join_joins_what_it_would(shop, native):
    sql = "SELECT c.id, k.name FROM sales.customers c LEFT JOIN sales.countries k ON c.country = k.code"
    expected = rows(native, sql + " AND 100 / nullif(c.weight, 0) > 10 WHERE c.region = 'emea'")
    with shop.connect("emea@x.test", "shop") as connection:
        assert rows(connection, 'SELECT "customers.id", "countries.name" FROM topics."Guarded"') == expected
    assert expected != rows(native, sql + " WHERE c.region = 'emea'")


def test_views_of_a_topics_own_take_no_protection_away(shop):
    with shop.connect("emea@x.test", "shop") as connection:
        (email,) = connection.execute('SELECT "customers.email" FROM topics."Sundays" LIMIT 1').fetchone()
        assert len(email) == 32 and "@" not in email
    assert refused(shop, "emea@x.test", 'SELECT "customers.rating" FROM topics."Sundays"').sqlstate == "42703"
    # Elsewhere the views are what they were.
    assert refused(shop, "emea@x.test", 'SELECT "orders.only_here" FROM topics."Orders"').sqlstate == "42703"


def test_a_user_whom_a_dynamic_schema_leads_nowhere_is_told_so(shop):
    message = 'user attribute "depot" has no value'
    error = refused(shop, "none@x.test", 'SELECT measure("depot__stock.pieces_sum") FROM topics."Depot"')
    assert error.sqlstate == "42501" and message in str(error)


def test_no_error_of_the_models_own_expressions_tells_of_hidden_rows(shop):
    """Customer 900 has weight 0, for which `share` fails; order 900 has no points (R40, R48)."""
    for sql in (
        'SELECT "customers.share" FROM topics."Customers"',
        'SELECT count(*) FROM topics."Customers" WHERE "customers.share" > 1',
        'SELECT "customers.share" FROM topics."Orders" WHERE "customers.share" > 1',
        'SELECT max("customers.share") FROM topics."Orders" GROUP BY "orders.status"',
        'SELECT 1 FROM sales.products p LEFT JOIN topics."Customers" c ON p.id = c."customers.share"::int',
        'SELECT count(*) FROM topics."Customers" WHERE 100 / "customers.weight" > 1',
        'SELECT "countries.name", measure("customers.count") FROM topics."Guarded" GROUP BY 1',
    ):
        with shop.connect("emea@x.test", "shop") as connection:
            connection.execute(sql).fetchall()
        assert refused(shop, "all@x.test", sql).sqlstate == "22012"


def test_access_tells_what_a_topic_shows_and_which_lines_say_so(shop):
    done = run(shop, "access", "--user", "emea@x.test", "--database", "shop")
    assert done.returncode == 0, done.stderr
    orders = done.stdout.split("\n  Orders (", 1)[1].split("\n  Spenders", 1)[0]
    assert "Orders.topic.yaml" in orders and "model.yaml:5" in orders
    assert "customers.region in 'emea' from attribute region" in orders
    assert "with a hash for customers.email" in orders
    assert "dimension customers.rating: requires access grants finance" in orders
    assert "topic Finance: the topic requires access grants finance" in done.stdout
    assert "topic Lost: field customers.region of its access filter is not in the topic" in done.stdout


def test_rewrite_tells_why_a_topic_is_what_it_is(shop):
    sql = 'SELECT measure("orders.revenue") FROM topics."Orders"'
    done = run(shop, "rewrite", "--user", "emea@x.test", "--database", "shop", sql)
    assert done.returncode == 0, done.stderr
    assert "topic Orders joins orders, customers" in done.stdout
    statement = done.stdout.splitlines()[0]
    assert "LEFT JOIN sales.customers AS customers" in statement and "sellers" not in statement


def test_catalogs_list_topics_as_views_with_the_columns_of_a_star(shop):
    """Spec 11 and 12: whoever browses finds the topics that he may use, and in them what `*` stands for."""
    for user in ("emea@x.test", "two@x.test", "all@x.test", "restricted@x.test"):
        with shop.connect(user, "shop") as connection:
            names = [name for name, in connection.execute("SELECT viewname FROM pg_views WHERE schemaname = 'topics'")]
            assert "Orders" in names
            assert connection.execute(
                "SELECT array_agg(table_name::text ORDER BY table_name) FROM information_schema.tables"
                " WHERE table_schema = 'topics' AND table_type = 'VIEW'"
            ).fetchone() == (sorted(names),)
            for name in names:
                try:
                    star = connection.execute(f'SELECT * FROM topics."{name}" LIMIT 0').description
                except psycopg.errors.InsufficientPrivilege as refused:
                    # A filter for which this user has no value: the topic is there and says so.
                    assert "has no value" in str(refused)
                    continue
                attributes = connection.execute(
                    "SELECT attname, atttypid FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
                    " ORDER BY attnum",
                    [f'topics."{name}"'],
                ).fetchall()
                assert attributes == [(column.name, column.type_code) for column in star]
                columns = connection.execute(
                    "SELECT column_name FROM information_schema.columns WHERE table_schema = 'topics'"
                    " AND table_name = %s ORDER BY ordinal_position",
                    [name],
                ).fetchall()
                assert columns == [(column.name,) for column in star]


@pytest.mark.parametrize(
    "sql, expected",
    [
        ("SELECT has_table_privilege('topics.\"Orders\"', 'SELECT'), has_table_privilege('topics.\"Orders\"'::regclass, 'INSERT')",
         (True, False)),
        ("SELECT has_schema_privilege('topics', 'USAGE'), to_regnamespace('topics') IS NOT NULL", (True, True)),
        ("SELECT to_regclass('topics.\"Or' || 'ders\"') = 'topics.\"Orders\"'::regclass, to_regclass('topics.no')",
         (True, None)),
        ("SELECT has_column_privilege('topics.\"Orders\"', 'orders.id', 'SELECT'),"
         " has_column_privilege('topics.\"Orders\"', 'no' || '', 'SELECT')", (True, None)),
        ("SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
         " WHERE n.nspname = 'topics' AND c.relkind <> 'v'", (0,)),
        ("SELECT c.relname, count(*) > 20 FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid"
         " WHERE c.oid = 'topics.\"Orders\"'::regclass GROUP BY c.oid", ("Orders", True)),
        ("SELECT 'topics.\"Orders\"'::regclass::text, pg_get_viewdef('topics.\"Orders\"'::regclass)",
         ('topics."Orders"', None)),
    ],
)
def test_topics_have_names_in_catalogs(shop, sql, expected):
    with shop.connect("emea@x.test", "shop") as connection:
        assert connection.execute(sql).fetchone() == expected


def test_psql_describes_a_topic(shop):
    done = shop.psql("restricted@x.test", "-c", "\\d", "-c", '\\d "Orders"', database="shop")
    assert done.returncode == 0, done.stderr
    assert "topics|Orders|view|restricted@x.test" in done.stdout
    assert "orders.amount|numeric(10,2)|||" in done.stdout
    assert "sales" not in done.stdout


@pytest.mark.parametrize("user", ["emea@x.test", "restricted@x.test"])
def test_every_system_catalog_can_be_asked_where_no_schema_is_renamed_and_where_nothing_is_shown(shop, native, user):
    names = native.execute(
        "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('pg_catalog', 'information_schema')"
    ).fetchall()
    broken = []
    with shop.connect(user, "shop") as connection:
        for (name,) in names:
            try:
                connection.execute(f"SELECT * FROM {name} LIMIT 3")
            except psycopg.Error as error:
                if error.sqlstate not in ("42501", "42P01"):
                    broken.append((name, str(error)))
    assert len(names) > 200
    assert not broken
