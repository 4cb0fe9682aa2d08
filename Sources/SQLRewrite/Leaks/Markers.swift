// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// A column of ours behind a query's select list that says whether a row may be looked at: the filter of
/// a reference, carried out of derived tables and WITH items to where it guards something (R51).
///
/// It is true in every row that the query gives, so that DISTINCT, set operations and grouping give what
/// they gave; where the server merges the query with the one around it, it is the filter itself.
struct Marker: Hashable {
    let level: Int
    let reference: Int

    /// Clients cannot name it: names are resolved before it is there.
    var name: String { Self.prefix + String(reference) }

    static let prefix = "omni_guard_"
}

/// What a marker is made of in one query.
enum MarkerSource {
    /// Nothing of the reference is read there.
    case always
    /// What is above a grouping meets no hidden row, and no condition with an aggregate moves below it
    /// (M13).
    case grouping
    /// The filter itself; with a column to tell rows that an outer join made.
    case filter(orNull: String?)
    /// Markers of items of FROM.
    case carried([CarriedMarker])
    /// Each operand of a set operation has its own.
    case operands([Int])
}

/// A marker seen from the query that reads an item with it.
struct CarriedMarker: Hashable {
    let item: Int
    /// An outer join may have made it null.
    let mayBeNull: Bool
}

extension StatementAnalysis {
    /// The items of FROM whose markers keep an expression from a reference's hidden rows: those that it
    /// reads columns of, or else all that read the reference.
    func markedItems(
        for reference: Int,
        at place: Node,
        of expression: Node,
        in level: Int
    ) -> [CarriedMarker] {
        var candidates: [Int] = []
        var current: Int? = scope(at: place, in: level)
        while let index = current {
            for item in scopes[index].items {
                guard case .query(let query) = items[item].source,
                    levels[query].reads.contains(reference: reference)
                else { continue }
                candidates.append(item)
            }
            if scopes[index].isPartial { break }
            current = scopes[index].outer
        }
        if candidates.count > 1, !expressions[expression - statement].hasBareLeak {
            let used = usedItems(of: expression)
            let filtered = candidates.filter(used.contains)
            if !used.contains(Self.unknownItem), !filtered.isEmpty { candidates = filtered }
        }
        return candidates.map { item in
            CarriedMarker(
                item: item,
                mayBeNull: mayBeNullExtended(items[item].node, at: place)
            )
        }
    }

    private static let unknownItem = -1

    private func usedItems(of expression: Node) -> Set<Int> {
        var used: Set<Int> = []
        for node in expression..<tree.end(of: expression) where tree.tag(node) == .columnRef {
            guard let owner = owner(of: node), items[owner.item].source != .join else {
                used.insert(Self.unknownItem)
                continue
            }
            used.insert(owner.item)
        }
        return used
    }

    // MARK: all that a statement needs

    /// Finds out which markers guards need, and fences what no marker can be carried for.
    mutating func placeMarkers() throws(ProxyError) {
        var surroundings: MarkerSurroundings?
        for exposure in exposures where exposure.place != .having {
            for site in exposure.sites + [exposure.whole] {
                for index in references.indices
                where site.dependencies.contains(reference: index)
                    && !fenced.contains(reference: index)
                {
                    guard !isInScope(references[index], at: site.node) else { continue }
                    if surroundings == nil { surroundings = try MarkerSurroundings(self) }
                    let carried = markedItems(
                        for: index,
                        at: site.node,
                        of: site.source,
                        in: level(of: site.node)
                    )
                    guard let surroundings,
                        let found = markers(carried, index, surroundings)
                    else {
                        fence(ReferenceSet(reference: index))
                        continue
                    }
                    markers.merge(found) { first, _ in first }
                }
            }
        }
    }

    /// All markers that some need below them; nil when one of them has no place.
    private func markers(
        _ carried: [CarriedMarker],
        _ reference: Int,
        _ surroundings: MarkerSurroundings
    ) -> [Marker: MarkerSource]? {
        var found: [Marker: MarkerSource] = [:]
        var pending: [Int] = []
        for marker in carried {
            guard let query = query(ofItem: marker.item) else { return nil }
            pending.append(query)
        }
        guard !pending.isEmpty else { return nil }
        while let level = pending.popLast() {
            let marker = Marker(level: level, reference: reference)
            if found[marker] != nil { continue }
            guard surroundings.canCarry(level),
                let source = source(of: marker, surroundings)
            else { return nil }
            found[marker] = source
            switch source {
            case .always, .grouping, .filter: break
            case .carried(let inner): pending += inner.compactMap { query(ofItem: $0.item) }
            case .operands(let arms): pending += arms
            }
        }
        return found
    }

    private func query(ofItem item: Int) -> Int? {
        if case .query(let level) = items[item].source { level } else { nil }
    }

    private func source(
        of marker: Marker,
        _ surroundings: MarkerSurroundings
    ) -> MarkerSource? {
        let level = levels[marker.level]
        switch level.shape {
        case .values: return nil
        case .setOperation:
            return .operands(level.children.filter { levels[$0].role == .arm })
        case .select: break
        }
        // TABLE has no select list in the text.
        guard let target = tree.child(of: level.node, .targetList),
            tree.location(of: target) != nil
        else { return nil }
        guard level.reads.contains(reference: marker.reference) else { return .always }
        switch surroundings.grouping(of: marker.level) {
        case .certain: return .grouping
        case .uncertain: return nil
        case .none: break
        }
        let reference = references[marker.reference]
        if reference.level == marker.level {
            guard
                item(named: reference.alias, from: level.scope) == itemOfNode[reference.node],
                itemOfNode[reference.node] != nil
            else { return nil }
            guard mayBeNullExtended(reference.node, at: level.node) else {
                return .filter(orNull: nil)
            }
            return nullTestColumn(of: reference).map { .filter(orNull: $0) }
        }
        var carried: [CarriedMarker] = []
        for item in level.items {
            guard let query = query(ofItem: item),
                levels[query].reads.contains(reference: marker.reference)
            else { continue }
            guard let alias = items[item].alias,
                self.item(named: alias, from: level.scope) == item
            else { return nil }
            carried.append(
                CarriedMarker(
                    item: item,
                    mayBeNull: mayBeNullExtended(items[item].node, at: level.node)
                )
            )
        }
        return carried.isEmpty ? nil : .carried(carried)
    }
}
