// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// A shop as an analyst of one tenant sees it: two tables with a tenant column, one whose filter lies on
/// a related table, and one without rows to hide.
enum BenchmarkPolicy {
    private static let integer = type(23, "int4", "integer")
    private static let numeric = type(1700, "numeric", "numeric")
    private static let text = type(25, "text", "text")
    private static let timestamptz = type(1184, "timestamptz", "timestamp with time zone")

    private static let orders = columns([
        ("id", integer), ("tenant_id", text), ("customer_id", integer), ("total", numeric),
        ("status", text), ("created_at", timestamptz),
    ])
    private static let customers = columns([
        ("id", integer), ("tenant_id", text), ("name", text), ("region", text),
    ])
    private static let items = columns([
        ("id", integer), ("order_id", integer), ("sku", text), ("quantity", integer),
        ("price", numeric),
    ])
    private static let products = columns([("sku", text), ("title", text), ("category", text)])

    static var policy: Policy {
        let relations = [
            relation("orders", orders, filter(on: orders[1])),
            relation("customers", customers, filter(on: customers[1])),
            relation(
                "order_items",
                items,
                filter(
                    on: orders[1],
                    path: [
                        RelationshipStep(
                            target: .init(schema: "public", name: "orders"),
                            columns: [.init(from: items[1], to: orders[0])]
                        )
                    ]
                )
            ),
            relation("products", products, .unfiltered),
        ]
        var catalog = Catalog(serverVersion: 150_020, relations: [:])
        catalog.schemas = ["pg_catalog": 11, "information_schema": 13_207, "public": 2_200]
        for (place, relation) in relations.enumerated() {
            catalog.relations[relation.physical] = Catalog.Relation(
                oid: UInt32(16_400 + place * 10),
                name: relation.physical,
                kind: relation.kind,
                columns: relation.columns,
                primaryKey: relation.primaryKey,
                isInheritanceChild: false
            )
        }
        return Policy(
            identity: PolicyIdentity(
                user: "ada@acme.example",
                connection: "shop",
                environment: "shop",
                model: "Shop",
                role: "querier"
            ),
            attributes: ["tenant": ["acme"]],
            searchPath: ["public"],
            relations: [
                "public": Dictionary(
                    uniqueKeysWithValues: relations.map { ($0.logical.name, $0) }
                )
            ],
            catalog: catalog
        )
    }

    private static func type(
        _ oid: UInt32,
        _ name: String,
        _ formatted: String
    ) -> Catalog.TypeName {
        Catalog.TypeName(oid: oid, schema: "pg_catalog", name: name, formatted: formatted)
    }

    private static func columns(_ list: [(String, Catalog.TypeName)]) -> [Catalog.Column] {
        list.enumerated().map { index, column in
            Catalog.Column(
                name: column.0,
                type: column.1,
                typeModifier: -1,
                number: Int16(index + 1),
                isNotNull: index == 0
            )
        }
    }

    private static func filter(
        on column: Catalog.Column,
        path: [RelationshipStep] = []
    ) -> RowFilter {
        .all([
            FilterPredicate(
                column: column,
                condition: .equalsAny(["acme"]),
                path: path,
                userAttribute: "tenant"
            )
        ])
    }

    private static func relation(
        _ name: String,
        _ columns: [Catalog.Column],
        _ filter: RowFilter
    ) -> GovernedRelation {
        GovernedRelation(
            logical: .init(schema: "public", name: name),
            physical: .init(schema: "public", name: name),
            view: name,
            kind: .table,
            columns: columns,
            primaryKey: [columns[0].name],
            filter: filter
        )
    }
}
