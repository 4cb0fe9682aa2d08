// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import PostgresErrors
import PostgresWire
import SQLRewrite
import Synchronization

/// One loaded configuration with what the backends' catalogs say: immutable, shared by all loops, replaced
/// as a whole by a reload.
final class ServerState: Sendable {
    /// What is known of one connection's database.
    struct BackendFacts: Sendable {
        var catalog: Catalog
        /// ParameterStatus of a fresh backend: what clients are told at login.
        var parameters: [String: String]
    }

    /// Rises with every change; sessions made under a lower one resolve again (spec 7, epochs).
    let generation: UInt64
    let configuration: ProxyConfiguration
    let resolver: PolicyResolver
    /// By connection name; a missing one has not been reached yet.
    let facts: [String: Result<BackendFacts, ProxyError>]
    /// What opens backends, by connection name; each configured connection has one.
    let connectors: [String: LibpqConnector]
    let limits: RewriteLimits
    /// What the passwords' verifiers look like from outside, with how many look like that.
    let verifierShapes: [SCRAMVerifier.Shape: Int]

    /// - Parameters:
    ///   - generation: Higher than that of the state before.
    ///   - configuration: What was loaded.
    ///   - facts: What is known of the databases by now.
    ///   - connectors: One for each connection: see `connectors(for:)`.
    init(
        generation: UInt64,
        configuration: ProxyConfiguration,
        facts: [String: Result<BackendFacts, ProxyError>],
        connectors: [String: LibpqConnector]
    ) {
        self.generation = generation
        self.connectors = connectors
        self.configuration = configuration
        self.resolver = configuration.resolver
        self.facts = facts
        var limits = RewriteLimits()
        limits.statementBytesMax = configuration.limits.statementBytesMax
        limits.treeDepthMax = configuration.limits.treeDepthMax
        self.limits = limits
        var shapes: [SCRAMVerifier.Shape: Int] = [:]
        for user in configuration.directory.users.values where user.isActive {
            guard let verifier = user.passwordVerifier.flatMap({ SCRAMVerifier($0) }) else {
                continue
            }
            shapes[verifier.shape, default: 0] += 1
        }
        verifierShapes = shapes
    }

    /// Makes the connectors of a configuration.
    ///
    /// - Throws: 22023 when libpq does not understand a connection string.
    static func connectors(
        for configuration: ProxyConfiguration
    ) throws(ProxyError) -> [String: LibpqConnector] {
        var connectors: [String: LibpqConnector] = [:]
        for (name, connection) in configuration.connections {
            var options = BackendOptions(name: name, conninfo: connection.conninfo)
            options.connectTimeout = connection.pool.serverConnectTimeout
            options.allowsUntestedServer = configuration.allowsUntestedServers
            do throws(ProxyError) {
                connectors[name] = try LibpqConnector(options)
            } catch {
                var named = error
                named.message = "\(connection.location): connections.\(name): \(error.message)"
                throw named
            }
        }
        return connectors
    }

    /// Resolves a login to its policy.
    ///
    /// - Returns: `pending` while the catalog of the session's database is being loaded.
    func resolve(_ login: Login) throws(ProxyError) -> Worker.Resolution {
        let target = try resolver.target(
            user: login.user,
            database: login.database,
            impersonating: login.impersonated
        )
        guard let outcome = facts[target.identity.environment] else { return .pending }
        switch outcome {
        case .failure(let error):
            throw error
        case .success(let known):
            let policy = try resolver.policy(for: target, catalog: known.catalog)
            return .ready(
                ResolvedSession(
                    context: RewriteContext(policy: policy, limits: limits),
                    parameters: known.parameters,
                    tag: configuration.tagsQueries ? QueryTag.text(policy.identity) : []
                )
            )
        }
    }
}

/// What a login resolved to; shared by the sessions of one user and database on a loop.
final class ResolvedSession {
    let context: RewriteContext
    let contextID: ContextID
    /// ParameterStatus of a fresh backend.
    let parameters: [String: String]
    /// The session with the policy's own search path, when this one has another.
    let origin: ResolvedSession?
    /// Physical schema names that clients know under another name.
    let physicalNames: [String: String]
    /// What stands behind each statement that is sent; see `QueryTag`.
    let tag: [UInt8]

    init(
        context: RewriteContext,
        parameters: [String: String],
        tag: [UInt8] = [],
        origin: ResolvedSession? = nil
    ) {
        self.context = context
        let contextID = ResolvedSession.nextContextID()
        self.contextID = contextID
        policyID = origin?.policyID ?? contextID
        self.parameters = parameters
        self.tag = tag
        self.origin = origin
        var names: [String: String] = [:]
        for relations in context.policy.relations.values {
            for relation in relations.values
            where relation.physical.schema != relation.logical.schema {
                names[relation.physical.schema] = relation.logical.schema
            }
        }
        physicalNames = names
    }

    /// Identifies what the policy allows, whatever the search path: a reload that changes nothing of it
    /// leaves open cursors and portals alone.
    private(set) var policyID: ContextID

    var identity: PolicyIdentity { context.policy.identity }

    /// Takes the place of a session under an earlier state, before anybody has this one.
    func succeed(_ previous: ResolvedSession) {
        if context.policy.allowsSame(as: previous.context.policy) { policyID = previous.policyID }
    }

    private static let lastContextID = Atomic<UInt64>(0)

    static func nextContextID() -> ContextID {
        lastContextID.wrappingAdd(1, ordering: .relaxed).newValue
    }
}
