// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A user attribute as the organisation defines it (Omni: Reference, Type, Multiple values, Default).
package struct AttributeDefinition: Sendable, Equatable {
    /// What values an attribute takes; values of the wrong kind never get into a directory.
    package enum Kind: String, Sendable, CaseIterable {
        case string
        /// A decimal number, kept as text so that no digit is lost.
        case number
    }

    package var name: String
    package var kind: Kind
    package var isMultiple: Bool
    /// What every user without an assigned value has; nil: such users have no value at all.
    package var defaultValues: [String]?
    package var location: SourceLocation

    package init(
        name: String,
        kind: Kind,
        isMultiple: Bool,
        defaultValues: [String]?,
        location: SourceLocation
    ) {
        self.name = name
        self.kind = kind
        self.isMultiple = isMultiple
        self.defaultValues = defaultValues
        self.location = location
    }
}
