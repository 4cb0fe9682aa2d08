// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import Testing

@testable import PostgresWire

/// RFC 7677 section 3: user `user`, password `pencil`.
private enum Example {
    static let salt = Base64.decode("W22ZaJ0SNY7soEsUEjb6gQ==".utf8) ?? []
    static let clientFirst = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"
    static let serverNonce = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    static let serverFirst =
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
    static let clientFinal =
        "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
    static let serverFinal = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
}

/// A client that knows a password, for exchanges with nonces and bindings of the test's choice.
private struct Client {
    var password = "pencil"
    var header = "n,,"
    var bindingData: [UInt8] = []
    var nonce = "abc"

    var first: [UInt8] { Array("\(header)n=,r=\(nonce)".utf8) }

    func final(to serverFirst: [UInt8], nonce changed: String? = nil) -> [UInt8] {
        let text = String(decoding: serverFirst, as: UTF8.self)
        let fields = text.split(separator: ",").map { $0.dropFirst(2) }
        let salted = SCRAMCryptography.saltedPassword(
            Array(password.utf8),
            salt: Base64.decode(fields[1].utf8) ?? [],
            iterations: Int(fields[2]) ?? 0
        )
        let binding = Base64.encode(Array(header.utf8) + bindingData)
        let withoutProof =
            "c=\(String(decoding: binding, as: UTF8.self)),r=\(changed ?? String(fields[0]))"
        let message = Array("n=,r=\(nonce),\(text),\(withoutProof)".utf8)
        let clientKey = SCRAMCryptography.hmac(key: salted, Array("Client Key".utf8))
        let signature = SCRAMCryptography.hmac(key: SCRAMCryptography.hash(clientKey), message)
        let proof = Base64.encode(zip(clientKey, signature).map { $0 ^ $1 })
        return Array("\(withoutProof),p=\(String(decoding: proof, as: UTF8.self))".utf8)
    }
}

private let verifier = SCRAMVerifier.make(password: "pencil", salt: Array(0..<16))

/// Runs a whole exchange.
private func exchange(
    _ client: Client,
    verifier: SCRAMVerifier = verifier,
    endPoint: [UInt8]? = nil,
    mechanism: String = "SCRAM-SHA-256"
) -> SCRAMServer.Action {
    var server = SCRAMServer(
        verifier: verifier,
        nonce: Array(repeating: 7, count: SCRAMServer.nonceBytes),
        serverEndPoint: endPoint
    )
    let action = server.initialResponseReceived(mechanism: mechanism, data: client.first)
    guard case .sendContinue(let serverFirst) = action else { return action }
    return server.responseReceived(client.final(to: serverFirst))
}

private func refusal(_ action: SCRAMServer.Action) -> SQLState? {
    if case .reject(let error) = action { return error.sqlState }
    return nil
}

private func isSuccess(_ action: SCRAMServer.Action) -> Bool {
    if case .succeed = action { return true }
    return false
}

