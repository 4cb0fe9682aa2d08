// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import SQLRewrite

/// Texts with holes that the session fills: names of prepared statements, settings of its own, its
/// process id.
extension Client {
    /// Fills the holes of a plan.
    ///
    /// The statements of a message are gone through in order, since one may name what another before it
    /// prepared or set.
    ///
    /// - Parameters:
    ///   - plan: A plan whose message has holes.
    ///   - argument: The first parameter's value as an integer, if it has one.
    /// - Returns: A plan of its own, which no cache holds.
    /// - Throws: 26000 for a name that could be another session's, 53400 for too many statements.
    func composed(_ plan: Plan, argument: Int32? = nil) throws(ProxyError) -> Plan {
        var composition = Composition(settings: virtualSettings)
        let message = plan.message
        var reached = 0
        for hole in message.holes {
            while reached < hole.statement {
                composition.anticipate(message.statements[reached].kind)
                reached += 1
            }
            let text = try fill(hole, of: message, &composition, argument)
            composition.put(text, in: hole.range, of: message.text)
        }
        return composition.plan(of: plan)
    }

    /// - Returns: Nil when what stands in the hole is right.
    private func fill(
        _ hole: SessionHole,
        of message: RewrittenMessage,
        _ composition: inout Composition,
        _ argument: Int32?
    ) throws(ProxyError) -> String? {
        switch hole.content {
        case .shown("omni.rewrite") where !maySeeRewrites:
            throw ProxyError(
                .insufficientPrivilege,
                "permission denied to show \"omni.rewrite\"",
                hint: "It takes the role modeler."
            )
        case .shown(let name):
            return SettingTexts.shown(name, value: shownValue(name, composition.settings))
        case .allShown:
            return SettingTexts.allShown { shownValue($0, composition.settings) }
        case .reset(let name, let isLocal):
            guard let value = startupSettings[name] else { return nil }
            return SettingTexts.set(name, value, isLocal: isLocal)
        case .processID:
            return "(\(cancelKey?.processID ?? 0)::pg_catalog.int4)"
        case .prepared(let name):
            if let existing = try find(name, composition) {
                // The server says that it exists.
                if !composition.isDefined(name) { composition.uses.append(existing.statement) }
                return existing.serverName
            }
            try checkRoom(adding: composition.definitions.count)
            guard
                case .prepare(_, let types, let query) = message.statements[hole.statement].kind
            else { throw ProxyError(.internalError, "a name without its PREPARE") }
            let made = try prepare(query, types)
            let entry = PreparedStatements.Entry(
                name: Array(name.utf8),
                plan: made.plan,
                statement: made.statement
            )
            composition.define(entry, as: name, at: hole.statement)
            return entry.serverName
        case .executed(let name):
            guard let entry = try find(name, composition) else {
                try checkForeign(name)
                return nil
            }
            guard entry.plan.isQuery else {
                // What Parse prepared may be any statement; its effects on the session would go unseen.
                throw ProxyError(
                    .featureNotSupported,
                    "EXECUTE of a prepared statement that is not a query is not supported",
                    hint: "Run it with Bind and Execute, or as it is."
                )
            }
            if !composition.isDefined(name) { composition.uses.append(entry.statement) }
            if entry.plan.message.isProtected { composition.isProtected = true }
            return entry.serverName
        case .deallocated(let name):
            if try find(name, composition) != nil { return nil }
            try checkForeign(name)
            return "DEALLOCATE \"\(name.replacing("\"", with: "\"\""))\""
        case .signalled(let signal):
            let processID: Int32?
            switch signal.target {
            case .processID(let number): processID = number
            case .parameter: processID = argument
            }
            composition.signalled = processID
            return signal.answer(isFound: processID.map { hasSession($0) } ?? false)
        }
    }

    private func find(
        _ name: String,
        _ composition: Composition
    ) throws(ProxyError) -> PreparedStatements.Entry? {
        switch composition.known(name) {
        case .defined(let entry): return entry
        case .gone: return nil
        case .unchanged: break
        }
        let bytes = Array(name.utf8)
        return try bytes.withBytes { bytes throws(ProxyError) in
            guard prepared.find(bytes) != nil else { return nil }
            return try preparedStatement(bytes)
        }
    }

    /// The query of a PREPARE as it will be prepared again on other backends.
    private func prepare(
        _ query: [UInt8],
        _ parameterTypes: [UInt32]
    ) throws(ProxyError) -> (plan: Plan, statement: ServerStatement) {
        var types = [
            UInt8(truncatingIfNeeded: parameterTypes.count >> 8),
            UInt8(truncatingIfNeeded: parameterTypes.count),
        ]
        for type in parameterTypes {
            for shift in stride(from: UInt32(24), through: 0, by: -8) {
                types.append(UInt8(truncatingIfNeeded: type >> shift))
            }
        }
        guard let resolved else { throw ProxyError(.internalError, "the session has no policy") }
        let plan = try types.withBytes { types throws(ProxyError) in
            try query.withBytes { query throws(ProxyError) in
                try loop.worker.plan(
                    query,
                    .extended,
                    declaredTypes: DeclaredTypes(types),
                    in: resolved,
                    facts: facts(for: query)
                )
            }
        }
        // Its own, so that the backend cannot have it yet.
        let statement = ServerStatement(
            id: loop.worker.nextStatementID(),
            text: plan.text,
            parameterTypes: types
        )
        return (plan, statement)
    }

    /// A name that is not the session's goes to the backend as it is, where it means nothing, unless it
    /// looks like one of the proxy's.
    private func checkForeign(_ name: String) throws(ProxyError) {
        if name.lowercased().hasPrefix(ServerStatement.namePrefix) {
            throw ProxyError(
                .invalidSQLStatementName,
                "prepared statement \"\(name)\" does not exist"
            )
        }
    }

    private func hasSession(_ processID: Int32) -> Bool {
        guard let user = resolved?.identity.user else { return false }
        return loop.worker.cancels.mailbox(of: processID, user: user) != nil
    }

    /// Cancels or ends a session of the same user, this one or another.
    func carryOut(_ signal: SessionSignal, _ processID: Int32) {
        guard let user = resolved?.identity.user,
            let mailbox = loop.worker.cancels.mailbox(of: processID, user: user)
        else { return }
        let terminates = signal.terminates
        mailbox.post { other in
            if terminates {
                other.worker.terminate(processID: processID)
            } else {
                other.worker.cancel(processID: processID) {}
            }
        }
    }
}

