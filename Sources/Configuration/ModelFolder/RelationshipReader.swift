// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `relationships.yaml`: a list of joins between views.
enum RelationshipReader {
    static func relationships(_ root: Setting, log: ProblemLog) -> [Relationship] {
        switch root.value {
        case .array(let elements):
            return elements.compactMap { relationship(SettingReader($0, log: log)) }
        case .table(let entries) where entries.isEmpty:
            return []
        case .table, .scalar:
            log.report("expected a list of relationships, found \(root.kindName)", at: root)
            return []
        }
    }

    private static func relationship(_ reader: SettingReader) -> Relationship? {
        let from = reader.requiredString("join_from_view")
        let to = reader.requiredString("join_to_view")
        let alias = reader.string("join_to_view_as")
        let condition = reader.string("on_sql")
        // A further condition of the join would have to travel with it; without it the join is another.
        let restriction = reader.setting("where_sql")
        let renamesFrom = reader.setting("join_from_view_as") != nil
        let isReversible = reader.boolean("reversible") ?? false
        reader.finishModelObject(presentation: [
            "join_type", "relationship_type", "join_to_view_as_label", "join_from_view_as_label",
        ])
        guard let from, let to else { return nil }
        let isPlain = restriction == nil && !renamesFrom
        return Relationship(
            fromView: from,
            toView: to,
            alias: alias,
            isReversible: isReversible,
            equalities: isPlain ? condition.flatMap(equalities) : nil,
            location: reader.location
        )
    }

    /// Reads a conjunction of `${a.x} = ${b.y}`; nil for anything else.
    static func equalities(_ condition: String) -> [Relationship.Equality]? {
        var rest = condition.trimmedSubstring
        var equalities: [Relationship.Equality] = []
        while true {
            guard let left = reference(&rest), take("=", from: &rest),
                let right = reference(&rest)
            else { return nil }
            equalities.append(Relationship.Equality(left: left, right: right))
            if rest.isEmpty { return equalities }
            guard take("AND", from: &rest) else { return nil }
        }
    }

    /// Takes `${view.field}` from the front.
    private static func reference(_ rest: inout Substring) -> FieldReference? {
        guard rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") else { return nil }
        let name = rest[..<end].dropFirst(2).trimmed
        rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
        guard !name.contains(where: { $0.isWhitespace || "${}[]".contains($0) }),
            let reference = FieldReference(name), reference.view != nil
        else { return nil }
        return reference
    }

    private static func take(_ word: String, from rest: inout Substring) -> Bool {
        guard rest.prefix(word.count).uppercased() == word else { return false }
        rest = rest.dropFirst(word.count).drop { $0.isWhitespace }
        return true
    }
}

extension String {
    fileprivate var trimmedSubstring: Substring { self[...].trimmed[...] }
}
