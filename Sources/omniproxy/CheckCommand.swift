// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import ArgumentParser
import Configuration
import PostgresErrors

/// Validates configuration and models, and compares them with the databases.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validate the configuration, its models and the databases behind it.",
        discussion: """
            Reports every mistake with file, line and key, and whatever weakens protection. Connects to \
            every connection: which tables plain SQL reaches and by which filter, and where an \
            environment's database differs from its primary's. Exits with 1 when the configuration \
            cannot be used, a database cannot be reached, or users would meet an error.

            EXAMPLES:
              omniproxy check
              omniproxy check --offline --config /etc/omniproxy/proxy.conf --users
              omniproxy check --json
            """
    )

    @OptionGroup var options: ConfigurationOption

    @Flag(help: "Connect to nothing: look at the files alone.")
    var offline = false

    @Flag(help: "List where each user would be served on each database, or why not.")
    var users = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let loaded = try options.load()
        let report = CheckReport(
            loaded,
            file: options.config,
            isOffline: offline,
            listsUsers: users
        )
        if json {
            try JSONOutput.print(report)
        } else {
            for warning in report.warnings { StandardError.print("warning: \(warning)") }
            print(report.text)
        }
        if report.hasErrors { throw ExitCode.failure }
    }
}

/// What `omniproxy check` found.
struct CheckReport: Encodable {
    struct Table: Encodable {
        var view: String
        var table: String
        /// `filtered`, `whole` or `closed`.
        var rows: String
        var filters: [String]
        var requiredGrants: String?
        var reason: String?
        var place: SourceLocation
    }

    struct Database: Encodable {
        var name: String
        var model: String
        var extensions: [String]
        var environments: [String]
        /// Nil when nobody asked the database.
        var tables: [Table]?
        var findings: [Finding]
        /// Nil when nobody asked for them.
        var users: [String]?
    }

    var file: String
    var connectionCount: Int
    var userCount: Int
    var warnings: [String]
    var databases: [Database]

    var hasErrors: Bool {
        databases.contains { $0.findings.contains { $0.severity == .error } }
    }

    init(
        _ loaded: ConfigurationLoader.Loaded,
        file: String,
        isOffline: Bool,
        listsUsers: Bool
    ) {
        let configuration = loaded.configuration
        self.file = file
        connectionCount = configuration.connections.count
        userCount = configuration.directory.users.count
        warnings = loaded.warnings.map(\.description)
        let inspection = Inspection(configuration: configuration, isOffline: isOffline)
        databases = configuration.resolver.connections.keys.sorted().compactMap { name in
            guard let rules = configuration.resolver.connections[name] else { return nil }
            return inspection.database(rules, listsUsers: listsUsers)
        }
    }

    /// As people read it.
    var text: String {
        var lines = [
            "\(file): \(databases.count) databases, \(connectionCount) connections, "
                + "\(userCount) users, \(warnings.count) warnings"
        ]
        for database in databases {
            if let tables = database.tables {
                lines.append("\(database.name): what plain SQL reaches of model \(database.model)")
                lines += tables.map(Self.line)
            }
            lines += database.findings.map(\.description)
            lines += database.users ?? []
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ table: Table) -> String {
        var line = "  \(table.table) (view \(table.view), \(table.place)): "
        switch table.rows {
        case "filtered": line += "rows by " + table.filters.joined(separator: " and ")
        case "whole": line += "all rows"
        default: line += "closed, \(table.reason ?? "")"
        }
        if let grants = table.requiredGrants { line += "; requires access grants \(grants)" }
        return line
    }
}

/// Looks at a configuration, and asks its databases unless told not to.
private final class Inspection {
    private let configuration: ProxyConfiguration
    private let isOffline: Bool
    private var catalogs: [String: Result<Catalog, ProxyError>] = [:]

    init(configuration: ProxyConfiguration, isOffline: Bool) {
        self.configuration = configuration
        self.isOffline = isOffline
    }

