// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What applications do through node-postgres; argument: rows of orders.
const { Client, Pool } = require("pg");
const orders = Number(process.argv[2]);

function check(holds, what) {
  if (!holds) throw new Error(what);
}

async function fails(promise, code) {
  try {
    await promise;
  } catch (error) {
    check(error.code === code, `${error.code}: ${error.message}`);
    return;
  }
  throw new Error(`no ${code}`);
}

async function main() {
  const client = new Client();
  await client.connect();
  check((await client.query("SELECT * FROM orders")).rows.length === orders, "rows");
  const counted = { name: "counted", text: "SELECT count(*)::int AS n FROM orders WHERE id > $1", values: [0] };
  for (let turn = 0; turn < 3; turn++) check((await client.query(counted)).rows[0].n === orders, "prepared");
  check((await client.query({ text: "SELECT id FROM orders", rowMode: "array" })).rows.length === orders, "arrays");
  check((await client.query("SELECT 1 AS a; SELECT 2 AS a")).length === 2, "several");
  await client.query("BEGIN");
  await fails(client.query("SELECT 1/0"), "22012");
  await fails(client.query("SELECT 1"), "25P02");
  await client.query("ROLLBACK");
  await fails(client.query("DELETE FROM orders"), "25006");
  await fails(client.query("SELECT * FROM secrets"), "42P01");
  await fails(client.query("LISTEN channel"), "0A000");
  check((await client.query("SELECT 1 AS a")).rows[0].a === 1, "recovered");
  await client.end();
  const pool = new Pool({ max: 5, statement_timeout: 20000, application_name: "pool" });
  const found = await Promise.all([...Array(40).keys()].map((n) => pool.query("SELECT $1::int AS n, count(*)::int AS c FROM orders", [n])));
  found.forEach((result, n) => check(result.rows[0].n === n && result.rows[0].c === orders, "pool"));
  await pool.end();
  const timed = new Client({ query_timeout: 500 });
  await timed.connect();
  await timed.query("SELECT count(*) FROM generate_series(1, 1000000000)").then(() => check(false, "no time-out"), () => {});
  await timed.end();
  console.log("passed");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
