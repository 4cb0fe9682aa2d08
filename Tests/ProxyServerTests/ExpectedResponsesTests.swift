// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Testing

@testable import ProxyServer

struct ExpectedResponsesTests {
    private func queue(_ kinds: ExpectedResponse.Kind...) -> ExpectedResponses {
        let queue = ExpectedResponses()
        for kind in kinds { queue.append(ExpectedResponse(kind)) }
        return queue
    }

    @Test func answersCompleteInTheOrderTheMessagesWereSent() {
        let queue = queue(.parse, .bind, .describe, .execute, .sync)
        for type in ["1", "2", "T"] {
            #expect(queue.match(Character(type).asciiValue ?? 0) == .completes)
            queue.removeFirst()
        }
        #expect(queue.match(UInt8(ascii: "D")) == .continues)
        #expect(queue.match(UInt8(ascii: "C")) == .completes)
        queue.removeFirst()
        #expect(queue.match(UInt8(ascii: "Z")) == .completes)
        queue.removeFirst()
        #expect(queue.isEmpty)
    }

    @Test(arguments: [
        (ExpectedResponse.Kind.parse, "2"), (.bind, "1"), (.describe, "D"), (.execute, "T"),
        (.close, "C"), (.sync, "C"), (.query, "1"), (.query, "s"), (.local, "1"),
    ])
    func anythingElseIsUnexpected(kind: ExpectedResponse.Kind, type: String) {
        #expect(queue(kind).match(Character(type).asciiValue ?? 0) == .unexpected)
    }

    @Test func nothingIsExpectedOfAnIdleBackend() {
        for type in "DTCZ123".utf8 {
            #expect(ExpectedResponses().match(type) == .unexpected)
        }
    }

    @Test func anErrorVoidsTheRoundUpToItsSync() {
        let queue = queue(.parse, .bind, .execute, .sync, .query)
        let voided = queue.errorReceived()
        #expect(voided.map(\.kind) == [.parse, .bind, .execute])
        #expect(queue.head?.kind == .sync)
        #expect(!queue.isSkippingToSync)
    }

    @Test func anErrorBeforeSyncWasSentSkipsToIt() {
        let queue = queue(.parse, .bind)
        _ = queue.errorReceived()
        #expect(queue.isEmpty)
        #expect(queue.isSkippingToSync)
        queue.append(ExpectedResponse(.sync))
        #expect(!queue.isSkippingToSync)
    }

    @Test func aFailedQueryStillOwesReadyForQuery() {
        let queue = queue(.query, .query)
        #expect(queue.errorReceived().isEmpty)
        #expect(queue.head?.hasFailed == true)
        #expect(queue.match(UInt8(ascii: "Z")) == .completes)
        #expect(queue.count == 2)
    }

    @Test func growsBeyondItsFirstCapacityInOrder() {
        let queue = ExpectedResponses()
        // Start in the middle of the ring, so that growing has to unroll it.
        for _ in 0..<10 { queue.append(ExpectedResponse(.close)) }
        for _ in 0..<10 { queue.removeFirst() }
        for index in 0..<100 {
            var response = ExpectedResponse(index.isMultiple(of: 2) ? .parse : .bind)
            response.statementIndex = UInt32(index)
            queue.append(response)
        }
        for index in 0..<100 { #expect(queue.removeFirst()?.statementIndex == UInt32(index)) }
        #expect(queue.isEmpty)
    }

    @Test func debtCountsWhatTheClientWaitsFor() {
        let queue = queue(.query, .parse, .sync, .parse, .bind)
        #expect(queue.visibleDebt.rounds == 2)
        #expect(queue.visibleDebt.hasOpenRound)
        queue.removeAll()
        queue.append(ExpectedResponse(.query, visible: false))
        #expect(queue.visibleDebt.rounds == 0)
        #expect(!queue.visibleDebt.hasOpenRound)
    }

    @Test func anAnsweredRoundIsNotSettledBeforeItsSync() {
        let expected = ExpectedResponses()
        expected.append(ExpectedResponse(.parse))
        expected.removeFirst()
        #expect(expected.isEmpty)
        #expect(!expected.areSettled)
        expected.append(ExpectedResponse(.sync))
        expected.removeFirst()
        #expect(expected.areSettled)
    }

    @Test func skippingToSyncIsNotSettledEvenBehindAQuery() {
        let expected = ExpectedResponses()
        expected.append(ExpectedResponse(.parse))
        // Sent before the error was known; the server ignores it.
        expected.append(ExpectedResponse(.query))
        #expect(expected.errorReceived().count == 2)
        #expect(expected.isEmpty)
        #expect(!expected.areSettled)
        expected.append(ExpectedResponse(.sync))
        expected.removeFirst()
        #expect(expected.areSettled)
    }
}
