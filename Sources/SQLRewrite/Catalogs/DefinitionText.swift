// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Definitions as text: only where all that they name is visible and read as stored (R70), and under
/// the names that the session uses.
///
/// On a backend the search path is pinned to pg_catalog, so the server writes every other name with its
/// schema; where the session's own path has the schema, the server would have left it out.
struct DefinitionText {
    let world: VisibleWorld

    /// `CREATE INDEX …`; `rest` holds further arguments, each behind a comma.
    func index(_ oid: String, _ rest: String) -> String {
        gated(
            oid,
            by: world.isVisibleIndexOID("\(sql: oid)").plain,
            closed: world.closedDefinitions(in: 1259),
            named("pg_catalog.pg_get_indexdef(\(oid)\(rest))", isPretty: !rest.isEmpty)
        )
    }

    func constraint(_ oid: String, _ rest: String) -> String {
        gated(
            oid,
            by: world.isVisibleConstraintOID("\(sql: oid)").plain,
            closed: world.closedDefinitions(in: 2606),
            named("pg_catalog.pg_get_constraintdef(\(oid)\(rest))", isPretty: true)
        )
    }

    func view(_ oid: String, _ rest: String) -> String {
        let closed = """
            SELECT omni_w.ev_class FROM pg_catalog.pg_rewrite AS omni_w \
            WHERE omni_w.oid OPERATOR(pg_catalog.=) \
            ANY (ARRAY(\(world.closedDefinitions(in: 2618, isUnfiltered: true))))
            """
        return gated(
            oid,
            by: "(\(VisibleWorld.isBuiltin("\(sql: oid)").plain) "
                + "OR \(world.isVisibleRelation("\(sql: oid)").plain))",
            closed: closed,
            named("pg_catalog.pg_get_viewdef(\(oid)\(rest))", isPretty: true)
        )
    }

    private func gated(_ oid: String, by test: String, closed: String, _ text: String) -> String {
        """
        CASE WHEN \(test) AND NOT (\(oid) OPERATOR(pg_catalog.=) ANY (ARRAY(\(closed)))) \
        THEN \(text) END
        """
    }

    /// A text of the server's with the session's names in it.
    ///
    /// - Parameters:
    ///   - text: SQL that gives the text.
    ///   - isPretty: The server leaves out schemas of the search path.
    /// - Returns: SQL.
    func named(_ text: String, isPretty: Bool) -> String {
        var text = text
        for schema in world.namedSchemas {
            let isInPath =
                schema.logical.map { isPretty && world.unqualifiedSchemas.contains($0) } ?? true
            let logical = isInPath ? "" : SQLText.identifier(schema.logical ?? "") + "."
            let physical = SQLText.identifier(schema.physical) + "."
            // Quoted where the session has set quote_all_identifiers, or the name needs it.
            let quoted = "\"" + schema.physical.replacing("\"", with: "\"\"") + "\"."
            for spelled in Set([physical, quoted]).sorted() where spelled != logical {
                text =
                    "pg_catalog.replace(\(text), \(SQLText.literal(spelled)), "
                    + "\(SQLText.literal(logical)))"
            }
        }
        return text
    }
}

extension VisibleWorld {
    /// The session's name of a namespace, null for one that it does not know.
    func schemaName(ofNamespace oid: String) -> String {
        var branches = " WHEN '11'::pg_catalog.oid THEN 'pg_catalog'::pg_catalog.name"
        branches +=
            " WHEN '\(informationSchema)'::pg_catalog.oid THEN 'information_schema'::pg_catalog.name"
        for schema in schemas {
            branches +=
                " WHEN '\(schema.oid)'::pg_catalog.oid THEN "
                + SQLText.literal(schema.logical) + "::pg_catalog.name"
        }
        if topicsSchemaOID == Self.ownTopicsSchema {
            branches +=
                " WHEN '\(topicsSchemaOID)'::pg_catalog.oid THEN "
                + SQLText.literal(topicsSchema) + "::pg_catalog.name"
        }
        return "CASE \(oid)\(branches) END"
    }

    func isVisibleIndexOID(_ oid: RowExpression) -> RowExpression {
        "(\(Self.isBuiltin(oid)) OR \(Self.isOne(oid, ofQuery: visibleIndexes)))"
    }

    func isVisibleConstraintOID(_ oid: RowExpression) -> RowExpression {
        "(\(Self.isBuiltin(oid)) OR \(Self.isOne(oid, ofQuery: visibleConstraints)))"
    }
}
