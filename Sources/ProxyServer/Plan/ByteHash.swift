// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc

/// Hashes byte spans for the tables of the hot path: multiply-and-fold over eight-byte lanes.
///
/// Seeded once per process, so that a client cannot prepare texts that meet in one bucket.
enum ByteHash {
    private static let seed: UInt64 = {
        var value: UInt64 = 0
        withUnsafeMutableBytes(of: &value) { bytes in
            _ = getrandom(bytes.baseAddress, bytes.count, 0)
        }
        return value | 1
    }()

    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    static func hash(_ bytes: UnsafeRawBufferPointer, salt: UInt64) -> UInt64 {
        var state = seed ^ (salt &* 0x9E37_79B9_7F4A_7C15)
        var offset = 0
        let count = bytes.count
        while offset + 8 <= count {
            let lane = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            state = fold(state ^ lane, 0xA076_1D64_78BD_642F)
            offset += 8
        }
        var tail: UInt64 = 0
        var shift: UInt64 = 0
        while offset < count {
            tail |= UInt64(bytes[offset]) << shift
            shift += 8
            offset += 1
        }
        return fold(state ^ tail, UInt64(truncatingIfNeeded: count) ^ 0xE703_7ED1_A0B4_28DB)
    }
}
