// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc
import PostgresErrors
package import SQLRewrite

/// Rewritten messages by client text, message kind and rewrite context (R85).
///
/// Two generations: a plan found in the old one moves to the young one; when the young one is full it
/// becomes the old one and what was there is forgotten. So the cache is bounded and a plan in use stays.
package struct StatementCache {
    /// Plans per generation.
    private let plansMax: Int
    /// Bytes of client and rewritten text per generation.
    private let bytesMax: Int
    private var young: PlanTable
    private var old: PlanTable

    package init(plansMax: Int = 4096, bytesMax: Int = 32 << 20) {
        self.plansMax = plansMax
        self.bytesMax = bytesMax
        self.young = PlanTable(capacity: 256)
        self.old = PlanTable(capacity: 16)
    }

    package static func hash(
        _ text: UnsafeRawBufferPointer,
        kind: MessageKind,
        contextID: ContextID,
        declaredTypes: UnsafeRawBufferPointer = .init(start: nil, count: 0)
    ) -> UInt64 {
        let salt = contextID &* 2 &+ (kind == .simple ? 0 : 1)
        let typed = declaredTypes.isEmpty ? salt : ByteHash.hash(declaredTypes, salt: salt)
        return ByteHash.hash(text, salt: typed)
    }

    package mutating func find(
        _ text: UnsafeRawBufferPointer,
        hash: UInt64,
        kind: MessageKind,
        contextID: ContextID,
        declaredTypes: UnsafeRawBufferPointer = .init(start: nil, count: 0)
    ) -> Plan? {
        if let plan = young.find(text, declaredTypes, hash: hash, kind: kind, contextID: contextID)
        {
            return plan
        }
        guard
            let plan = old.find(text, declaredTypes, hash: hash, kind: kind, contextID: contextID)
        else { return nil }
        insert(plan)
        return plan
    }

    package mutating func insert(_ plan: Plan) {
        if young.count >= plansMax || young.bytes >= bytesMax {
            old = young
            young = PlanTable(capacity: 256)
        }
        young.insert(plan)
    }

    mutating func removeAll() {
        young = PlanTable(capacity: 256)
        old = PlanTable(capacity: 16)
    }
}

/// Open addressing with linear probing; entries are only ever added.
private struct PlanTable {
    private var slots: [Plan?]
    private(set) var count = 0
    private(set) var bytes = 0

    /// - Parameter capacity: A power of two.
    init(capacity: Int) {
        slots = Array(repeating: nil, count: capacity)
    }

    func find(
        _ text: UnsafeRawBufferPointer,
        _ declaredTypes: UnsafeRawBufferPointer,
        hash: UInt64,
        kind: MessageKind,
        contextID: ContextID
    ) -> Plan? {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: hash) & mask
        while let plan = slots[index] {
            if plan.hash == hash, plan.contextID == contextID, plan.kind == kind,
                plan.clientText.count == text.count,
                plan.clientText.withUnsafeBytes({ equalBytes($0, text) }),
                plan.declaredTypes.withUnsafeBytes({ equalBytes($0, declaredTypes) })
            {
                return plan
            }
            index = (index + 1) & mask
        }
        return nil
    }

    mutating func insert(_ plan: Plan) {
        if (count + 1) * 4 > slots.count * 3 {
            let previous = slots
            slots = Array(repeating: nil, count: previous.count * 2)
            for case let plan? in previous { place(plan) }
        }
        place(plan)
        count += 1
        bytes += plan.clientText.count + plan.text.count
    }

    private mutating func place(_ plan: Plan) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: plan.hash) & mask
        while slots[index] != nil { index = (index + 1) & mask }
        slots[index] = plan
    }
}

/// Whether two spans hold the same bytes.
@inline(__always)
func equalBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let leftBase = left.baseAddress, let rightBase = right.baseAddress else { return true }
    return memcmp(leftBase, rightBase, left.count) == 0
}

extension [UInt8] {
    /// `withUnsafeBytes` that keeps the type of what is thrown.
    func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws(ProxyError) -> Result
    ) throws(ProxyError) -> Result {
        let outcome: Swift.Result<Result, ProxyError> = withUnsafeBytes { bytes in
            do throws(ProxyError) {
                return .success(try body(bytes))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
