// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Testing

/// Omni model folders: what they mean, and that nothing with a bearing on access is passed over
/// (spec 5, omni-reference 4 and 11).
@Suite struct ModelFolderTests {
    private func model(_ files: [String: String]) throws -> Model {
        let all = files.merging(["model.yaml": files["model.yaml"] ?? "{}"]) { $1 }
        let loaded = try Texts.load(Texts.base + Texts.environments, model: all)
        return try #require(loaded.configuration.connections["shop"]?.rules?.model)
    }

    // MARK: Views

    @Test func aViewIsNamedByItsFirstLineElseByItsPlace() throws {
        let views = try model([
            "public/orders.view.yaml": "schema: public",
            "sales/orders.view.yaml": "",
            "sales/items.view.yaml": "# Reference this view as line_items\nschema: sales\n",
            "db.stock/parts.view.yaml": "",
            "loose.view.yaml": "# just a comment\n",
            "vip.query.view.yaml": "sql: SELECT 1",
        ]).views
        #expect(
            views.keys.sorted()
                == ["line_items", "loose", "orders", "sales__orders", "stock__parts", "vip"]
        )
        #expect(views["orders"]?.source == .table(schema: "public", name: "orders"))
        #expect(views["sales__orders"]?.source == .table(schema: "sales", name: "orders"))
        #expect(views["line_items"]?.source == .table(schema: "sales", name: "items"))
        #expect(views["stock__parts"]?.source == .table(schema: "stock", name: "parts"))
        #expect(views["loose"]?.source == .table(schema: nil, name: "loose"))
        #expect(views["vip"]?.source == .query)
        #expect(views["line_items"]?.location.file == "conf/models/Shop/sales/items.view.yaml")
    }

    @Test func theModelMayLieBelowOmni() throws {
        let loaded = try Texts.load(
            Texts.base + Texts.environments,
            model: [:],
            otherFiles: [
                "conf/models/omni/Shop/model.yaml": "{}",
                "conf/models/omni/Shop.extensions/ext_acme/model.yaml": "{}",
            ]
        )
        let rules = loaded.configuration.connections["shop"]?.rules
        #expect(rules?.extensionNames == ["ext_acme"])
    }

    @Test func aDimensionIsAColumnOrAnExpression() throws {
        let view = try #require(
            try model([
                "public/orders.view.yaml": """
                dimensions:
                  id: {primary_key: true}
                  plain:
                  folded: {sql: Status}
                  quoted: {sql: '"Status"'}
                  spaced: {sql: "  total  "}
                  computed: {sql: "${total} * ${items.price[month]} + \\"Net Sum\\""}
                  session: {sql: current_user}
                  reference: {sql: "${total}"}
                  hidden_one: {hidden: true}
                  ignored_one: {ignored: true}
                """
            ]).views["orders"]
        )
        func meaning(_ field: String) -> ModelView.Meaning? { view.fields[field]?.meaning }
        #expect(meaning("id") == .column("id"))
        #expect(meaning("plain") == .column("plain"))
        #expect(meaning("folded") == .column("status"))
        #expect(meaning("quoted") == .column("Status"))
        #expect(meaning("spaced") == .column("total"))
        guard case .expression(let words, let references) = meaning("computed") else {
            Issue.record("computed is no expression")
            return
        }
        #expect(words.isSuperset(of: ["total", "price", "net sum"]))
        #expect(
            references == [
                FieldReference(field: "total"), FieldReference(view: "items", field: "price"),
            ]
        )
        for field in ["session", "reference"] {
            guard case .expression = meaning(field) else {
                Issue.record("\(field) is no expression")
                continue
            }
        }
        #expect(view.fields["hidden_one"]?.isHidden == false)
        #expect(view.fields["ignored_one"]?.isHidden == true)
    }

    @Test func protectionIsKept() throws {
        let views = try model([
            "model.yaml": "access_grants: {pii: {user_attribute: tenant, allowed_values: [a]}}",
            "public/a.view.yaml": "required_access_grants: [pii]",
            "public/b.view.yaml": """
            dimensions:
              email: {mask_unless_access_grants: [pii]}
              pay: {required_access_grants: [pii|pii & pii]}
              open: {required_access_grants: []}
            """,
        ]).views
        #expect(views["a"]?.requiredGrants?.description == "pii")
        #expect(views["b"]?.requiredGrants == nil)
        let email = views["b"]?.fields["email"]
        #expect(email?.maskedUnless?.description == "pii")
        #expect(email?.maskedUnless?.location.line == 2)
        #expect(email?.requiredGrants == nil)
        #expect(views["b"]?.fields["pay"]?.requiredGrants?.description == "pii|pii&pii")
        #expect(views["b"]?.fields["open"]?.requiredGrants?.isEmpty == true)
    }

    @Test func whatOmniHidesIsHidden() throws {
        let views = try model([
            "model.yaml": """
            ignored_schemas: [raw_*]
            ignored_views: [public.old_*, secret]
            """,
            "public/a.view.yaml": "hidden: true",
            "public/b.view.yaml": "ignored: true",
            "public/c.view.yaml": "template: true",
            "public/old_x.view.yaml": "",
            "public/secret.view.yaml": "",
            "raw_2020/x.view.yaml": "",
            "public/fine.view.yaml": "",
        ]).views
        #expect(views.values.filter { !$0.isHidden }.map(\.name) == ["fine"])
    }

    @Test func includedListsLeaveOutTheRest() throws {
        let views = try model([
            "model.yaml": "included_views: [orders, sales__*]",
            "public/orders.view.yaml": "", "public/other.view.yaml": "",
            "sales/x.view.yaml": "",
        ]).views
        #expect(
            views.values.filter { !$0.isHidden }.map(\.name).sorted() == ["orders", "sales__x"]
        )
    }

    @Test func aViewInheritsWhatItExtends() throws {
        let views = try model([
            "model.yaml": "access_grants: {pii: {user_attribute: tenant, allowed_values: [a]}}",
            "public/base.view.yaml": """
            schema: sales
            table_name: facts
            template: true
            dimensions:
              email: {mask_unless_access_grants: [pii]}
              status: {sql: "upper(x)"}
            """,
            "public/child.view.yaml": """
            extends: [base]
            dimensions:
              status: {sql: status_code}
            """,
        ]).views
        #expect(views["child"]?.source == .table(schema: "sales", name: "facts"))
        #expect(views["child"]?.isHidden == false)
        #expect(views["child"]?.fields["email"]?.maskedUnless?.names == ["pii"])
        #expect(views["child"]?.fields["status"]?.meaning == .column("status_code"))
        #expect(views["base"]?.isHidden == true)
    }

    @Test func theTemplatesViewsStandInTheDynamicSchema() throws {
        let model = try model([
            "model.yaml": """
            dynamic_schemas:
              tenant: {from_schema: template, user_attribute: tenant}
            """,
            "template/invoices.view.yaml": "",
            "template/rules.view.yaml": "",
            "tenant/rules.view.yaml": "# Reference this view as tenant__rules\nschema: tenant\n",
        ])
        #expect(model.dynamicSchemas["tenant"]?.fromSchema == "template")
        #expect(
            model.views.keys.sorted() == [
                "template__invoices", "template__rules", "tenant__invoices", "tenant__rules",
            ]
        )
        #expect(
            model.views["tenant__invoices"]?.source == .table(schema: "tenant", name: "invoices")
        )
    }

    // MARK: Filters and relationships

    @Test func defaultFiltersAreRead() throws {
        let filters = try model([
            "model.yaml": """
            # comment
            default_topic_access_filters:
              - field: tenant_id
                user_attribute: tenant
                values_for_unfiltered: [ALL, 7]
              - {field: orders.shard, user_attribute: shard}
            """,
            "public/orders.view.yaml": "",
        ]).defaultAccessFilters
        #expect(filters.map(\.field.description) == ["tenant_id", "orders.shard"])
        #expect(filters[0].valuesForUnfiltered == ["ALL", "7"])
        #expect(filters[0].location.description == "conf/models/Shop/model.yaml:3")
        #expect(filters[1].view == nil)
    }

    @Test(
        arguments: [
            ("${a.x} = ${b.y}", 1), ("  ${a.x}=${b.y}  ", 1),
            ("${a.x} = ${b.y} and ${a.z} = ${b.z}", 2),
            ("${a.x} = ${b.y} OR true", nil), ("${a.x} = 1", nil), ("lower(${a.x}) = ${b.y}", nil),
            ("${a.x} = ${b.y} AND", nil), ("${x} = ${b.y}", nil), ("${a.x} <= ${b.y}", nil),
            ("${a.x[month]} = ${b.y}", nil), ("(${a.x} = ${b.y})", nil), ("", nil),
            ("${a.x} = ${b.y} AND ${b.o} = {{omni_attributes.tenant}}", nil),
        ] as [(String, Int?)]
    )
    func onlyEqualFieldsMakeAJoinUsable(condition: String, count: Int?) throws {
        let relationships = try model([
            "relationships.yaml": """
            - join_from_view: a
              join_to_view: b
              on_sql: >-
                \(condition)
            """,
            "public/a.view.yaml": "", "public/b.view.yaml": "",
        ]).relationships
        #expect(relationships.first?.equalities?.count == count)
    }

    @Test func aJoinWithAFurtherConditionIsNotUsable() throws {
        let join = "join_from_view: a, join_to_view: b, on_sql: \"${a.x} = ${b.y}\""
        let relationships = try model([
            "relationships.yaml": """
            - {\(join), where_sql: "${b.test} = false"}
            - {\(join), join_from_view_as: c}
            - {\(join), join_to_view_as: d, reversible: true}
            """,
            "public/a.view.yaml": "", "public/b.view.yaml": "",
        ]).relationships
        #expect(relationships.map { $0.equalities == nil } == [true, true, false])
        #expect(relationships[2].alias == "d")
        #expect(relationships[2].isReversible)
        #expect(relationships[2].location.line == 3)
    }

    // MARK: Keys

    @Test func presentationKeysArePassedOver() throws {
        _ = try model([
            "model.yaml": "week_start_day: monday\nai_context: x\ncache_policies: {a: {}}\n",
            "public/orders.view.yaml": """
            label: Orders
            schema_label: ""
            some_new_decoration: {deep: [1]}
            dimensions:
              id: {label: Id, format: ID, timeframes: [raw], brand_new_widget: true}
            measures:
              count: {aggregate_type: count, sql: "${id}", filters: {id: {is: 1}}}
            """,
            "orders.topic.yaml": "base_view: orders\njoins: {}\nai_context: x\n",
        ])
    }

    @Test(arguments: [
        ("model.yaml", "access_grant: {}", "1: access_grant: unknown key that may bear on access"),
        (
            "model.yaml", "default_topic_access_filter: []",
            "1: default_topic_access_filter: unknown key that may bear on access"
        ),
        (
            "model.yaml",
            "default_topic_access_filters:\n  - field: x\n    user_attribute: tenant\n    enable_sql_like_wildcard: true",
            "4: default_topic_access_filters[0].enable_sql_like_wildcard: unknown key"
        ),
        (
            "model.yaml", "default_topic_access_filters:\n  - {field: x}",
            "2: default_topic_access_filters[0].user_attribute: missing key"
        ),
        (
            "model.yaml", "default_topic_access_filters:\n  - {field: x, user_attribute: gone}",
            "2: no user attribute \"gone\" is defined"
        ),
        (
            "model.yaml",
            "default_topic_access_filters:\n  - {field: gone.x, user_attribute: tenant}",
            "2: the model has no view \"gone\""
        ),
        (
            "model.yaml", "default_topic_access_filters: {field: x}",
            "1: default_topic_access_filters: expected an array, found a table"
        ),
        (
            "model.yaml", "dynamic_schemas:\n  t: {from_schema: x}",
            "2: dynamic_schemas.t.user_attribute: missing key"
        ),
        (
            "model.yaml", "dynamic_schemas:\n  t: {from_schema: x, user_attribute: gone}",
            "2: no user attribute \"gone\" is defined"
        ),
        (
            "model.yaml",
            "dynamic_schemas:\n  t: {from_schema: x, user_attribute: tenant, only: a}",
            "2: dynamic_schemas.t.only: unknown key"
        ),
        (
            "model.yaml", "dynamic_schemas:\n  pg_t: {from_schema: x, user_attribute: tenant}",
            "2: dynamic_schemas.pg_t: a schema of the system's cannot be dynamic"
        ),
        (
            "model.yaml", "extends: [other]",
            "1: extends: a model that extends another one cannot be served"
        ),
        ("model.yaml", "template: true", "1: template: a template model cannot be served"),
        (
            "model.yaml", "included_views: [a]\nignored_views: [b]",
            "2: ignored_views: excludes included_views"
        ),
        (
            "model.yaml", "access_grants:\n  g: {user_attribute: gone, allowed_values: [a]}",
            "2: no user attribute \"gone\" is defined"
        ),
        (
            "model.yaml", "access_grants:\n  g: {user_attribute: tenant}",
            "2: access_grants.g.allowed_values: missing key"
        ),
        (
            "model.yaml", "default_topic_required_access_grants: [gone]",
            "1: default_topic_required_access_grants: no access grant \"gone\" is defined"
        ),
        ("model.yaml", "a: 1\na: 2", "1: duplicate key a"),
        (
            "public/orders.view.yaml", "required_acces_grants: [x]",
            "1: required_acces_grants: unknown key that may bear on access"
        ),
        (
            "public/orders.view.yaml", "required_access_grants: [gone]",
            "1: required_access_grants: no access grant \"gone\" is defined"
        ),
        (
            "public/orders.view.yaml", "dimensions:\n  id: {mask_unless_access_grants: [gone]}",
            "2: dimensions.id.mask_unless_access_grants: no access grant \"gone\" is defined"
        ),
        (
            "public/orders.view.yaml", "dimensions:\n  id: {visible_to: [x]}",
            "2: dimensions.id.visible_to: unknown key that may bear on access"
        ),
        ("public/orders.view.yaml", "schema: [a]", "1: schema: expected a string, found an array"),
        (
            "public/orders.view.yaml", "hidden: maybe",
            "1: hidden: expected true or false, found \"maybe\""
        ),
        (
            "public/orders.view.yaml", "extends: [gone]",
            "1: extends: there is no view \"gone\" to extend"
        ),
        (
            "public/orders.view.yaml", "extends: [orders]",
            "1: extends: view \"orders\" extends itself"
        ),
        ("relationships.yaml", "a: 1", "1: expected a list of relationships, found a table"),
        ("relationships.yaml", "- join_from_view: a", "1: [0].join_to_view: missing key"),
        (
            "relationships.yaml", "- {join_from_view: a, join_to_view: b, having_sql: x}",
            "1: [0].having_sql: unknown key that may bear on access"
        ),
        (
            "orders.topic.yaml", "required_access_grants: [gone]",
            "1: required_access_grants: no access grant \"gone\" is defined"
        ),
        (
            "orders.topic.yaml", "access_filters:\n  - {field: x}",
            "2: access_filters[0].user_attribute: missing key"
        ),
        (
            "orders.topic.yaml", "acces_filters: []",
            "1: acces_filters: unknown key that may bear on access"
        ),
    ])
    func aMistakeNamesFileLineAndKey(file: String, text: String, problem: String) {
        let problems = Texts.problems(model: ["model.yaml": "{}"].merging([file: text]) { $1 })
        #expect(problems.contains("conf/models/Shop/\(file):\(problem)"), "\(problems)")
    }

    @Test func whatIsNotYAMLIsReportedWithItsLine() throws {
        let problems = Texts.problems(model: ["model.yaml": "{}\n", "a.view.yaml": "x: 1\n y: [\n"])
        #expect(
            problems.first?.hasPrefix("conf/models/Shop/a.view.yaml:2: ") == true,
            "\(problems)"
        )
    }

    @Test func aFolderWithoutModelFileIsReported() {
        let problems = Texts.problems(model: ["public/orders.view.yaml": ""])
        #expect(problems == ["conf/models/Shop: the model has no model.yaml"])
    }

    @Test func twoViewsOfOneNameAreReported() {
        let problems = Texts.problems(model: [
            "model.yaml": "{}", "public/orders.view.yaml": "", "orders.view.yaml": "",
        ])
        #expect(
            problems == [
                "conf/models/Shop/public/orders.view.yaml:1: view \"orders\" is defined twice, "
                    + "also in conf/models/Shop/orders.view.yaml"
            ]
        )
    }

    @Test func twoCatalogsAreReported() {
        let problems = Texts.problems(model: [
            "model.yaml": "{}", "a.view.yaml": "catalog: one", "b.view.yaml": "catalog: two",
        ])
        #expect(
            problems == [
                "conf/models/Shop/b.view.yaml:1: catalog: other views are in catalog \"one\""
            ]
        )
    }

    @Test func aQueryViewIsReachableByNoRule() {
        let conf =
            Texts.base + Texts.environments
            + "[connections.shop.sql]\nunfiltered_views = [\"vip\"]\n"
        let model = ["model.yaml": "{}", "vip.query.view.yaml": "sql: SELECT 1"]
        #expect(
            Texts.problems(conf, model: model) == [
                "conf/proxy.conf:26: connections.shop.sql.unfiltered_views: \"vip\" is a query view, "
                    + "which plain SQL cannot reach"
            ]
        )
    }

    @Test func aTopicsOwnFiltersAreComparedWithPlainSQL() throws {
        let conf =
            Texts.base + Texts.environments
            + "[connections.shop.sql]\nunfiltered_views = [\"orders\"]\n"
        let model = [
            "model.yaml": "default_topic_access_filters: [{field: x, user_attribute: tenant}]",
            "public/orders.view.yaml": "", "public/items.view.yaml": "",
            "orders.topic.yaml": "access_filters:\n  - {field: x, user_attribute: tenant}\n",
            "all items.topic.yaml": "base_view: items\naccess_filters: []\n",
            "items.topic.yaml": "{}",
        ]
        #expect(
            try Texts.warnings(conf, model: model) == [
                "conf/models/Shop/all items.topic.yaml:1: topic \"all items\" opts out of "
                    + "default_topic_access_filters",
                "conf/models/Shop/orders.topic.yaml:1: topic \"orders\" filters view \"orders\", "
                    + "which unfiltered_views opens for plain SQL",
            ]
        )
        let broken = model.merging([
            "items.topic.yaml": "access_filters: [{field: x, user_attribute: y}]"
        ]) { $1 }
        #expect(
            Texts.problems(conf, model: broken) == [
                "conf/models/Shop/items.topic.yaml:1: no user attribute \"y\" is defined"
            ]
        )
    }
}
