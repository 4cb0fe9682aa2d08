// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The columns that a query gives, with the names the server would choose.
extension StatementAnalysis {
    mutating func outputColumns(of index: Int) throws(ProxyError) -> [Column] {
        let level = levels[index]
        switch level.shape {
        case .values: return valuesColumns(level.node)
        case .setOperation:
            let arms = level.children.filter { levels[$0].role == .arm }
            guard arms.count == 2, let left = levels[arms[0]].columns,
                let right = levels[arms[1]].columns
            else { return [] }
            return left.enumerated().map { place, column in
                var column = column
                if place < right.count { column.unite(with: right[place]) }
                return column
            }
        case .select:
            // Nobody names the columns of the outermost query; only `(e).*` has to be judged.
            if level.role == .root {
                noteResultShape(of: index)
                for target in tree.list(of: level.node, .targetList) {
                    if let value = tree.child(of: target, .val), tree.tag(value) == .aIndirection {
                        _ = try starColumns(value, in: index)
                    }
                }
                return []
            }
            var columns: [Column] = []
            for target in tree.list(of: level.node, .targetList) {
                guard let value = tree.child(of: target, .val) else { continue }
                if let star = try starColumns(value, in: index) {
                    columns += star
                    // Stars of stars would double the columns with every level.
                    guard columns.count <= Self.targetsMax else {
                        throw ProxyError(
                            .init("54011"),
                            "target lists can have at most \(Self.targetsMax) entries"
                        )
                    }
                    continue
                }
                let name = tree.string(target, .name) ?? columnName(of: value)
                columns.append(expressions[value - statement].column(named: name))
            }
            return columns
        }
    }

    /// Notes what the outermost query gives, as far as other relations under the same names would
    /// give something else: the names and types behind stars, and the types of all else (R86).
    private mutating func noteResultShape(of index: Int) {
        var shape = Hasher()
        for target in tree.list(of: levels[index].node, .targetList) {
            guard let value = tree.child(of: target, .val) else { continue }
            guard tree.tag(value) == .columnRef,
                let sources = try? starSources(value, in: index)
            else {
                shape.combine(expressions[value - statement].type)
                continue
            }
            for column in sources.flatMap({ columns(ofItem: $0) }) {
                shape.combine(column.name)
                shape.combine(column.type)
            }
        }
        resultShape = shape.finalize()
    }

    /// MaxTupleAttributeNumber of htup_details.h.
    private static let targetsMax = 1_664

    private func valuesColumns(_ node: Node) -> [Column] {
        var columns: [Column] = []
        for (row, list) in tree.list(of: node, .valuesLists).enumerated() {
            for (place, value) in tree.elements(of: list).enumerated() {
                let expression = expressions[value - statement]
                var column = expression.column(named: "column\(place + 1)")
                column.type = expression.type
                if row == 0 {
                    columns.append(column)
                } else if place < columns.count {
                    if columns[place].type == .untyped { columns[place].type = expression.type }
                    if expression.type == .untyped { column.type = columns[place].type }
                    columns[place].unite(with: column)
                }
            }
        }
        for place in columns.indices where columns[place].type == .untyped {
            columns[place].type = .text
        }
        return columns
    }

    /// A star in whose middle columns could stand that nobody knows of would give names to the wrong ones.
    func checkColumnsAreKnown(_ sources: [Int], at node: Node) throws(ProxyError) {
        guard sources.contains(where: { items[$0].hasUnknownColumns }) else { return }
        throw failure(
            .featureNotSupported,
            "the columns of a function in FROM are not certain here",
            at: node
        )
    }

    /// The columns of `*` or `alias.*`; nil for any other expression.
    private func starColumns(_ node: Node, in level: Int) throws(ProxyError) -> [Column]? {
        if tree.tag(node) == .aIndirection {
            var isStar = false
            for part in tree.list(of: node, .indirection) where tree.tag(part) == .aStar {
                isStar = true
            }
            guard isStar else { return nil }
            if let argument = tree.child(of: node, .arg), wholeRowItem(argument, in: level) == nil,
                tree.list(of: node, .indirection).count == 1,
                let fields = try rowFields(of: argument, in: level)
            {
                return fields
            }
            guard let argument = tree.child(of: node, .arg),
                let item = wholeRowItem(argument, in: level)
            else {
                throw failure(
                    .featureNotSupported,
                    "a star after an expression is not supported",
                    at: node
                )
            }
            try checkColumnsAreKnown([item], at: node)
            return columns(ofItem: item)
        }
        guard let sources = try starSources(node, in: level) else { return nil }
        try checkColumnsAreKnown(sources, at: node)
        return sources.flatMap { columns(ofItem: $0) }
    }

