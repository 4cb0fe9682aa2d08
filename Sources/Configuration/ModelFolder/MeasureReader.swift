// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads one measure of a view.
///
/// What is not understood closes the measure, not the model: a measure that is not served protects
/// nothing.
enum MeasureReader {
    static func measure(
        _ name: String,
        _ reader: SettingReader,
        grants: [String: AccessGrant]
    ) -> Measure {
        var problem: String?
        var aggregate: Measure.Aggregate?
        if let text = reader.string("aggregate_type") {
            aggregate = Measure.Aggregate(rawValue: text)
            if aggregate == nil { problem = "its aggregate_type \"\(text)\" is not known" }
        }
        func sql(_ key: String) -> ModelSQL? {
            guard let text = text(key, reader) else { return nil }
            do throws(ModelSQL.Problem) {
                return try ModelSQL(text, location: reader.location(of: key))
            } catch {
                problem = problem ?? "its \(key) \(error.reason)"
                return nil
            }
        }
        let expression = sql("sql")
        let key = ["custom_primary_key_sql", "primary_key_sql"].compactMap(sql)
        var percentile: Double?
        if let text = text("percentile", reader) {
            percentile = Double(text).flatMap { (0...100).contains($0) ? $0 : nil }
            if percentile == nil { problem = problem ?? "its percentile is not between 0 and 100" }
        }
        let filters = ConditionReader.conditions(reader.table("filters"))
        let required = GrantReader.requirement("required_access_grants", in: reader, known: grants)
        let isIgnored = reader.boolean("ignored") ?? false
        _ = reader.boolean("hidden")
        reader.pass(over: presentation)
        for key in reader.remainingKeys where AccessKeys.mayBearOnAccess(key) {
            problem = problem ?? "its key \"\(key)\" is not known"
        }
        let tags = reader.texts("tags") ?? []
        var measure = Measure(
            name: name,
            aggregate: aggregate,
            sql: expression,
            filters: filters.conditions,
            keySQL: key,
            percentile: percentile,
            requiredGrants: required,
            isHidden: isIgnored,
            problem: problem ?? filters.problem,
            location: reader.location
        )
        measure.tags = tags
        return measure
    }

    private static let presentation: Set<String> = [
        "aliases", "ai_context", "colors", "description", "display_order", "drill_fields",
        "drill_queries", "format", "group_label", "label", "links", "markdown", "synonyms",
        "view_label",
    ]

    /// A scalar of any kind as it is written: `sql: 1` is SQL as well.
    private static func text(_ key: String, _ reader: SettingReader) -> String? {
        guard let setting = reader.setting(key), case .scalar(let kind, let text) = setting.value,
            kind != .null
        else { return nil }
        return text
    }
}
