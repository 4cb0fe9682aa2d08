// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

/// The blanked text, the text itself when it had no comment.
func blanked(_ bytes: [UInt8], limits: RewriteLimits = .init()) throws -> [UInt8] {
    try bytes.withUnsafeBytes { try StatementText.blanked($0, limits: limits) } ?? bytes
}

private func blanked(_ sql: String) throws -> String {
    String(decoding: try blanked([UInt8](sql.utf8)), as: UTF8.self)
}

private func refusal(_ bytes: [UInt8], limits: RewriteLimits = .init()) -> ProxyError? {
    do {
        _ = try blanked(bytes, limits: limits)
        return nil
    } catch {
        return error as? ProxyError
    }
}

@Suite struct StatementTextTests {
    /// In the expectation a `·` stands for a space that was a byte of a comment.
    @Test(arguments: [
        ("SELECT 1", "SELECT 1"),
        ("", ""),
        ("SELECT 1 -- one", "SELECT 1 ······"),
        ("SELECT 1 -- one\n+ 2", "SELECT 1 ······\n+ 2"),
        ("SELECT 1 -- one\r+ 2", "SELECT 1 ······\r+ 2"),
        ("a /* b */ c", "a ······· c"),
        ("a /* b\nc */ d", "a ····\n···· d"),
        ("a /* b /* c */ d */ e", "a ················· e"),
        ("a /*/ b */ c", "a ········ c"),
        ("a /**/ b", "a ···· b"),
        ("/***/x", "·····x"),
        ("1 +/* c */ 2", "1 +······· 2"),
        ("1 */* c */ 2", "1 *······· 2"),
        ("1 +-- c", "1 +····"),
        ("1 - - 2", "1 - - 2"),
        ("NOT /* c */ IN", "NOT ······· IN"),
        // Quotes hide comments.
        ("'/* a */' '--'", "'/* a */' '--'"),
        ("'a''--b' --c", "'a''--b' ···"),
        (#"'a\' --b'"#, #"'a\' ····"#),
        (#"E'a\'--b' --c"#, #"E'a\'--b' ···"#),
        (#"e'a\\' --c"#, #"e'a\\' ···"#),
        (#"U&'a\' --c"#, #"U&'a\' ···"#),
        (#"B'1' --c"#, #"B'1' ···"#),
        (#"type'a\' --c"#, #"type'a\' ···"#),
        (#"_e'a\' --c"#, #"_e'a\' ···"#),
        (#""a--b""c/*" --d"#, #""a--b""c/*" ···"#),
        (#"U&"a--b" --d"#, #"U&"a--b" ···"#),
        ("$$--a$$ --b", "$$--a$$ ···"),
        ("$t$ $$ --a $x$ $t$ --b", "$t$ $$ --a $x$ $t$ ···"),
        ("$t$ $u$t$ --b", "$t$ $u$t$ ···"),
        ("a$b$ --c", "a$b$ ···"),
        ("$1 --c", "$1 ···"),
        ("$1$$--a$$", "$1$$--a$$"),
        // A string goes on behind a newline, in the mode of its first piece.
        ("E'a'\n'b\\'--c'", "E'a'\n'b\\'--c'"),
        ("E'a' 'b\\'--c'", "E'a' 'b\\'····"),
        ("E'a' --x\n 'b\\'--c'", "E'a' ···\n 'b\\'--c'"),
        ("E'a' /*\n*/ 'b\\'--c'", "E'a' ··\n·· 'b\\'--c'"),
        ("'a'\n'b\\'--c'", "'a'\n'b\\'····"),
        // Nothing is done to what has no end.
        ("'a --b", "'a --b"),
        ("$t$ --b", "$t$ --b"),
    ])
    func commentsBecomeSpaces(sql: String, expected: String) throws {
        let result = try blanked(sql)
        #expect(result == expected.replacing("·", with: " "))
        #expect(result.utf8.count == sql.utf8.count)
    }

    @Test(arguments: ["ä /* b", "ä /* b /* c */ --d", "ä /*/", "'' /* '"])
    func aCommentWithoutEndReadsAsPostgreSQLSaysIt(sql: String) {
        let error = refusal([UInt8](sql.utf8))
        let comment = sql.split(separator: " ", maxSplits: 1)[1]
        #expect(error?.sqlState == .syntaxError)
        #expect(error?.message == "unterminated /* comment at or near \"\(comment)\"")
        #expect(error?.position == sql.count - comment.count + 1)
    }

    @Test func aCommentBeyondASCIIKeepsItsBytes() throws {
        let sql = "SELECT /* ä€𝄞 */ 'ä€𝄞', x"
        let result = try blanked(sql)
        #expect(result == "SELECT \(String(repeating: " ", count: 15)) 'ä€𝄞', x")
        let place = try #require(sql.utf8.firstIndex(of: UInt8(ascii: "x")))
        let offset = sql.utf8.distance(from: sql.startIndex, to: place)
        let original = [UInt8](sql.utf8)
        [UInt8](result.utf8).withUnsafeBytes { blanked in
            original.withUnsafeBytes { original in
                let position = TextPosition.character(at: offset, in: blanked)
                #expect(position == 31)
                #expect(
                    TextPosition.character(position, ofBlanked: blanked, in: original) == 25
                )
            }
        }
    }

    @Test(arguments: [
        ([0x41, 0x00, 0x42], "0x00"),
        ([0x00], "0x00"),
        ([0x80], "0x80"),
        ([0xff, 0x41], "0xff"),
        ([0xc3], "0xc3"),
        ([0xc3, 0x28], "0xc3 0x28"),
        ([0xc0, 0x80], "0xc0 0x80"),
        ([0xe2, 0x82], "0xe2 0x82"),
        ([0xe2, 0x28, 0xa1], "0xe2 0x28 0xa1"),
        ([0xe0, 0x80, 0x80], "0xe0 0x80 0x80"),
        ([0xed, 0xa0, 0x80], "0xed 0xa0 0x80"),
        ([0xf4, 0x90, 0x80, 0x80], "0xf4 0x90 0x80 0x80"),
        ([0xf8, 0x88, 0x80, 0x80, 0x80], "0xf8"),
    ])
    func bytesThatAreNoTextAreRefusedAnywhere(bytes: [UInt8], shown: String) {
        for prefix in 0..<18 {
            for quote in ["", "'", "--"] {
                let text = [UInt8](quote.utf8) + [UInt8](repeating: 0x61, count: prefix) + bytes
                let error = refusal(text)
                #expect(error?.sqlState == .characterNotInRepertoire)
                #expect(error?.message == "invalid byte sequence for encoding \"UTF8\": \(shown)")
            }
        }
    }

    @Test func validCharactersOfAllLengthsPass() throws {
        let sql = "SELECT '\u{7f}\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}'"
        for prefix in 0..<9 {
            let text = String(repeating: " ", count: prefix) + sql
            #expect(try blanked(text) == text)
        }
    }

    @Test func sizeHasALimit() {
        var limits = RewriteLimits()
        limits.statementBytesMax = 8
        #expect(refusal([UInt8]("SELECT 1".utf8), limits: limits) == nil)
        #expect(
            refusal([UInt8]("SELECT 12".utf8), limits: limits)?.sqlState == .programLimitExceeded
        )
    }

    @Test func operatorsHaveALimit() throws {
        let longest = String(repeating: "+", count: 64)
        #expect(try blanked("1 \(longest) 2") == "1 \(longest) 2")
        #expect(try blanked("'\(longest)+' \"\(longest)+\"") == "'\(longest)+' \"\(longest)+\"")
        let error = refusal([UInt8]("'ä' \(longest)+ 2".utf8))
        #expect(error?.sqlState == .statementTooComplex)
        #expect(error?.position == 5)
    }

    @Test func manyCommentsTakeLinearTime() throws {
        let text = [UInt8](String(repeating: "/**/", count: 100_000).utf8)
        let start = threadProcessorTime()
        let result = try blanked(text)
        let elapsed = threadProcessorTime() - start
        #expect(result == [UInt8](repeating: UInt8(ascii: " "), count: text.count))
        #expect(elapsed < .seconds(5))
    }
}
