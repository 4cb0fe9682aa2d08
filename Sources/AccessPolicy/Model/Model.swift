// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// An Omni model as far as it bears on access, read for one connection (view names depend on the
/// connection's default schema).
package struct Model: Sendable, Equatable {
    /// A schema whose tables are those of a template and whose physical name is the user's attribute.
    package struct DynamicSchema: Sendable, Equatable {
        package var name: String
        package var fromSchema: String
        package var userAttribute: String
        package var location: SourceLocation

        package init(
            name: String,
            fromSchema: String,
            userAttribute: String,
            location: SourceLocation
        ) {
            self.name = name
            self.fromSchema = fromSchema
            self.userAttribute = userAttribute
            self.location = location
        }
    }

    package var name: String
    package var views: [String: ModelView]
    package var relationships: [Relationship]
    package var defaultAccessFilters: [AccessFilter]
    /// By name.
    package var dynamicSchemas: [String: DynamicSchema]
    /// Names of the shared extensions in `<Model>.extensions`, which cannot be opened yet.
    package var extensionNames: Set<String>

    package init(
        name: String,
        views: [String: ModelView] = [:],
        relationships: [Relationship] = [],
        defaultAccessFilters: [AccessFilter] = [],
        dynamicSchemas: [String: DynamicSchema] = [:],
        extensionNames: Set<String> = []
    ) {
        self.name = name
        self.views = views
        self.relationships = relationships
        self.defaultAccessFilters = defaultAccessFilters
        self.dynamicSchemas = dynamicSchemas
        self.extensionNames = extensionNames
    }
}
