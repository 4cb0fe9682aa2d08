// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The column of a FROM item that is no join: where a name comes from, whatever joins and aliases it
/// went through.
struct ColumnOrigin: Hashable {
    let item: Int
    /// Among the item's columns, from 0.
    let position: Int
}

extension StatementAnalysis {
    /// Origins of an item's columns in order; nil where a column is made of two.
    func origins(ofItem index: Int) -> [ColumnOrigin?] {
        if items[index].source == .join { return items[index].origins }
        return columns(ofItem: index).indices.map { ColumnOrigin(item: index, position: $0) }
    }

    /// Where a column reference takes its value from, output names aside; nil when it is not certain.
    func origin(of node: Node) throws(ProxyError) -> ColumnOrigin? {
        guard let parts = tree.texts(of: node, .fields), let name = parts.last else { return nil }
        let level = level(of: node)
        guard level >= 0 else { return nil }
        let scope = scope(at: node, in: level)
        if parts.count > 1 {
            let item =
                parts.count == 2
                ? self.item(named: parts[0], from: scope)
                : self.item(ofSchema: parts[parts.count - 3], parts[parts.count - 2], from: scope)
            guard let item else { return nil }
            let found = try positions(of: name, in: item)
            return found.count == 1 ? origins(ofItem: item)[found[0]] : nil
        }
        var current: Int? = scope
        while let index = current {
            var found: [ColumnOrigin?] = []
            for source in scopes[index].columnSources {
                let origins = origins(ofItem: source)
                found += try positions(of: name, in: source).map { origins[$0] }
            }
            if found.count == 1 { return found[0] }
            if !found.isEmpty || scopes[index].isPartial { return nil }
            current = scopes[index].outer
        }
        return nil
    }

    private func positions(of name: String, in item: Int) throws(ProxyError) -> [Int] {
        let columns = columns(ofItem: item)
        try effort.spend(columns.count)
        return columns.indices.filter { columns[$0].name == name }
    }

    /// The unaliased reference that `schema.relation` means.
    func item(ofSchema schema: String, _ name: String, from scope: Int) -> Int? {
        var current: Int? = scope
        while let index = current {
            for item in scopes[index].items {
                if case .relation(let number) = items[item].source, !references[number].hasAlias,
                    references[number].relation.logical.schema == schema,
                    references[number].relation.logical.name == name
                {
                    return item
                }
            }
            current = scopes[index].outer
        }
        return nil
    }

    /// How a level's own clauses can name a column: by the item's alias, or by that of a join that hides
    /// the item.
    func spelling(
        of origin: ColumnOrigin,
        in level: Int
    ) -> (alias: String, column: String)? {
        for item in scopes[levels[level].scope].items {
            guard let alias = items[item].alias,
                let position = origins(ofItem: item).firstIndex(of: origin)
            else { continue }
            let columns = columns(ofItem: item)
            let name = columns[position].name
            guard columns.filter({ $0.name == name }).count == 1 else { continue }
            return (alias, name)
        }
        return nil
    }
}
