// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

@testable import SQLRewrite

/// Every system catalog has a verdict, and what may be read is made of columns that somebody decided on.
struct CatalogVerdictTests {
    @Test
    func everyCatalogOfPostgreSQL15HasAVerdict() {
        // R71: what the table lacks is denied.
        for name in SystemCatalogs.relations.keys {
            #expect(CatalogVerdict(schema: name.schema, name: name.name) != nil, "\(name)")
        }
        #expect(CatalogVerdict.table["pg_catalog"]?.count == 139)
        #expect(CatalogVerdict.table["information_schema"]?.count == 69)
        #expect(CatalogVerdict(schema: "pg_catalog", name: "pg_new_in_18") == nil)
    }

    @Test
    func everyReadableCatalogIsMadeAndEveryDeniedOneIsNot() throws {
        let policy = try #require(SamplePolicies.named("acme"))
        let catalogs = RewriteContext(policy: policy).catalogs
        for name in SystemCatalogs.relations.keys {
            let verdict = CatalogVerdict(schema: name.schema, name: name.name)
            let made = catalogs.relation(name, facts: SessionFacts())
            #expect((made == nil) == (verdict == .denied), "\(name)")
        }
    }

    @Test
    func everyReadableCatalogIsVerified() throws {
        // R5, R67: the wrapped form of each parses again into what was meant.
        let policy = try #require(SamplePolicies.named("acme"))
        let context = RewriteContext(policy: policy)
        for name in SystemCatalogs.relations.keys
        where CatalogVerdict(schema: name.schema, name: name.name) != .denied {
            var sql = "SELECT c.* FROM \(name.schema).\(name.name) AS c WHERE c::text::integer > 0"
            let message = try sql.withUTF8 { text in
                try Rewriter.rewrite(UnsafeRawBufferPointer(text), as: .simple, in: context)
            }
            let isOpen = CatalogVerdict(schema: name.schema, name: name.name) == .open
            #expect(isOpen || message.isProtected, "\(name)")
        }
    }

    @Test
    func aColumnThatNobodyDecidedOnReadsAsNull() throws {
        // R68: a newer server's column in a known catalog.
        var stored = try #require(
            SystemCatalogs.relations[.init(schema: "pg_catalog", name: "pg_class")]
        )
        let text = try #require(stored.columns.first)
        stored.columns.append(
            Catalog.Column(
                name: "relsecret",
                type: text.type,
                typeModifier: -1,
                number: 99,
                isNotNull: false
            )
        )
        let policy = try #require(SamplePolicies.named("acme"))
        var catalog = policy.catalog
        catalog.systemRelations[stored.name] = stored
        let newer = Policy(
            identity: policy.identity,
            attributes: policy.attributes,
            searchPath: policy.searchPath,
            relations: policy.relations,
            catalog: catalog
        )
        let made = RewriteContext(policy: newer).catalogs.relation(
            stored.name,
            facts: SessionFacts()
        )
        #expect(made?.relation.expressions["relsecret"]?.plain == "NULL::pg_catalog.oid")
    }
}
