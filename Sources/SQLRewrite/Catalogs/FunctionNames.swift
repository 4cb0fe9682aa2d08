// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The regproc columns of catalogs, which are OIDs to compute with (R62), where the client looks at them:
/// in the select list of the statement itself, where nothing can give their type to another value (M26).
extension StatementAnalysis {
    /// A column, or a CASE of nothing but such columns and nulls.
    mutating func showFunctionName(_ node: Node, in level: Int) throws(ProxyError) {
        if isCastToName(tree.parent(of: node)), isFunctionColumn(node, in: level) {
            try substitute(node, functionName, [node])
            return
        }
        guard let target = tree.parent(of: node), tree.tag(target) == .resTarget,
            tree.field(of: target) == .targetList,
            let select = tree.parent(of: target), isShown(select), isFunctionName(node, in: level)
        else { return }
        try substitute(node, functionName, [node])
    }

    /// The regproc columns that `*` or `alias.*` stands for, by the item's place; empty where it stays.
    func functionNames(behind star: Node, _ sources: [Int]) -> [Int: Set<String>] {
        // `TABLE name` has a star that nobody wrote; one behind a schema is written anew.
        guard tree.location(of: star) != nil, tree.list(of: star, .fields).count <= 2,
            let target = tree.parent(of: star),
            tree.tag(target) == .resTarget,
            tree.field(of: target) == .targetList,
            let select = tree.parent(of: target), isShown(select)
        else { return [:] }
        let level = level(of: star)
        // Columns that a join merges stand in front, and once.
        let isPlain = levels[level].joins.allSatisfy { join in
            tree.tag(join) == .joinExpr && !tree.bool(join, .isNatural)
                && tree.child(of: join, .usingClause) == nil
        }
        guard isPlain || tree.texts(of: star, .fields) != nil,
            sources.allSatisfy({ items[$0].alias != nil && items[$0].source != .join })
        else { return [:] }
        var found: [Int: Set<String>] = [:]
        for source in sources {
            let names = Self.functionColumns.filter { isFunctionColumn($0, of: source) }
            if !names.isEmpty { found[source] = names }
        }
        return found
    }

    /// Some catalog of the statement has regproc columns.
    var readsFunctionNames: Bool {
        references.contains { reference in
            reference.relation.logical.schema == "pg_catalog"
                && Self.catalogsWithFunctions.contains(reference.relation.logical.name)
        }
    }

    private static let catalogsWithFunctions: Set<String> = [
        "pg_aggregate", "pg_am", "pg_amproc", "pg_conversion", "pg_operator", "pg_proc", "pg_range",
        "pg_transform", "pg_ts_parser", "pg_ts_template", "pg_type",
    ]

    /// What is written around such a column.
    var functionName: VirtualFunctions.Answer {
        let world = context.catalogs.world
        let unchanged = Set(world.schemas.filter { $0.physical == $0.logical }.map(\.physical))
        let functions = world.catalog.functions.filter {
            world.functions.contains($0.oid) && unchanged.contains($0.name.schema)
        }
        let value: RowExpression = "omni_v.v"
        return .init(
            sql: """
                (SELECT (CASE WHEN \(VisibleWorld.isBuiltin(value).plain) \
                OR \(VisibleWorld.isOne(value, of: functions.map(\.oid)).plain) THEN omni_v.v \
                WHEN omni_v.v IS NOT NULL THEN '0'::pg_catalog.oid END)::pg_catalog.regproc \
                FROM (SELECT ($1)::pg_catalog.oid AS v) AS omni_v)
                """,
            type: "regproc",
            holes: [0]
        )
    }

    /// A cast to text takes the name, wherever it stands: no type is left to give to others.
    private func isCastToName(_ node: Node?) -> Bool {
        guard let node, tree.tag(node) == .typeCast, let type = tree.child(of: node, .typeName)
        else { return false }
        return [TypeID.text, .varchar, .name].contains(TypeRules.type(of: type, in: tree, context))
    }

    /// Whether rows of a select list go to the client as they are.
    private func isShown(_ select: Node) -> Bool {
        tree.tag(select) == .selectStmt
            && (tree.parent(of: select).map { tree.tag($0) == .rawStmt } ?? true)
            && tree.child(of: select, .groupClause) == nil
            && tree.child(of: select, .distinctClause) == nil
    }

    private func isFunctionName(_ node: Node, in level: Int) -> Bool {
        guard tree.tag(node) == .caseExpr else { return isFunctionColumn(node, in: level) }
        var results = tree.list(of: node, .args).compactMap { tree.child(of: $0, .result) }
        if let other = tree.child(of: node, .defresult) { results.append(other) }
        return results.contains { isFunctionColumn($0, in: level) }
            && results.allSatisfy { isFunctionColumn($0, in: level) || isNull($0) }
    }

    private func isNull(_ node: Node) -> Bool {
        tree.tag(node) == .aConst && tree.bool(node, .isnull)
    }

    /// Whether a name is certainly that of a regproc column of a catalog.
    private func isFunctionColumn(_ node: Node, in level: Int) -> Bool {
        guard tree.tag(node) == .columnRef, let parts = tree.texts(of: node, .fields),
            let name = parts.last, Self.functionColumns.contains(name)
        else { return false }
        let scope = scope(at: node, in: level)
        let found =
            parts.count == 1
            ? owner(of: node)?.item : item(named: parts[parts.count - 2], from: scope)
        return found.map { isFunctionColumn(name, of: $0) } ?? false
    }

    private func isFunctionColumn(_ name: String, of item: Int) -> Bool {
        guard case .relation(let number) = items[item].source,
            items[item].columnAliases.isEmpty,
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
}
