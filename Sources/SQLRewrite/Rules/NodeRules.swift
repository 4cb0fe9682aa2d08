// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The one table of what a statement may be made of (R6, R7, R9).
///
/// It lists node types, and of each the fields it may carry. What is not listed here is refused, so a construct that nobody has thought through
/// cannot pass by being overlooked.
enum NodeRules {
    /// - Throws: 0A000 naming the construct, or 25006 for a part that writes.
    static func check(_ tree: SyntaxTree, _ statement: SyntaxTree.Node) throws(ProxyError) {
        let table = table
        for node in statement..<tree.end(of: statement) {
            let tag = tree.tag(node)
            if node > statement, let parent = tree.parent(of: node) {
                let holder = tree.tag(parent)
                // Its own field among those of what holds it; the holder was looked up before.
                let field = tree.field(of: node)
                guard table.lists(field, of: holder) else {
                    throw refusal(of: field, of: holder, in: tree, at: parent)
                }
                try checkPlace(of: node, tag, in: holder, tree)
            }
            guard table.lists(tag) else { throw refusal(of: tag, in: tree, at: node) }
            var outcast: NodeField?
            tree.forEachScalar(of: node) { field in
                if !table.lists(field, of: tag) { outcast = field }
            }
            if let outcast { throw refusal(of: outcast, of: tag, in: tree, at: node) }
        }
    }

    /// What a relation name, a query or a null stands for depends on where it is.
    @inline(__always)
    private static func checkPlace(
        of node: SyntaxTree.Node,
        _ tag: NodeTag,
        in parent: NodeTag,
        _ tree: SyntaxTree
    ) throws(ProxyError) {
        let field = tree.field(of: node)
        let isListed =
            switch tag {
            case .rangeVar:
                switch (parent, field) {
                case (.selectStmt, .fromClause), (.joinExpr, .larg), (.joinExpr, .rarg),
                    (.rangeTableSample, .relation), (.copyStmt, .relation):
                    true
                default: false
                }
            case .selectStmt:
                switch (parent, field) {
                case (.rawStmt, .stmt), (.selectStmt, .larg), (.selectStmt, .rarg),
                    (.rangeSubselect, .subquery), (.commonTableExpr, .ctequery),
                    (.subLink, .subselect), (.declareCursorStmt, .query), (.prepareStmt, .query),
                    (.copyStmt, .query), (.explainStmt, .query):
                    true
                default: false
                }
            case .executeStmt, .prepareStmt, .declareCursorStmt, .copyStmt, .explainStmt:
                parent == .rawStmt
            case .null:
                // A plain DISTINCT; the function of FROM without a column definition list.
                (parent == .selectStmt && field == .distinctClause)
                    || (parent == .list && isFunctionItem(node, tree))
            case .list:
                (parent == .selectStmt && field == .valuesLists)
                    || (parent == .rangeFunction && field == .functions)
                    || (parent == .aExpr && field == .rexpr)
                    // The column definitions of one function of ROWS FROM.
                    || (parent == .list && isFunctionItem(node, tree))
            default: true
            }
        if !isListed { throw refusal(of: tag, in: tree, at: node) }
    }

    private static func isFunctionItem(_ node: SyntaxTree.Node, _ tree: SyntaxTree) -> Bool {
        guard let list = tree.parent(of: node) else { return false }
        return tree.field(of: list) == .functions
    }

    // MARK: refusals

    private static func refusal(
        of tag: NodeTag,
        in tree: SyntaxTree,
        at node: SyntaxTree.Node
    ) -> ProxyError {
        switch tag {
        case .insertStmt: return readOnly("INSERT")
        case .updateStmt: return readOnly("UPDATE")
        case .deleteStmt: return readOnly("DELETE")
        case .mergeStmt: return readOnly("MERGE")
        default:
            return ProxyError(
                .featureNotSupported,
                "\(names[tag] ?? spelled(tag)) is not supported"
            )
        }
    }

    private static func refusal(
        of field: NodeField,
        of tag: NodeTag,
        in tree: SyntaxTree,
        at node: SyntaxTree.Node
    ) -> ProxyError {
        switch (tag, field) {
        case (.selectStmt, .intoClause): return readOnly("SELECT INTO")
        case (.selectStmt, .lockingClause):
            let strength = tree.child(of: node, .lockingClause).map {
                tree.value($0, .strength, as: LockClauseStrength.self)
            }
            let wording: [LockClauseStrength: String] = [
                .forkeyshare: "SELECT FOR KEY SHARE", .forshare: "SELECT FOR SHARE",
                .fornokeyupdate: "SELECT FOR NO KEY UPDATE",
            ]
            return readOnly(strength.flatMap { wording[$0] } ?? "SELECT FOR UPDATE")
        default:
            return ProxyError(
                .featureNotSupported,
                "\(names[tag] ?? spelled(tag)) with \(field) is not supported"
            )
        }
    }

    static func readOnly(_ command: String) -> ProxyError {
        ProxyError(
            .readOnlySQLTransaction,
            "cannot execute \(command) in a read-only transaction"
        )
    }

