// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// One `*.view.yaml`, not interpreted yet.
struct ViewFile {
    /// In messages.
    var path: String
    /// The file's name without its endings.
    var stem: String
    /// The schema that the folder is named after; nil at the root of the model.
    var folderSchema: String?
    var isQuery: Bool
    var root: Setting
}

/// The files of a model, or of an extension, parsed and not interpreted yet.
struct ModelFiles {
    /// `model.yaml`; nil when there is none, or when it is no YAML.
    var model: Setting?
    /// `relationships.yaml`.
    var relationships: Setting?
    /// By view name.
    var views: [String: ViewFile] = [:]
    /// `*.topic.yaml` by topic name.
    var topics: [String: Setting] = [:]

    /// The files as an extension of others: its values win key by key, the rest is inherited
    /// (omni-reference 7.2).
    func merged(over base: ModelFiles) -> ModelFiles {
        var merged = base
        merged.model = Self.merged(model, over: base.model)
        merged.relationships = relationships.map { own in
            base.relationships.map { Self.relationships(own, over: $0) } ?? own
        }
        if merged.relationships == nil { merged.relationships = base.relationships }
        for (name, file) in views {
            guard var inherited = base.views[name] else {
                merged.views[name] = file
                continue
            }
            inherited.root = file.root.merged(over: inherited.root)
            inherited.isQuery = inherited.isQuery || file.isQuery
            merged.views[name] = inherited
        }
        for (name, topic) in topics {
            merged.topics[name] = Self.merged(topic, over: base.topics[name])
        }
        return merged
    }

    private static func merged(_ own: Setting?, over base: Setting?) -> Setting? {
        guard let own, let base else { return own ?? base }
        return own.merged(over: base)
    }

    /// Joins are told apart by what they join: one that the extension writes again replaces the
    /// inherited one, the others stay.
    private static func relationships(_ own: Setting, over base: Setting) -> Setting {
        guard case .array(let elements) = own.value, case .array(let inherited) = base.value else {
            return own
        }
        let replaced = Set(elements.map(RelationshipIdentity.init))
        let kept = inherited.filter { !replaced.contains(RelationshipIdentity($0)) }
        return Setting(value: .array(kept + elements), path: own.path, location: own.location)
    }

    private struct RelationshipIdentity: Hashable {
        var names: [String?]

        init(_ setting: Setting) {
            let keys = ["join_from_view", "join_from_view_as", "join_to_view", "join_to_view_as"]
            names = keys.map { setting.text(of: $0) }
        }
    }
}

extension Setting {
    /// The text of a scalar below a key.
    fileprivate func text(of key: String) -> String? {
        guard case .table(let entries) = value,
            case .scalar(_, let text) = entries.first(where: { $0.name == key })?.setting.value
        else { return nil }
        return text
    }

    /// Key by key, own values over those below; anything but two tables replaces.
    func merged(over base: Setting) -> Setting {
        guard case .table(let own) = value, case .table(let inherited) = base.value else {
            // `email: {}` may be written as nothing at all, which takes nothing away.
            if case .scalar(.null, _) = value, case .table = base.value { return base }
            return self
        }
        var entries = inherited
        for entry in own {
            if let index = entries.firstIndex(where: { $0.name == entry.name }) {
                entries[index].setting = entry.setting.merged(over: entries[index].setting)
            } else {
                entries.append(entry)
            }
        }
        return Setting(value: .table(entries), path: path, location: location)
    }

    func withoutKeys(_ names: Set<String>) -> Setting {
        guard case .table(let entries) = value else { return self }
        return Setting(
            value: .table(entries.filter { !names.contains($0.name) }),
            path: path,
            location: location
        )
    }
}

/// Reads the files of one model folder.
struct ModelFilesReader {
    /// The folder, as messages shall name it.
    let folder: String
    /// Of the files in it, relative to it.
    let paths: [String]
    let defaultSchema: String
    let text: (_ path: String) throws -> String
    let log: ProblemLog

    func files() -> ModelFiles {
        var files = ModelFiles()
        files.model = document("model.yaml")
        files.relationships = document("relationships.yaml")
        for path in paths {
            if path.hasSuffix(".view.yaml") {
                addView(path, to: &files)
            } else if path.hasSuffix(".topic.yaml") {
                addTopic(path, to: &files)
            } else {
                warnOfUnread(path)
            }
        }
        addInlineTopics(to: &files)
        return files
    }

    /// Nothing of a model is passed over in silence; other files may well lie beside it.
    private func warnOfUnread(_ path: String) {
        let place = SourceLocation(file: shown(path), line: 0)
        if path.hasSuffix(".composite_topic.yaml") {
            log.warn("composite topics are not served", at: place)
        } else if [".view.yml", ".topic.yml", "model.yml", "relationships.yml"]
            .contains(where: path.hasSuffix)
        {
            log.warn("is not read: the files of a model end with .yaml", at: place)
        }
    }

    /// Older models have their topics in `model.yaml`.
    private func addInlineTopics(to files: inout ModelFiles) {
        guard let model = files.model,
            let topics = SettingReader(model, log: log).table("topics")
        else { return }
        for (name, topic) in topics.remainingSettings() {
            if let other = files.topics[name] {
                log.report(
                    "topic \"\(name)\" is defined twice, also in \(other.location.file)",
                    at: topic.location
                )
            } else {
                files.topics[name] = topic
            }
        }
    }

    private func addView(_ path: String, to files: inout ModelFiles) {
        guard let text = content(path),
            let root = YAMLDocument.read(text, file: shown(path), log: log)
        else { return }
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
        if let other = files.views[name] {
            return log.report(
                "view \"\(name)\" is defined twice, also in \(other.path)",
                at: SourceLocation(file: shown(path), line: 1)
            )
        }
        files.views[name] = ViewFile(
            path: shown(path),
            stem: stem,
            folderSchema: folderSchema,
            isQuery: isQuery,
            root: root
        )
    }

    private func addTopic(_ path: String, to files: inout ModelFiles) {
        guard let root = document(path) else { return }
        let name = String(path.split(separator: "/").last?.dropLast(".topic.yaml".count) ?? "")
        if let other = files.topics[name] {
            return log.report(
                "topic \"\(name)\" is defined twice, also in \(other.location.file)",
                at: SourceLocation(file: shown(path), line: 1)
            )
        }
        files.topics[name] = root
    }

    /// The name in `# Reference this view as <name>`, which stands in the first line of a synced file.
    private static func declaredName(_ text: String) -> String? {
        let mark = "# Reference this view as "
        let text = text.drop { $0 == "\u{FEFF}" }
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
