// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Checks what only the whole configuration can tell: names that lead nowhere, settings that undo each
/// other, and what weakens protection.
struct ConfigurationChecks {
    let configuration: ProxyConfiguration
    /// Of the keys of `proxy.conf`.
    let places: SettingPlaces
    let log: ProblemLog

    private var directory: Directory { configuration.directory }

    func run() {
        for connection in configuration.connections.values {
            guard let rules = connection.rules else { continue }
            let path = SettingPath().appending("connections").appending(connection.name)
            checkPrincipals(rules, path)
            if let environments = rules.environments {
                checkEnvironments(environments, path.appending("environments"))
            }
            for route in rules.model.extensionRoutes {
                for attribute in route.attributes {
                    checkAttribute(attribute, at: route.location, SettingPath())
                    warnOfDefault(attribute, chooses: "an extension", at: route.location)
                }
            }
            checkModel(rules, path)
            for (_, model) in rules.extensions {
                var extended = rules
                extended.model = model
                checkModel(extended, path)
            }
        }
    }

    private func checkModel(_ rules: ConnectionRules, _ path: SettingPath) {
        for grant in rules.model.accessGrants.values {
            checkAttribute(grant.userAttribute, at: grant.location, SettingPath())
            if directory.attributes[grant.userAttribute]?.defaultValues?
                .contains(where: grant.allowedValues.contains) == true
            {
                warnOfDefault(
                    grant.userAttribute,
                    chooses: "access grant \(grant.name)",
                    at: grant.location
                )
            }
        }
        for schema in rules.model.dynamicSchemas.values {
            checkAttribute(schema.userAttribute, at: schema.location, SettingPath())
            warnOfDefault(schema.userAttribute, chooses: "a schema", at: schema.location)
        }
        checkFilters(rules, path.appending("sql"))
        checkUnfilteredViews(rules, path.appending("sql"))
        checkRelationships(rules.model)
        checkTopics(rules)
    }

    private func checkPrincipals(_ rules: ConnectionRules, _ path: SettingPath) {
        for principal in rules.access.keys {
            check(principal, path.appending("access").appending(principal.description))
        }
        for (model, roles) in rules.modelAccess {
            for principal in roles.keys {
                check(
                    principal,
                    path.appending("model_access").appending(model)
                        .appending(principal.description)
                )
            }
        }
        for environment in rules.environments?.environments ?? [] {
            for principal in environment.grantedTo {
                check(
                    principal,
                    path.appending("environments").appending(environment.connection)
                        .appending("granted_to")
                )
            }
        }
    }

    private func check(_ principal: Principal, _ key: SettingPath) {
        switch principal {
        case .user(let login) where directory.users[login] == nil:
            log.report("there is no user \"\(login)\"", at: places.location(of: key), key: key)
        case .group(let name)
        where !directory.users.values.contains { $0.allGroups.contains(name) }:
            log.warn("group \"\(name)\" has no members", at: places.location(of: key), key: key)
        case .user, .group:
            break
        }
    }

    private func checkEnvironments(_ rules: EnvironmentRules, _ path: SettingPath) {
        let attributeKey = path.appending("user_attribute")
        let attributePlace = places.location(of: attributeKey)
        checkAttribute(rules.userAttribute, at: attributePlace, attributeKey)
        guard let definition = directory.attributes[rules.userAttribute],
            let defaults = definition.defaultValues
        else { return }
        if defaults.contains(where: { rules.defaultValues.contains($0) }) {
            // Whoever nobody thought of would get the primary, often the strongest role (L2).
            let key = path.appending("default_values")
            log.report(
                "the default of attribute \(definition.name) leads to the primary connection",
                at: places.location(of: key),
                key: key
            )
        } else {
            warnOfDefault(definition.name, chooses: "an environment", at: attributePlace)
        }
    }

    private func checkFilters(_ rules: ConnectionRules, _ path: SettingPath) {
        let filters = rules.model.defaultAccessFilters + rules.sql.accessFilters
        for filter in filters {
            let key = filter.view == nil ? SettingPath() : path.appending("access_filters")
            checkValues(of: filter, key)
            let names = [filter.view, filter.field.view].compactMap { $0 }
            for name in Set(names) where !rules.model.knowsView(name) {
                log.report("the model has no view \"\(name)\"", at: filter.location, key: key)
            }
            if let view = filter.view.flatMap({ rules.model.views[$0] }), view.source == .query {
                log.report(
                    "\"\(view.name)\" is a query view, which plain SQL cannot reach",
                    at: filter.location,
                    key: key
                )
            }
        }
    }