/// A text being composed.
private struct Composition {
    enum Known {
        case defined(PreparedStatements.Entry)
        case gone
        case unchanged
    }

    /// The session's, as they will be when the statement at hand runs.
    var settings: VirtualSettings
    var uses: [ServerStatement] = []
    var isProtected = false
    var signalled: Int32?
    private(set) var definitions: [Int: PreparedStatements.Entry] = [:]
    private var names: [String: Known] = [:]
    private var allGone = false
    private var text: [UInt8] = []
    private var copied = 0
    /// Old range and new length of each part that was replaced.
    private var replaced: [(range: Range<Int>, count: Int)] = []

    init(settings: VirtualSettings) {
        self.settings = settings
    }

    func known(_ name: String) -> Known {
        names[name] ?? (allGone ? .gone : .unchanged)
    }

    func isDefined(_ name: String) -> Bool {
        if case .defined? = names[name] { return true }
        return false
    }

    mutating func define(_ entry: PreparedStatements.Entry, as name: String, at index: Int) {
        names[name] = .defined(entry)
        definitions[index] = entry
    }

    /// A statement before the one at hand will have run.
    mutating func anticipate(_ kind: RewrittenStatement.Kind) {
        switch kind {
        case .setVirtual(let name, let value, let isLocal):
            settings.set(name, to: value, isLocal: isLocal)
        case .resetAll: settings.resetAll()
        case .discard(target: "ALL"):
            settings.resetAll()
            names = [:]
            allGone = true
        case .deallocate(nil):
            names = [:]
            allGone = true
        case .deallocate(let name?): names[name] = .gone
        case .commit: settings.transactionEnded(rolledBack: false)
        case .rollback: settings.transactionEnded(rolledBack: true)
        case .savepoint(let step): _ = settings.savepointReached(step)
        default: break
        }
    }

    mutating func put(_ filling: String?, in range: Range<Int>, of original: [UInt8]) {
        text.append(contentsOf: original[copied..<range.lowerBound])
        if let filling {
            text.append(contentsOf: filling.utf8)
            replaced.append((range, filling.utf8.count))
        } else {
            text.append(contentsOf: original[range])
        }
        copied = range.upperBound
    }

    func plan(of plan: Plan) -> Plan {
        let message = plan.message
        let composed = RewrittenMessage(
            text: text + message.text[copied...],
            statements: message.statements,
            positions: PositionMap(
                edits: message.positions.edits.map { edit in
                    PositionMap.Edit(
                        client: edit.client,
                        rewritten: moved(
                            edit.rewritten.lowerBound
                        )..<moved(edit.rewritten.upperBound)
                    )
                }
            )
        )
        return Plan(
            composed: composed,
            from: plan,
            Plan.Composed(
                uses: uses,
                definitions: definitions,
                isProtected: isProtected,
                signalled: signalled
            )
        )
    }

    private func moved(_ offset: Int) -> Int {
        replaced.reduce(offset) { moved, part in
            part.range.upperBound <= offset ? moved + part.count - part.range.count : moved
        }
    }
}

extension PreparedStatements.Entry {
    fileprivate var serverName: String { String(decoding: statement.name, as: UTF8.self) }
}
