// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Which types a client may name (R61): those whose values are values, and no window on the catalog.
enum TypeRules {
    /// typname of the built-in scalar types; their arrays are `[]` of them or `_name`.
    private static let scalars: Set<String> = [
        "bool", "bytea", "char", "name", "int8", "int2", "int4", "text", "oid", "json", "jsonb",
        "point", "lseg", "path", "box", "polygon", "line", "circle", "cidr", "inet", "macaddr",
        "macaddr8", "float4", "float8", "money", "bpchar", "varchar", "date", "time", "timetz",
        "timestamp", "timestamptz", "interval", "bit", "varbit", "numeric", "uuid", "tsvector",
        "tsquery", "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange",
        "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange",
        "datemultirange", "jsonpath",
    ]

    /// Whether a name of pg_catalog is that of a scalar type that clients may name.
    static func isScalar(_ name: String) -> Bool { scalars.contains(name) }

    /// What the columns of information_schema are made of.
    private static let standardDomains: Set<String> = [
        "cardinal_number", "character_data", "sql_identifier", "time_stamp", "yes_or_no",
    ]

    /// Names under which the grammar passes types on as they were written.
    private static let spellings: [String: String] = ["string": "text"]

    /// Checks that a client may name a type.
    ///
    /// - Returns: The schema that must be written in front of the name, nil when it stands as it is.
    /// - Throws: 42704 as for a type that does not exist.
    static func check(
        _ node: SyntaxTree.Node,
        in tree: SyntaxTree,
        _ context: RewriteContext
    ) throws(ProxyError) -> String? {
        let names = tree.texts(of: node, .names) ?? []
        for modifier in tree.list(of: node, .typmods) where tree.tag(modifier) != .aConst {
            throw ProxyError(.featureNotSupported, "type modifiers must be constants")
        }
        let name = names.last ?? ""
        let isBuiltin = names.count == 1 || (names.count == 2 && names[0] == "pg_catalog")
        if isBuiltin {
            if scalars.contains(name) { return nil }
            if name.hasPrefix("_"), scalars.contains(String(name.dropFirst())) { return nil }
        }
        // Domains over plain types; nothing is concluded from them.
        if names.count == 2, names[0] == "information_schema", standardDomains.contains(name) {
            return nil
        }
        if let type = userType(names, context), isValue(type.type.oid, context.types) {
            return names == [type.type.schema, name] ? nil : type.type.schema
        }
        var refusal = ProxyError(
            .undefinedObject,
            "type \"\(names.joined(separator: "."))\" does not exist"
        )
        refusal.position = tree.location(of: node).map { $0 + 1 }
        throw refusal
    }

    private static func userType(
        _ names: [String],
        _ context: RewriteContext
    ) -> Catalog.UserType? {
        guard let name = names.last, names.count <= 2 else { return nil }
        return context.policy.objects.type(
            schema: names.count == 2 ? names[0] : nil,
            name: name,
            searchPath: context.searchPath
        )
    }

    /// Whether a type is made of values all through: a domain over a reg* type, or a composite with
    /// one in it, would print the name behind an OID (R61, M26).
    private static func isValue(_ oid: UInt32, _ types: KnownTypes) -> Bool {
        var pending = [oid]
        var seen: Set<UInt32> = []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let user = types.policy.catalog.types[next] else {
                guard allowedTypes.contains(types.type(oid: next)) else { return false }
                continue
            }
            switch user.kind {
            case .domain: pending.append(user.base)
            case .composite: pending += user.attributes.map(\.type)
            case .base: if user.element != 0 { pending.append(user.element) }
            case .enumeration, .range, .multirange: break
            case .pseudo: return false
            }
        }
        return true
    }

    /// The type that a name stands for, a domain's being the one below it.
    static func type(
        of node: SyntaxTree.Node,
        in tree: SyntaxTree,
        _ context: RewriteContext
    ) -> TypeID {
        let type = declaredType(of: node, in: tree, context)
        return context.types.base(of: type)
    }

    /// The type that a name stands for, domains as they are.
    static func declaredType(
        of node: SyntaxTree.Node,
        in tree: SyntaxTree,
        _ context: RewriteContext
    ) -> TypeID {
        let names = tree.texts(of: node, .names) ?? []
        var type = TypeID.unresolved
        if let name = names.last, names.count == 1 || names.first == "pg_catalog" {
            type = BuiltinTypes.shared.type(named: name)
        }
        if !type.isKnown, let user = userType(names, context) {
            type = KnownTypes.type(of: user.type)
        }
        if tree.child(of: node, .arrayBounds) != nil { return context.types.array(of: type) }
        return type
    }

    /// Whether a client may declare a parameter's type in a Parse message; 0 lets the server infer it.
    ///
    /// A value bound to a reg* parameter comes back as the name behind an OID (R61, M26).
    static func allowsParameter(type oid: UInt32, _ context: RewriteContext) -> Bool {
        // `unknown`, which drivers send for what they do not know.
        if oid == 0 || oid == 705 { return true }
        let type = BuiltinTypes.shared.type(oid: oid)
        if type.isKnown { return parameterTypes.contains(type) }
        return context.policy.objects.hasType(oid: oid) && isValue(oid, context.types)
    }

    private static let allowedTypes: Set<TypeID> = {
        let types = BuiltinTypes.shared
        var allowed: Set<TypeID> = []
        for name in scalars {
            let type = types.type(named: name)
            allowed.insert(type)
            allowed.insert(types.array(of: type))
        }
        allowed.remove(.unresolved)
        return allowed
    }()

    private static let parameterTypes: Set<TypeID> = {
        let types = BuiltinTypes.shared
        var allowed: Set<TypeID> = []
        // A comparison with an oid converts wider integers to it, and fails on the first that is too
        // wide; the others below have such conversions as well.
        for name in scalars.subtracting(["oid", "name", "macaddr", "macaddr8", "money", "cidr"]) {
            let type = types.type(named: name)
            allowed.insert(type)
            allowed.insert(types.array(of: type))
        }
        allowed.remove(.unresolved)
        return allowed
    }()
}
