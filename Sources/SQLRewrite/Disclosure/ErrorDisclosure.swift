// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// What a client sees of a backend's error or notice (R74 to R76).
///
/// Only what is named here is shown at all: context, internal queries, object names, places in the
/// server's source (fields W q p F L R s t c d n) have no way through. A protected statement, one that
/// reads a filtered relation, shows less: an error may have been raised by a row that the client
/// must not know of, and its text may quote that row.
package struct ErrorDisclosure: Sendable {
    /// The fields of an ErrorResponse or NoticeResponse that may be shown.
    package struct Report: Sendable, Equatable {
        package var sqlState: SQLState
        package var message: String
        package var detail: String?
        package var hint: String?
        /// In the rewritten text; the caller maps it back (`PositionMap`).
        package var position: Int?

        package init(
            _ sqlState: SQLState,
            _ message: String,
            detail: String? = nil,
            hint: String? = nil,
            position: Int? = nil
        ) {
            self.sqlState = sqlState
            self.message = message
            self.detail = detail
            self.hint = hint
            self.position = position
        }
    }

    private let isProtected: Bool
    private let clientTexts: [[UInt8]]
    private let schemaNames: SchemaNames

    /// A rule for one message of a client.
    ///
    /// - Parameters:
    ///   - isProtected: Of the rewritten message.
    ///   - clientTexts: What the client said itself: the statement as it sent it, and parameters.
    ///   - logicalSchemas: Physical schema names, and what the client calls them.
    ///   - searchPath: The client's; what it finds there has no schema in front of it in messages.
    package init(
        isProtected: Bool,
        clientTexts: [[UInt8]],
        logicalSchemas: [String: String] = [:],
        searchPath: [String] = []
    ) {
        self.isProtected = isProtected
        self.clientTexts = clientTexts
        schemaNames = SchemaNames(logicalSchemas, searchPath: searchPath)
    }

    /// An error as the client shall see it.
    package func error(_ report: Report) -> Report {
        var shown = report
        shown.message = named(report.message)
        guard isProtected else {
            shown.detail = report.detail.map(named)
            shown.hint = report.hint.map(named)
            return shown
        }
        shown.detail = report.detail.flatMap { remark($0, of: report) }
        shown.hint = report.hint.flatMap { remark($0, of: report) }
        switch Trust(of: report) {
        case .text:
            break
        // A place in the text is given while the statement is analysed, before there are rows.
        case .textThatTheClientSaid where saidByClient(shown.message):
            break
        case .textThatTheClientSaid, .codeAlone:
            shown = Report(report.sqlState, Self.fixedText(for: report.sqlState))
        }
        return shown
    }

    /// A DETAIL or HINT that is always the same, or that tells of a constant in the client's text.
    private func remark(_ text: String, of report: Report) -> String? {
        if ServerPhrases.remarks.contains(text) { return text }
        let isOfConstant = report.sqlState.errorClass == "22" && report.position != nil
        return isOfConstant && saidByClient(text) ? text : nil
    }

    private func named(_ text: String) -> String {
        schemaNames.withoutSearchPath(schemaNames.logical(text)) { name in
            clientTexts.contains { MessageFragments.text($0, has: name) }
        }
    }

    /// A notice as the client shall see it, nil when it shall not.
    ///
    /// Notices quote data as errors do and help nobody who uses a query tool, so a list passes.
    package static func notice(_ report: Report) -> Report? {
        guard harmlessNotices.contains(report.message) else { return nil }
        return Report(report.sqlState, report.message)
    }

    /// Transaction state, raised by the client's own command and without any name or value.
    private static let harmlessNotices: Set<String> = [
        "there is already a transaction in progress",
        "there is no transaction in progress",
        "SET LOCAL can only be used in transaction blocks",
        "SET TRANSACTION can only be used in transaction blocks",
    ]

    /// How much of a protected statement's error is shown.
    private enum Trust {
        /// Raised before rows are read, or about the connection: no data in it.
        case text
        /// Raised by values: shown when it quotes nothing but the client.
        case textThatTheClientSaid
        /// Free text of functions, files and the server's own defects.
        case codeAlone

        init(of report: Report) {
            switch report.sqlState.errorClass {
            // Analysis points at the text; a name that a row supplied, as in a cast to regclass, is
            // looked up later and has no place in it.
            // Counts of columns and numbers of parameters, which no row has a part in.
            case "42" where ["42P10", "42P18"].contains(report.sqlState.code):
                self = .text
            case "42":
                self = report.position == nil ? .textThatTheClientSaid : .text
            case "25", "26", "34", "3D", "3F", "0A", "2D", "40", "55", "57", "08":
                self = .text
            case "21", "22", "23", "2F", "44", "53", "54":
                self = .textThatTheClientSaid
            default:
                self = .codeAlone
            }
        }
    }

    /// Whether the client's own texts have everything that a message quotes and every number in it.
    private func saidByClient(_ message: String) -> Bool {
        MessageFragments.of(ServerPhrases.removed(from: message)).allSatisfy { fragment in
            fragment.count <= Self.fragmentBytesMax
                && clientTexts.contains { MessageFragments.text($0, has: fragment) }
        }
    }

    /// Looking for a fragment takes time in proportion to its length times the statement's.
    private static let fragmentBytesMax = 128

    private static func fixedText(for sqlState: SQLState) -> String {
        texts[sqlState.code] ?? classTexts[String(sqlState.errorClass)]
            ?? "the statement failed"
    }

    private static let texts = [
        "22001": "value too long",
        "22003": "value out of range",
        "22007": "invalid datetime format",
        "22008": "datetime field overflow",
        "22011": "substring error",
        "22012": "division by zero",
        "2201B": "invalid regular expression",
        "22021": "character not in repertoire",
        "22023": "invalid parameter value",
        "22025": "invalid escape sequence",
        "22P02": "invalid input syntax",
        "22P03": "invalid binary representation",
        "23502": "not-null constraint violated",
        "23503": "foreign key constraint violated",
        "23505": "unique constraint violated",
        "23514": "check constraint violated",
        "42501": "permission denied",
        "42703": "column does not exist",
        "42704": "object does not exist",
        "42883": "function does not exist",
        "42P01": "relation does not exist",
        "42P03": "cursor already exists",
        "42P05": "prepared statement already exists",
    ]

    private static let classTexts = [
        "21": "cardinality violation",
        "22": "data exception",
        "23": "integrity constraint violated",
        "2F": "function failed",
        "38": "function failed",
        "39": "function failed",
        "42": "syntax error or access rule violation",
        "44": "check option violated",
        "53": "insufficient resources",
        "54": "program limit exceeded",
        "58": "system error",
        "F0": "configuration error",
        "HV": "foreign data wrapper error",
        "P0": "function failed",
        "XX": "internal error",
    ]
}
