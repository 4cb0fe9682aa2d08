// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// information_schema: views over the catalogs that carry names. They are read as they are; what they
/// name is tested by name, and catalogs and schemas get the session's names.
extension CatalogRelationMaker {
    func informationSchemaRecipe(_ stored: Catalog.Relation) -> Recipe? {
        let names = VisibleNames(world: world)
        switch stored.name.name {
        case "sql_features", "sql_implementation_info", "sql_parts", "sql_sizing":
            return Recipe()
        case "information_schema_catalog_name", "character_sets":
            return renamed(stored, rows: nil)
        case "collations", "collation_character_set_applicability":
            return renamed(stored, rows: names.isSystem("collation_schema"))
        case "schemata": return renamed(stored, rows: names.isSchema("schema_name"))
        case "tables": return renamed(stored, rows: names.isRelation("table_schema", "table_name"))
        case "views":
            var recipe = renamed(stored, rows: names.isRelation("table_schema", "table_name"))
            recipe.columns["view_definition"] = definitionOfView
            return recipe
        case "columns": return columns(stored, names)
        case "table_constraints", "key_column_usage":
            return renamed(
                stored,
                rows: names.isConstraint("table_schema", "table_name", "constraint_name")
            )
        case "sequences":
            return renamed(stored, rows: names.isSequence("sequence_schema", "sequence_name"))
        case "element_types", "data_type_privileges":
            let number =
                stored.name.name == "element_types"
                ? "collection_type_identifier" : "dtd_identifier"
            return renamed(
                stored,
                rows:
                    "\(column: "object_type")::pg_catalog.text OPERATOR(pg_catalog.=) 'TABLE' AND \(names.isColumnNumber("object_schema", "object_name", number))"
            )
        case "domains": return renamed(stored, rows: names.isType("domain_schema", "domain_name"))
        case "attributes": return renamed(stored, rows: names.isType("udt_schema", "udt_name"))
        case "user_defined_types":
            return renamed(
                stored,
                rows: names.isType("user_defined_type_schema", "user_defined_type_name")
            )
        case "routines", "parameters":
            var recipe = renamed(stored, rows: names.isRoutine("specific_schema", "specific_name"))
            for name in ["routine_definition", "external_name", "parameter_default"]
            where stored.columns.contains(where: { $0.name == name }) {
                recipe.columns[name] = Self.null(of: stored, name)
            }
            return recipe
        case "enabled_roles":
            let login = SQLText.literal(world.identity.user)
            return Recipe(
                definition: Self.rows(
                    of: stored,
                    ["role_name": login + "::information_schema.sql_identifier"]
                )
            )
        case "table_privileges", "role_table_grants": return privileges(stored, ofColumns: false)
        case "column_privileges", "role_column_grants": return privileges(stored, ofColumns: true)
        // What only owners see is nothing to somebody who owns nothing.
        default: return constraintRecipe(stored) ?? Recipe(definition: Self.noRows(of: stored))
        }
    }

    /// As the server's view, null where the login is not the owner.
    private var definitionOfView: RowExpression {
        let text = DefinitionText(world: world).view("omni_c.oid", "")
        return """
            CASE WHEN \(column: "view_definition") IS NOT NULL THEN (SELECT (\(sql: text)) \
            FROM pg_catalog.pg_class AS omni_c JOIN pg_catalog.pg_namespace AS omni_n \
            ON omni_n.oid OPERATOR(pg_catalog.=) omni_c.relnamespace \
            WHERE omni_n.nspname OPERATOR(pg_catalog.=) \
            (\(column: "table_schema"))::pg_catalog.name AND omni_c.relname \
            OPERATOR(pg_catalog.=) (\(column: "table_name"))::pg_catalog.name)\
            ::information_schema.character_data END
            """
    }

    private static func null(of stored: Catalog.Relation, _ name: String) -> RowExpression {
        stored.columns.first { $0.name == name }.map { null(of: $0.type) } ?? "NULL"
    }

    /// Columns that name the database, schemas and roles, in the session's words.
    private func renamed(_ stored: Catalog.Relation, rows: RowExpression?) -> Recipe {
        var recipe = Recipe(rows: rows)
        for column in stored.columns {
            let type = SQLText.qualified(column.type.schema, column.type.name)
            let value: RowExpression = "\(column: column.name)"
            if column.name.hasSuffix("_catalog") || column.name == "catalog_name" {
                recipe.columns[column.name] =
                    "CASE WHEN \(value) IS NOT NULL THEN \(sql: SQLText.literal(world.identity.connection))::\(sql: type) END"
            } else if column.name.hasSuffix("_schema") || column.name == "schema_name" {
                recipe.columns[column.name] = schemaName(value, type)
            } else if column.name == "schema_owner" {
                recipe.columns[column.name] =
                    "\(sql: SQLText.literal(world.identity.user))::\(sql: type)"
            }
        }
        return recipe
    }

