// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Days that conversions refuse. Stored ones are ordinary (condition A1 of the leakproof data), those of
/// the client need not be, and what depends on the time zone is not folded while planning (M18).
extension StatementAnalysis {
    static func isDay(_ type: TypeID) -> Bool {
        type == .date || type == .timestamp || type == .timestamptz
    }

    /// Whether a text could be read as a day that is not of the years 1000 to 9999.
    static func isWildDay(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { isWildDay(UnsafeRawBufferPointer($0)) }
    }

    /// The same for the bytes of a text.
    static func isWildDay(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.prefix(dayBytesMax + 1).contains(where: isDigit) else { return false }
        guard bytes.count <= dayBytesMax, bytes.count >= 10, bytes[0] != UInt8(ascii: "0") else {
            return true
        }
        for (place, byte) in bytes.enumerated() {
            let isDayLike =
                switch place {
                case 4, 7: byte == UInt8(ascii: "-")
                case 0..<10: isDigit(byte)
                // A time and a zone in numbers; no word that turns the day into another one.
                default: isDigit(byte) || isBetweenNumbers(byte)
                }
            if !isDayLike { return true }
        }
        return false
    }

    private static func isBetweenNumbers(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: ":"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    /// `2024-02-29 12:34:56.123456+01:30` and some room.
    private static let dayBytesMax = 40

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
