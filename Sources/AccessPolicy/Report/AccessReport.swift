// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a user gets on a database, as text for an administrator (`omniproxy access`).
package struct AccessReport: Sendable, CustomStringConvertible {
    package let target: SessionTarget
    package let searchPath: [String]
    package let decisions: [RelationDecision]

    /// Resolves nothing itself; all parts come from one resolver and one catalog.
    ///
    /// - Parameters:
    ///   - target: Where the session goes.
    ///   - searchPath: That of the session's policy.
    ///   - decisions: What became of each relation.
    package init(target: SessionTarget, searchPath: [String], decisions: [RelationDecision]) {
        self.target = target
        self.searchPath = searchPath
        self.decisions = decisions
    }

    package var description: String {
        var lines = [
            "user         \(target.identity.user)",
            "database     \(target.identity.connection)",
            "environment  \(target.identity.environment)",
            "model        \(target.identity.model)",
            "role         \(target.identity.role)",
            "search path  \(searchPath.joined(separator: ", "))",
            "attributes",
        ]
        for (name, values) in target.attributes.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(name) = \(values.joined(separator: ", "))")
        }
        lines.append("relations")
        if target.role < .querier { lines.append("  none: the role reaches topics only") }
        var absent: [String] = []
        for decision in decisions {
            switch decision.outcome {
            case .reachable(let relation): lines += Self.lines(decision, relation)
            case .absent(let reason, let location):
                absent.append("  \(Self.name(decision.logical)): \(reason) (\(location))")
            }
        }
        if !absent.isEmpty { lines += ["closed"] + absent }
        return lines.joined(separator: "\n")
    }

    private static func lines(
        _ decision: RelationDecision,
        _ relation: GovernedRelation
    ) -> [String] {
        var head = "  \(name(relation.logical))"
        let physical =
            relation.physical == relation.logical ? "" : " is \(name(relation.physical))"
        switch relation.filter {
        case .unfiltered: head += "\(physical): all rows"
        case .all, .condition: head += "\(physical): rows that satisfy"
        case .refused(let message): head += ": refused, \(message)"
        }
        var lines = [head]
        for filter in decision.filters {
            lines.append("    \(filter.summary) (\(filter.location))")
        }
        for column in decision.closedColumns {
            let what =
                switch column.closure.kind {
                case .hidden: "without \(column.name)"
                case .masked: "with a hash for \(column.name)"
                }
            lines.append("    \(what): \(column.closure.reason) (\(column.closure.location))")
        }
        return lines
    }

    private static func name(_ name: Catalog.QualifiedName) -> String {
        "\(name.schema).\(name.name)"
    }
}