@Suite struct SCRAMTests {
    @Test func answersTheExampleOfRFC7677() throws {
        let verifier = SCRAMVerifier.make(password: "pencil", salt: Example.salt)
        // The example's server nonce is not base64, so its exchange is checked by its parts.
        let first = try SCRAMClientFirst(Array(Example.clientFirst.utf8))
        #expect(first.binding == .notSupported)
        #expect(first.nonce == Array("rOprNGfwEbeRWgbNEkqO".utf8))
        let final = try #require(SCRAMClientFinal(Array(Example.clientFinal.utf8)))
        #expect(final.channelBinding == Array("n,,".utf8))
        #expect(final.nonce == first.nonce + Array(Example.serverNonce.utf8))
        let message =
            first.bare + Array(",\(Example.serverFirst),".utf8) + final.withoutProof
        let signature = SCRAMCryptography.hmac(key: verifier.storedKey, message)
        let clientKey = zip(final.proof, signature).map { $0 ^ $1 }
        #expect(SCRAMCryptography.hash(clientKey) == verifier.storedKey)
        let serverSignature = SCRAMCryptography.hmac(key: verifier.serverKey, message)
        #expect(
            "v=" + String(decoding: Base64.encode(serverSignature), as: UTF8.self)
                == Example.serverFinal
        )
    }

    @Test func letsTheRightPasswordInAndNoOther() {
        #expect(isSuccess(exchange(Client())))
        #expect(exchange(Client(password: "pencils")) == .deny)
        #expect(exchange(Client(password: "")) == .deny)
    }

    @Test func aMockGoesTheWholeWayAndLetsNobodyIn() {
        let secret: [UInt8] = Array(repeating: 3, count: 32)
        let mock = SCRAMVerifier.mock(user: "eve", secret: secret)
        #expect(exchange(Client(), verifier: mock) == .deny)
        #expect(mock.salt.count == SCRAMVerifier.saltBytes)
        #expect(mock == SCRAMVerifier.mock(user: "eve", secret: secret))
        #expect(mock.salt != SCRAMVerifier.mock(user: "ada", secret: secret).salt)
        #expect(
            mock.salt
                != SCRAMVerifier.mock(user: "eve", secret: Array(repeating: 4, count: 32)).salt
        )
    }

    @Test func mocksLookLikeTheVerifiersThereAre() {
        let secret: [UInt8] = Array(repeating: 3, count: 32)
        let usual = SCRAMVerifier.Shape(iterations: 4_096, saltBytes: 16)
        let strong = SCRAMVerifier.Shape(iterations: 600_000, saltBytes: 40)
        func shape(_ name: Int, _ shapes: [SCRAMVerifier.Shape: Int]) -> SCRAMVerifier.Shape {
            SCRAMVerifier.mock(user: "nobody\(name)", secret: secret, shapes: shapes).shape
        }
        let names = 0..<2_000
        #expect(names.allSatisfy { shape($0, [strong: 3]) == strong })
        let mixed = names.map { shape($0, [usual: 3, strong: 1]) }
        let share = mixed.filter { $0 == strong }.count
        #expect((400...600).contains(share), "\(share) of 2000 have the shape of one in four")
        // One user more changes the look of few names.
        let moved = names.filter { shape($0, [usual: 4, strong: 1]) != mixed[$0] }.count
        #expect(moved < 200, "\(moved) of 2000 changed")
    }

    @Test func bindsToTheChannel() {
        let endPoint: [UInt8] = Array(1...32)
        var client = Client(header: "p=tls-server-end-point,,", bindingData: endPoint)
        let plus = "SCRAM-SHA-256-PLUS"
        #expect(isSuccess(exchange(client, endPoint: endPoint, mechanism: plus)))
        client.bindingData = Array(2...33)
        #expect(
            refusal(exchange(client, endPoint: endPoint, mechanism: plus))
                == .invalidAuthorizationSpecification
        )
        client.header = "p=tls-unique,,"
        #expect(
            refusal(exchange(client, endPoint: endPoint, mechanism: plus)) == .protocolViolation
        )
    }

    @Test func noticesAnOfferTakenOutOnTheWay() {
        let endPoint: [UInt8] = Array(1...32)
        #expect(
            refusal(exchange(Client(header: "y,,"), endPoint: endPoint))
                == .invalidAuthorizationSpecification
        )
        #expect(isSuccess(exchange(Client(header: "y,,"))))
        #expect(isSuccess(exchange(Client(header: "n,,"), endPoint: endPoint)))
    }

    @Test func refusesMechanismsThatDoNotFitTheBinding() {
        let endPoint: [UInt8] = Array(1...32)
        let plus = "SCRAM-SHA-256-PLUS"
        for (header, mechanism, endPoint) in [
            ("n,,", plus, endPoint), ("y,,", plus, endPoint),
            ("p=tls-server-end-point,,", "SCRAM-SHA-256", endPoint),
            ("p=tls-server-end-point,,", plus, nil), ("n,,", "SCRAM-SHA-1", nil),
        ] as [(String, String, [UInt8]?)] {
            let action = exchange(
                Client(header: header),
                endPoint: endPoint,
                mechanism: mechanism
            )
            #expect(refusal(action) == .protocolViolation, "\(header) \(mechanism)")
        }
        #expect(SCRAMServer.mechanisms(hasEndPoint: true) == [plus, "SCRAM-SHA-256"])
        #expect(SCRAMServer.mechanisms(hasEndPoint: false) == ["SCRAM-SHA-256"])
    }

    @Test(arguments: [
        ("", SQLState.protocolViolation), ("n,,", .protocolViolation), ("n", .protocolViolation),
        ("n,,n=", .protocolViolation), ("n,,n=,r=", .protocolViolation),
        ("n,,n=,r=a\u{7F}", .protocolViolation), ("n,,n=,r=abc,", .protocolViolation),
        ("n,,n=,r=abc,1=x", .protocolViolation), ("nn,,n=,r=abc", .protocolViolation),
        ("n,x,n=,r=abc", .protocolViolation), ("n,,r=abc,n=", .protocolViolation),
        ("n,a=ada,n=,r=abc", .featureNotSupported), ("n,,m=1,n=,r=abc", .featureNotSupported),
        ("n,,n=,r=" + String(repeating: "a", count: 1025), .protocolViolation),
    ])
    func refusesAMalformedFirstMessage(_ message: String, _ state: SQLState) {
        var server = SCRAMServer(verifier: verifier, nonce: [1], serverEndPoint: nil)
        let action = server.initialResponseReceived(
            mechanism: "SCRAM-SHA-256",
            data: Array(message.utf8)
        )
        #expect(refusal(action) == state)
    }

    @Test func refusesAFinalMessageWithAnotherNonceOrBrokenParts() throws {
        let client = Client()
        func answer(_ change: (_ serverFirst: [UInt8]) -> [UInt8]) -> SCRAMServer.Action {
            var server = SCRAMServer(verifier: verifier, nonce: [1], serverEndPoint: nil)
            let action = server.initialResponseReceived(
                mechanism: "SCRAM-SHA-256",
                data: client.first
            )
            guard case .sendContinue(let serverFirst) = action else { return action }
            return server.responseReceived(change(serverFirst))
        }
        #expect(isSuccess(answer { client.final(to: $0) }))
        #expect(refusal(answer { client.final(to: $0, nonce: "abc") }) == .protocolViolation)
        #expect(refusal(answer { client.final(to: $0) + Array(",".utf8) }) == .protocolViolation)
        #expect(refusal(answer { client.final(to: $0) + Array(",x=1".utf8) }) == .protocolViolation)
        #expect(refusal(answer { client.final(to: $0).dropLast(4) }) == .protocolViolation)
        for length in 0..<40 {
            #expect(
                refusal(answer { Array(client.final(to: $0).prefix(length)) })
                    == .protocolViolation
            )
        }
    }

    @Test func answersEachMessageOnce() {
        var server = SCRAMServer(verifier: verifier, nonce: [1], serverEndPoint: nil)
        #expect(refusal(server.responseReceived(Array("c=biws".utf8))) == .protocolViolation)
        let action = server.initialResponseReceived(
            mechanism: "SCRAM-SHA-256",
            data: Client().first
        )
        #expect(refusal(action) == .protocolViolation)
    }
}

