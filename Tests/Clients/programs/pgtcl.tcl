# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors

# What scripts do through pgtcl and tdbc::postgres; arguments: rows of orders, columns of staff.
package require Pgtcl
package require tdbc::postgres
proc check {holds what} { if {!$holds} { error $what } }
lassign $argv orders columns

set connection [pg_connect -conninfo "sslmode=disable"]
set result [pg_exec $connection "SELECT id, note FROM orders"]
check [expr {[pg_result $result -numTuples] == $orders}] rows
check [expr {[lindex [pg_result $result -lAttributes] 0 0] eq "id"}] attributes
pg_result $result -clear
set seen 0
pg_select $connection "SELECT id FROM orders ORDER BY id" row { incr seen }
check [expr {$seen == $orders}] pg_select
set result [pg_exec $connection "DELETE FROM orders"]
check [expr {[pg_result $result -error sqlstate] eq "25006"}] "a write"
pg_result $result -clear
set result [pg_exec $connection {SELECT $1::int4 + 1} 41]
check [expr {[pg_result $result -getTuple 0] == 42}] parameters
pg_result $result -clear
pg_disconnect $connection

foreach option {host port user password database} { lappend settings -$option $::env([string map {host PGHOST port PGPORT user PGUSER password PGPASSWORD database PGDATABASE} $option]) }
tdbc::postgres::connection create db {*}$settings
set statement [db prepare {SELECT count(*) AS n FROM orders WHERE id > :least}]
foreach least {0 0 0} { $statement foreach row { check [expr {[dict get $row n] == $orders}] prepared } }
$statement close
check [expr {[dict exists [db tables] orders] && ![dict exists [db tables] secrets]}] tables
check [expr {[lsort [dict keys [db columns staff]]] eq [lsort $columns]}] columns
# Without a right to write the server shows no constraints in information_schema.
db primarykeys orders
db foreignkeys -primary orders
db transaction { check [expr {[llength [db allrows {SELECT id FROM orders}]] == $orders}] transaction }
db close
puts passed
