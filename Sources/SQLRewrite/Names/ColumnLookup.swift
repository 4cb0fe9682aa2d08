// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// What a column reference means (R21, R25, R27).
extension StatementAnalysis {
    enum Meaning {
        case column(Column)
        /// All columns of an item as one value.
        case wholeRow(item: Int)
        /// A star; it stands for no expression.
        case star
        /// Nothing that is known; the server will say.
        case unknown
    }

    static let systemColumns: Set<String> = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"]

    mutating func meaning(of node: Node, in level: Int) throws(ProxyError) -> Meaning {
        let scope = scope(at: node, in: level)
        // One part and two parts are what there is, mostly.
        let first = node + 1
        let second = tree.end(of: first)
        let end = tree.end(of: node)
        if tree.tag(first) == .string {
            let name = tree.text(of: first) ?? ""
            if second == end { return try unqualified(name, from: scope, at: node) }
            if tree.end(of: second) == end, tree.tag(second) == .string {
                return try qualified(name, tree.text(of: second) ?? "", from: scope, at: node)
            }
        }
        var parts: [String] = []
        var isStar = false
        for field in tree.list(of: node, .fields) {
            if tree.tag(field) == .aStar {
                isStar = true
            } else {
                parts.append(tree.text(of: field) ?? "")
            }
        }
        if isStar {
            if parts.count > 1 {
                noteWhole(try requalify(node, Array(parts), isStar: true, from: scope))
            } else {
                // The server would look for the relation along its own search path.
                if let alias = parts.first, item(named: alias, from: scope) == nil,
                    !isPartial(from: scope)
                {
                    throw missingEntry(alias, from: scope, at: node)
                }
                noteStar(alias: parts.first, from: scope)
            }
            return .star
        }
        switch parts.count {
        case 3, 4:
            let item = try requalify(node, parts, isStar: false, from: scope)
            return try column(parts[parts.count - 1], of: item, as: parts.suffix(2), at: node)
        default:
            throw failure(
                .syntaxError,
                "improper qualified name (too many dotted names): "
                    + parts.joined(separator: "."),
                at: node
            )
        }
    }

    private mutating func unqualified(
        _ name: String,
        from scope: Int,
        at node: Node
    ) throws(ProxyError) -> Meaning {
        var current: Int? = scope
        while let index = current {
            let scope = scopes[index]
            var found: Column?
            for source in scope.columnSources {
                try effort.spend(width(ofItem: source))
                let (column, count) = matches(name, in: source)
                guard count > 0 else { continue }
                noteUse(of: name, in: source)
                if found != nil || count > 1 {
                    // The server will say that it is ambiguous.
                    found = Column(name: name, type: .unresolved, isSafe: false)
                } else {
                    found = column
                }
            }
            if let found { return .column(found) }
            if Self.systemColumns.contains(name), hasRelation(scope) || scope.isPartial {
                let relations = scope.columnSources.filter { isRelation($0) }
                if relations.count == 1, !scope.isPartial,
                    let column = try catalogSystemColumn(name, relations[0], at: node)
                {
                    return .column(column)
                }
                return try systemColumn(name, "\"\(name)\"", at: node)
            }
            if scope.isPartial { return .unknown }
            current = scope.outer
        }
        // A name that is no column may be that of a row.
        if let item = item(named: name, from: scope) {
            noteWhole(item)
            return .wholeRow(item: item)
        }
        throw missingColumn(name, alias: nil, as: "\"\(name)\"", at: node)
    }

    private mutating func qualified(
        _ alias: String,
        _ name: String,
        from scope: Int,
        at node: Node
    ) throws(ProxyError) -> Meaning {
        guard let item = item(named: alias, from: scope) else {
            if isPartial(from: scope) { return .unknown }
            throw missingEntry(alias, from: scope, at: node)
        }
        return try column(name, of: item, as: [alias, name], at: node)
    }

    /// The column of an item; the function reading of the notation is refused.
    private mutating func column(
        _ name: String,
        of item: Int,
        as parts: @autoclosure () -> ArraySlice<String>,
        at node: Node
    ) throws(ProxyError) -> Meaning {
        let (found, count) = matches(name, in: item)
        if count == 1, let found {
            noteUse(of: name, in: item)
            return .column(found)
        }
        if count > 1 {
            throw failure(.ambiguousColumn, "column reference \"\(name)\" is ambiguous", at: node)
        }
        if items[item].hasUnknownColumns { return .unknown }
        if Self.systemColumns.contains(name), case .relation = items[item].source {
            if let column = try catalogSystemColumn(name, item, at: node) {
                return .column(column)
            }
            return try systemColumn(name, parts().joined(separator: "."), at: node)
        }
        throw missingColumn(
            name,
            alias: parts().count == 2 ? parts().first : nil,
            as: parts().joined(separator: "."),
            at: node
        )
    }

