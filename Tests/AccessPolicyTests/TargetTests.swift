// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import Testing

/// Roles, database names and environments (spec 7, omni-reference 5 and 8).
@Suite struct TargetTests {
    private func target(
        _ user: User = Shop.user(),
        _ database: String = "shop",
        rules: ConnectionRules = Shop.rules
    ) throws -> SessionTarget {
        try Shop.resolver(user, rules: rules).target(user: user.login, database: database)
    }

    private func refusal(
        _ user: User = Shop.user(),
        _ database: String = "shop",
        rules: ConnectionRules = Shop.rules
    ) -> ProxyError? {
        do {
            _ = try Shop.resolver(user, rules: rules).target(user: user.login, database: database)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Databases

    @Test(arguments: ["nope", "", "@shop_dev", "shop@", "shop:", "shop:@x", "shop_dev"])
    func anUnknownDatabaseIsRefusedAsAnotherPersonsIs(database: String) {
        let error = refusal(Shop.user(), database)
        var rules = Shop.rules
        rules.access = [:]
        let closed = refusal(Shop.user(), "shop", rules: rules)
        #expect(error?.sqlState == .insufficientPrivilege)
        #expect(error?.message == "permission denied for database \"\(database)\"")
        #expect(error?.hint == closed?.hint && error?.sqlState == closed?.sqlState)
    }

    @Test(
        arguments: [
            ("shop", "shop", nil, nil), ("shop@dev", "shop", nil, "dev"),
            ("shop:M x", "shop", "M x", nil),
            ("shop:m@a@dev", "shop", "m@a", "dev"), ("shop@a:b", "shop", nil, "a:b"),
        ] as [(String, String, String?, String?)]
    )
    func aDatabaseNameHasThreeParts(
        text: String,
        connection: String,
        model: String?,
        environment: String?
    ) throws {
        let name = try #require(DatabaseName(text))
        #expect(name.connection == connection)
        #expect(name.model == model)
        #expect(name.environment == environment)
    }

    @Test func theModelMayBeNamedAndNoOther() throws {
        #expect(try target(Shop.user(), "shop:Shop").identity.model == "Shop")
        #expect(refusal(Shop.user(), "shop:Other")?.sqlState == .insufficientPrivilege)
    }

    // MARK: Roles

    @Test(arguments: [Role.noAccess, .viewer])
    func aRoleBelowRestrictedQuerierOpensNoSession(role: Role) {
        var rules = Shop.rules
        rules.access = [:]
        rules.baseAccess = role
        let error = refusal(rules: rules)
        #expect(error?.sqlState == .insufficientPrivilege)
        #expect(error?.message == "permission denied for database \"shop\"")
        #expect(error?.logMessage?.contains(role.rawValue) == true)
    }

    @Test func theStrongestRoleCounts() throws {
        var rules = Shop.rules
        rules.baseAccess = .restrictedQuerier
        rules.access = [.group("analysts"): .viewer, .user("ada@acme.example"): .querier]
        #expect(try target(rules: rules).role == .querier)
        rules.modelAccess = ["Shop": [.group("analysts"): .modeler]]
        #expect(try target(rules: rules).role == .modeler)
        #expect(try target(Shop.user(isOrgAdmin: true), rules: rules).role == .connectionAdmin)
    }

    @Test func aRoleOnAnotherModelDoesNotCount() {
        var rules = Shop.rules
        rules.access = [:]
        rules.modelAccess = ["ext_acme": [.group("analysts"): .modeler]]
        #expect(refusal(rules: rules)?.sqlState == .insufficientPrivilege)
    }

    @Test func anInactiveUserIsRefused() {
        #expect(refusal(Shop.user(isActive: false))?.sqlState == .insufficientPrivilege)
    }

    @Test func aRestrictedQuerierHasASessionWithoutTables() throws {
        var rules = Shop.rules
        rules.access = [.group("analysts"): .restrictedQuerier]
        let policy = try Shop.policy(rules: rules)
        #expect(policy.identity.role == "restricted_querier")
        #expect(policy.relations.isEmpty)
    }

    // MARK: Environments

    @Test(arguments: [("here", "shop"), ("dev", "shop_dev"), ("finance", "shop_finance")])
    func theAttributeChoosesTheEnvironment(value: String, environment: String) throws {
        let identity = try target(Shop.user(["place": [value]])).identity
        #expect(identity.environment == environment)
        #expect(identity.connection == "shop")
    }

    @Test(arguments: [["elsewhere"], [], [""]])
    func aValueThatMatchesNothingIsRefused(values: [String]) {
        let error = refusal(Shop.user(["place": values]))
        #expect(error?.sqlState == .insufficientPrivilege)
        #expect(error?.message == "permission denied for database \"shop\"")
        #expect(error?.logMessage?.contains("place") == true)
    }

    @Test func noMatchMayMeanThePrimaryWhenTheOwnerSaysSo() throws {
        var rules = Shop.rules
        rules.environments?.noMatch = .primary
        #expect(
            try target(Shop.user(["place": ["elsewhere"]]), rules: rules).identity.environment
                == "shop"
        )
        #expect(
            try target(Shop.user(["place": ["dev"]]), rules: rules).identity.environment
                == "shop_dev"
        )
    }

