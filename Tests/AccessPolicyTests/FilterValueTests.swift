// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// Which attribute values a filter takes for a column of each type: what is accepted can raise nothing,
/// and means the same under every setting (R28, R29).
@Suite struct FilterValueTests {
    private func type(_ name: String, oid: UInt32 = 0, isEnum: Bool = false) -> Catalog.TypeName {
        Catalog.TypeName(
            oid: oid,
            schema: isEnum || oid > 9_999 ? "public" : "pg_catalog",
            name: name,
            formatted: name,
            isEnum: isEnum
        )
    }

    /// The literals of a filter on orders.shard with that type, or why there are none.
    private func literals(
        _ type: Catalog.TypeName,
        _ values: [String],
        like: Bool = false,
        types: [UInt32: Catalog.UserType] = [:]
    ) throws -> (values: [String], column: Catalog.TypeName?) {
        var catalog = Shop.catalog()
        let name = Catalog.QualifiedName(schema: "public", name: "orders")
        catalog.relations[name]?.columns[3].type = type
        catalog.types = types
        var rules = Shop.rules
        rules.model.defaultAccessFilters = [Shop.filter("shard", by: "note", like: like)]
        let user = Shop.user(["note": values])
        let resolver = Shop.resolver(
            user,
            rules: rules,
            definitions: [Shop.definition("note")]
        )
        let target = try resolver.target(user: user.login, database: "shop")
        let policy = try resolver.policy(for: target, catalog: catalog)
        guard let predicate = policy.predicates("orders")?.first else { return ([], nil) }
        switch predicate.condition {
        case .equalsAny(let values), .likeAny(let values): return (values, predicate.column.type)
        }
    }

    @Test(
        arguments: [
            ("date", "2024-02-29", true), ("date", "2023-02-29", false),
            ("date", "2024-2-9", false),
            ("date", "2024-02-29 10:00", false), ("date", "today", false),
            ("date", "0000-01-01", false),
            ("date", "1900-02-29", false), ("date", "2000-02-29", true),
            ("date", "'2024-01-01'", false),
            ("timestamp", "2024-01-01", true), ("timestamp", "2024-01-01 10:00:00.5", true),
            ("timestamp", "2024-01-01T10:00", true), ("timestamp", "2024-01-01 10:00Z", false),
            ("timestamp", "2024-01-01 24:00", false), ("timestamp", "2024-01-01 10:60", false),
            ("timestamp", "infinity", false), ("timestamp", "2024-01-01 10:00:00.1234567", false),
            ("timestamptz", "2024-01-01 10:00Z", true),
            ("timestamptz", "2024-01-01 10:00+02", true),
            ("timestamptz", "2024-01-01 10:00:00-05:30", true),
            ("timestamptz", "2024-01-01 10:00", false), ("timestamptz", "2024-01-01", false),
            ("timestamptz", "2024-01-01 10:00 Europe/Berlin", false),
            ("int2", "32767", true), ("int2", "32768", false),
            ("int8", "9223372036854775807", true),
            ("int8", "9223372036854775808", false), ("bpchar", "ab ", true), ("bool", "true", true),
            ("bool", "t", false), ("uuid", "c9bf9e57-1685-4c89-bafb-ff5af830be8a", true),
            ("uuid", "c9bf9e57", false), ("json", "{}", false), ("bytea", "x", false),
        ]
    )
    func aValueIsALiteralOfTheColumnsTypeOrNone(name: String, value: String, isTaken: Bool) throws {
        #expect(try literals(type(name), [value]).values == (isTaken ? [value] : []))
    }

    @Test func anEnumIsComparedAsTextSoThatNoValueRaises() throws {
        let kind = type("kind", oid: 50_000, isEnum: true)
        let found = try literals(kind, ["retail", "no such label"])
        #expect(found.values == ["retail", "no such label"])
        #expect(found.column?.isEnum == true)
        #expect(try literals(kind, ["ret%"], like: true).values == ["ret%"])
    }

    @Test func aDomainIsComparedAsWhatItIsMadeOf() throws {
        func domain(_ oid: UInt32, over base: UInt32) -> Catalog.UserType {
            Catalog.UserType(type: type("d\(oid)", oid: oid), kind: .domain, base: base)
        }
        let types = [
            UInt32(50_001): domain(50_001, over: 23), 50_002: domain(50_002, over: 50_001),
        ]
        let found = try literals(type("d50002", oid: 50_002), ["7.0"], types: types)
        #expect(found.values == ["7"])
        #expect(found.column?.name == "int4")
        #expect(try literals(type("d50002", oid: 50_002), ["seven"], types: types).values.isEmpty)
        let odd = [UInt32(50_003): domain(50_003, over: 600)]
        #expect(try literals(type("d50003", oid: 50_003), ["x"], types: odd).values.isEmpty)
    }

    @Test func manyValuesAreKeptEachOnce() throws {
        let values = (0..<10_000).map { "tenant \($0)" }
        #expect(try literals(type("text"), values + values).values == values)
    }

    @Test func aJoinOfTypesWithoutAnEqualityFiltersNothing() throws {
        var rules = Shop.rules
        rules.model.relationships = [
            Shop.join("order_items", "orders", on: [("order_items.price", "orders.tenant_id")])
        ]
        let message = try Shop.policy(rules: rules).refusal("order_items")
        #expect(message?.contains("cannot be applied") == true)
    }
}
