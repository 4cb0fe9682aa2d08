// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Grants close views and columns to those who lack them, masks replace values by hashes; what Omni
/// hides is absent (L7, L8, A-8, A-9, A-22).
@Suite struct ProtectionTests {
    private func field(
        _ name: String,
        _ meaning: ModelView.Meaning? = nil,
        requires: GrantRequirement? = nil,
        masked: GrantRequirement? = nil,
        isHidden: Bool = false
    ) -> ModelView.Field {
        ModelView.Field(
            name: name,
            meaning: meaning ?? .column(name),
            requiredGrants: requires,
            maskedUnless: masked,
            isHidden: isHidden,
            location: Shop.nowhere
        )
    }

    private let pii = Shop.requires("pii")

    /// What becomes of the table customers, and of the relation in the policy.
    private func customers(
        _ fields: [ModelView.Field],
        clearance: [String] = []
    ) throws -> (hidden: [String], relation: GovernedRelation?) {
        var rules = Shop.rules
        rules.model.views["customers"] = Shop.view("customers", fields: fields)
        return try decide("customers", rules, clearance: clearance)
    }

    private func decide(
        _ table: String,
        _ rules: ConnectionRules,
        clearance: [String] = []
    ) throws -> (hidden: [String], relation: GovernedRelation?) {
        let user = Shop.user(["clearance": clearance])
        let resolver = Shop.resolver(user, rules: rules)
        let target = try resolver.target(user: "ada@acme.example", database: "shop")
        let decisions = try resolver.decisions(for: target, catalog: Shop.catalog())
        let decision = try #require(decisions.first { $0.logical.name == table })
        return (decision.hiddenColumns, try Shop.policy(user, rules: rules).relation(table))
    }

    @Test(
        arguments: [
            (["pii"], ["pii"], true), (["pii"], ["audit"], false), ([], [], true),
            (["pii|audit"], ["audit"], true), (["pii|audit&emea"], ["audit"], false),
            (["pii|audit&emea"], ["audit", "emea"], true), (["pii|audit&emea"], ["pii"], true),
            ([" pii | audit "], ["audit"], true), (["pii", "audit"], ["pii"], false),
            (["pii", "audit"], ["audit", "pii"], true), (["nothing"], ["pii"], false),
            (["pii|"], ["audit"], false),
        ]
    )
    func requirementsAreMetByTheirSigns(texts: [String], held: [String], isMet: Bool) {
        let requirement = GrantRequirement(texts, location: Shop.nowhere)
        #expect(requirement.isMet(holding: Set(held)) == isMet)
    }

    @Test func aGrantIsHeldWithOneOfItsValuesExactly() {
        let model = Shop.model
        #expect(model.grantsHeld(with: ["clearance": ["x", "pii"]]) == ["pii"])
        #expect(model.grantsHeld(with: ["clearance": ["PII", " pii"]]).isEmpty)
        #expect(model.grantsHeld(with: [:]).isEmpty)
    }

    @Test func aViewThatRequiresGrantsDoesNotExistForThoseWithout() throws {
        var rules = Shop.rules
        rules.model.views["orders"] = Shop.view("orders", requiredGrants: pii)
        #expect(try Shop.policy(rules: rules).relation("orders") == nil)
        let cleared = Shop.user(["clearance": ["pii"]])
        #expect(try Shop.policy(cleared, rules: rules).relation("orders") != nil)
    }

    @Test func aHiddenViewDoesNotExistButStillFilters() throws {
        var rules = Shop.rules
        rules.model.views["orders"] = Shop.view("orders", isHidden: true)
        let policy = try Shop.policy(rules: rules)
        #expect(policy.relation("orders") == nil)
        #expect(policy.predicates("order_items")?.first?.path.count == 1)
    }

    @Test func aColumnThatRequiresGrantsIsGoneForThoseWithout() throws {
        let fields = [field("email", requires: pii)]
        let (hidden, relation) = try customers(fields)
        #expect(hidden == ["email"])
        #expect(relation?.columns.map(\.name) == ["id", "tenant_id", "salary"])
        #expect(relation?.hidesColumns == true)
        #expect(try customers(fields, clearance: ["pii"]).relation?.columns.count == 4)
    }

