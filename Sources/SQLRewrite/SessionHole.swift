// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A part of a rewritten text that only the session can write: what it knows is no part of the policy.
///
/// The text is verified with what stands in the hole; a session that fills it keeps to what `Content`
/// says, so that a filled text means what the verified one did.
package struct SessionHole: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        /// SHOW of a setting that lives in the session: the whole statement.
        case shown(name: String)
        /// SHOW ALL: the whole statement.
        case allShown
        /// RESET or SET TO DEFAULT of a setting of the backend, which goes back to what the client
        /// asked for when it connected: the whole statement, right as it stands without such.
        case reset(name: String, isLocal: Bool)
        /// The name in PREPARE.
        case prepared(name: String)
        /// The name in EXECUTE.
        case executed(name: String)
        /// DEALLOCATE of one statement: without effect on the backend, but an error without one.
        case deallocated(name: String)
        /// The session's process id, an integer.
        case processID
        /// A session is to be signalled: the whole statement, which says whether there is such a one.
        case signalled(SessionSignal)
    }

    package var content: Content
    /// In the rewritten text.
    package var range: Range<Int>
    /// Which statement of the message it is in.
    package var statement: Int

    package init(_ content: Content, range: Range<Int>, statement: Int) {
        self.content = content
        self.range = range
        self.statement = statement
    }

    /// What stands for the process id in verified texts.
    package static let processIDText = "0::pg_catalog.int4"
}

/// `pg_cancel_backend` or `pg_terminate_backend` of one session, which the proxy carries out itself.
package struct SessionSignal: Sendable, Equatable {
    package enum Target: Sendable, Equatable {
        case processID(Int32)
        /// The statement's only parameter.
        case parameter
    }

    package var target: Target
    package var terminates: Bool
    /// What the result's column is called, a plain name.
    let column: String
    /// Asked for each row of pg_stat_activity with that process id.
    let isOfActivity: Bool

    /// The statement that answers it.
    ///
    /// - Parameter isFound: Whether the user has a session of that process id.
    /// - Returns: SQL.
    package func answer(isFound: Bool) -> String {
        if isOfActivity { return "SELECT true AS \(column) WHERE \(isFound)" }
        switch target {
        case .processID: return "SELECT \(isFound) AS \(column)"
        case .parameter:
            return "SELECT $1::pg_catalog.int4 IS NOT NULL AND \(isFound) AS \(column)"
        }
    }
}
