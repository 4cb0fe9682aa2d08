// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import JWTKit

/// What a token says, as far as a login is concerned (RFC 7519, chapter 4.1).
struct TokenClaims: JWTPayload {
    var issuer: String?
    var audiences: [String] = []
    /// Seconds since 1970.
    var expires: Double?
    var notBefore: Double?
    /// OpenID Connect: false while nobody has shown that the address is theirs.
    var isEmailVerified: Bool?
    /// Every claim that is a string, for the one that names the user.
    var texts: [String: String] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
        let claims = try decoder.container(keyedBy: Name.self)
        issuer = try claims.decodeIfPresent(String.self, forKey: "iss")
        if let one = try? claims.decodeIfPresent(String.self, forKey: "aud") {
            audiences = [one]
        } else {
            audiences = try claims.decodeIfPresent([String].self, forKey: "aud") ?? []
        }
        expires = try claims.decodeIfPresent(Double.self, forKey: "exp")
        notBefore = try claims.decodeIfPresent(Double.self, forKey: "nbf")
        isEmailVerified = try claims.decodeIfPresent(Bool.self, forKey: "email_verified")
        for name in claims.allKeys {
            texts[name.stringValue] = try? claims.decode(String.self, forKey: name)
        }
    }

    /// The proxy only reads tokens; the protocol wants both directions.
    func encode(to encoder: any Encoder) throws {
        var claims = encoder.container(keyedBy: Name.self)
        for (name, text) in texts { try claims.encode(text, forKey: Name(stringValue: name)) }
    }

    /// Says nothing about the claims: they are judged by `TokenRules`, which knows the time and who
    /// wants in.
    func verify(using algorithm: some JWTAlgorithm) {}

    private struct Name: CodingKey, ExpressibleByStringLiteral {
        var stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init(stringLiteral value: String) {
            stringValue = value
        }

        init?(intValue: Int) {
            nil
        }
    }
}
