// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// How names and values are written into SQL, with standard_conforming_strings on.
enum SQLText {
    /// An identifier, quoted unless it means itself without quotes.
    static func identifier(_ name: String) -> String {
        if isPlain(name) { return name }
        return "\"" + name.replacing("\"", with: "\"\"") + "\""
    }

    static func qualified(_ schema: String, _ name: String) -> String {
        identifier(schema) + "." + identifier(name)
    }

    /// A string constant without a type.
    static func literal(_ value: String) -> String {
        // A backslash is an ordinary character here: the setting is pinned to on (R1).
        "'" + value.replacing("'", with: "''") + "'"
    }

    /// An array constant's text, each element quoted.
    static func arrayLiteral(_ values: [String]) -> String {
        let elements = values.map { value in
            "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return literal("{" + elements.joined(separator: ",") + "}")
    }

    private static func isPlain(_ name: String) -> Bool {
        var isFirst = true
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
            default: return false
            }
            isFirst = false
        }
        return !isFirst && !keywords.contains(name)
    }

    /// PostgreSQL's keywords that are not plain names everywhere (src/include/parser/kwlist.h).
    private static let keywords: Set<String> = Set(
        """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
        boolean both case cast char character check coalesce collate collation column concurrently
        constraint create cross current_catalog current_date current_role current_schema
        current_time current_timestamp current_user dec decimal default deferrable desc distinct do
        else end except exists extract false fetch float for foreign freeze from full grant
        greatest group grouping having ilike in initially inner inout int integer intersect
        interval into is isnull join lateral leading least left like limit localtime localtimestamp
        national natural nchar none normalize not notnull null nullif numeric offset on only or
        order out outer overlaps overlay placing position precision primary real references
        returning right row select session_user setof similar smallint some substring symmetric
        table tablesample then time timestamp to trailing treat trim true union unique user using
        values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
        xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
