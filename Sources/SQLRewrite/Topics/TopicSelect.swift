// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// What one statement uses of one reference to a topic.
struct TopicUse: Equatable {
    /// Names of fields.
    var fields: Set<String> = []
    /// Names of measures.
    var measures: Set<String> = []
    /// All listed fields, in their order: a star, a whole row, names by position.
    var isWhole = false
}

/// The query that stands in place of a reference to a topic: the joins that are needed, the filters, and
/// the columns that are used.
struct TopicSelect {
    /// Names of columns that carry a measure's arguments begin so; clients cannot write them.
    static let reservedPrefix = "omni:"

    let compiled: CompiledTopic
    let use: TopicUse
    let alias: String
    private var joins: TopicJoins
    private var measures: [String: MeasureSQL] = [:]
    private var arguments: [TopicExpression] = []
    private var fields: [CompiledTopic.Field] = []
    private var absentFilters: [TopicExpression] = []

    private var topic: GovernedTopic { compiled.topic }

    /// - Parameters:
    ///   - compiled: The topic.
    ///   - use: What is used of it.
    ///   - alias: The name that the statement has for it.
    /// - Throws: When something that is used cannot be computed.
    init(
        _ compiled: CompiledTopic,
        use: TopicUse,
        alias: String
    ) throws(TopicProblem) {
        self.compiled = compiled
        self.use = use
        self.alias = alias
        if use.isWhole { fields = compiled.fields }
        for name in use.fields.sorted() where !fields.contains(where: { $0.name == name }) {
            guard let field = compiled.field(named: name) else {
                throw TopicProblem("has no field \(name)")
            }
            guard !use.isWhole else {
                throw TopicProblem("shows \(name) in no star; name the columns instead")
            }
            fields.append(field)
        }
        var needed = fields.reduce(into: Set<Int>()) { $0.formUnion($1.expression.views) }
        for condition in compiled.conditions { needed.formUnion(condition.expression.views) }
        // Which views a measure needs does not depend on what multiplies its rows, but for keys.
        for name in use.measures.sorted() {
            let measure = try Self.measure(name, compiled, joins: nil)
            needed.formUnion(measure.views)
        }
        joins = try Self.joins(compiled, needed: needed)
        for _ in 0..<2 {
            measures = [:]
            var views = joins.included
            for name in use.measures.sorted() {
                let measure = try Self.measure(name, compiled, joins: joins)
                measures[name] = measure
                views.formUnion(measure.views)
            }
            if views == joins.included { break }
            joins = try Self.joins(compiled, needed: views)
        }
        for measure in measures.sorted(by: { $0.key < $1.key }).map(\.value) {
            for argument in measure.arguments where !arguments.contains(argument) {
                arguments.append(argument)
            }
        }
    }

    /// Filters force the joins that lead to them without multiplying rows; the others are asked for
    /// existence, unless what they look at is joined anyhow.
    private static func joins(
        _ compiled: CompiledTopic,
        needed: Set<Int>
    ) throws(TopicProblem) -> TopicJoins {
        var joins = try TopicJoins(compiled.topic, sources: compiled.sources, needed: needed)
        var isChanged = true
        while isChanged {
            isChanged = false
            for filter in compiled.filters where !filter.views.isSubset(of: joins.included) {
                guard filter.views.allSatisfy(joins.reachesOne) else { continue }
                joins = try TopicJoins(
                    compiled.topic,
                    sources: compiled.sources,
                    needed: joins.included.union(filter.views)
                )
                isChanged = true
            }
        }
        return joins
    }

    static func measure(
        _ name: String,
        _ compiled: CompiledTopic,
        joins: TopicJoins?
    ) throws(TopicProblem) -> MeasureSQL {
        guard let place = compiled.topic.measures[name] else {
            throw TopicProblem("has no measure \(name)")
        }
        let maker = MeasureMaker(
            topic: compiled.topic,
            expressions: ModelExpressions(topic: compiled.topic),
            isMultiplied: { view in joins?.multiplies(rowsOf: view) ?? false },
            mayLackBase: joins?.mayLackBase ?? false,
            type: { compiled.type(of: $0) }
        )
        let short = name.dropFirst(compiled.topic.views[place].alias.count + 1)
        do throws(TopicProblem) {
            return try maker.measure(String(short), of: place)
        } catch {
            throw TopicProblem("measure \"\(name)\" \(error.reason)")
        }
    }

    // MARK: text

