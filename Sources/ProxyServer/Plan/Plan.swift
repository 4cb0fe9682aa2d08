// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
package import SQLRewrite

/// A message's text together with what the rewriter made of it, as kept in the cache and held by
/// prepared statements, portals and expected responses.
///
/// Immutable but for `serverStatements`; confined to the loop that made it.
package final class Plan {
    let hash: UInt64
    let contextID: ContextID
    /// The policy that it was made under, whatever the search path.
    let policyID: ContextID
    let kind: MessageKind
    /// The client's bytes: the cache key, and what is rewritten again when the policy changes.
    let clientText: [UInt8]
    /// The types that Parse declared, count and OIDs as sent; empty when it left all to the server.
    ///
    /// Part of the cache key: what a cast of a parameter can tell depends on its type (R85).
    let declaredTypes: [UInt8]
    let message: RewrittenMessage
    /// What is sent: the message's text, and the tag of the session.
    let text: [UInt8]
    /// See `QueryTag`; empty: none.
    let tag: [UInt8]
    /// True when completing one of the statements changes what the session keeps track of or when its
    /// command tag is replaced: the relay then looks into CommandComplete.
    let hasEffects: Bool
    /// True when completing one of the statements changes how messages behind it are read.
    let changesReading: Bool
    /// The cursors that it fetches from or moves.
    let fetched: [String]
    /// The plan that this one was composed from, which holds for other states of the session as well.
    let origin: Plan?
    let composed: Composed?
    /// The prepared statements made from this plan, by their parameter types.
    private var serverStatements: [ServerStatement] = []

    /// What a session put into a plan.
    struct Composed {
        /// Statements that must be on the backend when it runs.
        var uses: [ServerStatement]
        /// What its PREPAREs make, by the statement's place in the message.
        var definitions: [Int: PreparedStatements.Entry]
        /// It runs a prepared statement that reads what is protected.
        var isProtected: Bool
        /// The process id of the session that it cancels or ends.
        var signalled: Int32?
    }

    package init(
        hash: UInt64,
        contextID: ContextID,
        policyID: ContextID,
        kind: MessageKind,
        clientText: [UInt8],
        declaredTypes: [UInt8] = [],
        message: RewrittenMessage,
        tag: [UInt8] = []
    ) {
        self.tag = tag
        self.text = QueryTag.append(tag, to: message.text)
        self.declaredTypes = declaredTypes
        self.hash = hash
        self.contextID = contextID
        self.policyID = policyID
        self.kind = kind
        self.clientText = clientText
        self.message = message
        self.hasEffects = message.statements.contains { $0.hasEffect }
        self.changesReading = hasEffects && message.statements.contains { $0.changesReading }
        self.fetched = message.statements.compactMap {
            if case .fetch(let cursor) = $0.kind { cursor } else { nil }
        }
        self.origin = nil
        self.composed = nil
    }

    /// - Parameters:
    ///   - message: What the session made of a plan's message.
    ///   - origin: That plan.
    ///   - composed: What it put in.
    init(composed message: RewrittenMessage, from origin: Plan, _ composed: Composed) {
        hash = origin.hash
        contextID = origin.contextID
        policyID = origin.policyID
        kind = origin.kind
        clientText = origin.clientText
        declaredTypes = origin.declaredTypes
        hasEffects = origin.hasEffects
        changesReading = origin.changesReading
        fetched = origin.fetched
        tag = origin.tag
        text = QueryTag.append(tag, to: message.text)
        self.message = message
        self.origin = origin
        self.composed = composed
    }

    /// Whether the session must fill in what only it knows before the text is sent.
    var needsComposing: Bool { !message.holes.isEmpty }

    var isTagged: Bool { !tag.isEmpty && !message.text.isEmpty }

    /// Whether it answers SHOW and does nothing else.
    var isShow: Bool {
        guard let origin, origin.message.statements.count == 1 else { return false }
        return origin.message.holes.contains { hole in
            if case .shown = hole.content { true } else { false }
        }
    }

    /// Whether it reads and does nothing else, now and whenever it is run.
    var isQuery: Bool {
        origin == nil && message.holes.isEmpty
            && message.statements.allSatisfy {
                $0.kind == .plain && $0.commandTag == nil && $0.takesSnapshot
            }
    }

    /// Whether errors are disclosed as those of statements on protected relations.
    var isProtected: Bool { message.isProtected || composed?.isProtected == true }

    /// Whether it is a DISCARD ALL, which no transaction may hold.
    var discardsAll: Bool {
        hasEffects && message.statements.first?.kind == .discard(target: "ALL")
    }

    /// Whether it can be parsed in a failed transaction.
    var isTakenInFailure: Bool {
        message.statements.contains { $0.endsTransaction || $0.kind == .empty }
    }

    /// What the server has prepared of it is out of date.
    func forgetServerStatements() { serverStatements = [] }

    /// The statement as it is prepared on backends for these parameter types.
    ///
    /// - Parameters:
    ///   - parameterTypes: The types of Parse as sent: their count and their OIDs.
    ///   - nextID: Gives the number of a new statement.
    /// - Returns: The same object for the same types, so that a backend can remember it.
    func serverStatement(
        parameterTypes: UnsafeRawBufferPointer,
        nextID: () -> UInt64
    ) -> ServerStatement {
        for statement in serverStatements
        where statement.parameterTypes.elementsEqual(parameterTypes) {
            return statement
        }
        let id = nextID()
        var text = text
        // All executions of a prepared statement have the trace id it was prepared with.
        if isTagged { QueryTag.stamp(id, in: &text, before: 0) }
        let statement = ServerStatement(
            id: id,
            text: text,
            parameterTypes: Array(parameterTypes)
        )
        serverStatements.append(statement)
        return statement
    }
}

/// One prepared statement as backends know it, under a name of the proxy's own.
final class ServerStatement {
    let id: UInt64
    /// `omni_<id>`, without a terminating zero.
    let name: [UInt8]
    let text: [UInt8]
    /// As in Parse: the count in two bytes, then the OIDs in four each.
    let parameterTypes: [UInt8]

    init(id: UInt64, text: [UInt8], parameterTypes: [UInt8]) {
        self.id = id
        self.name = ServerStatement.name(id)
        self.text = text
        self.parameterTypes = parameterTypes
    }

    static func name(_ id: UInt64) -> [UInt8] {
        Array((namePrefix + String(id)).utf8)
    }

    static let namePrefix = "omni_"
}

/// Which RewriteContext a plan was made under; never reused while the process lives.
package typealias ContextID = UInt64

extension RewrittenStatement {
    /// Whether its completion concerns the session.
    var hasEffect: Bool {
        switch kind {
        case .plain, .empty, .begin, .show, .execute, .fetch:
            commandTag != nil
        case .commit, .savepoint, .rollback, .setForwarded, .setVirtual, .resetAll, .prepare,
            .deallocate, .discard, .declareCursor, .closeCursor, .signal:
            true
        }
    }

    /// Whether messages behind it are read otherwise once it has completed.
    var changesReading: Bool {
        switch kind {
        case .setVirtual, .resetAll, .prepare, .deallocate, .discard: true
        case .plain, .empty, .begin, .show, .execute, .fetch, .commit, .savepoint, .rollback,
            .setForwarded, .declareCursor, .closeCursor, .signal:
            false
        }
    }

    /// Whether a transaction or a part of it ends.
    var endsTransaction: Bool {
        switch kind {
        case .commit, .rollback, .savepoint(.rollBackTo): true
        default: false
        }
    }
}
