// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import Testing

/// A decoder as the tests see it: it takes the body or throws.
private typealias Decode = @Sendable (UnsafeRawBufferPointer) throws(ProxyError) -> Void

private func refusal(_ body: [UInt8], _ decode: Decode) -> SQLState? {
    body.withUnsafeBytes { bytes in
        do throws(ProxyError) {
            try decode(bytes)
            return nil
        } catch {
            return error.sqlState
        }
    }
}

@Suite struct DecoderTests {
    private static let samples: [(name: String, body: Bytes, decode: Decode)] = [
        (
            "Query", [.string("SELECT 1")],
            { (b) throws(ProxyError) in _ = try QueryMessage(body: b) }
        ),
        (
            "Parse", [.string("s"), .string("SELECT $1, $2"), .uint16(2), .uint32(23), .uint32(0)],
            { (b) throws(ProxyError) in _ = try ParseMessage(body: b) }
        ),
        (
            "Bind",
            [
                .string("p"), .string("s"), .uint16(2), .uint16(0), .uint16(1), .uint16(2),
                .uint32(3), "abc", .uint32(0xFFFF_FFFF), .uint16(1), .uint16(1),
            ],
            { (b) throws(ProxyError) in _ = try BindMessage(body: b) }
        ),
        (
            "Describe", ["S", .string("s")],
            { (b) throws(ProxyError) in _ = try DescribeMessage(body: b) }
        ),
        (
            "Execute", [.string("p"), .uint32(10)],
            { (b) throws(ProxyError) in _ = try ExecuteMessage(body: b) }
        ),
        (
            "SASLInitialResponse", [.string("SCRAM-SHA-256"), .uint32(3), "abc"],
            { (b) throws(ProxyError) in _ = try SASLInitialResponse(body: b) }
        ),
        (
            "ParameterStatus", [.string("a"), .string("b")],
            { (b) throws(ProxyError) in _ = try ParameterStatusMessage(body: b) }
        ),
        (
            "ReadyForQuery", ["I"],
            { (b) throws(ProxyError) in _ = try ReadyForQueryMessage(body: b) }
        ),
        (
            "CommandComplete", [.string("SELECT 1")],
            { (b) throws(ProxyError) in _ = try CommandCompleteMessage(body: b) }
        ),
        (
            "ParameterDescription", [.uint16(1), .uint32(23)],
            { (b) throws(ProxyError) in _ = try ParameterDescriptionMessage(body: b) }
        ),
        (
            "RowDescription",
            [
                .uint16(1), .string("c"), .uint32(1), .uint16(2), .uint32(23), .uint16(4),
                .uint32(0xFFFF_FFFF), .uint16(0),
            ],
            { (b) throws(ProxyError) in _ = try RowDescriptionMessage(body: b) }
        ),
        (
            "ErrorResponse", [.string("SERROR"), .string("C42P01"), .string("Mno"), .byte(0)],
            { (b) throws(ProxyError) in _ = try DiagnosticFields(body: b) }
        ),
    ]

    @Test(arguments: samples.indices)
    func takesTheWholeBodyAndNothingElse(_ index: Int) {
        let (name, body, decode) = Self.samples[index]
        #expect(refusal(body.bytes, decode) == nil, "\(name)")
        #expect(refusal(body.bytes + [0], decode) == .protocolViolation, "\(name), a byte more")
        for length in body.bytes.indices {
            #expect(
                refusal(Array(body.bytes[..<length]), decode) == .protocolViolation,
                "\(name), cut to \(length)"
            )
        }
    }

    @Test func refusesNegativeCounts() {
        let parse: Bytes = [.string(""), .string(""), .uint16(0xFFFF)]
        #expect(
            refusal(parse.bytes) { b throws(ProxyError) in _ = try ParseMessage(body: b) } != nil
        )
        for bind: Bytes in [
            [.string(""), .string(""), .uint16(0xFFFF), .uint16(0), .uint16(0)],
            [.string(""), .string(""), .uint16(0), .uint16(0xFFFF), .uint16(0)],
            [.string(""), .string(""), .uint16(0), .uint16(0), .uint16(0x8000)],
            [.string(""), .string(""), .uint16(0), .uint16(1), .uint32(0xFFFF_FFFE), .uint16(0)],
        ] {
            #expect(
                refusal(bind.bytes) { b throws(ProxyError) in _ = try BindMessage(body: b) }
                    == .protocolViolation
            )
        }
    }

    @Test func refusesFormatsThatDoNotFitTheParameters() {
        let bind: Bytes = [
            .string(""), .string(""), .uint16(2), .uint16(0), .uint16(0), .uint16(1), .uint32(0),
            .uint16(0),
        ]
        #expect(
            refusal(bind.bytes) { b throws(ProxyError) in _ = try BindMessage(body: b) }
                == .protocolViolation
        )
    }

    @Test func findsParametersAndResultFormats() throws {
        let body = Self.samples[2].body.bytes
        try body.withUnsafeBytes { bytes in
            let bind = try BindMessage(body: bytes)
            #expect(body.text(bind.portal) == "p")
            #expect(body.text(bind.statement) == "s")
            let ranges = bind.parameterRanges(in: bytes)
            #expect(ranges.count == 2)
            #expect(ranges[0].map { body.text($0) } == "abc")
            #expect(ranges[1] == nil)
            #expect(try bind.resultFormats(columns: 3, in: bytes) == [1, 1, 1])
        }
    }

    @Test func tellsAnAbsentInitialResponseFromAnEmptyOne() throws {
        let absent: Bytes = [.string("X"), .uint32(0xFFFF_FFFF)]
        let empty: Bytes = [.string("X"), .uint32(0)]
        #expect(try absent.bytes.withUnsafeBytes { try SASLInitialResponse(body: $0).data } == nil)
        #expect(
            try empty.bytes.withUnsafeBytes { try SASLInitialResponse(body: $0).data?.isEmpty }
                == true
        )
    }

    @Test func readsErrorsThatLackEverything() throws {
        let body: [UInt8] = [0]
        try body.withUnsafeBytes { bytes in
            let fields = try DiagnosticFields(body: bytes)
            #expect(fields.fields.isEmpty)
            #expect(fields.text(.sqlState, in: bytes) == nil)
        }
    }

    @Test func readsKeysOfEveryLegalLength() {
        for (length, isLegal) in [(3, false), (4, true), (256, true), (257, false)] {
            let body = [0, 0, 0, 1] + [UInt8](repeating: 7, count: length)
            let state = refusal(body) { b throws(ProxyError) in
                _ = try BackendKeyDataMessage(body: b)
            }
            #expect((state == nil) == isLegal, "\(length)")
        }
    }
}
