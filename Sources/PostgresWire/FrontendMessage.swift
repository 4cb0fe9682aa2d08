// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import PostgresErrors

// Views of frontend messages. Each holds ranges into the body it was read from (the frame without its
// type byte and length) and has consumed that body to the last byte; anything else is 08P01.

/// Query.
package struct QueryMessage: Sendable, Equatable {
    /// The statement text without its terminator.
    package let text: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        text = try reader.string()
        try reader.end()
    }
}

/// Parse.
package struct ParseMessage: Sendable, Equatable {
    package let statement: Range<Int>
    package let query: Range<Int>
    /// The count and the OIDs as they came, ready for `appendParse`.
    package let types: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        statement = try reader.string()
        query = try reader.string()
        let start = reader.offset
        let count = try reader.count()
        _ = try reader.bytes(count: count * 4)
        types = start..<reader.offset
        try reader.end()
    }

    /// - Parameter body: The body the message was read from.
    /// - Returns: The OIDs of the parameter types, 0 where the backend is to infer one.
    package func parameterTypes(in body: UnsafeRawBufferPointer) -> [UInt32] {
        stride(from: types.lowerBound + 2, to: types.upperBound, by: 4).map {
            UInt32(bigEndian: body.loadUnaligned(fromByteOffset: $0, as: UInt32.self))
        }
    }
}

/// Bind.
package struct BindMessage: Sendable, Equatable {
    package let portal: Range<Int>
    package let statement: Range<Int>
    /// Everything behind the two names, ready for `appendBind`.
    package let arguments: Range<Int>
    /// The format codes of the parameters, two bytes each: none (all text), one (for all), or one per
    /// parameter.
    package let parameterFormats: Range<Int>
    package let parameterCount: Int
    /// The parameters with their length words.
    package let parameters: Range<Int>
    /// The format codes of the result columns, two bytes each.
    ///
    /// How many are right only the backend knows.
    package let resultFormats: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        portal = try reader.string()
        statement = try reader.string()
        let start = reader.offset
        let formatCount = try reader.count()
        parameterFormats = try reader.bytes(count: formatCount * 2)
        parameterCount = try reader.count()
        guard formatCount <= 1 || formatCount == parameterCount else {
            throw ProxyError(
                .protocolViolation,
                "bind message has \(formatCount) parameter formats but \(parameterCount) parameters"
            )
        }
        let parametersStart = reader.offset
        for _ in 0..<parameterCount {
            let length = try reader.int32()
            if length == -1 { continue }  // null
            _ = try reader.bytes(count: Int(length))
        }
        parameters = parametersStart..<reader.offset
        let resultFormatCount = try reader.count()
        resultFormats = try reader.bytes(count: resultFormatCount * 2)
        arguments = start..<reader.offset
        try reader.end()
    }

    /// - Parameter body: The body the message was read from.
    /// - Returns: Where each parameter's value lies, nil for null.
    package func parameterRanges(in body: UnsafeRawBufferPointer) -> [Range<Int>?] {
        var ranges: [Range<Int>?] = []
        ranges.reserveCapacity(parameterCount)
        var offset = parameters.lowerBound
        for _ in 0..<parameterCount {
            let length = Int32(
                bigEndian: body.loadUnaligned(fromByteOffset: offset, as: Int32.self)
            )
            offset += 4
            if length == -1 {
                ranges.append(nil)
            } else {
                ranges.append(offset..<offset + Int(length))
                offset += Int(length)
            }
        }
        return ranges
    }

    /// The first parameter as an integer, in text or in the binary form of int2, int4 or int8.
    ///
    /// - Parameter body: The body the message was read from.
    /// - Returns: Nil when there is none or it is no integer of 32 bits.
    package func integerArgument(in body: UnsafeRawBufferPointer) -> Int32? {
        guard parameterCount > 0, let range = parameterRanges(in: body)[0] else { return nil }
        let value = body[range]
        let isBinary =
            parameterFormats.count >= 2 && body[parameterFormats.lowerBound + 1] == 1
        guard isBinary else { return Int32(String(decoding: value, as: UTF8.self)) }
        guard [2, 4, 8].contains(value.count), let first = value.first else { return nil }
        let sign: Int64 = first & 0x80 == 0 ? 0 : -1
        return Int32(exactly: value.reduce(sign) { $0 << 8 | Int64($1) })
    }

    /// - Parameters:
    ///   - count: How many columns the result has.
    ///   - body: The body the message was read from.
    /// - Returns: One format code per column.
    /// - Throws: 08P01 when the client's codes do not fit that number, as PostgreSQL says it.
    package func resultFormats(
        columns count: Int,
        in body: UnsafeRawBufferPointer
    ) throws(ProxyError) -> [UInt16] {
        let codes = stride(from: resultFormats.lowerBound, to: resultFormats.upperBound, by: 2).map
        {
            UInt16(bigEndian: body.loadUnaligned(fromByteOffset: $0, as: UInt16.self))
        }
        switch codes.count {
        case 0: return Array(repeating: 0, count: count)
        case 1: return Array(repeating: codes[0], count: count)
        case count: return codes
        default:
            throw ProxyError(
                .protocolViolation,
                "bind message has \(codes.count) result formats but query has \(count) columns"
            )
        }
    }
}

/// Describe or Close.
package struct DescribeMessage: Sendable, Equatable {
    package let object: DescribedObject
    package let name: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        guard let object = DescribedObject(rawValue: try reader.byte()) else {
            throw ProxyError(.protocolViolation, "invalid DESCRIBE or CLOSE message subtype")
        }
        self.object = object
        name = try reader.string()
        try reader.end()
    }
}

/// Execute.
package struct ExecuteMessage: Sendable, Equatable {
    package let portal: Range<Int>
    /// Zero and below mean all rows, as in PostgreSQL.
    package let rowLimit: Int32

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        portal = try reader.string()
        rowLimit = try reader.int32()
        try reader.end()
    }
}

/// CopyFail, and PasswordMessage: one string.
package struct StringMessage: Sendable, Equatable {
    package let text: Range<Int>

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        text = try reader.string()
        try reader.end()
    }
}

/// SASLInitialResponse. (SASLResponse is its body: there is nothing to decode.)
package struct SASLInitialResponse: Sendable, Equatable {
    package let mechanism: Range<Int>
    /// Nil when the client sent no initial response, which differs from an empty one.
    package let data: Range<Int>?

    package init(body: UnsafeRawBufferPointer) throws(ProxyError) {
        var reader = MessageReader(body)
        mechanism = try reader.string()
        let length = try reader.int32()
        data = length == -1 ? nil : try reader.bytes(count: Int(length))
        try reader.end()
    }
}
