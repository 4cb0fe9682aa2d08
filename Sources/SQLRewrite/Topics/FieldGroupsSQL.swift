// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// The name of the group that a value is in.
enum FieldGroupsSQL {
    /// - Parameters:
    ///   - value: One operand.
    ///   - groups: The groups.
    /// - Returns: SQL of one operand.
    /// - Throws: For a group that texts cannot be in.
    static func name(
        of value: String,
        in groups: FieldGroups
    ) throws(TopicProblem) -> String {
        var cases: [String] = []
        switch groups {
        case .bins(let boundaries):
            var lower: DecimalNumber?
            for upper in boundaries {
                let label = lower.map { ">= \($0) and < \(upper)" } ?? "< \(upper)"
                cases.append("WHEN \(value) < (\(upper)) THEN \(SQLText.literal(label))")
                lower = upper
            }
            if let lower {
                let label = SQLText.literal("\(lower) and above")
                cases.append("WHEN \(value) >= (\(lower)) THEN \(label)")
            }
        case .named(let named, let otherwise):
            // Groups are of texts; numbers have bins.
            let sql = FieldConditionSQL(value: value, type: .text, weekStart: nil)
            for group in named {
                let condition = try sql.condition(group.condition)
                cases.append("WHEN \(condition) THEN \(SQLText.literal(group.name))")
            }
            if let otherwise { cases.append("ELSE \(SQLText.literal(otherwise))") }
        }
        return "(CASE " + cases.joined(separator: " ") + " END)"
    }
}
