// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresErrors
import Testing

@testable import SQLRewrite

/// R5: what a mistake of the rewriter could look like is not sent.
@Suite struct VerificationTests {
    static let statements = [
        "SELECT id FROM orders", "SELECT id FROM orders o WHERE id = 1 OR total > 5",
        "SELECT 1 FROM orders o LEFT JOIN customers c ON c.id = o.customer_id",
        "SELECT 1 FROM orders o FULL JOIN customers c ON c.id = o.customer_id",
        "SELECT id FROM orders WHERE total::int > 5", "TABLE orders",
        "SELECT sku FROM order_items", "SELECT id, current_user FROM orders",
        "COPY orders TO STDOUT", "DECLARE c CURSOR FOR SELECT id FROM orders",
        "WITH x AS (SELECT * FROM orders) SELECT * FROM x, tenant.notes",
    ]

    static let mutations: [(String, String)] = [
        ("OPERATOR(pg_catalog.=) 'acme'::pg_catalog.text", "IS NOT NULL"),
        ("'acme'", "'acmf'"), ("'acme'::pg_catalog.text", "'acme'"), (" AND (", " OR ("),
        (" LIMIT ALL", ""), ("CASE WHEN (", "CASE WHEN NOT ("),
        ("THEN true END", "THEN false END"), ("public.", "other."), ("public.", ""),
        ("tenant_acme", "tenant_b"), ("orders.tenant_id", "orders.status"), (" WHERE ", " -- "),
        ("'ada@acme.example'", "'eve'"), ("EXISTS", "NOT EXISTS"),
    ]

    @Test(arguments: statements)
    func aTextThatDiffersInOnePlaceIsRejected(sql: String) throws {
        let context = RewriteContext(policy: try #require(SamplePolicies.named("acme")))
        var rejected = 0
        try Array(sql.utf8).withUnsafeBytes { text in
            let tree = try SyntaxTree(parsing: text, depthMax: 1_000)
            var rewrite = MessageRewrite(
                text: text,
                tree: tree,
                kind: .simple,
                context: context,
                parameterTypes: [],
                facts: SessionFacts()
            )
            let good = String(decoding: try rewrite.run().text, as: UTF8.self)
            let expected = try rewrite.edits.expectedEdits()
            func passes(_ candidate: String) -> Bool {
                (try? Verification.check(
                    Array(candidate.utf8),
                    equals: tree,
                    edited: expected,
                    depthMax: 1_000
                )) != nil
            }
            #expect(passes(good))
            for (from, to) in Self.mutations {
                var start = good.startIndex
                while let found = good.range(of: from, range: start..<good.endIndex) {
                    let bad = good.replacingCharacters(in: found, with: to)
                    #expect(!passes(bad), "\(bad)")
                    rejected += 1
                    start = found.upperBound
                }
            }
        }
        #expect(rejected > 1)
    }
}

extension VerificationTests {
    /// What the grammar takes without saying anything by it.
    private static let noise: Set<String> = [
        "AS", "OUTER", "INNER", "ALL", "ASC", "(", ")", ";", "FOR", "CURSOR", "::", ",",
    ]

    /// R5, section 9.5: any token of an emitted text dropped, doubled or exchanged with its neighbour
    /// is noticed, or is a word that says nothing.
    @Test(arguments: statements)
    func aTextThatDiffersInOneTokenIsRejected(sql: String) throws {
        let context = RewriteContext(policy: try #require(SamplePolicies.named("acme")))
        try Array(sql.utf8).withUnsafeBytes { text in
            let tree = try SyntaxTree(parsing: text, depthMax: 1_000)
            var rewrite = MessageRewrite(
                text: text,
                tree: tree,
                kind: .simple,
                context: context,
                parameterTypes: [],
                facts: SessionFacts()
            )
            let good = TokenText(String(decoding: try rewrite.run().text, as: UTF8.self))
            let expected = try rewrite.edits.expectedEdits()
            func passes(_ candidate: TokenText) -> Bool {
                (try? Verification.check(
                    Array(candidate.sql.utf8),
                    equals: tree,
                    edited: expected,
                    depthMax: 1_000
                )) != nil
            }
            #expect(passes(good))
            for place in good.tokens.indices {
                var dropped = good
                dropped.tokens.remove(at: place)
                var doubled = good
                doubled.tokens.insert(good.tokens[place], at: place)
                for candidate in [dropped, doubled] where passes(candidate) {
                    #expect(
                        Self.noise.contains(good.tokens[place].uppercased()),
                        "\(candidate.sql)"
                    )
                }
                guard place > 0, good.tokens[place - 1] != good.tokens[place] else { continue }
                var exchanged = good
                exchanged.tokens.swapAt(place - 1, place)
                #expect(!passes(exchanged), "\(exchanged.sql)")
            }
        }
    }
}
