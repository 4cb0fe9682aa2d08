// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a query view or SQL view computes (omni-reference 11.6).
package enum ViewQuery: Sendable, Equatable {
    /// Literal SQL.
    case sql(ModelSQL)
    case fields(FieldQuery)
    /// Something in it was not understood.
    case unreadable(String)

    /// A query in terms of fields: of a topic, or of a view and what is joined to it.
    package struct FieldQuery: Sendable, Equatable {
        package struct Output: Sendable, Equatable {
            package var field: FieldName
            /// What the view's dimensions call it.
            package var name: String

            package init(field: FieldName, name: String) {
                self.field = field
                self.name = name
            }
        }

        package struct Sort: Sendable, Equatable {
            package var field: FieldName
            package var isDescending: Bool

            package init(field: FieldName, isDescending: Bool) {
                self.field = field
                self.isDescending = isDescending
            }
        }

        package var baseView: String
        package var topic: String?
        package var outputs: [Output]
        package var filters: [FieldCondition]
        package var sorts: [Sort]
        package var limit: Int?

        package init(
            baseView: String,
            topic: String?,
            outputs: [Output],
            filters: [FieldCondition] = [],
            sorts: [Sort] = [],
            limit: Int? = nil
        ) {
            self.baseView = baseView
            self.topic = topic
            self.outputs = outputs
            self.filters = filters
            self.sorts = sorts
            self.limit = limit
        }
    }
}
