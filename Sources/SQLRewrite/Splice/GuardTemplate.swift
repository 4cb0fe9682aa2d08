// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// `CASE WHEN (e) THEN true END`: a condition that the planner cannot look up statistics for (R49).
struct GuardTemplate: Sendable {
    static let prefix = "CASE WHEN ("
    static let suffix = ") THEN true END"

    /// nil when the parser does not read it as expected; then nothing is guarded and nothing passes.
    static let shared = try? GuardTemplate()

    private let tree: SyntaxTree
    private let before: Range<Int>
    private let after: Range<Int>

    private init() throws(ProxyError) {
        tree = try Fragments.parse("SELECT " + Self.prefix + "NULL" + Self.suffix)
        guard let raw = tree.statements.first, let select = tree.child(of: raw, .stmt),
            let target = tree.child(of: select, .targetList),
            let whole = tree.child(of: target, .val), let branch = tree.child(of: whole, .args),
            let hole = tree.child(of: branch, .expr)
        else { throw Verification.failure("the guard has no hole") }
        before = tree.span(of: whole).lowerBound..<tree.span(of: hole).lowerBound
        after = tree.span(of: hole).upperBound..<tree.span(of: whole).upperBound
    }

    /// The bytes in front of the condition.
    var opening: StreamEdit.Piece { .span(tree, before) }
    /// The bytes behind it.
    var closing: StreamEdit.Piece { .span(tree, after) }
}
