// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Joins: what a condition sees, which columns USING and NATURAL merge, what an alias hides (R22).
extension StatementAnalysis {
    private struct Side {
        var items: [Int]
        var sources: [Int]
    }

    /// Puts the scope of a level together once its derived tables are resolved.
    mutating func closeFrom(_ index: Int) throws(ProxyError) {
        let level = levels[index]
        guard level.shape == .select, !level.items.isEmpty else { return }
        var sides: [Node: Side] = [:]
        for item in level.items { sides[items[item].node] = Side(items: [item], sources: [item]) }
        for node in level.joins.reversed() {
            guard tree.tag(node) == .joinExpr else {
                let relation = tree.child(of: node, .relation)
                sides[node] = relation.flatMap { sides[$0] }
                continue
            }
            guard let left = tree.child(of: node, .larg).flatMap({ sides[$0] }),
                let right = tree.child(of: node, .rarg).flatMap({ sides[$0] })
            else { continue }
            sides[node] = try join(node, left, right, in: index)
        }
        var whole = Scope(items: [], columnSources: [], outer: level.outerScope)
        for item in tree.list(of: level.node, .fromClause) {
            guard let side = sides[item] else { continue }
            whole.items += side.items
            whole.columnSources += side.sources
        }
        whole.isPartial = whole.items.contains { items[$0].hasUnknownColumns }
        scopes.append(whole)
        levels[index].scope = scopes.count - 1
        try checkAmbiguousNames(whole, at: level.node)
    }

    private mutating func join(
        _ node: Node,
        _ left: Side,
        _ right: Side,
        in level: Int
    ) throws(ProxyError) -> Side {
        var side = Side(items: left.items + right.items, sources: left.sources + right.sources)
        if let quals = tree.child(of: node, .quals) {
            scopes.append(
                Scope(
                    items: side.items,
                    columnSources: side.sources,
                    outer: levels[level].outerScope,
                    isPartial: side.items.contains { items[$0].hasUnknownColumns }
                )
            )
            innerScopes[quals] = scopes.count - 1
            levels[level].hasInnerScopes = true
        }
        let alias = tree.child(of: node, .alias)
        let isMerging = tree.bool(node, .isNatural) || tree.child(of: node, .usingClause) != nil
        guard alias != nil || isMerging else { return side }
        try checkColumnsAreKnown(side.sources, at: node)

        let leftColumns = left.sources.flatMap { self.columns(ofItem: $0) }
        let rightColumns = right.sources.flatMap { self.columns(ofItem: $0) }
        let leftOrigins = left.sources.flatMap { self.origins(ofItem: $0) }
        let rightOrigins = right.sources.flatMap { self.origins(ofItem: $0) }
        var origins: [ColumnOrigin?] = []
        var columns: [Column] = []
        try effort.spend(leftColumns.count + rightColumns.count)
        if isMerging {
            try effort.spend((leftColumns.count + 1) * (rightColumns.count + 1))
            let names =
                tree.bool(node, .isNatural)
                ? leftColumns.map(\.name).filter { name in
                    rightColumns.contains { $0.name == name }
                } : tree.texts(of: node, .usingClause) ?? []
            for name in names {
                for source in side.sources { noteUse(of: name, in: source) }
            }
            columns = try names.map { name throws(ProxyError) in
                try merge(name, leftColumns, rightColumns, at: node)
            }
            let merged = columns
            origins = names.map { name in
                switch tree.value(node, .jointype, as: JoinType.self) {
                case .inner, .left:
                    leftColumns.firstIndex { $0.name == name }.flatMap { leftOrigins[$0] }
                case .right:
                    rightColumns.firstIndex { $0.name == name }.flatMap { rightOrigins[$0] }
                default: nil
                }
            }
            for (column, origin) in zip(leftColumns + rightColumns, leftOrigins + rightOrigins)
            where !merged.contains(where: { $0.name == column.name }) {
                columns.append(column)
                origins.append(origin)
            }
            if let name = tree.child(of: node, .joinUsingAlias).flatMap({
                tree.string($0, .aliasname)
            }) {
                side.items.append(
                    addJoin(
                        node,
                        alias: name,
                        columns: merged,
                        origins: Array(origins.prefix(merged.count))
                    )
                )
            }
        } else {
            columns = leftColumns + rightColumns
            origins = leftOrigins + rightOrigins
        }
        if let alias {
            columns = Self.renamed(columns, tree.texts(of: alias, .colnames) ?? [])
            let item = addJoin(
                node,
                alias: tree.string(alias, .aliasname),
                columns: columns,
                origins: origins
            )
            return Side(items: [item], sources: [item])
        }
        side.sources = [addJoin(node, alias: nil, columns: columns, origins: origins)]
        return side
    }

