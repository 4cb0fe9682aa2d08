// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Who a session is and what it resolved to (spec 7, `SHOW omni.*`).
package struct PolicyIdentity: Sendable, Hashable {
    /// Login name of the Omni user whose policy this is.
    package var user: String
    /// The primary connection: what the client sees as its database.
    package var connection: String
    /// The connection whose backends serve the session; equals `connection` for the primary itself.
    package var environment: String
    package var model: String
    package var role: String
    /// The organisation's admin who looks with this user's eyes; nil: the user themselves.
    package var impersonator: String?

    package init(
        user: String,
        connection: String,
        environment: String,
        model: String,
        role: String,
        impersonator: String? = nil
    ) {
        self.impersonator = impersonator
        self.user = user
        self.connection = connection
        self.environment = environment
        self.model = model
        self.role = role
    }
}

/// The immutable result of resolving (user, connection, model): everything the rewriter needs.
///
/// A policy is a class because its identity is the cache key: a change of anything it was made from
/// makes a new object, and nothing that was rewritten under the old one is found again (R85).
package final class Policy: Sendable {
    package let identity: PolicyIdentity
    /// The user's attributes as rendered by `SHOW omni.attributes`; system attributes included.
    package let attributes: [String: [String]]
    /// Logical schemas searched for unqualified names, in order; pg_catalog is implied in front.
    package let searchPath: [String]
    /// Logical schema → relation name → what the session may read there.
    ///
    /// A relation that is not here does not exist for the client.
    package let relations: [String: [String: GovernedRelation]]
    /// `sql.extra_functions`: schema and name.
    package let extraFunctions: Set<Catalog.QualifiedName>
    /// `sql.extensions`.
    package let extensions: Set<String>
    /// What the session may name beyond relations and PostgreSQL's own objects.
    package let objects: VisibleObjects
    /// `sql.system_columns`: ctid, xmin and tableoid of tables may be read (R27).
    package let allowsSystemColumns: Bool
    /// The snapshot of the session's backends that the policy was made from: types, functions and
    /// operators beyond the built-in ones, and what the virtual catalogs are computed from.
    package let catalog: Catalog
    /// The schema that topics stand in.
    package let topicsSchema: String
    /// The topics that the session may use, by name.
    package let topics: [String: GovernedTopic]
    /// The relations that SQL views read, filtered for the user whatever the role.
    package let viewRelations: [String: [String: GovernedRelation]]
    /// Where SQL views look for names without a schema.
    package let viewSearchPath: [String]

    package init(
        identity: PolicyIdentity,
        attributes: [String: [String]],
        searchPath: [String],
        relations: [String: [String: GovernedRelation]],
        extraFunctions: Set<Catalog.QualifiedName> = [],
        extensions: Set<String> = [],
        allowsSystemColumns: Bool = false,
        catalog: Catalog = Catalog(serverVersion: 0, relations: [:]),
        topicsSchema: String = SQLRules.topicsSchemaDefault,
        topics: [String: GovernedTopic] = [:],
        viewRelations: [String: [String: GovernedRelation]] = [:],
        viewSearchPath: [String] = []
    ) {
        self.viewRelations = viewRelations
        self.viewSearchPath = viewSearchPath
        self.topicsSchema = topicsSchema
        self.topics = topics
        self.catalog = catalog
        objects = VisibleObjects(
            catalog: catalog,
            relations: relations,
            searchPath: searchPath,
            extensions: extensions,
            extraFunctions: extraFunctions
        )
        self.identity = identity
        self.attributes = attributes
        self.searchPath = searchPath
        self.relations = relations
        self.extraFunctions = extraFunctions
        self.extensions = extensions
        self.allowsSystemColumns = allowsSystemColumns
    }

    /// Whether the same rows and columns are the session's under both.
    ///
    /// Not asked: the rest of the catalog, such as a table that nobody governs. Rows that a cursor holds
    /// since before are no others for it.
    package func allowsSame(as other: Policy) -> Bool {
        identity == other.identity && attributes == other.attributes
            && searchPath == other.searchPath && relations == other.relations
            && extraFunctions == other.extraFunctions && extensions == other.extensions
            && allowsSystemColumns == other.allowsSystemColumns
            && topicsSchema == other.topicsSchema && topics == other.topics
            && viewRelations == other.viewRelations && viewSearchPath == other.viewSearchPath
    }
}

