// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads who has which role, which environments serve whom, and what plain SQL may reach.
enum AccessReader {
    /// `"group:analysts" = "querier"`.
    static func roles(_ reader: SettingReader?) -> [Principal: Role] {
        var roles: [Principal: Role] = [:]
        guard let reader else { return roles }
        for key in reader.remainingKeys {
            let role: Role? = reader.choice(key)
            guard let principal = Principal(key) else {
                reader.report("expected user:<login> or group:<name>", key: key)
                continue
            }
            if let role { roles[principal] = role }
        }
        return roles
    }

    static func environments(_ reader: SettingReader) -> EnvironmentRules? {
        let attribute = reader.requiredString("user_attribute")
        let defaults = reader.texts("default_values") ?? []
        let noMatch: EnvironmentRules.NoMatch = reader.choice("no_match") ?? .deny
        if noMatch == .primary {
            reader.warn(
                "users whose attribute matches nothing are served by the primary connection",
                key: "no_match"
            )
        }
        var owners: [String: String] = [:]
        for value in defaults where owners.updateValue("default_values", forKey: value) != nil {
            reader.report("value \"\(value)\" is listed twice", key: "default_values")
        }
        var environments: [EnvironmentRules.Environment] = []
        for (connection, entry) in reader.remainingTables() {
            let environment = EnvironmentRules.Environment(
                connection: connection,
                values: entry.texts("values") ?? [],
                grantedTo: principals("granted_to", entry),
                location: entry.location
            )
            entry.finish()
            if environment.values.isEmpty, environment.grantedTo.isEmpty {
                entry.log.report(
                    "neither values nor granted_to lead here",
                    at: entry.location,
                    key: entry.path
                )
            }
            for value in environment.values {
                guard let owner = owners.updateValue(connection, forKey: value) else { continue }
                entry.report("value \"\(value)\" is already in use by \(owner)", key: "values")
            }
            environments.append(environment)
        }
        return attribute.map {
            EnvironmentRules(
                userAttribute: $0,
                defaultValues: defaults,
                noMatch: noMatch,
                environments: environments
            )
        }
    }

    private static func principals(_ key: String, _ reader: SettingReader) -> [Principal] {
        (reader.strings(key) ?? []).compactMap { text in
            let principal = Principal(text)
            if principal == nil {
                reader.report("\"\(text)\" is not user:<login> or group:<name>", key: key)
            }
            return principal
        }
    }

    static func sql(_ reader: SettingReader?) -> SQLRules {
        var rules = SQLRules()
        guard let reader else { return rules }
        rules.unfilteredViews = unfilteredViews(reader)
        for text in reader.strings("extra_functions") ?? [] {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
                reader.report("\"\(text)\" is not schema.function", key: "extra_functions")
                continue
            }
            guard !PhysicalSchemaName.isSystem(String(parts[0])) else {
                reader.report(
                    "\"\(text)\": functions of the system's schemas cannot be opened",
                    key: "extra_functions"
                )
                continue
            }
            rules.extraFunctions.insert(
                Catalog.QualifiedName(schema: String(parts[0]), name: String(parts[1]))
            )
        }
        rules.extensions = Set(reader.strings("extensions") ?? [])
        rules.allowsSystemColumns = reader.boolean("system_columns") ?? false
        if let schema = reader.string("topics_schema") {
            if schema.isEmpty || PhysicalSchemaName.isSystem(schema) {
                reader.report("cannot be a schema of topics", key: "topics_schema")
            } else {
                rules.topicsSchema = schema
            }
        }
        if rules.allowsSystemColumns {
            reader.warn("gaps in system columns show that hidden rows exist", key: "system_columns")
        }
        rules.accessFilters = (reader.array("access_filters") ?? []).compactMap {
            AccessFilterReader.filter(SettingReader($0, log: reader.log), namesView: true)
        }
        reader.finish()
        return rules
    }

    private static func unfilteredViews(_ reader: SettingReader) -> SQLRules.UnfilteredViews {
        let key = "unfiltered_views"
        var names: [String] = []
        if case .scalar(.string, let text) = reader.setting(key)?.value {
            guard text == "*" else {
                reader.report("expected an array of view names or \"*\"", key: key)
                return .named([])
            }
            names = [text]
        } else {
            names = reader.strings(key) ?? []
        }
        guard names.contains("*") else { return .named(Set(names)) }
        reader.warn("every table without a filter may be read whole", key: key)
        return .all
    }
}
