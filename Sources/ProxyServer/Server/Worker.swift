// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Glibc
import Logging
import PostgresErrors
import PostgresWire
import SQLRewrite

/// What lives on one event loop: its clients, its share of each pool, its statement cache.
///
/// Confined to the loop's thread, so nothing in it is locked; what is shared between loops (`state`,
/// `cancels`, the threads) is immutable or locks for itself.
final class Worker {
    let openers: JobThreads
    private let cancellers: JobThreads
    /// Parses what is too large for a loop.
    let parsers: JobThreads
    let cancels: CancelRegistry
    let shared: SharedServer
    private(set) var state: ServerState
    private(set) var messageLimits: MessageLimits
    /// `MessageLimits.sessionBytesMax`: asked for every message.
    private(set) var messageBytesMax: [Int]
    var settings = SettingsBundles()

    private var loop: EventLoop?
    private var pools: [String: Pool] = [:]
    private var clients: [ObjectIdentifier: Client] = [:]
    private var clientsByProcessID: [Int32: Client] = [:]
    private var awaitingCatalog: [Client] = []
    private var cache = StatementCache()
    /// Texts beyond `largeStatementBytes`: a few of them would drive out all that is small.
    private var largeCache = StatementCache(plansMax: 256, bytesMax: 8 << 20)
    private var templates = TemplateCache()
    /// By user and database; forgotten when the state changes.
    private var sessions: [Login: ResolvedSession] = [:]
    /// Of those who were here when the state changed.
    private var previousSessions: [Login: ResolvedSession] = [:]
    private var variants: [SearchPathVariant: ResolvedSession] = [:]
    private var lastStatementID: UInt64 = 0
    private var lastTraceID = UInt64.random(in: .min ... .max)
    private var isDraining = false
    /// Listeners that could not accept for want of descriptors; tried again with the next sweep.
    private var pausedListeners: [Listener] = []

    private struct SearchPathVariant: Hashable {
        var contextID: ContextID
        var searchPath: String
    }

    private static let sessionsMax = 4096
    /// Statement texts beyond this many bytes go to a parser thread; below it they take well under a
    /// millisecond.
    static let largeStatementBytes = 32_768
    private static let cancelTimeout = Duration.seconds(10)

    init(
        state: ServerState,
        openers: JobThreads,
        cancellers: JobThreads,
        parsers: JobThreads,
        cancels: CancelRegistry,
        shared: SharedServer
    ) {
        self.state = state
        self.openers = openers
        self.cancellers = cancellers
        self.parsers = parsers
        self.cancels = cancels
        self.shared = shared
        messageLimits = Worker.limits(of: state)
        messageBytesMax = messageLimits.sessionBytesMax
    }

    /// The loop's thread starts here.
    func attach(to loop: EventLoop) {
        self.loop = loop
        lastStatementID = UInt64(loop.index)
        configurePools()
    }

    private static func limits(of state: ServerState) -> MessageLimits {
        MessageLimits(
            statementBytesMax: state.configuration.limits.statementBytesMax,
            bindBytesMax: state.configuration.limits.messageBytesMax
        )
    }

    // MARK: State

    /// Takes over a new configuration; sessions notice before their next statement.
    func adopt(_ new: ServerState) {
        state = new
        messageLimits = Worker.limits(of: new)
        messageBytesMax = messageLimits.sessionBytesMax
        keepPreviousSessions()
        variants = [:]
        cache.removeAll()
        largeCache.removeAll()
        templates.removeAll()
        configurePools()
        let waiting = awaitingCatalog
        awaitingCatalog = []
        for client in waiting { client.catalogMayBeKnown() }
    }

    /// Those who are here may have cursors open, which only a change of their policy closes (R86).
    private func keepPreviousSessions() {
        let here = Set(clients.values.compactMap(\.login))
        previousSessions.merge(sessions) { _, latest in latest }
        previousSessions = previousSessions.filter { here.contains($0.key) }
        sessions = [:]
    }

    private func configurePools() {
        guard let loop = loop else { return }
        for (name, connection) in state.configuration.connections {
            if let pool = pools[name] {
                pool.reconfigure(connection)
            } else {
                pools[name] = Pool(
                    connection: connection,
                    shared: shared.pool(named: name),
                    loop: loop
                )
            }
            shared.pool(named: name).resize(connection.pool.size)
        }
        for (name, pool) in pools where state.configuration.connections[name] == nil {
            shared.pool(named: name).resize(0)
            pool.retire()
        }
    }

