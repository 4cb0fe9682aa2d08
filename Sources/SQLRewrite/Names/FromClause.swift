// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// FROM: what each item is and which names it brings (R15 to R22).
extension StatementAnalysis {
    /// Lists the items of a level in order and gives LATERAL ones the scope that they see.
    mutating func openFrom(_ index: Int) throws(ProxyError) {
        let level = levels[index]
        let first = items.count
        guard level.shape == .select else {
            // A set operation's ORDER BY sees the outer query, as VALUES does.
            scopes.append(Scope(items: [], columnSources: [], outer: level.outerScope))
            levels[index].scope = scopes.count - 1
            return
        }
        var node = tree.child(of: level.node, .fromClause) ?? level.node
        guard node != level.node else {
            scopes.append(Scope(items: [], columnSources: [], outer: level.outerScope))
            levels[index].scope = scopes.count - 1
            levels[index].items = first..<first
            return
        }
        let end = fromEnd(of: level.node)
        while node < end {
            switch tree.tag(node) {
            case .joinExpr, .rangeTableSample:
                levels[index].joins.append(node)
                if tree.tag(node) == .rangeTableSample { try checkSample(node) }
                node += 1
                continue
            case .rangeVar: try addRelation(node, in: index)
            case .rangeSubselect: addDerived(node)
            case .rangeFunction: addFunction(node, in: index)
            default: break
            }
            node = tree.end(of: node)
        }
        levels[index].items = first..<items.count
    }

    func fromEnd(of select: Node) -> Node {
        var end = select
        for item in tree.list(of: select, .fromClause) { end = tree.end(of: item) }
        return end
    }

    private mutating func add(_ item: FromItem) {
        itemOfNode[item.node] = items.count
        items.append(item)
    }

    private func aliasName(of node: Node) -> String? {
        tree.child(of: node, .alias).flatMap { tree.string($0, .aliasname) }
    }

    private func columnAliases(of node: Node) -> [String] {
        tree.child(of: node, .alias).flatMap { tree.texts(of: $0, .colnames) } ?? []
    }

    /// The method and its arguments: no columns, no functions, only constants and parameters.
    private func checkSample(_ node: Node) throws(ProxyError) {
        let method = tree.texts(of: node, .method) ?? []
        guard
            [["bernoulli"], ["system"], ["pg_catalog", "bernoulli"], ["pg_catalog", "system"]]
                .contains(method)
        else {
            throw failure(
                .undefinedObject,
                "tablesample method \(method.joined(separator: ".")) does not exist",
                at: node
            )
        }
        let arguments = Array(tree.list(of: node, .args)) + Array(tree.list(of: node, .repeatable))
        for argument in arguments
        where tree.tag(argument) != .aConst && tree.tag(argument) != .paramRef {
            throw failure(
                .featureNotSupported,
                "TABLESAMPLE with an expression is not supported",
                at: node
            )
        }
    }

    // MARK: relations and WITH items

    private mutating func addRelation(_ node: Node, in level: Int) throws(ProxyError) {
        let name = tree.string(node, .relname) ?? ""
        let alias = aliasName(of: node)
        let columnAliases = columnAliases(of: node)
        if tree.string(node, .schemaname) == nil,
            let table = try commonTable(named: name, from: node)
        {
            // ONLY says nothing of a WITH item; the server passes over it.
            if let sample = tree.parent(of: node), tree.tag(sample) == .rangeTableSample {
                throw failure(
                    .featureNotSupported,
                    "TABLESAMPLE clause can only be applied to tables and materialized views",
                    at: sample
                )
            }
            guard let columns = try commonTableColumns(table, at: node) else {
                if isInside(node, levels[table].node),
                    let item = tree.parent(of: levels[table].node)
                {
                    throw failure(
                        .init("42P19"),
                        "recursive query \"\(name)\" does not have the form "
                            + "non-recursive-term UNION [ALL] recursive-term",
                        at: item
                    )
                }
                throw failure(
                    .featureNotSupported,
                    "a reference to a later WITH item is not supported",
                    at: node
                )
            }
            add(
                FromItem(
                    node: node,
                    source: .query(table),
                    alias: alias ?? name,
                    columnAliases: columnAliases,
                    columns: Self.renamed(columns, columnAliases)
                )
            )
            return
        }
        let (relation, topic) = try resolvedRelation(of: node)
        if case .refused(let message) = relation.filter {
            throw ProxyError(.insufficientPrivilege, message)
        }
        var sample: Node?
        if let parent = tree.parent(of: node), tree.tag(parent) == .rangeTableSample {
            guard topic == nil else {
                throw failure(
                    .featureNotSupported,
                    "TABLESAMPLE clause can only be applied to tables and materialized views",
                    at: node
                )
            }
            sample = parent
        }
        references.append(
            Reference(
                node: node,
                level: level,
                relation: relation,
                alias: alias ?? relation.logical.name,
                hasAlias: alias != nil,
                hasColumnAliases: !columnAliases.isEmpty,
                sample: sample,
                topic: topic
            )
        )
        let source = FromItem.Source.relation(references.count - 1)
        add(
            FromItem(
                node: node,
                source: source,
                alias: alias ?? relation.logical.name,
                columnAliases: columnAliases,
                columns: columnAliases.isEmpty && topic == nil
                    ? nil
                    : Self.renamed(columns(ofReference: references.count - 1), columnAliases)
            )
        )
    }

