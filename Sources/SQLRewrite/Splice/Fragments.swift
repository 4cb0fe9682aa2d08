// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// SQL of our own that goes into a statement, parsed apart from the client's text: what a rewritten
/// statement is compared with cannot have been bent by what surrounds it.
struct Fragments {
    /// The place of an expression among the collected ones.
    typealias Index = Int

    private var expressions: [String] = []
    private var fromItems: [String] = []
    private var tree: SyntaxTree?
    private var expressionNodes: [SyntaxTree.Node] = []
    private var itemNodes: [SyntaxTree.Node] = []

    mutating func add(expression: String) -> Index {
        expressions.append(expression)
        return expressions.count - 1
    }

    mutating func add(fromItem: String) -> Index {
        fromItems.append(fromItem)
        return fromItems.count - 1
    }

    /// Parses all that was added, at once.
    mutating func parse() throws(ProxyError) {
        if expressions.isEmpty && fromItems.isEmpty { return }
        var text = "SELECT " + expressions.joined(separator: ", ")
        if !fromItems.isEmpty { text += " FROM " + fromItems.joined(separator: ", ") }
        let tree = try Self.parse(text)
        guard let select = tree.statements.first.flatMap({ tree.child(of: $0, .stmt) }) else {
            throw Verification.failure("no fragments")
        }
        expressionNodes = tree.list(of: select, .targetList).compactMap {
            tree.child(of: $0, .val)
        }
        itemNodes = Array(tree.list(of: select, .fromClause))
        // Each is one thing, or one of them has taken another apart.
        guard expressionNodes.count == expressions.count, itemNodes.count == fromItems.count else {
            throw Verification.failure("fragments run into each other: \(text)")
        }
        self.tree = tree
    }

    /// - Throws: XX000, since a text of ours that does not parse is our mistake.
    static func parse(_ text: String) throws(ProxyError) -> SyntaxTree {
        var text = text
        let result = text.withUTF8 { buffer in
            Result { () throws(ProxyError) in
                try SyntaxTree(parsing: UnsafeRawBufferPointer(buffer), depthMax: 1_000)
            }
        }
        switch result {
        case .success(let tree): return tree
        case .failure(let error):
            throw Verification.failure("a fragment does not parse: \(error.message): \(text)")
        }
    }

    /// The bytes of an expression.
    func expression(_ index: Index) throws(ProxyError) -> StreamEdit.Piece {
        let (tree, node) = try expressionNode(index)
        return .span(tree, tree.span(of: node))
    }

    func expressionNode(_ index: Index) throws(ProxyError) -> (SyntaxTree, SyntaxTree.Node) {
        guard let tree, index < expressionNodes.count else {
            throw Verification.failure("fragment \(index) is missing")
        }
        return (tree, expressionNodes[index])
    }

    func fromItem(_ index: Index) throws(ProxyError) -> StreamEdit.Piece {
        guard let tree, index < itemNodes.count else {
            throw Verification.failure("fragment \(index) is missing")
        }
        return .span(tree, tree.span(of: itemNodes[index]))
    }
}
