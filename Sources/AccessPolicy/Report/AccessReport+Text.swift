// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The report as an administrator reads it.
extension AccessReport: CustomStringConvertible {
    package var description: String {
        var lines = ["user         \(user)"]
        if let impersonator { lines.append("impersonator \(impersonator)") }
        lines += [
            "licence      \(licence)",
            "database     \(database)",
            "environment  \(environment)",
            "model        \(model)",
            "role         \(role)",
            "search path  \(searchPath.joined(separator: ", "))",
            "attributes",
        ]
        for attribute in attributes {
            let values = Self.shortened(attribute.values)
            lines.append(
                "  \(attribute.name) = \(values) (\(attribute.source.rawValue), \(attribute.place))"
            )
        }
        if !grants.isEmpty { lines.append("grants       \(grants.joined(separator: ", "))") }
        if !topics.isEmpty {
            lines.append("topics")
            for topic in topics { lines += Self.lines(topic) }
        }
        lines.append("relations")
        if !reachesTables { lines.append("  none: the role reaches topics only") }
        for relation in relations { lines += Self.lines(relation) }
        let absent = closedTopics.map { ("topic \($0.name)", $0) } + closed.map { ($0.name, $0) }
        if !absent.isEmpty { lines.append("closed") }
        for (name, closed) in absent {
            lines.append("  \(name): \(closed.reason) (\(closed.place))")
        }
        return lines.joined(separator: "\n")
    }

    /// Values beyond this many are counted, not told.
    private static let valuesToldMax = 20

    private static func shortened(_ values: [String]) -> String {
        let rest = values.count - valuesToldMax
        let told = values.prefix(valuesToldMax).joined(separator: ", ")
        return rest > 0 ? "\(told) and \(rest) more" : told
    }

    private static func lines(_ topic: Topic) -> [String] {
        let refusal = topic.refusal.map { ": refused, \($0)" } ?? ""
        var lines = ["  \(topic.name)\(refusal) (\(topic.place))"]
        lines += topic.filters.map { "    \($0.text) (\($0.place))" }
        lines.append("    dimensions \(topic.fields.joined(separator: ", "))")
        if !topic.measures.isEmpty {
            lines.append("    measures \(topic.measures.joined(separator: ", "))")
        }
        lines += topic.maskedFields.map { "    with a hash for \($0)" }
        lines += topic.omissions.map { "    without: \($0.text) (\($0.place))" }
        return lines
    }

    private static func lines(_ relation: Relation) -> [String] {
        let name = relation.name + (relation.physical.map { " is \($0)" } ?? "")
        var lines: [String] = []
        switch relation.rows {
        case "all": lines.append("  \(name): all rows")
        case "refused": lines.append("  \(relation.name): refused, \(relation.refusal ?? "")")
        default: lines.append("  \(name): rows that satisfy")
        }
        lines += relation.filters.map { "    \($0.summary) (\($0.place))" }
        for column in relation.closedColumns {
            let what =
                column.state == "hidden"
                ? "without \(column.name)" : "with a hash for \(column.name)"
            lines.append("    \(what): \(column.reason) (\(column.place))")
        }
        return lines
    }
}
