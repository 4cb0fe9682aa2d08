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
        let fromAlias = reader.string("join_from_view_as")
        let condition = reader.string("on_sql")
        let restriction = reader.string("where_sql")
        let type = reader.string("join_type")
        let multiplicity = reader.string("relationship_type")
        let isReversible = reader.boolean("reversible") ?? false
        reader.finishModelObject(presentation: [
            "join_to_view_as_label", "join_from_view_as_label",
        ])
        guard let from, let to else { return nil }
        // A further condition of the join would have to travel with it; without it the join is another.
        let isPlain = restriction == nil && fromAlias == nil
        var relationship = Relationship(
            fromView: from,
            toView: to,
            alias: alias,
            isReversible: isReversible,
            equalities: isPlain ? condition.flatMap(equalities) : nil,
            location: reader.location
        )
        relationship.fromAlias = fromAlias
        var problem: String?
        if let type {
            if let known = joinTypes[type] {
                relationship.joinType = known
            } else if let (forward, reversed) = directionalTypes[type] {
                relationship.joinType = forward
                relationship.reversedJoinType = reversed
            } else {
                problem = "its join_type \"\(type)\" is not known"
            }
        }
        if let multiplicity {
            if let known = multiplicities[multiplicity] {
                relationship.multiplicity = known
            } else {
                problem = "its relationship_type \"\(multiplicity)\" is not known"
            }
        } else if relationship.joinType == .cross {
            relationship.multiplicity = .init(isToOne: false, isFromOne: false)
        }
        func sql(_ text: String?, _ key: String) -> ModelSQL? {
            guard let text else { return nil }
            do throws(ModelSQL.Problem) {
                return try ModelSQL(text, location: reader.location(of: key))
            } catch {
                problem = problem ?? "its \(key) \(error.reason)"
                return nil
            }
        }
        relationship.condition = sql(condition, "on_sql")
        relationship.restriction = sql(restriction, "where_sql")
        if relationship.condition == nil, relationship.joinType != .cross {
            problem = problem ?? "it has no on_sql"
        }
        relationship.problem = problem
        return relationship
    }

    private static let joinTypes: [String: Relationship.JoinType] = [
        "always_left": .left, "left": .left, "always_inner": .inner, "inner": .inner,
        "full_outer": .full, "cross": .cross, "always_right": .right, "right": .right,
    ]

    /// Those that mean another join in the other direction.
    private static let directionalTypes:
        [String: (Relationship.JoinType, reversed: Relationship.JoinType)] = [
            "left_right": (.left, reversed: .right), "right_left": (.right, reversed: .left),
        ]

    private static let multiplicities: [String: Relationship.Multiplicity] = [
        "one_to_one": .init(isToOne: true, isFromOne: true),
        "many_to_one": .init(isToOne: true, isFromOne: false),
        "assumed_many_to_one": .init(isToOne: true, isFromOne: false),
        "one_to_many": .init(isToOne: false, isFromOne: true),
        "many_to_many": .init(isToOne: false, isFromOne: false),
    ]

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
