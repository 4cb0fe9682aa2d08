// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import TOMLKit

/// A TOML text as settings: with line numbers, and `${NAME}` replaced.
enum TOMLDocument {
    /// - Parameters:
    ///   - text: The file's content.
    ///   - file: Its name in messages.
    ///   - environment: Where `${NAME}` is looked up.
    ///   - log: Learns what is wrong.
    /// - Returns: The root table; nil when the text is not TOML.
    static func read(
        _ text: String,
        file: String,
        environment: [String: String],
        log: ProblemLog
    ) -> Setting? {
        let root: TOMLTable
        do {
            root = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            log.report(
                error.description,
                at: SourceLocation(file: file, line: error.source.begin.line)
            )
            return nil
        } catch {
            log.report("\(error)", at: SourceLocation(file: file, line: 0))
            return nil
        }
        let converter = Converter(
            file: file,
            lines: KeyLocator(text).lines,
            environment: environment,
            log: log
        )
        // Nested tables are views into the root's memory.
        return withExtendedLifetime(root) { converter.table(root, at: SettingPath()) }
    }

    private struct Converter {
        let file: String
        let lines: [SettingPath: Int]
        let environment: [String: String]
        let log: ProblemLog

        func table(_ table: TOMLTable, at path: SettingPath) -> Setting {
            let entries = table.keys.compactMap { key in
                table[key].map { (name: key, setting: setting($0, at: path.appending(key))) }
            }
            .sorted { ($0.setting.location.line, $0.name) < ($1.setting.location.line, $1.name) }
            return Setting(value: .table(entries), path: path, location: location(of: path))
        }

        private func setting(
            _ value: any TOMLValueConvertible,
            at path: SettingPath
        ) -> Setting {
            let location = location(of: path)
            if let nested = value.table { return table(nested, at: path) }
            let converted: Setting.Value
            if let array = value.array {
                converted = .array(
                    array.enumerated().map { setting($1, at: path.appending(index: $0)) }
                )
            } else if let text = value.string {
                converted = .scalar(.string, text: substitute(text, at: path))
            } else if let flag = value.bool {
                converted = .scalar(.boolean, text: flag ? "true" : "false")
            } else if let number = value.int {
                converted = .scalar(.integer, text: String(number))
            } else if let number = value.double {
                converted = .scalar(.number, text: String(number))
            } else {
                converted = .scalar(.other, text: "")
            }
            return Setting(value: converted, path: path, location: location)
        }

        private func location(of path: SettingPath) -> SourceLocation {
            SourceLocation(file: file, line: lines[path] ?? 0)
        }

        /// Replaces each `${NAME}`; what is replaced is not looked at again.
        private func substitute(_ text: String, at path: SettingPath) -> String {
            var result = ""
            var rest = text[...]
            while let start = rest.firstRange(of: "${") {
                guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
                let name = String(rest[start.upperBound..<end])
                result += rest[..<start.lowerBound]
                if let value = environment[name] {
                    result += value
                } else {
                    log.report(
                        "environment variable \(name) is not set",
                        at: location(of: path),
                        key: path
                    )
                }
                rest = rest[rest.index(after: end)...]
            }
            return result + rest
        }
    }
}
