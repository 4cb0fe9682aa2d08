// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// SET, RESET and SHOW (R65), and the settings of a transaction (R10).
extension MessageRewrite {
    /// What stands in for a statement that has no effect on a backend.
    static let harmless = "SET backslash_quote TO 'safe_encoding'"

    /// A harmless SET that warns as the client's would where LOCAL means nothing.
    static func harmless(isLocal: Bool) -> String {
        isLocal ? "SET LOCAL backslash_quote TO 'safe_encoding'" : harmless
    }

    mutating func set(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        let name = tree.string(statement, .name) ?? ""
        let isLocal = tree.bool(statement, .isLocal)
        switch tree.value(statement, .kind, as: VariableSetKind.self) {
        case .setValue:
            let value = try settingValue(statement)
            switch try SettingPolicy.resolve(name: name, value: value) {
            case .forwarded(let name, let value):
                let local = isLocal ? "LOCAL " : ""
                try substitute(
                    statement,
                    "SET \(local)\(name) TO \(SQLText.literal(value))"
                )
                // What is LOCAL ends with the transaction, and so on this backend.
                return RewrittenStatement(kind: isLocal ? .plain : .setForwarded(name: name))
            case .virtual(let name, let value):
                try checkIdentity(name, value)
                try substitute(statement, Self.harmless(isLocal: isLocal))
                return RewrittenStatement(
                    kind: .setVirtual(name: name, value: value, isLocal: isLocal)
                )
            case .fixedNoEffect:
                try substitute(statement, Self.harmless(isLocal: isLocal))
                return RewrittenStatement(kind: .plain)
            }
        case .setDefault, .reset:
            let isReset =
                tree.value(statement, .kind, as: VariableSetKind.self) == .reset
            let tag = isReset ? "RESET" : nil
            let setting = try SettingPolicy.reset(name: name)
            guard setting.hasEffect else {
                try substitute(statement, Self.harmless(isLocal: isLocal))
                return RewrittenStatement(kind: .plain, commandTag: tag)
            }
            if setting.isVirtual {
                try substitute(statement, Self.harmless(isLocal: isLocal))
                return RewrittenStatement(
                    kind: .setVirtual(name: setting.name, value: nil, isLocal: isLocal),
                    commandTag: tag
                )
            }
            let local = isLocal ? "LOCAL " : ""
            try substitute(
                statement,
                isReset
                    ? "RESET \(setting.name)" : "SET \(local)\(setting.name) TO DEFAULT",
                hole: .reset(name: setting.name, isLocal: isLocal)
            )
            return RewrittenStatement(
                kind: isLocal ? .plain : .setForwarded(name: setting.name),
                commandTag: tag
            )
        case .resetAll: return RewrittenStatement(kind: .resetAll)
        case .setMulti: return try setTransaction(statement, name)
        case .setCurrent:
            throw ProxyError(.featureNotSupported, "SET FROM CURRENT is not supported")
        }
    }

    /// The text of a SET's value.
    private func settingValue(_ statement: SyntaxTree.Node) throws(ProxyError) -> String {
        var parts: [String] = []
        for argument in tree.list(of: statement, .args) {
            guard tree.tag(argument) == .aConst, let value = tree.child(of: argument, .val) else {
                // SET TIME ZONE INTERVAL '…'.
                throw ProxyError(
                    .featureNotSupported,
                    "SET to something other than constants is not supported"
                )
            }
            switch tree.tag(value) {
            case .integer: parts.append(String(tree.int(value, .ival)))
            case .float: parts.append(tree.string(value, .fval) ?? "")
            case .boolean: parts.append(tree.bool(value, .boolval) ? "on" : "off")
            default: parts.append(tree.string(value, .sval) ?? "")
            }
        }
        let name = tree.string(statement, .name) ?? ""
        // The elements of a search path are names; they keep their spelling and their borders.
        if name.lowercased() == "search_path" {
            return parts.map(SQLText.identifier).joined(separator: ", ")
        }
        return parts.joined(separator: ", ")
    }

    /// A session may become itself and nobody else.
    func checkIdentity(_ name: String, _ value: String) throws(ProxyError) {
        guard name == "session_authorization" else { return }
        guard value == context.policy.identity.user else {
            throw ProxyError(
                .insufficientPrivilege,
                "permission denied to set session authorization"
            )
        }
    }

    mutating func show(_ statement: SyntaxTree.Node) throws(ProxyError) -> RewrittenStatement {
        let name = tree.string(statement, .name) ?? ""
        if name == "all" {
            try substitute(statement, "SELECT NULL::pg_catalog.text", hole: .allShown)
            return RewrittenStatement(kind: .show, commandTag: "SHOW")
        }
        let setting = try SettingPolicy.show(name: name)
        guard setting.isVirtual else { return RewrittenStatement(kind: .plain) }
        try substitute(
            statement,
            "SELECT NULL::pg_catalog.text",
            hole: .shown(name: setting.name)
        )
        return RewrittenStatement(kind: .show, commandTag: "SHOW")
    }

