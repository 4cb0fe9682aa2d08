// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What applications do through Go's lib/pq; argument: rows of orders.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/lib/pq"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func state(err error) string {
	if failure, is := err.(*pq.Error); is {
		return string(failure.Code)
	}
	return fmt.Sprint(err)
}

func check(holds bool, what ...interface{}) {
	if !holds {
		panic(fmt.Sprint(what...))
	}
}

func count(db *sql.DB, text string, arguments ...interface{}) int {
	rows, err := db.Query(text, arguments...)
	must(err)
	defer rows.Close()
	found := 0
	for rows.Next() {
		found++
	}
	must(rows.Err())
	return found
}

func work(options string, orders int) {
	db, err := sql.Open("postgres", "sslmode=disable "+options)
	must(err)
	defer db.Close()
	db.SetMaxOpenConns(4)
	must(db.Ping())
	check(count(db, "SELECT id, amount, placed_on, note FROM orders") == orders, "rows")
	check(count(db, "SELECT id FROM orders WHERE id > $1 AND status <> $2", 0, "none") <= orders, "parameters")
	check(count(db, "SELECT id FROM orders WHERE id = ANY($1)", pq.Array([]int64{1, 2, 3})) == 3, "array")

	statement, err := db.Prepare("SELECT count(*), $1::text FROM orders")
	must(err)
	var group sync.WaitGroup
	for turn := 0; turn < 20; turn++ {
		group.Add(1)
		go func(turn int) {
			defer group.Done()
			var found int
			var said string
			must(statement.QueryRow(strconv.Itoa(turn)).Scan(&found, &said))
			check(found == orders && said == strconv.Itoa(turn), found, said)
		}(turn)
	}
	group.Wait()

	transaction, err := db.BeginTx(context.Background(), &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	must(err)
	_, err = transaction.Exec("SAVEPOINT here")
	must(err)
	_, err = transaction.Exec("SELECT 1/0")
	check(state(err) == "22012", err)
	_, err = transaction.Exec("SELECT 1")
	check(state(err) == "25P02", err)
	_, err = transaction.Exec("ROLLBACK TO here")
	must(err)
	must(transaction.Commit())

	_, err = db.Exec("DELETE FROM orders")
	check(state(err) == "25006", err)
	_, err = db.Query("SELECT * FROM secrets")
	check(state(err) == "42P01", err)

	bounded, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err = db.QueryContext(bounded, "SELECT count(*) FROM generate_series(1, 1000000000)")
	check(err != nil && time.Since(began) < 20*time.Second, err)
	check(count(db, "SELECT 1") == 1, "after a cancel")
	_, err = db.Exec("LISTEN channel")
	check(state(err) == "0A000", err)
}

func main() {
	orders, err := strconv.Atoi(os.Args[1])
	must(err)
	work("", orders)
	work("binary_parameters=yes", orders)
	fmt.Println("passed")
}
