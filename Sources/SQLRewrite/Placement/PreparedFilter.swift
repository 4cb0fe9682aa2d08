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

/// The filters that a policy's statements have needed so far.
///
/// Shared by the threads that rewrite; the lock is held for a look-up, and once per relation and alias
/// for making the filter.
final class FilterCache: Sendable {
    private struct Key: Hashable {
        let relation: Catalog.QualifiedName
        let alias: String
    }

    /// Aliases are the client's to choose.
    private static let filtersMax = 1_024

    private let filters = Mutex<[Key: PreparedFilter]>([:])

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
}
