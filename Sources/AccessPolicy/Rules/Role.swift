// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A connection role, weakest first; the strongest of all that reach a user counts, there is no denial.
package enum Role: String, Sendable, CaseIterable, Comparable {
    case noAccess = "no_access"
    case viewer
    case restrictedQuerier = "restricted_querier"
    case querier
    case modeler
    case connectionAdmin = "connection_admin"

    private var strength: Int {
        switch self {
        case .noAccess: 0
        case .viewer: 1
        case .restrictedQuerier: 2
        case .querier: 3
        case .modeler: 4
        case .connectionAdmin: 5
        }
    }

    /// The licence that Omni counts for it (omni-reference 8.1); an organisation's admin has another.
    package var licence: String {
        switch self {
        case .noAccess: "none"
        case .viewer: "Viewer"
        case .restrictedQuerier, .querier: "Creator"
        case .modeler, .connectionAdmin: "Admin/Developer"
        }
    }

    package static func < (left: Role, right: Role) -> Bool { left.strength < right.strength }
}

/// Whom a role or an environment is given to.
package enum Principal: Sendable, Hashable, CustomStringConvertible {
    case user(String)
    case group(String)

    /// Reads `user:<login>` or `group:<name>`; nil for anything else.
    package init?(_ text: String) {
        if text.hasPrefix("user:"), text.utf8.count > 5 {
            self = .user(String(text.dropFirst(5)))
        } else if text.hasPrefix("group:"), text.utf8.count > 6 {
            self = .group(String(text.dropFirst(6)))
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .user(let login): "user:\(login)"
        case .group(let name): "group:\(name)"
        }
    }

    /// Whether the user is meant, by login, through a group, or through a group that theirs is in.
    package func includes(_ user: User) -> Bool {
        switch self {
        case .user(let login): user.login == login
        case .group(let name): user.allGroups.contains(name)
        }
    }
}
