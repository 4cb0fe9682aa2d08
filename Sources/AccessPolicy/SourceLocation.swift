// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Where a rule was written, so that errors and `omniproxy access` can point at it.
package struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
    /// File as the operator named it, or relative to the folder of the configuration.
    package var file: String
    /// Counted from 1; 0 when the place is the file as a whole.
    package var line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    package var description: String { line > 0 ? "\(file):\(line)" : file }
}

extension SourceLocation: Encodable {
    /// As messages name it: `file:line`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
