// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ProxyServer
import SQLRewrite
import Testing

@Suite struct StatementCacheTests {
    private static let contextID: ContextID = 3

    private static func text(_ number: Int, bytes: Int) -> [UInt8] {
        let head = Array("SELECT \(number) ".utf8)
        return head + [UInt8](repeating: UInt8(ascii: " "), count: bytes - head.count)
    }

    private static func insert(_ text: [UInt8], into cache: inout StatementCache) {
        let hash = text.withUnsafeBytes {
            StatementCache.hash($0, kind: .simple, contextID: contextID)
        }
        let message = RewrittenMessage(
            text: text,
            statements: [RewrittenStatement(kind: .plain)],
            positions: .identity
        )
        cache.insert(
            Plan(
                hash: hash,
                contextID: contextID,
                policyID: contextID,
                kind: .simple,
                clientText: text,
                message: message
            )
        )
    }

    private static func holds(_ text: [UInt8], _ cache: inout StatementCache) -> Bool {
        text.withUnsafeBytes { bytes in
            let hash = StatementCache.hash(bytes, kind: .simple, contextID: contextID)
            return cache.find(bytes, hash: hash, kind: .simple, contextID: contextID) != nil
        }
    }

    /// Texts of many kilobytes are kept by bytes, however few they are (R85).
    @Test func bytesAreBoundedAndWhatIsUsedStays() {
        let bytesMax = 100_000
        let each = 10_000
        var cache = StatementCache(plansMax: 1_000, bytesMax: bytesMax)
        let used = Self.text(0, bytes: each)
        Self.insert(used, into: &cache)
        for number in 1...100 {
            Self.insert(Self.text(number, bytes: each), into: &cache)
            #expect(Self.holds(used, &cache))
        }
        // A text counts twice, as it came and as it goes; there are two generations.
        for gone in [1, 50, 100 - bytesMax / each - 2] {
            #expect(!Self.holds(Self.text(gone, bytes: each), &cache))
        }
        #expect(Self.holds(Self.text(100, bytes: each), &cache))
    }
}
