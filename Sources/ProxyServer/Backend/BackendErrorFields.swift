// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import SQLRewrite

/// The fields of a backend's ErrorResponse or NoticeResponse that the proxy acts on.
struct BackendErrorFields {
    let severity: String
    let sqlState: SQLState
    let message: String
    let detail: String?
    let hint: String?
    /// In characters of the text that was sent, from 1.
    let position: Int?

    /// - Returns: Nil when the body is malformed.
    init?(body: UnsafeRawBufferPointer) {
        guard let fields = try? DiagnosticFields(body: body) else { return nil }
        severity =
            fields.text(.severityUnlocalized, in: body) ?? fields.text(.severity, in: body)
            ?? "ERROR"
        // Absent in messages of a broken server (CVE-2026-6666 of another proxy): never assumed.
        sqlState = SQLState(fields.text(.sqlState, in: body) ?? "XX000")
        message = fields.text(.message, in: body) ?? ""
        detail = fields.text(.detail, in: body)
        hint = fields.text(.hint, in: body)
        position = fields.text(.position, in: body).flatMap { Int($0) }
    }

    var report: ErrorDisclosure.Report {
        .init(sqlState, message, detail: detail, hint: hint, position: position)
    }

    /// The connection ends with it.
    var isFatal: Bool { severity == "FATAL" || severity == "PANIC" }
}
