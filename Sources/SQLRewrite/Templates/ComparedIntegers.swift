// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A statement text with the integers taken out that nothing but a comparison looks at.
///
/// Drivers that put values into the text send the same statement with another key each time. Two texts
/// with the same `key` differ in such integers alone, so the parser makes the same tree of both but for
/// their values, and the rewriter the same decisions: an integer of one to nine digits is an int4
/// whatever it is, zero (which matters to division) is left in, and one that directly follows a
/// comparison operator is no ordinal, limit, length or type modifier.
package struct ComparedIntegers: Sendable, Equatable {
    /// The text with each of the integers replaced by `mark`.
    package let key: [UInt8]
    /// Where they stand, ascending; never empty.
    package let spans: [Range<Int>]

    /// Texts beyond this length are rewritten one by one.
    package static let textBytesMax = 4096
    private static let digitsMax = 9
    /// A byte that the text itself must not have.
    private static let mark: UInt8 = 1

    /// Nil for a text without such integers, and for one with comments, whose tokens cannot be told
    /// without blanking them.
    ///
    /// - Parameter text: As the client sent it.
    package init?(_ text: UnsafeRawBufferPointer) {
        guard text.count <= Self.textBytesMax, Self.isPlain(text) else { return nil }
        let tokens = Tokens(text)
        var spans: [Range<Int>] = []
        var key: [UInt8] = []
        key.reserveCapacity(text.count)
        var copied = 0
        var followsComparison = false
        var offset = 0
        while let token = tokens.token(from: offset) {
            offset = token.upperBound
            if followsComparison, Self.isInteger(text, token),
                !Self.isCast(text, tokens, after: token.upperBound)
            {
                key.append(contentsOf: text[copied..<token.lowerBound])
                key.append(Self.mark)
                copied = token.upperBound
                spans.append(token)
            }
            followsComparison = Self.isComparison(text, token)
        }
        guard !spans.isEmpty else { return nil }
        key.append(contentsOf: text[copied...])
        self.key = key
        self.spans = spans
    }

    private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
        var previous: UInt8 = 0
        for byte in text {
            switch byte {
            case mark: return false
            case UInt8(ascii: "-") where previous == byte: return false
            case UInt8(ascii: "*") where previous == UInt8(ascii: "/"): return false
            default: break
            }
            previous = byte
        }
        return true
    }

    private static func isInteger(_ text: UnsafeRawBufferPointer, _ token: Range<Int>) -> Bool {
        guard token.count <= digitsMax else { return false }
        var isZero = true
        for index in token {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) else {
                return false
            }
            if text[index] != UInt8(ascii: "0") { isZero = false }
        }
        // A letter right behind it would belong to another reading of the token.
        let next = token.upperBound < text.count ? text[token.upperBound] : UInt8(ascii: " ")
        return !isZero
            && (next == UInt8(ascii: " ") || next == UInt8(ascii: "\n")
                || next == UInt8(ascii: "\r") || next == UInt8(ascii: "\t")
                || next == UInt8(ascii: ";") || next == UInt8(ascii: ")"))
    }

    private static func isComparison(_ text: UnsafeRawBufferPointer, _ token: Range<Int>) -> Bool {
        switch token.count {
        case 1:
            return switch text[token.lowerBound] {
            case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): true
            default: false
            }
        case 2:
            return switch (text[token.lowerBound], text[token.lowerBound + 1]) {
            case (UInt8(ascii: "<"), UInt8(ascii: "=")), (UInt8(ascii: ">"), UInt8(ascii: "=")),
                (UInt8(ascii: "<"), UInt8(ascii: ">")):
                true
            default: false
            }
        default:
            return false
        }
    }

    private static func isCast(
        _ text: UnsafeRawBufferPointer,
        _ tokens: Tokens,
        after offset: Int
    ) -> Bool {
        guard let next = tokens.token(from: offset) else { return false }
        return text[next.lowerBound] == UInt8(ascii: ":")
            || text[next.lowerBound] == UInt8(ascii: "[")
    }
}
