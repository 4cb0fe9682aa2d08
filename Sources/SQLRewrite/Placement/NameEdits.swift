// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

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
        let bytes =
            TreeStream.node(.string) + TreeStream.string(.sval, schema) + TreeStream.nodeEnd
        edits.replaceTree(tree.span(of: first).lowerBound..<name, with: [.bytes(bytes)])
    }
}
