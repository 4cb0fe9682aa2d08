// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The one allow-list of settings (R65): SET, SET LOCAL, RESET, SHOW, startup parameters and what
/// stands in `options` all ask here.
package enum SettingPolicy {
    /// What becomes of a SET or of a startup parameter.
    package enum Resolution: Sendable, Equatable {
        /// Goes to the backend, under its canonical name and with a checked value.
        case forwarded(name: String, value: String)
        /// Stays with the session.
        case virtual(name: String, value: String)
        /// Accepted, and nothing changes.
        case fixedNoEffect(name: String)
    }

    /// Resolves the setting of a value.
    ///
    /// - Parameters:
    ///   - name: In any case, as the client wrote it.
    ///   - value: The value's text; the elements of a list separated by `, `.
    /// - Returns: Where the value goes.
    /// - Throws: 42704 for a name that does not exist, 42501 for one that is refused, 55P02 for one
    ///   that can only be shown, 22023 for a bad value.
    package static func resolve(
        name: String,
        value: String
    ) throws(ProxyError) -> Resolution {
        let setting = try known(name)
        switch setting.rule {
        case .forwarded(let check):
            return .forwarded(name: setting.name, value: try check.apply(value, to: setting.name))
        case .virtual(let check):
            return .virtual(name: setting.name, value: try check.apply(value, to: setting.name))
        case .noEffect(let check):
            _ = try check.apply(value, to: setting.name)
            return .fixedNoEffect(name: setting.name)
        case .shown, .shownVirtual:
            throw ProxyError(
                .cantChangeRuntimeParameter,
                "parameter \"\(setting.name)\" cannot be changed"
            )
        }
    }

    /// The name as the server spells it, such as `DateStyle`; nil for a setting that a client may
    /// neither set nor show.
    package static func canonicalName(_ name: String) -> String? {
        table[folded(name)]?.name
    }

    /// How RESET of a setting, or SET to DEFAULT, is done.
    ///
    /// - Returns: Its canonical name, and whether it lives in the session.
    /// - Throws: As `resolve`.
    package static func reset(
        name: String
    ) throws(ProxyError) -> (name: String, isVirtual: Bool, hasEffect: Bool) {
        let setting = try known(name)
        switch setting.rule {
        case .forwarded: return (setting.name, false, true)
        case .virtual: return (setting.name, true, true)
        case .noEffect: return (setting.name, false, false)
        case .shown, .shownVirtual:
            throw ProxyError(
                .cantChangeRuntimeParameter,
                "parameter \"\(setting.name)\" cannot be changed"
            )
        }
    }

    /// How SHOW of a setting is done: what is refused is shown as if it did not exist.
    ///
    /// - Returns: Its canonical name, and whether the session answers it.
    /// - Throws: 42704.
    package static func show(
        name: String
    ) throws(ProxyError) -> (name: String, isVirtual: Bool) {
        guard let setting = table[folded(name)] else { throw unrecognized(name) }
        switch setting.rule {
        case .virtual, .shownVirtual: return (setting.name, true)
        case .forwarded, .noEffect, .shown: return (setting.name, false)
        }
    }

    /// All that SHOW knows.
    static let shownNames: [String] = settings.map(\.0)

    /// The settings whose value the session supplies to SHOW.
    package static let virtualNames: [String] = table.values.compactMap { setting in
        switch setting.rule {
        case .virtual, .shownVirtual: setting.name
        case .forwarded, .noEffect, .shown: nil
        }
    }.sorted()

    /// The settings that SHOW reads from the backend.
    package static let backendNames: [String] = table.values.compactMap { setting in
        switch setting.rule {
        case .virtual, .shownVirtual: nil
        case .forwarded, .noEffect, .shown: setting.name
        }
    }.sorted()

    // MARK: the table

    private enum Rule {
        case forwarded(SettingValue)
        case virtual(SettingValue)
        case noEffect(SettingValue)
        case shown
        case shownVirtual
    }

    private struct Setting {
        let name: String
        let rule: Rule
    }

    private static func known(_ name: String) throws(ProxyError) -> Setting {
        let key = folded(name)
        if let setting = table[key] { return setting }
        guard KnownSettings.contains(key) else { throw unrecognized(name) }
        throw ProxyError(
            .insufficientPrivilege,
            "permission denied to set parameter \"\(key)\""
        )
    }

    private static func unrecognized(_ name: String) -> ProxyError {
        ProxyError(.undefinedObject, "unrecognized configuration parameter \"\(name)\"")
    }

    private static func folded(_ name: String) -> String { name.lowercased() }

    private static let table: [String: Setting] = {
        var table: [String: Setting] = [:]
        for (name, rule) in settings { table[folded(name)] = Setting(name: name, rule: rule) }
        return table
    }()

    private static let settings: [(String, Rule)] = [
        // Forwarded.
        ("DateStyle", .forwarded(.words(SettingValue.dateStyles))),
        ("IntervalStyle", .forwarded(.oneOf(SettingValue.intervalStyles))),
        ("TimeZone", .forwarded(.zone)),
        ("extra_float_digits", .forwarded(.number(-15...3))),
        ("bytea_output", .forwarded(.oneOf(["hex", "escape"]))),
        ("default_text_search_config", .forwarded(.textSearch)),
        ("lc_monetary", .forwarded(.locale)),
        ("lc_numeric", .forwarded(.locale)),
        ("lc_time", .forwarded(.locale)),
        ("escape_string_warning", .forwarded(.boolean)),
        ("quote_all_identifiers", .forwarded(.boolean)),

        // Forwarded within bounds.
        ("statement_timeout", .forwarded(.duration)),
        ("lock_timeout", .forwarded(.duration)),
        ("idle_in_transaction_session_timeout", .forwarded(.duration)),
        ("client_min_messages", .forwarded(.oneOf(["notice", "warning", "error"]))),
        ("default_transaction_isolation", .forwarded(.oneOf(SettingValue.isolations))),
        ("transaction_isolation", .forwarded(.oneOf(SettingValue.isolations))),
        ("default_transaction_deferrable", .forwarded(.boolean)),
        ("transaction_deferrable", .forwarded(.boolean)),

        // Kept in the session.
        ("search_path", .virtual(.any)),
        ("application_name", .virtual(.any)),
        ("role", .virtual(.oneOf(["none"]))),
        ("session_authorization", .virtual(.any)),

        // Fixed: the only value that is, or without an effect (R10).
        ("array_nulls", .noEffect(.fixed(true))),
        ("client_encoding", .noEffect(.encoding)),
        ("standard_conforming_strings", .noEffect(.fixed(true))),
        ("row_security", .noEffect(.fixed(true))),
        ("jit", .noEffect(.fixed(false))),
        // A backend is idle in its pool: it would be gone when the next session is given it.
        ("idle_session_timeout", .noEffect(.duration)),
        ("xmloption", .noEffect(.oneOf(["content", "document"]))),
        ("default_transaction_read_only", .noEffect(.boolean)),
        ("transaction_read_only", .noEffect(.boolean)),

        // To be looked at.
        ("server_version", .shown), ("server_version_num", .shown), ("server_encoding", .shown),
        ("integer_datetimes", .shown), ("in_hot_standby", .shown),
        ("max_identifier_length", .shown), ("max_index_keys", .shown), ("block_size", .shown),
        ("default_table_access_method", .shown),
        ("lc_collate", .shown), ("lc_ctype", .shown), ("timezone_abbreviations", .shown),
        ("is_superuser", .shownVirtual), ("ssl", .shownVirtual),
        ("omni.user", .shownVirtual), ("omni.connection", .shownVirtual),
        ("omni.environment", .shownVirtual), ("omni.model", .shownVirtual),
        ("omni.role", .shownVirtual), ("omni.attributes", .shownVirtual),
        ("omni.impersonator", .shownVirtual), ("omni.rewrite", .shownVirtual),
    ]
}
