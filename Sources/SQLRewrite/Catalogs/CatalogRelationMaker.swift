// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Makes of a system catalog what a session may read of it (R67).
///
/// The result is an ordinary governed relation, kept by the rules that keep any. Rows come from the
/// real catalog, never from an emulation.
struct CatalogRelationMaker {
    let world: VisibleWorld
    let facts: SessionFacts

    /// What is particular of one catalog.
    struct Recipe {
        /// Which rows exist; nil for all.
        var rows: RowExpression?
        /// What stands for columns that are not read as they are stored.
        var columns: [String: RowExpression] = [:]
        /// Types of columns whose type is not the stored one's.
        var types: [String: Catalog.TypeName] = [:]
        /// A query in place of the catalog.
        var definition: String?
        /// Something in it belongs to one session alone.
        var isSessionSpecific = false
    }

    /// The relation of a verdict that lets it be read; nil for one that the server does not have or
    /// that is denied.
    func relation(
        _ name: Catalog.QualifiedName
    ) -> (relation: GovernedRelation, isSessionSpecific: Bool)? {
        guard let verdict = CatalogVerdict(schema: name.schema, name: name.name),
            let stored = world.catalog.systemRelations[name]
        else { return nil }
        let recipe: Recipe
        switch verdict {
        case .denied: return nil
        case .empty: recipe = Recipe(definition: Self.noRows(of: stored))
        case .open, .bySchema, .byRelation, .own:
            guard let found = self.recipe(for: stored) else { return nil }
            recipe = found
        }
        return (make(stored, recipe), recipe.isSessionSpecific)
    }

    private func recipe(for stored: Catalog.Relation) -> Recipe? {
        if stored.name.schema == "information_schema" {
            return informationSchemaRecipe(stored)
        }
        return ownRecipe(stored) ?? viewRecipe(stored.name.name)
            ?? catalogRecipe(stored.name.name)
    }

    private func make(_ stored: Catalog.Relation, _ recipe: Recipe) -> GovernedRelation {
        let known = KnownCatalogColumns.columns(of: stored.name.schema, stored.name.name)
        var expressions: [String: RowExpression] = [:]
        var columns = stored.columns
        for (place, column) in stored.columns.enumerated() {
            if let type = recipe.types[column.name] { columns[place].type = type }
            if recipe.definition != nil { continue }
            if let expression = recipe.columns[column.name] {
                expressions[column.name] = expression
            } else if !known.contains(column.name) {
                expressions[column.name] = Self.null(of: column.type)
            } else if let (expression, type) = Self.exposed(column) {
                expressions[column.name] = expression
                columns[place].type = type
            }
        }
        var relation = GovernedRelation(
            logical: stored.name,
            physical: stored.name,
            view: stored.name.name,
            kind: stored.kind,
            columns: columns,
            primaryKey: recipe.definition == nil ? stored.primaryKey : [],
            filter: recipe.rows.map(RowFilter.condition) ?? .unfiltered,
            expressions: expressions,
            definition: recipe.definition
        )
        guard let rows = topicRows(of: stored.name) else { return relation }
        var own = recipe.definition
        if own == nil {
            let items = columns.map { relation.selectItem($0.name, alias: "omni_b") }
            own = "SELECT \(items.joined(separator: ", ")) FROM \(relation.sourceSQL) AS omni_b"
            if let condition = recipe.rows {
                own = (own ?? "") + " WHERE " + condition.sql(alias: "omni_b")
            }
        }
        relation = GovernedRelation(
            logical: stored.name,
            physical: stored.name,
            view: stored.name.name,
            kind: stored.kind,
            columns: columns,
            primaryKey: stored.primaryKey,
            filter: .unfiltered,
            definition: Self.joined(columns, own ?? "", rows)
        )
        return relation
    }

    // MARK: columns by type

    /// What becomes of a column by its type alone (R62, R68); nil when it is read as it is.
    private static func exposed(
        _ column: Catalog.Column
    ) -> (RowExpression, Catalog.TypeName)? {
        switch column.type.name {
        case "regproc", "regclass", "regtype", "regoper", "regoperator", "regprocedure",
            "regnamespace", "regrole", "regconfig", "regdictionary", "regcollation":
            ("\(column: column.name)::pg_catalog.oid", oid)
        case "_regtype": ("\(column: column.name)::pg_catalog.oid[]", oidArray)
        case "anyarray", "_aclitem", "pg_node_tree": (null(of: column.type), column.type)
        default: nil
        }
    }

    static func null(of type: Catalog.TypeName) -> RowExpression {
        "NULL::\(sql: SQLText.qualified(type.schema, type.name))"
    }

    static let oid = type(26, "oid")
    static let oidArray = type(1028, "_oid", "oid[]")
    static let textArray = type(1009, "_text", "text[]")
    static let name = type(19, "name")
    static let text = type(25, "text")

    private static func type(
        _ oid: UInt32,
        _ name: String,
        _ formatted: String? = nil
    ) -> Catalog.TypeName {
        Catalog.TypeName(
            oid: oid,
            schema: "pg_catalog",
            name: name,
            formatted: formatted ?? name
        )
    }

    // MARK: queries in place of a catalog

    /// The columns of a catalog and no row; nothing is read, so no privilege is asked for.
    static func noRows(
        of stored: Catalog.Relation,
        types: [String: Catalog.TypeName] = [:]
    ) -> String {
        rows(of: stored, types: types, [:]) + " WHERE false"
    }

    /// One row of constants, null where none is given.
    static func rows(
        of stored: Catalog.Relation,
        types: [String: Catalog.TypeName] = [:],
        _ values: [String: String]
    ) -> String {
        "SELECT " + items(of: stored, types: types, values)
    }

    /// Rows of a FROM clause of ours with a catalog's columns, null where no value is given.
    static func query(
        of stored: Catalog.Relation,
        types: [String: Catalog.TypeName],
        _ values: [String: String],
        from: String
    ) -> String {
        rows(of: stored, types: types, values) + " FROM " + from
    }

    /// Values under the names and types of a catalog's columns, null for those without.
    static func items(
        of stored: Catalog.Relation,
        types: [String: Catalog.TypeName] = [:],
        _ values: [String: String]
    ) -> String {
        stored.columns.map { column in
            let type = types[column.name] ?? column.type
            return "(\(values[column.name] ?? "NULL"))::"
                + SQLText.qualified(type.schema, type.name) + " AS "
                + SQLText.identifier(column.name)
        }
        .joined(separator: ", ")
    }
}

extension StatementAnalysis {
    /// The columns by which a catalog's rows come, for clients that ask for no order and count on the one
    /// that they are used to; empty where the server's is like that, or nobody would see it.
    func catalogOrder(of reference: Reference) -> [String] {
        let level = levels[reference.level]
        guard
            reference.relation.logical
                == .init(schema: "information_schema", name: "columns"),
            level.items.count == 1, tree.child(of: level.node, .sortClause) == nil,
            tree.child(of: level.node, .groupClause) == nil,
            tree.child(of: level.node, .distinctClause) == nil
        else { return [] }
        return ["table_schema", "table_name", "ordinal_position"]
    }
}
