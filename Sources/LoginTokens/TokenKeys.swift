// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import FoundationEssentials
import JWTKit

/// The public keys of those who sign login tokens: a JSON Web Key Set (RFC 7517).
///
/// Public keys alone: with a shared secret whoever can check a token could also make one, so HMAC keys
/// (`kty: oct`) are no keys here, and a set that holds a private half does not belong on a proxy.
package struct TokenKeys: Sendable {
    /// Why a set cannot be used, fit for an operator.
    package struct Problem: Error, Sendable, CustomStringConvertible {
        package var description: String
    }

    let keys: [JWK]

    /// Reads a set.
    ///
    /// - Parameter json: The text of a JWKS document.
    /// - Throws: When the text is no key set, or one of its keys cannot check signatures.
    package init(json: String) throws(Problem) {
        let set: JWKS
        do {
            set = try JSONDecoder().decode(JWKS.self, from: Data(json.utf8))
        } catch {
            throw Problem(
                description: "is not a JSON Web Key Set of RSA, EC or OKP keys"
            )
        }
        guard !set.keys.isEmpty else { throw Problem(description: "holds no key") }
        var keys: [JWK] = []
        for (index, var key) in set.keys.enumerated() {
            let name = key.keyIdentifier?.string ?? "number \(index + 1)"
            guard key.privateExponent == nil else {
                throw Problem(
                    description: "key \(name) has a private half; only public keys go here"
                )
            }
            do {
                try Self.check(key)
            } catch {
                throw Problem(description: "key \(name) is not a valid public key")
            }
            // Tokens need not name a key; the collection wants a name for each.
            key.keyIdentifier = key.keyIdentifier ?? JWKIdentifier(string: "#\(index + 1)")
            keys.append(key)
        }
        guard Set(keys.map(\.keyIdentifier)).count == keys.count else {
            throw Problem(description: "holds two keys of the same name (kid)")
        }
        self.keys = keys
    }

    /// Makes the key, so that one that cannot be made is an error at start and not at the first login.
    private static func check(_ key: JWK) throws {
        switch (key.keyType, key.curve) {
        case (.rsa, _):
            guard let modulus = key.modulus, let exponent = key.exponent else {
                throw JWTError.noKey
            }
            _ = try Insecure.RSA.PublicKey(modulus: modulus, exponent: exponent)
        case (.ecdsa, .some(.ecdsa(.p256))):
            _ = try ES256PublicKey(parameters: try coordinates(key))
        case (.ecdsa, .some(.ecdsa(.p384))):
            _ = try ES384PublicKey(parameters: try coordinates(key))
        case (.ecdsa, .some(.ecdsa(.p521))):
            _ = try ES512PublicKey(parameters: try coordinates(key))
        case (.octetKeyPair, .some(.eddsa(.ed25519))):
            guard let x = key.x else { throw JWTError.noKey }
            _ = try EdDSA.PublicKey(x: x, curve: .ed25519)
        default:
            throw JWTError.noKey
        }
    }

    private static func coordinates(_ key: JWK) throws -> ECDSAParameters {
        guard let x = key.x, let y = key.y else { throw JWTError.noKey }
        return (x, y)
    }
}

extension JWTError {
    fileprivate static let noKey = JWTError.invalidJWK(reason: "incomplete")
}
