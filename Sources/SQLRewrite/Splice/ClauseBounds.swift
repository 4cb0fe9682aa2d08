// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where the parts of a query stand in its text.
struct ClauseBounds {
    let tokens: TokenIndex
    let tree: SyntaxTree

    /// The keyword FROM of the query level that holds a relation; nil for `TABLE name`.
    ///
    /// Going left from a relation only its own FROM clause is met: whole groups in parentheses are
    /// stepped over, a parenthesis that opens is that of a join.
    func fromKeyword(before location: Int) -> TokenIndex.Position? {
        guard var position = tokens.position(of: location) else { return nil }
        while position > 0 {
            position -= 1
            let byte = tokens.byte(position)
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
                position = tokens.match(position)
                if position < 0 { return nil }
                continue
            }
            if tokens.isKeyword(position, "from") {
                // IS [NOT] DISTINCT FROM in a join condition further left; but `SELECT a distinct FROM` names
                // a column so.
                if endsWithIsDistinct(position) { continue }
                return position
            }
            if tokens.isKeyword(position, "table") { return nil }
        }
        return nil
    }

    /// IS [NOT] DISTINCT stands in front of a token.
    private func endsWithIsDistinct(_ position: TokenIndex.Position) -> Bool {
        guard position > 1, tokens.isKeyword(position - 1, "distinct") else { return false }
        if tokens.isKeyword(position - 2, "is") { return true }
        return position > 2 && tokens.isKeyword(position - 2, "not")
            && tokens.isKeyword(position - 3, "is")
    }

    /// The keyword of `TABLE name`.
    func tableKeyword(before location: Int) -> TokenIndex.Position? {
        guard var position = tokens.position(of: location) else { return nil }
        while position > 0 {
            position -= 1
            if tokens.isKeyword(position, "table") { return position }
            guard tokens.isOpening(position) || tokens.isKeyword(position, "only") else {
                return nil
            }
        }
        return nil
    }

    /// One past a name of so many parts; the parts and the dots between them are tokens.
    func endOfName(at location: Int, parts: Int) -> Int? {
        guard let first = tokens.position(of: location) else { return nil }
        let last = first + 2 * (parts - 1)
        return last < tokens.count ? tokens.range(last).upperBound : nil
    }

    /// Where a select list's expression ends.
    func target(_ value: SyntaxTree.Node) -> Int? {
        guard var (first, last) = outermostTokens(of: value) else { return nil }
        let leaf = first
        while first > 0, tokens.isOpening(first - 1) { first -= 1 }
        let depth = tokens.depth(first)
        last += 1
        while last < tokens.count {
            if tokens.depth(last) < depth { break }
            if tokens.depth(last) == depth || tokens.depth(last) <= tokens.depth(leaf),
                tokens.byte(last) == UInt8(ascii: ",") || tokens.isKeyword(last, "from")
                    || tokens.endsClause(last)
                    || (tokens.byte(last) == UInt8(ascii: ")") && tokens.match(last) < first)
            {
                break
            }
            last += 1
        }
        return endOffset(before: last)
    }

    /// Where a query's select list ends.
    func selectListEnd(of select: SyntaxTree.Node) -> Int? {
        var last: SyntaxTree.Node?
        for target in tree.list(of: select, .targetList) { last = target }
        guard let last, let start = tree.location(of: last),
            let first = tokens.position(of: start)
        else { return nil }
        let depth = tokens.depth(first)
        var position = first + 1
        while position < tokens.count, tokens.depth(position) >= depth {
            if tokens.depth(position) == depth, !tokens.isKeyword(position - 1, "as") {
                if tokens.byte(position) == UInt8(ascii: ")"), tokens.match(position) < first {
                    break
                }
                if tokens.isKeyword(position, "from") {
                    if !endsWithIsDistinct(position) { break }
                } else if tokens.endsClause(position) {
                    break
                }
            }
            position += 1
        }
        return endOffset(before: position)
    }

    /// The first token at the depth of `start` that ends the clause beginning there.
    func clauseEnd(from start: TokenIndex.Position) -> TokenIndex.Position {
        let depth = tokens.depth(start)
        var position = start + 1
        while position < tokens.count {
            if tokens.depth(position) < depth { return position }
            if tokens.depth(position) == depth, tokens.endsClause(position) { return position }
            position += 1
        }
        return position
    }

    /// The GROUP BY of the level whose FROM is given.
    func groupKeyword(from start: TokenIndex.Position) -> TokenIndex.Position? {
        var position = start
        while position < tokens.count {
            position = clauseEnd(from: position)
            guard position < tokens.count, tokens.depth(position) == tokens.depth(start) else {
                return nil
            }
            if tokens.isKeyword(position, "group") { return position }
        }
        return nil
    }

    /// The byte behind the token before a position.
    func endOffset(before position: TokenIndex.Position) -> Int {
        tokens.range(position - 1).upperBound
    }

    /// The first and last token of a subtree that the tree knows.
    private func outermostTokens(
        of node: SyntaxTree.Node
    ) -> (first: TokenIndex.Position, last: TokenIndex.Position)? {
        var least = Int.max
        var most = -1
        for inner in node..<tree.end(of: node) {
            guard let location = tree.location(of: inner) else { continue }
            least = min(least, location)
            most = max(most, location)
        }
        guard most >= 0, let first = tokens.position(of: least),
            let last = tokens.position(of: most)
        else { return nil }
        return (first, last)
    }

    /// The bytes of a whole condition behind WHERE, HAVING or ON.
    func condition(of node: SyntaxTree.Node, after keyword: StaticString) -> Range<Int>? {
        guard var (first, last) = outermostTokens(of: node) else { return nil }
        while first > 0, tokens.isOpening(first - 1) { first -= 1 }
        guard first > 0, tokens.isKeyword(first - 1, keyword) else { return nil }
        let depth = tokens.depth(first)
        let isJoin = tree.tag(tree.parent(of: node) ?? node) == .joinExpr
        last += 1
        while last < tokens.count {
            if tokens.depth(last) < depth { break }
            if tokens.depth(last) == depth,
                isJoin ? tokens.endsJoinCondition(last) : tokens.endsClause(last)
            {
                break
            }
            last += 1
        }
        return tokens.range(first).lowerBound..<endOffset(before: last)
    }

    /// The bytes of one operand of a top-level AND, or of a whole condition that is no AND, with the
    /// parentheses around it alone.
    func conjunct(of node: SyntaxTree.Node) -> Range<Int>? {
        guard var (first, last) = outermostTokens(of: node) else { return nil }
        let leaf = first
        while first > 0, tokens.isOpening(first - 1) { first -= 1 }
        last += 1
        while last < tokens.count {
            if tokens.byte(last) == UInt8(ascii: ")") {
                if tokens.match(last) < first { break }
            } else if tokens.depth(last) <= tokens.depth(leaf),
                tokens.isKeyword(last, "and") || tokens.endsJoinCondition(last)
            {
                break
            }
            last += 1
        }
        // A parenthesis that closes further right encloses more than this operand.
        while first < leaf, tokens.match(first) >= last || tokens.match(first) < 0 {
            first += 1
        }
        return tokens.range(first).lowerBound..<endOffset(before: last)
    }
}
