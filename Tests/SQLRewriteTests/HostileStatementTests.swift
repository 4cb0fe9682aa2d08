// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresErrors
import SQLRewrite
import Synchronization
import Testing

/// What came of one text: the number of nodes, or the refusal.
private enum Outcome: Equatable {
    case tree(nodes: Int)
    case refused(SQLState)
}

private func outcome(_ sql: [UInt8]) -> Outcome {
    do {
        let text = try blanked(sql)
        let tree = try text.withUnsafeBytes { try SyntaxTree(parsing: $0, depthMax: 2_000) }
        return .tree(nodes: tree.count)
    } catch {
        return .refused((error as? ProxyError)?.sqlState ?? .internalError)
    }
}

/// Runs on a thread whose stack a recursion over a deep tree would overflow.
private func onSmallStack<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
) async -> Result {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 512 * 1_024
        thread.start()
    }
}

@Suite(.serialized) struct HostileStatementTests {
    private static let megabyte = 1_048_576

    @Test(arguments: [
        ("SELECT ", "(", ""), ("SELECT ", "1+", "1"), ("SELECT ", "1 -", "1"),
        ("SELECT ", "NOT ", "true"), ("SELECT ", "- ", "1"), ("SELECT a", "::a", ""),
        ("SELECT a", "||a", ""), ("SELECT ", "f(", ""),
        ("SELECT ", "CASE WHEN ", ""), ("", "SELECT (", ""), ("SELECT 1", " UNION SELECT 1", ""),
        ("SELECT * FROM a", " JOIN a ON b", ""), ("SELECT * FROM ", "(a JOIN ", ""),
        ("", "WITH a AS (", ""), ("SELECT ", "ARRAY[", ""), ("SELECT a", " COLLATE b", ""),
        ("SELECT a", " IS NULL", ""),
    ])
    func aMegabyteOfNestingIsTooComplex(head: String, part: String, tail: String) async {
        let count = (Self.megabyte - head.utf8.count - tail.utf8.count) / part.utf8.count
        let sql = [UInt8]((head + String(repeating: part, count: count) + tail).utf8)
        let (result, elapsed) = await onSmallStack {
            let start = threadProcessorTime()
            return (outcome(sql), threadProcessorTime() - start)
        }
        #expect(result == .refused(.statementTooComplex))
        #expect(elapsed < .seconds(20))
    }

    @Test func aLongListIsNotDeep() async {
        let sql = [UInt8](("SELECT 1" + String(repeating: ", 1", count: 100_000)).utf8)
        #expect(await onSmallStack { outcome(sql) } == .tree(nodes: 2 + 3 * 100_001))
    }

    @Test func aChainOfConditionsIsNotDeep() async {
        let sql = [UInt8](("SELECT a" + String(repeating: " OR a", count: 20_000)).utf8)
        #expect(await onSmallStack { outcome(sql) } == .tree(nodes: 4 + 2 * 20_001))
    }

    /// The parser shares one source between all targets: visited once, it cannot multiply.
    @Test func nestedMultiAssignmentsStayLinear() throws {
        var sql = "SELECT 1"
        for _ in 0..<60 {
            sql = "WITH x AS (UPDATE t SET (a, b, c) = (\(sql))) SELECT 1"
        }
        #expect(try parse(sql).count < 60 * 30)
    }

    @Test func commentsOfAnySizeAreBlanked() async {
        let sql = [UInt8](("SELECT 1" + String(repeating: "/**/", count: 100_000)).utf8)
        #expect(await onSmallStack { outcome(sql) } == .tree(nodes: 5))
        let nested = [UInt8](String(repeating: "/*", count: 200_000).utf8)
        #expect(await onSmallStack { outcome(nested) } == .refused(.syntaxError))
    }

    @Test func depthIsLimitedExactly() throws {
        // RawStmt, SelectStmt, ResTarget, A_Const, Integer
        #expect(try parse("SELECT 1", depthMax: 4).count == 5)
        do {
            _ = try parse("SELECT 1", depthMax: 3)
            Issue.record("too deep, and accepted")
        } catch let error as ProxyError {
            #expect(error.sqlState == .statementTooComplex)
        }
    }

    /// Deterministic, so that a failure can be repeated.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(arguments: 0..<8)
    func mutatedStatementsNeverCrash(seed: Int) {
        var generator = Generator(state: UInt64(seed))
        let corpus = StatementCorpus.all.map { [UInt8]($0.utf8) }
        let spice = [
            "'", "\"", "$$", "/*", "*/", "--", "(", ")", ";", "\\", "E'", "U&\"", ",", "\n", "é",
        ]
        .map { [UInt8]($0.utf8) }
        var accepted = 0
        for _ in 0..<1_500 {
            var sql = corpus.randomElement(using: &generator) ?? []
            for _ in 0...Int.random(in: 0..<4, using: &generator) {
                let place = Int.random(in: 0...sql.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0:
                    let end = Swift.min(sql.count, place + Int.random(in: 0..<9, using: &generator))
                    sql.removeSubrange(place..<end)
                case 1:
                    sql.insert(
                        contentsOf: spice.randomElement(using: &generator) ?? [],
                        at: place
                    )
                case 2 where place < sql.count:
                    sql[place] = UInt8.random(in: 0...255, using: &generator)
                default:
                    let other = corpus.randomElement(using: &generator) ?? []
                    sql.insert(contentsOf: other.prefix(place), at: place)
                }
            }
            switch outcome(sql) {
            case .tree:
                accepted += 1
                checkTokens(of: sql)
            case .refused(let state): #expect(state != .internalError)
            }
        }
        #expect(accepted > 20)
    }

    /// In a text that parses every node begins where a token does.
    private func checkTokens(of sql: [UInt8]) {
        guard let text = try? blanked(sql) else { return }
        text.withUnsafeBytes { text in
            guard let tree = try? SyntaxTree(parsing: text, depthMax: 2_000) else { return }
            let tokens = TokenList(Tokens(text))
            let starts = Set(tokens.map(\.lowerBound))
            for node in 0..<tree.count where tree.tag(node) == .rangeVar {
                guard let location = tree.location(of: node) else { continue }
                #expect(starts.contains(location), "\(String(decoding: text, as: UTF8.self))")
            }
        }
    }

    @Test func eightThreadsParseAtOnce() async {
        let expected = StatementCorpus.all.map { outcome([UInt8]($0.utf8)) }
        let wrong = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        Thread {
                            var wrong = 0
                            for _ in 0..<20 {
                                for (sql, result) in zip(StatementCorpus.all, expected)
                                where outcome([UInt8](sql.utf8)) != result {
                                    wrong += 1
                                }
                            }
                            continuation.resume(returning: wrong)
                        }.start()
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
