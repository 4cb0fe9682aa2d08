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
        let types: [TypeID]
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
            guard operands.allSatisfy(\.isKnown) else { continue }
            safe[Key(kind: kind, name: row.string(1), types: operands)] = row.string(3) == "y"
        }
    }

    func verdict(_ kind: Kind, _ name: String, _ operands: [TypeID]) -> Verdict {
        guard let isUnconditional = safe[Key(kind: kind, name: name, types: operands)] else {
            return .leaky
        }
        return isUnconditional ? .safe : .conditional
    }

    func castIsSafe(from source: TypeID, to target: TypeID) -> Bool {
        source == target
            || verdict(.cast, BuiltinTypes.shared.name(of: target), [source]) == .safe
    }
}
