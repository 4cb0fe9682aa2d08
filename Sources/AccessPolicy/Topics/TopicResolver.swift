// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides for each topic of the model what one user may use of it.
struct TopicResolver {
    /// A model with the grants that the user holds in it: the session's, or a parent of it, whose
    /// protection stands beside the extension's own.
    private struct Layer {
        let model: Model
        let held: Set<String>
        let protected: ProtectedColumns

        init(_ model: Model, attributes: [String: [String]]) {
            self.model = model
            held = model.grantsHeld(with: attributes)
            protected = ProtectedColumns(model, holding: held)
        }
    }

    private let rules: ConnectionRules
    private let binding: ViewBinding
    private let layers: [Layer]
    private let attributes: [String: [String]]
    private let templates: TemplateValues

    private var model: Model { rules.model }

    /// - Parameters:
    ///   - rules: The rules of the connection, with the session's model.
    ///   - attributes: The user's.
    ///   - numbers: Attributes whose values are numbers.
    ///   - catalog: That of the environment.
    init(
        rules: ConnectionRules,
        attributes: [String: [String]],
        numbers: Set<String>,
        catalog: Catalog
    ) {
        self.rules = rules
        self.attributes = attributes
        binding = ViewBinding(rules: rules, attributes: attributes, catalog: catalog)
        layers = ([rules.model] + rules.model.parents).map {
            Layer($0, attributes: attributes)
        }
        templates = TemplateValues(values: attributes, numbers: numbers)
    }

    /// One decision for each topic, by name.
    var all: [TopicDecision] {
        model.topics.sorted { $0.name < $1.name }.map(decision)
    }

    private func decision(_ topic: ModelTopic) -> TopicDecision {
        var decision = TopicDecision(
            name: topic.name,
            location: topic.location,
            outcome: .absent(reason: "hidden, ignored or a template", location: topic.location)
        )
        func absent(_ reason: String, _ location: SourceLocation? = nil) -> TopicDecision {
            decision.outcome = .absent(reason: reason, location: location ?? topic.location)
            return decision
        }
        let versions = layers.compactMap { layer in
            layer.model.topics.first { $0.name == topic.name }.map { (layer: layer, topic: $0) }
        }
        guard !versions.contains(where: { $0.topic.isHidden }) else { return decision }
        if let problem = topic.problem { return absent(problem) }
        for (layer, version) in versions {
            let required = version.requiredGrants ?? layer.model.defaultTopicRequiredGrants
            if let required, !required.isMet(holding: layer.held) {
                return absent("the topic requires access grants \(required)", required.location)
            }
        }
        guard let base = model.view(named: topic.baseView) else {
            return absent("there is no view \(topic.baseView)")
        }
        let tree = TopicTree(
            base: base,
            joins: topic.joins,
            own: topic.relationships,
            ownViews: topic.views,
            model: model,
            source: { source(of: $0, depth: 0) }
        )
        decision.omissions = tree.problems.map { .init(reason: $0.reason, location: $0.location) }
        guard !tree.views.isEmpty else {
            return absent(tree.problems.first?.reason ?? "its base view is missing")
        }
        var governed = GovernedTopic(
            name: topic.name,
            location: topic.location,
            views: tree.views,
            alwaysWhereSQL: topic.alwaysWhereSQL.map { [$0] } ?? [],
            alwaysWhereFilters: topic.alwaysWhereFilters,
            attributes: templates
        )
        governed.weekStart = weekStart(of: topic)
        governed.defaultTimeframes = model.defaultTimeframes
        for (_, version) in versions.dropFirst() {
            if let sql = version.alwaysWhereSQL, !governed.alwaysWhereSQL.contains(sql) {
                governed.alwaysWhereSQL.append(sql)
            }
            for condition in version.alwaysWhereFilters
            where !governed.alwaysWhereFilters.contains(condition) {
                governed.alwaysWhereFilters.append(condition)
            }
        }
        addFields(to: &governed, versions, &decision)
        var filters: [AccessFilter] = []
        for (layer, version) in versions {
            for filter in version.accessFilters ?? layer.model.defaultAccessFilters
            where !filters.contains(filter) {
                filters.append(filter)
            }
        }
        for filter in filters {
            switch place(filter, in: governed) {
            case .failure(let problem): return absent(problem.reason, filter.location)
            case .success(let place): apply(filter, at: place, to: &governed, &decision)
            }
        }
        decision.outcome = .open(governed)
        return decision
    }

