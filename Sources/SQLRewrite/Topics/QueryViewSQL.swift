// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// A query view as SQL: its fields grouped and aggregated over a topic of its own (omni-reference 11.6).
struct QueryViewSQL {
    private let compiled: CompiledTopic
    private let query: ViewQuery.FieldQuery

    private static let alias = "omni_query"

    init(_ compiled: CompiledTopic, _ query: ViewQuery.FieldQuery) {
        self.compiled = compiled
        self.query = query
    }

    func sql() throws(TopicProblem) -> String {
        // The model's own query: what it selects is not asked for grants (omni-reference 3.4).
        var use = TopicUse()
        var outputs: [(name: String, field: String, isMeasure: Bool)] = []
        for output in query.outputs {
            let name = try self.name(output.field)
            let isMeasure = compiled.hasMeasure(name)
            if isMeasure { use.measures.insert(name) } else { use.fields.insert(name) }
            outputs.append((output.name, name, isMeasure))
        }
        var conditions: [String] = []
        for filter in query.filters {
            let name = try self.name(filter.field)
            guard !compiled.hasMeasure(name) else { throw TopicProblem("filters a measure") }
            use.fields.insert(name)
            conditions.append(
                try FieldConditionSQL(
                    value: SQLText.qualified(Self.alias, name),
                    type: compiled.field(named: name)?.column.type,
                    weekStart: compiled.topic.weekStart
                ).condition(filter.test)
            )
        }
        let select = try TopicSelect(compiled, use: use, alias: Self.alias)
        var items: [String] = []
        var groups: [String] = []
        for output in outputs {
            let value: String
            if output.isMeasure {
                guard let measure = select.measure(output.field) else {
                    throw TopicProblem("has no measure \(output.field)")
                }
                value = measure
            } else {
                value = SQLText.qualified(Self.alias, output.field)
                groups.append(value)
            }
            items.append("\(value) AS \(SQLText.identifier(output.name))")
        }
        // Its own conditions stand outside a fence, so that none runs on hidden rows.
        var sql =
            "SELECT \(items.joined(separator: ", ")) FROM "
            + "(\(try select.sql(isFenced: compiled.hasFilters, copied: []))) AS \(Self.alias)"
        if !conditions.isEmpty { sql += " WHERE " + StatementPlan.conjunction(conditions) }
        if !groups.isEmpty { sql += " GROUP BY " + groups.joined(separator: ", ") }
        var sorts: [String] = []
        for sort in query.sorts {
            let name = try self.name(sort.field)
            guard let place = outputs.firstIndex(where: { $0.field == name }) else {
                throw TopicProblem("sorts by what it does not select")
            }
            sorts.append("\(place + 1)" + (sort.isDescending ? " DESC NULLS LAST" : ""))
        }
        if !sorts.isEmpty { sql += " ORDER BY " + sorts.joined(separator: ", ") }
        if let limit = query.limit { sql += " LIMIT \(limit)" }
        return sql
    }

    /// The field's name in the topic.
    private func name(_ field: FieldName) throws(TopicProblem) -> String {
        guard let place = compiled.topic.view(named: field.view, from: 0) else {
            throw TopicProblem("selects \(field), whose view is not in its topic")
        }
        var full = field
        full.view = compiled.topic.views[place].alias
        return full.description
    }
}
