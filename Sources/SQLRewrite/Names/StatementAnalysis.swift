// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// What the rewriter finds out about one statement: its levels, what each name in it means, and which
/// expressions can tell about rows.
///
/// Levels are resolved with a stack of tasks on the heap, expressions by scans over the flat tree;
/// nothing recurses over the statement.
struct StatementAnalysis {
    typealias Node = SyntaxTree.Node

    let tree: SyntaxTree
    let statement: Node
    let context: RewriteContext
    /// Declared in the Parse message; 0 where the server infers the type, nil when nobody knows.
    let parameterTypes: [UInt32]?
    let facts: SessionFacts

    let effort = Effort()

    var levels: [QueryLevel] = []
    var items: [FromItem] = []
    var scopes: [Scope] = []
    var references: [Reference] = []
    /// What is used of each topic, by its place among the references.
    var topicUses: [Int: TopicUse] = [:]
    var measureCalls: [MeasureCall] = []
    /// The item of a FROM node.
    var itemOfNode: NodeNumbers
    /// Scopes of join conditions and function arguments, by the node at their top.
    var innerScopes: NodeNumbers
    /// The level that each node of the statement stands in, from `statement` on; -1 outside queries.
    var levelOfNode: [Int32] = []
    /// What is known of each expression, from `statement` on.
    var expressions: [Expression] = []
    /// Differs when the outermost query gives other columns; 0 when it is no plain SELECT.
    var resultShape = 0

    /// References that must be rewritten to `alias.column`.
    var requalified: [(node: Node, droppedParts: Int)] = []
    /// Calls, casts and names that an expression of ours stands for, inner ones first.
    var substitutions: [Substitution] = []
    /// Something that is rewritten says what is true of one session alone.
    var isSessionSpecific = false
    /// Expressions to be replaced by a typed constant.
    var virtualValues: [(node: Node, sql: String)] = []
    /// Functions, types and operators whose names need their schema in front.
    var qualifiedNames: [(node: Node, schema: String)] = []
    /// Operators whose construct has no room for a schema, or whose name is a keyword.
    var userOperators: [UserOperator] = []
    /// Types that a parameter is cast to, to see whether all its places agree.
    var parameterCasts: [Int: Set<TypeID>] = [:]
    /// Leaky expressions in places where they may run on hidden rows, and what keeps them from it.
    var exposures: [Exposure] = []
    /// What guards outside of a query need to know from inside.
    var markers: [Marker: MarkerSource] = [:]
    /// References that leaky expressions depend on which cannot be guarded.
    var fenced: ReferenceSet = []
    /// What leaky expressions that run above every filter depend on.
    var outermostLeaks: ReferenceSet = []
    /// The same of those that run above every join as well.
    var lateLeaks: ReferenceSet = []
    /// Something leaky may run beside filters, or for each row of something else.
    var hasInnerLeak = false
    /// Guards stand where they can; else there are fences only.
    let usesGuards: Bool

    init(
        _ tree: SyntaxTree,
        statement: Node,
        context: RewriteContext,
        parameterTypes: [UInt32]?,
        usesGuards: Bool = true,
        facts: SessionFacts
    ) {
        self.usesGuards = usesGuards
        self.facts = facts
        self.parameterTypes = parameterTypes
        self.tree = tree
        self.statement = statement
        self.context = context
        let nodes = statement..<tree.end(of: statement)
        itemOfNode = NodeNumbers(nodes)
        innerScopes = NodeNumbers(nodes)
    }

    private enum Task {
        case open(Int)
        case openFrom(Int)
        case openItem(Int, level: Int)
        case closeFrom(Int)
        case close(Int)
    }

    mutating func run() throws(ProxyError) {
        let count = tree.end(of: statement) - statement
        expressions = [Expression](repeating: .none, count: count)
        if context.form == .fenced { fenced = .all }
        collectParameterCasts()
        try collectLevels(count)
        var tasks: [Task] = []
        for (index, level) in levels.enumerated() where level.parent == nil {
            tasks.append(.open(index))
            while let task = tasks.popLast() {
                switch task {
                case .open(let level):
                    open(level)
                    tasks.append(contentsOf: steps(of: level).reversed())
                case .openFrom(let level):
                    try openFrom(level)
                    tasks.append(contentsOf: fromSteps(of: level).reversed())
                case .openItem(let item, let level): try openItem(item, in: level)
                case .closeFrom(let level): try closeFrom(level)
                case .close(let level): try close(level)
                }
            }
        }
        if usesGuards { try placeMarkers() }
    }

    func level(of node: Node) -> Int { Int(levelOfNode[node - statement]) }

    // MARK: levels

