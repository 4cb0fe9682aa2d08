// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Synchronization
import Testing

@testable import ProxyServer

struct SharedPoolTests {
    @Test func roomIsTakenAndGivenBackByAllLoopsTogether() {
        let pool = SharedPool(size: 2, loops: 2)
        #expect(pool.take())
        #expect(pool.take())
        #expect(!pool.take())
        pool.giveBack(wasEstablished: false)
        #expect(!pool.take(upTo: 1))
        #expect(pool.take())
        pool.resize(1)
        #expect(pool.isOver)
    }

    @Test func oneRequestBringsOneBackend() {
        let pool = SharedPool(size: 1, loops: 3)
        pool.ask(1, since: 10)
        pool.ask(2, since: 5)
        #expect(pool.neediest(besides: 0) == 2)
        #expect(pool.neediest(besides: 0, before: 5) == nil)
        #expect(pool.claim(2))
        #expect(!pool.claim(2))
        #expect(pool.neediest(besides: 0) == 1)
        // Who asked finds out when it looks again.
        #expect(!pool.renew(2, since: 7))
        #expect(!pool.withdraw(2))
        #expect(pool.renew(1, since: 11))
        #expect(pool.withdraw(1))
        #expect(!pool.isAsked)
        #expect(pool.neediest(besides: 0) == nil)
    }

    @Test func aLoopIsNeverAskedForItsOwnIdleBackend() {
        let pool = SharedPool(size: 1, loops: 2)
        pool.noteIdle(0, true)
        #expect(pool.idleLoop(besides: 0) == nil)
        #expect(pool.idleLoop(besides: 1) == 0)
        pool.noteIdle(0, false)
        #expect(pool.idleLoop(besides: 1) == nil)
    }

    @Test func roomIsNeverOverdrawnByThreadsAtOnce() async {
        let meter = Meter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { meter.takeAndGiveBack(20_000) } }
        }
        #expect(meter.most.load(ordering: .relaxed) <= 3)
        #expect(meter.most.load(ordering: .relaxed) >= 1)
        #expect(meter.pool.total == 0)
    }
}

/// Counts how many have room at once.
private final class Meter: Sendable {
    let pool = SharedPool(size: 3, loops: 4)
    let taken = Atomic<Int>(0)
    let most = Atomic<Int>(0)

    func takeAndGiveBack(_ times: Int) {
        for _ in 0..<times where pool.take() {
            let now = taken.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
            most.max(now, ordering: .sequentiallyConsistent)
            taken.wrappingSubtract(1, ordering: .sequentiallyConsistent)
            pool.giveBack(wasEstablished: false)
        }
    }
}
