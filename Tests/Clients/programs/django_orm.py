# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Django: inspectdb, queries, server-side cursors; arguments: rows of orders, columns of staff."""

import io
import os
import sys

import django
from django.conf import settings

ORDERS, STAFF = int(sys.argv[1]), sys.argv[2].split()
settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": os.environ["PGDATABASE"], "USER": os.environ["PGUSER"], "PASSWORD": os.environ["PGPASSWORD"],
            "HOST": os.environ["PGHOST"], "PORT": os.environ["PGPORT"],
            "CONN_HEALTH_CHECKS": True, "CONN_MAX_AGE": 60,
            "OPTIONS": {"sslmode": "disable", "server_side_binding": len(sys.argv) > 3},
        }
    },
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import InternalError, connection, models, transaction  # noqa: E402
from django.db.models.functions import RowNumber, TruncMonth  # noqa: E402

written = io.StringIO()
call_command("inspectdb", "--include-views", stdout=written)
text = written.getvalue()
assert "Unable to inspect" not in text, text
assert "class Orders(models.Model)" in text and "db_table = 'staff'" in text and "secrets" not in text, text
staff = text.split("class Staff(")[1].split("class Meta")[0]
assert [line.split()[0] for line in staff.splitlines() if " = models." in line] == STAFF, staff


class Customer(models.Model):
    name = models.TextField()

    class Meta:
        db_table, managed, app_label = "customers", False, "lab"


class Order(models.Model):
    customer = models.ForeignKey(Customer, models.DO_NOTHING, related_name="orders")
    status = models.TextField(null=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    placed_on = models.DateField()

    class Meta:
        db_table, managed, app_label = "orders", False, "lab"


orders = Order.objects
assert orders.count() == ORDERS
assert sum(1 for _ in orders.iterator(chunk_size=20)) == ORDERS
groups = orders.values("status").annotate(n=models.Count("id"), total=models.Sum("amount"))
assert sum(group["n"] for group in groups) == ORDERS
months = orders.annotate(month=TruncMonth("placed_on")).values("month").annotate(n=models.Count("id"))
assert sum(month["n"] for month in months) == ORDERS
ranked = orders.annotate(
    place=models.Window(RowNumber(), partition_by=[models.F("status")], order_by="id")
).order_by("id")
assert len(ranked.filter(status__isnull=False)[:5]) == 5
found = Customer.objects.filter(models.Exists(orders.filter(customer=models.OuterRef("pk"))))
fetched = found.prefetch_related(models.Prefetch("orders", orders.order_by("id")))
assert 0 < sum(len(customer.orders.all()) for customer in fetched) <= ORDERS
assert list(orders.order_by("id").values_list("id", flat=True)[7:10]) == [order.id for order in orders.order_by("id")[7:10]]
with transaction.atomic():
    try:
        with transaction.atomic():
            list(orders.raw("SELECT 1/0 AS id"))
        raise AssertionError("divided")
    except django.db.DataError:
        pass
    assert orders.count() == ORDERS
try:
    orders.create(customer_id=1, status="new", amount=1, placed_on="2024-01-01")
    raise AssertionError("an insert ran")
except InternalError as error:
    assert error.__cause__.sqlstate == "25006", error
connection.health_check_done = False
connection.close_if_unusable_or_obsolete()
assert connection.is_usable() and orders.count() == ORDERS
print("passed")
