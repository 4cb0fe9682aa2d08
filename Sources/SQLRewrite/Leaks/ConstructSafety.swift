// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Constructs that are neither operator, function nor cast: CASE, COALESCE, arrays, fields of rows.
extension StatementAnalysis {
    /// Operands that are made one type, constants without a type aside.
    func unify(_ operands: [Node], _ result: inout Expression) {
        var types: Set<TypeID> = []
        for operand in operands {
            let next = expressions[operand - statement].type
            if next != .untyped { types.insert(next) }
        }
        var type = TypeID.untyped
        if !types.isEmpty {
            guard types.allSatisfy(\.isKnown), let common = CommonType(types) else {
                result.type = .unresolved
                return result.leak()
            }
            type = common.type
            if !common.isSafe { result.leak() }
        }
        result.type = type
        if tree.tag(tree.parent(of: operands.first ?? statement) ?? statement) == .minMaxExpr,
            !OperatorSafety.resolve("<", type, type).isSafe
        {
            result.leak()
        }
    }

    func applyCase(_ node: Node, _ result: inout Expression) throws(ProxyError) {
        let subject = tree.child(of: node, .arg)
        var results: [Node] = []
        for branch in tree.list(of: node, .args) {
            if let value = tree.child(of: branch, .result) { results.append(value) }
            if let subject, let test = tree.child(of: branch, .expr) {
                let type = expressions[subject - statement].type
                try refuseUserOperator("=", type, expressions[test - statement].type, at: test)
                apply("=", type, test, &result)
            }
        }
        if let value = tree.child(of: node, .defresult) { results.append(value) }
        unify(results, &result)
    }

    func operandIsRow(_ node: Node) -> Bool {
        let type = operandType(node, .arg)
        return !type.isKnown && type != .untyped
    }

    mutating func applyIndirection(
        _ node: Node,
        in level: Int,
        _ result: inout Expression
    ) throws(ProxyError) {
        guard let operand = tree.child(of: node, .arg) else { return }
        var type = expressions[operand - statement].type
        for part in tree.list(of: node, .indirection) {
            switch tree.tag(part) {
            case .aIndices:
                let element = context.types.element(of: type)
                let isPlain =
                    !tree.bool(part, .isSlice) && element.isKnown
                    && operandType(part, .uidx) == .integer
                type = isPlain ? element : .unresolved
                if !isPlain { result.leak() }
            case .aStar: break
            default:
                let name = tree.text(of: part) ?? ""
                let isFirst = tree.listIndex(of: part) ?? 0 == 0
                if isFirst, let item = wholeRowItem(operand, in: level) {
                    // The server reads it as `alias.column`.
                    let column = try field(name, ofRow: item, at: operand)
                    type = column.type
                    if tree.list(of: node, .indirection).count == 1 {
                        result = .column(column)
                    } else {
                        result.leak()
                    }
                    continue
                }
                let fields =
                    isFirst
                    ? try rowFields(of: operand, in: level) : context.types.fields(of: type)
                // What a function with such columns gives; a backend has no function of these names for
                // the other reading of the notation.
                if fields == nil, Self.fieldsOfFunctions.contains(name),
                    !type.isKnown || type == .record
                {
                    type = name == "n" ? .integer : .unresolved
                    result.leak()
                    continue
                }
                guard let column = fields?.first(where: { $0.name == name }) else {
                    if fields == nil, type.isKnown, context.types.user(type)?.kind != .composite {
                        throw failure(
                            .wrongObjectType,
                            "column notation .\(name) applied to type "
                                + "\(context.types.name(of: type)), which is not a composite type",
                            at: operand
                        )
                    }
                    if fields != nil, context.types.user(type)?.kind == .composite,
                        !isFunction(name)
                    {
                        throw failure(
                            .undefinedColumn,
                            "column \"\(name)\" not found in data type "
                                + context.types.name(of: type),
                            at: operand
                        )
                    }
                    throw failure(
                        .featureNotSupported,
                        "field selection \".\(name)\" from an expression is not supported",
                        at: operand
                    )
                }
                type = column.type
                result.leak()
            }
        }
        result.type = type
    }

    /// Columns of _pg_expandarray, aclexplode and pg_options_to_table, which browsers take apart.
    private static let fieldsOfFunctions: Set<String> = [
        "x", "n", "grantor", "grantee", "privilege_type", "is_grantable", "option_name",
        "option_value",
    ]

    /// A field of an item's row.
    ///
    /// There is no other reading: a function of that name would be called (R25).
    private func field(
        _ name: String,
        ofRow item: Int,
        at node: Node
    ) throws(ProxyError) -> Column {
        let found = columns(ofItem: item).filter { $0.name == name }
        if found.count == 1, !items[item].hasUnknownColumns { return found[0] }
        if items[item].hasUnknownColumns {
            throw failure(
                .featureNotSupported,
                "the columns of a function in FROM are not certain here",
                at: node
            )
        }
        if found.count > 1 {
            throw failure(.ambiguousColumn, "column reference \"\(name)\" is ambiguous", at: node)
        }
        let alias = items[item].alias.map { $0 + "." } ?? ""
        throw failure(.undefinedColumn, "column \(alias)\(name) does not exist", at: node)
    }

    /// `ROW(…)` has fields f1, f2, …; nil when a star stands for some of them.
    private func constructedFields(of node: Node) -> [Column]? {
        var fields: [Column] = []
        for (place, field) in tree.list(of: node, .args).enumerated() {
            if tree.tag(field) == .columnRef, tree.texts(of: field, .fields) == nil { return nil }
            fields.append(expressions[field - statement].column(named: "f\(place + 1)"))
        }
        return fields
    }

    private func isFunction(_ name: String) -> Bool {
        BuiltinFunctions.shared.call(named: name, argumentCount: 1) != nil
            || context.policy.catalog.functions.contains { $0.name.name == name }
    }

    /// The fields of an expression that gives a row; nil when they are not certain.
    func rowFields(of node: Node, in level: Int) throws(ProxyError) -> [Column]? {
        if let item = wholeRowItem(node, in: level) {
            return items[item].hasUnknownColumns ? nil : columns(ofItem: item)
        }
        if let fields = context.types.fields(of: expressions[node - statement].type) {
            return fields
        }
        // What the server cannot trace to a row's columns it takes for a call (R25).
        if let row = expressions[node - statement].row, !items[row].hasUnknownColumns {
            return columns(ofItem: row).filter { !isFunction($0.name) }
        }
        if tree.tag(node) == .rowExpr { return constructedFields(of: node) }
        guard tree.tag(node) == .funcCall else { return nil }
        let types = tree.list(of: node, .args).map { expressions[$0 - statement].type }
        switch try callee(of: node, types: types) {
        case .user(let call):
            let outputs = call.outputs(context.types)
            return outputs.count > 1 ? outputs : nil
        case .builtin(_, let call):
            guard let names = call.overloads.first?.outputColumns, names.count > 1,
                call.overloads.allSatisfy({ $0.outputColumns == names })
            else { return nil }
            return names.map { Column(name: $0, type: .unresolved, isSafe: false) }
        case .sessionValue, .virtual, .conversion: return nil
        }
    }
}