    /// The most particular rule counts; without any, weeks begin on Monday.
    private func weekStart(of topic: ModelTopic?) -> WeekStart? {
        guard let rule = topic?.weekStart ?? model.weekStart else { return .monday }
        return rule.day(with: attributes)
    }

    // MARK: views

    /// Query views over query views; more is a circle.
    private static let depthMax = 4

    private func source(of view: ModelView, depth: Int) -> GovernedTopic.Source? {
        guard depth < Self.depthMax, !view.isIgnored else { return nil }
        guard case .query = view.source else {
            switch binding[view.name]?.table {
            case .present(let relation): return .table(relation)
            case .refused(let message, _): return .refused(message: message)
            case .absent, nil: return nil
            }
        }
        switch view.query {
        case .sql(let sql): return .sql(sql)
        case .fields(let query): return self.query(query, depth: depth)
        case .unreadable, nil: return nil
        }
    }

    /// A query view's own topic: the one it names, filters and all; else the views that its fields need,
    /// each of which must then be open to plain SQL as it is.
    private func query(
        _ query: ViewQuery.FieldQuery,
        depth: Int
    ) -> GovernedTopic.Source? {
        guard let base = model.view(named: query.baseView) else { return nil }
        let topic = query.topic.flatMap { name in model.topics.first { $0.name == name } }
        guard query.topic == nil || topic != nil else { return nil }
        if let problem = topic?.problem { return .refused(message: Self.refusal(problem)) }
        let tree = TopicTree(
            base: topic.flatMap { model.view(named: $0.baseView) } ?? base,
            joins: topic?.joins,
            own: topic?.relationships ?? [],
            ownViews: topic?.views ?? [:],
            model: model,
            source: { source(of: $0, depth: depth + 1) }
        )
        guard !tree.views.isEmpty else { return nil }
        var governed = GovernedTopic(
            name: query.topic ?? query.baseView,
            location: topic?.location ?? base.location,
            views: tree.views,
            alwaysWhereSQL: topic?.alwaysWhereSQL.map { [$0] } ?? [],
            alwaysWhereFilters: topic?.alwaysWhereFilters ?? [],
            attributes: templates
        )
        governed.weekStart = weekStart(of: topic)
        let filters: [AccessFilter]
        if let topic {
            filters = topic.accessFilters ?? model.defaultAccessFilters
        } else {
            filters = plainFilters(of: tree.views)
            if let closed = tree.views.first(where: { !isOpen($0, filters) }) {
                return .refused(
                    message: Self.refusal("view \(closed.alias) has no access filter")
                )
            }
        }
        var decision = TopicDecision(
            name: governed.name,
            location: governed.location,
            outcome: .open(governed)
        )
        for filter in filters {
            guard case .success(let place) = place(filter, in: governed) else {
                return .refused(message: Self.refusal("its access filter cannot be applied"))
            }
            apply(filter, at: place, to: &governed, &decision)
        }
        if let refusal = governed.refusal { return .refused(message: refusal) }
        // The model's own query: grants are asked of what the user names (omni-reference 3.4).
        for (place, view) in governed.views.enumerated() {
            for name in fieldNames(of: view) where view.view.fields[name]?.problem == nil {
                governed.fields.append(.init(view: place, name: name, isMasked: false))
            }
            for (name, measure) in view.view.measures where measure.problem == nil {
                governed.measures["\(view.alias).\(name)"] = place
            }
        }
        return .query(governed, query)
    }

