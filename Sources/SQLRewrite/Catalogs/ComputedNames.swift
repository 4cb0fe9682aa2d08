// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Names that are known only when a statement runs: parameters, and what tools put together of
/// columns of the catalogs.
extension RegisteredNames {
    /// The OID behind the name in `omni_v.v`, as an expression.
    ///
    /// - Parameters:
    ///   - type: A reg* type.
    ///   - isStrict: As in a cast: digits are an OID, and a relation that is not there is an error.
    /// - Returns: nil when names of that type are not looked up.
    func computed(_ type: String, isStrict: Bool) -> String? {
        let name: String
        switch type {
        case "regclass":
            var places = [
                "(\(Self.table(relationNames)) OPERATOR(pg_catalog.->>) omni_k.k)::pg_catalog.oid",
                indexOrSequence,
            ]
            if isStrict {
                places.append(
                    """
                    ((SELECT pg_catalog.concat('"', pg_catalog.replace(omni_k.name, '"', '""'), '"'))\
                    ::pg_catalog.regclass)::pg_catalog.oid
                    """
                )
            }
            name = "(SELECT COALESCE(\(places.joined(separator: ", "))) FROM \(parts))"
        case "regtype":
            // `character varying(20)` has parts that are no name; what is quoted is taken apart.
            let table = Self.table(typeNames)
            name = """
                COALESCE((\(table) OPERATOR(pg_catalog.->>) omni_v.v)::pg_catalog.oid, \
                CASE WHEN pg_catalog.strpos(omni_v.v, '"') OPERATOR(pg_catalog.>) 0 THEN \
                (SELECT (\(table) OPERATOR(pg_catalog.->>) omni_k.plain)::pg_catalog.oid FROM \(parts)) END)
                """
        case "regnamespace":
            var schemas = world.schemas.map { (Self.key($0.logical), $0.oid) }
            if !world.topics.isEmpty {
                schemas.append((Self.key(world.topicsSchema), world.topicsSchemaOID))
            }
            schemas.append((Self.key("pg_catalog"), 11))
            schemas.append((Self.key("information_schema"), world.informationSchema))
            name = """
                (SELECT (\(Self.table(schemas)) OPERATOR(pg_catalog.->>) omni_k.k)::pg_catalog.oid \
                FROM \(parts))
                """
        case "regrole":
            name = """
                CASE omni_v.v WHEN \(SQLText.literal(world.identity.user)) \
                THEN '\(VisibleWorld.owner)'::pg_catalog.oid END
                """
        default: return nil
        }
        guard isStrict else { return name }
        // What is no name makes parse_ident raise.
        let malformed =
            type == "regclass"
            ? """
            WHEN NOT (omni_v.v OPERATOR(pg_catalog.~) '\(Self.wholeName)') \
            THEN (SELECT '0'::pg_catalog.oid WHERE pg_catalog.parse_ident(omni_v.v) IS NULL)
            """ : ""
        return """
            CASE WHEN omni_v.v OPERATOR(pg_catalog.~) '^[0-9]{1,10}$' THEN omni_v.v::pg_catalog.oid \
            WHEN omni_v.v OPERATOR(pg_catalog.=) '-' THEN '0'::pg_catalog.oid \
            \(malformed) ELSE \(name) END
            """
    }

    /// The parts of the name in `omni_v.v` as one row, and no row for null.
    ///
    /// `k` has each part quoted, `plain` only where the server would and without pg_catalog in front, and
    /// `name` is what an error says.
    private var parts: String {
        """
        (SELECT pg_catalog.string_agg(pg_catalog.concat('"', \
        pg_catalog.replace(omni_p.p, '"', '""'), '"'), '.' ORDER BY omni_p.n) AS k, \
        pg_catalog.string_agg(pg_catalog.quote_ident(omni_p.p), '.' ORDER BY omni_p.n) \
        FILTER (WHERE NOT (omni_p.n OPERATOR(pg_catalog.=) 1 \
        AND omni_p.p OPERATOR(pg_catalog.=) 'pg_catalog')) AS plain, \
        pg_catalog.string_agg(omni_p.p, '.' ORDER BY omni_p.n) AS name \
        FROM (SELECT ARRAY(SELECT CASE WHEN pg_catalog.strpos(omni_m.m[1], '"') \
        OPERATOR(pg_catalog.=) 1 THEN pg_catalog.replace(pg_catalog.substr(omni_m.m[1], 2, \
        pg_catalog.length(omni_m.m[1]) OPERATOR(pg_catalog.-) 2), '""', '"') \
        ELSE pg_catalog.lower(omni_m.m[1]) END \
        FROM pg_catalog.regexp_matches(omni_v.v, '\(Self.part)', 'g') \
        WITH ORDINALITY AS omni_m (m, n) ORDER BY omni_m.n) AS a) AS omni_a \
        CROSS JOIN LATERAL pg_catalog.unnest(omni_a.a) WITH ORDINALITY AS omni_p (p, n) \
        WHERE omni_v.v OPERATOR(pg_catalog.~) '\(Self.wholeName)' \
        AND NOT (omni_p.n OPERATOR(pg_catalog.=) 1 \
        AND pg_catalog.array_length(omni_a.a, 1) OPERATOR(pg_catalog.=) 3 \
        AND omni_p.p OPERATOR(pg_catalog.=) \(SQLText.literal(world.identity.connection))) \
        HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0) AS omni_k
        """
    }

    /// A part of a name as the server splits it: in quotes, or anything without a space, dot or quote.
    private static let part = "\"(?:[^\"]|\"\")+\"|[^.\"[:space:]]+"
    private static let wholeName =
        "^[[:space:]]*(?:\(part))(?:[[:space:]]*\\.[[:space:]]*(?:\(part)))*[[:space:]]*$"

    /// An index or a sequence by the quoted parts of its name.
    private var indexOrSequence: String {
        let schema = world.schemaName(ofNamespace: "omni_c.relnamespace")
        let path = world.schemas.filter { world.searchPath.contains($0.logical) }.map(\.oid)
        let relation = """
            pg_catalog.concat('"', \
            pg_catalog.replace(omni_c.relname::pg_catalog.text, '"', '""'), '"')
            """
        return """
            (SELECT omni_c.oid FROM pg_catalog.pg_class AS omni_c \
            WHERE (\(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleSequences).plain) \
            OR \(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleIndexes).plain)) \
            AND (pg_catalog.concat('"', pg_catalog.replace(\(schema)::pg_catalog.text, '"', '""'), '".', \
            \(relation)) OPERATOR(pg_catalog.=) omni_k.k \
            OR (\(VisibleWorld.isOne("omni_c.relnamespace", of: path).plain) \
            AND \(relation) OPERATOR(pg_catalog.=) omni_k.k)) LIMIT 1)
            """
    }

    /// What a name's parts are looked up by.
    static func key(_ parts: String...) -> String {
        parts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ".")
    }

    /// Names and their OIDs as a constant.
    private static func table(_ names: [(String, UInt32)]) -> String {
        let members = names.map { "\(json($0.0)):\"\($0.1)\"" }.joined(separator: ",")
        return SQLText.literal("{" + members + "}") + "::pg_catalog.jsonb"
    }

    private static func json(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
