// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads the topics of a model.
///
/// What in a topic bears on access and is not understood closes that topic.
struct TopicReader {
    let grants: [String: AccessGrant]
    let views: ViewReader
    /// By view name.
    let viewFiles: [String: ViewFile]
    let log: ProblemLog

    /// Reads all topics of a model.
    ///
    /// - Parameter files: The topic files by topic name.
    /// - Returns: The topics by name, templates left out.
    func topics(_ files: [String: Setting]) -> [ModelTopic] {
        files.sorted { $0.key < $1.key }.map { name, file in
            topic(
                name,
                SettingReader(merged(file, files: files, trail: [name]), log: log)
            )
        }
    }

    /// A topic's settings over those of the topics it extends; later ones in the list win.
    private func merged(_ file: Setting, files: [String: Setting], trail: [String]) -> Setting {
        let reader = SettingReader(file, log: log)
        var result: Setting?
        for base in reader.strings("extends") ?? [] {
            guard let baseFile = files[base] else {
                reader.report("there is no topic \"\(base)\" to extend", key: "extends")
                continue
            }
            guard !trail.contains(base) else {
                reader.report("topic \"\(base)\" extends itself", key: "extends")
                continue
            }
            let inherited = merged(baseFile, files: files, trail: trail + [base])
                .withoutKeys(["template", "extends"])
            result = result.map { inherited.merged(over: $0) } ?? inherited
        }
        return result.map { file.merged(over: $0) } ?? file
    }

    private func topic(_ name: String, _ reader: SettingReader) -> ModelTopic {
        let filters = reader.array("access_filters")?.compactMap {
            AccessFilterReader.filter(SettingReader($0, log: log), namesView: false)
        }
        // About pickers: Omni says itself that it closes nothing (omni-reference 3.6).
        _ = GrantReader.requirement("hidden_unless_access_grants", in: reader, known: grants)
        var topic = ModelTopic(
            name: name,
            baseView: reader.string("base_view") ?? name,
            accessFilters: filters,
            requiredGrants: GrantReader.requirement(
                "required_access_grants",
                in: reader,
                known: grants
            ),
            location: reader.location
        )
        _ = reader.strings("extends")
        let isTemplate = reader.boolean("template") ?? false
        let isIgnored = reader.boolean("ignored") ?? false
        topic.isHidden = isTemplate || isIgnored
        topic.joins = reader.table("joins").map(joins)
        topic.fields = reader.strings("fields")
        topic.weekStart = WeekStartReader.rule(reader)
        let conditions = ConditionReader.conditions(reader.table("always_where_filters"))
        topic.alwaysWhereFilters = conditions.conditions
        topic.problem = conditions.problem.map { "always_where_filters: \($0)" }
        if let sql = reader.string("always_where_sql") {
            do throws(ModelSQL.Problem) {
                topic.alwaysWhereSQL = try ModelSQL(
                    sql,
                    location: reader.location(of: "always_where_sql")
                )
            } catch {
                topic.problem = topic.problem ?? "always_where_sql \(error.reason)"
            }
        }
        if let own = reader.setting("relationships") {
            topic.relationships = RelationshipReader.relationships(own, log: log)
        }
        // Groups of whose measures a client sees which is the client's to say; nothing can hold for all.
        for key in ["always_having_filters", "always_having_sql"] where reader.setting(key) != nil {
            topic.problem = topic.problem ?? "\(key) cannot hold for every statement"
        }
        if let own = reader.table("views") {
            for view in own.remainingKeys {
                guard let setting = own.setting(view),
                    let changed = views.view(view, changedBy: setting, in: viewFiles)
                else {
                    topic.problem =
                        topic.problem ?? "its own view \(view) is new, or reads another table"
                    continue
                }
                topic.views[view] = changed
            }
        }
        reader.finishModelObject(presentation: [
            "ai_fields", "cache_policy", "default_filters", "hidden",
        ])
        return topic
    }

    private func joins(_ reader: SettingReader) -> [ModelTopic.Join] {
        reader.remainingTables().map { name, entry in
            ModelTopic.Join(view: name, joins: joins(entry), location: entry.location)
        }
    }
}