    func pool(named name: String) -> Pool? {
        pools[name]
    }

    // MARK: Sessions

    enum Resolution {
        case ready(ResolvedSession)
        case pending
    }

    /// Resolves a login under the current state.
    func resolve(_ login: Login) throws(ProxyError) -> Resolution {
        if let session = sessions[login] { return .ready(session) }
        switch try state.resolve(login) {
        case .pending:
            return .pending
        case .ready(let session):
            if sessions.count >= Self.sessionsMax { sessions = [:] }
            if let previous = previousSessions[login] { session.succeed(previous) }
            sessions[login] = session
            return .ready(session)
        }
    }

    /// The same session with another search path.
    ///
    /// - Parameters:
    ///   - base: The session as it is.
    ///   - searchPath: As SET gave it; nil for the policy's own.
    /// - Returns: One session per policy and search path, so that their plans are shared.
    func session(_ base: ResolvedSession, searchPath: String?) -> ResolvedSession {
        let origin = base.origin ?? base
        guard let searchPath = searchPath else { return origin }
        let key = SearchPathVariant(contextID: origin.contextID, searchPath: searchPath)
        if let known = variants[key] { return known }
        if variants.count >= Self.sessionsMax { variants = [:] }
        let variant = ResolvedSession(
            context: RewriteContext(
                policy: origin.context.policy,
                searchPath: SearchPath.schemas(searchPath),
                limits: origin.context.limits
            ),
            parameters: origin.parameters,
            tag: origin.tag,
            origin: origin
        )
        variants[key] = variant
        return variant
    }

    // MARK: Plans

    /// Rewrites a large text on a parser thread: a parse cannot be cancelled, and nobody else on this
    /// loop shall wait for it.
    ///
    /// - Parameters:
    ///   - client: Learns the outcome by `planned`.
    ///   - text: The statement text.
    ///   - kind: Where it came from.
    ///   - declaredTypes: Of its parameters.
    ///   - session: What it is rewritten under.
    /// - Throws: 53400 when too many wait for the parser already.
    func planElsewhere(
        for client: Client,
        _ text: UnsafeRawBufferPointer,
        _ kind: MessageKind,
        declaredTypes: DeclaredTypes,
        in session: ResolvedSession
    ) throws(ProxyError) {
        let facts = client.facts(for: text)
        let copy = Array(text)
        let types = Array(declaredTypes.bytes)
        let oids = declaredTypes.oids
        let context = session.context
        let contextID = session.contextID
        let policyID = session.policyID
        let tag = session.tag
        let mailbox = client.loop.mailbox
        let transfer = Transfer(client)
        let isQueued = parsers.submit {
            let outcome: Result<RewrittenMessage, ProxyError>
            do throws(ProxyError) {
                outcome = .success(
                    try copy.withBytes { bytes throws(ProxyError) in
                        try Rewriter.rewrite(
                            bytes,
                            as: kind,
                            in: context,
                            parameterTypes: oids,
                            session: facts
                        )
                    }
                )
            } catch {
                outcome = .failure(error)
            }
            mailbox.post { loop in
                let hash = copy.withUnsafeBytes { text in
                    types.withUnsafeBytes {
                        StatementCache.hash(
                            text,
                            kind: kind,
                            contextID: contextID,
                            declaredTypes: $0
                        )
                    }
                }
                let planned = outcome.map { message in
                    Plan(
                        hash: hash,
                        contextID: contextID,
                        policyID: policyID,
                        kind: kind,
                        clientText: copy,
                        declaredTypes: types,
                        message: message,
                        tag: tag
                    )
                }
                loop.worker.keepLarge(planned)
                transfer.value.planned(hash: hash, outcome: planned)
            }
        }
        if !isQueued {
            throw ProxyError(
                .configurationLimitExceeded,
                "too many large statements wait to be parsed"
            )
        }
    }

    private func keepLarge(_ planned: Result<Plan, ProxyError>) {
        guard case .success(let plan) = planned, !plan.message.isSessionSpecific else { return }
        largeCache.insert(plan)
    }

