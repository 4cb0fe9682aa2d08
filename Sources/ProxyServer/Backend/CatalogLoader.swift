// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy
package import PostgresErrors

extension LibpqConnector {
    /// Reads what the database's catalog says of relations, types, functions and operators, in one
    /// snapshot.
    ///
    /// Blocks; for opener threads and for the start.
    ///
    /// - Parameter timeout: For connecting and for all queries together.
    /// - Returns: All relations, also those no model names.
    /// - Throws: 08001, also for a server that is not served (R2).
    package func loadCatalog(timeout: Duration) throws(ProxyError) -> Catalog {
        let deadline = Deadline(in: timeout)
        do throws(BackendFailure) {
            let session = try session(until: deadline)
            defer { session.finish() }
            return try CatalogLoader(
                session: session,
                deadline: deadline,
                allowsPooler: options.allowsUntestedServer
            ).load()
        } catch {
            throw refusal(BackendFailure(message: "catalog: \(error.message)"))
        }
    }
}

extension LibpqConnector {
    /// Reads the catalog again if it is not the one of a fingerprint any more.
    ///
    /// Blocks; for opener threads.
    ///
    /// - Parameters:
    ///   - fingerprint: Of the snapshot that is known.
    ///   - timeout: For connecting and for all queries together.
    /// - Returns: nil when nothing has changed.
    /// - Throws: 08001.
    func changedCatalog(
        since fingerprint: String,
        timeout: Duration
    ) throws(ProxyError) -> Catalog? {
        let deadline = Deadline(in: timeout)
        do throws(BackendFailure) {
            let session = try session(until: deadline)
            defer { session.finish() }
            let loader = CatalogLoader(
                session: session,
                deadline: deadline,
                allowsPooler: options.allowsUntestedServer
            )
            if try loader.fingerprint() == fingerprint { return nil }
            return try loader.load()
        } catch {
            throw refusal(BackendFailure(message: "catalog: \(error.message)"))
        }
    }
}

/// Puts the rows of `CatalogQueries` together.
private struct CatalogLoader {
    let session: LibpqConnection
    let deadline: Deadline
    let allowsPooler: Bool

    func load() throws(BackendFailure) -> Catalog {
        _ = try session.rows(
            of: "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            until: deadline
        )
        _ = try session.rows(of: CatalogQueries.ordinaryPlans, until: deadline)
        let (allTypes, userTypes) = try types()
        var catalog = Catalog(serverVersion: session.serverVersion, relations: [:])
        catalog.types = userTypes
        try addRelations(to: &catalog, types: allTypes)
        catalog.functions = try functions()
        catalog.operators = try operators()
        catalog.casts = try casts()
        try each(CatalogQueries.schemas) { row throws(BackendFailure) in
            catalog.schemas[try row.text()] = try row.number()
        }
        try each(CatalogQueries.extensions) { row throws(BackendFailure) in
            catalog.extensions[try row.text()] = try row.number()
        }
        try each(CatalogQueries.account) { row throws(BackendFailure) in
            try checkDirect(answeredBy: try row.number())
            catalog.account = try Self.account(&row)
        }
        catalog.fingerprint = try fingerprint()
        _ = try session.rows(of: "COMMIT", until: deadline)
        return catalog
    }

    /// A pooler in between gives one session's statements to several backends, and cancels for itself;
    /// it shows by a process number of its own (R83).
    private func checkDirect(answeredBy process: Int32) throws(BackendFailure) {
        guard allowsPooler || session.processID == process else {
            throw BackendFailure(
                message: "a connection pooler stands in front of the server; connect to the server "
                    + "itself, or set allow_untested_server if it pools by session"
            )
        }
    }

    private static func account(_ row: inout RowReader) throws(BackendFailure) -> Catalog.Account {
        Catalog.Account(
            name: try row.text(),
            isSuperuser: try row.flag(),
            bypassesRowSecurity: try row.flag(),
            makesTemporaryTables: try row.flag(),
            creatableSchemas: try row.text().split(separator: CatalogQueries.nameSeparator)
                .map(String.init),
            ownedCount: try row.number(),
            writableCount: try row.number()
        )
    }

    func fingerprint() throws(BackendFailure) -> String {
        var text = ""
        try each(CatalogQueries.fingerprint) { row throws(BackendFailure) in text = try row.text() }
        return text
    }

    private func each(
        _ query: String,
        _ body: (inout RowReader) throws(BackendFailure) -> Void
    ) throws(BackendFailure) {
        for row in try session.rows(of: query, until: deadline) {
            var reader = RowReader(row)
            try body(&reader)
        }
    }

    // MARK: types

    private func types() throws(BackendFailure) -> (
        all: [UInt32: Catalog.TypeName], users: [UInt32: Catalog.UserType]
    ) {
        var names: [UInt32: Catalog.TypeName] = [:]
        var users: [UInt32: Catalog.UserType] = [:]
        try each(CatalogQueries.types) { row throws(BackendFailure) in
            let name = Catalog.TypeName(
                oid: try row.number(),
                schema: try row.text(),
                name: try row.text(),
                formatted: try row.text(),
                isEnum: try row.flag()
            )
            names[name.oid] = name
            guard try row.flag() else { return }
            guard let kind = Catalog.UserType.Kind(rawValue: try row.text()) else { return }
            users[name.oid] = Catalog.UserType(
                type: name,
                kind: kind,
                element: try row.number(),
                array: try row.number(),
                base: try row.number(),
                relation: try row.number(),
                category: try row.character(),
                isPreferred: try row.flag(),
                owningExtension: row.optionalText()
            )
        }
        try each(CatalogQueries.attributes) { row throws(BackendFailure) in
            let type: UInt32 = try row.number()
            let attribute = Catalog.UserType.Attribute(
                name: try row.text(),
                type: try row.number()
            )
            users[type]?.attributes.append(attribute)
        }
        // Only the element type of an array is a member of the extension.
        let owners = users.compactMapValues(\.owningExtension)
        for (oid, type) in users where type.element != 0 && type.owningExtension == nil {
            users[oid]?.owningExtension = owners[type.element]
        }
        return (names, users)
    }

