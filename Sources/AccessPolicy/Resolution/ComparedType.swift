// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The type that comparisons of a column are made in: a domain's values are those of what it is made of.
enum ComparedType {
    /// pg_type.oid of the built-in types that filters compare in.
    private static let builtin: [UInt32: String] = [
        16: "bool", 19: "name", 20: "int8", 21: "int2", 23: "int4", 25: "text", 700: "float4",
        701: "float8", 1042: "bpchar", 1043: "varchar", 1082: "date", 1114: "timestamp",
        1184: "timestamptz", 1700: "numeric", 2950: "uuid",
    ]

    /// Domains over domains; more than anybody has.
    private static let domainsMax = 32

    /// The column with the type it is compared in; a domain over anything that filters do not compare
    /// stays what it is.
    static func compared(_ column: Catalog.Column, in catalog: Catalog) -> Catalog.Column {
        var type = column.type
        for _ in 0..<domainsMax {
            guard let domain = catalog.types[type.oid], domain.kind == .domain else { break }
            if let name = builtin[domain.base] {
                type = Catalog.TypeName(
                    oid: domain.base,
                    schema: "pg_catalog",
                    name: name,
                    formatted: name
                )
            } else if let base = catalog.types[domain.base] {
                type = base.type
            } else {
                break
            }
        }
        var compared = column
        compared.type = type
        return compared
    }

    /// Whether PostgreSQL has an equality for the two that no setting changes.
    static func areComparable(_ left: Catalog.TypeName, _ right: Catalog.TypeName) -> Bool {
        if left.schema == right.schema, left.name == right.name { return true }
        guard left.schema == "pg_catalog", right.schema == "pg_catalog" else { return false }
        return families.contains { $0.contains(left.name) && $0.contains(right.name) }
    }

    private static let families: [Set<String>] = [
        ["int2", "int4", "int8", "numeric", "float4", "float8"],
        ["text", "varchar", "bpchar", "name"],
    ]
}
