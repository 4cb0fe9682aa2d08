// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The check of a client's text before the parser sees it.
///
/// The parser reads C strings, accepts any bytes as UTF-8, spends quadratic time on comments and long
/// operators, and takes comments for tokens (engine.md A2, A3). So what it cannot be trusted with is
/// refused here and comments are blanked, all in one linear pass. The blanked text is what is parsed
/// and what is sent, so that parser and server read the same.
package enum StatementText {
    /// Checks a text and blanks its comments.
    ///
    /// A comment becomes spaces, its newlines stay, so that offsets and lines keep their meaning.
    ///
    /// - Parameters:
    ///   - text: As the client sent it.
    ///   - limits: Of statement bytes and operator length.
    /// - Returns: The text without comments; nil when it had none and can be used as it is.
    /// - Throws: 54000 for too many bytes, 22021 for a zero byte or invalid UTF-8, 54001 for an
    ///   operator that is too long, 42601 for a comment without an end (which would take the parser
    ///   minutes to report).
    package static func blanked(
        _ text: UnsafeRawBufferPointer,
        limits: RewriteLimits
    ) throws(ProxyError) -> [UInt8]? {
        guard text.count <= limits.statementBytesMax else {
            throw ProxyError(
                .programLimitExceeded,
                "statement is too large",
                detail: "It has \(text.count) bytes, and \(limits.statementBytesMax) are allowed."
            )
        }
        if let invalid = UTF8Check.firstInvalid(in: text) {
            throw ProxyError(
                .characterNotInRepertoire,
                "invalid byte sequence for encoding \"UTF8\": "
                    + UTF8Check.description(of: text, at: invalid)
            )
        }
        var scan = CommentScan(text, operatorBytesMax: limits.operatorBytesMax)
        return try scan.run()
    }
}

/// One pass over a text that finds its comments.
private struct CommentScan {
    private let rules: LexicalRules
    private let operatorBytesMax: Int
    /// Made with the first comment.
    private var blanked: [UInt8]?

    init(_ text: UnsafeRawBufferPointer, operatorBytesMax: Int) {
        rules = LexicalRules(text)
        self.operatorBytesMax = operatorBytesMax
    }

    mutating func run() throws(ProxyError) -> [UInt8]? {
        let text = rules.text
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if LexicalRules.startsIdentifier(byte) {
                let end = rules.endOfIdentifier(offset)
                // E'…', but not the end of a longer name before a quote.
                let isEscape = end == offset + 1 && byte | 0x20 == UInt8(ascii: "e")
                if isEscape, rules.byte(end) == UInt8(ascii: "'") {
                    offset = try endOfString(end, escapes: true)
                } else {
                    offset = end
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "'"):
                offset = try endOfString(offset, escapes: false)
            case UInt8(ascii: "\""):
                offset = rules.endOfQuoted(offset)
            case UInt8(ascii: "$"):
                if let delimiterEnd = rules.endOfDollarDelimiter(offset) {
                    offset = rules.endOfDollarString(offset, delimiterEnd: delimiterEnd)
                } else {
                    offset += 1
                }
            default:
                guard LexicalRules.isOperator(byte) else {
                    offset += 1
                    continue
                }
                if let end = try blankComment(at: offset) {
                    offset = end
                } else {
                    offset = try endOfOperator(offset)
                }
            }
        }
        return blanked
    }

    /// A string with what continues it: a piece behind a newline is read in the mode of the first.
    ///
    /// A block comment between two pieces is white space here, as it will be once it is blanked.
    private mutating func endOfString(_ open: Int, escapes: Bool) throws(ProxyError) -> Int {
        var end = rules.endOfQuoted(open, escapes: escapes)
        while true {
            var offset = end
            var hasNewline = false
            while offset < rules.text.count {
                let byte = rules.text[offset]
                if LexicalRules.isSpace(byte) {
                    hasNewline = hasNewline || LexicalRules.isNewline(byte)
                    offset += 1
                } else if let commentEnd = try blankComment(at: offset) {
                    hasNewline =
                        hasNewline
                        || rules.text[offset..<commentEnd].contains(where: LexicalRules.isNewline)
                    offset = commentEnd
                } else {
                    break
                }
            }
            guard hasNewline, rules.byte(offset) == UInt8(ascii: "'") else { return offset }
            end = rules.endOfQuoted(offset, escapes: escapes)
        }
    }

    /// Blanks the comment at an offset; nil when there is none.
    private mutating func blankComment(at offset: Int) throws(ProxyError) -> Int? {
        let end: Int
        if rules.beginsLineComment(offset) {
            end = rules.endOfLineComment(offset)
        } else if rules.beginsBlockComment(offset) {
            guard let commentEnd = rules.endOfBlockComment(offset) else {
                let rest = String(decoding: rules.text[offset...], as: UTF8.self)
                throw ProxyError(
                    .syntaxError,
                    "unterminated /* comment at or near \"\(rest)\"",
                    position: TextPosition.character(at: offset, in: rules.text)
                )
            }
            end = commentEnd
        } else {
            return nil
        }
        var bytes = blanked ?? [UInt8](rules.text)
        blanked = nil
        for index in offset..<end where !LexicalRules.isNewline(bytes[index]) {
            bytes[index] = UInt8(ascii: " ")
        }
        blanked = bytes
        return end
    }

    /// An operator ends where a comment begins.
    private func endOfOperator(_ start: Int) throws(ProxyError) -> Int {
        var offset = start
        while offset < rules.text.count, LexicalRules.isOperator(rules.text[offset]),
            !rules.beginsLineComment(offset), !rules.beginsBlockComment(offset)
        {
            offset += 1
        }
        guard offset - start <= operatorBytesMax else {
            throw ProxyError(
                .statementTooComplex,
                "operator too long",
                position: TextPosition.character(at: start, in: rules.text)
            )
        }
        return offset
    }
}
