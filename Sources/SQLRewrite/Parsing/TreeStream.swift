// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import CPgQuery
internal import Glibc

/// The bytes that a tree's stream is made of, to write down what an edited text must parse to.
///
/// A rewritten statement is verified like this: the edits of the text are repeated as edits of the
/// client's stream, and the result must equal the stream of the rewritten text (engine.md A2).
/// Places in the text are no part of a stream.
package enum TreeStream {
    /// In front of a field's node or list.
    package static let prefixLength = 3
    package static let listEndLength = 1
    package static let nodeEndLength = 1

    /// In front of the node that a field holds.
    package static func child(_ field: NodeField) -> [UInt8] {
        Self.field(UInt8(OMNI_STREAM_CHILD), field, 0) { _ in }
    }

    /// In front of the elements of a list; `listEnd` stands behind them.
    package static func list(_ field: NodeField) -> [UInt8] {
        Self.field(UInt8(OMNI_STREAM_LIST), field, 0) { _ in }
    }

    package static let listEnd = [UInt8(OMNI_STREAM_LIST_END)]

    /// In front of a node's scalars; `nodeEnd` stands behind its last child.
    package static func node(_ tag: NodeTag) -> [UInt8] {
        [UInt8(OMNI_STREAM_NODE), tag.rawValue]
    }

    package static let nodeEnd = [UInt8(OMNI_STREAM_NODE_END)]

    /// A string field.
    package static func string(_ field: NodeField, _ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { utf8 in
            Self.field(UInt8(OMNI_STREAM_STRING), field, 4 + utf8.count) { bytes in
                bytes.storeBytes(of: UInt32(utf8.count).littleEndian, as: UInt32.self)
                bytes[4...].copyBytes(from: utf8)
            }
        }
    }

    /// A number, enum, character or boolean; zero and false are left out of a stream.
    package static func number(_ field: NodeField, _ value: Int64) -> [UInt8] {
        if value == 0 { return [] }
        return Self.field(UInt8(OMNI_STREAM_NUMBER), field, 8) {
            $0.storeBytes(of: value.littleEndian, as: Int64.self)
        }
    }

    /// A marker, a field and so many bytes more: made as one block.
    private static func field(
        _ marker: UInt8,
        _ field: NodeField,
        _ length: Int,
        _ write: (UnsafeMutableRawBufferPointer) -> Void
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: prefixLength + length) { buffer, count in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            bytes[0] = marker
            bytes.storeBytes(
                of: field.rawValue.littleEndian,
                toByteOffset: 1,
                as: UInt16.self
            )
            write(UnsafeMutableRawBufferPointer(rebasing: bytes[prefixLength...]))
            count = prefixLength + length
        }
    }
}

/// One change of a stream: a span of the client's stream and what takes its place.
package struct StreamEdit {
    package enum Piece {
        case bytes([UInt8])
        /// A span of another tree's stream (or of the same one's).
        case span(SyntaxTree, Range<Int>)
    }

    package var range: Range<Int>
    package var replacement: [Piece]

    package init(range: Range<Int>, replacement: [Piece]) {
        self.range = range
        self.replacement = replacement
    }
}

extension SyntaxTree {
    /// Whether a stream is that of this tree with edits, places in the text aside.
    ///
    /// - Parameters:
    ///   - edits: Ascending and disjoint; their ranges are of this tree.
    ///   - stream: Of the text that the edits made.
    /// - Returns: False at the first byte that differs.
    package func edited(_ edits: [StreamEdit], gives stream: UnsafeRawBufferPointer) -> Bool {
        var rest = stream
        let old = self.stream
        var done = 0
        for edit in edits {
            guard edit.range.lowerBound >= done, edit.range.upperBound <= old.count,
                Self.consume(old[done..<edit.range.lowerBound], from: &rest)
            else { return false }
            for piece in edit.replacement {
                switch piece {
                case .bytes(let bytes):
                    guard bytes.withUnsafeBytes({ Self.consume($0[...], from: &rest) }) else {
                        return false
                    }
                case .span(let tree, let span):
                    guard Self.consume(tree.stream[span], from: &rest) else { return false }
                }
            }
            done = edit.range.upperBound
        }
        return Self.consume(old[done...], from: &rest) && rest.isEmpty
    }

    private static func consume(
        _ expected: Slice<UnsafeRawBufferPointer>,
        from rest: inout UnsafeRawBufferPointer
    ) -> Bool {
        guard rest.count >= expected.count else { return false }
        if let left = UnsafeRawBufferPointer(rebasing: expected).baseAddress,
            let right = rest.baseAddress, memcmp(left, right, expected.count) != 0
        {
            return false
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[expected.count...])
        return true
    }
}
