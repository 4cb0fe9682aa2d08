// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc
import PostgresErrors
import ProxyServer
import SQLRewrite

/// What the rewriter itself takes: a statement seen for the first time and one seen before.
///
/// Without arguments it prints a line per statement: bytes, then microseconds of processor time, minimum and
/// median of the rounds, of parsing, rewriting and verifying and of the look-up in the cache.
/// `STATEMENT cold|cached COUNT` does that and nothing else, for an instrument around the process: the
/// difference of two counts is what the statements took.
@main
enum RewriterBenchmark {
    private static let rounds = 15
    /// Of processor time: long beside the clock, short beside the turns of other processes.
    private static let roundNanoseconds = 20_000_000

    static func main() throws {
        Rewriter.warmUp()
        let arguments = Array(CommandLine.arguments.dropFirst())
        let context = RewriteContext(policy: BenchmarkPolicy.policy)
        guard !arguments.isEmpty else {
            for statement in BenchmarkStatement.all { try measure(statement, in: context) }
            return
        }
        guard arguments.count == 3, let place = Int(arguments[0]), let count = Int(arguments[2]),
            BenchmarkStatement.all.indices.contains(place)
        else {
            print("usage: RewriterBenchmark [STATEMENT cold|cached COUNT]")
            exit(2)
        }
        let statement = BenchmarkStatement.all[place]
        if arguments[1] == "cold" {
            for _ in 0..<count { _ = try rewrite(statement, in: context) }
        } else {
            var seen = try SeenStatement(statement, in: context)
            for _ in 0..<count { seen.find() }
        }
    }

    private static func measure(
        _ statement: BenchmarkStatement,
        in context: RewriteContext
    ) throws {
        let cold = try fastest { _ = try rewrite(statement, in: context) }
        var seen = try SeenStatement(statement, in: context)
        let cached = try fastest { seen.find() }
        print(
            statement.name,
            statement.text.count,
            text(cold.minimum),
            text(cold.median),
            text(cached.minimum),
            text(cached.median),
            separator: "\t"
        )
    }

    static func rewrite(
        _ statement: BenchmarkStatement,
        in context: RewriteContext
    ) throws -> RewrittenMessage {
        try statement.text.withUnsafeBytes {
            try Rewriter.rewrite($0, as: .simple, in: context)
        }
    }

    /// Nanoseconds of one call.
    private static func fastest(
        _ body: () throws -> Void
    ) throws -> (minimum: Double, median: Double) {
        // The first calls find out how many make a round.
        var calls = 1
        while true {
            let spent = try time(calls, body)
            if spent >= roundNanoseconds { break }
            calls *= spent < roundNanoseconds / 8 ? 8 : 2
        }
        var times: [Double] = []
        for _ in 0..<rounds { times.append(Double(try time(calls, body)) / Double(calls)) }
        times.sort()
        return (times[0], times[rounds / 2])
    }

    private static func time(_ calls: Int, _ body: () throws -> Void) rethrows -> Int {
        let began = processorNanoseconds()
        for _ in 0..<calls { try body() }
        return processorNanoseconds() - began
    }

    private static func processorNanoseconds() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Microseconds with two digits.
    private static func text(_ nanoseconds: Double) -> String {
        let hundredths = Int((nanoseconds / 10).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}

/// A statement whose plan lies in the cache among those of other statements.
struct SeenStatement {
    private static let contextID: ContextID = 7
    private static let others = 1_000
    private let text: [UInt8]
    private var cache = StatementCache()

    init(_ statement: BenchmarkStatement, in context: RewriteContext) throws {
        text = statement.text
        let message = try RewriterBenchmark.rewrite(statement, in: context)
        for place in 0..<Self.others {
            insert(Array("SELECT total FROM orders WHERE id = \(place)".utf8), message)
        }
        insert(text, message)
    }

    private mutating func insert(_ text: [UInt8], _ message: RewrittenMessage) {
        let hash = text.withUnsafeBytes {
            StatementCache.hash($0, kind: .simple, contextID: Self.contextID)
        }
        cache.insert(
            Plan(
                hash: hash,
                contextID: Self.contextID,
                policyID: Self.contextID,
                kind: .simple,
                clientText: text,
                message: message
            )
        )
    }

    /// What a loop does with a text before it thinks of rewriting it.
    mutating func find() {
        text.withUnsafeBytes { bytes in
            let hash = StatementCache.hash(bytes, kind: .simple, contextID: Self.contextID)
            guard
                cache.find(bytes, hash: hash, kind: .simple, contextID: Self.contextID) != nil
            else { fatalError("the cache has lost the statement") }
        }
    }
}
