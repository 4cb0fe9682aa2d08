// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;

/** Connection pools over pgjdbc: what one borrower sets, the next one must not find. */
public class Pools {
    private static final int WORKERS = 6, ROUNDS = 40;

    public static void main(String[] arguments) throws Exception {
        int orders = Integer.parseInt(arguments[0]);
        String user = System.getenv("PGUSER"), password = System.getenv("PGPASSWORD");
        String url = "jdbc:postgresql://" + System.getenv("PGHOST") + ":" + System.getenv("PGPORT") + "/"
            + System.getenv("PGDATABASE") + "?sslmode=disable";

        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword(password);
        settings.setMaximumPoolSize(3);
        try (HikariDataSource hikari = new HikariDataSource(settings)) {
            use("HikariCP", hikari, orders);
            call(hikari);
        }
        try (BasicDataSource dbcp = new BasicDataSource()) {
            dbcp.setUrl(url);
            dbcp.setUsername(user);
            dbcp.setPassword(password);
            dbcp.setMaxTotal(3);
            dbcp.setTestOnBorrow(true);
            dbcp.setValidationQuery("SELECT 1");
            dbcp.setPoolPreparedStatements(true);
            dbcp.setDefaultReadOnly(false);
            dbcp.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            use("DBCP", dbcp, orders);
        }
        System.out.println("passed");
        System.exit(0);
    }

    private static void use(String pool, DataSource source, int orders) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            counts.add(workers.submit(() -> borrow(source, number)));
        }
        for (Future<Integer> count : counts) check(count.get() == orders, pool + " count");
        workers.shutdown();
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            check(connection.getAutoCommit() && !connection.isReadOnly() && connection.isValid(5), pool + " state");
            check(connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED, pool + " isolation");
            try {
                statement.executeQuery("SELECT 1/0");
                check(false, pool + " divided");
            } catch (SQLException error) {
                check(error.getSQLState().equals("22012"), error.getSQLState());
            }
        }
    }

    private static int borrow(DataSource source, int number) throws SQLException {
        try (Connection connection = source.getConnection()) {
            boolean commits = number % 3 == 0;
            if (commits) connection.setAutoCommit(false);
            if (number % 4 == 0) connection.setReadOnly(true);
            if (number % 5 == 0) connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM orders WHERE id > ?")) {
                statement.setInt(1, 0);
                statement.setFetchSize(10);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    int count = rows.getInt(1);
                    if (commits) connection.commit();
                    return count;
                }
            }
        }
    }

    private static void call(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
            CallableStatement statement = connection.prepareCall("{? = call upper(?)}")) {
            statement.registerOutParameter(1, Types.VARCHAR);
            statement.setString(2, "called");
            statement.execute();
            check(statement.getString(1).equals("CALLED"), "call");
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }
}