    private static func refusal(_ reason: String) -> String {
        "permission denied for query view: \(reason)"
    }

    private func plainFilters(of views: [GovernedTopic.View]) -> [AccessFilter] {
        let names = Set(views.map(\.view.name))
        let own = rules.sql.accessFilters.filter { filter in
            filter.view.flatMap { model.view(named: $0)?.name }.map(names.contains) ?? false
        }
        let defaults = model.defaultAccessFilters.filter { filter in
            guard let view = filter.field.view else { return views[0].hasField(filter.field.field) }
            return model.view(named: view).map { names.contains($0.name) } ?? false
        }
        return own + defaults
    }

    private func isOpen(_ view: GovernedTopic.View, _ filters: [AccessFilter]) -> Bool {
        let names = [view.alias, view.view.name] + view.view.aliases
        if names.contains(where: rules.sql.unfilteredViews.contains) { return true }
        return filters.contains { filter in
            let named = filter.view ?? filter.field.view
            return named.map(names.contains) ?? (view.join == nil)
        }
    }

    // MARK: fields

    private func addFields(
        to governed: inout GovernedTopic,
        _ topics: [(layer: Layer, topic: ModelTopic)],
        _ decision: inout TopicDecision
    ) {
        let listed = TopicFields(topics.first?.topic.fields)
        for (place, view) in governed.views.enumerated() {
            let versions =
                layers.compactMap { layer in
                    layer.model.view(named: view.view.name).map { (layer: layer, view: $0) }
                }
                + topics.compactMap { layer, topic in
                    topic.views[view.view.name].map { (layer: layer, view: $0) }
                }
            let closed = versions.lazy.compactMap { layer, view in
                view.requiredGrants.flatMap { $0.isMet(holding: layer.held) ? nil : $0 }
            }.first
            if let closed {
                decision.omissions.append(
                    .init(
                        reason: "view \(view.alias) requires access grants \(closed)",
                        location: closed.location
                    )
                )
                continue
            }
            for name in fieldNames(of: view) {
                let tags = view.view.fields[name]?.tags ?? []
                guard listed.includes(name, of: view.alias, tags: tags) else { continue }
                add(name, of: place, versions, to: &governed, &decision)
            }
            for (name, measure) in view.view.measures.sorted(by: { $0.key < $1.key }) {
                let required = versions.lazy.compactMap { layer, view in
                    view.measures[name]?.requiredGrants.flatMap {
                        $0.isMet(holding: layer.held) ? nil : $0
                    }
                }.first
                guard listed.includes(name, of: view.alias, tags: measure.tags),
                    !measure.isHidden
                else { continue }
                if let reason = required.map({ "requires access grants \($0)" }) ?? measure.problem
                {
                    decision.omissions.append(
                        .init(
                            reason: "measure \(view.alias).\(name): \(reason)",
                            location: required?.location ?? measure.location
                        )
                    )
                    continue
                }
                governed.measures["\(view.alias).\(name)"] = place
            }
        }
    }

    private typealias Version = (layer: Layer, view: ModelView)

    private func add(
        _ name: String,
        of place: Int,
        _ versions: [Version],
        to governed: inout GovernedTopic,
        _ decision: inout TopicDecision
    ) {
        let view = governed.views[place]
        func omit(_ reason: String, _ location: SourceLocation) {
            decision.omissions.append(
                .init(reason: "dimension \(view.alias).\(name): \(reason)", location: location)
            )
        }
        var isMasked = false
        for (layer, version) in versions {
            guard let field = version.fields[name] else { continue }
            if field.isHidden { return }
            if let required = field.requiredGrants, !required.isMet(holding: layer.held) {
                return omit("requires access grants \(required)", required.location)
            }
            if let mask = field.maskedUnless, !mask.isMet(holding: layer.held) { isMasked = true }
        }
        if let field = view.view.fields[name] {
            if let problem = field.problem { return omit(problem, field.location) }
            // Columns that the model names are also those that it protects by name.
        } else if let closure = closure(ofColumn: name, of: versions) {
            return omit(closure.reason, closure.location)
        }
        governed.fields.append(.init(view: place, name: name, isMasked: isMasked))
    }

