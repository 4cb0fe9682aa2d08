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
        case .insertStmt: throw NodeRules.readOnly("INSERT")
        case .updateStmt: throw NodeRules.readOnly("UPDATE")
        case .deleteStmt: throw NodeRules.readOnly("DELETE")
        case .mergeStmt: throw NodeRules.readOnly("MERGE")
        case .createStmt: throw NodeRules.readOnly("CREATE TABLE")
        case .createTableAsStmt: throw NodeRules.readOnly("CREATE TABLE AS")
        case .viewStmt: throw NodeRules.readOnly("CREATE VIEW")
        case .indexStmt: throw NodeRules.readOnly("CREATE INDEX")
        case .createFunctionStmt: throw NodeRules.readOnly("CREATE FUNCTION")
        case .createSchemaStmt: throw NodeRules.readOnly("CREATE SCHEMA")
        case .createSeqStmt: throw NodeRules.readOnly("CREATE SEQUENCE")
        case .createRoleStmt: throw NodeRules.readOnly("CREATE ROLE")
        case .createdbStmt: throw NodeRules.readOnly("CREATE DATABASE")
        case .createTrigStmt: throw NodeRules.readOnly("CREATE TRIGGER")
        case .createExtensionStmt: throw NodeRules.readOnly("CREATE EXTENSION")
        case .alterTableStmt: throw NodeRules.readOnly("ALTER TABLE")
        case .renameStmt: throw NodeRules.readOnly("ALTER RENAME")
        case .dropStmt: throw NodeRules.readOnly("DROP")
        case .truncateStmt: throw NodeRules.readOnly("TRUNCATE TABLE")
        case .grantStmt, .grantRoleStmt: throw NodeRules.readOnly("GRANT")
        case .commentStmt: throw NodeRules.readOnly("COMMENT")
        case .refreshMatViewStmt: throw NodeRules.readOnly("REFRESH MATERIALIZED VIEW")
        case .notifyStmt: throw NodeRules.readOnly("NOTIFY")
        case .listenStmt:
            throw ProxyError(
                .featureNotSupported,
                "LISTEN is not supported",
                hint:
                    "Notifications carry what other users write; listen on a connection of your own."
            )
        default:
            throw ProxyError(
                .featureNotSupported,
                "\(NodeRules.spelled(tree.tag(statement))) is not supported"
            )
        }
    }
}
