// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL
import Glibc

/// What the descriptor must become before a call is worth repeating.
package enum IOInterest: Sendable, Equatable {
    case readable
    case writable
}

/// What one attempt to read or write came to.
package enum IOResult: Sendable, Equatable {
    case bytes(Int)
    /// With TLS a read may have to wait for the socket to be writable, and the reverse.
    case wouldBlock(IOInterest)
    case endOfStream
    case failed(TransportFailure)
}

/// What one step of a TLS handshake came to.
package enum HandshakeResult: Sendable, Equatable {
    case complete
    case wouldBlock(IOInterest)
    case failed(TransportFailure)
}

/// Why a transport is of no more use.
///
/// Two words, so that results stay cheap to pass around.
package enum TransportFailure: Sendable, Equatable, CustomStringConvertible {
    /// An `errno`.
    case system(Int32)
    /// An OpenSSL error code; 0 when OpenSSL left none.
    case tls(UInt)

    package var description: String {
        switch self {
        case .system(let code):
            String(cString: strerror(code))
        case .tls(let code):
            ERR_reason_error_string(code).map { "TLS: " + String(cString: $0) }
                ?? "TLS: unknown error"
        }
    }

    /// The oldest error OpenSSL left on this thread.
    static var lastTLSError: TransportFailure { .tls(ERR_peek_error()) }
}
