// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A set of fields as bits: it is asked once for every field of every node.
struct FieldSet {
    private var words: [UInt64]

    init(_ fields: [NodeField]) {
        words = [UInt64](repeating: 0, count: NodeField.allCases.count / 64 + 1)
        for field in fields { words[Int(field.rawValue) / 64] |= 1 << (field.rawValue % 64) }
    }

    func contains(_ field: NodeField) -> Bool {
        words[Int(field.rawValue) / 64] & (1 << (field.rawValue % 64)) != 0
    }
}
