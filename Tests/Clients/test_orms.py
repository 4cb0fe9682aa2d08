# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Object-relational mappers, their introspection, and connection pools."""

import asyncio
import subprocess
import sys
from pathlib import Path

import peewee
import psycopg2
import pytest
from playhouse.reflection import generate_models

from test_languages import PROGRAMS, needs, passes

JARS = [f"/usr/share/java/{name}.jar" for name in (
    "postgresql", "HikariCP", "commons-dbcp2", "commons-pool2", "commons-logging", "slf4j-api", "slf4j-nop"
)]


@pytest.mark.parametrize("more", [[], ["server-side binding"]])
def test_django(target, more):
    done = target.run(
        sys.executable, PROGRAMS / "django_orm.py", target.orders, " ".join(target.staff), *more
    )
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout[-2000:] + done.stderr[-4000:]


def test_peewee(target):
    database = peewee.PostgresqlDatabase(
        target.database, user=target.user, password=target.password, host=target.host, port=target.port, sslmode="disable"
    )
    tables = database.get_tables("public")
    assert "orders" in tables and "secrets" not in tables
    assert tuple(column.name for column in database.get_columns("staff", "public")) == target.staff
    for table in tables:
        database.get_indexes(table, "public")
        database.get_foreign_keys(table, "public")
    models = generate_models(database, table_names=["orders", "customers"])
    orders = models["orders"]
    assert orders.select().count() == target.orders
    groups = orders.select(orders.status, peewee.fn.COUNT(orders.id)).group_by(orders.status).tuples()
    assert sum(count for _, count in groups) == target.orders
    assert len(orders.select().order_by(orders.id).paginate(2, 5)) == 5
    with database.atomic():
        with pytest.raises(peewee.DataError), database.atomic():
            database.execute_sql("SELECT 1/0")
        assert orders.select().count() == target.orders
    with pytest.raises(peewee.InternalError, match="read-only"):
        orders.delete().execute()
    database.close()


def test_tortoise(target):
    from tortoise import Tortoise, connections, fields
    from tortoise.models import Model

    class Order(Model):
        id = fields.IntField(primary_key=True)
        status = fields.TextField(null=True)

        class Meta:
            table = "orders"

    module = sys.modules["lab_models"] = type(sys)("lab_models")
    module.Order = Order
    credentials = {
        "host": target.host, "port": target.port, "user": target.user, "password": target.password,
        "database": target.database,
    }

    async def work():
        await Tortoise.init(config={
            "connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": credentials}},
            "apps": {"lab": {"models": ["lab_models"], "default_connection": "default"}},
        })
        try:
            assert await Order.all().count() == target.orders
            page = await Order.filter(id__gt=0).order_by("id").offset(3).limit(4)
            assert len(page) == 4 and await Order.get(id=page[0].id) == page[0]
        finally:
            await connections.close_all()

    asyncio.run(work())


def test_aiopg(target):
    import aiopg

    async def work():
        async with aiopg.create_pool(target.conninfo, maxsize=2) as pool:
            async with pool.acquire() as connection, connection.cursor() as cursor:
                await cursor.execute("SELECT id FROM orders WHERE id > %s", (0,))
                assert len([row async for row in cursor]) == target.orders
                with pytest.raises(psycopg2.errors.UndefinedTable):
                    await cursor.execute("SELECT * FROM secrets")
                async with cursor.begin():
                    await cursor.execute("SELECT count(*) FROM orders")
                    assert await cursor.fetchone() == (target.orders,)

    asyncio.run(work())


def test_active_record(target):
    needs("ruby")
    passes(target, "ruby", PROGRAMS / "active_record.rb")


def test_doctrine(target):
    needs("php")
    passes(target, "php", PROGRAMS / "doctrine.php")


def test_dbix_class(target):
    passes(target, "perl", PROGRAMS / "dbix_class.pl")


def test_qt(target):
    # Debian's own Python has Debian's Qt.
    passes(target, "/usr/bin/python3", PROGRAMS / "qt_sql.py")


def test_pools(target, tmp_path_factory):
    missing = [jar for jar in JARS if not Path(jar).exists()]
    if missing:
        pytest.skip(f"no {missing[0]} here")
    folder = Path(tmp_path_factory.getbasetemp()) / "pools"
    if not folder.exists():
        subprocess.run(["javac", "-cp", ":".join(JARS), "-d", folder, PROGRAMS / "Pools.java"], check=True)
    passes(target, "java", "-cp", ":".join([str(folder), *JARS]), "Pools")
