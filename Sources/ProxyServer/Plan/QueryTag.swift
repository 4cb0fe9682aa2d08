// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// The comment behind each statement that names the person to whoever reads the database's log
/// (`query_tag`, spec 14).
///
/// It stands at the end, where it moves no position, and is the same for all statements of a session but
/// for the digits of its trace id, which are written into the message as it is sent.
enum QueryTag {
    /// Hexadecimal digits of a trace id.
    static let traceDigits = 16
    private static let end = " */"

    /// The comment of a session, a blank in front and zeros for the trace id.
    static func text(_ identity: PolicyIdentity) -> [UInt8] {
        var parts = ["omni_user=\(escaped(identity.user))"]
        if let admin = identity.impersonator { parts.append("impersonator=\(escaped(admin))") }
        parts.append("model=\(escaped(identity.model))")
        parts.append("env=\(escaped(identity.environment))")
        parts.append("trace=" + String(repeating: "0", count: traceDigits))
        return Array((" /* " + parts.joined(separator: " ") + end).utf8)
    }

    /// A text with a tag behind it; an empty text stays empty.
    static func append(_ tag: [UInt8], to text: [UInt8]) -> [UInt8] {
        tag.isEmpty || text.isEmpty ? text : text + tag
    }

    /// Percent signs for whatever could end the comment, begin another one or be taken for a separator.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "@"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return escaped
    }

    /// Writes a trace id into a text that has a tag.
    ///
    /// - Parameters:
    ///   - trace: The id.
    ///   - bytes: What ends with the text.
    ///   - trailing: How many bytes stand behind the text.
    static func stamp(_ trace: UInt64, in bytes: inout [UInt8], before trailing: Int) {
        var place = bytes.count - trailing - end.utf8.count
        guard place >= traceDigits else { return }
        var rest = trace
        for _ in 0..<traceDigits {
            place -= 1
            bytes[place] = digits[Int(rest & 15)]
            rest >>= 4
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
