// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// `[limits]`: what one session may ask for (spec 19); all defaults in one place.
package struct SessionLimits: Sendable, Equatable {
    /// `statement_size`, bytes; beyond it 54000.
    package var statementBytesMax = 1_048_576
    /// `parse_depth`, levels of the flattened tree; beyond it 54001.
    package var treeDepthMax = 2_000
    /// `message_size`, bytes of one frontend message other than a statement (Bind with its parameters).
    package var messageBytesMax = 16_777_216
    /// `prepared_statements`, named ones in one session.
    package var preparedStatementsMax = 1_000
    /// `portals`, open ones in one session.
    package var portalsMax = 100

    package init() {}
}
