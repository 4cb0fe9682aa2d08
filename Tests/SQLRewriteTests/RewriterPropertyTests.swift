// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Foundation
import PostgresErrors
import SQLRewrite
import Testing

/// A repeatable sequence of random numbers.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Random queries over the sample policy, with a count of the protected references in each.
struct RandomQueries {
    var generator: SeededGenerator
    private(set) var references = 0
    private var names = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func pick(_ choices: [String]) -> String {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &generator) < percent
    }

    private mutating func name() -> String {
        names += 1
        return "a\(names)"
    }

    mutating func query(depth: Int = 0) -> String {
        let (from, aliases) = from(depth: depth)
        var sql = pick(["SELECT ", "SELECT DISTINCT ", "select all "])
        sql += pick(aliases) + ".id AS id, " + pick(["1", "'x' AS y", "lower('A')", "NULL::int"])
        sql += "\n FROM " + from
        if chance(60) { sql += " WHERE " + condition(aliases, depth: depth) }
        if chance(15) { sql += " ORDER BY 1 LIMIT 5" }
        if chance(15), depth < 2 {
            sql = "(" + sql + ")" + pick([" UNION ", " EXCEPT ", " INTERSECT ALL "])
            sql += "(" + query(depth: depth + 1) + ")"
        }
        if chance(10), depth == 0 {
            let name = name()
            sql = "WITH \(name) AS (" + query(depth: 1) + ") " + sql
        }
        return sql
    }

    private mutating func from(depth: Int) -> (String, [String]) {
        var (sql, aliases) = item(depth: depth)
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            let (other, names) = item(depth: depth)
            let join = pick([
                " JOIN ", " LEFT JOIN ", " RIGHT OUTER JOIN ", " FULL JOIN ", " CROSS JOIN ", ", ",
            ])
            sql += join + other
            if join != " CROSS JOIN " && join != ", " {
                sql += " ON " + aliases[0] + ".id = " + names[0] + ".id"
                if chance(30) { sql += " AND (" + names[0] + ".id)::text::int > 0" }
            }
            // What stands behind a comma cannot be joined with what is in front of it.
            aliases = join == ", " ? names : aliases + names
        }
        return (sql, aliases)
    }

    private mutating func item(depth: Int) -> (String, [String]) {
        let alias = name()
        if depth < 2, chance(20) {
            return ("(" + query(depth: depth + 1) + ") " + alias, [alias])
        }
        references += 1
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return ("ONLY orders AS \(alias)", [alias])
        case 1: return ("public.\"customers\" \(alias)", [alias])
        case 2: return ("shop . public . orders \"\(alias)\"", [alias])
        case 3: return ("orders * \(alias)", [alias])
        case 4: return ("customers \(alias) TABLESAMPLE system (100)", [alias])
        default: return ("Orders \(alias)", [alias])
        }
    }

    private mutating func condition(_ aliases: [String], depth: Int) -> String {
        let column = pick(aliases) + ".id"
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return "(" + column + " = 1) OR NOT (" + column + " > 5)"
        case 1: return column + " BETWEEN 1 AND 5 AND " + condition(aliases, depth: depth)
        case 2: return "((" + condition(aliases, depth: depth) + ") AND ((" + column + " < 7)))"
        case 3 where depth < 2:
            return column + " IN (SELECT q.id FROM (" + query(depth: depth + 1) + ") q)"
        case 4 where depth < 2: return "EXISTS (" + query(depth: depth + 1) + ")"
        case 5: return "1 / " + column + " > 0 AND " + column + " IS NOT NULL"
        case 6: return "CASE WHEN " + column + " > 1 THEN true ELSE false END"
        default: return column + " = 3"
        }
    }
}

@Test(arguments: UInt64(1)...8)
func randomQueriesAreVerifiedAndCarryAFilterPerReference(seed: UInt64) throws {
    var queries = RandomQueries(seed: seed)
    var seen = 0
    for _ in 0..<250 {
        let sql = queries.query()
        let expected = queries.references - seen
        seen = queries.references
        do {
            let text = String(decoding: try rewritten(sql).text, as: UTF8.self)
            // Guards and markers repeat filters.
            let unguarded = text.replacing(/CASE WHEN \(+a\d+\.tenant_id.*? THEN \(/, with: "")
                .replacing(/, \(+a\d+\.tenant_id [^,]*? IS TRUE AS omni_guard_\d+/, with: "")
            let filters = unguarded.ranges(of: "OPERATOR(pg_catalog.=) 'acme'").count
            #expect(filters == expected, "\(sql)\n\(text)")
        } catch let error as ProxyError {
            Issue.record("\(error.sqlState) \(error.message) \(error.logMessage ?? "")\n\(sql)")
        }
    }
}
