// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads one dimension of a view.
enum FieldReader {
    /// - Parameters:
    ///   - name: The dimension's name; without `sql` it is the physical column of that name.
    ///   - reader: The dimension.
    ///   - grants: The grants of the model.
    /// - Returns: The field with what protects it.
    static func field(
        _ name: String,
        _ reader: SettingReader,
        grants: [String: AccessGrant]
    ) -> ModelView.Field {
        let required = GrantReader.requirement("required_access_grants", in: reader, known: grants)
        let masked = GrantReader.requirement("mask_unless_access_grants", in: reader, known: grants)
        var meaning = ModelView.Meaning.column(name)
        var modelSQL: ModelSQL?
        var problem: String?
        if let sql = reader.string("sql") {
            meaning = FieldSQL.meaning(of: sql)
            do throws(ModelSQL.Problem) {
                modelSQL = try ModelSQL(sql, location: reader.location(of: "sql"))
            } catch {
                problem = "its SQL \(error.reason)"
            }
        }
        let groups: FieldGroups?
        switch GroupReader.groups(reader) {
        case .success(let found): groups = found
        case .failure(let reason):
            groups = nil
            problem = problem ?? reason.text
        }
        if groups != nil || problem != nil, case .column(let column) = meaning {
            // It is made from the column and does not show it.
            meaning = .expression(words: [column.lowercased()], references: [])
            let quoted = "\"" + column.replacing("\"", with: "\"\"") + "\""
            modelSQL = modelSQL ?? ModelSQL(parts: [.sql(quoted)], location: reader.location)
        }
        var weekStart: WeekStart?
        if let name = reader.string("week_start_day") {
            weekStart = WeekStart(name: name)
            if weekStart == nil { problem = problem ?? "its week_start_day \"\(name)\" is no day" }
        }
        // `hidden` is about pickers: Omni documents such fields as still queryable, and keys of
        // relationships usually are. `ignored` takes the field out of the model.
        let isIgnored = reader.boolean("ignored") ?? false
        _ = reader.boolean("hidden")
        let isPrimaryKey = reader.boolean("primary_key") ?? false
        let timeframes = reader.strings("timeframes")
        let tags = reader.texts("tags") ?? []
        reader.finishModelObject(presentation: presentation)
        var field = ModelView.Field(
            name: name,
            meaning: meaning,
            requiredGrants: required,
            maskedUnless: masked,
            isHidden: isIgnored,
            location: reader.location
        )
        if case .expression = meaning { field.sql = modelSQL }
        field.isPrimaryKey = isPrimaryKey
        field.timeframes = timeframes
        field.tags = tags
        field.groups = groups
        field.weekStart = weekStart
        field.problem = problem
        return field
    }

    private static let presentation: Set<String> = [
        "ai_context", "convert_tz", "custom_compound_primary_key_sql",
        "description", "drill_fields", "format", "group_label", "label", "links",
        "markdown", "order_by_field", "suggest_from_field", "suggestion_list",
        "synonyms", "view_label",
    ]
}

/// What the `sql` of a field means, as far as it must be known without parsing SQL.
enum FieldSQL {
    /// Words that stand alone in SQL and are no column.
    private static let keywords: Set<String> = [
        "current_catalog", "current_date", "current_role", "current_schema", "current_time",
        "current_timestamp", "current_user", "default", "false", "localtime", "localtimestamp",
        "null", "session_user", "true", "user",
    ]

    static func meaning(of sql: String) -> ModelView.Meaning {
        let text = sql[...].trimmed
        if let column = column(text) { return .column(column) }
        return .expression(words: words(in: text), references: references(in: text))
    }

    /// The column, when the text is nothing but its name: quoted, or bare and then folded to lower case
    /// as PostgreSQL does.
    private static func column(_ text: String) -> String? {
        if text.hasPrefix("\""), text.hasSuffix("\""), text.utf8.count > 2 {
            let inside = text.dropFirst().dropLast()
            return inside.contains("\"") ? nil : String(inside)
        }
        guard let first = text.unicodeScalars.first, first == "_" || isLetter(first),
            text.unicodeScalars.allSatisfy(isNamePart)
        else { return nil }
        let folded = text.lowercased()
        return keywords.contains(folded) ? nil : folded
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar.value > 0x7F
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "$"
    }

    /// Everything that could be a name, inside quotes or not; too many rather than too few.
    private static func words(in text: String) -> Set<String> {
        var words: Set<String> = []
        for word in text.unicodeScalars.split(whereSeparator: { !isNamePart($0) }) {
            words.insert(String(String.UnicodeScalarView(word)).lowercased())
        }
        // An escaped name could be any column: whoever closes this expression closes the whole view.
        if text.lowercased().contains("u&\"") { words.insert(ModelView.anyColumn) }
        // Quoted names may hold blanks and signs.
        for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated() where !index.isMultiple(of: 2)
        {
            words.insert(part.lowercased())
        }
        return words
    }

    /// The `${view.field}` and `${field}` of an expression, time frames dropped.
    private static func references(in text: String) -> Set<FieldReference> {
        var references: Set<FieldReference> = []
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            rest = rest[start.upperBound...]
            guard let end = rest.firstIndex(of: "}") else { break }
            let name = rest[..<end].prefix { $0 != "[" }.trimmed
            if let reference = FieldReference(name) { references.insert(reference) }
        }
        return references
    }
}
