// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What applications do through libpqxx; argument: rows of orders.
#include <cstdlib>
#include <iostream>
#include <pqxx/pqxx>
#include <pqxx/pipeline>
#include <pqxx/tablereader>
#include <stdexcept>

static void check(bool holds, const char *what) {
    if (!holds) throw std::runtime_error(what);
}

int main(int, char **arguments) {
    const int orders = std::atoi(arguments[1]);
    pqxx::connection connection("sslmode=disable");
    {
        pqxx::work work(connection);
        check(int(work.exec("SELECT id, note FROM orders").size()) == orders, "rows");
        check(work.exec_params("SELECT count(*) FROM orders WHERE id > $1", 0)[0][0].as<int>() == orders, "parameters");
        pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::owned> cursor(
            work, "SELECT id FROM orders ORDER BY id", "mine", false);
        check(cursor.retrieve(0, 10).size() == 10, "cursor");
        try {
            pqxx::subtransaction inner(work, "here");
            inner.exec("SELECT 1/0");
            check(false, "1/0");
        } catch (const pqxx::sql_error &error) {
            check(error.sqlstate() == "22012", error.what());
        }
        work.commit();
    }
    connection.prepare("mine", "SELECT count(*) FROM orders WHERE id > $1");
    for (int turn = 0; turn < 3; turn++) {
        pqxx::read_transaction reading(connection);
        check(reading.exec_prepared("mine", 0)[0][0].as<int>() == orders, "prepared");
    }
    {
        pqxx::nontransaction plain(connection);
        pqxx::pipeline pipeline(plain);
        pipeline.retain(5);
        for (int turn = 0; turn < 20; turn++) pipeline.insert("SELECT " + std::to_string(turn));
        for (int turn = 0; turn < 20; turn++) check(pipeline.retrieve().second[0][0].as<int>() == turn, "pipeline");
        check(pipeline.empty(), "pipeline's end");
    }
    try {
        pqxx::work work(connection);
        work.exec("DELETE FROM orders");
        check(false, "a write");
    } catch (const pqxx::sql_error &error) {
        check(error.sqlstate() == "25006", error.what());
    }
    {
        pqxx::work work(connection);
        pqxx::tablereader reader(work, "orders");
        std::string line;
        int lines = 0;
        while (reader.get_raw_line(line)) lines++;
        check(lines == orders, "tablereader");
        reader.complete();
    }
    std::cout << "passed" << std::endl;
}
