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
        var text = "SELECT " + expressions.joined(separator: ", ")
        if !fromItems.isEmpty { text += " FROM " + fromItems.joined(separator: ", ") }
        tree = try Self.parse(text)
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
        if let tree, let select = tree.statements.first.flatMap({ tree.child(of: $0, .stmt) }) {
            for (place, target) in tree.list(of: select, .targetList).enumerated()
            where place == index {
                if let value = tree.child(of: target, .val) { return (tree, value) }
            }
        }
        throw Verification.failure("fragment \(index) is missing")
    }

    func fromItem(_ index: Index) throws(ProxyError) -> StreamEdit.Piece {
        if let tree, let select = tree.statements.first.flatMap({ tree.child(of: $0, .stmt) }) {
            for (place, item) in tree.list(of: select, .fromClause).enumerated()
            where place == index {
                return .span(tree, tree.span(of: item))
            }
        }
        throw Verification.failure("fragment \(index) is missing")
    }
}
