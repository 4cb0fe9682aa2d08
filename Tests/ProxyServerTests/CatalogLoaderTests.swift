// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import Testing

@testable import ProxyServer

@Suite(
    .enabled(if: ThrowawayPostgreSQL.isAvailable),
    .serialized,
    .server(
        setup: """
            CREATE SCHEMA shop;
            CREATE SCHEMA tools;
            CREATE EXTENSION hstore SCHEMA tools;
            CREATE TYPE shop.mood AS ENUM ('fine');
            CREATE DOMAIN shop.amount AS numeric(10, 2) CHECK (value > 0);
            CREATE TYPE shop.pair AS (a int, b shop.mood);
            CREATE TABLE shop.orders (id int PRIMARY KEY, paid shop.amount);
            CREATE TABLE shop.years (k int) PARTITION BY LIST (k);
            CREATE TABLE shop.year1 PARTITION OF shop.years FOR VALUES IN (1);
            CREATE VIEW shop.paid AS SELECT paid FROM shop.orders;
            CREATE VIEW shop.twice AS SELECT paid, k FROM shop.paid, shop.years;
            CREATE FUNCTION shop.rate(a int, b text DEFAULT '') RETURNS numeric STABLE
                LANGUAGE sql AS 'SELECT 1.0';
            CREATE FUNCTION shop.parts(text, OUT head text, OUT tail text) RETURNS SETOF record
                IMMUTABLE LANGUAGE sql AS 'SELECT $1, $1';
            CREATE OPERATOR shop.<+> (FUNCTION = pg_catalog.int4pl, LEFTARG = int, RIGHTARG = int);
            """
    )
)
struct CatalogLoaderTests {
    private let catalog: Catalog

    init() throws {
        let server = try #require(ThrowawayPostgreSQL.current)
        catalog = try LibpqConnector(BackendOptions(name: "test", conninfo: server.conninfo()))
            .loadCatalog(timeout: .seconds(10))
    }

    private func relation(_ name: String) throws -> Catalog.Relation {
        try #require(catalog.relations[.init(schema: "shop", name: name)])
    }

    @Test func systemRelationsAreApart() throws {
        #expect(!catalog.relations.keys.contains { $0.schema == "pg_catalog" })
        let classes = try #require(
            catalog.systemRelations[.init(schema: "pg_catalog", name: "pg_class")]
        )
        #expect(classes.oid == 1259)
        #expect(classes.columns.first?.name == "oid")
        #expect(
            catalog.systemRelations[.init(schema: "information_schema", name: "tables")]?.kind
                == .view
        )
        #expect(!catalog.systemRelations.keys.contains { $0.schema == "pg_toast" })
        #expect(catalog.schemas["pg_catalog"] == 11)
        #expect(catalog.schemas["shop"] != nil)
    }

    @Test func partitionsKnowTheirParentsAndViewsWhatTheyRead() throws {
        #expect(try relation("year1").parents == [relation("years").oid])
        #expect(try relation("year1").isInheritanceChild)
        #expect(try relation("years").parents.isEmpty)
        #expect(try relation("paid").reads == [relation("orders").oid])
        #expect(try Set(relation("twice").reads) == [relation("paid").oid, relation("years").oid])
        #expect(try relation("orders").reads.isEmpty)
    }

    @Test func typesOfUsersAreKnownWithTheirKind() throws {
        func type(_ name: String) throws -> Catalog.UserType {
            try #require(catalog.types.values.first { $0.type.name == name })
        }
        #expect(try type("mood").kind == .enumeration)
        #expect(try type("_mood").element == type("mood").type.oid)
        #expect(try type("amount").kind == .domain)
        #expect(try type("amount").base == 1700)
        #expect(try type("pair").kind == .composite)
        #expect(try type("orders").relation == relation("orders").oid)
        #expect(try type("hstore").owningExtension == "hstore")
        #expect(try type("_hstore").owningExtension == "hstore")
        #expect(try type("mood").owningExtension == nil)
        #expect(!catalog.types.values.contains { $0.type.schema == "pg_catalog" })
    }

    @Test func theAccountsRightsAreKnown() throws {
        let account = try #require(catalog.account)
        #expect(account.name == "postgres")
        #expect(account.isSuperuser)
        #expect(account.ownedCount > 0)
        #expect(account.excess == ["is a superuser"])
        #expect(
            catalog.relationsRead(by: try relation("twice")).map(\.name.name) == [
                "orders", "paid", "years",
            ]
        )
        #expect(!catalog.fingerprint.isEmpty)
    }

    @Test func functionsOperatorsAndCastsAreKnownWithTheirExtension() throws {
        let rate = try #require(catalog.functions.first { $0.name.name == "rate" })
        #expect(rate.arguments == [23, 25])
        #expect(rate.defaultCount == 1)
        #expect(rate.volatility == .stable)
        #expect(rate.result == 1700)
        #expect(rate.owningExtension == nil)
        let parts = try #require(catalog.functions.first { $0.name.name == "parts" })
        #expect(parts.returnsSet)
        #expect(parts.outputs == [.init(name: "head", type: 25), .init(name: "tail", type: 25)])
        let skeys = try #require(catalog.functions.first { $0.name.name == "skeys" })
        #expect(skeys.owningExtension == "hstore")
        #expect(skeys.name.schema == "tools")
        let contains = catalog.operators.filter { $0.name.name == "@>" }
        #expect(contains.count == 1)
        #expect(contains.first?.owningExtension == "hstore")
        #expect(contains.first?.result == 16)
        #expect(catalog.operators.contains { $0.name.name == "<+>" && $0.owningExtension == nil })
        #expect(catalog.casts.contains { $0.target == 114 && $0.owningExtension == "hstore" })
        #expect(catalog.extensions["hstore"] == catalog.schemas["tools"])
    }
}
