// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Judges SQL made of a model by the rules for statements, and says what its columns are.
final class ModelSQLReader: Sendable {
    /// Every table as stored: what our own text around the model's expressions reads.
    private let stored: RewriteContext
    /// The user's tables: what a SQL view reads.
    private let governed: RewriteContext

    init(_ policy: Policy) {
        var limits = RewriteLimits()
        limits.statementBytesMax = 8_388_608
        stored = RewriteContext(policy: policy.forModelSQL(), limits: limits)
        governed = RewriteContext(policy: policy.forSQLViews(), limits: limits)
    }

    /// The text that a backend may run, judged and verified like a client's.
    func rewritten(_ sql: String) throws(TopicProblem) -> String {
        try Self.rewritten(sql, in: stored)
    }

    /// A SQL view's text with the user's filters in it.
    func rewritten(view sql: String) throws(TopicProblem) -> String {
        try Self.rewritten(sql, in: governed)
    }

    private static func rewritten(
        _ sql: String,
        in context: RewriteContext
    ) throws(TopicProblem) -> String {
        let bytes = Array(sql.utf8)
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                try Rewriter.rewrite(buffer, as: .extended, in: context)
            }
        }
        switch result {
        case .failure(let error): throw TopicProblem(error.message)
        case .success(let message):
            guard message.statements.count == 1, message.statements[0].kind == .plain,
                message.statements[0].commandTag == nil, message.holes.isEmpty,
                !message.isSessionSpecific
            else { throw TopicProblem("is no query") }
            return String(decoding: message.text, as: UTF8.self)
        }
    }

    /// The columns of a query: type, and whether computing them can tell of a row.
    func columns(of sql: String) throws(TopicProblem) -> [Column] {
        let bytes = Array(("SELECT 1 FROM (" + sql + ") AS q").utf8)
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                let tree = try SyntaxTree(parsing: buffer, depthMax: stored.limits.treeDepthMax)
                guard tree.statements.count == 1, let raw = tree.statements.first,
                    let statement = tree.child(of: raw, .stmt)
                else { throw Verification.failure("no query in SQL of a model") }
                try NodeRules.check(tree, statement)
                var analysis = StatementAnalysis(
                    tree,
                    statement: statement,
                    context: stored,
                    parameterTypes: [],
                    facts: SessionFacts()
                )
                try analysis.run()
                return analysis.levels.first { $0.role == .derived }?.columns ?? []
            }
        }
        switch result {
        case .success(let columns): return columns
        case .failure(let error): throw TopicProblem(error.message)
        }
    }
}
