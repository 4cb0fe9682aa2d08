// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// Whether clients are asked to encrypt.
package enum TLSMode: String, Sendable {
    /// SSLRequest is declined; so is direct TLS.
    case off
    case prefer
    /// A startup packet outside TLS is refused.
    case require
}

/// The talk before authentication: encryption requests, the startup packet or a cancel request.
///
///     first packet ─┬─ SSLRequest ──▶ S, handshake ──▶ startup packet inside TLS
///                   ├─ 0x16 ──▶ handshake (ALPN must say postgresql) ──▶ startup packet inside TLS
///                   ├─ SSLRequest, GSSENCRequest ──▶ N ──▶ next packet (each request once)
///                   └─ startup packet, CancelRequest
///
/// It is shown everything that is buffered each time something arrives, and says what to do and how
/// many bytes it used. It waits for nothing and sends nothing.
package struct StartupStateMachine: Sendable {
    package enum Action: Sendable, Equatable {
        case readMore
        /// Answer `N` and show the machine what follows.
        case declineEncryption(consumed: Int)
        /// Answer `S`, then let TLS have the descriptor. Nothing may be buffered behind `consumed`:
        /// the machine has checked.
        case acceptTLS(consumed: Int)
        /// The buffered bytes are the client's TLS hello. They must still be in the socket (peek).
        case beginDirectTLS
        case authenticate(StartupMessage, consumed: Int)
        /// Cancel and close without an answer, as PostgreSQL does.
        case cancel(CancelRequest)
        /// ErrorResponse FATAL, then close.
        case reject(ProxyError)
        /// Close without a word: the peer would not understand it, or may not be the client. The text
        /// is for the log.
        case close(reason: String)
    }

    private enum State {
        case awaitingFirstPacket
        /// Something was declined already.
        case awaitingPlaintextPacket
        case handshaking(isDirect: Bool)
        case awaitingEncryptedPacket
        case finished
    }

    /// First byte of a TLS record that holds a handshake message.
    private static let tlsHandshakeRecord: UInt8 = 0x16

    private let tls: TLSMode
    private var state: State = .awaitingFirstPacket
    private var hasSeenSSLRequest = false
    private var hasSeenGSSRequest = false

    /// - Parameter tls: The listener's mode; `off` for local sockets, where TLS protects nothing.
    package init(tls: TLSMode) {
        self.tls = tls
    }

    /// Looks at what the client has sent.
    ///
    /// - Parameter buffered: All bytes received and not yet consumed.
    /// - Returns: What to do next.
    package mutating func bytesReceived(_ buffered: UnsafeRawBufferPointer) -> Action {
        switch state {
        case .awaitingFirstPacket:
            guard let first = buffered.first else { return .readMore }
            if first == Self.tlsHandshakeRecord { return directTLSRequested() }
            return packetReceived(buffered, isEncrypted: false)
        case .awaitingPlaintextPacket:
            return packetReceived(buffered, isEncrypted: false)
        case .awaitingEncryptedPacket:
            return packetReceived(buffered, isEncrypted: true)
        case .handshaking, .finished:
            return .close(reason: "bytes received out of turn during startup")
        }
    }

    /// Learns that the handshake is done.
    ///
    /// - Parameter applicationProtocol: What ALPN selected; nil when the client did not offer any.
    /// - Returns: `readMore`, or `close` when a direct connection did not say what it wants to speak
    ///   (a browser or a cross-protocol attack).
    package mutating func tlsEstablished(applicationProtocol: String?) -> Action {
        guard case .handshaking(let isDirect) = state else {
            return finish(.close(reason: "TLS handshake out of turn"))
        }
        if isDirect, applicationProtocol != "postgresql" {
            return finish(.close(reason: "direct TLS connection without ALPN protocol postgresql"))
        }
        state = .awaitingEncryptedPacket
        return .readMore
    }

    private mutating func directTLSRequested() -> Action {
        guard tls != .off else {
            return finish(.close(reason: "direct TLS connection, but TLS is off"))
        }
        state = .handshaking(isDirect: true)
        return .beginDirectTLS
    }

    private mutating func packetReceived(
        _ buffered: UnsafeRawBufferPointer,
        isEncrypted: Bool
    ) -> Action {
        let packet: StartupPacket
        let consumed: Int
        do throws(ProxyError) {
            guard let bytes = try StartupPacket.frameBytes(in: buffered), bytes <= buffered.count
            else {
                return .readMore
            }
            consumed = bytes
            packet = try StartupPacket(frame: UnsafeRawBufferPointer(rebasing: buffered[..<bytes]))
        } catch {
            return finish(.reject(error))
        }
        let isFollowed = buffered.count > consumed
        switch packet {
        case .sslRequest:
            guard !isEncrypted, !hasSeenSSLRequest else {
                return finish(.reject(Self.unexpectedRequest))
            }
            hasSeenSSLRequest = true
            guard !isFollowed else { return finish(.close(reason: Self.bytesBehindRequest)) }
            if tls == .off {
                state = .awaitingPlaintextPacket
                return .declineEncryption(consumed: consumed)
            }
            state = .handshaking(isDirect: false)
            return .acceptTLS(consumed: consumed)
        case .gssEncryptionRequest:
            guard !isEncrypted, !hasSeenGSSRequest else {
                return finish(.reject(Self.unexpectedRequest))
            }
            hasSeenGSSRequest = true
            guard !isFollowed else { return finish(.close(reason: Self.bytesBehindRequest)) }
            state = .awaitingPlaintextPacket
            return .declineEncryption(consumed: consumed)
        case .cancel(let request):
            guard !isFollowed else { return finish(.close(reason: Self.bytesBehindCancel)) }
            return finish(.cancel(request))
        case .startup(let message):
            guard isEncrypted || tls != .require else {
                return finish(
                    .reject(
                        ProxyError(
                            .invalidAuthorizationSpecification,
                            "this server requires an encrypted connection",
                            hint: "Connect with sslmode=require or stricter."
                        )
                    )
                )
            }
            return finish(.authenticate(message, consumed: consumed))
        }
    }

    private mutating func finish(_ action: Action) -> Action {
        state = .finished
        return action
    }

    /// Somebody put plaintext in front of the handshake (CVE-2021-23214), or hopes that we do not
    /// notice where it ended.
    private static let bytesBehindRequest = "bytes received behind an encryption request"
    private static let bytesBehindCancel = "bytes received behind a cancel request"
    private static let unexpectedRequest = ProxyError(
        .protocolViolation,
        "unexpected encryption request"
    )
}