    /// A column that the model has no dimension for is one of the schema layer's, unless a protected
    /// dimension is made from it (spec 9).
    private func closure(ofColumn name: String, of versions: [Version]) -> ColumnClosure? {
        for (layer, view) in versions {
            if let closure = layer.protected.closure(of: name, in: view.name)
                ?? layer.protected.closureOfAll(in: view.name)
            {
                return closure
            }
        }
        return nil
    }

    /// Dimensions and columns in the order of the table, then dimensions that are expressions.
    private func fieldNames(of view: GovernedTopic.View) -> [String] {
        var dimensions: [String: [String]] = [:]
        var expressions: [String] = []
        let columns = view.columnNames
        for (name, field) in view.view.fields {
            if case .column(let column) = field.meaning, columns?.contains(column) == true {
                dimensions[column, default: []].append(name)
            } else {
                expressions.append(name)
            }
        }
        var names: [String] = []
        for column in columns ?? [] {
            if let made = dimensions[column] {
                names += made.sorted()
            } else if view.view.fields[column] == nil {
                names.append(column)
            }
        }
        return names + expressions.sorted()
    }

    // MARK: filters

    private struct Problem: Error {
        var reason: String
    }

    private func place(
        _ filter: AccessFilter,
        in topic: GovernedTopic
    ) -> Result<Int, Problem> {
        let field = filter.field
        guard let name = field.view ?? filter.view else {
            guard topic.views[0].hasField(field.field) else {
                return .failure(
                    Problem(
                        reason: "the base view \(topic.views[0].alias) has no field "
                            + "\(field.field) for its access filter"
                    )
                )
            }
            return .success(0)
        }
        guard let place = topic.view(named: name), topic.views[place].hasField(field.field) else {
            return .failure(
                Problem(reason: "field \(field) of its access filter is not in the topic")
            )
        }
        return .success(place)
    }

    private func apply(
        _ filter: AccessFilter,
        at place: Int,
        to topic: inout GovernedTopic,
        _ decision: inout TopicDecision
    ) {
        let attribute = filter.userAttribute
        let view = topic.views[place]
        var summary = "\(view.alias).\(filter.field.field) "
        defer { decision.filters.append(.init(summary: summary, location: filter.location)) }
        func refuse(_ why: String) {
            summary += "refused: attribute \(attribute) \(why)"
            topic.refusal =
                topic.refusal
                ?? "permission denied for topic \(topic.name): user attribute \"\(attribute)\" \(why)"
        }
        guard let values = attributes[attribute], !values.isEmpty else {
            return refuse("has no value")
        }
        // with several values the user stays filtered.
        if values.count == 1, filter.valuesForUnfiltered.contains(values[0]) {
            summary += "not filtered: value of attribute \(attribute)"
            return
        }
        if filter.usesWildcards, values.contains(where: FilterValues.endsInEscape) {
            return refuse("ends with a lone backslash")
        }
        var test = GovernedTopic.Filter.Test.expression(
            values: values,
            usesWildcards: filter.usesWildcards
        )
        if let name = view.column(of: filter.field.field), case .table(let relation) = view.source,
            let column = relation.columns.first(where: { $0.name == name })
        {
            switch FilterValues.condition(values, on: column, usesWildcards: filter.usesWildcards) {
            case .refused(let why): return refuse(why)
            case .condition(let condition): test = .column(column, condition)
            }
        }
        summary += filter.usesWildcards ? "like " : "in "
        summary += values.map { "'\($0)'" }.joined(separator: ", ")
        summary += " from attribute \(attribute)"
        topic.filters.append(
            .init(
                view: place,
                field: filter.field.field,
                test: test,
                userAttribute: attribute,
                location: filter.location
            )
        )
    }
}
