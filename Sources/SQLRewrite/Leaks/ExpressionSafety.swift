// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// One node at a time: what it may be, its type and its safety. What is not proven safe is leaky.
extension StatementAnalysis {
    /// Called for a node after all nodes inside it.
    mutating func evaluate(_ node: Node, in level: Int) throws(ProxyError) -> Expression {
        var result = combined(node)
        switch tree.tag(node) {
        case .columnRef:
            var column = try column(node, in: level)
            if column.type.isUser { column.type = context.types.base(of: column.type) }
            try showFunctionName(node, in: level)
            return column
        case .aConst: return constant(node)
        case .paramRef: return parameter(node)
        case .aExpr: try applyOperator(node, &result)
        case .boolExpr, .nullTest, .booleanTest:
            result.type = .boolean
            if tree.tag(node) == .nullTest, operandIsRow(node) { result.leak() }
        case .funcCall: try applyFunction(node, in: level, &result)
        case .typeCast: try applyCast(node, &result)
        case .typeName:
            if let cast = tree.parent(of: node), tree.tag(cast) == .typeCast,
                registeredType(cast) != nil || registeredArray(cast) != nil
            {
                break
            }
            // DataGrip asks how old a transaction is that it noted; nobody is told (R73).
            if let cast = tree.parent(of: node), tree.tag(cast) == .typeCast,
                let call = tree.parent(of: cast), tree.tag(call) == .funcCall,
                tree.texts(of: call, .funcname)?.last == "age",
                [["xid"], ["pg_catalog", "xid"]].contains(tree.texts(of: node, .names) ?? [])
            {
                break
            }
            if let schema = try TypeRules.check(node, in: tree, context) {
                qualifiedNames.append((node, schema))
            }
        case .collateClause:
            try checkCollation(node)
            result.type = operandType(node, .arg)
            result.leak()
        case .sqlValueFunction:
            let keyword = tree.value(node, .op, as: SQLValueFunctionOp.self)
            result.type = SessionValues.type(of: keyword)
            if Self.isDay(result.type) { result.momentSteps = Self.momentSteps }
            // Reading the clock cannot fail; the keywords with a precision only round.
            if let value = SessionValues(keyword) {
                virtualValues.append((node, value.sql(in: context)))
                result.isConstant = true
            }
        case .coalesceExpr, .minMaxExpr: unify(Array(tree.list(of: node, .args)), &result)
        case .caseExpr:
            try applyCase(node, &result)
            try showFunctionName(node, in: level)
        case .caseWhen: break
        case .aArrayExpr:
            unify(Array(tree.list(of: node, .elements)), &result)
            // Constants that nothing gives a type are text.
            let element = result.type == .untyped ? TypeID.text : result.type
            result.type = element.isKnown ? context.types.array(of: element) : .unresolved
            if !result.type.isKnown { result.leak() }
        case .rowExpr:
            result.type = .record
        case .aIndirection: try applyIndirection(node, in: level, &result)
        case .subLink: try applySublink(node, &result)
        case .groupingFunc:
            result = .constant(.integer)
            result.isConstant = false
        case .windowDef:
            for field in [NodeField.startOffset, .endOffset] {
                if let offset = tree.child(of: node, field), !isCount(offset) {
                    result.canRaise = true
                }
            }
        case .sortBy: try checkSortOperator(node)
        case .namedArgExpr, .resTarget, .groupingSet, .list, .aIndices: break
        default: break
        }
        if result.type.isUser { result.type = context.types.base(of: result.type) }
        if result.type.isKnown, !Self.isDay(result.type) { result.hasWildDay = false }
        return result
    }

    /// What follows from the operands alone.
    private func combined(_ node: Node) -> Expression {
        var result = Expression.none
        result.isConstant = true
        var hasOperand = false
        for child in tree.children(of: node) {
            switch tree.tag(child) {
            case .string, .alias, .typeName, .aStar, .selectStmt: continue
            default: break
            }
            hasOperand = true
            result.include(expressions[child - statement])
        }
        if !hasOperand { result.isConstant = false }
        return result
    }

    func operandType(_ node: Node, _ field: NodeField) -> TypeID {
        tree.child(of: node, field).map { expressions[$0 - statement].type } ?? .unresolved
    }

    // MARK: leaves

