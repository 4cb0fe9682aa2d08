// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Reads the pool settings of one connection.
enum PoolReader {
    static func pool(_ reader: SettingReader) -> PoolSettings {
        var pool = PoolSettings()
        pool.mode = reader.choice("pool_mode") ?? pool.mode
        pool.size = reader.integer("pool_size", in: 1...10_000) ?? pool.size
        pool.minimumSize = reader.integer("min_pool_size", in: 0...10_000) ?? pool.minimumSize
        if pool.minimumSize > pool.size {
            reader.report("is greater than pool_size, \(pool.size)", key: "min_pool_size")
        }
        pool.serverIdleTimeout = reader.duration("server_idle_timeout") ?? pool.serverIdleTimeout
        pool.serverLifetime = reader.duration("server_lifetime") ?? pool.serverLifetime
        pool.queryWaitTimeout = reader.duration("query_wait_timeout") ?? pool.queryWaitTimeout
        pool.queryTimeout = reader.duration("query_timeout") ?? pool.queryTimeout
        pool.idleTransactionTimeout =
            reader.duration("idle_transaction_timeout") ?? pool.idleTransactionTimeout
        if let timeout = reader.duration("server_connect_timeout") {
            if timeout == .zero { reader.report("must not be zero", key: "server_connect_timeout") }
            pool.serverConnectTimeout = timeout
        }
        pool.maxPreparedStatements =
            reader.integer("max_prepared_statements", in: 1...100_000)
            ?? pool.maxPreparedStatements
        return pool
    }
}
