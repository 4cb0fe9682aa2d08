// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What plain SQL may reach on a connection (`[connections.x.sql]`).
package struct SQLRules: Sendable, Equatable {
    /// Views that may be read without a row filter.
    ///
    /// A filter that exists applies all the same.
    package enum UnfilteredViews: Sendable, Equatable {
        case all
        case named(Set<String>)

        package func contains(_ view: String) -> Bool {
            switch self {
            case .all: true
            case .named(let names): names.contains(view)
            }
        }
    }

    package var unfilteredViews: UnfilteredViews
    /// User-defined functions that may be called.
    package var extraFunctions: Set<Catalog.QualifiedName>
    /// Extensions whose functions, operators and types may be used.
    package var extensions: Set<String>
    /// Opens ctid, xmin and tableoid (R27).
    package var allowsSystemColumns: Bool
    /// Filters for plain tables, beside those of the model.
    package var accessFilters: [AccessFilter]
    /// The schema that clients find topics in.
    package var topicsSchema = topicsSchemaDefault

    package static let topicsSchemaDefault = "topics"

    package init(
        unfilteredViews: UnfilteredViews = .named([]),
        extraFunctions: Set<Catalog.QualifiedName> = [],
        extensions: Set<String> = [],
        allowsSystemColumns: Bool = false,
        accessFilters: [AccessFilter] = []
    ) {
        self.unfilteredViews = unfilteredViews
        self.extraFunctions = extraFunctions
        self.extensions = extensions
        self.allowsSystemColumns = allowsSystemColumns
        self.accessFilters = accessFilters
    }
}