    private mutating func collectLevels(_ count: Int) throws(ProxyError) {
        // Apart while it grows: a parent stands before its children.
        var places: [Int32] = []
        places.reserveCapacity(count)
        defer { levelOfNode = places }
        for node in statement..<(statement + count) {
            let parentLevel =
                node == statement
                ? -1 : Int(places[(tree.parent(of: node) ?? statement) - statement])
            guard tree.tag(node) == .selectStmt else {
                places.append(Int32(parentLevel))
                continue
            }
            let index = levels.count
            places.append(Int32(index))
            let role = role(of: node, isRoot: parentLevel < 0)
            let isOutermost =
                parentLevel < 0 || (role == .arm && levels[parentLevel].isOutermost)
            var shape = QueryLevel.Shape.select
            if tree.value(node, .op, as: SetOperation.self) != .none {
                shape = .setOperation
            } else if tree.child(of: node, .valuesLists) != nil {
                shape = .values
            }
            var level = QueryLevel(
                node: node,
                parent: parentLevel < 0 ? nil : parentLevel,
                role: role,
                shape: shape,
                isOutermost: isOutermost
            )
            level.withClause = tree.child(of: node, .withClause)
            levels.append(level)
            if parentLevel >= 0 { levels[parentLevel].children.append(index) }
        }
    }

    private func role(of node: Node, isRoot: Bool) -> QueryLevel.Role {
        guard !isRoot, let parent = tree.parent(of: node) else { return .root }
        switch tree.tag(parent) {
        case .selectStmt: return .arm
        case .commonTableExpr: return .commonTable(tree.listIndex(of: parent) ?? 0)
        case .rangeSubselect: return .derived
        default: return .sublink
        }
    }

    /// What has to be resolved inside a level, and when: WITH items first, FROM from left to right, then
    /// the sub-selects of expressions, which see the FROM clause, then the expressions.
    private func steps(of level: Int) -> [Task] {
        var steps: [Task] = []
        let children = levels[level].children
        for child in orderedCommonTables(of: level) { steps.append(.open(child)) }
        steps.append(.openFrom(level))
        for child in children where levels[child].role == .arm { steps.append(.open(child)) }
        steps.append(.closeFrom(level))
        for child in children where levels[child].role == .sublink { steps.append(.open(child)) }
        steps.append(.close(level))
        return steps
    }

    /// The items of FROM from left to right: what stands further right may be lateral to them.
    private func fromSteps(of level: Int) -> [Task] {
        var steps: [Task] = []
        for item in levels[level].items {
            switch items[item].source {
            case .query(let query) where levels[query].role == .derived:
                steps.append(.openItem(item, level: level))
                steps.append(.open(query))
            case .function: steps.append(.openItem(item, level: level))
            default: break
            }
        }
        return steps
    }

    private mutating func open(_ index: Int) {
        let level = levels[index]
        switch level.role {
        case .root: levels[index].outerScope = nil
        case .arm, .commonTable:
            levels[index].outerScope = level.parent.flatMap { levels[$0].outerScope }
        case .derived:
            // Its place in FROM was prepared when the parent was opened.
            let holder = tree.parent(of: level.node) ?? level.node
            levels[index].outerScope =
                innerScopes[holder] ?? level.parent.flatMap { levels[$0].outerScope }
        case .sublink:
            let holder = tree.parent(of: level.node) ?? level.node
            levels[index].outerScope = level.parent.map { scope(at: holder, in: $0) }
        }
    }

    /// The scope in which an expression of a level is looked up.
    func scope(at node: Node, in level: Int) -> Int {
        guard levels[level].hasInnerScopes else { return levels[level].scope }
        var node = node
        let top = levels[level].node
        while node > top {
            if let scope = innerScopes[node] { return scope }
            guard let parent = tree.parent(of: node) else { break }
            node = parent
        }
        return levels[level].scope
    }

    // MARK: parameters

    /// A cast directly on a parameter gives it its type, unless another place gave it another before.
    private mutating func collectParameterCasts() {
        for node in statement..<tree.end(of: statement) where tree.tag(node) == .paramRef {
            let number = tree.int(node, .number)
            var type = TypeID.untyped
            if let parent = tree.parent(of: node), tree.tag(parent) == .typeCast,
                let name = tree.child(of: parent, .typeName)
            {
                type = TypeRules.type(of: name, in: tree, context)
            }
            parameterCasts[number, default: []].insert(type)
        }
    }

    // MARK: errors

    /// A refusal with a node whose place the client shall see.
    func failure(_ state: SQLState, _ message: String, at node: Node) -> ProxyError {
        var error = ProxyError(state, message)
        // Bytes here; turned into characters where the text is at hand.
        if let location = tree.location(of: node) { error.position = location + 1 }
        return error
    }
}

extension StatementAnalysis {
    /// Nothing in the statement has to be written differently.
    var isUnchanged: Bool {
        references.isEmpty && requalified.isEmpty && virtualValues.isEmpty && substitutions.isEmpty
            && qualifiedNames.isEmpty && userOperators.isEmpty
    }
}
