// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Decides for one pool of one loop who gets a backend and when one is opened or wished for.
///
/// A pure value over counts: `Pool` holds the backends and the waiting clients and does what is decided
/// here, `SharedPool` knows whether there is room for one more. PgBouncer's words: active (leased), idle, waiting.
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

    private(set) var idle = 0
    private(set) var active = 0
    private(set) var opening = 0
    /// Promised by other loops and not here yet.
    private(set) var coming = 0
    private(set) var waiting = 0

    /// Backends of this loop that exist or are being opened.
    var total: Int { idle + active + opening }

    /// How many wait for whom nothing has been started.
    var unserved: Int { waiting - opening - coming }

    /// A client wants a backend.
    ///
    /// - Parameter takeRoom: Takes room for one more in the pool, if there is some.
    /// - Returns: Where it comes from.
    mutating func leaseRequested(takeRoom: () -> Bool) -> LeaseAction {
        if idle > 0, waiting == 0 {
            idle -= 1
            active += 1
            return .useIdle
        }
        waiting += 1
        return startOpeningIfNeeded(takeRoom) ? .openAndWait : .wait
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

    /// A leased backend is closed instead of coming back, or goes to another loop.
    mutating func activeLeft() {
        active -= 1
    }

    /// An idle backend is closed (too old, too long idle, or lost), or goes to another loop.
    mutating func idleLeft() {
        idle -= 1
    }

    /// Another loop has promised a backend.
    mutating func promised() {
        coming += 1
    }

    /// It is here.
    mutating func came() -> ArrivalAction {
        coming -= 1
        return placeFree()
    }

    /// There may be room again, or opening failed before.
    ///
    /// - Parameter takeRoom: Takes room for one more in the pool, if there is some.
    /// - Returns: Whether one is to be opened now for those who wait.
    mutating func openingRetried(takeRoom: () -> Bool) -> Bool {
        startOpeningIfNeeded(takeRoom)
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
    private mutating func startOpeningIfNeeded(_ takeRoom: () -> Bool) -> Bool {
        guard unserved > 0, takeRoom() else { return false }
        opening += 1
        return true
    }
}
