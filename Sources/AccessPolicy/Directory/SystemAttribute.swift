// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The attributes every user has without anybody assigning them (omni-reference 1.3).
package enum SystemAttribute: String, Sendable, CaseIterable {
    /// The login: a file of users knows no other identifier.
    case userID = "omni_user_id"
    /// The login when it is an e-mail address.
    case email = "omni_user_email"
    case name = "omni_user_name"
    case groups = "omni_user_groups"
    /// `"true"` or `"false"`.
    case isOrgAdmin = "omni_is_org_admin"

    /// No attribute of an organisation may begin like this.
    package static let prefix = "omni_"

    package func values(of user: User) -> [String] {
        switch self {
        case .userID: [user.login]
        case .email: user.login.contains("@") ? [user.login] : []
        case .name: user.name.map { [$0] } ?? []
        case .groups: user.groups
        case .isOrgAdmin: [user.isOrgAdmin ? "true" : "false"]
        }
    }
}

extension Directory {
    /// Whether the name is that of a defined or a system attribute.
    package func knowsAttribute(_ name: String) -> Bool {
        attributes[name] != nil || SystemAttribute(rawValue: name) != nil
    }

    /// The values of a user: assigned, else default, else absent; and the system attributes.
    ///
    /// An empty string, or an empty list, is no value (omni-reference 1.2).
    package func attributeValues(of user: User) -> [String: [String]] {
        var values: [String: [String]] = [:]
        for (name, definition) in attributes {
            let assigned = Self.present(user.attributes[name])
            values[name] = assigned ?? Self.present(definition.defaultValues)
        }
        for attribute in SystemAttribute.allCases {
            values[attribute.rawValue] = Self.present(attribute.values(of: user))
        }
        return values
    }

    private static func present(_ values: [String]?) -> [String]? {
        guard let values, !values.isEmpty, values != [""] else { return nil }
        return values
    }
}
