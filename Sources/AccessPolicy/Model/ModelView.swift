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
        /// Set when a grant or a mask protects the field.
        package var protection: Protection?
        /// `hidden` or `ignored`: absent from what the client sees (L8).
        package var isHidden: Bool
        package var location: SourceLocation

        package init(
            name: String,
            meaning: Meaning,
            protection: Protection? = nil,
            isHidden: Bool = false,
            location: SourceLocation
        ) {
            self.name = name
            self.meaning = meaning
            self.protection = protection
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

    /// Why an object is closed to people without a grant.
    ///
    /// Grants are not evaluated for plain SQL yet,
    /// so whatever carries one is closed to everybody.
    package enum Protection: String, Sendable {
        case requiredGrants = "required_access_grants"
        case mask = "mask_unless_access_grants"
    }

    /// Stands in the words of an expression whose columns cannot be told.
    package static let anyColumn = "*"

    package var name: String
    package var source: Source
    package var fields: [String: Field]
    package var protection: Protection?
    /// `hidden`, `ignored`, `template` or left out by the model's lists: no client may name it (L8);
    /// filters and relationships still can.
    package var isHidden: Bool
    /// Former names that still mean this view.
    package var aliases: [String]
    package var location: SourceLocation

    package init(
        name: String,
        source: Source,
        fields: [String: Field] = [:],
        protection: Protection? = nil,
        isHidden: Bool = false,
        aliases: [String] = [],
        location: SourceLocation
    ) {
        self.name = name
        self.source = source
        self.fields = fields
        self.protection = protection
        self.isHidden = isHidden
        self.aliases = aliases
        self.location = location
    }
}
