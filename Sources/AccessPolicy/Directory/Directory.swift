// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Users and the definitions of their attributes.
package struct Directory: Sendable, Equatable {
    /// By login.
    package var users: [String: User]
    /// By name; system attributes (`omni_…`) are implied and never stand here.
    package var attributes: [String: AttributeDefinition]

    /// Groups that are members of other groups: name → the groups they are in.
    package var groups: [String: [String]]

    /// - Parameters:
    ///   - users: By login.
    ///   - attributes: By name.
    ///   - groups: Memberships of groups in groups; each user's `allGroups` follows them.
    package init(
        users: [String: User] = [:],
        attributes: [String: AttributeDefinition] = [:],
        groups: [String: [String]] = [:]
    ) {
        self.attributes = attributes
        self.groups = groups
        self.users = users.mapValues { user in
            var user = user
            user.allGroups = Self.closure(of: user.groups, in: groups)
            return user
        }
    }

    /// The groups and all that they are members of.
    package func groups(above names: [String]) -> Set<String> {
        Self.closure(of: names, in: groups)
    }

    private static func closure(
        of names: [String],
        in groups: [String: [String]]
    ) -> Set<String> {
        var found: Set<String> = []
        var waiting = names
        while let name = waiting.popLast() {
            guard found.insert(name).inserted else { continue }
            waiting += groups[name] ?? []
        }
        return found
    }
}
