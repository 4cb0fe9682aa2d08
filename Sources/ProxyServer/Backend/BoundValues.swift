// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The values that a client has bound and whose statements are under way: an error that quotes nothing
/// else quotes the client itself (R75).
///
/// It belongs to a backend, of which there are few, not to a client. Beyond its limit values are not
/// kept, and such an error loses its wording.
struct BoundValues {
    /// As in Bind messages: each with its length in front.
    private var bytes: [UInt8] = []

    private static let bytesMax = 4096

    mutating func forget() {
        if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    }

    /// - Parameter parameters: Of a Bind message that has been read without an error.
    mutating func append(_ parameters: UnsafeRawBufferPointer) {
        guard bytes.count + parameters.count <= Self.bytesMax else { return }
        bytes.append(contentsOf: parameters)
    }

    /// The values one by one; nulls have no text.
    var texts: [[UInt8]] {
        var texts: [[UInt8]] = []
        var rest = bytes[...]
        while rest.count >= 4 {
            let length = rest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            rest = rest.dropFirst(4)
            guard let count = Int(exactly: Int32(bitPattern: length)), count >= 0 else { continue }
            texts.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return texts
    }
}