    private func schemaName(_ value: RowExpression, _ type: String) -> RowExpression {
        var branches: RowExpression = ""
        for schema in world.schemas where schema.physical != schema.logical {
            branches =
                "\(branches) WHEN \(sql: SQLText.literal(schema.physical))::pg_catalog.name THEN \(sql: SQLText.literal(schema.logical))::\(sql: type)"
        }
        let same =
            world.schemas.filter { $0.physical == $0.logical }.map(\.physical)
            + ["pg_catalog", "information_schema"]
        let kept: RowExpression =
            "CASE WHEN \(VisibleNames.isOne(value, same)) THEN \(value) END"
        return branches.isEmpty
            ? kept : "CASE \(value)::pg_catalog.name\(branches) ELSE \(kept) END"
    }

    private func columns(_ stored: Catalog.Relation, _ names: VisibleNames) -> Recipe {
        var recipe = renamed(
            stored,
            rows: names.isColumn("table_schema", "table_name", "column_name")
        )
        let closed = names.isClosedDefault("table_schema", "table_name", "column_name")
        let text = DefinitionText(world: world)
        let shown = text.named("\u{1}", isPretty: true)
        let parts = shown.split(separator: "\u{1}", omittingEmptySubsequences: false)
        let prefix = String(parts.first ?? "")
        let suffix = String(parts.last ?? "")
        for name in ["column_default", "generation_expression"] {
            recipe.columns[name] =
                "CASE WHEN \(closed) THEN NULL ELSE (\(sql: prefix)\(column: name)::pg_catalog.text\(sql: suffix))::information_schema.character_data END"
        }
        guard let masked = names.isMasked("table_schema", "table_name", "column_name") else {
            return recipe
        }
        // What a mask gives is text.
        let values = ["data_type": "'text'", "udt_schema": "'pg_catalog'", "udt_name": "'text'"]
        let types = [
            "character_maximum_length", "numeric_precision", "numeric_precision_radix",
            "numeric_scale", "datetime_precision", "interval_type", "domain_catalog",
            "domain_schema", "domain_name", "collation_catalog", "collation_schema",
            "collation_name", "identity_generation", "identity_start", "identity_increment",
            "identity_maximum", "identity_minimum", "column_default", "generation_expression",
        ]
        for column in stored.columns {
            let type = SQLText.qualified(column.type.schema, column.type.name)
            let value = values[column.name] ?? (types.contains(column.name) ? "NULL" : nil)
            guard let value else { continue }
            let other = recipe.columns[column.name] ?? "\(column: column.name)"
            recipe.columns[column.name] =
                "CASE WHEN \(masked) THEN \(sql: value)::\(sql: type) ELSE \(other) END"
        }
        return recipe
    }

    /// SELECT on what is visible, granted to the login.
    private func privileges(_ stored: Catalog.Relation, ofColumns: Bool) -> Recipe {
        let login = SQLText.literal(world.identity.user)
        let schema = world.schemaName(ofNamespace: "omni_c.relnamespace")
        var values = [
            "grantor": login, "grantee": login,
            "table_catalog": SQLText.literal(world.identity.connection),
            "table_schema": schema, "table_name": "omni_c.relname",
            "privilege_type": "'SELECT'", "is_grantable": "'NO'", "with_hierarchy": "'YES'",
        ]
        if ofColumns { values["column_name"] = "omni_a.attname" }
        var sql = "SELECT \(Self.items(of: stored, values)) FROM pg_catalog.pg_class AS omni_c"
        if ofColumns {
            sql += """
                 JOIN pg_catalog.pg_attribute AS omni_a \
                ON omni_a.attrelid OPERATOR(pg_catalog.=) omni_c.oid \
                AND omni_a.attnum OPERATOR(pg_catalog.>) 0 AND NOT omni_a.attisdropped \
                AND (\(world.isVisibleColumn("omni_a.attrelid", "omni_a.attnum").plain))
                """
        }
        sql += " WHERE \(world.isVisibleRelation("omni_c.oid").plain)"
        return Recipe(definition: sql)
    }
}

