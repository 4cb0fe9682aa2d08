// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// Field codes of ErrorResponse and NoticeResponse (protocol chapter "Error and Notice Message Fields").
package enum DiagnosticField: UInt8, Sendable, CaseIterable {
    case severity = 0x53  // S
    case severityUnlocalized = 0x56  // V
    case sqlState = 0x43  // C
    case message = 0x4D  // M
    case detail = 0x44  // D
    case hint = 0x48  // H
    case position = 0x50  // P
    case internalPosition = 0x70  // p
    case internalQuery = 0x71  // q
    case context = 0x57  // W
    case schema = 0x73  // s
    case table = 0x74  // t
    case column = 0x63  // c
    case dataType = 0x64  // d
    case constraint = 0x6E  // n
    case file = 0x46  // F
    case line = 0x4C  // L
    case routine = 0x52  // R
}

/// What the severity fields say.
package enum DiagnosticSeverity: String, Sendable {
    case error = "ERROR"
    case fatal = "FATAL"
    case panic = "PANIC"
    case warning = "WARNING"
    case notice = "NOTICE"
}

/// The fields of a backend's ErrorResponse or NoticeResponse.
///
/// Any field may be absent, the SQLSTATE
/// included (a pooler in between may send such); a server newer than this list may send more.
package struct DiagnosticFields: Sendable, Equatable {
    /// Where each field's text lies in the body, in the order of the message, unknown codes included.
    package private(set) var fields: [(code: UInt8, text: Range<Int>)]

    /// - Parameter body: The message without type and length.
    /// - Throws: 08P01 when the body is not a list of fields to its last byte.
    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        fields = []
        while true {
            let code = try reader.byte()
            if code == 0 { break }
            fields.append((code, try reader.string()))
        }
        try reader.end()
    }

    /// - Parameter field: The field looked for.
    /// - Returns: Where its text lies in the body; nil when the message does not have it.
    package func range(_ field: DiagnosticField) -> Range<Int>? {
        fields.first { $0.code == field.rawValue }?.text
    }

    /// - Parameters:
    ///   - field: The field looked for.
    ///   - body: The body that the fields were read from.
    /// - Returns: Its text, invalid UTF-8 repaired; nil when the message does not have it.
    package func text(_ field: DiagnosticField, in body: UnsafeRawBufferPointer) -> String? {
        range(field).map { String(decoding: body[$0], as: UTF8.self) }
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.fields.elementsEqual(right.fields) { $0 == $1 }
    }
}

extension [UInt8] {
    /// Appends an ErrorResponse or NoticeResponse with exactly the fields given.
    ///
    /// - Parameters:
    ///   - type: Which of the two.
    ///   - fields: In the order they are written.
    package mutating func appendDiagnostic(
        _ type: BackendMessageType,
        fields: [(DiagnosticField, String)]
    ) {
        appendFrame(type.rawValue) { buffer in
            for (field, text) in fields {
                buffer.append(field.rawValue)
                buffer.appendString(text)
            }
            buffer.append(0)
        }
    }
}
