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
            if values == nil {
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

    /// Reads `required_access_grants` or `mask_unless_access_grants`: an array whose elements join grant
    /// names by `|` and `&`.
    ///
    /// - Parameters:
    ///   - key: The key of the list.
    ///   - reader: The object that carries it.
    ///   - known: The grants of the model; another name is an error.
    /// - Returns: Whether anything is required; a list that cannot be read requires something.
    static func requires(
        _ key: String,
        in reader: SettingReader,
        known: [String: AccessGrant]
    ) -> Bool {
        guard reader.setting(key) != nil else { return false }
        guard let elements = reader.strings(key) else { return true }
        for element in elements {
            for name in element.split(
                omittingEmptySubsequences: false,
                whereSeparator: { $0 == "|" || $0 == "&" }
            ) {
                let name = name.trimmed
                if known[name] == nil {
                    reader.report("no access grant \"\(name)\" is defined", key: key)
                }
            }
        }
        return !elements.isEmpty
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
