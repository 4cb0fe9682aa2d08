// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Functions, types and operators that are not PostgreSQL's own get the schema that they live in, so
/// that the backend's search_path decides nothing (R57, R60, R61).
extension StatementPlan {
    func qualify(
        _ node: SyntaxTree.Node,
        _ schema: String,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let field: NodeField
        switch tree.tag(node) {
        case .funcCall: field = .funcname
        case .typeName: field = .names
        default: throw Verification.failure("a name of no kind that has a schema")
        }
        try NameEdits(tree: tree, tokens: tokens).qualify(node, field, schema, &edits)
    }
}

extension StatementPlan {
    /// The operator with its schema; keywords and lists become the operator that they mean.
    func write(_ user: UserOperator, _ edits: inout EditList) throws(ProxyError) {
        let node = user.node
        guard let location = tree.location(of: node), var last = tokens.position(of: location)
        else {
            throw Verification.failure("an operator has no place in the text")
        }
        if tokens.isKeyword(last, "not") { last += 1 }
        guard last + 1 < tokens.count else { throw Verification.failure("no operand in the text") }
        let written =
            "OPERATOR(" + SQLText.identifier(user.schema) + "." + user.name + ")"
        switch user.form {
        case .infix, .keyword:
            let operand = tree.child(of: node, .rexpr)
            // What binds weaker than the written form has to stand in parentheses already.
            if let operand, tree.tag(operand) == .aExpr, !isEnclosed(operand, from: last + 1) {
                throw ProxyError(
                    .featureNotSupported,
                    "operator \(user.name) of an extension is not supported beside another operator",
                    hint: "Put its operands in parentheses."
                )
            }
            edits.replace(location..<tokens.range(last).upperBound, with: written)
            if case .keyword = user.form {
                try replace(node, with: OperatorTemplate(user.schema, user.name), &edits)
            } else if let name = tree.child(of: node, .name) {
                let point = tree.span(of: name).lowerBound
                edits.replaceTree(
                    point..<point,
                    with: [.bytes(NameEdits.bytes(of: user.schema))]
                )
            }
        case .list(let array):
            guard tokens.isOpening(last + 1), tokens.match(last + 1) > 0 else {
                throw Verification.failure("IN without parentheses")
            }
            let template = try OperatorTemplate(
                user.schema,
                user.name,
                arrayType: try typeName(of: array),
                isAny: user.name == "="
            )
            edits.replace(
                location..<tokens.range(last + 1).upperBound,
                with: written + (user.name == "=" ? " ANY (ARRAY[" : " ALL (ARRAY[")
            )
            edits.replace(
                tokens.range(tokens.match(last + 1)),
                with: "]::" + (try typeName(of: array)) + ")"
            )
            try replace(node, with: template, &edits)
        }
    }

    /// Whether the parenthesis at the operand's first token holds its operator too, and not just a part
    /// of the operand as in `(a) || b`.
    private func isEnclosed(_ operand: SyntaxTree.Node, from first: TokenIndex.Position) -> Bool {
        guard tokens.isOpening(first), let location = tree.location(of: operand),
            let operation = tokens.position(of: location)
        else { return false }
        return first < operation && operation < tokens.match(first)
    }

    private func typeName(of array: TypeID) throws(ProxyError) -> String {
        guard let type = analysis.context.types.user(array) else {
            throw Verification.failure("an extension's type without an array")
        }
        return SQLText.qualified(type.type.schema, type.type.name)
    }

    /// The parts of the template around the operands, which stay the client's.
    private func replace(
        _ node: SyntaxTree.Node,
        with template: OperatorTemplate,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let whole = tree.span(of: node)
        let right = analysis.operands(of: node, .rexpr)
        guard let first = right.first, let last = right.last else {
            throw Verification.failure("an operator without operands")
        }
        let operands = tree.span(of: first).lowerBound..<tree.span(of: last).upperBound
        guard let left = tree.child(of: node, .lexpr) else {
            throw Verification.failure("an operator without operands")
        }
        edits.replaceTree(
            whole.lowerBound..<tree.span(of: left).lowerBound,
            with: [template.opening]
        )
        edits.replaceTree(
            tree.span(of: left).upperBound..<operands.lowerBound,
            with: [template.middle]
        )
        edits.replaceTree(operands.upperBound..<whole.upperBound, with: [template.closing])
    }
}

/// `NULL OPERATOR(schema.name) NULL`, and its form with an array, as the parser reads them.
struct OperatorTemplate {
    let opening: StreamEdit.Piece
    let middle: StreamEdit.Piece
    let closing: StreamEdit.Piece

    init(
        _ schema: String,
        _ name: String,
        arrayType: String? = nil,
        isAny: Bool = true
    ) throws(ProxyError) {
        let written = "OPERATOR(" + SQLText.identifier(schema) + "." + name + ") "
        let operand =
            arrayType.map { (isAny ? "ANY" : "ALL") + " (ARRAY[NULL]::" + $0 + ")" } ?? "NULL"
        let tree = try Fragments.parse("SELECT NULL " + written + operand)
        guard let raw = tree.statements.first, let select = tree.child(of: raw, .stmt),
            let target = tree.child(of: select, .targetList),
            let whole = tree.child(of: target, .val),
            let left = tree.child(of: whole, .lexpr), let right = tree.child(of: whole, .rexpr)
        else { throw Verification.failure("an operator has no holes") }
        var hole = right
        if arrayType != nil {
            guard let array = tree.child(of: right, .arg),
                let element = tree.child(of: array, .elements)
            else { throw Verification.failure("an operator has no holes") }
            hole = element
        }
        let span = tree.span(of: whole)
        opening = .span(tree, span.lowerBound..<tree.span(of: left).lowerBound)
        middle = .span(tree, tree.span(of: left).upperBound..<tree.span(of: hole).lowerBound)
        closing = .span(tree, tree.span(of: hole).upperBound..<span.upperBound)
    }
}

/// Writes schemas in front of names.
struct NameEdits {
    let tree: SyntaxTree
    let tokens: TokenIndex

    func qualify(
        _ node: SyntaxTree.Node,
        _ field: NodeField,
        _ schema: String,
        _ edits: inout EditList
    ) throws(ProxyError) {
        let parts = Array(tree.list(of: node, field))
        guard let location = tree.location(of: node), let first = parts.first,
            let last = parts.last, let token = tokens.position(of: location)
        else { throw Verification.failure("a name has no place in the text") }
        let name = tree.span(of: last).lowerBound
        // The client's schema, or catalog and schema, go; ours takes their place.
        let start = token + 2 * (parts.count - 1)
        guard start < tokens.count else {
            throw Verification.failure("a name is shorter than it was")
        }
        edits.replace(
            location..<tokens.range(start).lowerBound,
            with: SQLText.identifier(schema) + "."
        )
        edits.replaceTree(
            tree.span(of: first).lowerBound..<name,
            with: [.bytes(Self.bytes(of: schema))]
        )
    }

    /// One part of a name in a tree.
    static func bytes(of part: String) -> [UInt8] {
        TreeStream.node(.string) + TreeStream.string(.sval, part) + TreeStream.nodeEnd
    }
}
