// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors

/// What the rewriter made of one text, for all texts that differ from it in `ComparedIntegers` only.
///
/// Made by trial and not by trust: the rewriter itself rewrites (and verifies) a twin of the text with
/// other integers, and only if filling them into the template gives the very same text is it one. A
/// rewrite that copies a condition elsewhere, integers included, fails that trial.
package struct StatementTemplate: Sendable {
    private let clientText: [UInt8]
    private let integers: ComparedIntegers
    private let message: RewrittenMessage

    /// Nil when the integers are not the only thing that would differ.
    ///
    /// - Parameters:
    ///   - text: A text that has been rewritten.
    ///   - integers: Of that text.
    ///   - message: What became of it.
    ///   - kind: Where the text came from.
    ///   - context: What it was rewritten under; no parameter types were declared.
    package init?(
        of text: UnsafeRawBufferPointer,
        integers: ComparedIntegers,
        message: RewrittenMessage,
        as kind: MessageKind,
        in context: RewriteContext
    ) {
        guard message.holes.isEmpty,
            message.statements.allSatisfy({ $0.kind == .plain && $0.commandTag == nil })
        else { return nil }
        clientText = Array(text)
        self.integers = integers
        let spans = integers.spans
        self.message = message
        for span in spans {
            for edit in message.positions.edits where edit.client.overlaps(span) { return nil }
        }
        for firstDigit in [UInt8(ascii: "7"), UInt8(ascii: "2")] {
            let twin = Self.twin(of: text, spans, firstDigit: firstDigit)
            let isRight = twin.withUnsafeBytes { bytes -> Bool in
                guard let others = ComparedIntegers(bytes), others.key == integers.key else {
                    return false
                }
                do throws(ProxyError) {
                    let fresh = try Rewriter.rewrite(
                        bytes,
                        as: kind,
                        in: context,
                        parameterTypes: []
                    )
                    guard let filled = filled(bytes, others) else { return false }
                    return fresh.text == filled.text && fresh.statements == filled.statements
                        && fresh.positions == filled.positions
                } catch {
                    return false
                }
            }
            guard isRight else { return nil }
        }
    }

    /// The same text with integers of another value and length, each unlike the others.
    private static func twin(
        of text: UnsafeRawBufferPointer,
        _ spans: [Range<Int>],
        firstDigit: UInt8
    ) -> [UInt8] {
        var twin: [UInt8] = []
        var copied = 0
        for (number, span) in spans.enumerated() {
            twin.append(contentsOf: text[copied..<span.lowerBound])
            twin.append(firstDigit)
            twin.append(contentsOf: String(10_007 + number * 13).utf8)
            copied = span.upperBound
        }
        twin.append(contentsOf: text[copied...])
        return twin
    }

    /// The rewrite of a text with other integers.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - others: Its integers.
    /// - Returns: What `Rewriter.rewrite` would give, but for the notes; nil for a text with another key.
    package func filled(
        _ text: UnsafeRawBufferPointer,
        _ others: ComparedIntegers
    ) -> RewrittenMessage? {
        guard others.key == integers.key else { return nil }
        let spans = integers.spans
        let newSpans = others.spans
        var output: [UInt8] = []
        output.reserveCapacity(message.text.count + text.count - clientText.count + 16)
        var edits: [PositionMap.Edit] = []
        edits.reserveCapacity(message.positions.edits.count)
        var next = 0
        var shift = 0
        var copied = 0
        for edit in message.positions.edits {
            while next < spans.count, spans[next].upperBound <= edit.client.lowerBound {
                shift += newSpans[next].count - spans[next].count
                next += 1
            }
            let client = edit.client.lowerBound + shift..<edit.client.upperBound + shift
            output.append(contentsOf: text[copied..<client.lowerBound])
            let start = output.count
            output.append(contentsOf: message.text[edit.rewritten])
            edits.append(.init(client: client, rewritten: start..<output.count))
            copied = client.upperBound
        }
        output.append(contentsOf: text[copied...])
        return RewrittenMessage(
            text: output,
            statements: message.statements,
            positions: PositionMap(edits: edits)
        )
    }
}
