// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Guards in select lists that the client does not see: of derived tables, WITH items and sub-selects
/// (R46).
extension StatementAnalysis {
    /// Guards an item of the select list, or fences what it depends on.
    mutating func exposeTarget(_ target: Node, in level: Int) {
        hasInnerLeak = true
        guard let value = tree.child(of: target, .val) else { return }
        let dependencies = dependencies(of: expressions[value - statement], in: level)
        let sites = guardedSites(ofTarget: value, in: level)
        if usesGuards, let sites, !dependencies.isEmpty {
            for site in sites { fence(unguardable(dependencies, at: site, of: value, in: level)) }
            exposures.append(
                Exposure(
                    place: .target,
                    node: value,
                    dependencies: dependencies,
                    sites: sites.map { .init(node: $0, dependencies: dependencies, source: value) }
                )
            )
        } else {
            fence(usesGuards ? dependencies : .all)
        }
        settle(value, dependencies.union(expressions[value - statement].dependencies))
    }

    /// Where an item can be guarded without another type, name or grouping; nil when nowhere.
    private func guardedSites(ofTarget value: Node, in level: Int) -> [Node]? {
        let expression = expressions[value - statement]
        // A guard around an aggregate or a set comes too late (M12).
        guard !expression.hasAggregate, expression.type.isKnown, !hasSet(value),
            levels[level].shape == .select
        else { return nil }
        let select = levels[level].node
        if isGrouped(level) {
            // Only an item that is grouped by as a whole may name further columns (M14).
            let isKey = tree.list(of: select, .groupClause).contains {
                groupedTarget($0, in: level) == value
            }
            return isKey && keepsType(value) ? [value] : nil
        }
        if tree.child(of: select, .distinctClause) != nil,
            tree.child(of: select, .sortClause) != nil
        {
            return nil
        }
        let sites = leakSites(in: value)
        return sites.allSatisfy(keepsType) ? sites : nil
    }

    /// The item of the select list that GROUP BY means by a number or an output name.
    private func groupedTarget(_ entry: Node, in level: Int) -> Node? {
        guard tree.field(of: entry) == .groupClause else { return nil }
        let targets = tree.list(of: levels[level].node, .targetList)
        if tree.tag(entry) == .aConst, let number = tree.child(of: entry, .val),
            tree.tag(number) == .integer
        {
            var place = 1
            for target in targets {
                guard let value = tree.child(of: target, .val), !isStar(value) else { return nil }
                if place == tree.int(number, .ival) { return value }
                place += 1
            }
            return nil
        }
        guard let names = tree.texts(of: entry, .fields), names.count == 1 else { return nil }
        // An input column of that name comes first (R23).
        let scope = scopes[levels[level].scope]
        guard !scope.isPartial,
            !scope.columnSources.contains(where: { source in
                columns(ofItem: source).contains { $0.name == names[0] }
            })
        else { return nil }
        var found: Node?
        for target in targets {
            guard let value = tree.child(of: target, .val) else { continue }
            if (tree.string(target, .name) ?? columnName(of: value)) == names[0] {
                if found != nil { return nil }
                found = value
            }
        }
        return found
    }

    private func isStar(_ node: Node) -> Bool {
        (node..<tree.end(of: node)).contains { tree.tag($0) == .aStar }
    }

    private func isGrouped(_ level: Int) -> Bool {
        let select = levels[level].node
        if tree.child(of: select, .groupClause) != nil { return true }
        if tree.child(of: select, .havingClause) != nil { return true }
        return tree.list(of: select, .targetList).contains {
            expressions[$0 - statement].hasAggregate
        }
    }

    /// A guard has the type of what it guards, but no modifier.
    private func keepsType(_ node: Node) -> Bool {
        let type = expressions[node - statement].type
        // Of a domain only the base type would be left.
        guard type.isKnown, !type.isUser else { return false }
        switch tree.tag(node) {
        case .aExpr: return tree.value(node, .kind, as: AExprKind.self) != .nullif
        case .typeCast:
            guard let type = tree.child(of: node, .typeName) else { return false }
            return tree.child(of: type, .typmods) == nil
        case .funcCall, .boolExpr, .nullTest, .booleanTest: return true
        default: return false
        }
    }

    private func hasSet(_ node: Node) -> Bool {
        for inner in node..<tree.end(of: node) where tree.tag(inner) == .funcCall {
            guard let names = tree.texts(of: inner, .funcname), let name = names.last,
                let call = BuiltinFunctions.shared.call(
                    named: name,
                    argumentCount: tree.list(of: inner, .args).count
                ), !call.overloads.contains(where: \.returnsSet)
            else { return true }
        }
        return false
    }
}
