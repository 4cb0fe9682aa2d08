// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Testing

@testable import ProxyServer

struct PoolStateMachineTests {
    @Test func opensOneBackendPerWaiterWhileThereIsRoom() {
        var pool = LimitedPool(size: 2)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.leaseRequested() == .wait)
        #expect(pool.machine.opening == 2)
        #expect(pool.machine.waiting == 3)
        #expect(pool.machine.unserved == 1)
    }

    @Test func aFreedBackendGoesToWhoWaitsFirst() {
        var pool = LimitedPool(size: 1)
        #expect(pool.leaseRequested() == .openAndWait)
        #expect(pool.machine.opened() == .serveWaiter)
        #expect(pool.leaseRequested() == .wait)
        #expect(pool.machine.released() == .serveWaiter)
        #expect(pool.machine.released() == .keepIdle)
        #expect(pool.leaseRequested() == .useIdle)
        #expect(pool.machine.active == 1)
    }

    @Test func nobodyOvertakesThoseWhoWait() {
        var pool = LimitedPool(size: 1)
        _ = pool.leaseRequested()
        _ = pool.machine.opened()
        _ = pool.leaseRequested()
        _ = pool.leaseRequested()
        #expect(pool.machine.waiting == 2)
        #expect(pool.machine.released() == .serveWaiter)
        #expect(pool.leaseRequested() == .wait)
    }

    @Test func aLostBackendIsReplacedForThoseWhoWait() {
        var pool = LimitedPool(size: 1)
        _ = pool.leaseRequested()
        _ = pool.machine.opened()
        _ = pool.leaseRequested()
        let wantsAnother = pool.activeClosed()
        #expect(wantsAnother)
        #expect(pool.machine.opening == 1)
    }

    @Test func aLostBackendIsNotReplacedForNobody() {
        var pool = LimitedPool(size: 1)
        _ = pool.leaseRequested()
        _ = pool.machine.opened()
        let wantsAnother = pool.activeClosed()
        #expect(!wantsAnother)
        #expect(pool.machine.total == 0)
    }

    @Test func aWaiterWhoLeftGetsNothing() {
        var pool = LimitedPool(size: 1)
        _ = pool.leaseRequested()
        pool.machine.waiterLeft()
        #expect(pool.machine.opened() == .keepIdle)
    }

    @Test func aBackendPromisedByAnotherLoopIsOpenedForNobody() {
        var pool = LimitedPool(size: 1)
        _ = pool.leaseRequested()
        _ = pool.machine.opened()
        _ = pool.leaseRequested()
        pool.machine.promised()
        #expect(pool.machine.unserved == 0)
        let wantsAnother = pool.activeClosed()
        #expect(!wantsAnother)
        #expect(pool.machine.came() == .serveWaiter)
        #expect(pool.machine.coming == 0)
    }

    @Test func neverHoldsMoreThanThereIsRoomFor() {
        var generator = SystemRandomNumberGenerator()
        var pool = LimitedPool(size: 3)
        for _ in 0..<10_000 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1: _ = pool.leaseRequested()
            case 2 where pool.machine.opening > 0: _ = pool.machine.opened()
            case 3 where pool.machine.active > 0: _ = pool.machine.released()
            case 4 where pool.machine.active > 0: _ = pool.activeClosed()
            case 5 where pool.machine.waiting > 0: pool.machine.waiterLeft()
            default: break
            }
            #expect(pool.machine.total <= 3)
            #expect(pool.machine.waiting >= 0)
        }
    }

    @Test func whoWaitsAfterAFailedOpeningGetsAnotherTry() {
        var pool = LimitedPool(size: 2)
        _ = pool.leaseRequested()
        _ = pool.machine.opened()
        let second = pool.leaseRequested()
        #expect(second == .openAndWait)
        pool.machine.openFailed()
        pool.room += 1
        let retried = pool.openingRetried()
        #expect(retried)
        // One for each who waits.
        let again = pool.openingRetried()
        #expect(!again)
    }
}

/// A machine with a pool that has so much room.
private struct LimitedPool {
    var machine = PoolStateMachine()
    var room: Int

    init(size: Int) {
        room = size
    }

    private static func take(_ room: inout Int) -> Bool {
        guard room > 0 else { return false }
        room -= 1
        return true
    }

    mutating func leaseRequested() -> PoolStateMachine.LeaseAction {
        machine.leaseRequested { Self.take(&room) }
    }

    mutating func openingRetried() -> Bool {
        machine.openingRetried { Self.take(&room) }
    }

    mutating func activeClosed() -> Bool {
        machine.activeLeft()
        room += 1
        return openingRetried()
    }
}
