// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Catalogs of what hangs on relations and points at others of its kind: what a row says of hidden ones
/// is taken out of it.
extension CatalogRelationMaker {
    /// A column with an OID, 0 where the test fails.
    func orZero(_ column: String, _ test: RowExpression) -> RowExpression {
        "CASE WHEN \(test) THEN \(column: column) ELSE '0'::pg_catalog.oid END"
    }

    var constraints: Recipe {
        let parents: RowExpression = """
            (SELECT pg_catalog.count(*)::pg_catalog.int4 FROM pg_catalog.pg_inherits AS omni_h \
            JOIN pg_catalog.pg_constraint AS omni_p \
            ON omni_p.conrelid OPERATOR(pg_catalog.=) omni_h.inhparent \
            WHERE omni_h.inhrelid OPERATOR(pg_catalog.=) \(column: "conrelid") \
            AND (omni_p.oid OPERATOR(pg_catalog.=) \(column: "conparentid") \
            OR (omni_p.contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char" \
            AND omni_p.conname OPERATOR(pg_catalog.=) \(column: "conname"))) \
            AND (\(world.isVisibleConstraint("omni_p"))))
            """
        return Recipe(
            rows: world.isVisibleConstraint(nil),
            columns: [
                "conbin": unless(closedIn: 2606, "conbin"),
                "conindid": orZero("conindid", world.isVisibleIndexOID("\(column: "conindid")")),
                "conparentid": orZero(
                    "conparentid",
                    world.isVisibleConstraintOID("\(column: "conparentid")")
                ),
                "coninhcount":
                    "CASE WHEN \(column: "coninhcount") OPERATOR(pg_catalog.=) 0 THEN 0 ELSE \(parents) END",
                "conislocal": "\(column: "conislocal") OR \(parents) OPERATOR(pg_catalog.=) 0",
            ]
        )
    }

    /// Parents are numbered from one, and those that are hidden leave no gap.
    var inheritance: Recipe {
        let number: RowExpression = """
            (SELECT pg_catalog.count(*)::pg_catalog.int4 FROM pg_catalog.pg_inherits AS omni_h \
            WHERE omni_h.inhrelid OPERATOR(pg_catalog.=) \(column: "inhrelid") \
            AND omni_h.inhseqno OPERATOR(pg_catalog.<=) \(column: "inhseqno") \
            AND \(world.isVisibleClass("omni_h.inhparent")))
            """
        return Recipe(
            rows:
                "\(world.isVisibleClass("\(column: "inhrelid")")) AND \(world.isVisibleClass("\(column: "inhparent")"))",
            columns: ["inhseqno": number]
        )
    }

    var triggers: Recipe {
        let visible =
            "SELECT omni_t.oid FROM pg_catalog.pg_trigger AS omni_t WHERE "
            + world.isVisibleTrigger("omni_t").plain
        return Recipe(
            rows: world.isVisibleTrigger(nil),
            columns: [
                "tgargs": "NULL::pg_catalog.bytea",
                "tgconstrindid": orZero(
                    "tgconstrindid",
                    world.isVisibleIndexOID("\(column: "tgconstrindid")")
                ),
                "tgparentid": orZero(
                    "tgparentid",
                    VisibleWorld.isOne("\(column: "tgparentid")", ofQuery: visible)
                ),
            ]
        )
    }
}
