// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Which queries of a statement may have a column more without anybody seeing it (R51).
///
/// Stars that would show it are written out; where an item is used as a whole row, or counted by
/// position, there is no room for one.
struct MarkerSurroundings {
    typealias Node = SyntaxTree.Node

    /// Whether rows of a level are groups.
    enum Grouping {
        case none
        case certain
        /// An aggregate may belong to this level or to another one.
        case uncertain
    }

    private let analysis: StatementAnalysis
    private var closedItems: Set<Int> = []
    private var itemsOfLevel: [Int: [Int]] = [:]
    private var hasName = false

    private var tree: SyntaxTree { analysis.tree }

    init(_ analysis: StatementAnalysis) throws(ProxyError) {
        self.analysis = analysis
        for item in analysis.items.indices {
            try analysis.effort.spend(1)
            if case .query(let level) = analysis.items[item].source {
                itemsOfLevel[level, default: []].append(item)
                if isCountedByPosition(item) { closedItems.insert(item) }
            }
            // Somebody has thought of our name first.
            let columns = analysis.columns(ofItem: item)
            try analysis.effort.spend(columns.count)
            // One name too many would be taken for it.
            if analysis.items[item].columnAliases.count > columns.count { closedItems.insert(item) }
            if columns.contains(where: { $0.name.hasPrefix(Marker.prefix) }) { hasName = true }
        }
        for node in analysis.statement..<tree.end(of: analysis.statement)
        where tree.tag(node) == .columnRef && analysis.level(of: node) >= 0 {
            try close(by: node)
        }
    }

    /// The query may have a column of ours.
    func canCarry(_ level: Int) -> Bool {
        if hasName { return false }
        let query = analysis.levels[level]
        switch query.role {
        case .root, .sublink: return false
        // As its set operation may.
        case .arm: return true
        case .derived, .commonTable:
            let items = itemsOfLevel[level] ?? []
            let names = tree.parent(of: query.node).flatMap { tree.texts(of: $0, .aliascolnames) }
            return !items.isEmpty && (names ?? []).count <= (query.columns ?? []).count
                && items.allSatisfy { item in
                    // A recursive query counts its columns twice.
                    !closedItems.contains(item) && analysis.items[item].alias != nil
                        && !analysis.isInside(analysis.items[item].node, query.node)
                }
        }
    }

    private func isCountedByPosition(_ item: Int) -> Bool {
        var node = analysis.items[item].node
        while let parent = tree.parent(of: node), tree.tag(parent) == .joinExpr {
            // A join's list of names goes by position, NATURAL by names that two items share.
            if tree.child(of: parent, .alias) != nil || tree.bool(parent, .isNatural) {
                return true
            }
            node = parent
        }
        return false
    }

    private mutating func close(by node: Node) throws(ProxyError) {
        let level = analysis.level(of: node)
        if let sources = try analysis.starSources(node, in: level) {
            guard let target = tree.parent(of: node), tree.tag(target) == .resTarget,
                tree.field(of: target) == .targetList
            else {
                for source in sources { closeAll(in: source) }
                return
            }
            for source in sources {
                let columns = analysis.columns(ofItem: source)
                try analysis.effort.spend(columns.count)
                if analysis.items[source].source == .join { closeAll(in: source) }
                if Set(columns.map(\.name)).count != columns.count || columns.isEmpty {
                    closeAll(in: source)
                }
            }
            return
        }
        guard let names = tree.texts(of: node, .fields), names.count == 1 else { return }
        try analysis.effort.spend(analysis.items.count)
        if let item = analysis.wholeRowItem(node, in: level) { closeAll(in: item) }
    }

    private mutating func closeAll(in source: Int) {
        let outer = analysis.items[source].node
        for item in analysis.items.indices where analysis.isInside(analysis.items[item].node, outer)
        {
            closedItems.insert(item)
        }
    }

    func grouping(of level: Int) -> Grouping {
        let select = analysis.levels[level].node
        if tree.child(of: select, .groupClause) != nil { return .certain }
        if tree.child(of: select, .havingClause) != nil { return .certain }
        var grouping = Grouping.none
        for node in select..<tree.end(of: select)
        where tree.tag(node) == .funcCall && tree.child(of: node, .over) == nil {
            switch analysis.grouping(of: node, in: level) {
            case .none: break
            case .certain: grouping = .certain
            case .uncertain: return .uncertain
            }
        }
        return grouping
    }
}
