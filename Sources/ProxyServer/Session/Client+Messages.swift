// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Configuration
import Logging
import PostgresErrors
import PostgresWire
import SQLRewrite

/// What a client may say once it is logged in.
extension Client {
    /// Handles one message.
    ///
    /// - Parameters:
    ///   - type: Its type byte, which is one of `FrontendMessageType`.
    ///   - frame: The whole message with its header.
    /// - Returns: False when it has to wait for a backend; it is handed in again then.
    func sessionMessageReceived(_ type: UInt8, _ frame: UnsafeRawBufferPointer) -> Bool {
        if isSkippingToSync || backend?.expected.isSkippingToSync == true {
            // The server would ignore all but these as well.
            guard type == UInt8(ascii: "S") || type == UInt8(ascii: "X") else { return true }
        }
        let body = UnsafeRawBufferPointer(rebasing: frame[5...])
        do throws(ProxyError) {
            switch type {
            case UInt8(ascii: "Q"): return try queryReceived(body)
            case UInt8(ascii: "P"): return try parseReceived(body)
            case UInt8(ascii: "B"): return try bindReceived(frame, body)
            case UInt8(ascii: "D"): return try describeReceived(frame, body)
            case UInt8(ascii: "E"): return try executeReceived(frame, body)
            case UInt8(ascii: "C"): return try closeReceived(frame, body)
            case UInt8(ascii: "S"): return syncReceived(frame)
            case UInt8(ascii: "H"):
                if backend != nil { loop.toBackend.append(contentsOf: frame) }
            case UInt8(ascii: "X"): close(reason: "client said goodbye")
            case UInt8(ascii: "F"):
                return refuseQuery(
                    ProxyError(
                        .featureNotSupported,
                        "the function call protocol is not supported",
                        hint: "Call the function in a SELECT."
                    )
                )
            default:
                // CopyData and its kin outside of a COPY: ignored, as the server does.
                break
            }
        } catch {
            // A session that may not go on (57P01) ends here, whatever it asked for.
            if error.sqlState == .protocolViolation || error.sqlState == .adminShutdown {
                fail(error)
                return true
            }
            return type == UInt8(ascii: "Q") ? refuseQuery(error) : refuseInRound(error)
        }
        return true
    }

    // MARK: Simple query

    private func queryReceived(_ body: UnsafeRawBufferPointer) throws(ProxyError) -> Bool {
        guard body.last == 0 else {
            throw ProxyError(.protocolViolation, "invalid string in message")
        }
        let text = UnsafeRawBufferPointer(rebasing: body[..<(body.count - 1)])
        guard let plan = try plan(text, .simple, .none) else { return false }
        guard ensureBackend(), let backend = backend else { return false }
        if plan.discardsAll, backend.transactionStatus != UInt8(ascii: "I") {
            throw ProxyError(
                SQLState("25001"),
                "DISCARD ALL cannot run inside a transaction block"
            )
        }
        prepared.remove(.init(start: nil, count: 0))
        backend.unnamed = nil
        if plan.isComposed { return try composedQuery(plan, on: backend) }
        loop.toBackend.appendQuery(plan.text)
        backend.expected.append(ExpectedResponse(.query, plan: plan))
        return true
    }

    /// A statement whose text depends on the session, sent as a simple query of its own.
    private func composedQuery(_ plan: Plan, on backend: Backend) throws(ProxyError) -> Bool {
        guard let statement = plan.message.statements.first else { return true }
        switch statement.kind {
        case .showVirtual(let name):
            let shown = plan.composed(text: showText(name))
            loop.toBackend.appendQuery(shown.text)
            backend.expected.append(ExpectedResponse(.query, plan: shown))
        case .prepare(let name, let parameterTypes):
            try prepareStatement(name, plan, parameterTypes, on: backend)
        case .execute(let name):
            try executeStatement(name, plan, on: backend)
        default:
            preconditionFailure("isComposed names exactly these kinds")
        }
        return true
    }

