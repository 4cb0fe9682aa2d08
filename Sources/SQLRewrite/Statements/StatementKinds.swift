// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Refuses whole statements by kind, in the server's words where it has some (R8, R13).
enum StatementKinds {
    static func check(
        _ statement: SyntaxTree.Node,
        in tree: SyntaxTree
    ) throws(ProxyError) {
        if tree.tag(statement) == .copyStmt {
            if tree.bool(statement, .isFrom) { throw NodeRules.readOnly("COPY FROM") }
            if tree.string(statement, .filename) != nil || tree.bool(statement, .isProgram) {
                throw ProxyError(
                    .insufficientPrivilege,
                    "permission denied to COPY to a file or a program"
                )
            }
        }
        switch tree.tag(statement) {
        case .selectStmt, .transactionStmt, .variableSetStmt, .variableShowStmt, .prepareStmt,
            .executeStmt, .deallocateStmt, .declareCursorStmt, .fetchStmt, .closePortalStmt,
            .copyStmt, .discardStmt, .explainStmt, .unlistenStmt:
            return
        case .listenStmt:
            throw ProxyError(
                .featureNotSupported,
                "LISTEN is not supported",
                hint:
                    "Notifications carry what other users write; listen on a connection of your own."
            )
        default:
            if let tag = WritingCommands.tag(of: statement, in: tree) {
                throw NodeRules.readOnly(tag)
            }
            throw ProxyError(
                .featureNotSupported,
                "\(NodeRules.spelled(tree.tag(statement))) is not supported"
            )
        }
    }
}
