// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

func parse(_ sql: String, depthMax: Int = 2_000) throws -> SyntaxTree {
    try [UInt8](sql.utf8).withUnsafeBytes { try SyntaxTree(parsing: $0, depthMax: depthMax) }
}

@Suite struct SyntaxTreeTests {
    @Test func statementsCarryTheirPlaceInTheText() throws {
        let tree = try parse("SELECT 1; TABLE t ;\n VALUES (2)")
        let statements = Array(tree.statements)
        #expect(statements.count == 3)
        #expect(statements.map { tree.tag($0) } == [.rawStmt, .rawStmt, .rawStmt])
        #expect(
            statements.map { tree.textRange(ofStatement: $0) } == [0..<8, 9..<18, 19..<31]
        )
        let second = try #require(tree.child(of: statements[1], .stmt))
        #expect(tree.tag(second) == .selectStmt)
    }

    @Test func aQueryReadsAsItWasWritten() throws {
        let tree = try parse(
            "SELECT DISTINCT o.total::numeric(10,2) AS sum FROM shop.orders AS o WHERE o.id = 7"
        )
        let select = try #require(tree.child(of: 0, .stmt))
        #expect(tree.tag(select) == .selectStmt)
        #expect(tree.parent(of: select) == 0)
        #expect(tree.list(of: select, .distinctClause).map { tree.tag($0) } == [.null])

        let target = try #require(tree.child(of: select, .targetList))
        #expect(tree.string(target, .name) == "sum")
        #expect(tree.listIndex(of: target) == 0)

        let relation = try #require(tree.child(of: select, .fromClause))
        #expect(tree.tag(relation) == .rangeVar)
        #expect(tree.string(relation, .schemaname) == "shop")
        #expect(tree.string(relation, .relname, equals: "orders"))
        #expect(tree.string(relation, .catalogname) == nil)
        #expect(tree.bool(relation, .inh))
        #expect(tree.character(relation, .relpersistence) == UInt8(ascii: "p"))
        #expect(tree.location(of: relation) == 51)
        let alias = try #require(tree.child(of: relation, .alias))
        #expect(tree.string(alias, .aliasname) == "o")

        let condition = try #require(tree.child(of: select, .whereClause))
        #expect(tree.value(condition, .kind, as: AExprKind.self) == .op)
        #expect(tree.texts(of: condition, .name) == ["="])
        let column = try #require(tree.child(of: condition, .lexpr))
        #expect(tree.texts(of: column, .fields) == ["o", "id"])
        let constant = try #require(tree.child(of: condition, .rexpr))
        let value = try #require(tree.child(of: constant, .val))
        #expect(tree.tag(value) == .integer)
        #expect(tree.int(value, .ival) == 7)
    }
}

@Suite struct ParserRefusalTests {
    @Test func theLibraryIsTheOneThatTheTableWasMadeFor() throws {
        try ParserSelfTest.run()
    }

    @Test(arguments: [
        ("SELEC 1", "42601", "syntax error at or near \"SELEC\"", 1),
        ("SELECT 'ä' FRO t x", "42601", "syntax error at or near \"t\"", 16),
        ("SELECT (1", "42601", "syntax error at end of input", 10),
        ("SELECT 'abc", "42601", "unterminated quoted string at or near \"'abc\"", 8),
        ("SELECT 1 /* x", "42601", "unterminated /* comment at or near \"/* x\"", 10),
        ("SELECT 1a", "42601", "trailing junk after numeric literal at or near \"1a\"", 8),
        ("SELECT 1::float(99)", "22023", "precision for type float must be less than 54 bits", 17),
        (
            "SELECT sum(a) OVER (ROWS UNBOUNDED FOLLOWING) FROM t", "42P20",
            "frame start cannot be UNBOUNDED FOLLOWING", 26
        ),
        (
            "SELECT 1 WHERE UNIQUE (SELECT 1)", "0A000", "UNIQUE predicate is not yet implemented",
            16
        ),
    ])
    func errorsReadAsPostgreSQLWritesThem(
        sql: String,
        code: String,
        message: String,
        position: Int
    ) {
        do {
            _ = try parse(sql)
            Issue.record("accepted")
        } catch {
            let error = error as? ProxyError
            #expect(error?.sqlState == SQLState(code))
            #expect(error?.message == message)
            #expect(error?.position == position)
        }
    }

    @Test func anEmptyTextHasNoStatement() throws {
        for sql in ["", "  ", ";", " ; ;"] {
            let tree = try parse(sql)
            #expect(tree.count == 0)
            #expect(Array(tree.statements).isEmpty)
        }
    }
}