    /// What a filter's attribute gives to users, whether a topic has the filter or the model.
    private func checkValues(of filter: AccessFilter, _ key: SettingPath) {
        checkAttribute(filter.userAttribute, at: filter.location, key)
        warnOfDefault(filter.userAttribute, chooses: "rows", at: filter.location)
        if let definition = directory.attributes[filter.userAttribute],
            definition.defaultValues?.contains(where: filter.valuesForUnfiltered.contains) == true
        {
            // Every user without a value would see everything (L2).
            log.report(
                "the default of attribute \(definition.name) is one of values_for_unfiltered",
                at: filter.location,
                key: key
            )
        }
        warnOfWildcards(filter)
    }

    private func warnOfWildcards(_ filter: AccessFilter) {
        guard filter.usesWildcards else { return }
        for user in directory.users.values.sorted(by: { $0.login < $1.login }) {
            let values = directory.attributeValues(of: user)[filter.userAttribute] ?? []
            guard values.contains(where: { !$0.isEmpty && $0.allSatisfy { $0 == "%" } }) else {
                continue
            }
            log.warn(
                "attribute \(filter.userAttribute) is % for \(user.login), who sees every row",
                at: filter.location
            )
        }
    }

    private func checkUnfilteredViews(_ rules: ConnectionRules, _ path: SettingPath) {
        guard case .named(let names) = rules.sql.unfilteredViews else { return }
        let key = path.appending("unfiltered_views")
        let location = places.location(of: key)
        for name in names.sorted() {
            guard let view = rules.model.view(named: name) else {
                log.report("the model has no view \"\(name)\"", at: location, key: key)
                continue
            }
            if view.source == .query {
                log.report(
                    "\"\(name)\" is a query view, which plain SQL cannot reach",
                    at: location,
                    key: key
                )
            }
            if rules.sql.accessFilters.contains(where: { $0.view == name }) {
                log.report("view \"\(name)\" has an access filter too", at: location, key: key)
            }
        }
    }

    /// A topic's own filters do not reach plain SQL, which the model's and the connection's govern.
    private func checkTopics(_ rules: ConnectionRules) {
        for topic in rules.model.topics {
            for filter in topic.accessFilters ?? [] { checkValues(of: filter, SettingPath()) }
            guard let filters = topic.accessFilters else { continue }
            if filters.isEmpty, !rules.model.defaultAccessFilters.isEmpty {
                log.warn(
                    "topic \"\(topic.name)\" opts out of default_topic_access_filters",
                    at: topic.location
                )
            }
            if !filters.isEmpty, rules.sql.unfilteredViews.contains(topic.baseView) {
                log.warn(
                    "topic \"\(topic.name)\" filters view \"\(topic.baseView)\", which "
                        + "unfiltered_views opens for plain SQL",
                    at: topic.location
                )
            }
        }
    }

    private func checkRelationships(_ model: Model) {
        let aliases = Set(model.relationships.compactMap(\.alias))
        for relationship in model.relationships {
            for name in [relationship.fromView, relationship.toView]
            where !model.knowsView(name) && !aliases.contains(name) {
                // The view may live in Omni's schema layer only; no filter can travel here then.
                log.warn(
                    "the model has no view \"\(name)\"; this relationship is not used",
                    at: relationship.location
                )
            }
        }
    }

    private func checkAttribute(_ name: String, at location: SourceLocation, _ key: SettingPath) {
        guard !directory.knowsAttribute(name) else { return }
        log.report("no user attribute \"\(name)\" is defined", at: location, key: key)
    }

    private func warnOfDefault(_ name: String, chooses what: String, at location: SourceLocation) {
        guard directory.attributes[name]?.defaultValues != nil else { return }
        log.warn(
            "attribute \(name) has a default, so that a user nobody set up gets \(what)",
            at: location
        )
    }
}
