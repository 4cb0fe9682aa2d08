// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A view of the model: a table with its fields, or a query (which plain SQL does not reach).
package struct ModelView: Sendable, Equatable {
    /// What stands behind a view.
    package enum Source: Sendable, Equatable {
        /// A relation of the database; `schema` nil means the connection's default schema and may be
        /// the name of a dynamic schema.
        case table(schema: String?, name: String)
        /// A query view, SQL view or upload: an object of its own that needs its own filter.
        case query
    }

    /// A dimension.
    package struct Field: Sendable, Equatable {
        package var name: String
        package var meaning: Meaning
        /// Who lacks these grants does not have the field (`required_access_grants`).
        package var requiredGrants: GrantRequirement?
        /// Who lacks these grants has a hash in its place (`mask_unless_access_grants`).
        package var maskedUnless: GrantRequirement?
        /// `hidden` or `ignored`: absent from what the client sees (L8).
        package var isHidden: Bool
        package var location: SourceLocation
        /// What it is computed by; nil: the column of its `meaning`.
        package var sql: ModelSQL?
        /// Part of what tells one row of the view from another.
        package var isPrimaryKey = false
        /// The time frames that are offered; nil: the model says nothing.
        package var timeframes: [String]?
        package var tags: [String] = []
        /// Values are put into these groups; nil: they are shown themselves.
        package var groups: FieldGroups?
        /// Nil: as the topic says.
        package var weekStart: WeekStart?
        /// Set when something about it was not understood: topics do not have it.
        package var problem: String?

        package init(
            name: String,
            meaning: Meaning,
            requiredGrants: GrantRequirement? = nil,
            maskedUnless: GrantRequirement? = nil,
            isHidden: Bool = false,
            location: SourceLocation
        ) {
            self.name = name
            self.meaning = meaning
            self.requiredGrants = requiredGrants
            self.maskedUnless = maskedUnless
            self.isHidden = isHidden
            self.location = location
        }
    }

    /// What a field's value is computed from.
    package enum Meaning: Sendable, Equatable {
        /// A physical column, name as stored.
        case column(String)
        /// An expression: the identifiers in it, lower-cased, and the fields it refers to. Enough to
        /// close what a protected one is made from.
        case expression(words: Set<String>, references: Set<FieldReference>)
    }

    /// Stands in the words of an expression whose columns cannot be told.
    package static let anyColumn = "*"

    package var name: String
    package var source: Source
    package var fields: [String: Field]
    /// Who lacks these grants has no field of the view (`required_access_grants`).
    package var requiredGrants: GrantRequirement?
    /// `hidden`, `ignored`, `template` or left out by the model's lists: no client may name it (L8);
    /// filters and relationships still can.
    package var isHidden: Bool
    /// `ignored`, or left out by the model's lists: an extension does not bring it back.
    package var isIgnored: Bool
    /// Former names that still mean this view.
    package var aliases: [String]
    package var location: SourceLocation
    package var measures: [String: Measure] = [:]
    /// What tells one row from another, when it is more than the dimensions marked as primary key.
    package var keySQL: [ModelSQL] = []
    /// What a `.query` source computes; nil: an upload, or nothing that was understood.
    package var query: ViewQuery?

    package init(
        name: String,
        source: Source,
        fields: [String: Field] = [:],
        requiredGrants: GrantRequirement? = nil,
        isHidden: Bool = false,
        isIgnored: Bool = false,
        aliases: [String] = [],
        location: SourceLocation
    ) {
        self.name = name
        self.source = source
        self.fields = fields
        self.requiredGrants = requiredGrants
        self.isHidden = isHidden || isIgnored
        self.isIgnored = isIgnored
        self.aliases = aliases
        self.location = location
    }
}
