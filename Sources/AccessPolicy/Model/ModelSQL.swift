// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// SQL of a model, cut into its own text, its references to fields and its user attributes.
///
/// `${view.field}`, `${field}` and `${field[month]}` are references, `{{omni_attributes.x}}` is an
/// attribute. Comments are left out. The text between is not understood here.
package struct ModelSQL: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case sql(String)
        case field(FieldName)
        /// A user attribute, by its reference; it becomes one literal (A-3).
        case attribute(String)
    }

    /// Why a text cannot be read, in words that complete "its SQL".
    package struct Problem: Error, Sendable, Hashable {
        package var reason: String
    }

    package var parts: [Part]
    package var location: SourceLocation

    package init(parts: [Part], location: SourceLocation) {
        self.parts = parts
        self.location = location
    }

    package init(_ text: String, location: SourceLocation) throws(Problem) {
        var scanner = ModelSQLScanner(text)
        parts = try scanner.parts()
        self.location = location
    }

    /// The fields that it names.
    package var fields: [FieldName] {
        parts.compactMap { part in
            if case .field(let name) = part { name } else { nil }
        }
    }
}

/// A field as a model or a client names it: `view.field`, `field`, either with a time frame behind it.
package struct FieldName: Sendable, Hashable, CustomStringConvertible {
    package var view: String?
    package var field: String
    /// Such as `month`.
    package var frame: String?

    package init(view: String? = nil, field: String, frame: String? = nil) {
        self.view = view
        self.field = field
        self.frame = frame
    }

    package init?(_ text: String) {
        var name = text[...]
        if name.last == "]" {
            guard let open = name.lastIndex(of: "[") else { return nil }
            frame = String(name[name.index(after: open)...].dropLast())
            name = name[..<open]
            if frame?.isEmpty != false { return nil }
        }
        guard let reference = FieldReference(String(name)),
            !name.contains(where: { $0.isWhitespace || "${}[]\"'".contains($0) })
        else { return nil }
        view = reference.view
        field = reference.field
    }

    package var description: String {
        (view.map { "\($0)." } ?? "") + field + (frame.map { "[\($0)]" } ?? "")
    }
}

/// Finds references in SQL text: outside of comments, and whole where quotes are around them.
private struct ModelSQLScanner {
    private let characters: [Character]
    private var index = 0
    private var text = ""
    private var result: [ModelSQL.Part] = []

    init(_ text: String) {
        // One Character can be a line end of two bytes; nothing here depends on which.
        characters = Array(text)
    }

    mutating func parts() throws(ModelSQL.Problem) -> [ModelSQL.Part] {
        while index < characters.count {
            switch characters[index] {
            case "'", "\"": try copyQuoted(characters[index])
            case "-" where follows("--"): skipLine()
            case "/" where follows("/*"): try skipComment()
            case "$" where follows("${"): try takeField()
            case "$": try takeDollar()
            case "{" where follows("{{"): try takeAttribute()
            case let character:
                text.append(character)
                index += 1
            }
        }
        flush()
        return result
    }

    private func follows(_ mark: String) -> Bool {
        let mark = Array(mark)
        return index + mark.count <= characters.count
            && Array(characters[index..<(index + mark.count)]) == mark
    }

    private mutating func flush() {
        if !text.isEmpty { result.append(.sql(text)) }
        text = ""
    }

    private mutating func copyQuoted(_ quote: Character) throws(ModelSQL.Problem) {
        var inside = ""
        var end = index + 1
        while true {
            guard end < characters.count else {
                throw .init(reason: "has a quote that is not closed")
            }
            if characters[end] == quote {
                guard end + 1 < characters.count, characters[end + 1] == quote else { break }
                inside += [quote, quote]
                end += 2
                continue
            }
            inside.append(characters[end])
            end += 1
        }
        index = end + 1
        if quote == "'", inside.hasPrefix("{{"), inside.hasSuffix("}}"),
            !inside.dropFirst(2).dropLast(2).contains("{")
        {
            // The quotes are part of what the literal replaces (A-3).
            try append(attribute: inside.dropFirst(2).dropLast(2))
            return
        }
        guard !inside.contains("{{"), !inside.contains("${") else {
            throw .init(reason: "has a reference inside quotes")
        }
        if let last = text.last, quote == "'", "eE".contains(last), inside.contains("\\") {
            throw .init(reason: "has a string with escapes")
        }
        text += [quote] + inside + [quote]
    }

    private mutating func skipLine() {
        while index < characters.count, !characters[index].isNewline { index += 1 }
        text.append(" ")
    }

    private mutating func skipComment() throws(ModelSQL.Problem) {
        index += 2
        while index < characters.count, !follows("*/") {
            guard !follows("/*") else { throw .init(reason: "has a comment in a comment") }
            index += 1
        }
        guard index < characters.count else { throw .init(reason: "has a comment without end") }
        index += 2
        text.append(" ")
    }

    private mutating func takeField() throws(ModelSQL.Problem) {
        let end = characters[index...].firstIndex(of: "}") ?? characters.endIndex
        guard end < characters.endIndex,
            let name = FieldName(Self.withoutBlanks(characters[(index + 2)..<end]))
        else { throw .init(reason: "has a reference that is no field") }
        flush()
        result.append(.field(name))
        index = end + 1
    }

    /// `$1` and dollar quotes have no place in a model.
    private mutating func takeDollar() throws(ModelSQL.Problem) {
        let isInName = text.last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
        guard isInName else { throw .init(reason: "has a dollar sign") }
        text.append("$")
        index += 1
    }

    private mutating func takeAttribute() throws(ModelSQL.Problem) {
        var end = index + 2
        while end + 1 < characters.count, !(characters[end] == "}" && characters[end + 1] == "}") {
            end += 1
        }
        guard end + 1 < characters.count else { throw .init(reason: "has a template without end") }
        try append(attribute: characters[(index + 2)..<end])
        index = end + 2
    }

    private mutating func append(
        attribute: some Collection<Character>
    ) throws(ModelSQL.Problem) {
        let name = Self.withoutBlanks(attribute)
        let prefix = "omni_attributes."
        guard name.hasPrefix(prefix), name.count > prefix.count,
            !name.contains(where: { $0.isWhitespace || "{}#^/&>'\"".contains($0) })
        else { throw .init(reason: "has a template that is no user attribute: {{\(name)}}") }
        flush()
        result.append(.attribute(String(name.dropFirst(prefix.count))))
    }

    private static func withoutBlanks(_ text: some Collection<Character>) -> String {
        var rest = Array(text)[...]
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
