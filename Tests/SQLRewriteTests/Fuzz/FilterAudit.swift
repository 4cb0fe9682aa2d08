// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite

/// Looks at a text that is about to be sent, and knows of the rewriter only what it promises: each
/// protected relation has its filter where no outer join and no alias takes the effect away (R31, R39).
///
/// It reads the sample policies' "acme" from the text alone and shares no code with the rewriter
/// besides the parser.
struct FilterAudit {
    /// Tables whose rows are told apart by a column of their own.
    private static let ownFilter: Set<String> = ["orders", "customers", "order_totals"]
    /// Tables whose rows are told apart by a row of another.
    private static let relatedFilter: Set<String> = ["order_items"]
    private static let open: Set<String> = ["products", "notes"]
    /// Catalogs that are closed, whatever stands around them (threat model 5.9); the others are the
    /// concern of tests of their own.
    private static let closedCatalogs: Set<String> = [
        "pg_authid", "pg_shadow", "pg_statistic", "pg_stats", "pg_largeobject", "pg_hba_file_rules",
        "pg_file_settings", "pg_config", "pg_stats_ext", "pg_statistic_ext_data",
    ]

    private let tree: SyntaxTree
    private var withNames: Set<String> = []

    /// What is wrong with a rewritten text; nothing is, when it is safe.
    static func violations(in text: [UInt8]) -> [String] {
        text.withUnsafeBytes { bytes in
            do throws(ProxyError) {
                return FilterAudit(try SyntaxTree(parsing: bytes, depthMax: 4_000)).violations()
            } catch {
                return ["does not parse: \(error.message)"]
            }
        }
    }

    private init(_ tree: SyntaxTree) {
        self.tree = tree
        for node in 0..<tree.count where tree.tag(node) == .commonTableExpr {
            withNames.insert(tree.string(node, .ctename) ?? "")
        }
    }

    private func violations() -> [String] {
        var found: [String] = []
        for node in 0..<tree.count where tree.tag(node) == .rangeVar {
            if let violation = violation(of: node) { found.append(violation) }
        }
        return found
    }

    private func violation(of node: Int) -> String? {
        let name = tree.string(node, .relname) ?? ""
        guard let schema = tree.string(node, .schemaname) else {
            return withNames.contains(name) ? nil : "\(name) has no schema"
        }
        switch (schema, name) {
        case ("public", _) where Self.ownFilter.contains(name):
            return isFiltered(node, by: isOwnFilter) ? nil : "\(name) is not filtered"
        case ("public", _) where Self.relatedFilter.contains(name):
            return isFiltered(node, by: isRelatedFilter) ? nil : "\(name) is not filtered"
        case ("public", _) where Self.open.contains(name), ("tenant_acme", "notes"): return nil
        case ("pg_catalog", _), ("information_schema", _):
            return Self.closedCatalogs.contains(name) ? "\(name) is closed" : nil
        default: return "\(schema).\(name) is nothing the policy knows"
        }
    }

    /// Climbs from the reference through its joins to its query, as far as a condition there decides
    /// about its rows.
    private func isFiltered(_ reference: Int, by isFilter: (Int, String) -> Bool) -> Bool {
        let alias =
            tree.child(of: reference, .alias).flatMap { tree.string($0, .aliasname) }
            ?? tree.string(reference, .relname) ?? ""
        func holds(_ condition: Int?) -> Bool {
            conjuncts(condition).contains { isFilter($0, alias) }
        }
        var node = reference
        while let parent = tree.parent(of: node) {
            let field = tree.field(of: node)
            switch tree.tag(parent) {
            case .rangeTableSample: break
            case .joinExpr:
                let type = tree.value(parent, .jointype, as: JoinType.self)
                let isLost =
                    switch (type, field) {
                    case (.inner, _), (.left, .larg), (.right, .rarg): false
                    default: true
                    }
                if type == .full { return false }
                // On the side that is filled up with nulls, or inside, ON decides which rows there are.
                if isLost || type == .inner, holds(tree.child(of: parent, .quals)) { return true }
                if isLost || tree.child(of: parent, .alias) != nil { return false }
            case .selectStmt: return holds(tree.child(of: parent, .whereClause))
            default: return false
            }
            node = parent
        }
        return false
    }

    /// What must hold for a condition to hold.
    private func conjuncts(_ condition: Int?) -> [Int] {
        var open = condition.map { [$0] } ?? []
        var found: [Int] = []
        while let node = open.popLast() {
            if tree.tag(node) == .boolExpr,
                tree.value(node, .boolop, as: BoolExprType.self) == .andExpr
            {
                open += Array(tree.list(of: node, .args))
            } else {
                found.append(node)
            }
        }
        return found
    }

    private func isOwnFilter(_ condition: Int, _ alias: String) -> Bool {
        isEquality(condition, of: [alias, "tenant_id"]) { isAcme($0) }
    }

    /// Whether a condition asks for a row of the related table.
    ///
    /// `EXISTS (SELECT … FROM public.orders AS x WHERE x.id = alias.order_id AND x.tenant_id = 'acme')`
    private func isRelatedFilter(_ condition: Int, _ alias: String) -> Bool {
        // `(EXISTS …) IS TRUE` asks the same.
        if tree.tag(condition) == .booleanTest, let tested = tree.child(of: condition, .arg),
            tree.value(condition, .booltesttype, as: BoolTestType.self) == .true
        {
            return isRelatedFilter(tested, alias)
        }
        guard tree.tag(condition) == .subLink,
            tree.value(condition, .subLinkType, as: SubLinkType.self) == .existsSublink,
            let select = tree.child(of: condition, .subselect),
            tree.child(of: select, .limitCount) == nil,
            let from = tree.list(of: select, .fromClause).first, tree.tag(from) == .rangeVar,
            tree.string(from, .relname) == "orders",
            let inner = tree.child(of: from, .alias).flatMap({ tree.string($0, .aliasname) }),
            inner != alias
        else { return false }
        let parts = conjuncts(tree.child(of: select, .whereClause))
        return parts.contains { isOwnFilter($0, inner) }
            && parts.contains { part in
                isEquality(part, of: [inner, "id"]) { columns($0) == [alias, "order_id"] }
            }
    }

    private func isEquality(_ node: Int, of left: [String], _ right: (Int) -> Bool) -> Bool {
        guard tree.tag(node) == .aExpr, tree.texts(of: node, .name) == ["pg_catalog", "="],
            let lexpr = tree.child(of: node, .lexpr), let rexpr = tree.child(of: node, .rexpr)
        else { return false }
        return columns(lexpr) == left && right(rexpr)
    }

    private func columns(_ node: Int) -> [String]? {
        tree.tag(node) == .columnRef ? tree.texts(of: node, .fields) : nil
    }

    private func isAcme(_ node: Int) -> Bool {
        guard tree.tag(node) == .typeCast, let constant = tree.child(of: node, .arg),
            tree.tag(constant) == .aConst, let value = tree.child(of: constant, .val)
        else { return false }
        return tree.string(value, .sval) == "acme"
    }
}
