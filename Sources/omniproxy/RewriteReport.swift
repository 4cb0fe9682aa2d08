// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors

/// What became of a statement, and which lines of which files had a part in it (`omniproxy rewrite`).
struct RewriteReport: Encodable {
    struct Note: Encodable {
        var subject: String
        var reason: String
    }

    struct Refusal: Encodable {
        var sqlState: String
        var message: String
        var detail: String?
        var hint: String?
        var position: Int?
        /// What the log says and the client does not read.
        var log: String?

        init(_ error: ProxyError) {
            sqlState = "\(error.sqlState)"
            message = error.message
            detail = error.detail
            hint = error.hint
            position = error.position
            log = error.logMessage
        }
    }

    var user: String
    var database: String
    var environment: String
    var model: String
    var role: String
    var statement: String
    /// Nil when it is refused.
    var rewritten: String?
    var refusal: Refusal?
    var notes: [Note] = []
    /// The relations whose names are words of the statement, with their filters and columns.
    var relations: [AccessReport.Relation]
    var topics: [AccessReport.Topic]
    /// What such names would mean, and is closed to the user.
    var closed: [AccessReport.Closed]

    init(_ statement: String, _ access: AccessReport) {
        user = access.user
        database = access.database
        environment = access.environment
        model = access.model
        role = access.role
        self.statement = statement
        let words = Self.words(statement)
        func isNamed(_ name: String) -> Bool {
            words.contains(name.split(separator: ".").last.map(String.init)?.lowercased() ?? "")
        }
        relations = access.relations.filter { isNamed($0.name) }
        topics = access.topics.filter { words.contains($0.name.lowercased()) }
        closed =
            access.closed.filter { isNamed($0.name) }
            + access.closedTopics.filter { words.contains($0.name.lowercased()) }
    }

    /// Everything in a statement that could be a name, lower-cased: runs of letters and digits, and what
    /// stands between double quotes.
    private static func words(_ statement: String) -> Set<String> {
        var words = Set(
            statement.lowercased().split { !($0.isLetter || $0.isNumber || "_$".contains($0)) }
                .map(String.init)
        )
        let quoted = statement.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in quoted.enumerated() where !index.isMultiple(of: 2) {
            words.insert(part.lowercased())
        }
        return words
    }

    /// As people read it: the statement could be run as it is printed, reasons are comments.
    func print() {
        if let refusal {
            StandardError.print("ERROR:  \(refusal.sqlState): \(refusal.message)")
            if let detail = refusal.detail { StandardError.print("DETAIL:  \(detail)") }
            if let hint = refusal.hint { StandardError.print("HINT:  \(hint)") }
            if let position = refusal.position { StandardError.print("POSITION:  \(position)") }
            if let log = refusal.log { StandardError.print("LOG:  \(log)") }
            for line in reasons { StandardError.print("REASON:  \(line)") }
            return
        }
        Swift.print(rewritten ?? "")
        for note in notes { Swift.print("-- \(note.subject): \(note.reason)") }
        for line in reasons { Swift.print("-- \(line)") }
    }

    private var reasons: [String] {
        var lines: [String] = []
        for relation in relations {
            lines += relation.filters.map { filter in
                "\(relation.name): \(filter.summary) (\(filter.place))"
            }
            lines += relation.closedColumns.map { column in
                "\(relation.name): column \(column.name) is \(column.state), \(column.reason) "
                    + "(\(column.place))"
            }
        }
        for topic in topics {
            lines += topic.filters.map { "topic \(topic.name): \($0.text) (\($0.place))" }
            lines += topic.omissions.map {
                "topic \(topic.name): without \($0.text) (\($0.place))"
            }
        }
        lines += closed.map { "\($0.name) is closed: \($0.reason) (\($0.place))" }
        return lines
    }
}
