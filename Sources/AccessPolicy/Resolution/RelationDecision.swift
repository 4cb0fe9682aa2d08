// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What became of one relation of the model for one session, with the reasons.
package struct RelationDecision: Sendable, Equatable {
    package enum Outcome: Sendable, Equatable {
        /// The client sees it; its filter may still refuse every statement.
        case reachable(GovernedRelation)
        /// It does not exist for the client.
        case absent(reason: String)
    }

    /// One filter entry that bears on the relation.
    package struct AppliedFilter: Sendable, Equatable {
        /// Such as `tenant_id = attribute tenant`, or why it does not apply.
        package var summary: String
        package var location: SourceLocation

        package init(summary: String, location: SourceLocation) {
            self.summary = summary
            self.location = location
        }
    }

    package var logical: Catalog.QualifiedName
    /// Views that stand for the relation.
    package var views: [String]
    /// Where the first of them is defined.
    package var location: SourceLocation
    package var outcome: Outcome
    package var filters: [AppliedFilter]
    /// Columns of the relation that are closed to the user.
    package var hiddenColumns: [String]

    package init(
        logical: Catalog.QualifiedName,
        views: [String],
        location: SourceLocation,
        outcome: Outcome,
        filters: [AppliedFilter] = [],
        hiddenColumns: [String] = []
    ) {
        self.logical = logical
        self.views = views
        self.location = location
        self.outcome = outcome
        self.filters = filters
        self.hiddenColumns = hiddenColumns
    }
}
