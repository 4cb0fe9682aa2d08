// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// `included_schemas`, `ignored_schemas`, `included_views` and `ignored_views` of a model.
///
/// Omni leaves such views reachable for SQL; here they are absent (L8).
struct ModelLists: Equatable {
    var includedSchemas: [String]?
    var ignoredSchemas: [String] = []
    var includedViews: [String]?
    var ignoredViews: [String] = []

    init() {}

    /// Those of a `model.yaml` that has been read already.
    init(_ root: Setting?, log: ProblemLog) {
        guard let root else {
            self.init()
            return
        }
        self.init(SettingReader(root, log: log))
    }

    init(_ reader: SettingReader) {
        includedSchemas = reader.strings("included_schemas")
        ignoredSchemas = reader.strings("ignored_schemas") ?? []
        includedViews = reader.strings("included_views")
        ignoredViews = reader.strings("ignored_views") ?? []
        for kind in ["schemas", "views"]
        where reader.setting("included_\(kind)") != nil && reader.setting("ignored_\(kind)") != nil
        {
            reader.report("excludes included_\(kind)", key: "ignored_\(kind)")
        }
    }

    /// Whether the lists leave a view in the model; views are written as their name, `schema.table` or
    /// `schema__table`, with `*` for any characters.
    func includes(view: String, schema: String, table: String) -> Bool {
        let names = [view, "\(schema).\(table)", "\(schema)__\(table)"]
        func matches(_ patterns: [String], _ names: [String]) -> Bool {
            patterns.contains { pattern in
                names.contains { Self.matches(pattern[...], $0[...]) }
            }
        }
        if let includedSchemas, !matches(includedSchemas, [schema]) { return false }
        if let includedViews, !matches(includedViews, names) { return false }
        return !matches(ignoredSchemas, [schema]) && !matches(ignoredViews, names)
    }

    private static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return pattern == name
        }
        guard name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }
}
