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

    /// Reads a model.
    ///
    /// - Parameters:
    ///   - name: The model's name, which is that of its folder; the folder stands directly below, or
    ///     below `omni/`, where Omni's Git sync puts it.
    ///   - defaultSchema: The schema whose tables give views their plain names.
    ///   - key: The setting that names the model.
    ///   - location: Where that setting stands.
    /// - Returns: The model; nil when it is not there, which is reported.
    func model(
        _ name: String,
        defaultSchema: String,
        key: SettingPath,
        location: SourceLocation
    ) -> Model? {
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
        let reader = ModelReader(
            name: name,
            folder: "\(shownPath)/\(prefix.dropLast())",
            paths: contents.filter { $0.hasPrefix(prefix) }.map {
                String($0.dropFirst(prefix.count))
            }
            .filter { !$0.hasPrefix("__documents/") },
            defaultSchema: defaultSchema,
            text: { try files.text(path + "/" + prefix + $0) },
            log: log
        )
        let extensionPrefix = "\(prefix.dropLast()).extensions/"
        let extensionNames = contents.filter { $0.hasPrefix(extensionPrefix) }
            .compactMap { path -> String? in
                let parts = path.dropFirst(extensionPrefix.count).split(separator: "/")
                return parts.count > 1 ? parts.first.map(String.init) : nil
            }
        return reader.model(extensionNames: Set(extensionNames))
    }
}