    // MARK: transactions

    mutating func transaction(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement {
        let savepoint = tree.string(statement, .savepointName) ?? ""
        switch tree.value(statement, .kind, as: TransactionStmtKind.self) {
        case .begin:
            try substitute(statement, "BEGIN" + (try transactionModes(statement, .options)))
            return RewrittenStatement(kind: .begin)
        case .start:
            let modes = try transactionModes(statement, .options)
            try substitute(statement, "START TRANSACTION" + modes)
            return RewrittenStatement(kind: .begin)
        case .commit: return RewrittenStatement(kind: .commit)
        case .rollback: return RewrittenStatement(kind: .rollback)
        case .savepoint: return RewrittenStatement(kind: .savepoint(.define(savepoint)))
        case .release: return RewrittenStatement(kind: .savepoint(.release(savepoint)))
        case .rollbackTo: return RewrittenStatement(kind: .savepoint(.rollBackTo(savepoint)))
        case .prepare, .commitPrepared, .rollbackPrepared:
            throw ProxyError(.featureNotSupported, "two-phase commit is not supported")
        }
    }

    private mutating func setTransaction(
        _ statement: SyntaxTree.Node,
        _ name: String
    ) throws(ProxyError) -> RewrittenStatement {
        guard let command = ["TRANSACTION", "SESSION CHARACTERISTICS"].first(where: { $0 == name })
        else {
            throw ProxyError(.featureNotSupported, "SET \(name) is not supported")
        }
        let modes = try transactionModes(statement, .args)
        if command == "TRANSACTION" {
            try substitute(statement, "SET TRANSACTION" + modes)
            return RewrittenStatement(kind: .plain)
        }
        // What it stands for are settings of the session with names of their own.
        let hasEffect = tree.list(of: statement, .args).contains {
            tree.string($0, .defname) != "transaction_read_only"
        }
        guard hasEffect else {
            try substitute(statement, Self.harmless)
            return RewrittenStatement(kind: .plain)
        }
        try substitute(statement, "SET SESSION CHARACTERISTICS AS TRANSACTION" + modes)
        return RewrittenStatement(kind: .setForwarded(name: "default_transaction_isolation"))
    }

    /// The modes of a transaction as SQL; READ WRITE becomes READ ONLY (R10).
    private func transactionModes(
        _ statement: SyntaxTree.Node,
        _ field: NodeField
    ) throws(ProxyError) -> String {
        var modes: [String] = []
        for option in tree.list(of: statement, field) {
            let value = tree.child(of: option, .arg).flatMap { argument in
                tree.child(of: argument, .val)
            }
            switch tree.string(option, .defname) {
            case "transaction_isolation":
                let level = value.flatMap { tree.string($0, .sval) } ?? ""
                guard SettingValue.isolations.contains(level) else {
                    throw ProxyError(.featureNotSupported, "unknown isolation level")
                }
                modes.append("ISOLATION LEVEL " + level.uppercased())
            case "transaction_read_only": break
            case "transaction_deferrable":
                let isOn = value.map { tree.int($0, .ival) != 0 } ?? false
                modes.append(isOn ? "DEFERRABLE" : "NOT DEFERRABLE")
            default:
                throw ProxyError(.featureNotSupported, "unknown transaction mode")
            }
        }
        modes.append("READ ONLY")
        return " " + modes.joined(separator: ", ")
    }

    /// Puts a statement of ours in the place of the client's.
    mutating func substitute(
        _ statement: SyntaxTree.Node,
        _ sql: String,
        hole: SessionHole.Content? = nil
    ) throws(ProxyError) {
        guard let range = textRange(of: statement) else {
            throw Verification.failure("a statement has no place in the text")
        }
        let fragment = try Fragments.parse(sql)
        guard let raw = fragment.statements.first, let node = fragment.child(of: raw, .stmt) else {
            throw Verification.failure("an empty fragment")
        }
        edits.replace(range, with: sql, hole: hole)
        edits.replaceTree(
            tree.span(of: statement),
            with: [.span(fragment, fragment.span(of: node))]
        )
    }

    /// The bytes of a statement from its first token to its last, without the semicolon.
    mutating func textRange(of statement: SyntaxTree.Node) -> Range<Int>? {
        guard let raw = tree.parent(of: statement) else { return nil }
        let range = tree.textRange(ofStatement: raw)
        let tokens = tokens()
        var bounds: Range<Int>?
        for position in tokens.firstPosition(from: range.lowerBound)..<tokens.count {
            let token = tokens.range(position)
            guard token.lowerBound < range.upperBound else { break }
            if text[token.lowerBound] == UInt8(ascii: ";") {
                // The semicolons of empty statements in front belong to the range.
                if bounds == nil { continue }
                break
            }
            bounds = (bounds?.lowerBound ?? token.lowerBound)..<token.upperBound
        }
        return bounds
    }
}
