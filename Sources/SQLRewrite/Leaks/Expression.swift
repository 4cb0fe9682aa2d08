// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What is known of an expression: its type, and what running it on a row can tell (R40).
struct Expression {
    var type: TypeID
    /// Neither it nor anything it is made of can fail or be counted.
    var isSafe: Bool
    /// Something leaky in it contains no aggregate and so may run before rows are grouped.
    var leaksBelowGrouping: Bool
    /// Something in it can fail, arguments of aggregates included: what a sub-select around it tells
    /// by failing (M18).
    var canRaise: Bool
    /// A constant by itself, or immutable operations on such: planning folds it for all data alike
    /// (M11).
    var isConstant: Bool
    /// An aggregate or window function of its own level is in it.
    var hasAggregate: Bool
    /// A day that the client chose is in it, and may lie outside of what conversions take.
    var hasWildDay = false

    static let none = Expression(
        type: .unresolved,
        isSafe: true,
        leaksBelowGrouping: false,
        canRaise: false,
        isConstant: false,
        hasAggregate: false
    )

    static func constant(_ type: TypeID) -> Expression {
        Expression(
            type: type,
            isSafe: true,
            leaksBelowGrouping: false,
            canRaise: false,
            isConstant: true,
            hasAggregate: false
        )
    }

    static func column(_ type: TypeID, isSafe: Bool) -> Expression {
        Expression(
            type: type,
            isSafe: isSafe,
            leaksBelowGrouping: !isSafe,
            canRaise: !isSafe,
            isConstant: false,
            hasAggregate: false
        )
    }

    /// A column made of it could hold a day that conversions refuse.
    var isWildDay: Bool { hasWildDay && StatementAnalysis.isDay(type) }

    /// It can fail on a row, or its calls be counted.
    mutating func leak() {
        isSafe = false
        isConstant = false
        canRaise = true
        if !hasAggregate { leaksBelowGrouping = true }
    }
}
