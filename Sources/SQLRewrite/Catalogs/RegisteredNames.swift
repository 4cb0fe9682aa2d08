// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The reg* types, which are names to look at and OIDs to compute with (R62): a name is looked up in the
/// virtual catalog, and an OID is shown by the name that the session knows.
struct RegisteredNames {
    let world: VisibleWorld

    /// The types that stand for names, without their arrays.
    static let types: Set<String> = [
        "regclass", "regtype", "regproc", "regprocedure", "regnamespace", "regrole", "regoper",
        "regoperator", "regcollation", "regconfig", "regdictionary",
    ]

    // MARK: from OID to name

    /// The name behind an OID as text: an expression over `omni_v.v`; null for what is not visible.
    func shown(_ type: String) -> String {
        let value: RowExpression = "omni_v.v"
        let isBuiltin = VisibleWorld.isBuiltin(value).plain
        let builtin = "(omni_v.v::pg_catalog.\(type))::pg_catalog.text"
        switch type {
        case "regclass":
            let schema = world.schemaName(ofNamespace: "omni_c.relnamespace")
            let path = world.schemas.filter { world.searchPath.contains($0.logical) }.map(\.oid)
            var topics = ""
            for topic in world.topics {
                let name =
                    world.searchPath.contains(world.topicsSchema)
                    ? SQLText.identifier(topic.name)
                    : SQLText.qualified(world.topicsSchema, topic.name)
                topics +=
                    " WHEN omni_v.v OPERATOR(pg_catalog.=) '\(topic.oid)'::pg_catalog.oid "
                    + "THEN \(SQLText.literal(name))::pg_catalog.text"
            }
            let name = """
                (SELECT CASE WHEN \(VisibleWorld.isOne("omni_c.relnamespace", of: path).plain) \
                THEN pg_catalog.quote_ident(omni_c.relname::pg_catalog.text) \
                ELSE pg_catalog.concat(pg_catalog.quote_ident(\(schema)::pg_catalog.text), '.', \
                pg_catalog.quote_ident(omni_c.relname::pg_catalog.text)) END \
                FROM pg_catalog.pg_class AS omni_c \
                WHERE omni_c.oid OPERATOR(pg_catalog.=) omni_v.v)
                """
            return """
                CASE\(topics) WHEN \(isBuiltin) THEN \(builtin) \
                WHEN \(world.isVisibleClass(value).plain) THEN \(name) \
                ELSE omni_v.v::pg_catalog.text END
                """
        case "regtype":
            let name = VirtualFunctions(world: world, facts: SessionFacts())
                .typeName("omni_v.v", ", NULL")
            return """
                CASE WHEN omni_v.v OPERATOR(pg_catalog.=) '0'::pg_catalog.oid THEN '-' \
                ELSE COALESCE(\(name), omni_v.v::pg_catalog.text) END
                """
        case "regnamespace":
            let name = world.schemaName(ofNamespace: "omni_v.v")
            return "COALESCE((\(name))::pg_catalog.text, omni_v.v::pg_catalog.text)"
        case "regrole":
            return """
                CASE omni_v.v WHEN '\(VisibleWorld.owner)'::pg_catalog.oid \
                THEN \(SQLText.literal(SQLText.identifier(world.identity.user)))::pg_catalog.text \
                ELSE omni_v.v::pg_catalog.text END
                """
        case "regproc", "regprocedure":
            var branches = ""
            for function in world.catalog.functions where world.functions.contains(function.oid) {
                let logical = world.logicalSchema(function.name.schema) ?? function.name.schema
                let isInPath = world.unqualifiedSchemas.contains(logical)
                let name =
                    (isInPath ? "" : SQLText.identifier(logical) + ".")
                    + SQLText.identifier(function.name.name)
                branches +=
                    " WHEN omni_v.v OPERATOR(pg_catalog.=) '\(function.oid)'::pg_catalog.oid "
                    + "THEN \(SQLText.literal(name))::pg_catalog.text"
            }
            return """
                CASE WHEN \(isBuiltin) THEN \(builtin)\(branches) \
                ELSE omni_v.v::pg_catalog.text END
                """
        default:
            return """
                CASE WHEN \(isBuiltin) THEN \(builtin) ELSE omni_v.v::pg_catalog.text END
                """
        }
    }

    // MARK: from name to OID

