// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The types, functions and operators beyond PostgreSQL's own that one session may name (R57, R60,
/// R61): those of listed extensions, listed functions, and the types of users in visible schemas.
package final class VisibleObjects: Sendable {
    /// A function that may be called, with the schema that the client knows it by.
    package struct Callable: Sendable {
        /// Schema and name as the client writes them.
        package let logical: Catalog.QualifiedName
        package let function: Catalog.Function
        /// Found without a schema also where it is not on the search path: its extension is listed.
        package let isOfExtension: Bool
    }

    /// Types by the schema and name that clients know.
    private let types: [Catalog.QualifiedName: Catalog.UserType]
    /// Types of listed extensions, found without a schema.
    private let extensionTypes: [String: Catalog.UserType]
    private let callables: [String: [Callable]]
    private let operators: [String: [Catalog.Operator]]
    private let closedOperators: [String: [Catalog.Operator]]
    private let typeIDs: Set<UInt32>
    private let casts: Set<CastPair>

    private struct CastPair: Hashable {
        let source: UInt32
        let target: UInt32
    }

    /// - Parameters:
    ///   - catalog: The snapshot of the session's backends.
    ///   - relations: What the session may read: their schemas are visible, and their columns' types.
    ///   - searchPath: Visible schemas besides.
    ///   - extensions: `sql.extensions`.
    ///   - extraFunctions: `sql.extra_functions`, schemas as the backend has them.
    package init(
        catalog: Catalog,
        relations: [String: [String: GovernedRelation]],
        searchPath: [String],
        extensions: Set<String>,
        extraFunctions: Set<Catalog.QualifiedName>
    ) {
        let schemas = Self.logicalSchemas(of: relations, searchPath)
        let ownTypes = Self.typesOfColumns(relations, catalog)
        var types: [Catalog.QualifiedName: Catalog.UserType] = [:]
        var extensionTypes: [String: Catalog.UserType] = [:]
        var typeIDs: Set<UInt32> = []
        for type in catalog.types.values {
            guard let scalar = type.element == 0 ? type : catalog.types[type.element],
                scalar.relation == 0 || !scalar.attributes.isEmpty
            else { continue }
            if let owner = type.owningExtension {
                guard extensions.contains(owner), type.kind != .pseudo else { continue }
                extensionTypes[type.type.name] = type
                types[.init(schema: type.type.schema, name: type.type.name)] = type
            } else {
                guard scalar.kind != .base, scalar.kind != .pseudo,
                    scalar.owningExtension == nil,
                    schemas[type.type.schema] != nil || ownTypes.contains(scalar.type.oid)
                else { continue }
                for schema in schemas[type.type.schema] ?? [type.type.schema] {
                    types[.init(schema: schema, name: type.type.name)] = type
                }
            }
            typeIDs.insert(type.type.oid)
        }
        var callables: [String: [Callable]] = [:]
        for function in catalog.functions {
            let isOfExtension = ExtensionFunctions.isCallable(function, of: extensions)
            let isExtra =
                extraFunctions.contains(function.name)
                && ExtensionFunctions.hasOrdinaryTypes(function)
            guard
                ExtensionFunctions.isSchemaHelper(function)
                    || ((isOfExtension || isExtra)
                        && !PhysicalSchemaName.isSystem(function.name.schema))
            else { continue }
            for schema in schemas[function.name.schema] ?? [function.name.schema] {
                callables[function.name.name, default: []].append(
                    Callable(
                        logical: .init(schema: schema, name: function.name.name),
                        function: function,
                        isOfExtension: isOfExtension
                    )
                )
            }
        }
        var operators: [String: [Catalog.Operator]] = [:]
        var closedOperators: [String: [Catalog.Operator]] = [:]
        for candidate in catalog.operators {
            if let owner = candidate.owningExtension, extensions.contains(owner),
                !PhysicalSchemaName.isSystem(candidate.name.schema)
            {
                operators[candidate.name.name, default: []].append(candidate)
            } else {
                closedOperators[candidate.name.name, default: []].append(candidate)
            }
        }
        casts = Set(catalog.casts.map { CastPair(source: $0.source, target: $0.target) })
        self.types = types
        self.extensionTypes = extensionTypes
        self.typeIDs = typeIDs
        self.callables = callables
        self.operators = operators
        self.closedOperators = closedOperators
    }

    /// The type that a name means, along the search path when it has no schema.
    package func type(
        schema: String?,
        name: String,
        searchPath: [String]
    ) -> Catalog.UserType? {
        if let schema { return types[.init(schema: schema, name: name)] }
        for schema in searchPath {
            if let type = types[.init(schema: schema, name: name)] { return type }
        }
        return extensionTypes[name]
    }

    /// Whether a client may name the type of an OID, as in the parameter types of a Parse message.
    package func hasType(oid: UInt32) -> Bool { typeIDs.contains(oid) }

    /// Whether somebody has made a cast for two types: nothing is known of what it does.
    package func hasCast(from source: UInt32, to target: UInt32) -> Bool {
        !casts.isEmpty && casts.contains(CastPair(source: source, target: target))
    }

    /// The functions that a name may mean, along the search path when it has no schema.
    package func functions(
        schema: String?,
        name: String,
        searchPath: [String]
    ) -> [Callable] {
        (callables[name] ?? []).filter { callable in
            guard let schema else {
                return callable.isOfExtension || searchPath.contains(callable.logical.schema)
            }
            return callable.logical.schema == schema
        }
    }

    /// The operators of listed extensions that have a name.
    package func operators(named name: String) -> [Catalog.Operator] { operators[name] ?? [] }

    /// The operators of that name which nobody may use.
    package func closedOperators(named name: String) -> [Catalog.Operator] {
        closedOperators[name] ?? []
    }

    /// Logical names of each physical schema that the session sees.
    private static func logicalSchemas(
        of relations: [String: [String: GovernedRelation]],
        _ searchPath: [String]
    ) -> [String: Set<String>] {
        var schemas: [String: Set<String>] = [:]
        for (logical, members) in relations {
            for relation in members.values where !PhysicalSchemaName.isSystem(logical) {
                schemas[relation.physical.schema, default: []].insert(logical)
            }
        }
        // A name that stands for another schema is not that schema itself.
        for schema in searchPath where relations[schema] == nil {
            schemas[schema, default: []].insert(schema)
        }
        return schemas
    }

    /// What the visible columns are made of.
    private static func typesOfColumns(
        _ relations: [String: [String: GovernedRelation]],
        _ catalog: Catalog
    ) -> Set<UInt32> {
        var found: Set<UInt32> = []
        for members in relations.values {
            for relation in members.values {
                for column in relation.columns {
                    guard let type = catalog.types[column.type.oid] else { continue }
                    found.insert(type.element == 0 ? type.type.oid : type.element)
                }
            }
        }
        return found
    }
}

