// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Which item a column reference takes its value from, for edits that move or repeat it.
extension StatementAnalysis {
    /// The item and the column's name; nil when it is not certain.
    func owner(of node: Node) -> (item: Int, column: String)? {
        guard let parts = tree.texts(of: node, .fields), parts.count == 1 || parts.count == 2,
            let column = parts.last
        else { return nil }
        let level = level(of: node)
        guard level >= 0, !isOutputName(node, in: level) else { return nil }
        let scope = scope(at: node, in: level)
        if parts.count == 2 {
            guard let item = item(named: parts[0], from: scope),
                columns(ofItem: item).filter({ $0.name == column }).count == 1
            else { return nil }
            return (item, column)
        }
        var current: Int? = scope
        while let index = current {
            var found: [Int] = []
            for source in scopes[index].columnSources {
                for candidate in columns(ofItem: source) where candidate.name == column {
                    found.append(source)
                }
            }
            if found.count == 1 { return (found[0], column) }
            if !found.isEmpty || scopes[index].isPartial { return nil }
            current = scopes[index].outer
        }
        return nil
    }
}
