// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

private func stream(_ sql: String) throws -> [UInt8] {
    let tree = try parse(sql)
    return [UInt8](tree.stream)
}

extension SyntaxTree {
    fileprivate func edited(_ edits: [StreamEdit], gives other: SyntaxTree) -> Bool {
        withExtendedLifetime(other) { edited(edits, gives: other.stream) }
    }
}

private func first(_ tag: NodeTag, in tree: SyntaxTree) throws -> SyntaxTree.Node {
    try #require((0..<tree.count).first { tree.tag($0) == tag })
}

@Suite struct TreeStreamTests {
    /// What a rewritten text is verified by is not a second reading of the parser's tree.
    @Test(arguments: StatementCorpus.all)
    func theStreamAloneIsThatOfTheTree(sql: String) throws {
        let alone = try Array(sql.utf8).withUnsafeBytes { text in
            try SyntaxTree.withStream(of: text, depthMax: 1_000) { [UInt8]($0) }
        }
        #expect(try stream(sql) == alone)
    }

    @Test func theStreamAloneIsRefusedAsTheTree() throws {
        for sql in ["SELECT FROM FROM", "SELECT ((((1 + 2) + 3) + 4) + 5) + 6"] {
            Array(sql.utf8).withUnsafeBytes { text in
                let whole = #expect(throws: ProxyError.self) {
                    try SyntaxTree(parsing: text, depthMax: 5)
                }
                let alone = #expect(throws: ProxyError.self) {
                    try SyntaxTree.withStream(of: text, depthMax: 5) { _ in }
                }
                #expect(whole == alone)
            }
        }
    }

    @Test(arguments: [
        ("SELECT a FROM b", "select  A\nfrom\t\"b\" ;"),
        ("SELECT (a + b) * c", "SELECT ((a) + (b)) * c"),
        ("SELECT 'a'\n'b'", "SELECT 'ab'"),
        ("SELECT a FROM b AS c", "SELECT a FROM b c"),
        ("SELECT 1::int", "SELECT CAST(1 AS integer)"),
    ])
    func spellingAndPlacesAreNoPartOfIt(one: String, other: String) throws {
        #expect(try stream(one) == stream(other))
    }

    /// Pairs that a filter's strength depends on.
    @Test(
        arguments: [
            ("SELECT a OR b AND c", "SELECT (a OR b) AND c"),
            ("SELECT a AND b AND c", "SELECT a AND (b AND c)"),
            ("SELECT a - b - c", "SELECT a - (b - c)"),
            ("SELECT f(a, b)", "SELECT f((a, b))"),
            ("SELECT ARRAY[[a], [b]]", "SELECT ARRAY[[a, b]]"),
            ("SELECT a IN (b)", "SELECT a NOT IN (b)"),
            ("SELECT a IN ((b, c))", "SELECT a IN (b, c)"),
            ("SELECT 1", "SELECT '1'"),
            ("SELECT NULL", "SELECT ''"),
            ("SELECT true", "SELECT false"),
            ("SELECT 1.0", "SELECT 1.00"),
            ("SELECT a", "SELECT \"A\""),
            ("SELECT a.b", "SELECT (a).b"),
            ("SELECT a b", "SELECT b a"),
            ("SELECT DISTINCT a", "SELECT a"),
            ("SELECT DISTINCT a", "SELECT ALL a"),
            ("SELECT * FROM a", "SELECT * FROM ONLY a"),
            ("SELECT * FROM a.b", "SELECT * FROM b.a"),
            ("SELECT * FROM a, b", "SELECT * FROM a AS b"),
            ("SELECT * FROM a LEFT JOIN b ON c", "SELECT * FROM a RIGHT JOIN b ON c"),
            ("SELECT * FROM a LIMIT 1", "SELECT * FROM a OFFSET 1"),
            ("SELECT 1 UNION SELECT 2", "SELECT 1 UNION ALL SELECT 2"),
            ("SELECT a ORDER BY b", "SELECT a ORDER BY b DESC"),
            ("SELECT * FROM a FOR UPDATE", "SELECT * FROM a FOR SHARE"),
            ("SELECT 1; SELECT 2", "SELECT 2; SELECT 1"),
            ("SELECT 1; SELECT 1", "SELECT 1"),
            ("GRANT a TO b", "GRANT b TO a"),
            ("GROUP", "GROUP"),
        ].dropLast()
    )
    func whatMeansSomethingElseDiffers(one: String, other: String) throws {
        #expect(try stream(one) != stream(other))
    }

    @Test func noTwoStatementsOfTheCorpusAreEqual() throws {
        let streams = try StatementCorpus.all.map { try stream($0) }
        #expect(Set(streams).count == StatementCorpus.all.count)
    }

    @Test func aSpanIsTheStreamOfWhatItSays() throws {
        let outer = try parse("SELECT * FROM (SELECT a FROM b WHERE c = 1) AS d")
        let inner = try parse("SELECT a FROM b WHERE c = 1")
        let derived = try first(.rangeSubselect, in: outer)
        let subquery = try #require(outer.child(of: derived, .subquery))
        let statement = try #require(inner.child(of: 0, .stmt))
        #expect(
            outer.stream[outer.span(of: subquery)].elementsEqual(
                inner.stream[inner.span(of: statement)]
            )
        )
    }

    @Test func aReplacedReferenceIsVerified() throws {
        let original = try parse("SELECT o.id FROM orders o WHERE o.id = 7")
        let fragment = try parse(
            "SELECT 1 FROM (SELECT * FROM shop.orders WHERE tenant = 'a') AS o"
        )
        let rewritten = try parse(
            "SELECT o.id FROM (SELECT * FROM shop.orders WHERE tenant = 'a') AS o WHERE o.id = 7"
        )
        let edit = StreamEdit(
            range: original.span(of: try first(.rangeVar, in: original)),
            replacement: [
                .span(fragment, fragment.span(of: try first(.rangeSubselect, in: fragment)))
            ]
        )
        #expect(original.edited([edit], gives: rewritten))
        #expect(!original.edited([], gives: rewritten))
        #expect(original.edited([], gives: original))
        for tampered in [
            "SELECT o.id FROM (SELECT * FROM shop.orders WHERE tenant = 'b') AS o WHERE o.id = 7",
            "SELECT o.id FROM (SELECT * FROM shop.orders WHERE tenant = 'a') AS o WHERE o.id = 8",
            "SELECT o.id FROM (SELECT * FROM shop.orders WHERE tenant = 'a') AS o",
            "SELECT o.id FROM (SELECT * FROM shop.orders WHERE tenant = 'a') AS o WHERE o.id = 7; SELECT 1",
        ] {
            #expect(!original.edited([edit], gives: try parse(tampered)))
        }
    }

    @Test func aFieldThatWasNotSetHasItsPlace() throws {
        let original = try parse("SELECT a FROM b AS c GROUP BY d")
        let rewritten = try parse("SELECT a FROM e.b AS c WHERE f = 1 GROUP BY d")
        let select = try #require(original.child(of: 0, .stmt))
        let relation = try first(.rangeVar, in: original)
        let schema = original.insertionPoint(of: relation, .schemaname)
        let filter = original.insertionPoint(of: select, .whereClause)
        let target = try #require(rewritten.child(of: 0, .stmt))
        let condition = try #require(rewritten.child(of: target, .whereClause))
        let edits = [
            StreamEdit(
                range: schema..<schema,
                replacement: [.bytes(TreeStream.string(.schemaname, "e"))]
            ),
            StreamEdit(
                range: filter..<filter,
                replacement: [
                    .bytes(TreeStream.child(.whereClause)),
                    .span(rewritten, rewritten.span(of: condition)),
                ]
            ),
        ]
        #expect(original.edited(edits, gives: rewritten))
    }

    @Test func aListCanBeTakenOut() throws {
        let original = try parse("SELECT a, b FROM c ORDER BY d, e")
        let select = try #require(original.child(of: 0, .stmt))
        let edit = StreamEdit(
            range: try #require(original.span(of: select, .sortClause)),
            replacement: []
        )
        #expect(original.edited([edit], gives: try parse("SELECT a, b FROM c")))
        #expect(original.span(of: select, .whereClause) == nil)
    }

    @Test func aNodeCanBeWritten() throws {
        let original = try parse("SELECT a FROM b")
        let relation = try first(.rangeVar, in: original)
        let end = original.span(of: relation).upperBound - TreeStream.nodeEndLength
        let alias =
            TreeStream.child(.alias) + TreeStream.node(.alias)
            + TreeStream.string(.aliasname, "x") + TreeStream.nodeEnd
        let edit = StreamEdit(range: end..<end, replacement: [.bytes(alias)])
        #expect(original.insertionPoint(of: relation, .alias) == end)
        #expect(original.edited([edit], gives: try parse("SELECT a FROM b AS x")))
    }

    @Test func editsOutOfOrderNeverMatch() throws {
        let tree = try parse("SELECT a FROM b")
        let edits = [
            StreamEdit(range: 5..<6, replacement: [.span(tree, 5..<6)]),
            StreamEdit(range: 4..<5, replacement: [.span(tree, 4..<5)]),
        ]
        #expect(!tree.edited(edits, gives: tree))
    }
}
