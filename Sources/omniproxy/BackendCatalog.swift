// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import PostgresErrors
import ProxyServer

/// The catalog of a backend, for commands that look at one session.
enum BackendCatalog {
    /// Reads a catalog over a connection of its own.
    ///
    /// - Parameters:
    ///   - settings: The connection that would serve the session.
    ///   - allowsUntestedServer: Accept a major version that was never tested (R2).
    /// - Returns: Its user relations.
    /// - Throws: 08001 when the backend cannot be reached or is not served.
    static func load(
        _ settings: ConnectionSettings,
        allowsUntestedServer: Bool
    ) throws(ProxyError) -> Catalog {
        var options = BackendOptions(name: settings.name, conninfo: settings.conninfo)
        options.connectTimeout = settings.pool.serverConnectTimeout
        options.allowsUntestedServer = allowsUntestedServer
        return try LibpqConnector(options).loadCatalog(timeout: settings.pool.serverConnectTimeout)
    }
}
