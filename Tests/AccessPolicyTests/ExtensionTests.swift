// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import Testing

/// Who is governed by which shared extension, and who may name one (omni-reference 7.3 to 7.5; A-12,
///
@Suite struct ExtensionTests {
    private static func route(_ rule: ExtensionRoute.Rule) -> ExtensionRoute {
        ExtensionRoute(rule: rule, location: Shop.nowhere)
    }

    private static let byTenant = route(
        .values(
            attribute: "tenant",
            [
                ExtensionRoute.Mapping(value: "acme", modelExtension: "ext_acme"),
                ExtensionRoute.Mapping(value: "globex", modelExtension: "ext_globex"),
            ]
        )
    )

    /// The shop with an extension for each tenant, and one for a language.
    private func rules(
        _ routes: [ExtensionRoute] = [byTenant],
        access: [Principal: Role] = [.group("analysts"): .querier],
        modelAccess: [String: [Principal: Role]] = [:]
    ) -> ConnectionRules {
        var rules = Shop.rules
        rules.model.extensionRoutes = routes
        rules.access = access
        rules.modelAccess = modelAccess
        for names in [["ext_acme"], ["ext_globex"], ["french"], ["ext_acme", "french"]] {
            var model = rules.model
            model.name = names.joined(separator: ", ")
            model.extensionRoutes = []
            model.parents = [rules.model]
            rules.extensions[names] = model
        }
        return rules
    }

    private func model(
        _ attributes: [String: [String]] = [:],
        _ database: String = "shop",
        rules: ConnectionRules,
        isOrgAdmin: Bool = false
    ) -> String {
        let user = Shop.user(attributes, isOrgAdmin: isOrgAdmin)
        let resolver = Shop.resolver(
            user,
            rules: rules,
            definitions: [Shop.definition("language")]
        )
        do throws(ProxyError) {
            let target = try resolver.target(user: user.login, database: database)
            return "\(target.identity.model) as \(target.role.rawValue)"
        } catch {
            return error.sqlState == .insufficientPrivilege ? "denied" : "\(error)"
        }
    }

    // MARK: Routing

    @Test(
        arguments: [
            (["acme"], "ext_acme as querier"), (["globex"], "ext_globex as querier"),
            (["other"], "denied"), ([], "denied"), (["ACME"], "denied"), ([" acme"], "denied"),
        ]
    )
    func aValueLeadsToItsExtensionAndNoValueToNone(values: [String], expected: String) {
        #expect(model(["tenant": values], rules: rules()) == expected)
    }

    @Test func noMatchMeansTheModelOnlyWhenTheOwnerSaysSo() {
        var rules = rules()
        rules.extensionNoMatch = .parent
        #expect(model(["tenant": ["other"]], rules: rules) == "Shop as querier")
        #expect(model(["tenant": ["acme"]], rules: rules) == "ext_acme as querier")
    }

    @Test func aPatternTriesEachCombinationOfValues() {
        let pattern = Self.route(.pattern([.text("ext_"), .attribute("tenant")]))
        #expect(model(["tenant": ["acme"]], rules: rules([pattern])) == "ext_acme as querier")
        #expect(
            model(["tenant": ["x", "acme"]], rules: rules([pattern])) == "ext_acme as querier"
        )
        #expect(model(["tenant": ["x"]], rules: rules([pattern])) == "denied")
        let two = Self.route(
            .pattern([.attribute("language"), .text("_"), .attribute("tenant")])
        )
        let names: Set<String> = ["a_x", "b_y"]
        #expect(
            two.extensions(for: ["language": ["a", "b"], "tenant": ["x", "y"]], among: names)
                == ["a_x", "b_y"]
        )
        #expect(two.extensions(for: ["language": ["a"]], among: names).isEmpty)
    }

    @Test func eachEntryNeedsAMatchAndAllOfThemApply() {
        let language = Self.route(
            .values(
                attribute: "language",
                [ExtensionRoute.Mapping(value: "fr", modelExtension: "french")]
            )
        )
        let both = rules([Self.byTenant, language])
        #expect(
            model(["tenant": ["acme"], "language": ["fr"]], rules: both)
                == "ext_acme, french as querier"
        )
        #expect(model(["tenant": ["acme"]], rules: both) == "denied")
        #expect(model(["tenant": ["acme"], "language": ["en"]], rules: both) == "denied")
    }

    // MARK: Roles

    @Test func sharedContentTakesTheRoleOnTheModel() {
        // Option 1: nothing is given on the extensions themselves.
        let shared = rules(access: [.group("analysts"): .restrictedQuerier])
        #expect(model(rules: shared) == "ext_acme as restricted_querier")
    }

    @Test func siloedTenantsTakeTheRoleOnTheirExtension() {
        // Option 2: nothing is given on the model.
        let siloed = rules(
            access: [:],
            modelAccess: ["ext_acme": [.group("analysts"): .querier]]
        )
        #expect(model(rules: siloed) == "ext_acme as querier")
        #expect(model(["tenant": ["globex"]], rules: siloed) == "denied")
        #expect(model([:], "shop:Shop", rules: siloed) == "ext_acme as querier")
    }

    @Test func anExtensionIsNamedByThoseWhomTheModelSendsThere() {
        #expect(model([:], "shop:ext_acme", rules: rules()) == "ext_acme as querier")
        #expect(model([:], "shop:ext_globex", rules: rules()) == "denied")
        #expect(model([:], "shop:nowhere", rules: rules()) == "denied")
    }

    @Test func aRoleOnAnExtensionLetsItBeNamed() {
        let granted = rules(modelAccess: ["ext_globex": [.group("analysts"): .restrictedQuerier]])
        #expect(model([:], "shop:ext_globex", rules: granted) == "ext_globex as querier")
        let weak = rules(modelAccess: ["ext_globex": [.group("analysts"): .viewer]])
        #expect(model([:], "shop:ext_globex", rules: weak) == "denied")
        let floor = rules(access: [:], modelAccess: [:])
        #expect(model([:], "shop:ext_globex", rules: floor) == "denied")
    }

    @Test func baseAccessDoesNotLetForeignExtensionsBeNamed() {
        var open = rules()
        open.baseAccess = .querier
        #expect(model([:], "shop:ext_globex", rules: open) == "denied")
    }

    @Test func whoMayChangeTheModelMayNameAnyOfThem() {
        let modeler = rules(access: [.group("analysts"): .modeler])
        #expect(model([:], "shop:ext_globex", rules: modeler) == "ext_globex as modeler")
        #expect(model([:], "shop:Shop", rules: modeler) == "Shop as modeler")
        #expect(model([:], "shop", rules: modeler) == "ext_acme as modeler")
        #expect(
            model(["tenant": []], "shop:Shop", rules: rules(), isOrgAdmin: true)
                == "Shop as connection_admin"
        )
        #expect(model(["tenant": []], "shop", rules: rules(), isOrgAdmin: true) == "denied")
    }

    @Test func theModelItselfIsNamedByItsOwnerOnly() {
        #expect(model([:], "shop:Shop", rules: rules()) == "ext_acme as querier")
        #expect(model(["tenant": ["other"]], "shop:Shop", rules: rules()) == "denied")
    }

    @Test func thePolicyIsThatOfTheExtension() throws {
        var rules = rules()
        rules.extensions[["ext_acme"]]?.views["products"]?.isHidden = true
        #expect(try Shop.policy(rules: rules).relation("products") == nil)
        let globex = Shop.user(["tenant": ["globex"]])
        #expect(try Shop.policy(globex, rules: rules).relation("products") != nil)
    }
}
