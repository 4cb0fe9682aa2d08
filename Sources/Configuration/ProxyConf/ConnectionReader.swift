// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `[connections.x]`.
struct ConnectionReader {
    let models: ModelFolders
    let directory: Directory
    let log: ProblemLog

    /// Reads all connections: primaries with their rules, environments without.
    func connections(_ reader: SettingReader?) -> [String: ConnectionSettings] {
        var connections: [String: ConnectionSettings] = [:]
        for (name, entry) in reader?.remainingTables() ?? [] {
            connections[name] = connection(name, entry)
        }
        checkEnvironments(connections)
        return connections
    }

    /// Keys that belong to a primary connection; an environment is governed by its primary.
    private static let primaryKeys = [
        "model", "base_access", "default_schema", "extension_no_match", "access", "model_access",
        "environments", "sql",
    ]

    private func connection(_ name: String, _ reader: SettingReader) -> ConnectionSettings {
        checkName(name, reader)
        let conninfo = reader.requiredString("conninfo") ?? ""
        var settings = ConnectionSettings(
            name: name,
            conninfo: conninfo,
            pool: PoolReader.pool(reader),
            location: reader.location
        )
        if reader.setting("model") != nil {
            settings.rules = rules(name, reader)
        } else {
            for key in Self.primaryKeys.dropFirst() where reader.setting(key) != nil {
                reader.report("needs a model: without one this is an environment", key: key)
            }
        }
        reader.finish()
        return settings
    }

    private func checkName(_ name: String, _ reader: SettingReader) {
        func report(_ message: String) {
            log.report(message, at: reader.location, key: reader.path)
        }
        if name.isEmpty || name.utf8.count > 63 { report("a connection's name has 1 to 63 bytes") }
        if name.contains("@") || name.contains(":") {
            report("a connection's name holds no @ and no colon, which divide database names")
        }
        if name == "omniproxy" { report("is the database name of the admin console") }
    }

    private func rules(_ name: String, _ reader: SettingReader) -> ConnectionRules? {
        let defaultSchema = reader.string("default_schema") ?? "public"
        if !PhysicalSchemaName.isAcceptable(defaultSchema) {
            reader.report("\"\(defaultSchema)\" cannot be a default schema", key: "default_schema")
        }
        let baseAccess: Role = reader.choice("base_access") ?? .noAccess
        let access = AccessReader.roles(reader.table("access"))
        var modelAccess: [String: [Principal: Role]] = [:]
        let modelAccessReader = reader.table("model_access")
        for (model, entry) in modelAccessReader?.remainingTables() ?? [] {
            modelAccess[model] = AccessReader.roles(entry)
        }
        let environments = reader.table("environments").flatMap { AccessReader.environments($0) }
        let sql = AccessReader.sql(reader.table("sql"))
        let noMatch: ConnectionRules.ExtensionNoMatch =
            reader.choice("extension_no_match") ?? .deny
        if noMatch == .parent {
            reader.warn(
                "users without an extension of their own are governed by the model alone",
                key: "extension_no_match"
            )
        }
        guard let modelName = reader.requiredString("model") else { return nil }
        guard
            let family = models.family(
                modelName,
                defaultSchema: defaultSchema,
                attributes: directory.users.values.map { directory.attributeValues(of: $0) },
                key: reader.path.appending("model"),
                location: reader.location(of: "model")
            )
        else { return nil }
        let rules = ConnectionRules(
            name: name,
            model: family.model,
            extensions: family.extensions,
            extensionNoMatch: noMatch,
            baseAccess: baseAccess,
            access: access,
            modelAccess: modelAccess,
            defaultSchema: defaultSchema,
            environments: environments,
            sql: sql
        )
        for name in modelAccess.keys
        where name != rules.model.name && !rules.extensionNames.contains(name) {
            modelAccessReader?.report("is neither the model nor an extension of it", key: name)
        }
        return rules
    }

    private func checkEnvironments(_ connections: [String: ConnectionSettings]) {
        var primaries: [String: String] = [:]
        let primaryNames = connections.keys.sorted()
        for primary in primaryNames {
            for environment in connections[primary]?.rules?.environments?.environments ?? [] {
                let path = SettingPath().appending("connections").appending(primary)
                    .appending("environments").appending(environment.connection)
                func report(_ message: String) {
                    log.report(message, at: environment.location, key: path)
                }
                guard let connection = connections[environment.connection] else {
                    report("there is no connection of this name")
                    continue
                }
                if connection.rules != nil {
                    report("is a primary connection, with a model of its own")
                }
                if let other = primaries.updateValue(primary, forKey: environment.connection) {
                    report("is an environment of \(other) already")
                }
            }
        }
        // A primary whose model cannot be read has no rules either, and has been reported.
        for connection in connections.values
        where connection.rules == nil && primaries[connection.name] == nil && !log.hasProblems {
            log.report(
                "has no model and is the environment of no connection",
                at: connection.location,
                key: SettingPath().appending("connections").appending(connection.name)
            )
        }
    }
}
