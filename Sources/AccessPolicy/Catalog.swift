// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a backend's catalog says about its user relations: the schema layer of the model and the
/// rewriter's knowledge of columns and types.
///
/// A value; loading it is ProxyServer's job.
package struct Catalog: Sendable, Equatable {
    /// A type as PostgreSQL names it.
    package struct TypeName: Sendable, Hashable {
        /// `pg_type.oid`.
        package var oid: UInt32
        /// `pg_namespace.nspname` of the type, `pg_catalog` for built-in ones.
        package var schema: String
        /// `pg_type.typname`, such as `int4`, `varchar`, `_text`.
        package var name: String
        /// `format_type(oid, NULL)`, such as `integer`, `character varying`, `text[]`: the spelling of
        /// the data files on functions and operators.
        package var formatted: String
        /// `pg_type.typtype` is `e`: values compare by their order and cannot fail to.
        package var isEnum: Bool

        package init(
            oid: UInt32,
            schema: String,
            name: String,
            formatted: String,
            isEnum: Bool = false
        ) {
            self.isEnum = isEnum
            self.oid = oid
            self.schema = schema
            self.name = name
            self.formatted = formatted
        }
    }

    package struct Column: Sendable, Hashable {
        package var name: String
        package var type: TypeName
        /// `pg_attribute.atttypmod`, -1 when the type has no modifier.
        package var typeModifier: Int32
        /// `pg_attribute.attnum`, from 1.
        package var number: Int16
        package var isNotNull: Bool
        /// Its collation is not that of its type: comparing it with another column may fail for
        /// want of a common one, on the first row there is (threat model M19).
        package var hasOwnCollation: Bool
        /// Computed from other columns: COPY leaves it out.
        package var isGenerated: Bool

        package init(
            name: String,
            type: TypeName,
            typeModifier: Int32,
            number: Int16,
            isNotNull: Bool,
            hasOwnCollation: Bool = false,
            isGenerated: Bool = false
        ) {
            self.hasOwnCollation = hasOwnCollation
            self.isGenerated = isGenerated
            self.name = name
            self.type = type
            self.typeModifier = typeModifier
            self.number = number
            self.isNotNull = isNotNull
        }
    }

    /// `pg_class.relkind` of the kinds that can stand in FROM.
    package enum RelationKind: String, Sendable {
        case table = "r"
        case partitionedTable = "p"
        case view = "v"
        case materializedView = "m"
        case foreignTable = "f"
    }

    /// Schema and name, exactly as stored (no quoting, no folding).
    package struct QualifiedName: Sendable, Hashable {
        package var schema: String
        package var name: String

        package init(schema: String, name: String) {
            self.schema = schema
            self.name = name
        }
    }

    package struct Relation: Sendable, Equatable {
        package var oid: UInt32
        package var name: QualifiedName
        package var kind: RelationKind
        /// In attribute order, without dropped and system columns.
        package var columns: [Column]
        /// Column names of the primary key, empty without one.
        package var primaryKey: [String]
        /// Set when the relation is a partition or an inheritance child.
        package var isInheritanceChild: Bool
        /// OIDs of the relations it is a partition or child of, the nearest only.
        package var parents: [UInt32] = []
        /// OIDs of the relations that a view's or materialised view's query reads, the nearest only
        /// (`pg_depend` of its rule, R36).
        package var reads: [UInt32] = []

        package init(
            oid: UInt32,
            name: QualifiedName,
            kind: RelationKind,
            columns: [Column],
            primaryKey: [String],
            isInheritanceChild: Bool
        ) {
            self.oid = oid
            self.name = name
            self.kind = kind
            self.columns = columns
            self.primaryKey = primaryKey
            self.isInheritanceChild = isInheritanceChild
        }
    }

    /// `server_version_num`, such as 150020.
    package var serverVersion: Int
    package var relations: [QualifiedName: Relation]
    /// The relations of pg_catalog and information_schema as this server has them.
    package var systemRelations: [QualifiedName: Relation] = [:]
    /// OIDs of the schemas, the system's own included.
    package var schemas: [String: UInt32] = [:]
    /// Types that are not in pg_catalog, row types of relations included, by OID.
    package var types: [UInt32: UserType] = [:]
    /// Functions, aggregates and window functions that are not PostgreSQL's own in pg_catalog.
    package var functions: [Function] = []
    /// Operators that are not PostgreSQL's own in pg_catalog.
    package var operators: [Operator] = []
    /// Casts that are not PostgreSQL's own.
    package var casts: [Cast] = []
    /// Installed extensions and the OID of the schema that each put its objects in.
    package var extensions: [String: UInt32] = [:]
    /// What the account that the proxy logs in with may do; nil when nobody asked.
    package var account: Account?
    /// Differs from that of any other snapshot that says something else.
    package var fingerprint = ""

    package init(serverVersion: Int, relations: [QualifiedName: Relation]) {
        self.serverVersion = serverVersion
        self.relations = relations
    }
}

extension Catalog {
    /// The tables that one is a partition or inheritance child of, the nearest first.
    package func ancestors(of relation: Relation) -> [Relation] {
        guard !relation.parents.isEmpty else { return [] }
        var found: [Relation] = []
        var waiting = relation.parents[...]
        while let oid = waiting.popFirst() {
            guard !found.contains(where: { $0.oid == oid }),
                let parent = relations.values.first(where: { $0.oid == oid })
            else { continue }
            found.append(parent)
            waiting += parent.parents
        }
        return found
    }
}
