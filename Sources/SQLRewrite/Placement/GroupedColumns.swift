// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// `GROUP BY` a primary key makes the table's other columns usable; a sub-select around the table has
/// no primary key, so the columns that are used are grouped by as well (R34).
extension StatementAnalysis {
    struct AddedGrouping {
        let level: Int
        /// `alias.column` pairs.
        var columns: [(alias: String, column: String)]
    }

    func addedGrouping(for wrapped: [Reference]) -> [AddedGrouping] {
        var added: [AddedGrouping] = []
        for reference in wrapped {
            guard !reference.relation.primaryKey.isEmpty, !reference.hasColumnAliases,
                let item = itemOfNode[reference.node],
                let grouped = groupedColumns(of: item, in: reference.level)
            else { continue }
            let key = reference.relation.primaryKey
            guard key.allSatisfy(grouped.contains) else { continue }
            let columns = usedColumns(of: item, in: reference.level).filter {
                !grouped.contains($0)
            }
            guard !columns.isEmpty else { continue }
            added.append(
                AddedGrouping(
                    level: reference.level,
                    columns: columns.map { (reference.alias, $0) }
                )
            )
        }
        return added
    }

    /// The item's columns that a level groups by; nil without a plain GROUP BY.
    private func groupedColumns(of item: Int, in level: Int) -> Set<String>? {
        let select = levels[level].node
        guard tree.child(of: select, .groupClause) != nil else { return nil }
        var columns: Set<String> = []
        for entry in tree.list(of: select, .groupClause) {
            var node = entry
            if tree.tag(node) == .groupingSet { return nil }
            if tree.tag(node) == .aConst, let value = tree.child(of: node, .val),
                let target = target(at: tree.int(value, .ival), of: select)
            {
                node = target
            }
            if tree.tag(node) == .columnRef, let owner = owner(of: node), owner.item == item {
                columns.insert(owner.column)
            }
        }
        return columns
    }

    /// The select list's expression at a place from 1; nil behind a star.
    private func target(at place: Int, of select: Node) -> Node? {
        for (index, target) in tree.list(of: select, .targetList).enumerated() {
            guard let value = tree.child(of: target, .val) else { return nil }
            if tree.tag(value) == .columnRef, tree.texts(of: value, .fields) == nil { return nil }
            if index + 1 == place { return value }
        }
        return nil
    }

    /// Columns used where grouping matters, sub-selects included.
    private func usedColumns(of item: Int, in level: Int) -> [String] {
        let select = levels[level].node
        var columns: [String] = []
        let fields: [NodeField] = [
            .targetList, .havingClause, .sortClause, .distinctClause, .windowClause,
        ]
        for field in fields {
            for entry in tree.list(of: select, field) {
                for node in entry..<tree.end(of: entry) where tree.tag(node) == .columnRef {
                    if let owner = owner(of: node), owner.item == item,
                        !columns.contains(owner.column)
                    {
                        columns.append(owner.column)
                    }
                }
            }
        }
        return columns
    }
}
