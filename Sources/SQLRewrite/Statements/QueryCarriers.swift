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
        let isProtected = try rewriteQuery(statement)
        return RewrittenStatement(
            kind: .declareCursor(
                name: tree.string(statement, .portalname) ?? "",
                isHold: tree.int(statement, .options) & hold != 0
            ),
            isProtected: isProtected
        )
    }

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
        let outerTypes = parameterTypes
        parameterTypes = types
        defer { parameterTypes = outerTypes }
        let isProtected = try rewriteQuery(statement)
        // PREPARE name [(types)] AS
        let tokens = tokens()
        guard var position = tokens.position(of: range.lowerBound), position + 2 < tokens.count
        else {
            throw Verification.failure("PREPARE has no place in the text")
        }
        let name = tree.string(statement, .name) ?? ""
        let nameRange = tokens.range(position + 1)
        edits.replace(nameRange, with: tokens.string(nameRange), hole: .prepared(name: name))
        position += 2
        if position < tokens.count, tokens.isOpening(position) {
            position = tokens.match(position) + 1
        }
        guard position > 0, position + 1 < tokens.count, tokens.isKeyword(position, "as") else {
            throw Verification.failure("PREPARE without AS")
        }
        let inner = tokens.range(position + 1).lowerBound..<range.upperBound
        return RewrittenStatement(
            kind: .prepare(name: name, parameterTypes: types, query: Array(text[inner])),
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
        guard first + 1 < tokens.count else {
            throw Verification.failure("EXECUTE has no place in the text")
        }
        let nameRange = tokens.range(first + 1)
        edits.replace(nameRange, with: tokens.string(nameRange), hole: .executed(name: name))
        guard first + 2 < tokens.count, tokens.isOpening(first + 2), tokens.match(first + 2) > 0
        else { return RewrittenStatement(kind: .execute(name: name)) }
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
        try rewriteArguments(
            Array(tree.list(of: statement, .params)),
            in: tokens.range(first + 2)
                .upperBound..<tokens.range(tokens.match(first + 2)).lowerBound
        )
        return RewrittenStatement(kind: .execute(name: name))
    }

    /// The arguments are rewritten as the select list that they could be.
    private mutating func rewriteArguments(
        _ arguments: [SyntaxTree.Node],
        in range: Range<Int>
    ) throws(ProxyError) {
        let query = Array("SELECT ".utf8) + text[range]
        let context = context
        let rewritten = query.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                try Rewriter.rewrite(buffer, as: .simple, in: context, session: facts)
            }
        }
        let message = try rewritten.get()
        if message.holes.isEmpty, message.text == query { return }
        let select = String(decoding: message.text, as: UTF8.self)
        let fragment = try Fragments.parse(select)
        guard message.holes.isEmpty, select.hasPrefix("SELECT "),
            let raw = fragment.statements.first, let node = fragment.child(of: raw, .stmt)
        else { throw Self.notConstant }
        let targets = Array(fragment.list(of: node, .targetList))
        guard targets.count == arguments.count else { throw Self.notConstant }
        for (argument, target) in zip(arguments, targets) {
            guard fragment.string(target, .name) == nil,
                let value = fragment.child(of: target, .val)
            else { throw Self.notConstant }
            edits.replaceTree(
                tree.span(of: argument),
                with: [.span(fragment, fragment.span(of: value))]
            )
        }
        edits.replace(range, with: String(select.dropFirst("SELECT ".utf8.count)))
    }

    private static var notConstant: ProxyError {
        ProxyError(
            .featureNotSupported,
            "EXECUTE with arguments that are not constants is not supported"
        )
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

    /// `COPY table` becomes a COPY of a query over what is visible: of the table's own rows, without
    /// its children's, and without generated columns.
    private mutating func copyRelation(
        _ statement: SyntaxTree.Node,
        _ node: SyntaxTree.Node
    ) throws(ProxyError) -> Bool {
        var analysis = StatementAnalysis(
            tree,
            statement: statement,
            context: context,
            parameterTypes: [],
            facts: facts
        )
        let found = Result { () throws(ProxyError) in try analysis.resolvedRelation(of: node) }
            .mapError { error in
                // The server blames no place here.
                var error = error
                error.position = nil
                return error
            }
        let (relation, topic) = try found.get()
        if analysis.isSessionSpecific { isSessionSpecific = true }
        let alias = relation.logical.name
        var columns = relation.columns.filter { !$0.isGenerated }.map(\.name)
        if let named = tree.texts(of: statement, .attlist), !named.isEmpty {
            for column in named where !columns.contains(column) {
                guard !relation.columns.contains(where: { $0.name == column }) else {
                    throw ProxyError(
                        .invalidColumnReference,
                        "column \"\(column)\" is a generated column",
                        detail: "Generated columns cannot be used in COPY."
                    )
                }
                throw ProxyError(
                    .undefinedColumn,
                    "column \"\(column)\" of relation \"\(alias)\" does not exist"
                )
            }
            for (place, column) in named.enumerated() where named[..<place].contains(column) {
                throw ProxyError(
                    .duplicateColumn,
                    "column \"\(column)\" specified more than once"
                )
            }
            columns = named
        }
        let filter = try context.filters.filter(of: relation, alias: alias)
        notes += filter.notes
        let isProtected = relation.filter != .unfiltered || relation.mustBeWrapped
        let source =
            try topic?.sourceOfCopy(columns)
            ?? relation.sourceSQL
        let isStoredTable = topic == nil && relation.definition == nil && relation.kind == .table
        var query =
            "SELECT "
            + columns.map { relation.selectItem($0, alias: alias) }.joined(separator: ", ")
            + (isStoredTable ? " FROM ONLY " : " FROM ") + source + " AS "
            + SQLText.identifier(alias)
        if topic == nil, !filter.conditions.isEmpty { query += " WHERE " + filter.conjunction }
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
