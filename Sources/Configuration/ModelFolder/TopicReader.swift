// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads a topic for mistakes in what bears on access; topics themselves are not served yet.
enum TopicReader {
    static func check(_ reader: SettingReader, grants: [String: AccessGrant]) {
        for entry in reader.array("access_filters") ?? [] {
            _ = AccessFilterReader.filter(
                SettingReader(entry, log: reader.log),
                namesView: false
            )
        }
        for key in ["required_access_grants", "hidden_unless_access_grants"] {
            _ = GrantReader.requires(key, in: reader, known: grants)
        }
        reader.finishModelObject(presentation: [
            "always_having_filters", "always_having_sql", "always_where_filters",
            "always_where_sql", "base_view", "cache_policy", "default_filters", "extends",
            "hidden", "joins", "relationships", "template", "views",
        ])
    }
}
