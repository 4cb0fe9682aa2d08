// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads the keys of one table, remembers which were asked for and reports the others as unknown.
///
/// Every method reports a wrong type or range and then answers nil, so that reading goes on and all
/// mistakes of a file come out together.
final class SettingReader {
    let path: SettingPath
    let location: SourceLocation
    let log: ProblemLog
    private let settings: [String: Setting]
    private let order: [String]
    private var asked: Set<String> = []

    /// Reads a table; anything else is reported and read as an empty one.
    init(_ setting: Setting, log: ProblemLog) {
        path = setting.path
        location = setting.location
        self.log = log
        var settings: [String: Setting] = [:]
        var order: [String] = []
        switch setting.value {
        case .table(let entries):
            for entry in entries {
                settings[entry.name] = entry.setting
                order.append(entry.name)
            }
        case .scalar(.null, _):
            break
        case .scalar, .array:
            log.report("expected a table, found \(setting.kindName)", at: setting)
        }
        self.settings = settings
        self.order = order
    }

    /// The setting itself, or nil when it is absent.
    func setting(_ key: String) -> Setting? {
        asked.insert(key)
        return settings[key]
    }

    /// Marks keys as known without reading them.
    func pass(over keys: Set<String>) {
        asked.formUnion(keys)
    }

    /// Keys nobody asked for yet, in the order of the file.
    var remainingKeys: [String] { order.filter { !asked.contains($0) } }

    /// Where a key stands, or the table when the key is absent.
    func location(of key: String) -> SourceLocation { settings[key]?.location ?? location }

    func report(_ message: String, key: String) {
        log.report(message, at: location(of: key), key: path.appending(key))
    }

    func warn(_ message: String, key: String) {
        log.warn(message, at: location(of: key), key: path.appending(key))
    }

    func string(_ key: String) -> String? {
        guard let setting = setting(key) else { return nil }
        guard case .scalar(.string, let text) = setting.value else {
            return wrongType("a string", setting)
        }
        return text
    }

    /// A string that must be there and must not be empty.
    func requiredString(_ key: String) -> String? {
        guard setting(key) != nil else {
            log.report("missing key", at: location, key: path.appending(key))
            return nil
        }
        guard let text = string(key) else { return nil }
        guard !text.isEmpty else {
            report("must not be empty", key: key)
            return nil
        }
        return text
    }

    func boolean(_ key: String) -> Bool? {
        guard let setting = setting(key) else { return nil }
        guard case .scalar(.boolean, let text) = setting.value else {
            return wrongType("true or false", setting)
        }
        return text.lowercased() == "true"
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let setting = setting(key) else { return nil }
        guard case .scalar(.integer, let text) = setting.value, let value = Int(text) else {
            return wrongType("an integer", setting)
        }
        guard range.contains(value) else {
            log.report(
                "must be between \(range.lowerBound) and \(range.upperBound)",
                at: setting
            )
            return nil
        }
        return value
    }

    /// A duration such as "15s", "5m" or "500ms"; "0s" is zero.
    func duration(_ key: String) -> Duration? {
        guard let setting = setting(key) else { return nil }
        guard case .scalar(.string, let text) = setting.value else {
            return wrongType("a duration such as \"15s\"", setting)
        }
        guard let duration = Duration(settingText: text) else {
            log.report(
                "\"\(text)\" is not a duration such as \"15s\", \"5m\" or \"500ms\"",
                at: setting
            )
            return nil
        }
        return duration
    }

    func choice<Choice>(_ key: String) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let setting = setting(key) else { return nil }
        guard case .scalar(.string, let text) = setting.value, let choice = Choice(rawValue: text)
        else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            return wrongType("one of \(names)", setting)
        }
        return choice
    }

    /// An array of strings.
    func strings(_ key: String) -> [String]? {
        guard let setting = setting(key) else { return nil }
        guard case .array(let elements) = setting.value else {
            return wrongType("an array of strings", setting)
        }
        var strings: [String] = []
        for element in elements {
            guard case .scalar(.string, let text) = element.value else {
                return wrongType("a string", element)
            }
            strings.append(text)
        }
        return strings
    }

    /// An array of scalars of any kind, as they are written: values that are compared as text.
    func texts(_ key: String) -> [String]? {
        guard let elements = array(key) else { return nil }
        return elements.compactMap { element in
            guard case .scalar(let kind, let text) = element.value, kind != .null, kind != .other
            else { return wrongType("a value", element) }
            return text
        }
    }

    /// The elements of an array.
    func array(_ key: String) -> [Setting]? {
        guard let setting = setting(key) else { return nil }
        switch setting.value {
        case .array(let elements): return elements
        case .scalar(.null, _): return []
        case .scalar(_, let text): return wrongType("an array such as [\(text)]", setting)
        case .table: return wrongType("an array", setting)
        }
    }

    /// A reader of the table under a key.
    func table(_ key: String) -> SettingReader? {
        guard let setting = setting(key) else { return nil }
        return SettingReader(setting, log: log)
    }

    /// Readers of the tables under the keys nobody asked for: tables whose names are the operator's.
    func remainingTables() -> [(name: String, reader: SettingReader)] {
        remainingKeys.compactMap { name in table(name).map { (name, $0) } }
    }

    /// The settings under the keys nobody asked for, whatever they are.
    func remainingSettings() -> [(name: String, setting: Setting)] {
        remainingKeys.compactMap { name in setting(name).map { (name, $0) } }
    }

    /// Reports the keys nobody asked for.
    func finish() {
        for key in remainingKeys { report("unknown key", key: key) }
    }

    private func wrongType<Value>(_ expected: String, _ setting: Setting) -> Value? {
        let found =
            switch setting.value {
            case .scalar(.string, let text): "\"\(text)\""
            default: setting.kindName
            }
        log.report("expected \(expected), found \(found)", at: setting)
        return nil
    }
}

extension Duration {
    private static let units: [(suffix: String, length: Duration)] = [
        ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .seconds(60)), ("h", .seconds(3_600)),
    ]

    /// Digits and one unit of ms, s, m, h; nil for anything else, or for more than a year.
    fileprivate init?(settingText text: String) {
        for unit in Self.units where text.hasSuffix(unit.suffix) {
            let digits = text.dropLast(unit.suffix.count)
            guard digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.utf8.count < 12,
                let count = Int(digits)
            else { continue }
            let duration = unit.length * count
            guard duration <= .seconds(366 * 86_400) else { return nil }
            self = duration
            return
        }
        return nil
    }
}
