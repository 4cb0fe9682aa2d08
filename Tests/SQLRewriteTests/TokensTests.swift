// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import SQLRewrite
import Testing

private func withTokens<Result>(_ sql: String, _ body: (Tokens) throws -> Result) rethrows -> Result
{
    try [UInt8](sql.utf8).withUnsafeBytes { try body(Tokens($0)) }
}

private func tokens(_ sql: String) -> [String] {
    let bytes = [UInt8](sql.utf8)
    return withTokens(sql) { tokens in
        TokenList(tokens).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
}

@Suite struct TokensTests {
    @Test(
        arguments: [
            ("", []),
            (" \n\t", []),
            ("SELECT a.b, $1", ["SELECT", "a", ".", "b", ",", "$1"]),
            (#"FROM"t"WHERE x"#, ["FROM", #""t""#, "WHERE", "x"]),
            (
                #""a""b" U&"d\0061" u&"x" UESCAPE '!' y"#,
                [#""a""b""#, #"U&"d\0061""#, #"u&"x" UESCAPE '!'"#, "y"]
            ),
            (
                #"'a''b' E'c\'d' B'01' x'1F' N'n' U&'\0061'"#,
                ["'a''b'", #"E'c\'d'"#, "B'01'", "x'1F'", "N'n'", #"U&'\0061'"#]
            ),
            ("'a'\n 'b' 'c'", ["'a'\n 'b'", "'c'"]),
            (#"E'a'\#n'\'' x"#, ["E'a'\n'\\''", "x"]),
            ("$$a$$ $x$ $$ $x$ a$b$ $1", ["$$a$$", "$x$ $$ $x$", "a$b$", "$1"]),
            (
                "1 1.5 .5 5. 1e10 1.5E-3 1..2",
                ["1", "1.5", ".5", "5.", "1e10", "1.5E-3", "1", "..", "2"]
            ),
            (
                "a::int := => <= >= <> != ->> @- <- *- -",
                [
                    "a", "::", "int", ":=", "=>", "<=", ">=", "<>", "!=", "->>", "@-", "<", "-",
                    "*", "-", "-",
                ]
            ),
            ("a[1:2](b);", ["a", "[", "1", ":", "2", "]", "(", "b", ")", ";"]),
            ("größe ä$1", ["größe", "ä$1"]),
        ] as [(String, [String])]
    )
    func tokensEndWherePostgreSQLEndsThem(sql: String, expected: [String]) {
        #expect(tokens(sql) == expected)
    }

    @Test(arguments: [
        ("orders o", 1, 6), ("orders.id", 1, 6), ("shop.orders o", 2, 11),
        ("shop . orders o", 2, 13), ("shop\n.\"or ders\"o", 2, 15),
        ("db.shop.orders", 3, 14), (#"U&"!0061" UESCAPE '!' . b c"#, 2, 25),
    ])
    func namesEndBehindTheirLastPart(sql: String, parts: Int, expected: Int) {
        #expect(withTokens(sql) { $0.end(ofNameAt: 0, parts: parts) } == expected)
    }

    @Test(arguments: [("orders o", 2), ("a.*", 2), ("(a)", 1), ("", 1), ("a.", 2), ("1", 1)])
    func whatIsNoNameHasNoEnd(sql: String, parts: Int) {
        #expect(withTokens(sql) { $0.end(ofNameAt: 0, parts: parts) } == nil)
    }

    @Test(
        arguments: [
            ("(a)", 3), ("((a), ')' , \")\", $$)$$) b", 23), ("(a", nil), ("a", nil), ("", nil),
        ] as [(String, Int?)]
    )
    func parenthesesAreMatchedOutsideOfQuotes(sql: String, expected: Int?) {
        #expect(withTokens(sql) { $0.end(ofParenthesisAt: 0) } == expected)
    }

    @Test func aListFindsTheTokenBeforeAPlace() {
        withTokens("FROM ONLY (t) x") { tokens in
            let list = TokenList(tokens)
            #expect(list.token(before: 0) == nil)
            #expect(list.token(before: 11) == 10..<11)
            #expect(list.token(before: 10) == 5..<9)
            #expect(list[list.index(atOrAfter: 9)] == 10..<11)
            #expect(list.index(atOrAfter: 15) == list.endIndex)
            #expect(tokens.isWord(at: 5, "only"))
            #expect(!tokens.isWord(at: 5, "onl"))
        }
    }
}
