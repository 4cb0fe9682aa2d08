<?php
// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What applications do through PHP's PDO and pgsql; arguments: rows of orders, columns of staff.
function check(bool $holds, string $what): void { if (!$holds) throw new Exception($what); }

[$orders, $columns] = [(int) $argv[1], explode(" ", $argv[2])];
foreach ([[], [PDO::ATTR_EMULATE_PREPARES => true], [PDO::PGSQL_ATTR_DISABLE_PREPARES => true]] as $options) {
    $db = new PDO("pgsql:sslmode=disable", null, null, $options + [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
    check(count($db->query("SELECT id, amount, placed_on, note FROM orders")->fetchAll()) == $orders, "rows");
    $statement = $db->prepare("SELECT count(*) AS n, :word AS word FROM orders WHERE id > :least");
    for ($turn = 0; $turn < 3; $turn++) {
        $statement->execute(["word" => "turn $turn", "least" => 0]);
        check($statement->fetch(PDO::FETCH_ASSOC) == ["n" => $orders, "word" => "turn $turn"], "prepared");
    }
    $statement = $db->query("SELECT id, status, placed_on FROM orders LIMIT 1");
    check($statement->getColumnMeta(0)["native_type"] == "int4", "type");
    check($statement->getColumnMeta(1)["table"] == "orders", "table");
    $db->beginTransaction();
    $cursor = $db->prepare("SELECT id FROM orders ORDER BY id", [PDO::ATTR_CURSOR => PDO::CURSOR_SCROLL]);
    $cursor->execute();
    check($cursor->fetchColumn() !== false, "scroll");
    $db->exec("SAVEPOINT here");
    try { $db->exec("SELECT 1/0"); check(false, "1/0"); } catch (PDOException $e) { check($e->getCode() == "22012", $e->getCode()); }
    $db->exec("ROLLBACK TO here");
    $db->commit();
    try { $db->exec("DELETE FROM orders"); check(false, "delete"); } catch (PDOException $e) { check($e->getCode() == "25006", $e->getCode()); }
    check(count($db->pgsqlCopyToArray("orders")) == $orders, "copy");
    check($db->getAttribute(PDO::ATTR_SERVER_INFO) != "", "server info");
}
$db = pg_connect("sslmode=disable");
check(pg_ping($db), "ping");
check(pg_num_rows(pg_query($db, "SELECT * FROM orders")) == $orders, "pg_query");
check(pg_fetch_result(pg_query_params($db, 'SELECT $1::int + 1', [41]), 0, 0) == "42", "pg_query_params");
pg_prepare($db, "mine", 'SELECT count(*) FROM orders WHERE id > $1');
check(pg_fetch_result(pg_execute($db, "mine", [0]), 0, 0) == $orders, "pg_execute");
check(array_keys(pg_meta_data($db, "staff")) == $columns, "pg_meta_data");
$result = pg_query($db, "SELECT id, note FROM orders LIMIT 1");
check(pg_field_type($result, 0) == "int4" && pg_field_table($result, 1) == "orders", "fields");
check(count(pg_copy_to($db, "orders")) == $orders, "pg_copy_to");
check(count(pg_select($db, "orders", ["id" => 5])) == 1, "pg_select");
pg_send_query($db, "SELECT count(*) FROM generate_series(1, 1000000000)");
usleep(300000);
check(pg_cancel_query($db), "cancel");
pg_query($db, "DISCARD ALL");
check(pg_fetch_result(pg_query($db, "SELECT 1"), 0, 0) == "1", "after a cancel");
echo "passed\n";
