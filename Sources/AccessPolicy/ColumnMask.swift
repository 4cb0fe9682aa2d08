// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What stands for a masked column: `md5(column::text)`, null where the column is null (spec 9, A-9).
///
/// The text of some types follows settings that a session may change. A float with fewer digits would
/// make the mask tell its rounded value, and the same value must give the same mask for everybody; so
/// the text of those is the one that default settings and UTC give, or the type's binary form where
/// nothing but its output function makes text of it (R53).
package struct ColumnMask: Sendable, Equatable {
    /// The column as the client sees it.
    package let column: Catalog.Column
    /// Its value, over the stored row.
    package let expression: RowExpression

    package init(
        of stored: Catalog.Column,
        in catalog: Catalog = Catalog(serverVersion: 0, relations: [:])
    ) {
        var column = stored
        column.type = Catalog.TypeName(
            oid: 25,
            schema: "pg_catalog",
            name: "text",
            formatted: "text"
        )
        column.typeModifier = -1
        // Said explicitly: a column of type name, or with a collation of its own, would hand that on (M19).
        column.hasOwnCollation = false
        self.column = column
        let text = Form(of: stored.type, in: catalog).text(of: stored.name)
        expression = "pg_catalog.md5(\(text)) COLLATE pg_catalog.\"default\""
    }

    /// How a type's values become text that no setting changes.
    private enum Form {
        case text
        case cast
        case number
        case decimal
        case date
        case timestamp
        case timestampWithZone
        case bytes
        /// The function that gives the type's binary form.
        case binary(String)

        init(of type: Catalog.TypeName, in catalog: Catalog) {
            var oid = type.oid
            // A domain is written as what it is made of.
            var domains = 0
            while let domain = catalog.types[oid], domain.kind == .domain, domains < Self.domainsMax
            {
                oid = domain.base
                domains += 1
            }
            switch oid {
            case 25: self = .text
            case 700, 701: self = .decimal
            // Names of objects, which are spelled as search_path asks.
            case 24, 2202...2206, 4096, 4089, 4191, 3734, 3769: self = .number
            case 1082: self = .date
            case 1114: self = .timestamp
            case 1184: self = .timestampWithZone
            case 17: self = .bytes
            case 1186: self = .binary("interval_send")
            case 790: self = .binary("cash_send")
            // Arrays and ranges of those above.
            case 1021, 1022, 1182, 1115, 1185, 1187, 1001, 791, 3913, 3909, 3911, 6155, 6152, 6153,
                1008, 2207...2211, 4097, 4090, 4192, 3735, 3770:
                self = .binary("array_send")
            case 3912, 3908, 3910: self = .binary("range_send")
            case 4535, 4533, 4534: self = .binary("multirange_send")
            default: self = .cast
            }
        }

        /// Domains over domains; more than anybody has.
        private static let domainsMax = 32

        func text(of column: String) -> RowExpression {
            switch self {
            case .text: "\(column: column)"
            case .cast: "\(column: column)::pg_catalog.text"
            case .number: "\(column: column)::pg_catalog.oid::pg_catalog.text"
            case .decimal: "\(column: column)::pg_catalog.numeric::pg_catalog.text"
            case .date: Self.isoText(of: "\(column: column)")
            case .timestamp:
                "pg_catalog.replace(\(Self.isoText(of: "\(column: column)")), 'T'::pg_catalog.text, ' '::pg_catalog.text)"
            case .timestampWithZone:
                "pg_catalog.replace(\(Self.isoText(of: "pg_catalog.timezone('UTC'::pg_catalog.text, \(column: column))")), 'T'::pg_catalog.text, ' '::pg_catalog.text) OPERATOR(pg_catalog.||) '+00'::pg_catalog.text"
            case .bytes:
                "'\\x'::pg_catalog.text OPERATOR(pg_catalog.||) pg_catalog.encode(\(column: column), 'hex'::pg_catalog.text)"
            case .binary(let function):
                "pg_catalog.encode(pg_catalog.\(sql: function)(\(column: column)), 'hex'::pg_catalog.text)"
            }
        }

        /// JSON writes days as ISO does, whatever DateStyle says.
        private static func isoText(of value: RowExpression) -> RowExpression {
            "(pg_catalog.to_jsonb(\(value)) OPERATOR(pg_catalog.#>>) '{}'::pg_catalog.text[])"
        }
    }
}
