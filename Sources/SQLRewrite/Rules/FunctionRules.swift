// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Which functions a statement may call (R57 to R59).
extension StatementAnalysis {
    enum Callee {
        /// A function of pg_catalog.
        case builtin(String, BuiltinCall)
        /// One that the configuration allows; nothing is known of it.
        case extra
        /// A session function that the proxy answers with a constant.
        case sessionValue(SessionValues)
    }

    mutating func callee(of node: Node) throws(ProxyError) -> Callee {
        let names = tree.texts(of: node, .funcname) ?? []
        let name = names.last ?? ""
        let count = tree.list(of: node, .args).count
        let spelled = names.joined(separator: ".")
        guard names.count <= 2 else {
            throw failure(
                .featureNotSupported,
                "cross-database references are not implemented: \(spelled)",
                at: node
            )
        }
        let schema = names.count == 2 ? names[0] : nil
        if schema == nil || schema == "pg_catalog",
            let call = BuiltinFunctions.shared.call(named: name, argumentCount: count)
        {
            if count == 0, let value = SessionValues(functionName: name) {
                return .sessionValue(value)
            }
            switch call.verdict {
            case .allow, .guarded: return .builtin(name, call)
            case .virtual where name == "version": return .builtin(name, call)
            // asyncpg resets a connection with it. Nobody can take such a lock, so it frees none.
            case .virtual where name == "pg_advisory_unlock_all": return .builtin(name, call)
            case .virtual, .deny:
                throw failure(
                    .insufficientPrivilege,
                    "permission denied for function \(name)",
                    at: node
                )
            }
        }
        if let schema {
            let wanted = Catalog.QualifiedName(schema: schema, name: name)
            if context.policy.extraFunctions.contains(wanted) { return .extra }
        } else {
            for schema in context.searchPath {
                let wanted = Catalog.QualifiedName(schema: schema, name: name)
                if context.policy.extraFunctions.contains(wanted) {
                    qualifiedFunctions.append((node, schema))
                    return .extra
                }
            }
        }
        var missing = failure(
            .undefinedFunction,
            "function \(spelled) does not exist",
            at: node
        )
        missing.hint = "No function of that name that takes \(count) arguments may be called here."
        throw missing
    }

    /// The columns of a function in FROM.
    mutating func functionColumns(
        of node: Node,
        alias: String?
    ) throws(ProxyError) -> (columns: [Column], functionName: String) {
        var columns: [Column] = []
        var firstName = ""
        for function in tree.list(of: node, .functions) {
            guard let call = tree.elements(of: function).first(where: { _ in true }) else {
                continue
            }
            guard tree.tag(call) == .funcCall else {
                throw failure(
                    .featureNotSupported,
                    "an expression in FROM that is no function is not supported",
                    at: call
                )
            }
            let name = tree.texts(of: call, .funcname)?.last ?? ""
            if firstName.isEmpty { firstName = name }
            let definitions = definedColumns(function) + definedColumns(node)
            if !definitions.isEmpty {
                columns += definitions
                continue
            }
            switch try callee(of: call) {
            case .builtin(_, let builtin):
                let candidates = builtin.overloads
                let named = candidates.map(\.outputColumns).filter { !$0.isEmpty }
                if let names = named.first {
                    // Overloads of one name and number of arguments differ in types at most.
                    guard named.allSatisfy({ $0 == names }) && named.count == candidates.count
                    else {
                        throw failure(
                            .featureNotSupported,
                            "the columns of function \(name) are not certain",
                            at: call
                        )
                    }
                    columns += names.map { Column(name: $0, type: .unresolved, isSafe: true) }
                } else {
                    let type = builtin.result ?? resultOfConstants(call, candidates)
                    columns.append(Column(name: alias ?? name, type: type, isSafe: type.isKnown))
                }
            case .extra:
                columns.append(Column(name: alias ?? name, type: .unresolved, isSafe: false))
            case .sessionValue:
                throw failure(
                    .featureNotSupported,
                    "function \(name) in FROM is not supported",
                    at: call
                )
            }
        }
        if tree.bool(node, .ordinality) {
            columns.append(Column(name: "ordinality", type: .bigint, isSafe: true))
        }
        return (columns, firstName)
    }

    /// The result of a call with constants for arguments: those of no other type decide the overload.
    private func resultOfConstants(_ call: Node, _ overloads: [BuiltinFunction]) -> TypeID {
        let types = tree.list(of: call, .args).map { argument -> TypeID in
            switch tree.tag(argument) {
            case .aConst: return constant(argument).type
            case .typeCast:
                guard let type = tree.child(of: argument, .typeName),
                    let operand = tree.child(of: argument, .arg), tree.tag(operand) == .aConst
                else { return .unresolved }
                return TypeRules.type(of: type, in: tree)
            default: return .unresolved
            }
        }
        guard types.allSatisfy(\.isKnown) else { return .unresolved }
        let exact = overloads.filter { $0.arguments == types }
        return exact.count == 1 ? exact[0].result : .unresolved
    }

    private func definedColumns(_ node: Node) -> [Column] {
        var columns: [Column] = []
        for child in tree.children(of: node) where tree.tag(child) == .columnDef {
            columns.append(
                Column(
                    name: tree.string(child, .colname) ?? "",
                    type: tree.child(of: child, .typeName).map {
                        TypeRules.type(of: $0, in: tree)
                    } ?? .unresolved,
                    isSafe: true
                )
            )
        }
        return columns
    }
}
