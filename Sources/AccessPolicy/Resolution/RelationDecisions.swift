// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides for each relation that the model's views name what one user may read of it.
struct RelationDecisions {
    private let rules: ConnectionRules
    private let binding: ViewBinding
    private let maker: FilterMaker
    private let protected: ProtectedColumns
    private let templateSchemas: Set<String>
    private let catalog: Catalog

    init(rules: ConnectionRules, attributes: [String: [String]], catalog: Catalog) {
        self.rules = rules
        self.catalog = catalog
        binding = ViewBinding(rules: rules, attributes: attributes, catalog: catalog)
        maker = FilterMaker(
            binding: binding,
            paths: RelationshipPaths(rules.model.relationships),
            relationships: rules.model.relationships,
            rules: rules,
            attributes: attributes
        )
        protected = ProtectedColumns(rules.model)
        templateSchemas = Set(rules.model.dynamicSchemas.values.map(\.fromSchema))
    }

    /// One decision for each relation, by schema and name.
    var all: [RelationDecision] {
        let byRelation = Dictionary(grouping: binding.views.values, by: \.logical)
        return byRelation.map { logical, views in
            decision(logical, views.sorted { $0.view.name < $1.view.name })
        }
        .sorted { ($0.logical.schema, $0.logical.name) < ($1.logical.schema, $1.logical.name) }
    }

    private typealias BoundView = ViewBinding.BoundView

    private func decision(
        _ logical: Catalog.QualifiedName,
        _ views: [BoundView]
    ) -> RelationDecision {
        var decision = RelationDecision(
            logical: logical,
            views: views.map(\.view.name),
            location: views.first?.view.location ?? SourceLocation(file: "", line: 0),
            outcome: .absent(reason: "")
        )
        func absent(_ reason: String) -> RelationDecision {
            decision.outcome = .absent(reason: reason)
            return decision
        }
        guard let table = views.first?.table, let structure = views.first?.structure else {
            return absent("the database has no such table")
        }
        // Two views of one table protect it together, also when a dynamic schema leads to a table
        // that a plain view governs: whoever names the table gets the conjunction (A-18).
        let governing = views + others(reading: structure.name, besides: views, table)
        if let view = governing.first(where: { $0.view.protection != nil })?.view {
            return absent("view \(view.name) requires access grants, which are not evaluated yet")
        }
        let visible = governing.filter { !$0.view.isHidden }
        guard visible.contains(where: { views.contains($0) }) else {
            return absent("hidden, ignored or left out by the model")
        }
        guard visible.contains(where: { views.contains($0) && isReachable($0) }) else {
            return absent(unreachableReason(logical))
        }
        let columns = structure.columns.filter { column in
            !governing.contains { protected.closes(column.name, of: $0.view.name) }
        }
        decision.hiddenColumns = structure.columns.map(\.name).filter { name in
            !columns.contains { $0.name == name }
        }
        if columns.isEmpty || governing.contains(where: { protected.closesAll(of: $0.view.name) }) {
            return absent("a protected dimension closes every column")
        }
        var masks: [String: ColumnMask] = [:]
        for column in columns
        where governing.contains(where: { protected.masks(column.name, of: $0.view.name) }) {
            masks[column.name] = ColumnMask(of: column, in: catalog)
        }
        var filter = rowFilter(governing, &decision.filters)
        if case .refused(let message, _) = table { filter = .refused(message: message) }
        decision.outcome = .reachable(
            GovernedRelation(
                logical: logical,
                physical: structure.name,
                view: decision.views.joined(separator: ", "),
                kind: structure.kind,
                columns: columns.map { masks[$0.name]?.column ?? $0 },
                primaryKey: structure.primaryKey.allSatisfy { key in
                    masks[key] == nil && columns.contains { $0.name == key }
                } ? structure.primaryKey : [],
                filter: filter,
                hidesColumns: !decision.hiddenColumns.isEmpty,
                expressions: masks.mapValues(\.expression)
            )
        )
        return decision
    }

    /// Views under other names whose table is the same physical one.
    private func others(
        reading physical: Catalog.QualifiedName,
        besides views: [BoundView],
        _ table: ViewBinding.Table
    ) -> [BoundView] {
        guard case .present = table else { return [] }
        return binding.views.values.filter { other in
            guard case .present(let relation) = other.table else { return false }
            return relation.name == physical && !views.contains(other)
        }
        .sorted { $0.view.name < $1.view.name }
    }

    /// Whether the rows are filtered, or declared to need no filter.
    private func isReachable(_ bound: BoundView) -> Bool {
        let names = [bound.view.name] + bound.view.aliases
        let isListed = names.contains(where: rules.sql.unfilteredViews.contains)
        let isListedByName = isListed && rules.sql.unfilteredViews != .all
        let filters = maker.filters(of: bound)
        if templateSchemas.contains(bound.logical.schema) {
            // The template is invisible unless somebody lists its views by name (L9).
            return isListedByName || filters.contains { $0.view != nil || $0.field.view != nil }
        }
        return !filters.isEmpty || (mayReadOtherTables(bound) ? isListedByName : isListed)
    }

    /// Views, foreign tables and parts of tables show rows of relations that may be filtered under
    /// their own names; "*" does not speak of them (R36, T9).
    private func mayReadOtherTables(_ bound: BoundView) -> Bool {
        guard let structure = bound.structure else { return true }
        switch structure.kind {
        case .table, .partitionedTable: return structure.isInheritanceChild
        case .view, .materializedView, .foreignTable: return true
        }
    }

    private func unreachableReason(_ logical: Catalog.QualifiedName) -> String {
        templateSchemas.contains(logical.schema)
            ? "the template of a dynamic schema, and not listed by name"
            : "no access filter bears on it, and it is not in unfiltered_views"
    }

    private func rowFilter(
        _ governing: [BoundView],
        _ applied: inout [RelationDecision.AppliedFilter]
    ) -> RowFilter {
        var predicates: [FilterPredicate] = []
        var refusal: String?
        for bound in governing {
            for filter in maker.filters(of: bound) {
                var summary = "\(filter.field) "
                switch maker.outcome(of: filter, on: bound) {
                case .lifted:
                    summary += "not filtered: value of attribute \(filter.userAttribute)"
                case .refused(let message, let reason):
                    summary += "refused: \(reason)"
                    refusal = refusal ?? message
                case .predicate(let predicate):
                    summary += Self.summary(predicate)
                    if !predicates.contains(predicate) { predicates.append(predicate) }
                }
                applied.append(
                    RelationDecision.AppliedFilter(summary: summary, location: filter.location)
                )
            }
        }
        if let refusal { return .refused(message: refusal) }
        return predicates.isEmpty ? .unfiltered : .all(predicates)
    }

    private static func summary(_ predicate: FilterPredicate) -> String {
        let way = predicate.path.map { "\($0.target.schema).\($0.target.name)" }
        let along = way.isEmpty ? "" : " along " + way.joined(separator: ", ")
        switch predicate.condition {
        case .equalsAny(let values):
            return
                "= \(values.joined(separator: " or ")) (attribute \(predicate.userAttribute))\(along)"
        case .likeAny(let patterns):
            return
                "like \(patterns.joined(separator: " or ")) (attribute \(predicate.userAttribute))\(along)"
        }
    }
}
