// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Where a reference's filter can be written as a guard (R43, R44).
extension StatementAnalysis {
    /// A filter longer than this is not repeated: a fence says it once.
    private static let guardBytesMax = 2_000

    /// Those of some references whose filters mean nothing at a place, or not what they should.
    func unguardable(
        _ references: ReferenceSet,
        at node: Node,
        of expression: Node,
        in level: Int
    ) -> ReferenceSet {
        if references == .all { return .all }
        var found: ReferenceSet = []
        for index in self.references.indices where references.contains(reference: index) {
            if !isGuardable(index, at: node, of: expression, in: level) {
                found.insert(ReferenceSet(reference: index))
            }
        }
        return found
    }

    private func isGuardable(
        _ index: Int,
        at node: Node,
        of expression: Node,
        in level: Int
    ) -> Bool {
        let reference = references[index]
        guard index < ReferenceSet.membersMax, !isFragile(reference), !reference.hasColumnAliases,
            case .all(let predicates) = reference.relation.filter,
            predicates.reduce(0, { $0 + $1.valueBytes }) <= Self.guardBytesMax
        else { return false }
        if place(of: reference) == .wrapped {
            // Outside of the wrapper only its columns are there, as they are shown.
            let isShown = predicates.allSatisfy { predicate in
                reference.relation.expressions[predicate.column.name] == nil
                    && reference.relation.columns.contains { $0.name == predicate.column.name }
            }
            if !isShown { return false }
        }
        guard isInScope(reference, at: node) else {
            // Whether there is room for a marker is seen when all queries are known.
            return !markedItems(for: index, at: node, of: expression, in: level).isEmpty
        }
        return !mayBeNullExtended(reference.node, at: node) || nullTestColumn(of: reference) != nil
    }

    /// The reference's alias means it at a place: an inner relation may have taken it (M16), a join's alias
    /// may hide it.
    func isInScope(_ reference: Reference, at node: Node) -> Bool {
        guard let item = itemOfNode[reference.node] else { return false }
        return self.item(named: reference.alias, from: scope(at: node, in: level(of: node))) == item
    }

    /// Its filter need not be a condition on a scan: then whatever leaks beside filters may run before
    /// it (M6).
    func isFragile(_ reference: Reference) -> Bool {
        isSemijoin(reference)
            || reference.relation.kind == .view && reference.relation.filter != .unfiltered
    }

    /// Its filter reads other relations, or stands somewhere in a definition: even what the client sees
    /// in the end may run before it (R97).
    func isSemijoin(_ reference: Reference) -> Bool {
        if reference.relation.definition != nil { return true }
        return switch reference.relation.filter {
        case .unfiltered, .refused: false
        case .condition: true
        case .all(let predicates): predicates.contains { !$0.path.isEmpty }
        }
    }

    /// Whether an outer join below a place may make a row of nulls for an item of FROM.
    func mayBeNullExtended(_ item: Node, at place: Node) -> Bool {
        var conditioned: Set<Node> = []
        var node = place
        while let parent = tree.parent(of: node) {
            if tree.tag(parent) == .joinExpr, tree.field(of: node) == .quals {
                conditioned.insert(parent)
            }
            node = parent
        }
        node = item
        while let parent = tree.parent(of: node) {
            switch tree.tag(parent) {
            case .rangeTableSample: break
            case .joinExpr:
                // Its condition runs on what it has not yet joined.
                if conditioned.contains(parent) { return false }
                let isLeft = tree.field(of: node) == .larg
                switch tree.value(parent, .jointype, as: JoinType.self) {
                case .inner: break
                case .left: if !isLeft { return true }
                case .right: if isLeft { return true }
                default: return true
                }
            default: return false
            }
            node = parent
        }
        return false
    }

    /// A column that is null in no row of the reference but those that an outer join makes (M15).
    func nullTestColumn(of reference: Reference) -> String? {
        let relation = reference.relation
        guard place(of: reference) == .wrapped else { return "ctid" }
        guard relation.kind == .table || relation.kind == .partitionedTable else { return nil }
        return relation.columns.first {
            $0.isNotNull && relation.expressions[$0.name] == nil
        }?.name
    }
}

extension GovernedRelation {
    /// Its columns may be expressions, which can fail on any row (R36); those of the system's catalogs
    /// are ours.
    var isComputed: Bool {
        if kind == .view { return true }
        let schema = logical.schema
        return definition != nil && schema != "pg_catalog" && schema != "information_schema"
    }
}

extension FilterPredicate {
    /// About how much text its values make.
    fileprivate var valueBytes: Int {
        switch condition {
        case .equalsAny(let values): values.reduce(0) { $0 + $1.utf8.count + 3 }
        case .likeAny(let patterns): patterns.reduce(0) { $0 + $1.utf8.count + 60 }
        }
    }
}
