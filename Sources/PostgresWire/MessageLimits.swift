// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// Which frames a client may send, and how long each may be, decided from the five bytes of a header
/// before anything of the body is kept (R88).
///
/// Lengths here are those of the wire: they count the length word itself, so an empty body is 4.
package struct MessageLimits: Sendable, Equatable {
    /// What the client may be saying.
    ///
    /// Startup packets have no type byte: see `StartupPacket`.
    package enum Phase: Sendable {
        /// Between the startup packet and AuthenticationOk.
        case authentication
        /// From then on. Frames are judged alike while a COPY runs out or errors are skipped to Sync:
        /// a client may have sent ahead.
        case session
    }

    package enum Verdict: Sendable, Equatable {
        case legal
        /// Well-formed but over a limit a person can run into. The body may be skipped unread, the
        /// error is an ordinary one, and the session goes on.
        case tooLarge(ProxyError)
        /// The peer does not speak the protocol: FATAL, close.
        case violation(ProxyError)
    }

    /// Bytes of statement text in Query and Parse.
    package var statementBytesMax: Int
    /// Bytes of a Bind message.
    package var bindBytesMax: Int
    /// Bytes of one CopyData message; they are only ever thrown away.
    package var copyDataBytesMax = 1 << 20
    /// Messages that hold a name or two: Describe, Execute, Close, CopyFail
    /// (PQ_SMALL_MESSAGE_LIMIT, postgres/postgres:src/include/libpq/libpq.h).
    package var smallMessageBytesMax = 10_000
    /// PasswordMessage and SASL messages (PG_MAX_AUTH_TOKEN_LENGTH, src/backend/libpq/auth.c).
    package var authenticationBytesMax = 65_535

    package init(statementBytesMax: Int = 1 << 20, bindBytesMax: Int = 16 << 20) {
        self.statementBytesMax = statementBytesMax
        self.bindBytesMax = bindBytesMax
    }

    /// Judges a frame by its header.
    ///
    /// - Parameters:
    ///   - type: The type byte.
    ///   - length: The length word, which counts itself.
    ///   - phase: What the client may be saying now.
    /// - Returns: Whether the body may be read.
    package func verdict(type: UInt8, length: UInt32, in phase: Phase) -> Verdict {
        let length = Int(length)
        guard let type = FrontendMessageType(rawValue: type) else {
            return .violation(
                ProxyError(.protocolViolation, "invalid frontend message type \(type)")
            )
        }
        let maximum: Int
        switch phase {
        case .authentication:
            guard type == .authenticationResponse else {
                return .violation(
                    ProxyError(
                        .protocolViolation,
                        "expected password response, got message type \(type.rawValue)"
                    )
                )
            }
            maximum = 4 + authenticationBytesMax
        case .session:
            guard let known = sessionBytesMax(of: type) else {
                return .violation(
                    ProxyError(
                        .protocolViolation,
                        "invalid frontend message type \(type.rawValue)"
                    )
                )
            }
            maximum = known
        }
        // A body that does not fit its message is an error like others, as in PostgreSQL: the next
        // message begins where it ends.
        if (4...max(4, maximum)).contains(length) { return .legal }
        if length > maximum, length <= Self.frameBytesMax, let limit = limit(of: type) {
            return .tooLarge(limit)
        }
        return .violation(ProxyError(.protocolViolation, "invalid message length"))
    }

    /// The greatest length word of each type byte in a session; 0 for a byte that has no place there.
    ///
    /// What is within it is legal: the loops look a header up here and ask for a verdict on the others.
    package var sessionBytesMax: [Int] {
        (UInt8.min...UInt8.max).map { type in
            FrontendMessageType(rawValue: type).flatMap { sessionBytesMax(of: $0) } ?? 0
        }
    }

    private func sessionBytesMax(of type: FrontendMessageType) -> Int? {
        switch type {
        case .authenticationResponse: nil
        case .query: 4 + statementBytesMax + 1
        case .parse: 4 + smallMessageBytesMax + statementBytesMax + 1 + Self.parseTypesBytesMax
        case .bind: 4 + bindBytesMax
        case .describe, .execute, .close, .copyFail: 4 + smallMessageBytesMax
        // Never run, only answered with an error: no reason to read a large one.
        case .functionCall: 4 + smallMessageBytesMax
        case .copyData: 4 + copyDataBytesMax
        case .sync, .flush, .terminate, .copyDone: 4 + smallMessageBytesMax
        }
    }

    /// The error for a message over a limit that honest clients can meet; nil for all others.
    private func limit(of type: FrontendMessageType) -> ProxyError? {
        switch type {
        case .query, .parse:
            ProxyError(
                .programLimitExceeded,
                "statement is too large",
                detail: "Statements may have up to \(statementBytesMax) bytes."
            )
        case .bind:
            ProxyError(
                .programLimitExceeded,
                "bind message is too large",
                detail: "Bind messages may have up to \(bindBytesMax) bytes."
            )
        case .close, .describe, .execute, .functionCall, .flush, .sync, .terminate, .copyDone,
            .copyData, .copyFail, .authenticationResponse:
            nil
        }
    }

    /// 32,767 OIDs and their count.
    private static let parseTypesBytesMax = 2 + 32_767 * 4
    /// The longest frame whose body is worth skipping (PQ_LARGE_MESSAGE_LIMIT: MaxAllocSize - 1).
    private static let frameBytesMax = 0x3FFF_FFFE
}
