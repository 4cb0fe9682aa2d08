// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

/// The number where a startup packet has its protocol version (src/include/libpq/pqcomm.h).
package enum StartupRequestCode: UInt32, Sendable {
    case cancel = 80_877_102
    case ssl = 80_877_103
    case gssEncryption = 80_877_104
}

/// CancelRequest.
package struct CancelRequest: Sendable, Equatable {
    /// Protocol 3.0 has 4 bytes, 3.2 up to 256.
    package static let keyBytes = 4...256

    package var processID: UInt32
    package var key: [UInt8]

    package init(processID: UInt32, key: [UInt8]) {
        self.processID = processID
        self.key = key
    }
}

/// One packet of the family that opens a connection: no type byte, a length and a code.
package enum StartupPacket: Sendable, Equatable {
    case startup(StartupMessage)
    case sslRequest
    case gssEncryptionRequest
    case cancel(CancelRequest)

    /// Bytes behind the length word (MAX_STARTUP_PACKET_LENGTH, src/include/libpq/pqcomm.h).
    package static let bytesMax = 10_000

    /// Finds the end of the packet that starts `buffer`.
    ///
    /// - Parameter buffer: What the client has sent so far.
    /// - Returns: The packet's bytes including its length word, or nil while that word is incomplete.
    /// - Throws: 08P01 for a length no startup packet has.
    package static func frameBytes(in buffer: UnsafeRawBufferPointer) throws(ProxyError) -> Int? {
        guard buffer.count >= 4 else { return nil }
        let length = Int(UInt32(bigEndian: buffer.loadUnaligned(as: UInt32.self)))
        guard (8...4 + bytesMax).contains(length) else {
            throw ProxyError(.protocolViolation, "invalid length of startup packet")
        }
        return length
    }

    /// Reads a complete packet.
    ///
    /// - Parameter frame: The packet with its length word, `frameBytes` long.
    /// - Throws: 08P01 when the layout is wrong, 0A000 for protocols other than 3, 28000 without a user.
    package init(frame: UnsafeRawBufferPointer) throws(ProxyError) {
        let body = UnsafeRawBufferPointer(rebasing: frame.dropFirst(4))
        var reader = MessageReader(body)
        let code = try reader.uint32()
        switch StartupRequestCode(rawValue: code) {
        case .ssl:
            try reader.end()
            self = .sslRequest
        case .gssEncryption:
            try reader.end()
            self = .gssEncryptionRequest
        case .cancel:
            let processID = try reader.uint32()
            let key = reader.rest()
            guard CancelRequest.keyBytes.contains(key.count) else {
                throw ProxyError(.protocolViolation, "invalid length of cancel request packet")
            }
            self = .cancel(CancelRequest(processID: processID, key: Array(body[key])))
        case nil:
            self = .startup(
                try StartupMessage(version: ProtocolVersion(number: code), rest: &reader, in: body)
            )
        }
    }
}

/// StartupMessage, protocol major version 3.
package struct StartupMessage: Sendable, Equatable {
    package struct Parameter: Sendable, Equatable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package var user: String
    /// The user's name when the client named none.
    package var database: String
    /// Everything else in the order of the packet, without `_pq_.` options; a name may occur twice,
    /// the later value then counts.
    package var parameters: [Parameter]
    /// What the client asked for.
    package var requestedVersion: ProtocolVersion
    /// What is spoken from here on.
    package var version: ProtocolVersion
    /// Protocol extensions nobody here knows.
    package var unrecognizedOptions: [String]

    /// NegotiateProtocolVersion has to be sent before anything else.
    package var needsNegotiation: Bool {
        version != requestedVersion || !unrecognizedOptions.isEmpty
    }

    fileprivate init(
        version requested: ProtocolVersion,
        rest reader: inout MessageReader,
        in body: UnsafeRawBufferPointer
    ) throws(ProxyError) {
        guard requested.major == 3 else {
            throw ProxyError(
                .featureNotSupported,
                "unsupported frontend protocol \(requested.major).\(requested.minor): "
                    + "server supports 3.0 to 3.\(ProtocolVersion.newestSupported.minor)"
            )
        }
        requestedVersion = requested
        version = min(requested, .newestSupported)
        parameters = []
        unrecognizedOptions = []
        var user: String?
        var database: String?
        while true {
            let name = try Self.text(try reader.string(), in: body)
            if name.isEmpty { break }
            let value = try Self.text(try reader.string(), in: body)
            switch name {
            case "user": user = value
            case "database": database = value
            case "replication":
                throw ProxyError(
                    .featureNotSupported,
                    "replication connections are not supported"
                )
            case _ where name.hasPrefix("_pq_."): unrecognizedOptions.append(name)
            default: parameters.append(Parameter(name: name, value: value))
            }
        }
        guard reader.remaining == 0 else {
            throw ProxyError(
                .protocolViolation,
                "invalid startup packet layout: expected terminator as last byte"
            )
        }
        guard let user, !user.isEmpty else {
            throw ProxyError(
                .invalidAuthorizationSpecification,
                "no PostgreSQL user name specified in startup packet"
            )
        }
        self.user = user
        self.database = database.flatMap { $0.isEmpty ? nil : $0 } ?? user
    }

    private static func text(
        _ range: Range<Int>,
        in body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> String {
        guard let text = String(validating: body[range], as: UTF8.self) else {
            throw ProxyError(
                .characterNotInRepertoire,
                "invalid byte sequence for encoding \"UTF8\" in startup packet"
            )
        }
        return text
    }
}
