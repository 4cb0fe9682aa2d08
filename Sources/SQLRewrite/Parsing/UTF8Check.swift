// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// UTF-8 as PostgreSQL accepts it, without the zero byte (`pg_utf8_islegal`, wchar.c).
enum UTF8Check {
    /// Offset of the first byte that is zero or does not begin a valid character, nil when all do.
    static func firstInvalid(in text: UnsafeRawBufferPointer) -> Int? {
        var offset = 0
        let count = text.count
        while offset < count {
            if count - offset >= 8 {
                let word = text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let highs: UInt64 = 0x8080_8080_8080_8080
                // Seven bits each, so that adding 0x7f marks every byte but zero without a carry.
                if word & highs == 0, (word &+ 0x7f7f_7f7f_7f7f_7f7f) & highs == highs {
                    offset += 8
                    continue
                }
            }
            let length = validLength(of: text, at: offset)
            guard length > 0 else { return offset }
            offset += length
        }
        return nil
    }

    /// As the server prints it: the bytes that the first one announces, such as `0xe4 0x20`.
    static func description(of text: UnsafeRawBufferPointer, at offset: Int) -> String {
        let length = Swift.min(announcedLength(text[offset]), text.count - offset)
        return text[offset..<(offset + length)]
            .map { "0x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined(separator: " ")
    }

    private static func announcedLength(_ byte: UInt8) -> Int {
        switch byte {
        case 0xc0...0xdf: 2
        case 0xe0...0xef: 3
        case 0xf0...0xf7: 4
        default: 1
        }
    }

    /// Bytes of the character at an offset, zero when it is not valid.
    private static func validLength(of text: UnsafeRawBufferPointer, at offset: Int) -> Int {
        let first = text[offset]
        if first == 0 { return 0 }
        if first < 0x80 { return 1 }
        let length = announcedLength(first)
        guard first >= 0xc2, first <= 0xf4, length <= text.count - offset else { return 0 }
        for next in 1..<length where text[offset + next] & 0xc0 != 0x80 { return 0 }
        let second = text[offset + 1]
        switch first {
        case 0xe0 where second < 0xa0: return 0  // a longer form than needed
        case 0xed where second > 0x9f: return 0  // surrogates
        case 0xf0 where second < 0x90: return 0
        case 0xf4 where second > 0x8f: return 0  // beyond U+10FFFF
        default: return length
        }
    }
}
