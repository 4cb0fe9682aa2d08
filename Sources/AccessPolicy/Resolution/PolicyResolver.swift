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

    /// Finds model, role and environment of a session; needs no catalog.
    ///
    /// - Parameters:
    ///   - login: An authenticated user.
    ///   - database: As the client sent it; see `DatabaseName`.
    ///   - impersonated: The user with whose eyes an organisation's admin wants to look.
    /// - Returns: Where the session goes.
    /// - Throws: 42501 for whatever keeps the user out, a database that does not exist included; the
    ///   client is told no more than that, the log is told what to fix.
    package func target(
        user login: String,
        database: String,
        impersonating impersonated: String? = nil
    ) throws(ProxyError) -> SessionTarget {
        func denied(_ reason: String, hint: String? = nil) -> ProxyError {
            ProxyError(
                .insufficientPrivilege,
                "permission denied for database \"\(database)\"",
                hint: hint
                    ?? "Check the name of the database; an administrator finds the reason in the log.",
                logMessage: reason
            )
        }
        guard var user = directory.users[login], user.isActive else {
            throw denied("\(login) is not an active user")
        }
        if let impersonated { user = try impersonating(impersonated, by: user) }
        guard let name = DatabaseName(database), let rules = connections[name.connection] else {
            throw denied("there is no connection of this name")
        }
        let attributes = directory.attributeValues(of: user)
        let model: ModelChoice
        switch ModelChoice.choose(rules, user: user, attributes: attributes, requested: name.model)
        {
        case .denied(let reason, let hint): throw denied(reason, hint: hint)
        case .chosen(let choice): model = choice
        }
        guard model.role >= .restrictedQuerier else {
            throw denied(
                "\(user.login) has role \(model.role.rawValue) on model \(model.name) of connection "
                    + "\(rules.name); SQL takes \(Role.restrictedQuerier.rawValue) at least"
            )
        }
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
            let prefix = name.model.map { "\(rules.name):\($0)" } ?? rules.name
            throw ProxyError(
                .insufficientPrivilege,
                "several environments of database \"\(rules.name)\" are yours",
                hint: "Connect to one of "
                    + connections.map { "\"\(prefix)@\($0)\"" }.joined(separator: ", ") + "."
            )
        case .connection(let environment):
            return SessionTarget(
                identity: PolicyIdentity(
                    user: user.login,
                    connection: rules.name,
                    environment: environment,
                    model: model.name,
                    role: model.role.rawValue,
                    impersonator: impersonated == nil ? nil : login
                ),
                extensions: model.extensions,
                role: model.role,
                attributes: attributes
            )
        }
    }

    /// The user whom an organisation's admin impersonates: anybody but another such admin.
    private func impersonating(
        _ name: String,
        by admin: User
    ) throws(ProxyError) -> User {
        func denied(_ reason: String) -> ProxyError {
            // The same for everybody who is not there: whoever is no admin learns no names.
            ProxyError(
                .insufficientPrivilege,
                "permission denied to impersonate \"\(name)\"",
                logMessage: reason
            )
        }
        guard admin.isOrgAdmin else { throw denied("\(admin.login) is no organisation admin") }
        guard let user = directory.users[name], user.isActive else {
            throw denied("\(name) is not an active user")
        }
        guard !user.isOrgAdmin else { throw denied("\(name) is an organisation admin") }
        return user
    }

    /// The licence that Omni counts for a user: that of the highest role on any connection.
    package func licence(of login: String) -> String {
        guard let user = directory.users[login] else { return Role.noAccess.licence }
        if user.isOrgAdmin { return "Administrator" }
        return connections.values.map { ModelChoice.highestRole(of: user, on: $0) }.max()?.licence
            ?? Role.noAccess.licence
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
        var topics: [String: GovernedTopic] = [:]
        for decision in topicResolver(target, rules, catalog).all {
            if case .open(let topic) = decision.outcome { topics[topic.name] = topic }
        }
        let reachesTables = target.role >= .querier
        var reachable: [String: [String: GovernedRelation]] = [:]
        if reachesTables || topics.values.contains(where: \.readsSQLViews) {
            reachable = relations(for: target, rules, catalog)
        }
        var searchPath = [rules.defaultSchema]
        if rules.model.dynamicSchemas[rules.defaultSchema] != nil, reachable["public"] != nil {
            searchPath.append("public")
        }
        return Policy(
            identity: target.identity,
            attributes: target.attributes,
            // Who reaches topics only finds them without naming their schema.
            searchPath: reachesTables ? searchPath : [rules.sql.topicsSchema],
            relations: reachesTables ? reachable : [:],
            extraFunctions: rules.sql.extraFunctions,
            extensions: rules.sql.extensions,
            allowsSystemColumns: rules.sql.allowsSystemColumns,
            catalog: catalog,
            topicsSchema: rules.sql.topicsSchema,
            topics: topics,
            viewRelations: reachable,
            viewSearchPath: searchPath
        )
    }

    private func relations(
        for target: SessionTarget,
        _ rules: ConnectionRules,
        _ catalog: Catalog
    ) -> [String: [String: GovernedRelation]] {
        var relations: [String: [String: GovernedRelation]] = [:]
        let decisions = RelationDecisions(
            rules: rules,
            attributes: target.attributes,
            catalog: catalog
        )
        for decision in decisions.all {
            guard case .reachable(let relation) = decision.outcome else { continue }
            relations[relation.logical.schema, default: [:]][relation.logical.name] = relation
        }
        return relations
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

    /// The model that governs a session.
    ///
    /// - Throws: 42501 when the configuration no longer knows it.
    package func model(of target: SessionTarget) throws(ProxyError) -> Model {
        try rules(of: target).model
    }

    /// What plain SQL reaches of a connection's model, whoever asks.
    ///
    /// - Parameters:
    ///   - connection: A primary connection.
    ///   - catalog: Its catalog.
    /// - Returns: One entry for each view with a table; none for a connection that does not exist.
    package func plainAccess(on connection: String, catalog: Catalog) -> [PlainAccess] {
        guard let rules = connections[connection] else { return [] }
        return RelationDecisions(rules: rules, attributes: [:], catalog: catalog).plainAccess
    }

    /// The connection's rules, with the model that governs the session.
    private func rules(of target: SessionTarget) throws(ProxyError) -> ConnectionRules {
        guard var rules = connections[target.identity.connection],
            let model = target.extensions.isEmpty
                ? rules.model : rules.extensions[target.extensions]
        else {
            throw ProxyError(
                .insufficientPrivilege,
                "permission denied for database \"\(target.identity.connection)\"",
                logMessage: "connection \(target.identity.connection), or its model "
                    + "\(target.identity.model), is not configured any more"
            )
        }
        rules.model = model
        return rules
    }
}
