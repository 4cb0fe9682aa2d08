// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads what a query view or SQL view computes.
enum ViewQueryReader {
    /// - Parameter reader: The view.
    /// - Returns: nil for a view of a table, or of an upload.
    static func query(_ reader: SettingReader) -> ViewQuery? {
        if let sql = reader.string("sql") {
            do throws(ModelSQL.Problem) {
                return .sql(try ModelSQL(sql, location: reader.location(of: "sql")))
            } catch {
                return .unreadable("its SQL \(error.reason)")
            }
        }
        return reader.table("query").map(fieldQuery)
    }

    /// Larger than any result that a person reads.
    private static let rowsMax = 1_000_000_000

    private static func fieldQuery(_ reader: SettingReader) -> ViewQuery {
        guard let base = reader.string("base_view") else { return .unreadable("has no base_view") }
        var query = ViewQuery.FieldQuery(
            baseView: base,
            topic: reader.string("topic") ?? reader.string("join_paths_from_topic_name"),
            outputs: []
        )
        guard let fields = reader.setting("fields") else { return .unreadable("has no fields") }
        var names: [(field: String, output: String?)] = []
        switch fields.value {
        case .table(let entries):
            for entry in entries {
                guard case .scalar(_, let text) = entry.setting.value else {
                    return .unreadable("has a field that is not understood")
                }
                names.append((entry.name, text.isEmpty ? nil : text))
            }
        case .array(let elements):
            for element in elements {
                guard case .scalar(.string, let text) = element.value else {
                    return .unreadable("has a field that is not understood")
                }
                names.append((text, nil))
            }
        case .scalar: return .unreadable("has fields that are not understood")
        }
        for name in names {
            guard let field = FieldName(name.field) else {
                return .unreadable("selects \"\(name.field)\", which is no field")
            }
            query.outputs.append(.init(field: field, name: name.output ?? field.field))
        }
        let filters = ConditionReader.conditions(reader.table("filters"))
        if let problem = filters.problem { return .unreadable("has \(problem)") }
        query.filters = filters.conditions
        for sort in reader.array("sorts") ?? [] {
            let sort = SettingReader(sort, log: reader.log)
            guard let name = sort.string("field") ?? sort.string("column_name"),
                let field = FieldName(name)
            else { return .unreadable("has a sort that is not understood") }
            query.sorts.append(
                .init(
                    field: field,
                    isDescending: sort.boolean("desc") ?? sort.boolean("sort_descending") ?? false
                )
            )
        }
        query.limit = reader.integer("limit", in: 0...rowsMax)
        // Which outer filters bind it; our statements have none.
        reader.pass(over: ["bind", "base_view_label", "column_totals", "row_totals"])
        if let key = reader.remainingKeys.first {
            return .unreadable("has a key \"\(key)\" that is not understood")
        }
        return .fields(query)
    }
}