    /// The items whose columns `*` or `alias.*` stands for; nil for any other expression.
    func starSources(_ node: Node, in level: Int) throws(ProxyError) -> [Int]? {
        guard tree.tag(node) == .columnRef else { return nil }
        var parts: [String] = []
        var isStar = false
        for field in tree.list(of: node, .fields) {
            if tree.tag(field) == .aStar {
                isStar = true
            } else {
                parts.append(tree.text(of: field) ?? "")
            }
        }
        guard isStar else { return nil }
        guard let alias = parts.last else { return scopes[levels[level].scope].columnSources }
        let scope = scope(at: node, in: level)
        guard let item = item(named: alias, from: scope) else {
            throw missingEntry(alias, from: scope, at: node)
        }
        return [item]
    }

    /// The item that a reference names as a whole row.
    func wholeRowItem(_ node: Node, in level: Int) -> Int? {
        guard tree.tag(node) == .columnRef, let parts = tree.texts(of: node, .fields),
            parts.count == 1
        else { return nil }
        let scope = scope(at: node, in: level)
        var current: Int? = scope
        while let index = current {
            for source in scopes[index].columnSources
            where columns(ofItem: source).contains(where: { $0.name == parts[0] }) {
                return nil
            }
            current = scopes[index].outer
        }
        return item(named: parts[0], from: scope)
    }

    /// What the server calls a column without AS (`FigureColname` in parse_target.c).
    func columnName(of value: Node) -> String {
        var node = value
        // The outermost cast or CASE names the column unless something inside has a name of its own.
        var fallback: String?
        while true {
            switch tree.tag(node) {
            case .columnRef:
                var name: String?
                for field in tree.list(of: node, .fields) {
                    if let text = tree.text(of: field) { name = text }
                }
                return name ?? fallback ?? "?column?"
            case .aIndirection:
                var name: String?
                for part in tree.list(of: node, .indirection) {
                    if let text = tree.text(of: part) { name = text }
                }
                if let name { return name }
                guard let inner = tree.child(of: node, .arg) else { return fallback ?? "?column?" }
                node = inner
            case .funcCall:
                if let measure = measureName(node) { return measure }
                return (tree.texts(of: node, .funcname) ?? []).last ?? fallback ?? "?column?"
            case .aExpr where tree.value(node, .kind, as: AExprKind.self) == .nullif:
                return "nullif"
            case .typeCast:
                if fallback == nil, let type = tree.child(of: node, .typeName) {
                    fallback = tree.texts(of: type, .names)?.last
                }
                guard let inner = tree.child(of: node, .arg) else { return fallback ?? "?column?" }
                node = inner
            case .collateClause:
                guard let inner = tree.child(of: node, .arg) else { return fallback ?? "?column?" }
                node = inner
            case .caseExpr:
                if fallback == nil { fallback = "case" }
                guard let inner = tree.child(of: node, .defresult) else {
                    return fallback ?? "?column?"
                }
                node = inner
            case .groupingFunc: return "grouping"
            case .subLink:
                switch tree.value(node, .subLinkType, as: SubLinkType.self) {
                case .existsSublink: return "exists"
                case .arraySublink: return "array"
                case .exprSublink:
                    if let query = tree.child(of: node, .subselect),
                        let name = levels[level(of: query)].columns?.first?.name
                    {
                        return name
                    }
                    return fallback ?? "?column?"
                default: return fallback ?? "?column?"
                }
            case .aArrayExpr: return "array"
            case .rowExpr: return "row"
            case .coalesceExpr: return "coalesce"
            case .minMaxExpr:
                return tree.value(node, .op, as: MinMaxOp.self) == .greatest ? "greatest" : "least"
            case .sqlValueFunction:
                return SessionValues.columnName(
                    tree.value(node, .op, as: SQLValueFunctionOp.self)
                )
            default: return fallback ?? "?column?"
            }
        }
    }
}
