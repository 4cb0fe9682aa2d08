// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Testing

@testable import ProxyServer

@Suite struct TraceTextTests {
    /// What libpq 15 prints while it logs in, with a value that holds quotes and a line end.
    private static let text = """
        F\t8\tUnknown message: length is 8
        F\t80\tUnknown message: 70
        mismatched message length: consumed 4, expected 80
        B\t27\tParameterStatus\t "application_name" "a"b
        c"
        B\t25\tParameterStatus\t "client_encoding" "UTF8"
        B\t12\tBackendKeyData\t 24299 -2
        B\t5\tReadyForQuery\t I

        """

    @Test func findsNamesAndKey() {
        let trace = TraceText(Array(Self.text.utf8))
        #expect(trace.parameterNames == ["application_name", "client_encoding"])
        #expect(trace.keys == [TraceText.Key(processID: 24_299, secret: [255, 255, 255, 254])])
    }

    @Test func aValueCannotPoseAsAMessage() {
        let value = "x\nB\t12\tBackendKeyData\t 1 2\n"
        let length = 4 + "a".utf8.count + 1 + value.utf8.count + 1
        let trace = TraceText(Array("B\t\(length)\tParameterStatus\t \"a\" \"\(value)\"\n".utf8))
        #expect(trace.parameterNames == ["a"])
        #expect(trace.keys.isEmpty)
    }

    @Test func anotherFormatYieldsNothing() {
        for text in ["", "B", "B\t", "B\tx\ty\tz", "B\t99\tParameterStatus\t \"a\" \"b\"\n"] {
            #expect(TraceText(Array(text.utf8)) == TraceText([]))
        }
    }
}

@Suite struct HostListTests {
    private let list = HostList(options: ["host": "a,b,b", "port": "1,2,3"])

    @Test func readsListsAsLibpqDoes() {
        #expect(list.entries.map(\.host) == ["a", "b", "b"])
        #expect(list.entries.map(\.port) == ["1", "2", "3"])
        let onePort = HostList(options: ["host": "a,b", "hostaddr": ",::1", "port": "7"])
        #expect(
            onePort.entries == [
                HostEntry(host: "a", address: "", port: "7"),
                HostEntry(host: "b", address: "::1", port: "7"),
            ]
        )
        #expect(HostList(options: [:]).entries == [HostEntry(host: "", address: "", port: "")])
    }

    @Test func dropsAHostWithOneAddress() {
        var list = list
        #expect(list.remove(HostEntry(host: "b", address: "x", port: "3")) { _ in ["x"] })
        #expect(list.entries.map(\.port) == ["1", "2"])
        #expect(
            list.options == [
                ConninfoOption(keyword: "host", value: "a,b"),
                ConninfoOption(keyword: "hostaddr", value: ""),
                ConninfoOption(keyword: "port", value: "1,2"),
            ]
        )
    }

    @Test func keepsTheOtherAddressesOfAName() {
        var list = HostList(options: ["host": "a,b"])
        #expect(list.remove(HostEntry(host: "a", address: "x", port: "5432")) { _ in ["x", "y"] })
        #expect(
            list.options == [
                ConninfoOption(keyword: "host", value: "a,b"),
                ConninfoOption(keyword: "hostaddr", value: "y,"),
                ConninfoOption(keyword: "port", value: ""),
            ]
        )
        #expect(list.remove(HostEntry(host: "a", address: "y", port: "5432")) { _ in ["x", "y"] })
        #expect(list.entries.map(\.host) == ["b"])
    }

    @Test func doesNotTakeAStrangerOff() {
        var list = list
        #expect(!list.remove(HostEntry(host: "c", address: "x", port: "1")) { _ in [] })
        #expect(!list.remove(HostEntry(host: "a", address: "x", port: "2")) { _ in [] })
        #expect(list.entries.count == 3)
    }
}
