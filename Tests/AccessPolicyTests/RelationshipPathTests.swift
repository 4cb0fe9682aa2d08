// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Filters on a related view's field.
@Suite struct RelationshipPathTests {
    private func policy(
        _ relationships: [Relationship],
        field: String = "orders.tenant_id"
    ) throws
        -> Policy
    {
        var rules = Shop.rules
        rules.model.relationships = relationships
        rules.sql.accessFilters = [Shop.filter(field, of: "order_items")]
        return try Shop.policy(rules: rules)
    }

    private var toOrders: Relationship {
        Shop.join("order_items", "orders", on: [("order_items.order_id", "orders.id")])
    }

    @Test func theFilterTravelsAlongTheOnlyPath() throws {
        let predicate = try #require(try policy([toOrders]).predicates("order_items")?.first)
        #expect(predicate.column.name == "tenant_id")
        #expect(predicate.path.map(\.target.name) == ["orders"])
        #expect(predicate.path[0].columns.map(\.from.name) == ["order_id"])
        #expect(predicate.path[0].columns.map(\.to.name) == ["id"])
    }

    @Test func theSidesOfAnEqualityMayStandEitherWay() throws {
        let join = Shop.join("order_items", "orders", on: [("orders.id", "order_items.order_id")])
        let predicate = try #require(try policy([join]).predicates("order_items")?.first)
        #expect(predicate.path[0].columns[0].from.name == "order_id")
        #expect(predicate.path[0].columns[0].to.name == "id")
    }

    @Test func aPathMayHaveSeveralSteps() throws {
        let policy = try policy(
            [
                toOrders,
                Shop.join("orders", "customers", on: [("orders.customer_id", "customers.id")]),
            ],
            field: "customers.tenant_id"
        )
        let path = try #require(policy.predicates("order_items")?.first?.path)
        #expect(path.map(\.target.name) == ["orders", "customers"])
    }

    @Test func aReversibleJoinMayBeWalkedBackwards() throws {
        let pairs = [("orders.id", "order_items.order_id")]
        let oneWay = Shop.join("orders", "order_items", on: pairs)
        #expect(try policy([oneWay]).refusal("order_items") != nil)
        let both = Shop.join("orders", "order_items", on: pairs, isReversible: true)
        #expect(try policy([both]).predicates("order_items")?.first?.path.count == 1)
    }

    @Test func anAliasIsANameOfItsOwn() throws {
        let join = Shop.join(
            "order_items",
            "orders",
            as: "placed",
            on: [("order_items.order_id", "placed.id")]
        )
        let predicate = try policy([join], field: "placed.tenant_id").predicates("order_items")?
            .first
        #expect(predicate?.path.map(\.target.name) == ["orders"])
        #expect(try policy([join], field: "orders.tenant_id").refusal("order_items") != nil)
    }

    @Test func noPathRefusesAndNamesNothingButTheView() throws {
        let message = try #require(try policy([]).refusal("order_items"))
        #expect(message.contains("order_items"))
        #expect(!message.contains("tenant_id"))
    }

    @Test func twoPathsRefuse() throws {
        let joins = [
            toOrders,
            Shop.join("order_items", "products", on: [("order_items.price", "products.id")]),
            Shop.join("products", "orders", on: [("products.id", "orders.id")]),
        ]
        #expect(try policy(joins).refusal("order_items") != nil)
        #expect(try policy([toOrders, toOrders]).refusal("order_items") != nil)
    }

    @Test func aConditionThatIsNotEqualColumnsRefuses() throws {
        #expect(
            try policy([Shop.join("order_items", "orders", on: nil)]).refusal("order_items") != nil
        )
        #expect(
            try policy([Shop.join("order_items", "orders", on: [])]).refusal("order_items") != nil
        )
        let foreign = Shop.join(
            "order_items",
            "orders",
            on: [("order_items.order_id", "products.id")]
        )
        #expect(try policy([foreign]).refusal("order_items") != nil)
        let missing = Shop.join("order_items", "orders", on: [("order_items.gone", "orders.id")])
        #expect(try policy([missing]).refusal("order_items") != nil)
    }

    @Test func aCircleOfJoinsEnds() throws {
        let circle = [
            toOrders,
            Shop.join("orders", "customers", on: [("orders.customer_id", "customers.id")]),
            Shop.join("customers", "order_items", on: [("customers.id", "order_items.order_id")]),
        ]
        #expect(try policy(circle).predicates("order_items")?.first?.path.count == 1)
    }

    @Test func aLiftedFilterNeedsNoPath() throws {
        var rules = Shop.rules
        rules.model.relationships = []
        rules.sql.accessFilters = [
            Shop.filter("orders.tenant_id", of: "order_items", unfiltered: ["ALL"])
        ]
        let policy = try Shop.policy(Shop.user(["tenant": ["ALL"]]), rules: rules)
        #expect(policy.relation("order_items")?.filter == .unfiltered)
    }
}