    /// The plan of a large text that a parser thread has seen already.
    ///
    /// - Parameters:
    ///   - text: The statement text.
    ///   - hash: `StatementCache.hash` of it and all that follows.
    ///   - kind: Where it came from.
    ///   - contextID: Of what it is rewritten under.
    ///   - declaredTypes: Of its parameters.
    /// - Returns: Nil for one that was not seen, or not lately.
    func largePlan(
        _ text: UnsafeRawBufferPointer,
        hash: UInt64,
        _ kind: MessageKind,
        contextID: ContextID,
        _ declaredTypes: DeclaredTypes
    ) -> Plan? {
        largeCache.find(
            text,
            hash: hash,
            kind: kind,
            contextID: contextID,
            declaredTypes: declaredTypes.bytes
        )
    }

    func plan(
        _ text: UnsafeRawBufferPointer,
        _ kind: MessageKind,
        declaredTypes: DeclaredTypes,
        in session: ResolvedSession,
        facts: @autoclosure () -> SessionFacts
    ) throws(ProxyError) -> Plan {
        let contextID = session.contextID
        let hash = StatementCache.hash(
            text,
            kind: kind,
            contextID: contextID,
            declaredTypes: declaredTypes.bytes
        )
        if let plan = cache.find(
            text,
            hash: hash,
            kind: kind,
            contextID: contextID,
            declaredTypes: declaredTypes.bytes
        ) {
            return plan
        }
        let integers = declaredTypes.bytes.isEmpty ? ComparedIntegers(text) : nil
        if let integers,
            let message = templates.filled(text, integers, kind: kind, contextID: contextID)
        {
            // Not cached: the next one will have other integers, and filling in is as quick.
            return Plan(
                hash: hash,
                contextID: contextID,
                policyID: session.policyID,
                kind: kind,
                clientText: Array(text),
                declaredTypes: [],
                message: message,
                tag: session.tag
            )
        }
        let message = try Rewriter.rewrite(
            text,
            as: kind,
            in: session.context,
            parameterTypes: declaredTypes.oids,
            session: facts()
        )
        if let integers, !message.isSessionSpecific {
            templates.learn(text, integers, kind: kind, from: message, in: session)
        }
        let plan = Plan(
            hash: hash,
            contextID: contextID,
            policyID: session.policyID,
            kind: kind,
            clientText: Array(text),
            declaredTypes: Array(declaredTypes.bytes),
            message: message,
            tag: session.tag
        )
        if !message.isSessionSpecific { cache.insert(plan) }
        return plan
    }

    /// The id of one execution in the database's log: unlike any other's of this or another process.
    func nextTraceID() -> UInt64 {
        lastTraceID &+= 0x9E37_79B9_7F4A_7C15
        return lastTraceID
    }

    /// A number that no other loop gives: backends go from one to another with what they have prepared.
    func nextStatementID() -> UInt64 {
        lastStatementID += UInt64(shared.loopCount)
        return lastStatementID
    }

    // MARK: Clients

    var clientCount: Int { clients.count }

    /// The environments that sessions of this loop use.
    var environmentsInUse: Set<String> {
        Set(clients.values.compactMap { $0.resolved?.identity.environment })
    }

    func add(_ client: Client) {
        clients[ObjectIdentifier(client)] = client
        if let key = client.cancelKey { clientsByProcessID[key.processID] = client }
        // Accepted or on its way from another loop when the shutdown began.
        if isDraining { client.drain() }
    }

    func remove(_ client: Client) {
        if clients.removeValue(forKey: ObjectIdentifier(client)) != nil {
            shared.clientClosed()
        }
        if let key = client.cancelKey { clientsByProcessID[key.processID] = nil }
        awaitingCatalog.removeAll { $0 === client }
    }

    func waitForCatalog(_ client: Client) {
        awaitingCatalog.append(client)
    }

    /// The client has logged in: it gets a cancel key.
    func loggedIn(_ client: Client) -> CancelRegistry.Key? {
        guard let loop = loop else { return nil }
        let user = client.resolved?.identity.user ?? ""
        let key = cancels.register(mailbox: loop.mailbox, user: user)
        clientsByProcessID[key.processID] = client
        return key
    }

