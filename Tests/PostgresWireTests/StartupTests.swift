// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import Testing

private let sslRequest = Bytes(arrayLiteral: .uint32(80_877_103)).lengthPrefixed
private let gssRequest = Bytes(arrayLiteral: .uint32(80_877_104)).lengthPrefixed

private func startup(
    _ version: UInt32 = 196_608,
    _ parameters: [(String, String)] = [("user", "ada")]
) -> [UInt8] {
    var packet: Bytes = [.uint32(version)]
    for (name, value) in parameters {
        packet.bytes += Array(name.utf8) + [0] + Array(value.utf8) + [0]
    }
    packet.bytes.append(0)
    return packet.lengthPrefixed
}

extension StartupStateMachine {
    fileprivate mutating func received(_ bytes: [UInt8]) -> Action {
        bytes.withUnsafeBytes { bytesReceived($0) }
    }
}

private func refusal(_ action: StartupStateMachine.Action) -> SQLState? {
    if case .reject(let error) = action { return error.sqlState }
    return nil
}

private func isClose(_ action: StartupStateMachine.Action) -> Bool {
    if case .close = action { return true }
    return false
}

@Suite struct StartupTests {
    @Test func readsParametersInOrderAndTakesTheUserForTheDatabase() throws {
        let packet = startup(
            196_608,
            [("user", "ada"), ("options", "-c x=y"), ("DateStyle", "ISO"), ("options", "")]
        )
        var machine = StartupStateMachine(tls: .prefer)
        guard case .authenticate(let message, let consumed) = machine.received(packet) else {
            Issue.record("not accepted")
            return
        }
        #expect(consumed == packet.count)
        #expect(message.user == "ada")
        #expect(message.database == "ada")
        #expect(message.parameters.map(\.name) == ["options", "DateStyle", "options"])
        #expect(message.parameters.map(\.value) == ["-c x=y", "ISO", ""])
        #expect(!message.needsNegotiation)
    }

    @Test func waitsForEveryByteOfAPacketThatComesByteByByte() {
        let packet = startup()
        var machine = StartupStateMachine(tls: .off)
        for length in 0..<packet.count {
            #expect(machine.received(Array(packet[..<length])) == .readMore)
        }
        guard case .authenticate = machine.received(packet) else {
            Issue.record("not accepted")
            return
        }
    }

    @Test(arguments: [
        (UInt32(0x0003_0000), UInt16(0), false), (0x0003_0001, 1, false), (0x0003_0002, 2, false),
        (0x0003_0003, 2, true), (0x0003_270F, 2, true),
    ])
    func negotiatesTheMinorVersion(_ asked: UInt32, _ minor: UInt16, _ negotiates: Bool) {
        var machine = StartupStateMachine(tls: .off)
        guard case .authenticate(let message, _) = machine.received(startup(asked)) else {
            Issue.record("not accepted")
            return
        }
        #expect(message.version == ProtocolVersion(major: 3, minor: minor))
        #expect(message.needsNegotiation == negotiates)
    }

    @Test func namesUnknownProtocolOptions() {
        let packet = startup(196_608, [("user", "ada"), ("_pq_.new", "1"), ("TimeZone", "UTC")])
        var machine = StartupStateMachine(tls: .off)
        guard case .authenticate(let message, _) = machine.received(packet) else {
            Issue.record("not accepted")
            return
        }
        #expect(message.unrecognizedOptions == ["_pq_.new"])
        #expect(message.parameters.map(\.name) == ["TimeZone"])
        #expect(message.needsNegotiation)
    }

    @Test func refusesWhatIsNotAStartupPacket() {
        let cases: [(String, [UInt8], SQLState)] = [
            ("protocol 2", startup(0x0002_0000), .featureNotSupported),
            ("protocol 4", startup(0x0004_0000), .featureNotSupported),
            ("no user", startup(196_608, []), .invalidAuthorizationSpecification),
            ("empty user", startup(196_608, [("user", "")]), .invalidAuthorizationSpecification),
            (
                "replication", startup(196_608, [("user", "a"), ("replication", "database")]),
                .featureNotSupported
            ),
            ("length 7", [0, 0, 0, 7], .protocolViolation),
            ("length 10,005", [0, 0, 0x27, 0x15], .protocolViolation),
            ("negative length", [0xFF, 0xFF, 0xFF, 0xFF], .protocolViolation),
            (
                "bytes behind the terminator",
                Bytes(arrayLiteral: .uint32(196_608), .string("user"), .string("a"), .byte(0), "x")
                    .lengthPrefixed,
                .protocolViolation
            ),
            (
                "no terminator",
                Bytes(arrayLiteral: .uint32(196_608), .string("user"), .string("a")).lengthPrefixed,
                .protocolViolation
            ),
            (
                "Latin-1",
                Bytes(
                    arrayLiteral: .uint32(196_608),
                    .string("user"),
                    .byte(0xE9),
                    .byte(0),
                    .byte(0)
                ).lengthPrefixed,
                .characterNotInRepertoire
            ),
            (
                "SSLRequest with a body",
                Bytes(arrayLiteral: .uint32(80_877_103), .byte(0)).lengthPrefixed,
                .protocolViolation
            ),
            (
                "CancelRequest with a short key",
                Bytes(arrayLiteral: .uint32(80_877_102), .uint32(1), "abc").lengthPrefixed,
                .protocolViolation
            ),
        ]
        for (name, bytes, state) in cases {
            var machine = StartupStateMachine(tls: .off)
            #expect(refusal(machine.received(bytes)) == state, "\(name)")
        }
    }

