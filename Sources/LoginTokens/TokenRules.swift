// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import JWTKit

/// Which signed tokens log somebody in (spec 6): JSON Web Tokens (RFC 7519, 7515) of one issuer, for this
/// proxy, in the place of a password.
package struct TokenRules: Sendable, Equatable {
    /// Why a token does not log its bearer in.
    package enum Refusal: Error, Sendable, Equatable {
        /// Not one of the issuer's tokens for this proxy and this user. The text is for the log: the
        /// client learns no more than of a wrong password.
        case invalid(String)
        /// A good token that came too late; its bearer may know.
        case expired
    }

    /// Seconds by which the issuer's clock may be ahead of ours.
    package static let clockSkew = 30.0

    private let keys: TokenKeys
    /// `iss`, to the letter.
    private let issuer: String
    /// What `aud` has to hold: a token for another service of the same issuer is none for us.
    private let audience: String
    /// The claim that is the user's login.
    private let userClaim: String
    /// The text the keys were read from: what makes two of these equal.
    private let keysText: String

    /// - Parameters:
    ///   - keys: A JSON Web Key Set.
    ///   - issuer: `iss`.
    ///   - audience: One of `aud`.
    ///   - userClaim: `email`, `sub`, ….
    /// - Throws: When the keys cannot be used.
    package init(
        keys: String,
        issuer: String,
        audience: String,
        userClaim: String
    ) throws(TokenKeys.Problem) {
        self.keys = try TokenKeys(json: keys)
        self.issuer = issuer
        self.audience = audience
        self.userClaim = userClaim
        keysText = keys
    }

    package static func == (one: TokenRules, other: TokenRules) -> Bool {
        one.keysText == other.keysText && one.issuer == other.issuer
            && one.audience == other.audience && one.userClaim == other.userClaim
    }

    /// Judges a token: its signature first, what it says after that.
    ///
    /// - Parameters:
    ///   - token: The compact form (RFC 7515, chapter 7.1).
    ///   - user: Who wants in, as in the startup packet.
    ///   - now: Seconds since 1970.
    /// - Throws: Why the token does not log this user in.
    package func verify(
        _ token: String,
        user: String,
        now: Double
    ) async throws(Refusal) {
        let claims: TokenClaims
        do {
            let collection = try await JWTKeyCollection().add(jwks: JWKS(keys: keys.keys))
            claims = try await collection.verify(token, as: TokenClaims.self, iteratingKeys: true)
        } catch {
            throw .invalid("no token signed by a known key")
        }
        try check(claims, user: user, now: now)
    }

    func check(_ claims: TokenClaims, user: String, now: Double) throws(Refusal) {
        guard claims.issuer == issuer else { throw .invalid("the token is of another issuer") }
        guard claims.audiences.contains(audience) else {
            throw .invalid("the token is for another audience")
        }
        guard let name = claims.texts[userClaim], name == user else {
            throw .invalid("the token's claim \(userClaim) is not the user")
        }
        guard userClaim != "email" || claims.isEmailVerified != false else {
            throw .invalid("the token says that the e-mail address is not verified")
        }
        guard let expires = claims.expires else {
            throw .invalid("the token never expires")
        }
        if let notBefore = claims.notBefore, notBefore > now + Self.clockSkew {
            throw .invalid("the token is not valid yet")
        }
        guard now < expires else { throw .expired }
    }
}
