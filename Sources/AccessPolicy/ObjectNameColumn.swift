// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What stands for a column of a type whose values are OIDs and print as names, such as regclass: the OID.
///
/// Beside such a value any number prints as the name of the object behind it, hidden ones included (M26,
/// R62), and its own value as the name that the database has for it.
struct ObjectNameColumn {
    /// The column as the client sees it.
    let column: Catalog.Column
    /// Its value, over the stored row.
    let expression: RowExpression

    /// nil for a column of any other type.
    init?(of stored: Catalog.Column, in catalog: Catalog) {
        var oid = stored.type.oid
        // A domain is read as what it is made of.
        var steps = catalog.types.count
        while let base = catalog.types[oid]?.base, base != 0, steps > 0 {
            oid = base
            steps -= 1
        }
        let isArray = Self.arrays.contains(oid)
        guard isArray || Self.types.contains(oid) else { return nil }
        let type = isArray ? "oid[]" : "oid"
        var column = stored
        column.type = Catalog.TypeName(
            oid: isArray ? Self.oidArray : Self.oid,
            schema: "pg_catalog",
            name: isArray ? "_oid" : "oid",
            formatted: type
        )
        column.typeModifier = -1
        self.column = column
        expression = "\(column: stored.name)::pg_catalog.\(sql: type)"
    }

    private static let oid: UInt32 = 26
    private static let oidArray: UInt32 = 1028

    /// regproc, regprocedure, regoper, regoperator, regclass, regtype, regconfig, regdictionary,
    /// regnamespace, regrole, regcollation.
    private static let types: Set<UInt32> = [
        24, 2202, 2203, 2204, 2205, 2206, 3734, 3769, 4089, 4096, 4191,
    ]
    /// Their arrays.
    private static let arrays: Set<UInt32> = [
        1008, 2207, 2208, 2209, 2210, 2211, 3735, 3770, 4090, 4097, 4192,
    ]
}
