// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A plain decimal number of any length, kept as digits so that nothing is rounded.
///
/// No exponent, no blank, no NaN or infinity: what is accepted here may stand in SQL as it is.
package struct DecimalNumber: Sendable, Hashable, CustomStringConvertible {
    /// Longest text accepted; PostgreSQL's numeric has more digits than anybody filters by.
    package static let textBytesMax = 1_000

    /// Without sign and leading zeros; "0" for zero.
    private let integerDigits: String
    /// Without trailing zeros; empty for an integer.
    private let fractionDigits: String
    private let isNegative: Bool

    /// Reads an optional sign, digits and an optional fraction; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count <= Self.textBytesMax else { return nil }
        var rest = text.utf8[...]
        var isNegative = false
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        let parts = rest.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard
            parts.allSatisfy({ part in
                !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let whole = parts.first
        else { return nil }
        let integer = whole.drop { $0 == UInt8(ascii: "0") }
        integerDigits = integer.isEmpty ? "0" : String(decoding: integer, as: UTF8.self)
        var fraction = parts.count > 1 ? parts[1] : Substring("").utf8[...]
        while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
        fractionDigits = String(decoding: fraction, as: UTF8.self)
        self.isNegative = isNegative && !(integer.isEmpty && fraction.isEmpty)
    }

    package var isInteger: Bool { fractionDigits.isEmpty }

    /// The one spelling of this number.
    package var description: String {
        (isNegative ? "-" : "") + integerDigits + (isInteger ? "" : "." + fractionDigits)
    }
}
