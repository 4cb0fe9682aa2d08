// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

extension CatalogRelationMaker {
    func informationSchemaRecipe(_ stored: Catalog.Relation) -> Recipe? { nil }
}
