// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// An error as the client shall see it, and what the log learns beside it.
///
/// The client learns what PostgreSQL would have told it; `logMessage` keeps the rest (which policy,
/// which physical name) and never travels over the wire.
package struct ProxyError: Error, Sendable, Equatable {
    package var sqlState: SQLState
    package var message: String
    package var detail: String?
    package var hint: String?
    /// Position in the client's text, counted in characters from 1 as the protocol does
    /// (ErrorResponse field `P`); nil when no place is to blame.
    package var position: Int?
    /// What only the operator may read; nil when `message` already tells everything.
    package var logMessage: String?

    package init(
        _ sqlState: SQLState,
        _ message: String,
        detail: String? = nil,
        hint: String? = nil,
        position: Int? = nil,
        logMessage: String? = nil
    ) {
        self.sqlState = sqlState
        self.message = message
        self.detail = detail
        self.hint = hint
        self.position = position
        self.logMessage = logMessage
    }
}
