// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// The views of information_schema that name constraints without the table that has them. A name alone may
/// be that of a hidden one too, so the rows are asked of pg_constraint; as in PostgreSQL, who may see
/// them is decided by whom the table belongs to.
extension CatalogRelationMaker {
    func constraintRecipe(_ stored: Catalog.Relation) -> Recipe? {
        switch stored.name.name {
        case "constraint_column_usage": return constraintColumns(stored)
        case "constraint_table_usage": return constraintTables(stored)
        case "referential_constraints": return references(stored)
        case "check_constraints": return checks(stored)
        default: return nil
        }
    }

    /// Those of keys stand for the columns referred to, where there are such.
    private func constraintColumns(_ stored: Catalog.Relation) -> Recipe {
        Recipe(
            definition: """
                SELECT \(named(stored, ["column_name": "omni_a.attname"])) \
                FROM pg_catalog.pg_constraint AS omni_c JOIN pg_catalog.pg_class AS omni_t \
                ON omni_t.oid OPERATOR(pg_catalog.=) \(Self.usedTable) \
                JOIN pg_catalog.pg_attribute AS omni_a \
                ON omni_a.attrelid OPERATOR(pg_catalog.=) omni_t.oid \
                AND omni_a.attnum OPERATOR(pg_catalog.=) ANY (CASE omni_c.contype \
                WHEN 'f'::pg_catalog."char" THEN omni_c.confkey ELSE omni_c.conkey END) \
                WHERE \(Self.isOfKind("p,u,f,c")) AND \(Self.isOwned) AND (\(visible)) \
                AND (\(world.isVisibleColumn("omni_a.attrelid", "omni_a.attnum").plain))
                """
        )
    }

    private func constraintTables(_ stored: Catalog.Relation) -> Recipe {
        Recipe(
            definition: """
                SELECT \(named(stored, [:])) \
                FROM pg_catalog.pg_constraint AS omni_c JOIN pg_catalog.pg_class AS omni_t \
                ON omni_t.oid OPERATOR(pg_catalog.=) \(Self.usedTable) \
                WHERE \(Self.isOfKind("p,u,f")) AND \(Self.isOwned) AND (\(visible))
                """
        )
    }

    private func references(_ stored: Catalog.Relation) -> Recipe {
        func rule(_ column: String) -> String {
            """
            CASE \(column) WHEN 'c'::pg_catalog."char" THEN 'CASCADE' \
            WHEN 'n'::pg_catalog."char" THEN 'SET NULL' \
            WHEN 'd'::pg_catalog."char" THEN 'SET DEFAULT' \
            WHEN 'r'::pg_catalog."char" THEN 'RESTRICT' \
            WHEN 'a'::pg_catalog."char" THEN 'NO ACTION' END
            """
        }
        let connection = SQLText.literal(world.identity.connection)
        let values = [
            "unique_constraint_catalog": "CASE WHEN omni_k.oid IS NOT NULL THEN \(connection) END",
            "unique_constraint_schema": world.schemaName(ofNamespace: "omni_k.connamespace"),
            "unique_constraint_name": "omni_k.conname",
            "match_option": """
            CASE omni_c.confmatchtype WHEN 'f'::pg_catalog."char" THEN 'FULL' \
            WHEN 'p'::pg_catalog."char" THEN 'PARTIAL' \
            WHEN 's'::pg_catalog."char" THEN 'NONE' END
            """,
            "update_rule": rule("omni_c.confupdtype"),
            "delete_rule": rule("omni_c.confdeltype"),
        ]
        return Recipe(
            definition: """
                SELECT \(named(stored, values)) \
                FROM pg_catalog.pg_constraint AS omni_c JOIN pg_catalog.pg_class AS omni_t \
                ON omni_t.oid OPERATOR(pg_catalog.=) omni_c.conrelid \
                LEFT JOIN pg_catalog.pg_constraint AS omni_k \
                ON omni_k.conindid OPERATOR(pg_catalog.=) omni_c.conindid \
                AND omni_k.conrelid OPERATOR(pg_catalog.=) omni_c.confrelid \
                AND omni_k.contype OPERATOR(pg_catalog.=) ANY ('{p,u}'::pg_catalog."char"[]) \
                AND (\(world.isVisibleConstraint("omni_k").plain)) \
                WHERE \(Self.isOfKind("f")) AND (\(Self.isOwned) \
                OR pg_catalog.has_table_privilege(omni_t.oid, \
                'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') \
                OR pg_catalog.has_any_column_privilege(omni_t.oid, 'INSERT, UPDATE, REFERENCES')) \
                AND (\(visible))
                """
        )
    }

