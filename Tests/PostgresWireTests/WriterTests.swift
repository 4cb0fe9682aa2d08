// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import PostgresWire
import Testing

@Suite struct BackendWriterTests {
    @Test func writesEachMessageAsTheProtocolChapterDrawsIt() {
        func check(_ expected: [UInt8], _ append: (inout [UInt8]) -> Void) {
            var buffer: [UInt8] = [0xEE]
            append(&buffer)
            #expect(buffer == [0xEE] + expected)
        }
        check(Bytes(arrayLiteral: .uint32(0)).framed("R")) { $0.appendAuthenticationOk() }
        check(
            Bytes(arrayLiteral: .uint32(10), .string("A"), .string("B"), .byte(0)).framed("R")
        ) { $0.appendAuthenticationSASL(mechanisms: ["A", "B"]) }
        check(Bytes(arrayLiteral: .uint32(11), "x").framed("R")) {
            $0.appendAuthenticationSASLContinue([0x78])
        }
        check(Bytes(arrayLiteral: .uint32(12), "x").framed("R")) {
            $0.appendAuthenticationSASLFinal([0x78])
        }
        check(Bytes(arrayLiteral: .string("TimeZone"), .string("UTC")).framed("S")) {
            $0.appendParameterStatus(name: "TimeZone", value: "UTC")
        }
        check(Bytes(arrayLiteral: .uint32(7), "abcd").framed("K")) {
            $0.appendBackendKeyData(processID: 7, key: Array("abcd".utf8))
        }
        check(Bytes(arrayLiteral: "T").framed("Z")) { $0.appendReadyForQuery(.inTransaction) }
        check(
            Bytes(arrayLiteral: .uint32(0x0003_0002), .uint32(1), .string("_pq_.x")).framed("v")
        ) {
            $0.appendNegotiateProtocolVersion(
                newest: .newestSupported,
                unrecognizedOptions: ["_pq_.x"]
            )
        }
        check(Bytes().framed("1")) { $0.appendParseComplete() }
        check(Bytes().framed("2")) { $0.appendBindComplete() }
        check(Bytes().framed("3")) { $0.appendCloseComplete() }
        check(Bytes().framed("n")) { $0.appendNoData() }
        check(Bytes().framed("I")) { $0.appendEmptyQueryResponse() }
        check(Bytes().framed("s")) { $0.appendPortalSuspended() }
        check(Bytes(arrayLiteral: .string("SHOW")).framed("C")) {
            $0.appendCommandComplete(tag: "SHOW")
        }
        check(Bytes(arrayLiteral: .uint16(2), .uint32(23), .uint32(25)).framed("t")) {
            $0.appendParameterDescription(types: [23, 25])
        }
        check(
            Bytes(arrayLiteral: .uint16(2), .uint32(1), "a", .uint32(0xFFFF_FFFF)).framed("D")
        ) { $0.appendTextDataRow(["a", nil]) }
    }

    @Test func describesLocalAnswersAsText() throws {
        var buffer: [UInt8] = []
        buffer.appendTextRowDescription(columns: ["a", "b"], formats: [0, 1])
        let body = buffer.body
        let message = try body.withUnsafeBytes { try RowDescriptionMessage(body: $0) }
        #expect(message.fields.map { body.text($0.name) } == ["a", "b"])
        #expect(message.fields.map(\.typeOID) == [25, 25])
        #expect(message.fields.map(\.typeLength) == [-1, -1])
        #expect(message.fields.map(\.typeModifier) == [-1, -1])
        #expect(message.fields.map(\.format) == [0, 1])
    }

    @Test func writesOnlyTheClientsHalfOfAnError() throws {
        let error = ProxyError(
            .undefinedTable,
            "relation \"x\" does not exist",
            hint: "Look again.",
            position: 15,
            logMessage: "secret"
        )
        var buffer: [UInt8] = []
        buffer.appendErrorResponse(error, severity: .fatal)
        #expect(
            buffer
                == Bytes(
                    arrayLiteral: .string("SFATAL"),
                    .string("VFATAL"),
                    .string("C42P01"),
                    .string("Mrelation \"x\" does not exist"),
                    .string("HLook again."),
                    .string("P15"),
                    .byte(0)
                ).framed("E")
        )
    }

    @Test func leavesOutZeroBytesThatWouldEndAStringEarly() {
        var buffer: [UInt8] = []
        buffer.appendCommandComplete(tag: "A\0B")
        #expect(buffer == Bytes(arrayLiteral: .string("AB")).framed("C"))
    }
}

@Suite struct FrontendWriterTests {
    @Test func writesWhatTheDecodersRead() throws {
        var buffer: [UInt8] = []
        buffer.appendParse(
            statement: Array("s".utf8),
            query: Array("SELECT $1".utf8),
            parameterTypes: [23]
        )
        let body = buffer.body
        let message = try body.withUnsafeBytes { try ParseMessage(body: $0) }
        #expect(body.text(message.statement) == "s")
        #expect(body.text(message.query) == "SELECT $1")
        #expect(body.withUnsafeBytes { message.parameterTypes(in: $0) } == [23])
        var again: [UInt8] = []
        body.withUnsafeBytes { bytes in
            again.appendParse(
                statement: Array("s".utf8),
                query: Array("SELECT $1".utf8),
                types: UnsafeRawBufferPointer(rebasing: bytes[message.types])
            )
        }
        #expect(again == buffer)
    }

    @Test func bindKeepsItsArgumentsUnderOtherNames() throws {
        let arguments: Bytes = [
            .uint16(1), .uint16(1), .uint16(2), .uint32(4), "abcd", .uint32(0xFFFF_FFFF),
            .uint16(2), .uint16(0), .uint16(1),
        ]
        let client = Bytes(arrayLiteral: .string("p"), .string("s")).bytes + arguments.bytes
        let message = try client.withUnsafeBytes { try BindMessage(body: $0) }
        var buffer: [UInt8] = []
        client.withUnsafeBytes { bytes in
            buffer.appendBind(
                portal: [],
                statement: Array("other".utf8),
                arguments: UnsafeRawBufferPointer(rebasing: bytes[message.arguments])
            )
        }
        let names: Bytes = [.string(""), .string("other")]
        #expect(buffer.body == names.bytes + arguments.bytes)
    }

    @Test func writesTheShortMessages() {
        func check(_ expected: [UInt8], _ append: (inout [UInt8]) -> Void) {
            var buffer: [UInt8] = []
            append(&buffer)
            #expect(buffer == expected)
        }
        check(Bytes(arrayLiteral: .string("SELECT 1")).framed("Q")) {
            $0.appendQuery(Array("SELECT 1".utf8))
        }
        check(Bytes(arrayLiteral: "S", .string("s")).framed("D")) {
            $0.appendDescribe(.statement, name: [0x73])
        }
        check(Bytes(arrayLiteral: "P", .string("")).framed("C")) {
            $0.appendClose(.portal, name: [])
        }
        check(Bytes(arrayLiteral: .string(""), .uint32(5)).framed("E")) {
            $0.appendExecute(portal: [], rowLimit: 5)
        }
        check(Bytes().framed("S")) { $0.appendSync() }
        check(Bytes().framed("H")) { $0.appendFlush() }
        check(Bytes().framed("X")) { $0.appendTerminate() }
        check(Bytes(arrayLiteral: .uint32(80_877_103)).lengthPrefixed) { $0.appendSSLRequest() }
        check(Bytes(arrayLiteral: .uint32(80_877_102), .uint32(9), "keyy").lengthPrefixed) {
            $0.appendCancelRequest(processID: 9, key: Array("keyy".utf8))
        }
    }
}
