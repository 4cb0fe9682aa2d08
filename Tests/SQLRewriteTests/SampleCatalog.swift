// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// What the sample policies' database has beyond relations: types of users, two listed extensions and
/// one that is not listed.
enum SampleCatalog {
    static let mood = name(20_000, "mood", isEnum: true)
    static let cents = name(20_002, "cents")
    static let place = name(20_004, "place")
    static let hstore = name(20_010, "hstore", schema: "ext")
    static let citext = name(20_012, "citext")
    static let ltree = name(20_014, "ltree")

    /// Behind the columns of `products`.
    static let columnsOfUsers: [(String, Catalog.TypeName)] = [
        ("mood", mood), ("cost", cents), ("spot", place), ("extra", hstore), ("email", citext),
        ("path", ltree),
    ]

    private static func name(
        _ oid: UInt32,
        _ name: String,
        schema: String = "public",
        isEnum: Bool = false
    ) -> Catalog.TypeName {
        Catalog.TypeName(
            oid: oid,
            schema: schema,
            name: name,
            formatted: "\(schema).\(name)",
            isEnum: isEnum
        )
    }

    static let catalog: Catalog = {
        var catalog = Catalog(serverVersion: 150_000, relations: [:])
        func add(
            _ name: Catalog.TypeName,
            _ kind: Catalog.UserType.Kind,
            base: UInt32 = 0,
            extension owner: String? = nil,
            attributes: [Catalog.UserType.Attribute] = []
        ) {
            var type = Catalog.UserType(
                type: name,
                kind: kind,
                array: name.oid + 1,
                base: base,
                relation: kind == .composite ? name.oid + 5_000 : 0,
                owningExtension: owner
            )
            type.attributes = attributes
            catalog.types[name.oid] = type
            let array = Self.name(name.oid + 1, "_" + name.name, schema: name.schema)
            catalog.types[array.oid] = Catalog.UserType(
                type: array,
                kind: .base,
                element: name.oid,
                owningExtension: owner
            )
        }
        add(mood, .enumeration)
        add(cents, .domain, base: 20)
        add(name(20_030, "peek"), .domain, base: 2205)
        add(
            place,
            .composite,
            attributes: [.init(name: "street", type: 25), .init(name: "number", type: 23)]
        )
        add(hstore, .base, extension: "hstore")
        add(citext, .base, extension: "citext")
        add(ltree, .base, extension: "ltree")
        // The row of a table.
        add(name(20_020, "rates"), .composite)
        func function(
            _ name: String,
            _ arguments: [UInt32],
            _ result: UInt32,
            schema: String = "public",
            volatility: Catalog.Function.Volatility = .immutable,
            extension owner: String? = nil
        ) {
            catalog.functions.append(
                Catalog.Function(
                    oid: UInt32(21_000 + catalog.functions.count),
                    name: .init(schema: schema, name: name),
                    kind: .function,
                    volatility: volatility,
                    arguments: arguments,
                    result: result,
                    owningExtension: owner
                )
            )
        }
        function("fx_rate", [23], 20_020)
        function("unlisted", [23], 23)
        function("similarity", [25, 25], 700, schema: "ext", extension: "pg_trgm")
        function(
            "set_limit",
            [700],
            700,
            schema: "ext",
            volatility: .volatile,
            extension: "pg_trgm"
        )
        function("akeys", [hstore.oid], 1009, schema: "ext", extension: "hstore")
        function("replace", [citext.oid, citext.oid, citext.oid], 25, extension: "citext")
        function("nlevel", [ltree.oid], 23, extension: "ltree")
        func add(
            operator name: String,
            _ type: UInt32,
            _ right: UInt32,
            _ result: UInt32,
            _ owner: String,
            schema: String = "public"
        ) {
            catalog.operators.append(
                Catalog.Operator(
                    oid: UInt32(22_000 + catalog.operators.count),
                    name: .init(schema: schema, name: name),
                    left: type,
                    right: right,
                    result: result,
                    owningExtension: owner
                )
            )
        }
        add(operator: "%", 25, 25, 16, "pg_trgm", schema: "ext")
        add(operator: "->", hstore.oid, 25, 25, "hstore", schema: "ext")
        add(operator: "||", hstore.oid, hstore.oid, hstore.oid, "hstore", schema: "ext")
        add(operator: "@>", hstore.oid, hstore.oid, 16, "hstore", schema: "ext")
        for name in ["=", "<>", "~~", "!~~"] {
            add(operator: name, citext.oid, citext.oid, 16, "citext")
        }
        add(operator: "@>", ltree.oid, ltree.oid, 16, "ltree")
        return catalog
    }()
}
