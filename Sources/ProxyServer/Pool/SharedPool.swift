// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Synchronization

/// What the loops share of one pool: how many backends there are, who waits for one, who has one idle.
///
/// Each loop keeps its own backends and clients; a backend goes to another loop when somebody waits there and
/// `pool_size` leaves no room for another. A loop that waits says so here (it *asks*); whoever has a backend to
/// give *claims* the request, so that one request brings one backend.
final class SharedPool: Sendable {
    /// How much longer than its own clients those of another loop must have waited before a loop gives a backend
    /// away that it could use itself: well above the clock's grain, so that equals do not exchange backends.
    static let patience: UInt64 = 20_000_000

    private final class Loop: Sendable {
        /// Since when its oldest waiting client waits; 0 while it asks for nothing.
        let askingSince = Atomic<UInt64>(0)
        let hasIdle = Atomic<Bool>(false)
        /// Two loops' words are not on one cache line: they change with every transaction.
        private let padding: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
    }

    private let size: Atomic<Int>
    private let count = Atomic<Int>(0)
    private let established = Atomic<Int>(0)
    private let asking = Atomic<Int>(0)
    private let loops: [Loop]

    init(size: Int, loops: Int) {
        self.size = Atomic(size)
        self.loops = (0..<loops).map { _ in Loop() }
    }

    func resize(_ size: Int) {
        self.size.store(size, ordering: .relaxed)
    }

    // MARK: Room

    /// Backends that exist or are being opened, on all loops.
    var total: Int { count.load(ordering: .relaxed) }

    /// There are more than there may be, since a reload.
    var isOver: Bool { total > size.load(ordering: .relaxed) }

    /// There are backends by which those who wait may yet be served.
    var hasEstablished: Bool { established.load(ordering: .relaxed) > 0 }

    /// Takes room for one more backend.
    ///
    /// - Parameter limit: How many there may be with it; never more than `pool_size`.
    /// - Returns: Whether there was room; `giveBack` ends it.
    func take(upTo limit: Int = .max) -> Bool {
        let limit = min(limit, size.load(ordering: .relaxed))
        var known = total
        while known < limit {
            let (exchanged, original) = count.compareExchange(
                expected: known,
                desired: known + 1,
                ordering: .relaxed
            )
            if exchanged { return true }
            known = original
        }
        return false
    }

    /// A backend that room was taken for is there.
    func opened() {
        established.wrappingAdd(1, ordering: .relaxed)
    }

    /// A backend has closed, or opening it has failed.
    func giveBack(wasEstablished: Bool) {
        if wasEstablished { established.wrappingSubtract(1, ordering: .relaxed) }
        count.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }

    // MARK: Asking

    /// Whether some loop asks for a backend.
    ///
    /// Read after `noteIdle` by those who have one, as `idleLoop` is read after `ask` by those who need one: one of
    /// the two sees the other.
    var isAsked: Bool { asking.load(ordering: .sequentiallyConsistent) > 0 }

    /// A loop's clients wait and it cannot open another backend.
    func ask(_ loop: Int, since: UInt64) {
        asking.wrappingAdd(1, ordering: .sequentiallyConsistent)
        loops[loop].askingSince.store(since, ordering: .sequentiallyConsistent)
    }

    /// Its oldest waiting client is another.
    ///
    /// - Returns: False when somebody has claimed the request meanwhile: a backend is coming.
    func renew(_ loop: Int, since: UInt64) -> Bool {
        let words = loops[loop]
        let known = words.askingSince.load(ordering: .relaxed)
        if known == since { return true }
        return known != 0
            && words.askingSince.compareExchange(
                expected: known,
                desired: since,
                ordering: .sequentiallyConsistent
            ).exchanged
    }

    /// Nobody waits there any more.
    ///
    /// - Returns: False when somebody has claimed the request meanwhile: a backend is coming.
    func withdraw(_ loop: Int) -> Bool {
        guard loops[loop].askingSince.exchange(0, ordering: .sequentiallyConsistent) != 0 else {
            return false
        }
        asking.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        return true
    }

    /// The loop that has asked longest.
    ///
    /// - Parameters:
    ///   - loop: The one that looks.
    ///   - time: Only what has been asked before it counts.
    /// - Returns: Nil when no other asks, or not for so long.
    func neediest(besides loop: Int, before time: UInt64 = .max) -> Int? {
        var oldest = time
        var found: Int?
        for index in loops.indices where index != loop {
            let since = loops[index].askingSince.load(ordering: .sequentiallyConsistent)
            if since != 0, since < oldest { (oldest, found) = (since, index) }
        }
        return found
    }

    /// Promises a loop the backend that it asks for.
    ///
    /// - Returns: False when another was quicker, or it asks no more.
    func claim(_ loop: Int) -> Bool { withdraw(loop) }

    // MARK: Idle backends

    /// Whether a loop has a backend that nobody uses.
    func noteIdle(_ loop: Int, _ hasIdle: Bool) {
        let words = loops[loop]
        guard words.hasIdle.load(ordering: .relaxed) != hasIdle else { return }
        words.hasIdle.store(hasIdle, ordering: .sequentiallyConsistent)
    }

    /// Another loop that has one.
    func idleLoop(besides loop: Int) -> Int? {
        loops.indices.first { index in
            index != loop && loops[index].hasIdle.load(ordering: .sequentiallyConsistent)
        }
    }
}
