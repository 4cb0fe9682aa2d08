# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Hidden columns do not exist and masked ones are their hash, in every position (R24, R30 to R34, R53)."""

import re

import pytest

from configuration import ALICE, MASKED_TYPES, PASSWORD, Connection
from conftest import start_proxy, tls_settings
from test_attacks import PLANNERS, recover
from test_attacks import answer as messages
from test_native_equivalence import answer, handwritten, native, proxied, without_row_types  # noqa: F401
from wire import SYNC, WireClient, bind, describe, execute, extended, parse, query

# What no answer may hold: hidden texts, texts under masks, hidden numbers.
HIDDEN_WORDS = re.compile(rb"CANARY|TEXTCOLL|canary|(?<![0-9a-f])7700\d{5}(?![0-9a-f])")
SETTINGS = [
    "DateStyle = 'SQL, DMY'",
    "DateStyle = 'German'",
    "DateStyle = 'Postgres'",
    "IntervalStyle = 'iso_8601'",
    "TimeZone = 'Asia/Kolkata'",
    "extra_float_digits = -15",
    "extra_float_digits = 0",
    "bytea_output = 'escape'",
    "quote_all_identifiers = on",
    "search_path = pg_catalog",
]
# Their masks are made from another text than the one a cast gives: the output of the type cannot be
# had independent of settings.
FROM_BINARY = {"a_money", "an_interval", "a_date_array", "a_float_array", "a_day_range", "a_regclass"}


@pytest.mark.parametrize("sql", handwritten("protected_equivalence.sql"))
def test_as_views_would_show_it(native, proxied, sql):  # noqa: F811
    must = answer(native, sql.replace("lab_native_or_lab", "lab_native"))
    got = answer(proxied, sql.replace("lab_native_or_lab", "lab"))
    assert isinstance(must[0], list), must
    assert without_row_types(got) == without_row_types(must)


@pytest.fixture(scope="module")
def three(proxy, twin, bare):
    """alice in front of each database."""
    clients = [WireClient(server.port) for server in (proxy, twin, bare)]
    for client in clients:
        client.log_in(ALICE, PASSWORD)
    yield clients
    for client in clients:
        client.socket.close()


def judge(sql, answers):
    first = answers[0]
    for other in answers[1:]:
        assert first == other
    for message in first:
        body = message.body
        if message.kind in "EN":
            # An error may quote the statement.
            for fragment in re.findall(r"[\w% \\]*(?:CANARY|TEXTCOLL)[\w% \\]*|7700\d+", sql):
                body = body.replace(fragment.encode(), b"")
        assert not HIDDEN_WORDS.search(body), message


@pytest.mark.parametrize("sql", handwritten("protected_attacks.sql"))
def test_simple_query(three, sql):
    try:
        judge(sql, [messages(client, query(sql)) for client in three])
    finally:
        recover(three)


@pytest.mark.parametrize(
    "sql", [sql for sql in handwritten("protected_attacks.sql") if re.match(r"(?i)\(?(select|with|table|values|copy)", sql)]
)
def test_extended_query(three, sql):
    data = extended(sql)
    try:
        judge(sql, [messages(client, data) for client in three])
    finally:
        recover(three)


@pytest.mark.parametrize(
    ("sql", "value"),
    [
        ("SELECT id FROM people WHERE email = $1", "CANARY person 1"),
        ("SELECT id FROM people WHERE email LIKE $1", "CANARY%"),
        ("SELECT id FROM people WHERE email LIKE $1", "C\\"),
        ("SELECT id FROM people WHERE salary = $1", "770000003.00"),
        ("SELECT id FROM people WHERE salary < $1 AND 1 / id > 5", "8"),
        ("SELECT id FROM people WHERE badge = $1", "x"),
        ("SELECT $1::people", "(1)"),
    ],
)
def test_parameters(three, sql, value):
    """Six rounds: the server may change to a generic plan after the fifth."""
    try:
        for _ in range(6):
            data = parse("", sql) + bind("", "", value) + describe("P", "") + execute() + SYNC
            judge(f"{sql} {value}", [messages(client, data) for client in three])
    finally:
        recover(three)


def test_attempts_are_not_all_turned_away(three):
    """An attack that is refused proves little; a third of these must run."""
    attempts = handwritten("protected_attacks.sql")
    ran = 0
    for sql in attempts:
        ran += not any(message.kind == "E" for message in messages(three[0], query(sql)))
        recover(three)
    assert ran > len(attempts) / 3


