// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Testing

/// What `omniproxy access` prints.
@Suite struct AccessReportTests {
    private func report(_ user: User, rules: ConnectionRules = Shop.rules) throws -> String {
        let resolver = Shop.resolver(user, rules: rules)
        let target = try resolver.target(user: user.login, database: "shop")
        return try resolver.report(for: target, catalog: Shop.catalog()).description
    }

    @Test func itTellsEachRelationItsFiltersAndTheirPlaces() throws {
        let lines = try report(Shop.user(["place": ["dev"]])).split(separator: "\n")
        #expect(lines.contains("environment  shop_dev"))
        #expect(lines.contains("role         querier"))
        #expect(lines.contains("licence      Creator"))
        #expect(lines.contains("  tenant = acme (assigned, test:1)"))
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
        let text = try report(Shop.user(), rules: rules)
        #expect(text.hasSuffix("none: the role reaches topics only"))
    }

    @Test func itTellsWhichLineHidesOrMasksAColumn() throws {
        var rules = Shop.rules
        func field(_ name: String, _ masked: Bool, line: Int) -> ModelView.Field {
            let requirement = GrantRequirement(
                ["pii"],
                location: SourceLocation(file: "customers.view.yaml", line: line)
            )
            return ModelView.Field(
                name: name,
                meaning: .column(name),
                requiredGrants: masked ? nil : requirement,
                maskedUnless: masked ? requirement : nil,
                location: Shop.nowhere
            )
        }
        rules.model.views["customers"] = Shop.view(
            "customers",
            fields: [field("email", true, line: 4), field("salary", false, line: 6)]
        )
        let lines = try report(Shop.user(), rules: rules).split(separator: "\n")
        #expect(
            lines.contains(
                "    with a hash for email: dimension customers.email is masked without access "
                    + "grants pii (customers.view.yaml:4)"
            )
        )
        #expect(
            lines.contains(
                "    without salary: dimension customers.salary requires access grants pii "
                    + "(customers.view.yaml:6)"
            )
        )
    }
}
