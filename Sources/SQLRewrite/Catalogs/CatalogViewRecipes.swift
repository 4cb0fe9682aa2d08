// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// The catalogs that are views over others and carry names in place of OIDs: the same rows and texts,
/// asked of the tables below, where visibility can be tested.
extension CatalogRelationMaker {
    func viewRecipe(_ name: String) -> Recipe? {
        let text = DefinitionText(world: world)
        let owner = SQLText.literal(world.identity.user) + "::pg_catalog.name"
        let schema = world.schemaName(ofNamespace: "omni_c.relnamespace")
        let classes = catalogRecipe("pg_class") ?? Recipe()
        func redacted(_ column: String) -> String {
            classes.columns[column]?.sql(alias: "omni_c") ?? "omni_c." + column
        }
        let isVisible = classes.rows?.sql(alias: "omni_c") ?? "false"
        func rows(_ kinds: String, _ columns: [(String, String)]) -> Recipe {
            let items = columns.map { "\($0.1) AS \($0.0)" }.joined(separator: ", ")
            return Recipe(
                definition: """
                    SELECT \(items) FROM pg_catalog.pg_class AS omni_c \
                    WHERE omni_c.relkind OPERATOR(pg_catalog.=) \
                    ANY ('{\(kinds)}'::pg_catalog."char"[]) AND (\(isVisible))
                    """
            )
        }
        switch name {
        case "pg_tables":
            return rows(
                "r,p",
                [
                    ("schemaname", schema), ("tablename", "omni_c.relname"),
                    ("tableowner", owner), ("tablespace", "NULL::pg_catalog.name"),
                    ("hasindexes", redacted("relhasindex")),
                    ("hasrules", redacted("relhasrules")),
                    ("hastriggers", redacted("relhastriggers")), ("rowsecurity", "false"),
                ]
            )
        case "pg_views":
            return rows(
                "v",
                [
                    ("schemaname", schema), ("viewname", "omni_c.relname"),
                    ("viewowner", owner), ("definition", text.view("omni_c.oid", "")),
                ]
            )
        case "pg_matviews":
            return rows(
                "m",
                [
                    ("schemaname", schema), ("matviewname", "omni_c.relname"),
                    ("matviewowner", owner), ("tablespace", "NULL::pg_catalog.name"),
                    ("hasindexes", redacted("relhasindex")),
                    ("ispopulated", "omni_c.relispopulated"),
                    ("definition", text.view("omni_c.oid", "")),
                ]
            )
        case "pg_indexes":
            let tables = world.schemaName(ofNamespace: "omni_c.relnamespace")
            return Recipe(
                definition: """
                    SELECT \(tables) AS schemaname, omni_c.relname AS tablename, \
                    omni_n.relname AS indexname, NULL::pg_catalog.name AS tablespace, \
                    \(text.index("omni_n.oid", "")) AS indexdef \
                    FROM pg_catalog.pg_index AS omni_x JOIN pg_catalog.pg_class AS omni_c \
                    ON omni_c.oid OPERATOR(pg_catalog.=) omni_x.indrelid \
                    JOIN pg_catalog.pg_class AS omni_n \
                    ON omni_n.oid OPERATOR(pg_catalog.=) omni_x.indexrelid \
                    WHERE omni_c.relkind OPERATOR(pg_catalog.=) \
                    ANY ('{r,m,p}'::pg_catalog."char"[]) \
                    AND (\(world.isVisibleIndex.sql(alias: "omni_x")))
                    """
            )
        case "pg_sequences":
            var recipe = Recipe(
                definition: """
                    SELECT \(schema) AS schemaname, omni_c.relname AS sequencename, \
                    \(owner) AS sequenceowner, \
                    pg_catalog.format_type(omni_q.seqtypid, NULL) AS data_type, \
                    omni_q.seqstart AS start_value, omni_q.seqmin AS min_value, \
                    omni_q.seqmax AS max_value, omni_q.seqincrement AS increment_by, \
                    omni_q.seqcycle AS cycle, omni_q.seqcache AS cache_size, \
                    NULL::pg_catalog.int8 AS last_value FROM pg_catalog.pg_sequence AS omni_q \
                    JOIN pg_catalog.pg_class AS omni_c \
                    ON omni_c.oid OPERATOR(pg_catalog.=) omni_q.seqrelid \
                    WHERE omni_q.seqrelid OPERATOR(pg_catalog.=) \
                    ANY (ARRAY(\(world.visibleSequences)))
                    """
            )
            recipe.types["data_type"] = Self.text
            return recipe
        case "pg_rules":
            return Recipe(
                definition: """
                    SELECT \(schema) AS schemaname, omni_c.relname AS tablename, \
                    omni_w.rulename AS rulename, NULL::pg_catalog.text AS definition \
                    FROM pg_catalog.pg_rewrite AS omni_w JOIN pg_catalog.pg_class AS omni_c \
                    ON omni_c.oid OPERATOR(pg_catalog.=) omni_w.ev_class \
                    WHERE omni_w.rulename OPERATOR(pg_catalog.<>) '_RETURN'::pg_catalog.name \
                    AND \(world.isVisibleRelation("omni_c.oid").plain)
                    """
            )
        default: return nil
        }
    }
}
