// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `proxy.conf` and the model folders it names.
package enum ConfigurationLoader {
    /// A configuration that may be used, and what an operator should know about it all the same.
    package struct Loaded: Sendable, Equatable {
        package var configuration: ProxyConfiguration
        /// Settings that weaken protection, by file and line.
        package var warnings: [ConfigurationProblem]

        package init(configuration: ProxyConfiguration, warnings: [ConfigurationProblem]) {
            self.configuration = configuration
            self.warnings = warnings
        }
    }

    /// Loads a configuration.
    ///
    /// - Parameters:
    ///   - path: The file; relative paths in it are relative to its folder.
    ///   - environment: Where `${NAME}` is looked up.
    ///   - files: Where texts come from.
    /// - Returns: The configuration and its warnings.
    /// - Throws: All problems at once; nothing is half-loaded.
    package static func load(
        path: String,
        environment: [String: String],
        files: ConfigurationFiles = .fileSystem
    ) throws(ConfigurationError) -> Loaded {
        let log = ProblemLog()
        let text: String
        do {
            text = try files.text(path)
        } catch {
            log.report("cannot be read: \(error)", at: SourceLocation(file: path, line: 0))
            throw ConfigurationError(problems: log.problems)
        }
        let root = TOMLDocument.read(text, file: path, environment: environment, log: log)
        guard let root else { throw ConfigurationError(problems: log.problems) }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        let configuration = configuration(
            SettingReader(root, log: log),
            folder: path.hasPrefix("/") && folder.isEmpty ? "/" : folder,
            files: files,
            log: log
        )
        ConfigurationChecks(
            configuration: configuration,
            places: SettingPlaces(root),
            log: log
        )
        .run()
        guard !log.hasProblems else {
            throw ConfigurationError(problems: ProblemLog.sorted(log.problems))
        }
        return Loaded(
            configuration: configuration,
            warnings: ProblemLog.sorted(log.warnings)
        )
    }

    private static func configuration(
        _ reader: SettingReader,
        folder: String,
        files: ConfigurationFiles,
        log: ProblemLog
    ) -> ProxyConfiguration {
        var configuration = ProxyConfiguration()
        configuration.tagsQueries = reader.boolean("query_tag") ?? false
        configuration.watchesFiles = reader.boolean("watch") ?? false
        configuration.allowsUntestedServers = reader.boolean("allow_untested_server") ?? false
        configuration.listen = ListenReader.listen(
            reader.table("listen"),
            folder: folder,
            files: files
        )
        configuration.limits = ListenReader.limits(reader.table("limits"))
        configuration.directory = DirectoryReader.directory(
            attributes: reader.table("attributes"),
            users: reader.table("users"),
            groups: reader.table("groups"),
            log: log
        )
        let models = reader.table("models")
        let modelsPath = models?.requiredString("path") ?? "models"
        models?.finish()
        let connections = reader.table("connections")
        if connections == nil || connections?.remainingKeys.isEmpty == true {
            log.report(
                "no connection is configured",
                at: reader.location,
                key: SettingPath().appending("connections")
            )
        }
        configuration.connections =
            ConnectionReader(
                models: ModelFolders(
                    shownPath: resolvedPath(modelsPath, in: folder),
                    path: resolvedPath(modelsPath, in: folder),
                    files: files,
                    log: log
                ),
                directory: configuration.directory,
                log: log
            )
            .connections(connections)
        reader.finish()
        return configuration
    }
}
