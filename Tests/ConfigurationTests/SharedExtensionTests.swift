// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Testing

/// Folders of shared extensions: how they are laid over their model, and both shapes of
/// `dynamic_shared_extensions` (omni-reference 7, A-11, A-12).
@Suite struct SharedExtensionTests {
    private static let grants = """
        access_grants:
          pii: {user_attribute: tenant, allowed_values: [acme]}
        default_topic_access_filters: [{field: tenant_id, user_attribute: tenant}]

        """

    private static let base = [
        "Shop/model.yaml": grants,
        "Shop/public/orders.view.yaml": """
        # Reference this view as orders
        schema: public
        dimensions:
          id: {}
          tenant_id: {}
          email: {mask_unless_access_grants: [pii]}
        """,
        "Shop/public/products.view.yaml": "schema: public\n",
        "Shop/relationships.yaml": """
        - {join_from_view: orders, join_to_view: products, on_sql: "${orders.p} = ${products.id}"}
        - {join_from_view: products, join_to_view: orders, on_sql: "${products.id} = ${orders.p}"}
        """,
    ]

    private static func place(_ files: [String: String]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: base.merging(files) { $1 }.map { ("conf/models/\($0)", $1) }
        )
    }

    private func rules(_ files: [String: String]) throws -> ConnectionRules {
        let loaded = try Texts.load(
            Texts.base + Texts.environments,
            model: [:],
            otherFiles: Self.place(files)
        )
        return try #require(loaded.configuration.connections["shop"]?.rules)
    }

    private func problems(_ files: [String: String]) -> [String] {
        do {
            _ = try Texts.load(
                Texts.base + Texts.environments,
                model: [:],
                otherFiles: Self.place(files)
            )
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func anExtensionInheritsWhatItDoesNotWrite() throws {
        let rules = try rules([
            "Shop.extensions/ext_acme/public/orders.view.yaml": """
            # Reference this view as orders
            dimensions:
              email: {label: Mail}
              extra: {sql: id}
            """
        ])
        let model = try #require(rules.extensions[["ext_acme"]])
        #expect(model.name == "ext_acme")
        #expect(model.parents.map(\.name) == ["Shop"])
        #expect(model.views.keys.sorted() == ["orders", "products"])
        #expect(model.views["orders"]?.fields.count == 4)
        #expect(model.views["orders"]?.fields["email"]?.maskedUnless?.names == ["pii"])
        #expect(model.views["orders"]?.source == .table(schema: "public", name: "orders"))
        #expect(model.defaultAccessFilters.count == 1)
        #expect(model.relationships.count == 2)
        #expect(rules.model.views["orders"]?.fields.count == 3)
    }

    @Test func anExtensionMayWriteProtectionAnewAndTheParentKeepsItsOwn() throws {
        let rules = try rules([
            "Shop.extensions/ext_acme/model.yaml": """
            access_grants:
              pii: {allowed_values: [globex]}
            default_topic_access_filters: []
            """,
            "Shop.extensions/ext_acme/public/orders.view.yaml": """
            # Reference this view as orders
            required_access_grants: [pii]
            dimensions:
              email: {mask_unless_access_grants: []}
            """,
        ])
        let model = try #require(rules.extensions[["ext_acme"]])
        #expect(model.accessGrants["pii"]?.allowedValues == ["globex"])
        #expect(model.defaultAccessFilters.isEmpty)
        #expect(model.views["orders"]?.fields["email"]?.maskedUnless?.isEmpty == true)
        #expect(
            model.views["orders"]?.requiredGrants?.location.description
                == "conf/models/Shop.extensions/ext_acme/public/orders.view.yaml:2"
        )
        let parent = try #require(model.parents.first)
        #expect(parent.accessGrants["pii"]?.allowedValues == ["acme"])
        #expect(parent.defaultAccessFilters.count == 1)
    }

    @Test func aViewThatExtendsATouchedOneIsReadAnew() throws {
        let rules = try rules([
            "Shop/public/child.view.yaml": "extends: [orders]\n",
            "Shop.extensions/ext_acme/public/orders.view.yaml":
                "# Reference this view as orders\ndimensions: {more: {}}\n",
        ])
        #expect(rules.model.views["child"]?.fields["more"] == nil)
        #expect(rules.extensions[["ext_acme"]]?.views["child"]?.fields["more"] != nil)
    }

    @Test func listsOfViewsAreWeighedAgainInTheExtension() throws {
        let rules = try rules(["Shop.extensions/e/model.yaml": "ignored_views: [products]"])
        #expect(rules.model.views["products"]?.isIgnored == false)
        #expect(rules.extensions[["e"]]?.views["products"]?.isIgnored == true)
    }

    @Test func aJoinWrittenAgainReplacesTheInheritedOne() throws {
        let rules = try rules([
            "Shop.extensions/ext_acme/relationships.yaml": """
            - {join_from_view: orders, join_to_view: products, on_sql: "${orders.q} = ${products.id}"}
            """
        ])
        let joins = try #require(rules.extensions[["ext_acme"]]).relationships
        #expect(joins.count == 2)
        #expect(joins.last?.equalities?.first?.left.field == "q")
    }

    // MARK: Routes

    private static let twoExtensions = [
        "Shop.extensions/ext_acme/model.yaml": "{}",
        "Shop.extensions/ext_globex/model.yaml": "{}",
    ]

    private func routed(_ text: String) throws -> ConnectionRules {
        try rules(Self.twoExtensions.merging(["Shop/model.yaml": Self.grants + text]) { $1 })
    }

    @Test func theTableGoesFromValueToExtension() throws {
        let route = try #require(
            try routed(
                """
                dynamic_shared_extensions:
                  user_attribute: tenant
                  mappings:
                    acme: {model: ext_acme}
                    7: {model: ext_globex}
                """
            ).model.extensionRoutes.first
        )
        #expect(
            route.rule
                == .values(
                    attribute: "tenant",
                    [
                        ExtensionRoute.Mapping(value: "acme", modelExtension: "ext_acme"),
                        ExtensionRoute.Mapping(value: "7", modelExtension: "ext_globex"),
                    ]
                )
        )
    }

    @Test func theListGoesFromExtensionToValuesOrHasPatterns() throws {
        let rules = try routed(
            """
            dynamic_shared_extensions:
              - user_attribute: tenant
                mappings:
                  ext_acme: {values_for_model: [acme, ACME]}
                  ext_globex:
                    values_for_model: [globex]
              - map_pattern: ext_{{ omni_attributes.tenant }}_{{omni_attributes.shard}}
            """
        )
        let routes = rules.model.extensionRoutes
        #expect(routes.count == 2)
        #expect(routes.first?.extensions(for: ["tenant": ["ACME"]], among: []) == [])
        #expect(
            routes.first?.extensions(for: ["tenant": ["ACME"]], among: ["ext_acme"])
                == ["ext_acme"]
        )
        #expect(routes.last?.attributes == ["tenant", "shard"])
        #expect(rules.extensions.values.allSatisfy { $0.extensionRoutes.isEmpty })
    }

    @Test func extensionsThatSomebodyGetsTogetherArePutTogether() throws {
        let rules = try routed(
            """
            dynamic_shared_extensions:
              - {map_pattern: "ext_{{omni_attributes.tenant}}"}
              - user_attribute: shard
                mappings: {ext_globex: {values_for_model: [1]}}
            """
        )
        let both = try #require(rules.extensions[["ext_acme", "ext_globex"]])
        #expect(both.parents.map(\.name) == ["Shop", "ext_acme"])
        #expect(rules.extensions.count == 3)
    }

    @Test(
        arguments: [
            (
                "dynamic_shared_extensions: {user_attribute: gone, mappings: {}}",
                "4: no user attribute \"gone\" is defined"
            ),
            (
                "dynamic_shared_extensions:\n  user_attribute: tenant",
                "4: dynamic_shared_extensions.mappings: missing key"
            ),
            (
                "dynamic_shared_extensions:\n  user_attribute: tenant\n  mappings:\n"
                    + "    acme: {values_for_model: [x]}",
                "7: dynamic_shared_extensions.mappings.acme.model: missing key"
            ),
            (
                "dynamic_shared_extensions:\n  user_attribute: tenant\n  mappings:\n"
                    + "    acme: {model: gone}",
                "4: there is no extension \"gone\" of model Shop for value \"acme\""
            ),
            (
                "dynamic_shared_extensions:\n  - user_attribute: tenant\n    mappings:\n"
                    + "      ext_acme: {model: x}",
                "7: dynamic_shared_extensions[0].mappings.ext_acme.values_for_model: missing key"
            ),
            (
                "dynamic_shared_extensions:\n  - user_attribute: tenant\n    mappings:\n"
                    + "      ext_acme: {values_for_model: [a]}\n"
                    + "      ext_globex: {values_for_model: [a]}",
                "8: dynamic_shared_extensions[0].mappings.ext_globex.values_for_model: "
                    + "value \"a\" leads to ext_acme already"
            ),
            (
                "dynamic_shared_extensions:\n  - map_pattern: all_of_them",
                "5: dynamic_shared_extensions[0].map_pattern: has no {{omni_attributes.name}} in it"
            ),
            (
                "dynamic_shared_extensions:\n  - map_pattern: 'x_{{tenant}}'",
                "5: dynamic_shared_extensions[0].map_pattern: \"x_{{tenant}}\" is not a text with "
                    + "{{omni_attributes.name}} in it"
            ),
            (
                "dynamic_shared_extensions:\n  - map_pattern: '{{omni_attributes.tenant}}'\n"
                    + "    mappings: {}",
                "6: dynamic_shared_extensions[0].mappings: excludes map_pattern"
            ),
            ("dynamic_shared_extensions: yes", "4: dynamic_shared_extensions: expected a table"),
        ]
    )
    func aRouteThatIsNotUnderstoodStopsTheLoad(text: String, problem: String) {
        let found = problems(
            Self.twoExtensions.merging(["Shop/model.yaml": Self.grants + text]) { $1 }
        )
        #expect(
            found.contains { $0.contains("conf/models/Shop/model.yaml:\(problem)") },
            "\(found)"
        )
    }

    @Test func anExtensionCannotRouteOrLeadASchemaElsewhere() {
        let routes = problems([
            "Shop.extensions/ext_acme/model.yaml": """
            dynamic_shared_extensions:
              - {map_pattern: "{{omni_attributes.tenant}}"}
            """
        ])
        #expect(routes.contains { $0.contains("stands in the model that is extended") })
        let schemas = problems([
            "Shop/model.yaml": Self.grants
                + "dynamic_schemas: {t: {from_schema: x, user_attribute: tenant}}",
            "Shop.extensions/ext_acme/model.yaml": """
            dynamic_schemas: {t: {user_attribute: omni_user_name}}
            """,
        ])
        #expect(schemas.contains { $0.contains("cannot lead dynamic schema \"t\"") })
    }

    @Test func aMistakeInAnExtensionIsToldWithItsFile() {
        let found = problems([
            "Shop.extensions/ext_acme/public/orders.view.yaml":
                "# Reference this view as orders\nrequired_access_grant: [pii]\n"
        ])
        #expect(
            found == [
                "conf/models/Shop.extensions/ext_acme/public/orders.view.yaml:2: "
                    + "required_access_grant: unknown key that may bear on access"
            ]
        )
    }
}
