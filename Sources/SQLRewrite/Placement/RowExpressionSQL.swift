// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

extension RowExpression {
    /// There is no SQL in it at all.
    var isEmpty: Bool { parts.allSatisfy { $0 == .sql("") } }

    /// The expression over a row that stands in FROM under that name.
    func sql(alias: String) -> String {
        parts.map { part in
            switch part {
            case .sql(let sql): sql
            case .column(let name): SQLText.qualified(alias, name)
            }
        }
        .joined()
    }
}

extension GovernedRelation {
    /// What is read in its place: the stored relation, or a query of ours.
    var sourceSQL: String {
        definition.map { "(" + $0 + ")" } ?? SQLText.qualified(physical.schema, physical.name)
    }

    /// A visible column as an item of the select list over the stored rows (R33).
    func selectItem(_ column: String, alias: String) -> String {
        guard let expression = expressions[column] else { return SQLText.qualified(alias, column) }
        return expression.sql(alias: alias) + " AS " + SQLText.identifier(column)
    }
}