    /// `createTableAsStmt` as words: `create table as`.
    static func spelled(_ tag: NodeTag) -> String {
        var words = ""
        for character in "\(tag)" {
            if character.isUppercase { words += " " }
            words += character.lowercased()
        }
        return words.hasSuffix(" stmt") ? words.dropLast(5).uppercased() : words
    }

    private static let names: [NodeTag: String] = [
        .xmlExpr: "an XML expression", .xmlSerialize: "XMLSERIALIZE",
        .rangeTableFunc: "XMLTABLE", .setToDefault: "DEFAULT", .currentOfExpr: "WHERE CURRENT OF",
        .multiAssignRef: "a multiple assignment",
    ]

    // MARK: the table

    private static let table = FieldTable(rules)

    private static let rules: [NodeTag: [NodeField]] = [
        // Structure.
        .null: [], .list: [.none, .functions, .valuesLists, .rexpr],
        .rawStmt: [.stmt, .stmtLocation, .stmtLen],
        .string: [.sval], .integer: [.ival], .float: [.fval], .boolean: [.boolval],
        .bitString: [.bsval],

        // Queries.
        .selectStmt: [
            .distinctClause, .targetList, .fromClause, .whereClause, .groupClause, .groupDistinct,
            .havingClause, .windowClause, .valuesLists, .sortClause, .limitOffset, .limitCount,
            .limitOption, .withClause, .op, .all, .larg, .rarg,
        ],
        .resTarget: [.name, .val],
        .withClause: [.ctes, .recursive],
        .commonTableExpr: [
            .ctename, .aliascolnames, .ctematerialized, .ctequery, .searchClause, .cycleClause,
        ],
        .cteSearchClause: [.searchColList, .searchBreadthFirst, .searchSeqColumn],
        .cteCycleClause: [
            .cycleColList, .cycleMarkColumn, .cycleMarkValue, .cycleMarkDefault, .cyclePathColumn,
        ],
        .sortBy: [.node, .sortbyDir, .sortbyNulls, .useOp],
        .groupingSet: [.kind, .content],
        .windowDef: [
            .name, .refname, .partitionClause, .orderClause, .frameOptions, .startOffset,
            .endOffset,
        ],

        // FROM.
        .rangeVar: [.catalogname, .schemaname, .relname, .inh, .relpersistence, .alias],
        .alias: [.aliasname, .colnames],
        .rangeSubselect: [.lateral, .subquery, .alias],
        .rangeFunction: [.lateral, .ordinality, .isRowsfrom, .functions, .alias, .coldeflist],
        .columnDef: [.colname, .typeName, .isLocal],
        .rangeTableSample: [.relation, .method, .args, .repeatable],
        .joinExpr: [
            .jointype, .isNatural, .larg, .rarg, .usingClause, .joinUsingAlias, .quals, .alias,
        ],

        // Expressions.
        .columnRef: [.fields], .aStar: [], .paramRef: [.number], .aConst: [.val, .isnull],
        .aExpr: [.kind, .name, .lexpr, .rexpr],
        .boolExpr: [.boolop, .args],
        .nullTest: [.arg, .nulltesttype], .booleanTest: [.arg, .booltesttype],
        .caseExpr: [.arg, .args, .defresult], .caseWhen: [.expr, .result],
        .coalesceExpr: [.args], .minMaxExpr: [.op, .args],
        .sqlValueFunction: [.op, .typmod],
        .rowExpr: [.args, .rowFormat], .aArrayExpr: [.elements],
        .aIndirection: [.arg, .indirection], .aIndices: [.isSlice, .lidx, .uidx],
        .typeCast: [.arg, .typeName], .collateClause: [.arg, .collname],
        .typeName: [.names, .typmods, .typemod, .arrayBounds],
        .funcCall: [
            .funcname, .args, .aggOrder, .aggFilter, .over, .aggWithinGroup, .aggStar,
            .aggDistinct, .funcVariadic, .funcformat,
        ],
        .namedArgExpr: [.arg, .name, .argnumber],
        .groupingFunc: [.args],
        .subLink: [.subLinkType, .testexpr, .operName, .subselect],

        // Statements around queries.
        .declareCursorStmt: [.portalname, .options, .query],
        .fetchStmt: [.direction, .howMany, .portalname, .ismove],
        .closePortalStmt: [.portalname],
        .prepareStmt: [.name, .argtypes, .query],
        .executeStmt: [.name, .params],
        .deallocateStmt: [.name],
        .copyStmt: [.relation, .query, .attlist, .options],
        .explainStmt: [.query, .options],
        .defElem: [.defnamespace, .defname, .arg, .defaction],

        // Settings and transactions.
        .transactionStmt: [.kind, .options, .savepointName, .chain],
        .variableSetStmt: [.kind, .name, .args, .isLocal],
        .variableShowStmt: [.name], .discardStmt: [.target], .unlistenStmt: [.conditionname],
    ]
}
