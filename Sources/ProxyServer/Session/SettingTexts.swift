// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import SQLRewrite

/// The SQL that stands on a backend for statements about settings of the session.
enum SettingTexts {
    /// SHOW of a setting that lives in the session.
    static func shown(_ name: String, value: String) -> String {
        let column = name.replacing("\"", with: "\"\"")
        return "SELECT \(literal(value))::pg_catalog.text AS \"\(column)\""
    }

    static func set(_ name: String, _ value: String, isLocal: Bool) -> String {
        "SET \(isLocal ? "LOCAL" : "SESSION") \(name) TO \(literal(value))"
    }

    /// SHOW ALL: the settings that a client may show, as the backend or the session has them (R66).
    ///
    /// - Parameter value: The session's own settings.
    /// - Returns: A query with the columns of SHOW ALL.
    static func allShown(_ value: (String) -> String) -> String {
        let virtual = SettingPolicy.virtualNames
        let own = virtual.map { "(\(literal($0)), \(literal(value($0))))" }
        let backend = SettingPolicy.backendNames.map(literal)
        return """
            SELECT v.name, v.setting, COALESCE(s.short_desc, '') AS description FROM \
            (SELECT b.name, pg_catalog.current_setting(b.name) AS setting FROM \
            pg_catalog.unnest(ARRAY[\(backend.joined(separator: ", "))]) AS b(name) \
            UNION ALL VALUES \(own.joined(separator: ", "))) AS v(name, setting) \
            LEFT JOIN pg_catalog.pg_settings AS s ON s.name OPERATOR(pg_catalog.=) v.name \
            ORDER BY pg_catalog.lower(v.name) COLLATE pg_catalog."C"
            """
    }

    private static func literal(_ value: String) -> String {
        "'\(value.replacing("'", with: "''"))'"
    }
}
