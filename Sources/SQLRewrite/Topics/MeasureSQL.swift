// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// A measure as an aggregate over expressions of the joined views.
struct MeasureSQL {
    enum Part {
        case sql(String)
        /// One of `arguments`.
        case argument(Int)
    }

    var parts: [Part] = []
    private(set) var arguments: [TopicExpression] = []
    /// Views whose rows it is computed over.
    private(set) var views: Set<Int> = []

    mutating func append(_ sql: String) { parts.append(.sql(sql)) }

    mutating func append(argument: TopicExpression) {
        views.formUnion(argument.views)
        let place = arguments.firstIndex(of: argument) ?? arguments.count
        if place == arguments.count { arguments.append(argument) }
        parts.append(.argument(place))
    }

    mutating func append(_ other: MeasureSQL) {
        need(other.views)
        for part in other.parts {
            switch part {
            case .sql(let sql): append(sql)
            case .argument(let place): append(argument: other.arguments[place])
            }
        }
    }

    mutating func need(_ views: Set<Int>) { self.views.formUnion(views) }

    /// The aggregate.
    ///
    /// - Parameter name: What stands for an argument.
    /// - Returns: SQL, to be put in parentheses.
    func sql(_ name: (TopicExpression) -> String) -> String {
        var sql = ""
        for part in parts {
            switch part {
            case .sql(let text): sql += text
            case .argument(let place): sql += name(arguments[place])
            }
        }
        return sql
    }
}

/// Writes measures: plain aggregates, and symmetric ones where joins multiply the rows of their view
/// (omni-reference 15).
struct MeasureMaker {
    let topic: GovernedTopic
    let expressions: ModelExpressions
    /// Whether the rows of a view are multiplied by what is joined.
    let isMultiplied: (Int) -> Bool
    /// Rows of the result may stand for no row of the base view.
    let mayLackBase: Bool
    /// The type of an expression; nil when it is not known.
    let type: (TopicExpression) -> TypeID?

    private static let depthMax = 16

    func measure(
        _ name: String,
        of place: Int,
        depth: Int = 0
    ) throws(TopicProblem) -> MeasureSQL {
        guard depth < Self.depthMax else { throw TopicProblem("refers to itself") }
        guard let measure = topic.views[place].view.measures[name], !measure.isHidden else {
            throw TopicProblem("refers to \(topic.views[place].alias).\(name), which is no measure")
        }
        if let problem = measure.problem { throw TopicProblem(problem) }
        guard let aggregate = measure.aggregate else {
            return try computed(measure, of: place, depth: depth)
        }
        var argument: TopicExpression?
        if let sql = measure.sql { argument = try expressions.expression(sql, of: place) }
        var condition: TopicExpression?
        for filter in measure.filters {
            var field = try expressions.field(filter.field, from: place)
            field.sql = try FieldConditionSQL(
                value: "(\(field.sql))",
                type: type(field),
                weekStart: topic.weekStart
            ).condition(filter.test)
            condition =
                condition.map {
                    TopicExpression(
                        sql: "\($0.sql) AND \(field.sql)",
                        views: $0.views.union(field.views)
                    )
                } ?? field
        }
        var result = MeasureSQL()
        result.need([place])
        try append(aggregate, measure, of: place, argument, condition, to: &result)
        return result
    }

    // MARK: expressions over measures

