// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Compiles a topic: sources first, then filters, then fields.
struct TopicMaker {
    private let topic: GovernedTopic
    private let reader: ModelSQLReader
    private let expressions: ModelExpressions
    private(set) var sources: [Int: String] = [:]
    private(set) var fields: [CompiledTopic.Field] = []
    private(set) var filters: [TopicExpression] = []
    private(set) var conditions: [CompiledTopic.Condition] = []
    private(set) var problems: [TopicOmission] = []
    /// Set when the topic cannot be protected as it must be.
    private(set) var refusal: String?

    /// NAMEDATALEN - 1: the server cuts longer names off.
    private static let nameBytesMax = 63

    init(_ topic: GovernedTopic, reader: ModelSQLReader) {
        self.topic = topic
        self.reader = reader
        expressions = ModelExpressions(topic: topic)
    }

    mutating func run() {
        if case .refused(let message)? = topic.views.first?.source { refusal = message }
        for (place, view) in topic.views.enumerated() {
            do throws(TopicProblem) {
                sources[place] = try Self.source(view.source, reader)
            } catch {
                omit("view \(view.alias) \(error.reason)", view.view.location)
            }
        }
        makeConditions()
        guard refusal == nil else { return }
        makeFields()
    }

    /// SQL of a view that is no table; nil for a table.
    private static func source(
        _ source: GovernedTopic.Source,
        _ reader: ModelSQLReader
    ) throws(TopicProblem) -> String? {
        switch source {
        case .table, .refused: return nil
        case .query(let topic, let query):
            let inner = CompiledTopic(topic, schema: "", reader: reader)
            if case .refused(let message) = inner.relation.filter {
                throw TopicProblem(message, isRefusal: true)
            }
            return try QueryViewSQL(inner, query).sql()
        case .sql(let sql):
            var text = ""
            for part in sql.parts {
                guard case .sql(let own) = part else {
                    throw TopicProblem("has references in its SQL")
                }
                text += own
            }
            return try reader.rewritten(view: text)
        }
    }

    // MARK: conditions

    private mutating func makeConditions() {
        for filter in topic.filters {
            do throws(TopicProblem) {
                filters.append(try test(filter))
            } catch {
                refuse("its access filter cannot be applied", error, filter.location)
            }
        }
        for filter in topic.alwaysWhereFilters {
            do throws(TopicProblem) {
                var field = try expressions.field(filter.field, from: 0)
                field.sql = try FieldConditionSQL(
                    value: "(\(field.sql))",
                    type: try describe([field])[0].type,
                    weekStart: topic.weekStart
                ).condition(filter.test)
                conditions.append(
                    .init(expression: field, isSafe: try describe([field])[0].isSafe)
                )
            } catch {
                refuse("its always_where_filters cannot be applied", error, filter.location)
            }
        }
        for sql in topic.alwaysWhereSQL {
            do throws(TopicProblem) {
                let test = try expressions.expression(sql)
                conditions.append(
                    .init(expression: test, isSafe: try describe([test])[0].isSafe)
                )
            } catch {
                refuse("its always_where_sql cannot be applied", error, sql.location)
            }
        }
    }

    private mutating func omit(_ reason: String, _ location: SourceLocation?) {
        problems.append(TopicOmission(reason: reason, location: location ?? topic.location))
    }

    private mutating func refuse(
        _ why: String,
        _ problem: TopicProblem,
        _ location: SourceLocation
    ) {
        omit("\(why): \(problem.reason)", location)
        refusal = refusal ?? "permission denied for topic \(topic.name): \(why)"
    }

    private func test(_ filter: GovernedTopic.Filter) throws(TopicProblem) -> TopicExpression {
        let view = topic.views[filter.view]
        switch filter.test {
        case .column(let column, let condition):
            let predicate = FilterPredicate(
                column: column,
                condition: condition,
                path: [],
                userAttribute: filter.userAttribute
            )
            let sql = FilterSQL(alias: view.alias).conditions([predicate])
            // Safe as such a filter on a table is: its type and values were checked (R28).
            return TopicExpression(sql: sql.joined(), views: [filter.view])
        case .expression(let values, let usesWildcards):
            let field = try expressions.field(FieldName(field: filter.field), from: filter.view)
            let literals = values.map(SQLText.literal)
            let tests =
                usesWildcards
                ? literals.map { "(\(field.sql)) LIKE \($0)" }
                : ["(\(field.sql)) IN (\(literals.joined(separator: ", ")))"]
            let test = TopicExpression(
                sql: "(" + tests.joined(separator: " OR ") + ")",
                views: field.views
            )
            // A text that is compared with a valid pattern raises nothing; what makes it might.
            let judged = usesWildcards ? field : test
            let column = try describe([judged, test])[0]
            guard column.isSafe else { throw TopicProblem("could fail on a row that is hidden") }
            guard !usesWildcards || Self.patternTypes.contains(column.type) else {
                throw TopicProblem("has patterns for what is no text")
            }
            return test
        }
    }

    private static let patternTypes: Set<TypeID> = [.text, .varchar, .name]

    // MARK: fields

    private mutating func makeFields() {
        var made: [CompiledTopic.Field] = []
        for field in topic.fields {
            let view = topic.views[field.view]
            let name = "\(view.alias).\(field.name)"
            do throws(TopicProblem) {
                let expression = try expressions.field(
                    FieldName(field: field.name),
                    from: field.view
                )
                var stored: Catalog.Column?
                if case .table(let relation) = view.source, let column = view.column(of: field.name)
                {
                    stored = relation.columns.first { $0.name == column }
                }
                made.append(
                    .init(
                        name: name,
                        expression: expression,
                        type: .unresolved,
                        isSafe: false,
                        isMasked: field.isMasked,
                        stored: stored
                    )
                )
            } catch {
                omit("dimension \(name) \(error.reason)", dimension(of: name)?.location)
            }
        }
        describe(made)
        listFrames()
        var seen: Set<String> = []
        fields = fields.filter { field in
            guard field.name.utf8.count <= Self.nameBytesMax else {
                let reason = "dimension \(field.name) has a name longer than a column's"
                omit(reason, dimension(of: field.name)?.location)
                return false
            }
            return seen.insert(field.name).inserted
        }
    }