    private mutating func column(_ node: Node, in level: Int) throws(ProxyError) -> Expression {
        if isMeasureName(node) { return .none }
        // Names of set operations' and VALUES' sort keys are output columns.
        if levels[level].shape != .select, let name = tree.texts(of: node, .fields)?.first,
            let columns = levels[level].children.first(where: { levels[$0].role == .arm })
                .flatMap({ levels[$0].columns }),
            let column = columns.first(where: { $0.name == name })
        {
            return .column(column)
        }
        if levels[level].shape == .values, isSortKey(node),
            tree.texts(of: node, .fields)?.first?.hasPrefix("column") == true
        {
            return .column(Column(name: "", type: .unresolved, isSafe: true))
        }
        // ORDER BY prefers an output name when the item is a bare name (R23); it is judged there.
        if isOutputName(node, in: level) {
            noteInputName(node, in: level)
            return .none
        }
        switch try meaning(of: node, in: level) {
        case .column(let column): return .column(column)
        case .wholeRow(let item):
            // Putting it together cannot fail; whatever compares or prints rows is leaky by their type.
            let fields = columns(ofItem: item)
            try effort.spend(fields.count)
            return .column(
                Column(
                    name: "",
                    type: .record,
                    isSafe: fields.allSatisfy(\.isSafe) && !items[item].hasUnknownColumns,
                    dependencies: dependencies(ofItem: item),
                    row: item
                )
            )
        case .star: return .none
        case .unknown: return .unknownColumn(.unresolved)
        }
    }

    private func isSortKey(_ node: Node) -> Bool {
        tree.parent(of: node).map { tree.tag($0) == .sortBy } ?? false
    }

    func isOutputName(_ node: Node, in level: Int) -> Bool {
        guard let parent = tree.parent(of: node) else { return false }
        switch tree.tag(parent) {
        case .sortBy, .selectStmt, .groupingSet: break
        default: return false
        }
        guard let names = tree.texts(of: node, .fields), names.count == 1 else { return false }
        let isKey: Bool
        switch tree.tag(parent) {
        case .sortBy: isKey = tree.field(of: parent) == .sortClause
        case .selectStmt:
            // GROUP BY prefers the input column, which may be one of the system's.
            isKey =
                tree.field(of: node) == .distinctClause
                || (tree.field(of: node) == .groupClause
                    && !Self.systemColumns.contains(names[0]))
        case .groupingSet: isKey = !Self.systemColumns.contains(names[0])
        default: isKey = false
        }
        guard isKey else { return false }
        for target in tree.list(of: levels[level].node, .targetList) {
            if let name = tree.string(target, .name) {
                if name == names[0] { return true }
            } else if let value = tree.child(of: target, .val), columnName(of: value) == names[0] {
                return true
            }
        }
        return false
    }

    func constant(_ node: Node) -> Expression {
        guard let value = tree.child(of: node, .val) else { return .constant(.untyped) }
        switch tree.tag(value) {
        case .integer: return .constant(.integer)
        case .float:
            let digits = tree.string(value, .fval) ?? ""
            // Integers that int4 does not hold come as text.
            return .constant(Int64(digits) == nil ? .numeric : .bigint)
        case .boolean: return .constant(.boolean)
        case .bitString: return .constant(.bit)
        default:
            var text = Expression.constant(.untyped)
            text.hasWildDay = tree.bytes(value, .sval).map(Self.isWildDay) ?? false
            return text
        }
    }

    private func parameter(_ node: Node) -> Expression {
        let casts = parameterCasts[tree.int(node, .number)] ?? []
        var result = Expression.constant(.untyped)
        // Not folded under a generic plan, so never a constant (M18).
        result.isConstant = false
        result.hasWildDay = true
        let number = tree.int(node, .number)
        guard let parameterTypes else { return result }
        if number > 0, number <= parameterTypes.count, parameterTypes[number - 1] != 0 {
            result.type = context.types.base(
                of: context.types.type(oid: parameterTypes[number - 1])
            )
        } else if casts.count == 1, let type = casts.first, type.isKnown {
            result.type = type
        }
        result.hasWildDay = !result.type.isKnown || Self.isDay(result.type)
        return result
    }

    // MARK: operators

