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
        let bytes = Array(text.utf8.prefix(dayBytesMax + 1))
        guard bytes.contains(where: isDigit) else { return false }
        guard bytes.count <= dayBytesMax, bytes.count >= 10, bytes[0] != UInt8(ascii: "0"),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ isDigit(bytes[$0]) })
        else { return true }
        // A time and a zone in numbers; no word that turns the day into another one.
        return !bytes[10...].allSatisfy { byte in
            isDigit(byte) || " T:.+-Z".utf8.contains(byte)
        }
    }

    /// `2024-02-29 12:34:56.123456+01:30` and some room.
    private static let dayBytesMax = 40

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
