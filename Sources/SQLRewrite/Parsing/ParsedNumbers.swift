// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The numbers in a flattened tree as what they stand for.
///
/// Cases are numbered from zero without gaps (`NodeTableTests` sees to that), so a number is its case and
/// need not be searched for: it is asked for several times for every node of every statement.
extension NodeTag {
    @inline(__always)
    package init(parsed number: UInt8) {
        self = number <= Self.last ? unsafeBitCast(number, to: Self.self) : .null
    }
}

extension NodeField {
    @inline(__always)
    package init(parsed number: UInt16) {
        self = number <= Self.last ? unsafeBitCast(number, to: Self.self) : .none
    }
}
