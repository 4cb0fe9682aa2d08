// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// The folder that `[models]` names, with the models in it.
struct ModelFolders {
    /// As messages shall name it.
    let shownPath: String
    /// As it is opened.
    let path: String
    let files: ConfigurationFiles
    let log: ProblemLog
    /// Paths of all files, relative to the folder; nil when there is no such folder.
    private let contents: [String]?

    init(shownPath: String, path: String, files: ConfigurationFiles, log: ProblemLog) {
        self.shownPath = shownPath
        self.path = path
        self.files = files
        self.log = log
        contents = files.filesBelow(path)
    }

    /// Reads a model with its shared extensions.
    ///
    /// - Parameters:
    ///   - name: The model's name, which is that of its folder; the folder stands directly below, or
    ///     below `omni/`, where Omni's Git sync puts it.
    ///   - defaultSchema: The schema whose tables give views their plain names.
    ///   - attributes: The attributes of each user: they say which extensions are applied together.
    ///   - key: The setting that names the model.
    ///   - location: Where that setting stands.
    /// - Returns: The model; nil when it is not there, which is reported.
    func family(
        _ name: String,
        defaultSchema: String,
        attributes: [[String: [String]]],
        key: SettingPath,
        location: SourceLocation
    ) -> ModelFamily? {
        guard let contents else {
            log.report("there is no folder \(shownPath)", at: location, key: key)
            return nil
        }
        let candidates = ["\(name)/", "omni/\(name)/"].filter { prefix in
            contents.contains { $0.hasPrefix(prefix) }
        }
        guard let prefix = candidates.first, !name.contains(".."), !name.hasPrefix("/") else {
            log.report("there is no folder \(shownPath)/\(name)", at: location, key: key)
            return nil
        }
        guard candidates.count == 1 else {
            log.report("there are two folders of this model", at: location, key: key)
            return nil
        }
        let own = modelFiles(below: prefix, contents, defaultSchema)
        if own.model == nil, !contents.contains("\(prefix)model.yaml") {
            log.report(
                "the model has no model.yaml",
                at: SourceLocation(file: "\(shownPath)/\(prefix.dropLast())", line: 0)
            )
        }
        let extensionPrefix = "\(prefix.dropLast()).extensions/"
        let extensionNames = contents.filter { $0.hasPrefix(extensionPrefix) }
            .compactMap { path -> String? in
                let parts = path.dropFirst(extensionPrefix.count).split(separator: "/")
                return parts.count > 1 ? parts.first.map(String.init) : nil
            }
        var extensions: [String: ModelFiles] = [:]
        for name in Set(extensionNames) {
            extensions[name] = modelFiles(
                below: "\(extensionPrefix)\(name)/",
                contents,
                defaultSchema
            )
        }
        return ModelFamilyReader(
            name: name,
            folder: "\(shownPath)/\(prefix.dropLast())",
            defaultSchema: defaultSchema,
            own: own,
            extensions: extensions,
            log: log
        )
        .family(attributes: attributes)
    }

    private func modelFiles(
        below prefix: String,
        _ contents: [String],
        _ defaultSchema: String
    ) -> ModelFiles {
        ModelFilesReader(
            folder: "\(shownPath)/\(prefix.dropLast())",
            paths: contents.filter { $0.hasPrefix(prefix) }
                .map { String($0.dropFirst(prefix.count)) }
                .filter { !$0.hasPrefix("__documents/") },
            defaultSchema: defaultSchema,
            text: { try files.text(path + "/" + prefix + $0) },
            log: log
        )
        .files()
    }
}
