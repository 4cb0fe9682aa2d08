// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Base64 as SCRAM uses it (RFC 4648 section 4): with padding, without line ends, one spelling for each
/// value.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let padding = UInt8(ascii: "=")

    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(
                    place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : padding
                )
            }
        }
        return text
    }

    /// Decodes strictly.
    ///
    /// - Parameter text: Its bytes.
    /// - Returns: Nil for anything `encode` would not write, unused bits that are not zero included.
    package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        let text = Array(text)
        guard text.count % 4 == 0 else { return nil }
        let paddingCount = text.suffix(2).reversed().prefix { $0 == padding }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var bits = 0
        for (index, character) in text.dropLast(paddingCount).enumerated() {
            guard let value = value(of: character) else { return nil }
            bits = bits << 6 | value
            guard index % 4 == 3 else { continue }
            bytes.append(UInt8(bits >> 16 & 255))
            bytes.append(UInt8(bits >> 8 & 255))
            bytes.append(UInt8(bits & 255))
            bits = 0
        }
        switch paddingCount {
        case 1:
            guard bits & 3 == 0 else { return nil }
            bytes.append(UInt8(bits >> 10 & 255))
            bytes.append(UInt8(bits >> 2 & 255))
        case 2:
            guard bits & 15 == 0 else { return nil }
            bytes.append(UInt8(bits >> 4 & 255))
        default:
            break
        }
        return bytes
    }

    private static func value(of character: UInt8) -> Int? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(character) - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) - 48 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
