// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The parameter types of a Parse message: their count and their OIDs as sent, or nothing when all are
/// left to the server, which is how most clients ask and shares their plans.
struct DeclaredTypes {
    let bytes: UnsafeRawBufferPointer

    static var none: DeclaredTypes { DeclaredTypes(UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// - Parameter sent: A count of two bytes and that many OIDs, checked by the decoder.
    init(_ sent: UnsafeRawBufferPointer) {
        let isSilent = sent.count <= 2 || sent.dropFirst(2).allSatisfy { $0 == 0 }
        bytes = isSilent ? UnsafeRawBufferPointer(start: nil, count: 0) : sent
    }

    var oids: [UInt32] {
        stride(from: 2, to: bytes.count, by: 4).map { offset in
            UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }
}