/// Which functions of an extension may be called because the extension is listed.
enum ExtensionFunctions {
    /// Whether a function may be called.
    ///
    /// Immutable ones compute. Others may read tables by name, run text as SQL or keep state, so they
    /// need an extension that is known not to, or a place in `extra_functions` (T6).
    static func isCallable(_ function: Catalog.Function, of extensions: Set<String>) -> Bool {
        guard let owner = function.owningExtension, extensions.contains(owner),
            hasOrdinaryTypes(function), !hasNameTypes(function)
        else { return false }
        switch function.volatility {
        case .immutable: return true
        case .stable: return computing.contains(owner)
        case .volatile: return generating.contains(owner)
        }
    }

    /// The functions of information_schema that compute (R71); one looks an index up, two take rows of
    /// catalogs.
    static func isSchemaHelper(_ function: Catalog.Function) -> Bool {
        function.name.schema == "information_schema" && function.volatility == .immutable
            && hasOrdinaryTypes(function)
            && !["_pg_index_position", "_pg_truetypid", "_pg_truetypmod"]
                .contains(function.name.name)
    }

    /// Extensions whose stable functions depend on settings alone.
    private static let computing: Set<String> = [
        "btree_gin", "btree_gist", "citext", "cube", "earthdistance", "fuzzystrmatch", "hstore",
        "intarray", "isn", "ltree", "pg_trgm", "pgcrypto", "seg", "unaccent", "uuid-ossp", "vector",
    ]

    /// Extensions whose volatile functions make random values and nothing else.
    private static let generating: Set<String> = ["pgcrypto", "uuid-ossp"]

    /// No procedure, and nothing that belongs to the server's inside.
    static func hasOrdinaryTypes(_ function: Catalog.Function) -> Bool {
        function.kind != .procedure
            && !(function.arguments + [function.result]).contains(where: inner.contains)
    }

    /// Takes or gives a name or number of a catalog's row (R61, R62).
    private static func hasNameTypes(_ function: Catalog.Function) -> Bool {
        (function.arguments + [function.result] + function.outputs.map(\.type))
            .contains(where: names.contains)
    }

    /// internal, cstring, trigger, event_trigger and the handlers.
    private static let inner: Set<UInt32> = [
        2281, 2275, 2279, 3838, 2280, 3115, 325, 269, 3310,
    ]

    /// oid, the reg* types, refcursor, aclitem, pg_node_tree, and identifiers of transactions.
    private static let names: Set<UInt32> = [
        26, 24, 2202, 2203, 2204, 2205, 2206, 4096, 4089, 3734, 3769, 4191, 1790, 1033, 194, 28,
        5069,
        29, 27, 5038, 2970, 3220,
    ]
}
