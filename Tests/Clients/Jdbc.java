// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import java.io.ByteArrayOutputStream;
import java.sql.*;
import java.util.*;
import org.postgresql.PGConnection;

/** What applications do through pgjdbc; arguments: url, user, password, rows of orders, which part. */
public class Jdbc {
    static int orders;

    static void check(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what);
    }

    static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) count++;
        rows.close();
        return count;
    }

    static Connection connect(String[] arguments, String more) throws SQLException {
        return DriverManager.getConnection(arguments[0] + more, arguments[1], arguments[2]);
    }

    public static void main(String[] arguments) throws Exception {
        orders = Integer.parseInt(arguments[3]);
        if (arguments[4].equals("metadata")) {
            metadata(arguments);
        } else {
            for (String more : new String[] {
                "", "&preferQueryMode=simple", "&preferQueryMode=extendedForPrepared",
                "&preferQueryMode=extendedCacheEverything", "&prepareThreshold=1&binaryTransfer=true",
                "&prepareThreshold=-1", "&autosave=always", "&assumeMinServerVersion=15&ApplicationName=jdbc",
                "&options=-c%20TimeZone=Asia/Tokyo%20-c%20statement_timeout=60s",
            }) {
                try (Connection connection = connect(arguments, more)) {
                    work(connection);
                } catch (Exception failure) {
                    throw new Exception("with '" + more + "'", failure);
                }
            }
            cancel(arguments);
        }
        System.out.println("passed");
    }

    static void work(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            check(count(statement.executeQuery("SELECT id, amount, placed_on, note FROM orders")) == orders, "orders");
            check(statement.execute("SELECT 1; SELECT 2"), "several results");
            check(statement.getMoreResults(), "the second result");
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*), ?::text FROM orders WHERE id > ? AND placed_on > ?")) {
            for (int turn = 0; turn < 12; turn++) {
                statement.setString(1, "turn " + turn);
                statement.setInt(2, 0);
                statement.setDate(3, java.sql.Date.valueOf("1900-01-01"));
                ResultSet rows = statement.executeQuery();
                rows.next();
                check(rows.getString(2).equals("turn " + turn), "parameter");
                rows.close();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM orders WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("int4", new Integer[] {1, 2, 3}));
            check(count(statement.executeQuery()) == 3, "array");
        }
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(10);
            check(count(statement.executeQuery("SELECT id FROM orders ORDER BY id")) == orders, "fetch size");
            Savepoint savepoint = connection.setSavepoint();
            try {
                statement.executeQuery("SELECT 1 / 0");
                check(false, "division by zero");
            } catch (SQLException expected) {
                check(expected.getSQLState().equals("22012"), expected.getSQLState());
            }
            connection.rollback(savepoint);
            try {
                statement.executeUpdate("DELETE FROM orders");
                check(false, "a write");
            } catch (SQLException expected) {
                check(expected.getSQLState().equals("25006"), expected.getSQLState());
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (int number = 0; number < 5; number++) statement.addBatch("SET application_name = 'batch " + number + "'");
            check(statement.executeBatch().length == 5, "batch");
            ResultSet rows = statement.executeQuery("SHOW application_name");
            rows.next();
            check(rows.getString(1).equals("batch 4"), rows.getString(1));
        }
        connection.setClientInfo("ApplicationName", "renamed");
        check(connection.isValid(5), "valid");
        PGConnection own = connection.unwrap(PGConnection.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        check(own.getCopyAPI().copyOut("COPY (SELECT id FROM orders) TO STDOUT", out) == orders, "copy");
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.executeQuery("SELECT count(*) FROM generate_series(1, 1000000000)");
            check(false, "timeout");
        } catch (SQLException expected) {
            check(expected.getSQLState().equals("57014"), expected.getSQLState());
        }
    }

    static void cancel(String[] arguments) throws Exception {
        try (Connection connection = connect(arguments, "");
                Statement statement = connection.createStatement()) {
            Thread canceller = new Thread(() -> {
                try {
                    Thread.sleep(500);
                    statement.cancel();
                } catch (Exception ignored) {
                }
            });
            canceller.start();
            try {
                statement.executeQuery("SELECT count(*) FROM generate_series(1, 1000000000)");
                check(false, "cancel");
            } catch (SQLException expected) {
                check(expected.getSQLState().equals("57014"), expected.getSQLState());
            }
            canceller.join();
            check(count(statement.executeQuery("SELECT 1")) == 1, "after cancel");
        }
    }

    static void metadata(String[] arguments) throws Exception {
        List<String> failures = new ArrayList<>();
        try (Connection connection = connect(arguments, "")) {
            DatabaseMetaData data = connection.getMetaData();
            Map<String, java.util.concurrent.Callable<ResultSet>> calls = new LinkedHashMap<>();
            calls.put("getTables", () -> data.getTables(null, "public", "%", null));
            calls.put("getTables of all", () -> data.getTables(null, null, "%", new String[] {"TABLE", "VIEW"}));
            calls.put("getColumns", () -> data.getColumns(null, "public", "orders", "%"));
            calls.put("getPrimaryKeys", () -> data.getPrimaryKeys(null, "public", "orders"));
            calls.put("getIndexInfo", () -> data.getIndexInfo(null, "public", "orders", false, true));
            calls.put("getImportedKeys", () -> data.getImportedKeys(null, "public", "orders"));
            calls.put("getExportedKeys", () -> data.getExportedKeys(null, "public", "orders"));
            calls.put("getCrossReference", () -> data.getCrossReference(null, "public", "orders", null, "public", "items"));
            calls.put("getSchemas", () -> data.getSchemas());
            calls.put("getCatalogs", () -> data.getCatalogs());
            calls.put("getTableTypes", () -> data.getTableTypes());
            calls.put("getTypeInfo", () -> data.getTypeInfo());
            calls.put("getTablePrivileges", () -> data.getTablePrivileges(null, "public", "orders"));
            calls.put("getColumnPrivileges", () -> data.getColumnPrivileges(null, "public", "orders", "%"));
            calls.put("getProcedures", () -> data.getProcedures(null, null, "%"));
            calls.put("getFunctions", () -> data.getFunctions(null, null, "lower"));
            calls.put("getFunctionColumns", () -> data.getFunctionColumns(null, null, "lower", "%"));
            calls.put("getBestRowIdentifier",
                () -> data.getBestRowIdentifier(null, "public", "orders", DatabaseMetaData.bestRowSession, true));
            calls.put("getVersionColumns", () -> data.getVersionColumns(null, "public", "orders"));
            calls.put("getUDTs", () -> data.getUDTs(null, null, "%", null));
            calls.put("getClientInfoProperties", () -> data.getClientInfoProperties());
            for (Map.Entry<String, java.util.concurrent.Callable<ResultSet>> call : calls.entrySet()) {
                try {
                    int rows = count(call.getValue().call());
                    System.out.println(call.getKey() + " " + rows);
                } catch (Exception failure) {
                    failures.add(call.getKey() + ": " + failure.getMessage());
                }
            }
            for (java.util.concurrent.Callable<Object> call : List.<java.util.concurrent.Callable<Object>>of(
                    () -> data.getUserName(), () -> data.getMaxColumnNameLength(), () -> data.getSQLKeywords(),
                    () -> data.getNumericFunctions(), () -> data.getMaxConnections())) {
                try {
                    call.call();
                } catch (Exception failure) {
                    failures.add(failure.getMessage());
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id, amount, note FROM orders LIMIT 1")) {
                ResultSetMetaData columns = rows.getMetaData();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    columns.getTableName(column);
                    columns.isNullable(column);
                    columns.isAutoIncrement(column);
                    columns.getColumnTypeName(column);
                }
            } catch (Exception failure) {
                failures.add("ResultSetMetaData: " + failure.getMessage());
            }
        }
        if (!failures.isEmpty()) throw new IllegalStateException(String.join("\n", failures));
    }
}
