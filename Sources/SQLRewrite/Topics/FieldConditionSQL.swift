// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Omni's filters as SQL, on one operand.
struct FieldConditionSQL {
    /// What is tested, as one operand.
    let value: String
    /// Its type; nil when it is not known.
    let type: TypeID?
    /// Nil when the model does not tell: weeks cannot be counted then.
    let weekStart: WeekStart?

    private static let times: Set<TypeID> = [.date, .timestamp, .timestamptz]

    /// - Parameter test: The condition.
    /// - Returns: A condition in parentheses.
    /// - Throws: For what means nothing for values of the type.
    func condition(_ test: FieldCondition.Test) throws(TopicProblem) -> String {
        switch test {
        case .all(let parts): return try joined(parts, by: " AND ")
        case .any(let parts): return try joined(parts, by: " OR ")
        case .period(let start, let length, let isNegated):
            let from = try moment(start)
            return try period(
                "\(value) >= \(from) AND \(value) < \(from) + \(Self.interval(length))",
                isNegated
            )
        case .range(let from, let to, let isNegated):
            var tests: [String] = []
            if let from { tests.append("\(value) >= \(try moment(from))") }
            if let to { tests.append("\(value) < \(try moment(to))") }
            return try period(tests.joined(separator: " AND "), isNegated)
        case .part(let part, let numbers, let isNegated):
            let list = numbers.map(String.init).joined(separator: ", ")
            return try period("\(number(part)) IN (\(list))", isNegated)
        case .compare(let comparison, let values, let isNegated, let ignoresCase):
            let inside = try compare(comparison, values, ignoresCase: ignoresCase)
            guard isNegated else { return inside }
            // What is unknown is not the value either, unless the list says so.
            return values.contains(.null) ? "(NOT \(inside))" : "(\(inside) IS NOT TRUE)"
        }
    }

    private func joined(
        _ parts: [FieldCondition.Test],
        by word: String
    ) throws(TopicProblem) -> String {
        var conditions: [String] = []
        for part in parts { conditions.append(try condition(part)) }
        return "(" + conditions.joined(separator: word) + ")"
    }

    // MARK: times

    private var isTime: Bool { type.map(Self.times.contains) ?? false }

    private func period(
        _ inside: String,
        _ isNegated: Bool
    ) throws(TopicProblem) -> String {
        guard isTime else { throw TopicProblem("has a filter on times of what is no time") }
        return isNegated ? "((\(inside)) IS NOT TRUE)" : "(\(inside))"
    }

    private func moment(_ moment: FieldCondition.Moment) throws(TopicProblem) -> String {
        switch moment {
        case .literal(let text): return "\(SQLText.literal(text))::timestamp"
        case .unitsBack(let interval):
            let now = "current_timestamp"
            var begin = "date_trunc('\(interval.unit.rawValue)', \(now))"
            if interval.unit == .week { begin = try TimeFrame.week(of: now, from: weekStart) }
            guard interval.count > 0 else { return begin }
            return "(\(begin) - \(Self.interval(interval)))"
        }
    }

    private static func interval(_ interval: FieldCondition.Interval) -> String {
        let unit = interval.unit == .quarter ? "month" : interval.unit.rawValue
        let count = interval.unit == .quarter ? 3 * interval.count : interval.count
        return "'\(count) \(unit)'::interval"
    }

    private func number(_ part: FieldCondition.TimePart) -> String {
        func extract(_ unit: String, _ time: String) -> String { "extract(\(unit) from \(time))" }
        let time = type == .date ? "\(value)::timestamp" : value
        switch part {
        case .dayOfWeek: return extract("isodow", time)
        case .dayOfMonth: return extract("day", time)
        case .dayOfYear: return extract("doy", time)
        case .hourOfDay: return extract("hour", time)
        case .monthOfYear: return extract("month", time)
        case .quarterOfYear: return extract("quarter", time)
        case .dayOfQuarter:
            let begin = "date_trunc('quarter', \(time))"
            return "(\(extract("doy", time)) - \(extract("doy", begin)) + 1)"
        }
    }

    // MARK: comparisons

    private func compare(
        _ comparison: FieldCondition.Comparison,
        _ values: [FieldCondition.Value],
        ignoresCase: Bool
    ) throws(TopicProblem) -> String {
        func sign(_ sign: String) -> String {
            "(\(value) \(sign) \(values.first.map(literal) ?? "NULL"))"
        }
        switch comparison {
        case .is: return try equals(values, ignoresCase: ignoresCase)
        case .contains: return like(values, ignoresCase, before: "%", behind: "%")
        case .startsWith: return like(values, ignoresCase, before: "", behind: "%")
        case .endsWith: return like(values, ignoresCase, before: "%", behind: "")
        case .greaterThan: return sign(">")
        case .greaterThanOrEqual: return sign(">=")
        case .lessThan: return sign("<")
        case .lessThanOrEqual: return sign("<=")
        case .between:
            return "(\(value) BETWEEN \(values.map(literal).joined(separator: " AND ")))"
        }
    }

    private func equals(
        _ values: [FieldCondition.Value],
        ignoresCase: Bool
    ) throws(TopicProblem) -> String {
        var tests: [String] = []
        var texts: [String] = []
        for own in values where own != .null {
            if type == .boolean, own == .text("falsey") {
                tests.append("\(value) IS NOT TRUE")
            } else if isTime {
                tests.append(try within(own))
            } else {
                texts.append(literal(own))
            }
        }
        if ignoresCase {
            tests += texts.map { "lower(\(value)) = lower(\($0))" }
        } else if texts.count == 1 {
            tests.append("\(value) = \(texts[0])")
        } else if !texts.isEmpty {
            tests.append("\(value) IN (\(texts.joined(separator: ", ")))")
        }
        if values.contains(.null) { tests.append("\(value) IS NULL") }
        return "(" + tests.joined(separator: " OR ") + ")"
    }

    /// A time is a day, a month, a quarter or a year when it lies in it.
    private func within(_ day: FieldCondition.Value) throws(TopicProblem) -> String {
        let period: CalendarPeriod? =
            switch day {
            case .text(let text), .number(let text): CalendarPeriod(text)
            case .boolean, .null: nil
            }
        guard let period else {
            throw TopicProblem("has a filter on a time that is not understood")
        }
        let from = try moment(.literal(period.start))
        let length = Self.interval(FieldCondition.Interval(count: 1, unit: period.unit))
        return "(\(value) >= \(from) AND \(value) < \(from) + \(length))"
    }

    private func like(
        _ values: [FieldCondition.Value],
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

    /// Models write values without quotes, so `1` and `true` may as well be texts.
    private func literal(_ value: FieldCondition.Value) -> String {
        switch value {
        case .text(let text): SQLText.literal(text)
        case .number(let digits) where isText: SQLText.literal(digits)
        case .number(let digits): DecimalNumber(digits).map { "(\($0.description))" } ?? "NULL"
        case .boolean(let truth) where isText: SQLText.literal(String(truth))
        case .boolean(let truth): truth ? "true" : "false"
        case .null: "NULL"
        }
    }

    private static let texts: Set<TypeID> = [.text, .varchar, .name]

    private var isText: Bool { type.map(Self.texts.contains) ?? false }
}
