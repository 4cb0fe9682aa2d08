// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Which model governs a session, and the role that its user has there (omni-reference 7.4, 7.5, 8.2).
struct ModelChoice: Equatable {
    enum Outcome: Equatable {
        case chosen(ModelChoice)
        /// With what an administrator has to know; the hint is for those who may change the model.
        case denied(reason: String, hint: String?)
    }

    /// The model's, or the extensions' that are applied to it.
    var name: String
    /// Names of the extensions in the order in which they are applied; empty: the model itself.
    var extensions: [String]
    var role: Role

    /// Chooses for one user.
    ///
    /// Whoever the model sends to an extension gets it, and has the role on the model or, where tenants
    /// are kept apart, the one on the extension. Naming another extension, or the model behind the
    /// extensions, takes a role on just that one or the right to change the model.
    ///
    /// - Parameters:
    ///   - rules: The rules of the connection.
    ///   - user: Who logs in.
    ///   - attributes: Theirs.
    ///   - requested: The model that the client named; nil: none.
    /// - Returns: The choice, or why there is none.
    static func choose(
        _ rules: ConnectionRules,
        user: User,
        attributes: [String: [String]],
        requested: String?
    ) -> Outcome {
        let shared = rules.model
        let roles = ModelRoles(rules, user)
        let onShared = roles.onModel(shared.name)
        if let requested, requested != shared.name {
            return named(requested, rules, roles, attributes)
        }
        let itself = ModelChoice(name: shared.name, extensions: [], role: onShared)
        if shared.extensionRoutes.isEmpty || requested != nil && onShared >= .modeler {
            return .chosen(itself)
        }
        guard let names = shared.extensions(for: attributes, among: rules.extensionNames) else {
            if rules.extensionNoMatch == .parent { return .chosen(itself) }
            return .denied(
                reason: unmatched(shared, user, attributes, rules.extensionNames),
                hint: onShared >= .modeler
                    ? "No extension is yours; the model itself is "
                        + "\"\(rules.name):\(shared.name)\"." : nil
            )
        }
        guard rules.extensions[names] != nil else {
            return .denied(
                reason: "extensions \(names.joined(separator: ", ")) were not put together",
                hint: nil
            )
        }
        let onExtensions = names.map(roles.givenOn).min() ?? .noAccess
        return .chosen(
            ModelChoice(
                name: names.joined(separator: ", "),
                extensions: names,
                role: max(onShared, onExtensions)
            )
        )
    }

    /// A client has named an extension.
    private static func named(
        _ name: String,
        _ rules: ConnectionRules,
        _ roles: ModelRoles,
        _ attributes: [String: [String]]
    ) -> Outcome {
        let refusal = Outcome.denied(
            reason:
                "\(roles.user.login) is not sent to model \(name) of connection \(rules.name), and "
                + "has no role on it",
            hint: nil
        )
        guard rules.extensions[[name]] != nil else { return refusal }
        let onShared = roles.onModel(rules.model.name)
        let given = roles.givenOn(name)
        let role: Role
        if rules.model.extensions(for: attributes, among: rules.extensionNames) == [name]
            || onShared >= .modeler
        {
            role = max(onShared, given)
        } else if given >= .restrictedQuerier {
            role = max(roles.onConnection, given)
        } else {
            return refusal
        }
        return .chosen(ModelChoice(name: name, extensions: [name], role: role))
    }

    private static func unmatched(
        _ model: Model,
        _ user: User,
        _ attributes: [String: [String]],
        _ known: Set<String>
    ) -> String {
        let entry = model.extensionRoutes.first {
            $0.extensions(for: attributes, among: known).isEmpty
        }
        guard let entry else { return "no extension is for \(user.login)" }
        let values = entry.attributes.map { name in
            "\(name) = \((attributes[name] ?? []).joined(separator: ", "))"
        }
        return "\(entry.location): dynamic_shared_extensions leads \(user.login) with "
            + "\(values.joined(separator: "; ")) to no extension"
    }

    /// The strongest role that a user has on a connection, its model or an extension of it.
    static func highestRole(of user: User, on rules: ConnectionRules) -> Role {
        let roles = ModelRoles(rules, user)
        return rules.modelAccess.keys.map(roles.onModel).reduce(roles.onConnection, max)
    }
}

/// The roles of one user on one connection: base access is a floor, the strongest of all counts
/// (omni-reference 8.2).
private struct ModelRoles {
    let user: User
    private let rules: ConnectionRules

    init(_ rules: ConnectionRules, _ user: User) {
        self.rules = rules
        self.user = user
    }

    /// On everything that the connection serves.
    var onConnection: Role {
        user.isOrgAdmin ? .connectionAdmin : strongest(rules.access, rules.baseAccess)
    }

    func onModel(_ name: String) -> Role { max(onConnection, givenOn(name)) }

    /// Given on just that model or extension.
    func givenOn(_ name: String) -> Role { strongest(rules.modelAccess[name] ?? [:], .noAccess) }

    private func strongest(_ roles: [Principal: Role], _ floor: Role) -> Role {
        roles.filter { $0.key.includes(user) }.values.reduce(floor, max)
    }
}
