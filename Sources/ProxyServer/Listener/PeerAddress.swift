// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where a client connects from, for logs and login delays.
enum PeerAddress: Sendable, Hashable, CustomStringConvertible {
    /// Numeric address without port: what guesses are counted by.
    case network(String)
    case local

    var description: String {
        switch self {
        case .network(let address): address
        case .local: "local"
        }
    }
}
