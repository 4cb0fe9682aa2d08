// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// A fence keeps the user's conditions away from the relation's indexes; safe ones are therefore
/// repeated inside it (R50, M23). They also stay outside, so repeating one can only cost time.
extension StatementAnalysis {
    /// Top-level operands of ANDs that mean the same inside the reference's own sub-select.
    func copiableConditions(for reference: Reference) -> [Node] {
        guard !reference.hasColumnAliases, let item = itemOfNode[reference.node] else { return [] }
        return conditionsThatFilter(reference).flatMap { conjuncts(of: $0) }.filter {
            isCopiable($0, item, reference.relation)
        }
    }

    /// The clauses whose rows a reference loses when it fails them: the same walk as for its filter.
    private func conditionsThatFilter(_ reference: Reference) -> [Node] {
        var found: [Node] = []
        var node = reference.node
        while let parent = tree.parent(of: node) {
            switch tree.tag(parent) {
            case .rangeTableSample: break
            case .joinExpr:
                let quals = tree.child(of: parent, .quals)
                let isLeft = tree.field(of: node) == .larg
                switch (tree.value(parent, .jointype, as: JoinType.self), isLeft) {
                case (.inner, _):
                    if let quals { found.append(quals) }
                case (.left, true), (.right, false): break
                case (.left, false), (.right, true):
                    if let quals { found.append(quals) }
                    return found
                default: return found
                }
                // Outside of an alias the names are others.
                if tree.child(of: parent, .alias) != nil { return found }
            case .selectStmt:
                if let clause = tree.child(of: parent, .whereClause) { found.append(clause) }
                return found
            default: return found
            }
            node = parent
        }
        return found
    }

    private func isCopiable(_ conjunct: Node, _ item: Int, _ relation: GovernedRelation) -> Bool {
        guard expressions[conjunct - statement].isSafe else { return false }
        if substitutions.contains(where: { isInside($0.node, conjunct) }) { return false }
        var hasColumn = false
        for node in conjunct..<tree.end(of: conjunct) {
            switch tree.tag(node) {
            case .columnRef:
                // Inside, a masked column would be the stored one (T15).
                guard let owner = owner(of: node), owner.item == item,
                    relation.expressions[owner.column] == nil
                else { return false }
                hasColumn = true
            case .subLink, .selectStmt, .sqlValueFunction, .aIndirection: return false
            case .funcCall, .typeName, .aExpr:
                // Names that are rewritten are left where they are.
                if virtualValues.contains(where: { $0.node == node })
                    || qualifiedNames.contains(where: { $0.node == node })
                    || userOperators.contains(where: { $0.node == node })
                {
                    return false
                }
            default: break
            }
        }
        return hasColumn
    }
}
