// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import CLinux
import Glibc
import Logging
import PostgresErrors
import PostgresWire
import SQLRewrite

/// One connection to a database, opened by libpq and relayed by this loop from then on.
///
/// Confined to its loop. Leased to one client at a time, for a transaction or, in session pooling, for the
/// client's life.
final class Backend {
    /// The most bytes of one message that is looked into as a whole (errors, notices, parameter status).
    private static let inspectedMessageBytesMax = 16 << 20

    let loop: EventLoop
    let pool: Pool
    private var transport: Transport
    let processID: UInt32
    let cancel: BackendCancel
    let openedAt: UInt64
    /// When it last became idle.
    var idleSince: UInt64 = 0

    /// The client that leases it.
    var client: Client? {
        // What the last one said is none of the next one's business.
        didSet { bound.forget() }
    }
    /// What errors of the statements under way may quote.
    private(set) var bound = BoundValues()
    /// Its place among its pool's leased ones.
    var leasedPlace: Int?
    let expected = ExpectedResponses()
    /// `I`, `T` or `E`, of the last ReadyForQuery.
    private(set) var transactionStatus = UInt8(ascii: "I")
    /// Settings in force beyond the pinned ones; identical objects mean identical settings.
    var settings: SettingsBundle
    /// Prepared statements it has, with the tick of their last use.
    private var prepared: [UInt64: UInt64] = [:]
    private var tick: UInt64 = 0
    private var lastUsed: ServerStatement?
    /// What its unnamed statement is.
    var unnamed: ServerStatement? {
        didSet { unnamedNumber = expected.appended + 1 }
    }
    /// The message that made it so, by its answer.
    private var unnamedNumber: UInt64 = 0
    /// The proxy's own Parses under way by statement: an error in their round makes them void.
    private var provided: [UInt64: UInt64] = [:]
    /// Cancel requests under way: until they are done it must not serve anybody else.
    var cancelsInFlight = 0
    private(set) var isClosed = false
    /// Set when it must not serve another client (reconfigured, too old).
    var isRetired = false

    /// When it was given what it works on; 0 while it has nothing to do.
    private(set) var busySince: UInt64 = 0
    /// Cancels that came while the proxy's own statements ran in front of the client's.
    private var cancelsWhenPrepared: [@Sendable () -> Void] = []

    /// It owes nothing and nothing is open on it.
    var isClean: Bool {
        !isClosed && expected.areSettled && transactionStatus == UInt8(ascii: "I")
    }

    /// What it reported of its settings.
    private(set) var parameters: [String: String]
    private var outbound = OutboundBytes()
    /// The start of a message that has not come whole.
    private var partial: [UInt8] = []
    /// Bytes still to come of a message that is passed on as it comes.
    private var passThroughRemaining = 0
    private var passThroughIsVisible = false
    /// Its last byte completes the response at the head.
    private var passThroughCompletes = false
    private var interest: UInt32 = EPOLLIN.rawValue
    /// It hung up while its client takes nothing: the loop does not watch it until the client does, for
    /// a hang-up cannot be unsubscribed and would be reported without end.
    private var isParked = false
    /// What the backend said before it hung up.
    private var fatalError: BackendErrorFields?

    convenience init(_ opened: BackendTransport, loop: EventLoop, pool: Pool) {
        self.init(MovingBackend(opened, at: loop.now), loop: loop, pool: pool)
    }

    init(_ moving: MovingBackend, loop: EventLoop, pool: Pool) {
        self.loop = loop
        self.pool = pool
        transport = moving.transport
        processID = moving.processID
        cancel = moving.cancel
        parameters = moving.parameters
        openedAt = moving.openedAt
        idleSince = loop.now
        settings = loop.worker.settings.bundle(moving.settings)
        prepared = moving.prepared
        tick = moving.tick
        loop.add(
            transport.descriptor,
            data: EventLoop.data(self, tag: .backend),
            interest: interest
        )
        // TLS may hold bytes for which no event will come.
        if transport.hasPending { scheduleRead() }
    }

