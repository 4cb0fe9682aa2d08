// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The server's side of SCRAM-SHA-256 and SCRAM-SHA-256-PLUS (RFC 5802, RFC 7677), one exchange.
///
///     awaitingFirst ── client-first ──▶ awaitingFinal ── client-final ──▶ finished
///                       server-first                     server-final
///
/// A user who does not exist goes the same way with a mock verifier and fails where a wrong password
/// does.
package struct SCRAMServer: Sendable {
    package enum Action: Sendable, Equatable {
        /// AuthenticationSASLContinue.
        case sendContinue([UInt8])
        /// AuthenticationSASLFinal, then AuthenticationOk.
        case succeed([UInt8])
        /// The password is wrong, or there is no such user: which, only the log may know.
        case deny
        /// The client does not keep to the protocol or tampering was noticed: FATAL with this error.
        case reject(ProxyError)
    }

    private enum State {
        case awaitingFirst
        case awaitingFinal(header: [UInt8], isBound: Bool, nonce: [UInt8], signed: [UInt8])
        case finished
    }

    private let verifier: SCRAMVerifier
    private let serverNonce: [UInt8]
    private let endPoint: [UInt8]?
    private var state: State = .awaitingFirst

    /// Random bytes a caller supplies for `nonce`.
    package static let nonceBytes = 18

    private static let plain = "SCRAM-SHA-256"
    private static let plus = "SCRAM-SHA-256-PLUS"

    /// - Parameters:
    ///   - verifier: The user's, or a mock.
    ///   - nonce: `nonceBytes` fresh random bytes.
    ///   - serverEndPoint: The hash of our certificate when the client came over TLS; nil without TLS or
    ///     when the certificate has none.
    package init(verifier: SCRAMVerifier, nonce: [UInt8], serverEndPoint: [UInt8]?) {
        self.verifier = verifier
        serverNonce = Base64.encode(nonce)
        endPoint = serverEndPoint
    }

    /// What AuthenticationSASL offers.
    ///
    /// - Parameter hasEndPoint: Whether channel binding is possible.
    /// - Returns: The better one first, as PostgreSQL does.
    package static func mechanisms(hasEndPoint: Bool) -> [String] {
        hasEndPoint ? [plus, plain] : [plain]
    }

    /// Takes SASLInitialResponse.
    ///
    /// - Parameters:
    ///   - mechanism: What the client chose.
    ///   - data: client-first-message; nil when the client sent none.
    /// - Returns: What to send.
    package mutating func initialResponseReceived(mechanism: String, data: [UInt8]?) -> Action {
        guard case .awaitingFirst = state else { return finish(.reject(Self.malformed)) }
        let isPlus = mechanism == Self.plus
        guard Self.mechanisms(hasEndPoint: endPoint != nil).contains(mechanism) else {
            return finish(
                .reject(
                    ProxyError(
                        .protocolViolation,
                        "client selected an invalid SASL authentication mechanism"
                    )
                )
            )
        }
        guard let data else { return finish(.reject(Self.malformed)) }
        do throws(SCRAMClientFirst.Failure) {
            let first = try SCRAMClientFirst(data)
            if let error = bindingError(first.binding, isPlus: isPlus) {
                return finish(.reject(error))
            }
            let nonce = first.nonce + serverNonce
            let answer =
                Array("r=".utf8) + nonce + Array(",s=".utf8) + Base64.encode(verifier.salt)
                + Array(",i=\(verifier.iterations)".utf8)
            state = .awaitingFinal(
                header: first.header,
                isBound: isPlus,
                nonce: nonce,
                signed: first.bare + Array(",".utf8) + answer
            )
            return .sendContinue(answer)
        } catch {
            return finish(.reject(Self.error(error)))
        }
    }

    /// Takes SASLResponse.
    ///
    /// - Parameter data: client-final-message.
    /// - Returns: What to send.
    package mutating func responseReceived(_ data: [UInt8]) -> Action {
        guard case .awaitingFinal(let header, let isBound, let nonce, let signed) = state,
            let final = SCRAMClientFinal(data)
        else {
            return finish(.reject(Self.malformed))
        }
        let expected = header + (isBound ? endPoint ?? [] : [])
        guard SCRAMCryptography.isEqual(final.channelBinding, expected) else {
            // Somebody in between ended TLS with a certificate of their own, or changed the header.
            return finish(
                .reject(
                    ProxyError(
                        .invalidAuthorizationSpecification,
                        "SCRAM channel binding check failed"
                    )
                )
            )
        }
        guard SCRAMCryptography.isEqual(final.nonce, nonce) else {
            return finish(.reject(Self.malformed))
        }
        let message = signed + Array(",".utf8) + final.withoutProof
        let signature = SCRAMCryptography.hmac(key: verifier.storedKey, message)
        let clientKey = zip(final.proof, signature).map { $0 ^ $1 }
        let isProven = SCRAMCryptography.isEqual(
            SCRAMCryptography.hash(clientKey),
            verifier.storedKey
        )
        guard isProven, !verifier.isMock else { return finish(.deny) }
        let serverSignature = SCRAMCryptography.hmac(key: verifier.serverKey, message)
        return finish(.succeed(Array("v=".utf8) + Base64.encode(serverSignature)))
    }

    /// Judges what the client says about channel binding against what it was offered.
    private func bindingError(
        _ binding: SCRAMClientFirst.Binding,
        isPlus: Bool
    ) -> ProxyError? {
        switch binding {
        case .notSupported:
            return isPlus ? Self.malformed : nil
        case .notOffered:
            if isPlus { return Self.malformed }
            // It was offered: somebody took the offer out on the way.
            guard endPoint == nil else {
                return ProxyError(
                    .invalidAuthorizationSpecification,
                    "SCRAM channel binding negotiation error",
                    detail: "The client supports SCRAM channel binding but thinks the server does "
                        + "not. However, this server does support channel binding."
                )
            }
            return nil
        case .required(let type):
            guard isPlus else { return Self.malformed }
            guard type == Array("tls-server-end-point".utf8) else {
                return ProxyError(
                    .protocolViolation,
                    "unsupported SCRAM channel-binding type"
                )
            }
            return nil
        }
    }

    private mutating func finish(_ action: Action) -> Action {
        state = .finished
        return action
    }

    private static func error(_ failure: SCRAMClientFirst.Failure) -> ProxyError {
        switch failure {
        case .malformed: malformed
        case .authorizationIdentity:
            ProxyError(
                .featureNotSupported,
                "client uses authorization identity, but it is not supported"
            )
        case .mandatoryExtension:
            ProxyError(.featureNotSupported, "client requires an unsupported SCRAM extension")
        }
    }

    private static let malformed = ProxyError(.protocolViolation, "malformed SCRAM message")
}
