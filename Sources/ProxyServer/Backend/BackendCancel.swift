// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLibpq
import Glibc
package import PostgresErrors
import PostgresWire

/// What it takes to cancel a backend's statement.
package struct BackendCancel: Sendable {
    enum Route: Sendable {
        /// A CancelRequest of our own, to the address the backend itself was reached at.
        case request(CancelRequest, peer: SocketAddress, tls: BackendTLS?)
        /// By libpq, in plaintext, for a libpq whose trace did not tell the key.
        case libpq(LibpqCancel)
    }

    let route: Route

    /// Sends the request and waits until the server has acted on it: it closes the connection then.
    ///
    /// Blocks; for opener threads.
    ///
    /// - Parameter timeout: Of all of it.
    /// - Throws: 08006, with the reason in its log text. The statement may have ended all the same.
    package func send(timeout: Duration) throws(ProxyError) {
        do throws(BackendFailure) {
            switch route {
            case .request(let request, let peer, let tls):
                try Self.send(request, to: peer, tls: tls, deadline: Deadline(in: timeout))
            case .libpq(let cancel):
                try cancel.send()
            }
        } catch {
            throw ProxyError(
                .connectionFailure,
                "could not cancel the statement",
                logMessage: error.message
            )
        }
    }

    private static func send(
        _ request: CancelRequest,
        to peer: SocketAddress,
        tls: BackendTLS?,
        deadline: Deadline
    ) throws(BackendFailure) {
        var transport = Transport(owning: try peer.connect(deadline: deadline))
        defer { transport.close(saysGoodbye: false) }
        do throws(BlockingStream.Failure) {
            if let tls {
                var sslRequest: [UInt8] = []
                sslRequest.appendSSLRequest()
                let plain = BlockingStream(transport: transport, deadline: deadline)
                try plain.write(sslRequest)
                // The key is not sent in clear where the backend itself was encrypted.
                guard try plain.read(exactly: 1) == [UInt8(ascii: "S")] else {
                    throw .endOfStream
                }
                guard let encrypted = tls.transport(owning: transport.descriptor) else {
                    throw .failed(.lastTLSError)
                }
                transport = encrypted
                try BlockingStream(transport: transport, deadline: deadline).handshake()
            }
            let stream = BlockingStream(transport: transport, deadline: deadline)
            var bytes: [UInt8] = []
            bytes.appendCancelRequest(processID: request.processID, key: request.key)
            try stream.write(bytes)
            while true { _ = try stream.read(atMost: 64) }
        } catch {
            switch error {
            case .endOfStream where transport.isEncrypted || tls == nil: return
            // The postmaster may close before it has read to the end of what TLS sent.
            case .failed(.system(ECONNRESET)) where transport.isEncrypted || tls == nil: return
            case .endOfStream: throw BackendFailure(message: "server declined TLS for a cancel")
            case .timedOut, .failed: throw BackendFailure(message: "cancel: \(error)")
            }
        }
    }
}

/// Owns one `PGcancel`.
final class LibpqCancel: @unchecked Sendable {
    // Sendable: libpq documents PQcancel as safe from any thread; nothing else touches it.
    private let cancel: OpaquePointer

    init?(_ connection: LibpqConnection) {
        guard let cancel = PQgetCancel(connection.connection) else { return nil }
        self.cancel = cancel
    }

    deinit {
        PQfreeCancel(cancel)
    }

    func send() throws(BackendFailure) {
        // The size that libpq's documentation recommends.
        var message = [CChar](repeating: 0, count: 256)
        guard PQcancel(cancel, &message, Int32(message.count)) == 1 else {
            let text = message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            throw BackendFailure(message: String(decoding: text, as: UTF8.self))
        }
    }
}
