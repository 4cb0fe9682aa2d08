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
    /// By name; none is evaluated yet.
    package var accessGrants: [String: AccessGrant]
    /// Not served yet.
    package var topics: [ModelTopic]
    /// Names of the shared extensions in `<Model>.extensions`, which cannot be opened yet.
    package var extensionNames: Set<String>

    package init(
        name: String,
        views: [String: ModelView] = [:],
        relationships: [Relationship] = [],
        defaultAccessFilters: [AccessFilter] = [],
        dynamicSchemas: [String: DynamicSchema] = [:],
        accessGrants: [String: AccessGrant] = [:],
        topics: [ModelTopic] = [],
        extensionNames: Set<String> = []
    ) {
        self.name = name
        self.views = views
        self.relationships = relationships
        self.defaultAccessFilters = defaultAccessFilters
        self.dynamicSchemas = dynamicSchemas
        self.accessGrants = accessGrants
        self.topics = topics
        self.extensionNames = extensionNames
    }
}

extension Model {
    /// The view of a name, former names included.
    package func view(named name: String) -> ModelView? {
        views[name] ?? views.values.first { $0.aliases.contains(name) }
    }

    /// Whether a filter may name it: a view, or the alias of a join.
    package func knowsView(_ name: String) -> Bool {
        view(named: name) != nil || relationships.contains { $0.alias == name }
    }
}
