// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What catalogs say of topics: views of a schema of their own, with the columns that `*` stands for.
///
/// No database has these rows; they are added to those that a catalog has. Measures are no columns: they
/// are read with `measure(…)`, and a tool that read them as columns would fail.
extension CatalogRelationMaker {
    /// Rows to add to a catalog's.
    struct Rows {
        /// SQL for columns; null for all others.
        var values: [String: String]
        /// The FROM clause; empty for one row.
        var from = ""
    }

    func topicRows(of name: Catalog.QualifiedName) -> Rows? {
        guard !world.topics.isEmpty else { return nil }
        let database = SQLText.literal(world.identity.connection)
        let schema = SQLText.literal(world.topicsSchema)
        let login = SQLText.literal(world.identity.user)
        let table = [
            "table_catalog": database, "table_schema": schema, "table_name": "omni_t.name",
        ]
        switch (name.schema, name.name) {
        case ("pg_catalog", "pg_namespace"):
            guard world.topicsSchemaOID == VisibleWorld.ownTopicsSchema else { return nil }
            return Rows(
                values: [
                    "oid": "'\(world.topicsSchemaOID)'", "nspname": schema,
                    "nspowner": "'\(VisibleWorld.owner)'",
                ]
            )
        case ("pg_catalog", "pg_class"): return Rows(values: classValues, from: world.topicList)
        case ("pg_catalog", "pg_attribute"):
            return Rows(values: Self.attributeValues, from: typedColumns)
        case ("pg_catalog", "pg_views"):
            return Rows(
                values: ["schemaname": schema, "viewname": "omni_t.name", "viewowner": login],
                from: world.topicList
            )
        case ("information_schema", "tables"):
            let kind = ["table_type": "'VIEW'", "is_insertable_into": "'NO'", "is_typed": "'NO'"]
            return Rows(values: table.merging(kind) { $1 }, from: world.topicList)
        case ("information_schema", "views"):
            var values = table
            values["check_option"] = "'NONE'"
            for kind in ["", "insertable_into", "trigger_updatable", "trigger_deletable"] {
                values["is_" + (kind.isEmpty ? "updatable" : kind)] = "'NO'"
            }
            values["is_trigger_insertable_into"] = "'NO'"
            return Rows(values: values, from: world.topicList)
        case ("information_schema", "columns"):
            return Rows(values: table.merging(columnValues) { $1 }, from: typedColumns)
        case ("information_schema", "table_privileges"),
            ("information_schema", "role_table_grants"):
            let grant = [
                "grantor": login, "grantee": login, "privilege_type": "'SELECT'",
                "is_grantable": "'NO'", "with_hierarchy": "'YES'",
            ]
            return Rows(values: table.merging(grant) { $1 }, from: world.topicList)
        case ("information_schema", "column_privileges"),
            ("information_schema", "role_column_grants"):
            let grant = [
                "grantor": login, "grantee": login, "privilege_type": "'SELECT'",
                "is_grantable": "'NO'", "column_name": "omni_t.column_name",
            ]
            return Rows(
                values: table.merging(grant) { $1 },
                from: world.topicColumns
            )
        default: return nil
        }
    }

    /// A catalog with rows of ours behind its own.
    ///
    /// - Parameters:
    ///   - columns: Its columns with the types that they have for the session.
    ///   - own: SQL of its own rows, with those columns.
    ///   - rows: Those to add.
    /// - Returns: A query.
    static func joined(
        _ columns: [Catalog.Column],
        _ own: String,
        _ rows: Rows
    ) -> String {
        let items = columns.map { column in
            let value =
                rows.values[column.name].map {
                    "(\($0))::" + SQLText.qualified(column.type.schema, column.type.name)
                } ?? null(of: column.type).plain
            return value + " AS " + SQLText.identifier(column.name)
        }
        let from = rows.from.isEmpty ? "" : " FROM " + rows.from
        return "\(own) UNION ALL SELECT \(items.joined(separator: ", "))\(from)"
    }

    // MARK: values

    private var classValues: [String: String] {
        var values = [
            "oid": "omni_t.oid", "relname": "omni_t.name",
            "relnamespace": "'\(world.topicsSchemaOID)'", "relowner": "'\(VisibleWorld.owner)'",
            "relnatts": "omni_t.width", "reltuples": "-1", "relkind": "'v'",
            "relpersistence": "'p'", "relreplident": "'n'", "relhasrules": "true",
            "relispopulated": "true",
        ]
        for name in ["relpages", "relallvisible", "relchecks"] { values[name] = "0" }
        for name in [
            "reltype", "reloftype", "relam", "relfilenode", "reltablespace", "reltoastrelid",
            "relrewrite", "relfrozenxid", "relminmxid",
        ] { values[name] = "'0'" }
        for name in [
            "relhasindex", "relisshared", "relhastriggers", "relhassubclass", "relrowsecurity",
            "relforcerowsecurity", "relispartition",
        ] { values[name] = "false" }
        return values
    }

