// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a client sends as its database: `connection`, `connection@environment`, `connection:model` or
/// `connection:model@environment`.
package struct DatabaseName: Sendable, Hashable {
    package var connection: String
    package var model: String?
    package var environment: String?

    /// Reads a database name; nil when a part is empty.
    ///
    /// Names of connections hold neither sign, so that the first one ends the connection; a model's
    /// name may hold an `@`, so that the last one starts the environment.
    package init?(_ text: String) {
        guard let sign = text.firstIndex(where: { $0 == ":" || $0 == "@" }) else {
            guard !text.isEmpty else { return nil }
            connection = text
            return
        }
        connection = String(text[..<sign])
        let rest = text[text.index(after: sign)...]
        if text[sign] == "@" {
            environment = String(rest)
        } else if let at = rest.lastIndex(of: "@") {
            model = String(rest[..<at])
            environment = String(rest[rest.index(after: at)...])
        } else {
            model = String(rest)
        }
        guard !connection.isEmpty, model?.isEmpty != true, environment?.isEmpty != true else {
            return nil
        }
    }
}
