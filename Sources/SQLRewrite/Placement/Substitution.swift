// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// A call, a cast or a name of the client's that an expression of ours stands for, with some of its
/// operands left in place inside.
struct Substitution {
    let node: SyntaxTree.Node
    let template: CallTemplate
    /// Operands that fill the template's holes, in order.
    let holes: [SyntaxTree.Node]
    var place = Place.expression

    enum Place {
        case expression
        /// A function in FROM whose columns the client has named.
        case namedItem
        /// A function in FROM that nothing has named: what the item and its column are called.
        case item(name: String, column: String)
        /// A function in FROM in whose place a query stands, and what an item without alias is called.
        case query(name: String)
    }
}

extension StatementPlan {
    /// Writes a substitution around the operands that stay.
    func substitute(
        _ substitution: Substitution,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let node = substitution.node
        let template = substitution.template
        guard let whole = range(of: node), template.holeCount == substitution.holes.count else {
            throw Verification.failure("a call has no place in the text")
        }
        if substitution.holes == [node] {
            // What is written around a column.
            edits.enclose(whole, in: "(" + template.texts[0], template.texts[1] + ")")
            edits.encloseTree(tree.span(of: node), in: [template.piece(0)], [template.piece(1)])
            return
        }
        if case .query(let name) = substitution.place {
            return try replace(substitution, in: whole, named: name, &edits)
        }
        var text = whole.lowerBound
        var byte = tree.span(of: node).lowerBound
        // A function in FROM cannot stand in parentheses.
        var opening = ""
        if case .expression = substitution.place { opening = "(" }
        let closing = try closing(of: substitution, &edits)
        for (index, hole) in substitution.holes.enumerated() {
            guard let operand = operandRange(hole, of: node, in: whole),
                operand.lowerBound >= text
            else { throw Verification.failure("an operand has no place in the text") }
            put(template.texts[index], index == 0 ? opening : "", text..<operand.lowerBound, &edits)
            let span = tree.span(of: hole)
            edits.replaceTree(byte..<span.lowerBound, with: [template.piece(index)])
            text = operand.upperBound
            byte = span.upperBound
        }
        let last = template.texts[template.holeCount]
        if substitution.holes.isEmpty {
            edits.replace(whole, with: opening + last + closing)
        } else {
            edits.replace(text..<whole.upperBound, with: last + closing)
        }
        edits.replaceTree(
            byte..<tree.span(of: node).upperBound,
            with: [template.piece(template.holeCount)]
        )
    }

    /// Writes a query in place of a function in FROM; like the function it sees the items to its left.
    private func replace(
        _ substitution: Substitution,
        in whole: Range<Int>,
        named name: String,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let node = substitution.node
        let template = substitution.template
        guard let list = tree.parent(of: node), let item = tree.parent(of: list),
            tree.tag(item) == .rangeFunction, tree.list(of: item, .functions).count == 1
        else { throw Verification.failure("a query stands in place of what is no function") }
        let alias = tree.span(of: item, .alias)
        var text = whole.lowerBound
        var byte = tree.span(of: item).lowerBound
        let opening = tree.bool(item, .lateral) ? "" : "LATERAL "
        var pieces: [StreamEdit.Piece] = [
            .bytes(
                TreeStream.node(.rangeSubselect) + TreeStream.number(.lateral, 1)
                    + TreeStream.child(.subquery)
            )
        ]
        for index in 0...template.holeCount {
            guard let piece = template.queryPiece(index) else {
                throw Verification.failure("a template is no query")
            }
            pieces.append(piece)
            let written = (index == 0 ? opening : "") + template.texts[index]
            guard index < template.holeCount else {
                if alias == nil {
                    pieces.append(
                        .bytes(
                            TreeStream.child(.alias) + TreeStream.node(.alias)
                                + TreeStream.string(.aliasname, name) + TreeStream.nodeEnd
                        )
                    )
                }
                let end = alias?.lowerBound ?? tree.insertionPoint(of: item, .alias)
                edits.replaceTree(byte..<end, with: pieces)
                edits.replace(
                    text..<whole.upperBound,
                    with: written + (alias == nil ? " AS " + SQLText.identifier(name) : "")
                )
                return
            }
            let hole = substitution.holes[index]
            guard let operand = operandRange(hole, of: node, in: whole),
                operand.lowerBound >= text
            else { throw Verification.failure("an operand has no place in the text") }
            put(written, "", text..<operand.lowerBound, &edits)
            let span = tree.span(of: hole)
            edits.replaceTree(byte..<span.lowerBound, with: pieces)
            pieces = []
            text = operand.upperBound
            byte = span.upperBound
        }
    }

