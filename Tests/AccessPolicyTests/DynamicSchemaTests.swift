// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Dynamic schemas (spec 10, A-7, L9).
@Suite struct DynamicSchemaTests {
    @Test func theAttributeNamesThePhysicalSchema() throws {
        let policy = try Shop.policy()
        let invoices = try #require(policy.relation("invoices", in: "tenant"))
        #expect(invoices.logical == Catalog.QualifiedName(schema: "tenant", name: "invoices"))
        #expect(invoices.physical == Catalog.QualifiedName(schema: "acme_data", name: "invoices"))
        #expect(invoices.filter == .unfiltered)
    }

    @Test func templateAndPhysicalSchemasAreInvisible() throws {
        var rules = Shop.rules
        let policy = try Shop.policy(rules: rules)
        #expect(Set(policy.relations.keys) == ["public", "tenant"])
        rules.sql.unfilteredViews = .all
        #expect(Set(try Shop.policy(rules: rules).relations.keys) == ["public", "tenant"])
    }

    @Test func theTemplateIsVisibleWhenItsViewIsListedByName() throws {
        var rules = Shop.rules
        rules.sql.unfilteredViews = .named(["tenant_template__invoices"])
        let policy = try Shop.policy(rules: rules)
        #expect(policy.relation("invoices", in: "tenant_template")?.filter == .unfiltered)
    }

    @Test func aDefaultFilterAloneDoesNotShowTheTemplate() throws {
        var catalog = Shop.catalog()
        let invoices = Shop.relation("tenant_template", "invoices", ["tenant_id": "text"])
        catalog.relations[invoices.name] = invoices
        #expect(try Shop.policy(catalog: catalog).relations["tenant_template"] == nil)
    }

    @Test(arguments: [
        [], [""], ["acme_data", "globex_data"], ["nowhere"], ["pg_catalog"], ["pg_temp_3"],
        ["information_schema"], ["tenant_template"], ["public"], ["ACME_DATA"], ["acme_data "],
        [String(repeating: "a", count: 64)],
    ])
    func aValueThatIsNotOneTenantSchemaRefuses(values: [String]) throws {
        let hostile = ["pg_catalog", "pg_temp_3", "information_schema", "public"].map {
            Shop.relation($0, "invoices", ["id": "int8"])
        }
        let policy = try Shop.policy(
            Shop.user(["tenant_schema": values]),
            catalog: Shop.catalog(hostile)
        )
        let message = try #require(policy.refusal("invoices", in: "tenant"))
        #expect(message.contains("\"tenant_schema\""))
        for value in values where !value.isEmpty { #expect(!message.contains(value)) }
    }

    @Test func aTableThatTheTenantLacksRefuses() throws {
        var catalog = Shop.catalog()
        catalog.relations[Catalog.QualifiedName(schema: "acme_data", name: "invoices")] = nil
        #expect(try Shop.policy(catalog: catalog).refusal("invoices", in: "tenant") != nil)
    }

    @Test func aTableOfTheTenantThatTheTemplateLacksDoesNotExist() throws {
        #expect(try Shop.policy().relation("secrets", in: "tenant") == nil)
    }

    @Test func aPlainViewOfTheSameTableProtectsItToo() throws {
        var rules = Shop.rules
        rules.model.views["acme_invoices"] = Shop.view(
            "acme_invoices",
            schema: "acme_data",
            table: "invoices"
        )
        rules.sql.accessFilters = [Shop.filter("id", of: "acme_invoices", by: "shard")]
        let policy = try Shop.policy(Shop.user(["shard": ["3"]]), rules: rules)
        #expect(policy.predicates("invoices", in: "tenant")?.map(\.column.name) == ["id"])
        #expect(policy.predicates("invoices", in: "acme_data")?.map(\.column.name) == ["id"])
    }

    @Test func theDefaultSchemaComesFirstInTheSearchPath() throws {
        #expect(try Shop.policy().searchPath == ["public"])
        var rules = Shop.rules
        rules.defaultSchema = "tenant"
        #expect(try Shop.policy(rules: rules).searchPath == ["tenant", "public"])
    }
}
