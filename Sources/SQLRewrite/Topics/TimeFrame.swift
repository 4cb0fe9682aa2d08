// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What a time frame behind a dimension's name computes.
enum TimeFrame: String, CaseIterable {
    case date, millisecond, second, minute, hour, week, month, quarter, year
    case hourOfDay = "hour_of_day"
    case dayOfMonth = "day_of_month"
    case dayOfYear = "day_of_year"
    case monthNumber = "month_num"
    case monthName = "month_name"
    case dayOfWeekName = "day_of_week_name"

    /// What a time dimension has when the model lists no frames; `raw` is the dimension itself.
    static let standard = ["raw", "date", "week", "month", "quarter", "year"]

    /// - Parameters:
    ///   - value: A date or time, as one operand.
    ///   - isDate: It is a date, which else would be cut as a time of the session's zone.
    ///   - weekStart: The day that weeks begin on; nil when the model does not tell.
    /// - Returns: SQL of one operand.
    /// - Throws: For weeks whose begin is not known.
    func sql(
        _ value: String,
        isDate: Bool,
        weekStart: WeekStart?
    ) throws(TopicProblem) -> String {
        let time = isDate ? "\(value)::timestamp" : value
        func cut(_ unit: String) -> String { "date_trunc('\(unit)', \(time))" }
        func part(_ unit: String) -> String { "(extract(\(unit) from \(value))::integer)" }
        switch self {
        case .date: return isDate ? value : "(\(value)::date)"
        case .millisecond: return cut("milliseconds")
        case .second, .minute, .hour, .month, .quarter, .year: return cut(rawValue)
        case .week: return try Self.week(of: time, from: weekStart)
        case .hourOfDay: return part("hour")
        case .dayOfMonth: return part("day")
        case .dayOfYear: return part("doy")
        case .monthNumber: return part("month")
        case .monthName: return "to_char(\(time), 'FMMonth')"
        case .dayOfWeekName: return "to_char(\(time), 'FMDay')"
        }
    }

    /// The begin of a time's week; the server's own weeks begin on Monday.
    static func week(of time: String, from start: WeekStart?) throws(TopicProblem) -> String {
        guard let start else { throw TopicProblem("has weeks, and week_start_day is no day") }
        guard start.daysToMonday > 0 else { return "date_trunc('week', \(time))" }
        let days = "'\(start.daysToMonday) day'::interval"
        return "(date_trunc('week', \(time) + \(days)) - \(days))"
    }
}
