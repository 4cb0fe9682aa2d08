// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Turns a user's attribute values into a condition on a column, or says why they cannot be.
enum FilterValues {
    enum Outcome: Equatable {
        case condition(FilterPredicate.Condition)
        /// Completes the sentence that begins with the attribute's name.
        case refused(String)
    }

    /// - Parameters:
    ///   - values: At least one.
    ///   - column: The column that is compared.
    ///   - usesWildcards: Compare with LIKE.
    /// - Returns: A condition whose values are valid literals of the column's type.
    static func condition(
        _ values: [String],
        on column: Catalog.Column,
        usesWildcards: Bool
    ) -> Outcome {
        guard let family = Family(column.type) else {
            return .refused("cannot be compared with type \(column.type.formatted)")
        }
        if usesWildcards {
            guard family == .text || family == .label else {
                return .refused("cannot be a pattern for type \(column.type.formatted)")
            }
            guard !values.contains(where: endsInEscape) else {
                return .refused("ends with a lone backslash")
            }
            return .condition(.likeAny(values))
        }
        var literals: [String] = []
        // Lists of ten thousand values are ordinary.
        var known: Set<String> = []
        for value in values {
            guard let literal = family.literal(value) else {
                return .refused("is not a value of type \(column.type.formatted)")
            }
            if known.insert(literal).inserted { literals.append(literal) }
        }
        return .condition(.equalsAny(literals))
    }

    /// LIKE's own error about such a pattern would come with every statement.
    static func endsInEscape(_ pattern: String) -> Bool {
        !pattern.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
    }

    /// Types whose values can be checked here, and whose equality is safe beside other rows (R28).
    private enum Family: Equatable {
        case text
        /// Compared as text: what is no label of it equals none, and raises nothing.
        case label
        case integer(bits: Int)
        case decimal
        case boolean
        case uuid
        case date
        case timestamp
        case timestampWithZone

        init?(_ type: Catalog.TypeName) {
            if type.isEnum {
                self = .label
                return
            }
            guard type.schema == "pg_catalog" else { return nil }
            switch type.name {
            case "text", "varchar", "bpchar", "name": self = .text
            case "int2": self = .integer(bits: 16)
            case "int4": self = .integer(bits: 32)
            case "int8": self = .integer(bits: 64)
            case "numeric", "float4", "float8": self = .decimal
            case "bool": self = .boolean
            case "uuid": self = .uuid
            case "date": self = .date
            case "timestamp": self = .timestamp
            case "timestamptz": self = .timestampWithZone
            default: return nil
            }
        }

        func literal(_ value: String) -> String? {
            switch self {
            case .text, .label: value
            case .integer(let bits): integer(value, bits: bits)
            case .decimal: DecimalNumber(value)?.description
            case .boolean: value == "true" || value == "false" ? value : nil
            case .uuid: uuid(value)
            case .date: CalendarText(value).flatMap { $0.isDate ? value : nil }
            case .timestamp: CalendarText(value).flatMap { $0.hasZone ? nil : value }
            // Without a zone the session's own would decide which rows these are.
            case .timestampWithZone: CalendarText(value).flatMap { $0.hasZone ? value : nil }
            }
        }

        private func integer(_ value: String, bits: Int) -> String? {
            guard let number = DecimalNumber(value), number.isInteger,
                let integer = Int64(number.description)
            else { return nil }
            switch bits {
            case 16: return Int16(exactly: integer).map { String($0) }
            case 32: return Int32(exactly: integer).map { String($0) }
            default: return String(integer)
            }
        }

        private func uuid(_ value: String) -> String? {
            let groups = value.utf8.split(
                separator: UInt8(ascii: "-"),
                omittingEmptySubsequences: false
            )
            let isHex = groups.allSatisfy { group in
                group.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
                    default: false
                    }
                }
            }
            return isHex && groups.map(\.count) == [8, 4, 4, 4, 12] ? value.lowercased() : nil
        }
    }
}
