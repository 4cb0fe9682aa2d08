// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// `SELECT set_config('name', 'value', is_local)` alone: SET in the shape of a query (R65).
///
/// All other uses of the function stay refused.
extension MessageRewrite {
    mutating func settingCall(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement? {
        guard tree.tag(statement) == .selectStmt,
            let target = tree.child(of: statement, .targetList),
            tree.end(of: target) == tree.end(of: statement),
            let call = tree.child(of: target, .val), tree.tag(call) == .funcCall,
            let function = tree.texts(of: call, .funcname),
            function == ["set_config"] || function == ["pg_catalog", "set_config"]
        else { return nil }
        let arguments = tree.list(of: call, .args).map { $0 }
        guard arguments.count == 3, tree.tag(arguments[2]) == .aConst,
            let flag = tree.child(of: arguments[2], .val), tree.tag(flag) == .boolean,
            let name = text(arguments[0]), let value = text(arguments[1])
        else { return nil }
        try NodeRules.check(tree, statement)
        let isLocal = tree.bool(flag, .boolval)
        let column = SQLText.identifier(tree.string(target, .name) ?? "set_config")
        func select(_ sql: String) -> String { "SELECT \(sql) AS \(column)" }
        switch try SettingPolicy.resolve(name: name, value: value) {
        case .forwarded(let name, let value):
            let call =
                "pg_catalog.set_config(\(SQLText.literal(name)), \(SQLText.literal(value)), \(isLocal))"
            try substitute(statement, select(call))
            return RewrittenStatement(kind: isLocal ? .plain : .setForwarded(name: name))
        case .virtual(let name, let value):
            try checkIdentity(name, value)
            try substitute(statement, select(SQLText.literal(value) + "::pg_catalog.text"))
            return RewrittenStatement(
                kind: .setVirtual(name: name, value: value, isLocal: isLocal)
            )
        case .fixedNoEffect:
            try substitute(statement, select(SQLText.literal(value) + "::pg_catalog.text"))
            return RewrittenStatement(kind: .plain)
        }
    }

    private func text(_ node: SyntaxTree.Node) -> String? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val),
            tree.tag(value) == .string
        else { return nil }
        return tree.string(value, .sval) ?? ""
    }
}
