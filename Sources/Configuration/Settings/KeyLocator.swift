// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Finds the line of each key in a TOML text, which the TOML parser does not tell.
///
/// One linear pass over a text that the parser has accepted already; it decides nothing but line
/// numbers, so a key that it cannot find merely reports line 0.
struct KeyLocator {
    private(set) var lines: [SettingPath: Int] = [:]

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// Number of elements so far of each array of tables.
    private var elementCounts: [SettingPath: Int] = [:]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var table = SettingPath()
        while skipBlank() {
            if byte == UInt8(ascii: "[") {
                table = header()
            } else {
                entry(in: table)
            }
        }
    }

    private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func advance() {
        if byte == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    /// Skips blanks, line ends and comments; false at the end.
    private mutating func skipBlank() -> Bool {
        while let current = byte {
            switch current {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
                advance()
            case UInt8(ascii: "#"):
                while let inside = byte, inside != UInt8(ascii: "\n") { position += 1 }
            default:
                return true
            }
        }
        return false
    }

    private mutating func note(_ path: SettingPath, at line: Int) {
        if lines[path] == nil { lines[path] = line }
    }

    /// `[a.b]` or `[[a.b]]`; answers the table that what follows belongs to.
    private mutating func header() -> SettingPath {
        advance()
        let isElement = byte == UInt8(ascii: "[")
        if isElement { advance() }
        let keys = dottedKey()
        var path = SettingPath()
        for (index, key) in keys.enumerated() {
            path = path.appending(key)
            note(path, at: line)
            if isElement, index == keys.count - 1 {
                let count = elementCounts[path, default: 0]
                elementCounts[path] = count + 1
                path = path.appending(index: count)
                note(path, at: line)
            } else if let count = elementCounts[path] {
                path = path.appending(index: count - 1)
            }
        }
        while let current = byte, current != UInt8(ascii: "\n") {
            position += 1
        }
        return path
    }

    /// `key = value`, also inside an inline table.
    private mutating func entry(in table: SettingPath) {
        let start = position
        let keyLine = line
        var path = table
        for key in dottedKey() {
            path = path.appending(key)
            note(path, at: keyLine)
        }
        if byte == UInt8(ascii: "=") { advance() }
        _ = skipBlank()
        value(at: path)
        if position == start { advance() }
    }

    /// Keys up to the `=` or `]` behind them.
    private mutating func dottedKey() -> [String] {
        var keys: [String] = []
        while let current = byte {
            switch current {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "."):
                advance()
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                keys.append(quoted(current))
            case UInt8(ascii: "="), UInt8(ascii: "]"), UInt8(ascii: "\n"), UInt8(ascii: "#"):
                return keys
            default:
                let start = position
                while let inside = byte, !Self.endsBareKey(inside) { position += 1 }
                keys.append(String(decoding: bytes[start..<position], as: UTF8.self))
            }
        }
        return keys
    }

    private static func endsBareKey(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "]")
            || byte <= UInt8(ascii: " ")
    }

    private mutating func value(at path: SettingPath) {
        switch byte {
        case UInt8(ascii: "["):
            advance()
            var index = 0
            while skipBlank(), byte != UInt8(ascii: "]") {
                if byte == UInt8(ascii: ",") {
                    advance()
                    continue
                }
                let element = path.appending(index: index)
                note(element, at: line)
                value(at: element)
                index += 1
            }
            advance()
        case UInt8(ascii: "{"):
            advance()
            while skipBlank(), byte != UInt8(ascii: "}") {
                if byte == UInt8(ascii: ",") { advance() } else { entry(in: path) }
            }
            advance()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if let quote = byte { _ = quoted(quote) }
        default:
            let start = position
            while let current = byte, !Self.endsBareValue(current) {
                position += 1
            }
            if position == start { advance() }
        }
    }

    private static func endsBareValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"),
            UInt8(ascii: "\n"):
            true
        default: false
        }
    }

    /// A string in one or three quotes; answers its text with simple escapes undone.
    private mutating func quoted(_ quote: UInt8) -> String {
        let isTriple =
            position + 2 < bytes.count && bytes[position + 1] == quote
            && bytes[position + 2] == quote
        let width = isTriple ? 3 : 1
        for _ in 0..<width { advance() }
        var content: [UInt8] = []
        while let current = byte {
            if current == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                advance()
                escape(into: &content)
            } else if current == quote, closes(quote, width) {
                // Up to two quotes may stand right before the closing three.
                while isTriple, position + 3 < bytes.count, bytes[position + 3] == quote {
                    content.append(quote)
                    advance()
                }
                for _ in 0..<width { advance() }
                break
            } else {
                content.append(current)
                advance()
            }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private func closes(_ quote: UInt8, _ width: Int) -> Bool {
        position + width <= bytes.count
            && bytes[position..<position + width].allSatisfy { $0 == quote }
    }

    private mutating func escape(into content: inout [UInt8]) {
        guard let kind = byte else { return }
        advance()
        switch kind {
        case UInt8(ascii: "n"): content.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): content.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "r"): content.append(UInt8(ascii: "\r"))
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            let end = min(position + (kind == UInt8(ascii: "u") ? 4 : 8), bytes.count)
            let digits = String(decoding: bytes[position..<end], as: UTF8.self)
            position = end
            if let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) {
                content.append(contentsOf: String(Character(scalar)).utf8)
            }
        default: content.append(kind)
        }
    }
}
