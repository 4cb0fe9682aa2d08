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
    ///   - database: As the client sent it; see `DatabaseName`.
    /// - Returns: Where the session goes.
    /// - Throws: 3D000 for a connection that does not exist, 42501 for whatever else keeps the user
    ///   out; the client is told no more than that, the log is told what to fix.
    package func target(user login: String, database: String) throws(ProxyError) -> SessionTarget {
        guard let name = DatabaseName(database), let rules = connections[name.connection] else {
            throw ProxyError(.invalidCatalogName, "database \"\(database)\" does not exist")
        }
        func denied(_ reason: String) -> ProxyError {
            ProxyError(
                .insufficientPrivilege,
                "permission denied for database \"\(database)\"",
                logMessage: reason
            )
        }
        guard let user = directory.users[login], user.isActive else {
            throw denied("\(login) is not an active user")
        }
        let role = effectiveRole(of: user, on: rules)
        guard role >= .restrictedQuerier else {
            throw denied(
                "\(login) has role \(role.rawValue) on connection \(rules.name); SQL takes "
                    + "\(Role.restrictedQuerier.rawValue) at least"
            )
        }
        guard name.model == nil || name.model == rules.model.name else {
            throw denied("connection \(rules.name) serves model \(rules.model.name) only")
        }
        let attributes = directory.attributeValues(of: user)
        let values = rules.environments.flatMap { attributes[$0.userAttribute] } ?? []
        let choice = EnvironmentChoice.choose(
            rules,
            user: user,
            values: values,
            requested: name.environment
        )
        switch choice {
        case .denied(let reason):
            throw denied(reason)
        case .ambiguous(let connections):
            throw ProxyError(
                .insufficientPrivilege,
                "several environments of database \"\(rules.name)\" are yours",
                hint: "Connect to one of "
                    + connections.map { "\"\(rules.name)@\($0)\"" }.joined(separator: ", ") + "."
            )
        case .connection(let environment):
            return SessionTarget(
                identity: PolicyIdentity(
                    user: login,
                    connection: rules.name,
                    environment: environment,
                    model: rules.model.name,
                    role: role.rawValue
                ),
                role: role,
                attributes: attributes
            )
        }
    }

    /// The strongest of base access, the user's roles, the groups' and being an organisation's admin
    /// (omni-reference 8.2).
    private func effectiveRole(of user: User, on rules: ConnectionRules) -> Role {
        if user.isOrgAdmin { return .connectionAdmin }
        let granted = [rules.access, rules.modelAccess[rules.model.name] ?? [:]].flatMap { roles in
            roles.filter { $0.key.includes(user) }.values
        }
        return granted.reduce(rules.baseAccess, max)
    }

    /// Makes the policy of a session.
    ///
    /// - Parameters:
    ///   - target: What `target(user:database:)` answered.
    ///   - catalog: The catalog of `target.identity.environment`.
    /// - Returns: A new policy, not shared with any other.
    /// - Throws: 42501 when the configuration no longer knows the connection.
    package func policy(
        for target: SessionTarget,
        catalog: Catalog
    ) throws(ProxyError) -> Policy {
        let rules = try rules(of: target)
        var relations: [String: [String: GovernedRelation]] = [:]
        if target.role >= .querier {
            let decisions = RelationDecisions(
                rules: rules,
                attributes: target.attributes,
                catalog: catalog
            )
            for decision in decisions.all {
                guard case .reachable(let relation) = decision.outcome else { continue }
                relations[relation.logical.schema, default: [:]][relation.logical.name] = relation
            }
        }
        var topics: [String: GovernedTopic] = [:]
        for decision in topicResolver(target, rules, catalog).all {
            if case .open(let topic) = decision.outcome { topics[topic.name] = topic }
        }
        // Who reaches topics only finds them without naming their schema.
        var searchPath = [
            target.role >= .querier ? rules.defaultSchema : rules.sql.topicsSchema
        ]
        if rules.model.dynamicSchemas[rules.defaultSchema] != nil, relations["public"] != nil {
            searchPath.append("public")
        }
        return Policy(
            identity: target.identity,
            attributes: target.attributes,
            searchPath: searchPath,
            relations: relations,
            extraFunctions: rules.sql.extraFunctions,
            extensions: rules.sql.extensions,
            allowsSystemColumns: rules.sql.allowsSystemColumns,
            catalog: catalog,
            topicsSchema: rules.sql.topicsSchema,
            topics: topics
        )
    }

    private func topicResolver(
        _ target: SessionTarget,
        _ rules: ConnectionRules,
        _ catalog: Catalog
    ) -> TopicResolver {
        TopicResolver(
            rules: rules,
            attributes: target.attributes,
            numbers: Set(directory.attributes.values.filter { $0.kind == .number }.map(\.name)),
            catalog: catalog
        )
    }

    /// What became of every topic of the model for a session, for `omniproxy access`.
    ///
    /// - Parameters:
    ///   - target: What `target(user:database:)` answered.
    ///   - catalog: The catalog of `target.identity.environment`.
    /// - Returns: One decision for each topic, by name.
    /// - Throws: 42501 when the configuration no longer knows the connection.
    package func topicDecisions(
        for target: SessionTarget,
        catalog: Catalog
    ) throws(ProxyError) -> [TopicDecision] {
        topicResolver(target, try rules(of: target), catalog).all
    }

    /// What became of every relation of the model for a session, for `omniproxy access`.
    ///
    /// - Parameters:
    ///   - target: What `target(user:database:)` answered.
    ///   - catalog: The catalog of `target.identity.environment`.
    /// - Returns: One decision for each relation that the model's views name, by name; empty for a
    ///   role that reaches topics only.
    /// - Throws: 42501 when the configuration no longer knows the connection.
    package func decisions(
        for target: SessionTarget,
        catalog: Catalog
    ) throws(ProxyError) -> [RelationDecision] {
        let rules = try rules(of: target)
        guard target.role >= .querier else { return [] }
        return RelationDecisions(
            rules: rules,
            attributes: target.attributes,
            catalog: catalog
        ).all
    }

    private func rules(of target: SessionTarget) throws(ProxyError) -> ConnectionRules {
        guard let rules = connections[target.identity.connection] else {
            throw ProxyError(
                .insufficientPrivilege,
                "permission denied for database \"\(target.identity.connection)\"",
                logMessage: "connection \(target.identity.connection) is not configured any more"
            )
        }
        return rules
    }
}
