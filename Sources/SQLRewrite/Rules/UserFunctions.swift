// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Functions of listed extensions and of the configuration, resolved against the snapshot (R57).
struct UserCall {
    /// The schema as the backend has it, in which all candidates are.
    let schema: String
    /// Those that take so many arguments, and these types where they are known; never empty.
    let candidates: [Catalog.Function]
    /// An argument's type is not built in and a candidate takes just that.
    let isExact: Bool

    /// The result when the candidates agree; unresolved for a polymorphic one.
    func result(_ types: KnownTypes) -> TypeID {
        guard let first = candidates.first,
            candidates.allSatisfy({ $0.result == first.result })
        else { return .unresolved }
        return types.base(of: types.type(oid: first.result))
    }

    /// Fields of the rows that it gives, when they are certain.
    func outputs(_ types: KnownTypes) -> [Column] {
        guard let first = candidates.first,
            candidates.allSatisfy({ $0.outputs == first.outputs })
        else { return [] }
        return first.outputs.map {
            Column(
                name: $0.name,
                type: types.base(of: types.type(oid: $0.type)),
                isSafe: false
            )
        }
    }

    var isAggregate: Bool { candidates.contains { $0.kind == .aggregate || $0.kind == .window } }

    /// Nothing can be told by calling it.
    var isSafe: Bool {
        candidates.allSatisfy { $0.isLeakproof && $0.volatility == .immutable && !$0.returnsSet }
    }
}

extension StatementAnalysis {
    /// The functions outside pg_catalog that a call may mean; nil when there are none.
    func userCall(
        schema: String?,
        name: String,
        argumentCount: Int,
        types: [TypeID]?
    ) -> UserCall? {
        let visible = context.policy.objects.functions(
            schema: schema,
            name: name,
            searchPath: context.searchPath
        ).filter { Self.takes($0.function, argumentCount) }
        guard !visible.isEmpty else { return nil }
        let known = context.types
        let fitting = types.map { types in
            visible.filter { callable in
                zip(types, callable.function.arguments).allSatisfy { given, wanted in
                    Self.fits(given, known.base(of: known.type(oid: wanted)))
                }
            }
        }
        let chosen = fitting.flatMap { $0.isEmpty ? nil : $0 } ?? visible
        guard let schema = preferredSchema(of: chosen) else { return nil }
        let candidates = chosen.map(\.function).filter { $0.name.schema == schema }
        let isExact = candidates.contains { function in
            zip(types ?? [], function.arguments).contains { given, wanted in
                given.isUser && given == known.base(of: known.type(oid: wanted))
            }
        }
        return UserCall(schema: schema, candidates: candidates, isExact: isExact)
    }

    /// The first along the search path, then those that are found because their extension is listed.
    private func preferredSchema(of callables: [VisibleObjects.Callable]) -> String? {
        for schema in context.searchPath {
            if let found = callables.first(where: { $0.logical.schema == schema }) {
                return found.function.name.schema
            }
        }
        return callables.first?.function.name.schema
    }

    private static func takes(_ function: Catalog.Function, _ count: Int) -> Bool {
        let most = function.arguments.count
        if function.variadicElement != 0 { return count >= most - 1 }
        return count <= most && count >= most - function.defaultCount
    }

    /// Whether an argument may be given for a parameter; polymorphic ones take any.
    static func fits(_ given: TypeID, _ wanted: TypeID) -> Bool {
        if given == wanted || !given.isKnown || !wanted.isKnown { return true }
        return BuiltinTypes.shared.mayConvert(given, to: wanted)
    }
}
