// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import SQLRewrite

/// Settings that live in the proxy alone (R65, "settable, virtual"): backends never see them.
///
/// SET is transactional: what a transaction set is undone with it, and SET LOCAL ends with it either way.
struct VirtualSettings {
    private struct Values: Equatable {
        var session: [String: String] = [:]
        /// Of SET LOCAL, in force before the session's; the inner nil is the default.
        var local: [String: String?] = [:]
    }

    /// What the client asked for when it connected, which RESET goes back to.
    private var initial: [String: String] = [:]
    private var values = Values()
    /// The values to go back to when the open transaction is rolled back; nil while nothing was set in it.
    private var atTransactionStart: Values?
    /// The values at each open savepoint, the outermost first.
    private var savepoints: [(name: String, values: Values)] = []

    var needsTransactionEnd: Bool { atTransactionStart != nil || !savepoints.isEmpty }

    func value(_ name: String) -> String? {
        if let local = values.local[name] { return local ?? initial[name] }
        return values.session[name] ?? initial[name]
    }

    /// What a failed transaction has already gone back to: its last savepoint, or its start.
    func valueAfterFailure(_ name: String) -> String? {
        var failed = self
        if let previous = savepoints.last?.values ?? atTransactionStart { failed.values = previous }
        return failed.value(name)
    }

    /// Sets a value outside of any statement: from the startup packet.
    mutating func setInitially(_ name: String, to value: String) {
        initial[name] = value
    }

    /// A SET has completed.
    ///
    /// - Parameters:
    ///   - name: The setting.
    ///   - value: Nil for the default.
    ///   - isLocal: It ends with the transaction.
    mutating func set(_ name: String, to value: String?, isLocal: Bool) {
        if atTransactionStart == nil { atTransactionStart = values }
        if isLocal {
            values.local[name] = .some(value)
        } else {
            values.session[name] = value
            values.local.removeValue(forKey: name)
        }
    }

    mutating func resetAll() {
        if atTransactionStart == nil { atTransactionStart = values }
        values = Values()
    }

    /// A statement about a savepoint has completed.
    ///
    /// - Parameter step: What it did.
    /// - Returns: Whether values may have changed.
    mutating func savepointReached(_ step: SavepointStep) -> Bool {
        switch step {
        case .define(let name):
            savepoints.append((name, values))
            return false
        case .release(let name):
            if let index = savepoints.lastIndex(where: { $0.name == name }) {
                savepoints.removeSubrange(index...)
            }
            return false
        case .rollBackTo(let name):
            guard let index = savepoints.lastIndex(where: { $0.name == name }) else { return false }
            let previous = savepoints[index].values
            savepoints.removeSubrange((index + 1)...)
            guard previous != values else { return false }
            values = previous
            return true
        }
    }

    mutating func transactionEnded(rolledBack: Bool) {
        if rolledBack, let previous = atTransactionStart { values = previous }
        values.local = [:]
        atTransactionStart = nil
        savepoints = []
    }
}
