// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Glibc
import Logging
import LoginTokens
import PostgresErrors
import PostgresWire

/// Logging in with a signed token in the place of a password (spec 6).
///
/// The protocol has no message for tokens: they come as an answer to AuthenticationCleartextPassword, which
/// is why they are asked for inside TLS alone. Who is asked depends on the client and the configuration,
/// never on the user: the question would tell which users there are.
extension Client {
    enum TokenDemand {
        case none
        case ask(TokenRules)
        case refuse(ProxyError)
    }

    /// Whether this login is one with a token: because the client says so, or because all are.
    func tokenDemand(_ startup: StartupMessage) -> TokenDemand {
        let method = try? Self.startupSettings(startup).last { $0.name == Self.loginMethod }?.value
        let tokens = loop.worker.state.configuration.listen.tokens
        switch method {
        case nil:
            guard let tokens, tokens.isRequired else { return .none }
        case "token":
            break
        default:
            return .refuse(
                ProxyError(
                    .invalidParameterValue,
                    "invalid value for parameter \"\(Self.loginMethod)\": \"\(method ?? "")\"",
                    hint: "Available values: token."
                )
            )
        }
        guard let tokens else {
            return .refuse(
                ProxyError(
                    .invalidAuthorizationSpecification,
                    "this server takes no tokens",
                    hint: "Log in with a password: leave \(Self.loginMethod) out."
                )
            )
        }
        guard transport.isEncrypted else {
            return .refuse(
                ProxyError(
                    .invalidAuthorizationSpecification,
                    "tokens are taken over encrypted connections only",
                    hint: "Connect with sslmode=require or stricter."
                )
            )
        }
        return .ask(tokens.rules)
    }

    func askForToken(_ attempt: LoginAttempt, _ rules: TokenRules) {
        attempt.tokens = rules
        send { $0.appendAuthenticationCleartextPassword() }
    }

    /// Has the token looked at on another thread: checking a signature takes longer than the others on
    /// this loop should wait.
    func tokenReceived(
        _ body: UnsafeRawBufferPointer,
        _ attempt: LoginAttempt,
        _ rules: TokenRules
    ) {
        // PasswordMessage: one string.
        guard let end = body.firstIndex(of: 0), end == body.count - 1 else {
            return fail(ProxyError(.protocolViolation, "invalid password message"))
        }
        let token = String(decoding: body[..<end], as: UTF8.self)
        let user = attempt.login.user
        attempt.isVerifyingToken = true
        updateInterest()
        let own = loop.mailbox
        let transfer = Transfer((client: self, attempt: attempt))
        Task.detached {
            let refusal: TokenRules.Refusal?
            do throws(TokenRules.Refusal) {
                try await rules.verify(token, user: user, now: Double(time(nil)))
                refusal = nil
            } catch {
                refusal = error
            }
            own.post { _ in
                transfer.value.client.tokenVerified(transfer.value.attempt, refusal)
            }
        }
    }

    private func tokenVerified(_ attempt: LoginAttempt, _ refusal: TokenRules.Refusal?) {
        // Time may have run out meanwhile, or the client gone.
        guard case .authenticating(let current) = phase, current === attempt else { return }
        attempt.isVerifyingToken = false
        let isActive =
            loop.worker.state.configuration.directory.users[attempt.login.user]?.isActive == true
        if refusal == nil, isActive {
            deliverVerdict(attempt) { [unowned(unsafe) self] in authenticated(attempt) }
        } else {
            let reason =
                switch refusal {
                case .invalid(let reason): reason
                case .expired: "the token has expired"
                case nil: "no active user of this name"
                }
            loop.log.notice(
                "token refused",
                metadata: ["session": "\(sessionID)", "peer": "\(peer)", "reason": "\(reason)"]
            )
            let error = ProxyError(
                .invalidPassword,
                "token authentication failed for user \"\(attempt.login.user)\"",
                hint: refusal == .expired ? "The token has expired: fetch a new one." : nil
            )
            deliverVerdict(attempt) { [unowned(unsafe) self] in reject(attempt, error) }
        }
        resumeReading()
    }
}