    /// Columns that must not be null are checks too, under names made of numbers.
    private func checks(_ stored: Catalog.Relation) -> Recipe {
        let text = DefinitionText(world: world).constraint("omni_c.oid", "")
        let written = "pg_catalog.substring(\(text), 7)"
        let notNull = [
            "constraint_schema": world.schemaName(ofNamespace: "omni_t.relnamespace"),
            "constraint_name": """
            pg_catalog.concat_ws('_', omni_t.relnamespace, omni_t.oid, omni_a.attnum, 'not_null')
            """,
            "check_clause": "pg_catalog.concat(omni_a.attname, ' IS NOT NULL')",
        ]
        return Recipe(
            definition: """
                SELECT \(named(stored, ["check_clause": written])) \
                FROM pg_catalog.pg_constraint AS omni_c \
                LEFT JOIN pg_catalog.pg_class AS omni_t \
                ON omni_t.oid OPERATOR(pg_catalog.=) omni_c.conrelid \
                LEFT JOIN pg_catalog.pg_type AS omni_y \
                ON omni_y.oid OPERATOR(pg_catalog.=) omni_c.contypid \
                WHERE \(Self.isOfKind("c")) AND pg_catalog.pg_has_role(\
                CASE WHEN omni_t.oid IS NULL THEN omni_y.typowner ELSE omni_t.relowner END, 'USAGE') \
                AND (\(visible)) \
                UNION ALL SELECT \(named(stored, notNull)) FROM pg_catalog.pg_class AS omni_t \
                JOIN pg_catalog.pg_attribute AS omni_a \
                ON omni_a.attrelid OPERATOR(pg_catalog.=) omni_t.oid \
                AND omni_a.attnum OPERATOR(pg_catalog.>) 0 AND NOT omni_a.attisdropped \
                AND omni_a.attnotnull \
                WHERE omni_t.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[]) \
                AND \(Self.isOwned) \
                AND (\(world.isOpenColumn("omni_a.attrelid", "omni_a.attnum").plain))
                """
        )
    }

    // MARK: parts

    private var visible: String { world.isVisibleConstraint("omni_c").plain }

    /// A foreign key is listed at the table it refers to.
    private static let usedTable = """
        CASE omni_c.contype WHEN 'f'::pg_catalog."char" THEN omni_c.confrelid \
        ELSE omni_c.conrelid END
        """

    private static let isOwned = "pg_catalog.pg_has_role(omni_t.relowner, 'USAGE')"

    private static func isOfKind(_ kinds: String) -> String {
        "omni_c.contype OPERATOR(pg_catalog.=) ANY ('{\(kinds)}'::pg_catalog.\"char\"[])"
    }

    /// The columns of such a view: what all of them have, and `values` of its own.
    private func named(_ stored: Catalog.Relation, _ values: [String: String]) -> String {
        let connection = SQLText.literal(world.identity.connection)
        let common = [
            "table_catalog": connection, "constraint_catalog": connection,
            "table_schema": world.schemaName(ofNamespace: "omni_t.relnamespace"),
            "table_name": "omni_t.relname",
            "constraint_schema": world.schemaName(ofNamespace: "omni_c.connamespace"),
            "constraint_name": "omni_c.conname",
        ]
        return Self.items(of: stored, common.merging(values) { _, own in own })
    }
}
