// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What is true of one session alone: a rewritten text that says any of it is not shared (R73, R85).
package struct SessionFacts: Sendable, Equatable {
    /// The process id that the client was given for cancel requests.
    package var processID: Int32
    /// Address and port of the client, nil for a socket without.
    package var clientAddress: String?
    package var clientPort: Int?
    /// Address and port that the client connected to.
    package var serverAddress: String?
    package var serverPort: Int?
    /// When the session began, in seconds since the epoch.
    package var startedAt: Int
    /// When the proxy began, likewise.
    package var proxyStartedAt: Int
    package var usesTLS: Bool
    /// Values of the settings that the proxy keeps, by canonical name.
    package var settings: [String: String]
    package var statements: [PreparedStatement] = []
    /// Cursors and portals that are open, or about to be.
    package var cursors: [Cursor] = []
    /// The client's text that is being rewritten, as much of it as pg_stat_activity shows.
    var query = ""

    /// One of the session's prepared statements, in its own words (R72).
    package struct PreparedStatement: Sendable, Equatable {
        package var name: [UInt8]
        package var text: [UInt8]
        /// Microseconds since the epoch.
        package var preparedAt: UInt64
        package var isSQL: Bool
        /// What a backend that has it calls it.
        package var serverName: [UInt8]
        /// As declared, 0 for what the server infers.
        package var parameterTypes: [UInt32]

        package init(
            name: [UInt8],
            text: [UInt8],
            preparedAt: UInt64,
            isSQL: Bool,
            serverName: [UInt8],
            parameterTypes: [UInt32]
        ) {
            self.name = name
            self.text = text
            self.preparedAt = preparedAt
            self.isSQL = isSQL
            self.serverName = serverName
            self.parameterTypes = parameterTypes
        }
    }

    package struct Cursor: Sendable, Equatable {
        package var name: [UInt8]
        package var text: [UInt8]

        package init(name: [UInt8], text: [UInt8]) {
            self.name = name
            self.text = text
        }
    }

    package init(
        processID: Int32 = 1,
        clientAddress: String? = nil,
        clientPort: Int? = nil,
        serverAddress: String? = nil,
        serverPort: Int? = nil,
        startedAt: Int = 0,
        proxyStartedAt: Int = 0,
        usesTLS: Bool = false,
        settings: [String: String] = [:]
    ) {
        self.processID = processID
        self.clientAddress = clientAddress
        self.clientPort = clientPort
        self.serverAddress = serverAddress
        self.serverPort = serverPort
        self.startedAt = startedAt
        self.proxyStartedAt = proxyStartedAt
        self.usesTLS = usesTLS
        self.settings = settings
    }
}
