// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// The policies that golden cases name: a shop with a tenant column, a dynamic schema, a table without
/// rows to hide, a view, and a filter that lies on a related table.
enum SamplePolicies {
    static func named(_ name: String) -> Policy? {
        switch name {
        case "acme": policy(tenants: ["acme"])
        case "both": policy(tenants: ["acme", "glo'bex"])
        case "open": policy(tenants: nil)
        case "clerk": clerk
        case "topics": SampleTopics.policy()
        case "patterns": policy(tenants: ["a%", "g_o"], isPattern: true)
        default: nil
        }
    }

    /// Of orders customer_id is hidden, status and total are masked; of customers the name
    /// is hidden.
    private static var clerk: Policy {
        let acme = policy(tenants: ["acme"])
        var relations = acme.relations
        if var orders = relations["public"]?["orders"] {
            for index in 3...4 {
                let mask = ColumnMask(of: orders.columns[index])
                orders.columns[index] = mask.column
                orders.expressions[mask.column.name] = mask.expression
            }
            orders.columns.remove(at: 2)
            orders.hidesColumns = true
            relations["public"]?["orders"] = orders
        }
        relations["public"]?["customers"]?.columns.removeLast()
        relations["public"]?["customers"]?.hidesColumns = true
        return Policy(
            identity: acme.identity,
            attributes: acme.attributes,
            searchPath: acme.searchPath,
            relations: relations
        )
    }

    static let integer = type(23, "int4", "integer")
    static let bigint = type(20, "int8", "bigint")
    static let numeric = type(1700, "numeric", "numeric")
    static let text = type(25, "text", "text")
    static let varchar = type(1043, "varchar", "character varying")
    static let timestamptz = type(1184, "timestamptz", "timestamp with time zone")
    static let point = type(600, "point", "point")

    static func type(_ oid: UInt32, _ name: String, _ formatted: String) -> Catalog.TypeName {
        Catalog.TypeName(oid: oid, schema: "pg_catalog", name: name, formatted: formatted)
    }

    static func columns(_ list: [(String, Catalog.TypeName)]) -> [Catalog.Column] {
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

    static func policy(tenants: [String]?, isPattern: Bool = false) -> Policy {
        let orders = columns([
            ("id", integer), ("tenant_id", text), ("customer_id", integer), ("total", numeric),
            ("status", varchar), ("created_at", timestamptz),
        ])
        let customers = columns([("id", integer), ("tenant_id", text), ("name", text)])
        let items = columns([("id", bigint), ("order_id", integer), ("sku", text)])
        let products = columns(
            [("sku", text), ("title", text), ("place", point)] + SampleCatalog.columnsOfUsers
        )
        func own(_ columns: [Catalog.Column]) -> RowFilter {
            guard let tenants else { return .unfiltered }
            return .all([
                FilterPredicate(
                    column: columns[1],
                    condition: isPattern ? .likeAny(tenants) : .equalsAny(tenants),
                    path: [],
                    userAttribute: "tenant"
                )
            ])
        }
        let related: RowFilter =
            tenants.map { values in
                .all([
                    FilterPredicate(
                        column: orders[1],
                        condition: isPattern ? .likeAny(values) : .equalsAny(values),
                        path: [
                            RelationshipStep(
                                target: .init(schema: "public", name: "orders"),
                                columns: [.init(from: items[1], to: orders[0])]
                            )
                        ],
                        userAttribute: "tenant"
                    )
                ])
            } ?? .unfiltered
        func relation(
            _ name: String,
            _ columns: [Catalog.Column],
            _ filter: RowFilter,
            kind: Catalog.RelationKind = .table,
            schema: String = "public",
            physical: String? = nil
        ) -> GovernedRelation {
            GovernedRelation(
                logical: .init(schema: schema, name: name),
                physical: .init(schema: physical ?? schema, name: name),
                view: name,
                kind: kind,
                columns: columns,
                primaryKey: [columns[0].name],
                filter: filter
            )
        }
        let relations = [
            "public": [
                "orders": relation("orders", orders, own(orders)),
                "customers": relation("customers", customers, own(customers)),
                "order_items": relation("order_items", items, related),
                "products": relation("products", products, .unfiltered),
                "order_totals": relation("order_totals", orders, own(orders), kind: .view),
                "secrets": relation(
                    "secrets",
                    orders,
                    .refused(message: "attribute tenant is not set for view secrets")
                ),
            ],
            "tenant": [
                "notes": relation(
                    "notes",
                    columns([("id", integer), ("body", text)]),
                    .unfiltered,
                    schema: "tenant",
                    physical: "tenant_acme"
                )
            ],
        ]
        return Policy(
            identity: PolicyIdentity(
                user: "ada@acme.example",
                connection: "shop",
                environment: "shop",
                model: "Shop",
                role: "querier"
            ),
            attributes: ["tenant": tenants ?? []],
            searchPath: ["tenant", "public"],
            relations: relations,
            extraFunctions: [.init(schema: "public", name: "fx_rate")],
            extensions: ["pg_trgm", "hstore", "citext"],
            catalog: stored(relations.values.flatMap(\.values))
        )
    }

    /// What a server would have of it: OIDs in the order of names.
    private static func stored(_ relations: [GovernedRelation]) -> Catalog {
        var catalog = SampleCatalog.catalog
        catalog.serverVersion = 150_020
        catalog.systemRelations = SystemCatalogs.relations
        catalog.schemas = [
            "pg_catalog": 11, "information_schema": 13_207, "public": 2_200,
            "tenant_acme": 16_390, "secret_schema": 16_391,
        ]
        for (place, relation) in relations.sorted(by: { $0.logical.name < $1.logical.name })
            .enumerated()
        {
            catalog.relations[relation.physical] = Catalog.Relation(
                oid: UInt32(16_400 + place * 10),
                name: relation.physical,
                kind: relation.kind,
                columns: relation.columns,
                primaryKey: relation.primaryKey,
                isInheritanceChild: false
            )
        }
        return catalog
    }
}
