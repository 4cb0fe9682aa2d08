// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Sub-selects in expressions: run when a row asks for them, so that their failing tells of the row
/// (M18).
extension StatementAnalysis {
    mutating func applySublink(_ node: Node, _ result: inout Expression) throws(ProxyError) {
        let named = try operatorName(of: node, .operName)
        result.isConstant = false
        guard let query = tree.child(of: node, .subselect) else {
            result.hasBareLeak = true
            return result.leak()
        }
        let inner = levels[level(of: query)]
        let columns = inner.columns ?? []
        let type = columns.count == 1 ? columns[0].type : .unresolved
        // What can fail inside needs a fence but no CASE: statistics have no part in it.
        if inner.canRaise {
            result.canRaise = true
            result.leaksBelowGrouping = true
            result.leaksItself = true
            result.hasNewLeak = true
            result.hasBareLeak = true
        }
        // Its value is computed from rows that its own filters let through; of the outer query's it
        // depends on those that it reads.
        result.dependencies.formUnion(inner.dependencies.subtracting(references(inside: query)))
        switch tree.value(node, .subLinkType, as: SubLinkType.self) {
        case .existsSublink: result.type = .boolean
        case .anySublink, .allSublink:
            result.type = .boolean
            // IN names none.
            let name = named.isEmpty ? "=" : named
            let tested = operandType(node, .testexpr)
            if isWrittenWithForeignSchema(node, .operName) { return result.leak() }
            try refuseUserOperator(name, tested, type, at: node)
            if tested == .record || !OperatorSafety.resolve(name, tested, type).isSafe
                || columns.contains(where: { !$0.isSafe })
            {
                // As a join it compares with the inner rows as they come.
                for column in columns { result.dependencies.formUnion(column.dependencies) }
                result.leak()
                result.hasBareLeak = true
            }
        case .arraySublink:
            result.type = type.isKnown ? context.types.array(of: type) : .unresolved
            if !result.type.isKnown || !columns[0].isSafe {
                result.leak()
                result.hasBareLeak = true
            }
        case .exprSublink:
            result.type = type
            result.row = columns.count == 1 ? columns[0].row : nil
            // A second row is an error, and when it comes tells whether a row reached it (M18).
            if !givesOneRow(inner) || columns.contains(where: { !$0.isSafe }) {
                result.leak()
                result.hasBareLeak = true
            }
        default:
            result.leak()
            result.hasBareLeak = true
        }
    }

    /// The filtered references that stand in a part of the statement.
    func references(inside node: Node) -> ReferenceSet {
        var set: ReferenceSet = []
        for (index, reference) in references.enumerated() where isInside(reference.node, node) {
            // Beyond the last bit nothing can be taken away.
            if index < ReferenceSet.membersMax { set.formUnion(bit(ofReference: index)) }
        }
        return set
    }

    /// One aggregate without grouping.
    private func givesOneRow(_ level: QueryLevel) -> Bool {
        guard level.shape == .select, tree.child(of: level.node, .groupClause) == nil,
            tree.child(of: level.node, .havingClause) == nil
        else { return false }
        for target in tree.list(of: level.node, .targetList) {
            guard expressions[target - statement].hasAggregate else { return false }
            for node in target..<tree.end(of: target)
            where tree.tag(node) == .windowDef || tree.tag(node) == .subLink {
                return false
            }
        }
        return true
    }

    /// Whether anything in a level, or in what it reads, can fail on some row or in some moment.
    func levelRaises(_ index: Int) -> Bool {
        let level = levels[index]
        if level.children.contains(where: { levels[$0].canRaise }) { return true }
        for item in level.items {
            if case .query(let query) = items[item].source, levels[query].canRaise { return true }
        }
        for field in [NodeField.limitCount, .limitOffset] {
            if let count = tree.child(of: level.node, field), !isCount(count) { return true }
        }
        return level.joins.contains { tree.tag($0) == .rangeTableSample && !isPlainSample($0) }
    }

    /// Whether something in FROM itself can fail: run for each row of the other side of a join.
    func fromRaises(_ index: Int) -> Bool {
        let level = levels[index]
        for item in level.items where items[item].source == .function {
            if expressions[items[item].node - statement].canRaise { return true }
        }
        return level.joins.contains { tree.tag($0) == .rangeTableSample && !isPlainSample($0) }
    }

    /// A number of rows that no server refuses; `ALL` comes as a null.
    func isCount(_ node: Node) -> Bool {
        guard tree.tag(node) == .aConst else { return false }
        guard let value = tree.child(of: node, .val) else { return true }
        return tree.tag(value) == .integer && tree.int(value, .ival) >= 0
    }

    /// A percentage within bounds, and a seed that is a number.
    private func isPlainSample(_ node: Node) -> Bool {
        tree.list(of: node, .args).allSatisfy { (0...100).contains(number($0) ?? -1) }
            && tree.list(of: node, .repeatable).allSatisfy { number($0) != nil }
    }

    private func number(_ node: Node) -> Double? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val) else { return nil }
        switch tree.tag(value) {
        case .integer: return Double(tree.int(value, .ival))
        case .float: return tree.string(value, .fval).flatMap(Double.init)
        default: return nil
        }
    }
}
