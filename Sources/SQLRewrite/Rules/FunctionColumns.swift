// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The columns of functions in FROM, as far as they can be told before expressions are judged.
extension StatementAnalysis {
    struct FunctionColumns {
        var columns: [Column] = []
        /// There may be others: a function of the configuration, or one that returns its argument's row.
        var areUncertain = false
    }

    /// The columns of a function in FROM.
    mutating func functionColumns(
        of node: Node,
        alias: String?
    ) throws(ProxyError) -> FunctionColumns {
        var columns: [Column] = []
        var areUncertain = false
        // An alias names the column of a function that stands alone; several keep their own names.
        let columnAlias = tree.list(of: node, .functions).count == 1 ? alias : nil
        for function in tree.list(of: node, .functions) {
            guard let call = tree.elements(of: function).first(where: { _ in true }) else {
                continue
            }
            if tree.tag(call) == .sqlValueFunction,
                case let keyword = tree.value(call, .op, as: SQLValueFunctionOp.self),
                SessionValues(keyword) == nil
            {
                columns.append(
                    Column(
                        name: columnAlias ?? SessionValues.columnName(keyword),
                        type: SessionValues.type(of: keyword),
                        isSafe: true
                    )
                )
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
            let definitions = definedColumns(function) + definedColumns(node)
            if !definitions.isEmpty {
                columns += definitions
                continue
            }
            if let unnested = unnestColumns(call, columnAlias) {
                columns += unnested
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
                    if candidates.contains(where: { !$0.result.isKnown }) { areUncertain = true }
                    let type = builtin.result ?? resultOfConstants(call, candidates)
                    columns.append(
                        Column(name: columnAlias ?? name, type: type, isSafe: type.isKnown)
                    )
                }
            case .user(let call):
                let outputs = call.outputs(context.types)
                if outputs.isEmpty {
                    let type = call.result(context.types)
                    // A row of some relation, or whatever the argument is.
                    areUncertain =
                        areUncertain || !type.isKnown || type == .record
                        || context.types.user(type)?.kind == .composite
                    columns.append(
                        Column(name: columnAlias ?? name, type: type, isSafe: false)
                    )
                } else {
                    columns += outputs
                }
            case .virtual("pg_partition_ancestors"):
                columns.append(Column(name: "relid", type: Self.oidType, isSafe: true))
            case .virtual("ts_token_type"):
                for name in ["tokid", "alias", "description"] {
                    columns.append(Column(name: name, type: .unresolved, isSafe: true))
                }
            case .sessionValue, .virtual:
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
        return FunctionColumns(
            columns: columns,
            areUncertain: areUncertain
        )
    }

    /// What the server calls the item without an alias: its first function's name.
    func functionName(of node: Node) -> String {
        guard let function = tree.list(of: node, .functions).first(where: { _ in true }),
            let call = tree.elements(of: function).first(where: { _ in true })
        else { return "" }
        return tree.texts(of: call, .funcname)?.last ?? ""
    }

    private func definedColumns(_ node: Node) -> [Column] {
        var columns: [Column] = []
        let definitions = tree.children(of: node).flatMap { child in
            tree.tag(child) == .list && tree.tag(node) == .list
                ? Array(tree.elements(of: child)) : [child]
        }
        for child in definitions where tree.tag(child) == .columnDef {
            columns.append(
                Column(
                    name: tree.string(child, .colname) ?? "",
                    type: tree.child(of: child, .typeName).map {
                        TypeRules.type(of: $0, in: tree, context)
                    } ?? .unresolved,
                    isSafe: true
                )
            )
        }
        return columns
    }

    /// The columns of `unnest`, one for each array; nil for any other function, and for an argument that
    /// might be a tsvector, which gives three.
    func unnestColumns(_ call: Node, _ alias: String?) -> [Column]? {
        let names = tree.texts(of: call, .funcname) ?? []
        let arguments = tree.list(of: call, .args)
        guard names.last == "unnest", names.count == 1 || names == ["pg_catalog", "unnest"],
            // Only the bare name takes several.
            names.count == 1 || arguments.count == 1
        else { return nil }
        var columns: [Column] = []
        for argument in arguments {
            guard let element = elementType(of: argument) else { return nil }
            // With several arrays, each column is called by the function's name.
            let name = arguments.count == 1 ? alias ?? "unnest" : "unnest"
            let type = element == .untyped ? .text : element
            columns.append(Column(name: name, type: type, isSafe: type.isKnown))
        }
        return columns
    }

    /// The type of an array's elements, unresolved when it is some array; nil when it may be none.
    private func elementType(of node: Node) -> TypeID? {
        let type: TypeID
        switch tree.tag(node) {
        case .aArrayExpr:
            let types = Set(tree.list(of: node, .elements).map { constantType($0) })
            return types.count == 1 ? types.first : .unresolved
        case .subLink:
            let isArray = tree.value(node, .subLinkType, as: SubLinkType.self) == .arraySublink
            return isArray ? .unresolved : nil
        case .columnRef:
            guard let owner = owner(of: node),
                let column = columns(ofItem: owner.item).first(where: { $0.name == owner.column })
            else { return nil }
            type = column.type
        case .typeCast:
            guard let name = tree.child(of: node, .typeName) else { return nil }
            type = TypeRules.type(of: name, in: tree, context)
        case .funcCall:
            let names = tree.texts(of: node, .funcname) ?? []
            let count = tree.list(of: node, .args).count
            guard names.count == 1 || names.first == "pg_catalog", let name = names.last,
                let result = BuiltinFunctions.shared.call(named: name, argumentCount: count)?.result
            else { return nil }
            type = result
        default: return nil
        }
        let element = context.types.element(of: type)
        return element.isKnown ? element : nil
    }

    /// The result of a call with constants for arguments: those of no other type decide the overload.
    func resultOfConstants(_ call: Node, _ overloads: [BuiltinFunction]) -> TypeID {
        let types = tree.list(of: call, .args).map { constantType($0) }
        guard types.allSatisfy(\.isKnown) else { return .unresolved }
        let exact = overloads.filter { $0.arguments == types }
        return exact.count == 1 ? exact[0].result : .unresolved
    }

    /// The type of a constant, with a cast or without; unresolved for all else.
    private func constantType(_ node: Node) -> TypeID {
        switch tree.tag(node) {
        case .aConst: return constant(node).type
        case .typeCast:
            guard let type = tree.child(of: node, .typeName),
                let operand = tree.child(of: node, .arg), tree.tag(operand) == .aConst
            else { return .unresolved }
            return TypeRules.type(of: type, in: tree, context)
        default: return .unresolved
        }
    }
}
