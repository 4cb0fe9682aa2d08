// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A number for some nodes of a statement, found by their place: the same question is asked for every name
/// and for each node above it.
struct NodeNumbers {
    private let first: SyntaxTree.Node
    private var numbers: [Int32]

    /// - Parameter nodes: Those that may have a number.
    init(_ nodes: Range<SyntaxTree.Node>) {
        first = nodes.lowerBound
        numbers = [Int32](repeating: -1, count: nodes.count)
    }

    subscript(node: SyntaxTree.Node) -> Int? {
        get {
            let number = numbers[node - first]
            return number < 0 ? nil : Int(number)
        }
        set { numbers[node - first] = newValue.map { Int32($0) } ?? -1 }
    }
}
