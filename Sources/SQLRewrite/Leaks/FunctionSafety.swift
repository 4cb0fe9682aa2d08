// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Function calls: whether they may stand there, and what they can tell.
extension StatementAnalysis {
    mutating func applyFunction(
        _ node: Node,
        in level: Int,
        _ result: inout Expression
    ) throws(ProxyError) {
        result.type = .unresolved
        if isMeasureCall(node) { return try applyMeasure(node, in: level, &result) }
        let name: String
        let call: BuiltinCall
        let arguments = Array(tree.list(of: node, .args))
        let types = arguments.map { argumentType($0) }
        let ordered = tree.bool(node, .aggWithinGroup) ? nil : types
        switch try callee(of: node, types: ordered) {
        case .builtin(let builtin, let reached):
            name = builtin
            call = reached
        case .user(let call): return applyUser(call, node, in: level, &result)
        case .sessionValue(let value):
            if isItemOfFrom(node) {
                let name = tree.lastText(of: node, .funcname).text
                try applySessionItem(node, value, name)
            } else {
                virtualValues.append((node, value.sql(in: context)))
            }
            result = .constant(value.type)
            return
        case .virtual(let name): return try applyVirtual(node, name, &result)
        case .conversion(let type):
            result.type = type
            // A constant is converted before anything runs, as with a cast in the usual form.
            let isConstant = arguments.count == 1 && tree.tag(arguments[0]) == .aConst
            if !isConstant || types != [.untyped] { result.leak() }
            return
        }
        if applyToMoment(name, arguments, &result) { return }
        try checkTextSearchName(name, arguments, types, at: node)
        let isGrouping = call.hasGrouping || tree.child(of: node, .over) != nil
        if isGrouping {
            result.type =
                call.polymorphicResult(types, context.types)
                ?? aggregateType(name, types, call.result)
            let verdict = BuiltinSafety.shared.verdict(.aggregate, name, types)
            if tree.child(of: node, .over) == nil, !isOwnAggregate(node, in: level) {
                return outerAggregate(verdict == .safe || name == "count", &result)
            }
            // Computed above the filtered scan, arguments included (R42, M7).
            result.isConstant = false
            result.hasAggregate = true
            result.leaksBelowGrouping = false
            result.isSafe =
                name == "count" || name == "row_number"
                || (verdict == .safe && tree.child(of: node, .over) == nil)
            result.canRaise = result.canRaise || !result.isSafe
            return
        }
        if let polymorphic = call.polymorphicResult(types, context.types) {
            result.type = polymorphic
        } else if let only = call.result {
            result.type = only
        } else {
            // One overload takes exactly these types; a constant without one is text there.
            let adopted = adopted(types)
            let exact = call.overloads.indices.filter { call.overloads[$0].arguments == adopted }
            if adopted.allSatisfy(\.isKnown), exact.count == 1 {
                result.type = call.overloads[exact[0]].result
            }
        }
        if result.hasWildDay, types.contains(where: Self.isDay) { result.leak() }
        let isCertain = call.isPlain || reachesPlainOverload(call, types)
        let safety = resolvedSafety(name, types)
        switch safety {
        case .safe where isCertain: break
        case .conditional
        where isCertain && ConstantChecks.functionIsSafe(name, arguments, types, in: tree):
            break
        case .safe, .conditional, .leaky:
            if isCertain, result.isConstant, !arguments.isEmpty,
                call.isImmutable
            {
                break
            }
            result.leak()
        }
        if tree.bool(node, .funcVariadic) { result.leak() }
    }

    /// A function of an extension or of the configuration: nothing is known of it but what the
    /// snapshot says.
    private mutating func applyUser(
        _ call: UserCall,
        _ node: Node,
        in level: Int,
        _ result: inout Expression
    ) {
        if tree.texts(of: node, .funcname)?.first != call.schema
            || tree.list(of: node, .funcname).count != 2
        {
            qualifiedNames.append((node, call.schema))
        }
        result.type = call.outputs(context.types).count > 1 ? .record : call.result(context.types)
        if tree.bool(node, .funcVariadic) || !call.isSafe { result.leak() }
        guard call.isAggregate else {
            if !result.isSafe {
                result.hasAggregate = false
                result.leak()
            }
            return
        }
        result.leak()
        guard tree.child(of: node, .over) != nil || isOwnAggregate(node, in: level) else {
            result.hasAggregate = false
            return result.leak()
        }
        // Computed above the filtered scan, arguments included (R42, M7).
        result.hasAggregate = true
        result.leaksBelowGrouping = false
    }

