// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import SQLRewrite

/// A statement as tokens: changed by chance, and made smaller while it still shows what it showed.
struct TokenText {
    var tokens: [String]

    init(_ sql: String) {
        let bytes = [UInt8](sql.utf8)
        tokens = bytes.withUnsafeBytes { buffer in
            TokenList(Tokens(buffer)).map { String(decoding: bytes[$0], as: UTF8.self) }
        }
    }

    var sql: String { tokens.joined(separator: " ") }

    /// Without any run of tokens that `shows` does not need.
    func shrunk(while shows: (String) -> Bool) -> TokenText {
        var best = self
        var length = max(1, best.tokens.count / 2)
        while length > 0 {
            var start = 0
            while start + length <= best.tokens.count {
                var candidate = best
                candidate.tokens.removeSubrange(start..<(start + length))
                if shows(candidate.sql) { best = candidate } else { start += length }
            }
            length /= 2
        }
        return best
    }
}

/// Statements near those of the corpora: tokens dropped, doubled, exchanged, and taken from elsewhere.
struct StatementMutator {
    private static let names = [
        "orders", "customers", "order_items", "products", "order_totals", "id", "total", "o",
        "tenant_id", "status", "sku", "order_id", "customer_id",
    ]

    /// What makes a mutant meet the policy.
    private static let vocabulary = [
        "orders", "customers", "order_items", "products", "order_totals", "secrets", "notes",
        "public", "tenant", ".", "tenant_id", "id", "total", "o", "c", "*", "(", ")", ",", "AND",
        "OR", "NOT", "ON", "USING", "JOIN", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "LATERAL",
        "ONLY", "AS", "WHERE", "FROM", "SELECT", "UNION", "EXCEPT", "ALL", "WITH", "RECURSIVE",
        "IN", "EXISTS", "ANY", "=", "<", "||", "::", "int", "text", "NULL", "1", "'acme'", "$1",
        "GROUP", "BY", "ORDER", "HAVING", "LIMIT", "OFFSET", "DISTINCT", "TABLE", "VALUES",
        "CASE", "WHEN", "THEN", "END", "count", "lower", "current_user", "TABLESAMPLE", "FILTER",
        "OVER", "WINDOW", "ROW", "ARRAY", "[", "]", ";", "omni_1", "COLLATE", "\"C\"", "/", "-",
    ]

    var generator: SeededGenerator
    let corpus: [TokenText]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        var queries = RandomQueries(seed: seed)
        corpus =
            (StatementCorpus.queries + StatementCorpus.session
            + GoldenCase.all().map(\.input) + (0..<60).map { _ in queries.query() })
            .map { TokenText($0) }
    }

    mutating func statement() -> TokenText {
        guard var text = corpus.randomElement(using: &generator) else { return TokenText("") }
        for _ in 0...max(0, Int.random(in: -3...2, using: &generator)) { mutate(&text.tokens) }
        return text
    }

    private mutating func mutate(_ tokens: inout [String]) {
        guard !tokens.isEmpty else { return }
        let place = Int.random(in: 0..<tokens.count, using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(tokens[place], at: place)
        case 2: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &generator))
        case 3, 4: tokens[place] = Self.vocabulary.randomElement(using: &generator) ?? "("
        case 5:
            tokens.insert(Self.vocabulary.randomElement(using: &generator) ?? "(", at: place)
        case 6:
            // One name for another leaves a statement whole most of the time.
            let names = tokens.indices.filter { tokens[$0].first?.isLetter == true }
            guard let name = names.randomElement(using: &generator) else { return }
            tokens[name] = Self.names.randomElement(using: &generator) ?? "orders"
        default:
            let other = corpus.randomElement(using: &generator)?.tokens ?? []
            guard !other.isEmpty else { return }
            let from = Int.random(in: 0..<other.count, using: &generator)
            let length = Int.random(in: 1...12, using: &generator)
            tokens.insert(contentsOf: other[from..<min(other.count, from + length)], at: place)
        }
    }
}
