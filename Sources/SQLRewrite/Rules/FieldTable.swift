// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The node types that are listed, and the fields of each, as bits: it is asked for every field of every
/// node, so the bits of all lie in one block.
struct FieldTable {
    @inline(__always)
    private static var wordsPerNode: Int { Int(NodeField.last) / 64 + 1 }

    private var nodes: [Bool]
    private var words: [UInt64]

    init(_ rules: [NodeTag: [NodeField]]) {
        nodes = [Bool](repeating: false, count: Int(NodeTag.last) + 1)
        words = [UInt64](repeating: 0, count: nodes.count * Self.wordsPerNode)
        for (tag, fields) in rules {
            nodes[Int(tag.rawValue)] = true
            for field in fields {
                words[Self.word(of: field, in: tag)] |= 1 << UInt64(field.rawValue % 64)
            }
        }
    }

    @inline(__always)
    private static func word(of field: NodeField, in tag: NodeTag) -> Int {
        Int(tag.rawValue) * wordsPerNode + Int(field.rawValue / 64)
    }

    @inline(__always)
    func lists(_ tag: NodeTag) -> Bool { nodes[Int(tag.rawValue)] }

    /// False for every field of a node type that is not listed.
    @inline(__always)
    func lists(_ field: NodeField, of tag: NodeTag) -> Bool {
        words[Self.word(of: field, in: tag)] & (1 << UInt64(field.rawValue % 64)) != 0
    }
}
