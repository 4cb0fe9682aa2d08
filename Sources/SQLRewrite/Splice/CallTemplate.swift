// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// An expression of ours with holes, `$1`, `$2` and so on, in which parts of the client's text stay
/// where they are: each hole occurs once, and they come in order.
final class CallTemplate: Sendable {
    /// The SQL between the holes, one piece more than there are holes.
    let texts: [String]
    /// The bytes between the holes, likewise.
    private let spans: [Range<Int>]
    /// The bytes of the query that the expression is in parentheses; nil for any other.
    private let query: Range<Int>?
    private let tree: SyntaxTree

    init(_ sql: String) throws(ProxyError) {
        let prefix = "SELECT "
        tree = try Fragments.parse(prefix + sql)
        guard tree.statements.count == 1, let raw = tree.statements.first,
            let select = tree.child(of: raw, .stmt),
            let target = tree.child(of: select, .targetList),
            tree.end(of: target) == tree.end(of: select),
            let whole = tree.child(of: target, .val), tree.string(target, .name) == nil
        else { throw Verification.failure("a template is no expression: \(sql)") }
        let bytes = Array(sql.utf8)
        var texts: [String] = []
        var spans: [Range<Int>] = []
        var done = 0
        var byte = tree.span(of: whole).lowerBound
        for node in whole..<tree.end(of: whole) where tree.tag(node) == .paramRef {
            let number = spans.count + 1
            guard tree.int(node, .number) == number, let location = tree.location(of: node),
                case let start = location - prefix.utf8.count, start >= done
            else { throw Verification.failure("the holes of a template are out of order: \(sql)") }
            texts.append(String(decoding: bytes[done..<start], as: UTF8.self))
            done = start + "$\(number)".utf8.count
            spans.append(byte..<tree.span(of: node).lowerBound)
            byte = tree.span(of: node).upperBound
        }
        texts.append(String(decoding: bytes[done...], as: UTF8.self))
        spans.append(byte..<tree.span(of: whole).upperBound)
        self.texts = texts
        self.spans = spans
        query = tree.child(of: whole, .subselect).map { [tree] in tree.span(of: $0) }
    }

    var holeCount: Int { texts.count - 1 }

    /// The bytes of the piece in front of a hole, or of the last one.
    func piece(_ index: Int) -> StreamEdit.Piece { .span(tree, spans[index]) }

    /// Those of the query itself, without the expression around it; nil when it is no query.
    func queryPiece(_ index: Int) -> StreamEdit.Piece? {
        query.map { .span(tree, spans[index].clamped(to: $0)) }
    }
}
