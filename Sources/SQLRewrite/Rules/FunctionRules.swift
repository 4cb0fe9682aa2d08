// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Which functions a statement may call (R57 to R59).
extension StatementAnalysis {
    enum Callee {
        /// A function of pg_catalog.
        case builtin(String, BuiltinCall)
        /// One of a listed extension, or one that the configuration allows.
        case user(UserCall)
        /// A session function that the proxy answers with a constant.
        case sessionValue(SessionValues)
        /// One that an answer of the proxy stands for.
        case virtual(String)
        /// No function but a type's name: a cast written as a call.
        case conversion(TypeID)
    }

    /// Finds the function that a call means.
    ///
    /// - Parameters:
    ///   - node: The call.
    ///   - types: Of its arguments, when they are known already.
    /// - Returns: What may be called.
    /// - Throws: 42883 or 42501 when nothing may.
    func callee(of node: Node, types: [TypeID]? = nil) throws(ProxyError) -> Callee {
        let (name, parts) = tree.lastText(of: node, .funcname)
        var count = tree.list(of: node, .args).count
        // The ordered arguments of `WITHIN GROUP` count as arguments.
        if tree.bool(node, .aggWithinGroup) { count += tree.list(of: node, .aggOrder).count }
        // In FROM, the bare name takes several arrays and unnests each.
        if parts == 1, name == "unnest", count > 1, isItemOfFrom(node) { count = 1 }
        guard parts <= 2 else {
            throw failure(
                .featureNotSupported,
                "cross-database references are not implemented: "
                    + (tree.texts(of: node, .funcname) ?? []).joined(separator: "."),
                at: node
            )
        }
        let schema = parts == 2 ? tree.texts(of: node, .funcname)?.first : nil
        if schema == "information_schema", Self.rowHelpers.contains(name), count == 2 {
            return .virtual(name)
        }
        let user =
            schema == "pg_catalog"
            ? nil : userCall(schema: schema, name: name, argumentCount: count, types: types)
        if let user, user.isExact { return .user(user) }
        if schema == nil || schema == "pg_catalog", VirtualFunctions.contains(name),
            try name == "age" ? isAgeOfTransaction(node, count, types) : true,
            // A parser may be given by its name as well, which is another rule's.
            name != "ts_token_type" || types?.first == StatementAnalysis.oidType
        {
            return .virtual(name)
        }
        if schema == nil || schema == "pg_catalog",
            let all = BuiltinFunctions.shared.call(named: name, argumentCount: count)
        {
            let call = types.map { all.narrowed(to: $0) } ?? all
            if count == 0, let value = SessionValues(functionName: name) {
                return .sessionValue(value)
            }
            switch call.verdict {
            case .allow, .guarded: return .builtin(name, call)
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
        if let user { return .user(user) }
        if schema == nil || schema == "pg_catalog", let type = conversion(node, name, types) {
            return .conversion(type)
        }
        throw missingFunction(node, tree.texts(of: node, .funcname) ?? [], types)
    }

    /// The type that a call with one plain argument casts to, as the server reads it where there is no
    /// function of that name: of a constant without a type, or by way of its text.
    private func conversion(_ call: Node, _ name: String, _ types: [TypeID]?) -> TypeID? {
        guard let source = types?.first, types?.count == 1, source != .record,
            source == .untyped || source.isKnown, TypeRules.isScalar(name), !isItemOfFrom(call),
            !tree.bool(call, .aggStar), !tree.bool(call, .aggDistinct),
            !tree.bool(call, .funcVariadic), !tree.bool(call, .aggWithinGroup),
            tree.child(of: call, .over) == nil, tree.child(of: call, .aggFilter) == nil,
            tree.child(of: call, .aggOrder) == nil,
            tree.list(of: call, .args).allSatisfy({ tree.tag($0) != .namedArgExpr })
        else { return nil }
        let type = BuiltinTypes.shared.type(named: name)
        return type.isKnown ? type : nil
    }

    /// Functions of information_schema that take rows of pg_attribute and pg_type (R71).
    static let rowHelpers: Set<String> = ["_pg_truetypid", "_pg_truetypmod"]

    /// `age(xid)`; of timestamps it is an ordinary function (R58).
    ///
    /// - Throws: When that is not certain: either guess would be wrong rows or the server's counter.
    private func isAgeOfTransaction(
        _ node: Node,
        _ count: Int,
        _ types: [TypeID]?
    ) throws(ProxyError) -> Bool {
        guard count == 1, let type = types?.first else { return count == 1 }
        if type == .unresolved {
            var uncertain = failure(
                .featureNotSupported,
                "age of an expression whose type is not certain is not supported",
                at: node
            )
            uncertain.hint = "Cast the argument to timestamp or timestamptz."
            throw uncertain
        }
        return ![TypeID.timestamp, .timestamptz, .date, .untyped].contains(type)
    }

    func isItemOfFrom(_ call: Node) -> Bool {
        guard let item = tree.parent(of: call) else { return false }
        return tree.tag(item) == .list && tree.field(of: item) == .functions
    }
}
