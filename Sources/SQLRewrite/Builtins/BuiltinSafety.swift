// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Which built-in operators, functions, aggregates and casts cannot tell about their operands by
/// failing (R40), by concrete types.
struct BuiltinSafety: Sendable {
    static let shared = BuiltinSafety()

    enum Kind: Hashable, Sendable {
        case aggregate
        case cast
        case function
        case `operator`
    }

    enum Verdict: Sendable {
        case safe
        /// Safe when a constant among the operands passes a check.
        case conditional
        case leaky
    }

    private struct Key: Hashable {
        let kind: Kind
        let name: String
        let first: TypeID
        let second: TypeID
        let third: TypeID

        /// nil for more operands than any row has.
        init?(_ kind: Kind, _ name: String, _ types: [TypeID]) {
            guard types.count <= 3 else { return nil }
            self.kind = kind
            self.name = name
            first = types.count > 0 ? types[0] : .unresolved
            second = types.count > 1 ? types[1] : .unresolved
            third = types.count > 2 ? types[2] : .unresolved
        }

        init(_ kind: Kind, _ name: String, _ first: TypeID, _ second: TypeID) {
            self.kind = kind
            self.name = name
            self.first = first
            self.second = second
            third = .unresolved
        }

        /// Less than all of it: collisions are rare, and it is computed for every operator.
        func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(UInt64(first.number) << 32 | UInt64(second.number))
        }
    }

    private var safe: [Key: Bool] = [:]

    private init() {
        let types = BuiltinTypes.shared
        let kinds: [String: Kind] = [
            "a": .aggregate, "c": .cast, "f": .function, "o": .operator,
        ]
        for row in BuiltinRows(builtinSafetyRows) {
            guard let kind = kinds[row.string(0)] else { continue }
            let operands = row.list(2).map { types.type(formatted: $0) }
            // Rows about polymorphic arguments are expressions that have rules of their own.
            guard operands.allSatisfy(\.isKnown), let key = Key(kind, row.string(1), operands)
            else { continue }
            safe[key] = row.string(3) == "y"
        }
    }

    func verdict(_ kind: Kind, _ name: String, _ operands: [TypeID]) -> Verdict {
        guard let key = Key(kind, name, operands) else { return .leaky }
        return verdict(key)
    }

    /// An operator's verdict; a prefix operator has `.unresolved` on its right.
    func verdict(ofOperator name: String, _ first: TypeID, _ second: TypeID) -> Verdict {
        verdict(Key(.operator, name, first, second))
    }

    private func verdict(_ key: Key) -> Verdict {
        guard let isUnconditional = safe[key] else { return .leaky }
        return isUnconditional ? .safe : .conditional
    }

    func castIsSafe(from source: TypeID, to target: TypeID) -> Bool {
        source == target
            || verdict(.cast, BuiltinTypes.shared.name(of: target), [source]) == .safe
    }
}
