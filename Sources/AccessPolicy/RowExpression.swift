// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// SQL of ours over the columns of one stored row, whatever that row is called where it is written.
///
/// Written as a string with `\(column: "name")` in it. Everything else in it is complete SQL: functions,
/// operators and types qualified, literals quoted and typed (R29).
package struct RowExpression: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case sql(String)
        /// A column of the row, name as stored.
        case column(String)
    }

    package var parts: [Part]

    package init(parts: [Part]) {
        self.parts = parts
    }
}

extension RowExpression: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.sql(literal)) }
        }

        package mutating func appendInterpolation(column: String) {
            parts.append(.column(column))
        }

        /// Complete SQL, such as a list of OIDs.
        package mutating func appendInterpolation(sql: String) {
            parts.append(.sql(sql))
        }

        package mutating func appendInterpolation(_ expression: RowExpression) {
            parts += expression.parts
        }
    }

    package init(stringLiteral value: String) {
        parts = [.sql(value)]
    }

    package init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }
}
