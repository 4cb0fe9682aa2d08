// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Settings that live in the proxy alone (R65, "settable, virtual"): backends never see them.
///
/// SET is transactional: what a transaction set is undone with it, and SET LOCAL ends with it either way.
struct VirtualSettings {
    private var values: [String: String] = [:]
    /// The values to go back to when the open transaction is rolled back; nil while nothing was set in it.
    private var atTransactionStart: [String: String]?

    var needsTransactionEnd: Bool { atTransactionStart != nil }

    func value(_ name: String) -> String? {
        values[name]
    }

    /// Sets a value outside of any statement: from the startup packet.
    mutating func setInitially(_ name: String, to value: String) {
        values[name] = value
    }

    /// A SET has completed.
    ///
    /// - Parameters:
    ///   - name: The setting.
    ///   - value: Nil for the default.
    mutating func set(_ name: String, to value: String?) {
        if atTransactionStart == nil { atTransactionStart = values }
        values[name] = value
    }

    mutating func resetAll() {
        if atTransactionStart == nil { atTransactionStart = values }
        values = [:]
    }

    mutating func transactionEnded(rolledBack: Bool) {
        if rolledBack, let previous = atTransactionStart { values = previous }
        atTransactionStart = nil
    }
}
