// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Each change of a plan, in the text by what its tokens say and in the tree by what the parser said.
extension StatementPlan {
    /// Adds the edits of this statement to those of its message.
    func apply(to edits: inout EditList) throws(ProxyError) {
        // First: what encloses them is to stand outside.
        for substitution in analysis.substitutions { try substitute(substitution, &edits) }
        try keepColumnNames(&edits)
        for node in hidden { try hide(node, &edits) }
        for guarded in guards { try insert(guarded, &edits) }
        for target in markerTargets { try insert(target, &edits) }
        try expandStars(&edits)
        for reference in inline { try qualify(reference, &edits) }
        for wrap in wrapped { try replace(wrap, &edits) }
        for condition in conditions { try insert(condition, &edits) }
        for grouping in try analysis.addedGrouping(for: wrapped.map(\.reference)) {
            try group(grouping, &edits)
        }
        for (node, dropped) in analysis.requalified { try requalify(node, dropped, &edits) }
        for (node, schema) in analysis.qualifiedNames { try qualify(node, schema, &edits) }
        for user in analysis.userOperators { try write(user, &edits) }
        for (index, value) in analysis.virtualValues.enumerated() {
            try substitute(value.node, value.sql, virtualFragments[index], &edits)
        }
        for (call, measure) in zip(analysis.measureCalls, measures) {
            try substitute(call.node, measure.sql, measure.fragment, &edits)
        }
    }

    /// Hides a condition from the planner's statistics (R49, M9).
    private func hide(_ node: SyntaxTree.Node, _ edits: inout EditList) throws(ProxyError) {
        guard let range = bounds.conjunct(of: node), let guarded = GuardTemplate.shared else {
            throw Verification.failure("a condition has no place in the text")
        }
        edits.enclose(range, in: GuardTemplate.prefix, GuardTemplate.suffix)
        edits.encloseTree(tree.span(of: node), in: [guarded.opening], [guarded.closing])
    }

    /// `CASE WHEN P(r) THEN (e) END` in place of a leaky operand (R43).
    private func insert(_ guarded: Guard, _ edits: inout EditList) throws(ProxyError) {
        let range =
            guarded.place == .target
            ? bounds.operand(guarded.node, inTarget: analysis)
            : bounds.operand(guarded.node)
        guard let range else { throw Verification.failure("an operand has no place in the text") }
        let condition = guarded.condition.map(\.conjunction).joined(separator: " AND ")
        edits.enclose(range, in: "CASE WHEN \(condition) THEN (", ") END")
        var pieces = guarded.condition.flatMap(\.pieces)
        if pieces.count > 1 {
            pieces.insert(.bytes(TreeStream.node(.boolExpr) + TreeStream.list(.args)), at: 0)
            pieces.append(.bytes(TreeStream.listEnd + TreeStream.nodeEnd))
        }
        let opening =
            TreeStream.node(.caseExpr) + TreeStream.list(.args) + TreeStream.node(.caseWhen)
            + TreeStream.child(.expr)
        let closing = TreeStream.nodeEnd + TreeStream.listEnd + TreeStream.nodeEnd
        edits.encloseTree(
            tree.span(of: guarded.node),
            in: [.bytes(opening)] + pieces + [.bytes(TreeStream.child(.result))],
            [.bytes(closing)]
        )
    }

    private func insert(
        _ condition: PlacedCondition,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let pieces = condition.filters.flatMap(\.pieces)
        let sql = condition.filters.map(\.conjunction).joined(separator: " AND ")
        let and = [
            StreamEdit.Piece.bytes(TreeStream.node(.boolExpr) + TreeStream.list(.args))
        ]
        let end = StreamEdit.Piece.bytes(TreeStream.listEnd + TreeStream.nodeEnd)
        let existing: SyntaxTree.Node
        let keyword: StaticString
        switch condition.place {
        case .joinCondition(let join):
            guard let quals = tree.child(of: join, .quals) else {
                throw Verification.failure("a join without a condition")
            }
            existing = quals
            keyword = "on"
        case .whereClause(let select):
            guard let clause = tree.child(of: select, .whereClause) else {
                let offset = try whereOffset(of: select)
                let only = pieces.count == 1 ? condition.filters[0].conditions[0] : sql
                edits.append(" WHERE " + only, at: offset)
                let point = tree.insertionPoint(of: select, .whereClause)
                let value = pieces.count == 1 ? pieces : and + pieces + [end]
                edits.replaceTree(
                    point..<point,
                    with: [.bytes(TreeStream.child(.whereClause))] + value
                )
                return
            }
            existing = clause
            keyword = "where"
        case .wrapped: return
        }
        guard let range = bounds.condition(of: existing, after: keyword) else {
            throw Verification.failure("a condition has no place in the text")
        }
        edits.enclose(range, in: sql + " AND (", ")")
        edits.encloseTree(tree.span(of: existing), in: and + pieces, [end])
    }

