// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The expressions of one level, and which of them stand where they may run on hidden rows (R42).
extension StatementAnalysis {
    mutating func close(_ index: Int) throws(ProxyError) {
        let level = levels[index]
        // Backwards through the flat tree operands come before what uses them.
        var child = level.children.count - 1
        var node = tree.end(of: level.node) - 1
        while node >= level.node {
            if child >= 0, isInside(node, levels[level.children[child]].node) {
                node = levels[level.children[child]].node - 1
                child -= 1
                continue
            }
            let expression = try evaluate(node, in: index)
            expressions[node - statement] = expression
            if expression.canRaise { levels[index].canRaise = true }
            node -= 1
        }
        if levelRaises(index) { levels[index].canRaise = true }
        levels[index].columns = try outputColumns(of: index)
        findExposedLeaks(index)
    }

    private mutating func findExposedLeaks(_ index: Int) {
        let level = levels[index]
        // It may run before a semi-join has dropped the row that asks for it (R97). The select list
        // that the client sees never does.
        if level.isOutermost ? fromRaises(index) : level.canRaise { hasLeak = true }
        if let condition = tree.child(of: level.node, .whereClause) { expose(condition) }
        for join in level.joins {
            if let condition = tree.child(of: join, .quals) { expose(condition) }
        }
        if let having = tree.child(of: level.node, .havingClause) {
            exposeBelowGrouping(having)
        }
        for item in tree.list(of: level.node, .sortClause) {
            if level.isOutermost {
                noteLeak(item)
            } else {
                expose(item)
            }
        }
        if tree.child(of: level.node, .sortClause) != nil, hasDistanceOperator(index) {
            hasExposedLeak = true
        }
        for field in Self.innerClauses {
            for item in tree.list(of: level.node, field) {
                if level.isOutermost { noteLeak(item) } else { exposeBelowGrouping(item) }
            }
        }
    }

    private static let innerClauses: [NodeField] = [
        .targetList, .groupClause, .distinctClause, .windowClause, .valuesLists,
    ]

    /// No index orders by these.
    private static let ordinaryOperators: Set<String> = [
        "+", "-", "*", "/", "%", "^", "||", "=", "<>", "<", "<=", ">", ">=", "->", "->>", "#>",
        "#>>", "~~", "!~~", "~~*", "!~~*", "~", "~*", "!~", "!~*", "&", "|", "#", "@>", "<@", "&&",
    ]

    private mutating func expose(_ node: Node) {
        let expression = expressions[node - statement]
        if !expression.isSafe || expression.leaksBelowGrouping {
            hasLeak = true
            hasExposedLeak = true
        }
    }

    private mutating func exposeBelowGrouping(_ node: Node) {
        noteLeak(node)
        if expressions[node - statement].leaksBelowGrouping { hasExposedLeak = true }
    }

    private mutating func noteLeak(_ node: Node) {
        if !expressions[node - statement].isSafe { hasLeak = true }
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
