// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Testing

/// Topics, measures, joins and query views of a model folder (omni-reference 11.3 to 11.6).
///
/// What is not understood closes the object that has it, and the rest of the model is served.
@Suite struct TopicFolderTests {
    private func model(_ files: [String: String]) throws -> Model {
        let all = files.merging(["model.yaml": files["model.yaml"] ?? "{}"]) { $1 }
        let loaded = try Texts.load(Texts.base + Texts.environments, model: all)
        return try #require(loaded.configuration.connections["shop"]?.rules?.model)
    }

    private func topic(_ text: String) throws -> ModelTopic {
        try #require(try model(["orders.topic.yaml": text]).topics.first)
    }

    private func measure(_ text: String) throws -> Measure {
        let model = try model(["public/orders.view.yaml": "measures:\n  m: {\(text)}\n"])
        return try #require(model.views["orders"]?.measures["m"])
    }

    @Test func aTopicHasATreeOfJoins() throws {
        let topic = try topic("base_view: sales\njoins:\n  a:\n    b: {}\n  c:\n")
        #expect(topic.baseView == "sales")
        #expect(topic.joins?.map(\.view) == ["a", "c"])
        #expect(topic.joins?.first?.joins.map(\.view) == ["b"])
        #expect(try self.topic("label: x").joins == nil)
        #expect(try self.topic("joins: {}").joins == [])
    }

