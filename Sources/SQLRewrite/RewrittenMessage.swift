// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy

/// Everything a rewrite depends on besides the text.
///
/// Immutable; its object identity is part of the cache key (R85).
package final class RewriteContext: Sendable {
    package let policy: Policy
    /// Logical schemas searched for unqualified names; the policy's unless the session SET its own.
    package let searchPath: [String]
    package let limits: RewriteLimits
    let form: RewriteForm
    let filters = FilterCache()
    let catalogs: CatalogCache
    let topics: TopicCatalog

    package init(
        policy: Policy,
        searchPath: [String]? = nil,
        limits: RewriteLimits = .init(),
        form: RewriteForm = .chosen
    ) {
        self.policy = policy
        self.form = form
        topics = TopicCatalog(policy)
        self.searchPath = searchPath ?? policy.searchPath
        self.limits = limits
        catalogs = CatalogCache(policy: policy, searchPath: self.searchPath, topics: topics)
    }
}

/// How filters are placed.
///
/// All forms give the same rows; the others exist to show that, and what they would cost.
package enum RewriteForm: String, Sendable, CaseIterable {
    /// Each reference as it costs least.
    case chosen
    /// A sub-select around each protected reference.
    case wrapped
    /// One that nothing from outside runs inside of.
    case fenced
}

/// Limits checked before and after parsing (R4, R92, spec 19).
package struct RewriteLimits: Sendable, Equatable {
    /// Bytes of statement text; beyond it 54000.
    package var statementBytesMax = 1_048_576
    /// Levels of the flattened tree; beyond it 54001.
    package var treeDepthMax = 2_000
    /// Characters of one operator; beyond it 54001.
    package var operatorBytesMax = 64

    package init() {}
}

/// Where a message came from; it decides how many statements it may hold and whether `$1` is allowed.
package enum MessageKind: Sendable, Hashable {
    /// A Query message: any number of statements, no parameters.
    case simple
    /// A Parse message: at most one statement.
    case extended
}

/// What a statement does with the savepoint of that name.
package enum SavepointStep: Sendable, Equatable {
    case define(String)
    case release(String)
    case rollBackTo(String)
}

/// What the proxy must know about one statement of a message beyond its text.
package struct RewrittenStatement: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// SELECT, VALUES, TABLE, WITH; COPY … TO STDOUT; cursor statements; anything without an effect
        /// on what the session keeps track of.
        case plain
        /// No statement at all between two semicolons, or an empty message.
        case empty
        case begin, commit, rollback
        case savepoint(SavepointStep)
        /// A SET or RESET that reached the backend's own settings (tracked by the session).
        case setForwarded(name: String)
        /// A SET of a virtual setting. `text` holds a harmless SET with the same command tag; once it
        /// has succeeded the session keeps `value` (nil: back to the default), to the end of the
        /// transaction when it is local.
        case setVirtual(name: String, value: String?, isLocal: Bool)
        /// RESET ALL: forwarded, and the virtual settings go back to their defaults as well.
        case resetAll
        /// SHOW of settings that live in the session, or of all.
        case show
        /// PREPARE name AS query: the query as the client wrote it, and the OIDs of the types written
        /// in the PREPARE, 0 where the backend infers one.
        case prepare(name: String, parameterTypes: [UInt32], query: [UInt8])
        case execute(name: String)
        /// DEALLOCATE name, or ALL when nil; `text` is a harmless statement.
        case deallocate(name: String?)
        /// DISCARD ALL / PLANS / SEQUENCES / TEMP; `text` is RESET ALL for ALL, else a harmless statement.
        case discard(target: String)
        case declareCursor(name: String, isHold: Bool)
        /// FETCH or MOVE.
        case fetch(cursor: String)
        /// CLOSE name, or ALL when nil.
        case closeCursor(name: String?)
        /// A session is cancelled or ended; the proxy does that.
        case signal(SessionSignal)
    }

    package var kind: Kind
    /// The command tag the client must see when the backend's would be another; nil: the backend's.
    package var commandTag: String?
    /// A relation under a filter, a hidden column or a mask is touched: errors and notices of the
    /// backend are disclosed by R75 instead of R74.
    package var isProtected: Bool

    /// Of a SELECT: another one means other columns or types under the same text (R86).
    ///
    /// It holds for this process alone.
    package var resultShape: Int

    /// Parsing it fixes what the transaction sees: SET TRANSACTION comes too late behind it.
    package var takesSnapshot = false

    package init(
        kind: Kind,
        commandTag: String? = nil,
        isProtected: Bool = false,
        resultShape: Int = 0
    ) {
        self.kind = kind
        self.commandTag = commandTag
        self.isProtected = isProtected
        self.resultShape = resultShape
    }
}

/// A message's text made safe to forward, verified (engine.md A2).
package final class RewrittenMessage: Sendable {
    /// Valid UTF-8 without a zero byte, and without the terminating one of the protocol.
    package let text: [UInt8]
    /// One per statement, in order.
    package let statements: [RewrittenStatement]
    package let isProtected: Bool
    /// What each statement gives, see `RewrittenStatement.resultShape`.
    package var resultShapes: [Int] { statements.map(\.resultShape) }
    package let positions: PositionMap
    /// What the session has to fill in before the text is sent, in the text's order.
    package let holes: [SessionHole]
    /// The text holds what is true of one session alone: it must not serve another.
    package let isSessionSpecific: Bool
    /// Why the text was changed, for `omniproxy rewrite` and the audit log.
    package let notes: [RewriteNote]

    package init(
        text: [UInt8],
        statements: [RewrittenStatement],
        positions: PositionMap,
        holes: [SessionHole] = [],
        notes: [RewriteNote] = [],
        isSessionSpecific: Bool = false
    ) {
        self.isSessionSpecific = isSessionSpecific
        self.text = text
        self.statements = statements
        self.isProtected = statements.contains { $0.isProtected }
        self.positions = positions
        self.holes = holes
        self.notes = notes
    }
}

/// The reason for one change of a text.
package struct RewriteNote: Sendable, Equatable {
    /// What the client wrote, such as `orders`.
    package var subject: String
    /// Such as `filter tenant_id = 'acme' from attribute tenant (view orders)`.
    package var reason: String

    package init(subject: String, reason: String) {
        self.subject = subject
        self.reason = reason
    }
}
