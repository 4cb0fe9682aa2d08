// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import SQLRewrite
import Testing

@Test func threadsShareAContextWithoutDisturbingEachOther() throws {
    let context = RewriteContext(policy: try #require(SamplePolicies.named("acme")))
    let expected = try rewritten("SELECT id FROM orders AS a3 WHERE total::int > 5").text
    let done = DispatchGroup()
    for thread in 0..<8 {
        let worker = Thread {
            for round in 0..<300 {
                let alias = "a\((thread * 7 + round) % 40)"
                let sql = "SELECT id FROM orders AS \(alias) WHERE total::int > 5"
                let message = Array(sql.utf8).withUnsafeBytes { buffer in
                    try? Rewriter.rewrite(buffer, as: .simple, in: context)
                }
                let text = message.map { String(decoding: $0.text, as: UTF8.self) } ?? "refused"
                #expect(
                    text.replacing(alias, with: "a3") == String(decoding: expected, as: UTF8.self)
                )
            }
            done.leave()
        }
        done.enter()
        worker.start()
    }
    done.wait()
}
