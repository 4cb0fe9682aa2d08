// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// One SELECT, VALUES or set operation of a statement: the unit that has a FROM clause, a scope and
/// output columns.
struct QueryLevel {
    enum Role: Equatable {
        case root
        /// An operand of a set operation.
        case arm
        /// The query of a WITH item, by its place in the list.
        case commonTable(Int)
        /// A sub-select in FROM.
        case derived
        /// A sub-select in an expression.
        case sublink
    }

    enum Shape {
        case select
        case values
        case setOperation
    }

    let node: SyntaxTree.Node
    /// The level whose text this one stands in; nil for the root.
    let parent: Int?
    let role: Role
    let shape: Shape
    /// Its select list is what the client sees: the root, and arms of an outermost set operation.
    let isOutermost: Bool
    /// Levels directly inside this one, in the order of the tree.
    var children: [Int] = []

    var withClause: SyntaxTree.Node?
    /// Where names are looked up that this level's own FROM does not have.
    var outerScope: Int?
    /// The whole FROM clause; what expressions see unless they stand in a join condition.
    var scope: Int = -1
    /// Some expressions of the level have a scope of their own.
    var hasInnerScopes = false
    /// The FROM items of the level.
    var items: Range<Int> = 0..<0
    /// Nodes of the FROM clause that are joins or samples, in the order of the tree.
    var joins: [SyntaxTree.Node] = []
    /// Set once the level is resolved.
    var columns: [Column]?
    /// Something in it, or in what it reads, can fail.
    var canRaise = false
    /// The filtered references in its FROM clause, those inside derived tables and WITH items as well.
    var reads: ReferenceSet = []
    /// The filtered references that its expressions depend on, of outer queries as well.
    var dependencies: ReferenceSet = []
}

/// A column that a name can mean.
struct Column {
    var name: String
    var type: TypeID
    /// Computing it cannot fail and does not depend on more than the row.
    var isSafe: Bool
    /// The filtered references that its value comes from (R41).
    var dependencies: ReferenceSet = .all
    /// It leaks, but not on hidden rows of these: it is guarded or fenced where it is made.
    var settled: ReferenceSet = []
    var isSettled = false
    /// The item whose row it is.
    var row: Int?
}

/// What stands in a FROM clause under one name.
struct FromItem {
    enum Source: Equatable {
        /// A relation of the policy, by its place among the statement's references.
        case relation(Int)
        /// A derived table or a WITH item: a level.
        case query(Int)
        case function
        case join
    }

    let node: SyntaxTree.Node
    let source: Source
    /// The name it can be addressed by; nil for a join without alias.
    let alias: String?
    /// `AS t (a, b)`.
    let columnAliases: [String]
    /// The columns, unless they are those of the relation as they are.
    var columns: [Column]?
    /// Of a join: where its columns come from.
    var origins: [ColumnOrigin?] = []
    /// It may have others: a star that they stand in, or a join that they take part in, is refused.
    var hasUnknownColumns = false
}

/// One step of the search for a name.
struct Scope {
    /// Items that can be addressed by name here.
    var items: [Int]
    /// Items whose columns can be named without qualification, in order.
    var columnSources: [Int]
    /// Where the search goes on.
    var outer: Int?
    /// Names may be visible here that are not listed, so nothing follows from not finding one.
    var isPartial = false
}

/// One occurrence of a policy's relation in a statement.
///
/// Immutable; an object, since it is handed around for every name and has many parts.
final class Reference {
    let node: SyntaxTree.Node
    let level: Int
    let relation: GovernedRelation
    /// The name that columns of it are addressed by.
    let alias: String
    let hasAlias: Bool
    let hasColumnAliases: Bool
    /// The TABLESAMPLE around it.
    let sample: SyntaxTree.Node?
    /// Set when it is a topic, which is a query of its own.
    let topic: CompiledTopic?
    /// Its columns may be expressions, which can fail on any row (R36).
    let isComputed: Bool
    /// Rows are filtered, or a definition may filter inside.
    let hasHiddenRows: Bool

    init(
        node: SyntaxTree.Node,
        level: Int,
        relation: GovernedRelation,
        alias: String,
        hasAlias: Bool,
        hasColumnAliases: Bool,
        sample: SyntaxTree.Node?,
        topic: CompiledTopic?
    ) {
        self.node = node
        self.level = level
        self.relation = relation
        self.alias = alias
        self.hasAlias = hasAlias
        self.hasColumnAliases = hasColumnAliases
        self.sample = sample
        self.topic = topic
        isComputed = relation.isComputed
        hasHiddenRows = relation.filter != .unfiltered || relation.definition != nil
    }

    /// Rows or columns are kept from the user.
    var isProtected: Bool { relation.filter != .unfiltered || relation.mustBeWrapped }
}
