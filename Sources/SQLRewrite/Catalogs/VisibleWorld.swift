// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What of a database one policy lets a session know: OIDs, column numbers and names.
///
/// Made once per policy and search path, when a session first asks a catalog.
struct VisibleWorld: Sendable {
    struct Relation: Sendable {
        var oid: UInt32
        var logical: Catalog.QualifiedName
        var physical: Catalog.QualifiedName
        var kind: Catalog.RelationKind
        /// Numbers of the columns that exist for the session.
        var visible: [Int16]
        /// Those of them that are read as they are stored.
        var open: [Int16]
        /// Masked columns whose type is not that of the stored ones.
        var retyped: [(number: Int16, type: UInt32)]
        /// Every stored column is open.
        var isWhole: Bool
        /// Some rows are kept from the session.
        var isFiltered: Bool
        var columns: [Catalog.Column]
    }

    /// By OID.
    private(set) var relations: [Relation] = []
    /// Physical schemas with visible objects, and what the session calls them.
    private(set) var schemas: [(oid: UInt32, physical: String, logical: String)] = []
    /// OIDs of types that are not PostgreSQL's own: row types of visible relations, and what their
    /// columns are made of.
    private(set) var types: [UInt32] = []
    /// OIDs of what pg_class has for composite types.
    private(set) var composites: [UInt32] = []
    /// Schemas whose objects are found without it: those searched, and those of listed extensions.
    private(set) var unqualifiedSchemas: Set<String> = []
    /// Those that no relation hides, by name.
    private(set) var topics: [Topic] = []
    /// The schema of topics, and its OID; 0 without topics.
    let topicsSchema: String
    private(set) var topicsSchemaOID: UInt32 = 0
    /// OIDs of functions that the configuration allows.
    private(set) var functions: [UInt32] = []
    /// Schemas searched for names without one, pg_catalog not among them.
    let searchPath: [String]
    let identity: PolicyIdentity
    let catalog: Catalog
    private let policy: Policy
    private var placeByLogical: [Catalog.QualifiedName: Int] = [:]

    /// Owner of everything, and the one role there is: the login's.
    static let owner: UInt32 = 10
    /// OIDs from here on are not PostgreSQL's own (FirstNormalObjectId of transam.h).
    static let firstNormalOID: UInt32 = 16_384

    /// - Parameters:
    ///   - policy: What the session may read.
    ///   - searchPath: Logical schemas searched for unqualified names.
    ///   - topics: The policy's, as relations.
    init(_ policy: Policy, searchPath: [String], topics: [GovernedRelation] = []) {
        self.policy = policy
        topicsSchema = policy.topicsSchema
        self.searchPath = searchPath
        identity = policy.identity
        catalog = policy.catalog
        collectRelations()
        collectTypes()
        collectSchemas()
        self.topics = Self.topics(
            topics.filter { policy.relations[topicsSchema]?[$0.logical.name] == nil }
        )
        if !self.topics.isEmpty {
            let same = schemas.first { $0.logical == topicsSchema }
            topicsSchemaOID = same?.oid ?? Self.ownTopicsSchema
        }
        // What may be called may be looked at.
        let schemas = Array(policy.relations.keys) + searchPath
        functions = catalog.functions.filter { function in
            policy.objects.functions(
                schema: nil,
                name: function.name.name,
                searchPath: schemas
            ).contains { $0.function.oid == function.oid }
        }.map(\.oid).sorted()
    }

    private mutating func collectRelations() {
        // One stored relation is one row of pg_class, so it has one name there: that of the schema
        // searched first.
        let order = searchPath + policy.relations.keys.filter { !searchPath.contains($0) }.sorted()
        var found: [UInt32: Relation] = [:]
        for schema in order {
            for relation in (policy.relations[schema] ?? [:]).values {
                guard let stored = catalog.relations[relation.physical],
                    found[stored.oid] == nil
                else { continue }
                found[stored.oid] = Self.relation(relation, stored)
            }
        }
        relations = found.values.sorted { $0.oid < $1.oid }
        for (place, relation) in relations.enumerated() {
            placeByLogical[relation.logical] = place
        }
    }

    private static func relation(
        _ governed: GovernedRelation,
        _ stored: Catalog.Relation
    ) -> Relation {
        var retyped: [(number: Int16, type: UInt32)] = []
        for column in governed.columns {
            let original = stored.columns.first { $0.number == column.number }
            if let original, original.type.oid != column.type.oid, !isOID(column) {
                retyped.append((column.number, column.type.oid))
            }
        }
        // Read as an OID, a reg* value is still what is stored.
        let open = governed.columns.filter {
            governed.expressions[$0.name] == nil || isOID($0)
        }
        return Relation(
            oid: stored.oid,
            logical: governed.logical,
            physical: governed.physical,
            kind: governed.kind,
            visible: governed.columns.map(\.number),
            open: open.map(\.number),
            retyped: retyped,
            isWhole: open.count == stored.columns.count,
            isFiltered: governed.filter != .unfiltered,
            columns: governed.columns
        )
    }

