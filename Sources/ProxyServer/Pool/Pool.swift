// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Logging
import PostgresErrors

/// The backends of one connection on one loop, and the clients that wait for one.
///
/// `pool_size` counts the backends of all loops; those that clients wait for move to where they are needed
/// (`SharedPool`). Does what `PoolStateMachine` decides. Confined to its loop.
final class Pool {
    let name: String
    let loop: EventLoop
    private(set) var connection: ConnectionSettings {
        didSet { times = Times(connection.pool) }
    }
    private var times: Times
    private var machine = PoolStateMachine()
    private let shared: SharedPool
    /// There are other loops to exchange backends with.
    private let isOneOfSeveral: Bool
    /// Other loops know that clients wait here.
    private var isAsking = false
    /// Last in, first out: a backend just used is warm, and the others may grow old and be closed.
    private var idle: [Backend] = [] {
        didSet { if isOneOfSeveral { shared.noteIdle(loop.index, !idle.isEmpty) } }
    }
    /// In no order: each knows its place.
    private var leased: [Backend] = []
    private var waiting: [Client] = []
    private var waitingStart = 0

    /// - Parameters:
    ///   - connection: Where its backends lead and how they are kept.
    ///   - shared: What the pools of that connection on all loops have in common.
    ///   - loop: The loop it belongs to.
    init(connection: ConnectionSettings, shared: SharedPool, loop: EventLoop) {
        self.name = connection.name
        self.connection = connection
        self.shared = shared
        times = Times(connection.pool)
        self.loop = loop
        isOneOfSeveral = loop.worker.shared.loopCount > 1
    }

    /// Backends serve a transaction, not a session.
    var releasesEarly: Bool { times.releasesEarly }

    /// What is asked of the settings at the end of every transaction.
    private struct Times {
        let serverLifetime: UInt64
        let releasesEarly: Bool

        init(_ settings: PoolSettings) {
            serverLifetime = settings.serverLifetime.nanoseconds
            releasesEarly = settings.mode == .transaction
        }
    }

    /// Takes over changed settings; backends opened with another conninfo serve nobody new.
    func reconfigure(_ settings: ConnectionSettings) {
        if settings.conninfo != connection.conninfo { retireAll() }
        connection = settings
    }

    /// The connection is not configured any more: those who wait have waited in vain.
    func retire() {
        retireAll()
        failWaiters(
            ProxyError(
                .adminShutdown,
                "terminating connection because access has changed",
                hint: "Connect again."
            )
        )
    }

    private func failWaiters(_ error: ProxyError) {
        // Those who ask again while this goes on are new.
        for _ in waitingStart..<waiting.count {
            let client = nextWaiter()
            machine.waiterLeft()
            client.leaseFailed(error)
        }
        reviewNeed()
    }

    private func retireAll() {
        for backend in leased { backend.isRetired = true }
        for backend in idle {
            backend.isRetired = true
            backend.close()
        }
    }

    // MARK: Leasing

    /// Leases a backend to a client.
    ///
    /// - Returns: Whether the client has one now; otherwise it waits and `Client.leased(_:)` follows.
    func lease(to client: Client) -> Bool {
        switch machine.leaseRequested(takeRoom: { shared.take() }) {
        case .useIdle:
            let backend = idle.removeLast()
            addLeased(backend)
            client.attach(backend)
            return true
        case .wait:
            waiting.append(client)
            reviewNeed()
            return false
        case .openAndWait:
            waiting.append(client)
            open()
            return false
        }
    }

    /// The client no longer waits.
    func stopWaiting(_ client: Client) {
        for index in waitingStart..<waiting.count where waiting[index] === client {
            waiting.remove(at: index)
            machine.waiterLeft()
            return reviewNeed()
        }
    }

    /// Takes a clean backend back.
    func release(_ backend: Backend) {
        backend.client = nil
        backend.idleSince = loop.now
        if backend.isRetired || isTooOld(backend) || shared.isOver {
            // Still counted as active; `closed` sets that right.
            backend.close()
            return
        }
        if isOneOfSeveral, shared.isAsked, waitingStart < waiting.count,
            let needy = shared.neediest(
                besides: loop.index,
                before: waiting[waitingStart].waitingSince &- SharedPool.patience
            )
        {
            // Whoever gives it back is still at work on what it said.
            return loop.mailbox.postOnLoop { [self] in giveReleased(backend, to: needy) }
        }
        place(backend, machine.released())
    }

