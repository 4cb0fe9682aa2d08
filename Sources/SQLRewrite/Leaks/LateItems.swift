// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Items of the outermost select list that are computed when all joins are done, semi-joins too.
///
/// The server computes early, on a scan below a join, only what it sorts by: to merge sorted parts of a
/// parallel scan, it may sort by any key of GROUP BY, DISTINCT, ORDER BY, a window, or from version 16
/// an aggregate (`generate_useful_gather_paths`, `make_pathkeys_for_groupagg`).
extension StatementAnalysis {
    func isLate(_ target: Node, in level: Int) -> Bool {
        let select = levels[level].node
        guard levels[level].role == .root, levels[level].shape == .select,
            tree.child(of: select, .distinctClause) == nil, !sortsInside(target)
        else { return false }
        let expression = expressions[target - statement]
        // Above the grouping there is no key of a scan.
        if expression.hasAggregate, !expression.leaksBelowGrouping { return true }
        return !isKey(target, of: select)
    }

    /// A window or an aggregate in it has an order of its own.
    private func sortsInside(_ target: Node) -> Bool {
        for node in target..<tree.end(of: target) {
            switch tree.tag(node) {
            case .windowDef, .subLink: return true
            case .funcCall:
                if tree.child(of: node, .over) != nil || tree.child(of: node, .aggOrder) != nil
                    || tree.bool(node, .aggDistinct)
                {
                    return true
                }
            default: break
            }
        }
        return false
    }

    /// GROUP BY, ORDER BY or WINDOW may mean the item by a number or by its name.
    private func isKey(_ target: Node, of select: Node) -> Bool {
        guard let value = tree.child(of: target, .val) else { return true }
        let name = tree.string(target, .name) ?? columnName(of: value)
        for field in [NodeField.groupClause, .sortClause, .windowClause] {
            for entry in tree.list(of: select, field) {
                for node in entry..<tree.end(of: entry) {
                    switch tree.tag(node) {
                    case .aConst: return true
                    case .columnRef:
                        if tree.texts(of: node, .fields) == [name] { return true }
                    default: break
                    }
                }
            }
        }
        return false
    }
}
