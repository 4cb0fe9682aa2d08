// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// What `omniproxy access` prints.
@Suite struct AccessReportTests {
    private func report(_ user: User, rules: ConnectionRules = Shop.rules) throws -> String {
        let resolver = Shop.resolver(user, rules: rules)
        let target = try resolver.target(user: user.login, database: "shop")
        let catalog = Shop.catalog()
        return AccessReport(
            target: target,
            searchPath: try resolver.policy(for: target, catalog: catalog).searchPath,
            decisions: try resolver.decisions(for: target, catalog: catalog)
        ).description
    }

    @Test func itTellsEachRelationItsFiltersAndTheirPlaces() throws {
        let lines = try report(Shop.user(["place": ["dev"]])).split(separator: "\n")
        #expect(lines.contains("environment  shop_dev"))
        #expect(lines.contains("role         querier"))
        #expect(lines.contains("  tenant = acme"))
        let orders = try #require(lines.firstIndex(of: "  public.orders: rows that satisfy"))
        #expect(lines[orders + 1] == "    tenant_id = acme (attribute tenant) (test:1)")
        #expect(lines.contains("  public.products: all rows"))
        #expect(lines.contains("  tenant.invoices is acme_data.invoices: all rows"))
        let closed = try #require(lines.firstIndex(of: "closed"))
        #expect(lines[closed + 1].hasPrefix("  tenant_template.invoices: the template"))
    }

    @Test func itTellsWhyARelationIsRefused() throws {
        let text = try report(Shop.user(["tenant": []]))
        #expect(text.contains("tenant_id refused: attribute tenant has no value (test:1)"))
    }

    @Test func aRestrictedQuerierIsToldThatTopicsAreAll() throws {
        var rules = Shop.rules
        rules.access = [.group("analysts"): .restrictedQuerier]
        #expect(
            try report(Shop.user(), rules: rules).hasSuffix("none: the role reaches topics only")
        )
    }
}