    private func computed(
        _ measure: Measure,
        of place: Int,
        depth: Int
    ) throws(TopicProblem) -> MeasureSQL {
        guard let sql = measure.sql else {
            throw TopicProblem("has neither aggregate_type nor sql")
        }
        guard measure.filters.isEmpty else {
            throw TopicProblem("has filters without an aggregate")
        }
        var pieces: [MeasureSQL] = []
        var aggregatesItself = false
        let mark = "omni piece "
        func piece(
            _ make: (inout MeasureSQL) throws(TopicProblem) -> Void
        ) throws(TopicProblem)
            -> TopicExpression
        {
            var one = MeasureSQL()
            try make(&one)
            pieces.append(one)
            return TopicExpression(sql: "\"\(mark)\(pieces.count - 1)\"", views: [])
        }
        let text = try expressions.expression(
            sql,
            column: { (name: String) throws(TopicProblem) in
                aggregatesItself = true
                let column = try expressions.column(name, of: place)
                return try piece { $0.append(argument: column) }
            },
            owner: topic.views[place],
            field: { (name: FieldName) throws(TopicProblem) in
                guard let view = topic.view(named: name.view, from: place) else {
                    throw TopicProblem("refers to \(name), whose view is not in the topic")
                }
                if topic.views[view].view.measures[name.field] != nil, name.frame == nil {
                    let other = try self.measure(name.field, of: view, depth: depth + 1)
                    return try piece { $0.append(other.asOperand) }
                }
                aggregatesItself = true
                let field = try expressions.field(name, from: place)
                return try piece { $0.append(argument: field) }
            }
        )
        if aggregatesItself, isMultiplied(place) {
            throw TopicProblem(
                "aggregates in its own SQL and would count rows twice in these joins"
            )
        }
        var result = MeasureSQL()
        result.need([place])
        var rest = text.sql[...]
        // No quoted name of the model's is called like the marks: it would have been replaced.
        while let start = rest.firstRange(of: "\"" + mark) {
            result.append(String(rest[..<start.lowerBound]))
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "\""), let number = Int(rest[..<end]),
                pieces.indices.contains(number)
            else { throw TopicProblem("has SQL that is not understood") }
            result.append(pieces[number])
            rest = rest[rest.index(after: end)...]
        }
        result.append(String(rest))
        return result
    }

    // MARK: aggregates

    private func append(
        _ aggregate: Measure.Aggregate,
        _ measure: Measure,
        of place: Int,
        _ argument: TopicExpression?,
        _ condition: TopicExpression?,
        to result: inout MeasureSQL
    ) throws(TopicProblem) {
        func value() throws(TopicProblem) -> TopicExpression {
            guard let argument else { throw TopicProblem("has no sql") }
            return Self.value(argument, if: condition)
        }
        let isMultiplied = isMultiplied(place)
        switch aggregate {
        case .count:
            if let argument {
                guard !isMultiplied else { throw TopicProblem("counts an expression of its own") }
                result.append("pg_catalog.count(")
                result.append(argument: Self.value(argument, if: condition))
                result.append(")")
            } else {
                try appendCount(of: place, condition, isMultiplied, to: &result)
            }
        case .countDistinct:
            result.append("pg_catalog.count(DISTINCT ")
            result.append(argument: try value())
            result.append(")")
        case .min, .max:
            result.append("pg_catalog.\(aggregate.rawValue)(")
            result.append(argument: try value())
            result.append(")")
        case .list:
            result.append("pg_catalog.string_agg(DISTINCT ")
            result.append(argument: try value())
            result.append("::pg_catalog.text, ', ')")
        case .sum, .average:
            let value = try value()
            if isMultiplied {
                try appendDistinct(aggregate == .sum, value, on: key(of: place), to: &result)
            } else {
                result.append(aggregate == .sum ? "pg_catalog.sum(" : "pg_catalog.avg(")
                result.append(argument: value)
                result.append(")")
            }
        case .sumDistinctOn, .averageDistinctOn:
            try appendDistinct(
                aggregate == .sumDistinctOn,
                value(),
                on: ownKey(measure, of: place),
                to: &result
            )
        case .median, .percentile, .medianDistinctOn, .percentileDistinctOn:
            let isDistinct = aggregate == .medianDistinctOn || aggregate == .percentileDistinctOn
            var fraction = 0.5
            if aggregate == .percentile || aggregate == .percentileDistinctOn {
                guard let percentile = measure.percentile else {
                    throw TopicProblem("has no percentile")
                }
                fraction = percentile / 100
            }
            let key =
                isDistinct
                ? try ownKey(measure, of: place) : isMultiplied ? try self.key(of: place) : nil
            try appendPercentile(fraction, value(), on: key, to: &result)
        }
    }

    private static func value(
        _ expression: TopicExpression,
        if condition: TopicExpression?
    ) -> TopicExpression {
        guard let condition else { return expression }
        return TopicExpression(
            sql: "CASE WHEN \(condition.sql) THEN (\(expression.sql)) END",
            views: expression.views.union(condition.views)
        )
    }

    private func appendCount(
        of place: Int,
        _ condition: TopicExpression?,
        _ isMultiplied: Bool,
        to result: inout MeasureSQL
    ) throws(TopicProblem) {
        let isEveryRow = place == 0 && !mayLackBase
        if isMultiplied {
            result.append("pg_catalog.count(DISTINCT ")
            result.append(argument: Self.value(try key(of: place), if: condition))
            result.append(")")
        } else if isEveryRow, condition == nil {
            result.append("pg_catalog.count(*)")
        } else {
            let one = isEveryRow ? TopicExpression(sql: "1", views: []) : try mark(of: place)
            result.append("pg_catalog.count(")
            result.append(argument: Self.value(one, if: condition))
            result.append(")")
        }
    }

    /// Something that is null exactly where a join found no row of the view.
    private func mark(of place: Int) throws(TopicProblem) -> TopicExpression {
        if case .table(let relation) = topic.views[place].source,
            let column = relation.columns.first(where: \.isNotNull)
        {
            return try expressions.column(column.name, of: place)
        }
        return try key(of: place)
    }

    /// A sum over the distinct values of a key: each value is carried past the others by a number made
    /// of its key, 128 bits wide, and the sum of those numbers is taken off again.
    private func appendDistinct(
        _ isSum: Bool,
        _ value: TopicExpression,
        on key: TopicExpression,
        to result: inout MeasureSQL
    ) throws(TopicProblem) {
        guard let type = type(value), let form = Self.numbers[type] else {
            throw TopicProblem("sums what is no number, and would count rows twice in these joins")
        }
        func carrier() {
            let collated = " COLLATE pg_catalog.\"C\", "
            result.append("(pg_catalog.hashtextextended(")
            result.append(argument: key)
            result.append(collated + "1)::pg_catalog.numeric * 18446744073709551616")
            result.append(" + pg_catalog.hashtextextended(")
            result.append(argument: key)
            result.append(collated + "2)::pg_catalog.numeric)")
        }
        func known() {
            result.append(" FILTER (WHERE (")
            result.append(argument: value)
            result.append(") IS NOT NULL)")
        }
        result.append("((pg_catalog.sum(DISTINCT ")
        carrier()
        result.append(" + (")
        result.append(argument: value)
        result.append(")::pg_catalog.numeric) - pg_catalog.sum(DISTINCT ")
        carrier()
        result.append(")")
        known()
        result.append(")")
        if !isSum {
            result.append(" / pg_catalog.count(DISTINCT ")
            result.append(argument: key)
            result.append(")")
            known()
        }
        result.append(")::pg_catalog." + (isSum ? form.sum : form.average))
    }

    /// Types that can be summed so, with what the server's own aggregates give for them.
    private static let numbers: [TypeID: (sum: String, average: String)] = [
        .smallint: ("int8", "numeric"), .integer: ("int8", "numeric"),
        .bigint: ("numeric", "numeric"), .numeric: ("numeric", "numeric"),
        .real: ("float4", "float8"), .double: ("float8", "float8"),
    ]

    private func appendPercentile(
        _ fraction: Double,
        _ value: TopicExpression,
        on key: TopicExpression?,
        to result: inout MeasureSQL
    ) throws(TopicProblem) {
        guard let key else {
            result.append("pg_catalog.percentile_cont(\(fraction)) WITHIN GROUP (ORDER BY ")
            result.append(argument: value)
            result.append(")")
            return
        }
        guard let type = type(value), Self.numbers[type] != nil else {
            throw TopicProblem(
                "orders what is no number, and would count rows twice in these joins"
            )
        }
        // One entry for each key; the values of one key are equal.
        result.append(
            "(SELECT pg_catalog.percentile_cont(\(fraction)) WITHIN GROUP "
                + "(ORDER BY v.value::pg_catalog.float8) FROM pg_catalog.jsonb_each_text("
                + "pg_catalog.jsonb_object_agg("
        )
        result.append(argument: key)
        result.append(", ")
        result.append(argument: value)
        result.append(") FILTER (WHERE (")
        result.append(argument: key)
        result.append(") IS NOT NULL AND (")
        result.append(argument: value)
        result.append(") IS NOT NULL)) AS v)")
    }

    // MARK: keys

    private func ownKey(
        _ measure: Measure,
        of place: Int
    ) throws(TopicProblem) -> TopicExpression {
        guard !measure.keySQL.isEmpty else { return try key(of: place) }
        return try text(measure.keySQL, of: place)
    }

    /// What tells one row of a view from another, as text.
    func key(of place: Int) throws(TopicProblem) -> TopicExpression {
        let view = topic.views[place]
        if !view.view.keySQL.isEmpty { return try text(view.view.keySQL, of: place) }
        let marked = view.view.fields.values.filter(\.isPrimaryKey).map(\.name).sorted()
        var parts: [TopicExpression] = []
        for name in marked {
            parts.append(try expressions.field(FieldName(field: name), from: place))
        }
        if parts.isEmpty, case .table(let relation) = view.source {
            for column in relation.primaryKey {
                parts.append(try expressions.column(column, of: place))
            }
        }
        return try Self.text(parts, of: view)
    }

    private func text(
        _ key: [ModelSQL],
        of place: Int
    ) throws(TopicProblem) -> TopicExpression {
        var parts: [TopicExpression] = []
        for sql in key { parts.append(try expressions.expression(sql, of: place)) }
        return try Self.text(parts, of: topic.views[place])
    }

    private static func text(
        _ parts: [TopicExpression],
        of view: GovernedTopic.View
    ) throws(TopicProblem) -> TopicExpression {
        guard let first = parts.first else {
            throw TopicProblem("needs a primary key of view \(view.alias)")
        }
        let views = parts.reduce(into: Set<Int>()) { $0.formUnion($1.views) }
        if parts.count == 1 { return TopicExpression(sql: "(\(first.sql))::text", views: views) }
        // Null where any part is, which is where a join found nothing.
        let known = parts.map { "(\($0.sql)) IS NOT NULL" }.joined(separator: " AND ")
        // Quoted, so that no two keys have one text.
        let list = parts.map { "quote_literal((\($0.sql))::text)" }.joined(separator: " || ',' || ")
        return TopicExpression(sql: "CASE WHEN \(known) THEN \(list) END", views: views)
    }
}

extension MeasureSQL {
    /// Itself in parentheses.
    fileprivate var asOperand: MeasureSQL {
        var result = MeasureSQL()
        result.append("(")
        result.append(self)
        result.append(")")
        return result
    }
}
