// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The changes of a message, twice: of its text, and of the tree that the text must then have.
struct EditList {
    /// How edits at one place follow each other: what closes something before what opens.
    enum Order: Int {
        case closing = 0
        case appending = 1
        case opening = 2
        case replacing = 3
    }

    private struct TextEdit {
        let range: Range<Int>
        let text: String
        let order: Order
        /// What the session is to put in the text's place.
        let hole: SessionHole.Content?
        let statement: Int
        /// Opening ones of outer constructs come first, closing ones last.
        let sequence: Int
    }

    private struct TreeEdit {
        let range: Range<Int>
        let pieces: [StreamEdit.Piece]
        let order: Order
        let sequence: Int
    }

    private var textEdits: [TextEdit] = []
    private var treeEdits: [TreeEdit] = []
    /// The statement of the message that edits are for now.
    var statement = 0

    var isEmpty: Bool { textEdits.isEmpty && treeEdits.isEmpty }

    mutating func replace(
        _ range: Range<Int>,
        with text: String,
        hole: SessionHole.Content? = nil
    ) {
        add(range, text, .replacing, hole)
    }

    mutating func append(_ text: String, at offset: Int) {
        add(offset..<offset, text, .appending)
    }

    /// Puts something around a part of the text; later calls enclose what earlier ones enclosed.
    mutating func enclose(_ range: Range<Int>, in prefix: String, _ suffix: String) {
        add(range.lowerBound..<range.lowerBound, prefix, .opening)
        add(range.upperBound..<range.upperBound, suffix, .closing)
    }

    private mutating func add(
        _ range: Range<Int>,
        _ text: String,
        _ order: Order,
        _ hole: SessionHole.Content? = nil
    ) {
        textEdits.append(
            TextEdit(
                range: range,
                text: text,
                order: order,
                hole: hole,
                statement: statement,
                sequence: textEdits.count
            )
        )
    }

    mutating func replaceTree(_ range: Range<Int>, with pieces: [StreamEdit.Piece]) {
        addTree(range, pieces, range.isEmpty ? .appending : .replacing)
    }

    mutating func encloseTree(
        _ span: Range<Int>,
        in prefix: [StreamEdit.Piece],
        _ suffix: [StreamEdit.Piece]
    ) {
        addTree(span.lowerBound..<span.lowerBound, prefix, .opening)
        addTree(span.upperBound..<span.upperBound, suffix, .closing)
    }

    private mutating func addTree(
        _ range: Range<Int>,
        _ pieces: [StreamEdit.Piece],
        _ order: Order
    ) {
        treeEdits.append(
            TreeEdit(range: range, pieces: pieces, order: order, sequence: treeEdits.count)
        )
    }

    private static func precedes(
        _ left: (range: Range<Int>, order: Order, sequence: Int),
        _ right: (range: Range<Int>, order: Order, sequence: Int)
    ) -> Bool {
        if left.range.lowerBound != right.range.lowerBound {
            return left.range.lowerBound < right.range.lowerBound
        }
        if left.order != right.order { return left.order.rawValue < right.order.rawValue }
        // What was enclosed later opens first and closes last.
        return left.order == .opening
            ? left.sequence > right.sequence : left.sequence < right.sequence
    }

    /// The tree's edits in order.
    func expectedEdits() throws(ProxyError) -> [StreamEdit] {
        let sorted = treeEdits.sorted { left, right in
            Self.precedes(
                (left.range, left.order, left.sequence),
                (right.range, right.order, right.sequence)
            )
        }
        return sorted.map { StreamEdit(range: $0.range, replacement: $0.pieces) }
    }

    /// A text after its edits.
    struct Applied {
        var text: [UInt8] = []
        /// Where its bytes come from.
        var positions = PositionMap()
        var holes: [SessionHole] = []
    }

    func applied(to text: UnsafeRawBufferPointer) throws(ProxyError) -> Applied {
        let sorted = textEdits.sorted { left, right in
            Self.precedes(
                (left.range, left.order, left.sequence),
                (right.range, right.order, right.sequence)
            )
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count + sorted.reduce(0) { $0 + $1.text.utf8.count + 2 })
        var positions = PositionMap()
        var holes: [SessionHole] = []
        var done = 0
        for edit in sorted {
            guard edit.range.lowerBound >= done, edit.range.upperBound <= text.count else {
                throw Verification.failure("edits overlap at \(edit.range)")
            }
            result.append(contentsOf: text[done..<edit.range.lowerBound])
            let start = result.count
            Self.appendApart(edit.text.utf8, to: &result)
            if let hole = edit.hole {
                let range = result.count - edit.text.utf8.count..<result.count
                holes.append(SessionHole(hole, range: range, statement: edit.statement))
            }
            done = edit.range.upperBound
            // What follows must not glue to a name that ends here, as in FROM"t"WHERE.
            if done < text.count, let last = result.last, result.count > start,
                Tokens.continuesIdentifier(last), Tokens.continuesIdentifier(text[done])
            {
                result.append(UInt8(ascii: " "))
            }
            positions.edits.append(
                PositionMap.Edit(client: edit.range, rewritten: start..<result.count)
            )
        }
        result.append(contentsOf: text[done..<text.count])
        return Applied(text: result, positions: positions, holes: holes)
    }

    private static func appendApart(_ text: String.UTF8View, to result: inout [UInt8]) {
        if let last = result.last, let first = text.first, Tokens.continuesIdentifier(last),
            Tokens.continuesIdentifier(first)
        {
            result.append(UInt8(ascii: " "))
        }
        result.append(contentsOf: text)
    }
}
