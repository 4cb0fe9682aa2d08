// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Statements that carry a query: cursors, PREPARE, COPY, EXPLAIN (R11, R12, R78).
extension MessageRewrite {
    mutating func declareCursor(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement {
        // CURSOR_OPT_HOLD of parsenodes.h.
        let hold = 0x0020
        if tree.int(statement, .options) & hold != 0 {
            throw ProxyError(
                .featureNotSupported,
                "DECLARE CURSOR ... WITH HOLD is not supported"
            )
        }
        let isProtected = try rewriteQuery(statement)
        return RewrittenStatement(
            kind: .declareCursor(isHold: false),
            isProtected: isProtected
        )
    }

    /// The inner statement alone is what will be sent, as a Parse message.
    mutating func prepare(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        guard let query = tree.child(of: statement, .query), tree.tag(query) == .selectStmt,
            let range = textRange(of: statement)
        else {
            throw ProxyError(.featureNotSupported, "PREPARE is supported for queries only")
        }
        var types: [UInt32] = []
        for node in tree.list(of: statement, .argtypes) {
            _ = try TypeRules.check(node, in: tree, context)
            types.append(
                BuiltinTypes.shared.oid(of: TypeRules.declaredType(of: node, in: tree, context))
            )
        }
        parameterTypes = types
        let isProtected = try rewriteQuery(statement)
        // PREPARE name [(types)] AS
        let tokens = tokens()
        guard var position = tokens.position(of: range.lowerBound) else {
            throw Verification.failure("PREPARE has no place in the text")
        }
        position += 2
        if position < tokens.count, tokens.isOpening(position) {
            position = tokens.match(position) + 1
        }
        guard position > 0, position + 1 < tokens.count, tokens.isKeyword(position, "as") else {
            throw Verification.failure("PREPARE without AS")
        }
        edits.replace(0..<tokens.range(position + 1).lowerBound, with: "")
        let whole = tree.span(of: statement)
        let inner = tree.span(of: query)
        edits.replaceTree(whole.lowerBound..<inner.lowerBound, with: [])
        edits.replaceTree(inner.upperBound..<whole.upperBound, with: [])
        return RewrittenStatement(
            kind: .prepare(name: tree.string(statement, .name) ?? "", parameterTypes: types),
            isProtected: isProtected
        )
    }

    /// The arguments are judged as a select list that reads nothing.
    mutating func execute(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        let name = tree.string(statement, .name) ?? ""
        guard let range = textRange(of: statement),
            let first = tokens().position(of: range.lowerBound)
        else { throw Verification.failure("EXECUTE has no place in the text") }
        let tokens = tokens()
        guard first + 2 < tokens.count, tokens.isOpening(first + 2), tokens.match(first + 2) > 0
        else {
            bareText = []
            return RewrittenStatement(kind: .execute(name: name))
        }
        for node in statement..<tree.end(of: statement) {
            switch tree.tag(node) {
            case .selectStmt, .columnRef, .paramRef, .sqlValueFunction:
                throw ProxyError(
                    .featureNotSupported,
                    "EXECUTE with arguments that are not constants is not supported"
                )
            default: break
            }
        }
        let inner =
            tokens.range(first + 2).upperBound..<tokens.range(tokens.match(first + 2)).lowerBound
        bareText = [UInt8(ascii: "(")] + (try rewrittenArguments(inner)) + [UInt8(ascii: ")")]
        return RewrittenStatement(kind: .execute(name: name))
    }

    private func rewrittenArguments(_ range: Range<Int>) throws(ProxyError) -> [UInt8] {
        let keyword = Array("SELECT ".utf8)
        let query = keyword + text[range]
        let rewritten = query.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                try Rewriter.rewrite(buffer, as: .simple, in: context).text
            }
        }
        let result = try rewritten.get()
        let check = result.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                try SyntaxTree(parsing: buffer, depthMax: context.limits.treeDepthMax)
            }
        }
        let tree = try check.get()
        guard result.starts(with: keyword), let raw = tree.statements.first,
            let select = tree.child(of: raw, .stmt),
            !tree.list(of: select, .targetList).contains(where: { tree.string($0, .name) != nil })
        else {
            throw ProxyError(
                .featureNotSupported,
                "EXECUTE with arguments that are not constants is not supported"
            )
        }
        return Array(result.dropFirst(keyword.count))
    }

    mutating func copy(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        try checkCopyOptions(statement)
        guard let relation = tree.child(of: statement, .relation) else {
            guard let query = tree.child(of: statement, .query), tree.tag(query) == .selectStmt
            else { throw ProxyError(.featureNotSupported, "COPY is supported for queries only") }
            let isProtected = try rewriteQuery(statement)
            return RewrittenStatement(kind: .plain, isProtected: isProtected)
        }
        let isProtected = try copyRelation(statement, relation)
        return RewrittenStatement(kind: .plain, isProtected: isProtected)
    }

    private func checkCopyOptions(_ statement: SyntaxTree.Node) throws(ProxyError) {
        let allowed: Set<String> = [
            "format", "delimiter", "null", "header", "quote", "escape", "force_quote", "encoding",
        ]
        for option in tree.list(of: statement, .options) {
            let name = tree.string(option, .defname) ?? ""
            guard allowed.contains(name) else {
                throw ProxyError(.featureNotSupported, "COPY option \"\(name)\" is not supported")
            }
            if name == "encoding" {
                let value = tree.child(of: option, .arg).flatMap { tree.string($0, .sval) } ?? ""
                _ = try SettingPolicy.resolve(name: "client_encoding", value: value)
            }
        }
    }

    /// `COPY table` becomes a COPY of a query over what is visible.
    private mutating func copyRelation(
        _ statement: SyntaxTree.Node,
        _ node: SyntaxTree.Node
    ) throws(ProxyError) -> Bool {
        let analysis = StatementAnalysis(
            tree,
            statement: statement,
            context: context,
            parameterTypes: []
        )
        let relation = try analysis.governedRelation(of: node)
        let alias = relation.logical.name
        var columns = relation.columns.map(\.name)
        if let named = tree.texts(of: statement, .attlist), !named.isEmpty {
            for column in named where !columns.contains(column) {
                throw ProxyError(
                    .undefinedColumn,
                    "column \"\(column)\" of relation \"\(alias)\" does not exist"
                )
            }
            columns = named
        }
        let filter = try context.filters.filter(of: relation, alias: alias)
        notes += filter.notes
        let isProtected = relation.filter != .unfiltered || relation.mustBeWrapped
        var query =
            "SELECT "
            + columns.map { relation.selectItem($0, alias: alias) }.joined(separator: ", ")
            + " FROM "
            + SQLText.qualified(relation.physical.schema, relation.physical.name) + " AS "
            + SQLText.identifier(alias)
        if !filter.conditions.isEmpty { query += " WHERE " + filter.conjunction }
        let fragment = try Fragments.parse(query)
        guard let raw = fragment.statements.first, let select = fragment.child(of: raw, .stmt),
            let location = tree.location(of: node)
        else { throw Verification.failure("COPY has no place in the text") }
        let tokens = tokens()
        guard var end = tokens.position(of: location), end > 0, tokens.isKeyword(end - 1, "copy")
        else {
            throw ProxyError(
                .featureNotSupported,
                "COPY BINARY is not supported",
                hint: "Use FORMAT."
            )
        }
        while end < tokens.count, !tokens.isKeyword(end, "to") { end += 1 }
        edits.replace(
            location..<tokens.range(end - 1).upperBound,
            with: "(" + query + ")"
        )
        if let span = tree.span(of: statement, .relation) { edits.replaceTree(span, with: []) }
        let point = tree.insertionPoint(of: statement, .query)
        edits.replaceTree(
            point..<point,
            with: [
                .bytes(TreeStream.child(.query)), .span(fragment, fragment.span(of: select)),
            ]
        )
        if let span = tree.span(of: statement, .attlist) { edits.replaceTree(span, with: []) }
        return isProtected
    }

    mutating func explain(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        for option in tree.list(of: statement, .options) {
            let name = tree.string(option, .defname) ?? ""
            guard ["costs", "format", "summary"].contains(name) else {
                throw ProxyError(
                    .insufficientPrivilege,
                    "permission denied for EXPLAIN option \"\(name)\""
                )
            }
        }
        guard let query = tree.child(of: statement, .query), tree.tag(query) == .selectStmt else {
            throw ProxyError(.featureNotSupported, "EXPLAIN is supported for queries only")
        }
        guard try !rewriteQuery(statement) else {
            throw ProxyError(
                .insufficientPrivilege,
                "permission denied to explain a query on protected relations"
            )
        }
        return RewrittenStatement(kind: .plain)
    }
}
