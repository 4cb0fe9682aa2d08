// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `week_start_day` of a model or a topic: a day, or `{{omni_attributes.name}}`.
enum WeekStartReader {
    static func rule(_ reader: SettingReader) -> WeekStart.Rule? {
        guard let text = reader.string("week_start_day") else { return nil }
        if let day = WeekStart(name: text) { return .day(day) }
        let parts = AttributeTemplate.parts(of: text) ?? []
        guard parts.count == 1, case .attribute(let name) = parts[0] else {
            return .unreadable(text)
        }
        return .attribute(name)
    }
}
