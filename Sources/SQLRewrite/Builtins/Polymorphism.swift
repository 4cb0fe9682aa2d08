// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// How the result's type of a polymorphic function follows from one of its arguments.
struct Polymorphism: Sendable {
    private enum Shape: Sendable {
        case scalar
        case array
    }

    /// Where the deciding arguments are, and what they are.
    private let deciding: [(place: Int, shape: Shape)]
    private let result: Shape

    /// nil for a function that is not polymorphic, or in a way that is not followed (ranges).
    init?(arguments: [String], result: String) {
        guard let shape = Self.shape(result) else { return nil }
        self.result = shape
        deciding = arguments.enumerated().compactMap { place, name in
            Self.shape(name).map { (place, $0) }
        }
        if deciding.isEmpty { return nil }
    }

    private static func shape(_ name: String) -> Shape? {
        switch name {
        case "anyelement", "anynonarray", "anyenum", "anycompatible", "anycompatiblenonarray":
            .scalar
        case "anyarray", "anycompatiblearray": .array
        default: nil
        }
    }

    /// Unresolved when the deciding arguments do not agree, or nothing is known of them.
    func type(for arguments: [TypeID], _ types: KnownTypes) -> TypeID {
        var element: TypeID?
        for (place, shape) in deciding where place < arguments.count {
            let given = arguments[place]
            if given == .untyped { continue }
            let next = shape == .array ? types.element(of: given) : given
            guard next.isKnown, element == nil || element == next else { return .unresolved }
            element = next
        }
        guard let element else { return .unresolved }
        return result == .array ? types.array(of: element) : element
    }
}

extension BuiltinCall {
    /// The result when all overloads follow their arguments to the same type; nil when one is not
    /// polymorphic.
    func polymorphicResult(_ arguments: [TypeID], _ types: KnownTypes) -> TypeID? {
        var result: TypeID?
        for overload in overloads {
            guard let next = overload.polymorphism?.type(for: arguments, types) else { return nil }
            // An array gives no element of an array, so only one of two overloads can be meant.
            if !next.isKnown { continue }
            if let result, result != next { return .unresolved }
            result = next
        }
        return result
    }
}
