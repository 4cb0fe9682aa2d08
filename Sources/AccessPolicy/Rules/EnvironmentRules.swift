// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// How a primary connection hands its users on to environments and role connections.
package struct EnvironmentRules: Sendable, Equatable {
    /// What happens to a user whose attribute matches nothing.
    package enum NoMatch: String, Sendable, CaseIterable {
        case deny
        /// Omni's own behaviour, which sends unknown people to what is often the strongest role.
        case primary
    }

    package struct Environment: Sendable, Equatable {
        /// Name of the connection that serves it.
        package var connection: String
        /// Attribute values that route to it.
        package var values: [String]
        /// Who may pick it by name (`shop@shop_dev`) whatever the attribute says.
        package var grantedTo: [Principal]
        package var location: SourceLocation

        package init(
            connection: String,
            values: [String],
            grantedTo: [Principal],
            location: SourceLocation
        ) {
            self.connection = connection
            self.values = values
            self.grantedTo = grantedTo
            self.location = location
        }
    }

    package var userAttribute: String
    /// Values that mean the primary connection itself.
    package var defaultValues: [String]
    package var noMatch: NoMatch
    package var environments: [Environment]

    package init(
        userAttribute: String,
        defaultValues: [String],
        noMatch: NoMatch,
        environments: [Environment]
    ) {
        self.userAttribute = userAttribute
        self.defaultValues = defaultValues
        self.noMatch = noMatch
        self.environments = environments
    }
}
