// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

extension Policy {
    /// The policy that SQL of the model itself is read under: every stored table as it is, and the same
    /// functions, operators and types as the user's own SQL may use.
    ///
    /// What the model's SQL then shows is decided by the topic around it.
    package func forModelSQL() -> Policy {
        var stored: [String: [String: GovernedRelation]] = [:]
        for relation in catalog.relations.values {
            stored[relation.name.schema, default: [:]][relation.name.name] = GovernedRelation(
                logical: relation.name,
                physical: relation.name,
                view: relation.name.name,
                kind: relation.kind,
                columns: relation.columns,
                primaryKey: relation.primaryKey,
                filter: .unfiltered
            )
        }
        return Policy(
            identity: identity,
            attributes: attributes,
            searchPath: searchPath,
            relations: stored,
            extraFunctions: extraFunctions,
            extensions: extensions,
            catalog: catalog
        )
    }

    /// The policy that SQL views are read under: as if the user had written them, whatever the role.
    package func forSQLViews() -> Policy {
        Policy(
            identity: identity,
            attributes: attributes,
            searchPath: viewSearchPath,
            relations: viewRelations,
            extraFunctions: extraFunctions,
            extensions: extensions,
            catalog: catalog
        )
    }
}