    /// The relation that a name stands for along the session's search path (R15), and the topic if it
    /// is one.
    mutating func resolvedRelation(
        of node: Node
    ) throws(ProxyError) -> (relation: GovernedRelation, topic: CompiledTopic?) {
        let name = tree.string(node, .relname) ?? ""
        if let catalog = tree.string(node, .catalogname),
            catalog != context.policy.identity.connection
        {
            let full = [catalog, tree.string(node, .schemaname) ?? "", name]
            throw failure(
                .featureNotSupported,
                "cross-database references are not implemented: "
                    + "\"\(full.joined(separator: "."))\"",
                at: node
            )
        }
        if let schema = tree.string(node, .schemaname) {
            if let relation = context.policy.relations[schema]?[name] { return (relation, nil) }
            if let topic = context.topics.topic(named: name, in: schema) {
                return (topic.relation, topic)
            }
            if let relation = try catalogRelation(schema, name, at: node) {
                return (relation, nil)
            }
            throw failure(
                .undefinedTable,
                "relation \"\(schema).\(name)\" does not exist",
                at: node
            )
        }
        // pg_catalog stands in front of every search path.
        if name.hasPrefix("pg_"), let relation = try catalogRelation("pg_catalog", name, at: node) {
            return (relation, nil)
        }
        for schema in context.searchPath {
            if let relation = context.policy.relations[schema]?[name] { return (relation, nil) }
            if let topic = context.topics.topic(named: name, in: schema) {
                return (topic.relation, topic)
            }
            if schema == "information_schema",
                let relation = try catalogRelation(schema, name, at: node)
            {
                return (relation, nil)
            }
        }
        throw failure(.undefinedTable, "relation \"\(name)\" does not exist", at: node)
    }

    /// A system catalog as the session may read it; nil when there is none of that name.
    private mutating func catalogRelation(
        _ schema: String,
        _ name: String,
        at node: Node
    ) throws(ProxyError) -> GovernedRelation? {
        guard CatalogVerdict(schema: schema, name: name) != nil else {
            let name = Catalog.QualifiedName(schema: schema, name: name)
            guard context.policy.catalog.systemRelations[name] != nil else { return nil }
            throw closedCatalog(name.name, at: node)
        }
        let wanted = Catalog.QualifiedName(schema: schema, name: name)
        guard let found = context.catalogs.relation(wanted, facts: facts) else {
            throw closedCatalog(name, at: node)
        }
        if found.isSessionSpecific { isSessionSpecific = true }
        return found.relation
    }

    private func closedCatalog(_ name: String, at node: Node) -> ProxyError {
        failure(.insufficientPrivilege, "permission denied for table \(name)", at: node)
    }

    func columns(ofReference index: Int) -> [Column] {
        guard let topic = references[index].topic else {
            return references[index].relation.columns.map { column($0, ofReference: index) }
        }
        return topic.fields.map { column($0, ofReference: index) }
    }

    func column(_ field: CompiledTopic.Field, ofReference index: Int) -> Column {
        var column = field.column
        column.dependencies = bit(ofReference: index)
        return column
    }

    func column(_ column: Catalog.Column, ofReference index: Int) -> Column {
        Column(
            name: column.name,
            type: KnownTypes.type(of: column.type),
            isSafe: !references[index].isComputed && !column.hasOwnCollation,
            dependencies: bit(ofReference: index)
        )
    }

    /// A reference that has no filter has no rows to hide.
    func bit(ofReference index: Int) -> ReferenceSet {
        references[index].hasHiddenRows ? ReferenceSet(reference: index) : []
    }

    static func renamed(_ columns: [Column], _ names: [String]) -> [Column] {
        var columns = columns
        for (index, name) in names.enumerated() where index < columns.count {
            columns[index].name = name
        }
        return columns
    }

