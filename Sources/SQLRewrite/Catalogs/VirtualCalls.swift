// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Calls and casts that an answer of the proxy stands for (R62, R70, R73).
extension StatementAnalysis {
    // MARK: functions

    mutating func applyVirtual(
        _ node: Node,
        _ name: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        let nodes = Array(tree.list(of: node, .args))
        let place = place(ofCall: node, named: name)
        let isPlain =
            place != nil && !tree.bool(node, .aggStar)
            && !tree.bool(node, .aggDistinct) && !tree.bool(node, .funcVariadic)
            && tree.child(of: node, .over) == nil && tree.child(of: node, .aggFilter) == nil
            && tree.child(of: node, .aggOrder) == nil
            && nodes.allSatisfy { tree.tag($0) != .namedArgExpr }
        let arguments = nodes.map(virtualArgument)
        let functions = VirtualFunctions(world: context.catalogs.world, facts: facts)
        guard isPlain, let place, var answer = try functions.answer(name, arguments) else {
            throw failure(
                .insufficientPrivilege,
                "permission denied for function \(name)",
                at: node
            )
        }
        if name.hasPrefix("to_reg"), !meansOID(node) {
            answer = shown(String(name.dropFirst(3)), answer)
        }
        // An operand that is not kept must not hold anything that is rewritten by itself.
        for (place, operand) in nodes.enumerated()
        where !answer.holes.contains(place) && tree.tag(operand) != .aConst {
            guard arguments[place].literal != nil else {
                throw failure(
                    .featureNotSupported,
                    "function \(name) with such arguments is not supported",
                    at: node
                )
            }
        }
        try substitute(node, answer, nodes)
        substitutions[substitutions.count - 1].place = place
        result.type = BuiltinTypes.shared.type(named: answer.type)
        result.isConstant = false
        result.hasAggregate = nodes.contains { expressions[$0 - statement].hasAggregate }
        if !nodes.isEmpty { result.leak() }
    }

    /// Where a call stands; nil in FROM, but for the one function that is answered there: without any name,
    /// or with one for the item and each of its columns.
    private func place(ofCall call: Node, named name: String) -> Substitution.Place? {
        guard let list = tree.parent(of: call), tree.tag(list) == .list,
            tree.field(of: list) == .functions
        else { return .expression }
        // It stays a call, so the item keeps its names.
        if name == "ts_token_type" { return .namedItem }
        guard name == "pg_partition_ancestors", let item = tree.parent(of: list),
            tree.list(of: item, .functions).count == 1
        else { return nil }
        if let alias = tree.child(of: item, .alias) {
            return tree.texts(of: alias, .colnames)?.isEmpty == false ? .namedItem : nil
        }
        return tree.bool(item, .ordinality) ? nil : .item(name: name, column: "relid")
    }

    private mutating func substitute(
        _ node: Node,
        _ answer: VirtualFunctions.Answer,
        _ operands: [Node]
    ) throws(ProxyError) {
        if answer.isSessionSpecific { isSessionSpecific = true }
        substitutions.append(
            Substitution(
                node: node,
                template: try context.catalogs.template(answer.sql),
                holes: answer.holes.map { operands[$0] }
            )
        )
    }

    private func virtualArgument(_ node: Node) -> VirtualFunctions.Argument {
        var argument = VirtualFunctions.Argument()
        var inner = node
        // `'orders'::text` is as constant as without.
        while tree.tag(inner) == .typeCast, let type = tree.child(of: inner, .typeName),
            registeredType(inner) == nil,
            [TypeID.text, .name, .varchar].contains(TypeRules.type(of: type, in: tree, context)),
            let operand = tree.child(of: inner, .arg)
        {
            inner = operand
        }
        if tree.tag(inner) == .aConst, let value = tree.child(of: inner, .val) {
            switch tree.tag(value) {
            case .string: argument.literal = tree.string(value, .sval) ?? ""
            case .integer: argument.isNumber = true
            case .boolean:
                argument.isTrue = tree.bool(value, .boolval)
                argument.literal = argument.isTrue ? "true" : "false"
            default: break
            }
        }
        let type = expressions[node - statement].type
        argument.isBuiltin = type == .untyped || (type.isKnown && type.isBuiltin)
        argument.isText =
            argument.literal == nil
            && ([TypeID.text, .name, .varchar].contains(type)
                || (tree.tag(node) == .paramRef && !Self.numbers.contains(type)))
        if type == .integer { argument.isNumber = true }
        return argument
    }

    // MARK: casts

    /// The reg* type of a cast to one; nil for any other cast.
    func registeredType(_ cast: Node) -> String? { registeredName(cast, isArray: false) }

    /// The reg* type of a cast to an array of one; nil for any other cast.
    func registeredArray(_ cast: Node) -> String? { registeredName(cast, isArray: true) }

