// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import LoginTokens

/// `[listen]`: where clients come in, and how many.
package struct ListenSettings: Sendable, Equatable {
    package var addresses: [ListenAddress] = [.tcp(host: "127.0.0.1", port: 6432)]
    /// Event loops; 0: one per core.
    package var workers = 0
    package var maxClients = 10_000
    /// From accept to the end of authentication.
    package var loginTimeout: Duration = .seconds(15)
    /// Of a client that sends nothing; zero: never.
    package var idleTimeout: Duration = .zero
    /// What running transactions get at shutdown.
    package var drainTimeout: Duration = .seconds(30)
    package var tls = ListenTLSSettings()
    /// Nil: tokens log nobody in.
    package var tokens: ListenTokenSettings?

    package init() {}
}

/// One place to listen at.
package enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// `host` is a name or a numeric address, without brackets.
    case tcp(host: String, port: UInt16)
    /// The socket is `<directory>/.s.PGSQL.<port>`, as PostgreSQL names it.
    case unix(directory: String, port: UInt16)

    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let directory, let port): "unix:\(directory):\(port)"
        }
    }
}

/// `[listen.tls]`.
package struct ListenTLSSettings: Sendable, Equatable {
    package enum Mode: String, Sendable, CaseIterable {
        case off
        case prefer
        case require
    }

    package var mode: Mode = .off
    /// Path of a PEM file, resolved against the folder of the configuration; set unless `mode` is off.
    package var certificate: String?
    package var privateKey: String?
    /// A verified client certificate whose CN is the user logs in without a password.
    package var clientCA: String?

    package init() {}
}

/// `[listen.tokens]`: signed tokens in the place of passwords.
package struct ListenTokenSettings: Sendable, Equatable {
    package var rules: TokenRules
    /// Every login over TLS is asked for a token; else those alone that say `omni.login=token`.
    package var isRequired: Bool
}