    private mutating func addJoin(
        _ node: Node,
        alias: String?,
        columns: [Column],
        origins: [ColumnOrigin?]
    ) -> Int {
        items.append(
            FromItem(
                node: node,
                source: .join,
                alias: alias,
                columnAliases: [],
                columns: columns,
                origins: origins
            )
        )
        return items.count - 1
    }

    /// The column that USING makes of two, and what their comparison can tell.
    private mutating func merge(
        _ name: String,
        _ left: [Column],
        _ right: [Column],
        at node: Node
    ) throws(ProxyError) -> Column {
        let one = left.filter { $0.name == name }
        let other = right.filter { $0.name == name }
        guard one.count == 1, other.count == 1, let one = one.first, let other = other.first
        else { return Column(name: name, type: .unresolved, isSafe: false) }
        let types = context.types
        let (first, second) = (types.base(of: one.type), types.base(of: other.type))
        try refuseUserOperator("=", first, second, at: node)
        let comparison = OperatorSafety.resolve("=", first, second)
        let isSafe = one.isSafe && other.isSafe && comparison.isSafe
        if !isSafe {
            // It cannot be hidden from the planner in this place, but the fence keeps it from rows.
            hasInnerLeak = true
            fence(.all)
        }
        return Column(
            name: name,
            type: one.type == other.type ? one.type : .unresolved,
            isSafe: isSafe && one.type == other.type,
            dependencies: one.dependencies.union(other.dependencies)
        )
    }

    /// The columns an item brings, for a join or a star.
    func columns(ofItem index: Int) -> [Column] {
        let item = items[index]
        if let columns = item.columns { return columns }
        switch item.source {
        case .relation(let reference): return columns(ofReference: reference)
        case .query(let level):
            return Self.renamed(levels[level].columns ?? [], item.columnAliases)
        case .function, .join: return []
        }
    }

    private func relation(ofItem index: Int) -> Catalog.QualifiedName? {
        guard case .relation(let number) = items[index].source else { return nil }
        return references[number].relation.logical
    }

    private func isUnaliasedRelation(_ index: Int) -> Bool {
        guard case .relation(let number) = items[index].source else { return false }
        return !references[number].hasAlias
    }

    /// Two relations of one name from different schemas cannot both keep it (R20).
    private func checkAmbiguousNames(_ scope: Scope, at node: Node) throws(ProxyError) {
        guard scope.items.count > 1 else { return }
        var seen: Set<String> = []
        for index in scope.items {
            guard let alias = items[index].alias else { continue }
            if !seen.insert(alias).inserted {
                if isUnaliasedRelation(index),
                    scope.items.contains(where: {
                        $0 != index && items[$0].alias == alias && isUnaliasedRelation($0)
                            && relation(ofItem: $0) != relation(ofItem: index)
                    })
                {
                    throw ProxyError(
                        .featureNotSupported,
                        "two relations named \"\(alias)\" in one FROM are not supported",
                        hint: "Give one of them an alias."
                    )
                }
                throw ProxyError(
                    .duplicateAlias,
                    "table name \"\(alias)\" specified more than once"
                )
            }
        }
    }
}
