// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// Reads `bin_boundaries`, and `groups` with `else`, of a dimension (omni-reference 11.4).
enum GroupReader {
    struct Reason: Error {
        var text: String
    }

    /// - Parameter reader: The dimension.
    /// - Returns: nil for a dimension that shows its values; why it cannot be told otherwise, in words
    ///   that complete its name.
    static func groups(_ reader: SettingReader) -> Result<FieldGroups?, Reason> {
        let otherwise = reader.setting("else")
        guard let bins = reader.setting("bin_boundaries") else {
            guard let groups = reader.array("groups"), !groups.isEmpty else {
                let isPlain = otherwise == nil && reader.setting("groups") == nil
                return isPlain ? .success(nil) : .failure(Reason(text: "its groups are empty"))
            }
            return named(groups, otherwise, reader.log)
        }
        guard reader.setting("groups") == nil, otherwise == nil else {
            return .failure(Reason(text: "it has bin_boundaries and groups"))
        }
        guard case .array(let elements) = bins.value else {
            return .failure(Reason(text: "its bin_boundaries are no list"))
        }
        var boundaries: [DecimalNumber] = []
        var last = -Double.infinity
        for element in elements {
            guard case .scalar(_, let text) = element.value, let number = DecimalNumber(text),
                let value = Double(text), value > last
            else {
                return .failure(Reason(text: "its bin_boundaries are not ascending numbers"))
            }
            boundaries.append(number)
            last = value
        }
        guard !boundaries.isEmpty else {
            return .failure(Reason(text: "its bin_boundaries are empty"))
        }
        return .success(.bins(boundaries))
    }

    private static func named(
        _ elements: [Setting],
        _ otherwise: Setting?,
        _ log: ProblemLog
    ) -> Result<FieldGroups?, Reason> {
        var groups: [FieldGroups.Group] = []
        for element in elements {
            let reader = SettingReader(element, log: log)
            guard let name = reader.setting("name").flatMap(text), !name.isEmpty,
                let filter = reader.table("filter"), reader.remainingKeys.isEmpty
            else { return .failure(Reason(text: "its groups are not understood")) }
            switch ConditionReader.condition(filter) {
            case .success(let test): groups.append(.init(condition: test, name: name))
            case .failure(let reason):
                return .failure(Reason(text: "its group \"\(name)\" \(reason.text)"))
            }
        }
        guard let otherwise else { return .success(.named(groups, otherwise: nil)) }
        guard let other = text(otherwise) else {
            return .failure(Reason(text: "its groups have an else that is no name"))
        }
        return .success(.named(groups, otherwise: other))
    }

    /// A scalar as it is written: a group may be called 1.
    private static func text(_ setting: Setting) -> String? {
        guard case .scalar(let kind, let text) = setting.value, kind != .null else { return nil }
        return text
    }
}
