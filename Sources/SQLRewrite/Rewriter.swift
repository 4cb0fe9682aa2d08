// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The one choke point for everything that is SQL: simple Query and extended Parse both come here, and
/// nothing else reaches a backend as SQL.
///
/// A function of text and context; it needs no connection and may run on any thread of a small fixed set
/// (libpg_query keeps per-thread state, engine.md A3).
package enum Rewriter {
    /// Reads the tables of built-in functions, operators and types, which else the first statement
    /// does: some tens of milliseconds that are better spent before there are clients.
    package static func warmUp() {
        _ = BuiltinFunctions.shared
        _ = BuiltinSafety.shared
        _ = BuiltinOperators.shared
    }

    /// Makes a message safe to forward, or says why it cannot be.
    ///
    /// - Parameters:
    ///   - text: The statement text as the client sent it, without the terminating zero.
    ///   - kind: Where the text came from.
    ///   - context: Policy, search path and limits.
    ///   - parameterTypes: Declared in the Parse message, 0 where the server infers the type; part of
    ///     the cache key, since a declared type decides what a cast can tell (R40, R85). nil when the
    ///     caller cannot say: then nothing is concluded from a cast of a parameter.
    ///   - facts: True of the session alone; a text that says any of them is marked.
    /// - Returns: The verified text and what the session must know of its statements.
    /// - Throws: The refusal as the client shall see it; positions point into `text`.
    package static func rewrite(
        _ text: UnsafeRawBufferPointer,
        as kind: MessageKind,
        in context: RewriteContext,
        parameterTypes: [UInt32]? = nil,
        session facts: SessionFacts = SessionFacts()
    ) throws(ProxyError) -> RewrittenMessage {
        for type in parameterTypes ?? []
        where type != OutParameters.type && !TypeRules.allowsParameter(type: type, context) {
            throw ProxyError(.undefinedObject, "type with OID \(type) does not exist")
        }
        var facts = facts
        facts.query = shownQuery(text)
        var blanked = try StatementText.blanked(text, limits: context.limits)
        if let parameterTypes, parameterTypes.contains(OutParameters.type) {
            blanked = OutParameters.blanked(blanked ?? Array(text), parameterTypes)
            guard blanked != nil else {
                throw ProxyError(
                    .undefinedObject,
                    "type with OID \(OutParameters.type) does not exist"
                )
            }
        }
        guard let blanked else {
            return try rewriteBlanked(text, as: kind, in: context, parameterTypes, facts)
        }
        let result = blanked.withUnsafeBytes { [facts] buffer in
            Result { () throws(ProxyError) in
                try rewriteBlanked(buffer, as: kind, in: context, parameterTypes, facts)
            }
        }
        do {
            return try result.get()
        } catch {
            // A comment's characters are spaces by now, one for each byte.
            var error = error
            error.position = error.position.map { position in
                let byte = blanked.withUnsafeBytes { offset(ofCharacter: position - 1, in: $0) }
                return characters(in: text, before: byte) + 1
            }
            throw error
        }
    }

    /// What pg_stat_activity shows of a text: its default `track_activity_query_size` with the end of it.
    private static func shownQuery(_ text: UnsafeRawBufferPointer) -> String {
        var count = min(text.count, 1023)
        while count > 0, count < text.count, text[count] & 0xC0 == 0x80 { count -= 1 }
        return String(decoding: text[..<count], as: UTF8.self)
    }

    private static func rewriteBlanked(
        _ text: UnsafeRawBufferPointer,
        as kind: MessageKind,
        in context: RewriteContext,
        _ parameterTypes: [UInt32]?,
        _ facts: SessionFacts
    ) throws(ProxyError) -> RewrittenMessage {
        let tree: SyntaxTree
        do {
            tree = try SyntaxTree(parsing: text, depthMax: context.limits.treeDepthMax)
        } catch {
            if error.sqlState == .syntaxError, isShowOfUser(text) {
                return RewrittenMessage(
                    text: [],
                    statements: [RewrittenStatement(kind: .show, commandTag: "SHOW")],
                    positions: .identity,
                    holes: [SessionHole(.shown(name: "omni.user"), range: 0..<0, statement: 0)]
                )
            }
            throw error
        }
        var message = MessageRewrite(
            text: text,
            tree: tree,
            kind: kind,
            context: context,
            parameterTypes: parameterTypes,
            facts: facts
        )
        do {
            do {
                return try message.run()
            } catch  where error.sqlState == .internalError && message.hasGuards {
                // Fences need no place inside of the client's expressions.
                message = MessageRewrite(
                    text: text,
                    tree: tree,
                    kind: kind,
                    context: context,
                    parameterTypes: parameterTypes,
                    usesGuards: false,
                    facts: facts
                )
                return try message.run()
            }
        } catch {
            var error = error
            error.position = error.position.map { characters(in: text, before: $0 - 1) + 1 }
            throw error
        }
    }

    /// `SHOW omni.user`: a reserved word that the grammar has no place for, and that people will type.
    private static func isShowOfUser(_ text: UnsafeRawBufferPointer) -> Bool {
        let tokens = TokenIndex(text, in: 0..<text.count)
        let words = (0..<tokens.count).map { tokens.string(tokens.range($0)).lowercased() }
        return words == ["show", "omni", ".", "user"]
            || words == ["show", "omni", ".", "user", ";"]
    }

    private static func offset(
        ofCharacter character: Int,
        in text: UnsafeRawBufferPointer
    ) -> Int {
        var seen = -1
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            seen += 1
            if seen == character { return offset }
        }
        return text.count
    }

    /// Characters in front of a byte: the protocol counts places so.
    private static func characters(in text: UnsafeRawBufferPointer, before offset: Int) -> Int {
        text.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
