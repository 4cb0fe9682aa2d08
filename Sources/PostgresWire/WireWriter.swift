// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// How messages get into a byte buffer: one frame is opened, filled and its length patched in, so that
/// nothing is built beside the buffer it belongs to.
extension [UInt8] {
    /// Appends one frame.
    ///
    /// - Parameters:
    ///   - type: The message's type byte.
    ///   - body: Appends the body and nothing else.
    @inline(__always)
    mutating func appendFrame(_ type: UInt8, _ body: (inout [UInt8]) -> Void) {
        append(type)
        appendLengthPrefixed(body)
    }

    /// Appends a length word that counts itself, and what it counts: the form of the startup packets.
    ///
    /// - Parameter body: Appends what follows the length word.
    @inline(__always)
    mutating func appendLengthPrefixed(_ body: (inout [UInt8]) -> Void) {
        let start = count
        appendInteger(UInt32(0))
        body(&self)
        // Every text that gets here has passed a limit far below 2 GiB.
        let length = UInt32(count - start)
        self[start] = UInt8(truncatingIfNeeded: length >> 24)
        self[start + 1] = UInt8(truncatingIfNeeded: length >> 16)
        self[start + 2] = UInt8(truncatingIfNeeded: length >> 8)
        self[start + 3] = UInt8(truncatingIfNeeded: length)
    }

    @inline(__always)
    mutating func appendInteger(_ value: UInt32) {
        append(UInt8(truncatingIfNeeded: value >> 24))
        append(UInt8(truncatingIfNeeded: value >> 16))
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    @inline(__always)
    mutating func appendInteger(_ value: Int32) {
        appendInteger(UInt32(bitPattern: value))
    }

    @inline(__always)
    mutating func appendInteger(_ value: UInt16) {
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    /// Appends a string of the protocol, which ends at its first zero byte.
    ///
    /// A zero inside the text would end it early and leave the rest to be read as the next field, so
    /// zeros are left out.
    ///
    /// - Parameter text: Any text.
    mutating func appendString(_ text: String) {
        let start = count
        append(contentsOf: text.utf8)
        if self[start...].contains(0) {
            let clean = self[start...].filter { $0 != 0 }
            replaceSubrange(start..., with: clean)
        }
        append(0)
    }

    /// Appends bytes known to hold no zero, such as a name that came in as a string of the protocol.
    ///
    /// - Parameter bytes: The bytes without terminator.
    @inline(__always)
    mutating func appendString(_ bytes: [UInt8]) {
        append(contentsOf: bytes)
        append(0)
    }
}
