// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// "Perhaps you meant to reference the column …": the server's own search for a similar name, over the
/// columns that the client may see.
///
/// A hidden column is neither suggested nor counted, so the hint is what it would be without it (R77).
extension StatementAnalysis {
    /// 42703 for a name that no visible column has, `spelled` as the message has it; `alias` is the name
    /// in front of the dot, when there is one.
    func missingColumn(
        _ name: String,
        alias: String?,
        as spelled: String,
        at node: Node
    ) -> ProxyError {
        var error = failure(.undefinedColumn, "column \(spelled) does not exist", at: node)
        error.hint = similarColumn(to: name, alias: alias, at: node)
        return error
    }

    private func similarColumn(to name: String, alias: String?, at node: Node) -> String? {
        var search = SimilarColumns(name: name)
        var compared = 0
        var level: Int? = self.level(of: node)
        while let index = level, index >= 0 {
            let select = levels[index].node
            let isInFrom =
                tree.child(of: select, .fromClause).map { node >= $0 && node < fromEnd(of: select) }
                ?? false
            for item in levels[index].items {
                // Items further right are not there yet, and a join has no columns of its own.
                guard !isInFrom || items[item].node < node, items[item].source != .join,
                    let itemName = items[item].alias
                else { continue }
                let columns = columns(ofItem: item)
                compared += columns.count
                guard compared <= Self.comparedColumnsMax else { return nil }
                let penalty = alias.map { SimilarColumns.distance(itemName, $0) } ?? 0
                for column in columns {
                    if penalty == 0, column.name == name {
                        return
                            "There is a column named \"\(name)\" in table \"\(itemName)\", but it "
                            + "cannot be referenced from this part of the query."
                    }
                    search.consider(column.name, of: itemName, penalty: penalty)
                }
            }
            level = levels[index].parent
        }
        switch search.best.count {
        case 1: return "Perhaps you meant to reference the column \"\(search.best[0])\"."
        case 2:
            return "Perhaps you meant to reference the column \"\(search.best[0])\" or the column "
                + "\"\(search.best[1])\"."
        default: return nil
        }
    }

    /// A refusal must not cost more than a statement.
    private static let comparedColumnsMax = 2_000
}

/// The closest names so far; three that are equally close say nothing.
private struct SimilarColumns {
    let name: String
    private(set) var best: [String] = []
    private var closest = SimilarColumns.distanceMax + 1

    /// The server suggests nothing that is further away.
    private static let distanceMax = 3

    init(name: String) { self.name = name }

    mutating func consider(_ column: String, of item: String, penalty: Int) {
        guard penalty <= closest, !column.isEmpty else { return }
        let distance = Self.distance(column, name)
        guard distance <= name.utf8.count / 2 else { return }
        let total = distance + penalty
        if total < closest {
            closest = total
            best = ["\(item).\(column)"]
        } else if total == closest {
            switch best.count {
            case 2:
                best = []
                closest = total - 1
            case 1: best.append("\(item).\(column)")
            default: if closest <= Self.distanceMax { best = ["\(item).\(column)"] }
            }
        }
    }

    /// Levenshtein's, in characters as a UTF-8 server counts them.
    static func distance(_ left: String, _ right: String) -> Int {
        let source = Array(left.unicodeScalars)
        let target = Array(right.unicodeScalars)
        // Names have 63 bytes, but a label of an expression may be what the client likes.
        guard abs(source.count - target.count) <= distanceMax else { return distanceMax + 2 }
        var row = Array(0...target.count)
        for (place, character) in source.enumerated() {
            var diagonal = row[0]
            row[0] = place + 1
            for (other, candidate) in target.enumerated() {
                let replaced = diagonal + (character == candidate ? 0 : 1)
                diagonal = row[other + 1]
                row[other + 1] = min(replaced, row[other] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}
