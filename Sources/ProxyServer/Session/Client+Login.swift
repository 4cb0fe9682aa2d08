// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import CLinux
import Configuration
import Glibc
import Logging
import PostgresErrors
import PostgresWire
import SQLRewrite

/// From the first byte to the first ReadyForQuery.
extension Client {
    // MARK: Start-up packets and TLS

    /// Looks at the first byte without taking it: a TLS hello must stay in the socket for OpenSSL.
    ///
    /// - Returns: False when TLS has taken over.
    func inspectFirstByte() -> Bool {
        guard case .startup(var machine) = phase else { return true }
        let first = UnsafeMutableRawBufferPointer(rebasing: loop.readBuffer[0..<1])
        guard case .bytes = transport.peek(into: first), first[0] == 0x16 else { return true }
        switch machine.bytesReceived(UnsafeRawBufferPointer(first)) {
        case .beginDirectTLS:
            beginTLS(machine)
        case .close(let reason):
            close(reason: reason)
        default:
            close(reason: "a TLS hello out of turn")
        }
        return false
    }

    /// - Returns: How many bytes were dealt with.
    func startupBytesReceived(
        _ bytes: UnsafeRawBufferPointer,
        _ current: StartupStateMachine
    ) -> Int {
        var machine = current
        let action = machine.bytesReceived(bytes)
        phase = .startup(machine)
        switch action {
        case .readMore:
            return 0
        case .declineEncryption(let consumed):
            send { $0.append(UInt8(ascii: "N")) }
            return consumed
        case .acceptTLS(let consumed):
            send { $0.append(UInt8(ascii: "S")) }
            if !isClosed { beginTLS(machine) }
            return consumed
        case .beginDirectTLS:
            close(reason: "a TLS hello out of turn")
            return bytes.count
        case .authenticate(let message, let consumed):
            startAuthentication(message)
            return consumed
        case .cancel(let request):
            cancelRequested(request)
            return bytes.count
        case .reject(let error):
            fail(error)
            return bytes.count
        case .close(let reason):
            close(reason: reason)
            return bytes.count
        }
    }

    private func beginTLS(_ machine: StartupStateMachine) {
        guard let tls = tls, transport.beginServerTLS(tls) else {
            return close(reason: "TLS could not be started")
        }
        phase = .handshakingTLS(machine)
        continueHandshake()
    }

    func continueHandshake() {
        guard case .handshakingTLS(var machine) = phase else { return }
        switch transport.handshake() {
        case .wouldBlock(let direction):
            needsWritable = direction == .writable
            updateInterest()
        case .failed(let failure):
            close(reason: "TLS handshake failed: \(failure)")
        case .complete:
            needsWritable = false
            switch machine.tlsEstablished(applicationProtocol: transport.applicationProtocol) {
            case .readMore:
                phase = .startup(machine)
                updateInterest()
                readable()
            case .close(let reason):
                close(reason: reason)
            default:
                close(reason: "TLS handshake out of turn")
            }
        }
    }

    // MARK: Cancel

    private func cancelRequested(_ request: CancelRequest) {
        phase = .cancelling
        updateInterest()
        guard request.key.count == 4 else { return close(reason: "cancel key of unknown length") }
        let secret = request.key.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let processID = Int32(truncatingIfNeeded: request.processID)
        let key = CancelRegistry.Key(processID: processID, secret: secret)
        guard let mailbox = loop.worker.cancels.loop(of: key) else {
            return close(reason: "cancel key unknown")
        }
        let own = loop.mailbox
        let transfer = Transfer(self)
        mailbox.post { other in
            other.worker.cancel(processID: processID) {
                // The end of the connection tells the client that the request has been delivered.
                own.post { _ in transfer.value.close(reason: "cancel delivered") }
            }
        }
    }

    // MARK: Authentication

