// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite

/// Templates by the text around their integers, message kind and rewrite context.
///
/// A text is tried as a template when it comes the second time with other integers: most come once.
struct TemplateCache {
    private struct Key: Hashable {
        var contextID: ContextID
        var kind: MessageKind
        var text: [UInt8]
    }

    private enum Entry {
        case seenOnce
        case template(StatementTemplate)
        /// Tried, and the integers are not all that differs.
        case unfit
    }

    /// Beyond this many texts all are forgotten.
    private static let entriesMax = 4096

    private var entries: [Key: Entry] = [:]

    /// The rewrite of a text by its template, nil without one.
    func filled(
        _ text: UnsafeRawBufferPointer,
        _ integers: ComparedIntegers,
        kind: MessageKind,
        contextID: ContextID
    ) -> RewrittenMessage? {
        let key = Key(contextID: contextID, kind: kind, text: integers.key)
        guard case .template(let template)? = entries[key] else { return nil }
        return template.filled(text, integers)
    }

    /// Takes note of a text that had to be rewritten.
    mutating func learn(
        _ text: UnsafeRawBufferPointer,
        _ integers: ComparedIntegers,
        kind: MessageKind,
        from message: RewrittenMessage,
        in session: ResolvedSession
    ) {
        let key = Key(contextID: session.contextID, kind: kind, text: integers.key)
        switch entries[key] {
        case nil:
            if entries.count >= Self.entriesMax { entries = [:] }
            entries[key] = .seenOnce
        case .seenOnce:
            let template = StatementTemplate(
                of: text,
                integers: integers,
                message: message,
                as: kind,
                in: session.context
            )
            entries[key] = template.map { .template($0) } ?? .unfit
        case .unfit, .template:
            break
        }
    }

    mutating func removeAll() {
        entries = [:]
    }
}
