// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import Testing

@Suite struct MessageLimitsTests {
    private let limits = MessageLimits(statementBytesMax: 1000, bindBytesMax: 2000)

    private func verdict(_ type: Character, _ length: UInt32) -> MessageLimits.Verdict {
        limits.verdict(type: type.asciiValue ?? 0, length: length, in: .session)
    }

    private func isViolation(_ verdict: MessageLimits.Verdict) -> Bool {
        if case .violation(let error) = verdict { return error.sqlState == .protocolViolation }
        return false
    }

    private func isTooLarge(_ verdict: MessageLimits.Verdict) -> Bool {
        if case .tooLarge(let error) = verdict { return error.sqlState == .programLimitExceeded }
        return false
    }

    @Test func admitsAStatementAtItsLimitAndNoneBeyond() {
        #expect(verdict("Q", 5) == .legal)
        #expect(verdict("Q", 1005) == .legal)
        #expect(isTooLarge(verdict("Q", 1006)))
        #expect(isTooLarge(verdict("B", 2005)))
        #expect(isViolation(verdict("Q", 0x4000_0000)))
        #expect(isViolation(verdict("Q", 0xFFFF_FFFF)))
    }

    @Test func refusesLengthsThatNoMessageHas() {
        for type in "QPBDECFHSXcdf" {
            for length: UInt32 in 0..<4 { #expect(isViolation(verdict(type, length)), "\(type)") }
        }
        // Bodies that do not fit are for the messages' readers to refuse.
        for type in "SHXcQPBDEC" { #expect(verdict(type, 4) == .legal) }
        for type in "SHXc" { #expect(isViolation(verdict(type, 10_005))) }
        #expect(verdict("D", 10_004) == .legal)
        #expect(isViolation(verdict("D", 10_005)))
    }

    @Test func knowsWhichMessagesBelongToThePhase() {
        let p = Character("p").asciiValue ?? 0
        for type in UInt8.min...UInt8.max {
            let session = limits.verdict(type: type, length: 20, in: .session)
            let authentication = limits.verdict(type: type, length: 20, in: .authentication)
            let isKnown = FrontendMessageType(rawValue: type) != nil
            #expect((session == .legal) == (isKnown && type != p), "\(type)")
            #expect((authentication == .legal) == (type == p), "\(type)")
        }
        #expect(limits.verdict(type: p, length: 65_539, in: .authentication) == .legal)
        #expect(isViolation(limits.verdict(type: p, length: 65_540, in: .authentication)))
    }

    /// The loops' look-up by type byte says what the verdict says (R88).
    @Test func whatIsWithinTheTableIsLegal() {
        let table = limits.sessionBytesMax
        for type in UInt8.min...UInt8.max {
            for length in [4, 5, 1_000, table[Int(type)], table[Int(type)] + 1, 0x3FFF_FFFE] {
                let verdict = limits.verdict(type: type, length: UInt32(length), in: .session)
                #expect((length >= 4 && length <= table[Int(type)]) == (verdict == .legal))
            }
        }
    }
}
