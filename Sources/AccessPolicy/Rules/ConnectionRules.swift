// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What governs the sessions of one primary connection: the part of `[connections.x]` that a policy is
/// made from.
package struct ConnectionRules: Sendable, Equatable {
    /// What clients name as their database.
    package var name: String
    package var model: Model
    /// What the model's shared extensions make of it, by their names in the order in which they are
    /// applied: each alone, and each set that somebody is sent to.
    package var extensions: [[String]: Model] = [:]
    package var extensionNoMatch: ExtensionNoMatch = .deny
    /// What becomes of a user whom `dynamic_shared_extensions` has nothing for.
    package enum ExtensionNoMatch: String, Sendable, CaseIterable {
        case deny
        /// The model itself, as Omni does by its parameter reference.
        case parent
    }

    /// The role that everybody has at least.
    package var baseAccess: Role
    /// Roles on the connection.
    package var access: [Principal: Role]
    /// Roles on one model or extension, by its name.
    package var modelAccess: [String: [Principal: Role]]
    /// Logical schema of unqualified names.
    package var defaultSchema: String
    /// Nil: the connection has no environments and serves everybody itself.
    package var environments: EnvironmentRules?
    package var sql: SQLRules

    package init(
        name: String,
        model: Model,
        extensions: [[String]: Model] = [:],
        extensionNoMatch: ExtensionNoMatch = .deny,
        baseAccess: Role = .noAccess,
        access: [Principal: Role] = [:],
        modelAccess: [String: [Principal: Role]] = [:],
        defaultSchema: String = "public",
        environments: EnvironmentRules? = nil,
        sql: SQLRules = SQLRules()
    ) {
        self.name = name
        self.model = model
        self.extensions = extensions
        self.extensionNoMatch = extensionNoMatch
        self.baseAccess = baseAccess
        self.access = access
        self.modelAccess = modelAccess
        self.defaultSchema = defaultSchema
        self.environments = environments
        self.sql = sql
    }
}

extension ConnectionRules {
    /// Names of the extensions that exist.
    package var extensionNames: Set<String> { Set(extensions.keys.flatMap { $0 }) }
}
