// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

extension FieldCondition.Moment {
    /// Reads `today`, `2024-01-31`, `2024-01`, `7 complete days ago`, and where a period starts
    /// `7 days ago`; nil for anything else.
    ///
    /// - Parameters:
    ///   - text: As the model has it.
    ///   - startsPeriod: Omni counts the current unit as the first of `7 days ago`, so that seven days
    ///     from there end with today; what the words mean elsewhere is not documented.
    package init?(_ text: String, startsPeriod: Bool = false) {
        if text == "today" {
            self = .unitsBack(FieldCondition.Interval(count: 0, unit: .day))
            return
        }
        if let time = CalendarText(text), !time.hasZone {
            self = .literal(text)
            return
        }
        if let period = CalendarPeriod(text) {
            self = .literal(period.start)
            return
        }
        guard text.hasSuffix(" ago") else { return nil }
        let back = text.dropLast(" ago".count)
        let whole = back.replacing(" complete ", with: " ")
        guard var interval = FieldCondition.Interval(whole) else { return nil }
        if whole == back {
            guard startsPeriod, interval.count > 0 else { return nil }
            interval.count -= 1
        }
        self = .unitsBack(interval)
    }
}

/// A day, month, quarter or year, as a filter names it: `2024-01-31`, `2024-01`, `2024 Q1`, `2024`.
package struct CalendarPeriod: Sendable, Hashable {
    /// Its first day.
    package var start: String
    package var unit: FieldCondition.Interval.Unit

    package init?(_ text: String) {
        if text.count == 10 {
            (start, unit) = (text, .day)
        } else if text.count == 7, text.dropFirst(4).hasPrefix(" Q"),
            let quarter = text.last?.wholeNumberValue, (1...4).contains(quarter)
        {
            let month = 3 * quarter - 2
            (start, unit) = (text.prefix(4) + (month < 10 ? "-0" : "-") + "\(month)-01", .quarter)
        } else if text.count == 7 {
            (start, unit) = (text + "-01", .month)
        } else if text.count == 4 {
            (start, unit) = (text + "-01-01", .year)
        } else {
            return nil
        }
        guard CalendarText(start)?.isDate == true else { return nil }
    }
}

extension FieldCondition.TimePart {
    private static let days = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// What a value of a filter means as a number; days count from Monday.
    ///
    /// Days of the week are named only: which of them is the first is the model's to say.
    package func number(of value: FieldCondition.Value) -> Int? {
        let text: String
        switch value {
        case .text(let own): text = own.lowercased()
        case .number(let digits): text = digits
        case .boolean, .null: return nil
        }
        func number(_ range: ClosedRange<Int>) -> Int? {
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
        func named(_ names: [String]) -> Int? { names.firstIndex(of: text).map { $0 + 1 } }
        switch self {
        case .dayOfWeek: return named(Self.days)
        case .dayOfMonth: return number(1...31)
        case .dayOfQuarter: return number(1...92)
        case .dayOfYear: return number(1...366)
        case .hourOfDay: return number(0...23)
        case .monthOfYear: return named(Self.months) ?? number(1...12)
        case .quarterOfYear: return named(["q1", "q2", "q3", "q4"]) ?? number(1...4)
        }
    }
}
