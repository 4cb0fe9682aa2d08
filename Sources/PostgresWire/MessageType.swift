// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The type byte of every message a frontend may send after its startup packet
/// (PostgreSQL: src/include/libpq/protocol.h, "request codes").
package enum FrontendMessageType: UInt8, Sendable {
    case bind = 0x42  // B
    case close = 0x43  // C
    case describe = 0x44  // D
    case execute = 0x45  // E
    case functionCall = 0x46  // F
    case flush = 0x48  // H
    case parse = 0x50  // P
    case query = 0x51  // Q
    case sync = 0x53  // S
    case terminate = 0x58  // X
    case copyDone = 0x63  // c
    case copyData = 0x64  // d
    case copyFail = 0x66  // f
    /// PasswordMessage, SASLInitialResponse and SASLResponse share one byte.
    case authenticationResponse = 0x70  // p
}

/// The type byte of every message a backend may send.
package enum BackendMessageType: UInt8, Sendable {
    case parseComplete = 0x31  // 1
    case bindComplete = 0x32  // 2
    case closeComplete = 0x33  // 3
    case notificationResponse = 0x41  // A
    case commandComplete = 0x43  // C
    case dataRow = 0x44  // D
    case errorResponse = 0x45  // E
    case copyInResponse = 0x47  // G
    case copyOutResponse = 0x48  // H
    case emptyQueryResponse = 0x49  // I
    case backendKeyData = 0x4B  // K
    case noticeResponse = 0x4E  // N
    case authentication = 0x52  // R
    case parameterStatus = 0x53  // S
    case rowDescription = 0x54  // T
    case functionCallResponse = 0x56  // V
    case copyBothResponse = 0x57  // W
    case readyForQuery = 0x5A  // Z
    case copyDone = 0x63  // c
    case copyData = 0x64  // d
    case noData = 0x6E  // n
    case portalSuspended = 0x73  // s
    case parameterDescription = 0x74  // t
    case negotiateProtocolVersion = 0x76  // v
}

/// The byte of ReadyForQuery.
package enum TransactionStatus: UInt8, Sendable {
    case idle = 0x49  // I
    case inTransaction = 0x54  // T
    case failed = 0x45  // E
}

/// What Describe and Close speak of.
package enum DescribedObject: UInt8, Sendable {
    case statement = 0x53  // S
    case portal = 0x50  // P
}

/// A protocol version as the startup packet carries it: major in the upper half.
package struct ProtocolVersion: Sendable, Hashable, Comparable {
    package var number: UInt32

    package init(number: UInt32) {
        self.number = number
    }

    package init(major: UInt16, minor: UInt16) {
        number = UInt32(major) << 16 | UInt32(minor)
    }

    package var major: UInt16 { UInt16(truncatingIfNeeded: number >> 16) }
    package var minor: UInt16 { UInt16(truncatingIfNeeded: number) }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    package static let version3 = ProtocolVersion(major: 3, minor: 0)
    /// Cancel keys of up to 256 bytes (PostgreSQL 18).
    package static let version3minor2 = ProtocolVersion(major: 3, minor: 2)
    package static let newestSupported = version3minor2
}
