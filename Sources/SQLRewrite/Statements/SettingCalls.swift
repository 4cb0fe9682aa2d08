// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// `SELECT set_config('name', 'value', is_local)` alone: SET in the shape of a query (R65).
///
/// All other uses of the function stay refused, but for settings whose change does nothing.
extension MessageRewrite {
    mutating func settingCall(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement? {
        guard tree.tag(statement) == .selectStmt,
            let target = tree.child(of: statement, .targetList),
            let call = tree.child(of: target, .val), tree.tag(call) == .funcCall,
            let function = tree.texts(of: call, .funcname),
            function == ["set_config"] || function == ["pg_catalog", "set_config"]
        else { return nil }
        let arguments = tree.list(of: call, .args).map { $0 }
        guard arguments.count == 3, tree.tag(arguments[2]) == .aConst,
            let flag = tree.child(of: arguments[2], .val), tree.tag(flag) == .boolean,
            let name = text(arguments[0]), let value = text(arguments[1]),
            tree.end(of: target) == tree.end(of: statement)
                || isOneSetting(statement, named: name)
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

    /// Whether the call runs once, for the row of its own setting: `FROM pg_show_all_settings() WHERE
    /// name = 'bytea_output'`, as pgAdmin connects.
    private func isOneSetting(_ statement: SyntaxTree.Node, named name: String) -> Bool {
        let targets = tree.list(of: statement, .targetList).map { $0 }
        let items = tree.list(of: statement, .fromClause).map { $0 }
        guard targets.count == 1, items.count == 1,
            let condition = tree.child(of: statement, .whereClause),
            tree.children(of: statement).map({ $0 }) == targets + items + [condition],
            SettingPolicy.canonicalName(name) == name,
            tree.tag(condition) == .aExpr, tree.lastText(of: condition, .name).text == "=",
            let column = tree.child(of: condition, .lexpr), tree.tag(column) == .columnRef,
            tree.texts(of: column, .fields) == ["name"],
            let other = tree.child(of: condition, .rexpr), text(other) == name
        else { return false }
        switch tree.tag(items[0]) {
        case .rangeVar:
            return tree.string(items[0], .relname) == "pg_settings"
                && [nil, "pg_catalog"].contains(tree.string(items[0], .schemaname))
                && tree.child(of: items[0], .alias) == nil
        case .rangeFunction:
            let functions = tree.list(of: items[0], .functions).map { $0 }
            guard functions.count == 1, tree.child(of: items[0], .alias) == nil,
                let call = tree.children(of: functions[0]).first(where: {
                    tree.tag($0) == .funcCall
                })
            else { return false }
            return tree.texts(of: call, .funcname) == ["pg_show_all_settings"]
                && tree.list(of: call, .args).isEmpty
        default: return false
        }
    }

    private func text(_ node: SyntaxTree.Node) -> String? {
        guard tree.tag(node) == .aConst, let value = tree.child(of: node, .val),
            tree.tag(value) == .string
        else { return nil }
        return tree.string(value, .sval) ?? ""
    }
}