    @Test func olderModelsHaveTheirTopicsInTheModelFile() throws {
        let files = [
            "model.yaml":
                "topics:\n  # people\n  users:\n    joins: {orders: {}}\n    access_filters: []",
            "orders.topic.yaml": "{}",
        ]
        let topics = try model(files).topics
        #expect(topics.map(\.name) == ["orders", "users"])
        #expect(topics[1].baseView == "users")
        #expect(topics[1].joins?.map(\.view) == ["orders"])
        #expect(topics[1].accessFilters == [])
        #expect(
            Texts.problems(model: ["model.yaml": "topics: {a: {}}", "a.topic.yaml": "{}"]) == [
                "conf/models/Shop/model.yaml:1: topic \"a\" is defined twice, also in "
                    + "conf/models/Shop/a.topic.yaml"
            ]
        )
    }

    @Test func whatIsNotReadIsTold() throws {
        let warnings = try Texts.warnings(
            Texts.base + Texts.environments,
            model: [
                "model.yaml": "{}", "public/orders.view.yml": "{}", "a.composite_topic.yaml": "{}",
                "README.md": "", "public/.keep.yaml": "",
            ]
        )
        .filter { $0.contains("conf/models") }
        #expect(
            warnings == [
                "conf/models/Shop/a.composite_topic.yaml: composite topics are not served",
                "conf/models/Shop/public/orders.view.yml: is not read: the files of a model end with .yaml",
            ]
        )
    }

    @Test func whoExtendsAViewReadsItsTableUnlessItNamesOne() throws {
        let views = try model([
            "public/orders.view.yaml": "dimensions: {a: {}}",
            "sales/base.view.yaml": "# Reference this view as base\ntable_name: t",
            "frame.view.yaml": "template: true\ndimensions: {b: {}}",
            "more.view.yaml": "extends: [orders]",
            "most.view.yaml": "extends: [more, base]",
            "public/own.view.yaml": "schema: public\nextends: [base]",
            "public/framed.view.yaml": "extends: [frame]",
        ]).views
        #expect(views["more"]?.source == .table(schema: "public", name: "orders"))
        #expect(views["most"]?.source == .table(schema: "sales", name: "t"))
        #expect(views["own"]?.source == .table(schema: "public", name: "own"))
        #expect(views["framed"]?.source == .table(schema: "public", name: "framed"))
        #expect(views["more"]?.fields.keys.sorted() == ["a"])
    }

    @Test func whatYAMLCanHideIsNotRead() {
        #expect(
            Texts.problems(model: [
                "model.yaml": "{}",
                "public/orders.view.yaml": """
                dimensions:
                  a: &secret {required_access_grants: []}
                  b: {<<: *secret}
                """,
            ]) == [
                "conf/models/Shop/public/orders.view.yaml:3: dimensions.b: YAML merge keys are not read; "
                    + "use extends"
            ]
        )
        #expect(
            Texts.problems(model: ["model.yaml": "week_start_day: {{ omni_attributes.week }}"])
                .contains { $0.contains("templates in {{…}} need quotes around them") }
        )
        #expect(!Texts.problems(model: ["model.yaml": "{}\n---\naccess_grants: {}"]).isEmpty)
    }

    @Test func aTopicExtendsOthers() throws {
        let topics = try model([
            "base.topic.yaml": "base_view: sales\ntemplate: true\nfields: [a.b]\njoins: {c: {}}",
            "orders.topic.yaml": "extends: [base]\nfields: [x.y]",
        ]).topics
        #expect(topics.map(\.name) == ["base", "orders"])
        #expect(topics.map(\.isHidden) == [true, false])
        #expect(topics[1].baseView == "sales")
        #expect(topics[1].fields == ["x.y"])
        #expect(topics[1].joins?.map(\.view) == ["c"])
        #expect(
            Texts.problems(model: ["model.yaml": "{}", "a.topic.yaml": "extends: [gone]"])
                == [
                    "conf/models/Shop/a.topic.yaml:1: extends: there is no topic \"gone\" to extend"
                ]
        )
    }

    @Test func whatAlwaysHoldsIsReadOrClosesTheTopic() throws {
        let topic = try topic(
            "always_where_sql: ${orders.a} > 1\nalways_where_filters: {orders.s: {not: [x, null]}}"
        )
        #expect(topic.alwaysWhereSQL?.fields == [FieldName(view: "orders", field: "a")])
        #expect(
            topic.alwaysWhereFilters.map(\.test) == [
                .compare(.is, [.text("x"), .null], isNegated: true, ignoresCase: false)
            ]
        )
        #expect(topic.problem == nil)
        for text in [
            "always_having_sql: ${orders.count} > 1",
            "always_where_filters: {orders.s: {resembles: x}}",
            "always_where_sql: \"'${orders.a}'\"",
            "views: {gone: {dimensions: {a: {}}}}",
        ] {
            #expect(try self.topic(text).problem != nil, "\(text)")
        }
    }

    @Test func aMeasureIsAnAggregateOrSQL() throws {
        let sum = try measure("aggregate_type: sum, sql: '${total}', filters: {big: {is: true}}")
        #expect(sum.aggregate == .sum)
        #expect(sum.sql?.parts == [.field(FieldName(field: "total"))])
        #expect(sum.filters.map(\.field) == [FieldName(field: "big")])
        #expect(try measure("sql: '${a} / ${b}'").aggregate == nil)
        #expect(try measure("aggregate_type: percentile, percentile: 75").percentile == 75)
        #expect(
            try measure("aggregate_type: sum_distinct_on, custom_primary_key_sql: id").keySQL.count
                == 1
        )
        for text in [
            "aggregate_type: variance", "sql: \"'${a\"", "sql: '{{filters.x}}'",
            "aggregate_type: percentile, percentile: 175", "filters: {a: {is: {b: c}}}",
            "required_grants: [x]",
        ] {
            #expect(try measure(text).problem != nil, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("is: 5", .compare(.is, [.number("5")], isNegated: false, ignoresCase: false)),
            ("is: null", .compare(.is, [.null], isNegated: false, ignoresCase: false)),
            (
                "contains: [a, b], case_insensitive: true",
                .compare(.contains, [.text("a"), .text("b")], isNegated: false, ignoresCase: true)
            ),
            (
                "not_between: [1, 2]",
                .compare(
                    .between,
                    [.number("1"), .number("2")],
                    isNegated: true,
                    ignoresCase: false
                )
            ),
            (
                "or: [{is: 18}, {greater_than: 20}]",
                .any([
                    .compare(.is, [.number("18")], isNegated: false, ignoresCase: false),
                    .compare(.greaterThan, [.number("20")], isNegated: false, ignoresCase: false),
                ])
            ),
            (
                "time_for_duration: [28 complete days ago, 4 weeks]",
                .period(
                    start: .unitsBack(.init(count: 28, unit: .day)),
                    length: .init(count: 4, unit: .week),
                    isNegated: false
                )
            ),
            (
                // The current day is the first of the seven.
                "time_for_duration: [7 days ago, 7 days]",
                .period(
                    start: .unitsBack(.init(count: 6, unit: .day)),
                    length: .init(count: 7, unit: .day),
                    isNegated: false
                )
            ),
            (
                "not_time_for_duration: [2024-01-01, 3 months]",
                .period(
                    start: .literal("2024-01-01"),
                    length: .init(count: 3, unit: .month),
                    isNegated: true
                )
            ),
            ("before: 2024", .range(from: nil, to: .literal("2024-01-01"), isNegated: false)),
            (
                "on_or_after: [today]",
                .range(from: .unitsBack(.init(count: 0, unit: .day)), to: nil, isNegated: false)
            ),
            (
                "between_dates: [2024-02, 2024 Q3]",
                .range(
                    from: .literal("2024-02-01"),
                    to: .literal("2024-07-01"),
                    isNegated: false
                )
            ),
            (
                "not_day_of_week: [Saturday, sunday]",
                .part(.dayOfWeek, [6, 7], isNegated: true)
            ),
            ("hour_of_day: \"1\"", .part(.hourOfDay, [1], isNegated: false)),
            ("quarter_of_year: Q2", .part(.quarterOfYear, [2], isNegated: false)),
            (
                "starts_with: 2024",
                .compare(.startsWith, [.text("2024")], isNegated: false, ignoresCase: false)
            ),
        ] as [(String, FieldCondition.Test)]
    )
    func aFilterIsAnOperatorAndValues(_ text: String, _ test: FieldCondition.Test) throws {
        #expect(try measure("filters: {x: {\(text)}}").filters.first?.test == test)
    }

    @Test(
        arguments: [
            "before: 1 days ago", "before: 2024-02-30", "time_for_duration: [7 days ago]",
            "time_for_duration: [7 days ago, long]", "between_dates: [2024-01-01]",
            "day_of_week: 8", "day_of_week: Caturday", "hour_of_day: 24", "contains: ''",
            "date_offset_from_query: 2 years", "cancel_query_filter: true", "before: 2024 Q5",
        ]
    )
    func aFilterThatIsNotUnderstoodClosesTheMeasure(_ text: String) throws {
        #expect(try measure("aggregate_type: count, filters: {x: {\(text)}}").problem != nil)
    }

    private func field(_ text: String) throws -> ModelView.Field {
        let model = try model(["public/orders.view.yaml": "dimensions:\n  d: {\(text)}\n"])
        return try #require(model.views["orders"]?.fields["d"])
    }

    @Test func aGroupedDimensionIsNotItsColumn() throws {
        let bins = try field("sql: '\"Total\"', bin_boundaries: [-1, 0, 2.50]")
        #expect(bins.groups == .bins(["-1", "0", "2.5"].compactMap { DecimalNumber($0) }))
        #expect(bins.meaning == .expression(words: ["total"], references: []))
        #expect(bins.problem == nil)
        let groups = try field("groups: [{filter: {is: [a, b]}, name: AB}], else: Other")
        let ab = FieldCondition.Test.compare(
            .is,
            [.text("a"), .text("b")],
            isNegated: false,
            ignoresCase: false
        )
        #expect(groups.groups == .named([.init(condition: ab, name: "AB")], otherwise: "Other"))
        #expect(groups.meaning == .expression(words: ["d"], references: []))
        #expect(groups.sql != nil)
        for text in [
            "bin_boundaries: [1, 1]", "bin_boundaries: [a]", "bin_boundaries: 3",
            "bin_boundaries: []", "groups: [{name: a}]", "groups: []", "else: x",
            "groups: [{filter: {is: a}, name: a, order: 1}]",
            "groups: [{filter: {resembles: a}, name: a}]",
            "bin_boundaries: [1], groups: [{filter: {is: a}, name: a}]",
        ] {
            #expect(try field(text).problem != nil, "\(text)")
        }
    }

    @Test func weeksBeginOnTheDayThatTheMostParticularFileSays() throws {
        let model = try model([
            "model.yaml": "week_start_day: Sunday\ndefault_timeframes: [raw, week]",
            "a.topic.yaml": "base_view: orders\nweek_start_day: '{{ omni_attributes.week }}'",
            "b.topic.yaml": "base_view: orders\nweek_start_day: Someday",
            "public/orders.view.yaml": "dimensions: {d: {week_start_day: saturday}}",
        ])
        #expect(model.weekStart == .day(.sunday))
        #expect(model.defaultTimeframes == ["raw", "week"])
        #expect(model.topics.map(\.weekStart) == [.attribute("week"), .unreadable("Someday")])
        #expect(model.views["orders"]?.fields["d"]?.weekStart == .saturday)
        #expect(try field("week_start_day: Caturday").problem != nil)
    }

    @Test func aTopicChangesViewsForItself() throws {
        let files = [
            "public/orders.view.yaml":
                "table_name: t\ndimensions: {a: {}, b: {sql: c}}\nmeasures: {n: {sql: a}}",
            "orders.topic.yaml":
                "views: {orders: {dimensions: {b: {sql: d}, x: {sql: e}}, label: Mine}}",
        ]
        let topic = try #require(try model(files).topics.first)
        let own = try #require(topic.views["orders"])
        #expect(topic.problem == nil)
        #expect(own.source == .table(schema: "public", name: "t"))
        #expect(own.fields["b"]?.meaning == .column("d"))
        #expect(own.fields.keys.sorted() == ["a", "b", "x"])
        #expect(own.measures.keys.sorted() == ["n"])
        #expect(try model(files).views["orders"]?.fields["b"]?.meaning == .column("c"))
        for text in ["gone: {label: x}", "orders: {table_name: u}", "orders: {ignored: false}"] {
            var files = files
            files["orders.topic.yaml"] = "views: {\(text)}"
            #expect(try model(files).topics.first?.problem != nil, "\(text)")
        }
    }

    @Test func aRelationshipSaysHowItJoins() throws {
        let found = try model([
            "public/a.view.yaml": "", "public/b.view.yaml": "",
            "relationships.yaml": """
            - {join_from_view: a, join_to_view: b, on_sql: '${a.x} = ${b.y}'}
            - {join_from_view: a, join_to_view: b, join_to_view_as: c, join_type: inner,
               relationship_type: one_to_many, on_sql: '${a.x} > ${c.y}', where_sql: '${c.z}'}
            - {join_from_view: a, join_to_view: b, join_to_view_as: d, join_type: cross}
            - {join_from_view: a, join_to_view: b, join_to_view_as: e, join_type: sideways}
            - {join_from_view: a, join_to_view: b, join_to_view_as: f, join_type: left_right, on_sql: '${a.x} = ${f.y}'}
            - {join_from_view: a, join_to_view: b, join_to_view_as: g, join_type: right_left, on_sql: '${a.x} = ${g.y}'}
            """,
        ]).relationships
        #expect(found.map(\.joinType) == [.left, .inner, .cross, .left, .left, .right])
        #expect(found.map(\.reversedJoinType) == [nil, nil, nil, nil, .right, .left])
        #expect(found.map(\.multiplicity.isToOne) == [true, false, false, true, true, true])
        #expect(found.map(\.multiplicity.isFromOne) == [false, true, false, false, false, false])
        #expect(found.map { $0.problem == nil } == [true, true, true, false, true, true])
        #expect(found[1].restriction?.fields == [FieldName(view: "c", field: "z")])
    }

    @Test func aQueryViewIsFieldsOrSQL() throws {
        let views = try model([
            "public/orders.view.yaml": "",
            "top.query.view.yaml": """
            query:
              base_view: orders
              fields: {orders.id: id, orders.count: n}
              filters: {orders.status: {is: done}}
              sorts: [{field: orders.count, desc: true}]
              limit: 10
            """,
            "plain.query.view.yaml": "sql: SELECT 1 AS one",
            "odd.query.view.yaml": "query: {base_view: orders, fields: [orders.id], pivots: [x]}",
        ]).views
        guard case .fields(let query) = views["top"]?.query else {
            Issue.record("no query")
            return
        }
        #expect(query.outputs.map(\.name) == ["id", "n"])
        #expect(query.sorts.map(\.isDescending) == [true])
        #expect(query.limit == 10)
        guard case .sql = views["plain"]?.query else {
            Issue.record("no SQL")
            return
        }
        guard case .unreadable = views["odd"]?.query else {
            Issue.record("an unknown key passed")
            return
        }
    }

    @Test func referencesAndAttributesAreFoundInSQL() throws {
        func parts(_ text: String) throws(ModelSQL.Problem) -> [ModelSQL.Part] {
            try ModelSQL(text, location: SourceLocation(file: "", line: 0)).parts
        }
        #expect(
            try parts("lower(${a.b[month]}) -- ${no}\n = '{{ omni_attributes.x }}' || ${c}")
                == [
                    .sql("lower("), .field(FieldName(view: "a", field: "b", frame: "month")),
                    .sql(")  \n = "), .attribute("x"), .sql(" || "),
                    .field(FieldName(field: "c")),
                ]
        )
        #expect(try parts("'it''s' /* ${x} */ \"A\"\"b\"") == [.sql("'it''s'   \"A\"\"b\"")])
        for text in [
            "'${x}'", "'a{{omni_attributes.x}}'", "'open", "$1", "$$x$$", "{{x}}", "${", "${a b}",
            "/* open", "{{omni_attributes.x", "E'\\'' || ${x}",
        ] {
            #expect(throws: ModelSQL.Problem.self, "\(text)") { try parts(text) }
        }
    }
}
