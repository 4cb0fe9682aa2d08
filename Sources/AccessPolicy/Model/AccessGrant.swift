// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A named condition on a user attribute; see `Model.grantsHeld(with:)`.
package struct AccessGrant: Sendable, Equatable {
    package var name: String
    package var userAttribute: String
    /// Held by users with any of these.
    package var allowedValues: [String]
    package var location: SourceLocation

    package init(
        name: String,
        userAttribute: String,
        allowedValues: [String],
        location: SourceLocation
    ) {
        self.name = name
        self.userAttribute = userAttribute
        self.allowedValues = allowedValues
        self.location = location
    }
}
