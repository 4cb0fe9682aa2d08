# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""pgjdbc, psqlODBC, DBD::Pg, and libpq itself."""

import subprocess
from pathlib import Path

import pyodbc
import pytest

HERE = Path(__file__).parent
JAR = "/usr/share/java/postgresql.jar"


@pytest.fixture(scope="session")
def jdbc(tmp_path_factory):
    classes = tmp_path_factory.mktemp("classes")
    subprocess.run(["javac", "-cp", JAR, "-d", classes, HERE / "Jdbc.java"], check=True)
    return f"{classes}:{JAR}"


def run_jdbc(target, jdbc, part: str) -> None:
    url = f"jdbc:postgresql://{target.host}:{target.port}/{target.database}?sslmode=disable"
    done = target.run("java", "-cp", jdbc, "Jdbc", url, target.user, target.password, target.orders, part)
    assert done.returncode == 0 and "passed" in done.stdout, done.stderr


def test_jdbc(target, jdbc):
    run_jdbc(target, jdbc, "work")


def test_jdbc_metadata(target, jdbc):
    run_jdbc(target, jdbc, "metadata")


def odbc(target, more: str = "") -> pyodbc.Connection:
    return pyodbc.connect(
        f"DRIVER={{PostgreSQL Unicode}};SERVER={target.host};PORT={target.port};DATABASE={target.database};"
        f"UID={target.user};PWD={{{target.password}}};SSLmode=disable;{more}",
        autocommit=False,
    )


@pytest.mark.parametrize("more", ["", "UseDeclareFetch=1;Fetch=10;", "UseServerSidePrepare=0;", "Protocol=7.4-1;", "Protocol=7.4-2;"])
def test_odbc(target, more):
    connection = odbc(target, more)
    cursor = connection.cursor()
    for _ in range(3):
        assert len(cursor.execute("SELECT id, amount, placed_on, note FROM orders WHERE id > ?", 0).fetchall()) == target.orders
    with pytest.raises(pyodbc.Error) as failure:
        cursor.execute("SELECT * FROM secrets")
    assert failure.value.args[0] in ("42S02", "42P01")
    connection.rollback()
    with pytest.raises(pyodbc.Error):
        cursor.execute("DELETE FROM orders")
    connection.rollback()
    assert cursor.execute("SELECT count(*) FROM orders").fetchval() == target.orders
    connection.commit()
    connection.close()


def test_odbc_catalog_functions(target):
    cursor = odbc(target).cursor()
    tables = {row.table_name for row in cursor.tables(schema="public")}
    assert target.tables <= tables and "secrets" not in tables
    assert tuple(row.column_name for row in cursor.columns(table="staff", schema="public")) == target.staff
    assert [row.column_name for row in cursor.primaryKeys("orders", schema="public")] == ["id"]
    cursor.statistics("orders", schema="public").fetchall()
    cursor.foreignKeys("orders", schema="public").fetchall()
    cursor.procedures().fetchall()
    cursor.getTypeInfo().fetchall()
    cursor.rowIdColumns("orders", schema="public").fetchall()


PERL = r"""
use strict; use warnings; use DBI; use DBD::Pg qw(:async);
my ($orders, $part) = @ARGV;
my $dbh = DBI->connect("dbi:Pg:sslmode=disable", "", "", {RaiseError => 1, PrintError => 0, AutoCommit => 1});
sub check { my ($holds, $what) = @_; die $what unless $holds }
if ($part eq "work") {
    my $sth = $dbh->prepare("SELECT id, amount FROM orders WHERE id > ?");
    for (1 .. 3) { $sth->execute(0); check(scalar @{$sth->fetchall_arrayref} == $orders, "rows") }
    $sth = $dbh->prepare("SELECT count(*) FROM orders WHERE id > :least", {pg_server_prepare => 0});
    $sth->bind_param(":least", 0); $sth->execute; check($sth->fetchrow_array == $orders, "count");
    $dbh->begin_work; $dbh->pg_savepoint("s");
    eval { $dbh->do("SELECT 1/0") }; check($dbh->state eq "22012", $dbh->state);
    $dbh->pg_rollback_to("s"); $dbh->commit;
    eval { $dbh->do("DELETE FROM orders") }; check($dbh->state eq "25006", $dbh->state);
    $dbh->do("COPY (SELECT id FROM orders) TO STDOUT"); my ($row, $rows) = ("", 0);
    $rows++ while $dbh->pg_getcopydata($row) >= 0; check($rows == $orders, "copy");
    $sth = $dbh->prepare("SELECT count(*) FROM orders", {pg_async => PG_ASYNC}); $sth->execute;
    check($sth->pg_result && $sth->fetchrow_array == $orders, "async");
    $dbh->do("SELECT count(*) FROM generate_series(1, 1000000000)", {pg_async => PG_ASYNC});
    $dbh->pg_cancel; check($dbh->ping > 0, "ping");
} else {
    check(scalar(@{$dbh->table_info(undef, "public", "%")->fetchall_arrayref}) > 5, "tables");
    my @columns = map { $_->[3] } @{$dbh->column_info(undef, "public", "staff", "%")->fetchall_arrayref};
    check("@columns" eq $ARGV[2], "@columns");
    check(($dbh->primary_key(undef, "public", "orders"))[0] eq "id", "key");
    $dbh->type_info_all; $dbh->statistics_info(undef, "public", "orders", 0, 1);
}
print "passed\n";
"""


@pytest.mark.parametrize("part", ["work", "metadata"])
def test_dbd_pg(target, part):
    done = target.run("perl", "-e", PERL, target.orders, part, " ".join(target.staff))
    assert done.returncode == 0 and "passed" in done.stdout, done.stderr


@pytest.fixture(scope="session")
def libpq(tmp_path_factory):
    program = tmp_path_factory.mktemp("libpq") / "libpq_client"
    subprocess.run(
        ["cc", "-Wall", "-I/usr/include/postgresql", "-o", program, HERE / "libpq_client.c", "-lpq"], check=True
    )
    return program


@pytest.mark.parametrize("part", ["pipeline", "single-row", "cancel", "describe", "asynchronous", "notices"])
def test_libpq(target, libpq, part):
    done = target.run(libpq, part, target.orders)
    assert done.returncode == 0, done.stderr
