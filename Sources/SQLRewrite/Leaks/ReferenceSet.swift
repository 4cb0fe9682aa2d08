// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// References of a statement that have a row filter, as bits: what an expression depends on (R41).
///
/// References beyond the last bit are counted as all of them, which fences more than it must.
struct ReferenceSet: OptionSet {
    let rawValue: UInt64

    /// The most references that are told apart.
    static let membersMax = 63

    static let all = ReferenceSet(rawValue: .max)

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The set of one reference, given by its place among the statement's references.
    init(reference: Int) {
        rawValue = reference < Self.membersMax ? 1 << UInt64(reference) : .max
    }

    func contains(reference: Int) -> Bool { !isDisjoint(with: ReferenceSet(reference: reference)) }
}
