// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A measure of a view: an aggregate, or an expression over measures.
package struct Measure: Sendable, Equatable {
    package enum Aggregate: String, Sendable, CaseIterable {
        case count
        case countDistinct = "count_distinct"
        case sum
        case average
        case min
        case max
        case median
        case percentile
        case list
        case sumDistinctOn = "sum_distinct_on"
        case averageDistinctOn = "average_distinct_on"
        case medianDistinctOn = "median_distinct_on"
        case percentileDistinctOn = "percentile_distinct_on"
    }

    package var name: String
    /// Nil: the SQL aggregates itself, or computes from other measures.
    package var aggregate: Aggregate?
    package var sql: ModelSQL?
    /// Rows that do not meet these are not counted in.
    package var filters: [FieldCondition]
    /// What one value belongs to, for aggregates that are distinct on it; empty: the view's key.
    package var keySQL: [ModelSQL]
    /// Between 0 and 100.
    package var percentile: Double?
    package var requiredGrants: GrantRequirement?
    /// `ignored`: not part of the model.
    package var isHidden: Bool
    /// Set when something about it was not understood: it is not served.
    package var problem: String?
    package var location: SourceLocation
    package var tags: [String] = []

    package init(
        name: String,
        aggregate: Aggregate?,
        sql: ModelSQL? = nil,
        filters: [FieldCondition] = [],
        keySQL: [ModelSQL] = [],
        percentile: Double? = nil,
        requiredGrants: GrantRequirement? = nil,
        isHidden: Bool = false,
        problem: String? = nil,
        location: SourceLocation
    ) {
        self.name = name
        self.aggregate = aggregate
        self.sql = sql
        self.filters = filters
        self.keySQL = keySQL
        self.percentile = percentile
        self.requiredGrants = requiredGrants
        self.isHidden = isHidden
        self.problem = problem
        self.location = location
    }
}