    @Test func takesAPacketOfTheLargestLegalLength() {
        let overhead = startup(196_608, [("user", "")]).count
        let packet = startup(
            196_608,
            [("user", String(repeating: "a", count: 4 + StartupPacket.bytesMax - overhead))]
        )
        #expect(packet.count == 10_004)
        var machine = StartupStateMachine(tls: .off)
        guard case .authenticate = machine.received(packet) else {
            Issue.record("not accepted")
            return
        }
    }

    @Test func upgradesToTLSOnRequest() {
        var machine = StartupStateMachine(tls: .require)
        #expect(machine.received(sslRequest) == .acceptTLS(consumed: 8))
        #expect(machine.tlsEstablished(applicationProtocol: nil) == .readMore)
        guard case .authenticate = machine.received(startup()) else {
            Issue.record("not accepted")
            return
        }
    }

    @Test func closesOnPlaintextBehindAnEncryptionRequest() {
        for request in [sslRequest, gssRequest] {
            for tls in [TLSMode.off, .prefer, .require] {
                var machine = StartupStateMachine(tls: tls)
                #expect(isClose(machine.received(request + [0])))
                #expect(isClose(machine.received(startup())))
            }
        }
    }

    @Test func declinesEachEncryptionRequestOnce() {
        var machine = StartupStateMachine(tls: .off)
        #expect(machine.received(gssRequest) == .declineEncryption(consumed: 8))
        #expect(machine.received(sslRequest) == .declineEncryption(consumed: 8))
        guard case .authenticate = machine.received(startup()) else {
            Issue.record("not accepted")
            return
        }
        var second = StartupStateMachine(tls: .off)
        #expect(second.received(sslRequest) == .declineEncryption(consumed: 8))
        #expect(refusal(second.received(sslRequest)) == .protocolViolation)
        var third = StartupStateMachine(tls: .prefer)
        #expect(third.received(gssRequest) == .declineEncryption(consumed: 8))
        #expect(refusal(third.received(gssRequest)) == .protocolViolation)
    }

    @Test func refusesEncryptionInsideEncryption() {
        for request in [sslRequest, gssRequest] {
            var machine = StartupStateMachine(tls: .prefer)
            #expect(machine.received(sslRequest) == .acceptTLS(consumed: 8))
            #expect(machine.tlsEstablished(applicationProtocol: nil) == .readMore)
            #expect(refusal(machine.received(request)) == .protocolViolation)
        }
    }

    @Test func directTLSMustSayWhatItSpeaks() {
        for (name, isWelcome) in [("postgresql", true), ("http/1.1", false), (nil, false)] {
            var machine = StartupStateMachine(tls: .prefer)
            #expect(machine.received([0x16, 3, 1]) == .beginDirectTLS)
            let action = machine.tlsEstablished(applicationProtocol: name)
            #expect((action == .readMore) == isWelcome)
            #expect(isClose(action) == !isWelcome)
        }
        var off = StartupStateMachine(tls: .off)
        #expect(isClose(off.received([0x16])))
    }

    @Test func requireRefusesAPlaintextStartupButNotACancel() {
        var machine = StartupStateMachine(tls: .require)
        #expect(refusal(machine.received(startup())) == .invalidAuthorizationSpecification)
        let cancel = Bytes(arrayLiteral: .uint32(80_877_102), .uint32(5), "abcd").lengthPrefixed
        var second = StartupStateMachine(tls: .require)
        #expect(
            second.received(cancel)
                == .cancel(CancelRequest(processID: 5, key: Array("abcd".utf8)))
        )
    }

    @Test func sendsNothingTwice() {
        var machine = StartupStateMachine(tls: .off)
        _ = machine.received(startup())
        #expect(isClose(machine.received(startup())))
    }
}