    private func group(
        _ grouping: StatementAnalysis.AddedGrouping,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let select = analysis.levels[grouping.level].node
        guard let span = tree.span(of: select, .groupClause),
            let from = fromKeyword(of: grouping.level),
            let keyword = bounds.groupKeyword(from: from)
        else { throw Verification.failure("GROUP BY has no place in the text") }
        let offset = bounds.endOffset(before: bounds.clauseEnd(from: keyword))
        let point = span.upperBound - TreeStream.listEndLength
        func name(_ part: String) -> [UInt8] {
            TreeStream.node(.string) + TreeStream.string(.sval, part) + TreeStream.nodeEnd
        }
        func add(_ sql: String, _ fields: [UInt8]) {
            edits.append(", " + sql, at: offset)
            let bytes =
                TreeStream.node(.columnRef) + TreeStream.list(.fields) + fields
                + TreeStream.listEnd + TreeStream.nodeEnd
            edits.replaceTree(point..<point, with: [.bytes(bytes)])
        }
        for (alias, column) in grouping.columns {
            add(SQLText.qualified(alias, column), name(alias) + name(column))
        }
        if let row = grouping.row {
            // The bare name could be that of an output column.
            add(
                SQLText.identifier(row) + ".*",
                name(row) + TreeStream.node(.aStar) + TreeStream.nodeEnd
            )
        }
    }

    /// Where a level's WHERE goes when it has none: behind its FROM clause.
    private func whereOffset(of select: SyntaxTree.Node) throws(ProxyError) -> Int {
        guard let keyword = fromKeyword(of: analysis.level(of: select)) else {
            throw Verification.failure("a query without FROM in the text")
        }
        return bounds.endOffset(before: bounds.clauseEnd(from: keyword))
    }

    /// The FROM of a level, or its TABLE, found from any relation in it.
    private func fromKeyword(of level: Int) -> TokenIndex.Position? {
        for item in analysis.levels[level].items {
            guard case .relation(let number) = analysis.items[item].source,
                let location = tree.location(of: analysis.references[number].node)
            else { continue }
            return bounds.fromKeyword(before: location) ?? bounds.tableKeyword(before: location)
        }
        return nil
    }

    /// The physical name in place of the client's, under the name that the client uses.
    private func qualify(_ reference: Reference, _ edits: inout EditList) throws(ProxyError) {
        let name = try nameRange(of: reference)
        let alias = reference.hasAlias ? "" : " AS " + SQLText.identifier(reference.alias)
        if name.outer == name.inner {
            edits.replace(name.inner, with: physicalName(reference) + alias)
        } else {
            edits.replace(name.inner, with: physicalName(reference))
            if !alias.isEmpty { edits.append(alias, at: name.outer.upperBound) }
        }
        try expandTableCommand(reference, &edits)
        let node = reference.node
        if let span = tree.span(of: node, .catalogname) { edits.replaceTree(span, with: []) }
        let point = tree.insertionPoint(of: node, .schemaname)
        edits.replaceTree(
            tree.span(of: node, .schemaname) ?? point..<point,
            with: [.bytes(TreeStream.string(.schemaname, reference.relation.physical.schema))]
        )
        if let span = tree.span(of: node, .relname) {
            edits.replaceTree(
                span,
                with: [.bytes(TreeStream.string(.relname, reference.relation.physical.name))]
            )
        }
        if !reference.hasAlias {
            let point = tree.insertionPoint(of: node, .alias)
            let bytes =
                TreeStream.child(.alias) + TreeStream.node(.alias)
                + TreeStream.string(.aliasname, reference.alias) + TreeStream.nodeEnd
            edits.replaceTree(point..<point, with: [.bytes(bytes)])
        }
    }

    private func replace(_ wrap: Wrapped, _ edits: inout EditList) throws(ProxyError) {
        let reference = wrap.reference
        let name = try nameRange(of: reference)
        let alias = reference.hasAlias ? "" : " AS " + SQLText.identifier(reference.alias)
        edits.replace(name.outer, with: wrap.sql + alias)
        if let sample = reference.sample {
            guard let range = sampleRange(sample) else {
                throw Verification.failure("no TABLESAMPLE in the text")
            }
            edits.replace(range, with: "")
        }
        try expandTableCommand(reference, &edits)
        edits.replaceTree(
            tree.span(of: reference.sample ?? reference.node),
            with: [try fragments.fromItem(wrap.fragment)]
        )
    }

    /// `TABLE name` is written out, since nothing can be added to it (R26).
    private func expandTableCommand(
        _ reference: Reference,
        _ edits: inout EditList
    ) throws(ProxyError) {
        guard let location = tree.location(of: reference.node),
            bounds.fromKeyword(before: location) == nil,
            let keyword = bounds.tableKeyword(before: location)
        else { return }
        edits.replace(tokens.range(keyword), with: "SELECT * FROM")
    }