    /// The OID behind a name.
    ///
    /// - Parameters:
    ///   - type: A reg* type.
    ///   - argument: The name; what is no text is an OID already.
    ///   - isStrict: A name that is not there is an error, as in a cast; else null.
    /// - Returns: nil when names of that type cannot be looked up.
    /// - Throws: As the server does for a name that is not there.
    func lookUp(
        _ type: String,
        _ argument: VirtualFunctions.Argument,
        isStrict: Bool
    ) throws(ProxyError) -> VirtualFunctions.Answer? {
        if let literal = argument.literal {
            guard let sql = try constant(type, literal, isStrict: isStrict) else { return nil }
            return VirtualFunctions.Answer(sql: sql, type: "oid")
        }
        return computed(type, isStrict: isStrict).map {
            VirtualFunctions.Answer(
                sql: "(SELECT \($0) FROM (SELECT ($1)::pg_catalog.text AS v) AS omni_v)",
                type: "oid",
                holes: [0]
            )
        }
    }

    /// The OIDs behind an array constant of names.
    ///
    /// - Returns: nil for one with quotes, braces or backslashes inside, and where a name cannot be looked up.
    func array(_ type: String, _ literal: String) throws(ProxyError) -> String? {
        guard literal.hasPrefix("{"), literal.hasSuffix("}"),
            case let inner = literal.dropFirst().dropLast(),
            !inner.contains(where: { "{}\"\\".contains($0) })
        else { return nil }
        var oids: [String] = []
        for name in inner.split(separator: ",") {
            let name = String(name.drop { $0 == " " })
            guard !name.isEmpty, name.lowercased() != "null",
                let oid = try constant(type, name, isStrict: true)
            else { return nil }
            oids.append(oid)
        }
        return "ARRAY[\(oids.joined(separator: ", "))]::pg_catalog.oid[]"
    }

    private func oid(_ oid: UInt32) -> String { "'\(oid)'::pg_catalog.oid" }

    private func constant(
        _ type: String,
        _ literal: String,
        isStrict: Bool
    ) throws(ProxyError) -> String? {
        if isStrict {
            if let number = UInt32(literal) { return oid(number) }
            if literal == "-" { return oid(0) }
        }
        switch type {
        case "regclass": return try relationOID(literal, isStrict: isStrict)
        case "regnamespace":
            let name = NameText.parts(literal)
            if name == ["pg_catalog"] { return oid(11) }
            if name == ["information_schema"] { return oid(world.informationSchema) }
            if let schema = world.schemas.first(where: { [$0.logical] == name }) {
                return oid(schema.oid)
            }
            if name == [world.topicsSchema], !world.topics.isEmpty {
                return oid(world.topicsSchemaOID)
            }
        case "regrole":
            if NameText.parts(literal) == [world.identity.user] || literal == world.identity.user {
                return oid(VisibleWorld.owner)
            }
        case "regtype":
            if let found = typeOID(literal) { return oid(found) }
        case "regproc", "regprocedure", "regoper", "regoperator", "regcollation", "regconfig",
            "regdictionary":
            return try builtinOID(type, literal, isStrict: isStrict)
        default: return nil
        }
        return try none(type, literal, isStrict: isStrict)
    }

    /// The error of a relation that is not there, raised by the server when it has looked for an index or
    /// a sequence: as one quoted name, in no schema but pg_catalog.
    private func missing(_ literal: String) -> String {
        let name = "\"" + literal.replacing("\"", with: "\"\"") + "\""
        return """
            ((SELECT \(SQLText.literal(name))::pg_catalog.text)\
            ::pg_catalog.regclass)::pg_catalog.oid
            """
    }

    /// A name that is certainly not there: null, or the error that the server would raise.
    private func none(
        _ type: String,
        _ literal: String,
        isStrict: Bool
    ) throws(ProxyError) -> String {
        guard isStrict else { return "NULL::pg_catalog.oid" }
        switch type {
        case "regclass":
            throw ProxyError(.undefinedTable, "relation \"\(literal)\" does not exist")
        case "regtype": throw ProxyError(.undefinedObject, "type \"\(literal)\" does not exist")
        case "regnamespace":
            throw ProxyError(.init("3F000"), "schema \"\(literal)\" does not exist")
        case "regrole": throw ProxyError(.undefinedObject, "role \"\(literal)\" does not exist")
        case "regproc", "regprocedure":
            throw ProxyError(.undefinedFunction, "function \"\(literal)\" does not exist")
        case "regoper", "regoperator":
            throw ProxyError(.undefinedFunction, "operator does not exist: \(literal)")
        default: throw ProxyError(.undefinedObject, "\"\(literal)\" does not exist")
        }
    }

    /// A relation of the policy, or a catalog.
    func relation(_ literal: String) -> VisibleWorld.Relation? {
        guard let parts = NameText.parts(literal), let name = parts.last else { return nil }
        if parts.count == 2 {
            return world.relation(.init(schema: parts[0], name: name))
        }
        guard parts.count == 1 else { return nil }
        for schema in world.searchPath {
            if let found = world.relation(.init(schema: schema, name: name)) { return found }
        }
        return nil
    }

