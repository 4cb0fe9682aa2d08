// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A row filter as Omni's YAML or `[[connections.x.sql.access_filters]]` writes it.
package struct AccessFilter: Sendable, Equatable {
    /// The view whose rows are filtered; nil: that of `field`, or every view that has an unscoped field.
    package var view: String?
    package var field: FieldReference
    package var userAttribute: String
    /// A user whose sole value is one of these is not filtered by this entry.
    package var valuesForUnfiltered: [String]
    /// Compare with LIKE; the attribute value carries the wildcards.
    package var usesWildcards: Bool
    package var location: SourceLocation

    package init(
        view: String? = nil,
        field: FieldReference,
        userAttribute: String,
        valuesForUnfiltered: [String] = [],
        usesWildcards: Bool = false,
        location: SourceLocation
    ) {
        self.view = view
        self.field = field
        self.userAttribute = userAttribute
        self.valuesForUnfiltered = valuesForUnfiltered
        self.usesWildcards = usesWildcards
        self.location = location
    }
}

/// `view.field`, or `field` of whatever view is at hand.
package struct FieldReference: Sendable, Hashable, CustomStringConvertible {
    package var view: String?
    package var field: String

    package init(view: String? = nil, field: String) {
        self.view = view
        self.field = field
    }

    /// Splits at the last dot; nil for an empty part.
    package init?(_ text: String) {
        guard let dot = text.lastIndex(of: ".") else {
            guard !text.isEmpty else { return nil }
            self.init(field: text)
            return
        }
        let view = text[..<dot]
        let field = text[text.index(after: dot)...]
        guard !view.isEmpty, !field.isEmpty else { return nil }
        self.init(view: String(view), field: String(field))
    }

    package var description: String { view.map { "\($0).\(field)" } ?? field }
}
