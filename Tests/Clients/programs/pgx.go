// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What applications do through Go's pgx; argument: rows of orders.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/jackc/pgconn"
	"github.com/jackc/pgx/v4"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func check(holds bool, what ...interface{}) {
	if !holds {
		panic(fmt.Sprint(what...))
	}
}

func state(err error) string {
	var failure *pgconn.PgError
	if errors.As(err, &failure) {
		return failure.Code
	}
	return fmt.Sprint(err)
}

func work(ctx context.Context, simple bool, orders int) {
	config, err := pgx.ParseConfig("sslmode=disable")
	must(err)
	config.PreferSimpleProtocol = simple
	connection, err := pgx.ConnectConfig(ctx, config)
	must(err)
	defer connection.Close(ctx)
	for turn := 0; turn < 3; turn++ {
		rows, err := connection.Query(ctx, "SELECT id, status, quantity, placed_on FROM orders WHERE id > $1", 0)
		must(err)
		found := 0
		for rows.Next() {
			values, err := rows.Values()
			must(err)
			check(len(values) == 4, values)
			found++
		}
		must(rows.Err())
		check(found == orders, found)
	}
	batch := &pgx.Batch{}
	for turn := 0; turn < 10; turn++ {
		batch.Queue("SELECT count(*) + $1::int FROM orders", turn)
	}
	batch.Queue("SELECT 1/0")
	batch.Queue("SELECT 2")
	results := connection.SendBatch(ctx, batch)
	for turn := 0; turn < 10; turn++ {
		var found int
		must(results.QueryRow().Scan(&found))
		check(found == orders+turn, found)
	}
	_, err = results.Exec()
	check(state(err) == "22012", err)
	_, err = results.Exec()
	check(err != nil, "a batch goes on behind an error")
	results.Close()

	transaction, err := connection.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.Serializable, AccessMode: pgx.ReadOnly, DeferrableMode: pgx.Deferrable})
	must(err)
	inner, err := transaction.Begin(ctx)
	must(err)
	_, err = inner.Exec(ctx, "SELECT * FROM secrets")
	check(state(err) == "42P01", err)
	must(inner.Rollback(ctx))
	must(transaction.Commit(ctx))

	var out bytes.Buffer
	_, err = connection.PgConn().CopyTo(ctx, &out, "COPY (SELECT id FROM orders) TO STDOUT")
	must(err)
	check(bytes.Count(out.Bytes(), []byte("\n")) == orders, "copy")
	_, err = connection.CopyFrom(ctx, pgx.Identifier{"orders"}, []string{"id"}, pgx.CopyFromRows([][]interface{}{{int32(1)}}))
	check(state(err) == "25006", err)

	_, err = connection.Prepare(ctx, "mine", "SELECT status FROM orders WHERE id = $1")
	must(err)
	var status string
	must(connection.QueryRow(ctx, "mine", 5).Scan(&status))
	must(connection.Deallocate(ctx, "mine"))

	several := connection.PgConn().Exec(ctx, "SELECT 1; SHOW application_name; SELECT 3")
	found, err := several.ReadAll()
	must(err)
	check(len(found) == 3, found)

	bounded, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	_, err = connection.Exec(bounded, "SELECT count(*) FROM generate_series(1, 1000000000)")
	check(err != nil, "no time-out")
	check(connection.IsClosed(), "pgx closes what it gave up")
}

func main() {
	orders, err := strconv.Atoi(os.Args[1])
	must(err)
	work(context.Background(), false, orders)
	work(context.Background(), true, orders)
	fmt.Println("passed")
}
