-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the omniproxy authors

-- What scripts do through LuaSQL; argument: rows of orders.
local driver = require "luasql.postgres"
local orders = tonumber(arg[1])
local connection = assert(driver.postgres():connect("sslmode=disable"))
local cursor = assert(connection:execute("SELECT id, note FROM orders"))
assert(cursor:numrows() == orders)
assert(cursor:getcolnames()[1] == "id")
cursor:close()
local done, message = connection:execute("DELETE FROM orders")
assert(not done and message:find("read%-only"), message)
connection:setautocommit(false)
assert(connection:execute("SELECT 1")):close()
assert(connection:commit())
connection:setautocommit(true)
connection:close()
print("passed")
