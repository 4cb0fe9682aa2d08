// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A topic as far as plain SQL cares: what it filters, so that a weaker rule for its table is noticed.
package struct ModelTopic: Sendable, Equatable {
    package var name: String
    /// The view whose rows it shows.
    package var baseView: String
    /// Its own filters, which replace the model's; nil: it has the model's, empty: it opted out.
    package var accessFilters: [AccessFilter]?
    /// Its own requirement, which replaces the model's; nil: it has the model's.
    package var requiredGrants: GrantRequirement?
    package var location: SourceLocation

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
