// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides for each relation that the model's views name what one user may read of it.
struct RelationDecisions {
    private let rules: ConnectionRules
    /// The session's model.
    fileprivate let layer: ModelLayer
    /// Its parents.
    private let parents: [ModelLayer]
    private let templateSchemas: Set<String>
    private let catalog: Catalog

    /// - Parameters:
    ///   - rules: The rules of the connection, with the session's model.
    ///   - attributes: The user's.
    ///   - catalog: That of the environment.
    init(rules: ConnectionRules, attributes: [String: [String]], catalog: Catalog) {
        self.rules = rules
        self.catalog = catalog
        layer = ModelLayer(rules: rules, attributes: attributes, catalog: catalog)
        parents = rules.model.parents.map { parent in
            var rules = rules
            rules.model = parent
            return ModelLayer(rules: rules, attributes: attributes, catalog: catalog)
        }
        templateSchemas = Set(rules.model.dynamicSchemas.values.map(\.fromSchema))
    }

    /// One decision for each relation, by schema and name.
    var all: [RelationDecision] {
        let byRelation = Dictionary(grouping: layer.binding.views.values, by: \.logical)
        return byRelation.map { logical, views in
            decision(logical, views.sorted { $0.view.name < $1.view.name })
        }
        .sorted { ($0.logical.schema, $0.logical.name) < ($1.logical.schema, $1.logical.name) }
    }

    fileprivate typealias BoundView = ViewBinding.BoundView
    /// A view with the model that it protects its table in.
    private typealias Governing = (layer: ModelLayer, bound: BoundView)

    private func decision(
        _ logical: Catalog.QualifiedName,
        _ views: [BoundView]
    ) -> RelationDecision {
        let place = views.first?.view.location ?? SourceLocation(file: "", line: 0)
        var decision = RelationDecision(
            logical: logical,
            views: views.map(\.view.name),
            location: place,
            outcome: .absent(reason: "", location: place)
        )
        func absent(_ reason: String, _ location: SourceLocation? = nil) -> RelationDecision {
            decision.outcome = .absent(reason: reason, location: location ?? place)
            return decision
        }
        guard let table = views.first?.table, let structure = views.first?.structure else {
            return absent("the database has no such table")
        }
        let governing = governing(views, table)
        for (layer, bound) in governing {
            guard let missing = layer.missingGrants(of: bound.view) else { continue }
            return absent(
                "view \(bound.view.name) requires access grants \(missing)",
                missing.location
            )
        }
        if let ignored = parents.lazy.compactMap({ ignoring(logical, in: $0) }).first {
            return absent("ignored or left out by the extended model", ignored.location)
        }
        guard views.contains(where: { !$0.view.isHidden }) else {
            return absent("hidden, ignored or left out by the model")
        }
        let inherited = ancestors(of: table)
        guard
            views.contains(where: {
                !$0.view.isHidden && (isReachable($0) || isFiltered(inherited))
            })
        else {
            return absent(unreachableReason(logical))
        }
        decision.closedColumns = closedColumns(structure, governing)
        let hidden = Set(decision.hiddenColumns)
        guard hidden.count < structure.columns.count else {
            return absent(
                "every column is closed",
                decision.closedColumns.first?.closure.location
            )
        }
        var filter = rowFilter(governing, &decision.filters)
        if case .refused(let message, _) = table { filter = .refused(message: message) }
        if let part = differingPart(of: structure, filter, closed: decision.closedColumns) {
            return absent(
                "its part \(part.view.name) is protected in another way, which reading the whole "
                    + "would go around",
                part.view.location
            )
        }
        let columns = structure.columns.filter { !hidden.contains($0.name) }
        var relation = relation(logical, structure, columns, decision, filter)
        if governing.contains(where: { layer, bound in
            layer.closesMore(than: structure.columns, in: bound.view)
        }) {
            relation.hidesColumns = true
        }
        decision.outcome = .reachable(relation)
        return decision
    }

