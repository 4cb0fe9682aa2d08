// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The cursors that a session has declared: under which policy, and which of them outlive their
/// transaction and so keep the session on its backend.
struct Cursors {
    private struct Cursor {
        var isHold: Bool
        /// The policy that its rows were chosen by.
        var policyID: ContextID
        /// The message that declared it.
        var text: [UInt8]
        /// Its transaction is still open: it may yet go with it.
        var isNew: Bool
    }

    private var cursors: [String: Cursor] = [:]

    /// Whether one is open that lives on the backend beyond transactions.
    var holdBackend: Bool { cursors.values.contains { $0.isHold } }

    /// The names and texts of all.
    var texts: [(name: [UInt8], text: [UInt8])] {
        cursors.map { (Array($0.key.utf8), $0.value.text) }
    }

    /// A cursor has been opened.
    ///
    /// - Parameters:
    ///   - name: As the server has it.
    ///   - isHold: It outlives its transaction.
    ///   - policyID: Of the policy that its rows are chosen by.
    ///   - text: The message that declared it.
    mutating func declared(_ name: String, isHold: Bool, policyID: ContextID, text: [UInt8]) {
        cursors[name] = Cursor(isHold: isHold, policyID: policyID, text: text, isNew: true)
    }

    /// - Parameter name: Nil for all.
    mutating func closed(_ name: String?) {
        if let name { cursors[name] = nil } else { cursors = [:] }
    }

    /// The policy that the rows of a cursor were chosen by.
    func policyID(of name: String) -> ContextID? { cursors[name]?.policyID }

    mutating func transactionEnded(rolledBack: Bool) {
        guard !cursors.isEmpty else { return }
        for (name, cursor) in cursors where !cursor.isHold || (cursor.isNew && rolledBack) {
            cursors[name] = nil
        }
        for name in cursors.keys { cursors[name]?.isNew = false }
    }
}
