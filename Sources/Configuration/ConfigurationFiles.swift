// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation

/// Where configuration texts come from; tests give a dictionary, the command line the file system.
package struct ConfigurationFiles: Sendable {
    /// Largest file that is read; a configuration beyond it is a mistake.
    package static let fileBytesMax = 16 * 1_048_576

    /// The text of a file; throws with a reason fit for an operator.
    package var text: @Sendable (_ path: String) throws -> String
    /// Paths of all files below a folder, relative to it, in a fixed order; nil when there is no such
    /// folder.
    package var filesBelow: @Sendable (_ folder: String) -> [String]?

    package init(
        text: @escaping @Sendable (_ path: String) throws -> String,
        filesBelow: @escaping @Sendable (_ folder: String) -> [String]?
    ) {
        self.text = text
        self.filesBelow = filesBelow
    }

    /// The file system of this machine.
    package static let fileSystem = ConfigurationFiles(
        text: { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw FileProblem(description: "there is no such file, or it may not be read")
            }
            guard data.count <= fileBytesMax else {
                throw FileProblem(description: "the file is larger than \(fileBytesMax) bytes")
            }
            guard let text = String(data: data, encoding: .utf8), !text.utf8.contains(0) else {
                throw FileProblem(description: "the file is not UTF-8 text")
            }
            return text
        },
        filesBelow: { folder in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
                isFolder.boolValue, let paths = FileManager.default.enumerator(atPath: folder)
            else { return nil }
            var files: [String] = []
            while let path = paths.nextObject() as? String {
                // `.git` of a cloned repository is large and none of our business.
                let isDotted = path.split(separator: "/").last?.hasPrefix(".") == true
                switch (paths.fileAttributes?[.type] as? FileAttributeType, isDotted) {
                case (.typeDirectory, true): paths.skipDescendants()
                case (.typeDirectory, false), (_, true): break
                default: files.append(path)
                }
            }
            return files.sorted()
        }
    )

    struct FileProblem: Error, CustomStringConvertible {
        var description: String
    }
}

/// A path of the configuration, which is relative to the configuration's folder unless absolute.
func resolvedPath(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
}
