// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Yams

/// A YAML file of a model as settings, each with the line of its key.
///
/// Plain scalars get the meaning of YAML 1.2's core schema, in which `yes` is a word and not a truth.
enum YAMLDocument {
    /// - Parameters:
    ///   - text: The file's content.
    ///   - file: Its name in messages.
    ///   - log: Learns what is wrong.
    /// - Returns: The root, an empty table for an empty file; nil when the text is not YAML.
    static func read(_ text: String, file: String, log: ProblemLog) -> Setting? {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            let (message, line) = describe(error)
            log.report(message, at: SourceLocation(file: file, line: line))
            return nil
        } catch {
            log.report("\(error)", at: SourceLocation(file: file, line: 0))
            return nil
        }
        let converter = Converter(file: file, log: log)
        guard let root else {
            return Setting(
                value: .table([]),
                path: SettingPath(),
                location: SourceLocation(file: file, line: 1)
            )
        }
        return converter.setting(root, at: SettingPath(), line: root.mark?.line ?? 1)
    }

    private static func describe(_ error: YamlError) -> (message: String, line: Int) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("duplicate key \(duplicates.joined(separator: ", "))", context.mark.line)
        case .reader(let problem, _, _, _):
            (problem, 0)
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            ("\(error)", 0)
        }
    }

    private struct Converter {
        let file: String
        let log: ProblemLog

        func setting(_ node: Node, at path: SettingPath, line: Int) -> Setting {
            let location = SourceLocation(file: file, line: line)
            switch node {
            case .scalar(let scalar):
                return Setting(
                    value: .scalar(Self.kind(of: scalar), text: scalar.string),
                    path: path,
                    location: location
                )
            case .sequence(let sequence):
                let elements = sequence.enumerated().map { index, element in
                    setting(
                        element,
                        at: path.appending(index: index),
                        line: element.mark?.line ?? line
                    )
                }
                return Setting(value: .array(elements), path: path, location: location)
            case .mapping(let mapping):
                var names: Set<String> = []
                var entries: [(name: String, setting: Setting)] = []
                for (key, value) in mapping {
                    let keyLine = key.mark?.line ?? line
                    func report(_ message: String) {
                        let place = SourceLocation(file: file, line: keyLine)
                        log.report(message, at: place, key: path)
                    }
                    guard let name = key.string else {
                        report("a key is not a string; templates in {{…}} need quotes around them")
                        continue
                    }
                    // Merging would hide from a reader of the file what protects a field.
                    guard name != "<<" else {
                        report("YAML merge keys are not read; use extends")
                        continue
                    }
                    guard names.insert(name).inserted else {
                        report("key \"\(name)\" stands twice")
                        continue
                    }
                    entries.append((name, setting(value, at: path.appending(name), line: keyLine)))
                }
                return Setting(value: .table(entries), path: path, location: location)
            case .alias:
                log.report("YAML aliases are not read", at: location, key: path)
                return Setting(value: .scalar(.null, text: ""), path: path, location: location)
            }
        }

        private static func kind(of scalar: Node.Scalar) -> Setting.ScalarKind {
            guard scalar.style == .plain || scalar.style == .any else { return .string }
            switch scalar.string {
            case "", "~", "null", "Null", "NULL": return .null
            case "true", "True", "TRUE", "false", "False", "FALSE": return .boolean
            default: break
            }
            if Int(scalar.string) != nil { return .integer }
            return DecimalNumber(scalar.string) != nil ? .number : .string
        }
    }
}
