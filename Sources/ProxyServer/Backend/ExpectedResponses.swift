// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite

/// What one message sent to a backend must bring back, and for whom.
struct ExpectedResponse {
    enum Kind: UInt8 {
        /// Parse: ParseComplete.
        case parse
        /// Bind: BindComplete.
        case bind
        /// Describe: ParameterDescription for a statement, then RowDescription or NoData.
        case describe
        /// Execute: rows, then CommandComplete, EmptyQueryResponse or PortalSuspended; or COPY out.
        case execute
        /// Close: CloseComplete.
        case close
        /// Sync: ReadyForQuery.
        case sync
        /// Query: any number of results, then ReadyForQuery.
        case query
        /// Nothing from the backend: bytes of the proxy's own that are due at this place.
        case local
    }

    /// What is out of the ordinary about a response; absent on the hot path.
    final class Detail {
        /// The bytes of a `.local` response, complete messages.
        var bytes: [UInt8] = []
        /// A statement of the backend's that a `.parse` creates: forgotten again when it fails.
        var created: ServerStatement?
        /// The unnamed statement before a Parse or Query: back when that is void.
        var replaced: PreparedStatements.Unnamed?
        /// What the backend's own unnamed statement is when it comes to this.
        var replacedOnBackend: ServerStatement?
        /// The statement that a Close removes: back when it is void.
        var closed: PreparedStatements.Entry?
        /// The client's name of a prepared statement that a `.parse` defines; undone when it fails.
        var clientStatement: [UInt8]?
        /// What the client is told when the backend fails as it was made to (a refusal in the place of
        /// a statement); see `Refusal`.
        var refusal: ProxyError?
        /// It would be said of a failed transaction's statement as well.
        var refusalPrecedesFailure = false
        /// Called with the first column of each row of a swallowed query, and with nil at its end.
        var capture: ((UnsafeRawBufferPointer?) -> Void)?
        /// An error here leaves the backend unusable: it carries settings of somebody else.
        var isEssential = false
        /// One that was canceled may be sent again (57014): the session's own statement_timeout did it.
        var isRepeatable = false
    }

    var kind: Kind
    /// The client asked for it; otherwise the answers are the proxy's own business.
    var isVisible: Bool
    /// The statement of a multi-statement `.query` that runs now.
    var statementIndex: UInt32 = 0
    /// An ErrorResponse has come for this `.query`.
    var hasFailed = false
    /// The plan behind a parse, execute or query: how errors are disclosed and what completion means.
    var plan: Plan?
    var detail: Detail?

    init(_ kind: Kind, visible: Bool = true, plan: Plan? = nil, detail: Detail? = nil) {
        self.kind = kind
        self.isVisible = visible
        self.plan = plan
        self.detail = detail
    }
}

/// The queue of responses a backend still owes, in the order the messages were sent.
///
/// It is told what was sent and what arrived and answers what that means; it does nothing. It knows when a
/// backend owes nothing (engine.md C, release rule). An object, so that a response moves in and out of its
/// ring without its references being counted on the way.
final class ExpectedResponses {
    /// What a message that arrived stands for.
    enum Match: Equatable {
        /// Belongs to the response at the head, which goes on.
        case continues
        /// Completes the response at the head.
        case completes
        /// Nothing that was sent can have brought this: the backend is not understood any more.
        case unexpected
    }

    /// A ring: `count` responses from `headIndex` on.
    private var slots: UnsafeMutablePointer<ExpectedResponse>
    /// A power of two.
    private var capacity = 16
    private var headIndex = 0
    private(set) var count = 0
    /// How many have been appended in all: the number of the last one.
    private(set) var appended: UInt64 = 0
    /// The number of the last one that ends a round.
    private(set) var lastRoundEnd: UInt64 = 0
    /// After an error in an extended-query round: the backend ignores everything up to the next Sync, so
    /// nothing but Sync need be sent to it.
    private(set) var isSkippingToSync = false
    /// Messages of an extended-query round have been sent and its Sync has not: whatever they opened
    /// (a transaction, portals, the skipping after an error) is still there, even when all is answered.
    private(set) var isInRound = false
    /// One of them was Execute, and its transaction goes on.
    private(set) var hasExecutedInRound = false

    init() {
        slots = .allocate(capacity: capacity)
    }

    deinit {
        for offset in 0..<count { (slots + place(offset)).deinitialize(count: 1) }
        slots.deallocate()
    }

    /// The slot of a response, counted from the head.
    @inline(__always)
    private func place(_ offset: Int) -> Int { (headIndex &+ offset) & (capacity &- 1) }

    var isEmpty: Bool { count == 0 }

    /// Nothing is due and nothing is left open: with ReadyForQuery idle, another session may follow.
    var areSettled: Bool { count == 0 && !isInRound && !isSkippingToSync }

    /// The response due next.
    var head: ExpectedResponse? {
        @inline(__always) get { count == 0 ? nil : slots[headIndex] }
    }

    /// Whether completing the head's statement concerns the session.
    var headHasEffects: Bool {
        @inline(__always) get { count > 0 && slots[headIndex].plan?.hasEffects == true }
    }

    /// The head's kind alone: reading it takes no reference to what else the response holds.
    var headKind: ExpectedResponse.Kind? {
        @inline(__always) get { count == 0 ? nil : slots[headIndex].kind }
    }

