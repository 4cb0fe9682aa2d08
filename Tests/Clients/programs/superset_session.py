# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Apache Superset as its users see it: its own application behind its own interface, without a browser.

Runs in Superset's environment; arguments: SQLAlchemy URI, rows of orders, columns of staff. Superset's
own database is where its configuration says, made and initialised before.
"""

import sys
import threading
import time
import uuid

from superset.app import create_app

URI, ORDERS, STAFF = sys.argv[1], int(sys.argv[2]), sys.argv[3].split()
SLOW = "SELECT count(*) FROM generate_series(1, 1000000000)"
app = create_app()
client = app.test_client()


def ask(method: str, path: str, expected: int | tuple[int, ...] = (200, 201), **more):
    began = time.monotonic()
    answer = client.open(f"/api/v1/{path}", method=method, headers=HEADERS, **more)
    print(f"{method} {path}: {answer.status_code} {time.monotonic() - began:.1f} s")
    wanted = expected if isinstance(expected, tuple) else (expected,)
    assert answer.status_code in wanted, f"{method} {path}: {answer.status_code} {answer.get_data(as_text=True)[:2000]}"
    return answer.get_json()


HEADERS = {}
login = {"username": "admin", "password": "admin", "provider": "db"}
HEADERS = {"Authorization": "Bearer " + ask("POST", "security/login", json=login)["access_token"]}

# A connection that fails, and one that is made.
broken = {"database_name": uuid.uuid4().hex, "sqlalchemy_uri": URI.replace("?", "_?", 1)}
ask("POST", "database/test_connection/", (400, 422, 500), json=broken)
database = {"database_name": uuid.uuid4().hex, "sqlalchemy_uri": URI}
ask("POST", "database/test_connection/", json=database)
number = ask("POST", "database/", json=database | {"expose_in_sqllab": True})["id"]

# The left side of SQL Lab.
schemas = ask("GET", f"database/{number}/schemas/")["result"]
assert "public" in schemas and "books" in schemas and "alpha_data" not in schemas, schemas
tables = ask("GET", f"database/{number}/tables/?q=(schema_name:public)")["result"]
names = {table["value"] for table in tables}
assert {"orders", "staff", "products"} <= names and "secrets" not in names, names
staff = ask("GET", f"database/{number}/table_metadata/?name=staff&schema=public")
assert [column["name"] for column in staff["columns"]] == STAFF, staff
ask("GET", f"database/{number}/function_names/")


# The editor.
def execute(sql: str, expected=200, name: str | None = None):
    query = {"client_id": name or uuid.uuid4().hex[:10], "database_id": number, "schema": "public", "sql": sql, "queryLimit": 5000}
    return ask("POST", "sqllab/execute/", expected, json=query)


assert len(execute("SELECT id, status, amount, placed_on FROM orders ORDER BY id")["data"]) == ORDERS
assert execute("SELECT count(*) AS n FROM orders; SELECT 2 AS n")["data"] == [{"n": 2}]
assert execute("SELECT * FROM staff LIMIT 1")["data"][0].keys() == set(STAFF)
for sql, said in [
    ("SELECT * FROM secrets", "secrets"), ("DELETE FROM orders", ""), ("SELECT nothing FROM orders", "nothing"), ("SELEC 1", "")
]:
    answer = execute(sql, (400, 403, 422, 500))
    assert said in str(answer), answer
estimate = ask("POST", "sqllab/format_sql/", json={"sql": "select 1"})
assert estimate["result"]

# A dataset, and a chart's queries over it.
dataset = ask("POST", "dataset/", json={"database": number, "schema": "public", "table_name": "orders"})["id"]
columns = {column["column_name"] for column in ask("GET", f"dataset/{dataset}")["result"]["columns"]}
assert {"id", "placed_on", "amount"} <= columns, columns


def chart(**query):
    request = {"datasource": {"id": dataset, "type": "table"}, "force": True, "queries": [query], "result_format": "json", "result_type": "full"}
    return ask("POST", "chart/data", json=request)["result"][0]["data"]


counted = {"expressionType": "SQL", "sqlExpression": "COUNT(*)", "label": "n"}
summed = {"expressionType": "SIMPLE", "column": {"column_name": "amount"}, "aggregate": "SUM", "label": "total"}
assert chart(metrics=[counted], columns=[])[0]["n"] == ORDERS
by_status = chart(metrics=[counted, summed], columns=["status"], orderby=[["n", False]], row_limit=10000)
assert sum(row["n"] for row in by_status) == ORDERS, by_status
month = {"columnType": "BASE_AXIS", "sqlExpression": "placed_on", "label": "placed_on", "expressionType": "SQL", "timeGrain": "P1M"}
series = chart(
    metrics=[counted], columns=[month, "status"], granularity="placed_on", time_range="2000-01-01 : 2100-01-01",
    extras={"time_grain_sqla": "P1M"}, row_limit=10000, is_timeseries=True, series_columns=["status"], series_limit=2,
    series_limit_metric=counted,
    filters=[{"col": "status", "op": "IN", "val": [row["status"] for row in by_status if row["status"]]}],
)
assert series and sum(row["n"] for row in series) <= ORDERS, series
values = ask("GET", f"datasource/table/{dataset}/column/status/values/")["result"]
assert set(values) == {row["status"] for row in by_status}, values

# Stop, while it runs.
name, outcome = uuid.uuid4().hex[:10], {}


def run_slowly():
    body = {"client_id": name, "database_id": number, "schema": "public", "sql": SLOW, "queryLimit": 10}
    answer = app.test_client().post("/api/v1/sqllab/execute/", headers=HEADERS, json=body)
    outcome["status"], outcome["body"] = answer.status_code, answer.get_data(as_text=True)


runner = threading.Thread(target=run_slowly)
began = time.monotonic()
runner.start()
while time.monotonic() < began + 40:
    time.sleep(1)
    answer = client.post("/api/v1/query/stop", headers=HEADERS, json={"client_id": name})
    if answer.status_code == 200:
        break
assert answer.status_code == 200, answer.get_data(as_text=True)
runner.join(40)
# Superset notes the stop after it has ended the connection; the editor may be told of that first.
said = '"stopped"', "server closed the connection unexpectedly"
assert not runner.is_alive() and any(text in outcome["body"] for text in said), outcome
print("passed")
