// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLibpq
import Glibc

/// One connection keyword and its value, as libpq takes them.
struct ConninfoOption: Sendable, Equatable {
    var keyword: String
    var value: String
}

/// Owns one `PGconn`.
///
/// For threads that may block: resolving names and SCRAM do.
final class LibpqConnection {
    enum PollResult {
        case connected
        case failed
        case timedOut
    }

    let connection: OpaquePointer
    private var trace: ConnectionTrace?
    private var isFinished = false

    /// Begins to connect.
    ///
    /// - Parameters:
    ///   - options: Keywords of libpq.
    ///   - isTraced: Whether to write down what the server tells during the login.
    /// - Throws: When memory is out; all else shows when polled.
    init(options: [ConninfoOption], isTraced: Bool = false) throws(BackendFailure) {
        var keywords = options.map { strdup($0.keyword) }
        var values = options.map { strdup($0.value) }
        defer { for text in keywords + values { free(text) } }
        keywords.append(nil)
        values.append(nil)
        let started = keywords.withUnsafeBufferPointer { keywords in
            values.withUnsafeBufferPointer { values in
                keywords.withMemoryRebound(to: UnsafePointer<CChar>?.self) { keywords in
                    values.withMemoryRebound(to: UnsafePointer<CChar>?.self) { values in
                        PQconnectStartParams(keywords.baseAddress, values.baseAddress, 0)
                    }
                }
            }
        }
        guard let started else { throw BackendFailure(message: "out of memory") }
        connection = started
        // A backend's notices during login would go to our standard error.
        PQsetNoticeReceiver(connection, { _, _ in }, nil)
        if isTraced { trace = ConnectionTrace(connection) }
    }

    deinit {
        finish()
    }

    /// Lets libpq say goodbye and free what it holds.
    func finish() {
        guard !isFinished else { return }
        isFinished = true
        trace?.end(connection)
        PQfinish(connection)
    }

    /// Connects on, while the server tried makes progress.
    ///
    /// - Parameters:
    ///   - deadline: Over all hosts.
    ///   - hostTimeout: For each address tried.
    /// - Returns: `timedOut` when the address now tried used up its time: libpq stays with it for ever.
    func poll(until deadline: Deadline, hostTimeout: Duration) -> PollResult {
        guard PQstatus(connection) != CONNECTION_BAD else { return .failed }
        var state = PGRES_POLLING_WRITING
        var address = currentAddress
        var hostDeadline = deadline.limited(to: hostTimeout)
        while true {
            switch state {
            case PGRES_POLLING_OK: return .connected
            case PGRES_POLLING_FAILED: return .failed
            default: break
            }
            let interest: IOInterest = state == PGRES_POLLING_READING ? .readable : .writable
            guard hostDeadline.wait(for: PQsocket(connection), to: interest) else {
                return .timedOut
            }
            state = PQconnectPoll(connection)
            let newAddress = currentAddress
            if newAddress != address {
                address = newAddress
                hostDeadline = deadline.limited(to: hostTimeout)
            }
        }
    }

    private var currentAddress: [String] { [host, hostAddress, port] }

    var host: String { Self.text(PQhost(connection)) }
    var hostAddress: String { Self.text(PQhostaddr(connection)) }
    var port: String { Self.text(PQport(connection)) }
    /// As the server said at login.
    var processID: Int32 { PQbackendPID(connection) }
    var serverVersion: Int { Int(PQserverVersion(connection)) }

    /// libpq's last words, on one line.
    var errorMessage: String {
        Self.text(PQerrorMessage(connection)).split(whereSeparator: \.isNewline)
            .joined(separator: "; ")
    }

    func parameter(_ name: String) -> String? {
        PQparameterStatus(connection, name).map { String(cString: $0) }
    }

    /// The values in effect, those of service files and the environment included.
    var effectiveOptions: [String: String] {
        guard let list = PQconninfo(connection) else { return [:] }
        defer { PQconninfoFree(list) }
        return Self.options(list).reduce(into: [:]) { $0[$1.keyword] = $1.value }
    }

    /// Ends the trace.
    ///
    /// - Returns: What the server told during the login.
    func endTrace() -> LoginFacts {
        let text = trace?.end(connection) ?? []
        trace = nil
        return LoginFacts(trace: text, connection: self)
    }

    /// Runs one statement.
    ///
    /// - Parameters:
    ///   - statement: A single statement without parameters.
    ///   - deadline: After it the connection is of no more use.
    /// - Returns: The rows as text.
    /// - Throws: The server's message.
    func rows(of statement: String, until deadline: Deadline) throws(BackendFailure) -> [[String?]]
    {
        guard PQsendQuery(connection, statement) == 1 else {
            throw BackendFailure(message: errorMessage)
        }
        var rows: [[String?]] = []
        var failure: BackendFailure?
        while true {
            while PQisBusy(connection) == 1 {
                guard deadline.wait(for: PQsocket(connection), to: .readable) else {
                    throw BackendFailure(message: "timed out")
                }
                guard PQconsumeInput(connection) == 1 else {
                    throw BackendFailure(message: errorMessage)
                }
            }
            guard let result = PQgetResult(connection) else { break }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
                rows += Self.rows(of: result)
            default:
                failure = BackendFailure(message: Self.text(PQresultErrorMessage(result)))
            }
        }
        if let failure { throw failure }
        return rows
    }

    private static func rows(of result: OpaquePointer) -> [[String?]] {
        let columns = PQnfields(result)
        return (0..<PQntuples(result)).map { row in
            (0..<columns).map { column in
                PQgetisnull(result, row, column) == 1
                    ? nil : text(PQgetvalue(result, row, column))
            }
        }
    }

    /// Reads a connection string without connecting.
    ///
    /// - Parameter conninfo: A string of keywords or a URI.
    /// - Returns: What it sets, without defaults.
    /// - Throws: libpq's own explanation.
    static func parse(conninfo: String) throws(BackendFailure) -> [ConninfoOption] {
        var message: UnsafeMutablePointer<CChar>?
        let list = PQconninfoParse(conninfo, &message)
        defer { PQfreemem(message) }
        guard let list else { throw BackendFailure(message: text(message)) }
        defer { PQconninfoFree(list) }
        return options(list)
    }

    private static func options(
        _ list: UnsafeMutablePointer<PQconninfoOption>
    ) -> [ConninfoOption] {
        var options: [ConninfoOption] = []
        var entry = list
        while let keyword = entry.pointee.keyword {
            if let value = entry.pointee.val {
                options.append(
                    ConninfoOption(
                        keyword: String(cString: keyword),
                        value: String(cString: value)
                    )
                )
            }
            entry += 1
        }
        return options
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    private static func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