    @Test func aMaskedColumnIsAHashForThoseWithout() throws {
        let fields = [field("salary", masked: pii)]
        let relation = try #require(try customers(fields).relation)
        #expect(relation.columns.map(\.name) == ["id", "tenant_id", "email", "salary"])
        #expect(relation.columns.last?.type.formatted == "text")
        #expect(relation.columns.last?.number == 4)
        #expect(relation.expressions.keys.sorted() == ["salary"])
        #expect(relation.mustBeWrapped && !relation.hidesColumns)
        let open = try #require(try customers(fields, clearance: ["pii"]).relation)
        #expect(open.expressions.isEmpty && !open.mustBeWrapped)
        #expect(open.columns.last?.type.name == "numeric")
    }

    @Test func hiddenBeatsMaskedAndEitherTakesTheKeyAway() throws {
        let both = [
            field("email", masked: pii),
            field("mail", .column("email"), requires: Shop.requires("audit")),
        ]
        #expect(try customers(both).hidden == ["email"])
        #expect(try customers(both, clearance: ["audit"]).relation?.expressions.count == 1)
        let key = try #require(try customers([field("id", masked: pii)]).relation)
        #expect(key.primaryKey.isEmpty)
    }

    @Test func aFilterReadsTheStoredValueOfAClosedColumn() throws {
        let relation = try customers([field("tenant_id", requires: pii)]).relation
        guard case .all(let predicates) = relation?.filter else {
            Issue.record("customers is not filtered")
            return
        }
        #expect(predicates.first?.column.name == "tenant_id")
        #expect(relation?.columns.contains { $0.name == "tenant_id" } == false)
    }

    @Test func aClosedColumnThatIsAddedLaterFindsItsTableWrapped() throws {
        let closed = field("ssn", nil, requires: pii)
        let relation = try #require(try customers([closed]).relation)
        #expect(relation.columns.count == 4 && relation.hidesColumns)
        let words = field("band", .expression(words: ["upper"], references: []), requires: pii)
        #expect(try customers([words]).relation?.hidesColumns == false)
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
        let meaning = ModelView.Meaning.expression(words: ["salary"], references: [])
        let band = field("band", meaning, requires: pii)
        #expect(try customers([band]).hidden == ["salary"])
        #expect(try customers([band], clearance: ["pii"]).hidden.isEmpty)
        #expect(try customers([band, field("pay", .column("salary"))]).hidden.isEmpty)
        let closed = field("pay", .column("salary"), masked: Shop.requires("audit"))
        #expect(try customers([band, closed]).hidden == ["salary"])
        #expect(try customers([field("band", meaning, masked: pii)]).hidden == ["salary"])
    }

    @Test func protectionFollowsReferencesToOtherFieldsAndViews() throws {
        var rules = Shop.rules
        let half = field("half", .expression(words: ["salary"], references: []))
        rules.model.views["customers"] = Shop.view("customers", fields: [half])
        let reference = FieldReference(view: "customers", field: "half")
        let derived = field(
            "derived",
            .expression(words: ["customers", "half"], references: [reference]),
            requires: pii
        )
        rules.model.views["orders"] = Shop.view("orders", fields: [derived])
        #expect(try decide("customers", rules).hidden == ["salary"])
        #expect(try decide("orders", rules).hidden.isEmpty)
    }

    @Test func anEscapedNameInAProtectedExpressionClosesTheView() throws {
        let odd = field(
            "odd",
            .expression(words: [ModelView.anyColumn], references: []),
            requires: pii
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
            "customer_id": field("customer_id", requires: pii)
        ]
        #expect(try decide("orders", rules).hidden == ["customer_id"])
        rules.model.views["orders_again"]?.requiredGrants = pii
        #expect(try Shop.policy(rules: rules).relation("orders") == nil)
    }

    // MARK: Extensions

