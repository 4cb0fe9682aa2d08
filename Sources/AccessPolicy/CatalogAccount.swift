// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

extension Catalog {
    /// The role that the proxy's backends run as, as far as it has more rights than it needs (R82).
    package struct Account: Sendable, Equatable {
        package var name: String
        package var isSuperuser: Bool
        package var bypassesRowSecurity: Bool
        /// TEMP on the database.
        package var makesTemporaryTables: Bool
        /// Schemas in which it may create something.
        package var creatableSchemas: [String]
        /// How many relations it owns.
        package var ownedCount: Int
        /// How many relations it may write to.
        package var writableCount: Int

        package init(
            name: String,
            isSuperuser: Bool = false,
            bypassesRowSecurity: Bool = false,
            makesTemporaryTables: Bool = false,
            creatableSchemas: [String] = [],
            ownedCount: Int = 0,
            writableCount: Int = 0
        ) {
            self.name = name
            self.isSuperuser = isSuperuser
            self.bypassesRowSecurity = bypassesRowSecurity
            self.makesTemporaryTables = makesTemporaryTables
            self.creatableSchemas = creatableSchemas
            self.ownedCount = ownedCount
            self.writableCount = writableCount
        }

        /// Rights that reading does not need, in words.
        package var excess: [String] {
            if isSuperuser { return ["is a superuser"] }
            var excess: [String] = []
            if bypassesRowSecurity { excess.append("bypasses row-level security") }
            if ownedCount > 0 { excess.append("owns \(ownedCount) relations") }
            if writableCount > 0 { excess.append("may write to \(writableCount) relations") }
            if !creatableSchemas.isEmpty {
                excess.append("may create in \(creatableSchemas.joined(separator: ", "))")
            }
            if makesTemporaryTables { excess.append("may make temporary tables") }
            return excess
        }
    }

    /// The relations that a view's query reads, through other views as well.
    package func relationsRead(by view: Relation) -> [Relation] {
        guard !view.reads.isEmpty else { return [] }
        let byOID = Dictionary(
            relations.values.map { ($0.oid, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var found: [UInt32: Relation] = [:]
        var waiting = view.reads
        while let oid = waiting.popLast() {
            guard found[oid] == nil, let relation = byOID[oid] else { continue }
            found[oid] = relation
            waiting += relation.reads
        }
        return found.values.sorted {
            ($0.name.schema, $0.name.name) < ($1.name.schema, $1.name.name)
        }
    }
}