/// One relation as the session sees it.
package struct GovernedRelation: Sendable, Equatable {
    /// The name the client uses.
    package var logical: Catalog.QualifiedName
    /// What the backend has under it; differs from `logical` for dynamic schemas.
    package var physical: Catalog.QualifiedName
    /// The Omni view it stands for, for messages and `omniproxy access`.
    package var view: String
    package var kind: Catalog.RelationKind
    /// The columns the user may see, in attribute order.
    package var columns: [Catalog.Column]
    package var primaryKey: [String]
    package var filter: RowFilter
    /// The backend has columns under this name that are not in `columns`: nothing that would expand to
    /// the physical row (`*`, a whole row, NATURAL) may reach it unwrapped.
    package var hidesColumns: Bool
    /// What stands for the columns that are not read as stored (masks, redacted catalog columns), by
    /// name: an expression of the column's type in `columns`.
    ///
    /// It may fail or tell on no row: only safe, immutable parts (R53).
    package var expressions: [String: RowExpression]

    /// A query of ours that stands for the stored relation, in complete SQL (R29); nil reads the
    /// relation itself.
    package var definition: String?

    /// Only a sub-select around the relation shows what the user may see (R30, R33).
    package var mustBeWrapped: Bool {
        if case .condition = filter { return true }
        return hidesColumns || !expressions.isEmpty || definition != nil
    }

    package init(
        logical: Catalog.QualifiedName,
        physical: Catalog.QualifiedName,
        view: String,
        kind: Catalog.RelationKind,
        columns: [Catalog.Column],
        primaryKey: [String],
        filter: RowFilter,
        hidesColumns: Bool = false,
        expressions: [String: RowExpression] = [:],
        definition: String? = nil
    ) {
        self.definition = definition
        self.expressions = expressions
        self.logical = logical
        self.physical = physical
        self.view = view
        self.kind = kind
        self.columns = columns
        self.primaryKey = primaryKey
        self.filter = filter
        self.hidesColumns = hidesColumns
    }
}

/// Which rows of a relation the user may see.
package enum RowFilter: Sendable, Equatable {
    /// Every row: declared in `unfiltered_views`, or each entry lifted by `values_for_unfiltered`.
    case unfiltered
    /// Rows that satisfy all of these.
    case all([FilterPredicate])
    /// Rows that satisfy a condition of ours: what is visible of a system catalog (R67). Always in a
    /// wrapped relation.
    case condition(RowExpression)
    /// The filter cannot be made for this user (a null attribute): a statement that names the
    /// relation fails with 42501 and this message, which names attribute and view.
    case refused(message: String)
}

/// One access filter entry with the user's values filled in.
package struct FilterPredicate: Sendable, Equatable {
    package enum Condition: Sendable, Equatable {
        /// The column equals one of the values; never empty. For numeric columns the values are plain
        /// decimal numbers, checked when the policy was made.
        case equalsAny([String])
        /// The column is LIKE one of the patterns; never empty.
        case likeAny([String])
    }

    /// The column tested: of the governed relation itself, or of the last step of `path`.
    package var column: Catalog.Column
    package var condition: Condition
    /// How to get from the relation to the one that has `column`; empty when it is its own.
    ///
    /// A non-empty path is a semi-join (R97).
    package var path: [RelationshipStep]
    /// Where the predicate comes from, for audit and `omniproxy rewrite`.
    package var userAttribute: String

    package init(
        column: Catalog.Column,
        condition: Condition,
        path: [RelationshipStep],
        userAttribute: String
    ) {
        self.column = column
        self.condition = condition
        self.path = path
        self.userAttribute = userAttribute
    }
}

/// One join of a relationship path, an equi-join on plain columns.
package struct RelationshipStep: Sendable, Equatable {
    package struct ColumnPair: Sendable, Equatable {
        /// A column of the relation before this step.
        package var from: Catalog.Column
        /// A column of `target`.
        package var to: Catalog.Column

        package init(from: Catalog.Column, to: Catalog.Column) {
            self.from = from
            self.to = to
        }
    }

    /// The physical relation this step joins to.
    package var target: Catalog.QualifiedName
    package var columns: [ColumnPair]

    package init(target: Catalog.QualifiedName, columns: [ColumnPair]) {
        self.target = target
        self.columns = columns
    }
}