    /// PREPARE becomes a Parse whose answer is dressed as the command's.
    private func prepareStatement(
        _ name: String,
        _ plan: Plan,
        _ parameterTypes: [UInt32],
        on backend: Backend
    ) throws(ProxyError) {
        let clientName = Array(name.utf8)
        try checkNewStatement(clientName)
        var types: [UInt8] = [
            UInt8(truncatingIfNeeded: parameterTypes.count >> 8),
            UInt8(truncatingIfNeeded: parameterTypes.count),
        ]
        for type in parameterTypes {
            for shift in stride(from: UInt32(24), through: 0, by: -8) {
                types.append(UInt8(truncatingIfNeeded: type >> shift))
            }
        }
        let statement = types.withUnsafeBytes {
            plan.serverStatement(parameterTypes: $0, nextID: loop.worker.nextStatementID)
        }
        prepared.define(.init(name: clientName, plan: plan, statement: statement))
        if !backend.has(statement) {
            sendParse(statement, visible: false, definedName: clientName, plan: plan)
        }
        let detail = ExpectedResponse.Detail()
        detail.bytes.appendCommandComplete(tag: "PREPARE")
        backend.expected.append(ExpectedResponse(.local, detail: detail))
        loop.toBackend.appendSync()
        backend.expected.append(ExpectedResponse(.sync))
        backend.deliverDueLocals()
    }

    private func executeStatement(
        _ name: String,
        _ plan: Plan,
        on backend: Backend
    ) throws(ProxyError) {
        let clientName = Array(name.utf8)
        let entry = try clientName.withBytes { bytes throws(ProxyError) in
            try preparedStatement(bytes)
        }
        if !backend.has(entry.statement) {
            sendParse(entry.statement, visible: false, definedName: nil, plan: nil)
            loop.toBackend.appendSync()
            backend.expected.append(ExpectedResponse(.sync, visible: false))
        }
        var text = Array("EXECUTE ".utf8)
        text.append(contentsOf: entry.statement.name)
        text.append(contentsOf: plan.message.text)
        let composed = plan.composed(text: text, disclosedAs: entry.plan)
        loop.toBackend.appendQuery(composed.text)
        backend.expected.append(ExpectedResponse(.query, plan: composed))
    }

    // MARK: Extended query

    private func parseReceived(_ body: UnsafeRawBufferPointer) throws(ProxyError) -> Bool {
        let message = try ParseMessage(body: body)
        // Gone whether or not the new one can be made.
        if message.statement.isEmpty { prepared.removeUnnamed() }
        guard
            var plan = try plan(
                UnsafeRawBufferPointer(rebasing: body[message.query]),
                .extended,
                DeclaredTypes(UnsafeRawBufferPointer(rebasing: body[message.types]))
            )
        else { return false }
        let name = UnsafeRawBufferPointer(rebasing: body[message.statement])
        if plan.isComposed { plan = try composedExtended(plan) }
        if !name.isEmpty { try checkNewStatement(Array(name)) }
        guard ensureBackend(), let backend = backend else { return false }
        let statement = plan.serverStatement(
            parameterTypes: UnsafeRawBufferPointer(rebasing: body[message.types]),
            nextID: loop.worker.nextStatementID
        )
        let clientName = Array(name)
        prepared.define(.init(name: clientName, plan: plan, statement: statement))
        if name.isEmpty {
            loop.toBackend.appendParse(
                statement: [],
                query: statement.text,
                types: UnsafeRawBufferPointer(rebasing: body[message.types])
            )
            backend.unnamed = statement
            backend.expected.append(ExpectedResponse(.parse, plan: plan))
        } else if backend.has(statement) {
            let detail = ExpectedResponse.Detail()
            detail.bytes.appendParseComplete()
            detail.clientStatement = clientName
            detail.known = statement
            backend.expected.append(ExpectedResponse(.local, detail: detail))
            backend.deliverDueLocals()
        } else {
            sendParse(statement, visible: true, definedName: clientName, plan: plan)
        }
        return true
    }