    /// Whether the head's answer is for the client.
    var headIsVisible: Bool {
        @inline(__always) get { count > 0 && slots[headIndex].isVisible }
    }

    /// The number of the last one that is answered or void.
    var answered: UInt64 { appended - UInt64(count) }

    func append(_ response: consuming ExpectedResponse) {
        appended += 1
        switch response.kind {
        case .parse, .bind, .describe, .close:
            isInRound = true
        case .execute:
            isInRound = true
            hasExecutedInRound = true
        case .query:
            isInRound = false
            hasExecutedInRound = false
            lastRoundEnd = appended
        case .sync:
            isInRound = false
            hasExecutedInRound = false
            isSkippingToSync = false
            lastRoundEnd = appended
        case .local:
            break
        }
        if count == capacity { grow() }
        (slots + place(count)).initialize(to: response)
        count += 1
    }

    /// What comes behind in this round is another transaction's.
    func transactionEnded() {
        hasExecutedInRound = false
    }

    /// Drops the head: its answer is complete.
    @inline(__always)
    func dropFirst() {
        precondition(count > 0, "nothing is due")
        (slots + headIndex).deinitialize(count: 1)
        headIndex = place(1)
        count -= 1
    }

    @discardableResult
    func removeFirst() -> ExpectedResponse? {
        guard count > 0 else { return nil }
        let first = (slots + headIndex).move()
        headIndex = place(1)
        count -= 1
        return first
    }

    /// Changes the head in place.
    func updateHead(_ body: (inout ExpectedResponse) -> Void) {
        guard count > 0 else { return }
        body(&slots[headIndex])
    }

    /// What a backend message other than ErrorResponse and the asynchronous ones means here.
    ///
    /// - Parameter type: The message's type byte.
    /// - Returns: Its place in the response due next.
    @inline(__always)
    func match(_ type: UInt8) -> Match {
        guard let kind = headKind else { return .unexpected }
        switch (kind, type) {
        case (.parse, UInt8(ascii: "1")), (.bind, UInt8(ascii: "2")), (.close, UInt8(ascii: "3")),
            (.describe, UInt8(ascii: "T")), (.describe, UInt8(ascii: "n")),
            (.execute, UInt8(ascii: "C")), (.execute, UInt8(ascii: "I")),
            (.execute, UInt8(ascii: "s")), (.sync, UInt8(ascii: "Z")), (.query, UInt8(ascii: "Z")):
            return .completes
        case (.describe, UInt8(ascii: "t")), (.execute, UInt8(ascii: "D")),
            (.execute, UInt8(ascii: "H")), (.execute, UInt8(ascii: "d")),
            (.execute, UInt8(ascii: "c")), (.query, UInt8(ascii: "T")),
            (.query, UInt8(ascii: "D")), (.query, UInt8(ascii: "C")), (.query, UInt8(ascii: "I")),
            (.query, UInt8(ascii: "H")), (.query, UInt8(ascii: "d")), (.query, UInt8(ascii: "c")):
            return .continues
        default:
            return .unexpected
        }
    }

    /// An ErrorResponse arrived for the response at the head.
    ///
    /// In an extended-query round everything up to the next Sync is void. A Query goes on to its
    /// ReadyForQuery.
    ///
    /// - Returns: What will never be answered, the failed one first; they are numbered without gaps.
    func errorReceived() -> [ExpectedResponse] {
        guard let head = head else { return [] }
        if head.kind == .query {
            updateHead { $0.hasFailed = true }
            return []
        }
        var voided: [ExpectedResponse] = []
        while let next = self.head, next.kind != .sync {
            voided.append(next)
            removeFirst()
        }
        isSkippingToSync = isEmpty
        return voided
    }

    /// A message that later ones have replaced the unnamed statement of has failed or is void.
    ///
    /// - Parameters:
    ///   - number: Its place.
    ///   - state: What the unnamed statement was without it.
    func correctReplaced(by number: UInt64, to state: PreparedStatements.Unnamed) {
        for offset in 0..<count {
            guard let detail = slots[place(offset)].detail,
                detail.replaced?.mark.number == number
            else { continue }
            detail.replaced = state
        }
    }

    /// Forgets everything: the backend is gone.
    func removeAll() {
        while count > 0 { removeFirst() }
        isSkippingToSync = false
        isInRound = false
        hasExecutedInRound = false
    }

    struct VisibleDebt {
        /// How many ReadyForQuery.
        var rounds: Int
        /// Messages of a round whose Sync has not been sent yet.
        var hasOpenRound: Bool

        var isOwing: Bool { rounds > 0 || hasOpenRound }
    }

    /// What the client still waits for.
    var visibleDebt: VisibleDebt {
        var rounds = 0
        var hasOpenRound = false
        for offset in 0..<count {
            let kind = slots[place(offset)].kind
            guard slots[place(offset)].isVisible else { continue }
            if kind == .sync || kind == .query {
                rounds += 1
                hasOpenRound = false
            } else {
                hasOpenRound = true
            }
        }
        return VisibleDebt(rounds: rounds, hasOpenRound: hasOpenRound)
    }

    private func grow() {
        let larger = UnsafeMutablePointer<ExpectedResponse>.allocate(capacity: capacity * 2)
        for offset in 0..<count {
            (larger + offset).moveInitialize(from: slots + place(offset), count: 1)
        }
        slots.deallocate()
        slots = larger
        capacity *= 2
        headIndex = 0
    }
}
