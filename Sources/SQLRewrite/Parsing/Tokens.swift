// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where tokens begin and end in a text that the parser has accepted.
///
/// The tree knows where a construct begins, an edit must know where it ends. Works on blanked text (no
/// comments), with standard_conforming_strings on; all offsets are bytes.
package struct Tokens {
    package let text: UnsafeRawBufferPointer
    private let rules: LexicalRules

    /// - Parameter text: Valid UTF-8 with comments blanked; must outlive the value.
    package init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        rules = LexicalRules(text)
    }

    /// The first offset at or after `offset` that is not white space; `text.count` at the end.
    package func skipWhitespace(from offset: Int) -> Int { rules.endOfSpace(offset) }

    /// The token that begins at or after `offset`, nil at the end of the text.
    package func token(from offset: Int) -> Range<Int>? {
        let start = rules.endOfSpace(offset)
        return start < text.count ? start..<end(ofTokenAt: start) : nil
    }

    /// One past the token that begins at `offset`.
    ///
    /// A string constant goes with the pieces that continue it, a U& one with its UESCAPE.
    package func end(ofTokenAt offset: Int) -> Int {
        let byte = rules.byte(offset)
        if LexicalRules.startsIdentifier(byte) { return endOfWord(offset) }
        if LexicalRules.isDigit(byte) { return endOfNumber(offset) }
        switch byte {
        case UInt8(ascii: "'"): return endOfString(offset, escapes: false)
        case UInt8(ascii: "\""): return rules.endOfQuoted(offset)
        case UInt8(ascii: "$"):
            if let delimiterEnd = rules.endOfDollarDelimiter(offset) {
                return rules.endOfDollarString(offset, delimiterEnd: delimiterEnd)
            }
            return rules.endOfDigits(offset + 1)
        case UInt8(ascii: "."):
            if LexicalRules.isDigit(rules.byte(offset + 1)) { return endOfNumber(offset) }
            return rules.byte(offset + 1) == byte ? offset + 2 : offset + 1
        case UInt8(ascii: ":"):
            let next = rules.byte(offset + 1)
            return next == byte || next == UInt8(ascii: "=") ? offset + 2 : offset + 1
        default:
            return LexicalRules.isOperator(byte)
                ? endOfOperator(offset) : Swift.min(offset + 1, text.count)
        }
    }

    /// One past a dotted name of `parts` parts that begins at `offset`, white space around the dots
    /// included; nil when the text there is something else.
    package func end(ofNameAt offset: Int, parts: Int) -> Int? {
        guard parts > 0, var end = endOfNamePart(offset) else { return nil }
        for _ in 1..<parts {
            let dot = rules.endOfSpace(end)
            guard rules.byte(dot) == UInt8(ascii: "."),
                let partEnd = endOfNamePart(rules.endOfSpace(dot + 1))
            else { return nil }
            end = partEnd
        }
        return end
    }

    /// One past the parenthesis that closes the one at `offset`.
    ///
    /// - Returns: nil when `offset` has no opening parenthesis or nothing closes it.
    package func end(ofParenthesisAt offset: Int) -> Int? {
        guard rules.byte(offset) == UInt8(ascii: "(") else { return nil }
        var depth = 0
        var next = offset
        while let token = token(from: next) {
            switch text[token.lowerBound] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth == 0 { return token.upperBound }
            next = token.upperBound
        }
        return nil
    }

    /// Whether the token at `offset` is an unquoted word, given in lower case, in any case.
    package func isWord(at offset: Int, _ word: StaticString) -> Bool {
        let end = rules.endOfIdentifier(offset)
        guard end - offset == word.utf8CodeUnitCount else { return false }
        let expected = UnsafeRawBufferPointer(start: word.utf8Start, count: end - offset)
        return text[offset..<end].elementsEqual(expected) { byte, letter in
            byte == letter || byte | 0x20 == letter && byte &- 0x41 < 26
        }
    }

    /// Whether a byte can continue an identifier, so that an edit beside it needs a space.
    package static func continuesIdentifier(_ byte: UInt8) -> Bool {
        LexicalRules.continuesIdentifier(byte)
    }

    private func endOfNamePart(_ offset: Int) -> Int? {
        let byte = rules.byte(offset)
        guard byte == UInt8(ascii: "\"") || LexicalRules.startsIdentifier(byte) else { return nil }
        return end(ofTokenAt: offset)
    }

    /// An identifier or keyword, or a constant that letters introduce.
    private func endOfWord(_ start: Int) -> Int {
        let end = rules.endOfIdentifier(start)
        guard end == start + 1 else { return end }
        let next = rules.byte(end)
        switch text[start] | 0x20 {
        case UInt8(ascii: "e") where next == UInt8(ascii: "'"):
            return endOfString(end, escapes: true)
        case UInt8(ascii: "b") where next == UInt8(ascii: "'"),
            UInt8(ascii: "x") where next == UInt8(ascii: "'"),
            UInt8(ascii: "n") where next == UInt8(ascii: "'"):
            return endOfString(end, escapes: false)
        case UInt8(ascii: "u") where next == UInt8(ascii: "&"):
            switch rules.byte(end + 1) {
            case UInt8(ascii: "'"):
                return endOfUnicodeEscape(behind: endOfString(end + 1, escapes: false))
            case UInt8(ascii: "\""):
                return endOfUnicodeEscape(behind: rules.endOfQuoted(end + 1))
            default: return end
            }
        default: return end
        }
    }

    /// `UESCAPE '!'` belongs to the token before it.
    private func endOfUnicodeEscape(behind end: Int) -> Int {
        let word = rules.endOfSpace(end)
        guard isWord(at: word, "uescape") else { return end }
        let quote = rules.endOfSpace(rules.endOfIdentifier(word))
        switch rules.byte(quote) {
        case UInt8(ascii: "'"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "$"):
            return self.end(ofTokenAt: quote)
        default: return end
        }
    }

    private func endOfString(_ open: Int, escapes: Bool) -> Int {
        var end = rules.endOfQuoted(open, escapes: escapes)
        while true {
            let next = rules.endOfSpace(end)
            guard rules.byte(next) == UInt8(ascii: "'"),
                text[end..<next].contains(where: LexicalRules.isNewline)
            else { return end }
            end = rules.endOfQuoted(next, escapes: escapes)
        }
    }

    private func endOfNumber(_ start: Int) -> Int {
        var end = rules.endOfDigits(start)
        // `1..2` is a range of two numbers.
        if rules.byte(end) == UInt8(ascii: "."), rules.byte(end + 1) != UInt8(ascii: ".") {
            end = rules.endOfDigits(end + 1)
        }
        if rules.byte(end) | 0x20 == UInt8(ascii: "e") {
            let sign = rules.byte(end + 1)
            let digits = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? end + 2 : end + 1
            if LexicalRules.isDigit(rules.byte(digits)) { end = rules.endOfDigits(digits) }
        }
        return end
    }

    /// The longest run, but a trailing sign is a token of its own unless the operator has one of the
    /// characters that SQL operators lack.
    private func endOfOperator(_ start: Int) -> Int {
        var end = start
        var isSpecial = false
        while end < text.count, LexicalRules.isOperator(text[end]) {
            switch text[end] {
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"),
                UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="):
                break
            default: isSpecial = true
            }
            end += 1
        }
        while !isSpecial, end > start + 1,
            text[end - 1] == UInt8(ascii: "+") || text[end - 1] == UInt8(ascii: "-")
        {
            end -= 1
        }
        return end
    }
}
