// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
package import Configuration
import Glibc
package import Logging
package import PostgresErrors
import PostgresWire
import SQLRewrite
import Synchronization

/// The server as a whole: loops, listeners, and the control thread that loads catalogs, reloads and
/// shuts down.
///
/// `run` occupies the calling thread, which becomes the control thread.
package final class ProxyServer {
    /// How long after a failure a database is tried again.
    private static let retryInterval: UInt64 = 5_000_000_000

    /// How often the catalogs of databases in use are looked at; an error that a changed schema
    /// explains has them looked at within a second.
    private static let catalogInterval: UInt64 = 5_000_000_000

    /// Open files beyond clients and pools: loops, listeners, cancels, catalogs, the log.
    private static let descriptorsBesides = 64

    private let log: Logger
    private let reload: () throws -> ProxyConfiguration
    private let hasChanged: () -> Bool
    /// Blocked before the first thread starts: one that left them open would die of them.
    private let signals: ControlSignals
    private let openers: JobThreads
    /// A cancel waits for its server's answer, and behind no server that does not answer.
    private let cancellers: JobThreads
    private let parsers: JobThreads
    private let cancels = CancelRegistry()
    private let shared: SharedServer
    private var state: ServerState
    private var listeners: [Listener] = []
    private let running: RunningLoops
    private var lastRetry: UInt64 = 0
    private var lastCatalogRound: UInt64 = 0

    /// A server starts a process for each cancel, which takes tens of milliseconds when it is busy: with
    /// fewer, the cancels of a dashboard that is left would stand in line for those of another.
    private static let cancellersCount = 4

    /// - Parameters:
    ///   - configuration: A configuration that has been checked.
    ///   - log: Where everything the server has to say goes.
    ///   - hasChanged: Whether a file has changed that was read by the last load; asked when `watch` is on.
    ///   - reload: Loads the configuration anew; what it throws is logged and changes nothing.
    /// - Throws: 22023 for a connection string that libpq does not understand.
    package init(
        configuration: ProxyConfiguration,
        log: Logger,
        hasChanged: @escaping () -> Bool,
        reload: @escaping () throws -> ProxyConfiguration
    ) throws(ProxyError) {
        self.log = log
        self.reload = reload
        self.hasChanged = hasChanged
        let workers = configuration.listen.workers
        let loopCount = workers > 0 ? workers : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        signals = ControlSignals()
        openers = JobThreads(count: 2)
        cancellers = JobThreads(count: Self.cancellersCount)
        parsers = JobThreads(count: 1)
        shared = SharedServer(loopCount: loopCount)
        state = ServerState(
            generation: 1,
            configuration: configuration,
            facts: [:],
            connectors: try ServerState.connectors(for: configuration)
        )
        running = RunningLoops(count: loopCount)
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Parameter ready: Called when the listeners are open, with their addresses.
    /// - Throws: Why the server cannot start.
    package func run(ready: ([ListenAddress]) -> Void) throws(ProxyError) {
        ignoreBrokenPipeSignals()
        raiseDescriptorLimit()
        try ParserSelfTest.run()
        Rewriter.warmUp()
        let settings = state.configuration.listen
        let tls = try tlsContext(settings.tls)
        for address in settings.addresses {
            listeners.append(
                try Listener(
                    address: address,
                    settings: settings,
                    tls: tls,
                    shared: shared,
                    log: log
                )
            )
        }
        loadFacts(of: Array(state.configuration.connections.keys))
        startLoops()
        ready(settings.addresses)
        control()
    }

    /// Takes all the descriptors the system grants; each client and each backend needs one.
    private func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        let pools = state.configuration.connections.values.reduce(0) { $0 + $1.pool.size }
        let needed = state.configuration.listen.maxClients + pools + Self.descriptorsBesides
        if limit.rlim_cur < UInt(needed) {
            log.warning(
                "the limit of open files is too low for max_clients and the pools",
                metadata: ["limit": "\(limit.rlim_cur)", "needed": "\(needed)"]
            )
        }
    }

    private func tlsContext(_ settings: ListenTLSSettings) throws(ProxyError) -> TLSServerContext? {
        guard settings.mode != .off, let certificate = settings.certificate,
            let privateKey = settings.privateKey
        else { return nil }
        do throws(TLSContextError) {
            return try TLSServerContext(
                certificateFile: certificate,
                privateKeyFile: privateKey,
                clientCAFile: settings.clientCA
            )
        } catch {
            throw ProxyError(
                .connectionException,
                "cannot set up TLS: \(error)",
                hint: "Check [listen.tls] in the configuration."
            )
        }
    }

    private func startLoops() {
        let transfer = Transfer(listeners)
        for index in 0..<shared.loopCount {
            let state = state
            let openers = openers
            let cancellers = cancellers
            let parsers = parsers
            let cancels = cancels
            let shared = shared
            let log = log
            let running = running
            LoopThread.start {
                let worker = Worker(
                    state: state,
                    openers: openers,
                    cancellers: cancellers,
                    parsers: parsers,
                    cancels: cancels,
                    shared: shared
                )
                let loop = EventLoop(
                    index: index,
                    mailbox: shared.mailboxes[index],
                    worker: worker,
                    log: log
                )
                if index == 0 {
                    for listener in transfer.value { listener.register(on: loop) }
                }
                loop.run()
                running.finished()
            }
        }
    }

    // MARK: Control

    private func control() {
        while true {
            switch signals.wait(milliseconds: 1000) {
            case .reload:
                reloadConfiguration()
            case .shutdown:
                return drain()
            case nil:
                if state.configuration.watchesFiles, hasChanged() { reloadConfiguration() }
                retryFailedConnections()
                watchCatalogs()
            }
        }
    }

    /// Has the catalogs looked at that may have changed, and publishes those that have.
    private func watchCatalogs() {
        adoptChangedCatalogs()
        let now = MonotonicClock.nanoseconds
        let isRound = now &- lastCatalogRound > Self.catalogInterval
        for name in shared.catalogs.due(includingUsed: isRound) {
            let catalogs = shared.catalogs
            guard case .success(let known)? = state.facts[name],
                let connector = state.connectors[name],
                let connection = state.configuration.connections[name]
            else {
                catalogs.looked(at: name, nil)
                continue
            }
            let fingerprint = known.catalog.fingerprint
            let timeout = connection.pool.serverConnectTimeout
            let isQueued = openers.submit {
                // A database that cannot be reached has nothing new to say.
                let catalog = try? connector.changedCatalog(since: fingerprint, timeout: timeout)
                catalogs.looked(
                    at: name,
                    catalog.map { CatalogWatch.Change(catalog: $0, connector: connector) }
                )
            }
            if !isQueued { catalogs.looked(at: name, nil) }
        }
        guard isRound else { return }
        lastCatalogRound = now
        for mailbox in shared.mailboxes {
            mailbox.post { loop in
                loop.worker.shared.catalogs.use(loop.worker.environmentsInUse)
            }
        }
    }

    private func adoptChangedCatalogs() {
        var facts = state.facts
        var hasChanged = false
        let changes = shared.catalogs.takeChanges()
        if changes.isEmpty { return }
        for (name, change) in changes {
            guard state.connectors[name] === change.connector,
                case .success(var known)? = facts[name]
            else { continue }
            var old = known.catalog
            old.fingerprint = change.catalog.fingerprint
            // A change that the snapshot says nothing of costs no session its plans.
            hasChanged = hasChanged || old != change.catalog
            known.catalog = change.catalog
            facts[name] = .success(known)
            log.notice("a database's catalog has changed", metadata: ["connection": "\(name)"])
        }
        state = ServerState(
            generation: state.generation + (hasChanged ? 1 : 0),
            configuration: state.configuration,
            facts: facts,
            connectors: state.connectors
        )
        if hasChanged { publish() }
    }

    private func reloadConfiguration() {
        let configuration: ProxyConfiguration
        let connectors: [String: LibpqConnector]
        do {
            configuration = try reload()
            connectors = try ServerState.connectors(for: configuration)
        } catch {
            log.error(
                "reload rejected, the running configuration stays",
                metadata: ["reason": "\(error)"]
            )
            return
        }
        if configuration.listen.addresses != state.configuration.listen.addresses
            || configuration.listen.tls != state.configuration.listen.tls
            || configuration.listen.workers != state.configuration.listen.workers
        {
            log.warning("changes of listen addresses, TLS and workers take effect after a restart")
        }
        let previous = state
        state = ServerState(
            generation: previous.generation + 1,
            configuration: configuration,
            facts: previous.facts,
            connectors: connectors
        )
        loadFacts(of: Array(configuration.connections.keys), keeping: previous)
        publish()
        log.notice("configuration reloaded")
    }

    private func retryFailedConnections() {
        let now = MonotonicClock.nanoseconds
        guard now &- lastRetry > Self.retryInterval else { return }
        lastRetry = now
        let failed = state.configuration.connections.keys.filter { name in
            if case .success? = state.facts[name] { return false }
            return true
        }
        guard !failed.isEmpty else { return }
        if loadFacts(of: failed) { publish() }
    }

    /// Reads the catalogs of connections, several at a time; waits for all.
    ///
    /// - Parameters:
    ///   - names: Which connections.
    ///   - previous: What to stay with when a database that was known cannot be reached now.
    /// - Returns: Whether any could be read.
    @discardableResult
    private func loadFacts(of names: [String], keeping previous: ServerState? = nil) -> Bool {
        let results = Mutex<[String: Result<ServerState.BackendFacts, ProxyError>]>([:])
        let configuration = state.configuration
        let pending = CountDown(names.count)
        for name in names {
            guard let connection = configuration.connections[name],
                let connector = state.connectors[name]
            else {
                pending.down()
                continue
            }
            let timeout = connection.pool.serverConnectTimeout
            let isQueued = openers.submit {
                let result = connector.facts(timeout: timeout)
                results.withLock { $0[name] = result }
                pending.down()
            }
            if !isQueued { pending.down() }
        }
        pending.wait()
        var facts = state.facts
        var anySucceeded = false
        for (name, result) in results.withLock({ $0 }) {
            switch result {
            case .success(let known):
                anySucceeded = true
                facts[name] = result
                if let account = known.catalog.account, !account.excess.isEmpty {
                    log.warning(
                        "a backend's role has more rights than reading needs",
                        metadata: [
                            "connection": "\(name)", "role": "\(account.name)",
                            "rights": "\(account.excess.joined(separator: "; "))",
                        ]
                    )
                }
            case .failure(let error):
                log.error(
                    "cannot read a database's catalog",
                    metadata: [
                        "connection": "\(name)", "sqlstate": "\(error.sqlState)",
                        "reason": "\(error.logMessage ?? error.message)",
                    ]
                )
                if let known = previous?.facts[name], case .success = known,
                    previous?.configuration.connections[name]?.conninfo
                        == configuration.connections[name]?.conninfo
                {
                    continue
                }
                facts[name] = result
            }
        }
        state = ServerState(
            generation: state.generation + 1,
            configuration: configuration,
            facts: facts.filter { configuration.connections[$0.key] != nil },
            connectors: state.connectors
        )
        return anySucceeded
    }

    private func publish() {
        let state = state
        for mailbox in shared.mailboxes {
            mailbox.post { loop in loop.worker.adopt(state) }
        }
        let maxClients = state.configuration.listen.maxClients
        let transfer = Transfer(listeners)
        shared.mailboxes[0].post { _ in
            for listener in transfer.value { listener.maxClients = maxClients }
        }
    }

    private func drain() {
        log.notice("shutting down: waiting for open transactions")
        let transfer = Transfer(listeners)
        listeners = []
        shared.mailboxes[0].post { loop in
            for listener in transfer.value {
                loop.remove(listener.descriptor)
                // A connection to it may still stand in this batch's events.
                loop.bury(listener)
            }
        }
        for mailbox in shared.mailboxes { mailbox.post { $0.worker.drain() } }
        let deadline =
            MonotonicClock.nanoseconds &+ state.configuration.listen.drainTimeout.nanoseconds
        while !running.areAllFinished, MonotonicClock.nanoseconds < deadline { usleep(20_000) }
        for mailbox in shared.mailboxes { mailbox.post { $0.worker.stop() } }
        let patience = MonotonicClock.nanoseconds &+ 2_000_000_000
        while !running.areAllFinished, MonotonicClock.nanoseconds < patience { usleep(20_000) }
        log.notice("stopped")
    }
}