    private mutating func applyOperator(
        _ node: Node,
        _ result: inout Expression
    ) throws(ProxyError) {
        let name = try operatorName(of: node, .name)
        let left = tree.child(of: node, .lexpr)
        let right = operands(of: node, .rexpr)
        let leftType = left.map { expressions[$0 - statement].type }
        let kind = tree.value(node, .kind, as: AExprKind.self)
        if isWrittenWithForeignSchema(node, .name) {
            result.type = .unresolved
            return result.leak()
        }
        switch kind {
        case .op:
            guard let operand = right.first else { return result.leak() }
            if let left, addToMoment(name, left, operand, &result) { return }
            if let left, try applyRows(node, name, left, operand, &result) { return }
            if try applyUserOperator(node, name, leftType, operand, .infix, &result) { return }
            apply(name, leftType, operand, &result)
        case .like, .ilike:
            guard let operand = right.first else { return result.leak() }
            if try applyUserOperator(node, name, leftType, operand, .keyword, &result) { return }
            apply(name, leftType, operand, &result)
            result.type = .boolean
        case .distinct, .notDistinct:
            guard let operand = right.first else { return result.leak() }
            try refuseUserOperator("=", leftType, type(of: operand), at: node)
            apply("=", leftType, operand, &result)
            result.type = .boolean
        case .nullif:
            guard let operand = right.first else { return result.leak() }
            try refuseUserOperator("=", leftType, type(of: operand), at: node)
            apply("=", leftType, operand, &result)
            // The constant takes the other's type.
            let type = leftType == .untyped ? type(of: operand) : leftType
            result.type = type ?? .unresolved
        case .in:
            if let leftType, leftType.isUser, let operand = right.first,
                try applyUserOperator(
                    node,
                    name,
                    leftType,
                    operand,
                    .list(context.types.array(of: leftType)),
                    &result
                )
            {
                result.type = .boolean
                return
            }
            // A list of thousands has one type or two; what is safe for one of a type is for the next.
            var harmless: TypeID?
            for operand in right where type(of: operand) != harmless {
                if let left, try applyRows(node, name, left, operand, &result) { continue }
                try refuseUserOperator(name, leftType, type(of: operand), at: node)
                apply(name, leftType, operand, &result)
                let isSafe = OperatorSafety.resolve(name, leftType, type(of: operand)).isSafe
                harmless = isSafe ? type(of: operand) : nil
            }
            result.type = .boolean
        case .between, .notBetween, .betweenSym, .notBetweenSym:
            for operand in right {
                try refuseUserOperator(">=", leftType, type(of: operand), at: node)
                apply(">=", leftType, operand, &result)
                apply("<=", leftType, operand, &result)
            }
            result.type = .boolean
        case .opAny, .opAll:
            let array = right.first.map { type(of: $0) } ?? .unresolved
            let element =
                array == .untyped
                ? leftType ?? .unresolved : context.types.element(of: array)
            result.type = .boolean
            if let user = try userOperator(name, leftType ?? .unresolved, element, at: node) {
                userOperators.append(
                    UserOperator(node: node, form: .infix, schema: user.schema, name: name)
                )
                if !user.isSafe { result.leak() }
                return
            }
            let verdict = OperatorSafety.resolve(name, leftType ?? .unresolved, element)
            if !verdict.isSafe || !["=", "<>"].contains(name) { result.leak() }
        case .similar:
            result.leak()
            result.type = .boolean
        }
    }

    /// Rows that are written out are compared field by field, each pair by its own operator.
    private func applyRows(
        _ node: Node,
        _ name: String,
        _ left: Node,
        _ right: Node,
        _ result: inout Expression
    ) throws(ProxyError) -> Bool {
        guard tree.tag(left) == .rowExpr, tree.tag(right) == .rowExpr,
            Self.rowComparisons.contains(name)
        else { return false }
        let pairs = (Array(tree.list(of: left, .args)), Array(tree.list(of: right, .args)))
        guard pairs.0.count == pairs.1.count, !pairs.0.isEmpty else { return false }
        for (one, other) in zip(pairs.0, pairs.1) {
            try refuseUserOperator(name, type(of: one), type(of: other), at: node)
            apply(name, type(of: one), other, &result)
        }
        result.type = .boolean
        return true
    }

    private static let rowComparisons: Set<String> = ["=", "<>", "<", "<=", ">", ">="]

    private func type(of node: Node) -> TypeID { expressions[node - statement].type }

