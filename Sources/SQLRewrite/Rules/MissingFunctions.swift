// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// A call of a function that is not there, in the server's words: analysts meet them daily with the
/// functions of other databases (R77).
extension StatementAnalysis {
    func missingFunction(_ call: Node, _ names: [String], _ types: [TypeID]?) -> ProxyError {
        let spelled = names.joined(separator: ".")
        var missing = failure(
            .undefinedFunction,
            "function \(spelled)\(argumentTypes(of: call, types)) does not exist",
            at: call
        )
        missing.hint =
            tree.list(of: call, .aggOrder).isEmpty || tree.bool(call, .aggWithinGroup)
            ? Self.noFunctionHint : Self.noAggregateHint
        return missing
    }

    /// The server prints what it looked for; empty when a type is not known to us.
    private func argumentTypes(of call: Node, _ types: [TypeID]?) -> String {
        var arguments = Array(tree.list(of: call, .args))
        if tree.bool(call, .aggWithinGroup) {
            arguments += tree.list(of: call, .aggOrder).compactMap { tree.child(of: $0, .node) }
        }
        var words: [String] = []
        for (place, argument) in arguments.enumerated() {
            var type = types.flatMap { place < $0.count ? $0[place] : nil } ?? .unresolved
            // A call in FROM is looked up before its arguments are judged.
            if type == .unresolved { type = expressions[argument - statement].type }
            if type == .unresolved, tree.tag(argument) == .aConst { type = constant(argument).type }
            guard type != .unresolved, case let name = context.types.name(of: type), !name.isEmpty
            else { return "" }
            let label =
                tree.tag(argument) == .namedArgExpr
                ? (tree.string(argument, .name) ?? "") + " => " : ""
            words.append(label + name)
        }
        return "(" + words.joined(separator: ", ") + ")"
    }

    private static let noFunctionHint =
        "No function matches the given name and argument types. You might need to add explicit type casts."
    private static let noAggregateHint =
        "No aggregate function matches the given name and argument types. Perhaps you misplaced ORDER BY; "
        + "ORDER BY must appear after all regular arguments of the aggregate."
}
