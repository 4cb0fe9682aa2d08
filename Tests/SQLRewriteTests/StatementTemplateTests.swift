// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import Testing

@testable import SQLRewrite

struct ComparedIntegersTests {
    private func integers(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { buffer in
            (ComparedIntegers(buffer)?.spans ?? []).map {
                String(decoding: buffer[$0], as: UTF8.self)
            }
        }
    }

    @Test(arguments: [
        ("SELECT a FROM t WHERE id = 42", ["42"]),
        ("SELECT a FROM t WHERE id=42;", ["42"]),
        ("SELECT a FROM t WHERE id >= 10 AND id<>11", ["10", "11"]),
        ("SELECT a FROM t WHERE (id = 5)", ["5"]),
        ("SELECT a FROM t WHERE s = 'x = 7' AND id = 8", ["8"]),
        (#"SELECT a FROM t WHERE "q = 7" = 8"#, ["8"]),
    ])
    func takesIntegersBehindComparisons(text: String, found: [String]) {
        #expect(integers(text) == found)
    }

    @Test(arguments: [
        "SELECT 1", "SELECT a FROM t ORDER BY 2 LIMIT 3", "SELECT a FROM t GROUP BY 1",
        "SELECT a FROM t WHERE id = 0", "SELECT a FROM t WHERE id = 1.5",
        "SELECT a FROM t WHERE id = 12345678901", "SELECT a FROM t WHERE id = 5::text",
        "SELECT a FROM t WHERE id = 5 :: text", "SELECT a FROM t WHERE id = -5",
        "SELECT a FROM t WHERE id = 5e3", "SELECT a FROM t WHERE id = 5x",
        "SELECT a FROM t WHERE id = $1", "SELECT a FROM t WHERE id = 5 -- 6",
        "SELECT a FROM t WHERE id = 5 /* 6 */", "SELECT a FROM t WHERE id IN (1, 2)",
        "SELECT a FROM t WHERE id + 5 > b", "SELECT a FROM t WHERE a @> 5",
        "SELECT a FROM t WHERE id = '5'", "SELECT a FROM t WHERE f(x => 5)",
        "SELECT $a$ = 5 $a$", "SELECT ' = 5 '", "SELECT a FROM t WHERE id = 5\u{1}",
    ])
    func leavesEverythingElse(text: String) {
        #expect(integers(text).isEmpty)
    }
}

struct StatementTemplateTests {
    private let context = RewriteContext(policy: SamplePolicies.policy(tenants: ["acme"]))

    private func rewrite(_ text: String) throws -> RewrittenMessage {
        let bytes = Array(text.utf8)
        return try bytes.withUnsafeBytes {
            try Rewriter.rewrite($0, as: .simple, in: context)
        }
    }

    private func template(_ text: String) throws -> StatementTemplate? {
        let message = try rewrite(text)
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes { buffer in
            guard let integers = ComparedIntegers(buffer) else { return nil }
            return StatementTemplate(
                of: buffer,
                integers: integers,
                message: message,
                as: .simple,
                in: context
            )
        }
    }

    @Test(arguments: [
        "SELECT * FROM orders WHERE id = #",
        "SELECT o.id FROM orders o JOIN orders p ON p.id = o.id AND p.id > # WHERE o.id <> #",
        "SELECT id FROM orders WHERE id = # UNION ALL SELECT id FROM orders WHERE id < # ORDER BY 1",
        "SELECT 3 = # FROM orders WHERE id >= # LIMIT 5",
        "WITH c AS (SELECT id FROM orders WHERE id = #) SELECT * FROM c WHERE id = #",
    ])
    func fillsInWhatTheRewriterWouldWrite(pattern: String) throws {
        let first = pattern.replacing("#", with: "1")
        let made = try #require(try template(first))
        for value in [2, 10, 99_999, 123_456_789] {
            let text = pattern.replacing("#", with: String(value))
            let bytes = Array(text.utf8)
            let fresh = try rewrite(text)
            bytes.withUnsafeBytes { buffer in
                guard let integers = ComparedIntegers(buffer),
                    let filled = made.filled(buffer, integers)
                else {
                    Issue.record("not filled in: \(text)")
                    return
                }
                #expect(filled.text == fresh.text)
                #expect(filled.positions == fresh.positions)
                #expect(filled.statements == fresh.statements)
            }
        }
    }

    @Test func aConditionThatIsCopiedIntoAFenceMakesNoTemplate() throws {
        let text = "SELECT * FROM order_items WHERE id = 4 AND sku::int > 5"
        let message = try rewrite(text)
        let output = String(decoding: message.text, as: UTF8.self)
        // Only meaningful while such conditions are copied.
        try #require(output.ranges(of: "= 4").count == 2, "\(output)")
        #expect(try template(text) == nil)
    }

    @Test func settingsMakeNoTemplate() throws {
        #expect(try template("SET statement_timeout = 5") == nil)
    }
}
