// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Parameters of type void, which pgjdbc writes into a call for what comes out of it:
/// `{? = call upper(?)}` is sent as `select * from upper($1,$2) as result`.
///
/// The server leaves such arguments out before it looks for the function; here they are blanked, so that
/// rewriter and server read the same call.
enum OutParameters {
    static let type: UInt32 = 2278

    /// - Parameters:
    ///   - text: Without comments.
    ///   - types: As declared.
    /// - Returns: The text with spaces in place of these arguments; nil when such a parameter is no
    ///   argument of a call.
    static func blanked(_ text: [UInt8], _ types: [UInt32]) -> [UInt8]? {
        let names = Set(types.indices.filter { types[$0] == type }.map { "$\($0 + 1)" })
        return text.withUnsafeBytes { bytes in
            let tokens = TokenIndex(bytes, in: 0..<bytes.count)
            var result = text
            var open: [Int] = []
            var kept: [Int] = []
            var place = 0
            while place < tokens.count {
                defer { place += 1 }
                let isOut =
                    tokens.byte(place) == UInt8(ascii: "$")
                    && names.contains(tokens.string(tokens.range(place)))
                guard isOut else {
                    if tokens.isOpening(place) { open.append(place) }
                    if tokens.byte(place) == UInt8(ascii: ")") { _ = open.popLast() }
                    kept.append(place)
                    continue
                }
                guard let call = open.last, call > 0, isName(tokens.byte(call - 1)),
                    let last = kept.last, place + 1 < tokens.count,
                    last == call || tokens.byte(last) == UInt8(ascii: ",")
                else { return nil }
                var gone = tokens.range(place)
                switch tokens.byte(place + 1) {
                case UInt8(ascii: ","):
                    place += 1
                    gone = gone.lowerBound..<tokens.range(place).upperBound
                case UInt8(ascii: ")"):
                    if last != call {
                        gone = tokens.range(last).lowerBound..<gone.upperBound
                        kept.removeLast()
                    }
                default: return nil
                }
                for byte in gone { result[byte] = UInt8(ascii: " ") }
            }
            return result
        }
    }

    /// The first byte of a name; no other token in front of a parenthesis makes it a call's.
    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"), UInt8(ascii: "\""), 0x80...:
            true
        default: false
        }
    }
}
