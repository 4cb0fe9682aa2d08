// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc
import Synchronization

/// What the loops share: how to reach each other and how many clients there are.
final class SharedServer: Sendable {
    let mailboxes: [Mailbox]
    /// Seconds since the epoch.
    let startedAt = time(nil)
    let loginDelays = LoginDelays()
    let catalogs = CatalogWatch()
    /// Makes the verifiers of users that do not exist: the same ones after a restart, since those of
    /// real users are the same too.
    let mockSecret = MachineSecret.make()
    private let pools = Mutex<[String: SharedPool]>([:])
    private let clients = Atomic<Int>(0)
    private let turn = Atomic<Int>(0)
    private let lastSessionID = Atomic<UInt64>(0)

    init(loopCount: Int) {
        mailboxes = (0..<loopCount).map { _ in Mailbox() }
    }

    var loopCount: Int { mailboxes.count }

    enum Admission {
        case admitted
        /// There are as many sessions as may be: this connection may ask for a cancel and nothing else.
        case toCancel
        case refused
    }

    /// Connections beyond the limit that are heard, since they may bring cancels.
    private static let cancelsMax = 64

    /// Counts a new client in, unless it is refused.
    func admitClient(limit: Int) -> Admission {
        let count = clients.wrappingAdd(1, ordering: .relaxed).newValue
        if count <= limit { return .admitted }
        if count <= limit + Self.cancelsMax { return .toCancel }
        clientClosed()
        return .refused
    }

    func clientClosed() {
        clients.wrappingSubtract(1, ordering: .relaxed)
    }

    /// The loop a new connection goes to: each in turn.
    func nextLoop() -> Int {
        Int(UInt(bitPattern: turn.wrappingAdd(1, ordering: .relaxed).newValue) % UInt(loopCount))
    }

    func nextSessionID() -> UInt64 {
        lastSessionID.wrappingAdd(1, ordering: .relaxed).newValue
    }

    /// One of as many loops as a pool has backends, each in turn.
    func homeLoop(poolSize: Int) -> Int? {
        poolSize > 0 ? nextLoop() % min(poolSize, loopCount) : nil
    }

    /// What the loops share of a pool.
    func pool(named name: String) -> SharedPool {
        pools.withLock { pools in
            if let known = pools[name] { return known }
            let pool = SharedPool(size: 0, loops: loopCount)
            pools[name] = pool
            return pool
        }
    }
}

/// A secret that stays the same on a machine: of the machine's identifier, which others must not learn
/// (machine-id(5)) and cannot from what is derived by HMAC.
enum MachineSecret {
    private static let path = "/etc/machine-id"
    /// Longest identifier read; it has 32 digits.
    private static let bytesMax = 128

    /// - Returns: Random bytes on a machine without an identifier.
    static func make() -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return RandomBytes.make(32) }
        defer { close(descriptor) }
        var identifier = [UInt8](repeating: 0, count: bytesMax)
        let count = read(descriptor, &identifier, bytesMax)
        guard count >= 32 else { return RandomBytes.make(32) }
        return Array("omniproxy mock verifiers".utf8) + identifier.prefix(count)
    }
}
