// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// How backends of one connection are opened and what is settled before their first statement.
package struct BackendOptions: Sendable, Equatable {
    /// The connection's name in the configuration, for error texts.
    package var name: String
    /// libpq's connection string or URI.
    package var conninfo: String
    /// Of opening one backend, over all hosts and until it has answered its first Sync.
    package var connectTimeout: Duration = .seconds(15)
    /// The backend's own `statement_timeout`, a second net under the proxy's; zero: none.
    package var statementTimeout: Duration = .zero
    /// The backend's own `idle_in_transaction_session_timeout`; zero: none.
    package var idleInTransactionTimeout: Duration = .zero
    /// Admits servers of a major version that was never tested (R2).
    package var allowsUntestedServer = false

    package init(name: String, conninfo: String) {
        self.name = name
        self.conninfo = conninfo
    }

    /// Major versions that were tested (R2).
    package static let testedMajorVersions: Set<Int> = [15]

    /// The settings every backend starts with (R1).
    ///
    /// As startup options they are also what RESET goes back to.
    ///
    /// `pg_temp` is named because it would else be searched first.
    var pinnedSettings: [(name: String, value: String)] {
        [
            ("standard_conforming_strings", "on"),
            ("backslash_quote", "safe_encoding"),
            ("search_path", "pg_catalog,pg_temp"),
            ("row_security", "on"),
            ("transform_null_equals", "off"),
            ("default_transaction_read_only", "on"),
            // A query of the catalogs is long once it is filtered: compiling it took a minute where
            // running it takes milliseconds.
            ("jit", "off"),
            ("DateStyle", "ISO,MDY"),
            ("IntervalStyle", "postgres"),
            ("statement_timeout", Self.milliseconds(statementTimeout)),
            (
                "idle_in_transaction_session_timeout",
                Self.milliseconds(idleInTransactionTimeout)
            ),
        ]
    }

    /// What a backend's ParameterStatus must say; anything else closes it (R1, R2).
    package static let pinnedParameters: [String: String] = [
        "client_encoding": "UTF8",
        "server_encoding": "UTF8",
        "standard_conforming_strings": "on",
    ]

    private static func milliseconds(_ duration: Duration) -> String {
        String(max(0, duration.wholeMilliseconds))
    }
}

extension Duration {
    /// Rounded up, so that waiting that long is never too short.
    var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (whole, rest) = attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000_000_000)
        return seconds * 1000 + whole + (rest > 0 ? 1 : 0)
    }
}
