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

/// One client connection from accept to close: its transport, its login, its session.
///
/// Confined to the loop it is on. This file holds the bytes' way in and out; what messages mean is in
/// `Client+Login`, `Client+Messages` and `Client+Effects`.
final class Client {
    /// How far the connection has come.
    enum Phase {
        case startup(StartupStateMachine)
        case handshakingTLS(StartupStateMachine)
        case authenticating(LoginAttempt)
        /// Authenticated; the database's catalog is not known yet.
        case awaitingCatalog(LoginAttempt)
        /// Start-up settings are tried on a backend before the client is told its parameters.
        case applyingSettings(LoginAttempt)
        case ready
        /// A CancelRequest that is being carried out; the connection ends when it is done.
        case cancelling
        /// The last words are on their way; nothing that still comes is heard.
        case closing
        case closed
    }

    var loop: EventLoop
    var transport: Transport
    let peer: PeerAddress
    /// What the listener offers; nil for none.
    let tls: TLSServerContext?
    let acceptedAt: UInt64
    /// When the login last came a step further: accepted, authenticated, given a backend.
    var loginProgress: UInt64
    var phase: Phase
    let sessionID: UInt64
    /// There are as many sessions as may be.
    var mayOnlyCancel = false

    // MARK: What the session is

    /// Set once authenticated.
    var login: Login?
    var resolved: ResolvedSession? {
        didSet { pool = nil }
    }
    /// Where its backends come from; found by name when it is first needed.
    private var pool: Pool?
    /// The `ServerState` under which `resolved` was made.
    var generation: UInt64 = 0
    /// What was sent last for a statement of the client's (`SHOW omni.rewrite`).
    var lastPlan: Plan?
    var cancelKey: CancelRegistry.Key?

    // MARK: What the session keeps track of

    let prepared = PreparedStatements()
    /// Plans behind open portals, for effects and disclosure at Execute.
    var portals = Portals()
    var settings: SettingsBundle
    var virtualSettings = VirtualSettings()
    /// Settings of the backend that the client asked for when it connected: what RESET goes back to.
    var startupSettings: [String: String] = [:]
    /// RESET ALL has run: the start-up settings are to be put in force again.
    var hasResetAll = false
    var cursors = Cursors()
    /// The backend's own settings were changed since they were last read back.
    var settingsAreStale = false
    /// They are being read back: until that is done only this backend knows them.
    var isReadingSettings = false
    /// How often that has failed in a row.
    var failedSettingsReadings = 0
    /// An error has come since the last transaction ended.
    var roundFailed = false
    /// A setting that lives in the proxy has changed since the last ReadyForQuery.
    var hasUnreportedParameters = false
    /// A parser thread is at a large text of this session; nothing behind it is handled.
    var isPlanning = false
    /// What it made of it, until the message is handed in again.
    var finishedPlan: (hash: UInt64, outcome: Result<Plan, ProxyError>)?
    /// What comes next is read only when all that is under way has been answered: it may depend on it.
    private(set) var awaitsAnswers = false
    /// The unnamed statement before the Parse or Query that is being handled.
    var replacedUnnamed: PreparedStatements.Unnamed?
    /// The portal that a Bind being handled is about to open, and the text behind it.
    var bound: (name: [UInt8], text: [UInt8])?
    /// The answer on which the last removal of a prepared statement depends.
    var lastRemoval = ResponseMark()
    /// Leases so far.
    private var leases: UInt64 = 0
    /// Parameters as the client was told.
    var reportedParameters: [String: String] = [:]

    // MARK: The backend

    /// The leased backend.
    private(set) var backend: Backend?
    private(set) var isWaitingForLease = false
    private(set) var waitingSince: UInt64 = 0
    /// After a refusal outside of any backend's knowledge: messages up to Sync are void.
    var isSkippingToSync = false
    /// When the last message came.
    private(set) var lastActivity: UInt64
    /// The backend owes so many answers that no further message is read.
    private(set) var hasTooManyUnderWay = false
    /// Messages a client may send ahead of the backend's answers.
    ///
    /// The server holds back up to 8 KB of answers until Sync or Flush, which is some 1,600 of the
    /// shortest: half of this must be more.
    private static let messagesUnderWayMax = 16_384
    /// Bytes of answers that the client has not taken, beyond which nothing further of its is read.
    private static let unreadAnswersMax = 1 << 16

    // MARK: Bytes