def test_hidden_is_like_nonexistent(three):
    """One message for a column that is hidden and one that nobody has (R77)."""
    for sql in ("SELECT {} FROM people", "SELECT s.{} FROM people s", "SELECT id FROM people ORDER BY {}", "COPY people ({}) TO STDOUT"):
        hidden, missing = (messages(three[0], query(sql.format(name))) for name in ("badge", "bodge"))
        for one, other in zip(hidden, missing, strict=True):
            assert one.body.replace(b"badge", b"bodge") == other.body
        recover(three)


def test_the_databases_differ_under_the_masks(laboratory):
    """Were they equal, equal answers would prove nothing."""
    main = laboratory.main
    stored = "SELECT id, badge, email FROM people WHERE tenant_id = 'alpha' ORDER BY id"
    assert main.psql("lab", "-c", stored) != main.psql("lab_twin", "-c", stored)
    masked = "SELECT id, md5(email) FROM people WHERE tenant_id = 'alpha' ORDER BY id"
    assert main.psql("lab", "-c", masked) == main.psql("lab_twin", "-c", masked)
    assert "TEXTCOLL" in main.psql("lab", "-c", stored)


def test_masks_are_the_hash_of_the_text(laboratory, alice):
    """For ordinary values (A1); the text is that of default settings and UTC."""
    columns = MASKED_TYPES.split()
    text = ", ".join(f"md5({column}::text)" for column in columns)
    must = laboratory.main.psql("lab", "-c", "SET TimeZone = 'UTC'", "-c", f"SELECT {text} FROM vault WHERE id = 1").split("|")
    got = alice.execute(f"SELECT {', '.join(columns)} FROM vault WHERE id = 1").fetchone()
    differing = {column for column, one, other in zip(columns, must, got, strict=True) if one != other}
    assert differing == FROM_BINARY


def test_masks_are_text_and_keep_nulls(alice):
    cursor = alice.execute("SELECT * FROM vault ORDER BY id")
    rows = cursor.fetchall()
    assert {column.type_code for column in cursor.description[1:]} == {25}
    assert rows[1][1:] == (None,) * len(MASKED_TYPES.split())
    for row in rows:
        assert all(value is None or re.fullmatch("[0-9a-f]{32}", value) for value in row[1:])


@pytest.mark.parametrize("setting", SETTINGS)
def test_masks_follow_no_setting(alice, setting):
    before = alice.execute("SELECT * FROM vault ORDER BY id").fetchall()
    alice.execute(f"SET {setting}")
    assert alice.execute("SELECT * FROM public.vault ORDER BY id").fetchall() == before


def test_masks_tell_values_apart(laboratory, alice):
    """As many masks as there are values: what was not rounded away by a type still is not."""
    for column in MASKED_TYPES.split():
        if column in ("a_json", "an_xml", "a_point", "a_box", "a_circle"):
            continue
        (masks,) = alice.execute(f"SELECT count(DISTINCT {column}) FROM vault").fetchone()
        values = laboratory.main.psql("lab", "-c", f"SELECT count(DISTINCT {column}) FROM vault")
        assert masks == int(values), column


GROUPED_BY_KEY = [
    # Through the proxy, and what it means: natively a view has no primary key.
    ("SELECT s.id, s.name, count(*) FROM people s GROUP BY s.id", "s.id, s.name"),
    ("SELECT id, name, email FROM people s GROUP BY id", "id, name, email"),
    ("SELECT id, name FROM people s GROUP BY 1", "1, 2"),
    ("SELECT s.* FROM people s GROUP BY s.id", "id, tenant_id, name, email, salary, hired, boss_id"),
    ("SELECT * FROM people s GROUP BY id", "id, tenant_id, name, email, salary, hired, boss_id"),
    ("SELECT s.*, count(*) FROM people s JOIN desks d ON d.staff_id = s.id GROUP BY s.id", "s.id, s.tenant_id, s.name, s.email, s.salary, s.hired, s.boss_id"),
    ("SELECT s.id, count(d.id) FROM people s LEFT JOIN desks d ON d.staff_id = s.id GROUP BY s.id HAVING s.name > 'person 3' ORDER BY s.email", "s.id, s.name, s.email"),
    ("SELECT id, upper(name) FROM people s GROUP BY id HAVING length(email) = 32", "id, name, email"),
    ("SELECT x.k, x.n FROM (SELECT s.id AS k, s.name AS n FROM people s GROUP BY s.id) AS x", "s.id, s.name"),
    ("SELECT id, (SELECT count(*) FROM desks d WHERE d.staff_id = s.boss_id) FROM people s GROUP BY id", "id, boss_id"),
    ("SELECT id, rank() OVER (ORDER BY name) FROM people s GROUP BY id", "id, name"),
    ("SELECT id, rank() OVER w FROM people s GROUP BY id WINDOW w AS (PARTITION BY boss_id ORDER BY name)", "id, name, boss_id"),
    ("SELECT DISTINCT ON (name) id FROM people s GROUP BY id ORDER BY name", "id, name"),
    ("SELECT t.a, t.c FROM people AS t (a, b, c) GROUP BY t.a", "t.a, t.c"),
    ("SELECT public.people.id, public.people.name FROM people GROUP BY public.people.id", "people.id, people.name"),
    ("SELECT s.id, d.badge, s.name FROM people s JOIN desks d ON d.staff_id = s.id GROUP BY s.id, d.id", "s.id, d.id, d.badge, s.name"),
    ("SELECT id, name FROM people JOIN orders USING (id) GROUP BY people.id, id", "people.id, id, name"),
    ("SELECT id + 1, name || '!' FROM people s GROUP BY id, id + 1", "id, id + 1, name"),
    ("SELECT (s).name FROM people s GROUP BY s.id", "s.id, s.name"),
    ("SELECT row_to_json(s), count(*) FROM people s JOIN desks d ON d.staff_id = s.id GROUP BY s.id", "s.id, s"),
    ("SELECT s, (SELECT s.name) AS n FROM people s GROUP BY id ORDER BY n", "s.id, s.name, s"),
    ("SELECT row_to_json(s) AS s FROM people s GROUP BY id", "s.id, s.*"),
    ("SELECT id, name FROM people s GROUP BY id UNION ALL SELECT id, badge FROM desks s GROUP BY id", None),
]


