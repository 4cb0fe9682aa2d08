// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import Synchronization

/// Whether a function may be called, from strictest to laxest (R58).
enum FunctionVerdict: Int, Comparable, Sendable {
    case deny
    /// Answered by the proxy, or its argument gated (R73).
    case virtual
    /// May be called and is always leaky.
    case guarded
    case allow

    static func < (left: FunctionVerdict, right: FunctionVerdict) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// One overload of a function of pg_catalog.
struct BuiltinFunction: Sendable {
    enum Kind: Sendable {
        case plain
        case aggregate
        case window
    }

    var kind: Kind
    var isImmutable: Bool
    var isVolatile: Bool
    var returnsSet: Bool
    var verdict: FunctionVerdict
    /// Arguments a call may have; no upper bound for a variadic one.
    var argumentCounts: ClosedRange<Int>
    /// Types of the arguments; not those that a polymorphic or variadic one may take.
    var arguments: [TypeID]
    var result: TypeID
    /// How the result follows from the arguments, for a polymorphic function.
    var polymorphism: Polymorphism?
    /// Names of the output columns of a function that returns rows.
    var outputColumns: [String]
}

/// What the overloads that a call may reach have in common.
final class BuiltinCall: Sendable {
    let overloads: [BuiltinFunction]
    /// R58: deny over virtual over guard over allow.
    let verdict: FunctionVerdict
    /// The result's type when all overloads agree on it.
    let result: TypeID?
    let hasGrouping: Bool
    let isImmutable: Bool
    /// All may be called, are judged by the safety table, and give one value.
    let isPlain: Bool

    /// The overloads that some types may reach, as found before; nil: all of them.
    private struct Narrowing {
        let types: [TypeID]
        let call: BuiltinCall?
    }

    /// Beyond this many, types are compared with the overloads each time.
    private static let narrowingsMax = 32

    private let narrowings = Mutex<[Narrowing]>([])

    /// The overloads that arguments of these types may reach: with a type known, R58 is not needed.
    func narrowed(to types: [TypeID]) -> BuiltinCall {
        let known = narrowings.withLock { known in
            known.first { $0.types == types }
        }
        if let known { return known.call ?? self }
        let made = reached(by: types)
        narrowings.withLock { known in
            if known.count < Self.narrowingsMax {
                known.append(Narrowing(types: types, call: made))
            }
        }
        return made ?? self
    }

    /// Nil when it is all of them.
    private func reached(by types: [TypeID]) -> BuiltinCall? {
        // By place: copying the overloads costs more than comparing them.
        let reached = overloads.indices.filter { place in
            for (given, wanted) in zip(types, overloads[place].arguments)
            where !StatementAnalysis.fits(given, wanted) {
                return false
            }
            return true
        }
        return reached.count == overloads.count
            ? nil : BuiltinCall(reached.map { overloads[$0] })
    }

    init?(_ overloads: [BuiltinFunction]) {
        guard let first = overloads.first else { return nil }
        self.overloads = overloads
        verdict = overloads.map(\.verdict).min() ?? .deny
        result = overloads.allSatisfy { $0.result == first.result } ? first.result : nil
        hasGrouping = overloads.contains { $0.kind != .plain }
        isImmutable = overloads.allSatisfy(\.isImmutable)
        isPlain = overloads.allSatisfy { $0.verdict == .allow && !$0.returnsSet }
    }
}

/// The functions of pg_catalog that some call may reach.
struct BuiltinFunctions: Sendable {
    static let shared = BuiltinFunctions()

    /// Calls with more arguments are put together when they are met.
    private static let argumentsPrepared = 6

    private var overloads: [String: [BuiltinFunction]] = [:]
    private var calls: [String: [BuiltinCall?]] = [:]

    private init() {
        let types = BuiltinTypes.shared
        for row in BuiltinRows(builtinFunctionRows) {
            let most = row.int(6)
            let function = BuiltinFunction(
                kind: row.string(1) == "a" ? .aggregate : row.string(1) == "w" ? .window : .plain,
                isImmutable: row.string(2) == "i",
                isVolatile: row.string(2) == "v",
                returnsSet: row.string(3) == "1",
                verdict: ["d": .deny, "v": .virtual, "g": .guarded][row.string(4)] ?? .allow,
                // A variadic argument may be given no times as well as many.
                argumentCounts: most < 0
                    ? Swift.max(0, row.int(5) - 1)...Int.max : row.int(5)...most,
                arguments: row.list(7).map { types.type(formatted: $0) },
                result: types.type(formatted: row.string(8)),
                polymorphism: Polymorphism(arguments: row.list(7), result: row.string(8)),
                outputColumns: row.list(9)
            )
            overloads[row.string(0), default: []].append(function)
        }
        for (name, functions) in overloads {
            calls[name] = (0...Self.argumentsPrepared).map { count in
                BuiltinCall(functions.filter { $0.argumentCounts.contains(count) })
            }
        }
    }

    /// What a call of a name with so many arguments may reach; nil when pg_catalog has nothing that
    /// any call may reach.
    func call(named name: String, argumentCount: Int) -> BuiltinCall? {
        if argumentCount <= Self.argumentsPrepared { return calls[name]?[argumentCount] }
        return overloads[name].flatMap { functions in
            BuiltinCall(functions.filter { $0.argumentCounts.contains(argumentCount) })
        }
    }
}
