// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Operators and functions that are safe beside certain constants only; a parameter or a folded
/// expression is no constant here.
enum ConstantChecks {
    static func operatorIsSafe(
        _ name: String,
        _ right: SyntaxTree.Node,
        in tree: SyntaxTree
    ) -> Bool {
        switch name {
        case "~~", "!~~", "~~*", "!~~*":
            guard let pattern = text(right, in: tree) else { return false }
            return hasNoLoneEscape(pattern)
        case "~", "!~", "~*", "!~*":
            guard let pattern = text(right, in: tree) else { return false }
            return isPlain(pattern)
        case "/", "%":
            guard let divisor = integer(right, in: tree) else { return false }
            return divisor != 0 && divisor != -1
        default: return false
        }
    }

    static func functionIsSafe(
        _ name: String,
        _ arguments: [SyntaxTree.Node],
        _ types: [TypeID],
        in tree: SyntaxTree
    ) -> Bool {
        switch name {
        case "date_trunc":
            guard arguments.count == 2, let unit = text(arguments[0], in: tree) else {
                return false
            }
            // The week of an interval raises.
            return commonUnits.contains(unit) || (unit == "week" && isDay(types[1]))
        case "extract", "date_part":
            guard arguments.count == 2, let unit = text(arguments[0], in: tree) else {
                return false
            }
            return unit == "epoch" || (isDay(types[1]) && dayFields.contains(unit))
        case "substring", "substr":
            guard arguments.count == 3, let length = integer(arguments[2], in: tree) else {
                return false
            }
            return length >= 0
        case "round", "trunc":
            guard arguments.count == 2, let digits = integer(arguments[1], in: tree) else {
                return false
            }
            return (-1000...1000).contains(digits)
        case "split_part":
            guard arguments.count == 3, let field = integer(arguments[2], in: tree) else {
                return false
            }
            return field != 0
        case "timezone":
            guard arguments.count == 2, let zone = text(arguments[0], in: tree) else {
                return false
            }
            return TimeZoneNames.isKnown(zone)
        case "mod":
            guard arguments.count == 2, let divisor = integer(arguments[1], in: tree) else {
                return false
            }
            return divisor != 0
        default: return false
        }
    }

    private static let commonUnits: Set<String> = [
        "microseconds", "milliseconds", "second", "minute", "hour", "day", "month", "quarter",
        "year", "decade", "century", "millennium",
    ]

    private static let dayFields: Set<String> = [
        "day", "dow", "isodow", "doy", "week", "month", "quarter", "year", "isoyear", "decade",
        "century", "millennium",
    ]

    /// Whether a type counts days of the calendar.
    private static func isDay(_ type: TypeID) -> Bool {
        type == .date || type == .timestamp || type == .timestamptz
    }

    private static func value(
        _ node: SyntaxTree.Node,
        in tree: SyntaxTree
    ) -> SyntaxTree.Node? {
        tree.tag(node) == .aConst ? tree.child(of: node, .val) : nil
    }

    private static func text(_ node: SyntaxTree.Node, in tree: SyntaxTree) -> String? {
        value(node, in: tree).flatMap {
            tree.tag($0) == .string ? tree.string($0, .sval) ?? "" : nil
        }
    }

    private static func integer(_ node: SyntaxTree.Node, in tree: SyntaxTree) -> Int? {
        value(node, in: tree).flatMap { tree.tag($0) == .integer ? tree.int($0, .ival) : nil }
    }

    /// Every backslash is followed by another character.
    private static func hasNoLoneEscape(_ pattern: String) -> Bool {
        var isEscaped = false
        for byte in pattern.utf8 { isEscaped = !isEscaped && byte == UInt8(ascii: "\\") }
        return !isEscaped
    }

    /// A pattern without metacharacters, `^` in front and `$` behind aside.
    private static func isPlain(_ pattern: String) -> Bool {
        var rest = pattern.utf8[...]
        if rest.first == UInt8(ascii: "^") { rest = rest.dropFirst() }
        if rest.last == UInt8(ascii: "$") { rest = rest.dropLast() }
        return rest.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "_"),
                UInt8(ascii: "@"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }
}
