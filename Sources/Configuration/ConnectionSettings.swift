// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy

/// One `[connections.x]`: how to reach a database, and, for a primary, who sees what of it.
package struct ConnectionSettings: Sendable, Equatable {
    package var name: String
    /// libpq's connection string or URI.
    package var conninfo: String
    package var pool: PoolSettings
    /// What governs sessions that name this connection as their database; nil for an environment,
    /// which is reached through its primary only.
    package var rules: ConnectionRules?
    package var location: SourceLocation

    package init(
        name: String,
        conninfo: String,
        pool: PoolSettings = PoolSettings(),
        rules: ConnectionRules? = nil,
        location: SourceLocation
    ) {
        self.name = name
        self.conninfo = conninfo
        self.pool = pool
        self.rules = rules
        self.location = location
    }
}

/// The pool of one connection, over all workers, under PgBouncer's names.
package struct PoolSettings: Sendable, Equatable {
    package enum Mode: String, Sendable, CaseIterable {
        case transaction
        case session
    }

    package var mode: Mode = .transaction
    /// Backends open at most.
    package var size = 20
    /// Backends kept open.
    package var minimumSize = 0
    /// After that long unused a backend is closed; zero: never.
    package var serverIdleTimeout: Duration = .seconds(600)
    /// After that long a backend is closed when next it is free; zero: never.
    package var serverLifetime: Duration = .seconds(3_600)
    /// How long a session waits for a backend (53300); zero: for ever.
    package var queryWaitTimeout: Duration = .seconds(120)
    /// How long a statement may run (57014); zero: for ever.
    package var queryTimeout: Duration = .zero
    /// How long a session may idle inside a transaction; zero: for ever.
    package var idleTransactionTimeout: Duration = .zero
    /// How long a login at the backend may take.
    package var serverConnectTimeout: Duration = .seconds(15)
    /// Prepared statements kept on one backend; the least recently used makes room.
    package var maxPreparedStatements = 200

    package init() {}
}
