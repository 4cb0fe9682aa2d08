// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What is known of an expression: its type, and what running it on a row can tell (R40).
struct Expression {
    /// What is said of an expression by yes or no: one word, since most of it is inherited as a whole.
    private struct Traits: OptionSet {
        let rawValue: UInt16

        static let isUnsafe = Traits(rawValue: 1 << 0)
        static let leaksBelowGrouping = Traits(rawValue: 1 << 1)
        static let canRaise = Traits(rawValue: 1 << 2)
        static let isVariable = Traits(rawValue: 1 << 3)
        static let hasAggregate = Traits(rawValue: 1 << 4)
        static let hasWildDay = Traits(rawValue: 1 << 5)
        static let hasNewLeak = Traits(rawValue: 1 << 6)
        static let hasBareLeak = Traits(rawValue: 1 << 7)
        static let hasColumn = Traits(rawValue: 1 << 8)
        static let leaksItself = Traits(rawValue: 1 << 9)

        /// All that an expression has because an operand has it.
        static let inherited: Traits = [
            .isUnsafe, .leaksBelowGrouping, .canRaise, .isVariable, .hasAggregate, .hasWildDay,
            .hasNewLeak, .hasBareLeak, .hasColumn,
        ]

        @inline(__always)
        subscript(trait: Traits) -> Bool {
            get { contains(trait) }
            set { if newValue { insert(trait) } else { remove(trait) } }
        }
    }

    var type: TypeID
    private var traits: Traits
    /// A moment that the client chose, or the clock: how often something may still be added to it.
    var momentSteps: UInt8 = 0
    /// The item whose row it is.
    var row: Int?
    /// The filtered references that its value comes from (R41).
    var dependencies: ReferenceSet = []
    /// References on whose hidden rows none of its leaky columns runs.
    ///
    /// All of these columns are guarded against them where they are made. Without leaky columns, all.
    var settled: ReferenceSet = .all

    init(type: TypeID, isConstant: Bool = false, hasColumn: Bool = false) {
        self.type = type
        traits = isConstant ? [] : [.isVariable]
        if hasColumn { traits.insert(.hasColumn) }
    }

    /// Neither it nor anything it is made of can fail or be counted.
    var isSafe: Bool {
        get { !traits[.isUnsafe] }
        set { traits[.isUnsafe] = !newValue }
    }

    /// Something leaky in it contains no aggregate and so may run before rows are grouped.
    var leaksBelowGrouping: Bool {
        get { traits[.leaksBelowGrouping] }
        set { traits[.leaksBelowGrouping] = newValue }
    }

    /// Something in it can fail, arguments of aggregates included: what a sub-select around it tells
    /// by failing (M18).
    var canRaise: Bool {
        get { traits[.canRaise] }
        set { traits[.canRaise] = newValue }
    }

    /// A constant by itself, or immutable operations on such: planning folds it for all data alike
    /// (M11).
    var isConstant: Bool {
        get { !traits[.isVariable] }
        set { traits[.isVariable] = !newValue }
    }

    /// An aggregate or window function of its own level is in it.
    var hasAggregate: Bool {
        get { traits[.hasAggregate] }
        set { traits[.hasAggregate] = newValue }
    }

    /// A day that the client chose is in it, and may lie outside of what conversions take.
    var hasWildDay: Bool {
        get { traits[.hasWildDay] }
        set { traits[.hasWildDay] = newValue }
    }

    /// It leaks by what it does itself, whatever its operands do.
    var leaksItself: Bool {
        get { traits[.leaksItself] }
        set { traits[.leaksItself] = newValue }
    }

    /// Something in it leaks that is more than a leaky column of a derived table.
    var hasNewLeak: Bool {
        get { traits[.hasNewLeak] }
        set { traits[.hasNewLeak] = newValue }
    }

    /// Something in it leaks without reading a column: it runs when some row asks for it (M17, M18).
    var hasBareLeak: Bool {
        get { traits[.hasBareLeak] }
        set { traits[.hasBareLeak] = newValue }
    }

    var hasColumn: Bool {
        get { traits[.hasColumn] }
        set { traits[.hasColumn] = newValue }
    }

    static let none = Expression(type: .unresolved)

    static func constant(_ type: TypeID) -> Expression { Expression(type: type, isConstant: true) }

    static func column(_ column: Column) -> Expression {
        var expression = Expression(type: column.type, hasColumn: true)
        expression.dependencies = column.dependencies
        expression.row = column.row
        if !column.isSafe {
            expression.isSafe = false
            expression.leaksBelowGrouping = true
            expression.canRaise = true
            expression.leaksItself = true
            expression.hasNewLeak = !column.isSettled
            expression.settled = column.isSettled ? column.settled : []
        }
        return expression
    }

    /// A reference of which nothing is known, or a whole row.
    static func unknownColumn(
        _ type: TypeID,
        dependencies: ReferenceSet = .all
    ) -> Expression {
        .column(Column(name: "", type: type, isSafe: false, dependencies: dependencies))
    }

    /// A column made of it could hold a day that conversions refuse.
    var isWildDay: Bool { hasWildDay && StatementAnalysis.isDay(type) }

    /// Hidden rows may meet something leaky in it, in a clause that runs beside filters.
    var isExposable: Bool { !isSafe || leaksBelowGrouping }

    /// It can fail on a row, or its calls be counted.
    mutating func leak() {
        isSafe = false
        isConstant = false
        canRaise = true
        leaksItself = true
        hasNewLeak = true
        if !hasColumn { hasBareLeak = true }
        if !hasAggregate { leaksBelowGrouping = true }
    }

    /// What follows from an operand.
    mutating func include(_ operand: Expression) {
        traits.formUnion(operand.traits.intersection(.inherited))
        dependencies.formUnion(operand.dependencies)
        settled.formIntersection(operand.settled)
    }
}

extension Expression {
    /// The output column that it makes in a select list.
    func column(named name: String) -> Column {
        // What is computed above grouping never runs on rows that a filter hides, nor can a condition
        // on it move below (R42).
        let isGrouped = hasAggregate && !leaksBelowGrouping
        return Column(
            name: name,
            // A constant without a type leaves a query as text.
            type: type == .untyped ? .text : type,
            isSafe: (isSafe || isGrouped) && !isWildDay,
            dependencies: isGrouped ? [] : dependencies,
            settled: settled,
            isSettled: !hasNewLeak && !isWildDay,
            row: row
        )
    }
}

extension Column {
    /// Becomes the column that a set operation, or several rows of VALUES, make of two.
    mutating func unite(with other: Column) {
        let common =
            type.isKnown && other.type.isKnown ? CommonType([type, other.type]) : nil
        let isConverted = common?.isSafe != true
        settled =
            (isSafe ? dependencies : settled)
            .union(other.isSafe ? other.dependencies : other.settled)
        isSettled = (isSafe || isSettled) && (other.isSafe || other.isSettled) && !isConverted
        isSafe = isSafe && other.isSafe && !isConverted
        dependencies.formUnion(other.dependencies)
        if type != other.type { type = common?.type ?? .unresolved }
        // The server does not follow a row through it.
        row = nil
    }
}
