// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads the views of a model: merges what they extend, then takes what bears on access.
struct ViewReader {
    let grants: [String: AccessGrant]
    let lists: ModelLists
    let defaultSchema: String
    let log: ProblemLog

    /// Reads all views of a model.
    ///
    /// - Parameters:
    ///   - files: The view files by view name.
    ///   - touched: Names of views to read anew; nil: all.
    ///   - inherited: The other views, as they were read before.
    /// - Returns: The views by name.
    func views(
        _ files: [String: ViewFile],
        touched: Set<String>? = nil,
        inherited: [String: ModelView] = [:]
    ) -> [String: ModelView] {
        var views: [String: ModelView] = [:]
        var catalog: String?
        for (name, file) in files.sorted(by: { $0.key < $1.key }) {
            if let touched, let known = inherited[name],
                touched.isDisjoint(with: trail(of: name, files))
            {
                views[name] = known
                continue
            }
            let merged = merged(file, named: name, files: files, trail: [name])
            let reader = SettingReader(merged, log: log)
            views[name] = view(name, file, reader)
            // A connection reaches one database, and tables of two would be mistaken for each other.
            guard let own = reader.string("catalog") else { continue }
            if let catalog, catalog != own {
                reader.report("other views are in catalog \"\(catalog)\"", key: "catalog")
            }
            catalog = own
        }
        return views
    }

    /// A view as a topic has it: what the topic writes wins key by key.
    ///
    /// - Parameters:
    ///   - name: The view's name.
    ///   - own: What the topic writes below it.
    ///   - files: The view files by view name.
    /// - Returns: nil when there is no file of the view, or when the topic changes what it reads.
    func view(_ name: String, changedBy own: Setting, in files: [String: ViewFile]) -> ModelView? {
        guard let file = files[name] else { return nil }
        let writer = SettingReader(own, log: log)
        for key in Self.sourceKeys where writer.setting(key) != nil { return nil }
        let merged = own.merged(over: merged(file, named: name, files: files, trail: [name]))
        return view(name, file, SettingReader(merged, log: log))
    }

    private static let sourceKeys = [
        "aliases", "catalog", "extends", "ignored", "query", "schema", "sql", "table_name",
        "template", "uploaded_table_name",
    ]

    /// A view and all that it extends.
    private func trail(of name: String, _ files: [String: ViewFile]) -> Set<String> {
        var trail: Set<String> = []
        var waiting = [name]
        while let next = waiting.popLast() {
            guard trail.insert(next).inserted, let file = files[next] else { continue }
            waiting += SettingReader(file.root, log: ProblemLog()).strings("extends") ?? []
        }
        return trail
    }

    private func view(_ name: String, _ file: ViewFile, _ reader: SettingReader) -> ModelView {
        let table = reader.string("table_name") ?? file.stem
        let schema = reader.string("schema") ?? file.folderSchema
        var isQuery = file.isQuery
        for key in Self.queryKeys where reader.setting(key) != nil {
            isQuery = true
        }
        let requiredGrants = GrantReader.requirement(
            "required_access_grants",
            in: reader,
            known: grants
        )
        let isTemplate = reader.boolean("template") ?? false
        let isIgnored = reader.boolean("ignored") ?? false
        let isHidden = reader.boolean("hidden") ?? false
        let aliases = reader.strings("aliases") ?? []
        _ = reader.strings("extends")
        _ = reader.string("catalog")
        var fields: [String: ModelView.Field] = [:]
        for (field, entry) in reader.table("dimensions")?.remainingTables() ?? [] {
            fields[field] = FieldReader.field(field, entry, grants: grants)
        }
        var measures: [String: Measure] = [:]
        for (measure, entry) in reader.table("measures")?.remainingTables() ?? [] {
            measures[measure] = MeasureReader.measure(measure, entry, grants: grants)
        }
        let query = ViewQueryReader.query(reader)
        let key = ["custom_compound_primary_key_sql", "primary_key_sql"].flatMap {
            keySQL($0, reader)
        }
        reader.finishModelObject(presentation: ["filters", "schema_label"])
        let isListed = lists.includes(
            view: name,
            schema: schema ?? defaultSchema,
            table: table
        )
        var view = ModelView(
            name: name,
            source: isQuery ? .query : .table(schema: schema, name: table),
            fields: fields,
            requiredGrants: requiredGrants,
            isHidden: isTemplate || isHidden,
            isIgnored: isIgnored || !isListed,
            aliases: aliases,
            location: SourceLocation(file: file.path, line: 1)
        )
        view.measures = measures
        view.keySQL = key
        view.query = query
        return view
    }

    /// One expression, or a list of them; what cannot be read makes no key.
    private func keySQL(_ name: String, _ reader: SettingReader) -> [ModelSQL] {
        guard let setting = reader.setting(name) else { return [] }
        let texts: [String]
        if case .scalar(_, let text) = setting.value {
            texts = [text]
        } else {
            texts = reader.strings(name) ?? []
        }
        let key = texts.compactMap { try? ModelSQL($0, location: setting.location) }
        return key.count == texts.count ? key : []
    }

    /// A view names its table by its own name and folder, which whoever extends it does not have.
    private func withTable(of file: ViewFile, _ settings: Setting) -> Setting {
        let reader = SettingReader(settings, log: ProblemLog())
        let isTable = Self.queryKeys.allSatisfy { reader.setting($0) == nil } && !file.isQuery
        guard isTable, reader.boolean("template") != true else { return settings }
        func text(_ text: String) -> Setting {
            Setting(
                value: .scalar(.string, text: text),
                path: settings.path,
                location: settings.location
            )
        }
        var own: [(name: String, setting: Setting)] = [("table_name", text(file.stem))]
        if let schema = file.folderSchema { own.append(("schema", text(schema))) }
        return settings.merged(
            over: Setting(value: .table(own), path: settings.path, location: settings.location)
        )
    }

    private static let queryKeys = ["sql", "query", "uploaded_table_name"]

    /// A view's settings over those of the views it extends; later ones in the list win over earlier.
    private func merged(
        _ file: ViewFile,
        named name: String,
        files: [String: ViewFile],
        trail: [String]
    ) -> Setting {
        let reader = SettingReader(file.root, log: log)
        var result: Setting?
        for base in reader.strings("extends") ?? [] {
            guard let baseFile = files[base] else {
                reader.report("there is no view \"\(base)\" to extend", key: "extends")
                continue
            }
            guard !trail.contains(base) else {
                reader.report("view \"\(base)\" extends itself", key: "extends")
                continue
            }
            let inherited = withTable(
                of: baseFile,
                merged(baseFile, named: base, files: files, trail: trail + [base])
            )
            .withoutKeys(["template", "aliases", "extends"])
            result = result.map { inherited.merged(over: $0) } ?? inherited
        }
        guard let inherited = result else { return file.root }
        // Who says where its table is means one of its own, called like the view.
        let own = SettingReader(file.root, log: ProblemLog())
        let hasOwnTable = own.setting("schema") != nil && own.setting("table_name") == nil
        return file.root.merged(
            over: hasOwnTable ? inherited.withoutKeys(["table_name"]) : inherited
        )
    }
}