    /// Keeps the fields that can be computed: all at once, else each half by itself.
    private mutating func describe(_ made: [CompiledTopic.Field]) {
        var waiting = [made[...]]
        while let part = waiting.popLast() {
            guard !part.isEmpty else { continue }
            do throws(TopicProblem) {
                let columns = try describe(part.map(\.expression))
                for (field, column) in zip(part, columns) {
                    var field = field
                    field.type = column.type == .untyped ? .text : column.type
                    field.isSafe = column.isSafe
                    guard !field.isMasked || field.stored != nil || field.type.isKnown else {
                        let reason = "dimension \(field.name) is masked and of no known type"
                        omit(reason, dimension(of: field.name)?.location)
                        continue
                    }
                    fields.append(field)
                }
            } catch {
                if part.count == 1, let field = part.first {
                    let reason = "dimension \(field.name): \(error.reason)"
                    omit(reason, dimension(of: field.name)?.location)
                    continue
                }
                let middle = part.startIndex + part.count / 2
                waiting.append(part[middle...])
                waiting.append(part[..<middle])
            }
        }
    }

    private static let times: Set<TypeID> = [.date, .timestamp, .timestamptz]

    /// Frames that the model lists are columns like others; without `raw` the dimension is not one.
    private mutating func listFrames() {
        var listed: [CompiledTopic.Field] = []
        for field in fields {
            guard Self.times.contains(field.type), !field.isMasked,
                let frames = Self.frames(of: field.name, in: topic)
            else {
                listed.append(field)
                continue
            }
            for frame in frames {
                if frame == "raw" {
                    listed.append(field)
                } else if let made = Self.frame(frame, of: field, topic, sources, reader) {
                    listed.append(made)
                } else {
                    let reason = "time frame \(field.name)[\(frame)] is not computed here"
                    omit(reason, dimension(of: field.name)?.location)
                }
            }
        }
        fields = listed
    }

    private func dimension(of name: String) -> ModelView.Field? {
        Self.dimension(of: name, in: topic)
    }

    /// The model's dimension behind a field; nil for a column that the model does not mention.
    private static func dimension(of name: String, in topic: GovernedTopic) -> ModelView.Field? {
        for field in topic.fields where "\(topic.views[field.view].alias).\(field.name)" == name {
            return topic.views[field.view].view.fields[field.name]
        }
        return nil
    }

    /// The frames that the model lists; nil: the standard ones are offered.
    private static func frames(of name: String, in topic: GovernedTopic) -> [String]? {
        dimension(of: name, in: topic)?.timeframes ?? topic.defaultTimeframes
    }

    /// A standard frame of a time dimension, which `*` does not show.
    static func frame(named name: String, of compiled: CompiledTopic) -> CompiledTopic.Field? {
        guard let parts = FieldName(name), let frame = parts.frame else { return nil }
        let base = FieldName(view: parts.view, field: parts.field).description
        guard TimeFrame.standard.contains(frame),
            let field = compiled.fields.first(where: { $0.name == base }), !field.isMasked,
            times.contains(field.type), frames(of: base, in: compiled.topic) == nil
        else { return nil }
        var made = field
        made.name = name
        if frame == "raw" { return made }
        return Self.frame(frame, of: field, compiled.topic, compiled.sources, compiled.reader)
    }

    private static func frame(
        _ frame: String,
        of field: CompiledTopic.Field,
        _ topic: GovernedTopic,
        _ sources: [Int: String],
        _ reader: ModelSQLReader
    ) -> CompiledTopic.Field? {
        let name = FieldName(field.name)
        guard let known = TimeFrame(rawValue: frame),
            let place = topic.view(named: name?.view, from: 0),
            let sql = try? known.sql(
                "(\(field.expression.sql))",
                isDate: field.type == .date,
                weekStart: topic.weekStart(of: name?.field ?? "", in: place)
            )
        else { return nil }
        let expression = TopicExpression(sql: sql, views: field.expression.views)
        guard let column = try? describe([expression], of: topic, sources, reader).first else {
            return nil
        }
        return CompiledTopic.Field(
            name: "\(field.name)[\(frame)]",
            expression: expression,
            type: column.type,
            isSafe: column.isSafe,
            isMasked: false,
            stored: nil
        )
    }

    // MARK: types

    private func describe(_ expressions: [TopicExpression]) throws(TopicProblem) -> [Column] {
        try Self.describe(expressions, of: topic, sources, reader)
    }

    /// Type and safety of expressions over the joined views.
    static func describe(
        _ expressions: [TopicExpression],
        of topic: GovernedTopic,
        _ sources: [Int: String],
        _ reader: ModelSQLReader
    ) throws(TopicProblem) -> [Column] {
        let views = expressions.reduce(into: Set<Int>()) { $0.formUnion($1.views) }
        let joins = try TopicJoins(topic, sources: sources, needed: views)
        let items = expressions.enumerated().map { "(\($1.sql)) AS \"c\($0)\"" }
        let columns = try reader.columns(
            of: "SELECT " + items.joined(separator: ", ") + " FROM " + joins.fromClause()
        )
        guard columns.count == expressions.count else {
            throw TopicProblem("is more than one column")
        }
        return columns
    }
}