    private static let attributeValues = [
        "attrelid": "omni_t.oid", "attname": "omni_t.column_name", "atttypid": "omni_t.typid",
        "attstattarget": "-1", "attlen": "omni_y.typlen", "attnum": "omni_t.number",
        "attndims":
            "CASE WHEN omni_y.typcategory OPERATOR(pg_catalog.=) 'A'::pg_catalog.\"char\" THEN 1 ELSE 0 END",
        "attcacheoff": "-1", "atttypmod": "omni_t.typmod", "attbyval": "omni_y.typbyval",
        "attalign": "omni_y.typalign", "attstorage": "omni_y.typstorage", "attcompression": "''",
        "attnotnull": "false", "atthasdef": "false", "atthasmissing": "false", "attidentity": "''",
        "attgenerated": "''", "attisdropped": "false", "attislocal": "true", "attinhcount": "0",
        "attcollation": "omni_y.typcollation",
    ]

    private var columnValues: [String: String] {
        let type = "omni_t.typid, omni_t.typmod"
        func fact(_ name: String) -> String { "information_schema._pg_\(name)(\(type))" }
        let schema = world.schemaName(ofNamespace: "omni_y.typnamespace")
        return [
            "column_name": "omni_t.column_name", "ordinal_position": "omni_t.number",
            "is_nullable": "'YES'",
            "data_type": """
            CASE WHEN omni_y.typcategory OPERATOR(pg_catalog.=) 'A'::pg_catalog."char" \
            THEN 'ARRAY' WHEN omni_y.typnamespace OPERATOR(pg_catalog.=) '11'::pg_catalog.oid \
            THEN pg_catalog.format_type(omni_t.typid, NULL) ELSE 'USER-DEFINED' END
            """,
            "character_maximum_length": fact("char_max_length"),
            "character_octet_length": fact("char_octet_length"),
            "numeric_precision": fact("numeric_precision"),
            "numeric_precision_radix": fact("numeric_precision_radix"),
            "numeric_scale": fact("numeric_scale"),
            "datetime_precision": fact("datetime_precision"),
            "interval_type": fact("interval_type"),
            "udt_catalog": SQLText.literal(world.identity.connection), "udt_schema": schema,
            "udt_name": "omni_y.typname", "dtd_identifier": "omni_t.number::pg_catalog.text",
            "is_self_referencing": "'NO'", "is_identity": "'NO'", "identity_cycle": "'NO'",
            "is_generated": "'NEVER'", "is_updatable": "'NO'",
        ]
    }

    private var typedColumns: String {
        """
        \(world.topicColumns) JOIN pg_catalog.pg_type AS omni_y \
        ON omni_y.oid OPERATOR(pg_catalog.=) omni_t.typid
        """
    }
}

extension VisibleWorld {
    /// A topic as a row of pg_class.
    struct Topic: Sendable {
        var oid: UInt32
        var name: String
        var columns: [Catalog.Column]
    }

    /// OID of the schema that topics stand in, unless the database has it as well.
    ///
    /// Those from 15,000 to 16,383 are no database's: the server's own objects end before, and the
    /// counter never comes below 16,384 again, however often it wraps.
    static let ownTopicsSchema: UInt32 = 15_000

    /// Topics as long as there are OIDs for them.
    static func topics(_ relations: [GovernedRelation]) -> [Topic] {
        zip(ownTopicsSchema + 1..<firstNormalOID, relations).map { oid, relation in
            var columns = relation.columns
            for place in columns.indices where columns[place].type.oid == 0 {
                columns[place].type = CatalogRelationMaker.text
            }
            return Topic(oid: oid, name: relation.logical.name, columns: columns)
        }
    }

    func topic(_ name: Catalog.QualifiedName) -> Topic? {
        name.schema == topicsSchema ? topics.first { $0.name == name.name } : nil
    }

    /// An item for FROM: `omni_t` with oid, name and width of the topics.
    var topicList: String {
        unnested([
            ("oid", "oid", topics.map { String($0.oid) }),
            ("name", "text", topics.map(\.name)),
            ("width", "int2", topics.map { String($0.columns.count) }),
        ])
    }

    /// An item for FROM: `omni_t` with the columns of the topics.
    var topicColumns: String {
        let columns = topics.flatMap { topic in topic.columns.map { (topic, $0) } }
        return unnested([
            ("oid", "oid", columns.map { String($0.0.oid) }),
            ("name", "text", columns.map(\.0.name)),
            ("number", "int2", columns.map { String($0.1.number) }),
            ("column_name", "text", columns.map(\.1.name)),
            ("typid", "oid", columns.map { String($0.1.type.oid) }),
            ("typmod", "int4", columns.map { String($0.1.typeModifier) }),
        ])
    }

    private func unnested(_ columns: [(name: String, type: String, values: [String])]) -> String {
        let arrays = columns.map { "\(SQLText.arrayLiteral($0.values))::pg_catalog.\($0.type)[]" }
        let names = columns.map(\.name).joined(separator: ", ")
        return "ROWS FROM (" + arrays.map { "pg_catalog.unnest(\($0))" }.joined(separator: ", ")
            + ") AS omni_t (\(names))"
    }
}