    private func place(_ backend: Backend, _ action: PoolStateMachine.ArrivalAction) {
        switch action {
        case .keepIdle:
            removeLeased(backend)
            idle.append(backend)
            // Whoever gives it back is still at work on what it said.
            if isOneOfSeveral, shared.isAsked { loop.mailbox.postOnLoop { [self] in giveIdle() } }
        case .serveWaiter:
            if backend.leasedPlace == nil { addLeased(backend) }
            let client = nextWaiter()
            reviewNeed()
            client.attach(backend)
            client.leaseGranted()
        }
    }

    private func addLeased(_ backend: Backend) {
        backend.leasedPlace = leased.count
        leased.append(backend)
    }

    /// - Returns: Whether it was there.
    @discardableResult
    private func removeLeased(_ backend: Backend) -> Bool {
        guard let place = backend.leasedPlace else { return false }
        backend.leasedPlace = nil
        let last = leased.removeLast()
        if last !== backend {
            leased[place] = last
            last.leasedPlace = place
        }
        return true
    }

    private func nextWaiter() -> Client {
        let client = waiting[waitingStart]
        waitingStart += 1
        if waitingStart == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            waitingStart = 0
        } else if waitingStart > 1024 {
            waiting.removeFirst(waitingStart)
            waitingStart = 0
        }
        return client
    }

    /// A backend of this pool has closed.
    func closed(_ backend: Backend) {
        if removeLeased(backend) {
            machine.activeLeft()
        } else if let index = idle.firstIndex(where: { $0 === backend }) {
            idle.remove(at: index)
            machine.idleLeft()
        } else {
            return
        }
        shared.giveBack(wasEstablished: true)
        roomCame()
    }

    // MARK: Exchange with other loops

    /// Tells the other loops that clients wait here for whom there is no room, or that they do no more.
    private func reviewNeed() {
        guard isOneOfSeveral else { return }
        while isAsking {
            let isStillOpen =
                machine.unserved > 0
                ? shared.renew(loop.index, since: waiting[waitingStart].waitingSince)
                : shared.withdraw(loop.index)
            if isStillOpen {
                isAsking = machine.unserved > 0
                return
            }
            isAsking = false
            machine.promised()
        }
        guard machine.unserved > 0 else { return }
        isAsking = true
        shared.ask(loop.index, since: waiting[waitingStart].waitingSince)
        wakeIdleLoop()
    }

    /// Asks a loop that has an idle backend to give it to one that needs it.
    private func wakeIdleLoop() {
        guard let index = shared.idleLoop(besides: loop.index) else { return }
        let name = name
        loop.worker.shared.mailboxes[index].post { $0.worker.pool(named: name)?.giveIdle() }
    }

    /// Gives idle backends to loops that ask for some.
    private func giveIdle() {
        while let needy = shared.neediest(besides: loop.index) {
            guard let backend = idle.last else { return wakeIdleLoop() }
            // What has come for it unasked is left to be read here.
            guard backend.mayMove else { return }
            guard shared.claim(needy) else { continue }
            idle.removeLast()
            machine.idleLeft()
            send(backend, to: needy)
        }
    }

    /// A backend has come back clean, and elsewhere somebody has waited longer than anybody here.
    private func giveReleased(_ backend: Backend, to needy: Int) {
        guard !backend.isClosed else { return }
        guard !backend.isRetired else { return backend.close() }
        guard backend.mayMove, shared.claim(needy) else {
            return place(backend, machine.released())
        }
        removeLeased(backend)
        machine.activeLeft()
        send(backend, to: needy)
    }

    private func send(_ backend: Backend, to index: Int) {
        let moving = backend.leaveLoop()
        let (name, conninfo, shared) = (name, connection.conninfo, shared)
        loop.worker.shared.mailboxes[index].post { other in
            if let pool = other.worker.pool(named: name) {
                pool.came(moving, conninfo: conninfo)
            } else {
                moving.close()
                shared.giveBack(wasEstablished: true)
            }
        }
    }

    /// A backend of another loop is here.
    private func came(_ moving: MovingBackend, conninfo: String) {
        let backend = Backend(moving, loop: loop, pool: self)
        backend.isRetired = conninfo != connection.conninfo
        reviewNeed()
        place(backend, machine.came())
    }

    /// There is room for one more, here or where it is needed.
    private func roomCame() {
        if machine.openingRetried(takeRoom: { shared.take() }) {
            reviewNeed()
            open()
        } else if isOneOfSeveral, let needy = shared.neediest(besides: loop.index) {
            let name = name
            loop.worker.shared.mailboxes[needy].post { other in
                other.worker.pool(named: name)?.tryOpening()
            }
        }
    }

    private func tryOpening() {
        guard machine.openingRetried(takeRoom: { shared.take() }) else { return }
        reviewNeed()
        open()
    }

    // MARK: Opening

    private func open() {
        let conninfo = connection.conninfo
        let mailbox = loop.mailbox
        let name = name
        guard let connector = loop.worker.state.connectors[name] else {
            return failLater(
                ProxyError(
                    .sqlclientUnableToEstablishConnection,
                    "the database is not configured any more"
                )
            )
        }
        let isQueued = loop.worker.openers.submit {
            let result: Result<BackendTransport, ProxyError>
            do throws(ProxyError) {
                result = .success(try connector.connect())
            } catch {
                result = .failure(error)
            }
            mailbox.post { loop in
                loop.worker.pool(named: name)?.opened(result, conninfo: conninfo)
            }
        }
        if !isQueued {
            failLater(
                ProxyError(
                    .sqlclientUnableToEstablishConnection,
                    "too many connections are being opened"
                )
            )
        }
    }

    /// Reports that opening failed once the client that asked has been told to wait.
    private func failLater(_ error: ProxyError) {
        let (name, conninfo) = (name, connection.conninfo)
        loop.mailbox.post { loop in
            loop.worker.pool(named: name)?.opened(.failure(error), conninfo: conninfo)
        }
    }

    private func opened(_ result: Result<BackendTransport, ProxyError>, conninfo: String) {
        switch result {
        case .success(let opened):
            shared.opened()
            let backend = Backend(opened, loop: loop, pool: self)
            backend.isRetired = conninfo != connection.conninfo
            place(backend, machine.opened())
        case .failure(let error):
            machine.openFailed()
            shared.giveBack(wasEstablished: false)
            reviewNeed()
            loop.log.error(
                "cannot open a backend",
                metadata: [
                    "pool": "\(name)", "reason": "\(error.logMessage ?? error.message)",
                ]
            )
            // With others at work the waiters will be served by them; else nobody will.
            guard machine.total == 0, !shared.hasEstablished else { return }
            failWaiters(error)
        }
    }

    // MARK: Time

    private func isTooOld(_ backend: Backend) -> Bool {
        let lifetime = times.serverLifetime
        return lifetime > 0 && loop.now &- backend.openedAt > lifetime
    }

    /// Closes what is too old or too long idle, refuses who waited too long, keeps the minimum open.
    func sweep() {
        let idleTimeout = connection.pool.serverIdleTimeout.nanoseconds
        for backend in idle {
            let isIdleTooLong =
                idleTimeout > 0 && loop.now &- backend.idleSince > idleTimeout
                && shared.total > connection.pool.minimumSize
            if isIdleTooLong || isTooOld(backend) || shared.isOver { backend.close() }
        }
        let waitTimeout = connection.pool.queryWaitTimeout.nanoseconds
        while waitTimeout > 0, waitingStart < waiting.count,
            loop.now &- waiting[waitingStart].waitingSince > waitTimeout
        {
            let client = nextWaiter()
            machine.waiterLeft()
            client.leaseFailed(
                ProxyError(
                    .tooManyConnections,
                    "no database connection became free in time",
                    hint: "The pool of this database is exhausted (query_wait_timeout)."
                )
            )
        }
        reviewNeed()
        // Opening may have failed while others held backends; who waits must not wait for those alone.
        tryOpening()
        if isOneOfSeveral, shared.isAsked { giveIdle() }
        if shared.total < connection.pool.minimumSize,
            shared.take(upTo: connection.pool.minimumSize)
        {
            machine.openingStarted()
            open()
        }
    }

    /// Closes everything that serves nobody; used at shutdown.
    func closeIdle() {
        for backend in idle { backend.close() }
    }
}

extension Duration {
    /// Whole nanoseconds; 0 for negative ones.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return UInt64(seconds) &* 1_000_000_000 &+ UInt64(attoseconds / 1_000_000_000)
    }
}
