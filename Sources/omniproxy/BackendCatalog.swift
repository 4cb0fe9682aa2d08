// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import PostgresErrors

/// The catalog of a backend, for commands that look at one session.
enum BackendCatalog {
    /// Reads a catalog over a connection of its own.
    ///
    /// - Parameter settings: The connection that would serve the session.
    /// - Returns: Its user relations.
    /// - Throws: 08001 when the backend cannot be reached.
    static func load(_ settings: ConnectionSettings) throws(ProxyError) -> Catalog {
        throw ProxyError(
            .sqlclientUnableToEstablishConnection,
            "the catalog of connection \(settings.name) cannot be read by this build"
        )
    }
}