    /// The loop on which a client of that pool is at home: another than this when the pool has fewer
    /// backends than there are loops, so that they need not go to and fro.
    func home(of pool: Pool) -> Int? {
        let size = pool.connection.pool.size
        guard let loop = loop, loop.index >= size else { return nil }
        return shared.homeLoop(poolSize: size)
    }

    /// Hands a client to another loop, descriptor and all.
    ///
    /// Only once everything of this loop that may still hold the client in hand has returned: from then on
    /// it belongs to another thread.
    func move(_ client: Client, toLoop index: Int) {
        client.updateInterest()
        let transfer = Transfer(client)
        loop?.mailbox.post { loop in loop.worker.handOver(transfer.value, toLoop: index) }
    }

    private func handOver(_ client: Client, toLoop index: Int) {
        guard let loop = loop, !client.isClosed else { return }
        clients[ObjectIdentifier(client)] = nil
        if let key = client.cancelKey {
            clientsByProcessID[key.processID] = nil
            cancels.move(key, to: shared.mailboxes[index])
        }
        loop.depart(client)
        let transfer = Transfer(client)
        shared.mailboxes[index].post { other in
            other.worker.add(transfer.value)
            transfer.value.arrived(on: other)
        }
    }

    // MARK: Cancelling

    /// A cancel request for a client of this loop.
    ///
    /// - Parameters:
    ///   - processID: What the client was told is its server's process id.
    ///   - done: Called when the request has been delivered or there was nothing to cancel.
    func cancel(processID: Int32, done: @escaping @Sendable () -> Void) {
        guard let client = clientsByProcessID[processID] else { return done() }
        if client.isWaitingForLease {
            client.cancelWaiting()
            return done()
        }
        guard let backend = client.backend, backend.expected.visibleDebt.isOwing else {
            return done()
        }
        if backend.isBeingPrepared { return backend.holdCancel(done) }
        cancel(backend, done: done)
    }

    /// Another session of the same user wants this one to end.
    func terminate(processID: Int32) {
        clientsByProcessID[processID]?.fail(
            ProxyError(.adminShutdown, "terminating connection due to administrator command")
        )
    }

    /// Cancels what a backend runs; until that is done it serves nobody else.
    func cancel(_ backend: Backend, done: @escaping @Sendable () -> Void = {}) {
        backend.cancelsInFlight += 1
        let request = backend.cancel
        let transfer = Transfer(backend)
        let mailbox = backend.loop.mailbox
        let log = backend.loop.log
        let isQueued = cancellers.submit {
            do throws(ProxyError) {
                try request.send(timeout: Self.cancelTimeout)
            } catch {
                log.warning(
                    "cancel failed",
                    metadata: ["reason": "\(error.logMessage ?? error.message)"]
                )
            }
            mailbox.post { _ in
                transfer.value.cancelFinished()
                done()
            }
        }
        if !isQueued {
            backend.cancelFinished()
            done()
        }
    }

    // MARK: Time

    func pause(_ listener: Listener) {
        pausedListeners.append(listener)
    }

    /// Called twice a second.
    func sweep() {
        guard let loop = loop else { return }
        let paused = pausedListeners
        pausedListeners = []
        if !isDraining { for listener in paused { listener.register(on: loop) } }
        for pool in pools.values { pool.sweep() }
        let listen = state.configuration.listen
        let loginTimeout = listen.loginTimeout.nanoseconds
        let idleTimeout = listen.idleTimeout.nanoseconds
        for client in clients.values {
            client.sweep(now: loop.now, loginTimeout: loginTimeout, idleTimeout: idleTimeout)
        }
        if isDraining, clients.isEmpty { loop.stop() }
    }

    // MARK: Shutdown

    /// Ends idle sessions now and the others when their transaction does.
    func drain() {
        isDraining = true
        for client in clients.values { client.drain() }
        for pool in pools.values { pool.closeIdle() }
        if clients.isEmpty { loop?.stop() }
    }

    func clientBecameIdle(_ client: Client) {
        if isDraining { client.drain() }
    }

    /// The drain time-out has passed.
    func stop() {
        for client in clients.values {
            client.fail(
                ProxyError(
                    .adminShutdown,
                    "terminating connection due to administrator command"
                )
            )
        }
        loop?.stop()
    }
}
