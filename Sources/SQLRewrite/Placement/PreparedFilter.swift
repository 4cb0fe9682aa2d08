// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors
internal import Synchronization

/// The filter of one relation under one alias: as SQL, and as the tree that the SQL must be in any
/// statement that holds it (R38).
final class PreparedFilter: Sendable {
    /// Conditions to be ANDed, none of them an AND.
    let conditions: [String]
    /// All of them in parentheses, as one text.
    let conjunction: String
    let notes: [RewriteNote]
    /// The bytes of the conditions, one after the other; none where nothing is filtered.
    let pieces: [StreamEdit.Piece]

    init(
        of relation: GovernedRelation,
        alias: String
    ) throws(ProxyError) {
        let predicates: [FilterPredicate]
        switch relation.filter {
        case .unfiltered:
            predicates = []
            conditions = []
        case .all(let all):
            predicates = all
            conditions = FilterSQL(alias: alias).conditions(all)
        case .condition(let condition):
            predicates = []
            conditions = [condition.sql(alias: alias)]
        case .refused(let message): throw ProxyError(.insufficientPrivilege, message)
        }
        conjunction = conditions.map { "(" + $0 + ")" }.joined(separator: " AND ")
        var notes: [RewriteNote] = []
        for (predicate, sql) in zip(predicates, conditions) {
            notes.append(
                RewriteNote(
                    subject: alias,
                    reason: "filter \(sql) from attribute \(predicate.userAttribute) "
                        + "(view \(relation.view))"
                )
            )
        }
        self.notes = notes
        var fragments = Fragments()
        let indices = conditions.map { fragments.add(expression: $0) }
        try fragments.parse()
        pieces = try indices.map { index throws(ProxyError) in try fragments.expression(index) }
    }
}

/// What a guard of one reference tests: its filter, or that there is no row of it (R43, M15).
final class PreparedGuard: Sendable {
    /// Conditions in parentheses to be ANDed, none of them an AND.
    let conjunction: String
    let pieces: [StreamEdit.Piece]

    init(filter: PreparedFilter) {
        conjunction = filter.conjunction
        pieces = filter.pieces
    }

    /// Holds as well where an outer join made a row of nulls.
    convenience init(
        filter: PreparedFilter,
        alias: String,
        orNull column: String
    ) throws(ProxyError) {
        try self.init(
            "\(filter.conjunction) OR \(SQLText.qualified(alias, column)) IS NULL"
        )
    }

    init(_ condition: String) throws(ProxyError) {
        var fragments = Fragments()
        let index = fragments.add(expression: condition)
        try fragments.parse()
        conjunction = "(" + condition + ")"
        pieces = [try fragments.expression(index)]
    }
}

/// The filters that a policy's statements have needed so far.
///
/// Shared by the threads that rewrite; the lock is held for a look-up, and once per relation and alias
/// for making the filter.
final class FilterCache: Sendable {
    private struct Key: Hashable {
        let relation: Catalog.QualifiedName
        let alias: String
        /// For a guard on the nullable side.
        var column = ""
    }

    /// Aliases are the client's to choose.
    private static let filtersMax = 1_024

    private let filters = Mutex<[Key: PreparedFilter]>([:])
    private let guards = Mutex<[Key: PreparedGuard]>([:])
    private let grouping = Mutex<PreparedGuard?>(nil)

    func filter(
        of relation: GovernedRelation,
        alias: String
    ) throws(ProxyError) -> PreparedFilter {
        let key = Key(relation: relation.logical, alias: alias)
        if let known = filters.withLock({ $0[key] }) { return known }
        let made = try PreparedFilter(of: relation, alias: alias)
        filters.withLock { filters in
            if filters.count >= Self.filtersMax { filters.removeAll() }
            filters[key] = made
        }
        return made
    }

    /// The guard of a relation under an alias; with a column to tell rows that an outer join made.
    func guarded(
        _ relation: GovernedRelation,
        alias: String,
        orNull column: String?
    ) throws(ProxyError) -> PreparedGuard {
        let filter = try filter(of: relation, alias: alias)
        guard let column else { return PreparedGuard(filter: filter) }
        let key = Key(relation: relation.logical, alias: alias, column: column)
        if let known = guards.withLock({ $0[key] }) { return known }
        let made = try PreparedGuard(filter: filter, alias: alias, orNull: column)
        guards.withLock { guards in
            if guards.count >= Self.filtersMax { guards.removeAll() }
            guards[key] = made
        }
        return made
    }

    /// Always true, but not before rows are grouped (R45).
    func groupGuard() throws(ProxyError) -> PreparedGuard {
        if let known = grouping.withLock({ $0 }) { return known }
        let made = try PreparedGuard("pg_catalog.count(*) OPERATOR(pg_catalog.>=) 0")
        grouping.withLock { $0 = made }
        return made
    }
}
