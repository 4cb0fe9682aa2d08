// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

@Suite struct SettingPolicyTests {
    @Test(arguments: [
        (
            "datestyle", "iso, DMY",
            SettingPolicy.Resolution.forwarded(name: "DateStyle", value: "iso, dmy")
        ),
        ("CLIENT_ENCODING", "utf-8", .fixedNoEffect(name: "client_encoding")),
        ("application_name", "psql", .virtual(name: "application_name", value: "psql")),
        ("statement_timeout", "30 s", .forwarded(name: "statement_timeout", value: "30 s")),
        ("extra_float_digits", "3", .forwarded(name: "extra_float_digits", value: "3")),
        (
            "default_transaction_read_only", "off",
            .fixedNoEffect(name: "default_transaction_read_only")
        ),
        (
            "default_text_search_config", "english",
            .forwarded(name: "default_text_search_config", value: "pg_catalog.english")
        ),
    ])
    func allowedSettingsGoWhereTheyBelong(
        name: String,
        value: String,
        expected: SettingPolicy.Resolution
    ) throws {
        #expect(try SettingPolicy.resolve(name: name, value: value) == expected)
    }

    @Test(arguments: [
        ("client_encoding", "LATIN1", "22023"), ("client_encoding", "SJIS", "22023"),
        ("standard_conforming_strings", "off", "22023"), ("row_security", "off", "22023"),
        ("client_min_messages", "debug1", "22023"), ("client_min_messages", "log", "22023"),
        ("enable_seqscan", "off", "42501"), ("backslash_quote", "on", "42501"),
        ("session_replication_role", "replica", "42501"), ("plan_cache_mode", "auto", "42501"),
        ("no_such_thing", "1", "42704"), ("app.user", "x", "42704"), ("omni.user", "x", "55P02"),
        ("server_version", "16", "55P02"), ("statement_timeout", "-1", "22023"),
        ("TimeZone", "'; DROP", "22023"), ("jit", "on", "22023"), ("role", "postgres", "22023"),
    ])
    func otherSettingsAreRefused(name: String, value: String, code: String) {
        let error = #expect(throws: ProxyError.self) {
            try SettingPolicy.resolve(name: name, value: value)
        }
        #expect(error?.sqlState.code == code)
    }

    @Test func refusedSettingsAreShownAsIfTheyDidNotExist() throws {
        let error = #expect(throws: ProxyError.self) { try SettingPolicy.show(name: "work_mem") }
        #expect(error?.sqlState == .undefinedObject)
        #expect(try SettingPolicy.show(name: "TIMEZONE") == (name: "TimeZone", isVirtual: false))
        #expect(try SettingPolicy.show(name: "omni.role").isVirtual)
    }
}
