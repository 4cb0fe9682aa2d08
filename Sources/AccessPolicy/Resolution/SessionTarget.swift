// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where a login leads, before the catalog of that place is known.
package struct SessionTarget: Sendable, Equatable {
    /// `environment` names the connection whose backends, and whose catalog, serve the session.
    package var identity: PolicyIdentity
    /// Names of the extensions applied to the connection's model, in order; empty: the model itself.
    package var extensions: [String]
    /// Effective role; `identity.role` is its name.
    package var role: Role
    /// Attribute values with system attributes; an attribute without a value is absent.
    package var attributes: [String: [String]]

    package init(
        identity: PolicyIdentity,
        extensions: [String] = [],
        role: Role,
        attributes: [String: [String]]
    ) {
        self.identity = identity
        self.extensions = extensions
        self.role = role
        self.attributes = attributes
    }
}