    private func relation(
        _ logical: Catalog.QualifiedName,
        _ structure: Catalog.Relation,
        _ columns: [Catalog.Column],
        _ decision: RelationDecision,
        _ filter: RowFilter
    ) -> GovernedRelation {
        let masked = Set(decision.maskedColumns)
        let closed = Set(decision.closedColumns.map(\.name))
        var masks: [String: ColumnMask] = [:]
        for column in columns where masked.contains(column.name) {
            masks[column.name] = ColumnMask(of: column, in: catalog)
        }
        var names: [String: ObjectNameColumn] = [:]
        for column in columns where masks[column.name] == nil {
            names[column.name] = ObjectNameColumn(of: column, in: catalog)
        }
        return GovernedRelation(
            logical: logical,
            physical: structure.name,
            view: decision.views.joined(separator: ", "),
            kind: structure.kind,
            columns: columns.map { masks[$0.name]?.column ?? names[$0.name]?.column ?? $0 },
            // A key of which a part is not what it is in the table determines nothing.
            primaryKey: closed.isDisjoint(with: structure.primaryKey) ? structure.primaryKey : [],
            filter: filter,
            hidesColumns: columns.count < structure.columns.count,
            expressions: masks.mapValues(\.expression).merging(names.mapValues(\.expression)) {
                mask,
                _ in mask
            }
        )
    }

    /// The views that protect a table: those that stand for it here, those that read the same table
    /// under another name, and those of the models that this one extends.
    ///
    /// Two views of one table protect it together, also when a dynamic schema leads to a table that a
    /// plain view governs: whoever names the table gets the conjunction.
    private func governing(_ views: [BoundView], _ table: ViewBinding.Table) -> [Governing] {
        var governing: [Governing] = views.map { (layer, $0) }
        guard case .present(let relation) = table else { return governing }
        // Rows of a partition or child are rows of its root (R35).
        for ancestor in ancestors(of: table) {
            for layer in [layer] + parents {
                governing += layer.views(reading: ancestor).map { (layer, $0) }
            }
        }
        for other in layer.views(reading: relation.name) where !views.contains(other) {
            governing.append((layer, other))
        }
        for parent in parents {
            governing += parent.views(reading: relation.name).map { (parent, $0) }
        }
        return governing
    }

    /// The tables that one is a partition or inheritance child of, the nearest first.
    private func ancestors(of table: ViewBinding.Table) -> [Catalog.QualifiedName] {
        guard case .present(let relation) = table else { return [] }
        return catalog.ancestors(of: relation).map(\.name)
    }

    /// Whether a filter bears on one of these tables.
    private func isFiltered(_ tables: [Catalog.QualifiedName]) -> Bool {
        tables.contains { table in
            ([layer] + parents).contains { layer in
                layer.views(reading: table).contains { !layer.maker.filters(of: $0).isEmpty }
            }
        }
    }

    /// A view of a partition or child whose protection the whole does not have: its rows would come
    /// out unprotected with those of the whole (R35).
    private func differingPart(
        of structure: Catalog.Relation,
        _ filter: RowFilter,
        closed: [RelationDecision.ClosedColumn]
    ) -> BoundView? {
        guard structure.kind == .table || structure.kind == .partitionedTable else { return nil }
        for layer in [layer] + parents {
            for bound in layer.partsOfTables {
                guard case .present(let part) = bound.table,
                    catalog.ancestors(of: part).contains(where: { $0.oid == structure.oid })
                else { continue }
                if layer.missingGrants(of: bound.view) != nil { return bound }
                var applied: [RelationDecision.AppliedFilter] = []
                switch (rowFilter([(layer, bound)], &applied), filter) {
                case (.unfiltered, _), (_, .refused): break
                case (.all(let own), .all(let whole)):
                    if own.contains(where: { !whole.contains($0) }) { return bound }
                default: return bound
                }
                for column in closedColumns(part, [(layer, bound)])
                where !closed.contains(where: {
                    $0.name == column.name && $0.closure.kind >= column.closure.kind
                }) {
                    return bound
                }
            }
        }
        return nil
    }

    /// A view of a relation in an extended model in which every view of it is ignored.
    private func ignoring(
        _ logical: Catalog.QualifiedName,
        in parent: ModelLayer
    ) -> ModelView? {
        let views = parent.binding.views.values.filter { $0.logical == logical }.map(\.view)
        return views.allSatisfy(\.isIgnored) ? views.min { $0.name < $1.name } : nil
    }

    private func closedColumns(
        _ structure: Catalog.Relation,
        _ governing: [Governing]
    ) -> [RelationDecision.ClosedColumn] {
        structure.columns.compactMap { column in
            let closures = governing.compactMap { layer, bound in
                layer.closure(of: column.name, in: bound.view)
            }
            // The first of the strongest: views come in a fixed order.
            guard let strongest = closures.map(\.kind).max(),
                let closure = closures.first(where: { $0.kind == strongest })
            else { return nil }
            return RelationDecision.ClosedColumn(name: column.name, closure: closure)
        }
    }

