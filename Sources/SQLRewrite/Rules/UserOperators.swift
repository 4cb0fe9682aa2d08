// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// An operator of an extension in the statement, and how it must be written.
struct UserOperator {
    enum Form {
        /// `a % b`: the name between its operands.
        case infix
        /// `a LIKE b`: a keyword in the operator's place.
        case keyword
        /// `a IN (b, c)`: an array of the operand's type.
        case list(TypeID)
    }

    let node: SyntaxTree.Node
    let form: Form
    let schema: String
    let name: String
}

/// Operators outside pg_catalog (R60): those of listed extensions are written with their schema,
/// all others do not exist.
extension StatementAnalysis {
    struct ResolvedOperator {
        let schema: String
        let result: TypeID
        let isSafe: Bool
    }

    /// The extension's operator that two operands mean; nil when it is one of pg_catalog's.
    ///
    /// - Throws: 42883 when it is one that nobody may use.
    func userOperator(
        _ name: String,
        _ left: TypeID?,
        _ right: TypeID,
        at node: Node
    ) throws(ProxyError) -> ResolvedOperator? {
        let objects = context.policy.objects
        let open = objects.operators(named: name)
        let closed = objects.closedOperators(named: name)
        guard !open.isEmpty || !closed.isEmpty else { return nil }
        if let exact = matches(open, left, right, exactly: true).first {
            return resolved(exact, among: [exact])
        }
        let isBuiltin = OperatorSafety.resolve(name, left, right).result != .unresolved
        if !isBuiltin, (left?.isUser ?? false) || right.isUser || !Self.isBuiltinName(name) {
            let found = matches(open, left, right, exactly: false)
            if let first = found.first { return resolved(first, among: found) }
        }
        let isOfUsers = (left?.isUser ?? false) || right.isUser
        if isOfUsers, !matches(closed, left, right, exactly: true).isEmpty {
            let operands = [left, right].compactMap(\.self).map { context.types.name(of: $0) }
            throw failure(
                .undefinedFunction,
                "operator does not exist: "
                    + (left == nil
                        ? "\(name) \(operands[0])" : operands.joined(separator: " \(name) ")),
                at: node
            )
        }
        return nil
    }

    private func resolved(
        _ first: Catalog.Operator,
        among found: [Catalog.Operator]
    ) -> ResolvedOperator {
        let types = context.types
        let isCertain = found.allSatisfy { $0.result == first.result }
        return ResolvedOperator(
            schema: first.name.schema,
            result: isCertain ? types.base(of: types.type(oid: first.result)) : .unresolved,
            isSafe: found.allSatisfy(\.isLeakproof)
        )
    }

    private static func isBuiltinName(_ name: String) -> Bool {
        BuiltinOperators.shared.names.contains(name)
    }

    /// Operators for these operands; an operand without a type is of the other's.
    private func matches(
        _ operators: [Catalog.Operator],
        _ left: TypeID?,
        _ right: TypeID,
        exactly: Bool
    ) -> [Catalog.Operator] {
        let types = context.types
        func storage(_ type: TypeID) -> TypeID { type == .varchar ? .text : type }
        var first = left.map(storage)
        var second = storage(right)
        if exactly {
            if first == .untyped {
                first = second
            } else if second == .untyped {
                second = first ?? .text
            }
            if first == .untyped { first = .text }
            if second == .untyped { second = .text }
        }
        func fits(_ given: TypeID, _ wanted: UInt32) -> Bool {
            let wanted = types.base(of: types.type(oid: wanted))
            if exactly || given.isUser { return given.isKnown && given == wanted }
            if wanted.isUser { return !given.isKnown }
            return Self.fits(given, wanted)
        }
        return operators.filter { candidate in
            guard let first else { return candidate.left == 0 && fits(second, candidate.right) }
            return candidate.left != 0 && fits(first, candidate.left)
                && fits(second, candidate.right)
        }
    }

    /// An operator between two operands, or in front of one.
    ///
    /// - Returns: Whether it is an extension's; then `result` has been filled in.
    mutating func applyUserOperator(
        _ node: Node,
        _ name: String,
        _ left: TypeID?,
        _ right: Node,
        _ form: UserOperator.Form,
        _ result: inout Expression
    ) throws(ProxyError) -> Bool {
        let type = expressions[right - statement].type
        guard let found = try userOperator(name, left, type, at: node) else { return false }
        userOperators.append(
            UserOperator(node: node, form: form, schema: found.schema, name: name)
        )
        result.type = found.result
        if !found.isSafe { result.leak() }
        return true
    }

    /// `ORDER BY a USING >`: the operators of pg_catalog that its indexes order by.
    func checkSortOperator(_ node: Node) throws(ProxyError) {
        guard tree.list(of: node, .useOp).count > 0, let key = tree.child(of: node, .node)
        else { return }
        let name = try operatorName(of: node, .useOp)
        if isWrittenWithForeignSchema(node, .useOp) {
            throw failure(
                .featureNotSupported,
                "ORDER BY USING an operator of an extension is not supported",
                at: node
            )
        }
        let type = expressions[key - statement].type
        if !BuiltinOperators.shared.names.contains(name), type.isKnown {
            let type = context.types.name(of: type)
            throw failure(
                .undefinedFunction,
                "operator does not exist: \(type) \(name) \(type)",
                at: node
            )
        }
        guard ["<", ">", "~<~", "~>~"].contains(name) else {
            var error = failure(
                .wrongObjectType,
                "operator \(name) is not a valid ordering operator",
                at: node
            )
            error.hint =
                "Ordering operators must be \"<\" or \">\" members of btree operator families."
            throw error
        }
        try refuseUserOperator(name, type, type, at: node)
    }

    /// Constructs that look operators up by their bare name have no room for a schema.
    func refuseUserOperator(
        _ name: String,
        _ left: TypeID?,
        _ right: TypeID,
        at node: Node
    ) throws(ProxyError) {
        if try userOperator(name, left, right, at: node) != nil {
            throw failure(
                .featureNotSupported,
                "operator \(name) of an extension is not supported in this construct",
                at: node
            )
        }
    }
}
