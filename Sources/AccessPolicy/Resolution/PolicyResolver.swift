// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// Resolves (user, database) to a policy: attributes, effective role, environment, then the relations
/// and their filters (spec 7, strict variants everywhere).
///
/// A value made from one configuration; a reload makes a new one, and each session resolves again.
package struct PolicyResolver: Sendable {
    package let directory: Directory
    /// Primary connections by name.
    package let connections: [String: ConnectionRules]

    package init(directory: Directory, connections: [String: ConnectionRules]) {
        self.directory = directory
        self.connections = connections
    }

    /// Finds role and environment of a session; needs no catalog.
    ///
    /// - Parameters:
    ///   - login: An authenticated user.
    ///   - database: As the client sent it: `connection`, `connection@environment`,
    ///     `connection:model` or `connection:model@environment`.
    /// - Returns: Where the session goes.
    /// - Throws: 3D000 for a database that does not exist, 42501 for one the user may not open.
    package func target(user login: String, database: String) throws(ProxyError) -> SessionTarget {
        throw ProxyError(.insufficientPrivilege, "permission denied for database \"\(database)\"")
    }

    /// Makes the policy of a session.
    ///
    /// - Parameters:
    ///   - target: What `target(user:database:)` answered.
    ///   - catalog: The catalog of `target.identity.environment`.
    /// - Returns: A new policy, not shared with any other.
    /// - Throws: 42501 when the configuration no longer knows the target.
    package func policy(
        for target: SessionTarget,
        catalog: Catalog
    ) throws(ProxyError) -> Policy {
        Policy(
            identity: target.identity,
            attributes: target.attributes,
            searchPath: [],
            relations: [:]
        )
    }
}