    private func systemColumn(
        _ name: String,
        _ spelled: String,
        at node: Node
    ) throws(ProxyError) -> Meaning {
        if context.policy.allowsSystemColumns, ["ctid", "xmin", "tableoid"].contains(name) {
            return .unknown
        }
        throw failure(.undefinedColumn, "column \(spelled) does not exist", at: node)
    }

    /// The first column of that name in an item, and how many there are.
    private func matches(_ name: String, in item: Int) -> (first: Column?, count: Int) {
        if let columns = items[item].columns {
            let found = Self.matches(name, in: columns)
            if found.count == 0, case .relation(let reference) = items[item].source,
                items[item].columnAliases.isEmpty,
                let field = references[reference].topic?.field(named: name)
            {
                return (column(field, ofReference: reference), 1)
            }
            return found
        }
        if case .relation(let number) = items[item].source {
            let reference = references[number]
            guard let column = reference.relation.columns.first(where: { $0.name == name })
            else { return (nil, 0) }
            return (self.column(column, ofReference: number), 1)
        }
        return Self.matches(name, in: columns(ofItem: item))
    }

    private static func matches(
        _ name: String,
        in columns: [Column]
    ) -> (first: Column?, count: Int) {
        var first: Column?
        var count = 0
        for column in columns where column.name == name {
            if count == 0 { first = column }
            count += 1
        }
        return (first, count)
    }

    /// How many columns a look-up in an item goes through.
    private func width(ofItem index: Int) -> Int {
        let item = items[index]
        if let columns = item.columns { return columns.count + 1 }
        switch item.source {
        case .relation(let reference): return references[reference].relation.columns.count + 1
        case .query(let level): return (levels[level].columns?.count ?? 0) + 1
        case .function, .join: return 1
        }
    }

    private func isRelation(_ item: Int) -> Bool {
        if case .relation = items[item].source { true } else { false }
    }

    private func hasRelation(_ scope: Scope) -> Bool {
        scope.items.contains { index in
            if case .relation = items[index].source { true } else { false }
        }
    }

    func item(named alias: String, from scope: Int) -> Int? {
        var current: Int? = scope
        while let index = current {
            if let item = scopes[index].items.first(where: { items[$0].alias == alias }) {
                return item
            }
            if scopes[index].isPartial { return nil }
            current = scopes[index].outer
        }
        return nil
    }

    private func isPartial(from scope: Int) -> Bool {
        var current: Int? = scope
        while let index = current {
            if scopes[index].isPartial { return true }
            current = scopes[index].outer
        }
        return false
    }

    /// `schema.relation.column` names an unaliased reference; it becomes `alias.column`, since the
    /// emitted relation has an alias and may live in another schema.
    @discardableResult
    private mutating func requalify(
        _ node: Node,
        _ parts: [String],
        isStar: Bool,
        from scope: Int
    ) throws(ProxyError) -> Int {
        var name = isStar ? parts[...] : parts.dropLast()
        if name.count == 3 {
            guard name.removeFirst() == context.policy.identity.connection else {
                throw failure(
                    .featureNotSupported,
                    "cross-database references are not implemented: "
                        + parts.joined(separator: "."),
                    at: node
                )
            }
        }
        let schema = name.first ?? ""
        let relation = name.last ?? ""
        if name.count == 2, let item = item(ofSchema: schema, relation, from: scope) {
            requalified.append((node, parts.count - (isStar ? 1 : 2)))
            return item
        }
        throw missingEntry(relation, from: scope, at: node)
    }

    /// No item of that name is visible; the server tells apart those that stand elsewhere.
    func missingEntry(_ name: String, from scope: Int, at node: Node) -> ProxyError {
        var level: Int? = self.level(of: node)
        while let index = level, index >= 0 {
            let select = levels[index].node
            let isInFrom =
                tree.child(of: select, .fromClause).map { node >= $0 && node < fromEnd(of: select) }
                ?? false
            for item in items where self.level(of: item.node) == index {
                // Items further right are not there yet.
                if isInFrom && item.node > node { continue }
                let isAlias = item.alias == name
                var isHiddenByAlias = false
                if case .relation(let number) = item.source {
                    isHiddenByAlias = references[number].relation.logical.name == name
                }
                guard isAlias || isHiddenByAlias else { continue }
                var error = failure(
                    .undefinedTable,
                    "invalid reference to FROM-clause entry for table \"\(name)\"",
                    at: node
                )
                error.hint =
                    !isAlias && self.item(named: item.alias ?? "", from: scope) != nil
                    ? "Perhaps you meant to reference the table alias \"\(item.alias ?? "")\"."
                    : "There is an entry for table \"\(name)\", but it cannot be referenced from "
                        + "this part of the query."
                return error
            }
            level = levels[index].parent
        }
        return failure(
            .undefinedTable,
            "missing FROM-clause entry for table \"\(name)\"",
            at: node
        )
    }
}
