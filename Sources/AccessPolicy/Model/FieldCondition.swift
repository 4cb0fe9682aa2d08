// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A condition on one field as Omni's filters write it: of a measure, of `always_where_filters`, of a
/// query view.
package struct FieldCondition: Sendable, Hashable {
    package var field: FieldName
    /// Read as a conjunction with the other conditions of its list.
    package var test: Test
    package var location: SourceLocation

    package init(field: FieldName, test: Test, location: SourceLocation) {
        self.field = field
        self.test = test
        self.location = location
    }

    package indirect enum Test: Sendable, Hashable {
        case compare(Comparison, [Value], isNegated: Bool, ignoresCase: Bool)
        /// From a moment for so many units.
        case period(start: Moment, length: Interval, isNegated: Bool)
        /// From a moment on, or up to another, which is no longer in it.
        case range(from: Moment?, to: Moment?, isNegated: Bool)
        /// A part of a time is one of these numbers.
        case part(TimePart, [Int], isNegated: Bool)
        case all([Test])
        case any([Test])
    }

    package enum Comparison: String, Sendable, CaseIterable {
        case `is`
        case contains
        case startsWith = "starts_with"
        case endsWith = "ends_with"
        case greaterThan = "greater_than"
        case greaterThanOrEqual = "greater_than_or_equal_to"
        case lessThan = "less_than"
        case lessThanOrEqual = "less_than_or_equal_to"
        case between
    }

    /// A point in time that a condition names.
    package enum Moment: Sendable, Hashable {
        /// The begin of the unit that many whole units before the current one.
        case unitsBack(Interval)
        /// A day or a time without zone, as PostgreSQL reads it under every setting.
        case literal(String)
    }

    package enum TimePart: String, Sendable, CaseIterable {
        case dayOfWeek = "day_of_week"
        case dayOfMonth = "day_of_month"
        case dayOfQuarter = "day_of_quarter"
        case dayOfYear = "day_of_year"
        case hourOfDay = "hour_of_day"
        case monthOfYear = "month_of_year"
        case quarterOfYear = "quarter_of_year"
    }

    package enum Value: Sendable, Hashable {
        case text(String)
        /// Digits as written.
        case number(String)
        case boolean(Bool)
        case null
    }

    /// A number of calendar units.
    package struct Interval: Sendable, Hashable {
        package enum Unit: String, Sendable, CaseIterable {
            case second, minute, hour, day, week, month, quarter, year
        }

        package var count: Int
        package var unit: Unit

        package init(count: Int, unit: Unit) {
            self.count = count
            self.unit = unit
        }

        /// Largest count that is read; more is a mistake.
        private static let countMax = 100_000

        /// Reads `90 days`, `1 month`; nil for anything else.
        package init?(_ text: some StringProtocol) {
            let words = text.split(separator: " ")
            guard words.count == 2, let count = Int(words[0]), count >= 0, count <= Self.countMax
            else { return nil }
            let name = words[1].lowercased()
            guard
                let unit = Unit.allCases.first(where: { name == $0.rawValue || name == "\($0)s" })
            else { return nil }
            self.init(count: count, unit: unit)
        }
    }
}