/// Tests by name, for views that carry no OIDs; schemas are the physical ones.
struct VisibleNames {
    let world: VisibleWorld

    static func isOne(_ value: RowExpression, _ names: [String]) -> RowExpression {
        if names.isEmpty { return "false" }
        let list = SQLText.arrayLiteral(names)
        return
            "\(value)::pg_catalog.name OPERATOR(pg_catalog.=) ANY (\(sql: list)::pg_catalog.name[])"
    }

    func isSystem(_ schema: String) -> RowExpression {
        Self.isOne("\(column: schema)", ["pg_catalog", "information_schema"])
    }

    func isSchema(_ schema: String) -> RowExpression {
        Self.isOne(
            "\(column: schema)",
            world.schemas.map(\.physical) + ["pg_catalog", "information_schema"]
        )
    }

    /// A decision by schema, with PostgreSQL's own schemas open or closed.
    private func bySchema(
        _ schema: String,
        isSystemOpen: Bool,
        _ test: ([VisibleWorld.Relation]) -> RowExpression
    ) -> RowExpression {
        var branches: RowExpression = ""
        let groups = Dictionary(grouping: world.relations) { $0.physical.schema }
        for (name, relations) in groups.sorted(by: { $0.key < $1.key }) {
            branches =
                "\(branches) WHEN \(sql: SQLText.literal(name))::pg_catalog.name THEN \(test(relations))"
        }
        let system: RowExpression = isSystemOpen ? isSystem(schema) : "false"
        if branches.isEmpty { return system }
        return "CASE \(column: schema)::pg_catalog.name\(branches) ELSE \(system) END"
    }

    func isRelation(_ schema: String, _ name: String) -> RowExpression {
        bySchema(schema, isSystemOpen: true) { relations in
            Self.isOne("\(column: name)", relations.map(\.physical.name))
        }
    }

    /// Decides for relations of which only some columns are visible.
    private func byRelation(
        _ relations: [VisibleWorld.Relation],
        _ name: String,
        _ test: (VisibleWorld.Relation) -> RowExpression?
    ) -> RowExpression {
        var branches: RowExpression = ""
        for relation in relations {
            guard let found = test(relation) else { continue }
            branches =
                "\(branches) WHEN \(sql: SQLText.literal(relation.physical.name))::pg_catalog.name THEN \(found)"
        }
        let all = Self.isOne("\(column: name)", relations.map(\.physical.name))
        if branches.isEmpty { return all }
        return "CASE \(column: name)::pg_catalog.name\(branches) ELSE \(all) END"
    }

    private func isPartial(_ relation: VisibleWorld.Relation) -> Bool {
        world.hasHiddenColumns(relation)
    }

    func isColumn(_ schema: String, _ name: String, _ column: String) -> RowExpression {
        bySchema(schema, isSystemOpen: true) { relations in
            byRelation(relations, name) { relation in
                isPartial(relation)
                    ? Self.isOne("\(column: column)", relation.columns.map(\.name)) : nil
            }
        }
    }

    /// A column given by its number as text.
    func isColumnNumber(_ schema: String, _ name: String, _ number: String) -> RowExpression {
        bySchema(schema, isSystemOpen: true) { relations in
            byRelation(relations, name) { relation in
                isPartial(relation)
                    ? Self.isOne("\(column: number)", relation.visible.map(String.init)) : nil
            }
        }
    }

    /// nil when no column has a mask.
    func isMasked(_ schema: String, _ name: String, _ column: String) -> RowExpression? {
        let masked = world.relations.filter { $0.open.count < $0.visible.count }
        if masked.isEmpty { return nil }
        let columns = masked.flatMap { relation in
            relation.columns.filter { !relation.open.contains($0.number) }.map { column in
                [relation.physical.schema, relation.physical.name, column.name]
                    .joined(separator: Self.separator)
            }
        }
        let list = SQLText.arrayLiteral(columns)
        return
            "\(key([schema, name, column])) OPERATOR(pg_catalog.=) ANY (\(sql: list)::pg_catalog.text[])"
    }

    // MARK: several names as one

    /// Stands in no name that anybody writes.
    private static let separator = "\u{1f}"

    private func key(_ columns: [String]) -> RowExpression {
        var key: RowExpression = "pg_catalog.concat_ws(pg_catalog.chr(31)"
        for column in columns { key = "\(key), \(column: column)::pg_catalog.text" }
        return "\(key))"
    }

