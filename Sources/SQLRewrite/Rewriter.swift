// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The one choke point for everything that is SQL: simple Query and extended Parse both come here, and
/// nothing else reaches a backend as SQL.
///
/// A function of text and context; it needs no connection and may run on any thread of a small fixed set
/// (libpg_query keeps per-thread state, engine.md A3).
package enum Rewriter {
    /// - Parameter text: The statement text as the client sent it, without the terminating zero.
    /// - Throws: The refusal as the client shall see it; positions point into `text`.
    package static func rewrite(
        _ text: UnsafeRawBufferPointer,
        as kind: MessageKind,
        in context: RewriteContext
    ) throws(ProxyError) -> RewrittenMessage {
        throw ProxyError(.featureNotSupported, "the rewriter is not built yet")
    }
}
