// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy

/// One value of a configuration file with its place: what TOML and YAML have in common here.
struct Setting {
    /// How a scalar was written; the text is kept beside it, so that numbers lose no digit.
    enum ScalarKind: String {
        case string
        case integer
        case number
        case boolean
        case null
        /// Dates and times, which no key of ours takes.
        case other
    }

    indirect enum Value {
        case scalar(ScalarKind, text: String)
        case array([Setting])
        /// In the order of the file where the format keeps one.
        case table([(name: String, setting: Setting)])
    }

    var value: Value
    var path: SettingPath
    var location: SourceLocation

    /// What the value is, in the words of an error message.
    var kindName: String {
        switch value {
        case .scalar(.string, _): "a string"
        case .scalar(.integer, _): "an integer"
        case .scalar(.number, _): "a number"
        case .scalar(.boolean, _): "a boolean"
        case .scalar(.null, _): "nothing"
        case .scalar(.other, _): "a date or time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}

/// The way from the root of a file to a setting, printed as TOML would write it.
struct SettingPath: Hashable, CustomStringConvertible {
    enum Component: Hashable {
        case key(String)
        case index(Int)
    }

    var components: [Component] = []

    func appending(_ key: String) -> SettingPath {
        SettingPath(components: components + [.key(key)])
    }

    func appending(index: Int) -> SettingPath {
        SettingPath(components: components + [.index(index)])
    }

    var description: String {
        var text = ""
        for component in components {
            switch component {
            case .index(let index):
                text += "[\(index)]"
            case .key(let key):
                if !text.isEmpty { text += "." }
                text += Self.isBare(key) ? key : "\"\(key)\""
            }
        }
        return text
    }

    private static func isBare(_ key: String) -> Bool {
        !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// Where each setting of a file stands.
struct SettingPlaces {
    private var locations: [SettingPath: SourceLocation] = [:]
    private let file: SourceLocation

    init(_ root: Setting) {
        file = SourceLocation(file: root.location.file, line: 0)
        var waiting = [root]
        while let setting = waiting.popLast() {
            locations[setting.path] = setting.location
            switch setting.value {
            case .scalar: break
            case .array(let elements): waiting += elements
            case .table(let entries): waiting += entries.map(\.setting)
            }
        }
    }

    /// Of the setting, or of the nearest table around it that the file writes.
    func location(of path: SettingPath) -> SourceLocation {
        var path = path
        while !path.components.isEmpty {
            if let location = locations[path] { return location }
            path.components.removeLast()
        }
        return file
    }
}
