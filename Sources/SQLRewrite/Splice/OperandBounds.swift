// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where operands inside a condition or an item of a select list stand in the text: from the bounds of
/// the whole, split at each operator on the way down.
extension ClauseBounds {
    /// The bytes of an operand of a condition.
    func operand(_ node: SyntaxTree.Node) -> Range<Int>? {
        let path = path(to: node)
        guard let whole = path.first, let range = conjunct(of: whole) else { return nil }
        return operand(path, in: range)
    }

    /// The bytes of an operand of an item of the select list.
    func operand(
        _ node: SyntaxTree.Node,
        inTarget analysis: StatementAnalysis
    ) -> Range<Int>? {
        let path = path(to: node)
        guard let whole = path.first, let target = tree.parent(of: whole),
            tree.tag(target) == .resTarget, let start = tree.location(of: target),
            let first = tokens.position(of: start), let end = targetEnd(from: first, of: target)
        else { return nil }
        return operand(path, in: start..<end)
    }

    /// From the condition or item down to an operand in it.
    private func path(to node: SyntaxTree.Node) -> [SyntaxTree.Node] {
        var path = [node]
        while let parent = tree.parent(of: path[path.count - 1]) {
            switch tree.tag(parent) {
            case .aExpr, .nullTest, .booleanTest: path.append(parent)
            default: return path.reversed()
            }
        }
        return path.reversed()
    }

    private func operand(_ path: [SyntaxTree.Node], in range: Range<Int>) -> Range<Int>? {
        guard var first = tokens.position(of: range.lowerBound), !range.isEmpty,
            var last = tokens.position(of: range.upperBound - 1)
        else { return nil }
        for (whole, part) in zip(path, path.dropFirst()) {
            while first < last, tokens.isOpening(first), tokens.match(first) == last {
                first += 1
                last -= 1
            }
            guard let location = tree.location(of: whole),
                let place = tokens.position(of: location), place > first, place < last
            else { return nil }
            if tree.field(of: part) == .rexpr {
                first = place + 1
                // OPERATOR(schema.name), NOT LIKE.
                if tokens.isKeyword(place, "operator") {
                    first = tokens.match(place + 1) + 1
                } else if tokens.isKeyword(place, "not") {
                    first = place + 2
                }
                guard first > place, first <= last else { return nil }
            } else {
                last = place - 1
            }
        }
        return tokens.range(first).lowerBound..<tokens.range(last).upperBound
    }

    /// Where an item of the select list ends, without its name.
    private func targetEnd(
        from first: TokenIndex.Position,
        of target: SyntaxTree.Node
    ) -> Int? {
        let depth = tokens.depth(first)
        var position = first + 1
        while position < tokens.count {
            if tokens.depth(position) < depth { break }
            if tokens.depth(position) == depth {
                if tokens.byte(position) == UInt8(ascii: ",") || tokens.isKeyword(position, "from")
                    || tokens.endsClause(position)
                {
                    break
                }
                if tokens.byte(position) == UInt8(ascii: ")"), tokens.match(position) < first {
                    break
                }
            }
            position += 1
        }
        if tree.string(target, .name) != nil {
            position -= 1
            if position - 1 > first, tokens.isKeyword(position - 1, "as") { position -= 1 }
        }
        return position > first ? endOffset(before: position) : nil
    }
}
