// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors
internal import Synchronization

/// The virtual catalogs of one policy and search path, made when they are first asked for: most
/// sessions never browse.
///
/// Shared by the threads that rewrite; the lock is held for a look-up.
final class CatalogCache: Sendable {
    private struct State {
        var world: VisibleWorld?
        var relations: [Catalog.QualifiedName: GovernedRelation] = [:]
        var templates: [String: CallTemplate] = [:]
    }

    /// Texts of templates hold names that clients chose.
    private static let templatesMax = 1_024

    private let policy: Policy
    private let searchPath: [String]
    private let topics: TopicCatalog
    private let state = Mutex(State())

    init(policy: Policy, searchPath: [String], topics: TopicCatalog) {
        self.policy = policy
        self.searchPath = searchPath
        self.topics = topics
    }

    var world: VisibleWorld {
        if let known = state.withLock({ $0.world }) { return known }
        let made = VisibleWorld(policy, searchPath: searchPath, topics: topics.relations)
        state.withLock { $0.world = made }
        return made
    }

    /// A system catalog as the session sees it; nil when it is denied or unknown.
    ///
    /// - Parameters:
    ///   - name: Schema and name as PostgreSQL has them.
    ///   - facts: Of the session; used by few catalogs.
    /// - Returns: The relation, and whether it says something of the session.
    func relation(
        _ name: Catalog.QualifiedName,
        facts: SessionFacts
    ) -> (relation: GovernedRelation, isSessionSpecific: Bool)? {
        if let known = state.withLock({ $0.relations[name] }) { return (known, false) }
        guard let made = CatalogRelationMaker(world: world, facts: facts).relation(name) else {
            return nil
        }
        if !made.isSessionSpecific { state.withLock { $0.relations[name] = made.relation } }
        return made
    }

    func template(_ sql: String) throws(ProxyError) -> CallTemplate {
        if let known = state.withLock({ $0.templates[sql] }) { return known }
        let made = try CallTemplate(sql)
        state.withLock { state in
            if state.templates.count >= Self.templatesMax { state.templates = [:] }
            state.templates[sql] = made
        }
        return made
    }
}