    private func registeredName(_ cast: Node, isArray: Bool) -> String? {
        guard let type = tree.child(of: cast, .typeName),
            tree.list(of: type, .arrayBounds).count == (isArray ? 1 : 0),
            let names = tree.texts(of: type, .names), let name = names.last,
            names.count == 1 || names == ["pg_catalog", name],
            RegisteredNames.types.contains(name)
        else { return nil }
        return name
    }

    /// Rewrites a cast to a reg* type: an OID to compute with, a name to look at.
    mutating func applyRegistered(
        _ node: Node,
        _ type: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        guard let operand = tree.child(of: node, .arg) else { return }
        let registered = RegisteredNames(world: context.catalogs.world)
        let argument = virtualArgument(operand)
        let isOID = meansOID(node)
        var answer: VirtualFunctions.Answer
        if argument.literal != nil || argument.isText {
            guard let found = try registered.lookUp(type, argument, isStrict: true) else {
                throw failure(
                    .featureNotSupported,
                    "a cast of text to \(type) is not supported",
                    at: node
                )
            }
            answer = found
        } else {
            answer = .init(sql: "($1)::pg_catalog.oid", type: "oid", holes: [0])
        }
        if !isOID { answer = shown(type, answer) }
        try substitute(node, answer, [operand])
        result.type = BuiltinTypes.shared.type(named: answer.type)
        result.isConstant = false
        result.leak()
        if isOID { try resolveOther(node, type, registered) }
    }

    /// Rewrites a cast of OIDs to an array of a reg* type likewise.
    mutating func applyRegisteredArray(
        _ node: Node,
        _ type: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        guard let operand = tree.child(of: node, .arg) else { return }
        guard virtualArgument(operand).literal == nil else {
            throw failure(
                .featureNotSupported,
                "a cast of text to \(type)[] is not supported",
                at: node
            )
        }
        let answer: VirtualFunctions.Answer
        if meansOID(node) {
            answer = .init(sql: "($1)::pg_catalog.oid[]", type: "_oid", holes: [0])
        } else {
            let name = RegisteredNames(world: context.catalogs.world).shown(type)
            answer = .init(
                sql: """
                    (SELECT CASE WHEN omni_w.w IS NOT NULL THEN ARRAY(SELECT \(name) \
                    FROM pg_catalog.unnest(omni_w.w) WITH ORDINALITY AS omni_v (v, n) \
                    ORDER BY omni_v.n) END FROM (SELECT ($1)::pg_catalog.oid[] AS w) AS omni_w)
                    """,
                type: "_text",
                holes: [0]
            )
        }
        try substitute(node, answer, [operand])
        result.type = BuiltinTypes.shared.type(named: answer.type)
        result.isConstant = false
        result.leak()
    }

    /// An answer that is an OID as the name behind it.
    private func shown(
        _ type: String,
        _ answer: VirtualFunctions.Answer
    ) -> VirtualFunctions.Answer {
        var shown = answer
        let registered = RegisteredNames(world: context.catalogs.world)
        shown.sql =
            "(SELECT CASE WHEN omni_v.v IS NOT NULL THEN \(registered.shown(type)) END "
            + "FROM (SELECT (\(answer.sql))::pg_catalog.oid AS v) AS omni_v)"
        shown.type = "text"
        return shown
    }

    /// Whether a reg* value is compared, or made a number, or given to a function that takes OIDs; in
    /// any other place somebody is going to look at it.
    private func meansOID(_ node: Node) -> Bool {
        var node = node
        while let parent = tree.parent(of: node) {
            switch tree.tag(parent) {
            case .coalesceExpr, .caseWhen, .caseExpr, .list, .minMaxExpr: node = parent
            case .nullTest: return true
            case .resTarget, .selectStmt: node = parent
            case .subLink:
                return tree.value(parent, .subLinkType, as: SubLinkType.self) == .anySublink
            case .aExpr:
                guard Self.comparisons.contains(tree.lastText(of: parent, .name).text) else {
                    return false
                }
                return !operandNames(of: parent).contains("pg_typeof")
            case .aArrayExpr: node = parent
            case .typeCast:
                if registeredType(parent) != nil { return true }
                guard let type = tree.child(of: parent, .typeName) else { return false }
                let target = TypeRules.type(of: type, in: tree, context)
                return [TypeID.integer, .bigint, .numeric, Self.oidType].contains(target)
            case .funcCall:
                let name = tree.texts(of: parent, .funcname)?.last ?? ""
                return VirtualFunctions.contains(name) && name != "pg_typeof"
            default: return false
            }
        }
        return false
    }

    /// Types of parameters that are OIDs; any other, that of a reg* type among them, is a name.
    private static let numbers: Set<TypeID> = [
        .integer, .bigint, BuiltinTypes.shared.type(named: "int2"), oidType,
    ]

    static let oidType = BuiltinTypes.shared.type(named: "oid")

    private static let comparisons: Set<String> = ["=", "<>", "!=", "<", "<=", ">", ">="]

    private func operandNames(of comparison: Node) -> [String] {
        [tree.child(of: comparison, .lexpr), tree.child(of: comparison, .rexpr)].compactMap {
            $0.flatMap { tree.tag($0) == .funcCall ? tree.texts(of: $0, .funcname)?.last : nil }
        }
    }

