// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A day, or a time on a day, in the one form that means the same under every setting: ISO 8601, as in
/// `2026-03-01`, `2026-03-01 12:30:00.5` and `2026-03-01T12:30Z`.
///
/// What is accepted here is a valid literal of date, timestamp or timestamptz.
struct CalendarText: Equatable {
    let isDate: Bool
    let hasZone: Bool

    /// Nil for anything else, days that no calendar has included.
    init?(_ text: String) {
        var rest = text.utf8[...]
        guard let year = Self.number(4, &rest), year > 0, Self.take("-", &rest),
            let month = Self.number(2, &rest), (1...12).contains(month), Self.take("-", &rest),
            let day = Self.number(2, &rest), day > 0, day <= Self.days(in: month, of: year)
        else { return nil }
        if rest.isEmpty {
            isDate = true
            hasZone = false
            return
        }
        isDate = false
        guard Self.take(" ", &rest) || Self.take("T", &rest),
            let hour = Self.number(2, &rest), hour < 24, Self.take(":", &rest),
            let minute = Self.number(2, &rest), minute < 60
        else { return nil }
        if Self.take(":", &rest) {
            guard let second = Self.number(2, &rest), second < 60 else { return nil }
            if Self.take(".", &rest) {
                let fraction = rest.prefix { (0x30...0x39).contains($0) }
                // Microseconds; PostgreSQL would round the rest away.
                guard (1...6).contains(fraction.count) else { return nil }
                rest = rest.dropFirst(fraction.count)
            }
        }
        hasZone = !rest.isEmpty
        guard hasZone else { return }
        if Self.take("Z", &rest) {
            guard rest.isEmpty else { return nil }
            return
        }
        guard Self.take("+", &rest) || Self.take("-", &rest), let hours = Self.number(2, &rest),
            hours < 15
        else { return nil }
        if rest.isEmpty { return }
        guard Self.take(":", &rest), let minutes = Self.number(2, &rest), minutes < 60,
            rest.isEmpty
        else { return nil }
    }

    private static func take(
        _ sign: Unicode.Scalar,
        _ rest: inout String.UTF8View.SubSequence
    )
        -> Bool
    {
        guard let byte = rest.first, UInt32(byte) == sign.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func number(
        _ digits: Int,
        _ rest: inout String.UTF8View.SubSequence
    ) -> Int? {
        let text = rest.prefix(digits)
        guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        rest = rest.dropFirst(digits)
        return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