    func isConstraint(_ schema: String, _ table: String, _ name: String) -> RowExpression {
        // Columns that must not be null count as checks, under names made of numbers.
        let notNull = world.relations.flatMap { relation in
            relation.columns.filter { $0.isNotNull && relation.open.contains($0.number) }
                .map { column in
                    let namespace = world.catalog.schemas[relation.physical.schema] ?? 0
                    let name = "\(namespace)_\(relation.oid)_\(column.number)_not_null"
                    return [relation.physical.schema, relation.physical.name, name]
                        .joined(separator: Self.separator)
                }
        }
        let query = """
            SELECT pg_catalog.concat_ws(pg_catalog.chr(31), omni_n.nspname::pg_catalog.text, \
            omni_t.relname::pg_catalog.text, omni_c.conname::pg_catalog.text) \
            FROM pg_catalog.pg_constraint AS omni_c JOIN pg_catalog.pg_class AS omni_t \
            ON omni_t.oid OPERATOR(pg_catalog.=) omni_c.conrelid \
            JOIN pg_catalog.pg_namespace AS omni_n \
            ON omni_n.oid OPERATOR(pg_catalog.=) omni_t.relnamespace \
            WHERE \(world.isVisibleConstraint("omni_c").plain)
            """
        let key = key([schema, table, name])
        let list = SQLText.arrayLiteral(notNull)
        return
            "(\(key) OPERATOR(pg_catalog.=) ANY (ARRAY(\(sql: query))) OR \(key) OPERATOR(pg_catalog.=) ANY (\(sql: list)::pg_catalog.text[]))"
    }

    /// A default whose text would name what is not visible, or that is of a masked column.
    func isClosedDefault(_ schema: String, _ table: String, _ column: String) -> RowExpression {
        let query = """
            SELECT pg_catalog.concat_ws(pg_catalog.chr(31), omni_n.nspname::pg_catalog.text, \
            omni_t.relname::pg_catalog.text, omni_a.attname::pg_catalog.text) \
            FROM pg_catalog.pg_attrdef AS omni_f JOIN pg_catalog.pg_class AS omni_t \
            ON omni_t.oid OPERATOR(pg_catalog.=) omni_f.adrelid \
            JOIN pg_catalog.pg_namespace AS omni_n \
            ON omni_n.oid OPERATOR(pg_catalog.=) omni_t.relnamespace \
            JOIN pg_catalog.pg_attribute AS omni_a \
            ON omni_a.attrelid OPERATOR(pg_catalog.=) omni_f.adrelid \
            AND omni_a.attnum OPERATOR(pg_catalog.=) omni_f.adnum \
            WHERE \(VisibleWorld.isOne("omni_f.oid", ofQuery: world.closedDefinitions(in: 2604)).plain)
            """
        return
            "\(key([schema, table, column])) OPERATOR(pg_catalog.=) ANY (ARRAY(\(sql: query)))"
    }

    func isSequence(_ schema: String, _ name: String) -> RowExpression {
        let query = """
            SELECT pg_catalog.concat_ws(pg_catalog.chr(31), omni_n.nspname::pg_catalog.text, \
            omni_t.relname::pg_catalog.text) FROM pg_catalog.pg_class AS omni_t \
            JOIN pg_catalog.pg_namespace AS omni_n \
            ON omni_n.oid OPERATOR(pg_catalog.=) omni_t.relnamespace \
            WHERE \(VisibleWorld.isOne("omni_t.oid", ofQuery: world.visibleSequences).plain)
            """
        return "\(key([schema, name])) OPERATOR(pg_catalog.=) ANY (ARRAY(\(sql: query)))"
    }

    func isType(_ schema: String, _ name: String) -> RowExpression {
        let names = world.types.compactMap { oid in
            world.catalog.types[oid].map { type in
                [type.type.schema, type.type.name].joined(separator: Self.separator)
            }
        }
        let list = SQLText.arrayLiteral(names)
        return
            "(\(isSystem(schema)) OR \(key([schema, name])) OPERATOR(pg_catalog.=) ANY (\(sql: list)::pg_catalog.text[]))"
    }

    /// `specific_name` is a routine's name and its OID.
    func isRoutine(_ schema: String, _ name: String) -> RowExpression {
        let names = world.catalog.functions.filter { world.functions.contains($0.oid) }
            .map { "\($0.name.name)_\($0.oid)" }
        return "(\(isSystem(schema)) OR \(Self.isOne("\(column: name)", names)))"
    }
}
