// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What became of one relation of the model for one session, with the reasons.
package struct RelationDecision: Sendable, Equatable {
    package enum Outcome: Sendable, Equatable {
        /// The client sees it; its filter may still refuse every statement.
        case reachable(GovernedRelation)
        /// It does not exist for the client; `location` is what closes it.
        case absent(reason: String, location: SourceLocation)
    }

    /// One filter entry that bears on the relation.
    package struct AppliedFilter: Sendable, Equatable {
        package enum Effect: String, Sendable, Encodable {
            /// Rows that satisfy it.
            case filtered
            /// The user's value is one of `values_for_unfiltered`.
            case lifted
            /// Every statement that names the relation fails.
            case refused
        }

        package var field: FieldReference
        package var userAttribute: String
        /// The user's values of the attribute.
        package var values: [String]
        package var effect: Effect
        /// Such as `tenant_id = attribute tenant`, or why it does not apply.
        package var summary: String
        package var location: SourceLocation
    }

    package struct ClosedColumn: Sendable, Equatable {
        package var name: String
        package var closure: ColumnClosure

        package init(name: String, closure: ColumnClosure) {
            self.name = name
            self.closure = closure
        }
    }

    package var logical: Catalog.QualifiedName
    /// Views that stand for the relation.
    package var views: [String]
    /// Where the first of them is defined.
    package var location: SourceLocation
    package var outcome: Outcome
    package var filters: [AppliedFilter]
    /// Columns that the user sees masked or not at all, in the order of the table.
    package var closedColumns: [ClosedColumn]

    package init(
        logical: Catalog.QualifiedName,
        views: [String],
        location: SourceLocation,
        outcome: Outcome,
        filters: [AppliedFilter] = [],
        closedColumns: [ClosedColumn] = []
    ) {
        self.logical = logical
        self.views = views
        self.location = location
        self.outcome = outcome
        self.filters = filters
        self.closedColumns = closedColumns
    }

    package var hiddenColumns: [String] {
        closedColumns.filter { $0.closure.kind == .hidden }.map(\.name)
    }

    package var maskedColumns: [String] {
        closedColumns.filter { $0.closure.kind == .masked }.map(\.name)
    }
}
