// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Turns what is known of a statement into edits.
///
/// First all SQL of ours is collected and parsed, then each change is made in text and tree alike.
struct StatementPlan {
    let analysis: StatementAnalysis
    let bounds: ClauseBounds

    var tree: SyntaxTree { analysis.tree }
    var tokens: TokenIndex { bounds.tokens }

    struct Wrapped {
        let reference: Reference
        let sql: String
        let fragment: Fragments.Index
    }

    /// An operand that runs only where some conditions hold (R43).
    struct Guard {
        let node: SyntaxTree.Node
        let condition: [PreparedGuard]
        let place: Exposure.Place
    }

    struct PlacedCondition {
        let place: FilterPlace
        var filters: [PreparedFilter]
    }

    private(set) var inline: [Reference] = []
    private(set) var wrapped: [Wrapped] = []
    private(set) var conditions: [PlacedCondition] = []
    private var conditionAt: [FilterPlace: Int] = [:]
    /// Conditions that the planner must not see as they are.
    private(set) var hidden: [SyntaxTree.Node] = []
    private(set) var guards: [Guard] = []
    private(set) var markerTargets: [MarkerTarget] = []
    private(set) var virtualFragments: [Fragments.Index] = []
    /// The aggregate in place of each call of `measure`.
    private(set) var measures: [(sql: String, fragment: Fragments.Index)] = []
    private(set) var fragments = Fragments()
    private(set) var notes: [RewriteNote] = []

    init(_ analysis: StatementAnalysis, bounds: ClauseBounds) throws(ProxyError) {
        self.analysis = analysis
        self.bounds = bounds
        try collect()
    }

    // MARK: collecting

    private mutating func collect() throws(ProxyError) {
        var topics: [Int: TopicSelect] = [:]
        for (index, reference) in analysis.references.enumerated() {
            if let topic = reference.topic {
                let planned = try plannedTopic(
                    reference,
                    at: index,
                    topic,
                    isFenced: isFenced(index)
                )
                topics[index] = planned.select
                add(planned.sql, inPlaceOf: reference)
                notes += planned.select.notes
                continue
            }
            noteName(of: reference)
            guard reference.isProtected else {
                inline.append(reference)
                continue
            }
            let filter = try analysis.context.filters.filter(
                of: reference.relation,
                alias: reference.alias
            )
            notes += filter.notes
            let isFenced = isFenced(index)
            let place = isFenced ? .wrapped : analysis.place(of: reference)
            if place == .wrapped {
                let conditions =
                    isFenced || !isKeptInScan(index)
                    ? filter.conditions
                    : reference.relation.filter.conditionsOfScan(filter.conditions)
                add(
                    try wrap(reference, conditions, isFenced: isFenced),
                    inPlaceOf: reference
                )
            } else {
                inline.append(reference)
                add(filter, at: place)
            }
        }
        for exposure in analysis.exposures { try add(exposure) }
        for (marker, source) in neededMarkers() {
            // A set operation has no select list of its own.
            if case .operands = source { continue }
            let sql = try sql(of: marker, source)
            markerTargets.append(
                MarkerTarget(marker: marker, sql: sql, fragment: fragments.add(expression: sql))
            )
        }
        for value in analysis.virtualValues {
            virtualFragments.append(fragments.add(expression: value.sql))
        }
        for call in analysis.measureCalls {
            guard let sql = topics[call.reference]?.measure(call.name) else {
                throw Verification.failure("measure \(call.name) was not computed")
            }
            measures.append((sql, fragments.add(expression: sql)))
        }
        try fragments.parse()
    }

    /// A leaky expression could run before a filter that shares its scan, or on statistics of all
    /// rows; a filter that is a semi-join runs after everything in the scan (R48, R97).
    private func isFenced(_ index: Int) -> Bool {
        if analysis.fenced.contains(reference: index) { return true }
        let reference = analysis.references[index]
        if reference.hasPathFilter { return false }
        if analysis.hasInnerLeak, analysis.isFragile(reference) { return true }
        return analysis.outermostLeaks.union(analysis.lateLeaks).contains(reference: index)
            && analysis.isSemijoin(reference)
    }

    /// Rows that a semi-join is still to drop could drive what leaks elsewhere, or be sorted by what leaks:
    /// its filter then is to stay a condition of the scan (R97).
    private func isKeptInScan(_ index: Int) -> Bool {
        analysis.hasInnerLeak || analysis.outermostLeaks.contains(reference: index)
    }

    /// What guards or hides an exposed leak, now that all fences are known.
    private mutating func add(_ exposure: Exposure) throws(ProxyError) {
        var open: ReferenceSet = []
        for index in analysis.references.indices
        where exposure.dependencies.contains(reference: index) && !isFenced(index) {
            open.insert(ReferenceSet(reference: index))
        }
        switch exposure.place {
        case .having:
            let guarded = try analysis.context.filters.groupGuard()
            guards.append(Guard(node: exposure.node, condition: [guarded], place: .having))
            return
        case .condition, .target: break
        }
        let isWhole = !exposure.isJoin && open != filtered(exposure.dependencies)
        if exposure.place == .condition, isWhole {
            if open.isEmpty {
                if exposure.isHiddenFromPlanner { hidden.append(exposure.node) }
            } else {
                try add(exposure.whole, open, exposure.place)
            }
            return
        }
        for site in exposure.sites { try add(site, open, exposure.place) }
    }