    /// The client has bound values, with which what it sends next runs.
    func note(bound parameters: UnsafeRawBufferPointer) {
        if expected.isEmpty { bound.forget() }
        bound.append(parameters)
    }

    // MARK: Sending

    /// Sends what was gathered for it; what it does not take is kept, and the client is not read until
    /// it has.
    func send(_ bytes: UnsafeRawBufferPointer) {
        guard !isClosed, bytes.count > 0 else { return }
        if busySince == 0 { busySince = loop.now }
        var sent = 0
        if outbound.isEmpty {
            switch transport.write(bytes) {
            case .bytes(let count): sent = count
            case .wouldBlock: sent = 0
            case .endOfStream, .failed: return  // the read side reports why
            }
        }
        guard sent < bytes.count else { return }
        outbound.append(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
        updateInterest()
        client?.backendIsFull = true
    }

    private func flushOutbound() {
        while !outbound.isEmpty {
            switch outbound.withBytes({ transport.write($0) }) {
            case .bytes(let count): outbound.removeFirst(count)
            case .wouldBlock, .endOfStream, .failed: return
            }
        }
        updateInterest()
        client?.backendIsFull = false
    }

    /// Whether its client still has to take what was sent to it.
    var clientIsFull = false {
        didSet { if oldValue != clientIsFull { updateInterest() } }
    }

    private func updateInterest() {
        var wanted: UInt32 = 0
        if !clientIsFull { wanted |= EPOLLIN.rawValue }
        if !outbound.isEmpty { wanted |= EPOLLOUT.rawValue }
        guard wanted != interest || isParked, !isClosed else { return }
        interest = wanted
        let data = EventLoop.data(self, tag: .backend)
        if isParked {
            guard !clientIsFull else { return }
            isParked = false
            loop.add(transport.descriptor, data: data, interest: wanted)
        } else {
            loop.modify(transport.descriptor, data: data, interest: wanted)
        }
        // TLS may hold bytes for which no event will come.
        if wanted & EPOLLIN.rawValue != 0, transport.hasPending { scheduleRead() }
    }

    // MARK: Moving to another loop

    /// Whether nothing of it is under way that this loop alone knows.
    var mayMove: Bool {
        isClean && !isRetired && client == nil && cancelsInFlight == 0
            && cancelsWhenPrepared.isEmpty && partial.isEmpty
            && outbound.isEmpty
            && passThroughRemaining == 0
    }

    /// Gives up the connection to another loop; this object is as closed from then on.
    ///
    /// Not while it is handling what it received.
    func leaveLoop() -> MovingBackend {
        precondition(mayMove, "a backend moves between two sessions")
        isClosed = true
        loop.remove(transport.descriptor)
        loop.bury(self)
        return MovingBackend(
            transport: transport,
            processID: processID,
            cancel: cancel,
            parameters: parameters,
            openedAt: openedAt,
            settings: settings.sql,
            prepared: prepared,
            tick: tick
        )
    }

    // MARK: Prepared statements

    func has(_ statement: ServerStatement) -> Bool {
        // Most often it is the one that ran last: then its tick is the newest already.
        if statement === lastUsed { return true }
        guard prepared[statement.id] != nil else { return false }
        tick += 1
        prepared[statement.id] = tick
        lastUsed = statement
        return true
    }

    /// Notes a statement that is being sent; `forget` when that fails.
    func remember(_ statement: ServerStatement) {
        tick += 1
        prepared[statement.id] = tick
    }

    /// Notes that the Parse sent last was for a statement that the client takes to be there.
    func noteProvided(_ statement: ServerStatement) {
        if expected.count == 1 { provided = [:] }
        provided[statement.id] = expected.appended
    }

    /// Whether it is still open if it has the statement when it comes to the next round.
    func isUnsure(of statement: ServerStatement) -> Bool {
        guard !provided.isEmpty, let number = provided[statement.id] else { return false }
        if number > expected.answered { return number <= expected.lastRoundEnd }
        provided[statement.id] = nil
        return false
    }

    /// Likewise its unnamed statement.
    var isUnsureOfUnnamed: Bool {
        unnamedNumber > expected.answered && unnamedNumber <= expected.lastRoundEnd
    }

    func forget(_ statement: ServerStatement) {
        provided[statement.id] = nil
        if lastUsed === statement { lastUsed = nil }
        prepared[statement.id] = nil
    }

    /// The least recently used statement beyond the limit, which the caller closes.
    func statementToEvict(limit: Int) -> UInt64? {
        guard prepared.count > limit else { return nil }
        guard let oldest = prepared.min(by: { $0.value < $1.value }) else { return nil }
        prepared[oldest.key] = nil
        lastUsed = nil
        return oldest.key
    }

    // MARK: Receiving

    func eventsReceived(_ events: UInt32) {
        guard !isClosed else { return }
        if events & EPOLLOUT.rawValue != 0 { flushOutbound() }
        let hasHungUp = events & (EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0
        if hasHungUp, clientIsFull {
            isParked = true
            loop.remove(transport.descriptor)
        } else if hasHungUp || events & EPOLLIN.rawValue != 0 {
            readable()
        }
    }

    private func readable() {
        // A bound, so that one backend cannot keep the loop to itself.
        for _ in 0..<16 {
            guard !isClosed, !clientIsFull else { return }
            switch transport.read(into: loop.readBuffer) {
            case .bytes(let count):
                process(UnsafeRawBufferPointer(rebasing: loop.readBuffer[0..<count]))
            case .wouldBlock:
                return
            case .endOfStream:
                return lost("server closed the connection unexpectedly")
            case .failed(let reason):
                return lost("\(reason)")
            }
            guard transport.isEncrypted else { return }
        }
        scheduleRead()
    }

    /// Reads again in the loop's next turn: TLS may hold bytes for which no event will come.
    private func scheduleRead() {
        let transfer = Transfer(self)
        loop.mailbox.post { _ in transfer.value.readable() }
    }

    private func process(_ bytes: UnsafeRawBufferPointer) {
        if partial.isEmpty {
            let consumed = relay(bytes)
            if consumed < bytes.count {
                partial.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[consumed...]))
            }
        } else {
            var joined = partial
            joined.append(contentsOf: bytes)
            partial.removeAll(keepingCapacity: true)
            let consumed = joined.withUnsafeBytes { relay($0) }
            if consumed < joined.count { partial.append(contentsOf: joined[consumed...]) }
        }
    }

