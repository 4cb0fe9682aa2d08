// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Results of pg_catalog's operators by operand types.
struct BuiltinOperators: Sendable {
    static let shared = BuiltinOperators()

    struct Signature: Sendable {
        var result: TypeID
        var isImmutable: Bool
    }

    private struct Key: Hashable {
        let name: String
        let left: TypeID
        let right: TypeID

        /// In one step: it is computed for every operator.
        func hash(into hasher: inout Hasher) {
            hasher.combine(name)
            hasher.combine(UInt64(left.number) << 32 | UInt64(right.number))
        }
    }

    private var signatures: [Key: Signature] = [:]
    private(set) var names: Set<String> = []

    private init() {
        let types = BuiltinTypes.shared
        for row in BuiltinRows(builtinOperatorRows) {
            let left = row.string(1).isEmpty ? TypeID.record : types.type(formatted: row.string(1))
            let right = types.type(formatted: row.string(2))
            names.insert(row.string(0))
            guard left != .unresolved, right.isKnown else { continue }
            signatures[Key(name: row.string(0), left: left, right: right)] = Signature(
                result: types.type(formatted: row.string(3)),
                isImmutable: row.string(4) == "i"
            )
        }
    }

    /// The operator for these types as they are; `left` is nil for a prefix operator.
    func signature(_ name: String, _ left: TypeID?, _ right: TypeID) -> Signature? {
        signatures[Key(name: name, left: left ?? .record, right: right)]
    }
}