    /// `oid::regclass = 'orders'`: the constant is a name as well.
    private mutating func resolveOther(
        _ node: Node,
        _ type: String,
        _ registered: RegisteredNames
    ) throws(ProxyError) {
        guard let comparison = tree.parent(of: node), tree.tag(comparison) == .aExpr else { return }
        let operands =
            operands(of: comparison, .lexpr) + operands(of: comparison, .rexpr)
        for operand in operands where tree.tag(operand) == .aConst {
            guard let literal = virtualArgument(operand).literal,
                !substitutions.contains(where: { $0.node == operand }),
                let answer = try registered.lookUp(type, .init(literal: literal), isStrict: true)
            else { continue }
            try substitute(operand, answer, [])
        }
    }

    // MARK: columns of functions

    /// A regproc column of a catalog, which is an OID to compute with (R62), where the client looks at it: in
    /// the select list of the statement itself, where nothing can give its type to another value (M26).
    mutating func showFunctionName(_ node: Node, in level: Int) throws(ProxyError) {
        guard let target = tree.parent(of: node), tree.tag(target) == .resTarget,
            tree.field(of: target) == .targetList,
            let select = tree.parent(of: target), tree.tag(select) == .selectStmt,
            tree.parent(of: select).map({ tree.tag($0) == .rawStmt }) ?? true,
            tree.child(of: select, .groupClause) == nil,
            tree.child(of: select, .distinctClause) == nil,
            isFunctionColumn(node, in: level)
        else { return }
        let world = context.catalogs.world
        let unchanged = Set(world.schemas.filter { $0.physical == $0.logical }.map(\.physical))
        let functions = world.catalog.functions.filter {
            world.functions.contains($0.oid) && unchanged.contains($0.name.schema)
        }
        let value: RowExpression = "omni_v.v"
        try substitute(
            node,
            .init(
                sql: """
                    (SELECT (CASE WHEN \(VisibleWorld.isBuiltin(value).plain) \
                    OR \(VisibleWorld.isOne(value, of: functions.map(\.oid)).plain) THEN omni_v.v \
                    ELSE '0'::pg_catalog.oid END)::pg_catalog.regproc \
                    FROM (SELECT ($1)::pg_catalog.oid AS v) AS omni_v)
                    """,
                type: "regproc",
                holes: [0]
            ),
            [node]
        )
    }

    /// Whether a name is certainly that of a regproc column of a catalog.
    private func isFunctionColumn(_ node: Node, in level: Int) -> Bool {
        guard let parts = tree.texts(of: node, .fields), let name = parts.last,
            Self.functionColumns.contains(name)
        else { return false }
        let scope = scope(at: node, in: level)
        let found =
            parts.count == 1
            ? (scopes[scope].columnSources.count == 1 ? scopes[scope].columnSources[0] : nil)
            : item(named: parts[parts.count - 2], from: scope)
        guard let found, case .relation(let number) = items[found].source,
            items[found].columnAliases.isEmpty,
            references[number].relation.logical.schema == "pg_catalog",
            let stored = context.policy.catalog.systemRelations[references[number].relation.logical]
        else { return false }
        return stored.columns.contains { $0.name == name && $0.type.name == "regproc" }
    }

    private static let functionColumns: Set<String> = [
        "aggcombinefn", "aggdeserialfn", "aggfinalfn", "aggfnoid", "aggmfinalfn", "aggminvtransfn",
        "aggmtransfn", "aggserialfn", "aggtransfn", "amhandler", "amproc", "conproc", "oprcode",
        "oprjoin", "oprrest", "prosupport", "prsend", "prsheadline", "prslextype", "prsstart",
        "prstoken", "rngcanonical", "rngsubdiff", "tmplinit", "tmpllexize", "trffromsql",
        "trftosql",
        "typanalyze", "typinput", "typmodin", "typmodout", "typoutput", "typreceive", "typsend",
        "typsubscript",
    ]

    // MARK: system columns

    /// `tableoid` and `xmin` of a catalog, which browsers ask for, as constants (R68).
    mutating func catalogSystemColumn(
        _ name: String,
        _ item: Int,
        at node: Node
    ) throws(ProxyError) -> Column? {
        guard case .relation(let number) = items[item].source else { return nil }
        let relation = references[number].relation
        guard relation.logical.schema == "pg_catalog",
            let stored = context.policy.catalog.systemRelations[relation.logical]
        else { return nil }
        let answer: VirtualFunctions.Answer
        switch name {
        case "tableoid": answer = .init(sql: "'\(stored.oid)'::pg_catalog.oid", type: "oid")
        case "xmin": answer = .init(sql: "'3'::pg_catalog.xid", type: "xid")
        default: return nil
        }
        try substitute(node, answer, [])
        return Column(
            name: name,
            type: BuiltinTypes.shared.type(named: answer.type),
            isSafe: true
        )
    }
}
