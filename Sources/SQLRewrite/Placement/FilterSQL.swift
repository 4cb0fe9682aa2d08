// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Row filters as SQL that no search_path and no implicit conversion can change the meaning of:
/// columns carry the alias, operators and types their schema, constants their type (R28, R29).
struct FilterSQL {
    /// What the filtered relation is called at the place of the filter.
    let alias: String

    /// One condition per predicate; they are to be ANDed, and none of them is an AND itself.
    func conditions(_ predicates: [FilterPredicate]) -> [String] {
        predicates.map { predicate in
            condition(predicate, over: alias, steps: predicate.path[...], level: 1)
        }
    }

    private func condition(
        _ predicate: FilterPredicate,
        over alias: String,
        steps: ArraySlice<RelationshipStep>,
        level: Int
    ) -> String {
        guard let step = steps.first else {
            return Self.test(
                SQLText.qualified(alias, predicate.column.name),
                predicate.column.type,
                predicate.condition
            )
        }
        let target = innerAlias(level)
        var parts = step.columns.map { pair in
            SQLText.qualified(target, pair.to.name) + " OPERATOR(pg_catalog.=) "
                + SQLText.qualified(alias, pair.from.name)
        }
        parts.append(
            condition(predicate, over: target, steps: steps.dropFirst(), level: level + 1)
        )
        // A semi-join: it never multiplies rows, and an inner alias cannot take the outer one (M16).
        return "EXISTS (SELECT 1 FROM "
            + SQLText.qualified(step.target.schema, step.target.name)
            + " AS \(SQLText.identifier(target)) WHERE " + parts.joined(separator: " AND ") + ")"
    }

    private func innerAlias(_ level: Int) -> String {
        let name = "omni_\(level)"
        return name == alias ? "omni_\(level)_" : name
    }

    /// Beyond so many patterns no plan uses an index for each, and an array is read faster.
    private static let patternsInORMax = 16

    private static func test(
        _ column: String,
        _ type: Catalog.TypeName,
        _ condition: FilterPredicate.Condition
    ) -> String {
        // Labels are compared as text: a value that is none of them raises nothing.
        let column = type.isEnum ? column + "::pg_catalog.text" : column
        let typeName =
            type.isEnum ? "pg_catalog.text" : SQLText.qualified(type.schema, type.name)
        switch condition {
        case .equalsAny(let values) where values.count == 1:
            return column + " OPERATOR(pg_catalog.=) " + SQLText.literal(values[0]) + "::"
                + typeName
        case .equalsAny(let values):
            return column + " OPERATOR(pg_catalog.=) ANY (" + SQLText.arrayLiteral(values) + "::"
                + typeName + "[])"
        case .likeAny(let patterns) where patterns.count > patternsInORMax:
            return column + " OPERATOR(pg_catalog.~~) ANY ("
                + SQLText.arrayLiteral(patterns.map(Self.closed)) + "::pg_catalog.text[])"
        case .likeAny(let patterns):
            let tests = patterns.map { pattern in
                column + " OPERATOR(pg_catalog.~~) " + SQLText.literal(Self.closed(pattern))
                    + "::pg_catalog.text"
            }
            // In parentheses: inside a semi-join it stands beside an AND.
            return tests.count == 1 ? tests[0] : "(" + tests.joined(separator: " OR ") + ")"
        }
    }

    /// A pattern whose last escape has something to escape: a lone one at the end would raise on the
    /// first row that reaches it, hidden or not (M8).
    private static func closed(_ pattern: String) -> String {
        let backslashes = pattern.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        return backslashes.isMultiple(of: 2) ? pattern : pattern + "\\"
    }
}