    /// What came and is not handled yet: the start of a message, or messages behind a wait.
    private var inbound: [UInt8] = []
    /// Bytes of a message over its limit that are still to be thrown away, and what to say then.
    private var discarding: (remaining: Int, type: UInt8, error: ProxyError)?
    private var outbound = OutboundBytes()
    private var interest: UInt32 = 0
    private(set) var closingSince: UInt64 = 0
    private var hasInspectedFirstByte = false
    /// What is said about the password, and when.
    var delayedVerdict: (due: UInt64, run: () -> Void)?
    /// The TLS handshake waits to write.
    var needsWritable = false

    init(
        transport: Transport,
        peer: PeerAddress,
        startup: StartupStateMachine,
        tls: TLSServerContext?,
        sessionID: UInt64,
        loop: EventLoop
    ) {
        self.transport = transport
        self.peer = peer
        self.tls = tls
        self.sessionID = sessionID
        self.loop = loop
        acceptedAt = loop.now
        loginProgress = loop.now
        lastActivity = loop.now
        phase = .startup(startup)
        settings = loop.worker.settings.base
    }

    var isReady: Bool {
        if case .ready = phase { return true }
        return false
    }

    var isClosed: Bool {
        if case .closed = phase { return true }
        return false
    }

    // MARK: Registration

    func register() {
        interest = wantedInterest
        loop.add(
            transport.descriptor,
            data: EventLoop.data(self, tag: .client),
            interest: interest
        )
    }

    private var wantedInterest: UInt32 {
        var wanted: UInt32 = EPOLLRDHUP.rawValue
        if mayHandle, outbound.count < Self.unreadAnswersMax { wanted |= EPOLLIN.rawValue }
        if !outbound.isEmpty || needsWritable { wanted |= EPOLLOUT.rawValue }
        return wanted
    }

    private var mayHandle: Bool {
        !isWaitingForLease && !backendIsFull && !hasTooManyUnderWay && !awaitsAnswers && !isHeld
    }

    /// Nothing is read while somebody else has to answer first: a catalog, a cancel, a settings probe.
    private var isHeld: Bool {
        if delayedVerdict != nil || isPlanning { return true }
        return switch phase {
        case .awaitingCatalog, .applyingSettings, .cancelling, .closing, .closed: true
        case .authenticating(let attempt): attempt.isVerifyingToken
        case .startup, .handshakingTLS, .ready: false
        }
    }

    func updateInterest() {
        guard !isClosed else { return }
        let wanted = wantedInterest
        guard wanted != interest else { return }
        interest = wanted
        loop.modify(
            transport.descriptor,
            data: EventLoop.data(self, tag: .client),
            interest: wanted
        )
    }

    /// Its backend has not taken all that was sent: reading on would only pile up.
    var backendIsFull = false {
        didSet { if oldValue != backendIsFull { resumeReading() } }
    }

    // MARK: Reading