extension LibpqConnector {
    /// Everything a session needs to know of the database before it has a backend.
    fileprivate func facts(timeout: Duration) -> Result<ServerState.BackendFacts, ProxyError> {
        do throws(ProxyError) {
            let catalog = try loadCatalog(timeout: timeout)
            // A real backend, opened like all others, so that clients are told what they will get.
            var probe = try connect()
            probe.transport.close()
            return .success(.init(catalog: catalog, parameters: probe.parameters))
        } catch {
            return .failure(error)
        }
    }
}

/// How many loops still run.
private final class RunningLoops: Sendable {
    private let count: Atomic<Int>

    init(count: Int) {
        self.count = Atomic(count)
    }

    func finished() {
        count.wrappingSubtract(1, ordering: .acquiringAndReleasing)
    }

    var areAllFinished: Bool { count.load(ordering: .acquiring) <= 0 }
}

/// Waits on one thread for work that others do.
private final class CountDown: Sendable {
    private let remaining: Atomic<Int>

    init(_ count: Int) {
        remaining = Atomic(count)
    }

    func down() {
        remaining.wrappingSubtract(1, ordering: .acquiringAndReleasing)
    }

    func wait() {
        // Only the control thread waits, for connections that take milliseconds to seconds.
        while remaining.load(ordering: .acquiring) > 0 { usleep(2_000) }
    }
}
