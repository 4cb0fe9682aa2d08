// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// `GROUP BY` a primary key makes the table's other columns usable; a sub-select around the table has
/// no primary key, so the columns that are used are grouped by as well (R34).
extension StatementAnalysis {
    struct AddedGrouping {
        let level: Int
        /// How the columns are spelled at the level: alias and name.
        var columns: [(alias: String, column: String)]
        /// The item is used as one value, which none of its columns says.
        var row: String?
    }

    func addedGrouping(for wrapped: [Reference]) throws(ProxyError) -> [AddedGrouping] {
        var added: [AddedGrouping] = []
        for reference in wrapped {
            let relation = reference.relation
            let key = relation.primaryKey
            guard !key.isEmpty, key.allSatisfy({ relation.expressions[$0] == nil }),
                tree.child(of: levels[reference.level].node, .groupClause) != nil,
                let item = itemOfNode[reference.node],
                let grouped = try groupedColumns(of: item, in: reference.level)
            else { continue }
            let keyPositions = key.compactMap { name in
                relation.columns.firstIndex { $0.name == name }
            }
            guard keyPositions.count == key.count, keyPositions.allSatisfy(grouped.contains)
            else { continue }
            let used = try usedColumns(of: item, in: reference.level).subtracting(grouped)
            let columns = used.sorted().compactMap {
                spelling(of: ColumnOrigin(item: item, position: $0), in: reference.level)
            }
            let row = usesRow(of: item, in: reference.level) ? reference.alias : nil
            guard !columns.isEmpty || row != nil else { continue }
            added.append(AddedGrouping(level: reference.level, columns: columns, row: row))
        }
        return added
    }

    /// The item's columns that a level groups by; nil for grouping sets.
    private func groupedColumns(of item: Int, in level: Int) throws(ProxyError) -> Set<Int>? {
        let select = levels[level].node
        var columns: Set<Int> = []
        for entry in tree.list(of: select, .groupClause) {
            var origin: ColumnOrigin?
            switch tree.tag(entry) {
            case .groupingSet: return nil
            case .aConst:
                if let value = tree.child(of: entry, .val), tree.tag(value) == .integer {
                    origin = try targetOrigin(at: tree.int(value, .ival), in: level)
                }
            case .columnRef:
                // An input column comes before an output name (R23).
                origin = try self.origin(of: entry)
                if origin == nil, let name = tree.texts(of: entry, .fields)?.first,
                    let target = outputTarget(named: name, of: select),
                    tree.tag(target) == .columnRef
                {
                    origin = try self.origin(of: target)
                }
            default: break
            }
            if let origin, origin.item == item { columns.insert(origin.position) }
        }
        return columns
    }

    private func outputTarget(named name: String, of select: Node) -> Node? {
        for target in tree.list(of: select, .targetList) where tree.string(target, .name) == name {
            return tree.child(of: target, .val)
        }
        return nil
    }

    /// The column that stands in the select list at a place from 1, stars expanded.
    private func targetOrigin(at place: Int, in level: Int) throws(ProxyError) -> ColumnOrigin? {
        var left = place - 1
        for target in tree.list(of: levels[level].node, .targetList) {
            guard left >= 0, let value = tree.child(of: target, .val) else { return nil }
            if let sources = try starSources(value, in: level) {
                for source in sources {
                    let origins = origins(ofItem: source)
                    if left < origins.count { return origins[left] }
                    left -= origins.count
                }
                continue
            }
            if left == 0 { return tree.tag(value) == .columnRef ? try origin(of: value) : nil }
            left -= 1
        }
        return nil
    }

    /// Columns used where grouping matters, by sub-selects too.
    private func usedColumns(of item: Int, in level: Int) throws(ProxyError) -> Set<Int> {
        var columns: Set<Int> = []
        for node in groupedNodes(of: level) {
            for origin in try origins(in: node) where origin.item == item {
                columns.insert(origin.position)
            }
        }
        return columns
    }

    /// Whether the item stands as a row where grouping matters, fields and stars of it aside.
    private func usesRow(of item: Int, in level: Int) -> Bool {
        groupedNodes(of: level).contains { node in
            guard tree.tag(node) == .columnRef, let parent = tree.parent(of: node),
                tree.tag(parent) != .aIndirection, self.level(of: node) >= 0
            else { return false }
            return wholeRowItem(node, in: self.level(of: node)) == item
        }
    }

    /// The nodes of a level's clauses that see groups; what is inside an aggregate sees rows.
    private func groupedNodes(of level: Int) -> [Node] {
        let select = levels[level].node
        let fields: [NodeField] = [
            .targetList, .havingClause, .sortClause, .distinctClause, .windowClause,
        ]
        var nodes: [Node] = []
        for field in fields {
            for entry in tree.list(of: select, field) {
                var node = entry
                let end = tree.end(of: entry)
                while node < end {
                    if tree.tag(node) == .funcCall, isAggregate(node) {
                        node = tree.end(of: node)
                        continue
                    }
                    nodes.append(node)
                    node += 1
                }
            }
        }
        return nodes
    }

    func isAggregate(_ call: Node) -> Bool {
        guard tree.child(of: call, .over) == nil,
            let name = tree.texts(of: call, .funcname)?.last
        else { return false }
        var count = tree.list(of: call, .args).count
        if tree.bool(call, .aggWithinGroup) { count += tree.list(of: call, .aggOrder).count }
        return BuiltinFunctions.shared.call(named: name, argumentCount: count)?.hasGrouping == true
    }

    /// The columns that one node of an expression takes its value from.
    private func origins(in node: Node) throws(ProxyError) -> [ColumnOrigin] {
        let level = level(of: node)
        guard level >= 0 else { return [] }
        switch tree.tag(node) {
        case .columnRef:
            if isOutputName(node, in: level) { return [] }
            if let sources = try starSources(node, in: level) {
                return sources.flatMap { origins(ofItem: $0).compactMap(\.self) }
            }
            return try origin(of: node).map { [$0] } ?? []
        case .aIndirection:
            // The server reads a field of a row as the column.
            guard let row = tree.child(of: node, .arg), let item = wholeRowItem(row, in: level)
            else { return [] }
            let fields = Array(tree.list(of: node, .indirection))
            guard let first = fields.first else { return [] }
            let origins = origins(ofItem: item)
            if tree.tag(first) == .aStar { return origins.compactMap(\.self) }
            let name = tree.text(of: first)
            return columns(ofItem: item).indices
                .filter { columns(ofItem: item)[$0].name == name && $0 < origins.count }
                .compactMap { origins[$0] }
        default: return []
        }
    }
}
