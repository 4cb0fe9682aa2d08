// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The conditions that a fence alone does not silence: the planner looks up statistics of all rows for
/// them, through sub-selects too (M8, M9).
extension StatementAnalysis {
    /// The leaky operands of top-level ANDs in WHERE, ON and HAVING, at every level.
    func leakyConditions() -> [Node] {
        var found: [Node] = []
        for level in levels {
            var conditions: [Node] = []
            var equalitiesStay: Set<Node> = []
            if let clause = tree.child(of: level.node, .whereClause) { conditions.append(clause) }
            if let clause = tree.child(of: level.node, .havingClause) { conditions.append(clause) }
            for join in level.joins {
                guard let quals = tree.child(of: join, .quals) else { continue }
                conditions.append(quals)
                if tree.value(join, .jointype, as: JoinType.self) == .full {
                    equalitiesStay.insert(quals)
                }
            }
            for condition in conditions {
                for conjunct in conjuncts(of: condition)
                where !expressions[conjunct - statement].isSafe {
                    // A full join needs an equality that it can see. Statistics are only asked
                    // whether values are equal, which cannot fail; the sides are behind the fence.
                    if equalitiesStay.contains(condition), isEquality(conjunct) { continue }
                    found.append(conjunct)
                }
            }
        }
        return found
    }

    private func isEquality(_ node: Node) -> Bool {
        tree.tag(node) == .aExpr && tree.value(node, .kind, as: AExprKind.self) == .op
            && tree.lastText(of: node, .name).text == "="
    }

    func conjuncts(of condition: Node) -> [Node] {
        guard tree.tag(condition) == .boolExpr,
            tree.value(condition, .boolop, as: BoolExprType.self) == .andExpr
        else { return [condition] }
        return Array(tree.list(of: condition, .args))
    }
}
