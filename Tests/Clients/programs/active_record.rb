# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors

# ActiveRecord: introspection, relations, batches; arguments: rows of orders, columns of staff.
require "active_record"

def check(holds, what) = holds || raise(what.to_s)

orders, columns = Integer(ARGV[0]), ARGV[1].split
ActiveRecord::Base.establish_connection(
  adapter: "postgresql", host: ENV["PGHOST"], port: ENV["PGPORT"], username: ENV["PGUSER"],
  password: ENV["PGPASSWORD"], database: ENV["PGDATABASE"], sslmode: "disable", variables: { statement_timeout: 20_000 }
)
db = ActiveRecord::Base.connection

class Customer < ActiveRecord::Base
  has_many :orders
end

class Order < ActiveRecord::Base
  belongs_to :customer
end

check db.tables.include?("orders") && !db.tables.include?("secrets"), db.tables
check db.columns("staff").map(&:name) == columns, db.columns("staff")
check db.primary_key("orders") == "id", "primary key"
db.tables.each do |table|
  db.indexes(table)
  db.foreign_keys(table)
  db.check_constraints(table)
  db.table_comment(table)
end
check db.table_exists?("orders") && !db.table_exists?("secrets"), "exists"
check Order.count == orders, "count"
check Order.group(:status).count.values.sum == orders, "groups"
check Order.find_each(batch_size: 20).count == orders, "batches"
check Order.order(:id).offset(3).limit(4).ids.length == 4, "page"
check Customer.includes(:orders).where.not(orders: { id: nil }).sum { |customer| customer.orders.size } <= orders, "includes"
first = Order.order(:id).first
5.times { check Order.find_by(id: first.id) == first, "prepared" }
Order.transaction do
  begin
    Order.transaction(requires_new: true) { db.execute("SELECT 1/0") }
  rescue ActiveRecord::StatementInvalid
  end
  check Order.count == orders, "savepoint"
end
begin
  Order.create!(customer: Customer.first, status: "new")
  raise "an insert ran"
rescue ActiveRecord::StatementInvalid => e
  check e.cause.is_a?(PG::ReadOnlySqlTransaction), e
end
check db.active?, "active"
db.reconnect!
check Order.exists?(first.id), "reconnected"
puts "passed"
