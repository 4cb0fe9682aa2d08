// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// R35: partitions and inheritance children.
struct PartitionTests {
    /// `sales` with a partition `sales_2024` that has one itself.
    private func catalog() -> Catalog {
        let columns: KeyValuePairs = ["id": "int8", "tenant_id": "text"]
        var whole = Shop.relation("public", "sales", columns, kind: .partitionedTable)
        whole.oid = 101
        var part = Shop.relation("public", "sales_2024", columns, kind: .partitionedTable)
        part.oid = 102
        part.parents = [101]
        part.isInheritanceChild = true
        var leaf = Shop.relation("public", "sales_2024_q1", columns)
        leaf.oid = 103
        leaf.parents = [102]
        leaf.isInheritanceChild = true
        return Shop.catalog([whole, part, leaf])
    }

    private func rules(_ views: [String]) -> ConnectionRules {
        var rules = Shop.rules
        for view in views { rules.model.views[view] = Shop.view(view) }
        return rules
    }

    @Test func childrenAreInvisibleUnlessTheModelListsThem() throws {
        let policy = try Shop.policy(rules: rules(["sales"]), catalog: catalog())
        #expect(policy.relation("sales") != nil)
        #expect(policy.relation("sales_2024") == nil)
        #expect(policy.relation("sales_2024_q1") == nil)
    }

    @Test func aChildCarriesTheFilterOfItsRoot() throws {
        var rules = rules(["sales", "sales_2024_q1"])
        rules.model.defaultAccessFilters = [Shop.filter("sales.tenant_id", by: "tenant")]
        let policy = try Shop.policy(rules: rules, catalog: catalog())
        #expect(policy.predicates("sales")?.map(\.condition) == [.equalsAny(["acme"])])
        #expect(policy.predicates("sales_2024_q1") == policy.predicates("sales"))
    }

    @Test func aPartThatIsProtectedOtherwiseClosesTheWhole() throws {
        var rules = rules(["sales", "sales_2024"])
        rules.model.defaultAccessFilters = [
            Shop.filter("sales.tenant_id", by: "tenant"), Shop.filter("sales_2024.id", by: "shard"),
        ]
        let policy = try Shop.policy(
            Shop.user(["tenant": ["acme"], "shard": ["7"]]),
            rules: rules,
            catalog: catalog()
        )
        #expect(policy.relation("sales") == nil)
        #expect(policy.predicates("sales_2024")?.count == 2)
    }
}