    func database(_ rules: ConnectionRules, listsUsers: Bool) -> CheckReport.Database {
        var findings: [Finding] = []
        let primary = catalog(of: rules.name, &findings)
        if let primary {
            findings += CatalogFindings(name: rules.name, rules: rules, catalog: primary).findings
        }
        findings += modelFindings(rules, rules.model, primary)
        // Of an extension, what is not said of its model already.
        let known = Set(findings.map(Statement.init))
        for (_, model) in rules.extensions.sorted(by: { $0.value.name < $1.value.name }) {
            findings += modelFindings(rules, model, primary)
                .filter { !known.contains(Statement($0)) }
        }
        for environment in rules.environments?.environments ?? [] {
            guard let other = catalog(of: environment.connection, &findings), let primary else {
                continue
            }
            findings +=
                CatalogFindings(name: environment.connection, rules: rules, catalog: other).findings
            findings +=
                EnvironmentDifferences(
                    rules: rules,
                    directory: configuration.directory,
                    primary: primary,
                    name: environment.connection,
                    environment: other
                )
                .findings
        }
        var seen: Set<Finding> = []
        return CheckReport.Database(
            name: rules.name,
            model: rules.model.name,
            extensions: rules.extensionNames.sorted(),
            environments: rules.environments?.environments.map(\.connection) ?? [],
            tables: primary.map { catalog in
                configuration.resolver.plainAccess(on: rules.name, catalog: catalog)
                    .map(Self.table)
            },
            findings: findings.filter { seen.insert($0).inserted },
            users: listsUsers ? users(on: rules.name) : nil
        )
    }

    /// A finding without the name of the model.
    private struct Statement: Hashable {
        var message: String
        var place: SourceLocation?

        init(_ finding: Finding) {
            message = finding.message
            place = finding.place
        }
    }

    private func modelFindings(
        _ rules: ConnectionRules,
        _ model: Model,
        _ catalog: Catalog?
    ) -> [Finding] {
        var rules = rules
        rules.model = model
        return ModelFindings(
            rules: rules,
            directory: configuration.directory,
            catalog: catalog
        )
        .findings
    }

    /// Each connection is asked once, and told of once.
    private func catalog(of name: String, _ findings: inout [Finding]) -> Catalog? {
        guard !isOffline, let settings = configuration.connections[name] else { return nil }
        if let known = catalogs[name] { return try? known.get() }
        do throws(ProxyError) {
            let catalog = try BackendCatalog.load(
                settings,
                allowsUntestedServer: configuration.allowsUntestedServers
            )
            catalogs[name] = .success(catalog)
            return catalog
        } catch {
            catalogs[name] = .failure(error)
            findings.append(
                Finding(
                    .error,
                    "connection \(name)",
                    error.logMessage ?? error.message,
                    at: settings.location
                )
            )
            return nil
        }
    }

    private static func table(_ access: PlainAccess) -> CheckReport.Table {
        var table = CheckReport.Table(
            view: access.view,
            table: "\(access.table.schema).\(access.table.name)",
            rows: "closed",
            filters: [],
            requiredGrants: access.requiredGrants.flatMap { $0.isEmpty ? nil : $0.description },
            reason: nil,
            place: access.location
        )
        switch access.rows {
        case .whole: table.rows = "whole"
        case .closed(let reason): table.reason = reason
        case .filtered(let filters):
            table.rows = "filtered"
            table.filters = filters.map { filter in
                "\(filter.field) = attribute \(filter.userAttribute) (\(filter.location))"
            }
        }
        return table
    }

    private func users(on database: String) -> [String] {
        configuration.directory.users.keys.sorted().map { user in
            do throws(ProxyError) {
                let identity = try configuration.resolver.target(user: user, database: database)
                    .identity
                return "\(user) on \(database): \(identity.role), served by \(identity.environment)"
                    + (identity.model == configuration.resolver.connections[database]?.model.name
                        ? "" : ", model \(identity.model)")
            } catch {
                let reason = error.logMessage ?? error.hint ?? error.message
                return "\(user) on \(database): refused, \(reason)"
            }
        }
    }
}
