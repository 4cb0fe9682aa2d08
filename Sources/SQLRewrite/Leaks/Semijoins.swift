// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// `EXISTS (…)` and `x IN (…)` that the server turns into joins before it plans anything: the sub-select
/// then runs beside the rows that filters let through, never for a row because a hidden one asked.
///
/// What is true of `convert_EXISTS_sublink_to_join` and `convert_ANY_sublink_to_join` in PostgreSQL's
/// subselect.c is asked for here, and a little more.
extension StatementAnalysis {
    /// `[NOT] EXISTS (…)` and `x IN (…)`: what could be a join.
    func isSemijoin(_ node: Node) -> Bool { semijoin(node) != nil }

    /// The same when it is certain to be one.
    func isCertainSemijoin(_ node: Node, in level: Int) -> Bool {
        guard let (sublink, isNegated) = semijoin(node), levels[level].shape == .select,
            isConjunct(node, of: level),
            let query = tree.child(of: sublink, .subselect)
        else { return false }
        switch tree.value(sublink, .subLinkType, as: SubLinkType.self) {
        case .existsSublink: return isJoinableExists(query, from: level)
        case .anySublink:
            guard !isNegated, let tested = tree.child(of: sublink, .testexpr) else { return false }
            return readsOnly(level, tested) && readsNothing(of: level, query..<tree.end(of: query))
        default: return false
        }
    }

    private func semijoin(_ node: Node) -> (sublink: Node, isNegated: Bool)? {
        var sublink = node
        var isNegated = false
        if tree.tag(node) == .boolExpr,
            tree.value(node, .boolop, as: BoolExprType.self) == .notExpr,
            let operand = tree.child(of: node, .args)
        {
            sublink = operand
            isNegated = true
        }
        guard tree.tag(sublink) == .subLink else { return nil }
        switch tree.value(sublink, .subLinkType, as: SubLinkType.self) {
        case .existsSublink, .anySublink: return (sublink, isNegated)
        default: return nil
        }
    }

    /// An operand of a top-level AND of WHERE.
    private func isConjunct(_ node: Node, of level: Int) -> Bool {
        guard let clause = tree.child(of: levels[level].node, .whereClause) else { return false }
        return conjuncts(of: clause).contains(node)
    }

    private func isJoinableExists(_ query: Node, from level: Int) -> Bool {
        let inner = levels[self.level(of: query)]
        guard inner.shape == .select, inner.withClause == nil, !inner.items.isEmpty,
            let condition = tree.child(of: query, .whereClause)
        else { return false }
        for field in Self.clausesThatStay where tree.child(of: query, field) != nil { return false }
        // A call in the select list may give a set or an aggregate; a column or a constant gives one row.
        for target in tree.list(of: query, .targetList) {
            for node in target..<tree.end(of: target) {
                switch tree.tag(node) {
                case .resTarget, .columnRef, .aStar, .string, .aConst, .integer: break
                default: return false
                }
            }
        }
        for node in query..<tree.end(of: query) where tree.tag(node) == .funcCall {
            guard isStableCall(node) else { return false }
        }
        // Outer columns in the condition, and nowhere else.
        guard let from = tree.child(of: query, .fromClause) else { return false }
        var end = from
        for item in tree.list(of: query, .fromClause) { end = tree.end(of: item) }
        guard readsNothing(of: level, from..<end) else { return false }
        var hasOuter = false
        for node in condition..<tree.end(of: condition) where tree.tag(node) == .columnRef {
            guard let owner = ownerLevel(of: node) else { return false }
            if owner == level { hasOuter = true }
            if owner != level, !isInside(levels[owner].node, query) { return false }
        }
        return hasOuter
    }

    private static let clausesThatStay: [NodeField] = [
        .groupClause, .havingClause, .windowClause, .distinctClause, .sortClause, .limitCount,
        .limitOffset, .lockingClause, .valuesLists,
    ]

    /// All columns of an expression are of a level, and there is one.
    private func readsOnly(_ level: Int, _ node: Node) -> Bool {
        var hasColumn = false
        for inner in node..<tree.end(of: node) {
            switch tree.tag(inner) {
            case .columnRef:
                guard ownerLevel(of: inner) == level else { return false }
                hasColumn = true
            case .subLink: return false
            case .funcCall: if !isStableCall(inner) { return false }
            default: break
            }
        }
        return hasColumn
    }

    /// No column in a part of the statement is of a level, nor of one around it.
    private func readsNothing(of level: Int, _ nodes: Range<Node>) -> Bool {
        for node in nodes where tree.tag(node) == .columnRef {
            if isStarOrOutput(node) { continue }
            guard let owner = ownerLevel(of: node),
                nodes.contains(levels[owner].node) || isDirectlyAbove(owner, nodes)
            else { return false }
        }
        return true
    }

    /// The level whose FROM clause some nodes are.
    private func isDirectlyAbove(_ owner: Int, _ nodes: Range<Node>) -> Bool {
        self.level(of: nodes.lowerBound) == owner
    }

    private func isStarOrOutput(_ node: Node) -> Bool {
        guard let names = tree.texts(of: node, .fields) else {
            // A bare star; one behind a name is looked up.
            return tree.list(of: node, .fields).count == 1
        }
        return names.count == 1 && isOutputName(node, in: level(of: node))
    }

    /// The level of the item that a column is of; nil when it is not certain.
    private func ownerLevel(of node: Node) -> Int? {
        owner(of: node).map { level(of: items[$0.item].node) }
    }

    private func isStableCall(_ node: Node) -> Bool {
        guard let names = tree.texts(of: node, .funcname), let name = names.last,
            names.count == 1 || names.first == "pg_catalog",
            let call = BuiltinFunctions.shared.call(
                named: name,
                argumentCount: tree.list(of: node, .args).count
            )
        else { return false }
        return !call.overloads.contains(where: \.isVolatile)
    }
}