    // MARK: relations

    private func addRelations(
        to catalog: inout Catalog,
        types: [UInt32: Catalog.TypeName]
    ) throws(BackendFailure) {
        let columns = try columns(types)
        let keys = try primaryKeys()
        let parents = try references(CatalogQueries.parents)
        let reads = try references(CatalogQueries.viewReads)
        try each(CatalogQueries.relations) { row throws(BackendFailure) in
            let oid: UInt32 = try row.number()
            let name = Catalog.QualifiedName(schema: try row.text(), name: try row.text())
            guard let kind = Catalog.RelationKind(rawValue: try row.text()) else { return }
            var relation = Catalog.Relation(
                oid: oid,
                name: name,
                kind: kind,
                columns: columns[oid] ?? [],
                primaryKey: keys[oid] ?? [],
                isInheritanceChild: parents[oid] != nil
            )
            relation.parents = parents[oid] ?? []
            relation.reads = reads[oid] ?? []
            if PhysicalSchemaName.isSystem(name.schema) {
                catalog.systemRelations[name] = relation
            } else {
                catalog.relations[name] = relation
            }
        }
    }

    private func columns(
        _ types: [UInt32: Catalog.TypeName]
    ) throws(BackendFailure) -> [UInt32: [Catalog.Column]] {
        var columns: [UInt32: [Catalog.Column]] = [:]
        try each(CatalogQueries.columns) { row throws(BackendFailure) in
            let relation: UInt32 = try row.number()
            let number: Int16 = try row.number()
            let name = try row.text()
            let modifier: Int32 = try row.number()
            let isNotNull = try row.flag()
            guard let type = types[try row.number()] else {
                throw BackendFailure(message: "column \(name) has no type")
            }
            columns[relation, default: []].append(
                Catalog.Column(
                    name: name,
                    type: type,
                    typeModifier: modifier,
                    number: number,
                    isNotNull: isNotNull,
                    hasOwnCollation: try row.flag(),
                    isGenerated: try row.flag()
                )
            )
        }
        return columns
    }

    private func primaryKeys() throws(BackendFailure) -> [UInt32: [String]] {
        var keys: [UInt32: [String]] = [:]
        try each(CatalogQueries.primaryKeys) { row throws(BackendFailure) in
            keys[try row.number(), default: []].append(try row.text())
        }
        return keys
    }

    /// Pairs of OIDs, by the first.
    private func references(_ query: String) throws(BackendFailure) -> [UInt32: [UInt32]] {
        var references: [UInt32: [UInt32]] = [:]
        try each(query) { row throws(BackendFailure) in
            references[try row.number(), default: []].append(try row.number())
        }
        return references
    }

    // MARK: functions, operators, casts

    private func functions() throws(BackendFailure) -> [Catalog.Function] {
        var functions: [Catalog.Function] = []
        try each(CatalogQueries.functions) { row throws(BackendFailure) in
            let oid: UInt32 = try row.number()
            let name = Catalog.QualifiedName(schema: try row.text(), name: try row.text())
            guard let kind = Catalog.Function.Kind(rawValue: try row.text()),
                let volatility = Catalog.Function.Volatility(rawValue: try row.text())
            else { return }
            var function = Catalog.Function(
                oid: oid,
                name: name,
                kind: kind,
                volatility: volatility,
                arguments: try row.numbers(),
                defaultCount: try row.number(),
                variadicElement: try row.number(),
                result: try row.number(),
                returnsSet: try row.flag(),
                isLeakproof: try row.flag(),
                owningExtension: row.optionalText()
            )
            let types: [UInt32] = try row.numbers()
            let names = try row.text().split(
                separator: CatalogQueries.nameSeparator,
                omittingEmptySubsequences: false
            )
            if !types.isEmpty, types.count == names.count {
                function.outputs = zip(names, types).map { .init(name: String($0), type: $1) }
            }
            functions.append(function)
        }
        return functions
    }

    private func operators() throws(BackendFailure) -> [Catalog.Operator] {
        var operators: [Catalog.Operator] = []
        try each(CatalogQueries.operators) { row throws(BackendFailure) in
            operators.append(
                Catalog.Operator(
                    oid: try row.number(),
                    name: Catalog.QualifiedName(schema: try row.text(), name: try row.text()),
                    left: try row.number(),
                    right: try row.number(),
                    result: try row.number(),
                    isLeakproof: try row.flag(),
                    owningExtension: row.optionalText()
                )
            )
        }
        return operators
    }

    private func casts() throws(BackendFailure) -> [Catalog.Cast] {
        var casts: [Catalog.Cast] = []
        try each(CatalogQueries.casts) { row throws(BackendFailure) in
            let source: UInt32 = try row.number()
            let target: UInt32 = try row.number()
            guard let context = Catalog.Cast.Context(rawValue: try row.text()) else { return }
            casts.append(
                Catalog.Cast(
                    source: source,
                    target: target,
                    context: context,
                    owningExtension: row.optionalText()
                )
            )
        }
        return casts
    }
}
