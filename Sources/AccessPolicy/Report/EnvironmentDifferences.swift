// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where the database of an environment has another structure than that of its primary, as far as the
/// model touches it (omni-reference 5.1, 6): whoever is served there meets it as an error.
package struct EnvironmentDifferences {
    private let rules: ConnectionRules
    private let directory: Directory
    private let primary: Catalog
    private let environment: Catalog
    private let name: String

    /// - Parameters:
    ///   - rules: Of the primary connection.
    ///   - directory: Its users say which schemas dynamic ones lead to.
    ///   - primary: The catalog of the primary connection.
    ///   - name: The connection that serves the environment.
    ///   - environment: Its catalog.
    package init(
        rules: ConnectionRules,
        directory: Directory,
        primary: Catalog,
        name: String,
        environment: Catalog
    ) {
        self.rules = rules
        self.directory = directory
        self.primary = primary
        self.name = name
        self.environment = environment
    }

    /// All differences, by name.
    package var findings: [Finding] {
        var findings: [Finding] = []
        for table in tables {
            findings += differences(of: table.name, location: table.location)
        }
        findings += functionDifferences + extensionDifferences
        if primary.serverVersion / 10_000 != environment.serverVersion / 10_000 {
            findings.append(
                finding(
                    .warning,
                    "server",
                    "is version \(environment.serverVersion / 10_000), the primary "
                        + "\(primary.serverVersion / 10_000)"
                )
            )
        }
        return findings
    }

    private func finding(
        _ severity: Finding.Severity,
        _ subject: String,
        _ message: String,
        at place: SourceLocation? = nil
    ) -> Finding {
        Finding(severity, "\(rules.name)@\(name): \(subject)", message, at: place)
    }

    private struct Table: Hashable {
        var name: Catalog.QualifiedName
        var location: SourceLocation
    }

    /// Every table that a view of the model or of an extension stands for, and that a user of a dynamic
    /// schema is led to.
    private var tables: [Table] {
        var tables: [Catalog.QualifiedName: SourceLocation] = [:]
        for model in [rules.model] + rules.extensions.values {
            for view in model.views.values where !view.isIgnored {
                guard case .table(let schema, let table) = view.source else { continue }
                for schema in physicalSchemas(schema ?? rules.defaultSchema, model) {
                    let name = Catalog.QualifiedName(schema: schema, name: table)
                    guard
                        schema == (view.schema ?? rules.defaultSchema)
                            || primary.relations[name] != nil
                    else { continue }
                    tables[name] = view.location
                }
            }
        }
        return tables.map { Table(name: $0.key, location: $0.value) }
            .sorted { ($0.name.schema, $0.name.name) < ($1.name.schema, $1.name.name) }
    }

    private func physicalSchemas(_ schema: String, _ model: Model) -> [String] {
        guard let dynamic = model.dynamicSchemas[schema] else { return [schema] }
        let led = directory.users.values.flatMap {
            directory.attributeValues(of: $0)[dynamic.userAttribute] ?? []
        }
        return [dynamic.fromSchema]
            + Set(led).filter { PhysicalSchemaName.isAcceptable($0) }.sorted()
    }

    private func differences(
        of table: Catalog.QualifiedName,
        location: SourceLocation
    ) -> [Finding] {
        let subject = "table \(table.schema).\(table.name)"
        switch (primary.relations[table], environment.relations[table]) {
        case (nil, nil):
            return []
        case (.some, nil):
            return [
                finding(
                    .error,
                    subject,
                    "is not there, or its role may not see it: statements that name it fail",
                    at: location
                )
            ]
        case (nil, .some):
            return [finding(.warning, subject, "is not in the primary's database", at: location)]
        case (.some(let own), .some(let other)):
            return differences(subject, own, other, location)
        }
    }

    private func differences(
        _ subject: String,
        _ own: Catalog.Relation,
        _ other: Catalog.Relation,
        _ location: SourceLocation
    ) -> [Finding] {
        var findings: [Finding] = []
        func add(_ severity: Finding.Severity, _ message: String) {
            findings.append(finding(severity, subject, message, at: location))
        }
        if own.kind != other.kind {
            add(.warning, "is a \(Self.text(other.kind)), in the primary a \(Self.text(own.kind))")
        }
        for column in own.columns {
            guard let same = other.columns.first(where: { $0.name == column.name }) else {
                add(.error, "has no column \(column.name)")
                continue
            }
            if Self.text(same) != Self.text(column) {
                add(
                    .warning,
                    "column \(column.name) is \(Self.text(same)), in the primary "
                        + "\(Self.text(column))"
                )
            }
        }
        for column in other.columns where !own.columns.contains(where: { $0.name == column.name }) {
            add(.warning, "has a column \(column.name) more, which no rule of the model knows")
        }
        if own.primaryKey != other.primaryKey {
            add(
                .note,
                "has the primary key (\(other.primaryKey.joined(separator: ", "))), in the primary "
                    + "(\(own.primaryKey.joined(separator: ", ")))"
            )
        }
        return findings
    }

    private static func text(_ column: Catalog.Column) -> String {
        column.typeModifier < 0
            ? column.type.formatted : "\(column.type.formatted) (\(column.typeModifier))"
    }

    private static func text(_ kind: Catalog.RelationKind) -> String {
        switch kind {
        case .table: "table"
        case .partitionedTable: "partitioned table"
        case .view: "view"
        case .materializedView: "materialized view"
        case .foreignTable: "foreign table"
        }
    }

    private var functionDifferences: [Finding] {
        rules.sql.extraFunctions.sorted { ($0.schema, $0.name) < ($1.schema, $1.name) }
            .compactMap { name in
                let subject = "function \(name.schema).\(name.name)"
                let own = signatures(of: name, in: primary)
                let other = signatures(of: name, in: environment)
                if own == other { return nil }
                if other.isEmpty { return finding(.error, subject, "is not there") }
                return finding(.warning, subject, "has other arguments than in the primary")
            }
    }

    private func signatures(of name: Catalog.QualifiedName, in catalog: Catalog) -> Set<[String]> {
        Set(
            catalog.functions.filter { $0.name == name }.map { function in
                (function.arguments + [function.result]).map { oid in
                    catalog.types[oid]?.type.formatted ?? "\(oid)"
                }
            }
        )
    }

    private var extensionDifferences: [Finding] {
        rules.sql.extensions.sorted().compactMap { name in
            guard primary.extensions[name] != nil, environment.extensions[name] == nil else {
                return nil
            }
            return finding(.error, "extension \(name)", "is not installed")
        }
    }
}

extension ModelView {
    /// As the model writes it; nil: the connection's default.
    fileprivate var schema: String? {
        guard case .table(let schema, _) = source else { return nil }
        return schema
    }
}