    private func closing(
        of substitution: Substitution,
        _ edits: inout EditList
    ) throws(ProxyError) -> String {
        let name: String
        let column: String
        switch substitution.place {
        case .expression: return ")"
        case .namedItem, .query: return ""
        case .item(let item, let output): (name, column) = (item, output)
        }
        guard let list = tree.parent(of: substitution.node), let item = tree.parent(of: list),
            tree.tag(item) == .rangeFunction, tree.child(of: item, .alias) == nil,
            tree.list(of: item, .functions).count == 1
        else { throw Verification.failure("a function in FROM has an alias") }
        let point = tree.insertionPoint(of: item, .alias)
        let bytes =
            TreeStream.child(.alias) + TreeStream.node(.alias)
            + TreeStream.string(.aliasname, name) + TreeStream.list(.colnames)
            + TreeStream.node(.string) + TreeStream.string(.sval, column)
            + TreeStream.nodeEnd + TreeStream.listEnd + TreeStream.nodeEnd
        edits.replaceTree(point..<point, with: [.bytes(bytes)])
        return " AS \(SQLText.identifier(name)) (\(SQLText.identifier(column)))"
    }

    private func put(
        _ text: String,
        _ opening: String,
        _ range: Range<Int>,
        _ edits: inout EditList
    ) {
        if range.isEmpty {
            // Around what begins at the same place further inside.
            edits.enclose(range, in: opening + text, "")
        } else {
            edits.replace(range, with: opening + text)
        }
    }

    // MARK: places in the text

    /// The bytes of a call, a cast, a constant or a column.
    func range(of node: SyntaxTree.Node) -> Range<Int>? {
        switch tree.tag(node) {
        case .funcCall:
            guard let location = tree.location(of: node),
                let name = tokens.position(of: location), let open = parenthesis(after: node)
            else { return nil }
            return tokens.range(name).lowerBound..<tokens.range(tokens.match(open)).upperBound
        case .typeCast: return castRange(node)
        case .caseExpr: return bounds.operand(node, inTarget: analysis)
        case .columnRef:
            let parts = tree.list(of: node, .fields).count
            guard let location = tree.location(of: node),
                let end = bounds.endOfName(at: location, parts: parts)
            else { return nil }
            return location..<end
        case .aConst, .sqlValueFunction:
            guard let location = tree.location(of: node), let token = tokens.position(of: location)
            else { return nil }
            return tokens.range(token)
        default: return nil
        }
    }

    private func parenthesis(after call: SyntaxTree.Node) -> TokenIndex.Position? {
        let parts = tree.list(of: call, .funcname).count
        guard let location = tree.location(of: call),
            let end = bounds.endOfName(at: location, parts: parts),
            let name = tokens.position(of: end - 1), name + 1 < tokens.count,
            tokens.isOpening(name + 1), tokens.match(name + 1) > 0
        else { return nil }
        return name + 1
    }

    private func castRange(_ node: SyntaxTree.Node) -> Range<Int>? {
        guard let type = tree.child(of: node, .typeName), let operand = tree.child(of: node, .arg)
        else { return nil }
        guard let location = tree.location(of: node), let token = tokens.position(of: location)
        else {
            // `type 'literal'`, whose parts alone have places.
            guard tree.tag(operand) == .aConst, let start = tree.location(of: type),
                let value = tree.location(of: operand), let last = tokens.position(of: value)
            else { return nil }
            return start..<tokens.range(last).upperBound
        }
        if isDoubleColon(token) {
            guard let start = castOperandRange(operand, before: token)?.lowerBound,
                let end = endOfType(type)
            else { return nil }
            return start..<end
        }
        if tokens.isKeyword(token, "cast"), token + 1 < tokens.count, tokens.isOpening(token + 1),
            tokens.match(token + 1) > 0
        {
            return tokens.range(token).lowerBound..<tokens.range(tokens.match(token + 1)).upperBound
        }
        return nil
    }

