// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a database brings with it that weakens protection, or that the configuration expects and does
/// not find (R36, R59, R60, R82).
package struct CatalogFindings {
    private let name: String
    private let rules: ConnectionRules
    private let catalog: Catalog

    /// - Parameters:
    ///   - name: The connection whose database it is.
    ///   - rules: Those of the primary connection.
    ///   - catalog: What the database says.
    package init(name: String, rules: ConnectionRules, catalog: Catalog) {
        self.name = name
        self.rules = rules
        self.catalog = catalog
    }

    package var findings: [Finding] { account + objects + trustedViews }

    private func finding(_ severity: Finding.Severity, _ message: String) -> Finding {
        Finding(severity, "connection \(name)", message)
    }

    private var account: [Finding] {
        guard let account = catalog.account else { return [] }
        return account.excess.map {
            finding(.warning, "the role \(account.name) \($0); reading needs SELECT alone")
        }
    }

    private var objects: [Finding] {
        var findings: [Finding] = []
        for missing in rules.sql.extensions.subtracting(catalog.extensions.keys).sorted() {
            findings.append(
                finding(.warning, "sql.extensions: \"\(missing)\" is not installed")
            )
        }
        let functions = Set(catalog.functions.map(\.name))
        for missing in rules.sql.extraFunctions.subtracting(functions)
            .sorted(by: { ($0.schema, $0.name) < ($1.schema, $1.name) })
        {
            findings.append(
                finding(
                    .warning,
                    "sql.extra_functions: \"\(missing.schema).\(missing.name)\" does not exist"
                )
            )
        }
        for function in catalog.functions where function.name.schema == "pg_catalog" {
            findings.append(
                finding(
                    .warning,
                    "function \(function.name.name) in pg_catalog is not PostgreSQL's own; it "
                        + "cannot be called through the proxy"
                )
            )
        }
        for cast in catalog.casts where isBetweenBuiltinTypes(cast) {
            findings.append(
                finding(
                    .warning,
                    "a cast between built-in types (OIDs \(cast.source) and \(cast.target)) is not "
                        + "PostgreSQL's own; whatever uses it is fenced"
                )
            )
        }
        return findings
    }

    private func isBetweenBuiltinTypes(_ cast: Catalog.Cast) -> Bool {
        catalog.types[cast.source] == nil && catalog.types[cast.target] == nil
    }

    /// Views that may be read whole because somebody listed them, though what they read is filtered.
    private var trustedViews: [Finding] {
        guard rules.sql.unfilteredViews != .all else { return [] }
        var filtered: [Catalog.QualifiedName: String] = [:]
        var listed: [(view: ModelView, relation: Catalog.Relation)] = []
        for view in rules.model.views.values.sorted(by: { $0.name < $1.name }) {
            guard case .table(let schema, let table) = view.source else { continue }
            let name = Catalog.QualifiedName(schema: schema ?? rules.defaultSchema, name: table)
            guard ([view.name] + view.aliases).contains(where: rules.sql.unfilteredViews.contains)
            else {
                filtered[name] = view.name
                continue
            }
            if let relation = catalog.relations[name], !relation.reads.isEmpty {
                listed.append((view, relation))
            }
        }
        return listed.compactMap { view, relation in
            let below = catalog.relationsRead(by: relation).map(\.name)
                .filter { filtered[$0] != nil }
            guard !below.isEmpty else { return nil }
            let names = below.map { "\($0.schema).\($0.name)" }.joined(separator: ", ")
            return Finding(
                .warning,
                "connection \(name): view \(view.name)",
                "is in unfiltered_views and shows rows of \(names), which is not",
                at: view.location
            )
        }
    }
}