    private func startAuthentication(_ message: StartupMessage) {
        if mayOnlyCancel { return fail(Listener.tooMany) }
        let attempt = LoginAttempt(startup: message)
        phase = .authenticating(attempt)
        if message.needsNegotiation {
            send {
                $0.appendNegotiateProtocolVersion(
                    newest: message.version,
                    unrecognizedOptions: message.unrecognizedOptions
                )
            }
        }
        guard !isClosed else { return }
        let users = loop.worker.state.configuration.directory.users
        if let name = transport.verifiedClientCommonName, name == message.user,
            users[message.user]?.isActive == true
        {
            return authenticated(attempt)
        }
        switch tokenDemand(message) {
        case .refuse(let error): return fail(error)
        case .ask(let rules): return askForToken(attempt, rules)
        case .none: break
        }
        let verifier = users[message.user].flatMap { user in
            user.isActive ? user.passwordVerifier.flatMap { SCRAMVerifier($0) } : nil
        }
        let binding = transport.isEncrypted ? tls?.serverEndPoint : nil
        // Unknown and inactive users go through the same exchange with a verifier nothing fits.
        attempt.scram = SCRAMServer(
            verifier: verifier
                ?? .mock(
                    user: message.user,
                    secret: loop.worker.shared.mockSecret,
                    shapes: loop.worker.state.verifierShapes
                ),
            nonce: RandomBytes.make(SCRAMServer.nonceBytes),
            serverEndPoint: binding
        )
        send {
            $0.appendAuthenticationSASL(
                mechanisms: SCRAMServer.mechanisms(hasEndPoint: binding != nil)
            )
        }
    }

    /// - Returns: Always true: a login never waits for a backend inside a message.
    func loginMessageReceived(_ frame: UnsafeRawBufferPointer) -> Bool {
        guard case .authenticating(let attempt) = phase, attempt.hasSecret else {
            fail(ProxyError(.protocolViolation, "unexpected message during login"))
            return true
        }
        let body = UnsafeRawBufferPointer(rebasing: frame[5...])
        if let rules = attempt.tokens {
            tokenReceived(body, attempt, rules)
            return true
        }
        let action: SCRAMServer.Action
        do throws(ProxyError) {
            action = try answer(to: body, of: attempt)
        } catch {
            fail(error)
            return true
        }
        switch action {
        case .sendContinue(let data):
            send { $0.appendAuthenticationSASLContinue(data) }
        case .succeed(let data):
            deliverVerdict(attempt) { [unowned(unsafe) self] in
                authenticated(attempt, proof: data)
            }
        case .deny:
            deliverVerdict(attempt) { [unowned(unsafe) self] in rejectPassword(attempt) }
        case .reject(let error):
            fail(error)
        }
        return true
    }

    private func answer(
        to body: UnsafeRawBufferPointer,
        of attempt: LoginAttempt
    ) throws(ProxyError) -> SCRAMServer.Action {
        guard var scram = attempt.scram else { return .deny }
        defer { attempt.scram = scram }
        guard !attempt.hasChosenMechanism else { return scram.responseReceived(Array(body)) }
        attempt.hasChosenMechanism = true
        let message = try SASLInitialResponse(body: body)
        return scram.initialResponseReceived(
            mechanism: String(decoding: body[message.mechanism], as: UTF8.self),
            data: message.data.map { Array(body[$0]) }
        )
    }

    /// Says yes or no, at once or when those who guess have waited long enough.
    ///
    /// The verdict is kept in the client itself, so it never outlives it.
    func deliverVerdict(_ attempt: LoginAttempt, _ verdict: @escaping () -> Void) {
        let delay = loop.worker.shared.loginDelays.delay(
            user: attempt.login.user,
            peer: peer,
            now: loop.now
        )
        guard delay > 0 else { return verdict() }
        delayedVerdict = (loop.now &+ delay, verdict)
        updateInterest()
    }

    private func rejectPassword(_ attempt: LoginAttempt) {
        reject(
            attempt,
            ProxyError(
                .invalidPassword,
                "password authentication failed for user \"\(attempt.login.user)\""
            )
        )
    }

    /// The secret was not right: whoever tries again waits longer.
    func reject(_ attempt: LoginAttempt, _ error: ProxyError) {
        loop.worker.shared.loginDelays.failed(
            user: attempt.login.user,
            peer: peer,
            now: loop.now
        )
        fail(error)
    }

    // MARK: Resolution

    /// Tells the client so at once, as the server does: a refusal of what else it asks for is no reason
    /// to try to log in some other way, such as without TLS.
    ///
    /// - Parameters:
    ///   - attempt: Whose password was right, or who needs none.
    ///   - proof: SCRAM's, that the proxy knows the password too.
    func authenticated(_ attempt: LoginAttempt, proof: [UInt8]? = nil) {
        send { bytes in
            if let proof { bytes.appendAuthenticationSASLFinal(proof) }
            bytes.appendAuthenticationOk()
        }
        guard !isClosed else { return }
        if attempt.hasSecret {
            loop.worker.shared.loginDelays.succeeded(user: attempt.login.user, peer: peer)
        }
        do throws(ProxyError) {
            let requested = try Self.startupSettings(attempt.startup)
            attempt.login.impersonated = requested.last { $0.name == Self.impersonation }?.value
        } catch {
            return fail(error)
        }
        login = attempt.login
        loginProgress = loop.now
        resolveSession(attempt)
    }

