// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL
import Glibc

/// A connected, non-blocking stream socket, with TLS on it or without: the one kind of transport for
/// clients and backends.
///
/// It is two words and copies freely so that a connection can keep it inline and no call counts
/// references. In return there is one rule: one place owns it, and that place calls `close()` once.
///
/// Sendable because a connection is handed from an opener thread to its loop: the maker forgets it, and
/// from then on one thread uses it. OpenSSL allows that; it forbids only use by two threads at a time.
package struct Transport: @unchecked Sendable {
    /// -1 once closed.
    package private(set) var descriptor: Int32
    private(set) var ssl: OpaquePointer?

    /// - Parameter descriptor: A connected non-blocking socket, now owned by the transport.
    package init(owning descriptor: Int32) {
        self.descriptor = descriptor
        ssl = nil
    }

    /// - Parameters:
    ///   - descriptor: A connected non-blocking socket, now owned by the transport.
    ///   - ssl: Established on that socket; the transport owns one reference to it.
    init(owning descriptor: Int32, ssl: OpaquePointer?) {
        self.descriptor = descriptor
        self.ssl = ssl
        if let ssl { omni_ssl_set_relay_mode(ssl) }
    }

    package var isEncrypted: Bool { ssl != nil }

    /// Bytes wait inside TLS that no event will announce: read before waiting.
    @inline(__always)
    package var hasPending: Bool {
        guard let ssl else { return false }
        return SSL_has_pending(ssl) == 1
    }

    /// Reads what there is.
    ///
    /// - Parameter buffer: Not empty.
    /// - Returns: At least one byte, or why there is none. A TLS peer that vanishes without goodbye is
    ///   an end of stream: PostgreSQL's messages say themselves where they end.
    @inline(__always)
    package func read(into buffer: UnsafeMutableRawBufferPointer) -> IOResult {
        if let ssl { return Self.readTLS(ssl, buffer) }
        return receive(into: buffer, flags: 0)
    }

    /// Reads without taking, plaintext only: to see whether a TLS hello or a startup packet opens the
    /// conversation.
    ///
    /// - Parameter buffer: Not empty.
    /// - Returns: As `read(into:)`.
    package func peek(into buffer: UnsafeMutableRawBufferPointer) -> IOResult {
        receive(into: buffer, flags: Int32(MSG_PEEK))
    }

    /// Writes as much as goes.
    ///
    /// - Parameter buffer: What is left over may be passed again from another address.
    /// - Returns: Bytes written, fewer than given at will; or why none were.
    @inline(__always)
    package func write(_ buffer: UnsafeRawBufferPointer) -> IOResult {
        if buffer.isEmpty { return .bytes(0) }
        if let ssl { return Self.writeTLS(ssl, buffer) }
        while true {
            let count = send(
                descriptor,
                buffer.baseAddress,
                buffer.count,
                Int32(MSG_NOSIGNAL)
            )
            if count >= 0 { return .bytes(count) }
            let code = errno
            if code == EINTR { continue }
            if code == EAGAIN || code == EWOULDBLOCK { return .wouldBlock(.writable) }
            return .failed(.system(code))
        }
    }

    /// Ends the connection and gives back what it holds.
    ///
    /// - Parameter saysGoodbye: False skips TLS's close_notify, for peers not worth a write.
    package mutating func close(saysGoodbye: Bool = true) {
        guard descriptor >= 0 else { return }
        if let ssl {
            ERR_clear_error()
            if saysGoodbye, SSL_is_init_finished(ssl) == 1 { SSL_shutdown(ssl) }
            SSL_free(ssl)
            ERR_clear_error()
        }
        ssl = nil
        Glibc.close(descriptor)
        descriptor = -1
    }

    /// Puts the server's side of TLS on the socket; `handshake()` does the rest.
    ///
    /// - Parameter context: Kept alive by the connection.
    /// - Returns: False when memory is out.
    package mutating func beginServerTLS(_ context: TLSServerContext) -> Bool {
        precondition(ssl == nil, "TLS is put on a transport once")
        guard let ssl = SSL_new(context.context) else { return false }
        guard SSL_set_fd(ssl, descriptor) == 1 else {
            SSL_free(ssl)
            return false
        }
        omni_ssl_set_relay_mode(ssl)
        SSL_set_accept_state(ssl)
        self.ssl = ssl
        return true
    }

    /// Goes on with the TLS handshake.
    ///
    /// - Returns: Call again once the socket is ready, unless complete.
    package func handshake() -> HandshakeResult {
        guard let ssl else { preconditionFailure("a handshake needs beginServerTLS first") }
        ERR_clear_error()
        let result = SSL_do_handshake(ssl)
        if result == 1 { return .complete }
        let systemError = errno
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ: return .wouldBlock(.readable)
        case SSL_ERROR_WANT_WRITE: return .wouldBlock(.writable)
        case SSL_ERROR_SYSCALL where systemError != 0: return .failed(.system(systemError))
        default: return .failed(.lastTLSError)
        }
    }

    private func receive(into buffer: UnsafeMutableRawBufferPointer, flags: Int32) -> IOResult {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, flags)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .endOfStream }
            let code = errno
            if code == EINTR { continue }
            if code == EAGAIN || code == EWOULDBLOCK { return .wouldBlock(.readable) }
            return .failed(.system(code))
        }
    }

    private static func readTLS(
        _ ssl: OpaquePointer,
        _ buffer: UnsafeMutableRawBufferPointer
    ) -> IOResult {
        var count = 0
        ERR_clear_error()
        let result = SSL_read_ex(ssl, buffer.baseAddress, buffer.count, &count)
        return result == 1 ? .bytes(count) : outcome(ssl, result)
    }

    private static func writeTLS(_ ssl: OpaquePointer, _ buffer: UnsafeRawBufferPointer) -> IOResult
    {
        var count = 0
        ERR_clear_error()
        let result = SSL_write_ex(ssl, buffer.baseAddress, buffer.count, &count)
        return result == 1 ? .bytes(count) : outcome(ssl, result)
    }

    /// Reads off why OpenSSL did nothing; `errno` is still that of the call.
    private static func outcome(_ ssl: OpaquePointer, _ result: Int32) -> IOResult {
        let systemError = errno
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ: return .wouldBlock(.readable)
        case SSL_ERROR_WANT_WRITE: return .wouldBlock(.writable)
        case SSL_ERROR_ZERO_RETURN: return .endOfStream
        case SSL_ERROR_SYSCALL:
            return systemError == 0 ? .endOfStream : .failed(.system(systemError))
        default:
            let code = ERR_peek_error()
            return omni_ssl_error_is_unexpected_eof(code) == 1 ? .endOfStream : .failed(.tls(code))
        }
    }
}

/// Makes a write to a closed connection an error instead of the end of the process; OpenSSL writes
/// without MSG_NOSIGNAL.
package func ignoreBrokenPipeSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
}
