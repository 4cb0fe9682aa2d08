// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Which values a setting may take, and in what form they go on.
enum SettingValue {
    /// Any text up to a length.
    case any
    case boolean
    case fixed(Bool)
    case oneOf([String])
    /// Words of a list, between commas.
    case words([String])
    case number(ClosedRange<Int>)
    /// Milliseconds, or a number with a unit.
    case duration
    case encoding
    case zone
    case locale
    case textSearch

    static let dateStyles = [
        "iso", "sql", "postgres", "german", "mdy", "dmy", "ymd", "us", "european", "euro",
        "noneuropean", "default",
    ]
    static let intervalStyles = ["postgres", "postgres_verbose", "sql_standard", "iso_8601"]
    static let isolations = [
        "read uncommitted", "read committed", "repeatable read", "serializable",
    ]

    static let valueBytesMax = 1_024

    func apply(_ value: String, to name: String) throws(ProxyError) -> String {
        guard value.utf8.count <= Self.valueBytesMax, let checked = checked(value) else {
            throw ProxyError(
                .invalidParameterValue,
                "invalid value for parameter \"\(name)\": \"\(value)\""
            )
        }
        return checked
    }

    private func checked(_ value: String) -> String? {
        let folded = value.lowercased()
        switch self {
        case .any: return value
        case .boolean: return Self.boolean(folded).map { $0 ? "on" : "off" }
        case .fixed(let only): return Self.boolean(folded) == only ? (only ? "on" : "off") : nil
        case .oneOf(let allowed): return allowed.contains(folded) ? folded : nil
        case .words(let allowed):
            let words = folded.split(separator: ",").map { $0.trimmed }
            return !words.isEmpty && words.allSatisfy(allowed.contains)
                ? words.joined(separator: ", ") : nil
        case .number(let range):
            guard let number = Int(value), range.contains(number) else { return nil }
            return String(number)
        case .duration: return Self.isDuration(folded) ? folded : nil
        case .encoding:
            // The server compares letters and digits alone; asyncpg sends quotes along.
            let plain = folded.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            return ["utf8", "unicode"].contains(plain) ? "UTF8" : nil
        case .zone: return Self.consists(value, of: "_/+-:.,<> ", atMost: 64) ? value : nil
        case .locale: return Self.consists(value, of: "_-.@", atMost: 64) ? value : nil
        case .textSearch:
            let plain =
                folded.hasPrefix("pg_catalog.") ? String(folded.dropFirst(11)) : folded
            return Self.textSearchConfigurations.contains(plain) ? "pg_catalog." + plain : nil
        }
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text {
        case "on", "true", "yes", "1", "t", "y": true
        case "off", "false", "no", "0", "f", "n": false
        default: nil
        }
    }

    private static func isDuration(_ text: String) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = String(text.dropFirst(digits.count)).trimmed
        guard let number = Int(digits), number <= Int(Int32.max) else { return false }
        return ["", "us", "ms", "s", "min", "h", "d"].contains(unit)
    }

    private static func consists(_ text: String, of extra: String, atMost length: Int) -> Bool {
        text.utf8.count <= length
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || extra.unicodeScalars.contains(scalar))
            }
    }

    /// The configurations that the server brings.
    private static let textSearchConfigurations: Set<String> = [
        "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish",
        "french", "german", "greek", "hindi", "hungarian", "indonesian", "irish", "italian",
        "lithuanian", "nepali", "norwegian", "portuguese", "romanian", "russian", "serbian",
        "simple", "spanish", "swedish", "tamil", "turkish", "yiddish",
    ]
}

extension StringProtocol {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return String(String(start.reversed().drop { $0 == " " }.reversed()))
    }
}
