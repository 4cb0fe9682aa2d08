// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// What looking names up may cost in one statement.
///
/// A name is compared with every column in sight, and a statement of permitted size can hold a hundred
/// thousand names and thousands of columns; nobody's real statement does.
final class Effort {
    /// Comparisons of names; about a tenth of a second.
    private static let comparisonsMax = 5_000_000

    private var left = comparisonsMax

    /// - Throws: 54001 when all is spent.
    func spend(_ comparisons: Int) throws(ProxyError) {
        left -= comparisons
        if left < 0 { throw ProxyError(.statementTooComplex, "statement is too complex") }
    }
}
