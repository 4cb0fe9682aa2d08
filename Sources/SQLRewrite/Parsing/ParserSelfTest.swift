// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The check at start that the parser's library is the one the node table was generated for.
///
/// Numbers of node types come from the library at run time and from the headers at build time. A library
/// of another version shifts them, from some type on; so the probes reach from the first types to
/// the last. Nothing may be parsed for a client before this has passed.
package enum ParserSelfTest {
    /// Parses known statements and compares what comes back.
    ///
    /// - Throws: XX000 with the statement that came back different.
    package static func run() throws(ProxyError) {
        for (sql, tags) in shapes {
            let tree = try parse(sql)
            guard (0..<tree.count).map({ tree.tag($0) }) == tags else { throw mismatch(sql) }
        }
        for (sql, option) in limitOptions {
            let tree = try parse(sql)
            guard let select = tree.child(of: 0, .stmt),
                tree.value(select, .limitOption, as: LimitOption.self) == option
            else { throw mismatch(sql) }
        }
        let named = "SELECT 1 FROM a.b AS c"
        let tree = try parse(named)
        guard let relation = (0..<tree.count).first(where: { tree.tag($0) == .rangeVar }),
            tree.string(relation, .schemaname) == "a", tree.string(relation, .relname) == "b",
            tree.bool(relation, .inh), tree.location(of: relation) == 14,
            let alias = tree.child(of: relation, .alias), tree.string(alias, .aliasname) == "c"
        else { throw mismatch(named) }
    }

    private static func parse(_ sql: String) throws(ProxyError) -> SyntaxTree {
        do {
            return try Array(sql.utf8).withUnsafeBytes { text in
                try SyntaxTree(parsing: text, depthMax: 100)
            }
        } catch {
            throw mismatch(sql)
        }
    }

    private static func mismatch(_ sql: String) -> ProxyError {
        ProxyError(
            .internalError,
            "the SQL parser does not match this build",
            logMessage: "libpg_query answers \"\(sql)\" with another tree than the version that"
                + " omniproxy was built for (15)"
        )
    }

    private static let shapes: [(String, [NodeTag])] = [
        (
            "SELECT 1 AS x FROM ONLY a.b AS c WHERE NOT d IS NULL LIMIT 2",
            [
                .rawStmt, .selectStmt, .resTarget, .aConst, .integer, .rangeVar, .alias, .boolExpr,
                .nullTest, .columnRef, .string, .aConst, .integer,
            ]
        ),
        (
            "SELECT DISTINCT 1.5, B'1' FROM a JOIN b ON true",
            [
                .rawStmt, .selectStmt, .null, .resTarget, .aConst, .float, .resTarget, .aConst,
                .bitString, .joinExpr, .rangeVar, .rangeVar, .aConst, .boolean,
            ]
        ),
        (
            "UPDATE a SET (b, c) = (SELECT 1)",
            [
                .rawStmt, .updateStmt, .rangeVar, .resTarget, .multiAssignRef, .subLink,
                .selectStmt, .resTarget, .aConst, .integer, .resTarget, .multiAssignRef,
            ]
        ),
        ("BEGIN", [.rawStmt, .transactionStmt]),
        ("VACUUM a", [.rawStmt, .vacuumStmt, .vacuumRelation, .rangeVar]),
        ("ALTER STATISTICS a SET STATISTICS 5", [.rawStmt, .alterStatsStmt, .string]),
        (
            "CREATE PUBLICATION a FOR TABLE b",
            [.rawStmt, .createPublicationStmt, .publicationObjSpec, .publicationTable, .rangeVar]
        ),
    ]

    /// The one enum that the library numbers differently from the server's headers.
    private static let limitOptions: [(String, LimitOption)] = [
        ("SELECT 1", .default),
        ("SELECT 1 LIMIT 1", .count),
        ("SELECT 1 ORDER BY 1 FETCH FIRST 1 ROW WITH TIES", .withTies),
    ]
}
