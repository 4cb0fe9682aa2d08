// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What may be the name of a schema that a user attribute chooses.
package enum PhysicalSchemaName {
    /// `NAMEDATALEN` - 1, pg_config_manual.h: a longer name would be cut and mean another schema.
    private static let bytesMax = 63

    /// Schemas of the server itself, which no rule of ours may open.
    package static func isSystem(_ name: String) -> Bool {
        name.hasPrefix("pg_") || name == "information_schema"
    }

    /// Whether a value may be read as a schema name at all.
    package static func isAcceptable(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= bytesMax && !name.utf8.contains(0) && !isSystem(name)
    }
}
