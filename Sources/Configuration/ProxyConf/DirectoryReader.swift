// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresWire

/// Reads `[attributes.x]`, `[users."x"]` and `[groups."x"]`.
enum DirectoryReader {
    static func directory(
        attributes: SettingReader?,
        users: SettingReader?,
        groups: SettingReader?,
        log: ProblemLog
    ) -> Directory {
        var definitions: [String: AttributeDefinition] = [:]
        for (name, reader) in attributes?.remainingTables() ?? [] {
            definitions[name] = attribute(name, reader)
        }
        var found: [String: User] = [:]
        for (login, reader) in users?.remainingTables() ?? [] {
            found[login] = user(login, reader, attributes: definitions)
        }
        return Directory(users: found, attributes: definitions, groups: memberships(groups))
    }

    /// `[groups.analysts] groups = ["staff"]`: whoever is in the one is in the other.
    private static func memberships(_ reader: SettingReader?) -> [String: [String]] {
        var memberships: [String: [String]] = [:]
        for (name, entry) in reader?.remainingTables() ?? [] {
            memberships[name] = entry.strings("groups") ?? []
            entry.pass(over: ["description"])
            entry.finish()
        }
        for name in memberships.keys.sorted() {
            let others = memberships[name] ?? []
            guard Directory(groups: memberships).groups(above: others).contains(name) else {
                continue
            }
            reader?.report("the group is a member of itself", key: name)
        }
        return memberships
    }

    private static func attribute(_ name: String, _ reader: SettingReader) -> AttributeDefinition {
        var definition = AttributeDefinition(
            name: name,
            kind: reader.choice("type") ?? .string,
            isMultiple: reader.boolean("multiple") ?? false,
            defaultValues: nil,
            location: reader.location
        )
        if let setting = reader.setting("default") {
            definition.defaultValues = values(setting, of: definition, log: reader.log)
        }
        reader.pass(over: ["label", "description"])
        reader.finish()
        if name.hasPrefix(SystemAttribute.prefix) {
            reader.log.report(
                "names that begin with \(SystemAttribute.prefix) are system attributes",
                at: reader.location,
                key: reader.path
            )
        }
        return definition
    }

    private static func user(
        _ login: String,
        _ reader: SettingReader,
        attributes: [String: AttributeDefinition]
    ) -> User {
        var user = User(login: login, location: reader.location)
        if login.isEmpty || login.utf8.count > loginBytesMax {
            reader.log.report(
                "a login has 1 to \(loginBytesMax) bytes",
                at: reader.location,
                key: reader.path
            )
        }
        user.name = reader.string("name")
        user.passwordVerifier = verifier(reader)
        user.groups = reader.strings("groups") ?? []
        if Set(user.groups).count != user.groups.count {
            reader.report("a group is listed twice", key: "groups")
        }
        user.isActive = reader.boolean("active") ?? true
        user.isOrgAdmin = reader.boolean("org_admin") ?? false
        if let assigned = reader.table("attributes") {
            for name in assigned.remainingKeys {
                guard let setting = assigned.setting(name) else { continue }
                guard let definition = attributes[name] else {
                    assigned.report("no attribute of this name is defined", key: name)
                    continue
                }
                user.attributes[name] = values(setting, of: definition, log: reader.log)
            }
        }
        reader.finish()
        return user
    }

    /// Longest login; longer names do not fit into what other programs keep.
    private static let loginBytesMax = 256

    private static func verifier(_ reader: SettingReader) -> String? {
        guard let text = reader.string("password") else { return nil }
        guard let verifier = SCRAMVerifier(text), verifier.iterations >= iterationsMin else {
            // The text itself stays out of the message: it may be a password.
            reader.report(
                "is not a SCRAM-SHA-256 verifier; `omniproxy password` makes one from a password",
                key: "password"
            )
            return nil
        }
        return text
    }

    /// RFC 7677 asks for as many; fewer make a stolen file easier to guess.
    private static let iterationsMin = 4_096

    /// The values of an attribute: one scalar, or an array when the attribute has several.
    private static func values(
        _ setting: Setting,
        of definition: AttributeDefinition,
        log: ProblemLog
    ) -> [String]? {
        switch setting.value {
        case .array(let elements):
            guard definition.isMultiple else {
                log.report("attribute \(definition.name) takes one value", at: setting)
                return nil
            }
            let values = elements.compactMap { value($0, of: definition, log: log) }
            if Set(values).count != values.count {
                log.report("a value is listed twice", at: setting)
            }
            return values
        case .scalar:
            return value(setting, of: definition, log: log).map { [$0] }
        case .table:
            log.report("expected a value, found a table", at: setting)
            return nil
        }
    }

    private static func value(
        _ setting: Setting,
        of definition: AttributeDefinition,
        log: ProblemLog
    ) -> String? {
        switch (definition.kind, setting.value) {
        case (.string, .scalar(.string, let text)):
            if text.contains("\0") {
                log.report("must not contain a zero byte", at: setting)
                return nil
            }
            if text.first?.isWhitespace == true || text.last?.isWhitespace == true {
                log.warn(
                    "the value begins or ends with a blank, which counts",
                    at: setting.location,
                    key: setting.path
                )
            }
            return text
        case (.number, .scalar(.string, let text)), (.number, .scalar(.integer, let text)),
            (.number, .scalar(.number, let text)):
            guard DecimalNumber(text) != nil else {
                log.report("\"\(text)\" is not a decimal number", at: setting)
                return nil
            }
            return text
        case (.string, _):
            log.report("expected a string, found \(setting.kindName)", at: setting)
            return nil
        case (.number, _):
            log.report("expected a number, found \(setting.kindName)", at: setting)
            return nil
        }
    }
}