    /// An aggregate of an outer query, which computes it above its filters and its grouping and hands
    /// it in as a parameter: it reads no row here, and its own level's filter cannot be written here.
    private func outerAggregate(_ isSafe: Bool, _ result: inout Expression) {
        let canRaise = result.canRaise || !isSafe
        result = Expression(type: result.type)
        result.canRaise = canRaise
        result.hasWildDay = !result.type.isKnown || Self.isDay(result.type)
    }

    /// Whether an aggregate is computed over the rows of the level that it stands in.
    ///
    /// It is when an argument is a column of the level, or there are no columns; one with outer columns
    /// alone belongs to an outer query.
    func isOwnAggregate(_ call: Node, in level: Int) -> Bool {
        guard levels[level].outerScope != nil else { return true }
        var hasArgument = false
        for node in call..<tree.end(of: call) {
            switch tree.tag(node) {
            case .subLink: hasArgument = true
            case .columnRef where self.level(of: node) == level:
                hasArgument = true
                let item = owner(of: node)?.item ?? wholeRowItem(node, in: level)
                if let item, self.level(of: items[item].node) == level { return true }
            default: break
            }
        }
        return !hasArgument
    }

    /// One overload takes exactly these types, a constant without one being text, so that the others do
    /// not matter: the server prefers it to all that need a conversion.
    private func reachesPlainOverload(_ call: BuiltinCall, _ types: [TypeID]) -> Bool {
        let wanted = types.map { $0 == .untyped ? .text : $0 }
        let exact = call.overloads.filter { $0.arguments == wanted }
        guard exact.count == 1, wanted.allSatisfy(\.isKnown) else { return false }
        return exact[0].verdict == .allow && !exact[0].returnsSet
    }

    /// Whether a call without OVER makes groups of a level's rows.
    func grouping(of call: Node, in level: Int) -> MarkerSurroundings.Grouping {
        let inner = self.level(of: call)
        guard isAggregate(call) else {
            // One of an extension is told by what was found out of it.
            return expressions[call - statement].hasAggregate ? .uncertain : .none
        }
        if isOwnAggregate(call, in: inner) { return inner == level ? .certain : .none }
        return .uncertain
    }

    /// Constants without a type are text where the safety table knows the call so.
    private func resolvedSafety(_ name: String, _ types: [TypeID]) -> BuiltinSafety.Verdict {
        let adopted = adopted(types)
        guard adopted.allSatisfy(\.isKnown) else { return .leaky }
        return BuiltinSafety.shared.verdict(.function, name, adopted)
    }

    private func adopted(_ types: [TypeID]) -> [TypeID] {
        types.map { $0 == .untyped || $0 == .varchar ? .text : $0 }
    }

    private func argumentType(_ node: Node) -> TypeID { expressions[node - statement].type }

    private func aggregateType(
        _ name: String,
        _ types: [TypeID],
        _ result: TypeID?
    ) -> TypeID {
        if name == "count" || name == "row_number" { return .bigint }
        if let result { return result }
        guard types.count == 1, let type = types.first, type.isKnown else { return .unresolved }
        switch name {
        case "min", "max": return type == .varchar ? .text : type
        case "sum":
            if type == .smallint || type == .integer { return .bigint }
            if type == .bigint { return .numeric }
            return [TypeID.numeric, .real, .double].contains(type) ? type : .unresolved
        case "avg":
            if [TypeID.smallint, .integer, .bigint, .numeric].contains(type) { return .numeric }
            return [TypeID.real, .double].contains(type) ? .double : .unresolved
        default: return .unresolved
        }
    }
}
