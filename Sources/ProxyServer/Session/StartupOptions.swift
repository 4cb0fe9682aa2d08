// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors

/// The `options` of a startup packet, read as the server reads its command line
/// (postgres/postgres:src/backend/utils/init/postinit.c, `pg_split_opts`).
enum StartupOptions {
    /// - Returns: Names and values in order.
    /// - Throws: 42601 for anything but `-c name=value`, `-cname=value` and `--name=value`.
    static func parse(_ options: String) throws(ProxyError) -> [(name: String, value: String)] {
        var settings: [(name: String, value: String)] = []
        var words = split(options)[...]
        while let word = words.popFirst() {
            let assignment: Substring
            if word == "-c" {
                guard let next = words.popFirst() else { throw malformed(word) }
                assignment = next[...]
            } else if word.hasPrefix("-c") || word.hasPrefix("--") {
                assignment = word.dropFirst(2)
            } else {
                throw malformed(word)
            }
            guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
                throw malformed(word)
            }
            // The server takes dashes in names for underscores.
            let name = assignment[..<equals].replacing("-", with: "_")
            settings.append((String(name), String(assignment[assignment.index(after: equals)...])))
        }
        return settings
    }

    private static func malformed(_ word: String) -> ProxyError {
        ProxyError(
            .syntaxError,
            "invalid command-line argument for server process: \(word)",
            hint: "Only settings may be given: -c name=value."
        )
    }

    /// Splits at white space; a backslash makes the character after it an ordinary one.
    private static func split(_ options: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isEscaped = false
        var hasWord = false
        for character in options {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
                hasWord = true
            } else if character.isWhitespace {
                if hasWord { words.append(word) }
                word = ""
                hasWord = false
            } else {
                word.append(character)
                hasWord = true
            }
        }
        if hasWord { words.append(word) }
        return words
    }
}
