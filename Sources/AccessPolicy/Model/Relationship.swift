// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A join between two views that the model declares.
package struct Relationship: Sendable, Equatable {
    /// One `${a.x} = ${b.y}` of a join condition.
    package struct Equality: Sendable, Equatable {
        package var left: FieldReference
        package var right: FieldReference

        package init(left: FieldReference, right: FieldReference) {
            self.left = left
            self.right = right
        }
    }

    /// Which rows of the two sides a join keeps.
    package enum JoinType: Sendable {
        case left, right, inner, full, cross
    }

    /// How many rows of one side a row of the other meets.
    package struct Multiplicity: Sendable, Equatable {
        /// A row of `fromView` meets at most one of `toView`.
        package var isToOne: Bool
        /// A row of `toView` meets at most one of `fromView`.
        package var isFromOne: Bool

        package init(isToOne: Bool, isFromOne: Bool) {
            self.isToOne = isToOne
            self.isFromOne = isFromOne
        }
    }

    package var fromView: String
    package var toView: String
    /// The name under which `toView` is joined (`join_to_view_as`); nil: its own.
    package var alias: String?
    package var isReversible: Bool
    /// The condition as a conjunction of equalities between fields; nil when it is anything else, and
    /// then no filter can travel along this relationship.
    package var equalities: [Equality]?
    package var location: SourceLocation
    /// The name under which `fromView` stands (`join_from_view_as`); nil: its own.
    package var fromAlias: String?
    package var joinType = JoinType.left
    /// When it is joined from `toView` (`left_right`, `right_left`); nil: the same.
    package var reversedJoinType: JoinType?
    package var multiplicity = Multiplicity(isToOne: true, isFromOne: false)
    package var condition: ModelSQL?
    /// Holds for all rows of a query with this join in it (`where_sql`).
    package var restriction: ModelSQL?
    /// Set when something about it was not understood: topics do not join along it.
    package var problem: String?

    package init(
        fromView: String,
        toView: String,
        alias: String? = nil,
        isReversible: Bool = false,
        equalities: [Equality]?,
        location: SourceLocation
    ) {
        self.fromView = fromView
        self.toView = toView
        self.alias = alias
        self.isReversible = isReversible
        self.equalities = equalities
        self.location = location
    }

    /// Whether topics may join it from `toView` as well: what adds columns alone, or rows in either
    /// direction, needs not say so.
    var joinsBothWays: Bool { isReversible || multiplicity.isToOne == multiplicity.isFromOne }

    /// The name by which the joined side is known.
    package var joinedName: String { alias ?? toView }

    /// The name by which the side that it is joined to is known.
    package var joiningName: String { fromAlias ?? fromView }
}