    /// Not a setting that could be changed later: it says who the session is.
    private static let impersonation = "omni.impersonate"
    /// Said by clients that have a token to log in with, for the same reason no setting.
    static let loginMethod = "omni.login"

    /// What the startup packet asks to be set, in its order.
    static func startupSettings(
        _ startup: StartupMessage
    ) throws(ProxyError) -> [(name: String, value: String)] {
        var requested: [(name: String, value: String)] = []
        for parameter in startup.parameters {
            if parameter.name == "options" {
                requested += try StartupOptions.parse(parameter.value)
            } else {
                requested.append((parameter.name, parameter.value))
            }
        }
        return requested
    }

    private func resolveSession(_ attempt: LoginAttempt) {
        do throws(ProxyError) {
            switch try loop.worker.resolve(attempt.login) {
            case .pending:
                phase = .awaitingCatalog(attempt)
                loop.worker.waitForCatalog(self)
                updateInterest()
            case .ready(let session):
                guard let pool = loop.worker.pool(named: session.identity.environment) else {
                    throw ProxyError(.internalError, "the session has no pool")
                }
                if let home = loop.worker.home(of: pool) {
                    phase = .awaitingCatalog(attempt)
                    return loop.worker.move(self, toLoop: home)
                }
                resolved = session
                generation = loop.worker.state.generation
                try applyStartupSettings(attempt, session)
            }
        } catch {
            fail(error)
        }
    }

    /// A new state has been published while this login waited for a catalog.
    func catalogMayBeKnown() {
        guard case .awaitingCatalog(let attempt) = phase else { return }
        phase = .authenticating(attempt)
        resolveSession(attempt)
    }

    /// The client has come from another loop.
    func arrived(on other: EventLoop) {
        guard !isClosed else { return }
        move(to: other)
        catalogMayBeKnown()
    }

    // MARK: Start-up settings

    private func applyStartupSettings(
        _ attempt: LoginAttempt,
        _ session: ResolvedSession
    ) throws(ProxyError) {
        var statements: [String: String] = [:]
        for setting in try Self.startupSettings(attempt.startup)
        where setting.name != Self.impersonation && setting.name != Self.loginMethod {
            switch try SettingPolicy.resolve(name: setting.name, value: setting.value) {
            case .forwarded(let name, let value):
                statements[name] = SettingTexts.set(name, value, isLocal: false)
                startupSettings[name] = value
            case .virtual(let name, let value):
                virtualSettings.setInitially(name, to: value)
            case .fixedNoEffect:
                break
            }
        }
        if let path = virtualSettings.value("search_path") {
            resolved = loop.worker.session(session, searchPath: path)
        }
        guard !statements.isEmpty else {
            return finishLogin(parameters: session.parameters)
        }
        let sql = statements.keys.sorted().compactMap { statements[$0] }.joined(separator: "; ")
        settings = loop.worker.settings.bundle(sql)
        phase = .applyingSettings(attempt)
        loop.toBackend.removeAll(keepingCapacity: true)
        if ensureBackend() { probeSettings() }
        flushToBackend()
    }

    /// The leased backend has this session's settings or is about to: once it has, the client can be told
    /// what they came to.
    func probeSettings() {
        guard case .applyingSettings = phase, let backend = backend else { return }
        guard backend.expected.isEmpty else { return }
        settingsApplied(on: backend)
        backendIsClean(backend)
    }

    /// The backend runs with this session's settings.
    func settingsApplied(on backend: Backend) {
        guard case .applyingSettings = phase else { return }
        finishLogin(parameters: backend.parameters)
    }

