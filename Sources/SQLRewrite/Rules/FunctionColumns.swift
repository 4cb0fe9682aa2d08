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
            case .builtin("unnest", _):
                // Of an array or a tsvector, which the server knows.
                areUncertain = true
                for _ in 0..<max(1, tree.list(of: call, .args).count) {
                    columns.append(
                        Column(name: columnAlias ?? name, type: .unresolved, isSafe: false)
                    )
                }
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
            case .conversion:
                throw missingFunction(call, [name], nil)
            case .sessionValue(let value):
                columns.append(Column(name: columnAlias ?? name, type: value.type, isSafe: true))
            case .virtual(let name):
                if let names = VirtualFunctions.table(name) {
                    columns += names.map { Column(name: $0, type: .unresolved, isSafe: false) }
                } else {
                    columns.append(
                        Column(name: columnAlias ?? name, type: .unresolved, isSafe: false)
                    )
                }
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
        default:
            guard let known = simpleType(of: node) else { return nil }
            type = known
        }
        if let element = Self.vectorElements[type] { return element }
        let element = context.types.element(of: type)
        return element.isKnown ? element : nil
    }

    /// What the catalogs' vectors are made of, which the server unnests as arrays.
    private static let vectorElements: [TypeID: TypeID] = [
        BuiltinTypes.shared.type(named: "int2vector"): .smallint,
        BuiltinTypes.shared.type(named: "oidvector"): oidType,
    ]

    /// The type of an argument of a function in FROM, for what people unnest; nil when it is not certain.
    ///
    /// Expressions are judged later, so this looks at the parts again; it goes down by a few steps only.
    private func simpleType(of node: Node, depth: Int = 0) -> TypeID? {
        guard depth < Self.typeDepthMax else { return nil }
        switch tree.tag(node) {
        case .aConst: return constant(node).type
        case .columnRef:
            guard let owner = owner(of: node) else { return nil }
            let column = columns(ofItem: owner.item).first { $0.name == owner.column }
            return column.map { context.types.base(of: $0.type) }
        case .typeCast:
            return tree.child(of: node, .typeName).map { TypeRules.type(of: $0, in: tree, context) }
        case .aArrayExpr:
            let types = Set(
                tree.list(of: node, .elements).map { simpleType(of: $0, depth: depth + 1) }
            )
            guard types.count == 1, let only = types.first, let element = only else { return nil }
            return context.types.array(of: element == .untyped ? .text : element)
        case .coalesceExpr:
            return tree.list(of: node, .args).lazy
                .compactMap { simpleType(of: $0, depth: depth + 1) }.first { $0.isKnown }
        case .caseExpr:
            return tree.list(of: node, .args).lazy
                .compactMap { tree.child(of: $0, .result) }
                .compactMap { simpleType(of: $0, depth: depth + 1) }.first { $0.isKnown }
        case .aIndirection:
            // A slice of an array is such an array.
            guard tree.list(of: node, .indirection).allSatisfy({ tree.bool($0, .isSlice) }),
                let array = tree.child(of: node, .arg)
            else { return nil }
            return simpleType(of: array, depth: depth + 1)
        case .aExpr:
            guard tree.texts(of: node, .name) == ["||"],
                let left = tree.child(of: node, .lexpr), let right = tree.child(of: node, .rexpr)
            else { return nil }
            // An array and an element, in whichever order, or two arrays.
            return [left, right].compactMap { simpleType(of: $0, depth: depth + 1) }
                .first { context.types.element(of: $0).isKnown }
        case .funcCall:
            let names = tree.texts(of: node, .funcname) ?? []
            let arguments = Array(tree.list(of: node, .args))
            guard names.count == 1 || names.first == "pg_catalog", let name = names.last,
                let call = BuiltinFunctions.shared.call(
                    named: name,
                    argumentCount: arguments.count
                )
            else { return nil }
            let types = arguments.map { simpleType(of: $0, depth: depth + 1) ?? .unresolved }
            return call.polymorphicResult(types, context.types) ?? call.result
        default: return nil
        }
    }

    private static let typeDepthMax = 4

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
