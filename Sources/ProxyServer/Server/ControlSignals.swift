// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc

/// The signals an operator sends, taken by the control thread alone.
///
/// Made before any other thread starts, so that all of them inherit the blocked mask.
struct ControlSignals {
    enum Request {
        case reload
        case shutdown
    }

    private var set = sigset_t()

    init() {
        sigemptyset(&set)
        for signal in [SIGHUP, SIGTERM, SIGINT] { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// - Returns: What was asked for, nil when the time has passed.
    func wait(milliseconds: Int) -> Request? {
        var set = set
        var timeout = timespec(
            tv_sec: milliseconds / 1000,
            tv_nsec: milliseconds % 1000 * 1_000_000
        )
        switch sigtimedwait(&set, nil, &timeout) {
        case SIGHUP: return .reload
        case SIGTERM, SIGINT: return .shutdown
        default: return nil
        }
    }
}

/// The monotonic clock, for threads that have no loop.
enum MonotonicClock {
    static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