    private func composedExtended(_ plan: Plan) throws(ProxyError) -> Plan {
        guard case .showVirtual(let name)? = plan.message.statements.first?.kind else {
            throw ProxyError(
                .featureNotSupported,
                "PREPARE and EXECUTE are not supported in the extended query protocol",
                hint: "Use the protocol's own prepared statements, or send a simple query."
            )
        }
        return plan.composed(text: showText(name))
    }

    /// Sends Parse for a statement under the proxy's own name.
    private func sendParse(
        _ statement: ServerStatement,
        visible: Bool,
        definedName: [UInt8]?,
        plan: Plan?
    ) {
        guard let backend = backend else { return }
        let limit = backend.pool.connection.pool.maxPreparedStatements
        while let evicted = backend.statementToEvict(limit: max(limit - 1, 1)) {
            loop.toBackend.appendClose(.statement, name: ServerStatement.name(evicted))
            backend.expected.append(ExpectedResponse(.close, visible: false))
        }
        statement.parameterTypes.withUnsafeBytes {
            loop.toBackend.appendParse(
                statement: statement.name,
                query: statement.text,
                types: $0
            )
        }
        backend.remember(statement)
        let detail = ExpectedResponse.Detail()
        detail.created = statement
        detail.clientStatement = definedName
        backend.expected.append(
            ExpectedResponse(.parse, visible: visible, plan: plan, detail: detail)
        )
    }

