// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresWire

@testable import ProxyServer

/// A blocking client on a transport: sends, and collects what comes back up to ReadyForQuery.
struct Peer {
    struct ServerError: Error, Equatable {
        var sqlState: String
    }

    private let stream: BlockingStream

    init(_ transport: Transport, timeout: Duration = .seconds(20)) {
        stream = BlockingStream(transport: transport, deadline: Deadline(in: timeout))
    }

    func send(_ append: (inout [UInt8]) -> Void) throws {
        var bytes: [UInt8] = []
        append(&bytes)
        try stream.write(bytes)
    }

    func query(_ text: String) throws -> [[String?]] {
        try send { $0.appendQuery(Array(text.utf8)) }
        return try rows()
    }

    /// - Returns: All rows up to ReadyForQuery.
    func rows() throws -> [[String?]] {
        var rows: [[String?]] = []
        var failure: ServerError?
        while true {
            let header = try stream.read(exactly: 5)
            let length = header.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            let body = try stream.read(exactly: length - 4)
            switch BackendMessageType(rawValue: header[0]) {
            case .dataRow: rows.append(Self.row(body))
            case .errorResponse:
                failure = ServerError(
                    sqlState: try body.withUnsafeBytes {
                        try DiagnosticFields(body: $0).text(.sqlState, in: $0) ?? ""
                    }
                )
            case .readyForQuery:
                if let failure { throw failure }
                return rows
            default: continue
            }
        }
    }

    private static func row(_ body: [UInt8]) -> [String?] {
        var values: [String?] = []
        var rest = body.dropFirst(2)
        while !rest.isEmpty {
            let length = Int32(bitPattern: rest.prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
            rest = rest.dropFirst(4)
            if length < 0 {
                values.append(nil)
            } else {
                values.append(String(decoding: rest.prefix(Int(length)), as: UTF8.self))
                rest = rest.dropFirst(Int(length))
            }
        }
        return values
    }
}

/// Collects results from other threads.
final class Results: @unchecked Sendable {
    // Sendable: all access is under the condition's lock.
    private let condition = NSCondition()
    private var values: [Bool] = []

    func add(_ value: Bool) {
        condition.withLock {
            values.append(value)
            condition.signal()
        }
    }

    /// - Returns: The values once there are `count`, or what there is after 20 seconds.
    func wait(for count: Int) -> [Bool] {
        condition.withLock {
            let limit = Date(timeIntervalSinceNow: 20)
            while values.count < count, condition.wait(until: limit) {}
            return values
        }
    }
}
