// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Which types a client may name (R61): those whose values are values, and no window on the catalog.
package enum TypeRules {
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

    /// Names under which the grammar passes types on as they were written.
    private static let spellings: [String: String] = ["string": "text"]

    /// - Throws: 42704 as for a type that does not exist.
    static func check(
        _ node: SyntaxTree.Node,
        in tree: SyntaxTree,
        policy: Policy
    ) throws(ProxyError) {
        let names = tree.texts(of: node, .names) ?? []
        for modifier in tree.list(of: node, .typmods) where tree.tag(modifier) != .aConst {
            throw ProxyError(.featureNotSupported, "type modifiers must be constants")
        }
        let isBuiltin = names.count == 1 || (names.count == 2 && names[0] == "pg_catalog")
        if isBuiltin, let name = names.last {
            if scalars.contains(name) { return }
            if name.hasPrefix("_"), scalars.contains(String(name.dropFirst())) { return }
        }
        var refusal = ProxyError(
            .undefinedObject,
            "type \"\(names.joined(separator: "."))\" does not exist"
        )
        refusal.position = tree.location(of: node).map { $0 + 1 }
        throw refusal
    }

    /// The type that a name stands for.
    static func type(of node: SyntaxTree.Node, in tree: SyntaxTree) -> TypeID {
        let names = tree.texts(of: node, .names) ?? []
        guard let name = names.last, names.count == 1 || names.first == "pg_catalog" else {
            return .unresolved
        }
        let type = BuiltinTypes.shared.type(named: name)
        if tree.child(of: node, .arrayBounds) != nil { return BuiltinTypes.shared.array(of: type) }
        return type
    }

    /// Whether a client may declare a parameter's type in a Parse message; 0 lets the server infer it.
    ///
    /// A value bound to a reg* parameter comes back as the name behind an OID (R61, M26).
    package static func allowsParameter(type oid: UInt32) -> Bool {
        // `unknown`, which drivers send for what they do not know.
        if oid == 0 || oid == 705 { return true }
        let type = BuiltinTypes.shared.type(oid: oid)
        guard type.isKnown else { return false }
        return parameterTypes.contains(type)
    }

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
