// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import java.sql.*;
import java.util.*;
import java.util.concurrent.atomic.AtomicInteger;

/** pgjdbc's part of the soak; arguments: host:port, certificate, password, seconds, user=tenant,tenant ... */
public class Soak {
    static final String[] ZONES = {"UTC", "Asia/Tokyo", "America/New_York", "Europe/Berlin"};
    static final String[] FORMS = {
        "", "&preferQueryMode=simple", "&prepareThreshold=1&binaryTransfer=true", "&prepareThreshold=-1", "&autosave=always",
    };
    static final AtomicInteger statements = new AtomicInteger();
    static volatile Exception failure;

    public static void main(String[] arguments) throws Exception {
        long until = System.nanoTime() + (long) (Double.parseDouble(arguments[3]) * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < CONNECTIONS; number++) {
            int mine = number;
            Thread thread = new Thread(() -> {
                Random choose = new Random(mine);
                String[] who = arguments[4 + mine % (arguments.length - 4)].split("=");
                while (System.nanoTime() < until && failure == null) {
                    try {
                        session(arguments, who[0], new TreeSet<>(Arrays.asList(who[1].split(","))), mine, choose);
                    } catch (Exception exception) {
                        failure = new Exception("jdbc " + mine, exception);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) thread.join();
        if (failure != null) throw failure;
        System.out.println(statements);
    }

    static final int CONNECTIONS = 20;

    static void check(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what);
    }

    static void session(String[] arguments, String user, Set<String> tenants, int number, Random choose) throws Exception {
        String encryption = number % 2 == 0 ? "&sslmode=disable" : "&sslmode=verify-ca&sslrootcert=" + arguments[1];
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", arguments[2]);
        String url = "jdbc:postgresql://" + arguments[0] + "/lab?loginTimeout=60" + encryption + FORMS[choose.nextInt(FORMS.length)];
        String zone = ZONES[choose.nextInt(ZONES.length)];
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TimeZone = '" + zone + "'");
            }
            for (int turn = 0; turn < 1 + choose.nextInt(10); turn++) {
                connection.setAutoCommit(false);
                try (PreparedStatement statement = connection.prepareStatement("SELECT tenant_id, ?::int + " + number + " FROM orders WHERE id > ?")) {
                    for (int again = 0; again < 7; again++) {
                        statement.setFetchSize(choose.nextInt(3) * 30);
                        statement.setInt(1, again);
                        statement.setInt(2, 0);
                        Set<String> found = new TreeSet<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                found.add(String.valueOf(rows.getString(1)));
                                check(rows.getInt(2) == again + number, "somebody else's statement");
                            }
                        }
                        check(found.equals(tenants), user + " saw " + found);
                        statements.incrementAndGet();
                    }
                }
                connection.commit();
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("SHOW TimeZone")) {
                    check(row.next() && row.getString(1).equals(zone), "somebody else's time zone");
                }
                Thread.sleep(choose.nextInt(200));
            }
        }
    }
}
