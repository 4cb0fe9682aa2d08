// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Everything in a statement that could be a name, found without parsing it: the statement may be one
/// that is refused.
struct StatementNames {
    private struct Name: Hashable {
        var qualifier: String?
        var name: String
    }

    private var names: Set<Name> = []

    init(_ statement: String) {
        var rest = Array(statement)[...]
        var qualifier: String?
        var last: String?
        while let first = rest.first {
            if Self.isPart(first) {
                let word = rest.prefix(while: Self.isPart)
                rest = rest.dropFirst(word.count)
                last = String(word).lowercased()
            } else if first == "\"" {
                let quoted = rest.dropFirst().prefix { $0 != "\"" }
                rest = rest.dropFirst(quoted.count + 2)
                last = String(quoted).lowercased()
            } else {
                rest = rest.dropFirst()
                qualifier = first == "." ? last : nil
                last = nil
                continue
            }
            if let last { names.insert(Name(qualifier: qualifier, name: last)) }
            qualifier = nil
        }
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "$"
    }

    /// Whether the statement may mean a relation: by its name alone, or behind its schema.
    func mention(_ name: String, in schema: String?) -> Bool {
        let name = name.lowercased()
        return names.contains(Name(qualifier: nil, name: name))
            || names.contains(Name(qualifier: schema?.lowercased(), name: name))
    }
}
