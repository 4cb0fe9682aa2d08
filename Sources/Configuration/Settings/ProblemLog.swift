// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Collects what one load finds, so that an operator sees every mistake at once.
///
/// A class because many readers of one load write to the same list; it never leaves that load.
final class ProblemLog {
    private(set) var problems: [ConfigurationProblem] = []
    private(set) var warnings: [ConfigurationProblem] = []

    var hasProblems: Bool { !problems.isEmpty }

    func report(_ message: String, at location: SourceLocation, key: SettingPath = SettingPath()) {
        problems.append(
            ConfigurationProblem(location: location, key: key.description, message: message)
        )
    }

    func report(_ message: String, at setting: Setting) {
        report(message, at: setting.location, key: setting.path)
    }

    func warn(_ message: String, at location: SourceLocation, key: SettingPath = SettingPath()) {
        warnings.append(
            ConfigurationProblem(location: location, key: key.description, message: message)
        )
    }

    /// By file and line, each once.
    static func sorted(_ problems: [ConfigurationProblem]) -> [ConfigurationProblem] {
        Set(problems).sorted { left, right in
            (left.location.file, left.location.line, left.key, left.message)
                < (right.location.file, right.location.line, right.key, right.message)
        }
    }
}
