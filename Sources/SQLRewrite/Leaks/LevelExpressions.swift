// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The expressions of one level, and which of them stand where they may run on hidden rows (R42).
extension StatementAnalysis {
    mutating func close(_ index: Int) throws(ProxyError) {
        let level = levels[index]
        for child in level.children {
            levels[index].dependencies.formUnion(levels[child].dependencies)
        }
        for item in level.items { levels[index].reads.formUnion(reads(ofItem: item)) }
        // Backwards through the flat tree operands come before what uses them.
        var child = level.children.count - 1
        var node = tree.end(of: level.node) - 1
        while node >= level.node {
            if child >= 0, isInside(node, levels[level.children[child]].node) {
                node = levels[level.children[child]].node - 1
                child -= 1
                continue
            }
            // Names and the values of constants are no expressions.
            switch tree.tag(node) {
            case .string, .integer, .float, .boolean, .bitString, .aStar, .null:
                node -= 1
                continue
            default: break
            }
            let expression = try evaluate(node, in: index)
            expressions[node - statement] = expression
            if expression.canRaise { levels[index].canRaise = true }
            if expression.hasColumn {
                levels[index].dependencies.formUnion(expression.dependencies)
            }
            node -= 1
        }
        if levelRaises(index) { levels[index].canRaise = true }
        for child in level.children where levels[child].role == .arm {
            levels[index].reads.formUnion(levels[child].reads)
        }
        findExposures(index)
        levels[index].columns = try outputColumns(of: index)
    }

    /// The filtered references that an item of FROM reads.
    func reads(ofItem index: Int) -> ReferenceSet {
        switch items[index].source {
        case .relation(let reference): bit(ofReference: reference)
        case .query(let level): levels[level].reads
        case .function, .join: []
        }
    }

    /// What an item's row as a whole depends on.
    func dependencies(ofItem index: Int) -> ReferenceSet {
        columns(ofItem: index).reduce(into: reads(ofItem: index)) {
            $0.formUnion($1.dependencies)
        }
    }

    private mutating func findExposures(_ index: Int) {
        let level = levels[index]
        // It may run before a semi-join has dropped the row that asks for it (R97). The select list
        // that the client sees never does.
        if level.isOutermost ? fromRaises(index) : level.canRaise { hasInnerLeak = true }
        if let condition = tree.child(of: level.node, .whereClause) {
            for conjunct in conjuncts(of: condition) { exposeCondition(conjunct, in: index) }
        }
        for join in level.joins {
            guard let condition = tree.child(of: join, .quals) else { continue }
            for conjunct in conjuncts(of: condition) { exposeCondition(conjunct, in: index) }
        }
        if let having = tree.child(of: level.node, .havingClause) {
            for conjunct in conjuncts(of: having) { exposeHaving(conjunct, in: index) }
        }
        for item in tree.list(of: level.node, .sortClause) {
            if level.isOutermost {
                noteOutermost(item, in: index)
            } else if expressions[item - statement].isExposable {
                exposeToFence(item, in: index)
            }
        }
        if tree.child(of: level.node, .sortClause) != nil, hasDistanceOperator(index) {
            hasInnerLeak = true
            fence(level.isOutermost ? level.dependencies : .all)
        }
        for item in tree.list(of: level.node, .targetList) {
            if level.isOutermost {
                noteOutermost(item, in: index, isLate: isLate(item, in: index))
            } else if expressions[item - statement].leaksBelowGrouping {
                exposeTarget(item, in: index)
            }
        }
        for field in Self.otherClauses {
            for item in tree.list(of: level.node, field) {
                if level.isOutermost {
                    noteOutermost(item, in: index)
                } else if expressions[item - statement].leaksBelowGrouping {
                    exposeToFence(item, in: index)
                }
            }
        }
    }

    private static let otherClauses: [NodeField] = [
        .groupClause, .distinctClause, .windowClause, .valuesLists,
    ]

    /// No index orders by these.
    private static let ordinaryOperators: Set<String> = [
        "+", "-", "*", "/", "%", "^", "||", "=", "<>", "<", "<=", ">", ">=", "->", "->>", "#>",
        "#>>", "~~", "!~~", "~~*", "!~~*", "~", "~*", "!~", "!~*", "&", "|", "#", "@>", "<@", "&&",
    ]

    /// What runs above every filter of the statement matters to semi-joins alone (R97).
    mutating func noteOutermost(_ node: Node, in level: Int, isLate: Bool = false) {
        let expression = expressions[node - statement]
        guard !expression.isSafe || expression.canRaise else { return }
        let dependencies = dependencies(of: expression, in: level)
        if isLate {
            lateLeaks.formUnion(dependencies)
        } else {
            outermostLeaks.formUnion(dependencies)
        }
    }

    /// An ordering by distance may be computed in an index, before the filter (M7); the operators that
    /// can be are not told apart from others that nobody knows.
    private func hasDistanceOperator(_ index: Int) -> Bool {
        let level = levels[index]
        for field in [NodeField.targetList, .sortClause, .distinctClause] {
            for item in tree.list(of: level.node, field) {
                for node in item..<tree.end(of: item) where tree.tag(node) == .aExpr {
                    guard let name = tree.texts(of: node, .name)?.last,
                        Self.ordinaryOperators.contains(name)
                    else { return true }
                }
            }
        }
        return false
    }
}
