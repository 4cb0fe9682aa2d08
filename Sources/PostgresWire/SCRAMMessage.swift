// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The comma-separated attributes of SCRAM's messages (RFC 5802 section 7), read strictly in order.
struct SCRAMAttributes {
    private var rest: ArraySlice<UInt8>

    init(_ message: some Sequence<UInt8>) {
        rest = Array(message)[...]
    }

    /// What has not been read.
    var remaining: ArraySlice<UInt8> { rest }

    var isAtEnd: Bool { rest.isEmpty }

    /// Reads `name=value` and the comma behind it.
    ///
    /// - Parameter name: The one letter.
    /// - Returns: The value; nil when something else stands here.
    mutating func value(_ name: Character) -> [UInt8]? {
        guard let letter = name.asciiValue, rest.first == letter,
            rest.dropFirst().first == UInt8(ascii: "=")
        else {
            return nil
        }
        let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: ",") }
        rest = rest.dropFirst(2 + value.count)
        if !rest.isEmpty {
            rest = rest.dropFirst()
            // A comma at the very end announces an attribute that does not come.
            if rest.isEmpty { return nil }
        }
        return Array(value)
    }

    /// Reads an attribute nobody here knows.
    ///
    /// - Returns: False when what stands here is not an attribute.
    mutating func skipExtension() -> Bool {
        guard let letter = rest.first, Self.isLetter(letter) else { return false }
        return value(Character(Unicode.Scalar(letter))) != nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}

/// client-first-message.
struct SCRAMClientFirst: Equatable {
    enum Binding: Equatable {
        /// `n`: the client does not do channel binding.
        case notSupported
        /// `y`: the client does, but believes that the server does not.
        case notOffered
        /// `p=`: required, of this type.
        case required(type: [UInt8])
    }

    var binding: Binding
    /// Everything up to the second comma, which the client repeats in its second message.
    var header: [UInt8]
    /// The rest, which goes into the signatures.
    var bare: [UInt8]
    var nonce: [UInt8]

    enum Failure: Error, Equatable {
        case malformed
        case authorizationIdentity
        case mandatoryExtension
    }

    /// - Parameter message: As it came.
    /// - Throws: When it is not what RFC 5802 says, or asks for what PostgreSQL does not do either.
    init(_ message: [UInt8]) throws(Failure) {
        let parts = message.split(
            separator: UInt8(ascii: ","),
            maxSplits: 2,
            omittingEmptySubsequences: false
        )
        guard parts.count == 3 else { throw .malformed }
        switch parts[0].first {
        case UInt8(ascii: "n") where parts[0].count == 1: binding = .notSupported
        case UInt8(ascii: "y") where parts[0].count == 1: binding = .notOffered
        case UInt8(ascii: "p") where parts[0].starts(with: Array("p=".utf8)):
            binding = .required(type: Array(parts[0].dropFirst(2)))
        default: throw .malformed
        }
        guard parts[1].isEmpty else {
            throw parts[1].starts(with: Array("a=".utf8)) ? .authorizationIdentity : .malformed
        }
        header = Array(parts[0]) + Array(",,".utf8)
        bare = Array(parts[2])
        var attributes = SCRAMAttributes(bare)
        if bare.first == UInt8(ascii: "m") { throw .mandatoryExtension }
        // The name is that of the startup packet; PostgreSQL ignores this one too, and libpq leaves
        // it empty.
        guard attributes.value("n") != nil, let nonce = attributes.value("r"),
            (1...Self.nonceBytesMax).contains(nonce.count),
            nonce.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            throw .malformed
        }
        self.nonce = nonce
        while !attributes.isAtEnd {
            guard attributes.skipExtension() else { throw .malformed }
        }
    }

    /// Clients send 18 to 32 random bytes; this is room enough for any.
    private static let nonceBytesMax = 1024
}

/// client-final-message.
struct SCRAMClientFinal: Equatable {
    /// Decoded.
    var channelBinding: [UInt8]
    var nonce: [UInt8]
    var proof: [UInt8]
    /// The message up to the comma before its proof, which goes into the signatures.
    var withoutProof: [UInt8]

    /// Nil when it is not what RFC 5802 says.
    ///
    /// - Parameter message: As it came.
    init?(_ message: [UInt8]) {
        var attributes = SCRAMAttributes(message)
        guard let binding = attributes.value("c").flatMap({ Base64.decode($0) }),
            let nonce = attributes.value("r")
        else {
            return nil
        }
        while attributes.remaining.first != UInt8(ascii: "p") {
            guard attributes.skipExtension() else { return nil }
        }
        let proofStart = attributes.remaining.startIndex
        guard let proof = attributes.value("p").flatMap({ Base64.decode($0) }),
            proof.count == SCRAMCryptography.hashBytes, attributes.isAtEnd
        else {
            return nil
        }
        channelBinding = binding
        self.nonce = nonce
        self.proof = proof
        withoutProof = Array(message[..<(proofStart - 1)])
    }
}
