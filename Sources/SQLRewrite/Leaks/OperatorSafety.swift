// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import Synchronization

/// Which operator the server picks for two types, as far as that is certain, and what it can tell.
///
/// Only the certain cases are followed: the types as they are, a constant that takes its partner's
/// type, varchar read as text, and numbers of different width. All else is unresolved, so leaky.
struct OperatorSafety {
    var verdict: BuiltinSafety.Verdict
    var result: TypeID
    var isImmutable: Bool

    var isSafe: Bool { verdict == .safe }

    static let unresolved = OperatorSafety(verdict: .leaky, result: .unresolved, isImmutable: false)

    private struct Key: Hashable {
        let name: String
        let left: TypeID?
        let right: TypeID

        /// In one step: it is computed for every operator.
        func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(UInt64(left?.number ?? 0) << 32 | UInt64(right.number))
        }
    }

    /// Names are the client's to choose.
    private static let resolvedMax = 4_096

    /// What was found before: it follows from the key alone.
    private static let resolved = Mutex<[Key: OperatorSafety]>([:])

    /// The operator of a name for two types; `left` is nil for a prefix operator.
    static func resolve(_ name: String, _ left: TypeID?, _ right: TypeID) -> OperatorSafety {
        let key = Key(name: name, left: left, right: right)
        if let known = resolved.withLock({ $0[key] }) { return known }
        let made = find(name, left, right)
        resolved.withLock { known in
            if known.count >= resolvedMax { known.removeAll() }
            known[key] = made
        }
        return made
    }

    private static func find(_ name: String, _ left: TypeID?, _ right: TypeID) -> OperatorSafety {
        var right = Self.storage(right)
        guard var left = left.map(Self.storage) else {
            return right.isKnown ? exact(name, nil, right) : .unresolved
        }
        if left == .untyped && right == .untyped {
            left = .text
            right = .text
        } else if left == .untyped {
            left = adopted(by: name, from: right, isLeft: true)
        } else if right == .untyped {
            right = adopted(by: name, from: left, isLeft: false)
        }
        guard left.isKnown, right.isKnown else { return .unresolved }
        if left.isEnum, left == right,
            ["=", "<>", "<", "<=", ">", ">="].contains(name)
        {
            return OperatorSafety(verdict: .safe, result: .boolean, isImmutable: true)
        }
        let found = exact(name, left, right)
        if found.result != .unresolved || left == right { return found }
        // Intervals are multiplied with and divided by double precision only.
        if left == .interval, isNumber(right) { return exact(name, left, .double) }
        if right == .interval, isNumber(left) { return exact(name, .double, right) }
        guard let (wide, casts) = Self.common(left, right) else { return .unresolved }
        var widened = exact(name, wide, wide)
        if casts.contains(where: { !BuiltinSafety.shared.castIsSafe(from: $0, to: wide) }) {
            widened.verdict = .leaky
        }
        return widened
    }

    private static func exact(_ name: String, _ left: TypeID?, _ right: TypeID) -> OperatorSafety {
        let verdict = BuiltinSafety.shared.verdict(
            ofOperator: name,
            left ?? right,
            left == nil ? .unresolved : right
        )
        if let signature = BuiltinOperators.shared.signature(name, left, right) {
            return OperatorSafety(
                verdict: verdict,
                result: signature.result,
                isImmutable: signature.isImmutable
            )
        }
        // Arrays and enums have polymorphic operators; those that the safety table knows compare.
        guard verdict != .leaky else { return .unresolved }
        return OperatorSafety(
            verdict: verdict,
            result: comparisons.contains(name) ? .boolean : .unresolved,
            isImmutable: true
        )
    }

    private static let comparisons: Set<String> = [
        "=", "<>", "<", "<=", ">", ">=", "@>", "<@", "&&",
    ]

    /// varchar has no operators of its own.
    private static func storage(_ type: TypeID) -> TypeID { type == .varchar ? .text : type }

    /// The type of a constant beside another type: that type, if the operator exists for it twice.
    private static func adopted(by name: String, from type: TypeID, isLeft: Bool) -> TypeID {
        if type.isEnum { return type }
        if BuiltinOperators.shared.signature(name, type, type) != nil { return type }
        if BuiltinSafety.shared.verdict(ofOperator: name, type, type) != .leaky { return type }
        // LIKE and the regular expressions have text on their right.
        if !isLeft, BuiltinOperators.shared.signature(name, type, .text) != nil { return .text }
        return .unresolved
    }

    private static let exactNumbers: [TypeID] = [.smallint, .integer, .bigint, .numeric]
    private static let floats: [TypeID] = [.real, .double]

    private static func isNumber(_ type: TypeID) -> Bool {
        exactNumbers.contains(type) || floats.contains(type)
    }

    /// The type that two number types or two kinds of days meet in, and which of them are converted.
    private static func common(_ left: TypeID, _ right: TypeID) -> (TypeID, [TypeID])? {
        if let days = CommonType.day(left, right) {
            return (days, [left, right].filter { $0 != days })
        }
        guard isNumber(left), isNumber(right) else { return nil }
        let isFloat = floats.contains(left) || floats.contains(right)
        let wide = isFloat ? TypeID.double : .numeric
        return (wide, [left, right].filter { $0 != wide })
    }
}
