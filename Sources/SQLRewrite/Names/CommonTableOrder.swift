// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// In a WITH RECURSIVE an item may name a later one; the server sorts them by what they name (R16).
extension StatementAnalysis {
    /// The WITH items of a level, each behind those that it names.
    ///
    /// Items that name each other in a circle keep their order; the later one is then not known to
    /// the earlier, which is refused like the server refuses it.
    func orderedCommonTables(of level: Int) -> [Int] {
        var tables: [Int] = []
        for child in levels[level].children {
            if case .commonTable = levels[child].role { tables.append(child) }
        }
        guard tables.count > 1, tables.count <= Self.sortedTablesMax,
            let clause = levels[level].withClause,
            tree.bool(clause, .recursive)
        else { return tables }
        var places: [String: Int] = [:]
        for (place, table) in tables.enumerated() {
            guard let item = tree.parent(of: levels[table].node),
                let name = tree.string(item, .ctename)
            else { return tables }
            places[name] = place
        }
        var waitsFor = tables.map { table in namedTables(in: levels[table].node, places) }
        var ordered: [Int] = []
        var isDone = [Bool](repeating: false, count: tables.count)
        while ordered.count < tables.count {
            guard
                let next = tables.indices.first(where: { place in
                    !isDone[place] && waitsFor[place].allSatisfy { $0 == place || isDone[$0] }
                })
            else {
                // A circle.
                return ordered + tables.indices.filter { !isDone[$0] }.map { tables[$0] }
            }
            isDone[next] = true
            waitsFor[next] = []
            ordered.append(tables[next])
        }
        return ordered
    }

    /// Sorting takes the square of their number; more are taken as they come.
    private static let sortedTablesMax = 200

    /// Which of the items a query may name; one of that name further inside is counted as well.
    private func namedTables(in query: Node, _ places: [String: Int]) -> Set<Int> {
        var found: Set<Int> = []
        for node in query..<tree.end(of: query)
        where tree.tag(node) == .rangeVar && tree.string(node, .schemaname) == nil {
            if let place = tree.string(node, .relname).flatMap({ places[$0] }) {
                found.insert(place)
            }
        }
        return found
    }
}
