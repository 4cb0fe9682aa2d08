// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// What became of a statement, and which lines of which files had a part in it (`omniproxy rewrite`).
struct RewriteReport: Encodable {
    struct Note: Encodable {
        var subject: String
        var reason: String
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

    /// - Parameters:
    ///   - statement: As the client would send it.
    ///   - access: What the user gets.
    ///   - topicsSchema: The schema that topics stand in.
    init(_ statement: String, _ access: AccessReport, topicsSchema: String) {
        user = access.user
        database = access.database
        environment = access.environment
        model = access.model
        role = access.role
        self.statement = statement
        let names = StatementNames(statement)
        func isNamed(_ qualified: String) -> Bool {
            let parts = qualified.split(separator: ".", maxSplits: 1).map(String.init)
            return names.mention(parts.last ?? "", in: parts.count > 1 ? parts[0] : nil)
        }
        relations = access.relations.filter { isNamed($0.name) }
        topics = access.topics.filter { names.mention($0.name, in: topicsSchema) }
        closed =
            access.closed.filter { isNamed($0.name) }
            + access.closedTopics.filter { names.mention($0.name, in: topicsSchema) }
    }

    /// As people read it: the statement could be run as it is printed, reasons are comments.
    func print() {
        if let refusal {
            refusal.print()
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