    private func isDoubleColon(_ token: TokenIndex.Position) -> Bool {
        tokens.string(tokens.range(token)) == "::"
    }

    private func endOfType(_ type: SyntaxTree.Node) -> Int? {
        guard let location = tree.location(of: type),
            let end = bounds.endOfName(at: location, parts: tree.list(of: type, .names).count),
            var last = tokens.position(of: end - 1)
        else { return nil }
        for _ in tree.list(of: type, .arrayBounds) {
            guard last + 1 < tokens.count, tokens.byte(last + 1) == UInt8(ascii: "["),
                tokens.match(last + 1) > 0
            else { return nil }
            last = tokens.match(last + 1)
        }
        return tokens.range(last).upperBound
    }

    /// The operand in front of `::`, with the parentheses around it.
    private func castOperandRange(
        _ operand: SyntaxTree.Node,
        before token: TokenIndex.Position
    ) -> Range<Int>? {
        guard token > 0 else { return nil }
        let end = tokens.range(token - 1).upperBound
        var inner = operand
        // The leftmost part; casts and subscripts stand behind what they apply to.
        while tree.tag(inner) == .aIndirection || isPostfixCast(inner) {
            guard let next = tree.child(of: inner, .arg) else { return nil }
            inner = next
        }
        // `type 'literal'` begins with its type.
        let location =
            tree.location(of: inner)
            ?? (tree.tag(inner) == .typeCast
                ? tree.child(of: inner, .typeName).flatMap { tree.location(of: $0) } : nil)
        var start = location.flatMap { tokens.position(of: $0) }
        if tokens.byte(token - 1) == UInt8(ascii: ")") {
            let open = tokens.match(token - 1)
            guard open >= 0 else { return nil }
            if let known = start, known < open {
                // The parentheses belong to the operand: those of a call.
            } else {
                start = open
            }
        }
        // `(a.b)::type` inside `(a.b).c::type` and the like: an opening one that the operand closes.
        guard let first = start, first < token else { return nil }
        return tokens.range(first).lowerBound..<end
    }

    private func isPostfixCast(_ node: SyntaxTree.Node) -> Bool {
        guard tree.tag(node) == .typeCast, let location = tree.location(of: node),
            let token = tokens.position(of: location)
        else { return false }
        return isDoubleColon(token)
    }

    /// The bytes of an operand of a call or a cast.
    private func operandRange(
        _ operand: SyntaxTree.Node,
        of node: SyntaxTree.Node,
        in whole: Range<Int>
    ) -> Range<Int>? {
        if tree.tag(node) == .funcCall {
            guard let place = tree.listIndex(of: operand), let open = parenthesis(after: node)
            else { return nil }
            return argumentRange(place, from: open)
        }
        guard tree.tag(node) == .typeCast, let location = tree.location(of: node),
            let token = tokens.position(of: location)
        else { return nil }
        if isDoubleColon(token) { return castOperandRange(operand, before: token) }
        guard tokens.isKeyword(token, "cast"), let type = tree.child(of: node, .typeName),
            let place = tree.location(of: type), let name = tokens.position(of: place),
            name > 0, tokens.isKeyword(name - 1, "as"), token + 2 < name - 1
        else { return nil }
        return tokens.range(token + 2).lowerBound..<tokens.range(name - 2).upperBound
    }

    /// The argument at a place from 0 of a call.
    private func argumentRange(_ place: Int, from open: TokenIndex.Position) -> Range<Int>? {
        let close = tokens.match(open)
        var first = open + 1
        var index = 0
        var position = first
        while position <= close {
            let isEnd = position == close
            if isEnd
                || (tokens.byte(position) == UInt8(ascii: ",")
                    && tokens.depth(position) == tokens.depth(open + 1))
            {
                if index == place {
                    guard position > first else { return nil }
                    return tokens.range(first).lowerBound..<tokens.range(position - 1).upperBound
                }
                index += 1
                first = position + 1
            }
            // Whole groups are stepped over.
            if !isEnd, tokens.match(position) > position {
                position = tokens.match(position) + 1
            } else {
                position += 1
            }
        }
        return nil
    }
}
