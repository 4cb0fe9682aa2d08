// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Which connection serves a session (omni-reference 5.3 and 5.4, strict: A-10, L1, L16).
enum EnvironmentChoice: Equatable {
    case connection(String)
    /// Several connections match, and the client named none of them.
    case ambiguous([String])
    /// With what an administrator has to know.
    case denied(reason: String)

    /// Chooses for one user.
    ///
    /// - Parameters:
    ///   - rules: The rules of the primary connection.
    ///   - user: Whose groups may grant environments.
    ///   - values: The user's values of the attribute that decides; empty without one.
    ///   - requested: The connection that the client named; nil: none.
    /// - Returns: The choice, or why there is none.
    static func choose(
        _ rules: ConnectionRules,
        user: User,
        values: [String],
        requested: String?
    ) -> EnvironmentChoice {
        guard let environments = rules.environments else {
            guard let requested, requested != rules.name else { return .connection(rules.name) }
            return .denied(reason: "connection \(rules.name) has no environments")
        }
        var matching: [String] = []
        if values.contains(where: environments.defaultValues.contains) {
            matching.append(rules.name)
        }
        for environment in environments.environments
        where values.contains(where: environment.values.contains) {
            matching.append(environment.connection)
        }
        if matching.isEmpty, environments.noMatch == .primary { matching = [rules.name] }

        if let requested {
            // An organisation's admins may pick any environment (omni-reference 5.5); the primary
            // itself still takes a match.
            let isGranted = environments.environments.contains { environment in
                environment.connection == requested
                    && (user.isOrgAdmin || environment.grantedTo.contains { $0.includes(user) })
            }
            if isGranted || matching.contains(requested) { return .connection(requested) }
            return .denied(
                reason: "\(requested) neither matches attribute \(environments.userAttribute) of "
                    + "\(user.login) nor is granted to them"
            )
        }
        if matching.count > 1 { return .ambiguous(matching) }
        if let only = matching.first { return .connection(only) }
        return .denied(
            reason: values.isEmpty
                ? "\(user.login) has no value of attribute \(environments.userAttribute), which "
                    + "chooses the environment"
                : "attribute \(environments.userAttribute) of \(user.login) matches no environment "
                    + "and no default value of \(rules.name)"
        )
    }
}
