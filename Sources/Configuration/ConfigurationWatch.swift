// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import Synchronization

/// Tells whether a file that a configuration was read from has changed since (`watch`).
///
/// Remembers what `files` was asked for: the configuration itself, the models' folders, keys and certificates,
/// whichever there were. A file is looked at before it is read, so that a change in between is seen later.
package final class ConfigurationWatch: Sendable {
    /// What changes when a file is written or another one put in its place; all nil for a missing one.
    private struct FileState: Equatable {
        var modified: Date?
        var bytes: Int?
        var number: Int?

        init(_ path: String) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            modified = attributes?[.modificationDate] as? Date
            bytes = attributes?[.size] as? Int
            number = attributes?[.systemFileNumber] as? Int
        }
    }

    private struct Seen {
        var files: [String: FileState] = [:]
        var folders: [String: [String]?] = [:]
    }

    private let seen = Mutex(Seen())
    private let source: ConfigurationFiles

    /// - Parameter source: Where the texts come from; `hasChanged` asks the file system.
    package init(_ source: ConfigurationFiles = .fileSystem) {
        self.source = source
    }

    /// Files to load a configuration from.
    ///
    /// - Returns: The source, watched from now on; what was watched before is forgotten.
    package func filesForLoading() -> ConfigurationFiles {
        seen.withLock { $0 = Seen() }
        return ConfigurationFiles(
            text: { [self] path in
                seen.withLock { $0.files[path] = FileState(path) }
                return try source.text(path)
            },
            filesBelow: { [self] folder in
                let files = source.filesBelow(folder)
                seen.withLock { $0.folders[folder] = .some(files) }
                return files
            }
        )
    }

    /// Looks at every file and folder again.
    package func hasChanged() -> Bool {
        let known = seen.withLock { $0 }
        return known.files.contains { FileState($0.key) != $0.value }
            || known.folders.contains { source.filesBelow($0.key) != $0.value }
    }
}