    private static func isOID(_ column: Catalog.Column) -> Bool {
        column.type.oid == CatalogRelationMaker.oid.oid
            || column.type.oid == CatalogRelationMaker.oidArray.oid
    }

    /// Types are visible by being used: a table that nobody may see has none either.
    private mutating func collectTypes() {
        var found: Set<UInt32> = []
        var waiting = relations.flatMap { $0.columns.map(\.type.oid) }
        let visible = Set(relations.map(\.oid))
        for type in catalog.types.values {
            if type.relation != 0, visible.contains(type.relation) { waiting.append(type.type.oid) }
            // What may be named may be looked at; rows follow their relation.
            if type.relation == 0 || !type.attributes.isEmpty,
                policy.objects.hasType(oid: type.type.oid)
            {
                waiting.append(type.type.oid)
            }
        }
        while let oid = waiting.popLast() {
            guard oid >= Self.firstNormalOID, let type = catalog.types[oid],
                // The row type of a relation that a column happens to have tells its columns.
                type.relation == 0 || visible.contains(type.relation) || !type.attributes.isEmpty,
                found.insert(oid).inserted
            else { continue }
            waiting += [type.element, type.array, type.base].filter { $0 != 0 }
            waiting += type.attributes.map(\.type)
        }
        types = found.sorted()
        composites = types.compactMap { oid in
            catalog.types[oid].flatMap {
                $0.relation == 0 || visible.contains($0.relation) ? nil : $0.relation
            }
        }.sorted()
    }

    private mutating func collectSchemas() {
        var names: [String: String] = [:]
        for relation in relations where names[relation.physical.schema] == nil {
            names[relation.physical.schema] = relation.logical.schema
        }
        unqualifiedSchemas = Set(searchPath)
        let schemaNames = Dictionary(catalog.schemas.map { ($1, $0) }) { first, _ in first }
        for name in policy.extensions.sorted() {
            guard let schema = catalog.extensions[name].flatMap({ schemaNames[$0] }),
                !schema.hasPrefix("pg_"), schema != "information_schema"
            else { continue }
            // A name that stands for another schema is not that schema itself.
            guard names[schema] != nil || !names.values.contains(schema) else { continue }
            if names[schema] == nil { names[schema] = schema }
            unqualifiedSchemas.insert(names[schema] ?? schema)
        }
        schemas = names.compactMap { physical, logical in
            catalog.schemas[physical].map { ($0, physical, logical) }
        }.sorted { $0.oid < $1.oid }
    }

    /// Extensions that the configuration lists.
    var extensions: [String] { policy.extensions.sorted() }

    // MARK: looking up

    var informationSchema: UInt32 { catalog.schemas["information_schema"] ?? 0 }

    func relation(_ name: Catalog.QualifiedName) -> Relation? {
        placeByLogical[name].map { relations[$0] }
    }

    /// What the session calls a physical schema; nil for one that it does not know.
    func logicalSchema(_ physical: String) -> String? {
        if physical == "pg_catalog" || physical == "information_schema" { return physical }
        return schemas.first { $0.physical == physical }?.logical
    }

    /// Schemas that definitions may name, with the session's name for them; nil for one that holds types
    /// of visible columns and is not visible itself.
    var namedSchemas: [(physical: String, logical: String?)] {
        var found: [(physical: String, logical: String?)] = []
        found = schemas.map { ($0.physical, $0.logical) }
        let others = Set(types.compactMap { catalog.types[$0]?.type.schema })
        for physical in others.sorted() where !found.contains(where: { $0.physical == physical }) {
            found.append((physical, nil))
        }
        return found
    }

    /// The logical schemas that there are, PostgreSQL's own aside.
    var logicalSchemas: Set<String> {
        Set(schemas.map(\.logical)).union(topics.isEmpty ? [] : [topicsSchema])
    }

    /// The session's schemas in the order in which names are looked up, as `current_schemas` has them.
    func currentSchemas(includingImplicit: Bool) -> [String] {
        let explicit = searchPath.filter {
            policy.relations[$0] != nil || (!topics.isEmpty && $0 == topicsSchema)
        }
        return includingImplicit ? ["pg_catalog"] + explicit : explicit
    }

    /// Relations that their bare names mean.
    var relationsInPath: [Relation] {
        var seen: Set<String> = []
        var found: [Relation] = []
        for schema in searchPath {
            for relation in relations where relation.logical.schema == schema {
                // pg_catalog is searched before.
                if CatalogVerdict(schema: "pg_catalog", name: relation.logical.name) != nil {
                    continue
                }
                if seen.insert(relation.logical.name).inserted { found.append(relation) }
            }
        }
        return found
    }
}