    private func finishLogin(parameters: [String: String]) {
        guard let session = resolved else { return }
        var reported = parameters
        reported["application_name"] = virtualSettings.value("application_name") ?? ""
        reported["client_encoding"] = "UTF8"
        reported["is_superuser"] = "off"
        reported["session_authorization"] = session.identity.user
        reportedParameters = reported
        guard let key = loop.worker.loggedIn(self) else { return }
        cancelKey = key
        phase = .ready
        send { bytes in
            for name in reported.keys.sorted() {
                bytes.appendParameterStatus(name: name, value: reported[name] ?? "")
            }
            var secret: [UInt8] = []
            for shift in stride(from: UInt32(24), through: 0, by: -8) {
                secret.append(UInt8(truncatingIfNeeded: key.secret >> shift))
            }
            bytes.appendBackendKeyData(
                processID: UInt32(bitPattern: key.processID),
                key: secret
            )
            bytes.appendReadyForQuery(.idle)
        }
        loop.log.debug(
            "logged in",
            metadata: [
                "session": "\(sessionID)", "peer": "\(peer)", "user": "\(session.identity.user)",
                "connection": "\(session.identity.connection)",
                "environment": "\(session.identity.environment)",
            ]
        )
        resumeReading()
    }

    // MARK: Time

    func sweep(now: UInt64, loginTimeout: UInt64, idleTimeout: UInt64) {
        switch phase {
        case .ready:
            sweepSession(now: now, idleTimeout: idleTimeout)
        case .closing:
            // Who does not take the last words gets no more time than a login.
            if loginTimeout > 0, now &- closingSince > loginTimeout {
                close(reason: "client does not read")
            }
        case .closed, .cancelling:
            break
        case .startup, .handshakingTLS, .authenticating, .awaitingCatalog, .applyingSettings:
            if loginTimeout > 0, now &- loginProgress > loginTimeout { return loginTimedOut() }
            if let (due, verdict) = delayedVerdict, now >= due {
                delayedVerdict = nil
                verdict()
                resumeReading()
            }
        }
    }

    /// Who has come so far as to understand an error is told; for others it would be noise.
    private func loginTimedOut() {
        switch phase {
        case .authenticating:
            // The server's own words for authentication_timeout.
            fail(ProxyError(.queryCanceled, "canceling authentication due to timeout"))
        case .applyingSettings where isWaitingForLease:
            // The password was right; how long a backend may take, query_wait_timeout says.
            break
        case .awaitingCatalog, .applyingSettings:
            fail(
                ProxyError(
                    .cannotConnectNow,
                    "the database did not become available in time",
                    hint: "Connect again later."
                )
            )
        case .startup, .handshakingTLS, .ready, .cancelling, .closing, .closed:
            loop.log.info(
                "login timed out",
                metadata: ["session": "\(sessionID)", "peer": "\(peer)"]
            )
            close(reason: "login timed out")
        }
    }

    private func sweepSession(now: UInt64, idleTimeout: UInt64) {
        let quiet = now &- lastActivity
        guard let backend = backend else {
            if idleTimeout > 0, quiet > idleTimeout, !isWaitingForLease {
                fail(
                    ProxyError(
                        SQLState("57P05"),
                        "terminating connection due to idle-session timeout"
                    )
                )
            }
            return
        }
        let pool = backend.pool.connection.pool
        if backend.expected.isEmpty {
            let limit = pool.idleTransactionTimeout.nanoseconds
            // In transaction pooling whoever keeps a backend keeps it from others.
            let isIdle = pool.mode == .session && backend.isClean
            if limit > 0, quiet > limit, !isIdle {
                fail(
                    ProxyError(
                        SQLState("25P03"),
                        "terminating connection due to idle-in-transaction timeout"
                    )
                )
            }
        } else {
            let limit = pool.queryTimeout.nanoseconds
            guard limit > 0, backend.busySince > 0, now &- backend.busySince > limit else { return }
            if !takesAnswers {
                // A cancel would not end it: the server waits for a reader as well.
                close(reason: "client does not read, and query_timeout has passed")
            } else if backend.cancelsInFlight == 0 {
                loop.worker.cancel(backend)
            }
        }
    }

    /// The server shuts down: an idle session ends now, another one after its transaction.
    func drain() {
        switch phase {
        case .ready where isBusy:
            break
        case .closing, .closed:
            break
        default:
            fail(
                ProxyError(
                    .adminShutdown,
                    "terminating connection due to administrator command"
                )
            )
        }
    }
}

/// Random bytes from the kernel.
enum RandomBytes {
    static func make(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = getrandom(&bytes, count, 0)
        precondition(filled == count, "the kernel gives few random bytes at once")
        return bytes
    }
}
