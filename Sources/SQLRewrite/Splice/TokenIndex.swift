// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// All tokens of a statement with their parentheses matched: where clauses and expressions begin and
/// end, which the tree does not say.
///
/// A wrong answer cannot do harm: what is spliced by it is parsed again and compared.
struct TokenIndex {
    typealias Position = Int

    private let text: UnsafeRawBufferPointer
    private(set) var ranges: [Range<Int>] = []
    /// Parentheses and brackets open before the token; that of a closing one is the outer depth.
    private(set) var depths: [Int] = []
    /// The other end of a parenthesis; -1 for other tokens.
    private(set) var matches: [Int] = []

    init(_ text: UnsafeRawBufferPointer, in span: Range<Int>) {
        self.text = text
        let tokens = Tokens(text)
        var open: [Int] = []
        var offset = span.lowerBound
        while let range = tokens.token(from: offset), range.lowerBound < span.upperBound {
            let index = ranges.count
            var match = -1
            switch text[range.lowerBound] {
            case UInt8(ascii: "("), UInt8(ascii: "["):
                depths.append(open.count)
                open.append(index)
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                match = open.popLast() ?? -1
                if match >= 0 { matches[match] = index }
                depths.append(open.count)
            default:
                depths.append(open.count)
            }
            ranges.append(range)
            matches.append(match)
            offset = range.upperBound
        }
    }

    var count: Int { ranges.count }

    /// The first token that ends behind an offset; `count` when none does.
    func firstPosition(from offset: Int) -> Position {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The token that begins at or contains an offset.
    func position(of offset: Int) -> Position? {
        let low = firstPosition(from: offset)
        guard low < ranges.count, ranges[low].contains(offset) else { return nil }
        return low
    }

    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    func byte(_ position: Position) -> UInt8 { text[ranges[position].lowerBound] }

    func isOpening(_ position: Position) -> Bool { byte(position) == UInt8(ascii: "(") }

    /// Whether a token is a keyword, given in lower case; not when it stands behind a dot, where any
    /// word is a name.
    func isKeyword(_ position: Position, _ keyword: StaticString) -> Bool {
        let range = ranges[position]
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
