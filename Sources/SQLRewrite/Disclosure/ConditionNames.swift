// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The clause whose condition is no condition: the server blames an AND that the filter brought along.
package enum ConditionNames {
    private static let blamed = "argument of AND must be type boolean"

    /// A message in terms of the client's text, which is parsed once more; errors may take their time.
    ///
    /// The position is in characters of that text, from 1.
    package static func corrected(
        _ message: String,
        at position: Int,
        in clientText: [UInt8]
    ) -> String {
        guard message.hasPrefix(blamed), let clause = clause(at: position, in: clientText) else {
            return message
        }
        return "argument of \(clause) must be type boolean" + message.dropFirst(blamed.count)
    }

    private static func clause(at position: Int, in clientText: [UInt8]) -> String? {
        let limits = RewriteLimits()
        return clientText.withUnsafeBytes { client -> String? in
            let blanked = try? StatementText.blanked(client, limits: limits)
            return (blanked ?? clientText).withUnsafeBytes { text in
                guard let tree = try? SyntaxTree(parsing: text, depthMax: limits.treeDepthMax)
                else { return nil }
                for node in 0..<tree.count {
                    let (field, clause): (NodeField, String) =
                        switch tree.tag(node) {
                        case .selectStmt: (.whereClause, "WHERE")
                        case .joinExpr: (.quals, "JOIN/ON")
                        default: (.none, "")
                        }
                    guard field != .none, let condition = tree.child(of: node, field),
                        !isConjunction(condition, tree),
                        let start = start(of: condition, tree),
                        characters(in: client, before: start) == position - 1
                    else { continue }
                    return clause
                }
                return nil
            }
        }
    }

    private static func isConjunction(_ node: SyntaxTree.Node, _ tree: SyntaxTree) -> Bool {
        tree.tag(node) == .boolExpr
            && tree.value(node, .boolop, as: BoolExprType.self) == .andExpr
    }

    /// An operator is named in its middle and blamed from its first operand on.
    private static func start(of node: SyntaxTree.Node, _ tree: SyntaxTree) -> Int? {
        (node..<tree.end(of: node)).compactMap { tree.location(of: $0) }.min()
    }

    private static func characters(in text: UnsafeRawBufferPointer, before offset: Int) -> Int {
        text.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
