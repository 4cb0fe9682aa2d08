// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Omni's filters as SQL.
enum FieldConditionSQL {
    /// - Parameters:
    ///   - test: The condition.
    ///   - value: What is tested, as one operand.
    /// - Returns: A condition in parentheses.
    static func condition(_ test: FieldCondition.Test, on value: String) -> String {
        switch test {
        case .all(let parts):
            return "(" + parts.map { condition($0, on: value) }.joined(separator: " AND ") + ")"
        case .any(let parts):
            return "(" + parts.map { condition($0, on: value) }.joined(separator: " OR ") + ")"
        case .period(let start, let length, let isNegated):
            let from =
                "date_trunc('\(start.unit.rawValue)', current_timestamp) - \(interval(start))"
            let inside = "(\(value) >= \(from) AND \(value) < \(from) + \(interval(length)))"
            return isNegated ? "(\(inside) IS NOT TRUE)" : inside
        case .compare(let comparison, let values, let isNegated, let ignoresCase):
            let inside = compare(comparison, values, on: value, ignoresCase: ignoresCase)
            guard isNegated else { return inside }
            // What is unknown is not the value either, unless the list says so.
            return values.contains(.null) ? "(NOT \(inside))" : "(\(inside) IS NOT TRUE)"
        }
    }

    private static func interval(_ interval: FieldCondition.Interval) -> String {
        let unit = interval.unit == .quarter ? "month" : interval.unit.rawValue
        let count = interval.unit == .quarter ? 3 * interval.count : interval.count
        return "'\(count) \(unit)'::interval"
    }

    private static func compare(
        _ comparison: FieldCondition.Comparison,
        _ values: [FieldCondition.Value],
        on value: String,
        ignoresCase: Bool
    ) -> String {
        func sign(_ sign: String) -> String {
            "(\(value) \(sign) \(values.first.map(literal) ?? "NULL"))"
        }
        switch comparison {
        case .is: return equals(values, on: value, ignoresCase: ignoresCase)
        case .contains: return like(values, on: value, ignoresCase, before: "%", behind: "%")
        case .startsWith: return like(values, on: value, ignoresCase, before: "", behind: "%")
        case .endsWith: return like(values, on: value, ignoresCase, before: "%", behind: "")
        case .greaterThan: return sign(">")
        case .greaterThanOrEqual: return sign(">=")
        case .lessThan: return sign("<")
        case .lessThanOrEqual: return sign("<=")
        case .between:
            return "(\(value) BETWEEN \(values.map(literal).joined(separator: " AND ")))"
        }
    }

    private static func equals(
        _ values: [FieldCondition.Value],
        on value: String,
        ignoresCase: Bool
    ) -> String {
        let texts = values.filter { $0 != .null }.map(literal)
        var tests: [String] = []
        if ignoresCase {
            tests = texts.map { "lower(\(value)) = lower(\($0))" }
        } else if texts.count == 1 {
            tests = ["\(value) = \(texts[0])"]
        } else if !texts.isEmpty {
            tests = ["\(value) IN (\(texts.joined(separator: ", ")))"]
        }
        if values.contains(.null) { tests.append("\(value) IS NULL") }
        return "(" + tests.joined(separator: " OR ") + ")"
    }

    private static func like(
        _ values: [FieldCondition.Value],
        on value: String,
        _ ignoresCase: Bool,
        before: String,
        behind: String
    ) -> String {
        let tests = values.map { pattern in
            var text = ""
            if case .text(let own) = pattern { text = own }
            let escaped = text.replacing("\\", with: "\\\\").replacing("%", with: "\\%")
                .replacing("_", with: "\\_")
            return "\(value) \(ignoresCase ? "ILIKE" : "LIKE") "
                + SQLText.literal(before + escaped + behind)
        }
        return "(" + tests.joined(separator: " OR ") + ")"
    }

    static func literal(_ value: FieldCondition.Value) -> String {
        switch value {
        case .text(let text): SQLText.literal(text)
        case .number(let digits): DecimalNumber(digits).map { "(\($0.description))" } ?? "NULL"
        case .boolean(let truth): truth ? "true" : "false"
        case .null: "NULL"
        }
    }
}