@pytest.mark.parametrize(("sql", "columns"), GROUPED_BY_KEY)
def test_grouping_by_the_primary_key(native, proxied, sql, columns):  # noqa: F811
    """R34: the table's other columns may be used."""
    written_out = re.sub(r"GROUP BY [\w., +]+?(?= HAVING| ORDER| WINDOW|\)|$)", f"GROUP BY {columns}", sql)
    if columns is None:
        written_out = sql.replace("BY id UNION", "BY id, name UNION") + ", badge"
    if "(s).name" in sql:
        written_out = "SELECT s.name FROM people s GROUP BY s.id, s.name"
    elif "s.*" in sql or sql.startswith("SELECT *"):
        written_out = written_out.replace("s.*", columns).replace("SELECT *", f"SELECT {columns}")
    if "public" in sql:
        written_out = written_out.replace("public.", "")
    must = answer(native, written_out)
    assert isinstance(must[0], list), (written_out, must)
    assert without_row_types(answer(proxied, sql)) == without_row_types(must)


@pytest.mark.parametrize("planner", PLANNERS)
def test_under_other_plans(laboratory, planner):
    """Every attempt again, on servers that were told to plan differently (R52)."""
    options = " ".join(f"-c {setting}" for setting in planner.split())
    proxies, clients = [], []
    try:
        for database in ("lab", "lab_twin"):
            conninfo = f"{laboratory.main.conninfo(database, 'svc_lab')} options='{options}'"
            folder = laboratory.folder / f"protected.{database}.{PLANNERS.index(planner)}"
            connections = [Connection("lab", conninfo, "pool_size = 2\n", is_primary=True)]
            proxies.append(start_proxy(folder, connections, tls_settings(laboratory, "off")))
            clients.append(WireClient(proxies[-1].port))
            clients[-1].log_in(ALICE, PASSWORD)
        for sql in handwritten("protected_attacks.sql"):
            judge(sql, [messages(client, query(sql)) for client in clients])
            recover(clients)
    finally:
        for client in clients:
            client.socket.close()
        for proxy in proxies:
            proxy.stop()


@pytest.mark.parametrize("sample", ["BERNOULLI (100) REPEATABLE (3)", "SYSTEM (100)", "pg_catalog.system (100)"])
def test_samples(alice, sample):
    """Views cannot be sampled; wrapped tables can (R33)."""
    for sql in ("SELECT count(*) FROM people AS s {} WHERE s.email IS NULL", "SELECT count(*) FROM ONLY desks {}"):
        must = alice.execute(sql.format("")).fetchone()
        assert must[0] > 10
        assert alice.execute(sql.format(f"TABLESAMPLE {sample}")).fetchone() == must


def test_origin_of_columns(three):
    """Plain columns keep table and number, masks have none (R91)."""
    fields = {}
    for message in messages(three[0], query("SELECT id, email, name FROM people")):
        if message.kind == "T":
            body = message.body[2:]
            while body:
                name, _, rest = body.partition(b"\0")
                fields[name] = (int.from_bytes(rest[:4]), int.from_bytes(rest[4:6]))
                body = rest[18:]
    assert fields[b"email"] == (0, 0)
    assert fields[b"id"][0] == fields[b"name"][0] > 0
    assert (fields[b"id"][1], fields[b"name"][1]) == (1, 4)
