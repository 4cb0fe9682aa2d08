// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite

/// A message's text together with what the rewriter made of it, as kept in the cache and held by
/// prepared statements, portals and expected responses.
///
/// Immutable but for `serverStatements`; confined to the loop that made it.
final class Plan {
    let hash: UInt64
    let contextID: ContextID
    let kind: MessageKind
    /// The client's bytes: the cache key, and what is rewritten again when the policy changes.
    let clientText: [UInt8]
    /// The types that Parse declared, count and OIDs as sent; empty when it left all to the server.
    ///
    /// Part of the cache key: what a cast of a parameter can tell depends on its type (R85).
    let declaredTypes: [UInt8]
    let message: RewrittenMessage
    /// What is sent.
    var text: [UInt8] { message.text }
    /// True when completing one of the statements changes what the session keeps track of or when its
    /// command tag is replaced: the relay then looks into CommandComplete.
    let hasEffects: Bool
    /// The prepared statements made from this plan, by their parameter types.
    private var serverStatements: [ServerStatement] = []

    init(
        hash: UInt64,
        contextID: ContextID,
        kind: MessageKind,
        clientText: [UInt8],
        declaredTypes: [UInt8] = [],
        message: RewrittenMessage
    ) {
        self.declaredTypes = declaredTypes
        self.hash = hash
        self.contextID = contextID
        self.kind = kind
        self.clientText = clientText
        self.message = message
        self.hasEffects = message.statements.contains { $0.hasEffect }
    }

    /// Whether the session must compose what is sent from `message.text` and its own state.
    var isComposed: Bool {
        switch message.statements.first?.kind {
        case .showVirtual, .prepare, .execute: true
        default: false
        }
    }

    /// Whether it is a DISCARD ALL, which no transaction may hold.
    var discardsAll: Bool {
        hasEffects && message.statements.first?.kind == .discard(target: "ALL")
    }

    /// The plan of a text that the session composed; it is not cached.
    ///
    /// - Parameters:
    ///   - text: What is sent.
    ///   - other: The plan whose relations the text reads, when it is another one's (EXECUTE).
    /// - Returns: A plan without a place in the cache.
    func composed(text: [UInt8], disclosedAs other: Plan? = nil) -> Plan {
        let isProtected = message.isProtected || other?.message.isProtected == true
        let isShow: Bool
        if case .showVirtual? = message.statements.first?.kind {
            isShow = true
        } else {
            isShow = false
        }
        let composed = RewrittenMessage(
            text: text,
            statements: [
                RewrittenStatement(
                    kind: .plain,
                    commandTag: isShow ? "SHOW" : nil,
                    isProtected: isProtected
                )
            ],
            positions: .identity
        )
        return Plan(
            hash: hash,
            contextID: contextID,
            kind: kind,
            clientText: clientText,
            declaredTypes: declaredTypes,
            message: composed
        )
    }

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
        let statement = ServerStatement(
            id: nextID(),
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
        Array("omni_\(id)".utf8)
    }
}

/// Which RewriteContext a plan was made under; never reused while the process lives.
typealias ContextID = UInt64

extension RewrittenStatement {
    /// Whether its completion concerns the session.
    var hasEffect: Bool {
        switch kind {
        case .plain, .empty, .begin, .declareCursor:
            commandTag != nil
        case .commit, .savepoint, .rollback, .setForwarded, .setVirtual, .resetAll, .showVirtual,
            .prepare,
            .execute, .deallocate, .discard:
            true
        }
    }
}
