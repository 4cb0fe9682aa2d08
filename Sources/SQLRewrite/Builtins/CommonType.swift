// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The type that the server converts values of several types to, where COALESCE, CASE, an array or a
/// set operation needs one (`select_common_type`), as far as that is certain.
struct CommonType {
    let type: TypeID
    /// No conversion to it can fail.
    let isSafe: Bool

    /// Each converts to those behind it by itself and to none in front.
    private static let numbers: [TypeID] = [
        .smallint, .integer, .bigint, .numeric, .real, .double,
    ]

    /// As well.
    private static let days: [TypeID] = [.date, .timestamp, .timestamptz]

    /// What two kinds of days meet in.
    static func day(_ left: TypeID, _ right: TypeID) -> TypeID? {
        guard let left = days.firstIndex(of: left), let right = days.firstIndex(of: right) else {
            return nil
        }
        return days[max(left, right)]
    }

    /// - Parameter types: Known ones; constants without a type take whatever comes out.
    init?(_ types: Set<TypeID>) {
        guard let first = types.first else { return nil }
        if types.count == 1 {
            type = first
            isSafe = true
            return
        }
        if types == [.text, .varchar] {
            type = .text
        } else {
            let ladder = Self.days.contains(first) ? Self.days : Self.numbers
            let ranks = types.compactMap { ladder.firstIndex(of: $0) }
            guard ranks.count == types.count, let widest = ranks.max() else { return nil }
            type = ladder[widest]
        }
        let common = type
        isSafe = types.allSatisfy { BuiltinSafety.shared.castIsSafe(from: $0, to: common) }
    }
}
