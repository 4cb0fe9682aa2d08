// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides what becomes of a model key that nothing here reads.
///
/// Omni adds presentation keys all the time, and they are passed over. A key whose name speaks of access
/// may be protection that is not understood (or understood, but misspelt), and stops the load (spec 5).
enum AccessKeys {
    private static let stems = [
        "access", "attribute", "catalog", "deny", "extend", "filter", "grant", "having", "hidden",
        "hide", "ignored", "include", "join", "mask", "permi", "polic", "require", "restrict",
        "role", "schema", "secur", "sql", "table", "unless", "visib", "where",
    ]

    static func mayBearOnAccess(_ key: String) -> Bool {
        let key = key.lowercased()
        return stems.contains { key.contains($0) }
    }
}

extension SettingReader {
    /// Ends the reading of a model object: presentation keys are passed over, keys that may bear on
    /// access are errors.
    ///
    /// - Parameter presentation: Keys known to have no bearing whatever their name says.
    func finishModelObject(presentation: Set<String> = []) {
        pass(over: presentation)
        for key in remainingKeys where AccessKeys.mayBearOnAccess(key) {
            report("unknown key that may bear on access", key: key)
        }
    }
}