@Suite struct SCRAMVerifierTests {
    /// What PostgreSQL 15 stored for two passwords; SASLprep changes the second.
    @Test func readsAndMakesWhatPostgreSQLStores() throws {
        for (password, stored) in [
            (
                "pencil",
                "SCRAM-SHA-256$4096:iLJ2rKcXvNMYHxXtT1TyHg==$"
                    + "hMBgClMTmYQTgEwPryDVd5RVbySNsHhg8nfGvD7aHm4=:i8cWAC8oFySkT1KjGrvx/7s/zCuPkQ1mt2QowQ/geWw="
            ),
            (
                "I\u{AD}X \u{2168}\u{A0}\u{E9}e\u{301}",
                "SCRAM-SHA-256$4096:5sU+d/p3eCAvJWvprbUomg==$"
                    + "NgNrqEwHKuoY065a6U+RHDkN0TGSElrgLLHGqoWrHhk=:W9qoJAhreHdlwoPgQCT9hqYiN6apV2EGxBwKRT9WvBU="
            ),
        ] {
            let read = try #require(SCRAMVerifier(stored))
            #expect(read.text == stored)
            #expect(SCRAMVerifier.make(password: password, salt: read.salt) == read)
            #expect(!"\(read)".contains(stored.suffix(20)))
        }
    }

    @Test(arguments: [
        "pencil", "", "md5abc", "SCRAM-SHA-256$4096:AAAA", "SCRAM-SHA-1$4096:AAAA$AAAA:AAAA",
        "SCRAM-SHA-256$0:AAAA$AAAA:AAAA", "SCRAM-SHA-256$+1:AAAA$AAAA:AAAA",
        "SCRAM-SHA-256$4096:$AAAA:AAAA", "SCRAM-SHA-256$4096:AAAA$AAAA:AAAA$",
    ])
    func takesNothingElseForAVerifier(_ text: String) {
        #expect(SCRAMVerifier(text) == nil)
    }

    @Test func preparesPasswordsAsPostgreSQLDoes() {
        func isSame(_ left: String, _ right: String) -> Bool {
            SCRAMVerifier.make(password: left, iterations: 1, salt: [1])
                == SCRAMVerifier.make(password: right, iterations: 1, salt: [1])
        }
        // RFC 4013 section 3.
        #expect(isSame("I\u{AD}X\u{E9}", "IX\u{E9}"))
        #expect(isSame("\u{AA}", "a"))
        #expect(isSame("\u{2168}", "IX"))
        #expect(isSame("e\u{301}", "\u{E9}"))
        #expect(isSame("a\u{A0}b", "a b"))
        #expect(!isSame("user", "USER"))
    }
}

@Suite struct Base64Tests {
    @Test func agreesWithTheRFC() {
        for (text, encoded) in [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ] {
            #expect(Base64.encode(Array(text.utf8)) == Array(encoded.utf8))
            #expect(Base64.decode(encoded.utf8) == Array(text.utf8))
        }
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zh==", "Zm9=", "====", "Zg==Zg==", "Zm 9v", "Zm9v\n", "Zm9-",
    ])
    func decodesOneSpellingOnly(_ text: String) {
        #expect(Base64.decode(text.utf8) == nil)
    }
}
