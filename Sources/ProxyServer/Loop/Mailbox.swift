// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc
import Synchronization

/// Jobs for an event loop from other threads: openers that have connected, acceptors with a new client,
/// a reload.
///
/// Never used per message: its lock and wake-up are paid per connection.
final class Mailbox: Sendable {
    typealias Job = @Sendable (EventLoop) -> Void

    /// The eventfd that wakes the loop.
    let descriptor: Int32
    private let jobs = Mutex<[Job]>([])

    init() {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        precondition(descriptor >= 0, "eventfd failed")
    }

    /// Runs `job` on the loop's thread, in order of posting.
    func post(_ job: @escaping Job) {
        let isFirst = jobs.withLock { jobs in
            jobs.append(job)
            return jobs.count == 1
        }
        guard isFirst else { return }
        var one: UInt64 = 1
        _ = write(descriptor, &one, 8)
    }

    /// Runs `job` in the loop's next turn, once what is being handled now has been; called on its own thread.
    func postOnLoop(_ job: @escaping () -> Void) {
        let transfer = Transfer(job)
        post { _ in transfer.value() }
    }

    /// Takes everything posted so far; called on the loop's thread when `descriptor` is readable.
    func drain() -> [Job] {
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
        return jobs.withLock { jobs in
            defer { jobs = [] }
            return jobs
        }
    }
}

/// A value handed from one thread to another, which alone uses it from then on.
struct Transfer<Value>: @unchecked Sendable {
    // Safe because the giver keeps no reference: a connection changes its owner, it is not shared.
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
