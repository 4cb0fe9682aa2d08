// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The settings a session has made beyond the pinned ones, as one piece of SQL.
///
/// Bundles are interned per loop: the same settings are the same object, so comparing what a backend has
/// with what a session wants is comparing two references.
final class SettingsBundle {
    /// Complete `SET` statements separated by semicolons; empty for none.
    let sql: String
    /// What brings a backend from other settings to these: back to the pinned ones, then these.
    private let applyText: [UInt8]
    /// The same from settings that end statements early, which would end these as well: that first.
    private let hurriedApplyText: [UInt8]
    private let endsStatements: Bool

    init(sql: String) {
        self.sql = sql
        let text = sql.isEmpty ? "RESET ALL" : "RESET ALL; \(sql)"
        applyText = Array(text.utf8)
        hurriedApplyText = Array("RESET statement_timeout; \(text)".utf8)
        endsStatements = sql.contains("statement_timeout")
    }

    /// What brings a backend from `previous` to these settings.
    func applyText(after previous: SettingsBundle) -> [UInt8] {
        previous.endsStatements ? hurriedApplyText : applyText
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

    /// Reads a backend's settings as they were changed in the session: `SettingsReading` takes the rows.
    ///
    /// Asking the server is exact where book-keeping is not: ROLLBACK, ROLLBACK TO and SET LOCAL all change
    /// what is in force. `backslash_quote` stands in for virtual settings and never has another value. The
    /// session's statement_timeout may be too short for this question, so it is read by itself and out of
    /// force for the rest; each statement of a message has its own time.
    static let captureText = Array(
        """
        SHOW statement_timeout; SET LOCAL statement_timeout TO DEFAULT; SHOW statement_timeout; \
        SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format('SET SESSION %I TO %L', s.name, \
        s.setting), '; ' ORDER BY s.name), '') FROM pg_catalog.pg_settings AS s \
        WHERE s.source OPERATOR(pg_catalog.=) 'session' \
        AND s.name OPERATOR(pg_catalog.<>) 'backslash_quote' \
        AND s.name OPERATOR(pg_catalog.<>) 'statement_timeout'
        """.utf8
    )
}

/// What `SettingsBundles.captureText` brings.
struct SettingsReading {
    /// The session's statement_timeout, the default, and all others as SET statements.
    private var rows: [String] = []

    mutating func append(_ row: UnsafeRawBufferPointer) {
        rows.append(String(decoding: row, as: UTF8.self))
    }

    /// SET statements; nil when the question was not answered to its end.
    var sql: String? {
        guard rows.count == 3 else { return nil }
        guard rows[0] != rows[1] else { return rows[2] }
        // Digits and a unit.
        let timeout = "SET SESSION statement_timeout TO '\(rows[0])'"
        return rows[2].isEmpty ? timeout : "\(rows[2]); \(timeout)"
    }
}
