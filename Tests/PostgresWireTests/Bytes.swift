// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Bytes written down for tests: text, numbers in network order, zero-terminated strings.
struct Bytes: ExpressibleByArrayLiteral {
    enum Piece: ExpressibleByStringLiteral {
        case text(String)
        case string(String)
        case uint32(UInt32)
        case uint16(UInt16)
        case byte(UInt8)

        init(stringLiteral value: String) {
            self = .text(value)
        }
    }

    var bytes: [UInt8] = []

    init(arrayLiteral elements: Piece...) {
        for piece in elements {
            switch piece {
            case .text(let text): bytes += Array(text.utf8)
            case .string(let text): bytes += Array(text.utf8) + [0]
            case .uint32(let number):
                bytes += (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
            case .uint16(let number):
                bytes += [
                    UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number),
                ]
            case .byte(let byte): bytes.append(byte)
            }
        }
    }

    /// The bytes as one frame of that type.
    func framed(_ type: Character) -> [UInt8] {
        let length: Bytes = [.uint32(UInt32(bytes.count + 4))]
        return [type.asciiValue ?? 0] + length.bytes + bytes
    }

    /// The bytes behind a length word, without a type.
    var lengthPrefixed: [UInt8] {
        let length: Bytes = [.uint32(UInt32(bytes.count + 4))]
        return length.bytes + bytes
    }
}

extension [UInt8] {
    func text(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }

    /// The body of the one frame that these bytes are.
    var body: [UInt8] { Array(dropFirst(5)) }
}
