<?php
// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// Doctrine DBAL over both of PHP's drivers; arguments: rows of orders, columns of staff.
require 'Doctrine/DBAL/autoload.php';

use Doctrine\DBAL\DriverManager;
use Doctrine\DBAL\Exception\TableNotFoundException;

function check(bool $holds, string $what): void
{
    if (!$holds) {
        throw new Exception($what);
    }
}

[$orders, $columns] = [(int) $argv[1], explode(' ', $argv[2])];
foreach (['pdo_pgsql', 'pgsql'] as $driver) {
    $db = DriverManager::getConnection([
        'driver' => $driver, 'host' => getenv('PGHOST'), 'port' => getenv('PGPORT'), 'user' => getenv('PGUSER'),
        'password' => getenv('PGPASSWORD'), 'dbname' => getenv('PGDATABASE'), 'sslmode' => 'disable',
    ]);
    $schema = $db->createSchemaManager();
    $tables = $schema->listTableNames();
    check(in_array('orders', $tables) && !in_array('secrets', $tables), implode(' ', $tables));
    $found = array_map(fn ($column) => $column->getName(), $schema->listTableColumns('staff'));
    check(array_values($found) === $columns, implode(' ', $found));
    check($schema->listTableIndexes('orders')['primary']->getColumns() === ['id'], 'primary key');
    $schema->listTableForeignKeys('orders');
    $schema->listViews();
    $schema->listSequences();
    check(in_array('books', $schema->listSchemaNames()), 'schemas');
    check((int) $db->fetchOne('SELECT count(*) FROM orders WHERE id > ?', [0]) === $orders, 'parameter');
    $groups = $db->createQueryBuilder()->select('status', 'COUNT(*) AS n')->from('orders')->groupBy('status');
    check(array_sum(array_column($groups->executeQuery()->fetchAllAssociative(), 'n')) === $orders, 'groups');
    check(iterator_count($db->iterateNumeric('SELECT id FROM orders')) === $orders, 'rows');
    $db->setNestTransactionsWithSavepoints(true);
    $db->beginTransaction();
    $db->beginTransaction();
    try {
        $db->executeQuery('SELECT 1/0');
        throw new Exception('divided');
    } catch (Doctrine\DBAL\Exception\DriverException) {
        $db->rollBack();
    }
    check((int) $db->fetchOne('SELECT count(*) FROM orders') === $orders, 'savepoint');
    $db->commit();
    try {
        $db->fetchOne('SELECT * FROM secrets');
        throw new Exception('a secret');
    } catch (TableNotFoundException) {
    }
    $db->close();
    check((int) $db->fetchOne('SELECT 1') === 1, 'reconnected');
}
echo "passed\n";