    /// Whether the client wrote a schema in front of an operator that is not pg_catalog.
    func isWrittenWithForeignSchema(_ node: Node, _ field: NodeField) -> Bool {
        guard tree.lastText(of: node, field).count > 1, let names = tree.texts(of: node, field)
        else { return false }
        return names.first != "pg_catalog"
    }

    /// The operator that a field names; the server would say whether a foreign schema exists.
    func operatorName(of node: Node, _ field: NodeField) throws(ProxyError) -> String {
        let (name, count) = tree.lastText(of: node, field)
        if count > 1, let names = tree.texts(of: node, field), names != ["pg_catalog", name],
            names.count > 2 || !isListed(name, schema: names[0])
        {
            throw failure(
                .undefinedFunction,
                "operator does not exist: \(names.joined(separator: "."))",
                at: node
            )
        }
        return name
    }

    private func isListed(_ name: String, schema: String) -> Bool {
        context.policy.objects.operators(named: name).contains { $0.name.schema == schema }
    }

    /// The operands of a field that holds one node or a list of them.
    func operands(of node: Node, _ field: NodeField) -> [Node] {
        guard let first = tree.child(of: node, field) else { return [] }
        if tree.tag(first) == .list { return Array(tree.elements(of: first)) }
        return Array(tree.list(of: node, field))
    }

    func apply(
        _ name: String,
        _ left: TypeID?,
        _ right: Node,
        _ result: inout Expression
    ) {
        let wasConstant = result.isConstant
        let operand = expressions[right - statement].type
        if left == .record || operand == .record { return result.leak() }
        let found = OperatorSafety.resolve(name, left, operand)
        result.type = found.result
        switch found.verdict {
        case .safe: break
        case .conditional where ConstantChecks.operatorIsSafe(name, right, in: tree): break
        case .conditional, .leaky:
            // Operations on constants are folded while planning, for all data alike (M11).
            if wasConstant && found.isImmutable && found.result != .unresolved { return }
            result.leak()
        }
    }

    // MARK: casts

    private mutating func applyCast(_ node: Node, _ result: inout Expression) throws(ProxyError) {
        guard let typeName = tree.child(of: node, .typeName),
            let operand = tree.child(of: node, .arg)
        else { return }
        if let type = registeredType(node) { return try applyRegistered(node, type, &result) }
        if let type = registeredArray(node) {
            return try applyRegisteredArray(node, type, &result)
        }
        let declared = TypeRules.declaredType(of: typeName, in: tree, context)
        let target = context.types.base(of: declared)
        let source = expressions[operand - statement].type
        result.type = target
        // A domain's conditions are checked when a row asks for them.
        if declared != target { return result.leak() }
        if context.policy.objects.hasCast(
            from: BuiltinTypes.shared.oid(of: source),
            to: BuiltinTypes.shared.oid(of: target)
        ) {
            return result.leak()
        }
        // Literals are converted once, before anything runs; but money is made of numbers by the rules
        // of a locale, so when a row asks for it.
        if tree.tag(operand) == .aConst, source == .untyped || target != .money {
            if Self.isDay(target), source == .untyped, !result.hasWildDay {
                result.momentSteps = Self.momentSteps
            }
            return
        }
        if tree.tag(operand) == .paramRef, source == target { return }
        if tree.tag(operand) == .aArrayExpr, source == .unresolved { return result.leak() }
        // Conversions of dates and money depend on settings and are not folded.
        if result.isConstant, Self.isFolded(source), Self.isFolded(target) { return }
        if result.hasWildDay, source != target, Self.isDay(source) { result.leak() }
        let hasModifier = tree.child(of: typeName, .typmods) != nil
        if Self.isDay(target), !hasModifier {
            // One day more or less.
            result.momentSteps = expressions[operand - statement].momentSteps
        }
        if hasModifier || !target.isKnown || !source.isKnown
            || !BuiltinSafety.shared.castIsSafe(from: source, to: target)
        {
            result.leak()
        }
    }

    private static func isFolded(_ type: TypeID) -> Bool {
        [TypeID.boolean, .smallint, .integer, .bigint, .numeric, .real, .double, .text, .varchar]
            .contains(type)
    }

    private func checkCollation(_ node: Node) throws(ProxyError) {
        let names = tree.texts(of: node, .collname) ?? []
        guard names.count == 1 || names.first == "pg_catalog" else {
            throw failure(
                .undefinedObject,
                "collation \"\(names.joined(separator: "."))\" does not exist",
                at: node
            )
        }
    }
}
