// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a dimension shows in place of its values: the name of the group that a value is in.
package enum FieldGroups: Sendable, Equatable {
    package struct Group: Sendable, Equatable {
        package var condition: FieldCondition.Test
        package var name: String

        package init(condition: FieldCondition.Test, name: String) {
            self.condition = condition
            self.name = name
        }
    }

    /// `bin_boundaries`: ascending numbers.
    case bins([DecimalNumber])
    /// `groups`: the first whose condition holds counts; without one, the other name or null.
    case named([Group], otherwise: String?)
}
