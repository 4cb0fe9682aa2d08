// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL
import Foundation

/// What a server keeps instead of a password, in the form of PostgreSQL's `pg_authid.rolpassword`:
/// `SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>`.
package struct SCRAMVerifier: Sendable, Equatable, CustomStringConvertible {
    package let iterations: Int
    package let salt: [UInt8]
    let storedKey: [UInt8]
    let serverKey: [UInt8]
    /// No password fits it, and no answer shows that.
    package let isMock: Bool

    /// PostgreSQL's own number (SCRAM_SHA_256_DEFAULT_ITERATIONS).
    package static let defaultIterations = 4096
    /// PostgreSQL's own length (SCRAM_DEFAULT_SALT_LEN).
    package static let saltBytes = 16

    private static let scheme = "SCRAM-SHA-256"

    private init(
        iterations: Int,
        salt: [UInt8],
        storedKey: [UInt8],
        serverKey: [UInt8],
        isMock: Bool
    ) {
        self.iterations = iterations
        self.salt = salt
        self.storedKey = storedKey
        self.serverKey = serverKey
        self.isMock = isMock
    }

    /// Reads a verifier; nil for anything else, such as a plain password.
    ///
    /// - Parameter text: As PostgreSQL writes it.
    package init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.scheme else { return nil }
        let parameters = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        let keys = parts[2].split(separator: ":", omittingEmptySubsequences: false)
        guard parameters.count == 2, keys.count == 2,
            parameters[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let iterations = Int32(parameters[0]), iterations > 0,
            let salt = Base64.decode(parameters[1].utf8), !salt.isEmpty,
            let storedKey = Base64.decode(keys[0].utf8),
            let serverKey = Base64.decode(keys[1].utf8),
            storedKey.count == SCRAMCryptography.hashBytes,
            serverKey.count == SCRAMCryptography.hashBytes
        else {
            return nil
        }
        self.init(
            iterations: Int(iterations),
            salt: salt,
            storedKey: storedKey,
            serverKey: serverKey,
            isMock: false
        )
    }

    /// Makes the verifier of a password.
    ///
    /// - Parameters:
    ///   - password: As the person typed it.
    ///   - iterations: At least 1; 4,096 cost a client some milliseconds.
    ///   - salt: Fresh random bytes.
    /// - Returns: The verifier PostgreSQL would store.
    package static func make(
        password: String,
        iterations: Int = defaultIterations,
        salt: [UInt8]
    ) -> SCRAMVerifier {
        let salted = SCRAMCryptography.saltedPassword(
            prepared(password),
            salt: salt,
            iterations: iterations
        )
        let clientKey = SCRAMCryptography.hmac(key: salted, Array("Client Key".utf8))
        return SCRAMVerifier(
            iterations: iterations,
            salt: salt,
            storedKey: SCRAMCryptography.hash(clientKey),
            serverKey: SCRAMCryptography.hmac(key: salted, Array("Server Key".utf8)),
            isMock: false
        )
    }

    /// What a client sees of a verifier before it has proved anything.
    package struct Shape: Sendable, Hashable {
        package var iterations: Int
        package var saltBytes: Int

        package init(iterations: Int, saltBytes: Int) {
            self.iterations = iterations
            self.saltBytes = saltBytes
        }
    }

    package var shape: Shape { Shape(iterations: iterations, saltBytes: salt.count) }

    /// Makes a verifier for somebody who does not exist, so that the exchange goes on as if they did.
    ///
    /// - Parameters:
    ///   - user: The name that was tried; the same name always gets the same salt, as a real one would.
    ///   - secret: The server's own; the same for as long as verifiers live.
    ///   - shapes: Those of the real verifiers with how many have each: a name that does not exist gets
    ///     one of them as often as one that does.
    /// - Returns: A verifier that accepts nothing.
    package static func mock(
        user: String,
        secret: [UInt8],
        shapes: [Shape: Int] = [:]
    ) -> SCRAMVerifier {
        func derive(_ purpose: String) -> [UInt8] {
            SCRAMCryptography.hmac(key: secret, Array("\(purpose)\0\(user)".utf8))
        }
        /// The highest score wins (weighted rendezvous hashing): a name keeps its shape when users come
        /// and go, but for the few that a new shape takes over.
        func score(_ shape: Shape, _ count: Int) -> Double {
            let code = derive("shape \(shape.iterations) \(shape.saltBytes)")
            let number = code.prefix(6).reduce(0.0) { $0 * 256 + Double($1) }
            return Double(count) / -log((number + 0.5) / 281_474_976_710_656)
        }
        let scored = shapes.map { (score($0.key, $0.value), $0.key) }
        let shape =
            scored.max { $0.0 < $1.0 }?.1
            ?? Shape(iterations: defaultIterations, saltBytes: saltBytes)
        var salt: [UInt8] = []
        var block = 0
        while salt.count < shape.saltBytes {
            salt += derive(block == 0 ? "salt" : "salt \(block)")
            block += 1
        }
        return SCRAMVerifier(
            iterations: shape.iterations,
            salt: Array(salt.prefix(shape.saltBytes)),
            storedKey: derive("stored key"),
            serverKey: derive("server key"),
            isMock: true
        )
    }

    /// As PostgreSQL writes it.
    package var text: String {
        func encode(_ bytes: [UInt8]) -> String {
            String(decoding: Base64.encode(bytes), as: UTF8.self)
        }
        return "\(Self.scheme)$\(iterations):\(encode(salt))"
            + "$\(encode(storedKey)):\(encode(serverKey))"
    }

    /// Without keys: with them somebody could pose as the server.
    package var description: String { "\(Self.scheme)$\(iterations):…" }

    /// What is left of SASLprep (RFC 4013): printable ASCII stands for itself; of the rest, non-ASCII
    /// spaces become spaces, invisible characters vanish and NFKC is applied.
    ///
    /// Not done: the lists of prohibited and unassigned characters and the bidirectional check. Where
    /// they would refuse, PostgreSQL and its clients use the password's raw bytes; so a password with
    /// control characters is used raw here as well.
    private static func prepared(_ password: String) -> [UInt8] {
        let raw = Array(password.utf8)
        if raw.allSatisfy({ $0 < 0x80 }) { return raw }
        var scalars = String.UnicodeScalarView()
        for scalar in password.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: return raw
            case .spaceSeparator: scalars.append(" ")
            default:
                if !isMappedToNothing(scalar) { scalars.append(scalar) }
            }
        }
        let normalized = String(scalars).precomposedStringWithCompatibilityMapping
        return normalized.isEmpty ? raw : Array(normalized.utf8)
    }

    /// RFC 3454 table B.1.
    private static func isMappedToNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00AD, 0x034F, 0x1806, 0x180B...0x180D, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F,
            0xFEFF:
            true
        default:
            false
        }
    }
}
