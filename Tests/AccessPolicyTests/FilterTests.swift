// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Row filters and which tables they make reachable (spec 9).
@Suite struct FilterTests {
    // MARK: Reachability

    @Test func anUnscopedDefaultFilterReachesViewsThatHaveTheField() throws {
        let policy = try Shop.policy()
        #expect(policy.predicates("orders")?.map(\.column.name) == ["tenant_id"])
        #expect(policy.predicates("customers")?.map(\.column.name) == ["tenant_id"])
    }

    @Test func aViewWithoutFilterAndWithoutDeclarationDoesNotExist() throws {
        var rules = Shop.rules
        rules.sql = SQLRules()
        let policy = try Shop.policy(rules: rules)
        #expect(policy.relation("products") == nil)
        #expect(policy.relation("order_items") == nil)
        #expect(policy.relation("invoices", in: "tenant") == nil)
    }

    @Test func aTableOutsideTheModelDoesNotExist() throws {
        var rules = Shop.rules
        rules.sql.unfilteredViews = .all
        let policy = try Shop.policy(
            rules: rules,
            catalog: Shop.catalog([Shop.relation("public", "payroll", ["tenant_id": "text"])])
        )
        #expect(policy.relation("payroll") == nil)
        #expect(policy.relation("products")?.filter == .unfiltered)
    }

    @Test func aViewWhoseTableIsMissingDoesNotExist() throws {
        var catalog = Shop.catalog()
        catalog.relations[Catalog.QualifiedName(schema: "public", name: "orders")] = nil
        #expect(try Shop.policy(catalog: catalog).relation("orders") == nil)
    }

    @Test func unfilteredViewsDoNotLiftAFilter() throws {
        var rules = Shop.rules
        rules.sql.unfilteredViews = .all
        #expect(try Shop.policy(rules: rules).predicates("orders")?.count == 1)
    }

