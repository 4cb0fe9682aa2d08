# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors

# What applications do through Ruby's pg and Sequel; arguments: rows of orders, columns of staff.
require "pg"
require "sequel"

def check(holds, what) = holds || raise(what.to_s)

orders, columns = Integer(ARGV[0]), ARGV[1].split
connection = PG.connect(sslmode: "disable")
connection.type_map_for_results = PG::BasicTypeMapForResults.new(connection)
check connection.exec("SELECT id, amount, placed_on FROM orders").ntuples == orders, "rows"
check connection.exec_params("SELECT count(*) FROM orders WHERE id > $1", [0], 1).getvalue(0, 0) == orders, "binary"
connection.prepare("mine", "SELECT count(*) FROM orders WHERE status <> $1")
3.times { check connection.exec_prepared("mine", ["none"]).getvalue(0, 0) <= orders, "prepared" }
check connection.describe_prepared("mine").nfields == 1, "describe"
connection.transaction do
  connection.exec("SAVEPOINT here")
  begin
    connection.exec("SELECT 1/0")
  rescue PG::DivisionByZero
    connection.exec("ROLLBACK TO SAVEPOINT here")
  end
  connection.exec("DECLARE c CURSOR FOR SELECT id FROM orders")
  check connection.exec("FETCH 7 FROM c").ntuples == 7, "cursor"
end
lines = 0
connection.copy_data("COPY orders TO STDOUT CSV") { lines += 1 while connection.get_copy_data }
check lines == orders, "copy"
begin
  connection.exec("UPDATE orders SET note = ''")
  raise "an update ran"
rescue PG::ReadOnlySqlTransaction
end
begin
  connection.exec("SELECT * FROM secrets")
  raise "a secret"
rescue PG::UndefinedTable
end
connection.send_query("SELECT id FROM orders")
connection.set_single_row_mode
single = 0
while (result = connection.get_result)
  single += result.ntuples
end
check single == orders, "single rows"
connection.enter_pipeline_mode
5.times { |number| connection.send_query_params("SELECT $1::int", [number]) }
connection.pipeline_sync
found = []
5.times do
  while (result = connection.get_result)
    result.each { |row| found += row.values }
  end
end
check found == [0, 1, 2, 3, 4], found
check connection.get_result.result_status == PG::PGRES_PIPELINE_SYNC, "sync"
connection.exit_pipeline_mode
canceller = Thread.new { sleep 0.3; connection.cancel }
begin
  connection.exec("SELECT count(*) FROM generate_series(1, 1000000000)")
  raise "not cancelled"
rescue PG::QueryCanceled
end
canceller.join
connection.reset
check connection.exec("SELECT 1").getvalue(0, 0) == 1, "reset"
connection.close

db = Sequel.connect(
  adapter: "postgres", host: ENV["PGHOST"], port: ENV["PGPORT"], user: ENV["PGUSER"], password: ENV["PGPASSWORD"],
  database: ENV["PGDATABASE"], sslmode: "disable"
)
check db[:orders].count == orders, "Sequel count"
check db[:orders].where { id > 0 }.order(:id).select_map(:id).length == orders, "Sequel rows"
check db.schema(:staff).map { |name, _| name.to_s } == columns, "Sequel schema"
check db.tables.include?(:orders) && !db.tables.include?(:secrets), "Sequel tables"
db.indexes(:orders)
db.foreign_key_list(:orders)
db.views
check db.primary_key(:orders) == "id", "Sequel primary key"
db.transaction(isolation: :repeatable, read_only: true) { check db[:orders].paged_each(rows_per_fetch: 10) {}, "paged" }
db.disconnect
puts "passed"
