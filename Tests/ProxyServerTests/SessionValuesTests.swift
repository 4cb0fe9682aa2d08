// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors
import SQLRewrite
import Testing

@testable import ProxyServer

struct SessionValuesTests {
    private func entry(_ name: String) -> PreparedStatements.Entry {
        let message = RewrittenMessage(text: [], statements: [], positions: .identity)
        let plan = Plan(
            hash: 0,
            contextID: 1,
            policyID: 1,
            kind: .extended,
            clientText: [],
            message: message
        )
        return .init(
            name: Array(name.utf8),
            plan: plan,
            statement: ServerStatement(id: 1, text: [], parameterTypes: [0, 0])
        )
    }

    private func contains(_ statements: PreparedStatements, _ name: String) -> Bool {
        Array(name.utf8).withUnsafeBytes { statements.find($0) != nil }
    }

    @Test func preparedStatementsAreFoundAmongFewAndMany() {
        let statements = PreparedStatements()
        for number in 0..<100 { statements.define(entry("s\(number)")) }
        for number in 0..<100 { #expect(contains(statements, "s\(number)")) }
        #expect(!contains(statements, "s100"))
        for number in stride(from: 0, to: 100, by: 3) {
            Array("s\(number)".utf8).withUnsafeBytes { statements.remove($0) }
        }
        for number in 0..<100 {
            #expect(contains(statements, "s\(number)") == !number.isMultiple(of: 3))
        }
        for number in 0..<95 { Array("s\(number)".utf8).withUnsafeBytes { statements.remove($0) } }
        #expect(statements.namedCount == 3)
        for number in [95, 97, 98] { #expect(contains(statements, "s\(number)")) }
    }

    @Test func theUnnamedStatementIsApart() {
        let statements = PreparedStatements()
        #expect(!contains(statements, ""))
        statements.define(entry(""))
        #expect(contains(statements, ""))
        #expect(statements.namedCount == 0)
        statements.remove(.init(start: nil, count: 0))
        #expect(!contains(statements, ""))
    }

    @Test func rollingBackToASavepointUndoesWhatWasSetSince() {
        var settings = VirtualSettings()
        settings.setInitially("search_path", to: "public")
        let defined = settings.savepointReached(.define("a"))
        settings.set("search_path", to: "tenant", isLocal: false)
        _ = settings.savepointReached(.define("b"))
        settings.set("search_path", to: "books", isLocal: false)
        let undone = settings.savepointReached(.rollBackTo("b"))
        #expect(!defined && undone)
        #expect(settings.value("search_path") == "tenant")
        _ = settings.savepointReached(.release("b"))
        let released = settings.savepointReached(.rollBackTo("b"))
        #expect(!released)
        let outer = settings.savepointReached(.rollBackTo("a"))
        #expect(outer)
        #expect(settings.value("search_path") == "public")
        settings.transactionEnded(rolledBack: false)
        #expect(settings.value("search_path") == "public")
        #expect(!settings.needsTransactionEnd)
    }

    @Test func aRolledBackSettingIsUndone() {
        var settings = VirtualSettings()
        settings.setInitially("application_name", to: "psql")
        settings.set("application_name", to: "other", isLocal: false)
        settings.transactionEnded(rolledBack: true)
        #expect(settings.value("application_name") == "psql")
        settings.set("application_name", to: "other", isLocal: false)
        settings.transactionEnded(rolledBack: false)
        settings.transactionEnded(rolledBack: true)
        #expect(settings.value("application_name") == "other")
    }

    @Test func aLocalSettingEndsWithItsTransactionAndHidesTheSessions() {
        var settings = VirtualSettings()
        settings.setInitially("application_name", to: "psql")
        settings.set("application_name", to: "session", isLocal: false)
        settings.set("application_name", to: "local", isLocal: true)
        #expect(settings.value("application_name") == "local")
        settings.set("application_name", to: nil, isLocal: true)
        #expect(settings.value("application_name") == "psql")
        settings.transactionEnded(rolledBack: false)
        #expect(settings.value("application_name") == "session")
        settings.set("application_name", to: "local", isLocal: true)
        settings.set("application_name", to: "later", isLocal: false)
        #expect(settings.value("application_name") == "later")
        settings.resetAll()
        #expect(settings.value("application_name") == "psql")
        settings.transactionEnded(rolledBack: true)
        #expect(settings.value("application_name") == "session")
    }

    @Test func aCursorKeepsItsBackendOnlyWhenItOutlivesTheTransaction() {
        var cursors = Cursors()
        cursors.declared("plain", isHold: false, policyID: 1, text: [])
        #expect(!cursors.holdBackend)
        cursors.declared("held", isHold: true, policyID: 1, text: [])
        cursors.transactionEnded(rolledBack: false)
        #expect(cursors.holdBackend)
        #expect(cursors.policyID(of: "plain") == nil, "it went with its transaction")
        #expect(cursors.policyID(of: "held") == 1)
        cursors.transactionEnded(rolledBack: true)
        #expect(cursors.holdBackend, "only its own transaction can take it back")
        cursors.closed("held")
        cursors.declared("again", isHold: true, policyID: 1, text: [])
        cursors.transactionEnded(rolledBack: true)
        #expect(!cursors.holdBackend)
    }

    @Test func aPortalEndsWithItsOwnRoundAndIsKnownByWhatTheServerComparesOfItsName() {
        var portals = Portals()
        let plan = entry("").plan
        let long = [UInt8](repeating: 97, count: 70)
        long.withUnsafeBytes { portals.define($0, plan: plan, number: 7) }
        [UInt8]().withUnsafeBytes { portals.define($0, plan: plan, number: 8) }
        portals.transactionEnded(answered: 6)
        #expect(portals.policyID(of: String(repeating: "a", count: 63)) == plan.policyID)
        portals.transactionEnded(answered: 7)
        #expect(portals.policyID(of: String(repeating: "a", count: 63)) == nil)
        [UInt8]().withUnsafeBytes { #expect(portals.find($0) != nil) }
        portals.transactionEnded(answered: 8)
        [UInt8]().withUnsafeBytes { #expect(portals.find($0) == nil) }
    }

    @Test func startupOptionsAreReadAsTheServerReadsThem() throws {
        let options = try StartupOptions.parse(
            #"-c geqo=off  -cwork_mem=1MB --search-path=a\ b,c -c x=\\"#
        )
        #expect(options.map(\.name) == ["geqo", "work_mem", "search_path", "x"])
        #expect(options.map(\.value) == ["off", "1MB", "a b,c", #"\"#])
    }

    @Test(arguments: ["-B 10", "-c", "-c novalue", "--", "x=1"])
    func otherStartupOptionsAreRefused(options: String) {
        #expect(throws: ProxyError.self) { try StartupOptions.parse(options) }
    }

    @Test func theCacheKeepsPoliciesApart() {
        var cache = StatementCache(plansMax: 8)
        let text = Array("SELECT 1".utf8)
        let message = RewrittenMessage(text: text, statements: [], positions: .identity)
        text.withUnsafeBytes { bytes in
            let hash = StatementCache.hash(bytes, kind: .simple, contextID: 1)
            cache.insert(
                Plan(
                    hash: hash,
                    contextID: 1,
                    policyID: 1,
                    kind: .simple,
                    clientText: text,
                    message: message
                )
            )
            #expect(cache.find(bytes, hash: hash, kind: .simple, contextID: 1) != nil)
            #expect(cache.find(bytes, hash: hash, kind: .simple, contextID: 2) == nil)
            #expect(cache.find(bytes, hash: hash, kind: .extended, contextID: 1) == nil)
        }
    }

    @Test func theCacheForgetsWhatIsNotUsed() {
        var cache = StatementCache(plansMax: 8)
        func find(_ number: Int) -> Bool {
            let text = Array("SELECT \(number)".utf8)
            return text.withUnsafeBytes { bytes in
                let hash = StatementCache.hash(bytes, kind: .simple, contextID: 1)
                return cache.find(bytes, hash: hash, kind: .simple, contextID: 1) != nil
            }
        }
        for number in 0..<100 {
            let text = Array("SELECT \(number)".utf8)
            let hash = text.withUnsafeBytes {
                StatementCache.hash($0, kind: .simple, contextID: 1)
            }
            let message = RewrittenMessage(text: text, statements: [], positions: .identity)
            cache.insert(
                Plan(
                    hash: hash,
                    contextID: 1,
                    policyID: 1,
                    kind: .simple,
                    clientText: text,
                    message: message
                )
            )
            // Number 0 is used all the time and stays.
            #expect(find(0))
        }
        #expect(find(99))
        #expect(!find(50))
    }
}

struct LoginDelaysTests {
    private let peer = PeerAddress.network("192.0.2.1")
    private let second: UInt64 = 1_000_000_000

    @Test func theFirstMistakesCostNothing() {
        let delays = LoginDelays()
        for _ in 0..<LoginDelays.freeFailures { delays.failed(user: "a", peer: peer, now: second) }
        #expect(delays.delay(user: "a", peer: peer, now: second) == 0)
        delays.failed(user: "a", peer: peer, now: second)
        #expect(delays.delay(user: "a", peer: peer, now: second) == LoginDelays.firstDelay)
    }

    @Test func delaysDoubleUpToTheirLimitAndFollowUserAndAddress() {
        let delays = LoginDelays()
        var previous: UInt64 = 0
        for _ in 0..<30 {
            delays.failed(user: "a", peer: peer, now: second)
            let delay = delays.delay(user: "a", peer: .local, now: second)
            #expect(delay >= previous)
            previous = delay
        }
        #expect(previous == LoginDelays.delayMax)
        #expect(delays.delay(user: "b", peer: peer, now: second) == LoginDelays.delayMax)
        #expect(delays.delay(user: "b", peer: .local, now: second) == 0)
    }

    @Test func successAndTimeForgive() {
        let delays = LoginDelays()
        for _ in 0..<9 { delays.failed(user: "a", peer: peer, now: second) }
        #expect(delays.delay(user: "a", peer: peer, now: second + LoginDelays.memory) == 0)
        delays.succeeded(user: "a", peer: peer)
        #expect(delays.delay(user: "a", peer: peer, now: second) == 0)
    }

    @Test func memoryIsBounded() {
        let delays = LoginDelays()
        for number in 0..<(LoginDelays.entriesMax * 2) {
            delays.failed(user: "u\(number)", peer: .local, now: UInt64(number))
        }
        #expect(delays.count <= LoginDelays.entriesMax)
    }
}