    @Test func aScopedDefaultFilterReachesItsViewOnly() throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("orders.tenant_id")]
        let policy = try Shop.policy(rules: rules)
        #expect(policy.predicates("orders")?.count == 1)
        #expect(policy.relation("customers") == nil)
    }

    @Test(arguments: [Catalog.RelationKind.view, .materializedView, .foreignTable])
    func otherKindsOfRelationsAreReachedThroughAViewOfTheModelAlike(
        kind: Catalog.RelationKind
    ) throws {
        let relation = Shop.relation("public", "report", ["tenant_id": "text"], kind: kind)
        var rules = Shop.rules
        #expect(
            try Shop.policy(rules: rules, catalog: Shop.catalog([relation])).relation("report")
                == nil
        )
        rules.model.views["report"] = Shop.view("report")
        let policy = try Shop.policy(rules: rules, catalog: Shop.catalog([relation]))
        #expect(policy.relation("report")?.kind == kind)
        #expect(policy.predicates("report")?.count == 1)
    }

    @Test(arguments: [Catalog.RelationKind.view, .materializedView, .foreignTable, .table])
    func theStarDoesNotSpeakOfWhatReadsOtherTables(kind: Catalog.RelationKind) throws {
        var relation = Shop.relation("public", "report", ["worth": "numeric"], kind: kind)
        relation.isInheritanceChild = kind == .table
        var rules = Shop.rules
        rules.model.views["report"] = Shop.view("report")
        rules.sql.unfilteredViews = .all
        let catalog = Shop.catalog([relation])
        #expect(try Shop.policy(rules: rules, catalog: catalog).relation("report") == nil)
        rules.sql.unfilteredViews = .named(["report"])
        #expect(
            try Shop.policy(rules: rules, catalog: catalog).relation("report")?.filter
                == .unfiltered
        )
    }

    // MARK: Values

    @Test func oneValueIsEqualSeveralAreAny() throws {
        #expect(try Shop.policy().predicates("orders")?[0].condition == .equalsAny(["acme"]))
        let both = try Shop.policy(Shop.user(["tenant": ["acme", "globex"]]))
        #expect(both.predicates("orders")?[0].condition == .equalsAny(["acme", "globex"]))
    }

    @Test(arguments: [[], [""]])
    func aMissingValueRefusesAndNamesAttributeAndView(values: [String]) throws {
        let policy = try Shop.policy(Shop.user(["tenant": values]))
        let message = try #require(policy.refusal("orders"))
        #expect(message.contains("\"tenant\""))
        #expect(message.contains("orders"))
    }

    @Test func anAttributeNobodyDefinedRefuses() throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("tenant_id", by: "undefined")]
        #expect(try Shop.policy(rules: rules).refusal("orders") != nil)
    }

    @Test func aValueForUnfilteredLiftsOnlyAsTheSoleValue() throws {
        let all = try Shop.policy(Shop.user(["tenant": ["ALL"]]))
        #expect(all.relation("orders")?.filter == .unfiltered)
        let mixed = try Shop.policy(Shop.user(["tenant": ["ALL", "acme"]]))
        #expect(mixed.predicates("orders")?[0].condition == .equalsAny(["ALL", "acme"]))
        let lower = try Shop.policy(Shop.user(["tenant": ["all"]]))
        #expect(lower.predicates("orders")?[0].condition == .equalsAny(["all"]))
    }

    @Test func aLiftedEntryLeavesTheOthers() throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters.append(Shop.filter("shard", by: "shard"))
        let policy = try Shop.policy(
            Shop.user(["tenant": ["ALL"], "shard": ["7"]]),
            rules: rules
        )
        #expect(policy.predicates("orders")?.map(\.column.name) == ["shard"])
    }

    @Test func severalEntriesAllHold() throws {
        var rules = Shop.rules
        rules.sql.accessFilters.append(Shop.filter("orders.shard", of: "orders", by: "shard"))
        let policy = try Shop.policy(Shop.user(["shard": ["7"]]), rules: rules)
        #expect(
            Set(policy.predicates("orders")?.map(\.column.name) ?? []) == ["tenant_id", "shard"]
        )
        #expect(try Shop.policy(rules: rules).refusal("orders") != nil)
    }

    @Test(arguments: [("7", "7"), ("7.0", "7"), ("+07", "7"), ("-1", "-1")])
    func numbersAreComparedAsNumbers(value: String, literal: String) throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("shard", by: "shard")]
        let policy = try Shop.policy(Shop.user(["shard": [value]]), rules: rules)
        #expect(policy.predicates("orders")?[0].condition == .equalsAny([literal]))
    }

    @Test(arguments: ["7 OR true", "7.5", "1e3", "99999999999", "NaN", "'7'"])
    func whatIsNoNumberOfTheColumnIsRefused(value: String) throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("shard", by: "shard")]
        let policy = try Shop.policy(Shop.user(["shard": [value]]), rules: rules)
        let message = try #require(policy.refusal("orders"))
        #expect(message.contains("\"shard\""))
        #expect(!message.contains(value))
    }

    @Test func wildcardsCompareTextWithLike() throws {
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("tenant_id", like: true)]
        let policy = try Shop.policy(Shop.user(["tenant": ["ac%", "gl_bex"]]), rules: rules)
        #expect(policy.predicates("orders")?[0].condition == .likeAny(["ac%", "gl_bex"]))
        let broken = try Shop.policy(Shop.user(["tenant": ["ac\\"]]), rules: rules)
        #expect(broken.refusal("orders") != nil)
        rules.model.defaultAccessFilters = [Shop.filter("shard", by: "tenant", like: true)]
        #expect(try Shop.policy(rules: rules).refusal("orders") != nil)
    }

    @Test func aColumnTypeThatCannotBeCheckedIsRefused() throws {
        var rules = Shop.rules
        rules.model.views["events"] = Shop.view("events")
        for type in ["timestamptz", "jsonb", "_text"] {
            let relation = Shop.relation("public", "events", ["tenant_id": type])
            let policy = try Shop.policy(rules: rules, catalog: Shop.catalog([relation]))
            #expect(policy.refusal("events") != nil)
        }
        let relation = Shop.relation("public", "events", ["tenant_id": "uuid"])
        let catalog = Shop.catalog([relation])
        #expect(try Shop.policy(rules: rules, catalog: catalog).refusal("events") != nil)
        let user = Shop.user(["tenant": ["0B8E4A7C-0000-4000-8000-00000000000A"]])
        #expect(
            try Shop.policy(user, rules: rules, catalog: catalog).predicates("events")?[0].condition
                == .equalsAny(["0b8e4a7c-0000-4000-8000-00000000000a"])
        )
    }

    // MARK: Fields

    @Test func aFieldIsTheColumnItsDimensionNames() throws {
        var rules = Shop.rules
        let field = ModelView.Field(
            name: "tenant_id",
            meaning: .column("customer_id"),
            location: Shop.nowhere
        )
        rules.model.views["orders"] = Shop.view("orders", fields: [field])
        let policy = try Shop.policy(Shop.user(["tenant": ["5"]]), rules: rules)
        #expect(policy.predicates("orders")?[0].column.name == "customer_id")
    }

    @Test func aFieldThatIsAnExpressionRefuses() throws {
        var rules = Shop.rules
        let field = ModelView.Field(
            name: "tenant_id",
            meaning: .expression(words: ["lower", "tenant_id"], references: []),
            location: Shop.nowhere
        )
        rules.model.views["orders"] = Shop.view("orders", fields: [field])
        #expect(try Shop.policy(rules: rules).refusal("orders") != nil)
    }
}
