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
        if isItemOfFrom(node), VirtualFunctions.table(name) != nil {
            return try applyTable(node, name, &result)
        }
        if Self.rowHelpers.contains(name) { return try applyRowHelper(node, name, &result) }
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
        if case .query = place {
            answer.sql = "(SELECT \(answer.sql) AS \(SQLText.identifier(columnOfItem(node, name))))"
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
        guard let item = tree.parent(of: list), tree.list(of: item, .functions).count == 1 else {
            return nil
        }
        guard name == "pg_partition_ancestors" else {
            return name.hasPrefix("to_reg") ? nil : queryPlace(of: item, name)
        }
        if let alias = tree.child(of: item, .alias) {
            return tree.texts(of: alias, .colnames)?.isEmpty == false ? .namedItem : nil
        }
        return tree.bool(item, .ordinality) ? nil : .item(name: name, column: "relid")
    }

    /// The place of a query that stands for a function in FROM; nil where there can be none.
    private func queryPlace(of item: Node, _ name: String) -> Substitution.Place? {
        guard !tree.bool(item, .ordinality), !tree.bool(item, .isRowsfrom),
            tree.child(of: item, .coldeflist) == nil
        else { return nil }
        return .query(name: name)
    }

    /// What the server calls the column of a function in FROM that gives one value.
    private func columnOfItem(_ call: Node, _ name: String) -> String {
        let item = tree.parent(of: call).flatMap { tree.parent(of: $0) }
        let alias = item.flatMap { tree.child(of: $0, .alias) }
        return alias.flatMap { tree.string($0, .aliasname) } ?? name
    }

    /// What a function of information_schema computes of two catalog rows, written out: the rows that the
    /// session reads are none of the catalogs' types.
    private mutating func applyRowHelper(
        _ node: Node,
        _ name: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        let aliases = tree.list(of: node, .args).compactMap { argument -> String? in
            guard tree.tag(argument) == .columnRef,
                let item = wholeRowItem(argument, in: level(of: node)) ?? starItem(argument),
                case .relation(let number) = items[item].source, items[item].columnAliases.isEmpty
            else { return nil }
            let catalog = references[number].relation.logical
            guard catalog.schema == "pg_catalog",
                catalog.name == "pg_attribute" || catalog.name == "pg_type"
            else { return nil }
            return items[item].alias.map(SQLText.identifier)
        }
        guard aliases.count == 2 else {
            throw failure(
                .featureNotSupported,
                "function \(name) with such arguments is not supported",
                at: node
            )
        }
        let columns =
            name == "_pg_truetypid" ? ("typbasetype", "atttypid") : ("typtypmod", "atttypmod")
        let type = name == "_pg_truetypid" ? "oid" : "int4"
        try substitute(
            node,
            .init(
                sql: """
                    CASE WHEN \(aliases[1]).typtype OPERATOR(pg_catalog.=) 'd'::pg_catalog."char" \
                    THEN \(aliases[1]).\(columns.0) ELSE \(aliases[0]).\(columns.1) END
                    """,
                type: type
            ),
            []
        )
        result.type = BuiltinTypes.shared.type(named: type)
        result.isConstant = false
        result.leak()
    }

    /// The item of `alias.*`.
    private func starItem(_ node: Node) -> Int? {
        let sources = try? starSources(node, in: level(of: node))
        return sources?.count == 1 ? sources?[0] : nil
    }

    /// A session function in FROM, as a query of its constant.
    mutating func applySessionItem(
        _ node: Node,
        _ value: SessionValues,
        _ name: String
    ) throws(ProxyError) {
        guard value != .processID, value != .nothing,
            let item = tree.parent(of: node).flatMap({ tree.parent(of: $0) }),
            let place = queryPlace(of: item, name)
        else {
            throw failure(
                .featureNotSupported,
                "a session function in FROM is not supported",
                at: node
            )
        }
        let column = SQLText.identifier(columnOfItem(node, name))
        try substitute(
            node,
            .init(sql: "(SELECT \(value.sql(in: context)) AS \(column))", type: "name"),
            []
        )
        substitutions[substitutions.count - 1].place = place
    }

    /// A function in FROM that gives rows about the server or its objects.
    private mutating func applyTable(
        _ node: Node,
        _ name: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        let nodes = Array(tree.list(of: node, .args))
        let functions = VirtualFunctions(world: context.catalogs.world, facts: facts)
        guard let item = tree.parent(of: node).flatMap({ tree.parent(of: $0) }),
            let place = queryPlace(of: item, name), !tree.bool(node, .funcVariadic),
            nodes.allSatisfy({ tree.tag($0) != .namedArgExpr }),
            let answer = try functions.rows(name, nodes.map(virtualArgument), context.catalogs)
        else {
            throw failure(
                .insufficientPrivilege,
                "permission denied for function \(name)",
                at: node
            )
        }
        try substitute(node, answer, nodes)
        substitutions[substitutions.count - 1].place = place
        result.type = .record
        result.isConstant = false
        if !nodes.isEmpty { result.leak() }
    }

    mutating func substitute(
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
        argument.mayBeName =
            argument.literal == nil && !argument.isNumber && !argument.isText
            && !Self.numbers.contains(type)
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
        let isName = argument.literal != nil || argument.isText
        if isName || argument.mayBeName,
            let found = try lookedUp(registered, type, argument, at: operand)
        {
            answer = found
        } else if isName {
            throw failure(
                .featureNotSupported,
                "a cast of text to \(type) is not supported",
                at: node
            )
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

    /// The OID behind the operand of a cast; a name that is not there is blamed on its place, as by the server.
    private func lookedUp(
        _ registered: RegisteredNames,
        _ type: String,
        _ argument: VirtualFunctions.Argument,
        at operand: Node
    ) throws(ProxyError) -> VirtualFunctions.Answer? {
        do throws(ProxyError) {
            return try registered.lookUp(type, argument, isStrict: true)
        } catch {
            var error = error
            if let location = tree.location(of: operand) { error.position = location + 1 }
            throw error
        }
    }

    /// Rewrites a cast of OIDs to an array of a reg* type likewise.
    mutating func applyRegisteredArray(
        _ node: Node,
        _ type: String,
        _ result: inout Expression
    ) throws(ProxyError) {
        guard let operand = tree.child(of: node, .arg) else { return }
        let registered = RegisteredNames(world: context.catalogs.world)
        var oids = "($1)::pg_catalog.oid[]"
        var holes = [0]
        if let literal = virtualArgument(operand).literal {
            guard let found = try registered.array(type, literal) else {
                throw failure(
                    .featureNotSupported,
                    "a cast of text to \(type)[] is not supported",
                    at: node
                )
            }
            oids = found
            holes = []
        }
        let answer: VirtualFunctions.Answer
        if meansOID(node) {
            answer = .init(sql: oids, type: "_oid", holes: holes)
        } else {
            let name = registered.shown(type)
            answer = .init(
                sql: """
                    (SELECT CASE WHEN omni_w.w IS NOT NULL THEN ARRAY(SELECT \(name) \
                    FROM pg_catalog.unnest(omni_w.w) WITH ORDINALITY AS omni_v (v, n) \
                    ORDER BY omni_v.n) END FROM (SELECT \(oids) AS w) AS omni_w)
                    """,
                type: "_text",
                holes: holes
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
            case .caseExpr, .caseWhen:
                // What CASE compares, or compares with.
                if node == tree.child(of: parent, .arg) { return true }
                if tree.tag(parent) == .caseWhen, node == tree.child(of: parent, .expr) {
                    return true
                }
                node = parent
            case .coalesceExpr, .list, .minMaxExpr: node = parent
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
