// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import Testing

/// Numbers that are the same in each run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite struct RandomBytesTests {
    /// Bytes a decoder is likely to get far with: small numbers, zeros, letters.
    private static func body(_ generator: inout SeededGenerator) -> [UInt8] {
        let count = Int.random(in: 0..<40, using: &generator)
        return (0..<count).map { _ in
            [0, 0, 0, 1, 2, 4, 0x41, 0x53, 0x50, 0xFF].randomElement(using: &generator) ?? 0
        }
    }

    /// Every range a decoder gives out lies in the body, whatever the body.
    @Test func decodersStayInsideTheBody() {
        var generator = SeededGenerator(state: 1)
        var accepted = 0
        for _ in 0..<40_000 {
            let body = Self.body(&generator)
            body.withUnsafeBytes { bytes in
                var ranges: [Range<Int>] = []
                if let parse = try? ParseMessage(body: bytes) {
                    ranges += [parse.statement, parse.query, parse.types]
                    #expect(parse.parameterTypes(in: bytes).count * 4 + 2 == parse.types.count)
                }
                if let bind = try? BindMessage(body: bytes) {
                    ranges += [bind.portal, bind.statement, bind.arguments, bind.resultFormats]
                    let parameters = bind.parameterRanges(in: bytes)
                    #expect(parameters.count == bind.parameterCount)
                    ranges += parameters.compactMap { $0 }
                }
                if let query = try? QueryMessage(body: bytes) { ranges.append(query.text) }
                if let describe = try? DescribeMessage(body: bytes) { ranges.append(describe.name) }
                if let execute = try? ExecuteMessage(body: bytes) { ranges.append(execute.portal) }
                if let initial = try? SASLInitialResponse(body: bytes) {
                    ranges += [initial.mechanism] + [initial.data].compactMap { $0 }
                }
                if let rows = try? RowDescriptionMessage(body: bytes) {
                    ranges += rows.fields.map(\.name)
                }
                if let fields = try? DiagnosticFields(body: bytes) {
                    ranges += fields.fields.map(\.text)
                }
                accepted += ranges.count
                for range in ranges where !(0...body.count ~= range.upperBound) {
                    Issue.record("\(range) of \(body)")
                }
            }
        }
        // Otherwise the bytes were too random to test anything.
        #expect(accepted > 2_000)
    }

    /// However a login's bytes are cut, the machine takes the same steps.
    @Test func startupDoesNotDependOnTheCuts() {
        let message = Bytes(
            arrayLiteral: .uint32(196_610),
            .string("user"),
            .string("ada"),
            .string("options"),
            .string("-c a=b"),
            .byte(0)
        ).lengthPrefixed
        let gss = Bytes(arrayLiteral: .uint32(80_877_104)).lengthPrefixed
        let ssl = Bytes(arrayLiteral: .uint32(80_877_103)).lengthPrefixed
        func steps(_ generator: inout SeededGenerator, whole: Bool) -> [StartupStateMachine.Action]
        {
            var machine = StartupStateMachine(tls: .off)
            var actions: [StartupStateMachine.Action] = []
            for packet in [gss, ssl, message] {
                var sent = 0
                var action = StartupStateMachine.Action.readMore
                while sent < packet.count {
                    sent +=
                        whole
                        ? packet.count
                        : Int.random(in: 1...(packet.count - sent), using: &generator)
                    action = packet.prefix(sent).withUnsafeBytes { machine.bytesReceived($0) }
                    if sent < packet.count { #expect(action == .readMore) }
                }
                actions.append(action)
            }
            return actions
        }
        var generator = SeededGenerator(state: 2)
        let expected = steps(&generator, whole: true)
        #expect(expected.count == 3)
        guard case .authenticate = expected.last else {
            Issue.record("not accepted")
            return
        }
        for _ in 0..<2000 { #expect(steps(&generator, whole: false) == expected) }
    }

    /// Nothing a client can say first makes the machine trap or let it in.
    @Test func startupSurvivesAnything() {
        var generator = SeededGenerator(state: 3)
        for round in 0..<20_000 {
            var packet = Self.body(&generator)
            if round % 2 == 0 {
                packet = Bytes(arrayLiteral: .uint32(196_608)).bytes + packet
                packet = Bytes(arrayLiteral: .uint32(UInt32(packet.count + 4))).bytes + packet
            }
            var machine = StartupStateMachine(tls: .require)
            let action = packet.withUnsafeBytes { machine.bytesReceived($0) }
            if case .authenticate = action { Issue.record("\(packet)") }
        }
    }
}
