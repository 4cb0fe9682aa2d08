// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Users and the definitions of their attributes.
package struct Directory: Sendable, Equatable {
    /// By login.
    package var users: [String: User]
    /// By name; system attributes (`omni_…`) are implied and never stand here.
    package var attributes: [String: AttributeDefinition]

    package init(users: [String: User] = [:], attributes: [String: AttributeDefinition] = [:]) {
        self.users = users
        self.attributes = attributes
    }
}