    func eventsReceived(_ events: UInt32) {
        if events & EPOLLOUT.rawValue != 0 { flushOutbound() }
        if isClosed { return }
        if case .handshakingTLS = phase { return continueHandshake() }
        if interest & EPOLLIN.rawValue != 0 {
            if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
                readable()
            }
        } else if events & (EPOLLHUP.rawValue | EPOLLERR.rawValue | EPOLLRDHUP.rawValue) != 0 {
            close(reason: "client went away while waiting")
        }
    }

    func readable() {
        if !hasInspectedFirstByte {
            hasInspectedFirstByte = true
            guard inspectFirstByte() else { return }
        }
        for _ in 0..<16 {
            guard !isClosed, interest & EPOLLIN.rawValue != 0 else { return }
            switch transport.read(into: loop.readBuffer) {
            case .bytes(let count):
                lastActivity = loop.now
                bytesReceived(UnsafeRawBufferPointer(rebasing: loop.readBuffer[0..<count]))
            case .wouldBlock:
                return updateInterest()
            case .endOfStream:
                return close(reason: "client closed the connection")
            case .failed(let reason):
                return close(reason: "\(reason)")
            }
            guard transport.isEncrypted else { return }
        }
        // One that reads no more may be on its way to another loop, which has it alone from then on.
        if !isClosed, interest & EPOLLIN.rawValue != 0 { scheduleRead() }
    }

    /// Reads again in the loop's next turn: TLS may hold bytes for which no event will come.
    private func scheduleRead() {
        let transfer = Transfer(self)
        loop.mailbox.post { _ in transfer.value.readable() }
    }

    private func bytesReceived(_ bytes: UnsafeRawBufferPointer) {
        if inbound.isEmpty {
            let consumed = handle(bytes)
            if consumed < bytes.count, !isClosed {
                inbound.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[consumed...]))
            }
        } else {
            inbound.append(contentsOf: bytes)
            handleInbound()
        }
    }

    /// Handles what was kept back, as far as it can be handled now.
    private func handleInbound() {
        // Handled from a copy: a message may make more arrive in `inbound`'s place only after this.
        let pending = inbound
        inbound = []
        let consumed = pending.withUnsafeBytes { handle($0) }
        guard consumed < pending.count, !isClosed else { return }
        // Nothing was complete: taken back whole, so that a large message is not copied per read.
        inbound = consumed == 0 ? pending : Array(pending[consumed...])
    }

    /// Something it waited for is there: handles what is kept and reads on.
    func resumeReading() {
        guard !isClosed else { return }
        if !inbound.isEmpty, mayHandle { handleInbound() }
        guard !isClosed else { return }
        let couldRead = interest & EPOLLIN.rawValue != 0
        updateInterest()
        if !couldRead, interest & EPOLLIN.rawValue != 0, transport.hasPending { scheduleRead() }
    }

    /// - Returns: How many bytes were dealt with.
    private func handle(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch phase {
        case .startup(let machine):
            return startupBytesReceived(bytes, machine)
        case .authenticating, .ready:
            return handleFrames(bytes)
        case .handshakingTLS, .awaitingCatalog, .applyingSettings, .cancelling, .closing:
            return 0
        case .closed:
            return bytes.count
        }
    }

    /// Cuts the bytes into messages; each is judged by its header before its body is waited for.
    private func handleFrames(_ bytes: UnsafeRawBufferPointer) -> Int {
        var offset = 0
        let bytesMax = loop.worker.messageBytesMax
        if !loop.toBackend.isEmpty { loop.toBackend.removeAll(keepingCapacity: true) }
        while offset < bytes.count, !isClosed {
            // Login waits for somebody, or the last words have been said.
            if !isReady, isHeld { break }
            if let backend = backend, backend.expected.count >= Self.messagesUnderWayMax {
                hasTooManyUnderWay = true
                updateInterest()
                break
            }
            if let discard = discarding {
                let length = min(discard.remaining, bytes.count - offset)
                offset += length
                if length < discard.remaining {
                    discarding?.remaining -= length
                    break
                }
                discarding = nil
                refuseFrame(type: discard.type, discard.error)
                continue
            }
            guard bytes.count - offset >= 5 else { break }
            let type = bytes[offset]
            let length = UInt32(
                bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt32.self)
            )
            if length < 4 || Int(length) > bytesMax[Int(type)] || !isReady {
                switch loop.worker.messageLimits.verdict(
                    type: type,
                    length: length,
                    in: isReady ? .session : .authentication
                )
                {
                case .legal:
                    break
                case .tooLarge(let error):
                    discarding = (Int(length) + 1, type, error)
                    continue
                case .violation(let error):
                    fail(error)
                    return bytes.count
                }
            }
            let total = Int(length) + 1
            guard bytes.count - offset >= total else { break }
            let frame = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + total])
            guard isReady ? sessionMessageReceived(type, frame) : loginMessageReceived(frame) else {
                break
            }
            offset += total
        }
        flushToBackend()
        return offset
    }

    /// Sends what the messages handled so far have for the backend.
    func flushToBackend() {
        guard !loop.toBackend.isEmpty else { return }
        if let backend = backend {
            loop.toBackend.withUnsafeBytes { backend.send($0) }
        }
        if loop.toBackend.capacity > EventLoop.keptBufferBytesMax {
            loop.toBackend = []
        } else {
            loop.toBackend.removeAll(keepingCapacity: true)
        }
    }

    /// The backend has answered some of what is under way.
    func answersCame() {
        let underWay = backend?.expected.count ?? 0
        guard underWay < Self.messagesUnderWayMax / 2 else { return }
        hasTooManyUnderWay = false
        resumeReading()
    }

    /// Lets nothing further be read until all that is under way has been answered.
    func awaitAnswers() {
        guard let backend, !backend.expected.isEmpty else { return }
        awaitsAnswers = true
        // The server keeps answers back until it is asked for them.
        if backend.expected.isInRound { loop.toBackend.appendFlush() }
        updateInterest()
    }

    /// The backend has answered something while this client waits for all.
    func answersMayHaveCome() {
        guard awaitsAnswers, backend?.expected.isEmpty ?? true else { return }
        awaitsAnswers = false
        resumeReading()
    }

    /// The answer that was asked for last.
    var lastMark: ResponseMark {
        ResponseMark(lease: leases, number: backend?.expected.appended ?? 0)
    }

    /// Whether it is still open if that answer will come, and knowing it makes a difference: within one
    /// round what depends on it is void when it is.
    func isUnsure(_ mark: ResponseMark) -> Bool {
        guard let backend, mark.lease == leases else { return false }
        return mark.number > backend.expected.answered
            && mark.number <= backend.expected.lastRoundEnd
    }

    /// The client is not idle: it spoke, or was answered.
    func noteActivity() {
        lastActivity = loop.now
    }

    /// Whether it takes what is sent to it.
    var takesAnswers: Bool { outbound.isEmpty }

    // MARK: Sending

    /// Sends complete messages to the client; what it does not take is kept, and its backend is not read
    /// until it has.
    func send(_ bytes: UnsafeRawBufferPointer) {
        guard !isClosed, bytes.count > 0 else { return }
        var sent = 0
        if outbound.isEmpty {
            switch transport.write(bytes) {
            case .bytes(let count): sent = count
            case .wouldBlock: sent = 0
            case .endOfStream: return close(reason: "client closed the connection")
            case .failed(let reason): return close(reason: "\(reason)")
            }
        }
        guard sent < bytes.count else { return }
        outbound.append(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
        backend?.clientIsFull = true
        updateInterest()
    }

    /// Sends an answer of the proxy's own that nothing is due before.
    func send(_ build: (inout [UInt8]) -> Void) {
        var bytes: [UInt8] = []
        build(&bytes)
        bytes.withUnsafeBytes { send($0) }
    }

    private func flushOutbound() {
        while !outbound.isEmpty {
            switch outbound.withBytes({ transport.write($0) }) {
            case .bytes(let count):
                outbound.removeFirst(count)
            case .wouldBlock:
                return
            case .endOfStream:
                return close(reason: "client closed the connection")
            case .failed(let reason):
                return close(reason: "\(reason)")
            }
        }
        if case .closing = phase { return close(reason: "closed by the proxy") }
        backend?.clientIsFull = false
        resumeReading()
    }

    // MARK: Leasing

    /// Makes sure that a backend is leased.
    ///
    /// - Returns: Whether it is; otherwise the message at hand is handled again once it is.
    func ensureBackend() -> Bool {
        if let backend {
            if backend.settings !== settings, backend.isClean, !settingsAreStale {
                prepareLeasedBackend()
            }
            return true
        }
        if pool == nil {
            pool = resolved.flatMap { loop.worker.pool(named: $0.identity.environment) }
        }
        guard let pool else {
            fail(ProxyError(.internalError, "the session has no pool"))
            return false
        }
        waitingSince = loop.now
        if pool.lease(to: self) {
            prepareLeasedBackend()
            return true
        }
        isWaitingForLease = true
        updateInterest()
        return false
    }

    /// The client cancels while its statement waits for a backend.
    func cancelWaiting() {
        stopWaiting()
        leaseFailed(ProxyError(.queryCanceled, "canceling statement due to user request"))
    }

    private func stopWaiting() {
        guard isWaitingForLease else { return }
        isWaitingForLease = false
        if let identity = resolved?.identity {
            loop.worker.pool(named: identity.environment)?.stopWaiting(self)
        }
    }

    func attach(_ backend: Backend) {
        leases += 1
        portals.removeAll()
        self.backend = backend
        backend.client = self
        backend.clientIsFull = !outbound.isEmpty
    }

    /// Its turn has come.
    func leaseGranted() {
        isWaitingForLease = false
        loginProgress = loop.now
        // What it says first stands in `inbound`, behind what the backend needs before.
        loop.toBackend.removeAll(keepingCapacity: true)
        prepareLeasedBackend()
        flushToBackend()
        if case .applyingSettings = phase { return probeSettings() }
        resumeReading()
    }

    func leaseFailed(_ error: ProxyError) {
        isWaitingForLease = false
        switch phase {
        case .ready:
            // The message that asked for the backend is the first one kept.
            refusePending(error)
        case .startup, .handshakingTLS, .authenticating, .awaitingCatalog, .applyingSettings:
            fail(error)
        case .cancelling, .closing, .closed:
            break
        }
    }

    /// The message that waited for a backend gets an error instead.
    private func refusePending(_ error: ProxyError) {
        guard inbound.count >= 5 else { return resumeReading() }
        let type = inbound[0]
        let length = inbound.withUnsafeBytes {
            Int(UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: 1, as: UInt32.self)))
        }
        inbound.removeFirst(min(inbound.count, length + 1))
        refuseFrame(type: type, error)
        resumeReading()
    }

    /// Brings the backend to this session's settings.
    private func prepareLeasedBackend() {
        guard let backend = backend, backend.settings !== settings else { return }
        let text = settings.applyText(after: backend.settings)
        backend.settings = settings
        let detail = ExpectedResponse.Detail()
        detail.isEssential = true
        if case .applyingSettings = phase {
            detail.capture = { [unowned(unsafe) self, unowned(unsafe) backend] column in
                // The closure lives in the backend's queue, which is emptied when either is closed.
                if column == nil { settingsApplied(on: backend) }
            }
        }
        // A simple query takes the backend's unnamed statement with it.
        backend.unnamed = nil
        loop.toBackend.appendQuery(text)
        backend.expected.append(ExpectedResponse(.query, visible: false, detail: detail))
    }

    /// The backend owes nothing and is in no transaction.
    func backendIsClean(_ backend: Backend) {
        guard backend.cancelsInFlight == 0 else { return }
        if settingsAreStale { return readBackSettings(backend) }
        if awaitsAnswers {
            // What waited for these answers is read on this backend: on another one it would have to wait
            // for the settings again, and again give way, with enough others about for ever.
            answersMayHaveCome()
            guard self.backend === backend, backend.isClean, !settingsAreStale else { return }
        }
        guard mayRelease else { return loop.worker.clientBecameIdle(self) }
        self.backend = nil
        backendIsFull = false
        backend.clientIsFull = false
        backend.pool.release(backend)
        if case .ready = phase { loop.worker.clientBecameIdle(self) }
    }

    private var mayRelease: Bool {
        guard let backend = backend else { return false }
        return backend.pool.releasesEarly && !cursors.holdBackend
    }

    // MARK: The end

    /// Tells the client why and closes.
    func fail(_ error: ProxyError) {
        guard !isClosed else { return }
        loop.log.info(
            "client refused",
            metadata: [
                "session": "\(sessionID)", "peer": "\(peer)", "sqlstate": "\(error.sqlState)",
                "reason": "\(error.logMessage ?? error.message)",
            ]
        )
        send { $0.appendErrorResponse(error, severity: .fatal) }
        guard !isClosed else { return }
        if outbound.isEmpty {
            close(reason: error.message)
        } else {
            phase = .closing
            closingSince = loop.now
            stopWaiting()
            abandonBackend()
            updateInterest()
        }
    }

    func close(reason: String) {
        guard !isClosed else { return }
        loop.log.debug(
            "client closed",
            metadata: ["session": "\(sessionID)", "peer": "\(peer)", "reason": "\(reason)"]
        )
        phase = .closed
        delayedVerdict = nil
        stopWaiting()
        abandonBackend()
        if let key = cancelKey { loop.worker.cancels.remove(key) }
        loop.remove(transport.descriptor)
        transport.close()
        loop.worker.remove(self)
        loop.bury(self)
    }

    /// Gives the backend up: back to the pool when it is clean, closed otherwise.
    private func abandonBackend() {
        guard let backend = backend else { return }
        self.backend = nil
        if backend.isClean, backend.cancelsInFlight == 0, !settingsAreStale, !cursors.holdBackend {
            backend.clientIsFull = false
            backend.pool.release(backend)
        } else {
            // A statement nobody waits for would hold the server's resources to its end.
            if !backend.expected.isEmpty { loop.worker.cancel(backend) }
            backend.close()
        }
    }

    /// The backend is gone; `Backend.lost` says what was open.
    func forgetBackend() {
        backend = nil
        hasTooManyUnderWay = false
        awaitsAnswers = false
        backendIsFull = false
        isReadingSettings = false
        cursors.closed(nil)
    }

    /// Whether something of its is under way that a shutdown waits for.
    var isBusy: Bool {
        if isWaitingForLease || isPlanning || settingsAreStale { return true }
        guard let backend = backend else { return false }
        return !backend.isClean || backend.cancelsInFlight > 0
    }

    /// Leaves this loop for another: the session goes where its pool has backends.
    func move(to other: EventLoop) {
        loop = other
        pool = nil
        interest = wantedInterest
        settings = other.worker.settings.bundle(settings.sql)
        other.add(
            transport.descriptor,
            data: EventLoop.data(self, tag: .client),
            interest: interest
        )
    }
}