    /// A topic of the policy.
    func topic(_ literal: String) -> VisibleWorld.Topic? {
        guard let parts = NameText.parts(literal), let name = parts.last else { return nil }
        if parts.count == 2 { return world.topic(.init(schema: parts[0], name: name)) }
        guard parts.count == 1, world.searchPath.contains(world.topicsSchema) else { return nil }
        return world.topic(.init(schema: world.topicsSchema, name: name))
    }

    private func relationOID(_ literal: String, isStrict: Bool) throws(ProxyError) -> String {
        var parts = NameText.parts(literal) ?? []
        if parts.count == 3, parts[0] == world.identity.connection { parts.removeFirst() }
        let spelled = parts.isEmpty ? literal : parts.map(SQLText.identifier).joined(separator: ".")
        // The server's messages quote the name once, however it was spelled.
        let shown = parts.isEmpty ? literal : parts.joined(separator: ".")
        let name = parts.last ?? ""
        let schema = parts.count == 2 ? parts[0] : nil
        for system in ["pg_catalog", "information_schema"]
        where schema == system || (schema == nil && system == "pg_catalog") {
            if let found = world.catalog.systemRelations[.init(schema: system, name: name)] {
                return oid(found.oid)
            }
        }
        if let found = relation(spelled) { return oid(found.oid) }
        if let topic = topic(spelled) { return oid(topic.oid) }
        if let schema, !world.logicalSchemas.contains(schema) {
            return try none("regclass", shown, isStrict: isStrict)
        }
        // It may be an index or a sequence.
        let schemas = world.schemas.filter { candidate in
            schema.map { $0 == candidate.logical } ?? world.searchPath.contains(candidate.logical)
        }
        let other = """
            (SELECT omni_c.oid FROM pg_catalog.pg_class AS omni_c \
            WHERE omni_c.relname OPERATOR(pg_catalog.=) \(SQLText.literal(name))::pg_catalog.name \
            AND \(VisibleWorld.isOne("omni_c.relnamespace", of: schemas.map(\.oid)).plain) \
            AND (\(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleIndexes).plain) \
            OR \(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleSequences).plain)) LIMIT 1)
            """
        return isStrict ? "COALESCE(\(other), \(missing(shown)))" : other
    }

    /// Names that only PostgreSQL itself has here: the server looks them up in pg_catalog.
    private func builtinOID(
        _ type: String,
        _ literal: String,
        isStrict: Bool
    ) throws(ProxyError) -> String? {
        // Operators and argument lists are left to the server, which has nothing but its own in path.
        let isPlain = type != "regoper" && type != "regoperator" && type != "regprocedure"
        if isPlain {
            guard let parts = NameText.parts(literal), let name = parts.last,
                parts.count == 1 || parts == ["pg_catalog", name]
            else { return try none(type, literal, isStrict: isStrict) }
            let function = world.catalog.functions.first {
                world.functions.contains($0.oid) && $0.name.name == name
            }
            if type == "regproc", parts.count == 1, let function { return oid(function.oid) }
            // Nothing but pg_catalog is searched there, and its error says the name as the client did.
            let qualified =
                parts.count == 1
                ? SQLText.identifier(name) : "pg_catalog." + SQLText.identifier(name)
            return isStrict
                ? "(\(SQLText.literal(qualified))::pg_catalog.\(type))::pg_catalog.oid"
                : type == "regconfig" || type == "regdictionary"
                    ? nil
                    : "(pg_catalog.to_\(type)(\(SQLText.literal(qualified))))::pg_catalog.oid"
        }
        // A schema in front could name what is hidden.
        guard !literal.contains(".") || literal.hasPrefix("pg_catalog.") else {
            return try none(type, literal, isStrict: isStrict)
        }
        guard !literal.dropFirst("pg_catalog.".count).contains(".") else { return nil }
        return isStrict
            ? "(\(SQLText.literal(literal))::pg_catalog.\(type))::pg_catalog.oid"
            : "(pg_catalog.to_\(type)(\(SQLText.literal(literal))))::pg_catalog.oid"
    }

    // MARK: lists of names

    var relationNames: [(String, UInt32)] {
        var names: [(String, UInt32)] = []
        for (name, relation) in world.catalog.systemRelations {
            names.append((Self.key(name.schema, name.name), relation.oid))
            if name.schema == "pg_catalog" { names.append((Self.key(name.name), relation.oid)) }
        }
        for relation in world.relations {
            names.append((Self.key(relation.logical.schema, relation.logical.name), relation.oid))
        }
        for relation in world.relationsInPath {
            names.append((Self.key(relation.logical.name), relation.oid))
        }
        for topic in world.topics {
            names.append((Self.key(world.topicsSchema, topic.name), topic.oid))
            if world.searchPath.contains(world.topicsSchema) {
                names.append((Self.key(topic.name), topic.oid))
            }
        }
        return names.sorted { $0.0 < $1.0 }
    }

