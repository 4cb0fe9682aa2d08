// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// An Omni user as the directory knows it.
package struct User: Sendable, Equatable {
    /// What a client sends as `user`; usually an e-mail address.
    package var login: String
    /// The display name; nil when none is given.
    package var name: String?
    /// `SCRAM-SHA-256$<iterations>:<salt>$<stored key>:<server key>`, checked for its form; nil: no
    /// login by password.
    package var passwordVerifier: String?
    /// Names of groups, in the order written.
    package var groups: [String]
    /// The groups and all that they are members of: what roles are given by.
    package var allGroups: Set<String>
    /// Values assigned to this user; an attribute that is not here falls back to its default.
    package var attributes: [String: [String]]
    /// An inactive user fails to log in exactly as an unknown one does (28P01).
    package var isActive: Bool
    package var isOrgAdmin: Bool
    package var location: SourceLocation

    package init(
        login: String,
        name: String? = nil,
        passwordVerifier: String? = nil,
        groups: [String] = [],
        attributes: [String: [String]] = [:],
        isActive: Bool = true,
        isOrgAdmin: Bool = false,
        location: SourceLocation
    ) {
        self.login = login
        self.name = name
        self.passwordVerifier = passwordVerifier
        self.groups = groups
        allGroups = Set(groups)
        self.attributes = attributes
        self.isActive = isActive
        self.isOrgAdmin = isOrgAdmin
        self.location = location
    }
}
