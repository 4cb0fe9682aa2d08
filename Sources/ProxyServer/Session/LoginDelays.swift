// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Synchronization

/// Slows down who guesses passwords: the more failures for a user or from an address, the later the next
/// verdict (spec 6).
///
/// Shared by all loops. A verdict waits whether it is good or bad, so that a guess learns nothing from
/// how long it took.
final class LoginDelays: Sendable {
    enum Key: Hashable {
        case user(String)
        case peer(PeerAddress)
    }

    private struct Failures {
        var count: Int
        var last: UInt64
    }

    /// Failures that cost nothing: people mistype.
    static let freeFailures = 3
    static let firstDelay: UInt64 = 500_000_000
    static let delayMax: UInt64 = 8_000_000_000
    /// After that long without a failure all is forgotten.
    static let memory: UInt64 = 900_000_000_000
    /// Users and addresses remembered at most; beyond it the oldest are forgotten first.
    static let entriesMax = 16_384

    private let failures = Mutex<[Key: Failures]>([:])

    /// - Parameters:
    ///   - user: The user name as claimed.
    ///   - peer: Where the client is.
    ///   - now: Nanoseconds of the monotonic clock.
    /// - Returns: Nanoseconds by which the verdict is to be held back.
    func delay(user: String, peer: PeerAddress, now: UInt64) -> UInt64 {
        failures.withLock { failures in
            [Key.user(user), .peer(peer)].map { key in
                guard let known = failures[key], now &- known.last < Self.memory,
                    known.count > Self.freeFailures
                else { return 0 }
                let doublings = min(known.count - Self.freeFailures - 1, 16)
                return min(Self.firstDelay << UInt64(doublings), Self.delayMax)
            }.max() ?? 0
        }
    }

    func failed(user: String, peer: PeerAddress, now: UInt64) {
        failures.withLock { failures in
            for key in [Key.user(user), .peer(peer)] {
                let isRecent = failures[key].map { now &- $0.last < Self.memory } ?? false
                let count = isRecent ? failures[key]?.count ?? 0 : 0
                failures[key] = Failures(count: count + 1, last: now)
            }
            if failures.count > Self.entriesMax {
                let kept = failures.sorted { $0.value.last > $1.value.last }.prefix(
                    Self.entriesMax / 2
                )
                failures = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
            }
        }
    }

    /// Users and addresses remembered now.
    var count: Int { failures.withLock { $0.count } }

    func succeeded(user: String, peer: PeerAddress) {
        failures.withLock { failures in
            failures[.user(user)] = nil
            failures[.peer(peer)] = nil
        }
    }
}
