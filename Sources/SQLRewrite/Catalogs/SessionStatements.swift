// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What a session has prepared and opened itself, in the words that it used (R72).
///
/// Backends know prepared statements under names of the proxy's and with rewritten texts, and other sessions' beside them; cursors
/// and portals are on the session's own backend as long as they live. So names and texts are the proxy's to tell, and only
/// what else the server knows of them is read from its views.
extension CatalogRelationMaker {
    /// Bytes shown of one statement, so that a session with many large ones can still look at them.
    private static let textBytesMax = 4_096

    func preparedStatements(_ stored: Catalog.Relation) -> Recipe {
        var recipe = Recipe(definition: Self.noRows(of: stored), isSessionSpecific: true)
        // Types, not names of types, could be made to name what is hidden (M26).
        recipe.types["parameter_types"] = Self.textArray
        guard !facts.statements.isEmpty else {
            recipe.definition = Self.noRows(of: stored, types: recipe.types)
            return recipe
        }
        let rows = facts.statements.map { statement in
            let types = statement.parameterTypes.map(String.init)
            return [
                text(statement.name), text(statement.text),
                "pg_catalog.to_timestamp(\(statement.preparedAt)::pg_catalog.float8 OPERATOR(pg_catalog./) 1000000::pg_catalog.float8)",
                statement.isSQL ? "true" : "false", text(statement.serverName),
                SQLText.arrayLiteral(types) + "::pg_catalog.oid[]",
            ]
        }
        let typesOnBackend = """
            SELECT omni_p.parameter_types::pg_catalog.oid[] FROM pg_catalog.pg_prepared_statements AS omni_p \
            WHERE omni_p.name OPERATOR(pg_catalog.=) omni_s.column5
            """
        let typeName = """
            SELECT CASE WHEN omni_u.type OPERATOR(pg_catalog.<) '\(VisibleWorld.firstNormalOID)'::pg_catalog.oid \
            THEN pg_catalog.format_type(omni_u.type, NULL) ELSE (SELECT omni_y.typname::pg_catalog.text \
            FROM pg_catalog.pg_type AS omni_y WHERE omni_y.oid OPERATOR(pg_catalog.=) omni_u.type) END \
            FROM pg_catalog.unnest(COALESCE((\(typesOnBackend)), omni_s.column6)) WITH ORDINALITY AS omni_u (type, place) \
            ORDER BY omni_u.place
            """
        recipe.definition = Self.query(
            of: stored,
            types: recipe.types,
            [
                "name": "omni_s.column1", "statement": "omni_s.column2",
                "prepare_time": "omni_s.column3", "from_sql": "omni_s.column4",
                "parameter_types": "ARRAY(\(typeName))",
                // Plans are shared with whoever says the same: how often is not the session's alone.
                "generic_plans": "0::pg_catalog.int8", "custom_plans": "0::pg_catalog.int8",
            ],
            from: "(\(Self.values(rows))) AS omni_s"
        )
        return recipe
    }

    func cursors(_ stored: Catalog.Relation) -> Recipe {
        guard !facts.cursors.isEmpty else {
            return Recipe(definition: Self.noRows(of: stored), isSessionSpecific: true)
        }
        var values: [String: String] = [:]
        for column in stored.columns {
            values[column.name] = "omni_c." + SQLText.identifier(column.name)
        }
        values["statement"] = "omni_s.column2"
        let own = Self.values(facts.cursors.map { [text($0.name), text($0.text)] })
        return Recipe(
            definition: Self.query(
                of: stored,
                types: [:],
                values,
                from: """
                    pg_catalog.pg_cursors AS omni_c JOIN (\(own)) AS omni_s \
                    ON omni_c.name OPERATOR(pg_catalog.=) omni_s.column1
                    """
            ),
            isSessionSpecific: true
        )
    }

    private func text(_ bytes: [UInt8]) -> String {
        var shown = bytes.prefix(Self.textBytesMax)
        while shown.count < bytes.count, bytes[shown.count] & 0xC0 == 0x80 { shown.removeLast() }
        return SQLText.literal(String(decoding: shown, as: UTF8.self)) + "::pg_catalog.text"
    }

    private static func values(_ rows: [[String]]) -> String {
        "VALUES " + rows.map { "(\($0.joined(separator: ", ")))" }.joined(separator: ", ")
    }
}
