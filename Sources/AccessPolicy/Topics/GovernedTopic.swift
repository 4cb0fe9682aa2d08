// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A topic as one session may use it: which views it joins and how, which fields are there, and which
/// rows; its SQL still in the model's words.
package struct GovernedTopic: Sendable, Equatable {
    /// One view in the topic, under the name it is joined by.
    package struct View: Sendable, Equatable {
        package var alias: String
        package var view: ModelView
        package var source: Source
        /// Nil for the base view.
        package var join: Join?

        package init(alias: String, view: ModelView, source: Source, join: Join?) {
            self.alias = alias
            self.view = view
            self.source = source
            self.join = join
        }
    }

    package enum Source: Sendable, Equatable {
        case table(Catalog.Relation)
        /// A query view: a query over a topic of its own, which has the filters of the topic that it
        /// names.
        indirect case query(GovernedTopic, ViewQuery.FieldQuery)
        /// A SQL view: literal SQL over tables, read as if the user had written it.
        case sql(ModelSQL)
        /// Whoever needs it is told this (42501).
        case refused(message: String)
    }

    package struct Join: Sendable, Equatable {
        /// The view it is joined to, by its place in the topic.
        package var parent: Int
        package var relationship: Relationship
        /// The relationship was declared from this view to the parent.
        package var isReversed: Bool

        package init(parent: Int, relationship: Relationship, isReversed: Bool) {
            self.parent = parent
            self.relationship = relationship
            self.isReversed = isReversed
        }

        /// Which rows it keeps, in the direction that it is joined in.
        package var type: Relationship.JoinType {
            guard isReversed, let reversed = relationship.reversedJoinType else {
                return relationship.joinType
            }
            return reversed
        }

        /// A row of the parent meets at most one of this view.
        package var isToOne: Bool {
            isReversed ? relationship.multiplicity.isFromOne : relationship.multiplicity.isToOne
        }

        /// A row of this view meets at most one of the parent.
        package var isFromOne: Bool {
            isReversed ? relationship.multiplicity.isToOne : relationship.multiplicity.isFromOne
        }
    }

    /// An access filter with the user's values.
    package struct Filter: Sendable, Equatable {
        package enum Test: Sendable, Equatable {
            /// On a stored column.
            case column(Catalog.Column, FilterPredicate.Condition)
            /// On a dimension that is an expression, values as the user has them.
            case expression(values: [String], usesWildcards: Bool)
        }

        package var view: Int
        package var field: String
        package var test: Test
        package var userAttribute: String
        package var location: SourceLocation

        package init(
            view: Int,
            field: String,
            test: Test,
            userAttribute: String,
            location: SourceLocation
        ) {
            self.view = view
            self.field = field
            self.test = test
            self.userAttribute = userAttribute
            self.location = location
        }
    }

    /// A dimension that the user may name.
    package struct Field: Sendable, Equatable {
        package var view: Int
        package var name: String
        /// It reads as a hash (omni-reference 3.5).
        package var isMasked: Bool

        package init(view: Int, name: String, isMasked: Bool) {
            self.view = view
            self.name = name
            self.isMasked = isMasked
        }
    }

    package var name: String
    package var location: SourceLocation
    /// The base view first, each other behind the one that it is joined to.
    package var views: [View]
    package var fields: [Field]
    /// Measures that the user may name, by `view.measure`, with the place of their view.
    package var measures: [String: Int]
    package var filters: [Filter]
    package var alwaysWhereSQL: [ModelSQL]
    package var alwaysWhereFilters: [FieldCondition]
    /// The user's attributes for templates.
    package var attributes: TemplateValues
    /// The day that weeks begin on; nil: the model names an attribute that is no day for this user.
    package var weekStart: WeekStart? = .monday
    /// Time frames of dimensions that list none; nil: the standard ones.
    package var defaultTimeframes: [String]?
    /// Set when the topic cannot be used by this user, who is told so (42501).
    package var refusal: String?

    package init(
        name: String,
        location: SourceLocation,
        views: [View],
        fields: [Field] = [],
        measures: [String: Int] = [:],
        filters: [Filter] = [],
        alwaysWhereSQL: [ModelSQL] = [],
        alwaysWhereFilters: [FieldCondition] = [],
        attributes: TemplateValues,
        refusal: String? = nil
    ) {
        self.name = name
        self.location = location
        self.views = views
        self.fields = fields
        self.measures = measures
        self.filters = filters
        self.alwaysWhereSQL = alwaysWhereSQL
        self.alwaysWhereFilters = alwaysWhereFilters
        self.attributes = attributes
        self.refusal = refusal
    }
}

/// Values for `{{omni_attributes.x}}`.
package struct TemplateValues: Sendable, Equatable {
    package var values: [String: [String]]
    /// Attributes whose values are numbers.
    package var numbers: Set<String>

    package init(values: [String: [String]], numbers: Set<String>) {
        self.values = values
        self.numbers = numbers
    }
}

extension GovernedTopic.View {
    /// Names of the columns that SQL of the view's own may use; nil: not known before it is compiled.
    package var columnNames: [String]? {
        switch source {
        case .table(let relation): relation.columns.map(\.name)
        case .query(_, let query): query.outputs.map(\.name)
        case .sql: nil
        case .refused: []
        }
    }

    /// The column that a field is nothing but; nil for an expression, or when there is no such field.
    package func column(of field: String) -> String? {
        if let dimension = view.fields[field] {
            guard case .column(let column) = dimension.meaning else { return nil }
            return column
        }
        return columnNames?.contains(field) == true ? field : nil
    }

    /// Whether the view has a dimension of this name; Omni's schema layer makes one of each column.
    package func hasField(_ name: String) -> Bool {
        view.fields[name] != nil || columnNames?.contains(name) == true
    }

    /// Whether a reference to a view means this one.
    func answers(to name: String) -> Bool {
        alias == name || view.name == name || view.aliases.contains(name)
    }
}

extension GovernedTopic {
    /// The day that weeks of a field begin on.
    package func weekStart(of field: String, in view: Int) -> WeekStart? {
        views[view].view.fields[field]?.weekStart ?? weekStart
    }

    /// SQL views stand in it, at whatever depth.
    var readsSQLViews: Bool {
        views.contains { view in
            switch view.source {
            case .sql: true
            case .query(let topic, _): topic.readsSQLViews
            case .table, .refused: false
            }
        }
    }

    /// The view that a name in SQL of one of the views means: that view itself, or one that is joined
    /// under the name.
    package func view(named name: String?, from view: Int) -> Int? {
        guard let name, !views[view].answers(to: name) else { return view }
        return self.view(named: name)
    }

    /// The view joined under a name; else the only one that is the view of that name.
    package func view(named name: String) -> Int? {
        if let exact = views.firstIndex(where: { $0.alias == name }) { return exact }
        let found = views.indices.filter { views[$0].answers(to: name) }
        return found.count == 1 ? found[0] : nil
    }
}
