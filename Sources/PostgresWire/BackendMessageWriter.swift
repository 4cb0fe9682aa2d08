// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// Messages to a client, appended to its output buffer (protocol chapter "Message Formats").
extension [UInt8] {
    /// Appends AuthenticationOk.
    package mutating func appendAuthenticationOk() {
        appendAuthentication(code: 0) { _ in }
    }

    /// Appends AuthenticationSASL.
    ///
    /// - Parameter mechanisms: In the server's order of preference.
    package mutating func appendAuthenticationSASL(mechanisms: [String]) {
        appendAuthentication(code: 10) { buffer in
            for mechanism in mechanisms { buffer.appendString(mechanism) }
            buffer.append(0)
        }
    }

    /// Appends AuthenticationSASLContinue.
    ///
    /// - Parameter data: The mechanism's own bytes.
    package mutating func appendAuthenticationSASLContinue(_ data: [UInt8]) {
        appendAuthentication(code: 11) { $0.append(contentsOf: data) }
    }

    /// Appends AuthenticationSASLFinal.
    ///
    /// - Parameter data: The mechanism's own bytes.
    package mutating func appendAuthenticationSASLFinal(_ data: [UInt8]) {
        appendAuthentication(code: 12) { $0.append(contentsOf: data) }
    }

    /// Appends AuthenticationCleartextPassword.
    package mutating func appendAuthenticationCleartextPassword() {
        appendAuthentication(code: 3) { _ in }
    }

    private mutating func appendAuthentication(code: UInt32, _ data: (inout [UInt8]) -> Void) {
        appendFrame(BackendMessageType.authentication.rawValue) { buffer in
            buffer.appendInteger(code)
            data(&buffer)
        }
    }

    package mutating func appendParameterStatus(name: String, value: String) {
        appendFrame(BackendMessageType.parameterStatus.rawValue) { buffer in
            buffer.appendString(name)
            buffer.appendString(value)
        }
    }

    /// Appends BackendKeyData.
    ///
    /// - Parameters:
    ///   - processID: What the client takes for a process id.
    ///   - key: Four bytes in protocol 3.0, up to 256 in 3.2.
    package mutating func appendBackendKeyData(processID: UInt32, key: [UInt8]) {
        appendFrame(BackendMessageType.backendKeyData.rawValue) { buffer in
            buffer.appendInteger(processID)
            buffer.append(contentsOf: key)
        }
    }

    package mutating func appendReadyForQuery(_ status: TransactionStatus) {
        appendFrame(BackendMessageType.readyForQuery.rawValue) { $0.append(status.rawValue) }
    }

    /// Appends NegotiateProtocolVersion.
    ///
    /// - Parameters:
    ///   - newest: The version the session goes on with; PostgreSQL sends the whole number, not the
    ///     minor half alone.
    ///   - unrecognizedOptions: The `_pq_.` options of the startup packet that mean nothing here.
    package mutating func appendNegotiateProtocolVersion(
        newest: ProtocolVersion,
        unrecognizedOptions: [String]
    ) {
        appendFrame(BackendMessageType.negotiateProtocolVersion.rawValue) { buffer in
            buffer.appendInteger(newest.number)
            buffer.appendInteger(UInt32(unrecognizedOptions.count))
            for option in unrecognizedOptions { buffer.appendString(option) }
        }
    }

    package mutating func appendParseComplete() {
        appendFrame(BackendMessageType.parseComplete.rawValue) { _ in }
    }

    package mutating func appendBindComplete() {
        appendFrame(BackendMessageType.bindComplete.rawValue) { _ in }
    }

    package mutating func appendCloseComplete() {
        appendFrame(BackendMessageType.closeComplete.rawValue) { _ in }
    }

    package mutating func appendNoData() {
        appendFrame(BackendMessageType.noData.rawValue) { _ in }
    }

    package mutating func appendEmptyQueryResponse() {
        appendFrame(BackendMessageType.emptyQueryResponse.rawValue) { _ in }
    }

