// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads access grants and the lists that require them.
enum GrantReader {
    static func grants(_ reader: SettingReader?) -> [String: AccessGrant] {
        var grants: [String: AccessGrant] = [:]
        for (name, entry) in reader?.remainingTables() ?? [] {
            let attribute = entry.requiredString("user_attribute")
            let values = entry.texts("allowed_values")
            if entry.setting("allowed_values") == nil {
                entry.log.report(
                    "missing key",
                    at: entry.location,
                    key: entry.path.appending("allowed_values")
                )
            }
            // AccessBoost has no counterpart in a SQL session (omni-reference 3.7).
            _ = entry.boolean("access_boostable")
            entry.pass(over: ["description", "label"])
            entry.finish()
            grants[name] = AccessGrant(
                name: name,
                userAttribute: attribute ?? "",
                allowedValues: values ?? [],
                location: entry.location
            )
        }
        return grants
    }

    /// Reads `required_access_grants`, `mask_unless_access_grants` and the like.
    ///
    /// - Parameters:
    ///   - key: The key of the list.
    ///   - reader: The object that carries it.
    ///   - known: The grants of the model; another name is an error.
    /// - Returns: The requirement, an empty one for an empty list; nil when there is no list, or when it
    ///   cannot be read, which is reported.
    static func requirement(
        _ key: String,
        in reader: SettingReader,
        known: [String: AccessGrant]
    ) -> GrantRequirement? {
        guard reader.setting(key) != nil, let elements = reader.strings(key) else { return nil }
        let requirement = GrantRequirement(elements, location: reader.location(of: key))
        for name in requirement.names where known[name] == nil {
            reader.report("no access grant \"\(name)\" is defined", key: key)
        }
        return requirement
    }
}

extension Substring {
    /// Without blanks at either end.
    var trimmed: String {
        var rest = self
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return String(rest)
    }
}
