// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads Omni's filters: a field, an operator, values; `and` and `or` of such.
enum ConditionReader {
    /// What was read, and why the rest could not be: whoever needs the conditions is closed then, and
    /// the rest of the model is not.
    typealias Result = (conditions: [FieldCondition], problem: String?)

    /// - Parameter reader: A table of field names.
    /// - Returns: The conditions, and the first problem there was.
    static func conditions(_ reader: SettingReader?) -> Result {
        var conditions: [FieldCondition] = []
        var problem: String?
        for (name, entry) in reader?.remainingTables() ?? [] {
            guard let field = FieldName(name) else {
                problem = problem ?? "a filter on \"\(name)\", which is no field"
                continue
            }
            switch test(entry) {
            case .success(let test):
                conditions.append(
                    FieldCondition(field: field, test: test, location: entry.location)
                )
            case .failure(let reason):
                problem = problem ?? "the filter on \(field) \(reason.text)"
            }
        }
        return (conditions, problem)
    }

    private struct Reason: Error {
        var text: String
    }

    /// Nesting that a person would write.
    private static let depthMax = 8

    private static func test(
        _ reader: SettingReader,
        depth: Int = 0
    ) -> Swift.Result<FieldCondition.Test, Reason> {
        guard depth < depthMax else { return .failure(Reason(text: "is nested too deeply")) }
        let ignoresCase = reader.boolean("case_insensitive") ?? false
        var tests: [FieldCondition.Test] = []
        for key in reader.remainingKeys {
            guard let setting = reader.setting(key) else { continue }
            if key == "and" || key == "or" {
                var parts: [FieldCondition.Test] = []
                for element in reader.array(key) ?? [] {
                    switch test(SettingReader(element, log: reader.log), depth: depth + 1) {
                    case .success(let part): parts.append(part)
                    case .failure(let reason): return .failure(reason)
                    }
                }
                guard !parts.isEmpty else { return .failure(Reason(text: "has an empty \(key)")) }
                tests.append(key == "and" ? .all(parts) : .any(parts))
                continue
            }
            switch comparison(key, setting, ignoresCase: ignoresCase) {
            case .success(let test): tests.append(test)
            case .failure(let reason): return .failure(reason)
            }
        }
        guard let first = tests.first else { return .failure(Reason(text: "has no operator")) }
        return .success(tests.count == 1 ? first : .all(tests))
    }

    private static func comparison(
        _ key: String,
        _ setting: Setting,
        ignoresCase: Bool
    ) -> Swift.Result<FieldCondition.Test, Reason> {
        func unknown(_ what: String) -> Swift.Result<FieldCondition.Test, Reason> {
            .failure(Reason(text: what))
        }
        guard let values = values(setting) else {
            return unknown("has a value of \(key) that is not understood")
        }
        let isNegated = key == "not" || key.hasPrefix("not_")
        let name = key == "not" ? "is" : isNegated ? String(key.dropFirst(4)) : key
        if name == "time_for_duration" {
            // Where `90 days ago` begins today is not documented; whole units leave no doubt.
            guard values.count == 2, case .text(let from) = values[0],
                case .text(let length) = values[1], from.hasSuffix(" ago"),
                let start = FieldCondition.Interval(
                    from.dropLast(4).replacing(" complete ", with: " ")
                ), from.contains(" complete "), let length = FieldCondition.Interval(length)
            else { return unknown("has a time_for_duration that is not understood") }
            return .success(.period(start: start, length: length, isNegated: isNegated))
        }
        guard let comparison = FieldCondition.Comparison(rawValue: name) else {
            return unknown("has an operator \"\(key)\" that is not understood")
        }
        let fits =
            switch comparison {
            case .is: !values.isEmpty
            case .contains, .startsWith, .endsWith: values.allSatisfy(isText) && !values.isEmpty
            case .greaterThan, .greaterThanOrEqual, .lessThan, .lessThanOrEqual:
                values.count == 1 && values[0] != .null
            case .between: values.count == 2 && !values.contains(.null)
            }
        guard fits else { return unknown("has values that \(key) does not take") }
        return .success(
            .compare(comparison, values, isNegated: isNegated, ignoresCase: ignoresCase)
        )
    }

    private static func isText(_ value: FieldCondition.Value) -> Bool {
        if case .text = value { true } else { false }
    }

    private static func values(_ setting: Setting) -> [FieldCondition.Value]? {
        switch setting.value {
        case .array(let elements):
            var values: [FieldCondition.Value] = []
            for element in elements {
                guard let value = value(element) else { return nil }
                values.append(value)
            }
            return values
        case .scalar: return value(setting).map { [$0] }
        case .table: return nil
        }
    }

    private static func value(_ setting: Setting) -> FieldCondition.Value? {
        guard case .scalar(let kind, let text) = setting.value else { return nil }
        switch kind {
        case .string: return .text(text)
        case .integer, .number: return .number(text)
        case .boolean: return .boolean(text.lowercased() == "true")
        case .null: return .null
        case .other: return nil
        }
    }
}
