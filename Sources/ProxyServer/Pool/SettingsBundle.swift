// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The settings a session has made beyond the pinned ones, as one piece of SQL.
///
/// Bundles are interned per loop: the same settings are the same object, so comparing what a backend has
/// with what a session wants is comparing two references.
final class SettingsBundle {
    /// Complete `SET` statements separated by semicolons; empty for none.
    let sql: String
    /// What brings a backend from any settings to these: back to the pinned ones, then these.
    let applyText: [UInt8]

    init(sql: String) {
        self.sql = sql
        self.applyText = Array((sql.isEmpty ? "RESET ALL" : "RESET ALL; \(sql)").utf8)
    }
}

/// The bundles in use on one loop.
struct SettingsBundles {
    /// Beyond this many the table starts anew; bundles in use live on with their users.
    private static let bundlesMax = 1024

    let base = SettingsBundle(sql: "")
    private var known: [String: SettingsBundle] = [:]

    mutating func bundle(_ sql: String) -> SettingsBundle {
        if sql.isEmpty { return base }
        if let bundle = known[sql] { return bundle }
        if known.count >= Self.bundlesMax { known = [:] }
        let bundle = SettingsBundle(sql: sql)
        known[sql] = bundle
        return bundle
    }

    /// Reads a backend's settings as they were changed in the session, as SET statements.
    ///
    /// Asking the server is exact where book-keeping is not: ROLLBACK, ROLLBACK TO and SET LOCAL all change
    /// what is in force. `backslash_quote` stands in for virtual settings and never has another value.
    static let captureText = Array(
        """
        SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('SET SESSION %I TO %L', s.name, \
        s.setting), '; ' ORDER BY s.name), '') FROM pg_catalog.pg_settings AS s \
        WHERE s.source OPERATOR(pg_catalog.=) 'session' \
        AND s.name OPERATOR(pg_catalog.<>) 'backslash_quote'
        """.utf8
    )
}
