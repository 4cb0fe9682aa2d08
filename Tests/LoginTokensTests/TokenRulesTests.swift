// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import JWTKit
import LoginTokens
import Testing

/// Spec 6: a signed token logs in whom it names, and nothing else does.
@Suite struct TokenRulesTests {
    private static let now = 1_800_000_000.0
    private let key = ES256PrivateKey()

    /// What an issuer signs; members left nil are left out.
    private struct Claims: JWTPayload {
        var iss: String? = "https://login.example.com"
        var aud: [String]? = ["reports", "omniproxy"]
        var exp: Double? = TokenRulesTests.now + 60
        var nbf: Double?
        var email: String? = "ada@acme.example"
        var emailVerified: Bool?

        enum CodingKeys: String, CodingKey {
            case iss, aud, exp, nbf, email
            case emailVerified = "email_verified"
        }

        func verify(using algorithm: some JWTAlgorithm) {}
    }

    private func jwks(_ key: ES256PrivateKey, name: String? = "one") throws -> String {
        let point = try #require(key.parameters)
        let kid = name.map { #""kid": "\#($0)", "# } ?? ""
        return #"""
            {"keys": [{"kty": "EC", \#(kid)"crv": "P-256", "alg": "ES256", "use": "sig",
                       "x": "\#(urlSafe(point.x))", "y": "\#(urlSafe(point.y))"}]}
            """#
    }

    private func urlSafe(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func rules(userClaim: String = "email") throws -> TokenRules {
        try TokenRules(
            keys: try jwks(key),
            issuer: "https://login.example.com",
            audience: "omniproxy",
            userClaim: userClaim
        )
    }

    private func token(
        _ claims: Claims,
        signedBy key: ES256PrivateKey? = nil
    ) async throws -> String {
        let keys = await JWTKeyCollection().add(ecdsa: key ?? self.key, kid: "one")
        return try await keys.sign(claims, kid: "one")
    }

    private func refusal(
        of token: String,
        user: String = "ada@acme.example",
        at now: Double = Self.now
    ) async throws -> TokenRules.Refusal? {
        let rules = try rules()
        do throws(TokenRules.Refusal) {
            try await rules.verify(token, user: user, now: now)
            return nil
        } catch {
            return error
        }
    }

    @Test func tokenOfTheIssuerLogsItsUserIn() async throws {
        #expect(try await refusal(of: token(Claims())) == nil)
    }

    @Test func oneAudienceMayStandAlone() async throws {
        struct Single: JWTPayload {
            var iss = "https://login.example.com"
            var aud = "omniproxy"
            var exp = TokenRulesTests.now + 60
            var email = "ada@acme.example"
            func verify(using algorithm: some JWTAlgorithm) {}
        }
        let keys = await JWTKeyCollection().add(ecdsa: key, kid: "one")
        #expect(try await refusal(of: keys.sign(Single(), kid: "one")) == nil)
    }

    @Test func tokenNeedNotNameItsKey() async throws {
        let keys = await JWTKeyCollection().add(ecdsa: key)
        #expect(try await refusal(of: keys.sign(Claims())) == nil)
    }

    @Test func tokenOfAnotherUserIsRefused() async throws {
        let refused = try await refusal(of: token(Claims()), user: "lin@globex.example")
        #expect(refused == .invalid("the token's claim email is not the user"))
    }

    @Test func userIsComparedToTheLetter() async throws {
        #expect(try await refusal(of: token(Claims()), user: "Ada@acme.example") != nil)
    }

    @Test func tokenSignedByAnybodyElseIsRefused() async throws {
        let forged = try await token(Claims(), signedBy: ES256PrivateKey())
        #expect(try await refusal(of: forged) == .invalid("no token signed by a known key"))
    }

    @Test func changedTokenIsRefused() async throws {
        let parts = try await token(Claims()).split(separator: ".")
        let other = try await token(Claims(email: "lin@globex.example")).split(separator: ".")
        let mixed = "\(parts[0]).\(other[1]).\(parts[2])"
        #expect(try await refusal(of: mixed, user: "lin@globex.example") != nil)
    }

    /// RFC 8725, chapter 2.1: `none`, and a public key taken for a shared secret.
    @Test func algorithmsThatProveNothingAreRefused() async throws {
        let body = try await token(Claims()).split(separator: ".")[1]
        let none = urlSafe(Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString())
        #expect(try await refusal(of: "\(none).\(body).") != nil)

        let shared = await JWTKeyCollection()
            .add(hmac: .init(from: Data(try jwks(key).utf8)), digestAlgorithm: .sha256, kid: "one")
        #expect(try await refusal(of: shared.sign(Claims(), kid: "one")) != nil)
    }

    @Test(arguments: [
        "", ".", "..", "a.b.c", "....", "eyJhbGciOiJFUzI1NiJ9.e30.", "\u{0}.\u{0}.\u{0}",
    ])
    func textsThatAreNoTokensAreRefused(_ text: String) async throws {
        #expect(try await refusal(of: text) == .invalid("no token signed by a known key"))
    }

    @Test func timeIsJudged() async throws {
        #expect(try await refusal(of: token(Claims(exp: Self.now))) == .expired)
        #expect(
            try await refusal(of: token(Claims(exp: nil))) == .invalid("the token never expires")
        )
        let early = Self.now + TokenRules.clockSkew + 1
        #expect(
            try await refusal(of: token(Claims(nbf: early)))
                == .invalid("the token is not valid yet")
        )
        #expect(try await refusal(of: token(Claims(nbf: early - 2))) == nil)
    }

    @Test func issuerAndAudienceAreJudged() async throws {
        #expect(
            try await refusal(of: token(Claims(iss: "https://login.example.com/")))
                == .invalid("the token is of another issuer")
        )
        for audiences in [nil, [], ["reports"]] as [[String]?] {
            #expect(
                try await refusal(of: token(Claims(aud: audiences)))
                    == .invalid("the token is for another audience")
            )
        }
    }

    @Test func addressThatNobodyVerifiedIsRefused() async throws {
        #expect(try await refusal(of: token(Claims(emailVerified: false))) != nil)
        #expect(try await refusal(of: token(Claims(emailVerified: true))) == nil)
    }

    @Test func keySetsThatCannotCheckSignaturesAreErrors() throws {
        let good = try jwks(key)
        let problems = [
            ("{}", "is not a JSON Web Key Set of RSA, EC or OKP keys"),
            (#"{"keys": []}"#, "holds no key"),
            (
                #"{"keys": [{"kty": "oct", "kid": "a", "k": "c2VjcmV0"}]}"#,
                "is not a JSON Web Key Set"
            ),
            (
                #"{"keys": [{"kty": "RSA", "kid": "a", "alg": "RS256"}]}"#,
                "key a is not a valid public key"
            ),
            (good.replacing(#""use""#, with: #""d": "AAAA", "use""#), "key one has a private half"),
            (
                good.replacing(#""crv": "P-256""#, with: #""crv": "P-384""#),
                "key one is not a valid"
            ),
        ]
        for (text, problem) in problems {
            do throws(TokenKeys.Problem) {
                _ = try TokenKeys(json: text)
                Issue.record("taken: \(text)")
            } catch {
                #expect(error.description.hasPrefix(problem), "\(error)")
            }
        }
        #expect(throws: Never.self) { try TokenKeys(json: jwks(key, name: nil)) }
    }
}
