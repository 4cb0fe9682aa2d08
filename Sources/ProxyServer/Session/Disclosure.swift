// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite

/// What a client may read of a backend's errors and notices, in terms of its own text.
enum Disclosure {
    static func error(
        _ fields: BackendErrorFields,
        of plan: Plan?,
        to client: Client?
    ) -> ProxyError {
        let disclosure = ErrorDisclosure(
            // What a cursor WITH HOLD reads is read at COMMIT.
            isProtected: plan?.isProtected == true || client?.cursors.holdBackend == true,
            clientTexts: (plan.map { [$0.clientText] } ?? [])
                + (client?.backend?.bound.texts ?? []),
            logicalSchemas: client?.resolved?.physicalNames ?? [:],
            searchPath: client?.resolved?.context.searchPath ?? []
        )
        var report = fields.report
        // The client's own name of a statement is one that it said.
        report.message = client?.withOwnStatementNames(report.message) ?? report.message
        let shown = disclosure.error(report)
        return positioned(
            ProxyError(
                shown.sqlState,
                shown.message,
                detail: shown.detail,
                hint: shown.hint,
                position: shown.position
            ),
            in: plan
        )
    }

    /// - Returns: Nil when the notice is none of the client's business (R76).
    static func notice(_ fields: BackendErrorFields) -> ProxyError? {
        ErrorDisclosure.notice(fields.report).map { ProxyError($0.sqlState, $0.message) }
    }

    /// Makes a position in the text that was sent one in the text that the client wrote.
    private static func positioned(_ error: ProxyError, in plan: Plan?) -> ProxyError {
        guard let position = error.position, position > 0, let plan = plan else { return error }
        var result = error
        let sent = plan.text
        // Both sides count characters; the map speaks of bytes.
        guard let byte = byteOffset(ofCharacter: position - 1, in: sent) else {
            result.position = nil
            return result
        }
        let clientByte = plan.message.positions.clientOffset(forRewritten: byte)
        let clientPosition = characterCount(before: clientByte, in: plan.clientText) + 1
        result.position = clientPosition
        result.message = ConditionNames.corrected(
            error.message,
            at: clientPosition,
            in: plan.clientText
        )
        return result
    }

    private static func byteOffset(ofCharacter wanted: Int, in text: [UInt8]) -> Int? {
        var character = 0
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if character == wanted { return offset }
            character += 1
        }
        return character == wanted ? text.count : nil
    }

    private static func characterCount(before offset: Int, in text: [UInt8]) -> Int {
        text.prefix(offset).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
}