    /// The bytes of a relation's name, and of what belongs to it: ONLY, parentheses, a star.
    private func nameRange(
        of reference: Reference
    ) throws(ProxyError) -> (inner: Range<Int>, outer: Range<Int>) {
        let node = reference.node
        var parts = 1
        if tree.string(node, .schemaname) != nil { parts += 1 }
        if tree.string(node, .catalogname) != nil { parts += 1 }
        guard let location = tree.location(of: node), let first = tokens.position(of: location),
            let end = bounds.endOfName(at: location, parts: parts)
        else { throw Verification.failure("a relation has no place in the text") }
        let inner = location..<end
        var last = tokens.position(of: end - 1) ?? first
        var start = first
        if !tree.bool(node, .inh) {
            if start > 0, tokens.isOpening(start - 1) {
                start -= 1
                last = tokens.match(start)
            }
            guard start > 0, tokens.isKeyword(start - 1, "only"), last >= 0 else {
                throw Verification.failure("no ONLY in the text")
            }
            start -= 1
        } else if last + 1 < tokens.count, tokens.byte(last + 1) == UInt8(ascii: "*") {
            last += 1
        }
        return (inner, tokens.range(start).lowerBound..<tokens.range(last).upperBound)
    }

    /// `TABLESAMPLE method (…) [REPEATABLE (…)]`.
    func sampleRange(_ sample: SyntaxTree.Node) -> Range<Int>? {
        let parts = tree.list(of: sample, .method).count
        guard let location = tree.location(of: sample), let method = tokens.position(of: location),
            method > 0, tokens.isKeyword(method - 1, "tablesample"),
            let end = bounds.endOfName(at: location, parts: parts),
            let name = tokens.position(of: end - 1), name + 1 < tokens.count
        else { return nil }
        var last = tokens.match(name + 1)
        guard last > 0 else { return nil }
        if last + 2 < tokens.count, tokens.isKeyword(last + 1, "repeatable") {
            last = tokens.match(last + 2)
        }
        guard last > 0 else { return nil }
        return tokens.range(method - 1).lowerBound..<tokens.range(last).upperBound
    }

    private func requalify(
        _ node: SyntaxTree.Node,
        _ dropped: Int,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let fields = Array(tree.list(of: node, .fields))
        guard let location = tree.location(of: node), let first = tokens.position(of: location),
            fields.count > dropped, first + 2 * dropped < tokens.count
        else { throw Verification.failure("a column has no place in the text") }
        edits.replace(location..<tokens.range(first + 2 * dropped).lowerBound, with: "")
        edits.replaceTree(
            tree.span(of: fields[0]).lowerBound..<tree.span(of: fields[dropped]).lowerBound,
            with: []
        )
    }

    /// A constant in place of a session function, under the function's column name (R73).
    private func substitute(
        _ node: SyntaxTree.Node,
        _ sql: String,
        _ fragment: Fragments.Index,
        _ edits: inout EditList
    ) throws(ProxyError) {
        guard let location = tree.location(of: node), var last = tokens.position(of: location)
        else { throw Verification.failure("a function has no place in the text") }
        if tree.tag(node) == .funcCall {
            let parts = tree.list(of: node, .funcname).count
            guard let end = bounds.endOfName(at: location, parts: parts),
                let name = tokens.position(of: end - 1), name + 1 < tokens.count,
                tokens.match(name + 1) > 0
            else { throw Verification.failure("a call without parentheses") }
            last = tokens.match(name + 1)
        }
        // Parentheses keep the constant one operand, whatever stands beside it.
        edits.replace(
            location..<tokens.range(last).upperBound,
            with: "(" + sql + ")",
            hole: sql == SessionHole.processIDText ? .processID : nil
        )
        edits.replaceTree(tree.span(of: node), with: [try fragments.expression(fragment)])
    }

    /// Targets without AS whose name would have come from something that is replaced.
    private func keepColumnNames(_ edits: inout EditList) throws(ProxyError) {
        var named: Set<SyntaxTree.Node> = []
        let replaced =
            analysis.virtualValues.map(\.node) + analysis.substitutions.map(\.node)
            + analysis.measureCalls.map(\.node)
            + guards.filter { $0.place == .target }.map(\.node)
        for node in replaced {
            var value = node
            while let parent = tree.parent(of: value), tree.tag(value) != .selectStmt {
                guard tree.tag(parent) == .resTarget else {
                    value = parent
                    continue
                }
                let name = analysis.columnName(of: value)
                // One AS for a target, however many of its parts are replaced.
                guard tree.string(parent, .name) == nil, name != "?column?",
                    named.insert(parent).inserted
                else { break }
                guard let range = bounds.target(value) else {
                    throw Verification.failure("a target has no place in the text")
                }
                edits.append(" AS " + SQLText.identifier(name), at: range)
                let point = tree.insertionPoint(of: parent, .name)
                edits.replaceTree(
                    point..<point,
                    with: [.bytes(TreeStream.string(.name, name))]
                )
                break
            }
        }
    }
}
