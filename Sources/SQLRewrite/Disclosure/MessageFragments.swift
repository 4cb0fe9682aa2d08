// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The parts of a server's message that come from data: what it quotes, and numbers.
enum MessageFragments {
    /// The server does not escape what it quotes, so a value with quotes of its own could pass for two
    /// fragments with harmless words between: everything from the first quote to the last is one.
    static func of(_ message: String) -> [[UInt8]] {
        let bytes = [UInt8](message.utf8)
        var fragments: [[UInt8]] = []
        var unquoted = [bytes[...]]
        if let first = bytes.firstIndex(where: isQuote),
            let last = bytes.lastIndex(where: isQuote), first < last
        {
            fragments.append([UInt8](bytes[(first + 1)..<last]))
            unquoted = [bytes[..<first], bytes[last...]]
        }
        for text in unquoted {
            for number in text.split(whereSeparator: { !LexicalRules.isDigit($0) }) {
                fragments.append([UInt8](number))
            }
        }
        return fragments
    }

    /// Whether a text has a fragment that is not part of a longer word or number.
    static func text(_ text: [UInt8], has fragment: [UInt8]) -> Bool {
        guard let first = fragment.first, let last = fragment.last else { return true }
        guard text.count >= fragment.count else { return false }
        let guardsStart = LexicalRules.continuesIdentifier(first)
        let guardsEnd = LexicalRules.continuesIdentifier(last)
        for start in 0...(text.count - fragment.count) where text[start] == first {
            let end = start + fragment.count
            if guardsStart, start > 0, LexicalRules.continuesIdentifier(text[start - 1]) {
                continue
            }
            if guardsEnd, end < text.count, LexicalRules.continuesIdentifier(text[end]) { continue }
            if text[start..<end].elementsEqual(fragment) { return true }
        }
        return false
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
