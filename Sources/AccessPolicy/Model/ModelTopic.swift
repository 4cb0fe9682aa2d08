// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A topic: a base view, the views joined to it, and which fields and rows of them are shown.
package struct ModelTopic: Sendable, Equatable {
    /// A view in the tree of joins, by the name that it is joined under.
    package struct Join: Sendable, Equatable {
        package var view: String
        package var joins: [Join]
        package var location: SourceLocation

        package init(view: String, joins: [Join], location: SourceLocation) {
            self.view = view
            self.joins = joins
            self.location = location
        }
    }

    package var name: String
    /// The view whose rows it shows.
    package var baseView: String
    /// Its own filters, which replace the model's; nil: it has the model's, empty: it opted out.
    package var accessFilters: [AccessFilter]?
    /// Its own requirement, which replaces the model's; nil: it has the model's.
    package var requiredGrants: GrantRequirement?
    package var location: SourceLocation
    /// Nil: every view that can be reached without multiplying rows.
    package var joins: [Join]?
    /// Which fields are in and which are out; nil: all.
    package var fields: [String]?
    package var alwaysWhereSQL: ModelSQL?
    /// Nil: as the model says.
    package var weekStart: WeekStart.Rule?
    package var alwaysWhereFilters: [FieldCondition] = []
    /// Joins that hold for this topic before those of the model.
    package var relationships: [Relationship] = []
    /// What the topic makes of views: its own keys over theirs, by view name.
    ///
    /// What a view itself protects stays protected.
    package var views: [String: ModelView] = [:]
    /// `ignored`, or a template: nobody may name it (L8).
    package var isHidden = false
    /// Set when something about it was not understood: it is closed.
    package var problem: String?

    package init(
        name: String,
        baseView: String,
        accessFilters: [AccessFilter]?,
        requiredGrants: GrantRequirement? = nil,
        location: SourceLocation
    ) {
        self.name = name
        self.baseView = baseView
        self.accessFilters = accessFilters
        self.requiredGrants = requiredGrants
        self.location = location
    }
}
