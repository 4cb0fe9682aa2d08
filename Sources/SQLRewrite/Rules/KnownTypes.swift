// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// What is known of types, built in or not: the built-in ones by heart, others from the catalog
/// snapshot of the session's backends.
struct KnownTypes {
    let policy: Policy

    /// The type of a column as the snapshot names it; a domain stays what it is.
    static func type(of name: Catalog.TypeName) -> TypeID {
        guard name.schema == "pg_catalog" else {
            return .user(oid: name.oid, isEnum: name.isEnum)
        }
        // By its number, which is asked for every column of a statement and costs no hash.
        let numbered = BuiltinTypes.shared.type(oid: name.oid)
        return numbered.isKnown && BuiltinTypes.shared.name(of: numbered) == name.formatted
            ? numbered : BuiltinTypes.shared.type(formatted: name.formatted)
    }

    func type(oid: UInt32) -> TypeID {
        guard let user = policy.catalog.types[oid] else {
            return BuiltinTypes.shared.type(oid: oid)
        }
        return Self.type(of: user.type)
    }

    func user(_ type: TypeID) -> Catalog.UserType? {
        type.isUser ? policy.catalog.types[type.number] : nil
    }

    /// What operators see of a type: the one below a domain.
    func base(of type: TypeID) -> TypeID {
        guard type.isUser else { return type }
        var type = type
        // Domains of domains; the bound only keeps a broken snapshot from holding us.
        for _ in 0..<Self.domainDepthMax {
            guard let user = user(type), user.kind == .domain else { return type }
            type = self.type(oid: user.base)
        }
        return .unresolved
    }

    private static let domainDepthMax = 32

    func element(of type: TypeID) -> TypeID {
        guard type.isUser else { return BuiltinTypes.shared.element(of: type) }
        guard let user = user(type), user.element != 0 else { return .unresolved }
        return base(of: self.type(oid: user.element))
    }

    func array(of type: TypeID) -> TypeID {
        guard type.isUser else { return BuiltinTypes.shared.array(of: type) }
        guard let user = user(type), user.array != 0 else { return .unresolved }
        return self.type(oid: user.array)
    }

    /// The fields of a composite type that is no relation's row; nil for all others.
    func fields(of type: TypeID) -> [Column]? {
        guard let user = user(type), user.kind == .composite, !user.attributes.isEmpty else {
            return nil
        }
        return user.attributes.map {
            Column(name: $0.name, type: base(of: self.type(oid: $0.type)), isSafe: false)
        }
    }

    /// The name that the server's messages have for a type.
    func name(of type: TypeID) -> String {
        if type == .untyped { return "unknown" }
        if type == .record { return "record" }
        guard let user = user(type) else { return BuiltinTypes.shared.name(of: type) }
        if user.element != 0 { return name(of: element(of: type)) + "[]" }
        return user.type.name
    }
}

extension RewriteContext {
    var types: KnownTypes { KnownTypes(policy: policy) }
}
