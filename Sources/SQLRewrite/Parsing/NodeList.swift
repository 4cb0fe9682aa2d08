// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The children of a node, in order.
package struct NodeChildren: Sequence, IteratorProtocol {
    let tree: SyntaxTree
    private var cursor: SyntaxTree.Node
    private let end: SyntaxTree.Node

    init(tree: SyntaxTree, first: SyntaxTree.Node, end: SyntaxTree.Node) {
        self.tree = tree
        self.end = end
        cursor = first
    }

    package mutating func next() -> SyntaxTree.Node? {
        guard cursor < end else { return nil }
        defer { cursor = tree.end(of: cursor) }
        return cursor
    }
}

/// The elements of the list in a field; a field that holds one node looks like a list of one.
package struct NodeList: Sequence, IteratorProtocol {
    let tree: SyntaxTree
    /// The first element, nil when the list is absent.
    package let first: SyntaxTree.Node?
    package let field: NodeField
    private var cursor: SyntaxTree.Node
    private let parentEnd: SyntaxTree.Node

    init(
        tree: SyntaxTree,
        first: SyntaxTree.Node?,
        parentEnd: SyntaxTree.Node,
        field: NodeField
    ) {
        self.tree = tree
        self.first = first
        self.parentEnd = parentEnd
        self.field = field
        cursor = first ?? parentEnd
    }

    package mutating func next() -> SyntaxTree.Node? {
        guard cursor < parentEnd, tree.field(of: cursor) == field else { return nil }
        defer { cursor = tree.end(of: cursor) }
        return cursor
    }

    package var isEmpty: Bool { first == nil }

    /// Linear in the number of elements.
    package var count: Int {
        var count = 0
        for _ in self { count += 1 }
        return count
    }
}