    @Test func ofSeveralValuesTheOneThatMatchesCounts() throws {
        #expect(
            try target(Shop.user(["place": ["elsewhere", "dev"]])).identity.environment
                == "shop_dev"
        )
    }

    @Test func severalMatchesMustBeNamed() throws {
        let user = Shop.user(["place": ["here", "dev"]])
        let error = refusal(user)
        #expect(error?.sqlState == .insufficientPrivilege)
        #expect(error?.hint == "Connect to one of \"shop@shop\", \"shop@shop_dev\".")
        #expect(try target(user, "shop@shop_dev").identity.environment == "shop_dev")
        #expect(try target(user, "shop@shop").identity.environment == "shop")
        #expect(refusal(user, "shop@shop_finance")?.sqlState == .insufficientPrivilege)
    }

    @Test func aGrantedEnvironmentMayBeNamed() throws {
        let auditor = Shop.user(groups: ["analysts", "auditors"])
        #expect(try target(auditor, "shop@shop_finance").identity.environment == "shop_finance")
        #expect(try target(auditor).identity.environment == "shop")
    }

    @Test func foreignAndUnknownEnvironmentsAreRefusedAlike() {
        let foreign = refusal(Shop.user(), "shop@shop_dev")
        let unknown = refusal(Shop.user(), "shop@nowhere")
        #expect(foreign?.sqlState == .insufficientPrivilege)
        #expect(unknown?.sqlState == foreign?.sqlState)
        #expect(foreign?.message == "permission denied for database \"shop@shop_dev\"")
        #expect(unknown?.message == "permission denied for database \"shop@nowhere\"")
        #expect(foreign?.hint == unknown?.hint && foreign?.detail == nil)
    }

    @Test func thePrimaryTakesAMatchEvenFromAnAdmin() throws {
        let admin = Shop.user(["place": ["dev"]], isOrgAdmin: true)
        #expect(refusal(admin, "shop@shop")?.sqlState == .insufficientPrivilege)
        #expect(try target(admin, "shop@shop_finance").identity.environment == "shop_finance")
    }

    @Test func withoutEnvironmentsThePrimaryServesEverybody() throws {
        var rules = Shop.rules
        rules.environments = nil
        #expect(try target(Shop.user(["place": []]), rules: rules).identity.environment == "shop")
        #expect(refusal(Shop.user(), "shop@shop_dev", rules: rules) != nil)
    }

    // MARK: Groups

    @Test func aRoleReachesTheGroupsInAGroup() throws {
        var rules = Shop.rules
        rules.access = [.group("staff"): .querier]
        let user = Shop.user(groups: ["night-shift"])
        let directory = Directory(
            users: [user.login: user],
            attributes: Shop.resolver().directory.attributes,
            groups: ["night-shift": ["shift"], "shift": ["staff", "night-shift"]]
        )
        let resolver = PolicyResolver(directory: directory, connections: ["shop": rules])
        let target = try resolver.target(user: user.login, database: "shop")
        #expect(target.role == .querier)
        // What grants read is what the user is in, and no more.
        #expect(target.attributes["omni_user_groups"] == ["night-shift"])
        #expect(refusal(user, rules: rules) != nil)
    }

    @Test(
        arguments: [
            (Role.noAccess, "none"), (.viewer, "Viewer"), (.restrictedQuerier, "Creator"),
            (.querier, "Creator"), (.modeler, "Admin/Developer"),
            (.connectionAdmin, "Admin/Developer"),
        ]
    )
    func theHighestRoleCountsForTheLicence(role: Role, licence: String) {
        var rules = Shop.rules
        rules.access = [.group("analysts"): role]
        #expect(Shop.resolver(rules: rules).licence(of: "ada@acme.example") == licence)
        let admin = Shop.resolver(Shop.user(isOrgAdmin: true), rules: rules)
        #expect(admin.licence(of: "ada@acme.example") == "Administrator")
    }

    // MARK: Impersonation (A-25)

    private func impersonate(
        _ name: String,
        as admin: User,
        _ others: [User]
    ) throws(ProxyError) -> SessionTarget {
        let users = [admin] + others
        return try PolicyResolver(
            directory: Directory(
                users: Dictionary(uniqueKeysWithValues: users.map { ($0.login, $0) }),
                attributes: Shop.resolver().directory.attributes
            ),
            connections: ["shop": Shop.rules]
        )
        .target(user: admin.login, database: "shop", impersonating: name)
    }

    private func named(_ login: String, _ user: User) -> User {
        var user = user
        user.login = login
        return user
    }

    @Test func anAdminMayLookWithAnotherPersonsEyes() throws {
        let admin = named("root@house.example", Shop.user(["place": []], isOrgAdmin: true))
        let lin = named("lin@globex.example", Shop.user(["tenant": ["globex"], "place": ["dev"]]))
        let target = try impersonate(lin.login, as: admin, [lin])
        #expect(target.identity.user == "lin@globex.example")
        #expect(target.identity.impersonator == "root@house.example")
        #expect(target.identity.environment == "shop_dev")
        #expect(target.role == .querier)
        #expect(target.attributes["tenant"] == ["globex"])
        #expect(target.attributes["omni_is_org_admin"] == ["false"])
    }

    @Test func nobodyElseMayAndNoAdminIsImpersonated() {
        let admin = named("root@house.example", Shop.user(isOrgAdmin: true))
        let other = named("boss@house.example", Shop.user(isOrgAdmin: true))
        let lin = named("lin@globex.example", Shop.user())
        let gone = named("gone@globex.example", Shop.user(isActive: false))
        let everybody = [other, lin, gone]
        let attempts = [
            (other.login, admin), (gone.login, admin), ("nobody@x.example", admin),
            (other.login, lin), ("nobody@x.example", lin), (lin.login, lin),
        ]
        for (name, actor) in attempts {
            do throws(ProxyError) {
                _ = try impersonate(name, as: actor, everybody.filter { $0.login != actor.login })
                Issue.record("\(actor.login) became \(name)")
            } catch {
                #expect(error.sqlState == .insufficientPrivilege)
                #expect(error.message == "permission denied to impersonate \"\(name)\"")
                #expect(error.hint == nil && error.detail == nil)
            }
        }
    }
}