    /// The WITH item that an unqualified name means at a place, inner lists first (R16).
    private func commonTable(named name: String, from node: Node) throws(ProxyError) -> Int? {
        var inner: Int?
        var current: Int? = level(of: node)
        while let index = current {
            let level = levels[index]
            if let clause = level.withClause {
                var visible = Int.max
                if let inner, case .commonTable(let place) = levels[inner].role,
                    !tree.bool(clause, .recursive)
                {
                    visible = place
                }
                try effort.spend(level.children.count)
                for child in level.children {
                    guard case .commonTable(let place) = levels[child].role, place < visible,
                        let item = tree.parent(of: levels[child].node),
                        tree.string(item, .ctename) == name
                    else { continue }
                    return child
                }
            }
            inner = index
            current = level.parent
        }
        return nil
    }

    /// Nil when the item is not resolved yet: a later one of a recursive list.
    private func commonTableColumns(
        _ index: Int,
        at node: Node
    ) throws(ProxyError) -> [Column]? {
        let level = levels[index]
        var columns = level.columns
        if columns == nil, level.shape == .setOperation, isInside(node, level.node) {
            // The recursive term sees what the other one gives.
            let left = level.children.first { levels[$0].role == .arm }
            columns = left.flatMap { levels[$0].columns }
            // And what it makes of that itself.
            for place in (columns ?? []).indices { columns?[place].dependencies = .all }
        }
        guard let columns, let item = tree.parent(of: level.node) else { return nil }
        var renamed = Self.renamed(columns, tree.texts(of: item, .aliascolnames) ?? [])
        if let search = tree.child(of: item, .searchClause) {
            renamed.append(unknownColumn(tree.string(search, .searchSeqColumn)))
        }
        if let cycle = tree.child(of: item, .cycleClause) {
            renamed.append(unknownColumn(tree.string(cycle, .cycleMarkColumn)))
            renamed.append(unknownColumn(tree.string(cycle, .cyclePathColumn)))
        }
        return renamed
    }

    private func unknownColumn(_ name: String?) -> Column {
        Column(name: name ?? "", type: .unresolved, isSafe: false)
    }

    func isInside(_ node: Node, _ outer: Node) -> Bool {
        node >= outer && node < tree.end(of: outer)
    }

    // MARK: derived tables and functions

    private mutating func addDerived(_ node: Node) {
        guard let query = tree.child(of: node, .subquery) else { return }
        add(
            FromItem(
                node: node,
                source: .query(level(of: query)),
                alias: aliasName(of: node),
                columnAliases: columnAliases(of: node),
                columns: nil
            )
        )
    }

    /// Its columns are found out when those of the items to its left are known.
    private mutating func addFunction(_ node: Node, in level: Int) {
        levels[level].hasInnerScopes = true
        add(
            FromItem(
                node: node,
                source: .function,
                alias: aliasName(of: node) ?? functionName(of: node),
                columnAliases: columnAliases(of: node),
                columns: [],
                hasUnknownColumns: true
            )
        )
    }

    /// Prepares a derived table or a function, everything to its left being resolved.
    mutating func openItem(_ item: Int, in level: Int) throws(ProxyError) {
        let node = items[item].node
        if items[item].source == .function {
            // Arguments always see the items to the left.
            scopes.append(try lateralScope(of: item, in: level))
            innerScopes[node] = scopes.count - 1
            let columns = try functionColumns(of: node, alias: aliasName(of: node))
            // What it is called with may come from any item to its left.
            let isConstant = !(node..<tree.end(of: node)).contains {
                tree.tag($0) == .columnRef || tree.tag($0) == .subLink
            }
            let made = columns.columns.map { column in
                var column = column
                column.dependencies = isConstant ? [] : .all
                return column
            }
            items[item].columns = Self.renamed(made, items[item].columnAliases)
            items[item].hasUnknownColumns = columns.areUncertain
        } else if tree.bool(node, .lateral) {
            scopes.append(try lateralScope(of: item, in: level))
            innerScopes[node] = scopes.count - 1
        }
    }

    /// The items left of one, as it sees them: a join's alias hides what is inside.
    private func lateralScope(of item: Int, in level: Int) throws(ProxyError) -> Scope {
        let node = items[item].node
        let first = levels[level].items.lowerBound
        var visible: [Int] = []
        var isPartial = false
        try effort.spend((item - first) * (levels[level].joins.count + 1))
        for index in first..<item {
            var isHidden = false
            for join in levels[level].joins
            where tree.tag(join) == .joinExpr && tree.child(of: join, .alias) != nil {
                if isInside(items[index].node, join) && !isInside(node, join) { isHidden = true }
            }
            if isHidden { isPartial = true } else { visible.append(index) }
        }
        return Scope(
            items: visible,
            columnSources: visible,
            outer: levels[level].outerScope,
            isPartial: isPartial || visible.contains { items[$0].hasUnknownColumns }
        )
    }
}
