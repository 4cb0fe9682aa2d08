// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads an Omni model folder: Omni's own Git layout (omni-reference 4 and 11), as far as it bears on
/// what plain SQL may reach.
///
/// Not served yet, and refused instead of passed over: shared extensions (a model that routes users to
/// them is an error). Query and SQL views are reachable through topics only.
struct ModelReader {
    let name: String
    /// The model's folder, as messages shall name it.
    let folder: String
    /// Path to open and text to show, relative to the folder.
    let paths: [String]
    let defaultSchema: String
    let text: (_ path: String) throws -> String
    let log: ProblemLog

    func model(extensionNames: Set<String>) -> Model {
        var model = Model(name: name, extensionNames: extensionNames)
        var lists = ModelLists()
        if let root = document("model.yaml") {
            let reader = SettingReader(root, log: log)
            model.accessGrants = GrantReader.grants(reader.table("access_grants"))
            model.defaultTopicRequiredGrants = GrantReader.requirement(
                "default_topic_required_access_grants",
                in: reader,
                known: model.accessGrants
            )
            model.defaultAccessFilters = (reader.array("default_topic_access_filters") ?? [])
                .compactMap {
                    AccessFilterReader.filter(SettingReader($0, log: log), namesView: false)
                }
            model.dynamicSchemas = dynamicSchemas(reader.table("dynamic_schemas"))
            lists = ModelLists(reader)
            finish(reader, grants: model.accessGrants)
        } else if !paths.contains("model.yaml") {
            log.report("the model has no model.yaml", at: SourceLocation(file: folder, line: 0))
        }
        if let root = document("relationships.yaml") {
            model.relationships = RelationshipReader.relationships(root, log: log)
        }
        let views = ViewReader(
            grants: model.accessGrants,
            lists: lists,
            defaultSchema: defaultSchema,
            log: log
        )
        model.views = views.views(viewFiles())
        checkFormerNames(model)
        addDynamicViews(to: &model)
        let topics = TopicReader(grants: model.accessGrants, log: log)
        model.topics = topics.topics(topicFiles())
        return model
    }

    /// By topic name, which is that of the file.
    private func topicFiles() -> [String: Setting] {
        var files: [String: Setting] = [:]
        for path in paths where path.hasSuffix(".topic.yaml") {
            guard let root = document(path) else { continue }
            let name = String(
                path.split(separator: "/").last?.dropLast(".topic.yaml".count) ?? ""
            )
            if let other = files.updateValue(root, forKey: name) {
                log.report(
                    "topic \"\(name)\" is defined twice, also in \(other.location.file)",
                    at: root.location
                )
            }
        }
        return files
    }

    private func finish(_ reader: SettingReader, grants: [String: AccessGrant]) {
        _ = GrantReader.requirement(
            "default_topic_hidden_unless_access_grants",
            in: reader,
            known: grants
        )
        for key in ["dynamic_shared_extensions", "extends"] where reader.setting(key) != nil {
            reader.report("shared extensions and extended models are not supported yet", key: key)
        }
        if reader.boolean("template") == true {
            reader.report("a template model cannot be served", key: "template")
        }
        reader.finishModelObject(presentation: [
            "cache_policies", "default_cache_policy", "facet_workbook_filters", "topics",
        ])
    }

    private func dynamicSchemas(_ reader: SettingReader?) -> [String: Model.DynamicSchema] {
        var schemas: [String: Model.DynamicSchema] = [:]
        for (name, entry) in reader?.remainingTables() ?? [] {
            let from = entry.requiredString("from_schema")
            let attribute = entry.requiredString("user_attribute")
            entry.finish()
            if PhysicalSchemaName.isSystem(name) {
                entry.log.report(
                    "a schema of the system's cannot be dynamic",
                    at: entry.location,
                    key: entry.path
                )
            }
            guard let from, let attribute else { continue }
            schemas[name] = Model.DynamicSchema(
                name: name,
                fromSchema: from,
                userAttribute: attribute,
                location: entry.location
            )
        }
        for schema in schemas.values where schemas[schema.fromSchema] != nil {
            log.report(
                "from_schema \"\(schema.fromSchema)\" is a dynamic schema itself",
                at: schema.location
            )
        }
        return schemas
    }

    private func checkFormerNames(_ model: Model) {
        var owners: [String: String] = [:]
        for view in model.views.values.sorted(by: { $0.name < $1.name }) {
            for alias in view.aliases {
                let owner = model.views[alias]?.name ?? owners.updateValue(view.name, forKey: alias)
                guard let owner else { continue }
                log.report(
                    "alias \"\(alias)\" also means view \"\(owner)\"",
                    at: view.location
                )
            }
        }
    }

    /// The views of a template schema stand in the dynamic schema too, unless it has its own file.
    private func addDynamicViews(to model: inout Model) {
        for schema in model.dynamicSchemas.values {
            for view in model.views.values {
                guard case .table(let from, let table) = view.source,
                    (from ?? defaultSchema) == schema.fromSchema
                else { continue }
                let isPresent = model.views.values.contains { other in
                    other.source == .table(schema: schema.name, name: table)
                }
                let name = "\(schema.name)__\(table)"
                guard !isPresent, model.views[name] == nil else { continue }
                var copy = view
                copy.name = name
                copy.source = .table(schema: schema.name, name: table)
                copy.aliases = []
                model.views[name] = copy
            }
        }
    }

    private func viewFiles() -> [String: ViewFile] {
        var files: [String: ViewFile] = [:]
        for path in paths where path.hasSuffix(".view.yaml") {
            guard let text = content(path),
                let root = YAMLDocument.read(text, file: shown(path), log: log)
            else { continue }
            let parts = path.split(separator: "/").map(String.init)
            let isQuery = path.hasSuffix(".query.view.yaml")
            let ending = isQuery ? ".query.view.yaml" : ".view.yaml"
            let stem = String(parts.last?.dropLast(ending.count) ?? "")
            // A folder is `schema`, or `catalog.schema` in databases with catalogs.
            let folderSchema =
                isQuery ? nil : parts.dropLast().last?.split(separator: ".").last.map(String.init)
            let name =
                Self.declaredName(text)
                ?? folderSchema.flatMap { $0 == defaultSchema ? nil : "\($0)__\(stem)" } ?? stem
            guard files[name] == nil else {
                log.report(
                    "view \"\(name)\" is defined twice, also in \(files[name]?.path ?? "")",
                    at: SourceLocation(file: shown(path), line: 1)
                )
                continue
            }
            files[name] = ViewFile(
                path: shown(path),
                stem: stem,
                folderSchema: folderSchema,
                isQuery: isQuery,
                root: root
            )
        }
        return files
    }

    /// The name in `# Reference this view as <name>`, which stands in the first line of a synced file.
    private static func declaredName(_ text: String) -> String? {
        let mark = "# Reference this view as "
        guard text.hasPrefix(mark) else { return nil }
        let line = text.dropFirst(mark.count).prefix { !$0.isNewline }
        let name = line.trimmed
        return name.isEmpty ? nil : name
    }

    private func document(_ path: String) -> Setting? {
        content(path).flatMap { YAMLDocument.read($0, file: shown(path), log: log) }
    }

    private func content(_ path: String) -> String? {
        guard paths.contains(path) else { return nil }
        do {
            return try text(path)
        } catch {
            log.report("cannot be read: \(error)", at: SourceLocation(file: shown(path), line: 0))
            return nil
        }
    }

    private func shown(_ path: String) -> String { "\(folder)/\(path)" }
}
