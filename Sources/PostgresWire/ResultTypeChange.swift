// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The one error that drivers know by the server's routine: pgjdbc and asyncpg prepare the statement
/// again when RevalidateCachedQuery raised it, and give up when anything else did.
///
/// No other routine is shown (R74); of this one the message says as much.
extension ProxyError {
    /// A prepared statement would give other columns than its client was told of (R86).
    package static let resultTypeHasChanged = ProxyError(
        .featureNotSupported,
        "cached plan must not change result type"
    )

    package var isResultTypeChange: Bool {
        sqlState == Self.resultTypeHasChanged.sqlState
            && message == Self.resultTypeHasChanged.message
    }

    /// The field R of the error.
    var routine: String? { isResultTypeChange ? "RevalidateCachedQuery" : nil }
}
