// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A type, or one of the states in which an expression has none that is known.
struct TypeID: Hashable, Sendable {
    /// The place in `BuiltinTypes`; the OID of a type that is not built in.
    let number: UInt32
    /// Its values compare by their order and cannot fail to.
    var isEnum = false

    /// Built-in types are fewer, OIDs of others higher.
    private static let firstOID: UInt32 = 10_000

    /// A type that is not built in.
    static func user(oid: UInt32, isEnum: Bool = false) -> TypeID {
        oid < firstOID ? .unresolved : TypeID(number: oid, isEnum: isEnum)
    }

    var isBuiltin: Bool { isKnown && number < Self.firstOID }
    var isUser: Bool { number >= Self.firstOID }

    /// Not known, or not built in: nothing may be concluded from it.
    static let unresolved = TypeID(number: 0)
    /// A constant or parameter without a type, which takes that of what it meets.
    static let untyped = TypeID(number: 1)
    /// A row of whatever columns.
    static let record = TypeID(number: 2)

    var isKnown: Bool { number > 2 }
}

/// The types of pg_catalog, by `format_type` and by `typname`.
struct BuiltinTypes: Sendable {
    /// PostgreSQL's own objects have lower OIDs (FirstNormalObjectId).
    private static let oidsMax = 16_384

    static let shared = BuiltinTypes()

    private var byFormatted: [String: TypeID] = [:]
    private var byName: [String: TypeID] = [:]
    /// Places by OID; zero where there is no type.
    private var byOID = [UInt16](repeating: 0, count: oidsMax)
    private var oids: [UInt32] = [0, 0, 0]
    private var formatted: [String] = ["", "", ""]
    private var catalogNames: [String] = ["", "", ""]
    private var arrays: [TypeID] = []
    private var elements: [TypeID] = []
    private var categories: [String] = ["", "", ""]

    private init() {
        var arrayOIDs: [UInt32] = [0, 0, 0]
        for row in BuiltinRows(builtinTypeRows) {
            let id = TypeID(number: UInt32(formatted.count))
            formatted.append(row.string(0))
            catalogNames.append(row.string(1))
            byFormatted[row.string(0)] = id
            byName[row.string(1)] = id
            precondition(row.int(2) < Self.oidsMax, "a built-in type without a place")
            byOID[row.int(2)] = UInt16(id.number)
            oids.append(UInt32(row.int(2)))
            arrayOIDs.append(UInt32(row.int(3)))
            categories.append(row.string(5))
        }
        arrays = arrayOIDs.map { type(oid: $0) }
        elements = [TypeID](repeating: .unresolved, count: formatted.count)
        for (element, array) in arrays.enumerated() where array.isKnown {
            elements[Int(array.number)] = TypeID(number: UInt32(element))
        }
    }

    /// By `format_type(oid, NULL)`, as in the data files and in a catalog's columns.
    func type(formatted name: String) -> TypeID { byFormatted[name] ?? .unresolved }

    /// By `pg_type.typname`, as the grammar gives it.
    func type(named name: String) -> TypeID { byName[name] ?? .unresolved }

    /// Whether the server might convert one type to another by itself.
    ///
    /// It does so within a category, and in the few cases across categories that pg_cast lists as
    /// implicit; one that is not built in may convert to anything.
    func mayConvert(_ source: TypeID, to target: TypeID) -> Bool {
        guard source.isBuiltin, target.isBuiltin else { return true }
        let from = categories[Int(source.number)]
        let to = categories[Int(target.number)]
        if from == to || from == "Z" || to == "Z" { return true }
        // Any text names a regclass.
        return from == "S" && formatted[Int(target.number)] == "regclass"
    }

    /// Every name by which a type can be called, typname and `format_type`, with its OID.
    var namesAndOIDs: [(String, UInt32)] {
        (byName.map { ($0.key, oid(of: $0.value)) }
            + byFormatted.map { ($0.key, oid(of: $0.value)) })
    }

    func type(oid: UInt32) -> TypeID {
        oid < Self.oidsMax ? TypeID(number: UInt32(byOID[Int(oid)])) : .unresolved
    }

    /// 0 for a type that is not known.
    func oid(of type: TypeID) -> UInt32 {
        type.isUser ? type.number : oids[Int(type.number)]
    }

    /// Empty for a type that is not built in.
    func name(of type: TypeID) -> String { type.isUser ? "" : formatted[Int(type.number)] }

    /// `pg_type.typname` of a built-in type.
    func catalogName(of type: TypeID) -> String { catalogNames[Int(type.number)] }

    func array(of type: TypeID) -> TypeID {
        type.isUser ? .unresolved : arrays[Int(type.number)]
    }

    func element(of type: TypeID) -> TypeID {
        type.isUser ? .unresolved : elements[Int(type.number)]
    }
}

/// The types that the rules mention by name.
extension TypeID {
    static let boolean = BuiltinTypes.shared.type(named: "bool")
    static let smallint = BuiltinTypes.shared.type(named: "int2")
    static let integer = BuiltinTypes.shared.type(named: "int4")
    static let bigint = BuiltinTypes.shared.type(named: "int8")
    static let numeric = BuiltinTypes.shared.type(named: "numeric")
    static let real = BuiltinTypes.shared.type(named: "float4")
    static let double = BuiltinTypes.shared.type(named: "float8")
    static let text = BuiltinTypes.shared.type(named: "text")
    static let varchar = BuiltinTypes.shared.type(named: "varchar")
    static let name = BuiltinTypes.shared.type(named: "name")
    static let date = BuiltinTypes.shared.type(named: "date")
    static let time = BuiltinTypes.shared.type(named: "time")
    static let timetz = BuiltinTypes.shared.type(named: "timetz")
    static let timestamp = BuiltinTypes.shared.type(named: "timestamp")
    static let timestamptz = BuiltinTypes.shared.type(named: "timestamptz")
    static let interval = BuiltinTypes.shared.type(named: "interval")
    static let money = BuiltinTypes.shared.type(named: "money")
    static let bit = BuiltinTypes.shared.type(named: "bit")
}