    /// Passes on what the client may have and takes out what is the proxy's.
    ///
    /// Row data is never looked into: contiguous messages for the client go out as one span of the read
    /// buffer.
    ///
    /// - Returns: How many bytes were dealt with; the rest is the start of a message to be inspected.
    private func relay(_ bytes: UnsafeRawBufferPointer) -> Int {
        var span = RelayedSpan()
        var offset = 0
        var roundEnded = false
        let count = bytes.count
        if !loop.toClient.isEmpty { loop.toClient.removeAll(keepingCapacity: true) }

        scan: while offset < count {
            if passThroughRemaining > 0 {
                let length = min(passThroughRemaining, count - offset)
                if passThroughIsVisible { span.add(offset..<offset + length, of: bytes, to: loop) }
                passThroughRemaining -= length
                offset += length
                if passThroughRemaining == 0, passThroughCompletes {
                    passThroughCompletes = false
                    responseCompleted(&span, bytes)
                }
                continue
            }
            guard count - offset >= 5 else { break }
            let type = bytes[offset]
            let length = Int(
                UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt32.self))
            )
            guard length >= 4, length <= Int(Int32.max) else {
                lost("the server sent a message of impossible length", &span, bytes)
                return count
            }
            let total = length + 1
            switch type {
            case UInt8(ascii: "D"), UInt8(ascii: "d"), UInt8(ascii: "T"), UInt8(ascii: "t"),
                UInt8(ascii: "H"), UInt8(ascii: "c"), UInt8(ascii: "n"), UInt8(ascii: "1"),
                UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "I"), UInt8(ascii: "s"):
                let match = expected.match(type)
                guard match != .unexpected else {
                    lost(
                        "the server sent message '\(Character(UnicodeScalar(type)))' unasked",
                        &span,
                        bytes
                    )
                    return count
                }
                let isVisible = expected.headIsVisible
                if !isVisible, type == UInt8(ascii: "D"), let head = expected.head,
                    head.detail != nil
                {
                    // A row of the proxy's own query is needed whole.
                    guard count - offset >= total else { break scan }
                    captureRow(
                        UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + total]),
                        for: head
                    )
                    offset += total
                    continue
                }
                passThroughRemaining = total
                passThroughIsVisible = isVisible
                let available = min(total, count - offset)
                if isVisible {
                    span.add(offset..<offset + available, of: bytes, to: loop)
                }
                passThroughRemaining -= available
                offset += available
                if match == .completes {
                    // What is due next must not come before the end of this message.
                    passThroughCompletes = passThroughRemaining > 0
                    if !passThroughCompletes { responseCompleted(&span, bytes) }
                }
            case UInt8(ascii: "C"):
                guard count - offset >= total else { break scan }
                let match = expected.match(type)
                guard match != .unexpected else {
                    lost("the server sent CommandComplete unasked", &span, bytes)
                    return count
                }
                if expected.headIsVisible {
                    if expected.headHasEffects, let head = expected.head, let plan = head.plan {
                        let body = UnsafeRawBufferPointer(
                            rebasing: bytes[offset + 5..<offset + total]
                        )
                        if let tag = statementCompleted(head, plan: plan, tag: body) {
                            span.flush(bytes, to: loop)
                            loop.toClient.appendCommandComplete(tag: tag)
                        } else {
                            span.add(offset..<offset + total, of: bytes, to: loop)
                        }
                    } else {
                        span.add(offset..<offset + total, of: bytes, to: loop)
                    }
                }
                offset += total
                if match == .completes { responseCompleted(&span, bytes) }
            case UInt8(ascii: "Z"):
                guard count - offset >= total else { break scan }
                guard total == 6, expected.match(type) == .completes,
                    let round = expected.removeFirst()
                else {
                    lost("the server sent ReadyForQuery unasked", &span, bytes)
                    return count
                }
                transactionStatus = bytes[offset + 5]
                if transactionStatus == UInt8(ascii: "I") {
                    client?.transactionEnded(answered: expected.answered)
                }
                if let client, client.hasUnreportedParameters, round.isVisible {
                    span.flush(bytes, to: loop)
                    client.reportParameters(to: &loop.toClient)
                }
                if round.isVisible { span.add(offset..<offset + total, of: bytes, to: loop) }
                offset += total
                if round.isVisible { client?.noteActivity() }
                if let detail = round.detail {
                    detail.capture?(nil)
                    if detail.isEssential { sendHeldCancels() }
                }
                if expected.headKind == .local { emitLocals(&span, bytes) }
                busySince = loop.now
                roundEnded = true
            case UInt8(ascii: "E"), UInt8(ascii: "N"), UInt8(ascii: "S"), UInt8(ascii: "A"):
                guard total <= Self.inspectedMessageBytesMax else {
                    lost("the server sent a message that is too long", &span, bytes)
                    return count
                }
                guard count - offset >= total else { break scan }
                let body = UnsafeRawBufferPointer(rebasing: bytes[offset + 5..<offset + total])
                span.flush(bytes, to: loop)
                inspect(type, body)
                if isClosed { return count }
                offset += total
            default:
                lost(
                    "the server sent message type \(type), which has no place here",
                    &span,
                    bytes
                )
                return count
            }
        }

        deliver(span, of: bytes)
        if expected.isEmpty { busySince = 0 }
        if let client, client.hasTooManyUnderWay { client.answersCame() }
        let waiting = client?.awaitsAnswers == true ? client : nil
        if roundEnded, isClean { client?.backendIsClean(self) }
        if let waiting { waiting.answersMayHaveCome() }
        return offset
    }

    private func deliver(_ relayed: RelayedSpan, of bytes: UnsafeRawBufferPointer) {
        var span = relayed
        guard let client = client else { return }
        if loop.toClient.isEmpty {
            if !span.range.isEmpty {
                client.send(UnsafeRawBufferPointer(rebasing: bytes[span.range]))
            }
        } else {
            span.flush(bytes, to: loop)
            loop.toClient.withUnsafeBytes { client.send($0) }
            loop.toClient.removeAll(keepingCapacity: true)
        }
    }

    /// The response at the head has come to its last byte.
    @inline(__always)
    private func responseCompleted(_ span: inout RelayedSpan, _ bytes: UnsafeRawBufferPointer) {
        expected.dropFirst()
        if expected.headKind == .local { emitLocals(&span, bytes) }
    }

    /// Hands out the proxy's own answers that have become due.
    private func emitLocals(_ span: inout RelayedSpan, _ bytes: UnsafeRawBufferPointer) {
        while let head = expected.head, head.kind == .local {
            span.flush(bytes, to: loop)
            span = RelayedSpan()
            if let detail = head.detail { loop.toClient.append(contentsOf: detail.bytes) }
            expected.removeFirst()
        }
    }

    /// Hands out the proxy's own answers when nothing from the backend is due before them.
    func deliverDueLocals() {
        while let head = expected.head, head.kind == .local {
            expected.removeFirst()
            head.detail?.bytes.withUnsafeBytes { client?.send($0) }
        }
    }

    private func captureRow(_ frame: UnsafeRawBufferPointer, for head: ExpectedResponse) {
        // Type, length, column count, then the first column's length and bytes.
        guard let capture = head.detail?.capture, frame.count >= 11 else { return }
        let length = Int(
            Int32(bigEndian: frame.loadUnaligned(fromByteOffset: 7, as: Int32.self))
        )
        guard length >= 0, frame.count >= 11 + length else { return }
        capture(UnsafeRawBufferPointer(rebasing: frame[11..<11 + length]))
    }

    /// - Returns: The tag to send instead of the backend's.
    private func statementCompleted(
        _ head: ExpectedResponse,
        plan: Plan,
        tag: UnsafeRawBufferPointer
    ) -> String? {
        let index = Int(head.statementIndex)
        if head.kind == .query { expected.updateHead { $0.statementIndex &+= 1 } }
        guard index < plan.message.statements.count else { return nil }
        let statement = plan.message.statements[index]
        if let definition = plan.composed?.definitions[index] { remember(definition.statement) }
        client?.statementCompleted(statement, at: index, of: plan, tag: tag)
        return statement.commandTag
    }

    // MARK: Messages that are looked into

    private func inspect(_ type: UInt8, _ body: UnsafeRawBufferPointer) {
        switch type {
        case UInt8(ascii: "E"):
            guard let fields = BackendErrorFields(body: body) else {
                return lost("the server sent a malformed ErrorResponse")
            }
            errorReceived(fields)
        case UInt8(ascii: "N"):
            if let fields = BackendErrorFields(body: body) { noticeReceived(fields) }
        case UInt8(ascii: "S"):
            parameterStatusReceived(body)
        default:
            // NotificationResponse: nobody can LISTEN, so it is nobody's (R76).
            break
        }
    }

    private func errorReceived(_ fields: BackendErrorFields) {
        if fields.isFatal {
            fatalError = fields
            return
        }
        guard let head = expected.head else {
            return lost("the server reported an error unasked")
        }
        if head.detail?.isEssential == true, !head.isVisible {
            if fields.sqlState == .queryCanceled, head.detail?.isRepeatable == true { return }
            loop.log.error(
                "the proxy's own statement failed on a backend",
                metadata: ["sqlstate": "\(fields.sqlState)", "message": "\(fields.message)"]
            )
            // The last session's statement_timeout: this one loses a statement, as with the backend.
            let isOfOthers = fields.sqlState == .queryCanceled && client?.isReadingSettings == false
            if !isOfOthers { client?.essentialStatementFailed(fields) }
            if !isClosed { lost("the session's settings could not be applied") }
            return
        }
        if CatalogWatch.concerns(fields), let session = client?.resolved {
            loop.worker.shared.catalogs.doubt(session.identity.environment)
        }
        client?.noteFailure()
        let failed = expected.answered + 1
        let voided = expected.errorReceived()
        // The latest first, so that what each of them replaced comes back.
        for (offset, response) in voided.enumerated().reversed() {
            void(response, number: failed + UInt64(offset), hasFailed: offset == 0)
        }
        let isVisible = head.isVisible || voided.contains { $0.isVisible }
        guard isVisible else { return }
        let error: ProxyError
        if let refusal = head.detail?.refusal,
            fields.sqlState != .inFailedSQLTransaction || refusal.sqlState.precedesFailure
                || head.detail?.refusalPrecedesFailure == true
        {
            error = refusal
        } else {
            error = Disclosure.error(fields, of: head.plan, to: client)
        }
        // Whoever prepares that text again must get a statement that is new to the backend.
        if error.isResultTypeChange { head.plan?.forgetServerStatements() }
        loop.toClient.appendErrorResponse(error)
    }

    /// A message that the backend will not carry out: what was taken for granted is taken back.
    ///
    /// - Parameters:
    ///   - response: What was expected of it.
    ///   - number: Its place among all that were.
    ///   - hasFailed: It is the one that failed; the others are not looked at.
    private func void(_ response: ExpectedResponse, number: UInt64, hasFailed: Bool) {
        if response.kind == .query || response.kind == .local, !hasFailed,
            let replaced = response.detail?.replaced
        {
            client?.undefineUnnamed(number, restoring: replaced)
            return
        }
        guard response.kind == .parse || response.kind == .local else { return }
        if let created = response.detail?.created {
            forget(created)
        } else if response.kind == .parse, response.detail?.refusal == nil {
            // Known only if nothing behind it has changed it again.
            let isLatest = !hasFailed && number == unnamedNumber
            unnamed = isLatest ? response.detail?.replacedOnBackend : nil
        }
        if let closed = response.detail?.closed {
            client?.restore(closed)
        } else if let name = response.detail?.clientStatement {
            client?.undefine(name, number)
        } else if response.kind == .parse, response.isVisible {
            client?.undefineUnnamed(number, restoring: hasFailed ? nil : response.detail?.replaced)
        }
    }

    private func noticeReceived(_ fields: BackendErrorFields) {
        guard let head = expected.head, head.isVisible else { return }
        guard let notice = Disclosure.notice(fields) else { return }
        loop.toClient.appendNoticeResponse(notice, severity: .warning)
    }

    private func parameterStatusReceived(_ body: UnsafeRawBufferPointer) {
        guard let status = try? ParameterStatusMessage(body: body) else {
            return lost("the server sent a malformed ParameterStatus")
        }
        let name = String(decoding: body[status.name], as: UTF8.self)
        let value = String(decoding: body[status.value], as: UTF8.self)
        if let pinned = BackendOptions.pinnedParameters[name], pinned != value {
            return lost("the server changed \(name), on which the parser's reading depends")
        }
        parameters[name] = value
        guard let client = client else { return }
        client.parameterReported(
            name,
            value,
            isVisible: expected.head?.isVisible ?? false,
            to: &loop.toClient
        )
    }

    /// The proxy's own statement that the session depends on is under way: a cancel now would hit it
    /// instead of the client's.
    var isBeingPrepared: Bool {
        guard let head = expected.head else { return false }
        return !head.isVisible && head.detail?.isEssential == true
    }

    /// Keeps a cancel until the client's own statement runs.
    func holdCancel(_ done: @escaping @Sendable () -> Void) {
        cancelsWhenPrepared.append(done)
    }

    private func sendHeldCancels() {
        guard !cancelsWhenPrepared.isEmpty, !isBeingPrepared else { return }
        let held = cancelsWhenPrepared
        cancelsWhenPrepared = []
        for done in held {
            if expected.isEmpty { done() } else { loop.worker.cancel(self, done: done) }
        }
    }

    /// A cancel request for it has been delivered.
    func cancelFinished() {
        cancelsInFlight -= 1
        guard cancelsInFlight == 0, isClean else { return }
        client?.backendIsClean(self)
    }

    // MARK: The end

    /// The connection is of no use any more; what was relayed before is delivered first.
    private func lost(
        _ reason: String,
        _ span: inout RelayedSpan,
        _ bytes: UnsafeRawBufferPointer
    ) {
        span.flush(bytes, to: loop)
        lost(reason)
    }

    /// The connection is of no use any more.
    private func lost(_ reason: String) {
        guard !isClosed else { return }
        let client = client
        let fatal = fatalError
        loop.log.warning(
            "backend lost",
            metadata: [
                "pool": "\(pool.name)", "reason": "\(fatal?.message ?? reason)",
                "sqlstate": "\(fatal?.sqlState.code ?? "08006")",
            ]
        )
        // What the client was already due comes before the news.
        if let client = client, !loop.toClient.isEmpty {
            loop.toClient.withUnsafeBytes { client.send($0) }
            loop.toClient.removeAll(keepingCapacity: true)
        }
        let debt = expected.visibleDebt
        let isCutShort = passThroughRemaining > 0 && passThroughIsVisible
        let inTransaction = transactionStatus != UInt8(ascii: "I")
        close()
        if isCutShort {
            // The client has half a message: whatever followed would be read as the rest of it.
            client?.forgetBackend()
            client?.close(reason: "the backend was lost in the middle of a message")
            return
        }
        client?.backendLost(
            error: Self.farewell(fatal?.sqlState, inTransaction: inTransaction, reason: reason),
            roundsPending: debt.rounds,
            hasOpenRound: debt.hasOpenRound,
            inTransaction: inTransaction
        )
    }

    /// What the client is told of a backend that has gone.
    private static func farewell(
        _ sqlState: SQLState?,
        inTransaction: Bool,
        reason: String
    ) -> ProxyError {
        let hint = inTransaction ? nil : "The session goes on; repeat the statement."
        let (code, message) =
            switch sqlState?.code {
            case "57P01": ("57P01", "terminating connection due to administrator command")
            // The client asked for it, with a time of its own.
            case "25P03": ("25P03", "terminating connection due to idle-in-transaction timeout")
            default: ("08006", "the connection to the database was lost")
            }
        return ProxyError(SQLState(code), message, hint: hint, logMessage: reason)
    }

    /// Closes without a word to the client; the pool learns of it.
    func close() {
        guard !isClosed else { return }
        isClosed = true
        loop.remove(transport.descriptor)
        if expected.isEmpty, outbound.isEmpty, transactionStatus == UInt8(ascii: "I") {
            // A polite goodbye saves the server a line in its log.
            var terminate: [UInt8] = []
            terminate.appendTerminate()
            terminate.withUnsafeBytes { _ = transport.write($0) }
        }
        transport.close()
        expected.removeAll()
        let held = cancelsWhenPrepared
        cancelsWhenPrepared = []
        for done in held { done() }
        client = nil
        loop.bury(self)
        pool.closed(self)
    }
}

extension SQLState {
    /// Whether the server says it even when the transaction has failed: it looks at that later.
    fileprivate var precedesFailure: Bool {
        self == .syntaxError || self == .protocolViolation || self == .invalidSQLStatementName
    }
}

/// Contiguous bytes of the read buffer on their way to the client.
private struct RelayedSpan {
    private(set) var range = 0..<0

    /// Adds a message; one that does not join the span before it makes both go through the loop's
    /// gathering buffer, so that the client gets them with one send.
    @inline(__always)
    mutating func add(_ next: Range<Int>, of bytes: UnsafeRawBufferPointer, to loop: EventLoop) {
        if range.isEmpty {
            range = next
        } else if range.upperBound == next.lowerBound {
            range = range.lowerBound..<next.upperBound
        } else {
            flush(bytes, to: loop)
            range = next
        }
    }

    /// Moves the span to the gathering buffer.
    mutating func flush(_ bytes: UnsafeRawBufferPointer, to loop: EventLoop) {
        guard !range.isEmpty else { return }
        loop.toClient.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[range]))
        range = 0..<0
    }
}
