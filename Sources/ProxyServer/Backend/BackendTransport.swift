// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A backend as an opener thread hands it over: connected, authenticated, idle, its settings pinned.
package struct BackendTransport: Sendable {
    /// Belongs to the receiver.
    package var transport: Transport
    /// Every ParameterStatus of the login.
    package var parameters: [String: String]
    package var processID: UInt32
    package var cancel: BackendCancel
    /// `address:port` or a socket's path, for SHOW and the log.
    package var peerAddress: String
    /// `server_version_num`, such as 150020.
    package var serverVersion: Int
}
