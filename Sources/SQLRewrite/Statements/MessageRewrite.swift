// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The rewrite of one message: each statement is judged before anything is sent, and one refusal
/// refuses the message (R7).
struct MessageRewrite {
    let text: UnsafeRawBufferPointer
    let tree: SyntaxTree
    let kind: MessageKind
    /// Of the statement at hand: a search path that the message sets holds for what follows in it.
    var context: RewriteContext
    var parameterTypes: [UInt32]?
    /// Whether leaky operands may be guarded where they stand; else what they depend on is fenced.
    let usesGuards: Bool
    let facts: SessionFacts

    var isSessionSpecific = false
    /// Of the query rewritten last.
    private var resultShape = 0
    var edits = EditList()
    /// Something was guarded.
    private(set) var hasGuards = false
    var notes: [RewriteNote] = []
    private var index: TokenIndex?
    private var paths = SearchPathChanges()

    init(
        text: UnsafeRawBufferPointer,
        tree: SyntaxTree,
        kind: MessageKind,
        context: RewriteContext,
        parameterTypes: [UInt32]?,
        usesGuards: Bool = true,
        facts: SessionFacts
    ) {
        self.usesGuards = usesGuards
        self.facts = facts
        self.text = text
        self.tree = tree
        self.kind = kind
        self.context = context
        self.parameterTypes = parameterTypes
    }

    /// Made when the first edit needs it: most of what clients send by rote needs none.
    mutating func tokens() -> TokenIndex {
        if let index { return index }
        let made = TokenIndex(text, in: 0..<text.count)
        index = made
        return made
    }

    mutating func run() throws(ProxyError) -> RewrittenMessage {
        var statements: [RewrittenStatement] = []
        for raw in tree.statements {
            guard let statement = tree.child(of: raw, .stmt) else { continue }
            edits.statement = statements.count
            var rewritten = try rewrite(statement)
            rewritten.takesSnapshot = Self.analysedUnderSnapshot.contains(tree.tag(statement))
            paths.completed(rewritten.kind, context: &context)
            statements.append(rewritten)
        }
        if statements.count > 1 {
            if kind == .extended {
                throw ProxyError(
                    .syntaxError,
                    "cannot insert multiple commands into a prepared statement"
                )
            }
        }
        if statements.isEmpty { statements = [RewrittenStatement(kind: .empty)] }
        guard !edits.isEmpty else {
            return RewrittenMessage(
                text: Array(text),
                statements: statements,
                positions: .identity,
                notes: notes
            )
        }
        let applied = try edits.applied(to: text)
        try Verification.check(
            applied.text,
            equals: tree,
            edited: try edits.expectedEdits(),
            // Wrapping adds levels of ours to the client's.
            depthMax: context.limits.treeDepthMax + 64
        )
        return RewrittenMessage(
            text: applied.text,
            statements: statements,
            positions: applied.positions,
            holes: applied.holes,
            notes: notes,
            isSessionSpecific: isSessionSpecific
        )
    }

    /// The kinds that the server's `analyze_requires_snapshot` names, of those that are allowed.
    private static let analysedUnderSnapshot: [NodeTag] = [
        .selectStmt, .declareCursorStmt, .explainStmt,
    ]

    /// Judges and rewrites one statement, the node in a `.rawStmt`.
    private mutating func rewrite(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement {
        if let signalled = try signal(statement) { return signalled }
        if let setting = try settingCall(statement) { return setting }
        try StatementKinds.check(statement, in: tree)
        try NodeRules.check(tree, statement)
        switch tree.tag(statement) {
        case .selectStmt:
            let isProtected = try rewriteQuery(statement)
            return RewrittenStatement(
                kind: .plain,
                isProtected: isProtected,
                resultShape: resultShape
            )
        case .transactionStmt: return try transaction(statement)
        case .variableSetStmt: return try set(statement)
        case .variableShowStmt: return try show(statement)
        case .declareCursorStmt: return try declareCursor(statement)
        case .fetchStmt:
            // The cursor's query runs now; which relations it reads was said when it was declared.
            return RewrittenStatement(
                kind: .fetch(cursor: tree.string(statement, .portalname) ?? ""),
                isProtected: true
            )
        case .closePortalStmt:
            return RewrittenStatement(
                kind: .closeCursor(name: tree.string(statement, .portalname))
            )
        case .prepareStmt: return try prepare(statement)
        case .executeStmt: return try execute(statement)
        case .deallocateStmt:
            let name = tree.string(statement, .name)
            try substitute(
                statement,
                Self.harmless,
                hole: name.map { .deallocated(name: $0) }
            )
            return RewrittenStatement(
                kind: .deallocate(name: name),
                commandTag: name == nil ? "DEALLOCATE ALL" : "DEALLOCATE"
            )
        case .discardStmt:
            let target: String
            switch tree.value(statement, .target, as: DiscardMode.self) {
            case .all: target = "ALL"
            case .plans: target = "PLANS"
            case .sequences: target = "SEQUENCES"
            case .temp: target = "TEMP"
            }
            // Plans and the like are the session's to forget; settings are the backend's as well.
            // Among other statements DISCARD ALL fails on every server, and shall fail at its place.
            if target != "ALL" || tree.statements.count == 1 {
                try substitute(statement, target == "ALL" ? "RESET ALL" : Self.harmless)
            }
            return RewrittenStatement(
                kind: .discard(target: target),
                commandTag: "DISCARD " + target
            )
        case .copyStmt: return try copy(statement)
        case .explainStmt: return try explain(statement)
        case .unlistenStmt:
            // There is nothing to listen to (R8).
            try substitute(statement, Self.harmless)
            return RewrittenStatement(kind: .plain, commandTag: "UNLISTEN")
        default:
            throw ProxyError(
                .featureNotSupported,
                "\(NodeRules.spelled(tree.tag(statement))) is not supported"
            )
        }
    }

    /// Rewrites the queries inside a statement.
    ///
    /// - Returns: Whether a protected relation is touched.
    mutating func rewriteQuery(_ statement: SyntaxTree.Node) throws(ProxyError) -> Bool {
        var analysis = StatementAnalysis(
            tree,
            statement: statement,
            context: context,
            parameterTypes: parameterTypes,
            usesGuards: usesGuards,
            facts: facts
        )
        try analysis.run()
        if analysis.isSessionSpecific { isSessionSpecific = true }
        resultShape = analysis.resultShape
        if analysis.isUnchanged { return false }
        let bounds = ClauseBounds(tokens: tokens(), tree: tree)
        let plan = try StatementPlan(analysis, bounds: bounds)
        notes += plan.notes
        if !plan.guards.isEmpty { hasGuards = true }
        try plan.apply(to: &edits)
        return analysis.references.contains(where: \.isProtected)
    }
}
