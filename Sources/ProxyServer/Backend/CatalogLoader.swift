// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy
package import PostgresErrors

extension LibpqConnector {
    /// Reads the database's user relations, their columns, types and primary keys, in one snapshot.
    ///
    /// Blocks; for opener threads and for the start.
    ///
    /// - Parameter timeout: For connecting and for all queries together.
    /// - Returns: All relations outside the system's schemas, also those no model names.
    /// - Throws: 08001, also for a server that is not served (R2).
    package func loadCatalog(timeout: Duration) throws(ProxyError) -> Catalog {
        let deadline = Deadline(in: timeout)
        do throws(BackendFailure) {
            let session = try session(until: deadline)
            defer { session.finish() }
            return try CatalogLoader(session: session, deadline: deadline).load()
        } catch {
            throw refusal(BackendFailure(message: "catalog: \(error.message)"))
        }
    }
}

/// The queries behind a catalog and the reading of their rows.
private struct CatalogLoader {
    let session: LibpqConnection
    let deadline: Deadline

    func load() throws(BackendFailure) -> Catalog {
        _ = try rows("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        let columns = try columns()
        let keys = try primaryKeys()
        var relations: [Catalog.QualifiedName: Catalog.Relation] = [:]
        for row in try rows(Self.relationsQuery) {
            var reader = RowReader(row)
            let oid: UInt32 = try reader.number()
            let name = Catalog.QualifiedName(schema: try reader.text(), name: try reader.text())
            guard let kind = Catalog.RelationKind(rawValue: try reader.text()) else { continue }
            relations[name] = Catalog.Relation(
                oid: oid,
                name: name,
                kind: kind,
                columns: columns[oid] ?? [],
                primaryKey: keys[oid] ?? [],
                isInheritanceChild: try reader.flag()
            )
        }
        _ = try rows("COMMIT")
        return Catalog(serverVersion: session.serverVersion, relations: relations)
    }

    private func columns() throws(BackendFailure) -> [UInt32: [Catalog.Column]] {
        var columns: [UInt32: [Catalog.Column]] = [:]
        for row in try rows(Self.columnsQuery) {
            var reader = RowReader(row)
            let relation: UInt32 = try reader.number()
            let number: Int16 = try reader.number()
            let name = try reader.text()
            let modifier: Int32 = try reader.number()
            let isNotNull = try reader.flag()
            let type = Catalog.TypeName(
                oid: try reader.number(),
                schema: try reader.text(),
                name: try reader.text(),
                formatted: try reader.text(),
                isEnum: try reader.flag()
            )
            columns[relation, default: []].append(
                Catalog.Column(
                    name: name,
                    type: type,
                    typeModifier: modifier,
                    number: number,
                    isNotNull: isNotNull,
                    hasOwnCollation: try reader.flag()
                )
            )
        }
        return columns
    }

    private func primaryKeys() throws(BackendFailure) -> [UInt32: [String]] {
        var keys: [UInt32: [String]] = [:]
        for row in try rows(Self.primaryKeysQuery) {
            var reader = RowReader(row)
            let relation: UInt32 = try reader.number()
            keys[relation, default: []].append(try reader.text())
        }
        return keys
    }

    private func rows(_ statement: String) throws(BackendFailure) -> [[String?]] {
        try session.rows(of: statement, until: deadline)
    }

    /// Names that begin with `pg_` are the server's own, temporary schemas included.
    ///
    /// Operators are found in pg_catalog because the pinned search_path starts there.
    private static let isUserRelation = """
        c.relkind IN ('r', 'p', 'v', 'm', 'f')
        AND n.nspname <> 'information_schema' AND NOT pg_catalog.starts_with(n.nspname, 'pg_')
        """

    private static let relationsQuery = """
        SELECT c.oid, n.nspname, c.relname, c.relkind,
            c.relispartition
            OR EXISTS (SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid)
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE \(isUserRelation)
        """

    private static let columnsQuery = """
        SELECT a.attrelid, a.attnum, a.attname, a.atttypmod, a.attnotnull,
            t.oid, tn.nspname, t.typname, pg_catalog.format_type(t.oid, NULL),
            t.typtype = 'e', a.attcollation <> t.typcollation
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
        JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.typnamespace
        WHERE \(isUserRelation) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """

    /// Columns an index merely INCLUDEs come behind the key's and are no part of it.
    private static let primaryKeysQuery = """
        SELECT i.indrelid, a.attname
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
        CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.attnum
        WHERE \(isUserRelation) AND i.indisprimary AND k.place <= i.indnkeyatts
        ORDER BY i.indrelid, k.place
        """
}

/// Takes one row's values in order.
private struct RowReader {
    private var values: ArraySlice<String?>

    init(_ values: [String?]) {
        self.values = values[...]
    }

    mutating func text() throws(BackendFailure) -> String {
        guard let value = values.popFirst(), let value else {
            throw BackendFailure(message: "a value is missing")
        }
        return value
    }

    mutating func number<Number: FixedWidthInteger>() throws(BackendFailure) -> Number {
        let text = try text()
        guard let number = Number(text) else {
            throw BackendFailure(message: "\"\(text)\" is not a number of that range")
        }
        return number
    }

    mutating func flag() throws(BackendFailure) -> Bool {
        try text() == "t"
    }
}
