// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A session's prepared statements by the client's names; the empty name is the unnamed one.
///
/// Kept as an array while there are few, which is faster than hashing names.
final class PreparedStatements {
    struct Entry {
        let name: [UInt8]
        /// Replaced when the policy has changed since.
        var plan: Plan
        var statement: ServerStatement
        /// The answer that it depends on.
        var mark = ResponseMark()
        /// The client has asked what it gives.
        var isDescribed = false
        /// Of the loop's clock.
        var preparedAt: UInt64 = 0
        /// The message that held its PREPARE; nil for what Parse made.
        var source: [UInt8]?
    }

    private static let linearMax = 16

    private var entries: [Entry] = []
    private var index: [[UInt8]: Int] = [:]
    /// The unnamed statement; Parse replaces it without asking, and Query removes it.
    struct Unnamed {
        var entry: Entry?
        /// The answer to the message that made it what it is.
        var mark = ResponseMark()
    }

    private(set) var unnamedState = Unnamed()

    var unnamed: Entry? { unnamedState.entry }

    var namedCount: Int { entries.count }

    @inline(__always)
    private func position(of name: UnsafeRawBufferPointer) -> Int? {
        if entries.count <= Self.linearMax {
            for position in entries.indices
            where entries[position].name.withUnsafeBytes({ equalBytes($0, name) }) {
                return position
            }
            return nil
        }
        return index[Array(name)]
    }

    func find(_ name: UnsafeRawBufferPointer) -> Entry? {
        if name.isEmpty { return unnamed }
        guard let position = position(of: name) else { return nil }
        return entries[position]
    }

    func define(_ entry: Entry) {
        if entry.name.isEmpty {
            unnamedState = Unnamed(entry: entry, mark: entry.mark)
            return
        }
        if let position = entry.name.withUnsafeBytes({ self.position(of: $0) }) {
            entries[position] = entry
            return
        }
        entries.append(entry)
        if entries.count > Self.linearMax {
            if index.isEmpty {
                for (position, entry) in entries.enumerated() { index[entry.name] = position }
            } else {
                index[entry.name] = entries.count - 1
            }
        }
    }

    func remove(_ name: UnsafeRawBufferPointer) {
        if name.isEmpty {
            removeUnnamed()
            return
        }
        guard let position = position(of: name) else { return }
        // The last one takes its place.
        let last = entries.removeLast()
        index[Array(name)] = nil
        if position < entries.count {
            entries[position] = last
            if !index.isEmpty { index[last.name] = position }
        }
        if entries.count <= Self.linearMax { index = [:] }
    }

    /// Those with names.
    var named: [Entry] { entries }

    /// The client's name of a statement that backends know under the proxy's.
    func clientName(ofServerName name: some StringProtocol) -> String? {
        entries.first { $0.statement.name.elementsEqual(name.utf8) }
            .map { String(decoding: $0.name, as: UTF8.self) }
    }

    func removeUnnamed() {
        unnamedState.entry = nil
    }

    /// The message that brought it about is under way.
    func markUnnamed(_ mark: ResponseMark) {
        unnamedState.mark = mark
    }

    func restoreUnnamed(_ previous: Unnamed) {
        unnamedState = previous
    }

    /// Removes those with names: nothing but a Parse or a Query takes the unnamed one away.
    func removeAllNamed() {
        entries = []
        index = [:]
    }
}

/// One answer of a backend in one lease.
struct ResponseMark: Equatable {
    var lease: UInt64 = 0
    var number: UInt64 = 0
}

/// The plans behind a session's open portals; the unnamed portal is by far the commonest.
struct Portals {
    private struct Portal {
        let plan: Plan
        /// Which of the backend's answers completes its Bind.
        let number: UInt64
    }

    /// What the server compares of a portal's name (NAMEDATALEN without the terminator).
    private static let nameBytesMax = 63

    private var unnamed: Portal?
    private var named: [[UInt8]: Portal] = [:]

    var namedCount: Int { named.count }

    private static func key(_ name: some Collection<UInt8>) -> [UInt8] {
        Array(name.prefix(nameBytesMax))
    }

    func find(_ name: UnsafeRawBufferPointer) -> Plan? {
        name.isEmpty ? unnamed?.plan : named[Self.key(name)]?.plan
    }

    /// The names and texts of those with names.
    var texts: [(name: [UInt8], text: [UInt8])] {
        named.map { ($0.key, $0.value.plan.clientText) }
    }

    /// The policy that the rows of a portal were chosen by.
    func policyID(of name: String) -> ContextID? {
        named.isEmpty ? nil : named[Self.key(name.utf8)]?.plan.policyID
    }

    mutating func define(_ name: UnsafeRawBufferPointer, plan: Plan, number: UInt64) {
        let portal = Portal(plan: plan, number: number)
        if name.isEmpty { unnamed = portal } else { named[Self.key(name)] = portal }
    }

    mutating func remove(_ name: UnsafeRawBufferPointer) {
        if name.isEmpty { unnamed = nil } else { named[Self.key(name)] = nil }
    }

    /// Portals end with their transaction.
    ///
    /// - Parameter answered: How many answers have come; what is bound behind them is still to be opened,
    ///   by a client that does not wait, or behind a query of the proxy's own.
    mutating func transactionEnded(answered: UInt64) {
        if let portal = unnamed, portal.number <= answered { unnamed = nil }
        if !named.isEmpty { named = named.filter { $0.value.number > answered } }
    }

    /// There is another backend, or none.
    mutating func removeAll() {
        unnamed = nil
        named = [:]
    }
}
