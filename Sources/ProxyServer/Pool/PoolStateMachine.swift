// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides for one pool of one loop who gets a backend and when one is opened.
///
/// A pure value over counts: `Pool` holds the backends and the waiting clients and does what is decided
/// here. PgBouncer's words: active (leased), idle, waiting.
struct PoolStateMachine {
    enum LeaseAction: Equatable {
        case useIdle
        case wait
        case openAndWait
    }

    enum ArrivalAction: Equatable {
        case serveWaiter
        case keepIdle
    }

    /// The most backends this pool may hold at once.
    var capacity: Int
    private(set) var idle = 0
    private(set) var active = 0
    private(set) var opening = 0
    private(set) var waiting = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Backends that exist or are being opened.
    var total: Int { idle + active + opening }

    /// A client wants a backend.
    mutating func leaseRequested() -> LeaseAction {
        if idle > 0, waiting == 0 {
            idle -= 1
            active += 1
            return .useIdle
        }
        waiting += 1
        return startOpeningIfNeeded() ? .openAndWait : .wait
    }

    /// A waiting client went away or was refused.
    mutating func waiterLeft() {
        waiting -= 1
    }

    /// A backend has been opened.
    mutating func opened() -> ArrivalAction {
        opening -= 1
        return placeFree()
    }

    /// Opening one failed.
    mutating func openFailed() {
        opening -= 1
    }

    /// A leased backend came back clean.
    mutating func released() -> ArrivalAction {
        active -= 1
        return placeFree()
    }

    /// A leased backend is closed instead of coming back.
    ///
    /// - Returns: Whether another is to be opened for those who wait.
    mutating func activeClosed() -> Bool {
        active -= 1
        return startOpeningIfNeeded()
    }

    /// An idle backend is closed: too old, too long idle, or lost.
    ///
    /// - Returns: Whether another is to be opened for those who wait.
    mutating func idleClosed() -> Bool {
        idle -= 1
        return startOpeningIfNeeded()
    }

    /// Somebody waits and nothing has been opened for it, because that failed before.
    ///
    /// - Returns: Whether one is to be opened now.
    mutating func openingRetried() -> Bool {
        opening == 0 && startOpeningIfNeeded()
    }

    /// One more is wanted although nobody waits (`min_pool_size`).
    mutating func openingStarted() {
        opening += 1
    }

    private mutating func placeFree() -> ArrivalAction {
        if waiting > 0 {
            waiting -= 1
            active += 1
            return .serveWaiter
        }
        idle += 1
        return .keepIdle
    }

    /// As many are opened as wait and fit, none twice for one waiter.
    private mutating func startOpeningIfNeeded() -> Bool {
        guard opening < waiting, total < capacity else { return false }
        opening += 1
        return true
    }
}
