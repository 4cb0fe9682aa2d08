// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Testing

@testable import ProxyServer

struct PoolStateMachineTests {
    @Test func opensOneBackendPerWaiterUpToCapacity() {
        var pool = PoolStateMachine(capacity: 2)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.leaseRequested() == .wait)
        #expect(pool.opening == 2)
        #expect(pool.waiting == 3)
    }

    @Test func aFreedBackendGoesToWhoWaitsFirst() {
        var pool = PoolStateMachine(capacity: 1)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.opened() == .serveWaiter)
        #expect(pool.leaseRequested() == .wait)
        #expect(pool.released() == .serveWaiter)
        #expect(pool.released() == .keepIdle)
        #expect(pool.leaseRequested() == .useIdle)
        #expect(pool.active == 1)
    }

    @Test func nobodyOvertakesThoseWhoWait() {
        var pool = PoolStateMachine(capacity: 1)
        _ = pool.leaseRequested()
        _ = pool.opened()
        _ = pool.leaseRequested()
        _ = pool.leaseRequested()
        #expect(pool.waiting == 2)
        #expect(pool.released() == .serveWaiter)
        #expect(pool.leaseRequested() == .wait)
    }

    @Test func aLostBackendIsReplacedForThoseWhoWait() {
        var pool = PoolStateMachine(capacity: 1)
        _ = pool.leaseRequested()
        _ = pool.opened()
        _ = pool.leaseRequested()
        let wantsAnother = pool.activeClosed()
        #expect(wantsAnother)
        #expect(pool.opening == 1)
    }

    @Test func aLostBackendIsNotReplacedForNobody() {
        var pool = PoolStateMachine(capacity: 1)
        _ = pool.leaseRequested()
        _ = pool.opened()
        let wantsAnother = pool.activeClosed()
        #expect(!wantsAnother)
        #expect(pool.total == 0)
    }

    @Test func aWaiterWhoLeftGetsNothing() {
        var pool = PoolStateMachine(capacity: 1)
        _ = pool.leaseRequested()
        pool.waiterLeft()
        #expect(pool.opened() == .keepIdle)
    }

    @Test func neverHoldsMoreThanItsCapacity() {
        var generator = SystemRandomNumberGenerator()
        var pool = PoolStateMachine(capacity: 3)
        for _ in 0..<10_000 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1: _ = pool.leaseRequested()
            case 2 where pool.opening > 0: _ = pool.opened()
            case 3 where pool.active > 0: _ = pool.released()
            case 4 where pool.active > 0: _ = pool.activeClosed()
            case 5 where pool.waiting > 0: pool.waiterLeft()
            default: break
            }
            #expect(pool.total <= 3)
            #expect(pool.waiting >= 0)
        }
    }

    @Test func sharesAddUpToThePoolSize() {
        for size in 0..<20 {
            for loops in 1..<6 {
                let shares = (0..<loops).map { PoolShare.share(of: size, loop: $0, loops: loops) }
                #expect(shares.reduce(0, +) == size)
                #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1)
            }
        }
    }

    @Test func whoWaitsAfterAFailedOpeningGetsAnotherTry() {
        var pool = PoolStateMachine(capacity: 2)
        _ = pool.leaseRequested()
        _ = pool.opened()
        let second = pool.leaseRequested()
        #expect(second == .openAndWait)
        pool.openFailed()
        let retried = pool.openingRetried()
        #expect(retried)
        // One at a time.
        let again = pool.openingRetried()
        #expect(!again)
    }
}
