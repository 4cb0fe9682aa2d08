// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Makes a model of the files of its folder: Omni's own Git layout (omni-reference 4 and 11), as far as
/// it bears on what SQL may reach.
struct ModelReader {
    let name: String
    /// The model's folder, as messages shall name it.
    let folder: String
    let defaultSchema: String
    let log: ProblemLog

    /// Reads a model.
    ///
    /// - Parameters:
    ///   - files: Its files; of an extension, merged over those of the model that it extends.
    ///   - base: Of an extension: the model that it extends, and the views that the extension writes.
    /// - Returns: The model.
    func model(_ files: ModelFiles, extending base: Base? = nil) -> Model {
        var model = Model(name: name)
        var lists = ModelLists()
        if let root = files.model {
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
            model.extensionRoutes = ExtensionRouteReader.routes(reader)
            model.weekStart = WeekStartReader.rule(reader)
            model.defaultTimeframes = reader.strings("default_timeframes")
            lists = ModelLists(reader)
            finish(reader, grants: model.accessGrants)
        }
        if let root = files.relationships {
            model.relationships = RelationshipReader.relationships(root, log: log)
        }
        let views = ViewReader(
            grants: model.accessGrants,
            lists: lists,
            defaultSchema: defaultSchema,
            log: log
        )
        // Most extensions touch a few views of many; the others are what they are.
        let inherited = base.flatMap { $0.lists == lists ? $0 : nil }
        model.views = views.views(
            files.views,
            touched: inherited?.touchedViews,
            inherited: inherited?.model.views ?? [:]
        )
        checkFormerNames(model)
        addDynamicViews(to: &model)
        let topics = TopicReader(
            grants: model.accessGrants,
            views: views,
            viewFiles: files.views,
            log: log
        )
        model.topics = topics.topics(files.topics)
        if let base { inherit(base.model, &model) }
        return model
    }

    /// What an extension extends.
    struct Base {
        var model: Model
        var lists: ModelLists
        /// Names of the views that the extension has files for.
        var touchedViews: Set<String>
    }

    /// An extension is protected by what it extends, and cannot say who is sent where.
    private func inherit(_ base: Model, _ model: inout Model) {
        model.parents = base.parents + [base]
        for (name, schema) in model.dynamicSchemas {
            guard let own = base.dynamicSchemas[name],
                (own.fromSchema, own.userAttribute) != (schema.fromSchema, schema.userAttribute)
            else { continue }
            log.report(
                "an extension cannot lead dynamic schema \"\(name)\" of \(base.name) elsewhere",
                at: schema.location
            )
        }
        // What comes from the model that all of them extend is not the extension's own.
        guard model.extensionRoutes != (base.parents.first ?? base).extensionRoutes else {
            model.extensionRoutes = []
            return
        }
        log.report(
            "dynamic_shared_extensions stands in the model that is extended",
            at: model.extensionRoutes.first?.location ?? SourceLocation(file: folder, line: 0)
        )
    }

    private func finish(_ reader: SettingReader, grants: [String: AccessGrant]) {
        _ = GrantReader.requirement(
            "default_topic_hidden_unless_access_grants",
            in: reader,
            known: grants
        )
        if reader.setting("extends") != nil {
            reader.report("a model that extends another one cannot be served", key: "extends")
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
}
