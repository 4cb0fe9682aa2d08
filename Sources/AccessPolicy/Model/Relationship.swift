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

    package var fromView: String
    package var toView: String
    /// The name under which `toView` is joined (`join_to_view_as`); nil: its own.
    package var alias: String?
    package var isReversible: Bool
    /// The condition as a conjunction of equalities between fields; nil when it is anything else, and
    /// then no filter can travel along this relationship.
    package var equalities: [Equality]?
    package var location: SourceLocation

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

    /// The name by which the joined side is known.
    package var joinedName: String { alias ?? toView }
}
