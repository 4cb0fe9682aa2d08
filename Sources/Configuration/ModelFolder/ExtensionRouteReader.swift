// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `dynamic_shared_extensions` in the two shapes that Omni documents (omni-reference 7.3, A-12): a
/// table whose mappings go from value to extension, and a list whose mappings go from extension to
/// values or are a pattern.
enum ExtensionRouteReader {
    private static let key = "dynamic_shared_extensions"

    static func routes(_ reader: SettingReader) -> [ExtensionRoute] {
        guard let setting = reader.setting(key) else { return [] }
        switch setting.value {
        case .table:
            return [byValue(SettingReader(setting, log: reader.log))].compactMap { $0 }
        case .array(let elements):
            return elements.compactMap { entry(SettingReader($0, log: reader.log)) }
        case .scalar(.null, _):
            return []
        case .scalar:
            reader.report("expected a table or a list, found \(setting.kindName)", key: key)
            return []
        }
    }

    /// `mappings: {acme: {model: ext_acme}}`.
    private static func byValue(_ reader: SettingReader) -> ExtensionRoute? {
        let attribute = reader.requiredString("user_attribute")
        var mappings: [ExtensionRoute.Mapping] = []
        for (value, entry) in requiredMappings(reader)?.remainingTables() ?? [] {
            if let name = entry.requiredString("model") {
                mappings.append(ExtensionRoute.Mapping(value: value, modelExtension: name))
            }
            entry.finish()
        }
        reader.finish()
        return attribute.map {
            ExtensionRoute(rule: .values(attribute: $0, mappings), location: reader.location)
        }
    }

    /// An element of the list: `map_pattern`, or `mappings: {ext_acme: {values_for_model: [acme]}}`.
    private static func entry(_ reader: SettingReader) -> ExtensionRoute? {
        if reader.setting("map_pattern") != nil {
            if reader.setting("mappings") != nil {
                reader.report("excludes map_pattern", key: "mappings")
            }
            // Omni passes over an attribute beside a pattern, whose attributes are in it.
            _ = reader.string("user_attribute")
            reader.finish()
            return pattern(reader)
        }
        let attribute = reader.requiredString("user_attribute")
        var mappings: [ExtensionRoute.Mapping] = []
        for (name, entry) in requiredMappings(reader)?.remainingTables() ?? [] {
            guard let values = entry.texts("values_for_model") else {
                entry.log.report(
                    "missing key",
                    at: entry.location,
                    key: entry.path.appending("values_for_model")
                )
                entry.finish()
                continue
            }
            entry.finish()
            for value in values {
                if let other = mappings.first(where: { $0.value == value }) {
                    entry.report(
                        "value \"\(value)\" leads to \(other.modelExtension) already",
                        key: "values_for_model"
                    )
                }
                mappings.append(ExtensionRoute.Mapping(value: value, modelExtension: name))
            }
        }
        reader.finish()
        return attribute.map {
            ExtensionRoute(rule: .values(attribute: $0, mappings), location: reader.location)
        }
    }

    private static func requiredMappings(_ reader: SettingReader) -> SettingReader? {
        guard let mappings = reader.table("mappings") else {
            reader.log.report(
                "missing key",
                at: reader.location,
                key: reader.path.appending("mappings")
            )
            return nil
        }
        return mappings
    }

    private static func pattern(_ reader: SettingReader) -> ExtensionRoute? {
        guard let text = reader.requiredString("map_pattern") else { return nil }
        guard let parts = AttributeTemplate.parts(of: text) else {
            reader.report(
                "\"\(text)\" is not a text with {{omni_attributes.name}} in it",
                key: "map_pattern"
            )
            return nil
        }
        let route = ExtensionRoute(
            rule: .pattern(
                parts.map { part in
                    switch part {
                    case .text(let text): .text(text)
                    case .attribute(let name): .attribute(name)
                    }
                }
            ),
            location: reader.location
        )
        if route.attributes.isEmpty {
            reader.report("has no {{omni_attributes.name}} in it", key: "map_pattern")
        }
        return route
    }
}

/// `{{omni_attributes.name}}` in a text (omni-reference 1.4).
enum AttributeTemplate {
    enum Part: Equatable {
        case text(String)
        case attribute(String)
    }

    private static let prefix = "omni_attributes."

    /// The parts of a text, none of them empty; nil when braces hold anything but an attribute.
    static func parts(of text: String) -> [Part]? {
        var parts: [Part] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else { return nil }
            let inside = rest[start.upperBound..<end.lowerBound].trimmed
            guard inside.hasPrefix(prefix) else { return nil }
            let name = inside.dropFirst(prefix.count)
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
                return nil
            }
            if start.lowerBound > rest.startIndex {
                parts.append(.text(String(rest[..<start.lowerBound])))
            }
            parts.append(.attribute(String(name)))
            rest = rest[end.upperBound...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return parts
    }
}
