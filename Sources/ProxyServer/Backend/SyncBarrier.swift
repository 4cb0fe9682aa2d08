// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresWire

/// One Sync, answered: the proof that a transport just taken over stands between two messages.
enum SyncBarrier {
    /// Bytes of one message that may come before the answer.
    private static let messageBytesMax = 1 << 16

    /// - Parameters:
    ///   - stream: Of an idle backend.
    ///   - parameters: Receives what changed meanwhile.
    /// - Throws: For anything but notices, notifications, parameter statuses and then ReadyForQuery
    ///   idle: libpq has swallowed part of a message, or the backend is not what it seems.
    static func cross(
        _ stream: BlockingStream,
        parameters: inout [String: String]
    ) throws(BackendFailure) {
        var sync: [UInt8] = []
        sync.appendSync()
        do throws(BlockingStream.Failure) {
            try stream.write(sync)
        } catch {
            throw BackendFailure(message: "first Sync: \(error)")
        }
        while true {
            let (type, body) = try message(from: stream)
            switch type {
            case .noticeResponse, .notificationResponse:
                continue
            case .parameterStatus:
                let pair = body.split(separator: 0, omittingEmptySubsequences: false)
                guard pair.count == 3 else { throw unexpected }
                parameters[String(decoding: pair[0], as: UTF8.self)] =
                    String(decoding: pair[1], as: UTF8.self)
            case .readyForQuery where body == [TransactionStatus.idle.rawValue]:
                return
            default:
                throw unexpected
            }
        }
    }

    private static func message(
        from stream: BlockingStream
    ) throws(BackendFailure) -> (type: BackendMessageType?, body: [UInt8]) {
        do throws(BlockingStream.Failure) {
            let header = try stream.read(exactly: 5)
            let length = header.dropFirst().reduce(0) { $0 << 8 | Int($1) }
            guard (4...messageBytesMax).contains(length) else { return (nil, []) }
            let body = try stream.read(exactly: length - 4)
            return (BackendMessageType(rawValue: header[0]), body)
        } catch {
            throw BackendFailure(message: "no answer to the first Sync: \(error)")
        }
    }

    private static let unexpected = BackendFailure(
        message: "the first Sync was not answered by ReadyForQuery"
    )
}