    private mutating func add(
        _ site: Exposure.Site,
        _ open: ReferenceSet,
        _ place: Exposure.Place
    ) throws(ProxyError) {
        var conditions: [PreparedGuard] = []
        let dependencies = site.dependencies.intersection(open)
        for (index, reference) in analysis.references.enumerated()
        where dependencies.contains(reference: index) {
            guard analysis.isInScope(reference, at: site.node) else {
                let carried = analysis.markedItems(
                    for: index,
                    at: site.node,
                    of: site.source,
                    in: analysis.level(of: site.node)
                )
                for item in carried { conditions.append(try PreparedGuard(test(of: index, item))) }
                continue
            }
            conditions.append(
                try analysis.context.filters.guarded(
                    reference.relation,
                    alias: reference.alias,
                    orNull: analysis.mayBeNullExtended(reference.node, at: site.node)
                        ? analysis.nullTestColumn(of: reference) : nil
                )
            )
        }
        guard !conditions.isEmpty else { return }
        guards.append(Guard(node: site.node, condition: conditions, place: place))
    }

    /// The references of a set that this statement has.
    private func filtered(_ set: ReferenceSet) -> ReferenceSet {
        analysis.references.indices.reduce(into: []) { found, index in
            if set.contains(reference: index) { found.insert(ReferenceSet(reference: index)) }
        }
    }

    private mutating func add(_ sql: String, inPlaceOf reference: Reference) {
        let alias = " AS " + SQLText.identifier(reference.alias)
        let index = fragments.add(fromItem: sql + alias + columnAliases(of: reference))
        wrapped.append(Wrapped(reference: reference, sql: sql, fragment: index))
    }

    private mutating func add(_ filter: PreparedFilter, at place: FilterPlace) {
        if let found = conditionAt[place] {
            conditions[found].filters.append(filter)
        } else {
            conditionAt[place] = conditions.count
            conditions.append(PlacedCondition(place: place, filters: [filter]))
        }
    }

    func physicalName(_ reference: Reference) -> String {
        SQLText.qualified(reference.relation.physical.schema, reference.relation.physical.name)
    }

    /// `(SELECT … FROM … WHERE …)` around a reference (R33), a fence with LIMIT ALL (R48, M20).
    private func wrap(
        _ reference: Reference,
        _ conditions: [String],
        isFenced: Bool
    ) throws(ProxyError) -> String {
        let columns = reference.relation.columns.map {
            reference.relation.selectItem($0.name, alias: reference.alias)
        }
        var sql = "(SELECT " + columns.joined(separator: ", ") + " FROM "
        if !tree.bool(reference.node, .inh), reference.relation.definition == nil { sql += "ONLY " }
        sql += reference.relation.sourceSQL + " AS " + SQLText.identifier(reference.alias)
        if let sample = reference.sample {
            guard let range = sampleRange(sample) else {
                throw Verification.failure("no TABLESAMPLE in the text")
            }
            sql += " " + bounds.tokens.string(range)
        }
        var all = conditions
        if isFenced {
            for node in analysis.copiableConditions(for: reference) {
                guard let range = bounds.conjunct(of: node) else {
                    throw Verification.failure("a condition has no place in the text")
                }
                all.append(bounds.tokens.string(range))
            }
        }
        if !all.isEmpty { sql += " WHERE " + Self.conjunction(all) }
        let order = analysis.catalogOrder(of: reference)
        if !order.isEmpty {
            let names = order.map { SQLText.qualified(reference.alias, $0) }
            sql += " ORDER BY " + names.joined(separator: ", ")
        }
        if isFenced { sql += " LIMIT ALL" }
        return sql + ")"
    }

    private func columnAliases(of reference: Reference) -> String {
        guard let alias = tree.child(of: reference.node, .alias),
            let names = tree.texts(of: alias, .colnames), !names.isEmpty
        else { return "" }
        return " (" + names.map(SQLText.identifier).joined(separator: ", ") + ")"
    }

    static func conjunction(_ conditions: [String]) -> String {
        conditions.count == 1
            ? conditions[0] : conditions.map { "(" + $0 + ")" }.joined(separator: " AND ")
    }

    private mutating func noteName(of reference: Reference) {
        let relation = reference.relation
        guard relation.physical != relation.logical else { return }
        notes.append(
            RewriteNote(
                subject: reference.alias,
                reason: "reads \(relation.physical.schema).\(relation.physical.name)"
            )
        )
    }
}

extension Reference {
    /// A stored table, some of whose rows are told apart by rows of related ones.
    fileprivate var hasPathFilter: Bool {
        guard relation.definition == nil, topic == nil, relation.kind != .view,
            case .all(let predicates) = relation.filter
        else { return false }
        return predicates.contains { !$0.path.isEmpty }
    }
}

extension RowFilter {
    /// Its conditions so that none of them becomes a join: only a bare EXISTS does.
    fileprivate func conditionsOfScan(_ conditions: [String]) -> [String] {
        guard case .all(let predicates) = self else { return conditions }
        return zip(predicates, conditions).map { predicate, condition in
            predicate.path.isEmpty ? condition : "(\(condition)) IS TRUE"
        }
    }
}