    var typeNames: [(String, UInt32)] {
        var names: [String: UInt32] = [:]
        for (name, oid) in BuiltinTypes.shared.namesAndOIDs { names[name] = oid }
        for oid in world.types {
            guard let type = world.catalog.types[oid]?.type else { continue }
            let logical = world.logicalSchema(type.schema)
            if let logical { names[SQLText.qualified(logical, type.name)] = oid }
            guard logical.map({ world.unqualifiedSchemas.contains($0) }) ?? true else { continue }
            let name = SQLText.identifier(type.name)
            if names[name] == nil { names[name] = oid }
        }
        return names.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    private func typeOID(_ literal: String) -> UInt32? {
        // `integer`, `character varying(20)` and `text[]` are no names of the catalog.
        var text = literal.lowercased()
        let isArray = text.hasSuffix("[]")
        if isArray { text.removeLast(2) }
        if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
            text = String(text[..<open])
        }
        let builtins = BuiltinTypes.shared
        var type = builtins.type(formatted: text)
        if !type.isKnown { type = builtins.type(named: Self.aliases[text] ?? "") }
        if !type.isKnown, let parts = NameText.parts(literal), let name = parts.last,
            parts.count == 1 || parts == ["pg_catalog", name]
        {
            type = builtins.type(named: name)
        }
        if type.isKnown {
            let found = isArray ? builtins.array(of: type) : type
            return found.isKnown ? builtins.oid(of: found) : nil
        }
        if let pseudo = Self.pseudoTypes[text], !isArray { return pseudo }
        guard
            let parts = NameText.parts(isArray ? String(literal.dropLast(2)) : literal),
            let name = parts.last, parts.count <= 2
        else { return nil }
        for oid in world.types {
            guard let known = world.catalog.types[oid], known.type.name == name else { continue }
            let logical = world.logicalSchema(known.type.schema)
            let isMeant =
                parts.count == 2
                ? logical == parts[0]
                : logical.map { world.unqualifiedSchemas.contains($0) } ?? true
            guard isMeant else { continue }
            return isArray ? (known.array == 0 ? nil : known.array) : oid
        }
        return nil
    }

    /// Types that no value has; browsers compare the result types of functions with them.
    private static let pseudoTypes: [String: UInt32] = [
        "trigger": 2279, "event_trigger": 3838, "void": 2278, "internal": 2281,
        "language_handler": 2280, "fdw_handler": 3115, "index_am_handler": 325,
        "table_am_handler": 269, "tsm_handler": 3310,
    ]

    /// Spellings of the grammar that are neither in pg_type nor what format_type writes.
    private static let aliases: [String: String] = [
        "int": "int4", "decimal": "numeric", "dec": "numeric", "float": "float8",
        "varchar": "varchar", "char": "bpchar", "character": "bpchar", "nchar": "bpchar",
        "boolean": "bool", "bit varying": "varbit", "timestamp": "timestamp", "time": "time",
    ]
}

/// A name written as text, as the reg* types read it.
enum NameText {
    /// The parts between dots, folded where they are not quoted; nil for what is no name.
    static func parts(_ text: String) -> [String]? {
        var parts: [String] = []
        var part = ""
        var isQuoted = false
        var wasQuoted = false
        var characters = text.unicodeScalars[...]
        while let scalar = characters.popFirst() {
            if isQuoted {
                if scalar == "\"" {
                    if characters.first == "\"" {
                        characters.removeFirst()
                        part.unicodeScalars.append(scalar)
                    } else {
                        isQuoted = false
                    }
                } else {
                    part.unicodeScalars.append(scalar)
                }
            } else if scalar == "\"" {
                guard part.isEmpty, !wasQuoted else { return nil }
                isQuoted = true
                wasQuoted = true
            } else if scalar == "." {
                guard !part.isEmpty else { return nil }
                parts.append(part)
                part = ""
                wasQuoted = false
            } else if scalar == " " || scalar == "\t" || scalar == "\n" {
                // Space around names is none of them; inside, two words are no name.
                let rest = characters.first { $0 != " " && $0 != "\t" && $0 != "\n" }
                guard part.isEmpty || rest == nil || rest == "." else { return nil }
            } else {
                guard !wasQuoted else { return nil }
                let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
                part.unicodeScalars.append(
                    isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
                )
            }
        }
        guard !isQuoted, !part.isEmpty else { return nil }
        parts.append(part)
        return parts
    }
}
