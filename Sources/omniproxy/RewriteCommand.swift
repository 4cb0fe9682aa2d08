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
            Prints the rewritten statement, with a reason for each change as a comment behind it and \
            the lines of the files that make it, or the refusal and what may explain it (and exits \
            with 1). Runs nothing; connects to read the catalog only.

            EXAMPLES:
              omniproxy rewrite --user ada@acme.example --database shop 'SELECT * FROM orders'
              omniproxy rewrite --user ada@acme.example --database shop --json 'SELECT * FROM orders'
              echo 'SELECT 1; SELECT 2' | omniproxy rewrite --user ada --database shop -
            """
    )

    @OptionGroup var options: SessionOptions

    @Flag(help: "Rewrite as a prepared statement: one statement, parameters allowed.")
    var prepared = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(
        help: "Place filters otherwise than a session would, to compare plans: wrapped, fenced."
    )
    var form = RewriteForm.chosen

    @Argument(help: "The statement; - reads it from standard input.")
    var sql: String

    func run() throws {
        let text = sql == "-" ? Self.standardInput() : sql
        let session = try options.session(json: json)
        let context = RewriteContext(policy: session.policy, form: form)
        let access = try session.resolver.report(for: session.target, catalog: session.catalog)
        var report = RewriteReport(text, access, topicsSchema: session.policy.topicsSchema)
        do throws(ProxyError) {
            let message = try Self.rewrite(text, as: prepared ? .extended : .simple, in: context)
            report.rewritten = String(decoding: message.text, as: UTF8.self)
            report.notes = message.notes.map {
                RewriteReport.Note(subject: $0.subject, reason: $0.reason)
            }
        } catch {
            report.refusal = Refusal(error)
        }
        if json {
            try JSONOutput.print(report)
        } else {
            report.print()
        }
        if report.refusal != nil { throw ExitCode.failure }
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

extension RewriteForm: ExpressibleByArgument {}