    package mutating func appendPortalSuspended() {
        appendFrame(BackendMessageType.portalSuspended.rawValue) { _ in }
    }

    package mutating func appendCommandComplete(tag: String) {
        appendFrame(BackendMessageType.commandComplete.rawValue) { $0.appendString(tag) }
    }

    package mutating func appendParameterDescription(types: [UInt32]) {
        appendFrame(BackendMessageType.parameterDescription.rawValue) { buffer in
            buffer.appendInteger(UInt16(types.count))
            for type in types { buffer.appendInteger(type) }
        }
    }

    /// Appends RowDescription for an answer of the proxy's own: every column is `text`.
    ///
    /// - Parameters:
    ///   - columns: The column names.
    ///   - formats: One format code per column, or empty: all are sent as text. The two formats of
    ///     `text` are the same bytes, but a client that asked for one wants to read its own code.
    package mutating func appendTextRowDescription(columns: [String], formats: [UInt16] = []) {
        appendFrame(BackendMessageType.rowDescription.rawValue) { buffer in
            buffer.appendInteger(UInt16(columns.count))
            for (index, column) in columns.enumerated() {
                buffer.appendString(column)
                buffer.appendInteger(UInt32(0))  // no table
                buffer.appendInteger(UInt16(0))  // no attribute
                buffer.appendInteger(TextColumn.typeOID)
                buffer.appendInteger(TextColumn.typeLength)
                buffer.appendInteger(Int32(-1))  // no modifier
                buffer.appendInteger(index < formats.count ? formats[index] : 0)
            }
        }
    }

    /// Appends DataRow.
    ///
    /// - Parameter values: One per column, nil for null.
    package mutating func appendTextDataRow(_ values: [String?]) {
        appendFrame(BackendMessageType.dataRow.rawValue) { buffer in
            buffer.appendInteger(UInt16(values.count))
            for value in values {
                guard let value else {
                    buffer.appendInteger(Int32(-1))
                    continue
                }
                buffer.appendInteger(UInt32(value.utf8.count))
                buffer.append(contentsOf: value.utf8)
            }
        }
    }

    /// Appends ErrorResponse with what the client may know of `error`.
    ///
    /// - Parameters:
    ///   - error: Its log text stays behind.
    ///   - severity: FATAL when the connection ends with it.
    package mutating func appendErrorResponse(
        _ error: ProxyError,
        severity: DiagnosticSeverity = .error
    ) {
        appendDiagnostic(BackendMessageType.errorResponse.rawValue, error, severity)
    }

    /// Appends NoticeResponse.
    ///
    /// - Parameters:
    ///   - notice: An error value used for its fields.
    ///   - severity: NOTICE or WARNING.
    package mutating func appendNoticeResponse(
        _ notice: ProxyError,
        severity: DiagnosticSeverity = .notice
    ) {
        appendDiagnostic(BackendMessageType.noticeResponse.rawValue, notice, severity)
    }

    private mutating func appendDiagnostic(
        _ type: UInt8,
        _ error: ProxyError,
        _ severity: DiagnosticSeverity
    ) {
        var fields: [(DiagnosticField, String)] = [
            (.severity, severity.rawValue), (.severityUnlocalized, severity.rawValue),
            (.sqlState, error.sqlState.code), (.message, error.message),
        ]
        if let detail = error.detail { fields.append((.detail, detail)) }
        if let hint = error.hint { fields.append((.hint, hint)) }
        if let position = error.position { fields.append((.position, String(position))) }
        if let routine = error.routine { fields.append((.routine, routine)) }
        appendFrame(type) { buffer in
            for (field, text) in fields {
                buffer.append(field.rawValue)
                buffer.appendString(text)
            }
            buffer.append(0)
        }
    }
}

/// `pg_type`'s row for `text`.
private enum TextColumn {
    static let typeOID: UInt32 = 25
    static let typeLength: UInt16 = 0xFFFF  // -1, varying
}
