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

    /// In words that complete the name of what is tested.
    struct Reason: Error {
        var text: String
    }

    /// - Parameter reader: Operators of one field.
    /// - Returns: The condition, or why it is not understood.
    static func condition(_ reader: SettingReader) -> Swift.Result<FieldCondition.Test, Reason> {
        test(reader)
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
        if let time = time(name, values, isNegated: isNegated) {
            return time.map(Swift.Result.success)
                ?? unknown("has a \(key) that is not understood")
        }
        guard let comparison = FieldCondition.Comparison(rawValue: name) else {
            return unknown("has an operator \"\(key)\" that is not understood")
        }
        let fits =
            switch comparison {
            case .is: !values.isEmpty
            case .contains, .startsWith, .endsWith:
                !values.isEmpty && !values.contains { text($0).isEmpty }
            case .greaterThan, .greaterThanOrEqual, .lessThan, .lessThanOrEqual:
                values.count == 1 && values[0] != .null
            case .between: values.count == 2 && !values.contains(.null)
            }
        guard fits else { return unknown("has values that \(key) does not take") }
        // Parts of texts are texts, whatever they look like without quotes.
        let isPattern = [.contains, .startsWith, .endsWith].contains(comparison)
        return .success(
            .compare(
                comparison,
                isPattern ? values.map { .text(text($0)) } : values,
                isNegated: isNegated,
                ignoresCase: ignoresCase
            )
        )
    }

    /// Conditions on times (omni-reference 11.4).
    ///
    /// - Returns: nil for an operator that is none of them, a nil condition for values that are not
    ///   understood.
    private static func time(
        _ name: String,
        _ values: [FieldCondition.Value],
        isNegated: Bool
    ) -> FieldCondition.Test?? {
        if let part = FieldCondition.TimePart(rawValue: name) {
            let numbers = values.compactMap(part.number)
            guard numbers.count == values.count, !numbers.isEmpty else { return .some(nil) }
            return .part(part, numbers, isNegated: isNegated)
        }
        func moment(_ place: Int) -> FieldCondition.Moment? {
            FieldCondition.Moment(text(values[place]), startsPeriod: name == "time_for_duration")
        }
        switch name {
        case "time_for_duration":
            guard values.count == 2, let start = moment(0),
                let length = FieldCondition.Interval(text(values[1]))
            else { return .some(nil) }
            return .period(start: start, length: length, isNegated: isNegated)
        case "before", "on_or_after":
            guard values.count == 1, let moment = moment(0) else { return .some(nil) }
            return name == "before"
                ? .range(from: nil, to: moment, isNegated: isNegated)
                : .range(from: moment, to: nil, isNegated: isNegated)
        case "between_dates":
            guard values.count == 2, let from = moment(0), let to = moment(1) else {
                return .some(nil)
            }
            return .range(from: from, to: to, isNegated: isNegated)
        default: return nil
        }
    }

    /// A year may be written without quotes.
    private static func text(_ value: FieldCondition.Value) -> String {
        switch value {
        case .text(let text), .number(let text): text
        case .boolean, .null: ""
        }
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
