// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc
import Synchronization

/// The cancel keys of all clients: the proxy's own, unguessable, never a backend's (R84).
final class CancelRegistry: Sendable {
    struct Key: Sendable, Hashable {
        /// What the client believes to be its server's process id.
        var processID: Int32
        var secret: UInt32
    }

    private struct Entry {
        var secret: UInt32
        var mailbox: Mailbox
        /// Whose session it is.
        var user: String
    }

    private let entries = Mutex<[Int32: Entry]>([:])

    /// Makes a key for a client that lives on the loop of `mailbox`.
    func register(mailbox: Mailbox, user: String) -> Key {
        entries.withLock { entries in
            while true {
                var random: (UInt32, UInt32) = (0, 0)
                withUnsafeMutableBytes(of: &random) { _ = getrandom($0.baseAddress, $0.count, 0) }
                let processID = Int32(random.0 & 0x3FFF_FFFF) | 1
                guard entries[processID] == nil else { continue }
                entries[processID] = Entry(
                    secret: random.1,
                    mailbox: mailbox,
                    user: user
                )
                return Key(processID: processID, secret: random.1)
            }
        }
    }

    /// The client has moved to another loop.
    func move(_ key: Key, to mailbox: Mailbox) {
        entries.withLock { $0[key.processID]?.mailbox = mailbox }
    }

    func remove(_ key: Key) {
        entries.withLock { entries in entries[key.processID] = nil }
    }

    /// The loop that has a session; nil when it is not one of that user's.
    func mailbox(of processID: Int32, user: String) -> Mailbox? {
        entries.withLock { entries in
            guard let entry = entries[processID], entry.user == user else { return nil }
            return entry.mailbox
        }
    }

    /// The loop that has the client of a cancel request; nil when the key is not one of ours.
    func loop(of key: Key) -> Mailbox? {
        entries.withLock { entries in
            // One machine word: compared in one instruction, so in constant time.
            guard let entry = entries[key.processID], entry.secret ^ key.secret == 0 else {
                return nil
            }
            return entry.mailbox
        }
    }
}