    /// The shop's rules under an extension of its model.
    private func extended(_ change: (inout Model) -> Void) -> ConnectionRules {
        var rules = Shop.rules
        var child = rules.model
        child.parents = [rules.model]
        change(&child)
        rules.model = child
        return rules
    }

    @Test func anExtensionTakesNoFilterAway() throws {
        let rules = extended { $0.defaultAccessFilters = [] }
        #expect(
            try Shop.policy(rules: rules).predicates("orders")?.map(\.column.name) == ["tenant_id"]
        )
        let other = extended { $0.defaultAccessFilters = [Shop.filter("shard", by: "shard")] }
        let policy = try Shop.policy(Shop.user(["shard": ["1"]]), rules: other)
        #expect(
            Set(policy.predicates("orders")?.map(\.column.name) ?? []) == ["tenant_id", "shard"]
        )
    }

    @Test func anExtensionTakesNoGrantOrMaskAway() throws {
        var parent = Shop.model
        parent.views["customers"] = Shop.view(
            "customers",
            fields: [field("email", masked: pii), field("salary", requires: pii)]
        )
        parent.views["orders"] = Shop.view("orders", requiredGrants: pii)
        var child = parent
        child.parents = [parent]
        child.views["customers"] = Shop.view("customers")
        child.views["orders"] = Shop.view("orders")
        // A weaker definition of the grant is no way round it either.
        child.accessGrants["pii"]?.allowedValues = ["acme"]
        child.accessGrants["pii"]?.userAttribute = "tenant"
        var rules = Shop.rules
        rules.model = child
        #expect(try decide("customers", rules).hidden == ["salary"])
        #expect(try decide("customers", rules).relation?.expressions.keys.first == "email")
        #expect(try Shop.policy(rules: rules).relation("orders") == nil)
        let cleared = Shop.user(["clearance": ["pii"]])
        #expect(try Shop.policy(cleared, rules: rules).relation("orders") != nil)
    }

    @Test func anExtensionMayProtectWhatTheModelLeavesOpen() throws {
        let rules = extended {
            $0.views["customers"] = Shop.view("customers", fields: [field("email", requires: pii)])
            $0.views["products"] = Shop.view("products", isHidden: true)
        }
        #expect(try decide("customers", rules).hidden == ["email"])
        #expect(try Shop.policy(rules: rules).relation("products") == nil)
    }

    @Test func anExtensionBringsBackWhatIsHiddenButNotWhatIsIgnored() throws {
        for (isIgnored, isThere) in [(true, false), (false, true)] {
            var rules = extended { _ in }
            let view = rules.model.parents[0].views["products"]
            rules.model.parents[0].views["products"] = view.map { view in
                ModelView(
                    name: view.name,
                    source: view.source,
                    isHidden: true,
                    isIgnored: isIgnored,
                    location: view.location
                )
            }
            #expect((try Shop.policy(rules: rules).relation("products") != nil) == isThere)
        }
    }

    @Test func decisionsNameTheReasons() throws {
        var rules = Shop.rules
        rules.model.views["customers"] = Shop.view(
            "customers",
            fields: [
                field(
                    "email",
                    masked: GrantRequirement(
                        ["pii"],
                        location: SourceLocation(file: "customers.view.yaml", line: 7)
                    )
                )
            ]
        )
        let resolver = Shop.resolver(rules: rules)
        let target = try resolver.target(user: "ada@acme.example", database: "shop")
        let decisions = try resolver.decisions(for: target, catalog: Shop.catalog())
        let template = try #require(decisions.first { $0.logical.schema == "tenant_template" })
        guard case .absent(let reason, _) = template.outcome else {
            Issue.record("the template is reachable")
            return
        }
        #expect(reason.contains("template"))
        let items = try #require(decisions.first { $0.logical.name == "order_items" })
        #expect(items.filters.map(\.summary).first?.contains("along public.orders") == true)
        let customers = try #require(decisions.first { $0.logical.name == "customers" })
        let closure = try #require(customers.closedColumns.first?.closure)
        #expect(closure.location.description == "customers.view.yaml:7")
        #expect(closure.reason.contains("pii"))
    }
}
