// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// All tokens of a statement with their parentheses matched: where clauses and expressions begin and
/// end, which the tree does not say.
///
/// A wrong answer cannot do harm: what is spliced by it is parsed again and compared.
struct TokenIndex {
    typealias Position = Int

    private struct Token {
        let start: Int32
        let end: Int32
        let depth: Int32
        var match: Int32
    }

    private let text: UnsafeRawBufferPointer
    private var items: [Token] = []

    init(_ text: UnsafeRawBufferPointer, in span: Range<Int>) {
        self.text = text
        items.reserveCapacity(span.count / 4 + 8)
        let tokens = Tokens(text)
        var open: [Int32] = []
        var offset = span.lowerBound
        while let range = tokens.token(from: offset), range.lowerBound < span.upperBound {
            var match: Int32 = -1
            var depth = Int32(open.count)
            switch text[range.lowerBound] {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                open.append(Int32(items.count))
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                match = open.popLast() ?? -1
                if match >= 0 { items[Int(match)].match = Int32(items.count) }
                depth = Int32(open.count)
            default: break
            }
            items.append(
                Token(
                    start: Int32(range.lowerBound),
                    end: Int32(range.upperBound),
                    depth: depth,
                    match: match
                )
            )
            offset = range.upperBound
        }
    }

    func range(_ position: Position) -> Range<Int> {
        Int(items[position].start)..<Int(items[position].end)
    }

    /// Parentheses and brackets open before the token; that of a closing one is the outer depth.
    func depth(_ position: Position) -> Int { Int(items[position].depth) }

    /// The other end of a parenthesis or bracket; -1 for other tokens.
    func match(_ position: Position) -> Position { Int(items[position].match) }

    var count: Int { items.count }

    /// The first token that ends behind an offset; `count` when none does.
    func firstPosition(from offset: Int) -> Position {
        var low = 0
        var high = items.count
        while low < high {
            let middle = (low + high) / 2
            if Int(items[middle].end) <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The token that begins at or contains an offset.
    func position(of offset: Int) -> Position? {
        let low = firstPosition(from: offset)
        guard low < items.count, range(low).contains(offset) else { return nil }
        return low
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    func byte(_ position: Position) -> UInt8 { text[Int(items[position].start)] }

    func isOpening(_ position: Position) -> Bool { byte(position) == UInt8(ascii: "(") }

    /// Whether a token is a keyword, given in lower case; not when it stands behind a dot, where any
    /// word is a name.
    func isKeyword(_ position: Position, _ keyword: StaticString) -> Bool {
        let range = range(position)
        guard range.count == keyword.utf8CodeUnitCount else { return false }
        for (index, byte) in text[range].enumerated() {
            let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            if folded != keyword.utf8Start[index] { return false }
        }
        return position == 0 || byte(position - 1) != UInt8(ascii: ".")
    }

    /// Whether another clause of a SELECT begins here, or the next statement.
    func endsClause(_ position: Position) -> Bool {
        if byte(position) == UInt8(ascii: ";") { return true }
        if isKeyword(position, "group") {
            return position == 0 || !isKeyword(position - 1, "within")
        }
        return isKeyword(position, "where") || isKeyword(position, "having")
            || isKeyword(position, "window") || isKeyword(position, "order")
            || isKeyword(position, "limit") || isKeyword(position, "offset")
            || isKeyword(position, "fetch") || isKeyword(position, "for")
            || isKeyword(position, "union") || isKeyword(position, "intersect")
            || isKeyword(position, "except")
    }

    /// Whether a join, or the next item of FROM, begins here.
    func endsJoinCondition(_ position: Position) -> Bool {
        if byte(position) == UInt8(ascii: ",") || endsClause(position) { return true }
        if isKeyword(position, "left") || isKeyword(position, "right") {
            // Both are functions as well.
            return position + 1 < count && !isOpening(position + 1)
        }
        return isKeyword(position, "join") || isKeyword(position, "inner")
            || isKeyword(position, "full") || isKeyword(position, "cross")
            || isKeyword(position, "natural") || isKeyword(position, "on")
    }
}
