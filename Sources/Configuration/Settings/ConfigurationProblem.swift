// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy

/// One thing wrong, or worth knowing, in a configuration; prints as
/// `proxy.conf:42: connections.shop.pool_sizee: unknown key`.
package struct ConfigurationProblem: Error, Sendable, Hashable, CustomStringConvertible {
    package var location: SourceLocation
    /// The dotted path of the key; empty when the place is not a key.
    package var key: String
    package var message: String

    package init(location: SourceLocation, key: String, message: String) {
        self.location = location
        self.key = key
        self.message = message
    }

    package var description: String {
        key.isEmpty ? "\(location): \(message)" : "\(location): \(key): \(message)"
    }
}

/// Everything that keeps a configuration from being used, found in one pass.
package struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Never empty; by file and line.
    package var problems: [ConfigurationProblem]

    package init(problems: [ConfigurationProblem]) {
        self.problems = problems
    }

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
