// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A cursor over one message's body that never leaves it.
///
/// The error texts are those of PostgreSQL (src/backend/libpq/pqformat.c).
package struct MessageReader {
    private let body: UnsafeRawBufferPointer
    package private(set) var offset = 0

    /// - Parameter body: Must outlive the reader; the reader copies nothing.
    package init(_ body: UnsafeRawBufferPointer) {
        self.body = body
    }

    package var remaining: Int { body.count - offset }

    @inline(__always)
    package mutating func byte() throws(ProxyError) -> UInt8 {
        let range = try bytes(count: 1)
        return body[range.lowerBound]
    }

    @inline(__always)
    package mutating func uint16() throws(ProxyError) -> UInt16 {
        let range = try bytes(count: 2)
        return UInt16(
            bigEndian: body.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt16.self)
        )
    }

    @inline(__always)
    package mutating func uint32() throws(ProxyError) -> UInt32 {
        let range = try bytes(count: 4)
        return UInt32(
            bigEndian: body.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt32.self)
        )
    }

    @inline(__always)
    package mutating func int32() throws(ProxyError) -> Int32 {
        Int32(bitPattern: try uint32())
    }

    /// Reads a count, which the wire writes as a signed 16-bit number.
    ///
    /// - Returns: 0 to 32,767.
    /// - Throws: 08P01 for a negative count.
    @inline(__always)
    package mutating func count() throws(ProxyError) -> Int {
        let value = Int16(bitPattern: try uint16())
        guard value >= 0 else { throw Self.invalidFormat }
        return Int(value)
    }

    /// Reads a number of bytes as they are.
    ///
    /// - Parameter count: Not negative.
    /// - Returns: Where they lie in the body.
    /// - Throws: 08P01 when the body ends before.
    @inline(__always)
    package mutating func bytes(count: Int) throws(ProxyError) -> Range<Int> {
        guard count >= 0, count <= remaining else {
            throw ProxyError(.protocolViolation, "insufficient data left in message")
        }
        defer { offset += count }
        return offset..<offset + count
    }

    /// Reads a string of the protocol.
    ///
    /// - Returns: Where it lies in the body, without its terminator.
    /// - Throws: 08P01 when no terminator follows.
    @inline(__always)
    package mutating func string() throws(ProxyError) -> Range<Int> {
        guard remaining > 0, let base = body.baseAddress,
            let end = memchr(base + offset, 0, remaining)
        else {
            throw ProxyError(.protocolViolation, "invalid string in message")
        }
        let start = offset
        let terminator = UnsafeRawPointer(end) - base
        offset = terminator + 1
        return start..<terminator
    }

    /// Reads everything that is left.
    ///
    /// - Returns: Where it lies in the body.
    package mutating func rest() -> Range<Int> {
        defer { offset = body.count }
        return offset..<body.count
    }

    /// States that the message ends here.
    ///
    /// - Throws: 08P01 when bytes are left.
    @inline(__always)
    package func end() throws(ProxyError) {
        guard remaining == 0 else { throw Self.invalidFormat }
    }

    package static let invalidFormat = ProxyError(.protocolViolation, "invalid message format")
}
