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
        if awaitsAnswers { return false }
        if isSkippingToSync || backend?.expected.isSkippingToSync == true {
            // The server would ignore all but these as well.
            guard type == UInt8(ascii: "S") || type == UInt8(ascii: "X") else {
                keepUnnamed()
                return true
            }
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
            case UInt8(ascii: "S"):
                guard body.isEmpty else { throw MessageReader.invalidFormat }
                return syncReceived(frame)
            case UInt8(ascii: "H"):
                guard body.isEmpty else { throw MessageReader.invalidFormat }
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
            if error.sqlState == .adminShutdown {
                fail(error)
                return true
            }
            // A Sync that cannot be read ends the round all the same.
            let endsRound = type == UInt8(ascii: "Q") || type == UInt8(ascii: "S")
            return endsRound ? refuseQuery(error) : refuseInRound(error)
        }
        return true
    }

    // MARK: Simple query

    private func queryReceived(_ body: UnsafeRawBufferPointer) throws(ProxyError) -> Bool {
        let message = try QueryMessage(body: body)
        let text = UnsafeRawBufferPointer(rebasing: body[message.text])
        guard var plan = try plan(text, .simple, .none) else { return false }
        guard ensureBackend(), let backend = backend else { return false }
        if plan.discardsAll { try checkDiscard(on: backend) }
        try checkCursors(of: plan)
        if mustSettle(plan) { return false }
        if plan.needsComposing { plan = try composed(plan) }
        if let composed = plan.composed, sendUses(composed) {
            loop.toBackend.appendSync()
            backend.expected.append(ExpectedResponse(.sync, visible: false))
        }
        let detail = dropUnnamed()
        backend.unnamed = nil
        appendQuery(plan)
        if !plan.isShow { lastPlan = plan }
        backend.expected.append(ExpectedResponse(.query, plan: plan, detail: detail))
        prepared.markUnnamed(lastMark)
        if mustComplete(plan) { awaitAnswers() }
        return true
    }

    /// A simple query under a trace id of its own.
    private func appendQuery(_ plan: Plan) {
        loop.toBackend.appendQuery(plan.text)
        // A Query ends with the zero byte of its text.
        guard plan.isTagged else { return }
        QueryTag.stamp(loop.worker.nextTraceID(), in: &loop.toBackend, before: 1)
    }

    private func checkDiscard(on backend: Backend) throws(ProxyError) {
        if backend.expected.hasExecutedInRound {
            throw ProxyError(
                SQLState("25001"),
                "DISCARD ALL cannot be executed within a pipeline"
            )
        }
        // In a failed transaction the server refuses it with the words that it has for that.
        guard backend.transactionStatus == UInt8(ascii: "T") else { return }
        throw ProxyError(SQLState("25001"), "DISCARD ALL cannot run inside a transaction block")
    }

    /// Prepares on the backend what a composed text names there.
    ///
    /// - Returns: Whether anything had to be sent, outside of any round.
    private func sendUses(_ composed: Plan.Composed) -> Bool {
        guard let backend else { return false }
        var hasSent = composed.definitions.isEmpty ? false : makeRoom(composed.definitions.count)
        for statement in composed.uses where !backend.has(statement) {
            sendParse(statement, visible: false, definedName: nil, plan: nil)
            hasSent = true
        }
        return hasSent
    }

    /// Whether what comes behind a statement cannot be read before it has completed.
    private func mustComplete(_ plan: Plan) -> Bool {
        guard plan.hasEffects else { return false }
        return plan.changesReading
            || virtualSettings.needsTransactionEnd
                && plan.message.statements.contains { $0.endsTransaction }
    }

    /// FETCH gives no rows that an earlier policy chose (R86).
    private func checkCursors(of plan: Plan) throws(ProxyError) {
        for cursor in plan.fetched { try checkCursor(cursor) }
    }

    /// A cursor is a portal to the server: what DECLARE opened can be executed, what Bind opened fetched.
    private func checkCursor(_ name: String) throws(ProxyError) {
        for opened in [cursors.policyID(of: name), portals.policyID(of: name)]
        where opened != nil && opened != resolved?.policyID {
            throw ProxyError(
                .objectNotInPrerequisiteState,
                "cursor \"\(name)\" was opened under an earlier policy",
                hint: "Close it and declare it again."
            )
        }
    }

    // MARK: Extended query

    private func parseReceived(_ body: UnsafeRawBufferPointer) throws(ProxyError) -> Bool {
        let message = try ParseMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.statement])
        if dependsOnAnswers(name) { return false }
        // Gone whether or not the new one can be made.
        if name.isEmpty { removeUnnamed() }
        guard
            var plan = try plan(
                UnsafeRawBufferPointer(rebasing: body[message.query]),
                .extended,
                DeclaredTypes(UnsafeRawBufferPointer(rebasing: body[message.types]))
            )
        else { return false }
        if mustSettle(plan) { return false }
        if plan.needsComposing { plan = try composed(plan) }
        if !name.isEmpty {
            do throws(ProxyError) {
                try checkNewStatement(Array(name))
            } catch  where plan.isTakenInFailure {
                // The server lets it through to this check even when the transaction has failed.
                return refuseInRound(error, precedesFailure: true)
            }
        }
        guard ensureBackend(), let backend = backend else { return false }
        let statement = plan.serverStatement(
            parameterTypes: UnsafeRawBufferPointer(rebasing: body[message.types]),
            nextID: loop.worker.nextStatementID
        )
        if let composed = plan.composed { _ = sendUses(composed) }
        let clientName = Array(name)
        if name.isEmpty {
            loop.toBackend.appendParse(
                statement: [],
                query: statement.text,
                types: UnsafeRawBufferPointer(rebasing: body[message.types])
            )
            let detail = replacedDetail()
            backend.unnamed = statement
            backend.expected.append(ExpectedResponse(.parse, plan: plan, detail: detail))
        } else if backend.has(statement) {
            announce(clientName, statement, plan)
        } else {
            sendParse(statement, visible: true, definedName: clientName, plan: plan)
        }
        prepared.define(
            .init(
                name: clientName,
                plan: plan,
                statement: statement,
                mark: lastMark,
                preparedAt: loop.now
            )
        )
        return true
    }

    /// A message that waited for answers is void by one of them: it has replaced nothing.
    private func keepUnnamed() {
        guard let replaced = replacedUnnamed else { return }
        replacedUnnamed = nil
        prepared.restoreUnnamed(replaced)
    }

    private func removeUnnamed() {
        // A message may be handled anew after a wait.
        if replacedUnnamed == nil { replacedUnnamed = prepared.unnamedState }
        prepared.removeUnnamed()
    }

    /// A Query takes the unnamed statement along, whatever becomes of it.
    private func dropUnnamed() -> ExpectedResponse.Detail? {
        removeUnnamed()
        return replacedDetail()
    }

    /// The unnamed statement being replaced, in case the server does not come so far.
    private func replacedDetail() -> ExpectedResponse.Detail? {
        guard let replaced = replacedUnnamed else { return nil }
        replacedUnnamed = nil
        // With nothing under way before it, it is not void.
        guard let backend, !backend.expected.isEmpty else { return nil }
        let detail = ExpectedResponse.Detail()
        detail.replaced = replaced
        detail.replacedOnBackend = backend.unnamed
        return detail
    }

    /// The backend has the statement already: ParseComplete without a Parse, unless the transaction has
    /// failed or may have by then, which only the server knows.
    private func announce(_ name: [UInt8], _ statement: ServerStatement, _ plan: Plan) {
        guard let backend else { return }
        let detail = ExpectedResponse.Detail()
        detail.clientStatement = name
        let isIdle =
            backend.transactionStatus == UInt8(ascii: "I") && backend.expected.isEmpty
        if isIdle || plan.isTakenInFailure {
            detail.bytes.appendParseComplete()
            backend.expected.append(ExpectedResponse(.local, plan: plan, detail: detail))
            backend.deliverDueLocals()
        } else {
            let takesSnapshot = plan.message.statements.contains(where: \.takesSnapshot)
            loop.toBackend.appendParse(
                statement: [],
                query: takesSnapshot ? ProbeText.query : ProbeText.utility
            )
            backend.unnamed = nil
            backend.expected.append(ExpectedResponse(.parse, plan: plan, detail: detail))
        }
    }

    /// Whether a text names prepared statements while it is open which there will be; if so, what comes
    /// is read again when all is answered.
    private func mustSettle(_ plan: Plan) -> Bool {
        guard plan.needsComposing, let backend, !backend.expected.isEmpty,
            backend.expected.lastRoundEnd > backend.expected.answered
        else { return false }
        awaitAnswers()
        return true
    }

    /// Whether a name means one thing or another by answers that are still due; if so, what comes is
    /// read again when they are there.
    private func dependsOnAnswers(_ name: UnsafeRawBufferPointer) -> Bool {
        guard backend?.expected.isEmpty == false else { return false }
        let mark =
            name.isEmpty
            ? prepared.unnamedState.mark : prepared.find(name)?.mark ?? lastRemoval
        guard isUnsure(mark) else { return false }
        awaitAnswers()
        return true
    }

    /// A statement with the session's present values in its text.
    ///
    /// - Parameters:
    ///   - entry: A prepared statement.
    ///   - argument: The first parameter's value, if it is an integer.
    /// - Returns: The same entry for a text that has none.
    /// - Throws: As `composed`.
    private func brought(
        upToDate entry: PreparedStatements.Entry,
        argument: Int32? = nil
    ) throws(ProxyError) -> PreparedStatements.Entry {
        guard let origin = entry.plan.origin else { return entry }
        let plan = try composed(origin, argument: argument)
        if let composed = plan.composed { _ = sendUses(composed) }
        var current = entry
        if plan.text == entry.plan.text {
            // Nothing to prepare anew; what it does when it completes may differ.
            current.plan = plan
            return current
        }
        current.plan = plan
        current.statement = entry.statement.parameterTypes.withUnsafeBytes {
            plan.serverStatement(parameterTypes: $0, nextID: loop.worker.nextStatementID)
        }
        prepared.define(current)
        return current
    }

    /// Sends Parse for a statement under the proxy's own name.
    private func sendParse(
        _ statement: ServerStatement,
        visible: Bool,
        definedName: [UInt8]?,
        plan: Plan?
    ) {
        guard let backend = backend else { return }
        _ = makeRoom(1)
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

    /// Closes what the backend has too many of.
    ///
    /// - Parameter count: How many more are coming.
    /// - Returns: Whether anything was sent.
    private func makeRoom(_ count: Int) -> Bool {
        guard let backend else { return false }
        let limit = backend.pool.connection.pool.maxPreparedStatements
        var hasSent = false
        while let evicted = backend.statementToEvict(limit: max(limit - count, 1)) {
            loop.toBackend.appendClose(.statement, name: ServerStatement.name(evicted))
            backend.expected.append(ExpectedResponse(.close, visible: false))
            hasSent = true
        }
        return hasSent
    }

    private func bindReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try BindMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.statement])
        if dependsOnAnswers(name) { return false }
        let portal = UnsafeRawBufferPointer(rebasing: body[message.portal])
        var entry = try preparedStatement(name, boundTo: portal)
        try checkCursors(of: entry.plan)
        guard ensureBackend(), let backend = backend else { return false }
        if entry.plan.origin != nil {
            entry = try brought(upToDate: entry, argument: message.integerArgument(in: body))
        }
        if !portal.isEmpty, portals.namedCount >= loop.worker.state.configuration.limits.portalsMax
        {
            throw ProxyError(
                .configurationLimitExceeded,
                "too many open portals in one session",
                hint: "Close portals that are no longer fetched from."
            )
        }
        if entry.plan.isProtected {
            backend.note(bound: UnsafeRawBufferPointer(rebasing: body[message.parameters]))
        }
        guard provide(entry, on: backend) else { return false }
        if entry.name.isEmpty {
            loop.toBackend.append(contentsOf: frame)
        } else {
            loop.toBackend.appendBind(
                portal: Array(portal),
                statement: entry.statement.name,
                arguments: UnsafeRawBufferPointer(rebasing: body[message.arguments])
            )
        }
        backend.expected.append(ExpectedResponse(.bind, plan: entry.plan))
        portals.define(portal, plan: entry.plan, number: backend.expected.appended)
        return true
    }

    /// Sends Parse for a statement that the backend does not have.
    ///
    /// - Returns: False when answers that are due must tell whether it has it; then the message at hand is
    ///   handled again once they are there.
    private func provide(_ entry: PreparedStatements.Entry, on backend: Backend) -> Bool {
        if entry.name.isEmpty {
            if backend.unnamed !== entry.statement || backend.isUnsureOfUnnamed {
                sendUnnamedParse(entry)
            }
        } else if !backend.has(entry.statement) {
            sendParse(entry.statement, visible: false, definedName: nil, plan: entry.plan)
            backend.noteProvided(entry.statement)
        } else if backend.isUnsure(of: entry.statement) {
            awaitAnswers()
            return false
        }
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
        if dependsOnAnswers(name) { return false }
        var entry = try preparedStatement(name)
        guard ensureBackend(), let backend = backend else { return false }
        if !entry.isDescribed {
            entry.isDescribed = true
            prepared.define(entry)
        }
        entry = try brought(upToDate: entry)
        guard provide(entry, on: backend) else { return false }
        if entry.name.isEmpty {
            loop.toBackend.append(contentsOf: frame)
        } else {
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
            plan.policyID != resolved?.policyID || generation != loop.worker.state.generation
        {
            try refreshPolicy()
            guard plan.policyID == resolved?.policyID else {
                throw ProxyError(
                    .objectNotInPrerequisiteState,
                    "the portal was opened under an earlier policy",
                    hint: "Run the statement again."
                )
            }
        }
        if plan == nil, !name.isEmpty {
            if generation != loop.worker.state.generation { try refreshPolicy() }
            try checkCursor(String(decoding: name, as: UTF8.self))
        }
        guard ensureBackend(), let backend = backend else { return false }
        if let plan, plan.discardsAll {
            guard backend.expected.isEmpty else {
                awaitAnswers()
                return false
            }
            try checkDiscard(on: backend)
        }
        if let plan, !plan.isShow { lastPlan = plan }
        loop.toBackend.append(contentsOf: frame)
        backend.expected.append(ExpectedResponse(.execute, plan: plan))
        if let plan, plan.discardsAll {
            // It would have closed its own portal too.
            portals.remove(name)
            loop.toBackend.appendClose(.portal, name: Array(name))
            backend.expected.append(ExpectedResponse(.close, visible: false))
        }
        if let plan, mustComplete(plan) { awaitAnswers() }
        return true
    }

    private func closeReceived(
        _ frame: UnsafeRawBufferPointer,
        _ body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> Bool {
        let message = try DescribeMessage(body: body)
        let name = UnsafeRawBufferPointer(rebasing: body[message.name])
        if message.object == .statement {
            if dependsOnAnswers(name) { return false }
            // Backends keep the statement: other sessions may use the same text.
            if name.isEmpty {
                removeUnnamed()
                answerInOrder(replacedDetail()) { $0.appendCloseComplete() }
                prepared.markUnnamed(lastMark)
                return true
            }
            let detail = ExpectedResponse.Detail()
            detail.closed = prepared.find(name)
            prepared.remove(name)
            answerInOrder(detail) { $0.appendCloseComplete() }
            lastRemoval = lastMark
            return true
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
    private func answerInOrder(
        _ known: ExpectedResponse.Detail? = nil,
        _ build: (inout [UInt8]) -> Void
    ) {
        guard let backend = backend, !backend.expected.isEmpty else { return send(build) }
        let detail = known ?? ExpectedResponse.Detail()
        build(&detail.bytes)
        backend.expected.append(ExpectedResponse(.local, detail: detail))
    }

    /// A message over its limit, or one that waited in vain, is answered as if it had been refused.
    func refuseFrame(type: UInt8, _ error: ProxyError) {
        switch type {
        case UInt8(ascii: "Q"), UInt8(ascii: "F"), UInt8(ascii: "S"):
            _ = refuseQuery(error)
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
        let dropped = dropUnnamed()
        guard let backend = backend else {
            send { bytes in
                bytes.appendErrorResponse(error)
                bytes.appendReadyForQuery(.idle)
            }
            return true
        }
        let detail = dropped ?? ExpectedResponse.Detail()
        detail.refusal = error
        loop.toBackend.appendQuery(Refusal.text)
        backend.unnamed = nil
        backend.expected.append(ExpectedResponse(.query, detail: detail))
        prepared.markUnnamed(lastMark)
        return true
    }

    /// Refuses a message of an extended-query round; everything up to Sync is void.
    ///
    /// - Parameters:
    ///   - error: What the client is told.
    ///   - precedesFailure: Also when the transaction has failed.
    /// - Returns: True: it has been dealt with.
    func refuseInRound(_ error: ProxyError, precedesFailure: Bool = false) -> Bool {
        noteRefusal(error)
        guard let backend = backend else {
            isSkippingToSync = true
            replacedUnnamed = nil
            send { $0.appendErrorResponse(error) }
            return true
        }
        let replacesUnnamed = replacedUnnamed != nil
        let detail = replacedDetail() ?? ExpectedResponse.Detail()
        detail.refusal = error
        detail.refusalPrecedesFailure = precedesFailure
        loop.toBackend.appendParse(statement: Refusal.name, query: Refusal.text)
        backend.expected.append(ExpectedResponse(.parse, detail: detail))
        if replacesUnnamed { prepared.markUnnamed(lastMark) }
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
            return try loop.worker.plan(
                text,
                kind,
                declaredTypes: declaredTypes,
                in: resolved,
                facts: facts(for: text)
            )
        }
        return try largePlan(text, kind, declaredTypes, resolved)
    }

    /// The plan of a large text: nil while a parser thread is at it that has not seen it before, then the
    /// message is handed in again.
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
        if let known = loop.worker.largePlan(
            text,
            hash: hash,
            kind,
            contextID: session.contextID,
            declaredTypes
        ) {
            return known
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

    /// The session's prepared statement of that name, rewritten again if the policy has changed, or what it
    /// tells of the session may have.
    ///
    /// - Parameters:
    ///   - name: The client's.
    ///   - portal: Where it is about to be bound.
    /// - Returns: The statement as it is to be prepared on a backend now.
    /// - Throws: 26000 for none, 0A000 when a described one would give other columns.
    func preparedStatement(
        _ name: UnsafeRawBufferPointer,
        boundTo portal: UnsafeRawBufferPointer? = nil
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
        let previous = entry.plan
        let isOutdated = portal != nil && previous.message.isSessionSpecific
        guard let resolved = resolved, isOutdated || previous.contextID != resolved.contextID else {
            return entry
        }
        bound = portal.map { (Array($0), previous.clientText) }
        defer { bound = nil }
        var plan = try previous.clientText.withBytes { text throws(ProxyError) in
            try previous.declaredTypes.withBytes { types throws(ProxyError) in
                try loop.worker.plan(
                    text,
                    previous.kind,
                    declaredTypes: DeclaredTypes(types),
                    in: resolved,
                    facts: facts(for: text)
                )
            }
        }
        if plan.needsComposing { plan = try composed(plan) }
        // A client that asked what the statement gives reads its rows accordingly; others ask each time
        // what the portal gives.
        if isOutdated, plan.text == previous.text { return entry }
        guard !entry.isDescribed || plan.message.resultShapes == previous.message.resultShapes
        else {
            throw .resultTypeHasChanged
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
        try checkRoom()
    }

    /// - Parameter count: How many are to be made besides.
    /// - Throws: 53400 when there are too many.
    func checkRoom(adding count: Int = 0) throws(ProxyError) {
        let limit = loop.worker.state.configuration.limits.preparedStatementsMax
        if prepared.namedCount + count >= limit {
            throw ProxyError(
                .configurationLimitExceeded,
                "too many prepared statements in one session",
                hint: "Deallocate some; the limit is \(limit)."
            )
        }
    }
}

/// What is parsed in the place of a statement that the backend has: it fails where any would, and takes a
/// snapshot where that statement does.
private enum ProbeText {
    static let query = Array("SELECT".utf8)
    static let utility = Array("SHOW backslash_quote".utf8)
}

/// What is sent to a backend in the place of a refused statement.
///
/// It parses, so in a failed transaction the server answers 25P02 as it would have; in a sound one it
/// fails, and the transaction fails as if the refused statement had.
private enum Refusal {
    /// A name that the Parse never makes, so that the unnamed statement stays what it is.
    static let name = Array((ServerStatement.namePrefix + "refused").utf8)
    static let text = Array("SELECT pg_catalog.omniproxy_statement_refused()".utf8)
}
