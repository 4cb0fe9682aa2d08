// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Foundation
import PostgresErrors
import SQLRewrite
import Testing

/// One case of a file in `Golden/`.
struct GoldenCase: CustomStringConvertible, Sendable {
    var file = ""
    var line = 0
    var policy = ""
    var input = ""
    /// The rewritten text, or `SQLSTATE message` of the refusal.
    var expected = ""
    var isRefusal = false

    var description: String { "\(file):\(line) \(input)" }

    static func all() -> [GoldenCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let files =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.sorted().filter { $0.hasSuffix(".sql") }.flatMap { name in
            let text =
                (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return cases(of: text, in: name)
        }
    }

    private static func cases(of text: String, in file: String) -> [GoldenCase] {
        var cases: [GoldenCase] = []
        var policy = "acme"
        var current: GoldenCase?
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard let word = words.first, !line.hasPrefix("--") else { continue }
            let rest = words.count > 1 ? words[1].drop { $0 == " " } : ""
            switch word {
            case "policy": policy = String(rest)
            case "in":
                current = GoldenCase(
                    file: file,
                    line: number + 1,
                    policy: policy,
                    input: String(rest)
                )
            case "out", "refuse":
                guard var done = current else { continue }
                done.expected = String(rest)
                done.isRefusal = word == "refuse"
                cases.append(done)
                current = nil
            case "same":
                guard var done = current else { continue }
                done.expected = done.input
                cases.append(done)
                current = nil
            default: Issue.record("\(file):\(number + 1) is no part of a case")
            }
        }
        return cases
    }
}

func rewritten(
    _ sql: String,
    policy: String = "acme",
    as kind: MessageKind = .simple
) throws -> RewrittenMessage {
    let context = RewriteContext(policy: try #require(SamplePolicies.named(policy)))
    var sql = sql
    return try sql.withUTF8 { buffer in
        try Rewriter.rewrite(UnsafeRawBufferPointer(buffer), as: kind, in: context)
    }
}

@Test(arguments: GoldenCase.all())
func statementIsRewrittenAsItsCaseSays(_ golden: GoldenCase) throws {
    do {
        let message = try rewritten(golden.input, policy: golden.policy)
        let text = String(decoding: message.text, as: UTF8.self)
        #expect(!golden.isRefusal, "rewritten to \(text)")
        #expect(text == golden.expected)
    } catch let error as ProxyError {
        let refusal = "\(error.sqlState) \(error.message)"
        #expect(golden.isRefusal, "refused: \(refusal) \(error.logMessage ?? "")")
        #expect(refusal == golden.expected)
    }
}

@Test func goldenFilesAreFound() {
    #expect(GoldenCase.all().count > 80)
}
