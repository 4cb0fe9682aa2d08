// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Bytes that a peer was not ready to take, in order.
///
/// Bounded by its users: while it is not empty, whatever would fill it is not read.
struct OutboundBytes {
    private var bytes: [UInt8] = []
    private var start = 0

    var count: Int { bytes.count - start }
    var isEmpty: Bool { bytes.count == start }

    mutating func append(_ span: UnsafeRawBufferPointer) {
        bytes.append(contentsOf: span)
    }

    /// Lends what is left.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }

    /// Drops the first `count` bytes, which have been taken.
    mutating func removeFirst(_ count: Int) {
        start += count
        if start == bytes.count {
            // An idle connection holds no buffer.
            bytes = []
            start = 0
        } else if start > 1 << 16, start > bytes.count / 2 {
            // Seldom enough that the moves cost no more than the bytes themselves.
            bytes.removeFirst(start)
            start = 0
        }
    }
}