    /// The query, without parentheses around it.
    ///
    /// - Parameters:
    ///   - isFenced: Conditions from outside must not run before the filters (R48).
    ///   - copied: Conditions of the statement that are repeated inside the fence (R50).
    /// - Returns: SQL whose column names are the fields' and, behind them, those of the arguments.
    /// - Throws: When what the model says cannot be computed.
    func sql(isFenced: Bool, copied: [String]) throws(TopicProblem) -> String {
        var items: [String] = []
        var masks: [String] = []
        let quotedAlias = SQLText.identifier(alias)
        for (place, field) in fields.enumerated() {
            let name = SQLText.identifier(field.name)
            guard field.isMasked else {
                items.append("\(field.expression.sql) AS \(name)")
                masks.append("\(quotedAlias).\(name)")
                continue
            }
            let stored = Self.reservedPrefix + "mask:\(place)"
            items.append("\(field.expression.sql) AS \(SQLText.identifier(stored))")
            masks.append("\(mask(field, stored)) AS \(name)")
        }
        for (place, argument) in arguments.enumerated() {
            let name = SQLText.identifier(argumentName(place))
            items.append("\(argument.sql) AS \(name)")
            masks.append("\(quotedAlias).\(name)")
        }
        var query =
            "SELECT " + items.joined(separator: ", ") + " FROM "
            + (try joins.fromClause(guards: try joinGuards()))
        let tests = try self.tests()
        if !tests.isEmpty { query += " WHERE " + StatementPlan.conjunction(tests) }
        query = try compiled.reader.rewritten(query)
        if fields.contains(where: \.isMasked) {
            query = "SELECT " + masks.joined(separator: ", ") + " FROM (\(query)) AS \(quotedAlias)"
        }
        guard isFenced || (compiled.hasFilters && !isSafe) else { return query }
        query = "SELECT * FROM (\(query)) AS \(quotedAlias)"
        if !copied.isEmpty { query += " WHERE " + StatementPlan.conjunction(copied) }
        return query + " LIMIT ALL"
    }

    /// Nothing of the model's that is used could fail on a row that the filters hide.
    private var isSafe: Bool {
        fields.allSatisfy(\.isSafe) && arguments.allSatisfy { compiled.isSafe($0) }
    }

    private func mask(_ field: CompiledTopic.Field, _ stored: String) -> String {
        var column = CompiledTopic.maskedColumn(of: field)
        column.name = stored
        return ColumnMask(of: column).expression.sql(alias: alias)
    }

    private func tests() throws(TopicProblem) -> [String] {
        var tests: [String] = []
        for filter in compiled.filters {
            if filter.views.isSubset(of: joins.included) {
                tests.append(filter.sql)
            } else if filter.views.count == 1, let place = filter.views.first {
                tests.append(
                    try joins.existence(of: place, where: filter, isSafe: compiled.isSafe)
                )
            } else {
                throw TopicProblem("has an access filter over several views that multiply rows")
            }
        }
        let guarding = tests
        var conditions = compiled.conditions
        for restriction in try joins.restrictions() {
            conditions.append(
                .init(expression: restriction, isSafe: compiled.isSafe(restriction))
            )
        }
        for condition in conditions {
            guard !condition.isSafe, !guarding.isEmpty else {
                tests.append(condition.expression.sql)
                continue
            }
            // What could fail runs on rows that pass the filters only (R43).
            tests.append(
                "CASE WHEN \(StatementPlan.conjunction(guarding)) THEN (\(condition.expression.sql)) END"
            )
        }
        return tests
    }

    /// Filters in front of conditions of joins that could fail: rows that the filters drop later are not
    /// joined, which changes nothing in the result (R43).
    private func joinGuards() throws(TopicProblem) -> [Int: String] {
        guard compiled.hasFilters else { return [:] }
        var guards: [Int: String] = [:]
        for place in joins.included.sorted() {
            guard let condition = try joins.condition(of: place), !compiled.isSafe(condition) else {
                continue
            }
            let joined = joins.included.filter { $0 <= place }
            let canGuard = zip(topic.filters, compiled.filters).allSatisfy { filter, written in
                // Where the join finds nothing, the filter must drop the row as well.
                guard written.views.contains(place) else {
                    return written.views.isSubset(of: joined)
                }
                guard case .column = filter.test else { return false }
                return true
            }
            guard canGuard, topic.views[place].join?.type != .full else {
                throw TopicProblem(
                    "joins \(topic.views[place].alias) on a condition that could fail on hidden rows"
                )
            }
            guards[place] = StatementPlan.conjunction(compiled.filters.map(\.sql))
        }
        return guards
    }

    private func argumentName(_ place: Int) -> String { Self.reservedPrefix + String(place) }

    /// A measure as an expression over the query's columns.
    func measure(_ name: String) -> String? {
        measures[name]?.sql { argument in
            let place = arguments.firstIndex(of: argument) ?? 0
            return SQLText.qualified(alias, argumentName(place))
        }
    }

    /// Why the query is what it is.
    var notes: [RewriteNote] {
        let views = joins.included.sorted().map { topic.views[$0].alias }.joined(separator: ", ")
        var notes = [
            RewriteNote(
                subject: alias,
                reason: "topic \(topic.name) joins \(views) (\(topic.location))"
            )
        ]
        for (filter, test) in zip(topic.filters, compiled.filters) {
            notes.append(
                RewriteNote(
                    subject: alias,
                    reason: "filter \(test.sql) from attribute \(filter.userAttribute) "
                        + "(\(filter.location))"
                )
            )
        }
        return notes
    }
}