    private func bindReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try BindMessage(body: body)
        let entry = try preparedStatement(UnsafeRawBufferPointer(rebasing: body[message.statement]))
        guard ensureBackend(), let backend = backend else { return false }
        let portal = UnsafeRawBufferPointer(rebasing: body[message.portal])
        if !portal.isEmpty, portals.namedCount >= loop.worker.state.configuration.limits.portalsMax
        {
            throw ProxyError(
                .configurationLimitExceeded,
                "too many open portals in one session",
                hint: "Close portals that are no longer fetched from."
            )
        }
        portals.define(portal, plan: entry.plan)
        if entry.name.isEmpty {
            if backend.unnamed !== entry.statement { sendUnnamedParse(entry) }
            loop.toBackend.append(contentsOf: frame)
        } else {
            if !backend.has(entry.statement) {
                sendParse(entry.statement, visible: false, definedName: nil, plan: entry.plan)
            }
            loop.toBackend.appendBind(
                portal: Array(portal),
                statement: entry.statement.name,
                arguments: UnsafeRawBufferPointer(rebasing: body[message.arguments])
            )
        }
        backend.expected.append(ExpectedResponse(.bind, plan: entry.plan))
        return true
    }

    /// The backend's unnamed statement is not the session's: it ran something for somebody else.
    private func sendUnnamedParse(_ entry: PreparedStatements.Entry) {
        guard let backend = backend else { return }
        let statement = entry.statement
        statement.parameterTypes.withUnsafeBytes {
            loop.toBackend.appendParse(statement: [], query: statement.text, types: $0)
        }
        backend.unnamed = statement
        backend.expected.append(ExpectedResponse(.parse, visible: false, plan: entry.plan))
    }

    private func describeReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try DescribeMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.name])
        guard message.object == .statement else {
            guard ensureBackend(), let backend = backend else { return false }
            loop.toBackend.append(contentsOf: frame)
            backend.expected.append(ExpectedResponse(.describe, plan: portals.find(name)))
            return true
        }
        let entry = try preparedStatement(name)
        guard ensureBackend(), let backend = backend else { return false }
        if entry.name.isEmpty {
            if backend.unnamed !== entry.statement { sendUnnamedParse(entry) }
            loop.toBackend.append(contentsOf: frame)
        } else {
            if !backend.has(entry.statement) {
                sendParse(entry.statement, visible: false, definedName: nil, plan: entry.plan)
            }
            loop.toBackend.appendDescribe(.statement, name: entry.statement.name)
        }
        backend.expected.append(ExpectedResponse(.describe, plan: entry.plan))
        return true
    }

    private func executeReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try ExecuteMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.portal])
        let plan = portals.find(name)
        if let plan = plan,
            plan.contextID != resolved?.contextID || generation != loop.worker.state.generation
        {
            try refreshPolicy()
            guard plan.contextID == resolved?.contextID else {
                throw ProxyError(
                    .objectNotInPrerequisiteState,
                    "the portal was opened under an earlier policy",
                    hint: "Run the statement again."
                )
            }
        }
        guard ensureBackend(), let backend = backend else { return false }
        loop.toBackend.append(contentsOf: frame)
        backend.expected.append(ExpectedResponse(.execute, plan: plan))
        return true
    }

    private func closeReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try DescribeMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.name])
        if message.object == .statement {
            // Backends keep the statement: other sessions may use the same text.
            prepared.remove(name)
        } else {
            portals.remove(name)
            if let backend = backend {
                loop.toBackend.append(contentsOf: frame)
                backend.expected.append(ExpectedResponse(.close))
                return true
            }
        }
        answerInOrder { $0.appendCloseComplete() }
        return true
    }

    private func syncReceived(_ frame: UnsafeRawBufferPointer) -> Bool {
        isSkippingToSync = false
        guard let backend = backend else {
            send { $0.appendReadyForQuery(.idle) }
            return true
        }
        loop.toBackend.append(contentsOf: frame)
        backend.expected.append(ExpectedResponse(.sync))
        return true
    }

    // MARK: Answers of the proxy's own

    /// Sends an answer at its place among those still due from the backend.
    private func answerInOrder(_ build: (inout [UInt8]) -> Void) {
        guard let backend = backend, !backend.expected.isEmpty else { return send(build) }
        let detail = ExpectedResponse.Detail()
        build(&detail.bytes)
        backend.expected.append(ExpectedResponse(.local, detail: detail))
    }

    /// A message over its limit, or one that waited in vain, is answered as if it had been refused.
    func refuseFrame(type: UInt8, _ error: ProxyError) {
        switch type {
        case UInt8(ascii: "Q"), UInt8(ascii: "F"):
            _ = refuseQuery(error)
        case UInt8(ascii: "S"):
            send { bytes in
                bytes.appendErrorResponse(error)
                bytes.appendReadyForQuery(.idle)
            }
        default:
            _ = refuseInRound(error)
        }
        flushToBackend()
    }

    /// Refuses a simple query.
    ///
    /// Inside a transaction or behind other messages the backend is made to fail in its place, so that
    /// the state of the transaction is the server's own; the error it brings is replaced by ours.
    func refuseQuery(_ error: ProxyError) -> Bool {
        noteRefusal(error)
        guard let backend = backend else {
            send { bytes in
                bytes.appendErrorResponse(error)
                bytes.appendReadyForQuery(.idle)
            }
            return true
        }
        let detail = ExpectedResponse.Detail()
        detail.refusal = error
        loop.toBackend.appendQuery(Refusal.text)
        backend.unnamed = nil
        backend.expected.append(ExpectedResponse(.query, detail: detail))
        return true
    }

    /// Refuses a message of an extended-query round; everything up to Sync is void.
    func refuseInRound(_ error: ProxyError) -> Bool {
        noteRefusal(error)
        guard let backend = backend else {
            isSkippingToSync = true
            send { $0.appendErrorResponse(error) }
            return true
        }
        let detail = ExpectedResponse.Detail()
        detail.refusal = error
        loop.toBackend.appendParse(statement: [], query: Refusal.text)
        backend.unnamed = nil
        backend.expected.append(ExpectedResponse(.parse, detail: detail))
        return true
    }

    private func noteRefusal(_ error: ProxyError) {
        loop.log.debug(
            "statement refused",
            metadata: [
                "session": "\(sessionID)", "sqlstate": "\(error.sqlState)",
                "reason": "\(error.logMessage ?? error.message)",
            ]
        )
    }

    // MARK: Plans

    /// Finds or makes the plan of a text under the session's current policy.
    ///
    /// - Returns: Nil when a parser thread has to do it: the message is handed in again then.
    private func plan(
        _ text: UnsafeRawBufferPointer,
        _ kind: MessageKind,
        _ declaredTypes: DeclaredTypes
    ) throws(ProxyError) -> Plan? {
        if generation != loop.worker.state.generation { try refreshPolicy() }
        guard let resolved = resolved else {
            throw ProxyError(.internalError, "the session has no policy")
        }
        guard text.count > Worker.largeStatementBytes else {
            return try loop.worker.plan(text, kind, declaredTypes: declaredTypes, in: resolved)
        }
        return try largePlan(text, kind, declaredTypes, resolved)
    }

    /// The plan of a large text: nil while a parser thread is at it, then the message is handed in again.
    private func largePlan(
        _ text: UnsafeRawBufferPointer,
        _ kind: MessageKind,
        _ declaredTypes: DeclaredTypes,
        _ session: ResolvedSession
    ) throws(ProxyError) -> Plan? {
        let hash = StatementCache.hash(
            text,
            kind: kind,
            contextID: session.contextID,
            declaredTypes: declaredTypes.bytes
        )
        if let finished = finishedPlan, finished.hash == hash {
            finishedPlan = nil
            return try finished.outcome.get()
        }
        try loop.worker.planElsewhere(
            for: self,
            text,
            kind,
            declaredTypes: declaredTypes,
            in: session
        )
        isPlanning = true
        updateInterest()
        return nil
    }

    /// A parser thread is done with this session's large text.
    func planned(hash: UInt64, outcome: Result<Plan, ProxyError>) {
        guard !isClosed else { return }
        isPlanning = false
        finishedPlan = (hash, outcome)
        resumeReading()
    }

    /// The session's prepared statement of that name, rewritten again if the policy has changed.
    private func preparedStatement(
        _ name: UnsafeRawBufferPointer
    ) throws(ProxyError) -> PreparedStatements.Entry {
        guard var entry = prepared.find(name) else {
            throw ProxyError(
                .invalidSQLStatementName,
                name.isEmpty
                    ? "unnamed prepared statement does not exist"
                    : "prepared statement \"\(String(decoding: name, as: UTF8.self))\" does not exist"
            )
        }
        if generation != loop.worker.state.generation { try refreshPolicy() }
        guard let resolved = resolved, entry.plan.contextID != resolved.contextID else {
            return entry
        }
        let previous = entry.plan
        var plan = try previous.clientText.withBytes { text throws(ProxyError) in
            try previous.declaredTypes.withBytes { types throws(ProxyError) in
                try loop.worker.plan(
                    text,
                    previous.kind,
                    declaredTypes: DeclaredTypes(types),
                    in: resolved
                )
            }
        }
        if plan.isComposed, case .showVirtual? = plan.message.statements.first?.kind {
            plan = try composedExtended(plan)
        }
        entry.plan = plan
        entry.statement = entry.statement.parameterTypes.withUnsafeBytes {
            plan.serverStatement(parameterTypes: $0, nextID: loop.worker.nextStatementID)
        }
        prepared.define(entry)
        return entry
    }

    private func checkNewStatement(_ name: [UInt8]) throws(ProxyError) {
        let exists = name.withUnsafeBytes { prepared.find($0) != nil }
        if exists {
            throw ProxyError(
                .duplicatePreparedStatement,
                "prepared statement \"\(String(decoding: name, as: UTF8.self))\" already exists"
            )
        }
        let limit = loop.worker.state.configuration.limits.preparedStatementsMax
        if prepared.namedCount >= limit {
            throw ProxyError(
                .configurationLimitExceeded,
                "too many prepared statements in one session",
                hint: "Deallocate some; the limit is \(limit)."
            )
        }
    }
}

/// What is sent to a backend in the place of a refused statement.
///
/// It parses, so in a failed transaction the server answers 25P02 as it would have; in a sound one it
/// fails, and the transaction fails as if the refused statement had.
private enum Refusal {
    static let text = Array("SELECT pg_catalog.omniproxy_statement_refused()".utf8)
}
