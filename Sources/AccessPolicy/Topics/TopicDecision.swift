// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What became of one topic of the model for one user.
package struct TopicDecision: Sendable {
    package enum Outcome: Sendable {
        case open(GovernedTopic)
        /// It does not exist for the user.
        case absent(reason: String, location: SourceLocation)
    }

    /// One access filter of the topic, and what it came to.
    package struct AppliedFilter: Sendable {
        package var summary: String
        package var location: SourceLocation
    }

    /// A view, join or field that is not there, and why.
    package struct Omission: Sendable {
        package var reason: String
        package var location: SourceLocation
    }

    package var name: String
    package var location: SourceLocation
    package var outcome: Outcome
    package var filters: [AppliedFilter] = []
    package var omissions: [Omission] = []
}
