// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What a database has beyond its relations and PostgreSQL's own objects.
extension Catalog {
    /// A row of `pg_type` outside pg_catalog.
    package struct UserType: Sendable, Hashable {
        package struct Attribute: Sendable, Hashable {
            package var name: String
            /// OID of its type.
            package var type: UInt32

            package init(name: String, type: UInt32) {
                self.name = name
                self.type = type
            }
        }

        /// `pg_type.typtype`.
        package enum Kind: String, Sendable {
            case base = "b"
            case composite = "c"
            case domain = "d"
            case enumeration = "e"
            case pseudo = "p"
            case range = "r"
            case multirange = "m"
        }

        package var type: TypeName
        package var kind: Kind
        /// `typelem`: the element type of an array, else 0.
        package var element: UInt32
        /// `typarray`, 0 without one.
        package var array: UInt32
        /// `typbasetype` of a domain, else 0.
        package var base: UInt32
        /// `typrelid`: the relation whose row type it is, else 0.
        package var relation: UInt32
        /// Fields of a composite type that is no relation's row, left to right.
        package var attributes: [Attribute] = []
        /// `typcategory` and `typispreferred` decide which overload a call means.
        package var category: Character
        package var isPreferred: Bool
        /// Name of the extension that it belongs to.
        package var owningExtension: String?

        package init(
            type: TypeName,
            kind: Kind,
            element: UInt32 = 0,
            array: UInt32 = 0,
            base: UInt32 = 0,
            relation: UInt32 = 0,
            category: Character = "U",
            isPreferred: Bool = false,
            owningExtension: String? = nil
        ) {
            self.type = type
            self.kind = kind
            self.element = element
            self.array = array
            self.base = base
            self.relation = relation
            self.category = category
            self.isPreferred = isPreferred
            self.owningExtension = owningExtension
        }
    }

    /// A row of `pg_proc` outside pg_catalog.
    package struct Function: Sendable, Hashable {
        /// `pg_proc.prokind`.
        package enum Kind: String, Sendable {
            case function = "f"
            case procedure = "p"
            case aggregate = "a"
            case window = "w"
        }

        /// `pg_proc.provolatile`.
        package enum Volatility: String, Sendable {
            case immutable = "i"
            case stable = "s"
            case volatile = "v"
        }

        package var oid: UInt32
        package var name: QualifiedName
        package var kind: Kind
        package var volatility: Volatility
        /// OIDs of the input arguments' types, left to right.
        package var arguments: [UInt32]
        /// How many arguments at the end have a default.
        package var defaultCount: Int
        /// OID of a variadic argument's element type, else 0.
        package var variadicElement: UInt32
        package var result: UInt32
        package var returnsSet: Bool
        package var isLeakproof: Bool
        /// Names and types of OUT, INOUT and TABLE columns, left to right; empty for a single result.
        package var outputs: [Output] = []
        /// Name of the extension that it belongs to.
        package var owningExtension: String?

        package struct Output: Sendable, Hashable {
            package var name: String
            package var type: UInt32

            package init(name: String, type: UInt32) {
                self.name = name
                self.type = type
            }
        }

        package init(
            oid: UInt32,
            name: QualifiedName,
            kind: Kind,
            volatility: Volatility,
            arguments: [UInt32],
            defaultCount: Int = 0,
            variadicElement: UInt32 = 0,
            result: UInt32,
            returnsSet: Bool = false,
            isLeakproof: Bool = false,
            owningExtension: String? = nil
        ) {
            self.oid = oid
            self.name = name
            self.kind = kind
            self.volatility = volatility
            self.arguments = arguments
            self.defaultCount = defaultCount
            self.variadicElement = variadicElement
            self.result = result
            self.returnsSet = returnsSet
            self.isLeakproof = isLeakproof
            self.owningExtension = owningExtension
        }
    }

    /// A row of `pg_operator` outside pg_catalog.
    package struct Operator: Sendable, Hashable {
        package var oid: UInt32
        package var name: QualifiedName
        /// 0 for a prefix operator.
        package var left: UInt32
        package var right: UInt32
        package var result: UInt32
        /// The function behind it is marked leakproof.
        package var isLeakproof: Bool
        /// Name of the extension that it belongs to.
        package var owningExtension: String?

        package init(
            oid: UInt32,
            name: QualifiedName,
            left: UInt32,
            right: UInt32,
            result: UInt32,
            isLeakproof: Bool = false,
            owningExtension: String? = nil
        ) {
            self.oid = oid
            self.name = name
            self.left = left
            self.right = right
            self.result = result
            self.isLeakproof = isLeakproof
            self.owningExtension = owningExtension
        }
    }

    /// A row of `pg_cast`.
    package struct Cast: Sendable, Hashable {
        /// `pg_cast.castcontext`.
        package enum Context: String, Sendable {
            case explicit = "e"
            case assignment = "a"
            case implicit = "i"
        }

        package var source: UInt32
        package var target: UInt32
        package var context: Context
        /// Name of the extension that it belongs to.
        package var owningExtension: String?

        package init(
            source: UInt32,
            target: UInt32,
            context: Context,
            owningExtension: String? = nil
        ) {
            self.source = source
            self.target = target
            self.context = context
            self.owningExtension = owningExtension
        }
    }
}
