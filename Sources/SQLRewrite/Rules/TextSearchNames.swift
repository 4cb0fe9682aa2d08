// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Arguments that name an object of text search (R63).
///
/// The server looks such a name up in any schema it is qualified with, and its answer tells whether the
/// schema exists; only names of its own are passed on, and only as literals.
extension StatementAnalysis {
    func checkTextSearchName(
        _ function: String,
        _ arguments: [Node],
        _ types: [TypeID],
        at node: Node
    ) throws(ProxyError) {
        let allowed: Set<String>
        var kind = "configuration"
        switch function {
        case "to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery",
            "websearch_to_tsquery":
            guard arguments.count == 2 else { return }
            allowed = Self.configurations
        case "json_to_tsvector", "jsonb_to_tsvector":
            guard arguments.count == 3 else { return }
            allowed = Self.configurations
        case "ts_headline":
            guard arguments.count > 2 else { return }
            // A document of known type in front: the overload without a configuration.
            if arguments.count == 3, types[0].isKnown { return }
            allowed = Self.configurations
        case "ts_lexize":
            allowed = Self.dictionaries
            kind = "dictionary"
        case "ts_parse", "ts_token_type":
            allowed = ["default"]
            kind = "parser"
        default: return
        }
        if let first = arguments.first, let name = literal(first) {
            if allowed.contains(name) { return }
            // One that somebody made is not told from none (R77).
            if name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_") }) {
                throw failure(
                    .undefinedObject,
                    "text search \(kind) \"\(name.lowercased())\" does not exist",
                    at: first
                )
            }
        }
        throw failure(
            .insufficientPrivilege,
            "permission denied for function \(function)",
            at: node
        )
    }

    /// A string constant without `pg_catalog.` in front.
    private func literal(_ node: Node) -> String? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val),
            tree.tag(value) == .string, let text = tree.string(value, .sval)
        else { return nil }
        let schema = "pg_catalog."
        return text.hasPrefix(schema) ? String(text.dropFirst(schema.count)) : text
    }

    private static let languages = [
        "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish",
        "french",
        "german", "greek", "hindi", "hungarian", "indonesian", "irish", "italian", "lithuanian",
        "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian", "spanish", "swedish",
        "tamil", "turkish", "yiddish",
    ]

    private static let configurations = Set(languages + ["simple"])

    private static let dictionaries = Set(languages.map { $0 + "_stem" } + ["simple"])
}
