// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// One thing that `omniproxy check` tells an administrator.
package struct Finding: Sendable, Hashable, Encodable, CustomStringConvertible {
    package enum Severity: String, Sendable, Encodable {
        /// Users will be refused, or the configuration cannot be used.
        case error
        /// Protection is weaker than it looks.
        case warning
        /// Worth knowing.
        case note
    }

    package var severity: Severity
    /// What it is about, such as `shop: view orders`.
    package var subject: String
    package var message: String
    /// Nil: a database says so, no file.
    package var place: SourceLocation?

    package init(
        _ severity: Severity,
        _ subject: String,
        _ message: String,
        at place: SourceLocation? = nil
    ) {
        self.severity = severity
        self.subject = subject
        self.message = message
        self.place = place
    }

    package var description: String {
        let place = place.map { "\($0): " } ?? ""
        return "\(severity.rawValue): \(place)\(subject): \(message)"
    }
}
