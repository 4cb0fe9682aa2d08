// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The day that weeks begin on (`week_start_day`).
package enum WeekStart: String, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Reads a day's name in any case.
    package init?(name: String) { self.init(rawValue: name.lowercased()) }

    /// Days from the begin of such a week to the next Monday.
    package var daysToMonday: Int {
        let place = Self.allCases.firstIndex(of: self) ?? 0
        return (Self.allCases.count - place) % Self.allCases.count
    }

    /// What a model or a topic says about it.
    package enum Rule: Sendable, Equatable {
        case day(WeekStart)
        /// The value of a user attribute.
        case attribute(String)
        /// Something that is no day: whatever counts weeks is closed.
        case unreadable(String)

        /// The day for a user; nil when there is none.
        func day(with attributes: [String: [String]]) -> WeekStart? {
            switch self {
            case .day(let day): return day
            case .attribute(let name):
                guard let values = attributes[name], values.count == 1 else { return nil }
                return WeekStart(name: values[0])
            case .unreadable: return nil
            }
        }
    }
}
