// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// PostgreSQL's lexical structure as far as finding ends needs it (scan.l of version 15,
/// standard_conforming_strings on).
///
/// Every function takes an offset and returns the one behind what it recognises; what is unterminated
/// ends with the text, and the parser reports it.
struct LexicalRules {
    let text: UnsafeRawBufferPointer

    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
    }

    /// The byte at an offset, zero behind the end; a text has no zero byte of its own.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0 }

    // MARK: classes of bytes

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d || byte == 0x0c
    }

    @inline(__always)
    static func isNewline(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// A letter, an underscore or a byte of any character beyond ASCII.
    @inline(__always)
    static func startsIdentifier(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    @inline(__always)
    static func continuesIdentifier(_ byte: UInt8) -> Bool {
        startsIdentifier(byte) || isDigit(byte) || byte == UInt8(ascii: "$")
    }

    /// What an operator can be made of.
    @inline(__always)
    static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"),
            UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "`"),
            UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"),
            UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "="):
            true
        default: false
        }
    }

    // MARK: runs

    func endOfSpace(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, Self.isSpace(text[offset]) { offset += 1 }
        return offset
    }

    func endOfIdentifier(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, Self.continuesIdentifier(text[offset]) { offset += 1 }
        return offset
    }

    func endOfDigits(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, Self.isDigit(text[offset]) { offset += 1 }
        return offset
    }

    // MARK: quotes

    /// - Parameters:
    ///   - open: Offset of the opening quote, which the closing one equals; doubled, it does not close.
    ///   - escapes: A backslash takes the next byte with it.
    /// - Returns: The offset behind the closing quote.
    func endOfQuoted(_ open: Int, escapes: Bool = false) -> Int {
        let quote = text[open]
        var offset = open + 1
        while offset < text.count {
            let byte = text[offset]
            if byte == quote {
                guard self.byte(offset + 1) == quote else { return offset + 1 }
                offset += 2
            } else if escapes, byte == UInt8(ascii: "\\") {
                offset += 2
            } else {
                offset += 1
            }
        }
        return text.count
    }

    /// The offset behind `$tag$` at an offset; nil when there is none.
    func endOfDollarDelimiter(_ start: Int) -> Int? {
        var offset = start + 1
        if Self.isDigit(byte(offset)) { return nil }
        while offset < text.count {
            let byte = text[offset]
            if byte == UInt8(ascii: "$") { return offset + 1 }
            guard Self.startsIdentifier(byte) || Self.isDigit(byte) else { return nil }
            offset += 1
        }
        return nil
    }

    /// The offset behind a dollar-quoted string that begins at `start` with a delimiter that ends at
    /// `delimiterEnd`.
    func endOfDollarString(_ start: Int, delimiterEnd: Int) -> Int {
        let delimiter = text[start..<delimiterEnd]
        var offset = delimiterEnd
        while offset + delimiter.count <= text.count {
            // A dollar that does not begin the delimiter can still begin the next attempt, and the
            // delimiter has no dollar inside, so no byte is compared more than twice.
            if text[offset] == UInt8(ascii: "$"),
                text[offset..<(offset + delimiter.count)].elementsEqual(delimiter)
            {
                return offset + delimiter.count
            }
            offset += 1
        }
        return text.count
    }

    // MARK: comments

    @inline(__always)
    func beginsLineComment(_ offset: Int) -> Bool {
        byte(offset) == UInt8(ascii: "-") && byte(offset + 1) == UInt8(ascii: "-")
    }

    @inline(__always)
    func beginsBlockComment(_ offset: Int) -> Bool {
        byte(offset) == UInt8(ascii: "/") && byte(offset + 1) == UInt8(ascii: "*")
    }

    /// The offset of the newline that ends it.
    func endOfLineComment(_ start: Int) -> Int {
        var offset = start
        while offset < text.count, !Self.isNewline(text[offset]) { offset += 1 }
        return offset
    }

    /// The offset behind the end of a block comment; nil when it, or one nested in it, has no end.
    func endOfBlockComment(_ start: Int) -> Int? {
        var offset = start + 2
        var depth = 1
        while offset < text.count {
            if beginsBlockComment(offset) {
                depth += 1
                offset += 2
            } else if text[offset] == UInt8(ascii: "*"), byte(offset + 1) == UInt8(ascii: "/") {
                depth -= 1
                offset += 2
                if depth == 0 { return offset }
            } else {
                offset += 1
            }
        }
        return nil
    }
}
