// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// `now() - interval '7 days'` and its kin: operators and functions that can fail, on moments that are
/// known well enough that they cannot. Every report has one, and a guard around it would keep the
/// condition from its index.
///
/// A moment is the clock or a day that the client wrote, of the years 1000 to 9999; so much may be
/// added to it so many times that PostgreSQL's calendar, from 4713 BC on, is not left.
extension StatementAnalysis {
    /// Additions that a moment may still go through: three, of less than 1,500 years each.
    static let momentSteps: UInt8 = 4

    /// Makes an expression the moment that an operator makes of another one; false if it does not.
    func addToMoment(
        _ name: String,
        _ left: Node,
        _ right: Node,
        _ result: inout Expression
    ) -> Bool {
        let moment = expressions[left - statement]
        guard name == "+" || name == "-", moment.momentSteps > 1 else { return false }
        if isSmallInterval(right) {
            result.type = moment.type == .date ? .timestamp : moment.type
        } else if moment.type == .date, let days = constantInteger(right), abs(days) < 100_000 {
            result.type = .date
        } else {
            return false
        }
        result.momentSteps = moment.momentSteps - 1
        // By the time zone, so when a row asks for it.
        result.isConstant = false
        return true
    }

    /// The same for a function.
    func applyToMoment(
        _ name: String,
        _ arguments: [Node],
        _ result: inout Expression
    ) -> Bool {
        switch (name, arguments.count) {
        case ("now", 0), ("transaction_timestamp", 0), ("statement_timestamp", 0):
            result.type = .timestamptz
            result.momentSteps = Self.momentSteps
        case ("date_trunc", 2):
            let moment = expressions[arguments[1] - statement]
            guard moment.momentSteps > 0, moment.type != .date,
                ConstantChecks.functionIsSafe(
                    name,
                    arguments,
                    [.text, moment.type],
                    in: tree
                )
            else { return false }
            result.type = moment.type
            result.momentSteps = moment.momentSteps
        case ("timezone", 2):
            // AT TIME ZONE; of other names the server may not know one.
            let moment = expressions[arguments[1] - statement]
            guard moment.momentSteps > 0, moment.type != .date,
                let zone = constantText(arguments[0]), ["utc", "gmt"].contains(zone.lowercased())
            else { return false }
            result.type = moment.type == .timestamptz ? .timestamp : .timestamptz
            result.momentSteps = moment.momentSteps
        case ("to_timestamp", 2), ("to_date", 2):
            guard let text = constantText(arguments[0]), let format = constantText(arguments[1]),
                Self.isOrdinaryMoment(text, format: format)
            else { return false }
            result.type = name == "to_date" ? .date : .timestamptz
            result.momentSteps = Self.momentSteps
        default: return false
        }
        result.isConstant = false
        return true
    }

    private func constantText(_ node: Node) -> String? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val) else { return nil }
        return tree.tag(value) == .string ? tree.string(value, .sval) : nil
    }

    private func constantInteger(_ node: Node) -> Int? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val) else { return nil }
        return tree.tag(value) == .integer ? tree.int(value, .ival) : nil
    }

    /// What dashboards write for the bounds of a range: a day that exists, perhaps a time, and the
    /// format that they are written in.
    private static func isOrdinaryMoment(_ text: String, format: String) -> Bool {
        let shape = "0000-00-00 00:00:00.000000".utf8
        let lengths = [
            "YYYY-MM-DD": 10, "YYYY-MM-DD HH24:MI:SS": 19, "YYYY-MM-DD HH24:MI:SS.US": 26,
        ]
        guard let length = lengths[format.uppercased()], text.utf8.count == length,
            !isWildDay(text),
            zip(text.utf8, shape).allSatisfy({ byte, place in
                place == UInt8(ascii: "0")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == place
            })
        else { return false }
        let numbers = text.split(whereSeparator: { "- :.".contains($0) }).compactMap { Int($0) }
        // The 29th to 31st do not exist in every month.
        let bounds = [1000...9999, 1...12, 1...28, 0...23, 0...59, 0...59, 0...999_999]
        return zip(numbers, bounds).allSatisfy { $1.contains($0) }
    }

    /// Constants and units from second to year, each unit once: less than 1,500 years together.
    private func isSmallInterval(_ node: Node) -> Bool {
        guard tree.tag(node) == .typeCast, let type = tree.child(of: node, .typeName),
            TypeRules.type(of: type, in: tree, context) == .interval,
            tree.child(of: type, .typmods) == nil, let constant = tree.child(of: node, .arg),
            let text = constantText(constant)
        else { return false }
        let words = text.lowercased().split(separator: " ")
        guard !words.isEmpty, words.count.isMultiple(of: 2) else { return false }
        var seen: Set<Substring> = []
        for place in stride(from: 0, to: words.count, by: 2) {
            let digits = words[place].drop { $0 == "-" || $0 == "+" }
            let unit =
                words[place + 1].hasSuffix("s") ? words[place + 1].dropLast() : words[place + 1]
            guard words[place].count - digits.count < 2, let most = Self.digitsMax[unit],
                seen.insert(unit).inserted, (1...most).contains(digits.count),
                digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return false }
        }
        return true
    }

    private static let digitsMax: [Substring: Int] = [
        "second": 6, "minute": 6, "hour": 6, "day": 5, "week": 3, "month": 3, "year": 3,
    ]
}
