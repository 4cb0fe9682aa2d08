// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads a topic for what bears on access, and for mistakes in it; topics are not served yet.
enum TopicReader {
    static func topic(
        _ name: String,
        _ reader: SettingReader,
        grants: [String: AccessGrant]
    ) -> ModelTopic {
        let filters = reader.array("access_filters")?.compactMap {
            AccessFilterReader.filter(SettingReader($0, log: reader.log), namesView: false)
        }
        // About pickers: Omni says itself that it closes nothing (omni-reference 3.6).
        _ = GrantReader.requirement("hidden_unless_access_grants", in: reader, known: grants)
        let topic = ModelTopic(
            name: name,
            baseView: reader.string("base_view") ?? name,
            accessFilters: filters,
            requiredGrants: GrantReader.requirement(
                "required_access_grants",
                in: reader,
                known: grants
            ),
            location: reader.location
        )
        reader.finishModelObject(presentation: [
            "always_having_filters", "always_having_sql", "always_where_filters",
            "always_where_sql", "cache_policy", "default_filters", "extends", "hidden", "joins",
            "relationships", "template", "views",
        ])
        return topic
    }
}
