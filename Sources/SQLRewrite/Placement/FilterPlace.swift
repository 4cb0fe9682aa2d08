// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Where a filter goes (R30, R31).
enum FilterPlace: Hashable {
    /// The WHERE of a query level.
    case whereClause(SyntaxTree.Node)
    /// The ON of a join.
    case joinCondition(SyntaxTree.Node)
    /// No place in the client's own clauses is equivalent: a sub-select around the relation.
    case wrapped
}

extension StatementAnalysis {
    /// Walks from a reference to the root of its FROM clause.
    func place(of reference: Reference) -> FilterPlace {
        switch reference.relation.kind {
        case .table, .partitionedTable, .materializedView: break
        case .view, .foreignTable: return .wrapped
        }
        if context.form != .chosen || reference.hasColumnAliases || reference.relation.mustBeWrapped
        {
            return .wrapped
        }
        if case .all(let predicates) = reference.relation.filter,
            predicates.contains(where: { !$0.path.isEmpty })
        {
            return .wrapped
        }
        // The last condition passed that would do as well.
        var candidate = FilterPlace.wrapped
        var node = reference.node
        while let parent = tree.parent(of: node) {
            switch tree.tag(parent) {
            case .rangeTableSample: break
            case .joinExpr:
                let quals = tree.child(of: parent, .quals)
                let isLeft = tree.field(of: node) == .larg
                let type = tree.value(parent, .jointype, as: JoinType.self)
                switch (type, isLeft) {
                case (.inner, _):
                    if quals != nil { candidate = .joinCondition(parent) }
                    // An alias on the join hides the names inside from everything outside.
                    if tree.child(of: parent, .alias) != nil { return candidate }
                case (.left, true), (.right, false):
                    if tree.child(of: parent, .alias) != nil { return candidate }
                case (.left, false), (.right, true):
                    return quals == nil ? candidate : .joinCondition(parent)
                default: return candidate
                }
            case .selectStmt: return .whereClause(parent)
            default: return .wrapped
            }
            node = parent
        }
        return .wrapped
    }
}
