// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Leaky equalities between columns. The server joins by them, and from `a = b` and `b = c` concludes
/// `a = c`, which it may try on rows of c before c's filter (M4).
extension StatementAnalysis {
    /// The operands of an equality with columns on both sides.
    func equalitySides(of node: Node) -> (left: Node, right: Node)? {
        guard isEquality(node), let left = tree.child(of: node, .lexpr),
            let right = tree.child(of: node, .rexpr),
            tree.tag(left) != .rowExpr, tree.tag(right) != .rowExpr,
            expressions[left - statement].hasColumn, expressions[right - statement].hasColumn,
            !hasSublink(node), !isRowComparison(node)
        else { return nil }
        return (left, right)
    }

    /// Where an equality with something that is no column is guarded: an operand that has none of its own
    /// must not get columns from a guard and be compared with others by them.
    func equalitySites(in node: Node) -> [Node] {
        let sites = leakSites(in: node)
        let isCertain =
            !hasSublink(node) && sites.allSatisfy { expressions[$0 - statement].hasColumn }
        return isCertain ? sites : [node]
    }

    /// `(a, b) = (c, d)` is one equality for each pair; guarded sides would be compared as values, of
    /// which nulls are equal.
    private func isRowComparison(_ node: Node) -> Bool {
        [NodeField.lexpr, .rexpr].contains { field in
            tree.child(of: node, field).map { tree.tag($0) == .rowExpr } ?? false
        }
    }

    private func hasSublink(_ node: Node) -> Bool {
        (node..<tree.end(of: node)).contains { tree.tag($0) == .subLink }
    }

    /// Operands are guarded each by what it reads itself, or the join could neither hash nor merge
    /// (M10); all other references that could meet a leaky operand are fenced.
    mutating func exposeEquality(
        _ node: Node,
        _ sides: (left: Node, right: Node),
        _ dependencies: ReferenceSet,
        in level: Int
    ) {
        let left = expressions[sides.left - statement]
        let right = expressions[sides.right - statement]
        var sites: [Exposure.Site] = []
        if left.isExposable || right.isExposable {
            if expressions[node - statement].leaksItself {
                return exposeToFence(node, in: level, hiding: true)
            }
            let reached = dependencies.union(referencesEqual(to: node, in: level))
            for (operand, expression) in [(sides.left, left), (sides.right, right)]
            where expression.isExposable {
                let own = self.dependencies(of: expression, in: level)
                fence(reached.subtracting(own))
                // Guarded by others as well, where it is made.
                let guards = expression.hasNewLeak ? own : []
                guard !guards.isEmpty else { continue }
                for site in leakSites(in: operand) {
                    fence(unguardable(guards, at: site, of: operand, in: level))
                    sites.append(.init(node: site, dependencies: guards, source: operand))
                }
            }
        } else {
            // The comparison alone leaks. It is strict: of what a guard made null nothing is compared.
            for (operand, expression) in [(sides.left, left), (sides.right, right)]
            where !expression.dependencies.isEmpty {
                fence(unguardable(expression.dependencies, at: operand, of: operand, in: level))
                sites.append(
                    .init(node: operand, dependencies: expression.dependencies, source: operand)
                )
            }
        }
        exposures.append(
            Exposure(
                place: .condition,
                node: node,
                dependencies: dependencies,
                sites: sites,
                isJoin: true
            )
        )
    }

    /// References that the server may compare with the operands of an equality by way of others.
    private func referencesEqual(to node: Node, in index: Int) -> ReferenceSet {
        let level = levels[index]
        // Derived tables and sub-selects may be merged with this level and bring equalities along.
        guard level.role == .root, level.children.isEmpty,
            level.items.allSatisfy({ items[$0].source != .join && isRelation($0) })
        else { return .all }
        var others: [(keys: [Operand], dependencies: ReferenceSet)] = []
        for other in equalities(of: index) where other != node {
            if isRowComparison(other) { return .all }
            guard let sides = equalitySides(of: other) else { continue }
            others.append(
                (
                    [operand(sides.left), operand(sides.right)],
                    expressions[other - statement].dependencies
                )
            )
        }
        guard let sides = equalitySides(of: node) else { return .all }
        var equal = [operand(sides.left), operand(sides.right)]
        var found: ReferenceSet = []
        var next = 0
        while next < equal.count {
            if equal[next] == .unknown { return .all }
            for other in others where other.keys.contains(equal[next]) {
                found.formUnion(other.dependencies)
                for key in other.keys where !equal.contains(key) { equal.append(key) }
            }
            next += 1
        }
        return found
    }

    /// What an operand is equal to is equal to all operands of the same kind.
    private enum Operand: Equatable {
        case column(item: Int, name: String)
        /// Expressions over the same items may be the same, however they are written.
        case expression(items: Set<Int>)
        case unknown
    }

    private func operand(_ node: Node) -> Operand {
        if tree.tag(node) == .columnRef {
            guard let owner = owner(of: node) else { return .unknown }
            return .column(item: owner.item, name: owner.column)
        }
        var items: Set<Int> = []
        for inner in node..<tree.end(of: node) where tree.tag(inner) == .columnRef {
            guard let owner = owner(of: inner) else { return .unknown }
            items.insert(owner.item)
        }
        return .expression(items: items)
    }

    private func isRelation(_ item: Int) -> Bool {
        if case .relation = items[item].source { true } else { false }
    }

    private func equalities(of index: Int) -> [Node] {
        let level = levels[index]
        var conditions = level.joins.compactMap { tree.child(of: $0, .quals) }
        if let condition = tree.child(of: level.node, .whereClause) { conditions.append(condition) }
        return conditions.flatMap { conjuncts(of: $0) }.filter { isEquality($0) }
    }
}
