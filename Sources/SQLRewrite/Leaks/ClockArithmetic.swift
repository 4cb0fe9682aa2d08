// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// `now() - interval '7 days'` and its kin: operators that can fail, on operands that are known well
/// enough that they cannot. Every report has one, and it should not cost a fence.
extension StatementAnalysis {
    /// The type of the result; nil for anything but the clock and a small constant.
    func clockArithmetic(_ name: String, _ left: Node, _ right: Node) -> TypeID? {
        guard name == "+" || name == "-", let clock = clockType(left) else { return nil }
        if isSmallInterval(right) { return clock == .date ? .timestamp : clock }
        if clock == .date, tree.tag(right) == .aConst, let value = tree.child(of: right, .val),
            tree.tag(value) == .integer, abs(tree.int(value, .ival)) < 100_000
        {
            return .date
        }
        return nil
    }

    private func clockType(_ node: Node) -> TypeID? {
        switch tree.tag(node) {
        case .sqlValueFunction:
            let keyword = tree.value(node, .op, as: SQLValueFunctionOp.self)
            let type = SessionValues.type(of: keyword)
            return [TypeID.date, .timestamp, .timestamptz].contains(type) ? type : nil
        case .funcCall:
            let name = tree.texts(of: node, .funcname) ?? []
            let isNow = name == ["now"] || name == ["pg_catalog", "now"]
            return isNow && tree.list(of: node, .args).isEmpty ? .timestamptz : nil
        default: return nil
        }
    }

    /// A constant of up to three digits and a unit from second to year: centuries away from where
    /// PostgreSQL's calendar ends.
    private func isSmallInterval(_ node: Node) -> Bool {
        guard tree.tag(node) == .typeCast, let type = tree.child(of: node, .typeName),
            TypeRules.type(of: type, in: tree, context) == .interval,
            tree.child(of: type, .typmods) == nil, let constant = tree.child(of: node, .arg),
            tree.tag(constant) == .aConst, let value = tree.child(of: constant, .val),
            let text = tree.string(value, .sval)
        else { return false }
        let words = text.lowercased().split(separator: " ")
        guard words.count == 2, (1...3).contains(words[0].count),
            words[0].utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return false }
        return Self.units.contains(words[1].hasSuffix("s") ? words[1].dropLast() : words[1])
    }

    private static let units: Set<Substring> = [
        "second", "minute", "hour", "day", "week", "month", "year",
    ]
}
