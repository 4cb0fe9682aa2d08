// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Reads a `search_path` as the server does (postgres/postgres:src/backend/utils/adt/varlena.c,
/// `SplitIdentifierString`).
package enum SearchPath {
    /// The schemas of a search path, in order.
    ///
    /// - Parameter text: Names between commas, quoted where they need it.
    /// - Returns: Folded names, without `$user` and without `pg_catalog`, which is searched anyway.
    package static func schemas(_ text: String) -> [String] {
        var names: [String] = []
        var name = ""
        var isQuoted = false
        var wasQuoted = false
        var previousWasQuote = false
        for character in text + "," {
            if isQuoted {
                if character == "\"" {
                    isQuoted = false
                    previousWasQuote = true
                    continue
                }
                name.append(character)
            } else if character == "\"" {
                // Two quotes inside a quoted name are one.
                if previousWasQuote { name.append(character) }
                isQuoted = true
                wasQuoted = true
            } else if character == "," {
                let plain = wasQuoted ? name : folded(name)
                if !plain.isEmpty, plain != "$user", plain != "pg_catalog" { names.append(plain) }
                name = ""
                wasQuoted = false
            } else if !(character == " " && (wasQuoted || name.isEmpty)) {
                name.append(character)
            }
            previousWasQuote = false
        }
        return names
    }

    private static func folded(_ name: String) -> String {
        var bytes = Array(name.utf8)
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        for index in bytes.indices
        where (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index]) {
            bytes[index] |= 0x20
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
