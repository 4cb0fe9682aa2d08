// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// What carries a grant or a mask is closed to everybody until grants are evaluated; what Omni hides
/// is absent (L7, L8).
@Suite struct ProtectionTests {
    private func field(
        _ name: String,
        _ meaning: ModelView.Meaning? = nil,
        _ protection: ModelView.Protection? = nil,
        isHidden: Bool = false
    ) -> ModelView.Field {
        ModelView.Field(
            name: name,
            meaning: meaning ?? .column(name),
            protection: protection,
            isHidden: isHidden,
            location: Shop.nowhere
        )
    }

    /// What becomes of the table customers, and of the relation in the policy.
    private func customers(
        _ fields: [ModelView.Field]
    ) throws -> (hidden: [String], relation: GovernedRelation?) {
        var rules = Shop.rules
        rules.model.views["customers"] = Shop.view("customers", fields: fields)
        return try decide("customers", rules)
    }

    private func decide(
        _ table: String,
        _ rules: ConnectionRules
    ) throws -> (hidden: [String], relation: GovernedRelation?) {
        let resolver = Shop.resolver(rules: rules)
        let target = try resolver.target(user: "ada@acme.example", database: "shop")
        let decisions = try resolver.decisions(for: target, catalog: Shop.catalog())
        let decision = try #require(decisions.first { $0.logical.name == table })
        return (decision.hiddenColumns, try Shop.policy(rules: rules).relation(table))
    }

    @Test func aViewThatRequiresGrantsDoesNotExist() throws {
        var rules = Shop.rules
        rules.model.views["orders"] = Shop.view("orders", protection: .requiredGrants)
        #expect(try Shop.policy(rules: rules).relation("orders") == nil)
    }

    @Test func aHiddenViewDoesNotExistButStillFilters() throws {
        var rules = Shop.rules
        rules.model.views["orders"] = Shop.view("orders", isHidden: true)
        let policy = try Shop.policy(rules: rules)
        #expect(policy.relation("orders") == nil)
        #expect(policy.predicates("order_items")?.first?.path.count == 1)
    }

    @Test func aColumnThatRequiresGrantsIsHidden() throws {
        let (hidden, found) = try customers([field("email", nil, .requiredGrants)])
        let relation = try #require(found)
        #expect(hidden == ["email"])
        #expect(relation.hidesColumns && relation.mustBeWrapped)
        #expect(!relation.columns.contains { $0.name == "email" })
        #expect(relation.primaryKey == ["id"])
    }

    @Test func aMaskedColumnIsTextMadeByItsMask() throws {
        let (hidden, found) = try customers([field("salary", nil, .mask)])
        let relation = try #require(found)
        #expect(hidden.isEmpty && !relation.hidesColumns && relation.mustBeWrapped)
        #expect(relation.columns.first { $0.name == "salary" }?.type.name == "text")
        #expect(Array(relation.expressions.keys) == ["salary"])
    }

    @Test func aKeyThatIsHiddenOrMaskedIdentifiesNothing() throws {
        #expect(try customers([field("id", nil, .mask)]).relation?.primaryKey == [])
        #expect(try customers([field("id", nil, .requiredGrants)]).relation?.primaryKey == [])
    }

    @Test func aColumnThatIsMaskedAndClosedIsClosed() throws {
        let fields = [field("email", nil, .mask), field("mail", .column("email"), .requiredGrants)]
        let (hidden, relation) = try customers(fields)
        #expect(hidden == ["email"])
        #expect(relation?.expressions.isEmpty == true)
    }

    @Test func withoutProtectionEveryColumnIsThere() throws {
        let relation = try #require(try customers([field("email")]).relation)
        #expect(relation.columns.count == 4)
        #expect(!relation.hidesColumns)
        #expect(relation.primaryKey == ["id"])
    }

    @Test func anIgnoredColumnIsHidden() throws {
        #expect(try customers([field("email", isHidden: true)]).hidden == ["email"])
    }

    @Test func aColumnInsideAProtectedExpressionIsClosedToo() throws {
        let band = field(
            "band",
            .expression(words: ["salary"], references: []),
            .requiredGrants
        )
        #expect(try customers([band]).hidden == ["salary"])
        #expect(try customers([band, field("pay", .column("salary"))]).hidden.isEmpty)
    }

    @Test func protectionFollowsReferencesToOtherFieldsAndViews() throws {
        var rules = Shop.rules
        let half = field("half", .expression(words: ["salary"], references: []))
        rules.model.views["customers"] = Shop.view("customers", fields: [half])
        let reference = FieldReference(view: "customers", field: "half")
        let derived = field(
            "derived",
            .expression(words: ["customers", "half"], references: [reference]),
            .requiredGrants
        )
        rules.model.views["orders"] = Shop.view("orders", fields: [derived])
        #expect(try decide("customers", rules).hidden == ["salary"])
        #expect(try decide("orders", rules).hidden.isEmpty)
    }

    @Test func anEscapedNameInAProtectedExpressionClosesTheView() throws {
        let odd = field(
            "odd",
            .expression(words: [ModelView.anyColumn], references: []),
            .requiredGrants
        )
        #expect(try customers([odd]).relation == nil)
    }

    @Test func twoViewsOfOneTableProtectItTogether() throws {
        var rules = Shop.rules
        rules.model.views["orders_again"] = Shop.view(
            "orders_again",
            table: "orders"
        )
        rules.sql.accessFilters = [Shop.filter("shard", of: "orders_again", by: "shard")]
        let policy = try Shop.policy(Shop.user(["shard": ["1"]]), rules: rules)
        #expect(
            Set(policy.predicates("orders")?.map(\.column.name) ?? []) == ["tenant_id", "shard"]
        )
        rules.model.views["orders_again"]?.fields = [
            "customer_id": field("customer_id", nil, .requiredGrants)
        ]
        #expect(try decide("orders", rules).hidden == ["customer_id"])
        rules.model.views["orders_again"]?.protection = .requiredGrants
        #expect(try Shop.policy(rules: rules).relation("orders") == nil)
    }

    @Test func decisionsNameTheReasons() throws {
        let resolver = Shop.resolver()
        let target = try resolver.target(user: "ada@acme.example", database: "shop")
        let decisions = try resolver.decisions(for: target, catalog: Shop.catalog())
        let template = try #require(decisions.first { $0.logical.schema == "tenant_template" })
        guard case .absent(let reason) = template.outcome else {
            Issue.record("the template is reachable")
            return
        }
        #expect(reason.contains("template"))
        let items = try #require(decisions.first { $0.logical.name == "order_items" })
        #expect(items.filters.map(\.summary).first?.contains("along public.orders") == true)
    }
}
