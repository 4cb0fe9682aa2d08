// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresErrors
import SQLRewrite
import Testing

/// Runs a body on a thread with the stack of an event loop, not that of a test.
private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        body()
        done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
}

private func code(of sql: String) -> String {
    do {
        _ = try rewritten(sql)
        return "accepted"
    } catch let error as ProxyError {
        return error.sqlState.code
    } catch {
        return "\(error)"
    }
}

@Test(arguments: [
    "SELECT " + String(repeating: "1+", count: 250_000) + "1",
    "SELECT " + String(repeating: "(", count: 500_000),
    "SELECT " + String(repeating: "NOT ", count: 200_000) + "true",
    "SELECT " + String(repeating: "(SELECT ", count: 100_000),
    "SELECT 1 FROM orders WHERE " + String(repeating: "id = 1 OR (", count: 50_000),
])
func deepStatementsAreRefusedOnASmallStack(sql: String) {
    onSmallStack {
        #expect(["54001", "42601"].contains(code(of: sql)))
    }
}

@Test func nestingBelowTheLimitIsRewrittenOnASmallStack() {
    onSmallStack {
        var sql = "SELECT id FROM orders"
        for level in 0..<300 { sql = "SELECT id FROM (\(sql)) AS t\(level) WHERE id > \(level)" }
        #expect(code(of: sql) == "accepted")
        var sublinks = "SELECT id FROM orders"
        for _ in 0..<150 { sublinks = "SELECT id FROM orders WHERE id IN (\(sublinks))" }
        #expect(code(of: sublinks) == "accepted")
    }
}

@Test func statementsThatExplodeAreRefusedInTime() {
    let start = threadProcessorTime()
    var stars = "SELECT * FROM orders"
    for level in 0..<100 { stars = "SELECT *, * FROM (\(stars)) AS t\(level)" }
    #expect(code(of: stars) == "54011")

    let tables = (0..<300).map { "orders AS t\($0)" }.joined(separator: ", ")
    let names = Array(repeating: "nowhere", count: 10_000).joined(separator: " AND ")
    let lateral = "SELECT 1 FROM \(tables), LATERAL (SELECT 1 WHERE \(names)) AS l"
    #expect(["42703", "54001"].contains(code(of: lateral)))
    let known = Array(repeating: "only_here", count: 10_000).joined(separator: " AND ")
    #expect(
        code(of: "SELECT 1 FROM \(tables), (SELECT true AS only_here) AS h WHERE \(known)")
            == "54001"
    )
    #expect(threadProcessorTime() - start < .seconds(60))
}

@Test func wideStatementsTakeLinearTime() throws {
    let start = threadProcessorTime()
    let list = (0..<100_000).map(String.init).joined(separator: ", ")
    #expect(code(of: "SELECT id FROM orders WHERE id IN (\(list))") == "accepted")
    let arms = Array(repeating: "SELECT id FROM orders WHERE id = 1", count: 900)
    #expect(code(of: arms.joined(separator: " UNION ALL ")) == "accepted")
    let many = String(repeating: "SELECT id FROM orders;", count: 5_000)
    #expect(code(of: many) == "accepted")
    let begins = String(repeating: "COMMIT;BEGIN;", count: 5_000)
    #expect(code(of: begins) == "accepted")
    #expect(threadProcessorTime() - start < .seconds(60))
}

@Test func positionsOfRefusalsCountCharacters() throws {
    let error = #expect(throws: ProxyError.self) {
        try rewritten("SELECT 'äöü' /* ß */ FROM missing")
    }
    #expect(error?.position == 27)
}

@Test func positionsInTheRewrittenTextLeadBackToTheClients() throws {
    let client = "SELECT id FROM orders WHERE total > 'x'"
    let message = try rewritten(client)
    let text = String(decoding: message.text, as: UTF8.self)
    let rewrittenOffset = try #require(text.range(of: "'x'")).lowerBound.utf16Offset(in: text)
    let clientOffset = try #require(client.range(of: "'x'")).lowerBound.utf16Offset(in: client)
    #expect(message.positions.clientOffset(forRewritten: rewrittenOffset) == clientOffset)
}