    /// Whether the rows are filtered, or declared to need no filter.
    fileprivate func isReachable(_ bound: BoundView) -> Bool {
        let names = [bound.view.name] + bound.view.aliases
        let isListed = names.contains(where: rules.sql.unfilteredViews.contains)
        let isListedByName = isListed && rules.sql.unfilteredViews != .all
        // A filter that an extension drops applies all the same.
        let filters = ([layer] + parents).flatMap { layer in
            layer.binding[bound.view.name].map { layer.maker.filters(of: $0) } ?? []
        }
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

    fileprivate func unreachableReason(_ logical: Catalog.QualifiedName) -> String {
        templateSchemas.contains(logical.schema)
            ? "the template of a dynamic schema, and not listed by name"
            : "no access filter bears on it, and it is not in unfiltered_views"
    }

    private func rowFilter(
        _ governing: [Governing],
        _ applied: inout [RelationDecision.AppliedFilter]
    ) -> RowFilter {
        var predicates: [FilterPredicate] = []
        var refusal: String?
        for (layer, bound) in governing {
            let maker = layer.maker
            for filter in maker.filters(of: bound) {
                var entry = RelationDecision.AppliedFilter(
                    field: filter.field,
                    userAttribute: filter.userAttribute,
                    values: maker.attributes[filter.userAttribute] ?? [],
                    effect: .filtered,
                    summary: "\(filter.field) ",
                    location: filter.location
                )
                switch maker.outcome(of: filter, on: bound) {
                case .lifted:
                    entry.effect = .lifted
                    entry.summary += "not filtered: value of attribute \(filter.userAttribute)"
                case .refused(let message, let reason):
                    entry.effect = .refused
                    entry.summary += "refused: \(reason)"
                    refusal = refusal ?? message
                case .predicate(let predicate):
                    entry.summary += Self.summary(predicate)
                    if !predicates.contains(predicate) { predicates.append(predicate) }
                }
                if !applied.contains(entry) { applied.append(entry) }
            }
        }
        if let refusal { return .refused(message: refusal) }
        return predicates.isEmpty ? .unfiltered : .all(predicates)
    }

    /// Values beyond this many are counted, not told.
    private static let valuesToldMax = 20

    private static func shortened(_ values: [String]) -> String {
        let told = values.prefix(valuesToldMax).joined(separator: " or ")
        let rest = values.count - valuesToldMax
        return rest > 0 ? "\(told) or one of \(rest) more" : told
    }

    private static func summary(_ predicate: FilterPredicate) -> String {
        let way = predicate.path.map { "\($0.target.schema).\($0.target.name)" }
        let along = way.isEmpty ? "" : " along " + way.joined(separator: ", ")
        switch predicate.condition {
        case .equalsAny(let values):
            return
                "= \(shortened(values)) (attribute \(predicate.userAttribute))\(along)"
        case .likeAny(let patterns):
            return
                "like \(shortened(patterns)) (attribute \(predicate.userAttribute))\(along)"
        }
    }
}

/// What plain SQL reaches of one view's table, whoever asks (`omniproxy check`).
package struct PlainAccess: Sendable, Equatable {
    package enum Rows: Sendable, Equatable {
        /// By these filters.
        case filtered([AccessFilter])
        /// Listed in `unfiltered_views`.
        case whole
        case closed(reason: String)
    }

    package var view: String
    package var table: Catalog.QualifiedName
    package var rows: Rows
    package var requiredGrants: GrantRequirement?
    package var location: SourceLocation
}

extension RelationDecisions {
    /// One entry for each view with a table, by name.
    var plainAccess: [PlainAccess] {
        layer.binding.views.values.sorted { $0.view.name < $1.view.name }.map { bound in
            PlainAccess(
                view: bound.view.name,
                table: bound.logical,
                rows: plainRows(of: bound),
                requiredGrants: bound.view.requiredGrants,
                location: bound.view.location
            )
        }
    }

    private func plainRows(of bound: ViewBinding.BoundView) -> PlainAccess.Rows {
        if bound.structure == nil { return .closed(reason: "the database has no such table") }
        if bound.view.isHidden {
            return .closed(reason: "hidden, ignored or left out by the model")
        }
        guard isReachable(bound) else {
            return .closed(reason: unreachableReason(bound.logical))
        }
        let filters = layer.maker.filters(of: bound)
        return filters.isEmpty ? .whole : .filtered(filters)
    }
}
