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
    /// By name.
    package var accessGrants: [String: AccessGrant]
    /// What topics without a list of their own require (`default_topic_required_access_grants`).
    package var defaultTopicRequiredGrants: GrantRequirement?
    package var topics: [ModelTopic]
    /// Nil: weeks begin on Monday.
    package var weekStart: WeekStart.Rule?
    /// The time frames of dimensions that list none (`default_timeframes`); nil: the standard ones.
    package var defaultTimeframes: [String]?
    /// Which extensions govern whom (`dynamic_shared_extensions`); empty: nobody is sent to one.
    package var extensionRoutes: [ExtensionRoute] = []
    /// Of an extension: the models it extends, the shared model first.
    ///
    /// What each of them protects stays protected,
    /// whatever the extension says about it.
    package var parents: [Model] = []

    package init(
        name: String,
        views: [String: ModelView] = [:],
        relationships: [Relationship] = [],
        defaultAccessFilters: [AccessFilter] = [],
        dynamicSchemas: [String: DynamicSchema] = [:],
        accessGrants: [String: AccessGrant] = [:],
        defaultTopicRequiredGrants: GrantRequirement? = nil,
        topics: [ModelTopic] = []
    ) {
        self.name = name
        self.views = views
        self.relationships = relationships
        self.defaultAccessFilters = defaultAccessFilters
        self.dynamicSchemas = dynamicSchemas
        self.accessGrants = accessGrants
        self.defaultTopicRequiredGrants = defaultTopicRequiredGrants
        self.topics = topics
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

    /// The extensions that govern somebody with these attributes, in the order in which they are laid
    /// over the model.
    ///
    /// - Parameters:
    ///   - attributes: The user's.
    ///   - known: The extensions that exist.
    /// - Returns: Empty when the model sends nobody anywhere; nil when an entry has nothing for the user
    ///
    package func extensions(
        for attributes: [String: [String]],
        among known: Set<String>
    ) -> [String]? {
        var names: [String] = []
        for route in extensionRoutes {
            let found = route.extensions(for: attributes, among: known)
            guard !found.isEmpty else { return nil }
            for name in found where !names.contains(name) { names.append(name) }
        }
        return names
    }
}
