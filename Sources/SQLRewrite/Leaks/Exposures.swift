// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A leaky expression in a place where it may run on rows that a filter hides (R42), and how that is
/// prevented.
struct Exposure {
    enum Place {
        /// An operand of a top-level AND in WHERE or ON.
        case condition
        /// The same in HAVING, without an aggregate.
        case having
        /// An item of a select list that the client does not see.
        case target
    }

    /// An operand to guard, and the references whose hidden rows it must not meet.
    struct Site {
        let node: SyntaxTree.Node
        let dependencies: ReferenceSet
        /// What depends on them: the operand, or the condition that it is part of.
        let source: SyntaxTree.Node
    }

    let place: Place
    /// The whole condition or the whole item.
    let node: SyntaxTree.Node
    let dependencies: ReferenceSet
    let sites: [Site]
    /// An equality that joins: what is around its operands stays as it is, or no join could hash (M10).
    var isJoin = false
    /// It leaks by an operator on a column, which planning tries out on statistics (M8, M9).
    var isHiddenFromPlanner = true

    /// All of it as one operand.
    var whole: Site { Site(node: node, dependencies: dependencies, source: node) }
}

/// Leaks that may run beside filters are guarded where the filters can be written, else the references
/// they depend on are fenced (R41 to R49).
extension StatementAnalysis {
    func conjuncts(of condition: Node) -> [Node] {
        guard tree.tag(condition) == .boolExpr,
            tree.value(condition, .boolop, as: BoolExprType.self) == .andExpr
        else { return [condition] }
        return Array(tree.list(of: condition, .args))
    }

    /// The filtered references whose hidden rows a leaky expression may meet.
    func dependencies(of expression: Expression, in level: Int) -> ReferenceSet {
        var found = expression.dependencies
        // A leaky column alone is guarded where it is made.
        if !expression.hasNewLeak { found.subtract(expression.settled) }
        if expression.hasBareLeak {
            // Any row of the level may ask for it; an inner level's may be merged with an outer one's.
            found.formUnion(levels[level].isOutermost ? levels[level].reads : .all)
        }
        return found
    }

    mutating func fence(_ references: ReferenceSet) { fenced.formUnion(references) }

    mutating func exposeCondition(_ node: Node, in level: Int) {
        let expression = expressions[node - statement]
        guard expression.isExposable else { return }
        hasInnerLeak = true
        let dependencies = dependencies(of: expression, in: level)
        guard !dependencies.isEmpty else { return }
        guard usesGuards else { return exposeToFence(node, in: level, hiding: true) }
        if let sides = equalitySides(of: node) {
            return exposeEquality(node, sides, dependencies, in: level)
        }
        // A sub-select that fails only for some row stays visible as the semi-join that it may be.
        if expression.isSafe, isSemijoin(node) {
            if !isCertainSemijoin(node, in: level) { fence(dependencies) }
            return
        }
        let sites = isEquality(node) ? equalitySites(in: node) : leakSites(in: node)
        for site in sites { fence(unguardable(dependencies, at: site, of: node, in: level)) }
        exposures.append(
            Exposure(
                place: .condition,
                node: node,
                dependencies: dependencies,
                sites: sites.map { .init(node: $0, dependencies: dependencies, source: node) },
                isHiddenFromPlanner: !expression.isSafe
            )
        )
    }

    /// A condition with an aggregate stays above the grouping; one without is moved to WHERE, and so is
    /// given an aggregate (R45, M13).
    mutating func exposeHaving(_ node: Node, in level: Int) {
        let expression = expressions[node - statement]
        if levels[level].isOutermost { noteOutermost(node, in: level) }
        guard expression.leaksBelowGrouping else { return }
        hasInnerLeak = true
        let dependencies = dependencies(of: expression, in: level)
        guard usesGuards else {
            return dependencies.isEmpty ? () : exposeToFence(node, in: level, hiding: true)
        }
        // What outer queries read is not grouped here.
        fence(dependencies.subtracting(levels[level].reads))
        if expression.hasAggregate || dependencies.isEmpty { return }
        exposures.append(
            Exposure(place: .having, node: node, dependencies: dependencies, sites: [])
        )
    }

    /// Nothing but a fence helps here.
    mutating func exposeToFence(_ node: Node, in level: Int, hiding: Bool = false) {
        hasInnerLeak = true
        let expression = expressions[node - statement]
        let dependencies = dependencies(of: expression, in: level)
        fence(usesGuards ? dependencies : .all)
        settle(node, dependencies.union(expression.dependencies))
        guard hiding, !expression.isSafe else { return }
        var exposure = Exposure(
            place: .condition,
            node: node,
            dependencies: dependencies,
            sites: []
        )
        // A full join needs an equality that it can see. Statistics are only asked whether values are
        // equal, which cannot fail; the sides are behind the fence.
        exposure.isJoin = isConditionOfFullJoin(node) && isEquality(node)
        exposures.append(exposure)
    }

    /// What uses the expression from outside need not guard it against these again.
    mutating func settle(_ node: Node, _ references: ReferenceSet) {
        expressions[node - statement].hasNewLeak = false
        expressions[node - statement].settled = references
    }

    private func isConditionOfFullJoin(_ node: Node) -> Bool {
        var node = node
        while let parent = tree.parent(of: node) {
            if tree.tag(parent) == .joinExpr {
                return tree.value(parent, .jointype, as: JoinType.self) == .full
            }
            guard tree.tag(parent) == .boolExpr else { return false }
            node = parent
        }
        return false
    }

    func isEquality(_ node: Node) -> Bool {
        tree.tag(node) == .aExpr && tree.value(node, .kind, as: AExprKind.self) == .op
            && tree.lastText(of: node, .name).text == "="
    }

    // MARK: sites

    /// The smallest operands that hold all that leaks, below operators that may stay outside (R43).
    func leakSites(in node: Node) -> [Node] {
        var sites: [Node] = []
        var pending = [node]
        while let node = pending.popLast() {
            let leaky = visibleOperands(of: node)?.filter {
                expressions[$0 - statement].isExposable
            }
            if expressions[node - statement].leaksItself || leaky?.isEmpty != false {
                sites.append(node)
            } else {
                pending += leaky ?? []
            }
        }
        return sites
    }

    /// The operands of an operator that can be found in the text; nil when there are others.
    private func visibleOperands(of node: Node) -> [Node]? {
        switch tree.tag(node) {
        case .nullTest, .booleanTest:
            return tree.child(of: node, .arg).flatMap { tree.tag($0) == .rowExpr ? nil : [$0] }
        case .aExpr: break
        default: return nil
        }
        // Rows written out are compared field by field; a guarded row would be one value, in which
        // nulls are equal.
        guard let left = tree.child(of: node, .lexpr), tree.tag(left) != .rowExpr else {
            return nil
        }
        switch tree.value(node, .kind, as: AExprKind.self) {
        case .op, .like, .ilike:
            return tree.child(of: node, .rexpr).flatMap {
                tree.tag($0) == .rowExpr ? nil : [left, $0]
            }
        case .in, .between, .notBetween:
            // Of a list of one the server makes an equality.
            for operand in operands(of: node, .rexpr)
            where expressions[operand - statement].hasColumn {
                return nil
            }
            for operand in operands(of: node, .rexpr)
            where expressions[operand - statement].isExposable {
                return nil
            }
            return [left]
        default: return nil
        }
    }
}
