// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a time frame behind a dimension's name computes.
///
/// Weeks begin on Monday, as the server's do.
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
    /// - Returns: SQL of one operand.
    func sql(_ value: String, isDate: Bool) -> String {
        let time = isDate ? "\(value)::timestamp" : value
        func cut(_ unit: String) -> String { "date_trunc('\(unit)', \(time))" }
        func part(_ unit: String) -> String { "(extract(\(unit) from \(value))::integer)" }
        switch self {
        case .date: return isDate ? value : "(\(value)::date)"
        case .millisecond: return cut("milliseconds")
        case .second, .minute, .hour, .week, .month, .quarter, .year: return cut(rawValue)
        case .hourOfDay: return part("hour")
        case .dayOfMonth: return part("day")
        case .dayOfYear: return part("doy")
        case .monthNumber: return part("month")
        case .monthName: return "to_char(\(time), 'FMMonth')"
        case .dayOfWeekName: return "to_char(\(time), 'FMDay')"
        }
    }
}
