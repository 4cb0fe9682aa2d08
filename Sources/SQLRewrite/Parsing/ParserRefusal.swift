// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import CPgQuery
internal import PostgresErrors

extension SyntaxTree {
    /// What the client is told about a text without a tree.
    static func refusal(of tree: omni_tree) -> ProxyError {
        let message = tree.message.map { String(cString: $0) }
        switch tree.status {
        case OMNI_SYNTAX_ERROR:
            let message = message ?? "syntax error"
            return ProxyError(
                sqlState(ofParserMessage: message),
                message,
                hint: hints[message],
                position: tree.cursor > 0 ? Int(tree.cursor) : nil
            )
        case OMNI_TOO_DEEP, OMNI_TOO_MANY_NODES:
            return ProxyError(
                .statementTooComplex,
                "statement is too complex",
                hint: "Nest fewer expressions, or shorten chains of operators."
            )
        case OMNI_OUT_OF_MEMORY:
            return ProxyError(SQLState("53200"), "out of memory")
        default:
            return ProxyError(
                .internalError,
                "statement could not be analyzed",
                logMessage: "the parser returned \(message ?? "an unknown status"), which the"
                    + " generated node table does not know"
            )
        }
    }

    /// The library keeps the text of an error and loses its code.
    ///
    /// Whatever is not listed is the grammar's own, 42601, as nearly all are.
    private static func sqlState(ofParserMessage message: String) -> SQLState {
        // The grammar's stack: the server reports it as a syntax error, here it is a limit like ours.
        if message.hasPrefix("memory exhausted") { return .statementTooComplex }
        if message.hasSuffix("is not yet implemented") { return .featureNotSupported }
        return codes.first { message.hasPrefix($0.prefix) }?.code ?? .syntaxError
    }

    /// The library loses hints as well; these are of mistakes that people make.
    private static let hints = [
        "LIMIT #,# syntax is not supported": "Use separate LIMIT and OFFSET clauses.",
        "subquery in FROM must have an alias": "For example, FROM (SELECT ...) [AS] foo.",
        "VALUES in FROM must have an alias": "For example, FROM (VALUES ...) [AS] foo.",
    ]

    /// What a query can run into, from PostgreSQL 15's scan.l and gram.y.
    private static let codes: [(prefix: String, code: SQLState)] = [
        ("frame start ", SQLState("42P20")),
        ("frame end ", SQLState("42P20")),
        ("frame starting ", SQLState("42P20")),
        ("precision for type float ", .invalidParameterValue),
        ("unsafe use of ", SQLState("22P06")),
        ("out of memory", SQLState("53200")),
    ]
}
