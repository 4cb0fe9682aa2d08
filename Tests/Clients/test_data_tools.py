# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""SQLAlchemy, pandas, polars, ibis, DuckDB, ADBC, connectorx."""

import adbc_driver_postgresql.dbapi
import connectorx
import duckdb
import ibis
import pandas
import polars
import psycopg
import pytest
import sqlalchemy
from sqlalchemy import func, orm, select

DRIVERS = ["psycopg2", "psycopg", "pg8000"]


def engine(target, driver: str) -> sqlalchemy.Engine:
    url = sqlalchemy.URL.create(
        f"postgresql+{driver}", target.user, target.password, target.host, target.port, target.database
    )
    return sqlalchemy.create_engine(url)


@pytest.mark.parametrize("driver", DRIVERS)
def test_sqlalchemy_queries(target, driver):
    with engine(target, driver).connect() as connection:
        assert connection.scalar(sqlalchemy.text("SELECT count(*) FROM orders")) == target.orders
        rows = connection.execution_options(stream_results=True).execute(sqlalchemy.text("SELECT id FROM orders"))
        assert sum(1 for _ in rows) == target.orders


@pytest.mark.parametrize("driver", DRIVERS)
def test_sqlalchemy_reflection(target, driver):
    inspector = sqlalchemy.inspect(engine(target, driver))
    assert inspector.default_schema_name == "public"
    assert {"public", "books"} <= set(inspector.get_schema_names())
    names = set(inspector.get_table_names()) | set(inspector.get_view_names())
    assert target.tables <= names and "secrets" not in names
    assert tuple(column["name"] for column in inspector.get_columns("staff")) == target.staff
    assert inspector.get_pk_constraint("orders")["constrained_columns"] == ["id"]
    for method in ("get_multi_columns", "get_multi_indexes", "get_multi_foreign_keys", "get_multi_unique_constraints",
                   "get_multi_check_constraints", "get_multi_table_comment", "get_multi_pk_constraint"):
        assert getattr(inspector, method)() is not None
    metadata = sqlalchemy.MetaData()
    metadata.reflect(inspector.engine, views=True)
    assert target.tables <= set(metadata.tables)


def test_sqlalchemy_orm_groups_by_primary_key(target):
    class Base(orm.DeclarativeBase):
        pass

    class Order(Base):
        __tablename__ = "orders"
        id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
        customer_id: orm.Mapped[int] = orm.mapped_column(sqlalchemy.ForeignKey("customers.id"))
        status: orm.Mapped[str]

    class Customer(Base):
        __tablename__ = "customers"
        id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
        name: orm.Mapped[str]
        orders: orm.Mapped[list[Order]] = orm.relationship()

    with orm.Session(engine(target, "psycopg")) as session:
        grouped = session.execute(
            select(Customer, func.count(Order.id)).join(Order).group_by(Customer.id).order_by(Customer.id)
        ).all()
        loaded = session.scalars(select(Customer).options(orm.selectinload(Customer.orders)).order_by(Customer.id)).all()
        assert [(customer.id, count) for customer, count in grouped] == [
            (customer.id, len(customer.orders)) for customer in loaded if customer.orders
        ]


def test_pandas(target):
    frame = pandas.read_sql("SELECT id, status, amount FROM orders", engine(target, "psycopg2"))
    assert len(frame) == target.orders
    chunks = pandas.read_sql_query("SELECT id FROM orders", engine(target, "psycopg"), chunksize=50)
    assert sum(len(chunk) for chunk in chunks) == target.orders


def test_pandas_reads_a_table(target):
    assert len(pandas.read_sql_table("orders", engine(target, "psycopg2"))) == target.orders


def test_adbc_query(target):
    with adbc_driver_postgresql.dbapi.connect(target.url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id, status, amount FROM orders")
        assert cursor.fetch_arrow_table().num_rows == target.orders


def test_adbc_metadata(target):
    with adbc_driver_postgresql.dbapi.connect(target.url) as connection:
        found = connection.adbc_get_objects(depth="all", table_name_filter="orders").read_all().to_pylist()
        assert any(schema["db_schema_tables"] for catalog in found for schema in catalog["catalog_db_schemas"])


def test_adbc_schema_of_a_table(target):
    with adbc_driver_postgresql.dbapi.connect(target.url) as connection:
        assert tuple(connection.adbc_get_table_schema("staff").names) == target.staff
        assert tuple(connection.adbc_get_table_schema("staff", db_schema_filter="public").names) == target.staff


@pytest.mark.parametrize("engine_name", ["connectorx", "adbc"])
def test_polars(target, engine_name):
    sql = "SELECT id, status, placed_on, note FROM orders"
    frame = polars.read_database_uri(sql, target.url, engine=engine_name)
    assert frame.height == target.orders
    batches = polars.read_database(sql, engine(target, "psycopg"), iter_batches=True, batch_size=50)
    assert sum(batch.height for batch in batches) == target.orders


def test_ibis(target):
    connection = ibis.postgres.connect(
        host=target.host, port=target.port, user=target.user, password=target.password, database=target.database
    )
    names = connection.list_tables()
    assert "orders" in names and "secrets" not in names and "books" in connection.list_databases()
    assert tuple(connection.table("staff").columns) == target.staff
    orders = connection.table("orders")
    assert orders.count().execute() == target.orders
    groups = orders.group_by("status").aggregate(n=orders.count(), median=orders.amount.median()).execute()
    assert groups["n"].sum() == target.orders
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        connection.create_table("mine", schema=ibis.schema({"a": "int"}))


@pytest.mark.parametrize("protocol", ["binary", "csv", "cursor", "simple"])
def test_connectorx(target, protocol):
    frame = connectorx.read_sql(target.url, "SELECT id, status, quantity FROM orders", protocol=protocol, return_type="arrow")
    assert frame.num_rows == target.orders


def test_connectorx_in_partitions(target):
    frame = connectorx.read_sql(
        target.url, "SELECT id, quantity FROM orders", partition_on="id", partition_num=4, return_type="arrow"
    )
    assert frame.num_rows == target.orders


def test_duckdb(target):
    connection = duckdb.connect()
    try:
        connection.execute("INSTALL postgres; LOAD postgres")
    except duckdb.Error as error:
        pytest.skip(f"DuckDB's extension cannot be had here: {error}")
    connection.execute(f"ATTACH '{target.conninfo}' AS lab (TYPE postgres, READ_ONLY)")
    assert connection.execute("SELECT count(*) FROM lab.public.orders").fetchone() == (target.orders,)
    found = connection.execute("SELECT * FROM postgres_query('lab', 'SELECT count(*) FROM orders')").fetchone()
    assert found == (target.orders,)
