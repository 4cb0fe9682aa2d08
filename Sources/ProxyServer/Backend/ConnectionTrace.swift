// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLibpq
import Glibc

/// libpq's own trace of a login, kept in memory: the only way to learn every ParameterStatus and the
/// cancel key.
///
/// The texts are those of libpq 15 and 16; what they claim is checked against what libpq answers by its
/// functions (`LoginFacts`), so that a libpq with another format costs the facts and never yields false
/// ones. Passwords do not pass through it: libpq 15 prints SASL messages by their length only.
final class ConnectionTrace {
    private let stream: UnsafeMutablePointer<FILE>
    // `open_memstream` keeps both addresses until the stream is closed.
    private let storage: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let length: UnsafeMutablePointer<Int>
    private var isOpen = true

    /// Nil when memory is out.
    ///
    /// - Parameter connection: A `PGconn` that has not begun to read.
    init?(_ connection: OpaquePointer) {
        storage = .allocate(capacity: 1)
        storage.initialize(to: nil)
        length = .allocate(capacity: 1)
        length.initialize(to: 0)
        guard let stream = open_memstream(storage, length) else {
            storage.deallocate()
            length.deallocate()
            return nil
        }
        self.stream = stream
        PQtrace(connection, stream)
        PQsetTraceFlags(connection, PQTRACE_SUPPRESS_TIMESTAMPS)
    }

    deinit {
        precondition(!isOpen, "libpq would write to a closed stream")
        free(storage.pointee)
        storage.deallocate()
        length.deallocate()
    }

    /// Stops tracing.
    ///
    /// - Parameter connection: The one it was begun on.
    /// - Returns: The trace's bytes; values in it may hold line ends.
    @discardableResult
    func end(_ connection: OpaquePointer) -> [UInt8] {
        guard isOpen else { return [] }
        isOpen = false
        PQuntrace(connection)
        fclose(stream)
        guard let text = storage.pointee else { return [] }
        return UnsafeRawBufferPointer(start: text, count: length.pointee).map { $0 }
    }
}

/// What a server told during the login.
struct LoginFacts: Equatable {
    var parameters: [String: String]
    var processID: UInt32
    /// Nil when libpq's trace could not be read: cancels then go through libpq.
    var cancelKey: [UInt8]?

    /// - Parameters:
    ///   - trace: Of the whole login.
    ///   - connection: Answers by libpq's functions.
    init(trace: [UInt8], connection: LibpqConnection) {
        processID = UInt32(bitPattern: PQbackendPID(connection.connection))
        let traced = TraceText(trace)
        // Names from the trace, values from libpq: what libpq does not confirm is not believed.
        let names = Set(traced.parameterNames).union(Self.knownParameters)
        parameters = names.reduce(into: [:]) { $0[$1] = connection.parameter($1) }
        if traced.keys.count == 1, let key = traced.keys.first, key.processID == processID {
            cancelKey = key.secret
        }
    }

    /// All parameters that servers 9.5 to 18 report (protocol chapter "Asynchronous Operations").
    static let knownParameters: Set<String> = [
        "application_name", "client_encoding", "DateStyle", "default_transaction_read_only",
        "in_hot_standby", "integer_datetimes", "IntervalStyle", "is_superuser", "scram_iterations",
        "search_path", "server_encoding", "server_version", "session_authorization",
        "standard_conforming_strings", "TimeZone",
    ]
}

/// Reads the text of a trace: one line for each message, except that strings in it are printed raw.
struct TraceText: Equatable {
    struct Key: Equatable {
        var processID: UInt32
        var secret: [UInt8]
    }

    private(set) var parameterNames: [String] = []
    private(set) var keys: [Key] = []

    init(_ text: [UInt8]) {
        var line = text[...]
        while !line.isEmpty {
            if let rest = take(line) {
                line = rest
            } else {
                line = line.drop { $0 != Self.lineEnd }.dropFirst()
            }
        }
    }

    private static let lineEnd = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")

    /// Reads `B <length> <message> <content>` at the start of `text`.
    ///
    /// - Returns: What follows the message; nil when it is not one that matters.
    private mutating func take(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let columns = text.prefix(80).split(
            separator: Self.tab,
            maxSplits: 3,
            omittingEmptySubsequences: false
        )
        guard columns.count == 4, columns[0].elementsEqual("B".utf8),
            let length = Int(String(decoding: columns[1], as: UTF8.self)), length >= 6
        else {
            return nil
        }
        let content = text[columns[3].startIndex...]
        switch String(decoding: columns[2], as: UTF8.self) {
        case "ParameterStatus":
            // ` "name" "value"` is as long as the frame's length word says: four bytes of that word
            // and two terminators became two spaces and four quotes.
            guard content.count > length, content[content.startIndex + length] == Self.lineEnd
            else {
                return nil
            }
            let pair = content.prefix(length)
            let name = pair.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
            parameterNames.append(String(decoding: name, as: UTF8.self))
            return content.dropFirst(length + 1)
        case "BackendKeyData":
            let line = content.prefix { $0 != Self.lineEnd }
            let numbers = String(decoding: line, as: UTF8.self).split(separator: " ").map {
                Int32($0)
            }
            guard length == 12, numbers.count == 2, let process = numbers[0],
                let secret = numbers[1]
            else {
                return nil
            }
            keys.append(
                Key(
                    processID: UInt32(bitPattern: process),
                    secret: withUnsafeBytes(of: secret.bigEndian) { Array($0) }
                )
            )
            return content.dropFirst(line.count + 1)
        default:
            return nil
        }
    }
}
