// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import ArgumentParser
import PostgresErrors
import SQLRewrite

/// Prints what would be sent to the backend for a statement.
struct RewriteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rewrite",
        abstract: "Show the statement that a backend would get.",
        discussion: """
            Prints the rewritten statement, with a reason for each change as a comment behind it, or \
            the refusal (and exits with 1). Runs nothing; connects to read the catalog only.

            EXAMPLES:
              omniproxy rewrite --user ada@acme.example --database shop 'SELECT * FROM orders'
              echo 'SELECT 1; SELECT 2' | omniproxy rewrite --user ada --database shop -
            """
    )

    @OptionGroup var options: SessionOptions

    @Flag(help: "Rewrite as a prepared statement: one statement, parameters allowed.")
    var prepared = false

    @Argument(help: "The statement; - reads it from standard input.")
    var sql: String

    func run() throws {
        let text = sql == "-" ? Self.standardInput() : sql
        let session = try options.session()
        let context = RewriteContext(policy: session.policy)
        do throws(ProxyError) {
            let message = try Self.rewrite(text, as: prepared ? .extended : .simple, in: context)
            print(String(decoding: message.text, as: UTF8.self))
            for note in message.notes { print("-- \(note.subject): \(note.reason)") }
        } catch {
            Refusal.print(error)
            throw ExitCode.failure
        }
    }

    private static func rewrite(
        _ text: String,
        as kind: MessageKind,
        in context: RewriteContext
    ) throws(ProxyError) -> RewrittenMessage {
        let bytes = Array(text.utf8)
        let result: Result<RewrittenMessage, ProxyError> = bytes.withUnsafeBytes { buffer in
            do throws(ProxyError) {
                return .success(try Rewriter.rewrite(buffer, as: kind, in: context))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func standardInput() -> String {
        var text = ""
        while let line = readLine(strippingNewline: false) { text += line }
        return text
    }
}
